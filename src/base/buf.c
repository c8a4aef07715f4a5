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
	char tmp[24];
	size_t i = sizeof tmp;
	for (; v >= 100; v /= 100) {
		unsigned two = (unsigned)(v % 100);
		tmp[--i] = (char)('0' + two % 10);
		tmp[--i] = (char)('0' + two / 10);
	}
	if (v >= 10) {
		tmp[--i] = (char)('0' + v % 10);
		v /= 10;
	}
	tmp[--i] = (char)('0' + v);
	buf_add(b, (struct str){ tmp + i, sizeof tmp - i });
}

void buf_free(struct buf *b)
{
	free(b->p);
	*b = (struct buf){ 0 };
}
