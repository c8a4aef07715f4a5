/* spool.h - bytes kept aside on disk until their turn comes: a temporary file without a name, gone with the program however it ends. */
#ifndef BASE_SPOOL_H
#define BASE_SPOOL_H
#include "base/str.h"

/* A descriptor of a new file in $TMPDIR (or /tmp). Every failure here ends the program with status 3. */
int spool_open(void);
void spool_write(int fd, struct str s);
/* All that was written, to standard output; closes fd. */
void spool_out(int fd);
#endif
