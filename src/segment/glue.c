/* glue.c - a capital, an opening quote or a heading's # that follows a letter, digit or closing mark without a blank; a digit or a short rest
 * of the line behind a stop, also that of a year ("2019 - 2024.22 người").
 * Left out: quotes that open, tags, names like VinFast and VietNamNet, abbreviations (T.Ư, GS.TS), numbers (1.268), capitals inside words in
 * capitals. Most places that are left are a forgotten blank and no boundary: boundary.c weighs them. */
#include "segment/glue.h"
#include "segment/glue_may.h"
#include "vi/syllable.h"
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

/* "T.Ư", "GS.TS", "N.Hoa": one or two capitals and a full stop, and "PGS.", are an abbreviation, no end; but Roman numbers from II on are one. */
static bool abbreviation(struct str s, size_t stop)
{
	size_t i = stop, letters = 0, roman = 0;
	while (i && s.p[i - 1] != ' ' && letters < 4) {
		i = letter_before(s, i);
		letters++;
		roman += s.p[i] == 'I' || s.p[i] == 'V' || s.p[i] == 'X';
		if (!capital_at(s, i))
			return false;
	}
	return letters == 1 || (letters == 2 && roman < 2) || (letters == 3 && str_starts(str_sub(s, i, stop), STR("PGS")));
}

/* The " at i opens what is quoted: nothing or a blank before it, or all that was opened shortly before is closed. */
static bool opens(struct str s, size_t i)
{
	enum { SHORTLY = 600 };
	bool open = false;
	if (i == 0 || s.p[i - 1] == ' ' || s.p[i - 1] == '(')
		return true;
	for (size_t k = i > SHORTLY ? i - SHORTLY : 0; k < i; k++)
		if (s.p[k] == '"')
			open = !open;
		else if (s.p[k] == '\xE2' && i - k > 2 && s.p[k + 1] == '\x80' && (s.p[k + 2] == '\x9C' || s.p[k + 2] == '\x9D'))
			open = s.p[k + 2] == '\x9C';
	return !open;
}

static bool mark(unsigned c) { return c == '.' || c == ')' || c == '"' || c == 0x201D || c == 0x2026 || c == '!' || c == '?'; }

static bool small(unsigned c) { return vi_upper(c) != c; }

/* The " or ' at i, before a capital, opens a page's headline: "Viết Tuân"Đã hứa là làm"". Behind one letter alone ' is part of a name: "d'Ivoire". */
static bool quote_at(struct str s, size_t i)
{
	size_t len, last = letter_before(s, i);
	unsigned c = vi_codepoint(s, last, &len);
	bool capitals = vi_is_upper(c) && last && capital_at(s, letter_before(s, last));
	if (!capital_at(s, i + 1) || !(small(c) || mark(c) || capitals || (c >= '0' && c <= '9')))
		return false;
	return s.p[i] == '"' ? opens(s, i) : !small(c) || (last && small(vi_codepoint(s, letter_before(s, last), &len)));
}

static bool digit_at(struct str s, size_t i) { return i < s.n && s.p[i] >= '0' && s.p[i] <= '9'; }

/* Behind a stop in a number stand its other digits; behind a year's, a number that counts something: "2019 - 2024.22 người". */
static bool year_before(struct str s, size_t stop)
{
	enum { DIGITS = 3 };
	size_t i = stop, end = stop + 1;
	while (i && digit_at(s, i - 1))
		i--;
	while (digit_at(s, end))
		end++;
	return stop - i == 4 && (s.p[i] == '1' || s.p[i] == '2') && end - stop - 1 <= DIGITS && end < s.n && s.p[end] == ' ';
}

/* "VinFast", "WikiLeaks": a capital inside a word whose rest from there on is no Vietnamese syllable. */
static bool foreign(struct str s, size_t i)
{
	unsigned letter[SYLLABLE_MOST + 1], n = 0;
	bool small = false;
	for (size_t len; i < s.n; i += len) {
		unsigned c = vi_codepoint(s, i, &len);
		if (vi_upper(c) == c && vi_lower(c) == c)
			break;
		small |= vi_upper(c) != c;
		if (n <= SYLLABLE_MOST)
			letter[n++] = c;
	}
	return small && syllable_foreign(letter, n);
}

static bool small_at(struct str s, size_t i)
{
	size_t len;
	unsigned c = vi_codepoint(s, i, &len);
	return vi_upper(c) != c;
}

