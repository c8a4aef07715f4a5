/* points.c - for each 64 bytes of the text a bit for every byte that begins a code point, and how many begin before them. */
#include "record/points.h"
#include "base/bytes.h"
#include "base/grow.h"
#include <stdint.h>

enum { BLOCK = 64 };
struct points_block { unsigned long long begins; size_t before; };
#define ONES 0x0101010101010101ULL     /* times a number: its bytes summed up, in each byte those up to it */

static unsigned long long begins_in(const char *p)
{
	unsigned long long goes_on = 0;
	for (unsigned i = 0; i < BLOCK; i += BYTES) {
		bytes16 v = bytes_load(p + i);
		goes_on |= (unsigned long long)bytes_mask(v & ~bytes_bit(v, 6)) << i;
	}
	return ~goes_on;
}

struct points points_count(struct str s)
{
	static struct points_block *block;
	static size_t cap;
	size_t n = 0, i = 0, k = 0;
	for (; s.n - i >= BLOCK; i += BLOCK) {
		block = grown(block, k, &cap, sizeof *block);
		block[k] = (struct points_block){ begins_in(s.p + i), n };
		n += (size_t)__builtin_popcountll(block[k++].begins);
	}
	char rest[BLOCK] = { 0 };
	if (i < s.n)
		memcpy(rest, s.p + i, s.n - i);
	block = grown(block, k + 1, &cap, sizeof *block);
	block[k] = (struct points_block){ begins_in(rest) & ((1ULL << (s.n - i)) - 1), n };
	n += (size_t)__builtin_popcountll(block[k].begins);
	block[k + 1].before = SIZE_MAX;
	return (struct points){ block, 0, n, s.n };
}

size_t points_before(const struct points *p, size_t byte)
{
	const struct points_block *b = &p->block[byte / BLOCK];
	return b->before + (size_t)__builtin_popcountll(b->begins & ((1ULL << byte % BLOCK) - 1));
}

/* How many of eight bytes, each below 128, are at most k. */
static inline unsigned at_most(unsigned long long bytes, unsigned k)
{
	return (unsigned)((((k * ONES | ONES << 7) - bytes) >> 7 & ONES) * ONES >> 56);
}

/* The place of bit number k (from 0) of those that are set, without a branch; more than k are. */
static inline unsigned bit_number(unsigned long long bits, unsigned k)
{
	unsigned long long n = bits - (bits >> 1 & 0x5555555555555555ULL);
	n = (n & 0x3333333333333333ULL) + (n >> 2 & 0x3333333333333333ULL);
	n = ((n + (n >> 4)) & 0x0F0F0F0F0F0F0F0FULL) * ONES;
	unsigned byte = at_most(n, k);
	k -= (unsigned)(n << 8 >> 8 * byte & 0xFF);
	unsigned long long single = (bits >> 8 * byte & 0xFF) * ONES & 0x8040201008040201ULL;     /* bit i alone in byte i */
	return 8 * byte + at_most(((single + 0x7F * ONES) >> 7 & ONES) * ONES, k);
}

size_t points_byte(struct points *p, unsigned long long point)
{
	if (point >= p->all)
		return p->bytes;
	while (p->block[p->at + 1].before <= point)
		p->at++;
	const struct points_block *b = &p->block[p->at];
	return p->at * BLOCK + bit_number(b->begins, (unsigned)(point - b->before));
}
