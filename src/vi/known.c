/* known.c - two tables: words by their bytes, of fixed size, the older of two making room; numbers of folded words, which only grow.
 * "UBND" -> fold of "ubnd", caps, number 17. What is forgotten is found out again: the tables change the time, never the result. */
#include "vi/known.h"
#include "base/diag.h"
#include <stdlib.h>
#include <string.h>

_Alignas(64) struct known_word known_words[KNOWN_SETS][2];
static bool any_kept;

struct numbered { unsigned long long fold; unsigned number; };
static struct numbered *table;      /* open addressing, at most half full */
static unsigned numbers, cap;

void known_keep(struct known_word w)
{
	struct known_word *place = known_words[known_place(w.spelling)];
	place[1] = place[0];
	place[0] = w;
	any_kept = true;
}

void known_forget(void)
{
	if (any_kept)
		memset(known_words, 0, sizeof known_words);
	any_kept = false;
}

static struct numbered *slot(unsigned long long fold)
{
	unsigned i = (unsigned)(fold >> 32) & (cap - 1);
	while (table[i].number && table[i].fold != fold)
		i = (i + 1) & (cap - 1);
	return &table[i];
}

static void grow(void)
{
	struct numbered *old = table;
	unsigned n = cap;
	cap = n ? n * 2 : 1u << 12;
	table = calloc(cap, sizeof *table);
	if (!table)
		diag_fatal("out of memory");
	for (unsigned i = 0; i < n; i++)
		if (old[i].number)
			*slot(old[i].fold) = old[i];
	free(old);
}

unsigned known_number(unsigned long long fold) { return cap ? slot(fold)->number : 0; }

unsigned known_learn(unsigned long long fold)
{
	if ((numbers + 1) * 2 > cap)
		grow();
	struct numbered *s = slot(fold);
	if (s->number)
		return s->number;
	known_forget();                  /* they were kept without their numbers */
	*s = (struct numbered){ fold, ++numbers };
	return numbers;
}
