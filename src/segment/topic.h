/* topic.h - what lines speak of: pairs of neighbouring syllables ("Tô Lâm", "dịch tả"), those of lexicon/common.csv left out. */
#ifndef SEGMENT_TOPIC_H
#define SEGMENT_TOPIC_H
#include "segment/line.h"

enum { TOPIC_PAIRS = 96 };        /* a line counts with its first pairs, no more */

/* id: 16 bits of a hash; with TOPIC_NAME where both syllables are capitalised. Good until some 300 more lines are looked at. */
struct pairs { const unsigned *id; unsigned n; };
enum { TOPIC_NAME = 1 << 16 };

void topic_load(const char *dir);                /* errors: said, exit 2 by the caller */
/* The pairs of a line that is not blank; read once, then remembered. */
struct pairs topic_pairs(struct line *l, struct str text);

/* The pairs of a page so far; older ones fade as the page grows. */
struct bag { unsigned char bits[2][1 << 13]; unsigned added; };
void bag_clear(struct bag *b);
/* Returns how many of the pairs were there before. */
unsigned bag_add(struct bag *b, struct pairs p);

static inline bool bag_has(const struct bag *b, unsigned id)
{
	id &= 0xFFFF;
	return (b->bits[0][id >> 3] | b->bits[1][id >> 3]) >> (id & 7) & 1;
}
#endif
