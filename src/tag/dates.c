/* dates.c - DATE entities: 24/11, 28-1, 25.9, full dates, "ngày 18 tháng 2 năm 2019", ranges 5-7/6, months, years.
 * "Chiều 28-1" -> norm XXXX-01-28, session chiều. The missing year is inferred in extract-events, never here. */
#include "tag/spots.h"
#include "vi/lists.h"
#include <stdio.h>

struct day { unsigned d, m, y; };

static unsigned number(const struct tagger *g, unsigned i)
{
	if (i >= g->t.n || g->t.t[i].kind != TOKEN_NUMBER || g->t.t[i].end - g->t.t[i].start > 4)
		return 0;
	unsigned v = 0;
	for (size_t at = g->t.t[i].start; at < g->t.t[i].end; at++)
		v = v * 10 + (unsigned)(g->s->text.p[at] - '0');
	return v;
}

static bool sep(const struct tagger *g, unsigned i) { return tag_mark(g, i, '/') || tag_mark(g, i, '-') || tag_mark(g, i, '.'); }

static inline bool word(const struct tagger *g, unsigned i, const char *w) { return i < g->t.n && token_is(&g->t.t[i], g->s->text, str_c(w)); }

/* d sep m [sep y] at i. Returns the end, or i. Dots and dashes alone need `led` (ngày, sáng ...). */
static unsigned day_month(const struct tagger *g, unsigned i, bool led, struct day *out)
{
	if (i + 2 >= g->t.n || g->t.t[i + 2].kind != TOKEN_NUMBER)    /* nearly all numbers are no days */
		return i;
	unsigned d = number(g, i), m = d ? number(g, i + 2) : 0, y = m ? number(g, i + 4) : 0;
	if (!m || d > 31 || m > 12)
		return i;
	if (word(g, i + 1, "tháng")) {
		*out = (struct day){ d, m, 0 };
		if (word(g, i + 3, "năm") && y > 1900)
			return out->y = y, i + 5;
		if (sep(g, i + 3) && y > 1900)
			return out->y = y, i + 5;
		return i + 3;
	}
	if (!sep(g, i + 1))
		return i;
	*out = (struct day){ d, m, 0 };
	if (sep(g, i + 3) && y > 1900 && y < 2100)
		return out->y = y, i + 5;
	if (!tag_mark(g, i + 1, '/') && !led)
		return i;
	return i + 3;
}

static void digits(char *to, unsigned n, unsigned v)
{
	for (; n; v /= 10)
		to[--n] = (char)('0' + v % 10);
}

static struct str iso(struct arena *a, struct day d)
{
	char s[] = "XXXX-00-00";
	if (d.y)
		digits(s, 4, d.y);
	digits(s + 5, 2, d.m);
	digits(s + 8, 2, d.d);
	return arena_dup(a, str_c(s));
}

static void add(struct tagger *g, unsigned from, unsigned to, struct str session, struct day d, struct day end)
{
	struct entity *e = tag_add(g, DATE, from, to, iso(g->a, d), STR("date:day"));
	e->session = session;
	if (end.d)
		e->date_end = iso(g->a, end);
}

/* Ranges "5-7/6", "5 đến 7/6", "5 đến ngày 7/6", "17 và 18-12", "7, 8 và 9/5". Returns the end or i. */
static unsigned range(const struct tagger *g, unsigned i, struct day *a, struct day *b)
{
	unsigned d = number(g, i), j = i + 1;
	if (!d || d > 31)
		return i;
	struct day first = { 0 };
	unsigned k = day_month(g, i, true, &first);
	if (k > i && word(g, k, "và")) {   /* "30-4 và 1-5", "7/2 và 8/2" */
		unsigned end = day_month(g, k + 1, true, b);
		if (end > k + 1 && ((b->m == first.m + 1 && first.d >= 28 && b->d <= 2) || (b->m == first.m && b->d == first.d + 1))) {
			*a = first;
			a->y = a->y ? a->y : b->y;
			return end;
		}
	}
	if (k > i && (word(g, k, "đến") || (tag_mark(g, k, '-') && number(g, k + 1)))) {
		unsigned at = word(g, k + 1, "ngày") ? k + 2 : k + 1, end = day_month(g, at, true, b);
		if (end > at) {
			*a = first;
			a->y = a->y ? a->y : b->y;
			return end;
		}
	}
	for (unsigned next = d; tag_mark(g, j, ',') && number(g, j + 1) == next + 1 && (tag_mark(g, j + 2, ',') || word(g, j + 2, "và")); next++)
		j += 2;                /* "7, 8 và 9/5" */
	if (!(tag_mark(g, j, '-') || word(g, j, "đến") || word(g, j, "và") || tag_mark(g, j, ',')))
		return i;
	j++;
	if (word(g, j, "ngày") || word(g, j, "mùng") || word(g, j, "mồng"))
		j++;
	unsigned end = day_month(g, j, true, b);
	if (end == j || b->d <= d || (tag_mark(g, i + 1, '-') && !(tag_mark(g, j + 1, '/') || word(g, j + 1, "tháng") || end == j + 5 || tag_mark(g, j + 1, '.'))))
		return i;
	*a = (struct day){ d, b->m, b->y };
	return end;
}

