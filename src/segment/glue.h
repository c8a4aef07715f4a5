/* glue.h - where one page may be glued to the next inside a line: "... nàyNgày 14/6", "... TTXVNHôm nay". */
#ifndef SEGMENT_GLUE_H
#define SEGMENT_GLUE_H
#include "base/str.h"

/* The next place behind byte `from` of s, s.n: none. Only the last 3000 bytes are looked at, so that a line costs no more than its size. */
size_t glue_next(struct str s, size_t from);
#endif
