/* meeting_days.c - which day of a sentence is the meeting's, and the last day of one that lasts.
 * "Quốc khánh 2-9" and "kỷ niệm 45 năm Ngày thành lập (15/7/1976 - 15/7/2021)" are none; "chiều 29-3 (tức sáng 30-3, giờ Hà Nội)" is its first. */
#include "extract/explain.h"
#include "extract/report.h"
#include "vi/lists.h"
#include <stdint.h>

/* The day is said by the name of a holiday right before it. */
const struct list_word *meeting_day_name(struct str text, const struct entity *day)
{
	unsigned n;
	const struct list_word *name = lists_words("named before its day", &n);
	struct str before = str_trim(str_sub(text, 0, day->start));
	if (before.n && before.p[before.n - 1] == '(')
		before = str_trim(str_sub(before, 0, before.n - 1));
	for (unsigned i = 0; i < n; i++)
		if (str_ends(before, name[i].phrase))
			return &name[i];
	return NULL;
}

/* The day of what is celebrated. */
static bool remembered(const struct sentence *s, const struct entity *day)
{
	if (str_starts(str_sub(s->text, day->end, s->text.n), STR(" âm lịch")))   /* "Giỗ Tổ 10/3 âm lịch" */
		return true;
	if (!day->session.n && meeting_day_name(s->text, day))
		return true;
	if (day->norm.p[0] == 'X' || day->start == 0)
		return false;
	size_t open = day->start;      /* behind the "(" of this day, or of the two days */
	while (open && day->start - open < 20 && s->text.p[open - 1] != '(' && s->text.p[open - 1] != ')')
		open--;
	if (!open || s->text.p[open - 1] != '(')
		return false;
	struct str head = str_sub(s->text, open > 120 ? open - 120 : 0, open);
	return lists_stands("anniversary", head) != NULL;
}

/* "ngày 27-7 hằng năm", "ngày 20-5 và 20-10 mỗi năm": it comes round, and is the day of no meeting in particular. */
static bool comes_round(const struct sentence *s, const struct entity *day)
{
	struct str behind = str_trim(str_sub(s->text, day->end, s->text.n));
	size_t and = str_starts(behind, STR("và ")) ? STR("và ").n : 0;
	while (and && and < behind.n && strchr("0123456789-/. ", behind.p[and]))   /* "và 20-10" */
		and++;
	return lists_starts("comes round", str_sub(behind, and, behind.n)) != NULL;
}

/* "đến ngày 1/7", "tới hết 6-10": where something ends. */
bool meeting_day_ends(const struct sentence *s, const struct entity *day)
{
	return lists_ends("until", str_trim(str_sub(s->text, 0, day->start))) != NULL;
}

/* The same day told again, in a parenthesis, or where something ends that began on the day before it. */
static bool told_again(const struct sentence *s, const struct entity *before, const struct entity *day)
{
	struct str between = str_sub(s->text, before->end, day->start);
	size_t open = str_find(between, STR("("), 0);
	return (open < between.n && str_find(between, STR(")"), open) >= between.n) || meeting_day_ends(s, day);
}

const struct entity *meeting_day_of(const struct sentence *s, size_t at)
{
	const struct entity *before = NULL, *after = NULL;
	for (unsigned i = 0; i < s->entities; i++) {
		const struct entity *e = &s->entity[i];
		if (e->label != DATE || e->norm.n != 10 || remembered(s, e) || comes_round(s, e))
			continue;
		if (e->start >= at)
			after = after ? after : e;
		else if (!before || !told_again(s, before, e))
			before = e;
	}
	return before ? before : after;
}

const struct entity *meeting_day_behind(const struct document *d, const struct report *r, const struct entity *m)
{
	enum { NEAR = 24 };
	struct report at = { .s = r->s, .w = r->w, .head = m };
	meeting_name(d, &at);
	for (unsigned i = 0; i < r->s->entities; i++) {
		const struct entity *e = &r->s->entity[i];
		if (e->label == DATE && e->norm.n == 10 && e->start >= at.name_end && e->start < at.name_end + NEAR && !remembered(r->s, e))
			return e;
	}
	return NULL;
}

