/* keys.h - the foreign keys of a table as the metadata says them. */
#ifndef TABLE_KEYS_H
#define TABLE_KEYS_H
#include "table/csvfile.h"

struct key_style {
	const char *fields;      /* member that names the columns: "fields", "columnReference" */
	const char *suffix;      /* behind a table's name in "resource": "", ".csv" */
	bool header;             /* columns are named as in the header row, else as in the schema */
	bool lists;              /* a column may hold several ids in a cell */
};

/* Appends ,"foreignKeys":[..] of table `of` with the keys of its schema that hold of these files: the other table is written, in one
 * file, and no cell holds several ids unless lists allows it. Nothing when there is none. */
void keys_put_foreign(struct buf *b, const struct csvfile f[ALL_TABLES], unsigned of, const struct key_style *style);
#endif
