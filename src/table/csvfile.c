/* csvfile.c - rows gather in a block of 64 KiB, which goes where the table goes; no more than a block is in memory. */
#include "table/csvfile.h"
#include "base/diag.h"
#include "base/io.h"
#include "base/spool.h"
#include "table/publish.h"
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { BLOCK = 64 * 1024 };

static void flush(struct csvfile *f)
{
	struct str s = buf_str(&f->waiting);
	if (f->to == CSV_STDOUT) {
		out_bytes(s);
	} else if (f->to == CSV_SPOOL) {
		spool_write(f->spool, s);
	} else {
		publish_write(f->file, s);
		digest_add(f->digest, s);
		f->part[f->parts - 1].bytes += s.n;
	}
	buf_clear(&f->waiting);
}

struct str header_text(const struct dialect *d, const struct column *c) { return d->header == HEADER_VI ? c->title : c->name; }

static void head(struct csvfile *f)
{
	struct str cell[TABLE_COLUMNS];
	unsigned n = f->table->columns;
	if (f->dialect->bom && f->to != CSV_SPOOL)
		buf_add(&f->waiting, STR("\xEF\xBB\xBF"));
	if (f->dialect->header == HEADER_NONE)
		return;
	for (unsigned i = 0; i < n; i++)
		cell[i] = header_text(f->dialect, &f->table->column[i]);
	dialect_row(&f->waiting, f->dialect, cell, n);
}

static void part_name(char name[64], const struct csvfile *f, unsigned number)
{
	if (number == 1)
		snprintf(name, 64, "%s.csv", f->table->name);
	else
		snprintf(name, 64, "%s-%u.csv", f->table->name, number);
}

static void part_open(struct csvfile *f)
{
	f->part = realloc(f->part, (f->parts + 1) * sizeof *f->part);
	if (!f->part)
		diag_fatal("out of memory");
	struct part *p = &f->part[f->parts++];
	*p = (struct part){ 0 };
	part_name(p->name, f, f->parts);
	f->file = publish_file(f->dir, p->name);
	f->digest = digest_new();
	head(f);
}

static void part_close(struct csvfile *f)
{
	flush(f);
	digest_end(f->digest, f->part[f->parts - 1].sha256);
}

void csvfile_open(struct csvfile *f)
{
	if (f->to == CSV_FILES) {
		part_open(f);
		return;
	}
	if (f->to == CSV_SPOOL)
		f->spool = spool_open();
	head(f);
}

/* Excel opens no more rows than this: the next file, or a word where there is only one stream. */
static void full(struct csvfile *f)
{
	if (f->to == CSV_FILES) {
		part_close(f);
		part_open(f);
	} else if (f->rows == EXCEL_ROWS - 1) {
		diag(DIAG_OK, "%s: more rows than Excel opens (%d with the header); with -d they go on in %s-2.csv", f->table->name, EXCEL_ROWS,
		     f->table->name);
	}
}

void csvfile_row(struct csvfile *f, const struct str *cell)
{
	if (f->dialect->excel && f->rows && f->rows % (EXCEL_ROWS - 1) == 0)
		full(f);
	dialect_row(&f->waiting, f->dialect, cell, f->table->columns);
	for (unsigned i = 0; !f->many && i < f->table->columns; i++)
		f->many = f->table->column[i].links && cell[i].n && memchr(cell[i].p, ';', cell[i].n);
	f->rows++;
	if (f->to == CSV_FILES)
		f->part[f->parts - 1].rows++;
	if (f->waiting.n >= BLOCK)
		flush(f);
}

void csvfile_absent(const struct csvfile *f)
{
	char name[64], path[4096];
	for (unsigned i = f->parts + 1;; i++) {
		part_name(name, f, i);
		snprintf(path, sizeof path, "%s/%s", f->dir, name);
		if (access(path, F_OK) != 0)
			return;
		publish_absent(f->dir, name);
	}
}

void csvfile_close(struct csvfile *f)
{
	if (f->to == CSV_FILES) {
		part_close(f);
		csvfile_absent(f);
		return;
	}
	flush(f);
	if (f->to == CSV_SPOOL)
		spool_out(f->spool);
}
