/* resource.h - the text of a lexicon table: built into the program, or read from a folder that replaces the tables. */
#ifndef BASE_RESOURCE_H
#define BASE_RESOURCE_H
#include "base/arena.h"

/* dir NULL: built in. A table that is not there, or cannot be read: said, then exit with status 2. */
struct str resource_text(const char *dir, const char *table, struct arena *a);
#endif
