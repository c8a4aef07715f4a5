/* encoding.c - which encoding each line has. Lines of clean UTF-8 pass as they are, many at a time. Any other line is tried in the encoding of
 * the line before; where its words are no Vietnamese syllables there, every encoding is tried on it and on some text behind it.
 * UTF-16 is seen by its zero bytes or mark. A line of two encodings (pages glued without a newline) is parted where both read best. */
#include "segment/encoding.h"
#include "base/buf.h"
#include "base/diag.h"
#include "segment/decode.h"
#include "segment/scan.h"
#include "vi/language.h"
#include "vi/syllable.h"
#include "vi/token.h"
#include <stdlib.h>

enum { LOOK = 768, BATCH = 8192, MAX_LINE = 1 << 20, SURE = 6 };

/* In the order in which equal scores are decided. */
static struct encoding known[] = {
	{ "UTF-8", ENCODING_UTF8, NULL },
	{ "TCVN3", ENCODING_BYTES, NULL },
	{ "VNI", ENCODING_BYTES, NULL },
	{ "windows-1258", ENCODING_BYTES, NULL },
	{ "VISCII", ENCODING_BYTES, NULL },
	{ "VPS", ENCODING_BYTES, NULL },
	{ "UTF-8/TCVN3", ENCODING_BYTES_IN_UTF8, NULL },
	{ "UTF-8/VNI", ENCODING_BYTES_IN_UTF8, NULL },
	{ "UTF-8/UTF-8", ENCODING_UTF8_IN_UTF8, NULL },
	{ "windows-1252", ENCODING_BYTES, NULL },
	{ "UTF-16LE", ENCODING_UTF16LE, NULL },
	{ "UTF-16BE", ENCODING_UTF16BE, NULL },
};
enum { UTF8, FIRST_BYTES, FIRST_IN_UTF8 = 6, WINDOWS_1252 = 9, LE, BE, ENCODINGS };

static const struct encoding *forced, *now;   /* now: that of the line before */
static const struct text_sink *sink;
static struct buf raw;                        /* bytes not given on yet */
static size_t enough;                         /* as many are waited for, so that small reads do not look at the same bytes again and again */
static origin_pos raw_at;                     /* of raw.p[0] in the source */
static struct units units;
static bool markup;                           /* the text is HTML */

struct score { unsigned good, bad, invalid; };

void encoding_open(const char *dir, const char *name)
{
	charsets_load(dir);
	syllables_load(dir);
	languages_load(dir);
	for (int i = 0; i < ENCODINGS; i++) {
		const char *table = strchr(known[i].name, '/');
		if (known[i].kind == ENCODING_BYTES || known[i].kind == ENCODING_BYTES_IN_UTF8)
			known[i].set = charset_find(str_c(table ? table + 1 : known[i].name));
		if (!known[i].set && (known[i].kind == ENCODING_BYTES || known[i].kind == ENCODING_BYTES_IN_UTF8)) {
			diag_at(DIAG_USAGE, "encodings.csv", 0, "no rows of %s", known[i].name);
			exit(DIAG_USAGE);
		}
	}
	if (!name)
		return;
	const struct charset *set = charset_find(str_c(name));
	for (int i = 0; i < ENCODINGS && !forced; i++)
		if (charset_same_name(str_c(name), known[i].name) || (set && known[i].kind == ENCODING_BYTES && known[i].set == set))
			forced = &known[i];
	if (!forced) {
		diag(DIAG_USAGE, "unknown encoding %s (see segment(1))", name);
		exit(DIAG_USAGE);
	}
}

/* --- out ---------------------------------------------------------------------------------------------------------------- */

static void mark_out(const struct encoding *e, struct score s, unsigned composed, size_t from)
{
	struct encoding_mark m = { .encoding = e->name, .good = s.good, .bad = s.bad, .composed = composed, .combining = units.combining,
				   .entities = units.entities, .invalid = units.invalid, .first_invalid = raw_at + from + units.first_invalid,
				   .forced = forced != NULL };
	sink->mark(&m);
}

/* Text of whole lines of clean UTF-8 as it is. */
static void clean_out(size_t from, size_t n, const struct scan *scan)
{
	units.combining = units.entities = units.invalid = 0;
	mark_out(now, (struct score){ 0, 0, 0 }, scan->own + scan->latin, from);
	bool normal = false;
	for (size_t i = 0, k = 0, to; i < n; i = to, normal = !normal, k++) {
		to = k < scan->changes ? scan->normal[k] : n;
		sink->normal(normal);
		if (to > i)
			sink->text(str_sub(buf_str(&raw), from + i, from + to), (struct run){ to - i, raw_at + from + i, to - i });
	}
}

