/* spots.c - one look at every token: the phrases of the lexicon that begin there, its kind, and the words that the passes know by name.
 * "tại Hòa Lạc" -> [SPOT_AT] [SPOT_UPPER SPOT_BEHIND_AT, a place of the lexicon] [SPOT_UPPER] */
#include "tag/spots.h"
#include "base/diag.h"
#include "vi/known.h"
#include <stdlib.h>

static unsigned long long *word_bits;   /* by the number of a token */
static unsigned words;

void spots_word(struct str word, unsigned long long bit)
{
	unsigned number = known_learn(token_fold(word));
	if (number >= words) {
		word_bits = realloc(word_bits, (number + 1) * sizeof *word_bits);
		if (!word_bits)
			diag_fatal("out of memory");
		memset(word_bits + words, 0, (number + 1 - words) * sizeof *word_bits);
		words = number + 1;
	}
	word_bits[number] |= bit;
}

void spots_find(struct tagger *g)
{
	/* by whether it is a number, begins with a capital, stands behind "tại" */
	static const unsigned long long looks[2][2][2] = { { { 0, 0 }, { SPOT_UPPER, SPOT_UPPER | SPOT_BEHIND_AT } }, { { SPOT_NUMBER, SPOT_NUMBER } } };
	unsigned long long *begins = g->begins, any = 0;
	unsigned before = 0, known = words;
	lexicon_find(g->lex, &g->t, g->hit, begins);
	for (const struct token *t = g->t.t, *end = t + g->t.n; t < end; t++, begins++) {
		unsigned long long is = *begins | looks[t->kind == TOKEN_NUMBER][t->upper][before];
		if (t->number < known)
			is |= word_bits[t->number];
		before = is / SPOT_AT & 1;
		any |= *begins = is;
	}
	g->any = any;
}
