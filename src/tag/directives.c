/* directives.c - citations: TYPE [số] NUMBER [CODE] [ngày D] [của ISSUER] [về SUBJECT], lists of numbers, congress and plenum resolutions.
 * "Chỉ thị số 71-CT/TW, ngày 03/02/2020 của Ban Bí thư về X" -> type, number 71, symbol 71-CT/TW, date 2020-02-03, issuer, subject.
 * A number without a type word, "12 nghị quyết", "Điều 9" are no citations. Types: lexicon/doctypes.csv; organs: lexicon/issuers.csv. */
#include "tag/directives.h"
#include "base/csv.h"
#include "base/diag.h"
#include "base/re.h"
#include "tag/trigger.h"
#include <stdio.h>
#include <stdlib.h>

#define SEP "\\s?[-–—−‐‑/∕]\\s?"
#define ORGAN "(?:T\\.Ư|[A-ZĐƯ][A-ZĐƯa-z0-9&]*)"
#define CODE "(?-i:" SEP "(?:\\d{4}" SEP ")?[A-ZĐƯ][A-ZĐƯa-zđ&]{0,11}(?:" SEP ORGAN "){1,4}|" SEP "\\d{4}" SEP "(?:UBTV)?QH\\d{1,2}|" \
	     "\\s[A-ZĐ][A-ZĐa-z]{1,4}" SEP "[A-ZĐ][A-ZĐƯ]+|[-–/][A-ZĐ]{2,}[A-ZĐ0-9]*|-(?i:ct|nq|kl|qđ|kh)/(?i:tw|tu))"
#define BETWEEN "(?:\\s?[/.–-]\\s?|\\s+tháng\\s+)"
#define DAY "(?:(?:ngày\\s*|\\()(\\d{1,2})" BETWEEN "(\\d{1,2})(?:\\s?[/.–-]\\s?|\\s*,?\\s+năm\\s+)(\\d{4})\\)?|tháng\\s+()(\\d{1,2})(?:\\s?[/-]\\s?|\\s+năm\\s+)(\\d{4}))"
#define TERM "kh(?:óa|oá)"
#define PEOPLE "(?:Thủ tướng|Bộ trưởng|Chủ tịch nước|Chính phủ|Quốc hội|Ủy ban|Uỷ ban|UBND|HĐND|UBMTTQ|MTTQ|Hội đồng|Ban|Bộ|BCH|BTV|BCT|BBT|Trung ương|T\\.Ư|TW|Quân ủy|Quân uỷ|" \
	       "Văn phòng|Tỉnh ủy|Tỉnh uỷ|Thành ủy|Thành uỷ|Huyện ủy|Huyện uỷ|Quận ủy|Thị ủy|Đảng ủy|Đảng uỷ|Đảng đoàn|Đảng bộ|Sở|Tổng cục|Cục|Viện|Tòa án|Thường trực|Thường vụ|Chủ tịch|Liên đoàn|Tổng Liên đoàn|Hội)"
#define CENTRE "(?:Ban Chấp hành\\s+|BCH\\s*)?(?:Trung ương|T\\.Ư|TW|TƯ)(?:\\s+Đảng)?"
#define NTH "\\d{1,2}|nhất|một|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười"
#define CONGRESS_WORDS "(?:\\s+(?:đại biểu|toàn quốc|Đảng(?!\\s+bộ)|Đảng Cộng sản Việt Nam))*"

static struct {
	struct re *first, *more, *day, *term, *office, *issuer, *before, *before_day, *subject, *plan, *order, *stop, *congress, *second, *plenum, *next_term, *count, *closed, *joined, *by;
} re;
static struct arena kept;                                 /* the tables, for as long as the process lives */
struct pair { struct str from, to; };
static struct { struct pair *v; unsigned n; } types, organs;

/* --- the tables ------------------------------------------------------------------------------------------------------------- */

static void keep(struct pair *v, unsigned *n, struct str from, struct str to)
{
	v[(*n)++] = (struct pair){ arena_dup(&kept, from), arena_dup(&kept, to) };
}

static bool one_of(struct str s, const char *const *list)
{
	for (; *list; list++)
		if (str_eq(s, str_c(*list)))
			return true;
	return false;
}

/* Types that are no directives (reports, invitations), or that have no numbers of their own. */
static const char *const left_out[] = { "Báo cáo", "Tờ trình", "Giấy mời", "Giấy giới thiệu", "Giấy nghỉ phép", "Giấy ủy quyền", "Biên bản", "Bản ghi nhớ", "Bản thỏa thuận",
	"Phiếu báo", "Phiếu chuyển", "Phiếu gửi", "Hợp đồng", "Hiến pháp", "Điều lệ", "Cương lĩnh", "Tuyên bố", "Lời kêu gọi", "Chiến lược", "Dự án", "Quy hoạch",
	"Phương án", "Thư công", "Công thư", NULL };