/* 1984 was Giáp Tý: the year between 1984 and 2043 that the cycle names, 0 if the two words name none. */
static unsigned cycle_year(const struct tagger *g, unsigned i)
{
	static const char *const stem[] = { "giáp", "ất", "bính", "đinh", "mậu", "kỷ", "canh", "tân", "nhâm", "quý" };
	static const char *const branch[] = { "tý", "sửu", "dần", "mão", "thìn", "tỵ", "ngọ", "mùi", "thân", "dậu", "tuất", "hợi" };
	if (i + 1 >= g->t.n || g->t.t[i].kind != TOKEN_WORD || g->t.t[i + 1].kind != TOKEN_WORD)
		return 0;
	for (unsigned y = 0; y < 60; y++)
		if (word(g, i, stem[y % 10]) && word(g, i + 1, branch[y % 12]))
			return 1984 + y;
	return 0;
}

/* "15-4-Quý Mão (2-6)", "ngày 15 tháng 4 năm Quý Mão (2/6)": the solar day of the parenthesis, the year of the cycle. */
static unsigned lunar(const struct tagger *g, unsigned i, struct day *out)
{
	struct day moon = { 0 };
	unsigned j = day_month(g, i, true, &moon);
	if (j == i || moon.y)
		return i;
	if (sep(g, j) || word(g, j, "năm"))
		j++;
	unsigned y = cycle_year(g, j), end;
	if (!y || !tag_mark(g, j + 2, '('))
		return i;
	for (j += 3; j < g->t.n && !number(g, j) && !tag_mark(g, j, ')'); j++)
		;
	end = day_month(g, j, true, out);
	if (end == j)
		return i;
	if (!out->y)
		out->y = y;
	return tag_mark(g, end, ')') ? end + 1 : end;
}

static unsigned month_or_year(struct tagger *g, unsigned i)
{
	char s[16];
	unsigned m = number(g, i + 1), y = m ? number(g, i + 3) : 0;
	if (!m)
		return i;
	if (word(g, i, "tháng") && m <= 12 && y > 1900 && (sep(g, i + 2) || word(g, i + 2, "năm"))) {
		snprintf(s, sizeof s, "%04u-%02u", y, m);
		tag_add(g, DATE, i, i + 4, arena_dup(g->a, str_c(s)), STR("date:month"));
		return i + 4;
	}
	if (word(g, i, "năm") && m > 1900 && m < 2100) {
		tag_add(g, DATE, i, i + 2, tag_text(g, i + 1, i + 2), STR("date:year"));
		return i + 2;
	}
	return i;
}

void dates_load(void)
{
	static const char *const words[] = { "ngày", "tháng", "năm", "hôm", "mùng", "mồng" };
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		spots_word(str_c(words[i]), SIGN_DATE);
}

static bool moon_day(const struct tagger *g, unsigned i) { return word(g, i, "mùng") || word(g, i, "mồng"); }

/* "chiều | nay, thứ Hai (| 5-7", "sáng | nay - | 10/5", "tối | muộn ngày 5-7": the token behind the words between the part of the day and the day. */
static unsigned behind_part(const struct tagger *g, unsigned i)
{
	if (word(g, i, "muộn") || word(g, i, "sớm"))
		i++;
	if (word(g, i, "nay") || word(g, i, "qua") || word(g, i, "mai")) {
		i++;
		if (tag_mark(g, i, '-'))   /* "Sáng nay - 10/5" */
			return i + 1;
	}
	unsigned day = tag_mark(g, i, ',') || tag_mark(g, i, '(') ? i + 1 : i;
	if (word(g, day, "thứ") || (word(g, day, "chủ") && word(g, day + 1, "nhật")))
		i = day + 2;
	return tag_mark(g, i, ',') || tag_mark(g, i, '(') ? i + 1 : i;
}

/* "từ 5 đến 7-6": days and no numbers of things. */
static unsigned from_to(const struct tagger *g, unsigned i, struct day *a, struct day *b)
{
	if (!i || !word(g, i - 1, "từ") || !word(g, i + 1, "đến"))
		return i;
	unsigned end = range(g, i, a, b);
	return end > i && end < g->t.n && lists_find("counted thing", tag_text(g, end, end + 1)) ? i : end;
}

void tag_dates(struct tagger *g)
{
	for (unsigned i = 0; (i = spots_next(g, i, SPOTS_DATE)) < g->t.n;) {
		unsigned from = i;
		struct str session = { 0 };
		bool part = tag_word(g, i, "session:");
		if (g->taken[i] || (!part && !(g->t.t[i].signs & (SIGN_NUMBER | SIGN_DATE)))) { i++; continue; }
		if (part) {
			struct str v = g->hit[i][LEX_WORD].entry->value;
			session = str_sub(v, 8, v.n);
			i = behind_part(g, tag_end(g, i, LEX_WORD));
		} else if (word(g, i, "hôm")) {
			i = behind_part(g, i + 1);
		}
		bool led = i > from || (i ? tag_mark(g, i - 1, '(') : sep(g, 1) && number(g, 2) && tag_mark(g, 3, ','));   /* "19-10, tại ..." */
		if (word(g, i, "ngày") || moon_day(g, i)) {
			led = true;
			i++;
		}
		if (led && moon_day(g, i))
			i++;
		struct day a = { 0 }, b = { 0 };
		unsigned j = led ? lunar(g, i, &a) : i;
		if (j == i)
			j = led ? range(g, i, &a, &b) : from_to(g, i, &a, &b);
		if (j == i) {
			b = (struct day){ 0 };
			j = day_month(g, i, led, &a);
		}
		if (j > i) {
			add(g, from, j, session, a, b);
			i = j;
			continue;
		}
		j = month_or_year(g, from);
		i = j > from ? j : from + 1;
	}
}
