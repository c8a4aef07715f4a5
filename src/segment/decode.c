/* decode.c - "Uû ban nh©n d©n" read as TCVN3 in UTF-8 -> U ỷ ' ' b a n ' ' n h â n ..., each with its place in the line.
 * Steps: code points of the bytes; entities; letter + marks -> one letter; capitals of TCVN3. Whether a reading makes sense is told by
 * decode_score; which encoding a line has is chosen in encoding.c. */
#include "segment/decode.h"
#include "base/diag.h"
#include "segment/html.h"
#include "vi/normalise.h"
#include "vi/syllable.h"
#include "vi/token.h"
#include <ctype.h>
#include <stdint.h>
#include <stdlib.h>

static void room(struct units *o, size_t n)
{
	if (o->cap - o->n >= n)
		return;
	o->cap = o->n + n + o->cap + 1024;
	o->u = realloc(o->u, o->cap * sizeof *o->u);
	if (!o->u)
		diag_fatal("out of memory");
}

static inline void put(struct units *o, unsigned cp, size_t from, size_t n)
{
	room(o, 1);
	o->u[o->n++] = (struct unit){ cp, (unsigned)from, (unsigned)n };
}

static void put_invalid(struct units *o, size_t from, size_t n)
{
	if (!o->invalid++)
		o->first_invalid = from;
	put(o, 0xFFFD, from, n);
}

size_t decode_utf8(struct str s, unsigned *cp)
{
	const unsigned char *p = (const unsigned char *)s.p;
	if (p[0] < 0x80) {
		*cp = p[0];
		return 1;
	}
	size_t n = p[0] >= 0xC2 && p[0] < 0xE0 ? 2 : p[0] >= 0xE0 && p[0] < 0xF0 ? 3 : p[0] >= 0xF0 && p[0] < 0xF5 ? 4 : 0;
	if (!n || s.n < n)
		return 0;
	unsigned c = p[0] & (0x7Fu >> n);
	for (size_t i = 1; i < n; i++) {
		if ((p[i] & 0xC0) != 0x80)
			return 0;
		c = c << 6 | (p[i] & 0x3Fu);
	}
	if ((n == 3 && c < 0x800) || (n == 4 && (c < 0x10000 || c > 0x10FFFF)) || (c >= 0xD800 && c < 0xE000))
		return 0;
	*cp = c;
	return n;
}

/* Without branches, which would be foretold wrongly. Left out: Ð ð × ÷ Đ đ. */
static inline bool has_marks(unsigned c)
{
	bool latin = c - 0xC0 < 0x190, plain = ((c | 0x20) == 0xF0) | ((c | 0x20) == 0xF7) | ((c | 1) == 0x111);
	return (latin & !plain) | (c - 0x1EA0 < 0x5A);
}

static bool is_mark(unsigned c) { return c >= 0x300 && c < 0x370; }

/* Returns the first mark's place, or how many units there are. Counts the composed letters. */
static size_t from_utf8(struct units *o, struct str s)
{
	size_t mark = SIZE_MAX;
	room(o, s.n);
	for (size_t i = 0, n; i < s.n; i += n) {
		unsigned c = (unsigned char)s.p[i];
		if (c < 0x80) {
			n = 1;
			o->u[o->n++] = (struct unit){ c, (unsigned)i, 1 };
			continue;
		}
		n = decode_utf8(str_sub(s, i, s.n), &c);
		if (!n) {
			put_invalid(o, i, n = 1);
			continue;
		}
		mark = is_mark(c) && mark == SIZE_MAX ? o->n : mark;
		o->composed += has_marks(c);
		o->u[o->n++] = (struct unit){ c, (unsigned)i, (unsigned)n };
	}
	return mark < o->n ? mark : o->n;
}

static void from_utf16(struct units *o, struct str s, bool big)
{
	const unsigned char *p = (const unsigned char *)s.p;
	size_t i = 0, n;
	for (; i + 2 <= s.n; i += n) {
		unsigned c = big ? p[i] * 256u + p[i + 1] : p[i + 1] * 256u + p[i], low = 0;
		n = 2;
		if (c >= 0xD800 && c < 0xDC00 && i + 4 <= s.n)
			low = big ? p[i + 2] * 256u + p[i + 3] : p[i + 3] * 256u + p[i + 2];
		if (low >= 0xDC00 && low < 0xE000)
			put(o, 0x10000 + (c - 0xD800) * 1024 + (low - 0xDC00), i, n = 4);
		else if (c >= 0xD800 && c < 0xE000)
			put_invalid(o, i, 2);
		else
			put(o, c, i, 2);
	}
	if (i < s.n)
		put_invalid(o, i, s.n - i);
}

static void put_byte(struct units *o, const struct charset *set, unsigned byte, size_t from, size_t n)
{
	const unsigned *t = set->text[byte];
	if (!t[0] && byte)
		put_invalid(o, from, n);
	else
		put(o, t[0], from, n);
	if (t[0] && t[1])
		put(o, t[1], from + n, 0);
}

static void from_bytes(struct units *o, const struct charset *set, struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		put_byte(o, set, (unsigned char)s.p[i], i, 1);
}

