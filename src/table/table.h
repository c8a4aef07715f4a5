/* table.h - one CSV table: its columns from the embedded Table Schema, its rows from records. */
#ifndef TABLE_TABLE_H
#define TABLE_TABLE_H
#include "base/json.h"

enum { TABLES = 3 };

struct table {
	const char *name;          /* "meetings" */
	struct str record;         /* type of its records: "meeting" */
	struct str *column, *path; /* header and record member */
	unsigned columns;
	struct buf held;           /* rows of the document under way */
	struct buf done;           /* complete rows not yet written, header first */
};

/* Reads the three schemas built into the program; what they say lives as long as `a`. */
void tables_open(struct table t[TABLES], struct arena *a);
/* Adds a row to `held` from a parsed record. */
void table_row(struct table *t, const struct json *j, struct arena *a);
#endif
