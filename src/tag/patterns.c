/* patterns.c - loads lexicon/patterns.csv and compiles it. Rows of one name stand together and are alternatives; {{name}} is a part from
 * further up, a list of lists.csv, or the "types" and "type codes" of doctypes.csv. What the code asks of a pattern stands in wanted[].
 *   khóa,part,kh(?:óa|oá)        term,here,\s*\(?\s*{{khóa}}\s+(?:[IVX]+|\d{1,2})\)?        -> "(khóa XII)" */
#include "tag/patterns.h"
#include "base/diag.h"
#include "base/grow.h"
#include "tag/doctypes.h"
#include "vi/lists.h"

/* groups: how many the code may read; must: those that take part in every match, a bit each; moves: no match is empty. */
static const struct { const char *name; unsigned char kind, groups, must; bool moves; } wanted[PATTERNS] = {
	[PATTERN_CITATION] = { "citation", KIND_FIND, 6, 1 << 1 | 1 << 4, true },
	[PATTERN_FURTHER] = { "further number", KIND_HERE, 3, 1 << 1, true },
	[PATTERN_DAY] = { "day", KIND_HERE, 6, 0, true },
	[PATTERN_TERM] = { "term", KIND_HERE, 0, 0, true },
	[PATTERN_OFFICE] = { "office", KIND_HERE, 0, 0, true },
	[PATTERN_ISSUER] = { "issuer", KIND_HERE, 1, 1 << 1, true },
	[PATTERN_BEFORE] = { "issuer before", KIND_FIND, 1, 1 << 1, true },
	[PATTERN_DAY_BEFORE] = { "day before", KIND_FIND, 6, 0, true },
	[PATTERN_SUBJECT] = { "subject", KIND_HERE, 1, 1 << 1, true },
	[PATTERN_PLAN_SUBJECT] = { "plan subject", KIND_HERE, 1, 1 << 1, true },
	[PATTERN_LETTER_MATTER] = { "letter matter", KIND_HERE, 1, 1 << 1, true },
	[PATTERN_LETTER_SUBJECT] = { "letter subject", KIND_HERE, 1, 1 << 1, true },
	[PATTERN_SUBJECT_END] = { "subject end", KIND_FIND, 0, 0, true },
	[PATTERN_CONGRESS] = { "congress", KIND_FIND, 3, 1 << 1 | 1 << 2 | 1 << 3, true },
	[PATTERN_SECOND] = { "second congress", KIND_HERE, 4, 1 << 1 | 1 << 2 | 1 << 3 | 1 << 4, true },
	[PATTERN_PLENUM] = { "plenum", KIND_FIND, 4, 1 << 1, true },
	[PATTERN_NEXT_TERM] = { "next term", KIND_HERE, 1, 1 << 1, true },
	[PATTERN_COUNTED] = { "counted", KIND_HERE, 0, 0, false },
	[PATTERN_CLOSED] = { "closed", KIND_HERE, 0, 0, false },
	[PATTERN_JOINED] = { "joined", KIND_HERE, 0, 0, false },
	[PATTERN_BY] = { "by", KIND_HERE, 0, 0, true },
	[PATTERN_PARTY_ORGAN] = { "party organ", KIND_FIND, 0, 0, false },
};
static const char *const kinds[] = { [KIND_PART] = "part", [KIND_HERE] = "here", [KIND_FIND] = "find" };


static struct arena kept;
static struct pattern_row *rows;
static unsigned row_n;
static size_t row_cap;
static struct re *compiled[PATTERNS];
static const char *path;

static void complain(unsigned long line, struct str name, const char *what)
{
	diag_at(DIAG_USAGE, path, line, "%.*s: %s", (int)name.n, name.p, what);
}

/* --- putting the parts in ---------------------------------------------------------------------------------------------------- */

static void list_words(struct buf *b, struct str name)
{
	unsigned n;
	const struct list_word *w = lists_words(arena_dup(&kept, name).p, &n);
	for (unsigned i = 0; i < n; i++) {
		if (i)
			buf_char(b, '|');
		re_literal(b, w[i].phrase);
	}
}

/* What {{name}} stands for; false where nothing has that name. */
static bool part(struct buf *b, struct str name)
{
	bool any = false;
	for (unsigned i = 0; i < row_n; i++)
		if (rows[i].kind == KIND_PART && str_eq(rows[i].name, name)) {
			if (any)
				buf_char(b, '|');
			buf_add(b, rows[i].pattern);
			any = rows[i].used = true;
		}
	if (any)
		return true;
	if (str_eq(name, STR("types")) || str_eq(name, STR("type codes")))
		doctypes_words(b, str_eq(name, STR("type codes")));
	else if (lists_known(name))
		list_words(b, name);
	else
		return false;
	return true;
}

