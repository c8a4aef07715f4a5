/* scan.c - one pass over the bytes of a line by a table of states, one that counts letters; UTF-16 by the high bytes of its letters (00 01 03 1E 20). */
#include "segment/scan.h"
#include "base/bytes.h"
#include "base/states.h"
#include "base/wide.h"
#include <ctype.h>

/* UTF-8 without control characters and combining marks. */
static struct states plain;

static void plain_fill(void)
{
	states_utf8(&plain);
	states_set(&plain, STATES_OK, 0, 8, STATES_BAD);
	states_set(&plain, STATES_OK, 11, 11, STATES_BAD);
	states_set(&plain, STATES_OK, 14, 31, STATES_BAD);
	states_set(&plain, STATES_OK, 127, 127, STATES_BAD);
	states_set(&plain, STATES_OK, 0xCC, 0xCD, STATES_BAD);
}

static bool has_entity(struct str s)
{
	const char *p = s.p, *end = s.p + s.n;
	while ((p = memchr(p, '&', (size_t)(end - p)))) {
		const char *q = ++p;
		while (q < end && q - p < 11 && (isalnum((unsigned char)*q) || *q == '#'))
			q++;
		if (q < end && *q == ';' && q - p > 1)
			return true;
	}
	return false;
}

/* own: letters that only Vietnamese has, E1BAxx E1BBxx and Ă ă Đ đ Ĩ ĩ Ơ ơ Ư ư by their two bytes; latin: other letters of Latin-1 (C2, C3). */
struct letters { unsigned own, latin; };
struct tally { bytes16 own, latin; };                       /* up to 255 in each byte */

static void count_block(const char *p, struct tally *t)
{
	bytes16 here = bytes_load(p), next = bytes_load(p + 1), odd = next | 1;
	t->own -= (bytes_are(here, 0xE1) & bytes_are(odd, 0xBB)) | (bytes_are(here, 0xC4) & (bytes_are(odd, 0x83) | bytes_are(odd, 0x91) | bytes_are(odd, 0xA9))) |
		  (bytes_are(here, 0xC6) & (bytes_are(odd, 0xA1) | bytes_in(next, 0xAF, 0xB0)));
	t->latin -= bytes_are(here | 1, 0xC3);
}

static struct letters letters_in(struct str s)
{
	struct letters n = { 0 };
	for (size_t i = 0, to; i < s.n; i = to) {
		struct tally t = { 0 };
		char end[BYTES + 1] = { 0 };
		for (to = i; to + BYTES < s.n && to - i < 254 * BYTES; to += BYTES)
			count_block(s.p + to, &t);
		if (to + BYTES >= s.n) {
			memcpy(end, s.p + to, s.n - to);
			count_block(end, &t);
			to = s.n;
		}
		n.own += bytes_sum(t.own);
		n.latin += bytes_sum(t.latin);
	}
	return n;
}

/* Whether there are sequences of three bytes that are no punctuation (E2). */
static bool has_others(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((s.p[i] & 0xF0) == 0xE0 && (unsigned char)s.p[i] != 0xE2)
			return true;
	return false;
}

/* What a line of letters, digits and marks as nearly all lines have them shows, thirty-two bytes at a time: sequences of UTF-8 that begin with C3..C6,
 * E1 BA, E1 BB or E2 80, but Ð and ð. Top bits of odd: bytes of something else, which is for the tables. */
struct seen { bytes32 odd, own, latin; };                    /* own, latin: how many, up to 255 in each byte */

/* b1, b2: the bytes one and two before those of `here`; only bytes that `of` has set count. */
WIDE_INLINE void see(struct seen *seen, bytes32 here, bytes32 b1, bytes32 b2, bytes32 of)
{
	bytes32 two = wide_in(b1, 0xC3, 0xC6), three = wide_in(b1, 0xE1, 0xE2), third = wide_in(b2, 0xE1, 0xE2), one = here | wide_all(1);
	bytes32 c3 = wide_are(b1, 0xC3), c6 = wide_are(b1, 0xC6), e1 = wide_are(b1, 0xE1);
	bytes32 control = (wide_in(here, 0, 0x1F) & ~wide_are(here, '\n')) | wide_are(here, 0x7F) | wide_are(here, '&');
	bytes32 sequence = (wide_in(here, 0x80, 0xBF) ^ (two | three | third)) | (wide_in(b1, 0xC0, 0xFF) & ~(two | three));
	bytes32 latin = (c3 & wide_are(here | wide_all(0x20), 0xB0)) | (c6 & ~(wide_are(one, 0xA1) | wide_in(here, 0xAF, 0xB0)));
	bytes32 wide = (e1 & ~wide_are(one, 0xBB)) | (wide_are(b1, 0xE2) & ~wide_are(here, 0x80)) | (wide_are(b2, 0xE2) & ~wide_in(here, 0x90, 0xA6));
	seen->odd |= (control | sequence | latin | wide) & of;
	seen->own -= (e1 | c6 | (wide_are(b1, 0xC4) & (wide_are(one, 0x83) | wide_are(one, 0x91) | wide_are(one, 0xA9)))) & of;
	seen->latin -= c3 & of;
}

