/* csv.c - reading through libcsv's parser, writing through csv_write. Line numbers count LFs of the text, libcsv knows none.
 * a,"b ""c""" -> [a] [b "c"]. Lines without a quotation mark, nearly all of a table, are parted here: libcsv takes ten times as long. */
#include "base/csv.h"
#include "base/diag.h"
#include <csv.h>

struct reading {
	struct buf bytes;
	size_t start[CSV_FIELDS + 1];
	unsigned n;
	unsigned long line, row_line;
	bool within;               /* the row goes on from a line before, as far as is known */
	void (*row)(void *, unsigned long, const struct str *, unsigned);
	void *ctx;
};

static int no_blank(unsigned char c) { return (void)c, 0; }   /* libcsv would trim cells */

static void field(void *p, size_t n, void *ctx)
{
	struct reading *r = ctx;
	if (r->n < CSV_FIELDS) {
		r->start[r->n++] = r->bytes.n;
		buf_add(&r->bytes, (struct str){ p, n });
		r->start[r->n] = r->bytes.n;
	}
}

static void row_end(int c, void *ctx)
{
	struct reading *r = ctx;
	struct str f[CSV_FIELDS];
	(void)c;
	for (unsigned i = 0; i < r->n; i++)
		f[i] = (struct str){ r->bytes.p ? r->bytes.p + r->start[i] : "", r->start[i + 1] - r->start[i] };
	r->row(r->ctx, r->row_line, f, r->n);
	r->within = false;
	r->n = 0;
	r->bytes.n = 0;
	r->row_line = r->line + 1;
}

/* The whole of a row that libcsv would part at the same commas. False: it is to be asked. */
static bool plain_row(struct reading *r, struct str line)
{
	struct str f[CSV_FIELDS];
	unsigned n = 0;
	if (line.n && line.p[line.n - 1] == '\n')
		line.n--;
	if (r->within || !line.n || memchr(line.p, '"', line.n) || memchr(line.p, '\r', line.n))
		return false;
	for (size_t i = 0; i <= line.n && n < CSV_FIELDS; n++) {
		const char *comma = memchr(line.p + i, ',', line.n - i);
		f[n] = str_sub(line, i, comma ? (size_t)(comma - line.p) : line.n);
		i += f[n].n + 1;
	}
	r->row(r->ctx, r->line, f, n);
	return true;
}

bool csv_read(struct str text, void (*row)(void *, unsigned long, const struct str *, unsigned), void *ctx)
{
	struct csv_parser p;
	struct reading r = { .row = row, .ctx = ctx, .line = 1, .row_line = 1 };
	bool ok = true;
	if (csv_init(&p, CSV_STRICT | CSV_STRICT_FINI) != 0)
		diag_fatal("out of memory");
	csv_set_space_func(&p, no_blank);
	for (size_t i = 0; ok && i < text.n;) {       /* a line at a time, so that a row knows its number */
		const char *lf = memchr(text.p + i, '\n', text.n - i);
		size_t n = lf ? (size_t)(lf - text.p) + 1 - i : text.n - i;
		if (!plain_row(&r, (struct str){ text.p + i, n })) {
			r.within = true;
			ok = csv_parse(&p, text.p + i, n, field, row_end, &r) == n;
		}
		i += n;
		r.line++;
		if (r.n == 0)
			r.row_line = r.line;
	}
	if (!ok && csv_error(&p) == CSV_ENOMEM)      /* csv_fini forgets it */
		diag_fatal("out of memory");
	ok = csv_fini(&p, field, row_end, &r) == 0 && ok;
	csv_free(&p);
	buf_free(&r.bytes);
	return ok;
}

void csv_put_quoted(struct buf *out, struct str cell)
{
	buf_reserve(out, 2 * cell.n + 2);
	out->n += csv_write(out->p + out->n, out->cap - out->n, cell.p, cell.n);
}

void csv_put_cell(struct buf *out, struct str cell, char delimiter)
{
	bool quote = cell.n && (cell.p[0] == ' ' || cell.p[cell.n - 1] == ' ' || cell.p[0] == '\t' || cell.p[cell.n - 1] == '\t');
	for (size_t i = 0; !quote && i < cell.n; i++)
		quote = cell.p[i] == delimiter || cell.p[i] == '"' || cell.p[i] == '\n' || cell.p[i] == '\r';
	if (quote)
		csv_put_quoted(out, cell);
	else
		buf_add(out, cell);
}
