/* boundary.c - features of a line and their weights, chosen among some 70 settings on the train pages (make eval prints precision and recall).
 * A page begins where the sum reaches THRESHOLD. "#..." or a stamp at the top weighs most; a headline alone never suffices. */
#include "segment/boundary.h"
#include "vi/token.h"
#include <stdint.h>

enum { THRESHOLD = 11 };
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

bool boundary_here(const struct noise *n, const struct around *a)
{
	if (a->line.n == 0 || a->page_bytes < 300)
		return false;
	const char *before = a->before.n ? noise_zone(n, a->before) : NULL;
	bool noisy = noise_zone(n, a->line) != NULL;
	bool stamp = line_is_stamp(a->line) && str_starts(a->line, STR("Th"));
	char last = a->before.n ? a->before.p[a->before.n - 1] : 0;
	bool has[] = {
		a->line.p[0] == '#' && a->line.n > 2 && a->line.p[1] == ' ',
		line_is_headline(a->line),
		stamp,
		(before && strcmp(before, "caption") != 0) || (a->before.n && line_is_byline(a->before)),
		last == '.' || last == '"' || str_ends(a->before, STR("”")) || str_ends(a->before, STR("…")),
		line_words(a->next) >= 25,
		line_starts_lead(a->next) || line_starts_lead(a->after),
		line_words(a->line) >= 5 && (shared_words(a->line, a->next) >= 55 || shared_words(a->line, a->after) >= 60),
		a->blanks >= 2,
		line_starts_lead(a->line) && line_words(a->line) > 12,
		line_is_stamp(a->next),
		a->page_bodies == 0,
		last == ':' || last == ',' || last == ';',
		noisy,
		a->blanks_behind && line_is_headline(a->line),
		last == ')' || str_ends(a->line, STR("9)")) || str_ends(a->line, STR("...")) || str_ends(a->line, STR("…")),
		before && strcmp(before, "related") == 0,
		str_starts(a->line, STR("##")),
		starts_any(a->next, goes_on),
		contains_any(a->line, captions),
		starts_any(a->line, addresses),
		line_words(a->line) <= 10 && !line_starts_lead(a->next) && !line_starts_lead(a->after) && !line_is_stamp(a->next),
		last == '.' && line_is_headline(a->line) && line_words(a->before) >= 4 && line_words(a->before) <= 22,
		a->blanks_behind >= 2 && line_is_headline(a->line) && line_words(a->line) >= 6 && !line_is_byline(a->line),
		starts_any(a->line, heads),
		last == ':',
		a->blanks_behind >= 2 && str_ends(a->line, STR(" ...")),
	};
	_Static_assert(sizeof has / sizeof *has == sizeof weights / sizeof *weights, "a weight for every feature");
	int sum = 0;
	for (size_t i = 0; i < sizeof has / sizeof *has; i++)
		sum += has[i] ? weights[i].weight : 0;
	return sum >= THRESHOLD;
}

size_t boundary_seam(const struct noise *n, struct str line)
{
	size_t len, at = noise_prefix(n, line);
	if (at && at < line.n && line.n - at > 12 && vi_is_upper(vi_codepoint(line, at, &len)))
		return at;
	size_t stop = str_ends(line, STR(" ...")) ? line.n - 4 : line.n;            /* "... tỉnh.Ông A làm ...": a full stop, then a headline to the end of the line */
	while (stop && line.p[stop - 1] != '.')
		stop--;
	if (stop > 40 && stop < line.n && line_words(str_sub(line, stop, line.n)) > 5 && line_is_headline(str_sub(line, stop, line.n)) &&
	    line.p[stop] != ' ' && line.p[stop - 2] != ' ' && !(line.p[stop - 2] >= '0' && line.p[stop - 2] <= '9') &&
	    !(line.p[stop - 2] >= 'A' && line.p[stop - 2] <= 'Z') && vi_is_upper(vi_codepoint(line, stop, &len)))
		return stop;
	size_t dots = str_find(line, STR("…"), 0);
	if (dots < line.n && dots < 300 && line.n - dots > 20 && vi_is_upper(vi_codepoint(line, dots + 3, &len)))
		return dots + 3;
	bool dotted = false;             /* the word under way holds a dot or an at sign, as addresses do */
	for (size_t i = 4; i + 24 < line.n && line.n < 4000; i++) {   /* "gov.vnChủ tịch": small letter or digit, then a headline */
		char c = line.p[i - 1];
		dotted = c == ' ' ? false : dotted || c == '.' || c == '@';
		bool small = (c >= 'a' && c <= 'z') || c == '*' || (c >= '0' && c <= '9' && line.p[i - 2] != ' ');
		if (small && vi_is_upper(vi_codepoint(line, i, &len)) && !vi_is_upper(vi_codepoint(line, i + len, &len)) && line.p[i - 2] != '\'' &&
		    line_is_headline(str_sub(line, i, line.n)) && line_words(str_sub(line, i, line.n)) > 5 && (dotted || !(c >= 'a' && c <= 'z') || i < 60))
			return i;
	}
	for (size_t i = 1; i + 12 < line.n && i < 200; i++)
		if (line.p[i - 1] != ' ' && line.p[i - 1] != '(' && line.p[i - 1] != '-' && line_starts_lead(str_sub(line, i, line.n)) &&
		    line.p[i] != '(' && line.p[i - 1] != '"' && line.p[i - 1] != '.')
			return i;
	return 0;
}
