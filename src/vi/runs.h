/* runs.h - runs of letters or digits, and marks, in 64 bytes of text at a time, as sets of bits: what token.c cuts tokens by.
 * "ngày 5/6." -> starts 0, 6, 7, 8, 9; ends 5, 7, 8, 9, 10. Nothing here reads behind the 64 bytes. */
#ifndef VI_RUNS_H
#define VI_RUNS_H
#include "base/bytes.h"

/* Bit i: byte i of 64 is of that kind. two, three: C2 and E2, with which most marks begin that are not ASCII. */
enum { BLOCK = 64 };
typedef unsigned long long bits64;
struct kinds { bits64 letters, digits, blanks, two, three, apostrophes; };
/* Where one begins, where one has ended, and with what may yet go on with the word before it. */
struct runs { bits64 starts, ends, joins; };

__attribute__((always_inline)) static inline void kinds_add(struct kinds *k, const char *p, unsigned i)
{
	bytes16 v = bytes_load(p + i);
	k->letters |= (bits64)bytes_mask(bytes_in(v | 0x20, 'a', 'z') | v) << i;
	k->digits |= (bits64)bytes_mask(bytes_in(v, '0', '9')) << i;
	k->blanks |= (bits64)bytes_mask(bytes_are(v, ' ') | bytes_in(v, 9, 13)) << i;
	k->two |= (bits64)bytes_mask(bytes_are(v, 0xC2)) << i;
	k->apostrophes |= (bits64)bytes_mask(bytes_are(v, '\'') | bytes_are(v, '`')) << i;
	k->three |= (bits64)bytes_mask(bytes_are(v, 0xE2)) << i;
}

static inline bits64 behind(bits64 now, bits64 before, unsigned n) { return now << n | before >> (BLOCK - n); }

/* Runs of letters or digits, and marks, in the 64 bytes at p: bits where one begins, and where one has ended; `was`: the bytes before.
 * What a token truly is, its letters say. */
static inline void runs_find(const char *p, struct kinds *was, struct runs *r)
{
	struct kinds k = { 0 };
	kinds_add(&k, p, 0);
	kinds_add(&k, p, BYTES);
	kinds_add(&k, p, 2 * BYTES);
	kinds_add(&k, p, 3 * BYTES);
	bits64 tails = behind(k.two | k.three, was->two | was->three, 1) | behind(k.three, was->three, 2);
	k.letters &= ~(k.two | k.three | tails);
	bits64 go_on = (k.letters & behind(k.letters, was->letters, 1)) | (k.digits & behind(k.digits, was->digits, 1)) | tails;
	bits64 blank_before = behind(k.blanks, was->blanks, 1);
	r->starts = ~k.blanks & (blank_before | ~go_on);
	r->ends = ~blank_before & (k.blanks | r->starts);
	r->joins = r->ends & (k.two | k.three | k.apostrophes);
	*was = k;
}

/* The lowest bit's place, which is taken away. */
static inline unsigned next_bit(bits64 *bits)
{
	unsigned i = (unsigned)__builtin_ctzll(*bits);
	*bits &= *bits - 1;
	return i;
}
#endif
