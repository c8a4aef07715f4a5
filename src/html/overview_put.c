/* overview_put.c - the overview as HTML. A number that stands for places is a link to the first of them and carries what it counts
 * (data-q: m o d r z l, data-v: which), so that page.js can list them all. */
#include "html/escape.h"
#include "html/overview.h"
#include <stdio.h>

enum { TOP = 20, RULE_TABLES = 64 };

/* 1234567 -> 1 234 567, with narrow blanks that do not break. */
static void put_number(struct buf *out, unsigned long long v)
{
	char digits[24];
	size_t n = (size_t)snprintf(digits, sizeof digits, "%llu", v);
	for (size_t i = 0; i < n; i++) {
		if (i && (n - i) % 3 == 0)
			buf_add(out, STR("\xE2\x80\xAF"));
		buf_char(out, digits[i]);
	}
}

static void put_link(struct buf *out, const struct count *c, char what)
{
	buf_add(out, STR("<a href=\"#"));
	html_attr(out, c->anchor);
	buf_add(out, STR("\" data-q="));
	buf_char(out, what);
	buf_add(out, STR(" data-v=\""));
	html_attr(out, c->key);
	buf_add(out, STR("\">"));
}

/* A bar of its share of the largest, behind what follows in the same element. */
static void put_share(struct buf *out, unsigned long long n, unsigned long long of)
{
	buf_add(out, STR(" style=\"--n:"));
	buf_uint(out, of ? n * 100 / of : 0);
	buf_add(out, STR("\""));
}

static const struct count *month(const struct overview *o, struct str year, unsigned m)
{
	for (size_t i = 0; i < o->months.n; i++) {
		struct str key = o->months.v[i].key;
		if (key.n == 7 && str_eq(str_sub(key, 0, 4), year) && (unsigned)(key.p[5] - '0') * 10 + (unsigned)(key.p[6] - '0') == m)
			return &o->months.v[i];
	}
	return NULL;
}

static void put_cell(struct buf *out, const struct count *c, unsigned long long largest)
{
	buf_add(out, STR("<td"));
	if (c) {
		put_share(out, c->n, largest);
		buf_char(out, '>');
		put_link(out, c, 'm');
		put_number(out, c->n);
		buf_add(out, STR("</a>"));
	} else {
		buf_char(out, '>');
	}
}

static void put_year(struct buf *out, struct str year)
{
	buf_add(out, STR("<tr><th scope=row>"));
	if (str_eq(year, STR("none")))
		buf_add(out, STR("không có ngày <i lang=en>no date</i>"));
	else if (year.p[0] == 'X')
		buf_add(out, STR("chưa rõ năm <i lang=en>year unknown</i>"));
	else
		html_text(out, year);
}

static void put_timeline(struct overview *o, struct buf *out)
{
	unsigned long long largest = 0;
	struct str year, last = { 0 };
	counter_sort_by_key(&o->months);   /* digits, X, n: known years, unknown year, none */
	for (size_t i = 0; i < o->months.n; i++)
		if (o->months.v[i].n > largest)
			largest = o->months.v[i].n;
	for (size_t i = 0; i < o->months.n; i++, last = year) {
		year = str_sub(o->months.v[i].key, 0, 4);
		if (str_eq(year, last))
			continue;
		put_year(out, year);
		for (unsigned m = 1; m <= 12; m++)
			put_cell(out, month(o, year, m), largest);
		put_cell(out, str_eq(year, STR("none")) ? &o->months.v[i] : month(o, year, 0), largest);
		buf_char(out, '\n');
	}
}

static void put_top(struct counter *c, struct buf *out, char what)
{
	counter_sort_by_count(c);
	for (size_t i = 0; i < c->n && i < TOP; i++) {
		buf_add(out, STR("<li"));
		put_share(out, c->v[i].n, c->v[0].n);
		buf_char(out, '>');
		put_link(out, &c->v[i], what);
		html_text(out, c->v[i].text);
		buf_add(out, STR("</a> <b>"));
		put_number(out, c->v[i].n);
		buf_add(out, STR("</b>"));
		if (c->v[i].m) {
			buf_add(out, STR(" <small title=\"số lần nhắc · mentions\">×"));
			put_number(out, c->v[i].m);
			buf_add(out, STR("</small>"));
		}
		buf_add(out, STR(" <small>"));
		html_text(out, c->v[i].note);
		buf_add(out, STR("</small>\n"));
	}
	if (c->n <= TOP)
		return;
	buf_add(out, STR("<li class=more>… "));
	put_number(out, c->n - TOP);
	buf_add(out, STR(" khác <i lang=en>more</i>\n"));
}