enum { ROWS = 512 };
static void type_row(void *ctx, unsigned long line, const struct str *f, unsigned n)
{
	(void)ctx;
	if (line > 1 && n >= 2 && types.n < ROWS && !one_of(f[1], left_out))
		keep(types.v, &types.n, f[0], f[1]);
}

static void organ_row(void *ctx, unsigned long line, const struct str *f, unsigned n)
{
	(void)ctx;
	if (line > 1 && n >= 2 && organs.n < ROWS)
		keep(organs.v, &organs.n, f[0], f[1]);
}

static int longer_first(const void *x, const void *y)
{
	size_t a = ((const struct pair *)x)->from.n, b = ((const struct pair *)y)->from.n;
	return a < b ? 1 : a > b ? -1 : str_cmp(((const struct pair *)x)->from, ((const struct pair *)y)->from);
}

static void load(struct lexicon *lex, const char *file, struct pair **v, void (*row)(void *, unsigned long, const struct str *, unsigned))
{
	struct str text = lexicon_table(lex, file);
	if (!text.p) {
		diag_at(DIAG_USAGE, file, 0, "no such lexicon table");
		exit(DIAG_USAGE);
	}
	*v = arena_alloc(&kept, ROWS * sizeof **v);
	csv_read(text, row, NULL);
}

/* An abbreviation has no blank and a capital behind its first letter: "NQ", "QĐi", "ĐA". */
static bool abbreviation(struct str s)
{
	size_t first, second;
	vi_codepoint(s, 0, &first);
	return first < s.n && vi_is_upper(vi_codepoint(s, first, &second));
}

static void alternatives(struct buf *b, bool abbreviations)
{
	bool any = false;
	for (unsigned i = 0; i < types.n; i++)
		if (abbreviation(types.v[i].from) == abbreviations) {
			if (any)
				buf_char(b, '|');
			buf_add(b, types.v[i].from);
			any = true;
		}
}

/* Compiles a pattern in which %T stands for the types in full and %A for their abbreviations. */
static struct re *typed(const char *pattern, const char *where)
{
	struct buf b = { 0 };
	for (const char *p = pattern; *p; p++)
		if (p[0] == '%' && (p[1] == 'T' || p[1] == 'A')) {
			alternatives(&b, p[1] == 'A');
			p++;
		} else {
			buf_char(&b, *p);
		}
	buf_char(&b, '\0');
	struct re *r = re_compile(b.p, true, where);
	buf_free(&b);
	return r;
}

