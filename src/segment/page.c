/* page.c - a window of lines of one source; where boundary.c sees a new page the lines before go out as a document.
 * Positions: byte_start/byte_end count the source's bytes as they were read (uncompressed), across all pages of the source. */
#include "segment/page.h"
#include "base/buf.h"
#include "base/diag.h"
#include "segment/boundary.h"
#include "segment/document.h"
#include <stdlib.h>

enum { AHEAD = 12, MAX_LINES = 1 << 16, BACK = 50 };

static const struct noise *noise;
static size_t max_page;
static struct buf text;             /* the page so far and the lines ahead */
static struct line *line;
static unsigned lines, line_cap, decided;   /* lines before `decided` belong to the page */
static struct origin origin;
static size_t page_bytes;
static unsigned page_bodies;

void pages_open(const struct noise *n, size_t max)
{
	noise = n;
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
	page_bytes = 0;
	page_bodies = 0;
}

static struct seen seen(unsigned i) { return (struct seen){ { text.p + line[i].at, line[i].n }, line[i].words, line[i].zone }; }

static struct around look(unsigned i)
{
	struct around a = { .line = seen(i), .page_bytes = page_bytes, .page_bodies = page_bodies };
	for (unsigned k = i + 1; k < lines && !a.after.s.n; k++) {
		if (line[k].n && !a.next.s.n)
			a.next = seen(k);
		else if (line[k].n)
			a.after = seen(k);
		else if (!a.next.s.n)
			a.blanks_behind++;
	}
	for (unsigned k = i; k-- && !a.before.s.n && i - k < BACK;) {
		a.before = seen(k);
		a.blanks += line[k].n == 0;
	}
	return a;
}

static bool is_body(const struct line *l)
{
	return l->n && !l->zone && (l->words >= 14 || (text.p[l->at + l->n - 1] == '.' && l->words >= 6));
}

static void decide(unsigned upto)
{
	while (decided < upto && decided < lines) {
		struct around a = look(decided);
		if (decided && boundary_here(&a)) {
			upto -= decided;
			flush(decided);
		}
		page_bytes += line[decided].to - line[decided].from;
		page_bodies += is_body(&line[decided]);
		decided++;
	}
}

static void line_add(size_t from, size_t to)
{
	if (lines == line_cap) {
		line_cap = line_cap ? line_cap * 2 : 256;
		line = realloc(line, line_cap * sizeof *line);
		if (!line)
			diag_fatal("out of memory");
	}
	line[lines++] = line_look(noise, buf_str(&text), from, to);
}

static void line_done(size_t from, size_t to)
{
	if (to > from && text.p[to - 1] == '\r')
		to--;
	size_t seam = boundary_seam(noise, str_sub(buf_str(&text), from, to));
	if (seam) {                 /* what stands before the seam closes its page; the rest opens the next */
		line_add(from, from + seam);
		line_add(from + seam, to);
		decide(lines - 1);
		flush(lines - 1);
		return;
	}
	line_add(from, to);
	if (lines > AHEAD)
		decide(lines - AHEAD);
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
	decide(lines);
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
