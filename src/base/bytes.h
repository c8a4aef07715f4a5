/* bytes.h - sixteen bytes at a time, in the vectors that gcc and clang have in plain C: load, compare, ask for bits.
 * bytes_mask(bytes_in(bytes_load("a1b2c3d4e5f6g7h8"), '0', '9')) -> 0xAAAA. Nothing here reads behind the sixteen bytes. */
#ifndef BASE_BYTES_H
#define BASE_BYTES_H
#include <string.h>

typedef unsigned char bytes16 __attribute__((vector_size(16)));
enum { BYTES = 16 };

static inline bytes16 bytes_load(const void *p)
{
	bytes16 v;
	memcpy(&v, p, sizeof v);
	return v;
}

static inline bytes16 bytes_all(unsigned char c) { return (bytes16){ 0 } + c; }

/* All ones in the bytes that are c; that are in from..to. */
static inline bytes16 bytes_are(bytes16 v, unsigned char c) { return (bytes16)(v == c); }
static inline bytes16 bytes_in(bytes16 v, unsigned char from, unsigned char to) { return (bytes16)((bytes16)(v - from) <= (unsigned char)(to - from)); }

/* Bit k of each byte as its top bit, for bytes_mask; the other bits are anything. */
static inline bytes16 bytes_bit(bytes16 v, unsigned k)
{
	typedef unsigned short pairs8 __attribute__((vector_size(16)));
	return (bytes16)((pairs8)v << (unsigned short)(7 - k));
}

/* Bit i is the top bit of byte i. */
static inline unsigned bytes_mask(bytes16 v)
{
#ifdef __SSE2__
	typedef char chars16 __attribute__((vector_size(16)));
	return (unsigned)__builtin_ia32_pmovmskb128((chars16)v);
#else
	unsigned m = 0;
	for (unsigned i = 0; i < BYTES; i++)
		m |= (unsigned)(v[i] >> 7) << i;
	return m;
#endif
}

static inline unsigned bytes_sum(bytes16 v)
{
	const unsigned long long low = 0x00FF00FF00FF00FFULL;
	unsigned long long half[2], pairs = 0;
	memcpy(half, &v, sizeof half);
	for (int i = 0; i < 2; i++)
		pairs += (half[i] & low) + (half[i] >> 8 & low);
	return (unsigned)(pairs * 0x0001000100010001ULL >> 48);
}
#endif
