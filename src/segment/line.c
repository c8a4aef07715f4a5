/* line.c - line shapes: "Thứ ba, 11/05/2021" -> a stamp; "X X" -> doubled; "Lò Thị Sao" -> a by-line.
 * Works on source bytes trimmed of blanks; Vietnamese letters as UTF-8 in NFC, as nearly all pages have them. */
#include "segment/line.h"
#include "base/bytes.h"
#include "segment/look.h"
#include "vi/token.h"
#include <ctype.h>

/* All ones where a word ends: at a byte that is no blank before one that is. */
static inline bytes16 word_ends(const char *p) { return ~bytes_are(bytes_load(p), ' ') & bytes_are(bytes_load(p + 1), ' '); }

/* s is trimmed, and not empty; LINE_BEHIND bytes behind it may be read. */
static unsigned words_in(struct str s)
{
	unsigned n = 1;                                       /* the last ends where s does */
	for (size_t i = 0, to; i + 1 < s.n; i = to) {
		bytes16 ends = { 0 };                         /* how many in each of the sixteen columns, up to 255 */
		for (to = i; to + 1 + BYTES <= s.n && to - i < 254 * BYTES; to += BYTES)
			ends -= word_ends(s.p + to);
		if (to + 1 + BYTES > s.n) {
			ends -= word_ends(s.p + to) & bytes_first(s.n - 1 - to);
			to = s.n;
		}
		n += bytes_sum(ends);
	}
	return n;
}

/* Digits of s from i on, at most `most`; 0 also where more follow. */
static size_t digits(struct str s, size_t i, size_t most)
{
	size_t n = 0;
	while (i + n < s.n && isdigit((unsigned char)s.p[i + n]))
		n++;
	return n <= most ? n : 0;
}

static bool parted(struct str s, size_t i) { return i < s.n && strchr("/-. ", s.p[i]) && s.p[i]; }

/* Bytes of the date at i, 08/10/2019, 8.10.2019, 08 10 2019, 2019-10-08; 0: none. */
static size_t date_at(struct str s, size_t i)
{
	size_t a = digits(s, i, 4), b = a && parted(s, i + a) ? digits(s, i + a + 1, 2) : 0, c = b && parted(s, i + a + b + 1) ? digits(s, i + a + b + 2, 4) : 0;
	size_t year = a == 4 ? i : i + a + b + 2;
	bool good = c && ((a <= 2 && c == 4) || (a == 4 && c <= 2)) && (s.p[year] == '2' || s.p[year] == '1') && (s.p[year + 1] == '0' || s.p[year + 1] == '9');
	return good ? a + b + c + 2 : 0;
}

/* s is no longer than a stamp may be; bytes behind it may be read. */
static bool full_date(struct str s)
{
	bool comma = false;
	for (size_t i = 0; i < s.n; i += BYTES) {
		bytes16 here = bytes_load(s.p + i);
		unsigned inside = s.n - i < BYTES ? (1u << (s.n - i)) - 1 : ~0u, digit = bytes_mask(bytes_in(here, '0', '9')) & inside;
		comma |= (bytes_mask(bytes_are(here, ',')) & inside) > 0;
		for (unsigned first = digit & ~(digit << 1); first; first &= first - 1) {
			size_t at = i + (unsigned)__builtin_ctz(first);
			if (at + 8 <= s.n && (at == 0 || !isdigit((unsigned char)s.p[at - 1])) && date_at(s, at))
				return true;
		}
	}
	return comma && str_find(s, STR(", Tháng "), 0) < s.n;
}

/* "Họp báo quý II (05/08/2019)": an entry of a list of pages. */
static bool is_entry(struct str s)
{
	if (s.n < 24 || s.p[s.n - 1] != ')')
		return false;
	size_t open = s.n;
	while (open > s.n - 22 && s.p[open - 1] != '(')
		open--;
	return s.p[open - 1] == '(' && date_at(s, open);
}

static bool is_stamp(struct str s, unsigned words)
{
	return s.n < 90 && words <= 12 && full_date(s) && s.p[s.n - 1] != '.' && !str_starts(s, STR("Ngày"));
}

