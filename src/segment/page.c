/* page.c - a window of lines of one source; where boundary.c sees a new page the lines before go out as a document.
 * Positions: byte_start/byte_end count the source's bytes as they were read (uncompressed), across all pages of the source. */
#include "segment/page.h"
#include "base/diag.h"
#include "base/io.h"
#include "base/json.h"
#include "segment/boundary.h"
#include "vi/normalise.h"
#include "vi/sentences.h"
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

enum { AHEAD = 12, MAX_LINES = 1 << 16, BACK = 50 };

struct line { size_t from, to; };   /* bytes of `text`, without the line end */

static const struct noise *noise;
static size_t max_page;
static struct buf text;             /* the page so far and the lines ahead */
static struct line *line;
static unsigned lines, line_cap, decided;   /* lines before `decided` belong to the page */
static unsigned long long base;     /* source offset of text.p[0] */
static size_t page_bytes;
static unsigned page_bodies;
static const char *source;
static unsigned long number;

void pages_open(const struct noise *n, size_t max)
{
	noise = n;
	max_page = max;
}

static struct str trimmed(unsigned i)
{
	struct str s = str_trim(str_sub(buf_str(&text), line[i].from, line[i].to));
	if (str_starts(s, STR("\xEF\xBB\xBF")))
		s = str_sub(s, 3, s.n);
	return s;
}

/* --- zones -------------------------------------------------------------------------------------------------------------- */

static bool is_long(struct str s) { return line_words(s) >= 14 || (s.n && s.p[s.n - 1] == '.' && line_words(s) >= 6); }

static const char *zone_of(unsigned i, unsigned last_body, bool *headline, bool *lead)
{
	struct str s = trimmed(i);
	const char *z = noise_zone(noise, s);
	if (z)
		return z;
	if (line_is_stamp(s))
		return "dateline";
	if (line_is_doubled(s))
		return "related";
	if (!*headline && !*lead && line_is_headline(s) && s.p[s.n - 1] != '.') {
		*headline = true;
		return "headline";
	}
	if (i > last_body)
		return line_is_byline(s) ? "byline" : line_is_headline(s) ? "related" : "boilerplate";
	if (line_words(s) <= 3)
		return "boilerplate";
	if (!*lead && is_long(s)) {
		*lead = true;
		return "lead";
	}
	if (!is_long(s) && line_is_headline(s) && !*lead)
		return "related";
	return "body";
}

/* --- a page goes out ------------------------------------------------------------------------------------------------------- */

struct out { struct buf b, piece; char id[17]; unsigned long n, para; unsigned invalid; };

static void sentence_out(struct out *o, const char *zone, size_t from, size_t to)
{
	buf_clear(&o->piece);
	o->invalid += vi_normalise(&o->piece, str_sub(buf_str(&text), from, to));
	if (o->piece.n == 0)
		return;
	buf_clear(&o->b);
	buf_add(&o->b, STR("{\"type\":\"sentence\",\"doc\":\""));
	buf_add(&o->b, str_c(o->id));
	buf_char(&o->b, '"');
	json_put_member_uint(&o->b, "n", ++o->n);
	json_put_member_uint(&o->b, "para", o->para);
	json_put_member(&o->b, "zone", str_c(zone));
	json_put_member(&o->b, "text", buf_str(&o->piece));
	json_put_member_uint(&o->b, "byte_start", base + from);
	json_put_member_uint(&o->b, "byte_end", base + to);
	buf_char(&o->b, '}');
	out_line(buf_str(&o->b));
}

static void line_out(struct out *o, const char *zone, struct str s)
{
	o->para++;
	for (size_t i = 0; i < s.n;) {
		size_t end = vi_sentence_end(s, i), at = (size_t)(s.p - text.p);
		while (i < end && s.p[i] == ' ')
			i++;
		sentence_out(o, zone, at + i, at + end);
		i = end;
	}
}

static void document_out(struct out *o, size_t from)
{
	buf_clear(&o->b);
	char name[64];
	snprintf(name, sizeof name, "-#%lu", ++number);
	buf_add(&o->b, STR("{\"type\":\"document\",\"doc\":\""));
	buf_add(&o->b, str_c(o->id));
	buf_add(&o->b, STR("\",\"format\":1"));
	json_put_member(&o->b, "source", strcmp(source, "-") == 0 ? str_c(name) : str_c(source));
	json_put_member_uint(&o->b, "byte_start", base + from);
	buf_char(&o->b, '}');
	out_line(buf_str(&o->b));
}

