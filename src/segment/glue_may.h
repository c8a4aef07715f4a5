/* glue_may.h - a quick look at sixteen places at a time, for glue.c and sweep.c. */
#ifndef SEGMENT_GLUE_MAY_H
#define SEGMENT_GLUE_MAY_H
#include "base/bytes.h"

/* Top bits: a place may be that of a glue, by its byte and its neighbours: a capital, a quote that opens, # not behind a blank or (; " or ' before a
 * capital; a digit or ' behind a mark; a small letter behind a stop. Some are let through that glue_next refuses. here: the bytes; before, next,
 * last: those one before, one and two behind. */
__attribute__((always_inline)) static inline bytes16 glue_may(bytes16 before, bytes16 here, bytes16 next, bytes16 last)
{
	bytes16 capital = bytes_in(here, 'A', 'Z') | (bytes_are(here, 0xE1) & ~bytes_bit(last, 0)) | (bytes_are(here, 0xC3) & ~bytes_bit(next, 5)) |
			  (bytes_are(here, 0xC4) & (~bytes_bit(next, 0) | bytes_in(next, 0xB8, 0xFF))) | (bytes_are(here, 0xC5) & ~bytes_are(next, 0xA9)) |
			  (bytes_are(here, 0xC6) & (bytes_are(next, 0xA0) | bytes_are(next, 0xAF)));
	bytes16 opening = bytes_are(here, '#') | (bytes_are(here, 0xE2) & bytes_are(last | 4, 0x9C));
	bytes16 mark = before | bytes_are(before, '.') | bytes_are(before, ')') | bytes_are(before, '"') | bytes_are(before, '!') | bytes_are(before, '?');
	bytes16 behind_mark = ((bytes_in(here, '0', '9') | bytes_are(here, '\'')) & mark) | (bytes_in(here, 'a', 'z') & bytes_are(before, '.'));
	bytes16 quote = (bytes_are(here, '"') | bytes_are(here, '\'')) & (bytes_in(next, 'A', 'Z') | bytes_in(next, 0xC3, 0xE1));
	bytes16 acronym = bytes_in(before, 'A', 'Z') & ~here & bytes_in(next, 0, '`');            /* behind a capital begins a word with a small letter */
	return (((capital | opening | behind_mark) & ~acronym) | quote) & ~bytes_are(before | 8, '(');        /* a blank or ( */
}
#endif
