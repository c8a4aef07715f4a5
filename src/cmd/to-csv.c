/* to-csv - the event records of a stream as tables: one as CSV to standard output, all three there, three files in a directory with
 * their metadata, an Excel workbook. Rows of a document are held until its `end`; a document that never ends gives none and a complaint. */
#include "base/diag.h"
#include "base/io.h"
#include "base/opt.h"
#include "table/package.h"
#include "table/publish.h"
#include "table/rows.h"
#include "table/seen.h"
#include "table/xlsx.h"

static const char *bom, *crlf, *csvw, *delimiter, *directory, *excel, *header, *links, *null, *xlsx;
static const struct opt options[] = {
	{ 0, "bom", NULL, "begin with a UTF-8 byte order mark", &bom },
	{ 0, "crlf", NULL, "end lines with CR LF", &crlf },
	{ 0, "csvw", NULL, "with -d: write csv-metadata.json (W3C CSV on the Web) too", &csvw },
	{ 0, "delimiter", "CHAR", "part cells by CHAR instead of ','; 'tab' or '\\t' for a tab", &delimiter },
	{ 'd', "directory", "DIR", "write meetings.csv, officials.csv, directives.csv and datapackage.json into DIR", &directory },
	{ 0, "excel", NULL, "for Excel: --bom --crlf, no cell a formula, cells and files within its limits", &excel },
	{ 0, "header", "en|vi|none", "column names, Vietnamese titles, or no header row", &header },
	{ 0, "links", NULL, "with -d: write meeting_officials.csv and meeting_directives.csv too, the pairs of meeting_ids", &links },
	{ 0, "null", "TEXT", "write TEXT for an unknown value instead of nothing", &null },
	{ 0, "xlsx", "FILE", "write a workbook with a sheet for each table", &xlsx },
	{ 0, NULL, NULL, NULL, NULL },
};
static const struct opt_program program = { "to-csv", "[OPTION...] [meetings|officials|directives] [FILE...]",
					    "Writes the tables of a record stream as CSV.", options };

static struct table tables[ALL_TABLES];
static struct csvfile files[ALL_TABLES];
static struct dialect dialect = { .delimiter = ',', .null = "" };
static int only = -1;
static bool repeated;            /* a document came twice, so ids do too */

static void read_dialect(void)
{
	if (delimiter)
		dialect.delimiter = strcmp(delimiter, "tab") == 0 || strcmp(delimiter, "\\t") == 0 ? '\t' : delimiter[0];
	if (delimiter && (!delimiter[0] || (delimiter[1] && dialect.delimiter != '\t') || delimiter[0] & 0x80 || strchr("\"\r\n", delimiter[0])))
		opt_refuse(&program, "no delimiter:", delimiter);
	dialect.excel = excel != NULL;
	dialect.bom = bom || excel;
	dialect.crlf = crlf || excel;
	dialect.null = null ? null : "";
	for (const char *p = dialect.null; *p; p++)
		if (strchr("\"\r\n", *p) || *p == dialect.delimiter)
			opt_refuse(&program, "no text for --null:", null);
	if (header && strcmp(header, "vi") == 0)
		dialect.header = HEADER_VI;
	else if (header && strcmp(header, "none") == 0)
		dialect.header = HEADER_NONE;
	else if (header && strcmp(header, "en") != 0)
		opt_refuse(&program, "no kind of header:", header);
}

static void read_options(void)
{
	read_dialect();
	if (csvw && (!directory || only >= 0))
		opt_refuse(&program, "--csvw describes the three tables of", "-d DIR");
	if (links && (!directory || only >= 0))
		opt_refuse(&program, "--links belongs to the three tables of", "-d DIR");
	if (xlsx && !xlsx_available())
		opt_refuse(&program, "this build has no libxlsxwriter for", "--xlsx");
}

static bool wanted(unsigned i) { return only == (int)i || (only < 0 && (i < TABLES || links)); }

static void open_all(void)
{
	if (directory)
		publish_directory(directory);
	if (xlsx)
		xlsx_open(xlsx, tables, only, dialect.header);
	for (unsigned i = 0; i < ALL_TABLES; i++) {
		enum csv_to to = directory ? CSV_FILES : only < 0 && i > 0 ? CSV_SPOOL : CSV_STDOUT;
		files[i] = (struct csvfile){ .table = &tables[i], .dialect = &dialect, .to = to, .dir = directory };
		if (wanted(i) && (directory || !xlsx))
			csvfile_open(&files[i]);
	}
}

static void say_cuts(const struct row *r)
{
	for (unsigned i = 0; i < tables[r->table].columns; i++)
		if (excel_fit(r->cell[i]).n < r->cell[i].n)
			diag_at(DIAG_REFUSED, r->file, r->line, "%s.%.*s is cut: Excel takes %d characters of a cell", tables[r->table].name,
				(int)tables[r->table].column[i].name.n, tables[r->table].column[i].name.p, EXCEL_CELL);
}

static void write_document(struct str doc, const struct row *first)
{
	if (directory && seen_before(doc))
		repeated = true;
	if (xlsx)
		xlsx_document();
	for (const struct row *r = first; r; r = r->next) {
		if (!wanted(r->table))
			continue;
		if (excel || xlsx)
			say_cuts(r);
		if (directory || !xlsx)
			csvfile_row(&files[r->table], r->cell);
		if (xlsx && r->table < TABLES)
			xlsx_row(r->table, r->cell);
	}
}

static void close_csv(void)
{
	for (unsigned i = 0; i < ALL_TABLES; i++) {
		if (only < 0 && i > 0 && i < TABLES && !directory)
			out_bytes(dialect_line_end(&dialect));
		if (wanted(i))
			csvfile_close(&files[i]);
	}
}

/* datapackage.json last: it vouches for the others. What an earlier run left of it is void when this run does not write it. */
static void write_metadata(void)
{
	if (csvw)
		csvw_write(directory, files, !repeated);
	else
		publish_absent(directory, "csv-metadata.json");
	for (unsigned i = TABLES; i < ALL_TABLES; i++)
		if (!wanted(i))
			csvfile_absent(&files[i]);
	if (only < 0)
		package_write(directory, files, !repeated);
	else
		publish_absent(directory, "datapackage.json");
}

int main(int argc, char **argv)
{
	diag_program("to-csv");
	struct arena a = { 0 };
	int first = opt_parse(&program, argc, argv);
	tables_open(tables, &a);
	for (unsigned i = 0; i < TABLES && first < argc; i++)
		if (strcmp(argv[first], tables[i].name) == 0) {
			only = (int)i;
			first++;
			break;
		}
	read_options();
	open_all();
	rows_read(argv + first, argc - first, tables, links ? ALL_TABLES : TABLES, write_document);
	if (directory || !xlsx)
		close_csv();
	if (directory)
		write_metadata();
	if (xlsx)
		xlsx_close();
	if ((directory || xlsx) && diag_status() < DIAG_FAILED)
		publish_all();
	return io_finish();
}
