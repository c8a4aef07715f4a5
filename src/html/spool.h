/* spool.h - bytes that wait on disk until what stands before them is known. Failure ends the program with status 3. */
#ifndef HTML_SPOOL_H
#define HTML_SPOOL_H
#include "base/str.h"

/* A nameless file in $TMPDIR, else /tmp; gone with the program, however that ends. */
void spool_open(void);
void spool_add(struct str s);
/* Everything added so far goes to standard output. */
void spool_copy(void);
#endif
