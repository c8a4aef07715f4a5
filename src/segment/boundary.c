/* boundary.c - features of a line and their weights, chosen among some 70 settings on the train pages (make eval prints precision and recall).
 * A page begins where the sum reaches THRESHOLD. "#..." or a stamp at the top weighs most; a headline alone never suffices. */
#include "segment/boundary.h"
#include "vi/token.h"
#include <stdint.h>

enum { THRESHOLD = 11, REPEATS = 7 };
static const struct { const char *feature; int weight; } weights[] = {
	{ "the line is a headline heading (# ...)", 7 }, { "the line is headline-shaped", 4 },  { "a stamp with weekday", 5 },
	{ "the line before is noise, source or by-line", 5 }, { "the line before ends a sentence", 1 }, { "the next line is long", 1 },
	{ "the next or the one after starts a lead", 4 }, { "next lines repeat the headline's words", 4 }, { "two or more blank lines", 1 },
	{ "the line itself starts a lead", 2 }, { "the next line is a stamp", 4 }, { "the page so far has no body", -20 },
	{ "the line before ends with a colon, comma", -4 }, { "the line is noise", -8 }, { "a blank line behind the headline", 2 },
	{ "a dated entry of a list", -8 }, { "behind the heading of a list of other pages", -10 }, { "a sub-heading (## ...)", -8 },
	{ "the next line goes on with a text", -6 }, { "the line reads as a caption", -8 }, { "an address that opens a speech", -8 },
	{ "a short heading and no lead behind it", -5 }, { "the line before is a short sentence, as captions are", 6 },
	{ "two blank lines behind a headline", 5 }, { "a word that heads pages", 22 },
	{ "the line before ends with a colon and the page goes on", -8 }, { "a title cut short with blank lines behind it", 10 },
};

static unsigned shared_words(struct str a, struct str b)
{
	static struct tokens x, y;
	unsigned n = 0;
	tokens_cut(&x, a);
	tokens_cut(&y, b);
	for (unsigned i = 0; i < x.n && i < 40; i++)
		for (unsigned k = 0; x.t[i].kind == TOKEN_WORD && k < y.n && k < 80; k++)
			if (x.t[i].fold == y.t[k].fold) {
				n++;
				break;
			}
	return x.n ? n * 100 / (x.n < 40 ? x.n : 40) : 0;
}

static bool starts_any(struct str s, const char *const *with)
{
	for (; *with; with++)
		if (str_starts(s, str_c(*with)))
			return true;
	return false;
}

static bool contains_any(struct str s, const char *const *what)
{
	for (; *what; what++)
		if (str_find(s, str_c(*what), 0) < s.n)
			return true;
	return false;
}

static const char *const goes_on[] = { "Phát biểu", "Tại đây", "Tại buổi", "Tại hội nghị", "Theo đó", "Sau khi", "Cũng ", "Bên cạnh",
				       "Trong nhiệm kỳ", "Đồng chí ", NULL };
static const char *const captions[] = { "phát biểu tại", "(phải)", "(trái)", "(ảnh", "Ảnh:", "Tin, ảnh", "trao quyết định cho", "trao khen thưởng cho", NULL };
static const char *const heads[] = { "Chỉnh sửa liên kết ảnh", "Nhảy đến nội dung", "Bỏ qua nội dung", "Truy cập nội dung luôn",
				       "Skip to main content", NULL };
static const char *const addresses[] = { "Kính thưa", "Thưa ", NULL };

