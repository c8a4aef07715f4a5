/* directives.c - citations: TYPE [số] NUMBER [CODE] [ngày D] [của ISSUER] [về SUBJECT], lists of numbers, congress and plenum resolutions.
 * "Chỉ thị số 71-CT/TW, ngày 03/02/2020 của Ban Bí thư về X" -> type, number 71, symbol 71-CT/TW, date 2020-02-03, issuer, subject.
 * A number without a type word, "12 nghị quyết", "Điều 9" are no citations. */
#include "tag/directives.h"
#include "base/re.h"
#include <stdio.h>
#include <stdlib.h>

#define TYPES "Chỉ thị|Nghị quyết liên tịch|Nghị quyết|Kết luận|Quyết định|Quy định|Quy chế|Hướng dẫn|Kế hoạch|Chương trình hành động|" \
	      "Chương trình phối hợp|Chương trình|Đề án|Thông tri|Thông báo kết luận|Thông báo|Công văn|Công điện|Nghị định|Thông tư liên tịch|Thông tư|Bộ luật|Luật|Pháp lệnh"
#define CODE "(?:\\s?[-–—/]\\s?(?:\\d{4}\\s?/\\s?)?[A-ZĐ][A-ZĐa-zđi&]{0,6}(?:\\s?[-–—/]\\s?[A-ZĐ][A-ZĐƯa-z0-9&]*){1,3}|\\s?/\\s?\\d{4}\\s?/\\s?(?:UBTV)?QH\\d{2}|\\s[A-ZĐ]{2,3}/T[WUƯ])"
#define DAY "(?:ngày\\s*|\\()(\\d{1,2})(?:\\s?[/.-]\\s?|\\s+tháng\\s+)(\\d{1,2})(?:\\s?[/.-]\\s?|\\s+năm\\s+)(\\d{4})\\)?"

static struct {
	struct re *first, *more, *day, *issuer, *subject, *congress, *plenum;
} re;

static void compile(void)
{
	if (re.first)
		return;
	re.first = re_compile("(?<!\\pL)(" TYPES "|NQ|CT|KL|QĐ|KH)(?:\\s?số\\s*:?)?\\s*(\\d{1,5}[ab]?)(?![\\d.,]*\\d|%)(" CODE ")?", true, "directives.c: first");
	re.more = re_compile("\\s*(?:,|;|và|, và)\\s+(?:số\\s+)?(\\d{1,4})(?![\\d./]*\\d)(" CODE ")?(?=\\s*(?:,|;|và|của|\\.|$|ngày))", false, "directives.c: more");
	re.day = re_compile("\\s*,?\\s*(?:ban hành )?" DAY, false, "directives.c: day");
	re.issuer = re_compile("\\s*,?\\s*(?:của|do)\\s+([A-ZĐÐ][^,;.:\"“”()]{1,110}?)(?=\\s+(?:về|ngày|đã|quy định|ban hành|được|là|yêu cầu|nhằm|có|và (?:" TYPES "|các)|trong|gồm|thành|khẳng định|chú trọng|được)\\b|\\s*[,;.:\"“”()]|\\s*$)", false, "directives.c: issuer");
	re.subject = re_compile("\\s*,?\\s*(?:([\"“'«])\\s*([^\"”»]{6,400})[\"”»]|\\(?((?:về|quy định|sửa đổi|ban hành)\\s.{4,500}?)(?=\\s*(?:;|\\)|[\"”]|\\.\\s|\\.$|$|,?\\s+và (?:" TYPES ")(?: số)? ?\\d|, (?:" TYPES ")(?: số)? ?\\d)))", false, "directives.c: subject");
	re.congress = re_compile("Nghị quyết\\s+(?:của\\s+)?Đại hội(?:\\s+(?:đại biểu|Đại biểu|Đảng toàn quốc|toàn quốc|Đảng))*((?:\\s+Đảng bộ (?:tỉnh|huyện|thành phố|xã|phường)(?:\\s+\\p{Lu}\\pL*){0,3})?)(?:,?\\s+lần thứ)?\\s+([IVXL]+|\\d{1,2})\\b", false, "directives.c: congress");
	re.plenum = re_compile("Nghị quyết\\s+(?:Hội nghị\\s+)?(?:Trung ương|T\\.Ư|TW|TƯ)\\s+(?:lần thứ\\s+)?(\\d{1,2}),?\\s*\\(?(?:khóa|khoá|Khóa)\\s+([IVX]+)", false, "directives.c: plenum");
}

