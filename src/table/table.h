/* table.h - a table: its columns from the embedded Table Schema (schemas/tables), its cells from a parsed record. */
#ifndef TABLE_TABLE_H
#define TABLE_TABLE_H
#include "record/schema.h"

enum { TABLES = 3, MEETINGS = 0, TABLE_COLUMNS = 64 };   /* of a table at most */

struct table {
	const char *name;          /* "meetings" */
	struct str record;         /* type of its records: "meeting" */
	struct column *column;
	unsigned columns;
	struct json schema;        /* the whole of it, for the metadata */
};

/* Reads the three schemas built into the program; what they say lives as long as `a`. */
void tables_open(struct table t[TABLES], struct arena *a);
/* The cells of a parsed record, copied into a: a list's values joined with "; " (a ';' inside one becomes ','), an absent member empty. */
void table_cells(const struct table *t, const struct json *j, struct str *cell, struct arena *a);
#endif
