/* buf.c - growing byte buffer: doubling, never shrinking, so that one buffer serves a whole run without new allocations. */
#include "base/buf.h"
#include "base/diag.h"
#include <stdint.h>
#include <stdlib.h>

void buf_grow(struct buf *b, size_t more)
{
	if (more > SIZE_MAX / 2 - b->n)
		diag_fatal("out of memory");
	size_t cap = b->cap ? b->cap : 256;
	while (cap - b->n < more)
		cap *= 2;
	char *p = realloc(b->p, cap);
	if (!p)
		diag_fatal("out of memory");
	b->p = p;
	b->cap = cap;
}

void buf_uint(struct buf *b, unsigned long long v)
{
	enum { MOST = 20 };
	unsigned digits = 1;
	for (unsigned long long least = 10; digits < MOST && v >= least; least *= 10)
		digits++;
	buf_reserve(b, MOST);
	b->n += digits;
	for (char *p = b->p + b->n; digits; digits--, v /= 10)
		*--p = (char)('0' + v % 10);
}

void buf_free(struct buf *b)
{
	free(b->p);
	*b = (struct buf){ 0 };
}
