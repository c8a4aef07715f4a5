/* warc.c - "WARC/1.0\r\nWARC-Type: conversion\r\nContent-Length: 9\r\n\r\n<9 bytes>\r\n\r\n", one after another.
 * A record is given on when the blank lines stand where its length says and bytes of the next record, or the file's end, have come; so a length
 * that lies, and a member of a gzip file that proves damaged at its end, is noticed before. Only records over MAX_HELD are given on in pieces before that is known. */
#include "segment/warc.h"
#include "base/buf.h"
#include "base/diag.h"
#include <ctype.h>
#include <stdlib.h>

enum { MAX_HEADER = 64 << 10, MAX_HELD = 4 << 20, KEEP = 64 };
enum state { HEADER, BLOCK, LONG, LOST };

static const char *file;
static const struct warc_sink *sink;
static struct buf held;
static struct str in;                     /* the bytes of held that are not used yet */
static origin_pos in_at;                  /* of in.p[0] in the file */
static bool wanted;                       /* a conversion record */
static enum state state;
static origin_pos record_at;              /* first byte of the record under way */
static unsigned long long left;           /* bytes of its block that are to come */
static size_t header_n;
static struct buf uri, date;
static unsigned long responses;

static void use(size_t n)
{
	in = str_sub(in, n, in.n);
	in_at += n;
}

static void refuse(const char *what) { diag_at(DIAG_REFUSED, file, 0, "record at byte %llu: %s", record_at, what); }

void warc_begin(const char *name, const struct warc_sink *to)
{
	file = name;
	sink = to;
	held.n = in.n = 0;
	in_at = 0;
	state = HEADER;
	responses = 0;
}

/* "WARC/1.0" and a line end, then a field. */
static bool record_here(struct str s)
{
	size_t i = 8;
	if (!str_starts(s, STR("WARC/1.")) || s.n < 12 || !isdigit((unsigned char)s.p[7]))
		return false;
	i += s.p[i] == '\r';
	return s.p[i] == '\n' && isalpha((unsigned char)s.p[i + 1]);
}

/* Where behind byte `from` a record seems to begin on a line of its own with a blank line before it; in.n if nowhere yet. */
static size_t next_record(size_t from, bool final)
{
	struct str s = in;
	for (size_t at = from; (at = str_find(s, STR("WARC/1."), at)) < s.n; at++) {
		if (s.n - at < 12 && !final)
			return s.n;
		bool alone = at == 0 || (at >= 2 && s.p[at - 1] == '\n' && (s.p[at - 2] == '\n' || (at >= 3 && s.p[at - 2] == '\r' && s.p[at - 3] == '\n')));
		if (alone && record_here(str_sub(s, at, s.n)))
			return at;
	}
	return s.n;
}

static bool same_key(struct str a, const char *b)
{
	size_t i = 0;
	while (i < a.n && b[i] && tolower((unsigned char)a.p[i]) == b[i])
		i++;
	return i == a.n && !b[i];
}

static bool length_of(struct str s, unsigned long long *n)
{
	*n = 0;
	for (size_t i = 0; i < s.n; i++) {
		if (!isdigit((unsigned char)s.p[i]) || *n > (1ULL << 58))
			return false;
		*n = *n * 10 + (unsigned long long)(s.p[i] - '0');
	}
	return s.n > 0;
}

/* The fields of the header in.p[0, header_n); false: no length. */
static bool header_read(bool *response)
{
	bool known = false;
	struct str h = str_sub(in, 0, header_n);
	wanted = *response = false;
	buf_clear(&uri);
	buf_clear(&date);
	while (h.n) {
		size_t lf = str_find(h, STR("\n"), 0), end = lf < h.n ? lf : h.n, colon = str_find(h, STR(":"), 0);
		if (colon < end) {
			struct str key = str_trim(str_sub(h, 0, colon)), value = str_trim(str_sub(h, colon + 1, end));
			if (same_key(key, "content-length"))
				known = length_of(value, &left);
			else if (same_key(key, "warc-type")) {
				wanted = str_eq(value, STR("conversion"));
				*response = str_eq(value, STR("response")) || str_eq(value, STR("resource"));
			} else if (same_key(key, "warc-target-uri")) {
				bool angle = value.n > 2 && value.p[0] == '<' && value.p[value.n - 1] == '>';
				buf_clear(&uri);
				buf_add(&uri, angle ? str_sub(value, 1, value.n - 1) : value);
			} else if (same_key(key, "warc-date")) {
				buf_clear(&date);
				buf_add(&date, value);
			}
		}
		h = str_sub(h, end < h.n ? end + 1 : h.n, h.n);
	}
	buf_char(&uri, 0);
	buf_char(&date, 0);
	return known;
}

