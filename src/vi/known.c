/* known.c - two tables: words by their bytes, of fixed size, the older of two making room; numbers of folded words, which only grow.
 * "UBND" -> caps, number 17. What is forgotten is found out again: the tables change the time, never the result. */
#include "vi/known.h"
#include "base/diag.h"
#include <stdlib.h>
#include <string.h>

_Alignas(64) struct known_word known_words[KNOWN_SETS][2];
enum { FEW = 64 };
static unsigned short kept_at[FEW];   /* where the first few were kept, which are forgotten one by one while the tables are read */
static unsigned kept;

enum { MOST = 0xFFFF };
static struct numbered { unsigned long long fold; unsigned char signs; } *word;   /* by its number, from 1 on */
static struct place { unsigned short number, tag; } *table;       /* by the folds; tag: some more bits of it; open addressing, at most half full */
static unsigned numbers, cap;
static bool teaching;

void known_keep(struct spelling s, struct token_looks looks)
{
	size_t at = known_place(s);
	struct known_word *place = known_words[at];
	place[1] = place[0];
	place[0] = (struct known_word){ s.head, s.tail, looks };
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

static inline unsigned short tag_of(unsigned long long fold) { return (unsigned short)(fold >> 16); }

static struct place *slot(unsigned long long fold)
{
	unsigned i = (unsigned)(fold >> 32) & (cap - 1);
	while (table[i].number && !(table[i].tag == tag_of(fold) && word[table[i].number].fold == fold))
		i = (i + 1) & (cap - 1);
	return &table[i];
}

static void grow(void)
{
	cap = cap ? cap * 2 : 1u << 12;
	free(table);
	table = calloc(cap, sizeof *table);
	word = realloc(word, (cap / 2 + 1) * sizeof *word);
	if (!table || !word)
		diag_fatal("out of memory");
	for (unsigned n = 1; n <= numbers; n++)
		*slot(word[n].fold) = (struct place){ (unsigned short)n, tag_of(word[n].fold) };
}

void known_teach(bool on)
{
	known_forget();
	teaching = on;
}

unsigned known_numbers(void) { return numbers; }

void known_renumber(const unsigned short *as)
{
	struct numbered *old = word;
	word = calloc(cap / 2 + 1, sizeof *word);
	if (!word)
		diag_fatal("out of memory");
	for (unsigned n = 1; n <= numbers; n++)
		word[as[n]] = old[n];
	for (unsigned i = 0; i < cap; i++)
		table[i].number = as[table[i].number];
	free(old);
	known_forget();
}

unsigned known_number(unsigned long long fold) { return cap ? slot(fold)->number : 0; }

unsigned known_learn(unsigned long long fold)
{
	if ((numbers + 1) * 2 > cap)
		grow();
	struct place *s = slot(fold);
	if (s->number)
		return s->number;
	if (numbers == MOST) {
		diag(DIAG_USAGE, "the tables hold more than %d words", MOST);
		exit(DIAG_USAGE);
	}
	if (!teaching)
		known_forget();          /* it was kept without its number */
	word[++numbers] = (struct numbered){ .fold = fold };
	*s = (struct place){ (unsigned short)numbers, tag_of(fold) };
	return numbers;
}

void known_sign(unsigned long long fold, unsigned char sign)
{
	unsigned n = known_learn(fold);
	known_forget();
	word[n].signs |= sign;
}

void known_tell(struct token *t, unsigned long long fold)
{
	unsigned n = teaching ? known_learn(fold) : known_number(fold);
	t->number = (unsigned short)n;
	t->signs = n ? word[n].signs : 0;
}