bool boundary_here(const struct around *a)
{
	if (a->line.s.n == 0 || a->page_bytes < 300)
		return false;
	struct str s = a->line.s, before = a->before.s;
	unsigned words = a->line.words;
	const char *zone = a->before.zone;
	char last = before.n ? before.p[before.n - 1] : 0;
	bool headline = line_is_headline(s, words), lead_next = line_starts_lead(a->next.s), lead_after = line_starts_lead(a->after.s);
	bool stamp_next = line_is_stamp(a->next.s, a->next.words);
	bool has[] = {
		s.p[0] == '#' && s.n > 2 && s.p[1] == ' ',
		headline,
		str_starts(s, STR("Th")) && line_is_stamp(s, words),
		(zone && strcmp(zone, "caption") != 0) || (before.n && line_is_byline(before, a->before.words)),
		last == '.' || last == '"' || str_ends(before, STR("”")) || str_ends(before, STR("…")),
		a->next.words >= 25,
		lead_next || lead_after,
		false,
		a->blanks >= 2,
		words > 12 && line_starts_lead(s),
		stamp_next,
		a->page_bodies == 0,
		last == ':' || last == ',' || last == ';',
		a->line.zone != NULL,
		a->blanks_behind && headline,
		last == ')' || str_ends(s, STR("9)")) || str_ends(s, STR("...")) || str_ends(s, STR("…")),
		zone && strcmp(zone, "related") == 0,
		str_starts(s, STR("##")),
		starts_any(a->next.s, goes_on),
		contains_any(s, captions),
		starts_any(s, addresses),
		words <= 10 && !lead_next && !lead_after && !stamp_next,
		last == '.' && headline && a->before.words >= 4 && a->before.words <= 22,
		a->blanks_behind >= 2 && headline && words >= 6 && !line_is_byline(s, words),
		starts_any(s, heads),
		last == ':',
		a->blanks_behind >= 2 && str_ends(s, STR(" ...")),
	};
	_Static_assert(sizeof has / sizeof *has == sizeof weights / sizeof *weights, "a weight for every feature");
	int sum = 0;
	for (size_t i = 0; i < sizeof has / sizeof *has; i++)
		sum += has[i] ? weights[i].weight : 0;
	if (sum < THRESHOLD && sum + weights[REPEATS].weight >= THRESHOLD && words >= 5 && (shared_words(s, a->next.s) >= 55 || shared_words(s, a->after.s) >= 60))
		sum += weights[REPEATS].weight;
	return sum >= THRESHOLD;
}

static bool bare(char c) { return c != '.' && c != ';' && c != ':' && c != ','; }

static bool upper_at(struct str s, size_t i)
{
	size_t len;
	unsigned char c = (unsigned char)s.p[i];
	return c < 0x80 ? c >= 'A' && c <= 'Z' : c >= 0xC3 && vi_is_upper(vi_codepoint(s, i, &len));
}

/* "... tỉnh.Ông A làm ...": a full stop, then a headline to the end of the line */
static size_t seam_behind_stop(struct str line)
{
	size_t stop = str_ends(line, STR(" ...")) ? line.n - 4 : line.n;
	while (stop && line.p[stop - 1] != '.')
		stop--;
	if (stop <= 40 || stop == line.n || line.p[stop] == ' ' || line.p[stop - 2] == ' ' || (line.p[stop - 2] >= '0' && line.p[stop - 2] <= '9') ||
	    (line.p[stop - 2] >= 'A' && line.p[stop - 2] <= 'Z') || !upper_at(line, stop))
		return 0;
	struct str rest = str_sub(line, stop, line.n);
	unsigned words = line_words(rest);
	return words > 5 && line_is_headline(rest, words) ? stop : 0;
}

/* "gov.vnChủ tịch": small letter or digit, then a headline */
static size_t seam_in_word(struct str line)
{
	if (line.n >= 4000 || line.n < 29 || (!bare(line.p[line.n - 1]) && !str_ends(line, STR(" ..."))))
		return 0;
	bool dotted = false;             /* the word under way holds a dot or an at sign, as addresses do */
	for (size_t i = 4; i + 24 < line.n; i++) {
		char c = line.p[i - 1];
		dotted = c == ' ' ? false : dotted || c == '.' || c == '@';
		bool small = (c >= 'a' && c <= 'z') || c == '*' || (c >= '0' && c <= '9' && line.p[i - 2] != ' ');
		if (!small || !upper_at(line, i) || line.p[i - 2] == '\'' || !(dotted || !(c >= 'a' && c <= 'z') || i < 60))
			continue;
		size_t len;
		vi_codepoint(line, i, &len);
		struct str rest = str_sub(line, i, line.n);
		unsigned words = line_words(rest);
		if (!upper_at(line, i + len) && line_is_headline(rest, words) && words > 5)
			return i;
	}
	return 0;
}

static size_t seam_before_lead(struct str line)
{
	for (size_t i = 1; i + 12 < line.n && i < 200; i++)
		if (line.p[i] >= 'C' && line.p[i] <= 'T' && line.p[i - 1] != ' ' && line.p[i - 1] != '(' && line.p[i - 1] != '-' && line.p[i - 1] != '"' &&
		    line.p[i - 1] != '.' && line_starts_lead(str_sub(line, i, line.n)))
			return i;
	return 0;
}

size_t boundary_seam(const struct noise *n, struct str line)
{
	size_t at = noise_prefix(n, line);
	if (at && at < line.n && line.n - at > 12 && upper_at(line, at))
		return at;
	if ((at = seam_behind_stop(line)))
		return at;
	size_t dots = str_find(line.n < 302 ? line : str_sub(line, 0, 302), STR("…"), 0);
	if (dots < line.n && dots < 300 && line.n - dots > 20 && upper_at(line, dots + 3))
		return dots + 3;
	at = seam_in_word(line);
	return at ? at : seam_before_lead(line);
}
