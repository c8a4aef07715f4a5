/* doctypes.c - loads doctypes.csv and issuers.csv, longest first, so that "Thông tư liên tịch" is tried before "Thông tư".
 * Rows of types that are no directives (number "none": reports, invitations) are passed over. */
#include "tag/doctypes.h"
#include "base/diag.h"
#include "base/grow.h"
#include "base/re.h"
#include "tag/trigger.h"
#include "vi/lists.h"
#include <stdlib.h>

struct organ { struct str suffix, issuer; unsigned long line; };
struct table { void *v; unsigned n; size_t cap; };

static struct arena kept;
static struct table types, organs, others;   /* others: codes of types that are no directives, struct str */
static const char *path;

static void *added(struct table *t, size_t size)
{
	t->v = grown(t->v, t->n, &t->cap, size);
	return (char *)t->v + t->n++ * size;
}

/* A code has no blank and a capital behind its first letter: "NQ", "QĐi", "ĐA". */
static bool code(struct str s)
{
	size_t first, second;
	vi_codepoint(s, 0, &first);
	return first < s.n && vi_is_upper(vi_codepoint(s, first, &second));
}

static bool one_of(struct str s, const char *const *list)
{
	for (; *list; list++)
		if (str_eq(s, str_c(*list)))
			return true;
	return false;
}

static void type_row(void *ctx, unsigned long line, const struct str *f, unsigned n)
{
	static const char *const numbers[] = { "", "none", "coded", "long", "yearly", NULL }, *const subjects[] = { "", "plan", "letter", NULL }, *const issuers[] = { "", "joint", NULL };
	(void)ctx;
	if (n < 7 || !f[0].n || !f[1].n || !one_of(f[4], numbers) || !one_of(f[5], subjects) || !one_of(f[6], issuers)) {
		diag_at(DIAG_USAGE, path, line, "a row needs surface, canonical, code, party_state, number (none, coded, long, yearly or empty), subject (plan, letter or empty), issuer (joint or empty)");
		return;
	}
	if (str_eq(f[4], STR("none"))) {
		if (code(f[0]))
			*(struct str *)added(&others, sizeof(struct str)) = arena_dup(&kept, f[0]);
		return;
	}
	struct buf b = { 0 };
	vi_fold(&b, f[0]);
	*(struct doctype *)added(&types, sizeof(struct doctype)) = (struct doctype){
		.line = line, .surface = arena_dup(&kept, f[0]), .canonical = arena_dup(&kept, f[1]), .folded = arena_dup(&kept, buf_str(&b)), .is_code = code(f[0]),
		.generic = !f[2].n && !str_eq(f[0], f[1]), .coded = str_eq(f[4], STR("coded")), .two_digits = str_eq(f[4], STR("long")), .yearly = str_eq(f[4], STR("yearly")),
		.plan = str_eq(f[5], STR("plan")), .letter = str_eq(f[5], STR("letter")), .joint = str_eq(f[6], STR("joint")),
	};
	buf_free(&b);
}

static void organ_row(void *ctx, unsigned long line, const struct str *f, unsigned n)
{
	(void)ctx;
	if (n < 2 || !f[0].n || !f[1].n)
		diag_at(DIAG_USAGE, path, line, "a row needs suffix and issuer");
	else
		*(struct organ *)added(&organs, sizeof(struct organ)) = (struct organ){ arena_dup(&kept, f[0]), arena_dup(&kept, f[1]), line };
}

static int longer_first(struct str a, struct str b) { return a.n < b.n ? 1 : a.n > b.n ? -1 : str_cmp(a, b); }
static int by_surface(const void *x, const void *y) { return longer_first(((const struct doctype *)x)->surface, ((const struct doctype *)y)->surface); }
static int by_suffix(const void *x, const void *y) { return longer_first(((const struct organ *)x)->suffix, ((const struct organ *)y)->suffix); }

static void twice(struct str a, struct str b, unsigned long line)
{
	if (str_eq(a, b))
		diag_at(DIAG_USAGE, path, line, "\"%.*s\" stands twice in this table", (int)a.n, a.p);
}

static void types_sort(void)
{
	struct doctype *t = types.v;
	if (types.n)
		qsort(t, types.n, sizeof *t, by_surface);
	for (unsigned i = 0; i < types.n; i++) {
		trigger_type(t[i].surface);
		if (i)
			twice(t[i - 1].surface, t[i].surface, t[i].line > t[i - 1].line ? t[i].line : t[i - 1].line);
	}
}

