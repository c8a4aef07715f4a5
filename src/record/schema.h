/* schema.h - what a table's schema (schemas/tables/NAME.json, built into the program) says of its columns. */
#ifndef RECORD_SCHEMA_H
#define RECORD_SCHEMA_H
#include "base/json.h"

enum column_kind { COLUMN_TEXT, COLUMN_INTEGER, COLUMN_DATE };

struct column {
	struct str name, title;    /* header and Vietnamese title: "meeting_id", "Mã cuộc họp" */
	struct str path;           /* record member */
	enum column_kind kind;
	unsigned width;            /* of a sheet, in characters */
	bool links;                /* ids of rows of the table meetings */
};

struct schema {
	struct str record;         /* type of its records: "meeting" */
	struct str each;           /* record member whose list gives a row for each value; empty: one row a record */
	struct column *column;
	unsigned columns;
	struct json json;          /* the whole of it, for the metadata */
};

/* Reads the schema called `file` ("meetings.json"); what it says lives as long as `a`. One that is not built in ends the program. */
void schema_read(struct schema *s, const char *file, struct arena *a);
#endif
