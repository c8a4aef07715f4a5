/* years.c - the year of a meeting whose day is given without one, with the evidence it rests on (DOMAIN: R1, R2, R3, R7).
 * stated: in the date itself; dateline: the page's own stamp, at most 60 days after; period: "tổng kết năm 2014, triển khai năm 2015";
 * directive: the newest cited document, at most six months before; context: the same day given in full elsewhere. Else XXXX stays. */
#include "extract/document.h"
#include "extract/explain.h"
#include "vi/lists.h"
#include <stdio.h>
#include <stdlib.h>

static int part(struct str iso, size_t at, size_t n)
{
	char s[8] = "";
	if (iso.n < at + n || n >= sizeof s || (n && (unsigned char)iso.p[at] > '9'))
		return 0;
	memcpy(s, iso.p + at, n);
	return (int)strtol(s, NULL, 10);
}

static int day_number(int m, int d) { return m * 31 + d; }

static bool full(struct str iso) { return iso.n == 10 && iso.p[0] != 'X'; }

/* "lễ kỷ niệm 60 năm ...": 60; 0 where the name counts no years since. */
static int years_since(struct str name)
{
	size_t at = str_find(name, STR(" năm "), 0), digit = at;
	while (at < name.n && digit && name.p[digit - 1] >= '0' && name.p[digit - 1] <= '9')
		digit--;
	return at < name.n && at - digit <= 3 && lists_stands("anniversary", name) ? part(name, digit, at - digit) : 0;
}

/* The year of that month and day where it stands in full. A year before there were such pages is the one that the meeting looks back on. */
static int from_context(const struct document *d, const struct meeting *m)
{
	enum { FIRST_PAGES = 1997 };   /* Viet Nam was joined to the Internet */
	struct str date = m->date;
	int since = years_since(m->name);
	for (unsigned i = 0; i < d->n; i++)
		for (unsigned k = 0; sentence_has(&d->s[i], DATE) && k < d->s[i].entities; k++) {
			const struct entity *e = &d->s[i].entity[k];
			int year = e->label == DATE && full(e->norm) && memcmp(e->norm.p + 4, date.p + 4, 6) == 0 ? part(e->norm, 0, 4) : 0;
			if (year >= FIRST_PAGES || (year && since))
				return year >= FIRST_PAGES ? year : year + since;
		}
	return 0;
}

/* A weekday and date as the very first line is the site's clock at the time of the visit, no evidence. */
static bool is_clock(const struct sentence *s) { return s->n == 1 && (str_starts(s->text, STR("Th")) || str_starts(s->text, STR("Ch"))); }

/* Year of the day `date` that lies at most 62 days before the full date `stamp`; 0 if it lies further off. */
static int year_before(struct str stamp, struct str date)
{
	int behind = day_number(part(stamp, 5, 2), part(stamp, 8, 2)) - day_number(part(date, 5, 2), part(date, 8, 2));
	int year = part(stamp, 0, 4) - (behind < 0);
	return behind + (behind < 0 ? 372 : 0) <= 62 ? year : 0;
}

/* The page's stamp: a full date in a dateline; where there are two, the first is the live clock. Without one, the day an HTML page
 * gives for itself. */
static int from_dateline(const struct document *d, struct str date)
{
	int best = 0;
	for (unsigned i = 0; i < d->n; i++)
		for (unsigned k = 0; !is_clock(&d->s[i]) && d->s[i].zone == ZONE_DATELINE && k < d->s[i].entities; k++) {
			const struct entity *e = &d->s[i].entity[k];
			if (e->label != DATE || !full(e->norm))
				continue;
			int year = year_before(e->norm, date);
			if (year)
				best = year;
		}
	return best ? best : full(d->published) ? year_before(d->published, date) : 0;
}

/* A meeting that is told of took place before the page was fetched. */
static bool too_late(const struct document *d, struct str date, int year)
{
	char s[32];
	snprintf(s, sizeof s, "%04d%.6s", year, date.p + 4);
	return d->captured.n >= 10 && memcmp(s, d->captured.p, 10) > 0;
}

