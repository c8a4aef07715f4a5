/* points.c - for each 64 bytes of the text a bit for every byte that begins a code point, and how many begin before them. */
#include "record/points.h"
#include "base/bytes.h"
#include "base/grow.h"

enum { BLOCK = 64 };

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
	while (cap <= s.n / BLOCK)
		block = grown(block, cap, &cap, sizeof *block);
	for (; s.n - i >= BLOCK; i += BLOCK) {
		block[k] = (struct points_block){ begins_in(s.p + i), n };
		n += bits_count(block[k++].begins);
	}
	char rest[BLOCK] = { 0 };
	if (i < s.n)
		memcpy(rest, s.p + i, s.n - i);
	block[k] = (struct points_block){ begins_in(rest) & ((1ULL << (s.n - i)) - 1), n };
	return (struct points){ block };
}
