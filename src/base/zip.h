/* zip.h - a look at a zip file that a library wrote: is each member there to its last byte? */
#ifndef BASE_ZIP_H
#define BASE_ZIP_H
#include "base/str.h"

enum { ZIP_TAIL = 16 };
/* Calls member for each file in the archive with its name, its size uncompressed, and its last bytes (ZIP_TAIL at most), all taken from the
 * data itself; false from it ends the walk. False: it said so, or this is no zip file, or a member is damaged. Not for archives over 4 GiB,
 * encrypted or split ones, or such with a comment. */
bool zip_walk(const char *path, bool (*member)(struct str name, unsigned long long size, struct str tail));
#endif
