/* glue.c - a capital, an opening quote or a heading's # that follows a letter, digit or closing mark without a blank; a digit behind a stop.
 * Left out: abbreviations (T.Ư, GS.TS), numbers (1.268), capitals inside words in capitals. Most places that are left are a forgotten
 * blank and no boundary: boundary.c weighs them. */
#include "segment/glue.h"
#include "vi/token.h"

static bool capital_at(struct str s, size_t i)
{
	size_t len;
	unsigned char c = (unsigned char)s.p[i];
	return c < 0x80 ? c >= 'A' && c <= 'Z' : c >= 0xC3 && c <= 0xE1 && vi_is_upper(vi_codepoint(s, i, &len));
}

static size_t letter_before(struct str s, size_t i)
{
	do
		i--;
	while (i && ((unsigned char)s.p[i] & 0xC0) == 0x80);
	return i;
}

/* "T.Ư", "GS.TS", "N.Hoa": capitals and a full stop are an abbreviation, no end. */
static bool abbreviation(struct str s, size_t stop)
{
	size_t i = stop, letters = 0;
	while (i && s.p[i - 1] != ' ' && letters < 4) {
		i = letter_before(s, i);
		letters++;
		if (!capital_at(s, i))
			return false;
	}
	return letters && letters < 4;
}

static bool glue_at(struct str s, size_t i)
{
	size_t len, last = letter_before(s, i);
	unsigned c = vi_codepoint(s, last, &len);
	bool capital = capital_at(s, i), mark = c == '.' || c == ')' || c == '"' || c == 0x201D || c == 0x2026 || c == '!' || c == '?';
	bool opening = s.p[i] == '#' || (s.n - i > 3 && (memcmp(s.p + i, "\xE2\x80\x9C", 3) == 0 || memcmp(s.p + i, "\xE2\x80\x98", 3) == 0));
	if (!capital && !opening && !(mark && ((s.p[i] >= '0' && s.p[i] <= '9') || s.p[i] == '\'')))
		return false;
	if (c == '.')
		return last && !(s.p[last - 1] >= '0' && s.p[last - 1] <= '9' && !capital) && !abbreviation(s, last);
	if (mark || c == '*' || c == '>' || c == ']' || c == '/')
		return c != '/' || (last && s.p[last - 1] == '.');
	if (c >= '0' && c <= '9')
		return capital && last && s.p[last - 1] != ' ';
	if (vi_is_upper(c)) {             /* the end of a word in capitals before a small one: "ẢNH: TTXVNHôm nay" */
		if (!capital || last == 0 || !capital_at(s, letter_before(s, last)))
			return false;
		size_t next;
		vi_codepoint(s, i, &len);
		unsigned small = vi_codepoint(s, i + len, &next);
		return vi_upper(small) != small;
	}
	return vi_upper(c) != c;
}

enum { REACH = 3000, REST = 4 };

/* Bytes that a page's first letter or mark may start with: 1: enough, 2: lead bytes of letters and quotes, to be looked at. */
static const unsigned char may_start[256] = {
	['A'] = 1, ['B'] = 1, ['C'] = 1, ['D'] = 1, ['E'] = 1, ['F'] = 1, ['G'] = 1, ['H'] = 1, ['I'] = 1, ['J'] = 1, ['K'] = 1, ['L'] = 1, ['M'] = 1,
	['N'] = 1, ['O'] = 1, ['P'] = 1, ['Q'] = 1, ['R'] = 1, ['S'] = 1, ['T'] = 1, ['U'] = 1, ['V'] = 1, ['W'] = 1, ['X'] = 1, ['Y'] = 1, ['Z'] = 1,
	['0'] = 1, ['1'] = 1, ['2'] = 1, ['3'] = 1, ['4'] = 1, ['5'] = 1, ['6'] = 1, ['7'] = 1, ['8'] = 1, ['9'] = 1, ['#'] = 1, ['\''] = 1,
	[0xC3] = 2, [0xC4] = 2, [0xC5] = 2, [0xC6] = 2, [0xE1] = 2, [0xE2] = 2,
};

/* Small letters are left out here, before anything dearer is asked; three bytes behind p are there. */
static bool starts(const char *c)
{
	const unsigned char *p = (const unsigned char *)c;
	switch (p[0]) {
	case 0xC3: return p[1] < 0xA0;
	case 0xC4: return !(p[1] & 1) || p[1] > 0xB7;
	case 0xE1: return !(p[2] & 1);
	case 0xE2: return p[1] == 0x80;
	default: return true;
	}
}

size_t glue_next(struct str s, size_t from)
{
	size_t i = from + 1;
	if (s.n > REACH && i < s.n - REACH)
		i = s.n - REACH;
	for (; i + REST < s.n; i++)
		if (may_start[(unsigned char)s.p[i]] && s.p[i - 1] != ' ' && starts(s.p + i) && glue_at(s, i))
			return i;
	return s.n;
}
