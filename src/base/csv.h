/* csv.h - rows of an RFC 4180 text in memory, and cells written. The only user of libcsv. */
#ifndef BASE_CSV_H
#define BASE_CSV_H
#include "base/buf.h"

enum { CSV_FIELDS = 64 };
/* Calls row for each row (line: number of the row's first line, from 1; at most CSV_FIELDS fields, valid during the call).
 * Cells keep their blanks. False: not CSV (an open quote at the end); the rows before were handed over. */
bool csv_read(struct str text, void (*row)(void *ctx, unsigned long line, const struct str *field, unsigned n), void *ctx);
/* The cell, quoted only where it must be: delimiter, quote, CR, LF, a blank at either end. */
void csv_put_cell(struct buf *out, struct str cell, char delimiter);
void csv_put_quoted(struct buf *out, struct str cell);
#endif
