/* table.h - a table: its columns from the embedded Table Schema (schemas/tables), its cells from a parsed record. */
#ifndef TABLE_TABLE_H
#define TABLE_TABLE_H
#include "record/schema.h"

/* The three tables, and behind them those that --links adds. */
enum { MEETINGS, OFFICIALS, DIRECTIVES, TABLES, LINK_TABLES = 2, ALL_TABLES = TABLES + LINK_TABLES, TABLE_COLUMNS = 64 };

struct table {
	const char *name;          /* "meetings" */
	struct str record;         /* type of its records: "meeting" */
	struct str each;           /* record member whose list gives a row for each value; empty: one row a record */
	struct column *column;
	unsigned columns;
	struct json schema;        /* the whole of it, for the metadata */
};

/* Reads the schemas built into the program; what they say lives as long as `a`. */
void tables_open(struct table t[ALL_TABLES], struct arena *a);
/* Rows that a parsed record gives. */
unsigned table_rows(const struct table *t, const struct json *j);
/* The cells of row `row` (from 0) of a parsed record, copied into a: a list's values joined with "; " (a ';' inside one becomes ','), an
 * absent member empty. */
void table_cells(const struct table *t, const struct json *j, unsigned row, struct str *cell, struct arena *a);
#endif
