/* points.h - where the code points of one text lie among its bytes, counted once, so that each question costs the same.
 * Of "Ông" point 1 is at byte 2, and before byte 4 there are three points: points_byte(&p, 1) -> 2, points_before(&p, 4) -> 3. */
#ifndef RECORD_POINTS_H
#define RECORD_POINTS_H
#include "base/str.h"

struct points_block;
struct points { const struct points_block *block; size_t at, all, bytes; };   /* at: the block asked for last; all: points of the text */

/* The text is UTF-8. What is told is good until the next call. */
struct points points_count(struct str text);
/* How many points begin before a byte. */
size_t points_before(const struct points *p, size_t byte);
/* Byte where a point begins; the text's end if it has no such point. Points are asked for in their order. */
size_t points_byte(struct points *p, unsigned long long point);
#endif