static void compile(struct lexicon *lex)
{
	if (re.first)
		return;
	load(lex, "doctypes.csv", &types.v, type_row);
	load(lex, "issuers.csv", &organs.v, organ_row);
	qsort(types.v, types.n, sizeof *types.v, longer_first);
	for (unsigned i = 0; i < types.n; i++)
		trigger_type(types.v[i].from);
	qsort(organs.v, organs.n, sizeof *organs.v, longer_first);
	/* 1 type, 2 issuer in front of the number, 3 "số", 4 number, 5 code */
	re.first = typed("(?<!\\pL)(%T|(?-i:%A))(?:\\s+của\\s+(" PEOPLE "[^,;.:\"“”()\\d]{0,60}?)(?=\\s+số))?\\s*(số\\s*:?)?\\s*(\\d{1,5}[ab]?)(?:(" CODE ")|(?![\\d.,/]*\\d|%|\\s?[/∕]|\\pL))", "directives.c: first");
	re.more = re_compile("\\s*(?:,\\s*và|,|;|và|hoặc)\\s+(?:số\\s*:?\\s*)?(\\d{1,5})(?:(" CODE ")|(?![\\d./]*\\d)(?=\\s*(?:,\\s*(?:số\\s*)?\\d|;|và\\s+(?:số\\s*)?\\d|của|\\.|$|ngày|về|,\\s*ngày|\\()))", false, "directives.c: more");
	re.day = re_compile("\\s*,?\\s*(?:ban hành |ký )?" DAY, true, "directives.c: day");
	re.term = re_compile("\\s*\\(?\\s*" TERM "\\s+(?:[IVX]+|\\d{1,2})\\)?", true, "directives.c: term");
	re.office = re_compile("Thủ tướng(?: Chính phủ)?|Bộ trưởng(?! \\p{Lu})|Chủ tịch nước|Chính phủ|(?:BTV|Ban Thường vụ) Quốc hội|(?:UBTV|Ủy ban Thường vụ )?Quốc hội|BCT\\b|BBT\\b|"
			       "Bộ Chính trị|Ban Bí thư(?: Trung ương(?: Đảng)?| T\\.?Ư(?: Đảng)?| TW(?: Đảng)?)?|(?:Ban Chấp hành |BCH ?)?(?:Trung ương|T\\.Ư|TƯ|TW)(?: Đảng)?(?! [\\p{Lu}])(?=\\s|[,;.()\"“]|$)", true, "directives.c: office");
	re.issuer = re_compile("(" PEOPLE "[^,;.:\"“”()]{0,110}?)(?=\\s+(?:về|ngày|đã|vừa|quy định|quyết định|ban hành|phê duyệt|được|là|yêu cầu|nhằm|có|và|trong|gồm|thành|khẳng định|chú trọng|giao|"
			       "tại|cho|theo|để|với|đối với|từ|vào|sẽ|đề ra|đến|tới|gắn|trên|triển khai|hướng dẫn|chỉ đạo|nêu|do|năm|thực hiện|một|các|những)\\b|\\s*[,;.:\"“”()]|\\s+[-–]|\\s*$)", true, "directives.c: issuer");
	re.before = re_compile("(?<!\\pL)(" PEOPLE "(?![\\pL])[^,;.:\"“”()]{0,90}?)\\s+(?:(?:đã|vừa|mới|cũng|tiếp tục|bổ sung|đồng thời)\\s+)*(?:ký\\s+)?(?:ban hành|ra|có|ký)\\s+(?:(?:các|thêm)\\s+|một số [^.;:\"“”()]{1,40}trong đó có\\s+)?$", true, "directives.c: before");
	re.before_day = re_compile(DAY "\\s*,?\\s*$", true, "directives.c: day before");
	re.subject = re_compile("\\s*,?\\s*(?:với nội dung\\s+)?\\(?((?:về(?:\\s+việc)?)?\\s*[\"“«‘']|(?:về|quy định|sửa đổi|ban hành|phê duyệt)\\s)", true, "directives.c: subject");
	re.plan = re_compile("\\s*,?\\s*\\(?((?:thực hiện|triển khai|hướng dẫn|tổ chức)\\s)", true, "directives.c: subject of a plan");
	re.order = re_compile("\\s*,?\\s*((?:giao|chỉ đạo|yêu cầu|đề nghị|cho phép|đồng ý)\\s)", true, "directives.c: subject of a letter");
	re.stop = typed("[;”»\"“()]|\\.(?=\\s|$)|\\s+[-–—]\\s+(?=ảnh)|,?\\s+(?:và|cùng|,)\\s*(?:các\\s+)?(?:(?:%T)\\s*(?:số\\s*:?)?\\s*\\d|(?:các )?văn bản|(?:nội dung|việc|những) này)|,\\s*(?:%T)\\s*(?:số\\s*:?\\s*)?\\d|"
			",\\s*(?:trong đó|sau|các\\s+(?:%T)|qua đó|theo đó|từ đó|nhằm|để|đồng chí|ông|bà|đ/c|xét|đây là|sáng|chiều|tối|đã|được|tại|do|hiện nay|đến nay|đồng thời|góp phần|gắn với|bảo đảm cho|"
			"ngày\\s+\\d|(?-i:\\p{Lu})[^,;.:]{2,90}?\\s(?:đã|sẽ|vừa|tổ chức|quyết định|thông tin|nhấn mạnh|cho biết|yêu cầu|đề nghị|ban hành|xây dựng|chỉ đạo|tập trung|tiếp tục|triển khai)\\s)|"
			"\\s+(?:là\\s+(?:bước|cơ sở|một|căn cứ|nhiệm vụ|việc)|đã\\s|vừa\\s|vì\\s+(?:đã|có)|được\\s+(?:ban hành|triển khai|quán triệt|tổ chức|thực hiện)|gắn với\\s|"
			"(?:đến|tới|cho)\\s+(?:toàn thể|cán bộ|đảng viên|hơn|gần|các\\s+(?:đại biểu|đồng chí|cán bộ))|tại\\s+(?:hội nghị|buổi|hội trường)|theo hình thức|bằng hình thức|do\\s+đồng chí)", "directives.c: stop");
	re.congress = re_compile("(?<!\\pL)Nghị quyết\\s+(?:của\\s+|tại\\s+)?Đại hội(" CONGRESS_WORDS ")((?:(?!\\s+(?:lần|khóa|khoá|và|nhiệm kỳ|của Đảng)\\b)\\s+[\\pL]+){0,12}?)(?:,?\\s+lần thứ|,?\\s+lần|\\s+" TERM ")?\\s+((?-i:[IVXL]+)|\\d{1,2})\\b(?!\\s*(?:nhiệm vụ|nội dung|[./]\\d))", true, "directives.c: congress");
	re.second = re_compile("(?:\\s+của Đảng)?(?:\\s*,|\\s+và|\\s*,\\s*và)\\s+(Đại hội(" CONGRESS_WORDS ")((?:(?!\\s+(?:lần|khóa|khoá|và|nhiệm kỳ)\\b)\\s+[\\pL]+){0,12}?)(?:,?\\s+lần thứ|,?\\s+lần)\\s+((?-i:[IVXL]+)|\\d{1,2})\\b)", true, "directives.c: second congress");
	re.plenum = re_compile("(?<!\\pL)(Nghị quyết|Kết luận)(?:(?:\\s*,\\s*|\\s+và\\s+)(?:nghị quyết|quy định|kết luận|chỉ thị))*\\s+(?:số\\s+)?(?:của\\s+)?(?:"
			       "(?:Hội nghị\\s+)?" CENTRE "\\s*(?:lần thứ\\s+(?=\\S)|(?=(?:số\\s+)?\\d))(?:số\\s+)?(" NTH ")(?![\\pL\\d]|[./]\\d|\\s*%)(?:\\s+Đảng)?|"
			       "Hội nghị\\s+lần thứ\\s+(" NTH ")(?![\\pL\\d]),?(?:\\s+(?:của\\s+)?" CENTRE ")?(?=,?\\s*\\(?" TERM "))(?:,?\\s*\\(?" TERM "\\s+([IVX]+|\\d{1,2})\\b)?", true, "directives.c: plenum");
	re.next_term = re_compile("\\s*(?:,|và|,\\s*và)\\s*(?:" TERM "\\s+)?((?-i:[IVX]+))(?![\\pL\\d])", true, "directives.c: next term");
	re.count = re_compile("\\s+(?:năm|tháng|tuần|người|nội dung|nhiệm vụ|điểm|triệu|tỷ|đồng|nhóm|chỉ tiêu|giải pháp|trường hợp|cán bộ|đại biểu|huyện|xã|tỉnh|mục tiêu|vấn đề|ngày(?!\\s*\\d)|ha|km)(?![\\pL])", true, "directives.c: count");
	re.closed = re_compile("\\s*(?:$|[,.;:)\"”“(]|của\\s|về\\s|ngày\\s+\\d|và\\s|nêu|yêu cầu|là\\s|đã\\s)", true, "directives.c: closed");
	re.by = re_compile("(?:của|do)\\s+", true, "directives.c: by");
	re.joined = re_compile("\\s*(?:,|;|và|,\\s*và)\\s*$", true, "directives.c: joined");
}

