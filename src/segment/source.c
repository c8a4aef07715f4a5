/* source.c - bytes of a file to pages: a WARC file by its first bytes, record by record; a file that is no text (format.h) is refused; HTML by
 * the file's name or where "<!DOCTYPE html" or "<html" begins a line, page by page; all else is text. Encodings are taken off before HTML is
 * looked for. */
#include "segment/source.h"
#include "base/buf.h"
#include "base/diag.h"
#include "segment/encoding.h"
#include "segment/format.h"
#include "segment/html.h"
#include "segment/warc.h"
#include <strings.h>

enum { MAX_HTML = 32 << 20 };
enum kind { UNKNOWN, TEXT, WARC, FOREIGN };

static struct page_source given;         /* of the file */
static enum kind kind;
static bool named_html, in_html, line_start;
static struct buf head;                  /* bytes of the file until its kind is known */
static origin_pos read_at;               /* bytes of the file given on so far */
static struct buf html;                  /* the HTML page under way, UTF-8, and its places in the file */
static struct origin html_origin;
static size_t html_seen;                 /* no end of the page before here */
static struct encoding_mark last_mark;

/* --- HTML in the text ------------------------------------------------------------------------------------------------------- */

static bool starts_nocase(struct str s, const char *what) { return s.n >= strlen(what) && strncasecmp(s.p, what, strlen(what)) == 0; }

static bool is_html_start(struct str s) { return starts_nocase(s, "<!doctype html") || starts_nocase(s, "<html>") || starts_nocase(s, "<html "); }

/* Where a line of s begins an HTML page; s.n if none does. */
static size_t html_start(struct str s)
{
	for (size_t at = 0; at < s.n;) {
		const char *lt = memchr(s.p + at, '<', s.n - at);
		if (!lt)
			return s.n;
		at = (size_t)(lt - s.p);
		size_t k = at;
		while (k && (s.p[k - 1] == ' ' || s.p[k - 1] == '\t'))
			k--;
		if ((k ? s.p[k - 1] == '\n' || s.p[k - 1] == '\f' : line_start) && is_html_start(str_sub(s, at, s.n)))
			return at;
		at++;
	}
	return s.n;
}

static void html_begin(void)
{
	in_html = true;
	encoding_markup(true);
	html.n = html_seen = 0;
	origin_reset(&html_origin);
	origin_mark(&html_origin, 0, &last_mark);
}

static void html_done(size_t n)
{
	if (n)
		html_page(str_sub(buf_str(&html), 0, n), &html_origin, &given);
	in_html = false;
	encoding_markup(false);
	pages_source(&given);
}

/* Byte behind "</html>" if other text than blanks follows it; 0 if not (yet). */
static size_t html_end(void)
{
	struct str s = buf_str(&html);
	while (html_seen + 8 <= s.n) {
		const char *lt = memchr(s.p + html_seen, '<', s.n - html_seen - 7);
		if (!lt) {
			html_seen = s.n - 7;
			return 0;
		}
		html_seen = (size_t)(lt - s.p);
		size_t end = html_seen + 7, k;
		if (!starts_nocase(str_sub(s, html_seen, s.n), "</html>")) {
			html_seen++;
			continue;
		}
		for (k = end; k < s.n && (s.p[k] == ' ' || (s.p[k] >= '\t' && s.p[k] <= '\r')); k++)
			;
		return k < s.n ? end : 0;
	}
	return 0;
}

static void text_in(struct str s, struct run r);

static void html_in(struct str s, struct run r)
{
	origin_add(&html_origin, html.n, r);
	buf_add(&html, s);
	size_t end = html_end();
	if (!end && html.n > MAX_HTML) {
		diag_at(DIAG_REFUSED, given.name, 0, "an HTML page of more than %d MiB is cut", MAX_HTML >> 20);
		html_done(html.n);
	}
	if (!end)
		return;
	struct buf rest = { 0 };                     /* html and html_origin serve the next page, maybe */
	struct origin from = { 0 };
	buf_add(&rest, str_sub(buf_str(&html), end, html.n));
	for (size_t at = end; at < html.n;) {
		struct run part = origin_run(&html_origin, at, html.n - at);
		origin_add(&from, at - end, part);
		at += part.n;
	}
	html_done(end);
	line_start = true;
	for (size_t at = 0; at < rest.n;) {
		struct run part = origin_run(&from, at, rest.n - at);
		text_in(str_sub(buf_str(&rest), at, at + part.n), part);
		at += part.n;
	}
	buf_free(&rest);
	origin_free(&from);
}

