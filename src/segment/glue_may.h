/* glue_may.h - a quick look at thirty-two places at a time, for glue.c and sweep.c. */
#ifndef SEGMENT_GLUE_MAY_H
#define SEGMENT_GLUE_MAY_H
#include "base/wide.h"

/* Top bits: a place may be that of a glue, by its byte and its neighbours: a capital, a quote that opens, # not behind a blank or (; " or ' before a
 * capital; a digit or ' behind a mark; a small letter behind a stop. Some are let through that glue_next refuses. here: the bytes; before, next,
 * last: those one before, one and two behind. */
WIDE_INLINE bytes32 glue_may(bytes32 before, bytes32 here, bytes32 next, bytes32 last)
{
	bytes32 capital = wide_in(here, 'A', 'Z') | (wide_are(here, 0xE1) & ~wide_bit(last, 0)) | (wide_are(here, 0xC3) & ~wide_bit(next, 5)) |
			  (wide_are(here, 0xC4) & (~wide_bit(next, 0) | wide_in(next, 0xB8, 0xFF))) | (wide_are(here, 0xC5) & ~wide_are(next, 0xA9)) |
			  (wide_are(here, 0xC6) & (wide_are(next, 0xA0) | wide_are(next, 0xAF)));
	bytes32 opening = wide_are(here, '#') | (wide_are(here, 0xE2) & wide_are(last | wide_all(4), 0x9C));
	bytes32 mark = before | wide_are(before, '.') | wide_are(before, ')') | wide_are(before, '"') | wide_are(before, '!') | wide_are(before, '?');
	bytes32 behind_mark = ((wide_in(here, '0', '9') | wide_are(here, '\'')) & mark) | (wide_in(here, 'a', 'z') & wide_are(before, '.'));
	bytes32 quote = (wide_are(here, '"') | wide_are(here, '\'')) & (wide_in(next, 'A', 'Z') | wide_in(next, 0xC3, 0xE1));
	bytes32 acronym = wide_in(before, 'A', 'Z') & ~here & wide_in(next, 0, '`');            /* behind a capital begins a word with a small letter */
	return (((capital | opening | behind_mark) & ~acronym) | quote) & ~wide_are(before | wide_all(8), '(');        /* a blank or ( */
}
#endif
