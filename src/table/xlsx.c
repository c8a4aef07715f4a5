/* xlsx.c - one workbook: sheets "meetings", "officials", "directives" (and "officials_2" behind EXCEL_ROWS), header frozen and filtered,
 * whole days as dates (others, "XXXX-11-24", as text), counts as numbers, meeting_ids linked to the row of their first meeting.
 * All else is text, "01" and "=1+1" too. The creation time is a constant, so the same records give the same bytes. */
#include "table/xlsx.h"
#include "base/diag.h"
#include "base/grow.h"
#include "base/zip.h"
#include "table/publish.h"

#ifndef HAVE_XLSXWRITER
bool xlsx_available(void) { return false; }
void xlsx_open(const char *file, const struct table t[TABLES], int only, enum header header) { (void)file, (void)t, (void)only, (void)header; }
void xlsx_row(unsigned table, const struct str *cell) { (void)table, (void)cell; }
void xlsx_document(void) {}
void xlsx_close(void) {}
#else
#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <xlsxwriter.h>

enum { LINKS = 65530 };                           /* hyperlinks that Excel takes of a sheet */
static const time_t created = 946684800;          /* 2000-01-01: any constant will do */

struct sheet {
	const struct table *table;
	lxw_worksheet *out;
	unsigned number;                          /* 1 or the continuation's */
	lxw_row_t row;                            /* next to be written */
	unsigned links;
	bool links_full;
};

struct place { struct str id; unsigned sheet; lxw_row_t row; };   /* of a meeting of this document */

static lxw_workbook *book;
static lxw_format *bold, *day, *link_format;
static struct sheet sheet[TABLES];
static enum header header;
static unsigned file;
static struct arena document;
static struct place *place;
static unsigned places;
static size_t places_cap;
static struct buf text;
static unsigned long long rows_bytes, sheets_bytes;      /* as written row by row; as they stand in the workbook */

bool xlsx_available(void) { return true; }

static void must(lxw_error code, const char *what)
{
	if (code != LXW_NO_ERROR)
		diag_fatal("%s: %s", what, lxw_strerror(code));
}

/* "_x0041_" in a cell would be read as the character U+0041, so its first '_' is written as one, "_x005F_". */
static bool is_escape(struct str s, size_t i)
{
	if (s.n - i < 7 || s.p[i] != '_' || s.p[i + 1] != 'x' || s.p[i + 6] != '_')
		return false;
	for (size_t k = i + 2; k < i + 6; k++)
		if (!isxdigit((unsigned char)s.p[k]))
			return false;
	return true;
}

/* NUL, U+FFFE and U+FFFF: bytes of a character that XML cannot hold; 0 for any other. */
static size_t no_character(struct str s, size_t i)
{
	if (s.p[i] == 0)
		return 1;
	return s.n - i >= 3 && memcmp(s.p + i, "\xEF\xBF", 2) == 0 && (unsigned char)s.p[i + 2] >= 0xBE ? 3 : 0;
}

/* NUL-ended, cut to fit, as the file wants it; valid until the next call. */
static const char *c_text(struct str s)
{
	struct str fit = excel_fit(s);
	buf_clear(&text);
	for (size_t i = 0; i < fit.n;) {
		size_t bad = no_character(fit, i);
		if (bad) {
			buf_add(&text, STR("\xEF\xBF\xBD"));
		} else {
			if (fit.p[i] == '_' && is_escape(fit, i) && fit.n < EXCEL_CELL / 2)   /* escapes count: a longer cell might not fit */
				buf_add(&text, STR("_x005F"));
			buf_char(&text, fit.p[i]);
		}
		i += bad ? bad : 1;
	}
	if (fit.n < s.n)
		buf_add(&text, STR(EXCEL_MARK));
	buf_char(&text, 0);
	return text.p;
}

static void sheet_open(struct sheet *s)
{
	char name[32];
	const struct table *t = s->table;
	if (s->number == 1)
		snprintf(name, sizeof name, "%s", t->name);
	else
		snprintf(name, sizeof name, "%s_%u", t->name, s->number);
	errno = ENOMEM;                  /* the failure may be that of a temporary file, which then says so */
	s->out = workbook_add_worksheet(book, name);
	if (!s->out)
		diag_fatal("sheet %s of the workbook: %s", name, strerror(errno));
	s->row = 0;
	s->links = 0;
	for (unsigned i = 0; i < t->columns; i++)
		worksheet_set_column(s->out, (lxw_col_t)i, (lxw_col_t)i, t->column[i].width, NULL);
	if (header == HEADER_NONE)
		return;
	worksheet_freeze_panes(s->out, 1, 0);
	for (unsigned i = 0; i < t->columns; i++)
		must(worksheet_write_string(s->out, 0, (lxw_col_t)i, c_text(header == HEADER_VI ? t->column[i].title : t->column[i].name), bold), name);
	s->row = 1;
}

void xlsx_open(const char *name, const struct table t[TABLES], int only, enum header h)
{
	file = publish_file(NULL, name);
	header = h;
	lxw_workbook_options options = { .constant_memory = LXW_TRUE, .tmpdir = getenv("TMPDIR") };
	lxw_doc_properties properties = { .created = created };
	book = workbook_new_opt(publish_path(file), &options);
	if (!book)
		diag_fatal("out of memory");
	workbook_set_properties(book, &properties);
	bold = workbook_add_format(book);
	format_set_bold(bold);
	day = workbook_add_format(book);
	format_set_num_format(day, "yyyy-mm-dd");
	format_set_align(day, LXW_ALIGN_LEFT);
	link_format = workbook_get_default_url_format(book);
	for (unsigned i = 0; i < TABLES; i++)
		if (only < 0 || only == (int)i) {
			sheet[i] = (struct sheet){ .table = &t[i], .number = 1 };
			sheet_open(&sheet[i]);
		}
}