/* "VietNamNet": the capital at i is not the only one behind a small letter of its word. */
static bool camel(struct str s, size_t i)
{
	enum { LONGEST = 24 };
	size_t from = i, len;
	unsigned humps = 0;
	while (from && i - from < LONGEST && s.p[from - 1] != ' ')
		from--;
	for (size_t k = from; k < s.n && k - from < 2 * LONGEST && s.p[k] != ' ' && s.p[k] != '.'; k += len) {
		vi_codepoint(s, k, &len);
		humps += k > from && capital_at(s, k) && small_at(s, letter_before(s, k));
	}
	return humps > 1;
}

/* The > at i ends a tag that was left in the text: "Kỳ <b>họp". */
static bool tag_end(struct str s, size_t i)
{
	enum { LONGEST = 8 };
	for (size_t k = i; k-- > 0 && i - k < LONGEST && s.p[k] != ' ';)
		if (s.p[k] == '<')
			return true;
	return false;
}

/* "vào cuộc.menu": a short rest in small letters behind a full stop, that ends no address. */
static bool small_rest(struct str s, size_t i)
{
	enum { SHORTEST = 4, LONGEST = 40 };
	struct str rest = str_sub(s, i, s.n);
	if (rest.n < SHORTEST || rest.n > LONGEST || str_find(rest, STR("."), 0) < rest.n)
		return false;
	size_t k = i - 1;
	while (k && s.p[k - 1] != ' ' && s.p[k - 1] != '.' && s.p[k - 1] != '@' && s.p[k - 1] != '/')
		k--;
	return k && k < i - 1 && s.p[k - 1] == ' ';
}

static bool glue_at(struct str s, size_t i)
{
	if (s.p[i - 1] == '.' && s.p[i] >= 'a' && s.p[i] <= 'z')
		return small_rest(s, i);
	if ((s.p[i] == '"' || s.p[i] == '\'') && quote_at(s, i))
		return true;
	size_t len, last = letter_before(s, i);
	unsigned c = vi_codepoint(s, last, &len);
	bool capital = capital_at(s, i), digit = digit_at(s, i);
	bool opening = s.p[i] == '#' || (s.n - i > 3 && (memcmp(s.p + i, "\xE2\x80\x9C", 3) == 0 || memcmp(s.p + i, "\xE2\x80\x98", 3) == 0));
	if (!capital && !opening && !(mark(c) && (digit || s.p[i] == '\'')))
		return false;
	if (c == '.')
		return last && !(digit && digit_at(s, last - 1) && !year_before(s, last)) && !abbreviation(s, last);
	if ((c == '"' && opens(s, last)) || (c == '>' && tag_end(s, last)))
		return false;
	if (mark(c) || c == '*' || c == '>' || c == ']' || c == '/')
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
	return vi_upper(c) != c && !(capital && (foreign(s, i) || camel(s, i)));
}

static unsigned may_start(const char *p) { return wide_mask(glue_may(wide_load(p - 1), wide_load(p), wide_load(p + 1), wide_load(p + 2))); }

/* The same for the places of s from i on, i at least 1; none among the last GLUE_REST bytes. */
static unsigned may_start_in(struct str s, size_t i)
{
	char end[WIDE + 3] = { 0 };
	if (i + WIDE + GLUE_REST <= s.n)
		return may_start(s.p + i);
	memcpy(end, s.p + i - 1, s.n - i - GLUE_REST + 3);
	return may_start(end + 1) & ((1u << (s.n - i - GLUE_REST)) - 1);
}

static size_t first_place(struct str s, size_t from) { return s.n > GLUE_REACH && from + 1 < s.n - GLUE_REACH ? s.n - GLUE_REACH : from + 1; }

size_t glue_next(struct str s, size_t from)
{
	for (size_t i = first_place(s, from); i + GLUE_REST < s.n; i += WIDE)
		for (unsigned m = may_start_in(s, i); m; m &= m - 1)
			if (glue_at(s, i + (unsigned)__builtin_ctz(m)))
				return i + (unsigned)__builtin_ctz(m);
	return s.n;
}

size_t glue_marked(const struct glue_marks *marks, struct str s, size_t from)
{
	size_t i = first_place(s, from), block = i / GLUE_BLOCK;
	unsigned all = ~0u << i % GLUE_BLOCK;                    /* those from i on */
	for (; marks->any && block * GLUE_BLOCK + GLUE_REST < s.n; block++, all = ~0u)
		for (unsigned m = marks->block[block - marks->first] & all; m; m &= m - 1) {
			i = block * GLUE_BLOCK + (unsigned)__builtin_ctz(m);
			if (i + GLUE_REST < s.n && glue_at(s, i))
				return i;
		}
	return s.n;
}
