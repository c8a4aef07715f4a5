/* tables.h - the text of a lexicon table: built in, or of --lexicon DIR. */
#ifndef SEGMENT_TABLES_H
#define SEGMENT_TABLES_H
#include "base/arena.h"

/* dir NULL: built in. p NULL: there is no such table (already said, status 2). */
struct str table_text(const char *dir, const char *name, struct arena *a);
#endif
