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

/* The eight digits of v, the first one in the lowest byte: parted into fours, these into twos, these into ones, all of them at once. */
static unsigned long long eight_digits(unsigned v)
{
	unsigned long long fours = v / 10000 | (unsigned long long)(v % 10000) << 32;
	unsigned long long hundreds = (fours * 5243 >> 19) & 0x0000007F0000007FULL, twos = hundreds | (fours - hundreds * 100) << 16;
	unsigned long long tens = (twos * 103 >> 10) & 0x000F000F000F000FULL;
	return tens | (twos - tens * 10) << 8;
}

char *buf_put_uint(char *p, unsigned long long v)
{
	enum { EIGHT = 100000000 };
	if (v >= EIGHT) {
		p = buf_put_uint(p, v / EIGHT);
		unsigned long long low = eight_digits((unsigned)(v % EIGHT)) | 0x3030303030303030ULL;
		memcpy(p, &low, 8);
		return p + 8;
	}
	if (v < 100) {
		unsigned two = v >= 10;
		p[0] = (char)('0' + v / 10);
		p[two] = (char)('0' + v % 10);
		return p + 1 + two;
	}
	unsigned long long digits = eight_digits((unsigned)v);
	unsigned zeros = (unsigned)__builtin_ctzll(digits) / 8;
	digits = (digits | 0x3030303030303030ULL) >> zeros * 8;
	memcpy(p, &digits, 8);
	return p + 8 - zeros;
}

void buf_uint(struct buf *b, unsigned long long v)
{
	buf_reserve(b, BUF_UINT);
	b->n = (size_t)(buf_put_uint(b->p + b->n, v) - b->p);
}

void buf_free(struct buf *b)
{
	free(b->p);
	*b = (struct buf){ 0 };
}