/* The code points are bytes that someone took for Latin-1 or windows-1252; those that cannot be stay. */
static void bytes_in_utf8(struct units *o, const struct charset *set)
{
	size_t n = o->n;
	struct unit *in = malloc((n ? n : 1) * sizeof *in);
	if (!in)
		diag_fatal("out of memory");
	memcpy(in, o->u, n * sizeof *in);
	o->n = 0;
	for (size_t i = 0; i < n; i++) {
		int byte = in[i].cp >= 128 ? charset_latin_byte(in[i].cp) : -1;
		if (byte < 0 || !set->text[byte][0])
			put(o, in[i].cp, in[i].from, in[i].n);
		else
			put_byte(o, set, (unsigned)byte, in[i].from, in[i].n);
	}
	free(in);
}

static void utf8_in_utf8(struct units *o)
{
	size_t to = 0;
	for (size_t i = 0; i < o->n;) {
		char byte[4];
		unsigned c;
		size_t k = 0, n;
		for (; k < 4 && i + k < o->n; k++) {
			int b = charset_latin_byte(o->u[i + k].cp);
			if (b < 0)
				break;
			byte[k] = (char)b;
		}
		n = k ? decode_utf8((struct str){ byte, k }, &c) : 0;
		if (n > 1) {
			struct unit *last = &o->u[i + n - 1];
			o->u[to++] = (struct unit){ c, o->u[i].from, last->from + last->n - o->u[i].from };
			i += n;
		} else {
			o->u[to++] = o->u[i++];
		}
	}
	o->n = to;
}

size_t decode_entity(struct str s, unsigned *cp)
{
	size_t n = 1;
	if (s.n > 3 && s.p[1] == '#') {
		bool hex = (s.p[2] | 32) == 'x';
		unsigned long v = 0;
		for (n = hex ? 3 : 2; n < s.n && n < 11 && (hex ? isxdigit((unsigned char)s.p[n]) : isdigit((unsigned char)s.p[n])); n++)
			v = v * (hex ? 16 : 10) + (unsigned long)(isdigit((unsigned char)s.p[n]) ? s.p[n] - '0' : (s.p[n] | 32) - 'a' + 10);
		if (n == s.n || s.p[n] != ';' || n == (hex ? 3u : 2u) || v == 0 || v > 0x10FFFF || (v >= 0xD800 && v < 0xE000))
			return 0;
		*cp = (unsigned)v;
		return n + 1;
	}
	while (n < s.n && n < 12 && isalnum((unsigned char)s.p[n]))
		n++;
	if (n < 3 || n == s.n || s.p[n] != ';')
		return 0;
	*cp = html_entity(str_sub(s, 1, n));
	return *cp ? n + 1 : 0;
}

static void entities(struct units *o)
{
	size_t to = 0;
	while (to < o->n && o->u[to].cp != '&')
		to++;
	for (size_t i = to; i < o->n; i++) {
		char text[16];
		unsigned cp;
		size_t k = 0, n = 0;
		if (o->u[i].cp == '&') {
			for (; k < sizeof text && i + k < o->n && o->u[i + k].cp < 128; k++)
				text[k] = (char)o->u[i + k].cp;
			n = decode_entity((struct str){ text, k }, &cp);
		}
		if (!n) {
			o->u[to++] = o->u[i];
			continue;
		}
		struct unit *last = &o->u[i + n - 1];
		o->u[to++] = (struct unit){ cp, o->u[i].from, last->from + last->n - o->u[i].from };
		o->entities++;
		i += n - 1;
	}
	o->n = to;
}

static void count_composed(struct units *o)
{
	o->composed = 0;
	for (size_t i = 0; i < o->n; i++)
		o->composed += has_marks(o->u[i].cp);
}

/* Letters and the marks behind them; no mark stands before place `mark`. */
static void compose(struct units *o, size_t mark)
{
	size_t to = mark ? mark - 1 : 0;
	for (size_t i = to; i < o->n;) {
		if (i + 1 == o->n || !is_mark(o->u[i + 1].cp)) {
			o->u[to++] = o->u[i++];
			continue;
		}
		unsigned cp[8] = { o->u[i].cp }, n = 1;
		while (n < 8 && i + n < o->n && is_mark(o->u[i + n].cp)) {
			cp[n] = o->u[i + n].cp;
			n++;
		}
		o->combining += n - 1;
		struct unit *last = &o->u[i + n - 1];
		unsigned from = o->u[i].from, len = last->from + last->n - from;
		unsigned left = vi_compose(cp, n);
		for (unsigned k = 0; k < left; k++)
			o->u[to++] = (struct unit){ cp[k], k ? from + len : from, k ? 0 : len };
		i += n;
	}
	o->n = to;
}

/* Letters of one word in [from, to): ASCII capitals, ASCII small letters, letters outside ASCII. */
static size_t word_at(const struct units *o, size_t from, unsigned *capitals, unsigned *small, unsigned *other)
{
	size_t i = from;
	*capitals = *small = *other = 0;
	for (; i < o->n; i++) {
		unsigned c = o->u[i].cp;
		if (c >= 'A' && c <= 'Z')
			++*capitals;
		else if (c >= 'a' && c <= 'z')
			++*small;
		else if (syllable_letter(c))
			++*other;
		else
			break;
	}
	return i;
}