/* The filter, and whether all rows reached the disk: libxlsxwriter itself does not ask. */
static void sheet_close(struct sheet *s)
{
	if (header != HEADER_NONE)
		worksheet_autofilter(s->out, 0, 0, s->row > 1 ? s->row - 1 : 1, (lxw_col_t)(s->table->columns - 1));
	FILE *rows = s->out->optimize_tmpfile;
	if (!rows || fflush(rows) != 0 || ferror(rows))
		diag_fatal("a temporary file of the workbook: write error");
	rows_bytes += (unsigned long long)ftello(rows);
}

static bool is_digits(struct str s, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
	return true;
}

static int number(struct str s, size_t from, size_t n)
{
	int v = 0;
	for (size_t i = from; i < from + n; i++)
		v = v * 10 + (s.p[i] - '0');
	return v;
}

/* A day of the calendar, not before 1900-03-01: Excel counts a 29 February 1900 that never was, and nothing before that year. */
static bool is_day(struct str s, lxw_datetime *d)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	if (s.n != 10 || s.p[4] != '-' || s.p[7] != '-' || !is_digits(s, 0, 4) || !is_digits(s, 5, 7) || !is_digits(s, 8, 10))
		return false;
	*d = (lxw_datetime){ .year = number(s, 0, 4), .month = number(s, 5, 2), .day = number(s, 8, 2) };
	if (d->year < 1900 || d->month < 1 || d->month > 12 || (d->year == 1900 && d->month < 3))
		return false;
	bool leap = d->month == 2 && d->year % 4 == 0 && (d->year % 100 != 0 || d->year % 400 == 0);
	return d->day >= 1 && d->day <= days[d->month - 1] + leap;
}

/* Digits that a double holds and a number format gives back. */
static bool is_count(struct str s) { return s.n && s.n <= 15 && is_digits(s, 0, s.n) && (s.p[0] != '0' || s.n == 1); }

static const struct place *find_place(struct str ids)
{
	for (unsigned i = 0; i < places; i++)
		if (str_starts(ids, place[i].id) && (ids.n == place[i].id.n || ids.p[place[i].id.n] == ';'))
			return &place[i];
	return NULL;
}

static bool put_link(struct sheet *s, unsigned col, struct str ids)
{
	char to[64];
	const struct place *p = find_place(ids);
	if (!p || s->links_full)
		return false;
	if (s->links == LINKS) {
		diag(DIAG_OK, "%s: links to meetings end at row %lu; Excel takes %d of a sheet", s->table->name, (unsigned long)s->row, LINKS);
		s->links_full = true;
		return false;
	}
	s->links++;
	if (p->sheet == 1)
		snprintf(to, sizeof to, "internal:'meetings'!A%lu", (unsigned long)p->row + 1);
	else
		snprintf(to, sizeof to, "internal:'meetings_%u'!A%lu", p->sheet, (unsigned long)p->row + 1);
	must(worksheet_write_url_opt(s->out, s->row, (lxw_col_t)col, to, link_format, c_text(ids), NULL), s->table->name);
	return true;
}

static void put_cell(struct sheet *s, unsigned col, struct str cell)
{
	const struct column *c = &s->table->column[col];
	lxw_datetime d;
	if (cell.n == 0 || (c->links && put_link(s, col, cell)))
		return;
	if (c->kind == COLUMN_DATE && is_day(cell, &d)) {
		must(worksheet_write_datetime(s->out, s->row, (lxw_col_t)col, &d, day), s->table->name);
	} else if (c->kind == COLUMN_INTEGER && is_count(cell)) {
		must(worksheet_write_number(s->out, s->row, (lxw_col_t)col, strtod(c_text(cell), NULL), NULL), s->table->name);
	} else {
		must(worksheet_write_string(s->out, s->row, (lxw_col_t)col, c_text(cell), NULL), s->table->name);
	}
}

static void remember(const struct sheet *s, struct str id)
{
	place = grown(place, places, &places_cap, sizeof *place);
	place[places++] = (struct place){ arena_dup(&document, id), s->number, s->row };
}

void xlsx_row(unsigned table, const struct str *cell)
{
	struct sheet *s = &sheet[table];
	if (s->row == EXCEL_ROWS) {
		sheet_close(s);
		s->number++;
		s->links_full = false;
		sheet_open(s);
	}
	if (table == MEETINGS)
		remember(s, cell[0]);
	for (unsigned i = 0; i < s->table->columns; i++)
		put_cell(s, i, cell[i]);
	s->row++;
}

void xlsx_document(void)
{
	arena_reset(&document);
	places = 0;
}

/* A temporary file that filled up in libxlsxwriter's hands leaves a part that ends early. */
static bool is_whole(struct str name, unsigned long long size, struct str tail)
{
	bool is_sheet = str_starts(name, STR("xl/worksheets/sheet"));
	sheets_bytes += is_sheet ? size : 0;
	return str_ends(str_trim(tail), is_sheet ? STR("</worksheet>") : STR(">"));
}

void xlsx_close(void)
{
	for (unsigned i = 0; i < TABLES; i++)
		if (sheet[i].out)
			sheet_close(&sheet[i]);
	must(workbook_close(book), publish_path(file));
	errno = 0;
	if (!zip_walk(publish_path(file), is_whole) || sheets_bytes < rows_bytes)
		diag_fatal("the workbook: %s", errno ? strerror(errno) : "it came out incomplete; is the disk of the temporary files (TMPDIR) full?");
}
#endif
