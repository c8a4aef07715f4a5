/* citation.c - a citation's number, code and date as they are written in the tables, and the entity they make.
 * "71" "-CT/TW" -> symbol 71-CT/TW; "12/CT-TW" of a Party organ -> 12-CT/TW; day 3, month 2, year 2020 -> 2020-02-03. */
#include "tag/citation.h"
#include "vi/lists.h"
#include <stdio.h>
#include <stdlib.h>

struct str cite_join(struct arena *a, struct str x, const char *between, struct str y)
{
	struct buf b = { 0 };
	buf_add(&b, x);
	buf_add(&b, str_c(between));
	buf_add(&b, y);
	struct str s = arena_dup(a, buf_str(&b));
	buf_free(&b);
	return s;
}

/* The point of "VPCP-V.I" stands before a Roman number, that of "T.Ư" before no such letter. */
static bool part_of_office(struct str code, size_t point) { return point + 1 < code.n && strchr("IVX", code.p[point + 1]); }

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
		} else if (c != ' ' && c != 0xA0 && (c != '.' || part_of_office(code, i))) {
			vi_put(&b, lower ? vi_upper(c) : c == 0x1AF ? 'W' : c);
		}
	}
	struct str s = buf_str(&b);
	if (str_ends(s, STR("-TTG")) || str_ends(s, STR("/TTG")))
		b.p[b.n - 1] = 'g';
	if (parts == 2 && pattern_find(PATTERN_PARTY_ORGAN, str_sub(s, part[1], s.n), 0, &(struct re_match){ .n = 0 })) {
		b.p[part[0] - 1] = '-';
		b.p[part[1] - 1] = '/';
	}
	s = arena_dup(a, buf_str(&b));
	buf_free(&b);
	return s;
}

struct str cite_date(struct arena *a, const struct re_match *m)
{
	char s[40];
	const struct str *g = m->group;
	bool month_only = g[5].p && g[6].p;
	if (!month_only && !(g[1].p && g[2].p && g[3].p))
		return (struct str){ 0 };
	int day = month_only ? 1 : atoi(g[1].p), month = atoi(g[month_only ? 5 : 2].p), year = atoi(g[month_only ? 6 : 3].p);
	if (day < 1 || day > 31 || month < 1 || month > 12 || year < 1900 || year > 2100)
		return (struct str){ 0 };
	snprintf(s, sizeof s, month_only ? "%04d-%02d" : "%04d-%02d-%02d", year, month, day);
	return arena_dup(a, str_c(s));
}

struct str cite_roman(struct arena *a, struct str n)
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
	return v && v < 40 ? cite_join(a, str_c(ten[v / 10]), "", str_c(one[v % 10])) : n;
}

struct str cite_digits(struct arena *a, struct str w)
{
	const struct list_word *known = lists_find("number word", w);
	if (known)
		return known->value;
	struct buf b = { 0 };
	vi_fold(&b, w);
	struct str s = arena_dup(a, buf_str(&b));
	buf_free(&b);
	return s;
}

struct entity *cite_add(struct tagger *g, size_t from, size_t to, struct str type, struct str number, struct str code, struct str year)
{
	static struct entity spare;
	if (g->n == g->cap)
		return &spare;
	struct entity *e = &g->s->entity[g->n++];
	*e = (struct entity){ .label = DIRECTIVE, .start = from, .end = to, .doctype = type, .number = number, .rule = STR("directive:number") };
	if (code.n)
		e->symbol = symbol(g->a, number, code);
	e->norm = cite_join(g->a, type, " ", e->symbol.n ? e->symbol : number);
	if (year.n && !code.n)
		e->norm = cite_join(g->a, e->norm, "/", year);
	return e;
}

void cite_share(struct tagger *g, unsigned first, struct str issuer, struct str subject)
{
	for (unsigned i = first; i < g->n; i++) {
		struct entity *e = &g->s->entity[i];
		if (!e->issuer.n)
			e->issuer = issuer;
		if (!e->subject.n)
			e->subject = subject;
	}
}