/* "(15/7/1976 - 15/7/2021)" in the name: the later year of the two days is the jubilee's. */
static int jubilee(struct str name)
{
	int years[2] = { 0 };
	unsigned n = 0;
	for (size_t i = str_find(name, STR("("), 0); i < name.n && i + 4 <= name.n && n < 2 && name.p[i] != ')'; i++) {
		int y = part(name, i, 4);
		bool digits = true;
		for (size_t k = i; k < i + 4; k++)
			digits &= name.p[k] >= '0' && name.p[k] <= '9';
		if (digits && y > 1900 && y < 2100 && i && (name.p[i - 1] == '/' || name.p[i - 1] == '.')) {
			years[n++] = y;
			i += 3;
		}
	}
	return n == 2 && years[1] > years[0] ? years[1] : 0;
}

/* "nhiệm kỳ 2019 - 2024": the year behind the last such word, 0 if there is none. */
static int term_begins(struct str text)
{
	int last = 0;
	for (size_t at = 0; (at = str_find(text, STR("nhiệm kỳ "), at)) < text.n; at++) {
		int y = part(text, at + STR("nhiệm kỳ ").n, 4);
		last = y > 1945 && y < 2100 ? y : last;
	}
	return last;
}

/* A congress opens the term that it names, or the latest that its page names. */
static int from_term(const struct document *d, const struct meeting *m)
{
	int year = term_begins(m->name), y;
	for (unsigned i = 0; i < d->n && !term_begins(m->name); i++)
		if (zone_tells(&d->s[i]) && (y = term_begins(d->s[i].text)) > year)
			year = y;
	return year;
}

/* "phiên họp thường kỳ tháng 5/2018", held on 2/6: the month reviewed is the day's or the one before. */
static int from_month(const struct meeting *m)
{
	int month = part(m->date, 5, 2);
	for (size_t at = 0; (at = str_find(m->name, STR("tháng "), at)) < m->name.n; at++) {
		size_t digit = at + STR("tháng ").n, slash = str_find(m->name, STR("/"), digit);
		if (slash > digit + 2 || slash + 5 > m->name.n)
			continue;
		int reviewed = part(m->name, digit, slash - digit), year = part(m->name, slash + 1, 4), behind = month - reviewed;
		if (year > 1945 && year < 2100 && reviewed >= 1 && reviewed <= 12 && (behind == 0 || behind == 1 || behind == -11))
			return year + (behind < 0);
	}
	return 0;
}

/* "tổng kết phong trào ... giai đoạn 2019 - 2024": the year behind the dash, 0 if there is none. */
static int stage_ends(struct str name)
{
	size_t at = str_find(name, STR("giai đoạn "), 0), i = at + STR("giai đoạn ").n + 4;
	if (at >= name.n || part(name, i - 4, 4) < 1945)
		return 0;
	while (i < name.n && (name.p[i] == ' ' || name.p[i] == '-' || (unsigned char)name.p[i] >= 0x80))
		i++;
	int end = part(name, i, 4);
	return end > part(name, at + STR("giai đoạn ").n, 4) && end < 2100 ? end : 0;
}

/* "triển khai Luật Đất đai năm | 2013", "Công ước | 2003": the year of a law, which meetings about it come after. */
static bool of_law(struct str name, size_t at)
{
	enum { NEAR = 80 };
	size_t from = at > NEAR ? at - NEAR : 0;
	const struct list_word *law = lists_stands("law with its year", str_sub(name, from, at));
	return law && str_find(str_sub(name, from, at), STR(","), str_find(str_sub(name, from, at), law->phrase, 0)) >= at - from;
}

/* "Gặp gỡ Hoa Kỳ 2018", "Tọa đàm mùa xuân 2019": a bare year at byte i, at the end of the name or of a part of it; 0: none. */
static int bare_at(struct str name, size_t i)
{
	int y = part(name, i, 4);
	bool digits = name.p[i - 1] == ' ';
	for (size_t k = i; k < i + 4; k++)
		digits &= name.p[k] >= '0' && name.p[k] <= '9';
	bool ends = i + 4 == name.n || strchr(",\")", name.p[i + 4]);
	return digits && ends && y > 1990 && y < 2100 && !lists_ends("before a number", str_trim(str_sub(name, 0, i))) && !of_law(name, i) ? y : 0;
}

/* The first bare year of the name. The work of the year before where it is reviewed, "tổng kết 2017", "tổng kết công tác 2017, triển khai nhiệm vụ
 * 2018", on a day of its first months. */
