/* known.c - two tables: words by their bytes, of fixed size, the older of two making room; numbers of folded words, which only grow.
 * "UBND" -> fold of "ubnd", caps, number 17. What is forgotten is found out again: the tables change the time, never the result. */
#include "vi/known.h"
#include "base/diag.h"
#include <stdlib.h>
#include <string.h>

_Alignas(64) struct known_word known_words[KNOWN_SETS][2];
enum { FEW = 64 };
static unsigned short kept_at[FEW];   /* where the first few were kept, which are forgotten one by one while the tables are read */
static unsigned kept;

struct numbered { unsigned long long fold; unsigned number; unsigned char signs; };
static struct numbered *table;      /* open addressing, at most half full */
static unsigned numbers, cap;

void known_keep(struct known_word w)
{
	size_t at = known_place(w.spelling);
	struct known_word *place = known_words[at];
	place[1] = place[0];
	place[0] = w;
	if (kept < FEW)
		kept_at[kept] = (unsigned short)at;
	kept += kept <= FEW;
}

void known_forget(void)
{
	if (kept > FEW)
		memset(known_words, 0, sizeof known_words);
	else
		for (unsigned i = 0; i < kept; i++)
			memset(known_words[kept_at[i]], 0, sizeof *known_words);
	kept = 0;
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
	*s = (struct numbered){ .fold = fold, .number = ++numbers };
	return numbers;
}

void known_sign(unsigned long long fold, unsigned char sign)
{
	known_learn(fold);
	known_forget();
	slot(fold)->signs |= sign;
}

void known_tell(struct token *t)
{
	if (!cap)
		return;
	const struct numbered *s = slot(t->fold);
	t->number = s->number;
	t->signs = s->signs;
}
