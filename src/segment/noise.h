/* noise.h - what a line is by its own looks: phrases of lexicon/noise.csv, stamps, captions, by-lines, doubled headlines. */
#ifndef SEGMENT_NOISE_H
#define SEGMENT_NOISE_H
#include "base/buf.h"

struct noise;
struct noise *noise_load(const char *dir);   /* NULL: built in; errors: exit 2 */
/* The zone a phrase of the table gives the line, NULL if none. */
const char *noise_zone(const struct noise *n, struct str line);
/* Length of the longest whole-line phrase that starts the line; 0 if none. */
size_t noise_prefix(const struct noise *n, struct str line);

bool line_is_stamp(struct str line);         /* a date in full and little else */
bool line_is_doubled(struct str line);       /* the same text twice: a related headline */
bool line_is_headline(struct str line);      /* 4-40 words from a capital on, no final stop */
bool line_is_byline(struct str line);        /* 1-4 capitalised words alone */
bool line_starts_lead(struct str line);      /* Ngày, Sáng, Chiều, Tối, Hôm nay + digit; (BAO) - */
unsigned line_words(struct str line);
#endif