static void text_in(struct str s, struct run r)
{
	if (in_html) {
		html_in(s, r);
		return;
	}
	size_t at = r.n == r.source_n ? html_start(s) : s.n;
	if (at) {
		pages_bytes(str_sub(s, 0, at), at < s.n ? (struct run){ at, r.source, at } : r);
		line_start = s.p[at - 1] == '\n' || s.p[at - 1] == '\f';
	}
	if (at == s.n)
		return;
	pages_end();
	html_begin();
	html_in(str_sub(s, at, s.n), (struct run){ s.n - at, r.source + at, s.n - at });
}

static void mark_in(const struct encoding_mark *m)
{
	last_mark = *m;
	if (in_html)
		origin_mark(&html_origin, html.n, m);
	else
		pages_mark(m);
}

static void normal_in(bool is)
{
	if (!in_html)
		pages_normal(is);
}

static void cut_in(void)
{
	if (!in_html)
		pages_break();
}

static const struct text_sink text_sink = { text_in, mark_in, normal_in, cut_in };

static void text_begin(void)
{
	line_start = true;
	encoding_markup(false);
	last_mark = (struct encoding_mark){ .encoding = "UTF-8" };
	pages_source(&given);
	encoding_begin(&text_sink, read_at);
	if (named_html)
		html_begin();
}

static void text_end(void)
{
	encoding_end();
	if (in_html)
		html_done(html.n);
	pages_end();
}

/* --- records of WARC files ---------------------------------------------------------------------------------------------------- */

static const struct text_sink record_sink = { pages_bytes, pages_mark, pages_normal, pages_break };
static struct page_source record;
static bool record_begun;

static void record_begin(const char *uri, const char *date)
{
	record = (struct page_source){ .name = *uri ? uri : given.name, .file = given.name, .container = "wet", .captured = date, .whole = true };
	record_begun = false;
}

static void record_text(struct str s, origin_pos at)
{
	if (!record_begun) {
		pages_source(&record);
		encoding_begin(&record_sink, at);
	}
	record_begun = true;
	encoding_bytes(s);
}

static void record_done(void)
{
	if (record_begun)
		encoding_end();
	pages_end();
}

static const struct warc_sink warc_sink = { record_begin, record_text, record_done };

/* --- the file ------------------------------------------------------------------------------------------------------------------ */

static bool ends(const char *name, const char *with)
{
	size_t n = strlen(name), w = strlen(with);
	return n >= w && strcasecmp(name + n - w, with) == 0;
}

void source_begin(const char *name, bool packed)
{
	given = (struct page_source){ .name = name, .container = packed ? "gzip" : "plain" };
	named_html = ends(name, ".html") || ends(name, ".htm") || ends(name, ".html.gz") || ends(name, ".htm.gz");
	kind = UNKNOWN;
	in_html = false;
	head.n = 0;
	read_at = 0;
}

static void kind_found(void)
{
	/* what comes by a pipe may hold pages behind whatever it begins with */
	const char *foreign = strcmp(given.name, "-") == 0 ? NULL : format_foreign(buf_str(&head));
	kind = foreign ? FOREIGN : str_starts(buf_str(&head), STR("WARC/1.")) ? WARC : TEXT;
	if (kind == FOREIGN)
		diag_at(DIAG_REFUSED, given.name, 0, "not read: %s, no text", foreign);
	else if (kind == WARC)
		warc_begin(given.name, &warc_sink);
	else
		text_begin();
}

static void give(struct str s)
{
	if (kind == WARC)
		warc_bytes(s);
	else if (kind == TEXT)
		encoding_bytes(s);
	read_at += s.n;
}

void source_bytes(struct str s)
{
	if (kind == UNKNOWN) {
		buf_add(&head, s);
		if (head.n < FORMAT_HEAD)
			return;
		kind_found();
		s = buf_str(&head);
	}
	give(s);
}

void source_gap(void)
{
	if (kind == WARC)
		warc_gap();
	else if (kind == TEXT) {
		text_end();
		text_begin();
	}
}

void source_end(void)
{
	if (kind == UNKNOWN) {
		kind_found();
		give(buf_str(&head));
	}
	if (kind == WARC)
		warc_end();
	else if (kind == TEXT)
		text_end();
}
