/* wide.h - bytes.h twice as wide, for the loops that read all text: wide_mask(wide_are(wide_load(p), ' ')) -> a bit for each blank of 32 bytes.
 * A function marked WIDE_CLONES is compiled twice, and the one that suits the processor is taken at start: with AVX2 each of these is one
 * instruction, elsewhere two. Constants come from a table, since the compiler would make each of them anew in three. */
#ifndef BASE_WIDE_H
#define BASE_WIDE_H
#include "base/bytes.h"

#if defined __x86_64__ && !defined __clang__          /* clang hands no vectors to functions for a lesser processor, inlined or not */
#define WIDE_CLONES __attribute__((target_clones("avx2", "default")))
#else
#define WIDE_CLONES
#endif
#define WIDE_INLINE __attribute__((always_inline)) static inline

typedef unsigned char bytes32 __attribute__((vector_size(32)));
enum { WIDE = 32 };
extern const unsigned char wide_bytes[256][WIDE] __attribute__((aligned(32)));       /* each byte so many times */

WIDE_INLINE bytes32 wide_load(const void *p)
{
	bytes32 v;
	memcpy(&v, p, sizeof v);
	return v;
}

WIDE_INLINE bytes32 wide_all(unsigned char c) { return wide_load(wide_bytes[c]); }

/* As their namesakes in bytes.h. */
WIDE_INLINE bytes32 wide_are(bytes32 v, unsigned char c) { return (bytes32)(v == wide_all(c)); }

WIDE_INLINE bytes32 wide_in(bytes32 v, unsigned char from, unsigned char to)
{
	typedef signed char chars32 __attribute__((vector_size(32)));
	return (bytes32)((chars32)(bytes32)(v + wide_all((unsigned char)(127 - to))) > (chars32)wide_all((unsigned char)(126 - (to - from))));
}

WIDE_INLINE bytes32 wide_bit(bytes32 v, unsigned k)
{
	typedef unsigned short pairs16 __attribute__((vector_size(32)));
	return (bytes32)((pairs16)v << (unsigned short)(7 - k));
}

WIDE_INLINE bytes32 wide_first(size_t n)
{
	bytes32 v;
	bytes16 half[2] = { bytes_first(n < BYTES ? n : BYTES), bytes_first(n > BYTES ? n - BYTES : 0) };
	memcpy(&v, half, sizeof v);
	return v;
}

WIDE_INLINE unsigned wide_mask(bytes32 v)
{
	bytes16 half[2];
	memcpy(half, &v, sizeof half);
	return bytes_mask(half[0]) | bytes_mask(half[1]) << BYTES;
}

WIDE_INLINE unsigned wide_sum(bytes32 v)
{
	bytes16 half[2];
	memcpy(half, &v, sizeof half);
	return bytes_sum(half[0]) + bytes_sum(half[1]);
}
#endif
