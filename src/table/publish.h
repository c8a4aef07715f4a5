/* publish.h - several files that appear together: each is written beside its place, and all are renamed in one go at the end. */
#ifndef TABLE_PUBLISH_H
#define TABLE_PUBLISH_H
#include "base/str.h"

/* Makes the directory if need be. Here and below a failure says what failed and ends the program with status 3; an end of the program
 * before publish_all, by failure or by SIGHUP, SIGINT or SIGTERM, removes what was written and leaves the old files. */
void publish_directory(const char *dir);
/* Opens a temporary file beside dir/name (dir NULL: name is the path) and returns its number. */
unsigned publish_file(const char *dir, const char *name);
void publish_write(unsigned file, struct str s);
/* Path of the temporary file, for a library that wants to open it itself. */
const char *publish_path(unsigned file);
/* Removes dir/name, if it is there, together with the renames. */
void publish_absent(const char *dir, const char *name);
/* fsync of every file, then the renames in the order of opening with nothing between them, then the removals and fsync of the directory.
 * When a rename fails those before it are taken back. A reader in between can meet two runs only within these few system calls; a
 * file renamed last that holds the sums of the others (datapackage.json) tells whether all belong together. */
void publish_all(void);
#endif