static int bare_year(struct str name, int month)
{
	enum { NEAR = 40 };
	for (size_t i = 1; i + 4 <= name.n; i++) {
		int y = bare_at(name, i);
		if (!y)
			continue;
		const struct list_word *review = lists_stands("review", str_sub(name, i > NEAR ? i - NEAR : 0, i));
		return y + (month <= 3 && review && (review->value.n || lists_ends("review", str_trim(str_sub(name, 0, i)))));
	}
	return 0;
}

/* "Tết Nguyên đán Quý Mão 2023", "Xuân Giáp Thìn 2024": the year of a new year kept at a day of its months, or of the weeks before; else 0. */
static int new_year(struct str text, int month)
{
	enum { NEAR = 40 };
	const struct list_word *feast = month <= 3 || month >= 11 ? lists_stands("lunar new year", text) : NULL;
	size_t at = feast ? str_find(text, feast->phrase, 0) : text.n;
	for (size_t i = at; i + 4 <= text.n && i < at + NEAR && text.p[i] != ',' && text.p[i] != '.'; i++) {
		int y = part(text, i, 4);
		bool digits = i && text.p[i - 1] == ' ' && (i + 4 == text.n || text.p[i + 4] < '0' || text.p[i + 4] > '9');
		for (size_t k = i; k < i + 4; k++)
			digits &= text.p[k] >= '0' && text.p[k] <= '9';
		if (digits && y > 1945 && y < 2100)
			return y - (month >= 11);
	}
	return 0;
}

/* "trao Huy hiệu Đảng đợt 19-5-2018": the year of the occasion that the name tells by its day; 0: none. */
static int occasion(struct str name)
{
	size_t at = str_find(name, STR("đợt "), 0), marks = 0;
	for (size_t i = at + STR("đợt ").n; at < name.n && i + 4 <= name.n && name.p[i] != ' '; i++) {
		bool mark = name.p[i - 1] == '-' || name.p[i - 1] == '/' || name.p[i - 1] == '.';
		marks += mark;
		if (mark && marks == 2)
			return part(name, i, 4) > 1945 ? part(name, i, 4) : 0;
	}
	return 0;
}

static int from_period(const struct document *d, const struct meeting *m)
{
	int year = from_month(m), feast = new_year(m->name, part(m->date, 5, 2)), day = occasion(m->name);
	if (year || feast || day)
		return year ? year : feast ? feast : day;
	if (str_eq(m->type, STR("đại hội")) && from_term(d, m))
		return from_term(d, m);
	int month = part(m->date, 5, 2), low = 0, high = 0;
	for (size_t at = 0; (at = str_find(m->name, STR("năm "), at)) < m->name.n; at++) {
		int y = part(m->name, at + STR("năm ").n, 4);
		if (y < 1945 || y > 2100 || lists_ends("no year of the work", str_trim(str_sub(m->name, 0, at))) || of_law(m->name, at))
			continue;
		low = low && low < y ? low : y;
		high = high > y ? high : y;
	}
	const struct list_word *review = lists_stands("review", m->name);
	if (!low && review && str_eq(review->value, STR("whole year")))
		low = stage_ends(m->name);
	if (!low && jubilee(m->name))
		return jubilee(m->name);
	int bare = bare_year(m->name, month);       /* "năm 2018 và nhiệm vụ 2019" */
	if (!low)
		return bare;
	high = bare > high ? bare : high;
	if (lists_stands("whole term", m->name))
		return 0;
	if (high > low && !stage_ends(m->name))
		return month >= 7 ? low : high;
	if (review && str_eq(review->value, STR("whole year")) && month <= 3)
		return low + 1;
	if (lists_stands("tasks ahead", m->name) && month >= 11 && !lists_stands("half a year", m->name))
		return low - 1;
	return low;
}

/* "tổ chức Hội nghị lần thứ 20 để đánh giá ... năm 2024", "nhân kỷ niệm 77 năm Ngày A (27/7/1947 - 27/7/2024)": what the report says it is
 * held for, where its name says no year. */
static int from_purpose(const struct document *d, const struct meeting *m)
{
	if (!m->where)
		return 0;
	struct str text = m->where->text;
	const struct list_word *word = lists_stands("says what for", text);
	size_t at = word ? str_find(text, word->phrase, 0) : text.n;
	struct meeting held = *m;
	held.name = str_sub(text, at < text.n ? at : text.n, text.n);
	int feast = new_year(text, part(m->date, 5, 2));
	if (feast)
		return feast;
	return jubilee(text) ? jubilee(text) : lists_stands("review", held.name) || lists_stands("tasks ahead", held.name) || lists_stands("work of a time", held.name) ? from_period(d, &held) : 0;
}

