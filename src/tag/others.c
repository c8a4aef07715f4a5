/* others.c - MEETING heads, ROLE triggers and COUNTs: phrases of meetings.csv and roles.csv, numbers before a unit of words.csv.
 * "gần 900 đại biểu" -> COUNT norm 900, qualifier gần, unit people. */
#include "tag/spots.h"
#include "vi/lists.h"
#include <stdlib.h>

static bool thousands(const struct tagger *g, unsigned j)
{
	return tag_mark(g, j, '.') && j + 1 < g->t.n && g->t.t[j].glued && g->t.t[j + 1].kind == TOKEN_NUMBER && g->t.t[j + 1].glued && g->t.t[j + 1].end - g->t.t[j + 1].start == 3;
}

/* The token behind "1.280.000", which begins at i. */
static unsigned plain_end(const struct tagger *g, unsigned i)
{
	unsigned end = i + 1;
	while (thousands(g, end))
		end += 2;
	return end;
}

/* Its digits: 1280000. */
static struct str plain(struct tagger *g, unsigned i, unsigned end)
{
	static struct buf b;
	buf_clear(&b);
	buf_add(&b, tag_text(g, i, i + 1));
	for (unsigned k = i + 1; k < end; k += 2)
		buf_add(&b, tag_text(g, k + 1, k + 2));
	return arena_dup(g->a, buf_str(&b));
}

/* "1,28 triệu" -> 1280000: the number at i times the power of ten named at *end, with its decimals; unchanged where none is named. */
static struct str times(struct tagger *g, struct str digits, unsigned *end)
{
	unsigned j = *end;
	struct str decimals = { 0 };
	if ((tag_mark(g, j, ',') || tag_mark(g, j, '.')) && g->t.t[j].glued && j + 1 < g->t.n && g->t.t[j + 1].kind == TOKEN_NUMBER && g->t.t[j + 1].glued) {
		decimals = tag_text(g, j + 1, j + 2);
		j += 2;
	}
	if (!tag_word(g, j, "noughts:"))
		return digits;
	struct buf b = { 0 };
	buf_add(&b, digits);
	for (size_t k = 0, noughts = (size_t)(g->hit[j][LEX_WORD].entry->value.p[8] - '0'); k < noughts || k < decimals.n; k++)
		buf_char(&b, k < decimals.n ? decimals.p[k] : '0');
	*end = tag_end(g, j, LEX_WORD);
	digits = arena_dup(g->a, buf_str(&b));
	buf_free(&b);
	return digits;
}

/* "98/100 đại biểu": those there of all; the token of the unit, 0 where it is no such number. */
static unsigned share_end(const struct tagger *g, unsigned i)
{
	bool of = tag_mark(g, i + 1, '/') && g->t.t[i + 1].glued && i + 2 < g->t.n && g->t.t[i + 2].kind == TOKEN_NUMBER && g->t.t[i + 2].glued && tag_word(g, i + 3, "unit:people");
	if (!of || (i && tag_mark(g, i - 1, '/')) || atoi(g->s->text.p + g->t.t[i].start) > atoi(g->s->text.p + g->t.t[i + 2].start))
		return 0;
	bool day = i && (tag_word(g, i - 1, "session:") || str_eq(tag_text(g, i - 1, i), STR("ngày")));   /* "sáng 5/6 đại biểu A ..." */
	return day ? 0 : i + 3;
}

static unsigned add_count(struct tagger *g, unsigned i)
{
	unsigned j = plain_end(g, i), share = share_end(g, i);
	if (share) {
		const struct lexicon_entry *u = g->hit[share][LEX_WORD].entry;
		tag_add(g, COUNT, i, tag_end(g, share, LEX_WORD), plain(g, i, i + 1), u->rule)->unit = str_sub(u->value, 5, u->value.n);
		return tag_end(g, share, LEX_WORD);
	}
	if (!tag_word(g, j, "unit:") && !tag_word(g, j, "noughts:") && !tag_mark(g, j, ',') && !tag_mark(g, j, '.'))
		return i;                          /* most numbers count nothing */
	struct str digits = plain(g, i, j);
	unsigned first = i;
	bool part = i >= 2 && g->t.t[i].glued && g->t.t[i - 1].glued && g->t.t[i - 2].kind == TOKEN_NUMBER;   /* the tail of a longer number */
	if (part && tag_mark(g, i - 1, '/') && !g->taken[i - 2] && !(i >= 3 && g->t.t[i - 2].glued)) {   /* "66/70 đại biểu": 66 of 70 */
		first = i - 2;
		digits = plain(g, first, i - 1);
		part = false;
	}
	digits = times(g, digits, &j);
	if (part || !tag_word(g, j, "unit:"))
		return i;
	const struct lexicon_entry *u = g->hit[j][LEX_WORD].entry;
	struct entity *e = tag_add(g, COUNT, first, tag_end(g, j, LEX_WORD), digits, u->rule);
	e->unit = str_sub(u->value, 5, u->value.n);
	if (first && (tag_word(g, first - 1, "qualifier") || tag_word(g, first - 1, "stop:qualifier")))
		e->qualifier = g->hit[first - 1][LEX_WORD].entry->surface;
	return tag_end(g, j, LEX_WORD);
}

