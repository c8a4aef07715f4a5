/* tag.h - what tag-entities does to one sentence: tokens, one trie walk a token, then one pass a kind of entity. */
#ifndef TAG_TAG_H
#define TAG_TAG_H
#include "record/sentence.h"
#include "vi/lexicon.h"

struct tagger {
	struct lexicon *lex;
	struct arena *a;                          /* reset by the caller after each sentence */
	struct sentence *s;
	struct tokens t;
	const struct lexicon_hit **hit;           /* one row a token, by class: the phrases that begin there */
	unsigned char *spot;                      /* the passes that a token concerns, in bits (spots.h) */
	unsigned any;                             /* those that any of them does */
	struct entity *room;                      /* what s->entity points to, for the next sentence again */
	struct span { unsigned from, to; } *span; /* the tokens of each entity, while the passes go on */
	unsigned room_cap;
	bool *taken;                              /* tokens inside a directive citation */
	unsigned n, cap;                          /* s->entity: used, room */
};

/* Once, before the first sentence. A bad row of a table: said with file:line, then exit 2. */
void tag_load(struct lexicon *lex);
/* Fills s->entity (sorted by start, longer first; good until the next call). */
void tag_sentence(struct tagger *g, struct sentence *s);

/* --- for the files of src/tag ---------------------------------------------------------------------------------------------- */
struct entity *tag_add(struct tagger *g, enum label label, unsigned from, unsigned to, struct str norm, struct str rule);
/* Index of the first token that starts at or behind `byte`. */
unsigned tag_token_at(const struct tagger *g, size_t byte);
struct str tag_text(const struct tagger *g, unsigned from, unsigned to);
struct str tag_canonical(const struct tagger *g, unsigned from, unsigned to);   /* lexicon_canonical of it */
/* words.csv: token i starts a phrase of that kind (prefix). */
static inline bool tag_word(const struct tagger *g, unsigned i, const char *kind)
{
	return i < g->t.n && g->hit[i][LEX_WORD].first == kind[0] && str_starts(g->hit[i][LEX_WORD].entry->value, str_c(kind));
}
/* Index of the token behind the phrase of that class at token i; i where there is none. */
static inline unsigned tag_end(const struct tagger *g, unsigned i, enum lexicon_class cls) { return i + g->hit[i][cls].n; }
bool tag_long_dash(const struct tagger *g, unsigned i);
/* Token i is this ASCII mark; the dashes – — count as '-'. */
static inline bool tag_mark(const struct tagger *g, unsigned i, char c)
{
	if (i >= g->t.n || g->t.t[i].kind != TOKEN_MARK)
		return false;
	return g->s->text.p[g->t.t[i].start] == c || (c == '-' && tag_long_dash(g, i));
}
/* A word that no Vietnamese syllable is spelt like. */
static inline bool tag_foreign(const struct tagger *g, unsigned i) { return g->t.t[i].foreign; }
/* End of the run of capitals at i read as a foreign person's name; alien: one of its words is foreign. in: tokens of other entities; abroad: the
 * office before it is. */
unsigned foreign_name_end(const struct tagger *g, unsigned i, const bool *in, bool abroad, bool *alien);
/* End (token index) of the organisation that starts at i, or i. */
unsigned before_day(const struct tagger *g, unsigned i, unsigned j);   /* the token where a name that ends at j ends as it is written: "... Nghị quyết 18 |, ngày 25/10/2017 của ..." */
unsigned body_end(const struct tagger *g, unsigned i);
void bodies_load(void);
void tag_bodies(struct tagger *g);      /* POSITION, ORGANIZATION, PLACE */
void tag_persons(struct tagger *g);     /* HONORIFIC, PERSON */
void dates_load(void);
void tag_dates(struct tagger *g);       /* DATE */
void tag_others(struct tagger *g);      /* MEETING, ROLE, COUNT */
#endif
