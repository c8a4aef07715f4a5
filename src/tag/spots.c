/* spots.c - one look at every token: the phrases of the lexicon that begin there, its kind, and the words that the passes know by name.
 * "tại Hòa Lạc" -> [a body may begin] [a person, and a body behind "tại" or by the lexicon] [a person] */
#include "tag/spots.h"
#include "vi/known.h"

static const struct { unsigned long long phrases; unsigned char signs; } of_pass[LEX_ASKS] = {
	[SPOTS_BODY] = { LEX_BIT(LEX_TITLE) | LEX_BIT(LEX_BODY) | LEX_BIT(LEX_PLACE) | LEX_WORD_BIT('f') | LEX_WORD_BIT('l') | LEX_WORD_BIT('v'), SIGN_AT },
	[SPOTS_PERSON] = { LEX_BIT(LEX_HONORIFIC), SIGN_UPPER },
	[SPOTS_DATE] = { LEX_WORD_BIT('s'), SIGN_NUMBER | SIGN_DATE },
	[SPOTS_CITATION] = { 0, SIGN_NUMBER | SIGN_CITES | SIGN_OF },
	[SPOTS_MEETING] = { LEX_BIT(LEX_MEETING), 0 },
	[SPOTS_ROLE] = { LEX_BIT(LEX_ROLE), 0 },
	[SPOTS_COUNT] = { 0, SIGN_NUMBER },
};
static unsigned char of_signs[256];

void spots_word(struct str word, unsigned char sign) { known_sign(token_fold(word), sign); }

void spots_load(struct lexicon *lex)
{
	unsigned long long phrases[LEX_ASKS];
	for (unsigned k = 0; k < LEX_ASKS; k++) {
		phrases[k] = of_pass[k].phrases;
		for (unsigned signs = 0; signs < sizeof of_signs; signs++)
			of_signs[signs] |= (unsigned char)(signs & of_pass[k].signs ? 1u << k : 0);
	}
	lexicon_ask(lex, phrases);
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
