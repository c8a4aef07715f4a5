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

static unsigned digits_of(unsigned long long v)
{
	static const unsigned long long power[] = {
		1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000, 10000000000, 100000000000, 1000000000000, 10000000000000,
		100000000000000, 1000000000000000, 10000000000000000, 100000000000000000, 1000000000000000000, 10000000000000000000ULL,
	};
	unsigned bits = 64 - (unsigned)__builtin_clzll(v | 1), least = bits * 1233 >> 12;      /* digits are bits * log10(2), or one more */
	return least + (v >= power[least] || v == 0);
}

/* Two digits at a time, from the last on. */
char *buf_put_uint(char *p, unsigned long long v)
{
	static const char two[] = "0001020304050607080910111213141516171819" "2021222324252627282930313233343536373839"
				  "4041424344454647484950515253545556575859" "6061626364656667686970717273747576777879"
				  "8081828384858687888990919293949596979899";
	char *end = p + digits_of(v);
	for (p = end; v >= 100; v /= 100)
		memcpy(p -= 2, two + v % 100 * 2, 2);
	if (v >= 10)
		memcpy(p - 2, two + v * 2, 2);
	else
		p[-1] = (char)('0' + v);
	return end;
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