/* The units go out as runs: as long as text and source keep pace. */
static void units_out(const struct encoding *e, struct score s, size_t from)
{
	static struct buf text;
	mark_out(e, s, units.composed, from);
	sink->normal(false);
	buf_clear(&text);
	size_t source = units.n ? units.u[0].from : 0, end = source;
	for (size_t i = 0; i < units.n; i++) {
		const struct unit *u = &units.u[i];
		size_t before = text.n;
		if (u->cp < 0x80 && u->n == 1 && u->from == end) {         /* as most */
			buf_char(&text, (char)u->cp);
			end++;
			continue;
		}
		vi_put(&text, u->cp);
		bool pace = u->from == end && text.n - before == u->n;
		if (!pace && before) {
			sink->text(str_sub(buf_str(&text), 0, before), (struct run){ before, raw_at + from + source, end - source });
			memmove(text.p, text.p + before, text.n - before);
			text.n -= before;
		}
		if (!pace) {
			sink->text(buf_str(&text), (struct run){ text.n, raw_at + from + u->from, u->n });
			buf_clear(&text);
			source = u->from + u->n;
		}
		end = u->from + u->n;
	}
	if (text.n)
		sink->text(buf_str(&text), (struct run){ text.n, raw_at + from + source, end - source });
}

static void line_out(const struct encoding *e, size_t from, size_t to)
{
	decode_line(&units, e, str_sub(buf_str(&raw), from, to), markup || (raw.p[from] == '<'));
	struct score s = { .invalid = units.invalid };
	decode_score(&units, &s.good, &s.bad);
	units_out(e, s, from);
}

/* --- choosing ----------------------------------------------------------------------------------------------------------- */

static struct score score(const struct encoding *e, struct str s)
{
	struct score r;
	decode_line(&units, e, s, markup);
	decode_score(&units, &r.good, &r.bad);
	r.invalid = units.invalid;
	return r;
}

static int value(struct score s) { return (int)s.good - 2 * (int)s.bad - 2 * (int)s.invalid; }

static bool explained(struct score s) { return s.bad * 6 <= s.good && !s.invalid; }

/* Bytes of no Vietnamese encoding that read as Latin letters between letters, as French or Spanish pages have them. */
static bool looks_western(struct str s)
{
	size_t letters = 0, others = 0, sequences = 0, len;
	for (size_t i = 0; i < s.n; i += len) {
		unsigned c;
		len = decode_utf8(str_sub(s, i, s.n), &c);
		sequences += len > 1;
		if (len)
			continue;
		unsigned char b = (unsigned char)s.p[i];
		bool beside = (i && (s.p[i - 1] | 32) >= 'a' && (s.p[i - 1] | 32) <= 'z') || (i + 1 < s.n && (s.p[i + 1] | 32) >= 'a' && (s.p[i + 1] | 32) <= 'z');
		*((b >= 0xC0 && beside) || (b >= 0x91 && b <= 0x97) || b == 0xA0 || b == 0xAB || b == 0xBB ? &letters : &others) += 1;
		len = 1;
	}
	return letters > sequences * 2 && letters >= others * 8;
}

/* The best reading of s; valid: s is UTF-8. */
static const struct encoding *best_of(struct str s, bool valid, int *best)
{
	const struct encoding *e = &known[UTF8];
	*best = value(score(e, s));
	for (int i = valid ? FIRST_IN_UTF8 : FIRST_BYTES; i < (valid ? WINDOWS_1252 : FIRST_IN_UTF8); i++) {
		int v = value(score(&known[i], s));
		if (v > *best) {
			*best = v;
			e = &known[i];
		}
	}
	if (*best < 0 && !valid && looks_western(s))
		return &known[WINDOWS_1252];
	return e;
}

static size_t utf8_prefix(struct str s)
{
	unsigned cp;
	size_t i = 0;
	for (size_t n; i < s.n; i += n)
		if (!(n = decode_utf8(str_sub(s, i, s.n), &cp)))
			break;
	return i;
}

static bool is_utf8(struct str s) { return utf8_prefix(s) == s.n; }

/* The text behind a line as far as it is of one kind: a page that follows may be of another. */
static struct str of_one_kind(struct str s)
{
	size_t n = utf8_prefix(s);
	if (n == s.n || n < 64)
		return s;
	while (n && s.p[n - 1] != ' ' && s.p[n - 1] != '\n')
		n--;
	return str_sub(s, 0, n);
}