static void organs_sort(void)
{
	struct organ *o = organs.v;
	if (organs.n)
		qsort(o, organs.n, sizeof *o, by_suffix);
	for (unsigned i = 1; i < organs.n; i++)
		twice(o[i - 1].suffix, o[i].suffix, o[i].line > o[i - 1].line ? o[i].line : o[i - 1].line);
}

void doctypes_load(struct lexicon *lex)
{
	path = lexicon_path(lex, "doctypes.csv");
	lexicon_rows(lex, "doctypes.csv", type_row, NULL);
	types_sort();
	path = lexicon_path(lex, "issuers.csv");
	lexicon_rows(lex, "issuers.csv", organ_row, NULL);
	organs_sort();
}

void doctypes_words(struct buf *b, bool codes)
{
	const struct doctype *t = types.v;
	bool any = false;
	for (unsigned i = 0; i < types.n; i++)
		if (t[i].is_code == codes) {
			if (any)
				buf_char(b, '|');
			re_literal(b, t[i].surface);
			any = true;
		}
	if (!any)
		buf_add(b, STR("(?!)"));   /* none: matches nowhere */
}

const struct doctype *doctype_of(struct arena *a, struct str word)
{
	static struct buf b;
	const struct doctype *t = types.v;
	buf_clear(&b);
	vi_fold(&b, word);
	for (unsigned i = 0; i < types.n; i++)
		if (t[i].is_code ? str_eq(t[i].surface, word) : str_eq(t[i].folded, buf_str(&b)))
			return &t[i];
	struct doctype *made = arena_new(a, struct doctype);
	made->canonical = vi_capital(a, arena_dup(a, buf_str(&b)));
	return made;
}

/* "/TB-UBND" -> "TB", *rest "UBND"; empty where nothing follows. */
static struct str first_part(struct str s, struct str *rest)
{
	size_t from = 0, end;
	while (from < s.n && strchr(" /-", s.p[from]))
		from++;
	for (end = from; end < s.n && !strchr(" /-", s.p[end]) && (unsigned char)s.p[end] != 0xE2; end++)
		;
	*rest = end < s.n ? str_sub(s, end + 1, s.n) : (struct str){ 0 };
	return end < s.n ? str_sub(s, from, end) : (struct str){ 0 };
}

/* "CT-TTHT" is a letter of the tax office, "CT-UBND" a directive: the code of a type may be a body's, unless a body stands behind it. */
static bool body_behind(struct str rest)
{
	const struct organ *o = organs.v;
	for (unsigned i = 0; i < organs.n; i++)
		if (str_eq(rest, o[i].suffix))
			return true;
	return lists_find("body that signs", rest) != NULL;
}

const struct doctype *doctype_by_code(const struct doctype *type, struct str code)
{
	const struct doctype *t = types.v;
	const struct str *other = others.v;
	struct str rest, word = type->generic ? first_part(code, &rest) : (struct str){ 0 };
	for (unsigned i = 0; word.n && i < others.n; i++)
		if (str_eq(other[i], word))
			return NULL;
	for (unsigned i = 0; word.n && i < types.n; i++)
		if (t[i].is_code && str_eq(t[i].surface, word))
			return lists_find("code that is a body's", word) && !body_behind(rest) ? type : &t[i];
	return type;
}

/* The "VPCP" of a letter's "8918/VPCP-QHQT": behind the number, before the unit that wrote it; empty where there is no unit. */
static struct str letter_organ(struct str s)
{
	size_t from = str_find(s, STR("/"), 0) + 1, end = from < s.n ? str_find(s, STR("-"), from) : s.n;
	return end < s.n ? str_sub(s, from, end) : (struct str){ 0 };
}

struct str issuer_of_symbol(struct str s)
{
	const struct organ *o = organs.v;
	struct str sender = letter_organ(s);
	for (unsigned i = 0; i < organs.n; i++) {
		struct str tail = o[i].suffix;
		if (s.n > tail.n && str_ends(s, tail) && (s.p[s.n - tail.n - 1] == '/' || s.p[s.n - tail.n - 1] == '-'))
			return o[i].issuer;
	}
	for (unsigned i = 0; i < organs.n && sender.n; i++)
		if (str_eq(o[i].suffix, sender))
			return o[i].issuer;
	return (struct str){ "", 0 };
}
