/* directives.c - citations: TYPE [số] NUMBER [CODE] [ngày D] [của ISSUER] [về SUBJECT], lists of numbers, and what a list shares.
 * "Chỉ thị số 71-CT/TW, ngày 03/02/2020 của Ban Bí thư về X" -> type, number 71, symbol 71-CT/TW, date 2020-02-03, issuer, subject.
 * A number without a type word, "12 nghị quyết", "Điều 9" are no citations. Types: lexicon/doctypes.csv; organs: lexicon/issuers.csv;
 * shapes: lexicon/patterns.csv. Resolutions of congresses and plenums: resolutions.c. */
#include "tag/directives.h"
#include "base/diag.h"
#include "tag/citation.h"
#include "tag/trigger.h"
#include "vi/lists.h"
#include <stdlib.h>

void directives_load(struct lexicon *lex)
{
	doctypes_load(lex);
	patterns_load(lex);
	if (diag_status() >= DIAG_USAGE)
		exit(diag_status());
}

/* "quyết định 9/2007": more likely a month. */
static bool is_month(struct str number) { return number.n == 1 || (number.n == 2 && number.p[0] == '1' && number.p[1] <= '2'); }

/* Whether the number is one: a code or "số" says so; of a bare number its size, the word behind it and the capital of the type. */
static bool wanted(const struct tagger *g, const struct re_match *m, const struct doctype *type)
{
	struct str number = m->group[4];
	struct re_match x;
	size_t len, end = cite_place(g, m->group[0]) + m->group[0].n;
	bool upper = vi_is_upper(vi_codepoint(m->group[1], 0, &len));
	if (lists_ends("before a house number", str_trim(str_sub(g->s->text, 0, cite_place(g, m->group[1])))))   /* "tòa CT12B" */
		return false;
	if (m->group[5].p)
		return true;
	if (str_eq(m->group[1], STR("CT")) && m->group[4].p == m->group[1].p + m->group[1].n)   /* "dự án CT8": a block of flats */
		return false;
	if (m->group[6].p)
		return type->yearly && (m->group[3].p || upper || number.p[0] == '0' || !is_month(number));
	if (type->coded)
		return false;
	if (m->group[3].p)
		return true;
	if (number.n == 4 && (str_starts(number, STR("19")) || str_starts(number, STR("20"))))
		return false;
	if ((type->two_digits && number.n < 2) || pattern_find(PATTERN_COUNTED, g->s->text, end, &x))
		return false;
	return upper || (number.n > 1 && pattern_find(PATTERN_CLOSED, g->s->text, end, &x));
}

/* The numbers that go on behind byte `end`: ", 12-CT/TW và số 15", each perhaps with the date of the one before. Returns the end. */
static size_t further(struct tagger *g, size_t end, const struct doctype *type)
{
	struct str text = g->s->text;
	struct re_match more, d;
	for (;;) {
		if (pattern_find(PATTERN_DAY, text, end, &d) && pattern_find(PATTERN_FURTHER, text, end + d.group[0].n, &more)) {
			g->s->entity[g->n - 1].date = cite_date(g->a, &d);
			end += d.group[0].n;
		}
		if (!pattern_find(PATTERN_FURTHER, text, end, &more))
			return end;
		end += more.group[0].n;
		cite_add(g, cite_place(g, more.group[1]), end, type->canonical, more.group[1], more.group[2], type->yearly ? more.group[3] : (struct str){ 0 });
	}
}

/* Said behind the citation, else by its own symbol, else said in front of it; a joint document's symbol names but one of its organs. */
static void give_issuers(struct tagger *g, unsigned first, const struct doctype *type, struct str said, struct str lead)
{
	for (unsigned i = first; i < g->n; i++) {
		struct entity *x = &g->s->entity[i];
		struct str organ = type->joint ? (struct str){ "", 0 } : issuer_of_symbol(x->symbol);
		x->issuer = said.n && !lists_find("no issuer by itself", said) ? said : organ.n ? organ : lead;
	}
}

/* "694/KH-UBND" -> "UBND"; empty where nothing stands behind the type's letters. */
static struct str letters_behind(struct str symbol)
{
	size_t at = symbol.n;
	while (at && symbol.p[at - 1] != '-' && symbol.p[at - 1] != '/')
		at--;
	return str_sub(symbol, at, symbol.n);
}

/* "UBND tỉnh ban hành Kế hoạch 694/KH-UBND ... và Quyết định 482/QĐ-UBND": in one sentence the same letters are the same body's. */
static void share_letters(struct tagger *g, unsigned from)
{
	for (unsigned i = from + 1; i < g->n; i++) {
		struct entity *e = &g->s->entity[i];
		struct str letters = letters_behind(e->symbol);
		for (unsigned j = i; letters.n && !e->issuer.n && j-- > from;)
			if (str_eq(letters_behind(g->s->entity[j].symbol), letters))
				e->issuer = g->s->entity[j].issuer;
	}
}

static void numbered(struct tagger *g)
{
	struct str text = g->s->text, lead = { 0 }, lead_date = { 0 }, last_type = { 0 };
	struct re_match m, d;
	size_t last_end = 0;
	unsigned chain = g->n, base = g->n;   /* first entity of a run joined by "và" or a comma, all of one type */
	bool open = false;                    /* that run has no subject yet */
	for (size_t at = 0; at < text.n && pattern_find(PATTERN_CITATION, text, at, &m);) {
		const struct doctype *type = doctype_of(g->a, m.group[1]);
		struct str issuer = { 0 }, date = { 0 };
		size_t from = cite_place(g, m.group[1]), end = cite_place(g, m.group[0]) + m.group[0].n;
		at = end;
		if (!wanted(g, &m, type) || !(type = doctype_by_code(type, m.group[5])))
			continue;
		bool joined = g->n > base && from >= last_end && pattern_find(PATTERN_JOINED, str_sub(text, 0, from), last_end, &d);
		if (!joined) {
			lead = lead_date = (struct str){ 0 };
			cite_before(g, from, &lead, &lead_date);
		}
		if (!joined || !open || !str_eq(type->canonical, last_type))
			chain = g->n;
		unsigned first = g->n;
		cite_add(g, from, end, type->canonical, m.group[4], m.group[5], m.group[6]);
		end = cite_behind(g, further(g, end, type), &issuer, &date);
		struct str subject = cite_subject(g, end, type);
		if (!issuer.n && m.group[2].p)
			issuer = cite_issuer(g, m.group[2]);
		if (g->n > first) {
			struct entity *e = &g->s->entity[g->n - 1];
			e->date = date.n ? date : first + 1 == g->n ? lead_date : e->date;
			e->end = end;
		}
		give_issuers(g, first, type, issuer, lead);
		cite_share(g, chain, issuer, subject);
		open = !subject.n;
		last_type = type->canonical;
		last_end = at = end;
	}
	share_letters(g, base);
}

void tag_directives(struct tagger *g)
{
	struct trigger may = trigger_look(g);
	if (may.congress)
		cite_congresses(g);
	if (may.plenum)
		cite_plenums(g);
	if (may.numbered)
		numbered(g);
}
