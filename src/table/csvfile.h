/* csvfile.h - one table written as CSV: to standard output, to a spool for later, or to files of a directory, a new one behind each
 * EXCEL_ROWS of the Excel dialect. */
#ifndef TABLE_CSVFILE_H
#define TABLE_CSVFILE_H
#include "base/digest.h"
#include "table/dialect.h"
#include "table/table.h"

/* What a written file holds, for the metadata. */
struct part {
	char name[64];             /* "meetings.csv", "meetings-2.csv" */
	unsigned long long rows, bytes;
	char sha256[DIGEST_HEX + 1];
};

enum csv_to { CSV_STDOUT, CSV_SPOOL, CSV_FILES };

struct csvfile {
	const struct table *table;
	const struct dialect *dialect;
	enum csv_to to;
	const char *dir;           /* of CSV_FILES */
	struct buf waiting;        /* not yet written */
	int spool;
	unsigned file;             /* of publish_file */
	struct digest *digest;
	struct part *part;         /* of CSV_FILES; the last is being written */
	unsigned parts;
	unsigned long long rows;   /* of all parts */
	bool many;                 /* a cell of links holds more than one id */
};

/* table, dialect, to and dir are set by the caller, the rest is zero. Writes the byte order mark, when wanted, and the header. */
void csvfile_open(struct csvfile *f);
void csvfile_row(struct csvfile *f, const struct str *cell);
/* Hands over what is waiting; a spool goes to standard output. Files appear with publish_all. */
void csvfile_close(struct csvfile *f);
/* Of CSV_FILES: files of the table that an earlier run left, behind the last part of this one, go with publish_all. csvfile_close does it. */
void csvfile_absent(const struct csvfile *f);
/* What stands in the header above column i, or would: its name, or its Vietnamese title. */
struct str header_text(const struct dialect *d, const struct column *c);
#endif
