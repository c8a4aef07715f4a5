/* dialect.h - how a row is written as CSV: the plain RFC 4180 default, and what spreadsheets and databases want instead. */
#ifndef TABLE_DIALECT_H
#define TABLE_DIALECT_H
#include "base/buf.h"

enum header { HEADER_EN, HEADER_VI, HEADER_NONE };

/* What Excel holds: rows of a sheet with the header's, characters (UTF-16 units) of a cell. */
enum { EXCEL_ROWS = 1048576, EXCEL_CELL = 32767 };

struct dialect {
	char delimiter;
	bool crlf, bom, excel;   /* excel: formula guard, EXCEL_CELL, EXCEL_ROWS */
	enum header header;
	const char *null;        /* stands, unquoted, for an empty cell; a cell that holds these very characters is quoted */
};

struct str dialect_line_end(const struct dialect *d);
void dialect_row(struct buf *out, const struct dialect *d, const struct str *cell, unsigned n);
/* The longest beginning of `cell` that leaves room for EXCEL_MARK within EXCEL_CELL; `cell` itself when it fits. */
struct str excel_fit(struct str cell);
#define EXCEL_MARK " [...]"
#endif
