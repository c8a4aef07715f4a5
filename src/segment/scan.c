/* scan.c - one pass over the bytes of a line with a table of byte classes; UTF-16 by the high bytes of its letters (00 01 03 1E 20). */
#include "segment/scan.h"
#include <ctype.h>

enum { TEXT, CONTROL, LF, AMPERSAND, LEAD2, MARKS, LATIN, OWN2, LEAD3, LEAD4, WRONG };

/* Class of each byte as the first of a character. */
static const unsigned char kind[256] = {
	[0 ... 8] = CONTROL, [9] = TEXT, [10] = LF, [11] = CONTROL, [12 ... 13] = TEXT, [14 ... 31] = CONTROL, [32 ... 37] = TEXT, ['&'] = AMPERSAND, [39 ... 126] = TEXT,
	[127] = CONTROL, [128 ... 0xC1] = WRONG, [0xC2 ... 0xC3] = LATIN, [0xC4] = OWN2, [0xC5] = LEAD2, [0xC6] = OWN2, [0xC7 ... 0xCB] = LEAD2,
	[0xCC ... 0xCD] = MARKS, [0xCE ... 0xDF] = LEAD2, [0xE0 ... 0xEF] = LEAD3, [0xF0 ... 0xF4] = LEAD4, [0xF5 ... 0xFF] = WRONG,
};

static bool follows(const unsigned char *p, const unsigned char *end, int n)
{
	if (end - p <= n)
		return false;
	for (int i = 1; i <= n; i++)
		if ((p[i] & 0xC0) != 0x80)
			return false;
	return true;
}

static bool bad_sequence(const unsigned char *p, const unsigned char *end)
{
	if (*p < 0xE0)
		return !follows(p, end, 1);
	if (*p < 0xF0)
		return !follows(p, end, 2) || (*p == 0xE0 && p[1] < 0xA0) || (*p == 0xED && p[1] > 0x9F);
	return !follows(p, end, 3) || (*p == 0xF0 && p[1] < 0x90) || (*p == 0xF4 && p[1] > 0x8F);
}

static bool entity_here(const unsigned char *p, const unsigned char *end)
{
	const unsigned char *q = p + 1;
	while (q < end && q - p < 12 && (isalnum(*q) || *q == '#'))
		q++;
	return q < end && *q == ';' && q - p > 2;
}

/* Ă ă Đ đ Ĩ ĩ Ơ ơ Ư ư by their two bytes. */
static bool own_letter(const unsigned char *p)
{
	unsigned char c = p[1];
	return *p == 0xC4 ? c == 0x82 || c == 0x83 || c == 0x90 || c == 0x91 || c == 0xA8 || c == 0xA9 : c == 0xA0 || c == 0xA1 || c == 0xAF || c == 0xB0;
}

/* End of the line if it is clean, NULL if not, or if the line does not end. */
static const unsigned char *clean_line(const unsigned char *p, const unsigned char *end, bool final, struct scan *s)
{
	unsigned own = 0, latin = 0, others = 0;
	while (p < end && *p != '\n') {
		switch (kind[*p]) {
		case TEXT: p++; break;
		case AMPERSAND:
			if (!s->markup && entity_here(p, end))
				return NULL;
			p++;
			break;
		case LATIN: case OWN2: case LEAD2:
			if (!follows(p, end, 1))
				return NULL;
			latin += kind[*p] == LATIN;
			own += kind[*p] == OWN2 && own_letter(p);
			p += 2;
			break;
		case LEAD3:
			if (bad_sequence(p, end))
				return NULL;
			own += *p == 0xE1 && (p[1] == 0xBA || p[1] == 0xBB);
			others += *p != 0xE2;
			p += 3;
			break;
		case LEAD4:
			if (bad_sequence(p, end))
				return NULL;
			p += 4;
			break;
		default: return NULL;
		}
	}
	if ((p == end && !final) || (!s->forced && latin > own * 3) || (s->ascii_only && (own || latin || others) && (s->forced || !own)))
		return NULL;
	s->own += own;
	s->latin += latin;
	return p < end ? p + 1 : p;
}

size_t scan_clean_lines(struct str s, bool final, struct scan *scan)
{
	const unsigned char *start = (const unsigned char *)s.p, *end = start + s.n, *p = start;
	while (p < end) {
		struct scan line = { .ascii_only = scan->ascii_only, .forced = scan->forced, .markup = scan->markup };
		const unsigned char *next = clean_line(p, end, final, &line);
		if (!next || (scan->ascii_only && line.own && p > start))
			break;
		if (line.own)
			scan->ascii_only = false;
		scan->own += line.own;
		scan->latin += line.latin;
		p = next;
	}
	return (size_t)(p - start);
}