/* "Chủ tịch nước | tiếp | Đại sứ ...": whoever is met stands right behind the verb. */
static bool meets_somebody(const struct tagger *g, unsigned next)
{
	for (unsigned k = 0; next < g->t.n && k < g->n; k++) {
		const struct entity *e = &g->s->entity[k];
		if (e->start == g->t.t[next].start && (e->label == PERSON || e->label == POSITION || e->label == HONORIFIC))
			return true;
	}
	return false;
}

/* "Võ Phiên | làm việc": the "Phiên" of a person begins no "Phiên làm việc". */
static bool ends_a_name(const struct tagger *g, unsigned i)
{
	for (unsigned k = 0; i && g->t.t[i].upper && g->t.t[i - 1].upper && k < g->n; k++) {
		const struct entity *e = &g->s->entity[k];
		if (e->label == PERSON && e->start < g->t.t[i].start && e->end >= g->t.t[i].end)
			return true;
	}
	return false;
}

/* "tổ chức | Lễ giao, nhận quân", "dự | Lễ tiễn thanh niên": a ceremony that no row names, by its capital inside a sentence or the verb that holds
 * it; not "ngày lễ", "Lễ hội". */
static bool bare(const struct tagger *g, unsigned i)
{
	bool small = i + 1 < g->t.n && g->t.t[i + 1].kind == TOKEN_WORD && !g->t.t[i + 1].upper;
	if (!i || !small || lists_find("no ceremony behind lễ", tag_text(g, i + 1, i + 2)))
		return false;
	if (g->t.t[i].upper)
		return true;
	return i > 1 && tag_word(g, i - 2, "organise") && tag_end(g, i - 2, LEX_WORD) == i;
}

/* "tiếp xúc | hơn 1.200 cử tri": voters by their number stand behind the verb. */
static bool voters_counted(const struct tagger *g, unsigned i)
{
	while (i < g->t.n && (tag_word(g, i, "qualifier") || tag_word(g, i, "stop:qualifier")))
		i = tag_end(g, i, LEX_WORD);
	unsigned end = i < g->t.n && g->t.t[i].kind == TOKEN_NUMBER ? plain_end(g, i) : i;
	return end > i && tag_word(g, end, "unit:people") && lists_find("voters", tag_text(g, end, tag_end(g, end, LEX_WORD)));
}

static void heads(struct tagger *g, enum spots pass, enum lexicon_class cls, enum label label)
{
	for (unsigned i = 0; (i = spots_next(g, i, pass)) < g->t.n;) {
		const struct lexicon_entry *e = g->hit[i][cls].entry;
		if (g->taken[i] || ends_a_name(g, i)) { i++; continue; }
		unsigned end = tag_end(g, i, cls);
		bool meets = str_eq(e->kind, STR("meets"));
		bool none = str_eq(e->kind, STR("none"));   /* "Đại hội đồng Liên Hợp Quốc" begins as a meeting does and is none */
		bool alone = str_eq(e->kind, STR("bare"));
		bool counted = str_eq(e->kind, STR("counted"));
		if (counted && !voters_counted(g, end)) { i++; continue; }
		if (!none && (!meets || meets_somebody(g, end)) && (!alone || bare(g, i)))
			tag_add(g, label, i, end, e->value, e->rule)->unit = meets || counted ? STR("verb") : alone ? STR("noun") : e->kind;
		i = end;
	}
}

void tag_others(struct tagger *g)
{
	heads(g, SPOTS_MEETING, LEX_MEETING, MEETING);
	heads(g, SPOTS_ROLE, LEX_ROLE, ROLE);
	for (unsigned i = 0; (i = spots_next(g, i, SPOTS_COUNT)) < g->t.n;) {
		unsigned j = g->taken[i] ? i : add_count(g, i);
		i = j > i ? j : i + 1;
	}
}
