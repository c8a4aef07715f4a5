/* glue.h - where one page may be glued to the next inside a line: "... nàyNgày 14/6", "... TTXVNHôm nay". */
#ifndef SEGMENT_GLUE_H
#define SEGMENT_GLUE_H
#include "base/str.h"

/* The next place behind byte `from` of s, s.n: none. Only the last GLUE_REACH bytes are looked at, so that a line costs no more than its size. */
enum { GLUE_REACH = 3000, GLUE_REST = 4 };        /* none among the last GLUE_REST bytes */
size_t glue_next(struct str s, size_t from);

/* The same from what one pass over the line left (sweep.h): for each thirty-two bytes of the line the bits of glue_may, of a long line for the blocks
 * from `first` on; any: one is set. */
enum { GLUE_BLOCK = 32 };
struct glue_marks { size_t first; bool any; unsigned block[GLUE_REACH / GLUE_BLOCK + 2]; };
size_t glue_marked(const struct glue_marks *m, struct str s, size_t from);
static inline size_t glue_first_block(size_t n) { return n > GLUE_REACH ? (n - GLUE_REACH) / GLUE_BLOCK : 0; }
#endif
