/* spots.h - what may begin at each token of a sentence, so that a pass looks at the few tokens that concern it. */
#ifndef TAG_SPOTS_H
#define TAG_SPOTS_H
#include "tag/tag.h"

/* Bits beside those of lexicon.h. */
enum { SPOT_BIT = LEX_BITS };
#define SPOT_NUMBER (1ULL << SPOT_BIT)
#define SPOT_UPPER (1ULL << (SPOT_BIT + 1))    /* a word with a capital */
#define SPOT_BEHIND_AT (1ULL << (SPOT_BIT + 2))   /* such a word behind "tại" */
/* Words that the code knows by name. */
#define SPOT_AT (1ULL << (SPOT_BIT + 3))          /* tại */
#define SPOT_DATE (1ULL << (SPOT_BIT + 4))        /* ngày, tháng, năm ... */
#define SPOT_CITES (1ULL << (SPOT_BIT + 5))       /* quyết, luận */
#define SPOT_OF (1ULL << (SPOT_BIT + 6))          /* của */
#define SPOT_TYPE (1ULL << (SPOT_BIT + 7))        /* the last word of a document's type */

/* From now on a token that folds as this word does has the bit. */
void spots_word(struct str word, unsigned long long bit);
/* Fills g->hit, g->begins and g->any for the tokens of the sentence. */
void spots_find(struct tagger *g);

/* The first token from i on with one of these bits; g->t.n if there is none. */
static inline unsigned spots_next(const struct tagger *g, unsigned i, unsigned long long bits)
{
	if (!(g->any & bits))
		return g->t.n;
	while (i < g->t.n && !(g->begins[i] & bits))
		i++;
	return i;
}
#endif
