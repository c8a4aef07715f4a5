/* dialect.c - cells into a line. Excel: [=1+1] -> '=1+1, so that it stays text. */
#include "table/dialect.h"
#include "base/csv.h"

struct str dialect_line_end(const struct dialect *d) { return d->crlf ? STR("\r\n") : STR("\n"); }

struct str excel_fit(struct str cell)
{
	size_t units = 0, room = 0;
	if (cell.n <= EXCEL_CELL)        /* no character has fewer bytes than UTF-16 units */
		return cell;
	for (size_t i = 0; i < cell.n; i++) {
		unsigned char c = (unsigned char)cell.p[i];
		if ((c & 0xC0) == 0x80)
			continue;
		units += c >= 0xF0 ? 2 : 1;
		if (units <= EXCEL_CELL - (sizeof EXCEL_MARK - 1))
			room = i + (c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : c >= 0xC0 ? 2 : 1);
		if (units > EXCEL_CELL)
			return str_sub(cell, 0, room);
	}
	return cell;
}

/* What a spreadsheet would run, or take for another cell. */
static bool is_formula(struct str s) { return s.n && memchr("=+-@\t\r", s.p[0], 7); }   /* the seventh is NUL */

/* The cell as Excel may have it; valid until the next call. */
static struct str for_excel(struct str cell)
{
	static struct buf b;
	struct str fit = excel_fit(cell);
	if (fit.n == cell.n && !is_formula(cell))
		return cell;
	buf_clear(&b);
	if (is_formula(cell))
		buf_char(&b, '\'');
	buf_add(&b, fit);
	if (fit.n < cell.n)
		buf_add(&b, STR(EXCEL_MARK));
	return buf_str(&b);
}

void dialect_row(struct buf *out, const struct dialect *d, const struct str *cell, unsigned n)
{
	struct str null = str_c(d->null);
	for (unsigned i = 0; i < n; i++) {
		if (i)
			buf_char(out, d->delimiter);
		if (cell[i].n == 0)
			buf_add(out, null);
		else if (str_eq(cell[i], null))
			csv_put_quoted(out, cell[i]);
		else
			csv_put_cell(out, d->excel ? for_excel(cell[i]) : cell[i], d->delimiter);
	}
	buf_add(out, dialect_line_end(d));
}
