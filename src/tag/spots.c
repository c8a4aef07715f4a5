/* spots.c - one look at every token: the phrases of the lexicon that begin there, its kind, and the words that the passes know by name.
 * "tại Hòa Lạc" -> [a body may begin] [a person, and a body behind "tại" or by the lexicon] [a person] */
#include "tag/spots.h"
#include "vi/known.h"

/* By the signs of a token. */
static unsigned char of_signs[256];
static const struct { enum spots pass; unsigned char signs; } signs[] = {
	{ SPOTS_BODY, SIGN_AT }, { SPOTS_PERSON, SIGN_UPPER }, { SPOTS_DATE, SIGN_NUMBER | SIGN_DATE }, { SPOTS_COUNT, SIGN_NUMBER },
	{ SPOTS_CITATION, SIGN_NUMBER | SIGN_CITES | SIGN_OF },
};

/* By the phrases that begin at it; of words.csv, their kind. */
static const struct { enum spots pass; enum lexicon_class cls; struct str kind; } phrases[] = {
	{ SPOTS_BODY, LEX_TITLE, { "", 0 } },         { SPOTS_BODY, LEX_BODY, { "", 0 } },           { SPOTS_BODY, LEX_PLACE, { "", 0 } },
	{ SPOTS_BODY, LEX_WORD, { "former", 6 } }, { SPOTS_BODY, LEX_WORD, { "level", 5 } }, { SPOTS_BODY, LEX_WORD, { "venue", 5 } },
	{ SPOTS_PERSON, LEX_HONORIFIC, { "", 0 } },   { SPOTS_DATE, LEX_WORD, { "session:", 8 } }, { SPOTS_MEETING, LEX_MEETING, { "", 0 } },
	{ SPOTS_ROLE, LEX_ROLE, { "", 0 } },
};

static unsigned char of_row(const struct lexicon_hit *row)
{
	unsigned is = 0;
	for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++) {
		const struct lexicon_entry *e = row[phrases[i].cls].entry;
		is |= e && str_starts(e->value, phrases[i].kind) ? 1u << phrases[i].pass : 0;
	}
	return (unsigned char)is;
}

void spots_word(struct str word, unsigned char sign) { known_sign(token_fold(word), sign); }

void spots_load(struct lexicon *lex)
{
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		for (unsigned k = 0; k < sizeof of_signs; k++)
			of_signs[k] |= (unsigned char)(k & signs[i].signs ? 1u << signs[i].pass : 0);
	lexicon_ask(lex, of_row);
}

void spots_find(struct tagger *g)
{
	enum { BODY = 1 << SPOTS_BODY };
	unsigned n = g->t.n;
	g->any = lexicon_find(g->lex, &g->t, of_signs, g->hit, g->spot);
	g->spot[n] = 0xFF;
	for (unsigned i = 0; (i = spots_next(g, i, SPOTS_BODY)) < n; i++)
		if (g->t.t[i].signs & SIGN_AT && g->t.t[i + 1 < n ? i + 1 : i].upper)
			g->spot[i + 1] |= BODY;
}