static struct str join(struct arena *a, struct str x, const char *between, struct str y)
{
	struct buf b = { 0 };
	buf_add(&b, x);
	buf_add(&b, str_c(between));
	buf_add(&b, y);
	struct str s = arena_dup(a, buf_str(&b));
	buf_free(&b);
	return s;
}

/* Spaces out, dashes plain; a Party organ's "12/CT-TW" turned to "12-CT/TW". */
static struct str symbol(struct arena *a, struct str number, struct str code)
{
	struct buf b = { 0 };
	buf_add(&b, number);
	if (code.p[0] == ' ' && code.n > 1 && (code.p[1] & 0x80 || (code.p[1] >= 'A' && code.p[1] <= 'Z')))
		buf_char(&b, '-');
	for (size_t i = 0; i < code.n; i++) {
		if (code.n - i >= 3 && memcmp(code.p + i, "\xE2\x80", 2) == 0) { buf_char(&b, '-'); i += 2; }
		else if (code.p[i] != ' ') buf_char(&b, code.p[i]);
	}
	struct str s = arena_dup(a, buf_str(&b));
	buf_free(&b);
	char *p = (char *)(size_t)s.p;
	if (str_ends(s, STR("TW")) || str_ends(s, STR("/TU")) || str_ends(s, STR("-TU"))) {
		char *slash = memchr(p, '/', s.n), *dash = memchr(p, '-', s.n);
		if (slash && dash && slash < dash && s.n - (size_t)(dash - p) <= 3 && !memchr(dash + 1, '-', s.n - (size_t)(dash - p) - 1)) {
			*slash = '-';
			*dash = '/';
		} else if (slash && !dash && slash < p + s.n - 3) {
			*slash = '-';
		}
	}
	return s;
}

static struct str type_of(struct arena *a, struct str w)
{
	static const struct { const char *from, *to; } longer[] = { { "NQ", "Nghị quyết" }, { "CT", "Chỉ thị" }, { "KL", "Kết luận" }, { "QĐ", "Quyết định" }, { "KH", "Kế hoạch" }, { "Thông báo kết luận", "Thông báo" } };
	for (size_t i = 0; i < sizeof longer / sizeof *longer; i++)
		if (str_eq(w, str_c(longer[i].from)))
			return str_c(longer[i].to);
	struct buf b = { 0 };
	vi_fold(&b, w);
	struct str s = vi_capital(a, buf_str(&b));
	buf_free(&b);
	return s;
}

static struct str iso(struct arena *a, const struct re_match *m)
{
	char s[40];
	snprintf(s, sizeof s, "%04d-%02d-%02d", atoi(m->group[3].p), atoi(m->group[2].p), atoi(m->group[1].p));
	return arena_dup(a, str_c(s));
}

static struct str from_symbol(struct str s)
{
	static const struct { const char *tail, *issuer; } known[] = { { "-TTg", "Thủ tướng Chính phủ" }, { "-CP", "Chính phủ" }, { "/QH13", "Quốc hội" }, { "/QH14", "Quốc hội" }, { "/QH15", "Quốc hội" }, { "UBTVQH13", "Ủy ban Thường vụ Quốc hội" }, { "UBTVQH14", "Ủy ban Thường vụ Quốc hội" }, { "UBTVQH15", "Ủy ban Thường vụ Quốc hội" }, { "-VPCP", "Văn phòng Chính phủ" }, { "-BNV", "Bộ Nội vụ" }, { "-BTC", "Bộ Tài chính" }, { "-BGDĐT", "Bộ Giáo dục và Đào tạo" }, { "-BCA", "Bộ Công an" }, { "-BQP", "Bộ Quốc phòng" } };
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (str_ends(s, str_c(known[i].tail)))
			return str_c(known[i].issuer);
	return (struct str){ "", 0 };
}

static struct entity *add(struct tagger *g, size_t from, size_t to, struct str type, struct str number, struct str code)
{
	static struct entity spare;
	if (g->n == g->cap)
		return &spare;
	struct entity *e = &g->s->entity[g->n++];
	*e = (struct entity){ .label = DIRECTIVE, .start = from, .end = to, .doctype = type, .number = number, .rule = STR("directive:number") };
	if (code.n)
		e->symbol = symbol(g->a, number, code);
	e->norm = join(g->a, type, " ", e->symbol.n ? e->symbol : number);
	return e;
}