static bool is_doubled(struct str s)
{
	bool parted = (s.p[s.n / 2] == ' ') & (s.n % 2 == 1) & (s.n > 30);          /* each by itself is as often so as not */
	return parted && memcmp(s.p, s.p + s.n / 2 + 1, s.n / 2) == 0;
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

/* Of lines from a capital on. */
static bool is_headline(struct str s, unsigned words)
{
	return words >= 4 && words <= 40 && (!strchr(".;:,", s.p[s.n - 1]) || str_ends(s, STR(" ...")));
}

static bool is_byline(struct str s, unsigned words)
{
	if (s.n > 60 || words > 6)
		return false;
	size_t len;
	for (size_t i = 0; i < s.n; i += len) {
		unsigned c = vi_codepoint(s, i, &len);
		if (isdigit((int)(c < 128 ? c : 0)) || c == ':' || ((i == 0 || s.p[i - 1] == ' ') && c > 64 && vi_lower(c) == c && vi_upper(c) != c))
			return false;
	}
	return true;
}

#define BEGIN(s) { s, sizeof(s) - 1 }
static const struct str day_begins[] = {
	BEGIN("Ngày "), BEGIN("Sáng "), BEGIN("Chiều "), BEGIN("Tối "), BEGIN("Hôm nay"), BEGIN("Sáng nay"), BEGIN("Chiều nay"), BEGIN("Thứ "),
};

/* Whether the first four bytes are those of one of these; of most lines they are not. */
static bool may_begin_day(const char *p)
{
	unsigned four = bytes_four(p);
	unsigned is = four == bytes_four("Ngày"), other = four == bytes_four("Sáng");         /* without branches */
	is |= four == bytes_four("Chiề");
	other |= four == bytes_four("Tối");
	is |= four == bytes_four("Hôm");
	other |= four == bytes_four("Thứ");
	return is | other;
}

bool line_starts_lead(struct str s)
{
	if (s.n < 5)
		return false;
	for (size_t i = 0; may_begin_day(s.p) && i < sizeof day_begins / sizeof *day_begins; i++)
		if (str_starts(s, day_begins[i]))
			for (size_t k = 0; k < 40 && k < s.n; k++)
				if (isdigit((unsigned char)s.p[k]))
					return true;
	return s.p[0] == '(' && (str_find(s, STR(") -"), 0) < 30 || str_find(s, STR(")-"), 0) < 30);
}

enum { SOURCE_WORDS = 12 };

struct line line_look(const struct noise *noise, struct str text, size_t from, size_t to)
{
	struct str s = str_trim(str_sub(text, from, to));
	if (str_starts(s, STR("\xEF\xBB\xBF")))
		s = str_sub(s, 3, s.n);
	struct line l = { .from = from, .to = to, .at = (size_t)(s.p - text.p), .n = s.n };
	if (s.n == 0)
		return l;
	l.noise = noise_find(noise, s);
	l.words = words_in(s);
	if (l.noise.zone && l.words > SOURCE_WORDS && (strcmp(l.noise.zone, "source") == 0 || (strcmp(l.noise.zone, "byline") == 0 && s.p[s.n - 1] == '.')))
		l.noise = (struct noise_hit){ NULL, CUE_CONTINUES };          /* "Theo TTXVN, ngày 6/12 ...", "PV đã hỏi ông A ... .": text */
	bool capital = from_capital(s);
	l.shape = (is_stamp(s, l.words) ? LINE_STAMP : 0u) | (is_doubled(s) ? LINE_DOUBLED : 0u) | (capital && is_headline(s, l.words) ? LINE_HEADLINE : 0u) |
		  (capital && is_byline(s, l.words) ? LINE_BYLINE : 0u) | (line_starts_lead(s) ? LINE_LEAD : 0u) |
		  (is_entry(s) ? LINE_ENTRY : 0u) | (l.words >= 14 || (l.words >= 6 && s.p[s.n - 1] == '.') ? LINE_LONG : 0u);
	l.kind = (unsigned char)look_at_kind(&l, s);
	l.start = (unsigned char)look_at_start(s);
	l.end = (unsigned char)look_at_end(s);
	return l;
}