static void end_out(struct out *o, size_t to)
{
	buf_clear(&o->b);
	buf_add(&o->b, STR("{\"type\":\"end\",\"doc\":\""));
	buf_add(&o->b, str_c(o->id));
	buf_char(&o->b, '"');
	json_put_member_uint(&o->b, "sentences", o->n);
	json_put_member_uint(&o->b, "byte_end", base + to);
	buf_char(&o->b, '}');
	out_line(buf_str(&o->b));
	if (o->invalid)
		diag_at(DIAG_REFUSED, source, 0, "document %s: %u invalid bytes read as U+FFFD", o->id, o->invalid);
}

static void emit(unsigned n)
{
	static struct out o;
	unsigned first = 0, last = n, body = 0;
	while (first < n && trimmed(first).n == 0)
		first++;
	while (last > first && trimmed(last - 1).n == 0)
		last--;
	if (first == last)
		return;
	for (unsigned i = first; i < last; i++) {
		struct str s = trimmed(i);
		if (is_long(s) && !noise_zone(noise, s) && !line_is_doubled(s) && (s.p[s.n - 1] == '.' || line_words(s) > 30 || body == 0))
			body = i;
	}
	size_t from = line[first].from, to = line[last - 1].to;
	o = (struct out){ .b = o.b, .piece = o.piece };
	snprintf(o.id, sizeof o.id, "%016llx", str_hash(STR_HASH_SEED, str_sub(buf_str(&text), from, to)));
	document_out(&o, from);
	bool headline = false, lead = false;
	for (unsigned i = first; i < last; i++)
		if (trimmed(i).n)
			line_out(&o, zone_of(i, body, &headline, &lead), trimmed(i));
	end_out(&o, to);
}

/* The first n lines go out; the rest moves to the front. */
static void flush(unsigned n)
{
	if (n)
		emit(n);
	size_t cut = n < lines ? line[n].from : text.n;
	if (text.n > cut)
		memmove(text.p, text.p + cut, text.n - cut);
	text.n -= cut;
	base += cut;
	if (lines > n)
		memmove(line, line + n, (lines - n) * sizeof *line);
	lines -= n;
	for (unsigned i = 0; i < lines; i++) {
		line[i].from -= cut;
		line[i].to -= cut;
	}
	decided = 0;
	page_bytes = 0;
	page_bodies = 0;
}

/* --- lines come in ---------------------------------------------------------------------------------------------------------- */

static struct around look(unsigned i)
{
	struct around a = { .line = trimmed(i), .page_bytes = page_bytes, .page_bodies = page_bodies };
	for (unsigned k = i + 1; k < lines && !a.after.n; k++) {
		struct str s = trimmed(k);
		if (s.n && !a.next.n)
			a.next = s;
		else if (s.n)
			a.after = s;
		else if (!a.next.n)
			a.blanks_behind++;
	}
	for (unsigned k = i; k-- && !a.before.n && i - k < BACK;) {
		a.before = trimmed(k);
		a.blanks += a.before.n == 0;
	}
	return a;
}

static void decide(unsigned upto)
{
	while (decided < upto && decided < lines) {
		struct around a = look(decided);
		if (decided && boundary_here(noise, &a)) {
			upto -= decided;
			flush(decided);
		}
		page_bytes += line[decided].to - line[decided].from;
		page_bodies += is_long(a.line) && !noise_zone(noise, a.line);
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
	line[lines++] = (struct line){ from, to };
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
		diag_at(DIAG_REFUSED, source, 0, "a page of more than %zu bytes is cut", max_page);
		flush(decided);
	}
}

static size_t open_from;            /* start of the line under way, in text */

void pages_source(const char *name)
{
	source = name;
	base = 0;
	number = strcmp(name, "-") == 0 ? number : 0;
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

void pages_bytes(struct str s)
{
	while (s.n) {
		size_t n = 0;
		while (n < s.n && s.p[n] != '\n' && s.p[n] != '\f')
			n++;
		buf_add(&text, str_sub(s, 0, n));
		if (n == s.n) {
			if (text.n - open_from > max_page) {   /* a line without end is cut like a page */
				diag_at(DIAG_REFUSED, source, 0, "a line of more than %zu bytes is cut", max_page);
				certain();
			}
			return;
		}
		if (s.p[n] == '\f') {
			certain();
			base++;
		} else {
			line_done(open_from, text.n);
			buf_char(&text, '\n');
			open_from = text.n;
		}
		s = str_sub(s, n + 1, s.n);
	}
}

void pages_end(void) { certain(); }
