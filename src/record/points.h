/* points.h - where the code points of one text lie among its bytes, counted once, so that each question costs the same.
 * Before byte 4 of "Ông" there are three: points_before(&p, 4) -> 3. */
#ifndef RECORD_POINTS_H
#define RECORD_POINTS_H
#include "base/str.h"

struct points_block;
struct points { const struct points_block *block; };

/* The text is UTF-8. What is told is good until the next call. */
struct points points_count(struct str text);
/* How many points begin before a byte. */
size_t points_before(const struct points *p, size_t byte);
#endif
