/* points.h - where the code points of one text lie among its bytes, counted once, so that each question costs the same.
 * Before byte 4 of "Ông" there are three: points_before(&p, 4) -> 3. */
#ifndef RECORD_POINTS_H
#define RECORD_POINTS_H
#include "base/bytes.h"
#include "base/str.h"

struct points_block { unsigned long long begins; size_t before; };
struct points { const struct points_block *block; };

/* The text is UTF-8. What is told is good until the next call. */
struct points points_count(struct str text);
/* How many points begin before a byte. */
static inline size_t points_before(const struct points *p, size_t byte)
{
	const struct points_block *b = &p->block[byte / 64];
	return b->before + bits_count(b->begins & ((1ULL << byte % 64) - 1));
}
#endif
