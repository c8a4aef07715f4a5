/* resolutions.c - resolutions that are known by their congress or plenum and not by a number of their own.
 * "Nghị quyết Đại hội XII, Đại hội Đảng bộ tỉnh lần thứ XVI"; "Nghị quyết Trung ương 4 (khóa XI, XII) về X": an entity each. */
#include "tag/citation.h"

/* The Party's own congress is known by its number; one of a Party organisation or another body keeps that name. */
static struct str congress_name(struct tagger *g, struct str words, struct str body, struct str number, size_t *end)
{
	struct str text = g->s->text, rest = str_sub(text, *end, text.n);
	size_t of = *end + sizeof " của";
	if (!body.n && str_starts(rest, STR(" của ")) && (!str_starts(rest, STR(" của Đảng ")) || str_starts(rest, STR(" của Đảng bộ "))) && pattern_find(PATTERN_ISSUER, text, of, &(struct re_match){ .n = 0 })) {
		size_t to = cite_issuer_end(g, of);
		if (to) {
			body = str_sub(text, of, to);
			*end = to;
		}
	}
	if (!body.n)
		return cite_join(g->a, STR("Nghị quyết Đại hội"), " ", cite_roman(g->a, number));
	struct str name = STR("Nghị quyết Đại hội");
	if (words.n && !str_starts(body, STR("Đảng ")))
		name = cite_join(g->a, name, " ", words);
	return cite_join(g->a, cite_join(g->a, name, " ", lexicon_canonical(g->lex, g->a, body)), " lần thứ ", number);
}

void cite_congresses(struct tagger *g)
{
	struct str text = g->s->text;
	struct re_match m;
	for (size_t at = 0; at < text.n && pattern_find(PATTERN_CONGRESS, text, at, &m);) {
		size_t from = cite_place(g, m.group[0]);
		unsigned k = 1;   /* group of the words behind "Đại hội" */
		at = from;
		do {
			if (k == 2)
				from = cite_place(g, m.group[1]);
			at += m.group[0].n;
			struct str name = congress_name(g, str_trim(m.group[k]), str_trim(m.group[k + 1]), m.group[k + 2], &at);
			struct entity *e = cite_add(g, from, at, STR("Nghị quyết"), (struct str){ "", 0 }, (struct str){ 0 }, (struct str){ 0 });
			e->norm = name;
			e->rule = STR("directive:congress");
			k = 2;
		} while (pattern_find(PATTERN_SECOND, text, at, &m));
	}
}

void cite_plenums(struct tagger *g)
{
	struct str text = g->s->text;
	struct re_match m;
	for (size_t at = 0; at < text.n && pattern_find(PATTERN_PLENUM, text, at, &m);) {
		size_t from = cite_place(g, m.group[0]);
		at = from + m.group[0].n;
		const struct doctype *type = doctype_of(g->a, m.group[1]);
		struct str which = cite_digits(g->a, m.group[2].p ? m.group[2] : m.group[3]);
		struct str term = m.group[4].p ? cite_roman(g->a, m.group[4]) : (struct str){ 0 };
		unsigned first = g->n;
		for (;;) {
			struct entity *e = cite_add(g, from, at, type->canonical, (struct str){ "", 0 }, (struct str){ 0 }, (struct str){ 0 });
			e->norm = cite_join(g->a, cite_join(g->a, type->canonical, " Trung ương ", which), term.n ? " khóa " : "", term);
			e->issuer = term.n ? cite_join(g->a, STR("Ban Chấp hành Trung ương khóa"), " ", term) : STR("Ban Chấp hành Trung ương");
			e->rule = STR("directive:plenum");
			if (!term.n || !pattern_find(PATTERN_NEXT_TERM, text, at, &m))
				break;
			from = cite_place(g, m.group[1]);
			at += m.group[0].n;
			term = m.group[1];
		}
		if (at < text.n && text.p[at] == ')')
			at++;
		struct str subject = cite_subject(g, at, type);
		cite_share(g, first, (struct str){ 0 }, subject);
	}
}
