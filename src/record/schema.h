/* schema.h - what a table's schema (schemas/tables/NAME.json, built into the program) says of its columns. */
#ifndef RECORD_SCHEMA_H
#define RECORD_SCHEMA_H
#include "base/arena.h"

struct column { struct str name, title, path; };   /* header, Vietnamese title, record member */
struct schema {
	struct str record;                         /* type of its records: "meeting" */
	struct column *column;
	unsigned columns;
};

/* Reads the schema called `file` ("meetings.json"); what it says lives as long as `a`. */
void schema_read(struct schema *s, const char *file, struct arena *a);
#endif
