/* publish.h - the tables as files of a directory, each complete or not there. */
#ifndef TABLE_PUBLISH_H
#define TABLE_PUBLISH_H
#include "table/table.h"

/* Temporary files in dir, made if need be. Failure ends the program with status 3. */
void publish_open(const char *dir);
/* Appends what is done of table i and clears it. */
void publish_write(unsigned i, struct table *t);
/* fsync and rename of every table written; with keep false the temporary files are removed and the old tables stay. */
void publish_close(const struct table t[TABLES], bool keep);
#endif
