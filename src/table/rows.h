/* rows.h - from the record stream to the rows of complete documents. */
#ifndef TABLE_ROWS_H
#define TABLE_ROWS_H
#include "table/table.h"

struct row {
	struct row *next;
	unsigned table;
	const char *file;          /* where the record stands in the stream */
	unsigned long line;
	struct str cell[];
};

/* Reads to the end of the operands, looks for records of the first `tables` of t, and calls `document` for each document that is
 * complete, in order: its id and its rows in order of the stream (NULL for none; valid during the call). Complete is what begins with a
 * `document`, ends with its `end`, and holds event records between, all with the same `doc`; anything else is said, gives no rows and
 * raises the status to 3. A line that is no JSON object is said, left out, and raises it to 1; but sentences are passed over and not
 * parsed. */
void rows_read(char **operands, int n, const struct table *t, unsigned tables, void (*document)(struct str doc, const struct row *first));
#endif