/* --- small parts ------------------------------------------------------------------------------------------------------------ */

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

static size_t place(const struct tagger *g, struct str part) { return (size_t)(part.p - g->s->text.p); }

static bool party_organ(struct str s)
{
	static const char *const exact[] = { "TW", "TU", "HU", "QU", "ĐU", "ThU", "TXU", "CB", "ĐUK", "ĐBX", "BCSĐ", "ĐĐ", "ĐUCA", "TWĐTN", "HVCTQG", NULL };
	return one_of(s, exact) || str_ends(s, STR("TW")) || str_ends(s, STR("TU")) || str_ends(s, STR("HU")) || str_starts(s, STR("ĐU"));
}

/* Spaces out, dashes plain; a Party organ's "12/CT-TW" turned to "12-CT/TW". */
static struct str symbol(struct arena *a, struct str number, struct str code)
{
	struct buf b = { 0 };
	size_t part[8] = { 0 }, len;   /* where the parts behind the number begin */
	unsigned parts = 0;
	bool lower = true;
	for (size_t i = 0; i < code.n; i += len)
		if (vi_is_upper(vi_codepoint(code, i, &len)))
			lower = false;
	buf_add(&b, number);
	for (size_t i = 0; i < code.n; i += len) {
		unsigned c = vi_codepoint(code, i, &len);
		bool slash = c == '/' || c == 0x2215, dash = c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
		bool bare = i == 0 && c == ' ' && vi_is_upper(vi_codepoint(code, 1, &(size_t){ 0 }));
		if (slash || dash || bare) {
			buf_char(&b, slash ? '/' : '-');
			if (parts < 8)
				part[parts++] = b.n;
		} else if (c != ' ' && c != '.' && c != 0xA0) {
			vi_put(&b, lower ? vi_upper(c) : c == 0x1AF ? 'W' : c);
		}
	}
	struct str s = buf_str(&b);
	if (str_ends(s, STR("-TTG")) || str_ends(s, STR("/TTG")))
		b.p[b.n - 1] = 'g';
	if (parts == 2 && party_organ(str_sub(s, part[1], s.n))) {
		b.p[part[0] - 1] = '-';
		b.p[part[1] - 1] = '/';
	}
	s = arena_dup(a, buf_str(&b));
	buf_free(&b);
	return s;
}

static struct str type_of(struct arena *a, struct str w)
{
	struct buf b = { 0 };
	vi_fold(&b, w);
	struct str s = arena_dup(a, buf_str(&b)), found = { 0 };
	for (unsigned i = 0; i < types.n && !found.n; i++) {
		buf_clear(&b);
		vi_fold(&b, types.v[i].from);
		if (abbreviation(types.v[i].from) ? str_eq(types.v[i].from, w) : str_eq(buf_str(&b), s))
			found = types.v[i].to;
	}
	buf_free(&b);
	return found.n ? found : vi_capital(a, s);
}

/* The day or month that DAY found; empty when no calendar has it. */
static struct str iso(struct arena *a, const struct re_match *m)
{
	char s[40];
	bool month_only = m->n > 6 && m->group[6].p;
	int day = month_only ? 1 : atoi(m->group[1].p), month = atoi(m->group[month_only ? 5 : 2].p), year = atoi(m->group[month_only ? 6 : 3].p);
	if (day < 1 || day > 31 || month < 1 || month > 12)
		return (struct str){ 0 };
	snprintf(s, sizeof s, month_only ? "%04d-%02d" : "%04d-%02d-%02d", year, month, day);
	return arena_dup(a, str_c(s));
}

