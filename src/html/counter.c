/* counter.c - a hash table from strings to tallies: "names:Lò" -> 12. Doubles when two thirds full; nothing is taken out. */
#include "html/counter.h"
#include "base/diag.h"
#include <stdlib.h>

static size_t probe(const struct counter *c, struct str key)
{
	size_t i = (size_t)str_hash(STR_HASH_SEED, key) & (c->cap - 1);
	while (c->slot[i] && !str_eq(c->v[c->slot[i] - 1].key, key))
		i = (i + 1) & (c->cap - 1);
	return i;
}

static void grow(struct counter *c)
{
	size_t cap = c->cap ? c->cap * 2 : 64;
	free(c->slot);
	c->slot = calloc(cap, sizeof *c->slot);
	c->v = realloc(c->v, cap * sizeof *c->v);
	if (!c->slot || !c->v)
		diag_fatal("out of memory");
	c->cap = cap;
	for (size_t i = 0; i < c->n; i++)
		c->slot[probe(c, c->v[i].key)] = i + 1;
}

struct count *counter_find(struct counter *c, struct str key)
{
	if (c->n * 3 >= c->cap * 2)
		grow(c);
	size_t i = probe(c, key);
	if (!c->slot[i]) {
		c->v[c->n] = (struct count){ .key = counter_keep(c, key) };
		c->slot[i] = ++c->n;
	}
	return &c->v[c->slot[i] - 1];
}

struct str counter_keep(struct counter *c, struct str s) { return arena_dup(&c->a, s); }

static int by_key(const void *a, const void *b) { return str_cmp(((const struct count *)a)->key, ((const struct count *)b)->key); }

static int by_count(const void *a, const void *b)
{
	const struct count *x = a, *y = b;
	if (x->n != y->n)
		return x->n < y->n ? 1 : -1;
	if (x->m != y->m)
		return x->m < y->m ? 1 : -1;
	int c = str_cmp(x->text, y->text);
	return c ? c : by_key(a, b);
}

static void sort(struct counter *c, int (*order)(const void *, const void *))
{
	if (c->n)
		qsort(c->v, c->n, sizeof *c->v, order);
}

void counter_sort_by_count(struct counter *c) { sort(c, by_count); }
void counter_sort_by_key(struct counter *c) { sort(c, by_key); }
