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
	unsigned long long before = 0;
	lexicon_find(g->lex, &g->t, g->hit, g->begins);
	g->any = 0;
	for (unsigned i = 0; i < g->t.n; i++) {
		const struct token *t = &g->t.t[i];
		unsigned long long is = g->begins[i] | (t->number < words ? word_bits[t->number] : 0);
		is |= t->kind == TOKEN_NUMBER ? SPOT_NUMBER : 0;
		is |= t->upper ? (before & SPOT_AT ? SPOT_UPPER | SPOT_BEHIND_AT : SPOT_UPPER) : 0;
		g->any |= g->begins[i] = before = is;
	}
}