/* Date, issuer, date, subject behind position `at`; set on the entities from `first` on that lack them. Returns the end. */
static size_t tail(struct tagger *g, size_t at, unsigned first)
{
	struct str text = g->s->text, date = { 0 }, issuer = { 0 }, subject = { 0 };
	struct re_match m;
	if (re_find(re.day, text, at, true, &m)) { date = iso(g->a, &m); at += m.group[0].n; }
	if (re_find(re.issuer, text, at, true, &m)) { issuer = vi_capital(g->a, lexicon_canonical(g->lex, g->a, str_trim(m.group[1]))); at += m.group[0].n; }
	if (!date.n && re_find(re.day, text, at, true, &m)) { date = iso(g->a, &m); at += m.group[0].n; }
	size_t end = at;
	if (re_find(re.subject, text, at, true, &m)) {
		subject = m.group[2].p ? str_trim(m.group[2]) : str_trim(m.group[3]);
		if (m.group[2].p)
			end = at + m.group[0].n;
		else
			end = at + m.group[0].n < text.n ? at + m.group[0].n : text.n;
	}
	for (unsigned i = first; i < g->n; i++) {
		struct entity *e = &g->s->entity[i];
		e->date = i + 1 == g->n || first + 1 == g->n ? date : e->date;
		e->issuer = issuer.n ? issuer : from_symbol(e->symbol);
		if (i + 1 == g->n)
			e->subject = lexicon_canonical(g->lex, g->a, subject);
	}
	if (g->n)
		g->s->entity[g->n - 1].end = end > g->s->entity[g->n - 1].end && !subject.n ? at : g->s->entity[g->n - 1].end;
	return at;
}

static void numbered(struct tagger *g)
{
	struct str text = g->s->text;
	struct re_match m;
	for (size_t at = 0; at < text.n && re_find(re.first, text, at, false, &m);) {
		struct str word = m.group[1];
		size_t from = (size_t)(word.p - text.p), end = from + m.group[0].n;
		bool said = str_find(m.group[0], STR("số"), 0) < m.group[0].n;
		bool year = m.group[2].n == 4 && !m.group[3].p;
		size_t len;
		if (year || (!said && !m.group[3].p && !vi_is_upper(vi_codepoint(word, 0, &len)))) {
			at = end;
			continue;
		}
		unsigned first = g->n;
		struct str type = type_of(g->a, word);
		add(g, from, end, type, m.group[2], m.group[3]);
		struct re_match more;
		while (re_find(re.more, text, end, true, &more)) {
			size_t start = (size_t)(more.group[1].p - text.p);
			end += more.group[0].n;
			add(g, start, end, type, more.group[1], more.group[2]);
		}
		at = tail(g, end, first);
	}
}

static void ordinals(struct tagger *g)
{
	struct str text = g->s->text;
	struct re_match m;
	for (size_t at = 0; re_find(re.congress, text, at, false, &m);) {
		size_t from = (size_t)(m.group[0].p - text.p);
		at = from + m.group[0].n;
		struct entity *e = add(g, from, at, STR("Nghị quyết"), (struct str){ "", 0 }, (struct str){ 0 });
		struct str which = m.group[1].n ? join(g->a, join(g->a, STR("Nghị quyết Đại hội"), "", m.group[1]), " lần thứ ", m.group[2])
						: join(g->a, STR("Nghị quyết Đại hội"), " ", m.group[2]);
		e->norm = which;
		e->rule = STR("directive:congress");
	}
	for (size_t at = 0; re_find(re.plenum, text, at, false, &m);) {
		size_t from = (size_t)(m.group[0].p - text.p);
		at = from + m.group[0].n;
		struct entity *e = add(g, from, at, STR("Nghị quyết"), (struct str){ "", 0 }, (struct str){ 0 });
		e->norm = join(g->a, join(g->a, STR("Nghị quyết Trung ương"), " ", m.group[1]), " khóa ", m.group[2]);
		e->issuer = join(g->a, STR("Ban Chấp hành Trung ương khóa"), " ", m.group[2]);
		struct re_match about;
		size_t behind = at + (at < text.n && text.p[at] == ')');
		if (re_find(re.subject, text, behind, true, &about) && about.group[3].p)
			e->subject = lexicon_canonical(g->lex, g->a, about.group[3]);
		e->rule = STR("directive:plenum");
	}
}

void tag_directives(struct tagger *g)
{
	compile();
	ordinals(g);
	numbered(g);
}
