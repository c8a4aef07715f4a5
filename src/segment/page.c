/* page.c - a window of lines of one source; where boundary.c sees a new page the lines before go out as a document.
 * Positions: byte_start/byte_end count the source's bytes as they were read (uncompressed, before any recoding), across all pages of the
 * source; origin.c knows them. */
#include "segment/page.h"
#include "base/buf.h"
#include "base/bytes.h"
#include "base/diag.h"
#include "base/re.h"
#include "segment/boundary.h"
#include "segment/sweep.h"
#include <stdlib.h>

enum { MAX_LINES = 1 << 16 };

static const struct noise *noise;
static size_t max_page;
static struct buf text;             /* the page so far and the lines ahead */
static struct line *line;
static unsigned char *trait;        /* features_trait of each */
static unsigned lines, line_cap, decided;   /* lines before `decided` belong to the page */
static struct document_from from;
static struct re *separator;
static size_t open_from;            /* start of the line under way, in text */
static bool given_normal;           /* the text given now is, but for blanks */
static bool open_normal = true;     /* all of the line under way */

void pages_open(const char *lexicon, size_t max, struct re *sep)
{
	noise = noise_load(lexicon);
	boundary_load(lexicon, noise);
	if (diag_status() >= DIAG_USAGE)
		exit(diag_status());
	max_page = max;
	separator = sep;
}

static struct sweep swept;           /* line `decided`, as the page's next */

static void look_over(void)
{
	const struct line *l = &line[decided];
	if (l->n)
		sweep(&swept, buf_str(&text), l->at, l->n);
}

/* Line `decided`, which was looked over, belongs to the page. */
static void take(void)
{
	struct line *l = &line[decided++];
	if (l->n == 0)
		return;
	l->normal &= swept.single;
	l->plain = swept.plain;
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
	if (lines > n) {
		memmove(line, line + n, (lines - n) * sizeof *line);
		memmove(trait, trait + n, lines - n);
	}
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
	trait = realloc(trait, line_cap + FEATURES_SLACK);
	if (!line || !trait)
		diag_fatal("out of memory");
}

/* Line i becomes two: [start, cut) and [cut, end). */
static void split(unsigned i, size_t cut)
{
	size_t start = line[i].from, end = line[i].to;
	bool normal = line[i].normal;
	line_room();
	memmove(line + i + 1, line + i, (lines - i) * sizeof *line);
	memmove(trait + i + 1, trait + i, lines - i);
	lines++;
	line[i] = line_look(noise, buf_str(&text), start, cut);
	line[i + 1] = line_look(noise, buf_str(&text), cut, end);
	line[i].normal = line[i + 1].normal = normal;
	trait[i] = features_trait(&line[i]);
	trait[i + 1] = features_trait(&line[i + 1]);
}

/* Lines are judged until `ahead` of them are left. */
static void decide(unsigned ahead)
{
	while (decided + ahead < lines) {
		struct window w = { buf_str(&text), line, trait, 0, lines };
		unsigned first = decided;
		look_over();
		long at = from.source.whole ? BOUNDARY_NONE : boundary_in(&w, &first, &swept.glue);
		if (first < decided)
			decided = 0;
		if (at > 0) {
			split(first, line[first].at + (size_t)at);
			first++;
		}
		while (at >= 0 && decided < first) {
			look_over();
			take();
		}
		if (at >= 0)
			flush(first);
		else
			take();
	}
}

static void line_add(size_t start, size_t end)
{
	line_room();
	line[lines] = line_look(noise, buf_str(&text), start, end);
	line[lines].normal = open_normal;
	const char *zone = origin_zone(&from.origin, from.base + start);
	if (zone)
		line[lines].noise.zone = zone;
	trait[lines] = features_trait(&line[lines]);
	lines++;
}

static void line_plain(size_t start, size_t end)
{
	line_add(start, end);
	decide(FEATURES_AHEAD);
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
		decide(1);
		flush(lines - 1);
		start = line[--lines].from;
		end = line[lines].to;
	}
	line_plain(start, end);
	open_normal = true;
}

void pages_source(const struct page_source *s)
{
	from.number = strcmp(s->name, "-") == 0 ? from.number : 0;
	from.source = *s;
	from.base = 0;
	origin_reset(&from.origin);
	open_from = 0;
	given_normal = false;
}

static origin_pos position(void) { return from.base + text.n; }

void pages_break(void)
{
	if (text.n > open_from)
		line_done(open_from, text.n);
	decide(0);
	flush(lines);
	open_from = text.n = 0;
}

/* Text of the line under way has come; last: the byte it ended with. */
static void line_came(char last)
{
	bool part = last == '\f' && !from.source.whole;     /* in a record or an HTML page a form feed is a line end */
	buf_reserve(&text, LINE_BEHIND);
	open_normal &= given_normal;
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

/* One line's text, or a piece of it, with its line end if it has one, and where it comes from. */
static void line_bytes(struct str s, struct run r)
{
	char last = s.p[s.n - 1];
	if (last != '\f' || from.source.whole)
		origin_add(&from.origin, position(), r);
	buf_add(&text, str_sub(s, 0, s.n - (last == '\n' || last == '\f')));
	line_came(last);
}

/* Copies s up to its first LF, looking for that on the way, and returns how many bytes of it that took. */
static size_t line_copy(struct str s)
{
	buf_reserve(&text, s.n);
	char *to = text.p + text.n;
	size_t i = 0, n;
	for (; i + BYTES <= s.n; i += BYTES) {
		bytes16 here = bytes_load(s.p + i);
		unsigned lf = bytes_mask(bytes_are(here, '\n'));
		memcpy(to + i, &here, BYTES);
		if (lf) {
			n = i + (unsigned)__builtin_ctz(lf);
			text.n += n;
			return n + 1;
		}
	}
	for (n = i; n < s.n && s.p[n] != '\n'; n++)
		to[n] = s.p[n];
	text.n += n;
	return n < s.n ? n + 1 : n;
}

/* Text without form feeds. */
static void lines_in(struct str s, struct run r)
{
	if (s.n)
		origin_add(&from.origin, position(), r);
	for (size_t i = 0; i < s.n;) {
		i += line_copy(str_sub(s, i, s.n));
		line_came(s.p[i - 1]);
	}
}

void pages_bytes(struct str s, struct run r)
{
	if (r.source_n != s.n) {
		line_bytes(s, r);
		return;
	}
	for (size_t i = 0, to; i < s.n; i = to + 1) {
		const char *ff = memchr(s.p + i, '\f', s.n - i);
		to = ff ? (size_t)(ff - s.p) : s.n;
		lines_in(str_sub(s, i, to), (struct run){ to - i, r.source + i, to - i });
		if (ff)
			line_bytes(str_sub(s, to, to + 1), (struct run){ 1, r.source + to, 1 });
	}
}

void pages_mark(const struct encoding_mark *m) { origin_mark(&from.origin, position(), m); }

void pages_normal(bool is) { given_normal = is; }

void pages_zone(const char *zone) { origin_zone_set(&from.origin, position(), zone); }

void pages_end(void) { pages_break(); }
