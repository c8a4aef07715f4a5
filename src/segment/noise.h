/* noise.h - the phrases of lexicon/noise.csv and what they make of a line. */
#ifndef SEGMENT_NOISE_H
#define SEGMENT_NOISE_H
#include "base/str.h"

/* Evidence for boundaries: column place (head and foot of pages), or a row that gives no zone (column zone: continues, address). */
enum noise_cue { CUE_NONE, CUE_HEAD, CUE_FOOT, CUE_CONTINUES, CUE_ADDRESS, NOISE_CUES };

struct noise_hit { const char *zone; enum noise_cue cue; };   /* zone NULL: the table gives none */

struct noise;
struct noise *noise_load(const char *dir);   /* NULL: built in; errors: said, exit 2 by the caller */
/* What the phrases make of the trimmed line. Thirty-one bytes behind it may be read. */
struct noise_hit noise_find(const struct noise *n, struct str line);
#endif
