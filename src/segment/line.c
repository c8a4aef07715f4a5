/* line.c - line shapes: "Thứ ba, 11/05/2021" -> a stamp; "X X" -> doubled; "Lò Thị Sao" -> a by-line.
 * Works on source bytes trimmed of blanks; Vietnamese letters as UTF-8 in NFC, as nearly all pages have them. */
#include "segment/line.h"
#include "vi/token.h"
#include <ctype.h>

struct line line_look(const struct noise *noise, struct str text, size_t from, size_t to)
{
	struct str s = str_trim(str_sub(text, from, to));
	if (str_starts(s, STR("\xEF\xBB\xBF")))
		s = str_sub(s, 3, s.n);
	return (struct line){ from, to, (size_t)(s.p - text.p), s.n, s.n ? noise_zone(noise, s) : NULL, line_words(s) };
}

unsigned line_words(struct str s)
{
	unsigned n = 0;
	bool blank = true;
	for (const char *p = s.p, *end = s.p + s.n; p < end; p++) {
		n += blank & (*p != ' ');
		blank = *p == ' ';
	}
	return n;
}

static bool full_date(struct str s)
{
	for (size_t i = 0; i + 8 <= s.n; i++) {
		size_t k = i, d = 0;
		while (k < s.n && isdigit((unsigned char)s.p[k]) && d < 3) { k++; d++; }
		if (d < 1 || d > 2 || k >= s.n || !strchr("/-.", s.p[k]))
			continue;
		for (k++, d = 0; k < s.n && isdigit((unsigned char)s.p[k]) && d < 3; d++)
			k++;
		if (d < 1 || d > 2 || k + 4 >= s.n + 0 || !strchr("/-.", s.p[k]) || (s.p[k + 1] != '2' && s.p[k + 1] != '1'))
			continue;
		return true;
	}
	return str_find(s, STR(", Tháng "), 0) < s.n;
}

bool line_is_stamp(struct str s, unsigned words)
{
	return s.n < 90 && words <= 12 && full_date(s) && s.p[s.n - 1] != '.' && !str_starts(s, STR("Ngày"));
}

bool line_is_doubled(struct str s)
{
	return s.n > 30 && s.n % 2 == 1 && s.p[s.n / 2] == ' ' && memcmp(s.p, s.p + s.n / 2 + 1, s.n / 2) == 0;
}

static bool from_capital(struct str s)
{
	size_t len, skip = 0;
	while (skip < s.n && (s.p[skip] == '#' || s.p[skip] == ' ' || s.p[skip] == '"'))
		skip++;
	if (s.n - skip > 3 && memcmp(s.p + skip, "\xE2\x80\x9C", 3) == 0)
		skip += 3;
	return skip < s.n && (vi_is_upper(vi_codepoint(s, skip, &len)) || isdigit((unsigned char)s.p[skip]));
}

bool line_is_headline(struct str s, unsigned words)
{
	return words >= 4 && words <= 40 && from_capital(s) && (!strchr(".;:,", s.p[s.n - 1]) || str_ends(s, STR(" ...")));
}

bool line_is_byline(struct str s, unsigned words)
{
	if (s.n > 60 || words > 6 || !from_capital(s))
		return false;
	size_t len;
	for (size_t i = 0; i < s.n; i += len) {
		unsigned c = vi_codepoint(s, i, &len);
		if (isdigit((int)(c < 128 ? c : 0)) || c == ':' || ((i == 0 || s.p[i - 1] == ' ') && c > 64 && vi_lower(c) == c && vi_upper(c) != c))
			return false;
	}
	return true;
}

bool line_starts_lead(struct str s)
{
	static const char *const starts[] = { "Ngày ", "Sáng ", "Chiều ", "Tối ", "Hôm nay", "Sáng nay", "Chiều nay", "Thứ " };
	for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
		if (str_starts(s, str_c(starts[i])))
			for (size_t k = 0; k < 40 && k < s.n; k++)
				if (isdigit((unsigned char)s.p[k]))
					return true;
	return s.n > 4 && s.p[0] == '(' && (str_find(s, STR(") -"), 0) < 30 || str_find(s, STR(")-"), 0) < 30);
}