static bool put_together(struct str pattern, struct str *text, struct str *unknown)
{
	struct buf b = { 0 };
	bool ok = true;
	for (size_t i = 0; ok && i < pattern.n;) {
		size_t end = pattern.n;
		if (str_starts(str_sub(pattern, i, pattern.n), STR("{{")))
			end = str_find(pattern, STR("}}"), i);
		if (end >= pattern.n) {
			buf_char(&b, pattern.p[i++]);
			continue;
		}
		*unknown = str_sub(pattern, i + 2, end);
		buf_add(&b, STR("(?:"));
		ok = part(&b, *unknown);
		buf_char(&b, ')');
		i = end + 2;
	}
	*text = arena_dup(&kept, buf_str(&b));
	buf_free(&b);
	return ok;
}

/* --- the table ---------------------------------------------------------------------------------------------------------------- */

static int kind_of(struct str s)
{
	for (int k = 0; k < 3; k++)
		if (str_eq(s, str_c(kinds[k])))
			return k;
	return -1;
}

/* A row behind others of its name follows right behind them and is of their kind. */
static bool fits(struct str name, enum pattern_kind kind)
{
	for (unsigned i = 0; i < row_n; i++)
		if (str_eq(rows[i].name, name) && (rows[i].kind != kind || !str_eq(rows[row_n - 1].name, name)))
			return false;
	return true;
}

static void keep_row(struct pattern_row r)
{
	rows = grown(rows, row_n, &row_cap, sizeof *rows);
	rows[row_n++] = r;
}

static void add_row(void *ctx, unsigned long line, const struct str *f, unsigned n)
{
	struct str unknown;
	int kind = n == 5 ? kind_of(f[1]) : -1;
	(void)ctx;
	if (kind < 0 || !f[0].n || !f[2].n) {
		complain(line, f[0], "a row needs name, kind (part, here or find), pattern, example and counter");
		return;
	}
	struct pattern_row r = { .line = line, .kind = (enum pattern_kind)kind, .name = arena_dup(&kept, f[0]) };
	r.example = arena_dup(&kept, f[3]);
	r.counter = arena_dup(&kept, f[4]);
	if (!fits(r.name, r.kind))
		complain(line, r.name, "rows of one name stand together and are of one kind");
	if (r.kind == KIND_PART && lists_known(r.name))
		complain(line, r.name, "a list of lists.csv has that name");
	if (!put_together(f[2], &r.pattern, &unknown))
		diag_at(DIAG_USAGE, path, line, "%.*s: no part further up and no list is named \"%.*s\"", (int)r.name.n, r.name.p, (int)unknown.n, unknown.p);
	keep_row(r);
}

/* --- compiling ---------------------------------------------------------------------------------------------------------------- */

/* Says which row is at fault: the first that does not compile by itself; if all do, it is the pattern as a whole. */
static void blame(const struct pattern_row *first, const char *whole)
{
	for (unsigned i = 0; i < row_n; i++) {
		char why[RE_WHY];
		struct re *re = re_compile(rows[i].pattern, true, why);
		if (!re) {
			complain(rows[i].line, rows[i].name, why);
			return;
		}
		re_free(re);
	}
	complain(first->line, first->name, whole);
}

/* What the code asks of a pattern. */
static void keep(enum pattern p, const struct pattern_row *first, const struct re *re)
{
	if (first->kind != wanted[p].kind)
		diag_at(DIAG_USAGE, path, first->line, "%s: must be of kind %s", wanted[p].name, kinds[wanted[p].kind]);
	else if (re_groups(re) < wanted[p].groups)
		diag_at(DIAG_USAGE, path, first->line, "%s: has %u groups ( ), needs %u", wanted[p].name, re_groups(re), wanted[p].groups);
	else if (wanted[p].moves && re_may_be_empty(re))
		complain(first->line, first->name, "may match nothing at all");
}

static void compile(enum pattern p)
{
	struct buf b = { 0 };
	struct pattern_row *first = NULL;
	char why[RE_WHY];
	for (unsigned i = 0; i < row_n; i++)
		if (rows[i].kind != KIND_PART && str_eq(rows[i].name, str_c(wanted[p].name))) {
			if (first)
				buf_char(&b, '|');
			else
				first = &rows[i];
			buf_add(&b, rows[i].pattern);
			rows[i].used = true;
		}
	if (!first) {
		diag_at(DIAG_USAGE, path, 0, "no pattern \"%s\"", wanted[p].name);
		return;
	}
	compiled[p] = re_compile(buf_str(&b), true, why);
	buf_free(&b);
	if (compiled[p])
		keep(p, first, compiled[p]);
	else
		blame(first, why);
}

void patterns_load(struct lexicon *lex)
{
	path = lexicon_path(lex, "patterns.csv");
	lexicon_rows(lex, "patterns.csv", add_row, NULL);
	for (unsigned p = 0; p < PATTERNS && diag_status() < DIAG_USAGE; p++)
		compile(p);
}

bool pattern_find(enum pattern p, struct str text, size_t at, struct re_match *m)
{
	if (!re_find(compiled[p], text, at, wanted[p].kind == KIND_HERE, m))
		return false;
	for (unsigned i = 1; i <= wanted[p].groups; i++)
		if (wanted[p].must >> i & 1 && !m->group[i].p)
			return false;
	return true;
}

bool pattern_row(unsigned i, struct pattern_row *row)
{
	if (i < row_n)
		*row = rows[i];
	return i < row_n;
}