static struct str from_symbol(struct str s)
{
	for (unsigned i = 0; i < organs.n; i++) {
		struct str tail = organs.v[i].from;
		if (s.n > tail.n && str_ends(s, tail) && (s.p[s.n - tail.n - 1] == '/' || s.p[s.n - tail.n - 1] == '-'))
			return organs.v[i].to;
	}
	return (struct str){ "", 0 };
}

static struct str roman(struct arena *a, struct str n)
{
	static const char *const ten[] = { "", "X", "XX", "XXX" }, *const one[] = { "", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX" };
	unsigned v = 0;
	for (size_t i = 0; i < n.n; i++) {
		if (n.p[i] < '0' || n.p[i] > '9') {
			char up[8] = "";
			for (size_t k = 0; k < n.n && k < 7; k++)
				up[k] = (char)(n.p[k] >= 'a' && n.p[k] <= 'z' ? n.p[k] - 32 : n.p[k]);
			return arena_dup(a, str_c(up));
		}
		v = v * 10 + (unsigned)(n.p[i] - '0');
	}
	return v && v < 40 ? join(a, str_c(ten[v / 10]), "", str_c(one[v % 10])) : n;
}

static struct str digit_of(struct arena *a, struct str w)
{
	static const struct { const char *word, *digit; } known[] = { { "nhất", "1" }, { "một", "1" }, { "hai", "2" }, { "ba", "3" }, { "tư", "4" }, { "bốn", "4" }, { "năm", "5" }, { "sáu", "6" }, { "bảy", "7" }, { "tám", "8" }, { "chín", "9" }, { "mười", "10" } };
	struct buf b = { 0 };
	vi_fold(&b, w);
	struct str s = arena_dup(a, buf_str(&b));
	buf_free(&b);
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (str_eq(s, str_c(known[i].word)))
			return str_c(known[i].digit);
	return s;
}

/* The issuing body in its long form: "BCT" -> "Bộ Chính trị", "Thủ tướng" -> "Thủ tướng Chính phủ". */
static struct str issuer_of(struct tagger *g, struct str said)
{
	static const struct { const char *folded, *canonical; } fixed[] = { { "thủ tướng", "Thủ tướng Chính phủ" }, { "thủ tướng chính phủ", "Thủ tướng Chính phủ" },
		{ "bộ chính trị", "Bộ Chính trị" }, { "ban bí thư", "Ban Bí thư" }, { "ban bí thư trung ương đảng", "Ban Bí thư" }, { "ban bí thư trung ương", "Ban Bí thư" },
		{ "trung ương", "Ban Chấp hành Trung ương" }, { "trung ương đảng", "Ban Chấp hành Trung ương Đảng" },
		{ "ban chấp hành trung ương", "Ban Chấp hành Trung ương" }, { "ban chấp hành trung ương đảng", "Ban Chấp hành Trung ương Đảng" }, { "bộ trưởng", "" } };
	struct str s = vi_capital(g->a, lexicon_canonical(g->lex, g->a, str_trim(said)));
	struct buf b = { 0 };
	vi_fold(&b, s);
	for (size_t i = 0; i < sizeof fixed / sizeof *fixed; i++)
		if (str_eq(buf_str(&b), str_c(fixed[i].folded)))
			s = str_c(fixed[i].canonical);
	buf_free(&b);
	return s;
}

/* End of the organisation whose first token begins at byte `at`, 0 if none does. */
static size_t organisation_end(const struct tagger *g, size_t at)
{
	unsigned low = 0, high = g->t.n;
	while (low < high) {
		unsigned middle = low + (high - low) / 2;
		if (g->t.t[middle].start < at)
			low = middle + 1;
		else
			high = middle;
	}
	unsigned end = low < g->t.n && g->t.t[low].start == at ? body_end(g, low) : low;
	return end > low ? g->t.t[end - 1].end : 0;
}

/* End of the body or office that is named at byte `at`, 0 if none: "Bộ trưởng Bộ Nội vụ", without the minister's name. */
static size_t issuer_end(const struct tagger *g, size_t at)
{
	static const char *const heads[] = { "Chủ tịch ", "Bộ trưởng ", NULL };
	struct str text = g->s->text;
	struct re_match m;
	bool head = false;
	size_t end = re_find(re.office, text, at, true, &m) ? at + m.group[0].n : 0, body = 0;
	for (unsigned i = 0; heads[i] && !head; i++)
		if (str_starts(str_sub(text, at, text.n), str_c(heads[i]))) {
			head = true;
			body = organisation_end(g, at + strlen(heads[i]));
		}
	if (!head)
		body = organisation_end(g, at);
	if (body > end)
		end = body;
	if (!end && re_find(re.issuer, text, at, true, &m))
		end = at + m.group[1].n;
	return end;
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

/* --- what stands around a citation -------------------------------------------------------------------------------------------- */

enum { LONGEST = 2000, NEAR = 300 };   /* bytes: a subject; what is looked at in front of a citation */

/* Byte `at` less NEAR, or the begin of the text; never inside a character. */
static size_t before_near(struct str text, size_t at)
{
	size_t from = at > NEAR ? at - NEAR : 0;
	while (from && (text.p[from] & 0xC0) == 0x80)
		from--;
	return from;
}

static size_t quote_close(struct str text, size_t at, size_t open_len)
{
	struct str open = str_sub(text, at, at + open_len);
	bool curly = str_eq(open, STR("“")), guillemet = str_eq(open, STR("«")), single = str_eq(open, STR("‘")) || str_eq(open, STR("'"));
	size_t depth = 1, len, last = text.n - at > LONGEST ? at + LONGEST : text.n;
	for (size_t i = at + open_len; i < last; i += len) {
		unsigned c = vi_codepoint(text, i, &len);
		if (curly && c == 0x201C)
			depth++;
		else if (guillemet ? c == 0xBB : single ? c == 0x2019 || c == '\'' : c == 0x201D || c == '"')
			if (--depth == 0)
				return i;
	}
	return 0;
}

/* "Đẩy mạnh ..." -> "đẩy mạnh ..."; a name ("Việt Nam", "Hội Luật") keeps its capital. */
static struct str lower_first(struct arena *a, struct str s)
{
	size_t len, n2, next = 0;
	unsigned c = vi_codepoint(s, 0, &len);
	while (next < s.n && s.p[next] != ' ')
		next++;
	if (next + 1 >= s.n || vi_is_upper(vi_codepoint(s, next + 1, &n2)) || vi_is_upper(vi_codepoint(s, len < s.n ? len : 0, &n2)) == (len < next))
		return s;
	struct buf b = { 0 };
	vi_put(&b, vi_lower(c));
	buf_add(&b, str_sub(s, len, s.n));
	struct str r = arena_dup(a, buf_str(&b));
	buf_free(&b);
	return r;
}

/* End of a subject in running text that begins at `from`; `from` itself when it has no end within LONGEST. */
static size_t running_end(struct str text, size_t from)
{
	struct re_match m;
	size_t at = from, last = text.n;
	if (text.n - from > LONGEST)
		for (last = from + LONGEST; (text.p[last] & 0xC0) == 0x80;)
			last--;
	struct str head = str_sub(text, 0, last);
	while (at < last && re_find(re.stop, head, at, false, &m)) {
		size_t end = (size_t)(m.group[0].p - text.p), close = 0;
		size_t open = str_starts(m.group[0], STR("“")) ? 3 : str_starts(m.group[0], STR("\"")) || str_starts(m.group[0], STR("(")) ? 1 : 0;
		if (open && m.group[0].p[0] == '(') {
			for (size_t i = end; i < text.n && i < end + 60 && !close; i++)
				if (text.p[i] == ')')
					close = i;
			if (close && str_starts(str_sub(text, end + 1, close), STR("sau")))
				close = 0;
		} else if (open) {
			close = quote_close(text, end, open);
		}
		if (!close || close > end + 80)
			return end;
		size_t len;
		vi_codepoint(text, close, &len);
		at = close + len;
	}
	return last < text.n ? from : text.n;
}

static struct str subject_at(struct tagger *g, size_t at, struct str type)
{
	static const char *const plans[] = { "Kế hoạch", "Hướng dẫn", "Chương trình", "Chương trình hành động", "Thông tri", "Thông tư", NULL };
	static const char *const letters[] = { "Công văn", "Công điện", "Thông báo", NULL };
	struct str text = g->s->text, s;
	struct re_match m;
	if (!re_find(re.subject, text, at, true, &m) && !(one_of(type, plans) && re_find(re.plan, text, at, true, &m)) && !(one_of(type, letters) && re_find(re.order, text, at, true, &m)))
		return (struct str){ 0 };
	size_t from = place(g, m.group[1]), end = from + m.group[1].n;
	size_t open = str_ends(m.group[1], STR("\"")) || str_ends(m.group[1], STR("'")) ? 1 : str_ends(m.group[1], STR("«")) ? 2 : str_ends(m.group[1], STR(" ")) ? 0 : 3;
	size_t close = open ? quote_close(text, end - open, open) : 0;
	if (open) {
		s = str_trim(str_sub(text, end, close ? close : running_end(text, end)));
		if (s.n < 6)
			return (struct str){ 0 };
		s = lexicon_canonical(g->lex, g->a, lower_first(g->a, s));
		return str_starts(s, STR("về ")) ? s : join(g->a, STR("về"), " ", s);
	}
	s = str_trim(str_sub(text, from, running_end(text, end)));
	while (s.n && (s.p[s.n - 1] == ',' || s.p[s.n - 1] == ' ' || s.p[s.n - 1] == ':'))
		s.n--;
	if (s.n < m.group[1].n + 4)
		return (struct str){ 0 };
	return lexicon_canonical(g->lex, g->a, lower_first(g->a, s));
}

/* "Ngày D, ORG đã ban hành" in front of byte `from`: who and when. */
static void look_before(struct tagger *g, size_t from, struct str *issuer, struct str *date)
{
	struct str front = str_sub(g->s->text, 0, from);
	struct re_match m, d;
	if (!re_find(re.before, front, before_near(front, from), false, &m))
		return;
	size_t at = place(g, m.group[1]), end = issuer_end(g, at);
	*issuer = issuer_of(g, end > at && end <= at + m.group[1].n ? str_sub(front, at, end) : m.group[1]);
	if (re_find(re.before_day, str_sub(front, 0, at), before_near(front, at), false, &d))
		*date = iso(g->a, &d);
}

/* Date, issuer, term and date again behind byte `at`. Returns the end. */
static size_t look_behind(struct tagger *g, size_t at, struct str *issuer, struct str *date)
{
	struct str text = g->s->text;
	struct re_match m;
	if (re_find(re.day, text, at, true, &m)) { *date = iso(g->a, &m); at += m.group[0].n; }
	size_t of = at;
	while (of < text.n && (text.p[of] == ' ' || text.p[of] == ','))
		of++;
	size_t word = re_find(re.by, text, of, true, &m) ? m.group[0].n : 0;
	size_t end = word ? issuer_end(g, of + word) : 0;
	if (end) {
		struct str said = str_sub(text, of + word, end);
		at = end;
		*issuer = issuer_of(g, said);
		if (re_find(re.term, text, at, true, &m)) {
			at += m.group[0].n;
			struct str t = str_trim(m.group[0]);
			if (issuer->n && t.p[0] != '(')
				*issuer = join(g->a, *issuer, " ", lexicon_canonical(g->lex, g->a, t));
		}
	}
	if (!date->n && re_find(re.day, text, at, true, &m)) { *date = iso(g->a, &m); at += m.group[0].n; }
	return at;
}

/* --- the three kinds of citation ------------------------------------------------------------------------------------------------ */

static bool wanted(const struct tagger *g, const struct re_match *m, struct str type)
{
	static const char *const laws[] = { "Luật", "Bộ luật", "Pháp lệnh", "Lệnh", NULL };
	static const char *const plans[] = { "Kế hoạch", "Chương trình", "Chương trình hành động", "Chương trình phối hợp", "Đề án", "Hướng dẫn", "Thông báo", "Thông cáo", NULL };
	struct str number = m->group[4];
	bool said = m->group[3].p, coded = m->n > 5 && m->group[5].p;
	struct re_match x;
	size_t len, end = place(g, m->group[0]) + m->group[0].n;
	if (coded)
		return true;
	if (one_of(type, laws))
		return false;
	if (said)
		return true;
	if (number.n == 4 && (str_starts(number, STR("19")) || str_starts(number, STR("20"))))
		return false;
	if ((one_of(type, plans) && number.n < 2) || re_find(re.count, g->s->text, end, true, &x))
		return false;
	return vi_is_upper(vi_codepoint(m->group[1], 0, &len)) || (number.n > 1 && re_find(re.closed, g->s->text, end, true, &x));
}

/* Entities from `first` on that stand in one list get what its last member says. Types in a list may repeat: "Chỉ thị 8 và Chỉ thị 21 về X". */
static void share(struct tagger *g, unsigned first, struct str issuer, struct str subject)
{
	for (unsigned i = first; i < g->n; i++) {
		struct entity *e = &g->s->entity[i];
		if (!e->issuer.n)
			e->issuer = issuer;
		if (!e->subject.n)
			e->subject = subject;
	}
}

static void numbered(struct tagger *g)
{
	struct str text = g->s->text, lead = { 0 }, lead_date = { 0 }, last_type = { 0 };
	struct re_match m, more, d;
	size_t last_end = 0;
	unsigned chain = g->n, base = g->n;   /* first entity of a run joined by "và" or a comma, all of one type */
	bool open = false;                    /* that run has no subject yet */
	for (size_t at = 0; at < text.n && re_find(re.first, text, at, false, &m);) {
		struct str word = m.group[1], type = type_of(g->a, word), issuer = { 0 }, date = { 0 };
		size_t from = place(g, word), end = from + m.group[0].n;
		at = end;
		if (!wanted(g, &m, type))
			continue;
		bool joined = g->n > base && from >= last_end && re_find(re.joined, str_sub(text, 0, from), last_end, true, &d);
		if (!joined) {
			lead = lead_date = (struct str){ 0 };
			look_before(g, from, &lead, &lead_date);
		}
		if (!joined || !open || !str_eq(type, last_type))
			chain = g->n;
		unsigned first = g->n;
		add(g, from, end, type, m.group[4], m.n > 5 ? m.group[5] : (struct str){ 0 });
		for (;;) {
			if (re_find(re.day, text, end, true, &d) && re_find(re.more, text, end + d.group[0].n, true, &more)) {
				g->s->entity[g->n - 1].date = iso(g->a, &d);
				end += d.group[0].n;
			}
			if (!re_find(re.more, text, end, true, &more))
				break;
			end += more.group[0].n;
			add(g, place(g, more.group[1]), end, type, more.group[1], more.n > 2 ? more.group[2] : (struct str){ 0 });
		}
		end = look_behind(g, end, &issuer, &date);
		struct entity *e = &g->s->entity[g->n ? g->n - 1 : 0];
		struct str subject = subject_at(g, end, type);
		if (!issuer.n && m.group[2].p)
			issuer = issuer_of(g, m.group[2]);
		if (g->n > first) {
			e->date = date.n ? date : first + 1 == g->n ? lead_date : e->date;
			e->end = end;
		}
		bool several = str_ends(type, STR("liên tịch"));   /* no one organ of the symbol is the issuer */
		for (unsigned i = first; i < g->n; i++) {
			struct entity *x = &g->s->entity[i];
			struct str organ = several ? (struct str){ "", 0 } : from_symbol(x->symbol);
			x->issuer = issuer.n ? issuer : organ.n ? organ : lead;
		}
		share(g, chain, issuer, subject);
		open = !subject.n;
		last_type = type;
		last_end = at = end;
	}
}

/* The Party's own congress is known by its number; one of a Party organisation or another body keeps that name. */
static struct str congress_name(struct tagger *g, struct str words, struct str body, struct str number, size_t *end)
{
	struct str text = g->s->text, rest = str_sub(text, *end, text.n);
	size_t of = *end + sizeof " của";
	if (!body.n && str_starts(rest, STR(" của ")) && (!str_starts(rest, STR(" của Đảng ")) || str_starts(rest, STR(" của Đảng bộ "))) && re_find(re.issuer, text, of, true, &(struct re_match){ .n = 0 })) {
		size_t to = issuer_end(g, of);
		if (to) {
			body = str_sub(text, of, to);
			*end = to;
		}
	}
	if (!body.n)
		return join(g->a, STR("Nghị quyết Đại hội"), " ", roman(g->a, number));
	struct str name = STR("Nghị quyết Đại hội");
	if (words.n && !str_starts(body, STR("Đảng ")))
		name = join(g->a, name, " ", words);
	return join(g->a, join(g->a, name, " ", lexicon_canonical(g->lex, g->a, body)), " lần thứ ", number);
}

static void congresses(struct tagger *g)
{
	struct str text = g->s->text;
	struct re_match m;
	for (size_t at = 0; at < text.n && re_find(re.congress, text, at, false, &m);) {
		size_t from = place(g, m.group[0]);
		unsigned k = 1;   /* group of the words behind "Đại hội" */
		at = from;
		do {
			if (k == 2)
				from = place(g, m.group[1]);
			at += m.group[0].n;
			struct str name = congress_name(g, str_trim(m.group[k]), str_trim(m.group[k + 1]), m.group[k + 2], &at);
			struct entity *e = add(g, from, at, STR("Nghị quyết"), (struct str){ "", 0 }, (struct str){ 0 });
			e->norm = name;
			e->rule = STR("directive:congress");
			k = 2;
		} while (re_find(re.second, text, at, true, &m));
	}
}

static void plenums(struct tagger *g)
{
	struct str text = g->s->text;
	struct re_match m;
	for (size_t at = 0; at < text.n && re_find(re.plenum, text, at, false, &m);) {
		size_t from = place(g, m.group[0]);
		at = from + m.group[0].n;
		struct str type = type_of(g->a, m.group[1]), which = digit_of(g->a, m.group[2].p ? m.group[2] : m.group[3]);
		struct str term = m.n > 4 && m.group[4].p ? roman(g->a, m.group[4]) : (struct str){ 0 };
		unsigned first = g->n;
		for (;;) {
			struct entity *e = add(g, from, at, type, (struct str){ "", 0 }, (struct str){ 0 });
			e->norm = join(g->a, join(g->a, type, " Trung ương ", which), term.n ? " khóa " : "", term);
			e->issuer = term.n ? join(g->a, STR("Ban Chấp hành Trung ương khóa"), " ", term) : STR("Ban Chấp hành Trung ương");
			e->rule = STR("directive:plenum");
			if (!term.n || !re_find(re.next_term, text, at, true, &m))
				break;
			from = place(g, m.group[1]);
			at += m.group[0].n;
			term = m.group[1];
		}
		if (at < text.n && text.p[at] == ')')
			at++;
		struct str subject = subject_at(g, at, type);
		share(g, first, (struct str){ 0 }, subject);
	}
}

void tag_directives(struct tagger *g)
{
	compile(g->lex);
	struct trigger may = trigger_look(g);
	if (may.congress)
		congresses(g);
	if (may.plenum)
		plenums(g);
	if (may.numbered)
		numbered(g);
}
