/* spots.h - which passes each token of a sentence concerns, so that a pass looks at the few tokens that do. */
#ifndef TAG_SPOTS_H
#define TAG_SPOTS_H
#include "base/bytes.h"
#include "tag/tag.h"

/* A bit of g->spot each: what a pass adds begins at no other token. */
enum spots { SPOTS_BODY, SPOTS_PERSON, SPOTS_DATE, SPOTS_CITATION, SPOTS_MEETING, SPOTS_ROLE, SPOTS_COUNT };

/* Words that the code knows by name: signs of known.h. */
enum {
	SIGN_AT = 1,       /* tại */
	SIGN_DATE = 2,     /* ngày, tháng, năm ... */
	SIGN_CITES = 4,    /* quyết, luận */
	SIGN_OF = 8,       /* của */
	SIGN_TYPE = 16,    /* the last word of a document's type */
};

/* Once, behind the tables. */
void spots_load(struct lexicon *lex);
/* From now on a token that folds as this word does has the sign. */
void spots_word(struct str word, unsigned char sign);
/* Fills g->hit, g->spot and g->any for the tokens of the sentence. */
void spots_find(struct tagger *g);
/* The token concerns no pass any more. */
static inline void spots_drop(struct tagger *g, unsigned i) { g->spot[i] = 0; }
/* A word with a capital behind "tại". */
static inline bool spots_behind_at(const struct tagger *g, unsigned i) { return g->t.t[i].upper && i && g->t.t[i - 1].signs & SIGN_AT; }

/* The first token from i on that concerns the pass; g->t.n if there is none. */
static inline unsigned spots_next(const struct tagger *g, unsigned i, enum spots pass)
{
	if (!(g->any >> pass & 1) || i >= g->t.n)
		return g->t.n;
	unsigned found;
	for (; !(found = bytes_mask(bytes_bit(bytes_load(g->spot + i), pass))); i += BYTES)     /* spot[n] concerns all */
		;
	return i + (unsigned)__builtin_ctz(found);
}
#endif