/* Length of the header with its blank line, 0 if it does not end yet. */
static size_t header_end(void)
{
	struct str s = in;
	size_t crlf = str_find(s, STR("\r\n\r\n"), 0), lf = str_find(s, STR("\n\n"), 0);
	return crlf < s.n && crlf < lf ? crlf + 4 : lf < s.n ? lf + 2 : 0;
}

static void lose(size_t n)
{
	state = LOST;
	use(n);
}

/* Each step returns false when it needs more bytes. */
static bool header_step(bool final)
{
	size_t blank = 0;
	bool response;
	while (blank < in.n && (in.p[blank] == '\r' || in.p[blank] == '\n'))
		blank++;
	use(blank);
	record_at = in_at;
	if (!in.n || (in.n < 12 && !final))
		return false;
	if (!record_here(in)) {
		refuse("no WARC record begins here");
		lose(1);
		return true;
	}
	header_n = header_end();
	if (!header_n && in.n < MAX_HEADER && !final)
		return false;
	if (!header_n || header_n > MAX_HEADER) {
		refuse(final && !header_n ? "cut in its header" : "its header has no end");
		lose(8);
		return true;
	}
	if (!header_read(&response)) {
		refuse("no Content-Length");
		lose(header_n);
		return true;
	}
	responses += response;
	state = left > MAX_HELD ? LONG : BLOCK;
	return true;
}

static void give(size_t from, size_t to)
{
	if (wanted)
		sink->text(str_sub(in, from, to), in_at + from);
}

static void begin(void)
{
	if (wanted)
		sink->begin(uri.p, date.n > 1 ? date.p : NULL);
}

static void done(void)
{
	if (wanted)
		sink->done();
	state = HEADER;
}

static bool block_step(bool final)
{
	size_t need = header_n + (size_t)left, n = 0;
	if (in.n < need + 4 + 8 && !final)
		return false;
	if (in.n < need) {
		refuse("cut, or shorter than its Content-Length says");
		lose(header_n);
		return true;
	}
	const char *blank = header_n > 2 && in.p[header_n - 2] == '\n' ? "\n\n" : "\r\n\r\n";   /* as behind the header */
	while (blank[n] && need + n < in.n && in.p[need + n] == blank[n])
		n++;
	if (blank[n] && need + n < in.n) {
		refuse("its Content-Length does not lead to its end");
		lose(header_n);
		return true;
	}
	if (blank[n])
		refuse("cut behind its block, which is read");
	begin();
	give(header_n, need);
	use(need + n);
	done();
	return true;
}

/* A long record: first as much as a page may have, to see that no other record begins in it; then piece by piece. */
static bool long_step(bool final)
{
	if (in.n < header_n + MAX_HELD && !final)
		return false;
	if (header_n) {
		if (next_record(header_n, final) < in.n || in.n < header_n + MAX_HELD) {
			refuse("another record begins before its Content-Length ends, or the file does");
			lose(header_n);
			return true;
		}
		begin();
		use(header_n);
		header_n = 0;
	}
	size_t other = next_record(0, final), n = other < in.n || final || left <= in.n ? other : in.n - KEEP;
	bool lies = other < in.n && other < left;
	if (n > left)
		n = (size_t)left;
	give(0, n);
	use(n);
	left -= n;
	if (left && !lies && !final)
		return false;
	if (left)
		refuse("longer than 4 MiB, and its Content-Length does not lead to the next record: read up to there");
	done();
	return true;
}

static bool lost_step(bool final)
{
	size_t at = next_record(0, final);
	bool found = at < in.n;
	if (found)
		use(at);
	else if (in.n > KEEP || final)
		use(final ? in.n : in.n - KEEP);
	if (found)
		state = HEADER;
	return found;
}

static void steps(bool final)
{
	bool more = true;
	while (more && (in.n || (final && state == LONG)))
		switch (state) {
		case HEADER: more = header_step(final); break;
		case BLOCK: more = block_step(final); break;
		case LONG: more = long_step(final); break;
		case LOST: more = lost_step(final); break;
		}
}

void warc_bytes(struct str s)
{
	if (in.n)
		memmove(held.p, in.p, in.n);
	held.n = in.n;
	buf_add(&held, s);
	in = buf_str(&held);
	steps(false);
}

void warc_gap(void)
{
	if (state == LONG && !header_n)
		done();
	if (in.n && state != LOST) {
		if (state == HEADER)
			record_at = in_at;
		refuse("not read: the compressed file is damaged here");
	}
	use(in.n);
	state = HEADER;
}

void warc_end(void)
{
	steps(true);
	if (responses)
		diag_at(DIAG_REFUSED, file, 0, "%lu response or resource records are not read: only conversion records are", responses);
}
