/* boundary.h - whether a new page begins at a line, as a sum of weights. */
#ifndef SEGMENT_BOUNDARY_H
#define SEGMENT_BOUNDARY_H
#include "segment/line.h"

/* What is known around a line: it, the two non-blank lines behind it and the one before (s.n 0: none). */
struct seen { struct str s; unsigned words; const char *zone; };
struct around { struct seen line, next, after, before; unsigned blanks, blanks_behind; size_t page_bytes; unsigned page_bodies; };

bool boundary_here(const struct around *a);
/* Byte in the line where the next page starts glued to the last words of this one; 0 if nowhere. */
size_t boundary_seam(const struct noise *n, struct str line);
#endif