/* "titles" of "titles:Phó Bí thư" */
static struct str table_of(struct str rule)
{
	size_t i = 0;
	while (i < rule.n && rule.p[i] != ':')
		i++;
	return str_sub(rule, 0, i);
}

static void put_rules_of(struct counter *rules, struct buf *out, struct str table)
{
	unsigned long long entities = 0, rows = 0, n = 0;
	for (size_t i = 0; i < rules->n; i++)
		if (str_eq(table_of(rules->v[i].key), table)) {
			entities += rules->v[i].n;
			rows += rules->v[i].m;
			n++;
		}
	buf_add(out, STR("<details><summary><code>"));
	html_text(out, table);
	buf_add(out, STR("</code> <b>"));
	put_number(out, entities);
	buf_add(out, STR("</b> thực thể <i lang=en>entities</i>, <b>"));
	put_number(out, rows);
	buf_add(out, STR("</b> dòng <i lang=en>rows</i>, "));
	put_number(out, n);
	buf_add(out, STR(" luật <i lang=en>rules</i></summary><table><tr><th>Luật <i lang=en>rule</i><th>Thực thể <i lang=en>entities</i>"
			 "<th>Dòng <i lang=en>rows</i>\n"));
	for (size_t i = 0; i < rules->n; i++) {
		if (!str_eq(table_of(rules->v[i].key), table))
			continue;
		buf_add(out, STR("<tr><td>"));
		put_link(out, &rules->v[i], 'r');
		html_text(out, rules->v[i].text);
		buf_add(out, STR("</a><td>"));
		put_number(out, rules->v[i].n);
		buf_add(out, STR("<td>"));
		put_number(out, rules->v[i].m);
		buf_char(out, '\n');
	}
	buf_add(out, STR("</table></details>\n"));
}

static void put_rules(struct overview *o, struct buf *out)
{
	struct counter tables = { 0 };
	counter_sort_by_count(&o->rules);
	for (size_t i = 0; i < o->rules.n; i++)
		counter_find(&tables, table_of(o->rules.v[i].key))->n += o->rules.v[i].n + o->rules.v[i].m;
	counter_sort_by_count(&tables);
	for (size_t i = 0; i < tables.n && i < RULE_TABLES; i++)
		put_rules_of(&o->rules, out, tables.v[i].key);
}

static void put_tally(struct counter *c, struct buf *out, struct str key, char what)
{
	struct count *k = counter_find(c, key);
	if (!k->n) {
		buf_char(out, '0');
		return;
	}
	put_link(out, k, what);
	put_number(out, k->n);
	buf_add(out, STR("</a>"));
}

static void put_warning(const struct overview *o, struct buf *out)
{
	if (!o->left_out)
		return;
	buf_add(out, STR("<p class=bad role=alert>"));
	put_number(out, o->left_out);
	buf_add(out, STR(" trang bị bỏ vì luồng bị cắt <i lang=en>pages left out: the stream breaks off inside them</i>\n"));
}

static bool put_total(const struct overview *o, struct buf *out, struct str name)
{
	const struct { struct str name; unsigned long long n; } totals[] = {
		{ STR("pages"), o->pages },
		{ STR("sentences"), o->sentences },
		{ STR("entities"), o->entities },
		{ STR("meetings"), o->rows[ROW_MEETING] },
		{ STR("officials"), o->rows[ROW_OFFICIAL] },
		{ STR("directives"), o->rows[ROW_DIRECTIVE] },
	};
	for (size_t i = 0; i < sizeof totals / sizeof *totals; i++)
		if (str_eq(name, totals[i].name)) {
			put_number(out, totals[i].n);
			return true;
		}
	return false;
}

bool overview_put(struct overview *o, struct buf *out, struct str part)
{
	if (str_starts(part, STR("n ")))
		return put_total(o, out, str_sub(part, 2, part.n));
	if (str_starts(part, STR("zone ")))
		put_tally(&o->zones, out, str_sub(part, 5, part.n), 'z');
	else if (str_starts(part, STR("label ")))
		put_tally(&o->labels, out, str_sub(part, 6, part.n), 'l');
	else if (str_eq(part, STR("timeline")))
		put_timeline(o, out);
	else if (str_eq(part, STR("officials")))
		put_top(&o->officials, out, 'o');
	else if (str_eq(part, STR("directives")))
		put_top(&o->directives, out, 'd');
	else if (str_eq(part, STR("rules")))
		put_rules(o, out);
	else if (str_eq(part, STR("warning")))
		put_warning(o, out);
	else
		return false;
	return true;
}
