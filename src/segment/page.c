/* page.c - a window of lines of one source; where boundary.c sees a new page the lines before go out as a document.
 * Positions: byte_start/byte_end count the source's bytes as they were read (uncompressed), across all pages of the source. */
#include "segment/page.h"
#include "base/buf.h"
#include "base/diag.h"
#include "segment/boundary.h"
#include "segment/document.h"
#include <stdlib.h>

enum { MAX_LINES = 1 << 16 };

static const struct noise *noise;
static size_t max_page;
static struct buf text;             /* the page so far and the lines ahead */
static struct line *line;
static unsigned lines, line_cap, decided;   /* lines before `decided` belong to the page */
static struct origin origin;

void pages_open(const char *lexicon, size_t max)
{
	noise = noise_load(lexicon);
	boundary_load(lexicon, noise);
	if (diag_status() >= DIAG_USAGE)
		exit(diag_status());
	max_page = max;
}

/* The first n lines go out; the rest moves to the front. */
static void flush(unsigned n)
{
	origin.number++;
	if (n && !document_out(&origin, buf_str(&text), line, n))
		origin.number--;
	size_t cut = n < lines ? line[n].from : text.n;
	if (text.n > cut)
		memmove(text.p, text.p + cut, text.n - cut);
	text.n -= cut;
	origin.base += cut;
	if (lines > n)
		memmove(line, line + n, (lines - n) * sizeof *line);
	lines -= n;
	for (unsigned i = 0; i < lines; i++) {
		line[i].from -= cut;
		line[i].to -= cut;
		line[i].at -= cut;
	}
	decided = 0;
	features_page();
}

static void line_room(void)
{
	if (lines < line_cap)
		return;
	line_cap = line_cap ? line_cap * 2 : 256;
	line = realloc(line, line_cap * sizeof *line);
	if (!line)
		diag_fatal("out of memory");
}

/* Line i becomes two: [from, cut) and [cut, to). */
static void split(unsigned i, size_t cut)
{
	size_t from = line[i].from, to = line[i].to;
	line_room();
	memmove(line + i + 1, line + i, (lines - i) * sizeof *line);
	lines++;
	line[i] = line_look(noise, buf_str(&text), from, cut);
	line[i + 1] = line_look(noise, buf_str(&text), cut, to);
}

/* Lines are judged until `ahead` of them are left. */
static void decide(unsigned ahead)
{
	while (decided + ahead < lines) {
		struct window w = { buf_str(&text), line, 0, lines };
		long at = boundary_in(&w, decided);
		if (at > 0) {
			split(decided, line[decided].at + (size_t)at);
			decided++;
		}
		if (at >= 0)
			flush(decided);
		else
			decided++;
	}
}

static void line_done(size_t from, size_t to)
{
	if (to > from && text.p[to - 1] == '\r')
		to--;
	line_room();
	line[lines++] = line_look(noise, buf_str(&text), from, to);
	decide(FEATURES_AHEAD);
	if ((text.n > max_page || lines > MAX_LINES) && decided) {
		diag_at(DIAG_REFUSED, origin.name, 0, "a page of more than %zu bytes is cut", max_page);
		flush(decided);
	}
}

static size_t open_from;            /* start of the line under way, in text */

void pages_source(const char *name)
{
	origin = (struct origin){ name, strcmp(name, "-") == 0 ? origin.number : 0, 0 };
	open_from = 0;
}

static void certain(void)
{
	if (text.n > open_from)
		line_done(open_from, text.n);
	decide(0);
	flush(lines);
	open_from = text.n = 0;
}

/* Bytes of s before the first line end or form feed; s.n: there is none. */
static size_t line_end(struct str s)
{
	const char *lf = memchr(s.p, '\n', s.n);
	size_t n = lf ? (size_t)(lf - s.p) : s.n;
	const char *ff = n ? memchr(s.p, '\f', n) : NULL;
	return ff ? (size_t)(ff - s.p) : n;
}

void pages_bytes(struct str s)
{
	while (s.n) {
		size_t n = line_end(s);
		buf_add(&text, str_sub(s, 0, n));
		if (n == s.n) {
			if (text.n - open_from > max_page) {   /* a line without end is cut like a page */
				diag_at(DIAG_REFUSED, origin.name, 0, "a line of more than %zu bytes is cut", max_page);
				certain();
			}
			return;
		}
		if (s.p[n] == '\f') {
			certain();
			origin.base++;
		} else {
			line_done(open_from, text.n);
			buf_char(&text, '\n');
			open_from = text.n;
		}
		s = str_sub(s, n + 1, s.n);
	}
}

void pages_end(void) { certain(); }
