/* sentences.c - a sentence ends at . ! ? … behind which a capital follows (a missing space is forgiven: "tỉnh.Các"),
 * not behind an initial or abbreviation (T.Ư, TP.HCM, GS.TS, TT.Thích), a number (1.268, 25.9) or inside an address. */
#include "vi/sentences.h"
#include "base/bytes.h"
#include "vi/token.h"

enum { SENTENCE = 8 * 1024 };   /* bytes; what is longer is cut at a blank, or it would stand as evidence in each of its thousand rows */

/* The word that ends right before byte `at`, back to a blank or an opening mark. */
static struct str word_before(struct str s, size_t from, size_t at)
{
	size_t i = at;
	while (i > from && s.p[i - 1] != ' ' && s.p[i - 1] != '(' && s.p[i - 1] != '"')
		i--;
	return str_sub(s, i, at);
}

static bool is_abbreviation(struct str w)
{
	size_t letters = 0, len;
	if (w.n && w.p[0] >= 'a' && w.p[0] <= 'z')            /* most words */
		return false;
	bool capitals = true, dotted = false;
	for (size_t i = 0; i < w.n; i += len) {
		unsigned c = vi_codepoint(w, i, &len);
		letters++;
		dotted |= c == '.';
		capitals &= vi_is_upper(c) || c == '.';
	}
	if (letters == 0 || dotted)
		return capitals;
	if (letters <= 2 && capitals)
		return true;
	static const char *const known[] = { "ThS", "TSKH", "PGS", "GS", "TS", "BS", "Ths", "Tp", "Th", "đ/c", "Tx", "Tr", "St" };
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (str_eq(w, str_c(known[i])))
			return true;
	return false;
}

/* Whether the stop at byte i stands behind one letter at the end of a symbol: "445-KL/T.Ư". */
static bool in_symbol(struct str s, size_t from, size_t i)
{
	return i >= from + 2 && s.p[i - 1] >= 'A' && s.p[i - 1] <= 'Z' && (s.p[i - 2] == '/' || s.p[i - 2] == '-') && i + 1 < s.n && s.p[i + 1] != ' ';
}

/* Whether the stop at byte i is that of something cut short. */
static bool is_short(struct str s, size_t from, size_t i) { return is_abbreviation(word_before(s, from, i)) || in_symbol(s, from, i); }

static size_t closing(struct str s, size_t i)
{
	while (i < s.n) {
		if (s.p[i] == '"' || s.p[i] == ')' || s.p[i] == '.' || s.p[i] == '!' || s.p[i] == '?')
			i++;
		else if (s.n - i >= 3 && memcmp(s.p + i, "\xE2\x80\x9D", 3) == 0)
			i += 3;
		else
			break;
	}
	return i;
}

static bool starts_sentence(struct str s, size_t i, bool blank)
{
	size_t len;
	if (i >= s.n)
		return true;
	unsigned c = vi_codepoint(s, i, &len);
	if (vi_is_upper(c))
		return true;
	return blank && (c == '"' || c == 0x201C || c == '-' || c == 0x2013 || c == '*' || (c >= '0' && c <= '9'));
}

/* Bit k: the end of a sentence may start with byte p + k: a stop with no digit behind it, or an ellipsis. Read are two bytes behind the sixteen. */
static inline unsigned may_end(const char *p)
{
	bytes16 here = bytes_load(p), stop = bytes_are(here, '.') | bytes_are(here, '!') | bytes_are(here, '?');
	return bytes_mask((stop & ~bytes_in(bytes_load(p + 1), '0', '9')) | (bytes_are(here, 0xE2) & bytes_are(bytes_load(p + 2), 0xA6)));
}

/* Whether the sentence from byte `from` on ends with the mark at byte i. *end: behind that and what closes with it. */
static bool ends_with(struct str s, size_t from, size_t i, size_t *end)
{
	bool dots = s.n - i >= 3 && memcmp(s.p + i, "\xE2\x80\xA6", 3) == 0;
	*end = i + 1;
	if (*end == s.n || (!dots && s.p[i] != '.' && s.p[i] != '!' && s.p[i] != '?'))
		return *end == s.n;
	size_t next = *end = closing(s, i + (dots ? 3 : 1));
	while (next < s.n && s.p[next] == ' ')
		next++;
	bool digit_after = *end < s.n && s.p[*end] >= '0' && s.p[*end] <= '9';
	return !digit_after && starts_sentence(s, next, next > *end) && !(s.p[i] == '.' && *end == i + 1 && next < s.n && is_short(s, from, i));
}

/* Looks for the end before byte `to`; false: there is none, *end is where to look on. */
static bool end_before(struct str s, size_t from, size_t to, size_t *end)
{
	size_t past = from;                                   /* marks before it are looked at */
	for (size_t i = from; i < to; i += BYTES)
		for (unsigned m = may_end(s.p + i); m; m &= m - 1) {
			size_t at = i + (unsigned)__builtin_ctz(m);
			if (at < past || at >= to)
				continue;
			if (ends_with(s, from, at, &past)) {
				*end = past;
				return true;
			}
		}
	*end = past > to ? past : to;
	return false;
}

size_t vi_sentence_end(struct str s, size_t from)
{
	size_t i, end;
	if (end_before(s, from, s.n - from > SENTENCE ? from + SENTENCE : s.n, &i))
		return i;
	for (; i < s.n; i = end) {                            /* it is long: to a blank, then to any letter */
		if (s.p[i] == ' ' || (i - from >= 2 * SENTENCE && ((unsigned char)s.p[i] & 0xC0) != 0x80))
			return i;
		if (ends_with(s, from, i, &end))
			return end;
	}
	return s.n;
}