/* The encoding of the line: its own words decide, where they are few the text behind it too. here: the line's score in the encoding of now. */
static const struct encoding *choose(struct str line, struct str behind, struct score here)
{
	bool valid = is_utf8(line);
	bool fits = now->kind == ENCODING_BYTES ? here.good > 0 || !valid || here.bad == 0 : true;
	if (explained(here) && fits && (now->kind < ENCODING_BYTES_IN_UTF8 || value(here) > value(score(&known[UTF8], line))))
		return now;
	int own, all;
	const struct encoding *e = best_of(line, valid, &own);
	if (own >= value(here) + SURE && own >= SURE)
		return e;
	struct buf both = { 0 };
	buf_add(&both, line);
	buf_add(&both, behind);
	struct str wide = buf_str(&both);
	const struct encoding *w = best_of(wide, valid, &all);
	bool better = all > value(score(now, wide)) && value(score(w, line)) >= value(here);
	buf_free(&both);
	if (better)
		return w;
	if (own > value(here) || (now->kind == ENCODING_BYTES) == valid)
		return e;
	return now;
}

/* Behind the word at i and the blanks behind it. */
static size_t word_end(struct str s, size_t i)
{
	while (i < s.n && s.p[i] != ' ')
		i++;
	while (i < s.n && s.p[i] == ' ')
		i++;
	return i;
}

static int value_of(const struct encoding *e, struct str s) { return s.n ? value(score(e, s)) : 0; }

enum { MAX_WORDS = 2048, GLUED = 4 };
struct word { size_t from, to; int as_a, as_b, before, behind; };   /* before: words up to it, in a; behind: words after it, in b */

static unsigned words_of(struct word *w, const struct encoding *a, const struct encoding *b, struct str line)
{
	unsigned n = 0;
	int sum = 0;
	for (size_t i = 0; i < line.n && n < MAX_WORDS; i = w[n++].to) {
		size_t to = word_end(line, i);
		struct str s = str_sub(line, i, to);
		w[n] = (struct word){ i, to, value_of(a, s), value_of(b, s), sum, 0 };
		sum += w[n].as_a;
	}
	sum = 0;
	for (unsigned i = n; i--; sum += w[i].as_b)
		w[i].behind = sum;
	return n;
}

/* The seam inside a word ("viết" and "§ång" glued), if that reads better than *best; behind a full stop as well is enough where a seam is known. */
static void seam_in_word(const struct encoding *a, const struct encoding *b, struct str line, const struct word *w, int *best, size_t *at)
{
	struct str s = str_sub(line, w->from, w->to);
	for (size_t k = 1; k < s.n && s.n < 64; k++) {
		bool stop = strchr(".!?\")", s.p[k - 1]) && s.p[k] != ' ' && s.p[k] != '\n';
		if (!stop && (w->as_a >= 0 || w->as_b >= 0))
			continue;
		int v = w->before + w->behind + value_of(a, str_sub(s, 0, k)) + value_of(b, str_sub(s, k, s.n));
		if (v > *best || (v == *best && *at && stop)) {
			*best = v;
			*at = w->from + k;
		}
	}
}

/* A line that starts in encoding a and ends in b: the byte where b begins, 0 if one of them reads it all nearly as well. */
static size_t seam(const struct encoding *a, const struct encoding *b, struct str line)
{
	static struct word w[MAX_WORDS];
	unsigned n = words_of(w, a, b, line), tries = 0;
	if (n == MAX_WORDS || n == 0)
		return 0;
	int all_a = w[n - 1].before + w[n - 1].as_a, all_b = w[0].behind + w[0].as_b;
	int best = (all_a > all_b ? all_a : all_b) + 2, most = w[0].before + w[0].behind;
	size_t at = 0;
	for (unsigned i = 0; i < n; i++) {
		int v = w[i].before + w[i].behind;               /* the word left out */
		most = v > most ? v : most;
		if (i && v + w[i].as_b > best) {
			best = v + w[i].as_b;
			at = w[i].from;
		}
	}
	for (unsigned i = 0; i < n && most + 3 > best && tries < GLUED; i++) {
		int others_b = all_b - w[i].as_b, others_a = all_a - w[i].as_a, v = w[i].before + w[i].behind;
		if (v < most - 1 || (v <= others_b && v <= others_a))      /* before the word a must read better, or b behind it */
			continue;
		seam_in_word(a, b, line, &w[i], &best, &at);
		tries++;
	}
	return at;
}

static void cut_between(const struct encoding *a, const struct encoding *b)
{
	bool bytes_a = a->kind == ENCODING_BYTES && a != &known[WINDOWS_1252], bytes_b = b->kind == ENCODING_BYTES && b != &known[WINDOWS_1252];
	if (a != b && (bytes_a || bytes_b) && a != &known[WINDOWS_1252] && b != &known[WINDOWS_1252])
		sink->cut();
}

/* Some text behind byte `to`, whole words of one kind. */
static struct str text_behind(size_t to)
{
	size_t end = to + LOOK < raw.n ? to + LOOK : raw.n;
	while (end < raw.n && end > to && raw.p[end - 1] != ' ' && raw.p[end - 1] != '\n')
		end--;
	return of_one_kind(str_sub(buf_str(&raw), to, end));
}