/* A day or month later than the inferred one stands in the page: the cited document is too old to date the meeting. */
static bool later_known(const struct document *d, struct str date, int year)
{
	for (unsigned i = 0; i < d->n; i++)
		for (unsigned k = 0; sentence_has(&d->s[i], DATE) && zone_tells(&d->s[i]) && k < d->s[i].entities; k++) {
			const struct entity *e = &d->s[i].entity[k];
			if (e->label == DATE && e->norm.n == 4 && part(e->norm, 0, 4) > year && !str_ends(str_trim(str_sub(d->s[i].text, 0, e->start)), STR("đến")))
				return true;          /* "năm 2024", not "đến năm 2030" */
			int y = e->label == DATE && e->norm.n >= 7 && e->norm.p[0] != 'X' ? part(e->norm, 0, 4) : 0;
			if (y > year || (y == year && part(e->norm, 5, 2) > part(date, 5, 2) + 1))
				return true;
		}
	return false;
}

/* Cited on its own account, not in the name of an office or body ("Trưởng Ban Chỉ đạo tổng kết Nghị quyết ...") nor as what is reviewed. */
static bool cited_now(const struct sentence *s, const struct entity *e)
{
	for (unsigned k = 0; k < s->entities; k++) {
		const struct entity *o = &s->entity[k];
		if ((o->label == POSITION || o->label == ORGANIZATION) && o->start < e->start && e->start < o->end)
			return false;
	}
	if (lists_ends("on the ground of", str_trim(str_sub(s->text, 0, e->start))))
		return false;
	return !lists_stands("review", str_sub(s->text, e->start > 60 ? e->start - 60 : 0, e->start));
}

static bool in(const struct list *l, struct str s)
{
	for (unsigned i = 0; i < l->n; i++)
		if (str_eq(l->v[i], s))
			return true;
	return false;
}

/* The day of the newest document that the page cites so, everywhere. */
static struct str newest_cited(const struct document *d)
{
	struct str newest = { 0 };
	struct list old = { 0 };
	for (unsigned i = 0; i < d->n; i++)
		for (unsigned k = 0; sentence_has(&d->s[i], DIRECTIVE) && zone_tells(&d->s[i]) && k < d->s[i].entities && old.n < LIST_MAX; k++)
			if (d->s[i].entity[k].label == DIRECTIVE && !cited_now(&d->s[i], &d->s[i].entity[k]))
				list_add(&old, d->s[i].entity[k].norm);
	for (unsigned i = 0; i < d->n; i++)
		for (unsigned k = 0; sentence_has(&d->s[i], DIRECTIVE) && zone_tells(&d->s[i]) && k < d->s[i].entities; k++) {
			const struct entity *e = &d->s[i].entity[k];
			if (e->label == DIRECTIVE && full(e->date) && (!newest.n || str_cmp(e->date, newest) > 0) && !in(&old, e->norm))
				newest = e->date;
		}
	return newest;
}

/* "tổng kết 10 năm thực hiện Chỉ thị số 40-CT/TW, ngày 22/11/2014": so many years behind its day; 0: not said so. */
static int from_years_since(const struct meeting *m)
{
	static const char carried[] = " năm thực hiện ";
	size_t at = m->where ? str_find(m->where->text, str_c(carried), 0) : 0, digit = at;
	if (!m->where || at >= m->where->text.n || !lists_stands("review", m->name))
		return 0;
	while (digit && m->where->text.p[digit - 1] >= '0' && m->where->text.p[digit - 1] <= '9')
		digit--;
	int years = part(m->where->text, digit, at - digit);
	for (unsigned i = 0; i < m->where->entities && years > 0 && years < 50; i++) {
		const struct entity *e = &m->where->entity[i];
		if (e->label == DIRECTIVE && e->start >= at && e->start < at + sizeof carried + 12)
			return full(e->date) ? part(e->date, 0, 4) + years : 0;
	}
	return 0;
}

static int from_directive(const struct document *d, struct str date)
{
	struct str newest = newest_cited(d);
	if (!newest.n)
		return 0;
	int behind = day_number(part(date, 5, 2), part(date, 8, 2)) - day_number(part(newest, 5, 2), part(newest, 8, 2));
	int year = part(newest, 0, 4) + (behind < 0);
	if (behind < 0)
		behind += 372;
	return behind <= 186 ? year : 0;
}

