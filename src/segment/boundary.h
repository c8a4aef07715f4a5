/* boundary.h - whether a new page begins at a line, or inside it, by the weights lexicon/boundary.csv gives the values of features (features.h). */
#ifndef SEGMENT_BOUNDARY_H
#define SEGMENT_BOUNDARY_H
#include "segment/features.h"
#include "segment/glue.h"

/* dir NULL: the table built in. noise: the phrases lines were looked at with. Errors: said, exit 2 by the caller. */
void boundary_load(const char *dir, const struct noise *noise);
/* Where the next page starts in line *i: 0: at the line's begin, p > 0: at its byte p (of line[*i].at); BOUNDARY_NONE: it does not.
 * *i may move back to a line that was passed: the section or the date above a headline, at most BOUNDARY_LINES lines, blank ones apart.
 * glue: of line *i. To be asked for every line of a page in turn; features_page() when a page starts. */
enum { BOUNDARY_NONE = -1, BOUNDARY_LINES = 8 };
long boundary_in(const struct window *w, unsigned *i, const struct glue_marks *glue);

/* Other places where the page that is found to start at byte `at` of line i may really start: near the line's begin, at lines before it, ... */
enum { BOUNDARY_NEAR = 3 * BOUNDARY_LINES };
struct boundary_near { unsigned n, line[BOUNDARY_NEAR]; size_t at[BOUNDARY_NEAR]; };
void boundary_near(const struct window *w, unsigned i, size_t at, struct boundary_near *n);

/* For learning. The values of all features at line i, or where it is cut at byte `at`, when the page is known up to line `known`;
 * false: no boundary can be there. */
bool boundary_values(const struct window *w, unsigned i, size_t at, unsigned known, unsigned char value[FEATURES]);
#endif
