/* xlsx.h - the tables as one Excel workbook, row by row in constant memory. The only user of libxlsxwriter; built without it (no
 * HAVE_XLSXWRITER) xlsx_available is false and nothing else may be called. */
#ifndef TABLE_XLSX_H
#define TABLE_XLSX_H
#include "table/dialect.h"
#include "table/table.h"

bool xlsx_available(void);
/* Starts FILE (through publish_file) with a sheet for each table; with `only` >= 0 for that table alone. Header texts as in `header`. */
void xlsx_open(const char *file, const struct table t[TABLES], int only, enum header header);
/* The next row of a table; meetings before the rows that link to them. Text over EXCEL_CELL is cut with EXCEL_MARK. */
void xlsx_row(unsigned table, const struct str *cell);
/* The rows of the next document follow: links go to meetings of the same document only. */
void xlsx_document(void);
/* Completes the file; it appears with publish_all. */
void xlsx_close(void);
#endif