static struct str with_year(struct arena *a, struct str date, int year)
{
	char s[32];
	snprintf(s, sizeof s, "%04d%.6s", year, date.p + 4);
	return arena_dup(a, str_c(s));
}

/* The year that text names by stem and branch, "xuân Giáp Thìn"; 0: none, or with its number, "Mậu Thân 1968". */
static int lunar_year(struct str text)
{
	const struct list_word *year = lists_stands("lunar year", text);
	size_t digit = year ? str_find(text, year->phrase, 0) + year->phrase.n + 1 : 0;
	bool numbered = digit < text.n && text.p[digit] >= '0' && text.p[digit] <= '9';
	return year && !numbered ? part(year->value, 0, 4) : 0;
}

/* "gặp mặt đầu xuân Giáp Thìn": the year of the Tet that the report names; told at the end of a year, the year before. */
static int from_lunar(const struct meeting *m)
{
	enum { LATE = 11 };            /* the month from which one looks forward to Tet */
	int year = m->where ? lunar_year(m->where->text) : 0;
	if (!year)
		year = lunar_year(m->name);
	return year ? year - (part(m->date, 5, 2) >= LATE) : 0;
}

/* The page's own day in full, by its stamp; empty where it has none. */
static struct str page_day(const struct document *d)
{
	struct str day = { 0 };
	for (unsigned i = 0; i < d->n; i++)
		for (unsigned k = 0; !is_clock(&d->s[i]) && d->s[i].zone == ZONE_DATELINE && k < d->s[i].entities; k++)
			if (d->s[i].entity[k].label == DATE && full(d->s[i].entity[k].norm))
				day = d->s[i].entity[k].norm;
	return day;
}

/* "Chiều nay (22/11), ...": what "nay" is where the page says it once; empty where it does not. */
static struct str told_today(const struct document *d)
{
	for (unsigned i = 0; i < d->n; i++)
		for (unsigned k = 0; sentence_has(&d->s[i], DATE) && zone_tells(&d->s[i]) && k < d->s[i].entities; k++) {
			const struct entity *e = &d->s[i].entity[k];
			if (e->label == DATE && e->norm.n == 10 && str_find(str_sub(d->s[i].text, e->start, e->end), STR(" nay"), 0) < e->end - e->start)
				return e->norm;
		}
	return (struct str){ 0 };
}

void years_infer(struct document *d)
{
	for (unsigned i = 0; i < d->meetings; i++) {
		struct meeting *m = &d->meeting[i];
		if (m->today && m->date.n == 0 && page_day(d).n) {
			m->date = page_day(d);
			m->year_basis = STR("dateline");
			continue;
		}
		if (m->today && m->date.n == 0)
			m->date = told_today(d);
		if (m->date.n != 10)
			continue;
		if (m->date.p[0] != 'X') {
			m->year_basis = STR("stated");
			if (m->date_end.n == 10 && m->date_end.p[0] == 'X')
				m->date_end = with_year(d->a, m->date_end, part(m->date, 0, 4));
			continue;
		}
		int y = 0;
		if ((y = from_dateline(d, m->date))) m->year_basis = STR("dateline");
		else if ((y = from_lunar(m)) || (y = from_period(d, m)) || (y = from_purpose(d, m))) m->year_basis = STR("period");
		else if ((y = from_years_since(m))) m->year_basis = STR("directive");
		else if ((y = from_context(d, m))) m->year_basis = STR("context");
		else if (!lists_stands("review", m->name) && (y = from_directive(d, m->date)) && !later_known(d, m->date, y)) m->year_basis = STR("directive");
		else if (i && m->date.n == 10 && full(d->meeting[i - 1].date)) { y = part(d->meeting[i - 1].date, 0, 4); m->year_basis = STR("context"); }
		if (y && too_late(d, m->date, y))
			m->year_basis = STR("none");
		if (!y || str_eq(m->year_basis, STR("none")))
			continue;
		m->date = with_year(d->a, m->date, y);
		explain("meetings", m->id, "year_basis", m->year_basis, STR("year"), m->where);
		if (m->date_end.n == 10 && m->date_end.p[0] == 'X')
			m->date_end = with_year(d->a, m->date_end, y);
	}
}
