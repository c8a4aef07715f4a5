/* page.c - a window of lines of one source; where boundary.c sees a new page the lines before go out as a document.
 * Positions: byte_start/byte_end count the source's bytes as they were read (uncompressed, before any recoding), across all pages of the
 * source; origin.c knows them. */
#include "segment/page.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/re.h"
#include "segment/boundary.h"
#include <stdlib.h>

enum { AHEAD = 12, MAX_LINES = 1 << 16, BACK = 50 };

static const struct noise *noise;
static size_t max_page;
static struct buf text;             /* the page so far and the lines ahead */
static struct line *line;
static unsigned lines, line_cap, decided;   /* lines before `decided` belong to the page */
static struct document_from from;
static const struct re *separator;
static size_t page_bytes;
static unsigned page_bodies;

void pages_open(const struct noise *n, size_t max, const struct re *sep)
{
	noise = n;
	max_page = max;
	separator = sep;
}

/* The first n lines go out; the rest moves to the front. */
static void flush(unsigned n)
{
	from.number++;
	if (!n || !document_out(&from, buf_str(&text), line, n))
		from.number--;
	size_t cut = n < lines ? line[n].from : text.n;
	if (text.n > cut)
		memmove(text.p, text.p + cut, text.n - cut);
	text.n -= cut;
	from.base += cut;
	origin_forget(&from.origin, from.base);
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
		if (decided && !from.source.whole && boundary_here(&a)) {
			upto -= decided;
			flush(decided);
		}
		page_bytes += line[decided].to - line[decided].from;
		page_bodies += is_body(&line[decided]);
		decided++;
	}
}

static void line_add(size_t start, size_t end)
{
	if (lines == line_cap) {
		line_cap = line_cap ? line_cap * 2 : 256;
		line = realloc(line, line_cap * sizeof *line);
		if (!line)
			diag_fatal("out of memory");
	}
	line[lines] = line_look(noise, buf_str(&text), start, end);
	const char *zone = origin_zone(&from.origin, from.base + start);
	if (zone)
		line[lines].zone = zone;
	lines++;
}

static void line_plain(size_t start, size_t end)
{
	size_t seam = from.source.whole ? 0 : boundary_seam(noise, str_sub(buf_str(&text), start, end));
	if (seam) {                 /* what stands before the seam closes its page; the rest opens the next */
		line_add(start, start + seam);
		line_add(start + seam, end);
		decide(lines - 1);
		flush(lines - 1);
		return;
	}
	line_add(start, end);
	if (lines > AHEAD)
		decide(lines - AHEAD);
	if ((text.n > max_page || lines > MAX_LINES) && decided) {
		diag_at(DIAG_REFUSED, from.source.name, 0, "a page of more than %zu bytes is cut", max_page);
		flush(decided);
	}
}

/* The separator's matches part the line for certain and belong to no page. */
static void line_done(size_t start, size_t end)
{
	struct re_match m;
	if (end > start && text.p[end - 1] == '\r')
		end--;
	while (separator && re_find(separator, str_sub(buf_str(&text), start, end), 0, false, &m) && m.group[0].n) {
		size_t at = (size_t)(m.group[0].p - text.p);
		line_add(start, at);
		line_add(at + m.group[0].n, end);
		decide(lines - 1);
		flush(lines - 1);
		start = line[--lines].from;
		end = line[lines].to;
	}
	line_plain(start, end);
}

static size_t open_from;            /* start of the line under way, in text */

void pages_source(const struct page_source *s)
{
	from.number = strcmp(s->name, "-") == 0 ? from.number : 0;
	from.source = *s;
	from.base = 0;
	origin_reset(&from.origin);
	open_from = 0;
}

static origin_pos position(void) { return from.base + text.n; }

void pages_break(void)
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

/* One line's text, or a piece of it, with its line end if it has one. */
static void line_bytes(struct str s, struct run r)
{
	char last = s.p[s.n - 1];
	bool part = last == '\f' && !from.source.whole;     /* in a record or an HTML page a form feed is a line end */
	if (!part)
		origin_add(&from.origin, position(), r);
	buf_add(&text, str_sub(s, 0, s.n - (last == '\n' || last == '\f')));
	if (part) {
		pages_break();
	} else if (last == '\n' || last == '\f') {
		line_done(open_from, text.n);
		buf_char(&text, '\n');
		open_from = text.n;
	} else if (text.n - open_from > max_page) {   /* a line without end is cut like a page */
		diag_at(DIAG_REFUSED, from.source.name, 0, "a line of more than %zu bytes is cut", max_page);
		pages_break();
	}
}

void pages_bytes(struct str s, struct run r)
{
	if (r.source_n != s.n) {
		line_bytes(s, r);
		return;
	}
	while (s.n) {
		size_t n = line_end(s);
		if (n < s.n && (s.p[n] == '\n' || n == 0))
			n++;
		line_bytes(str_sub(s, 0, n), (struct run){ n, r.source, n });
		s = str_sub(s, n, s.n);
		r.source += n;
	}
}

void pages_mark(const struct encoding_mark *m) { origin_mark(&from.origin, position(), m); }

void pages_zone(const char *zone) { origin_zone_set(&from.origin, position(), zone); }

void pages_end(void) { pages_break(); }