/* Length of the line at byte `from` with its LF if it shows nothing odd; 0 also where it is long or too near an end of s to be seen so. */
WIDE_CLONES static size_t usual_line(struct str s, size_t from, struct letters *n)
{
	enum { MOST = 254 * WIDE };
	struct seen seen = { .odd = { 0 } };
	if (from < 2 || s.p[from - 1] != '\n' || (unsigned char)s.p[from - 2] >= 0xE0)        /* a sequence that was cut is not to go on here */
		return 0;
	for (size_t i = from; i + WIDE <= s.n && i - from < MOST; i += WIDE) {
		bytes32 here = wide_load(s.p + i), b1 = wide_load(s.p + i - 1), b2 = wide_load(s.p + i - 2);
		unsigned lf = wide_mask(wide_are(here, '\n')), length = lf ? (unsigned)__builtin_ctz(lf) + 1 : WIDE;
		see(&seen, here, b1, b2, wide_first(length));
		if (lf) {
			*n = (struct letters){ wide_sum(seen.own), wide_sum(seen.latin) };
			return wide_mask(seen.odd) ? 0 : i - from + length;
		}
	}
	return 0;
}

/* Length of the line with its LF if it is clean UTF-8, 0 if not, or if the line does not end. */
static size_t clean_line(struct str s, bool final, bool markup, struct letters *n)
{
	const char *lf = memchr(s.p, '\n', s.n);
	struct str line = str_sub(s, 0, lf ? (size_t)(lf - s.p) : s.n);
	if ((!lf && !final) || states_run(&plain, STATES_OK, line) != STATES_OK || (!markup && has_entity(line)))
		return 0;
	*n = letters_in(line);
	return line.n + (lf != NULL);
}

/* Whether the letters tell of another encoding behind the UTF-8, or of too little. */
static bool doubtful(const struct scan *scan, struct str line, struct letters n)
{
	return (!scan->forced && n.latin > n.own * 3) || (scan->ascii_only && (scan->forced || !n.own) && (n.own || n.latin || has_others(line)));
}

/* The next line, at byte `at`, is normal or not. */
static void tell(struct scan *scan, size_t at, bool normal)
{
	if (normal != (scan->changes % 2 == 1) && scan->changes + normal < SCAN_NORMAL)        /* room for the end of what begins */
		scan->normal[scan->changes++] = at;
}

size_t scan_clean_lines(struct str s, size_t from, bool final, struct scan *scan)
{
	size_t at = from;
	scan->own = scan->latin = scan->changes = 0;
	if (!plain.next[0xC2])
		plain_fill();
	while (at < s.n) {
		struct letters letters = { 0, 0 };
		size_t usual = usual_line(s, at, &letters), n = usual ? usual : clean_line(str_sub(s, at, s.n), final, scan->markup, &letters);
		if (!n || doubtful(scan, str_sub(s, at, at + n), letters) || (scan->ascii_only && letters.own && at > from))
			break;
		if (letters.own)
			scan->ascii_only = false;
		tell(scan, at - from, usual > 0);
		scan->own += letters.own;
		scan->latin += letters.latin;
		at += n;
	}
	return at - from;
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

/* The first byte from i on that no text in UTF-8 has, zero or one of a mark; n if there is none. */
static size_t next_odd(const char *p, size_t i, size_t n)
{
	for (; n - i >= BYTES; i += BYTES) {
		bytes16 here = bytes_load(p + i);
		unsigned m = bytes_mask(bytes_are(here, 0) | bytes_in(here, 0xFE, 0xFF));
		if (m)
			return i + (unsigned)__builtin_ctz(m);
	}
	while (i < n && p[i] && (unsigned char)p[i] < 0xFE)
		i++;
	return i;
}

bool scan_utf16_begin(struct str s, size_t n, size_t *start, size_t *mark, bool *big)
{
	const unsigned char *p = (const unsigned char *)s.p;
	for (size_t i = next_odd(s.p, 0, n); i < n; i = next_odd(s.p, i + 1, n)) {
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
