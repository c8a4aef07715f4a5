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

static inline unsigned long long bytes_eight(const char *p)
{
	unsigned long long v;
	memcpy(&v, p, sizeof v);
	return v;
}

static inline unsigned bytes_four(const char *p)
{
	unsigned v;
	memcpy(&v, p, sizeof v);
	return v;
}

/* Whether p[0..n) and q[0..n) are the same. For an n of up to 32 that is known to the compiler: then nothing is called and nothing loops. */
__attribute__((always_inline)) static inline _Bool bytes_same(const char *p, const char *q, size_t n)
{
	if (n < 4)
		return (n < 1 || p[0] == q[0]) && (n < 2 || p[1] == q[1]) && (n < 3 || p[2] == q[2]);
	if (n < 8)
		return !((bytes_four(p) ^ bytes_four(q)) | (bytes_four(p + n - 4) ^ bytes_four(q + n - 4)));
	unsigned long long differ = (bytes_eight(p) ^ bytes_eight(q)) | (bytes_eight(p + n - 8) ^ bytes_eight(q + n - 8));
	if (n > 16)
		differ |= bytes_eight(p + 8) ^ bytes_eight(q + 8);
	if (n > 24)
		differ |= bytes_eight(p + 16) ^ bytes_eight(q + 16);
	return !differ;
}

/* Every byte of p[0..n), n below 16, in any order, some twice, and blanks. */
static inline bytes16 bytes_short(const char *p, size_t n)
{
	typedef unsigned long long halves __attribute__((vector_size(16)));
	unsigned long long a = 0x2020202020202020ULL, b = a;
	if (n >= 8) {
		a = bytes_eight(p);
		b = bytes_eight(p + n - 8);
	} else if (n >= 4) {
		a = bytes_four(p) | (unsigned long long)bytes_four(p + n - 4) << 32;
	} else if (n) {
		a = (unsigned char)p[0] | (unsigned)(unsigned char)p[n / 2] << 8 | (unsigned)(unsigned char)p[n - 1] << 16 | 0x20000000U;
	}
	return (bytes16)(halves){ a, b };
}

/* The n bytes at p, below 16, and NULs. */
static inline bytes16 bytes_tail(const char *p, size_t n)
{
	char room[BYTES] = { 0 };
	memcpy(room, p, n);
	return bytes_load(room);
}

/* All ones in the first n bytes, n at most 16. */
static inline bytes16 bytes_first(size_t n)
{
	static const unsigned char ones[2 * BYTES] = { 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255 };
	return bytes_load(ones + BYTES - n);
}

/* All ones in the bytes that are c; that are in from..to. */
static inline bytes16 bytes_are(bytes16 v, unsigned char c) { return (bytes16)(v == c); }
/* By a signed comparison, which x86-64 has: `to` becomes the greatest number. to - from is at most 254; a range that ends before it begins
 * goes over 255 to 0. */
static inline bytes16 bytes_in(bytes16 v, unsigned char from, unsigned char to)
{
	typedef signed char chars16 __attribute__((vector_size(16)));
	return (bytes16)((chars16)(bytes16)(v + (unsigned char)(127 - to)) > (signed char)(126 - (to - from)));
}

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

/* How many bits are set: no call of the compiler's library, as where the processor may have no instruction for it. */
static inline unsigned bits_count(unsigned long long v)
{
	v -= v >> 1 & 0x5555555555555555ULL;
	v = (v & 0x3333333333333333ULL) + (v >> 2 & 0x3333333333333333ULL);
	return (unsigned)(((v + (v >> 4)) & 0x0F0F0F0F0F0F0F0FULL) * 0x0101010101010101ULL >> 56);
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
