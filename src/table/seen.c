/* seen.c - a set of hashes, open addressing, at most half full. */
#include "table/seen.h"
#include "base/diag.h"
#include <stdlib.h>

static unsigned long long *slot;
static size_t n, cap;

static bool put(unsigned long long *in, size_t size, unsigned long long h)
{
	size_t i = (size_t)h & (size - 1);
	while (in[i] && in[i] != h)
		i = (i + 1) & (size - 1);
	bool there = in[i] == h;
	in[i] = h;
	return there;
}

static void grow(void)
{
	size_t size = cap ? cap * 2 : 1024;
	unsigned long long *to = calloc(size, sizeof *to);
	if (!to)
		diag_fatal("out of memory");
	for (size_t i = 0; i < cap; i++)
		if (slot[i])
			put(to, size, slot[i]);
	free(slot);
	slot = to;
	cap = size;
}

bool seen_before(struct str doc)
{
	unsigned long long h = str_hash(STR_HASH_SEED, doc) | 1;   /* 0 marks a free slot */
	if (2 * (n + 1) > cap)
		grow();
	bool there = put(slot, cap, h);
	n += !there;
	return there;
}