static bool letter_high(unsigned char high) { return high <= 1 || high == 3 || high == 0x1E || high == 0x20; }

/* A unit as Vietnamese text has them. */
static bool likely(unsigned char high, unsigned char low)
{
	switch (high) {
	case 0: return low >= 0x20 || (low >= 9 && low <= 13);
	case 1: return low <= 3 || low == 0x10 || low == 0x11 || low == 0x28 || low == 0x29 || low == 0x68 || low == 0x69 || low == 0xA0 || low == 0xA1 || low == 0xAF || low == 0xB0;
	case 3: return low < 0x30;
	case 0x1E: return low >= 0xA0 && low <= 0xF9;
	case 0x20: return (low >= 0x0B && low <= 0x3A) || low == 0xAB;
	default: return high == 0xFE && low == 0xFF;
	}
}

/* Likely units among the first 32, in percent; 0 if fewer than nine in ten are, or hardly any high byte is zero. */
static unsigned utf16_share(const unsigned char *p, size_t n, bool big)
{
	unsigned good = 0, zero = 0, k = 0;
	for (; k < 32 && 2 * k + 1 < n; k++) {
		good += likely(p[2 * k + !big], p[2 * k + big]);
		zero += p[2 * k + !big] == 0;
	}
	return k >= 2 && good * 10 >= k * 9 && zero * 4 >= k ? good * 100 / k : 0;
}

static bool looks_utf16(const unsigned char *p, size_t n, bool big) { return utf16_share(p, n, big) > 0; }

bool scan_utf16_begin(struct str s, size_t n, size_t *start, size_t *mark, bool *big)
{
	const unsigned char *p = (const unsigned char *)s.p;
	for (size_t i = 0; i < n; i++) {
		bool le = i + 1 < s.n && p[i] == 0xFF && p[i + 1] == 0xFE, be = i + 1 < s.n && p[i] == 0xFE && p[i + 1] == 0xFF;
		if ((le || be) && looks_utf16(p + i + 2, s.n - i - 2, be)) {
			*start = i;
			*mark = 2;
			*big = be;
			return true;
		}
		if (p[i] != 0)
			continue;
		*mark = 0;
		*start = 0;
		*big = i % 2 == 0;
		if (looks_utf16(p, s.n, *big))                         /* the line begins in it */
			return true;
		unsigned le_share = i ? utf16_share(p + i - 1, s.n - i + 1, false) : 0, be_share = utf16_share(p + i, s.n - i, true);
		if (!le_share && !be_share)
			return false;
		*big = be_share > le_share;
		size_t at = *big ? i : i - 1;
		while (at >= 2 && letter_high(p[at - 2 + !*big]) && likely(p[at - 2 + !*big], p[at - 2 + *big]) && p[at - 2 + !*big] != 0x20)
			at -= 2;
		*start = at;
		return true;
	}
	return false;
}

/* Bytes of another kind: no zero byte among the next 64, and several blanks, or hardly anything but ASCII. */
static bool is_left(const unsigned char *p, size_t n)
{
	size_t blanks = 0, ascii = 0, k = 0;
	for (; k < n && k < 64; k++) {
		if (!p[k])
			return false;
		blanks += p[k] == ' ' || p[k] == '\n';
		ascii += p[k] < 0x80;
	}
	return blanks * 13 >= k || ascii * 8 >= k * 7;
}

size_t scan_utf16_line(struct str s, bool big, bool final, size_t max, bool *left)
{
	const unsigned char *p = (const unsigned char *)s.p;
	size_t i = 0;
	*left = false;
	for (; i + 2 <= s.n; i += 2) {
		unsigned char high = p[i + !big], low = p[i + big];
		if (i && high == 0xFE && low == 0xFF) {
			*left = true;
			return i;
		}
		if (!letter_high(high)) {
			if (!final && s.n - i < 64)
				return 0;
			if (is_left(p + i, s.n - i) || (looks_utf16(p + i, s.n - i, !big) && !looks_utf16(p + i, s.n - i, big))) {
				*left = true;
				return i;
			}
		}
		if ((high == 0 && low == '\n') || i >= max)
			return i + 2;
	}
	return final ? s.n : 0;
}