static void line_in_bytes(size_t from, size_t to)
{
	struct str line = str_sub(buf_str(&raw), from, to);
	if (forced) {
		line_out(forced, from, to);
		return;
	}
	struct score s = score(now, line);
	if (now->kind < ENCODING_BYTES_IN_UTF8 && explained(s) && (now->kind == ENCODING_UTF8 || s.good > 2)) {     /* the units are there already */
		units_out(now, s, from);
		return;
	}
	struct str behind = text_behind(to);
	const struct encoding *e = choose(line, behind, s);
	if (e != now || !explained(s))
		s = score(e, line);
	if (s.bad || s.invalid) {
		int v;
		const struct encoding *next = behind.n ? best_of(behind, is_utf8(behind), &v) : e;
		const struct encoding *pair[3][2] = { { now, next }, { now, e }, { e, next } };
		for (int i = 0; i < 3; i++) {
			size_t at = pair[i][0] == pair[i][1] ? 0 : seam(pair[i][0], pair[i][1], line);
			if (!at)
				continue;
			cut_between(now, pair[i][0]);
			line_out(pair[i][0], from, from + at);
			sink->cut();
			now = pair[i][1];
			line_out(now, from + at, to);
			return;
		}
	}
	cut_between(now, e);
	now = e;
	line_out(e, from, to);
}

/* --- lines --------------------------------------------------------------------------------------------------------------- */

static bool in_utf16(void) { return now->kind == ENCODING_UTF16LE || now->kind == ENCODING_UTF16BE; }

/* One line of UTF-16, or what is left of it before bytes of another kind. Returns the new position; `from` when more bytes are needed. */
static size_t utf16_line(size_t from, bool final)
{
	bool big = now->kind == ENCODING_UTF16BE, left = false;
	size_t to = scan_utf16_line(str_sub(buf_str(&raw), from, raw.n), big, final, MAX_LINE, &left);
	if (to)
		line_out(now, from, from + to);
	if (left && !forced) {
		sink->cut();
		now = &known[UTF8];
	}
	return from + to;
}

/* UTF-16 begins in the line [from, to): what stands before it goes out, the mark is skipped. */
static size_t utf16_begin(size_t from, size_t at, bool big, size_t mark)
{
	if (at) {
		line_in_bytes(from, from + at);
		sink->cut();
	}
	now = &known[big ? BE : LE];
	return from + at + mark;
}

static size_t line_length(size_t from, bool final)
{
	const char *lf = memchr(raw.p + from, '\n', raw.n - from);
	size_t n = lf ? (size_t)(lf - (raw.p + from)) + 1 : raw.n - from;
	if (lf || final || n < MAX_LINE)
		return lf || final ? n : 0;
	while (n > MAX_LINE - 8 && ((unsigned char)raw.p[from + n - 1] & 0x80))   /* not inside a character */
		n--;
	return n;
}

static void lines_in(bool final)
{
	size_t at = 0;
	while (at < raw.n) {
		if (in_utf16()) {
			size_t next = utf16_line(at, final);
			if (next == at && in_utf16())
				break;
			at = next;
			continue;
		}
		static struct scan scan;
		scan.ascii_only = forced ? forced->kind != ENCODING_UTF8 : now != &known[UTF8];
		scan.forced = forced != NULL;
		scan.markup = markup;
		size_t clean = scan_clean_lines(buf_str(&raw), at, final, &scan);
		if (clean) {
			if (scan.own && !forced) {
				cut_between(now, &known[UTF8]);
				now = &known[UTF8];
			}
			clean_out(at, clean, &scan);
			at += clean;
			continue;
		}
		size_t n = line_length(at, final), start, mark;
		bool big;
		if (!n || (!final && raw.n - at < n + LOOK))
			break;
		if (!forced && scan_utf16_begin(str_sub(buf_str(&raw), at, raw.n), n, &start, &mark, &big)) {
			at = utf16_begin(at, start, big, mark);
			continue;
		}
		line_in_bytes(at, at + n);
		at += n;
	}
	memmove(raw.p, raw.p + at, raw.n - at);
	raw.n -= at;
	raw_at += at;
}

void encoding_markup(bool on) { markup = on; }

void encoding_begin(const struct text_sink *to, origin_pos at)
{
	sink = to;
	raw.n = 0;
	enough = BATCH;
	raw_at = at;
	now = forced ? forced : &known[UTF8];
}

void encoding_bytes(struct str s)
{
	buf_add(&raw, s);
	if (raw.n < enough)
		return;
	lines_in(false);
	enough = raw.n * 2 + BATCH;
}

void encoding_end(void)
{
	if (raw.n)
		lines_in(true);
}