void meeting_day(struct meeting *m, const struct report *r)
{
	m->date = r->day->norm;
	m->date_end = r->day->date_end;
	m->session = r->day->session;
	list_add(&m->rules, r->day->rule);
	explain("meetings", m->id, "date", m->date, r->day->rule, r->s);
}

static int number(struct str iso, size_t at) { return (iso.p[at] - '0') * 10 + iso.p[at + 1] - '0'; }

/* Days from the one to the other in the same year, roughly; months count 31. */
static int later_by(struct str first, struct str last) { return (number(last, 5) - number(first, 5)) * 31 + number(last, 8) - number(first, 8); }

static bool speaks_of_kind(const struct sentence *s, struct str type)
{
	for (unsigned i = 0; i < s->entities; i++)
		if (s->entity[i].label == MEETING && str_eq(s->entity[i].norm, type))
			return true;
	return false;
}

/* "diễn ra chiều 26-3, ... trong hai ngày 25 và 26-3": another day stands before these. */
static bool behind_day(const struct sentence *s, const struct entity *days)
{
	for (unsigned i = 0; i < s->entities; i++)
		if (s->entity[i].label == DATE && s->entity[i].norm.n == 10 && s->entity[i].start < days->start)
			return true;
	return false;
}

/* The last meeting spoken of before byte `at` is of this kind. */
static bool last_is_kind(const struct sentence *s, size_t at, struct str type)
{
	struct str last = type;
	for (unsigned i = 0; i < s->entities && s->entity[i].start < at; i++)
		if (s->entity[i].label == MEETING)
			last = s->entity[i].norm;
	return str_eq(last, type);
}

void meeting_lasts(struct meeting *m, const struct sentence *s)
{
	enum { LONGEST = 45 };   /* days of a session of the National Assembly */
	if (m->date_end.n || !lists_stands("lasts", s->text) || !speaks_of_kind(s, m->type))
		return;
	for (unsigned i = 0; i < s->entities; i++) {
		const struct entity *e = &s->entity[i];
		if (e->label != DATE || e->norm.n != 10 || remembered(s, e) || !lists_stands("lasts", str_sub(s->text, 0, e->start)) || !last_is_kind(s, e->start, m->type))
			continue;
		bool range = e->date_end.n == 10;
		struct str end = range ? e->date_end : e->norm;
		if (!m->date.n && range && !behind_day(s, e)) {
			m->date = e->norm;
			m->today = false;
		}
		int days = m->date.n == 10 ? later_by(m->date, end) : 0;
		if (days <= 0 || days > LONGEST || (range ? later_by(e->norm, m->date) < 0 : !meeting_day_ends(s, e)))
			continue;
		m->date_end = end;
		explain("meetings", m->id, "date_end", end, e->rule, s);
		return;
	}
}

struct str meeting_ceremony(struct str name)
{
	size_t at = str_find(name, STR("lễ "), 0);
	at = at < name.n ? at : str_find(name, STR("Lễ "), 0);
	if (at >= name.n)
		return (struct str){ 0 };
	size_t from = at + STR("lễ ").n, end = from;
	for (unsigned blanks = 0; end < name.n && strchr(",.;:(\"", name.p[end]) == NULL; end++)
		if (name.p[end] == ' ' && ++blanks == 2)
			break;
	return str_sub(name, from, end);
}

static bool in_meeting(const struct sentence *s, size_t at)
{
	for (unsigned i = 0; i < s->entities; i++)
		if (s->entity[i].label == MEETING && s->entity[i].start < at && at < s->entity[i].end)
			return true;
	return false;
}

const struct entity *meeting_ceremony_day(const struct document *d, struct str name, const struct sentence **where)
{
	enum { TOP = 8 };
	struct str verb = meeting_ceremony(name);
	for (unsigned i = 0; i < d->n && verb.n > 2 && d->s[i].n <= TOP; i++) {
		const struct sentence *s = &d->s[i];
		size_t at = str_find(s->text, verb, 0);
		const struct entity *day = at < s->text.n && zone_tells(s) && !in_meeting(s, at) ? meeting_day_of(s, at) : NULL;
		if (day) {
			*where = s;
			return day;
		}
	}
	return NULL;
}

