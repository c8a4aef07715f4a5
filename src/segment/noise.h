/* noise.h - the phrases of lexicon/noise.csv and what zone they give a line. */
#ifndef SEGMENT_NOISE_H
#define SEGMENT_NOISE_H
#include "base/str.h"

struct noise;
struct noise *noise_load(const char *dir);   /* NULL: built in; errors: exit 2 */
/* The zone a phrase of the table gives the trimmed line, NULL if none. */
const char *noise_zone(const struct noise *n, struct str line);
/* Length of the longest whole-line phrase that starts the line; 0 if none. */
size_t noise_prefix(const struct noise *n, struct str line);
#endif