/* "TØNH uû" was "TỈNH ủy": a word without small ASCII letters, with two capitals or beside such a word, is all capitals. */
static void capitals_back(struct units *o)
{
	bool before = false;
	for (size_t i = 0; i < o->n;) {
		unsigned capitals, small, other, c2, s2, o2;
		size_t end = word_at(o, i, &capitals, &small, &other);
		if (end == i) {
			i++;
			continue;
		}
		size_t next = end;
		while (next < o->n && (o->u[next].cp == ' ' || o->u[next].cp == '-'))
			next++;
		word_at(o, next, &c2, &s2, &o2);          /* the word behind: a small one makes a single capital a name's or a sentence's */
		bool caps = !small && (capitals >= 2 || (capitals && other && !s2 && (before || c2 >= 2)));
		for (size_t k = i; caps && k < end; k++)
			o->u[k].cp = vi_upper(o->u[k].cp);
		before = caps && next > end;
		i = next;
	}
}

void decode_line(struct units *o, const struct encoding *e, struct str line, bool markup)
{
	o->n = o->invalid = o->composed = o->combining = o->entities = 0;
	o->first_invalid = 0;
	size_t mark = 0;
	if (e->kind == ENCODING_UTF16LE || e->kind == ENCODING_UTF16BE)
		from_utf16(o, line, e->kind == ENCODING_UTF16BE);
	else if (e->kind == ENCODING_BYTES)
		from_bytes(o, e->set, line);
	else
		mark = from_utf8(o, line);
	if (e->kind == ENCODING_BYTES_IN_UTF8)
		bytes_in_utf8(o, e->set);
	if (e->kind == ENCODING_UTF8_IN_UTF8)
		utf8_in_utf8(o);
	if (!markup && (e->kind != ENCODING_UTF8 || memchr(line.p, '&', line.n)))
		entities(o);
	bool as_read = e->kind == ENCODING_UTF8 && !o->entities;
	if (!as_read)
		count_composed(o);
	compose(o, as_read ? mark : 0);
	if (e->set && e->set->no_capitals)
		capitals_back(o);
}

static bool parts_words(unsigned c)
{
	return c < 128 ? !isalpha((int)c) : c == 0xA0 || c == 0xFEFF || (c >= 0x2000 && c < 0x2070) || c == 0x20AB || c == 0x2022;
}

/* Code points below TABLE by a look at the table. */
enum { PARTS = 1, CAPITAL = 2, TABLE = 0x1F00 };
static unsigned char kinds[TABLE];

static unsigned kind_of(unsigned c) { return (parts_words(c) ? PARTS : 0u) | (vi_is_upper(c) ? CAPITAL : 0u); }

static void kinds_fill(void)
{
	for (unsigned c = 0; c < TABLE; c++)
		kinds[c] = (unsigned char)kind_of(c);
}

enum { LETTERS = 8 };              /* more than a syllable has */

/* Whether the letters are a syllable; words met before are known. */
static bool is_syllable(const unsigned *cp, unsigned n)
{
	enum { KNOWN = 1 << 10 };
	static struct { unsigned short cp[LETTERS]; bool yes; } known[KNOWN];
	unsigned short key[LETTERS] = { 0 };
	unsigned hash = 0;
	for (unsigned i = 0; i < n; i++) {
		key[i] = (unsigned short)cp[i];
		hash = (hash ^ cp[i]) * 0x9E3779B1u;
		if (cp[i] > 0xFFFF)
			return false;
	}
	unsigned k = hash >> 22;
	if (memcmp(known[k].cp, key, sizeof key) != 0) {
		memcpy(known[k].cp, key, sizeof key);
		known[k].yes = syllable_is(cp, n, false);
	}
	return known[k].yes;
}

/* The word at *i, *i moved behind it: 1 a syllable, -1 no syllable, 0 nothing outside ASCII to tell by. */
static int word_score(const struct units *o, size_t *i)
{
	unsigned cp[LETTERS + 1], n = 0, all = 0;
	bool small = false, late = false;                       /* late: a capital outside ASCII behind the first letter */
	for (; *i < o->n; ++*i) {
		unsigned c = o->u[*i].cp, kind = c < TABLE ? kinds[c] : kind_of(c);
		if (kind & PARTS)
			break;
		bool capital = kind & CAPITAL;
		all |= c;
		small |= !capital;
		late |= capital & (n > 0) & (c >= 128);
		cp[n] = c;
		n += n < LETTERS;
	}
	return all < 128 ? 0 : is_syllable(cp, n) && !(small && late) ? 1 : -1;
}

void decode_score(const struct units *o, unsigned *good, unsigned *bad)
{
	*good = *bad = 0;
	if (!kinds[0])
		kinds_fill();
	for (size_t i = 0; i < o->n; i++) {
		int word = word_score(o, &i);
		*good += word > 0;
		*bad += word < 0;
	}
}