/* The two names begin alike, or one says nothing but the kind: "buổi đối thoại". */
static bool may_name_one(struct str a, struct str b)
{
	enum { ALIKE = 20 };
	if (name_is_short(a) || name_is_short(b))
		return true;
	struct buf x = { 0 }, y = { 0 };
	vi_fold(&x, a);
	vi_fold(&y, b);
	bool alike = str_eq(str_sub(buf_str(&x), 0, ALIKE), str_sub(buf_str(&y), 0, ALIKE));
	buf_free(&x);
	buf_free(&y);
	return alike;
}

/* In a caption the day of the picture, which stands last: "Hội nghị A ở B hôm 16-2 - Ảnh: C". */
static const struct entity *pictured(const struct sentence *s, const struct entity *m)
{
	const struct entity *day = NULL;
	for (unsigned i = 0; i < s->entities; i++)
		if (s->entity[i].label == DATE && s->entity[i].norm.n == 10 && s->entity[i].start > m->end && !remembered(s, &s->entity[i]))
			day = &s->entity[i];
	return day;
}

/* The day right behind its name, "| cuộc đối thoại | chiều 18-5", or behind its place, "tại phố A | sáng 10-11"; of the same long name told again, any. */
static const struct entity *day_told(const struct document *d, const struct report *r, const struct meeting *m)
{
	enum { PLACE_LENGTH = 80 };
	struct report at = *r;
	struct str own = meeting_name(d, &at), text = r->s->text;
	const struct entity *day = meeting_day_behind(d, r, r->head);
	if (!day && !meeting_is_verb(r->head) && lists_ends("before a place", str_sub(text, 0, str_find(text, STR(" "), at.name_end + 1))))
		for (unsigned i = 0; i < r->s->entities && !day; i++)
			if (r->s->entity[i].label == DATE && r->s->entity[i].norm.n == 10 && r->s->entity[i].start > at.name_end && r->s->entity[i].start < at.name_end + PLACE_LENGTH)
				day = &r->s->entity[i];
	if (!day && r->s != m->where && !name_is_short(own) && !name_is_short(m->name))
		day = meeting_day_of(r->s, r->head->start);
	if (day && day->end < r->head->start && lists_stands("parts a day from its meeting", str_sub(text, day->end, r->head->start)))
		return NULL;
	bool past = words_find(r->w, "past", 0, 1) != SIZE_MAX && (name_is_short(own) || name_is_short(m->name));
	size_t begin = day && day->start > r->head->end ? r->head->end : day ? day->start : 0;
	return !day || past || meeting_day_ends(r->s, day) || str_find(str_sub(text, begin, day->start), STR(","), 0) < day->start - begin ? NULL : day;
}

const struct entity *meeting_day_elsewhere(const struct document *d, const struct meeting *m, const struct sentence **where)
{
	static struct words w;
	for (unsigned i = 0; i < d->n; i++) {
		const struct sentence *s = &d->s[i];
		if (!zone_tells(s) || !sentence_has(s, DATE) || !sentence_has(s, MEETING) || lists_stands("of old", s->text))
			continue;
		bool read = false;
		for (unsigned k = 0; k < s->entities; k++) {
			const struct entity *e = &s->entity[k], *day = NULL;
			if (e->label != MEETING || !str_eq(e->norm, m->type) || meeting_inside(s, e))
				continue;
			if (!read)
				words_read(&w, d->lex, s->text);
			read = true;
			if (links_right_before(&w, e->start, "aside"))
				continue;
			struct report r = { .s = s, .w = &w, .head = e };
			if (may_name_one(m->name, meeting_name(d, &r)))
				day = s->zone == ZONE_CAPTION && !meeting_is_verb(e) ? pictured(s, e) : day_told(d, &r, m);
			if (day) {
				*where = s;
				return day;
			}
		}
	}
	return NULL;
}
