/* meeting_cells.c - counts, mode, documents and province of a reported meeting; its places are meeting_places.c. */
#include "extract/explain.h"
#include "extract/report.h"
#include "vi/lists.h"
#include <stdint.h>

/* --- counts, mode, documents ----------------------------------------------------------------------------------------------------- */

/* "200 đại biểu tham gia hội nghị", not "25 đại biểu tham gia Ban Chấp hành". */
static bool joins_meeting(const struct sentence *s, struct str behind, size_t from)
{
	for (unsigned i = 0; i < s->entities; i++)
		if (s->entity[i].label == MEETING && s->entity[i].start >= from && s->entity[i].start < from + behind.n && lists_stands("guests before a meeting", str_sub(s->text, from, s->entity[i].start)))
			return true;
	return false;
}

static bool holds_meeting(const struct sentence *s, const struct entity *e)
{
	for (unsigned i = 0; i < s->entities; i++)
		if (s->entity[i].label == MEETING && s->entity[i].start > e->start && s->entity[i].end <= e->end)
			return true;
	return false;
}

/* A verb of attending that begins in [from, to), or a word of the list: "tham dự", "thu hút"; not the "dự" of "quân nhân dự bị". */
static bool says_attending(const struct sentence *s, const char *list, size_t from, size_t to)
{
	for (unsigned i = 0; i < s->entities; i++) {
		const struct entity *e = &s->entity[i];
		if (e->label == ROLE && e->start >= from && e->end <= to && (!str_eq(e->norm, STR("none")) || holds_meeting(s, e)) && lists_stands("attending", str_sub(s->text, e->start, e->end)))
			return true;
	}
	for (unsigned i = 0; i < s->entities; i++)
		if (s->entity[i].label == MEETING)
			return lists_stands(list, str_sub(s->text, from, to)) != NULL;
	return false;
}

/* The sentence names a meeting, or begins with whoever attended: "Tham dự có ...". */
static bool speaks_or_begins(const struct sentence *s)
{
	for (unsigned i = 0; i < s->entities; i++)
		if (s->entity[i].label == MEETING || (s->entity[i].label == ROLE && s->entity[i].start < 12))
			return true;
	return false;
}

/* "hội nghị được kết nối tới ..., | với khoảng 7.700 đại biểu": behind a meeting, and nobody was elected or founded anything between. */
static bool meets_with(const struct sentence *s, size_t at)
{
	size_t from = 0;
	bool course = true;            /* "tập huấn cho gần 200 học viên" */
	for (unsigned i = 0; i < s->entities && s->entity[i].start < at; i++)
		if (s->entity[i].label == MEETING) {
			from = s->entity[i].end;
			course = str_eq(s->entity[i].norm, STR("tập huấn"));
		}
	if (!course && str_ends(str_trim(str_sub(s->text, 0, at)), STR(" cho")))
		return false;
	return from && !lists_stands("no guests", str_sub(s->text, from, at)) && !lists_stands("founds", str_sub(s->text, from, at));
}

/* Byte where the number begins, with "hơn" before it. */
static size_t count_begins(const struct entity *e) { return e->qualifier.n && e->start > e->qualifier.n ? e->start - e->qualifier.n - 1 : e->start; }

/* "Lớp tập huấn có | 75 học viên": the meeting itself has them. */
static bool has_guests(const struct sentence *s, size_t from)
{
	struct str head = str_trim(str_sub(s->text, 0, from));
	if (!str_ends(head, STR(" có")))
		return false;
	for (unsigned i = 0; i < s->entities; i++)
		if (s->entity[i].label == MEETING && s->entity[i].end + STR(" có").n == head.n && !str_eq(s->entity[i].unit, STR("verb")))
			return true;
	return false;
}

/* Those counted were there: "dự có 200 đại biểu", "450 cử tri đã có mặt"; not "bầu 25 đại biểu đi dự Đại hội". */
static bool were_there(const struct sentence *s, unsigned k)
{
	enum { NEAR = 40, FAR = 160, LIST = 640 };   /* LIST: who the 200 are, where they open the sentence */
	const struct entity *e = &s->entity[k];
	size_t far = e->start < NEAR / 2 ? LIST : FAR, end = e->end + far < s->text.n ? e->end + far : s->text.n;
	for (unsigned i = k + 1; i < s->entities; i++)
		if (s->entity[i].label == COUNT && s->entity[i].start < end && s->entity[i].start >= e->end)
			end = s->entity[i].start;
	if (lists_stands("no guests", str_sub(s->text, e->start > NEAR ? e->start - NEAR : 0, e->start)))
		return false;
	struct str behind = str_sub(s->text, e->end, end);
	if (e->start > NEAR && !speaks_or_begins(s))   /* "Festival 19 có sự tham gia của 12.000 đại biểu": of something else */
		return false;
	size_t from = count_begins(e);
	if (has_guests(s, from))
		return true;
	if (e->start < NEAR && lists_starts("opens with guests", s->text))   /* "Tham gia có hơn 500 cán bộ" */
		return true;
	if (lists_ends("right before guests", str_trim(str_sub(s->text, 0, from))) && meets_with(s, from))
		return true;
	return says_attending(s, "guests behind it", 0, e->start) || says_attending(s, "guests before it", e->start, end) || joins_meeting(s, behind, e->end);
}

/* Behind "họp báo giới thiệu Hội nghị A": "Hội nghị sẽ có 300 đại biểu", the meeting that it is about. */
static bool of_its_subject(const struct meeting *m, const struct sentence *s)
{
	for (unsigned i = 0; lists_find("held about another", m->type) && i < s->entities; i++) {
		const struct entity *e = &s->entity[i];
		if (e->label != MEETING || meeting_is_verb(e))
			continue;
		struct buf b = { 0 };
		vi_fold(&b, m->name);
		bool named = !str_eq(e->norm, m->type) && str_find(buf_str(&b), e->norm, 1) < buf_str(&b).n;
		buf_free(&b);
		return named;
	}
	return false;
}

/* "đã mở 6 lớp bồi dưỡng cho 512 cán bộ", "với 560 học viên": of courses that another meeting looks back on. */
static bool of_lessons(const struct meeting *m, const struct sentence *s, const struct entity *e)
{
	bool course = str_ends(str_trim(str_sub(s->text, 0, count_begins(e))), STR(" cho"));
	for (unsigned i = 0; i < s->entities && s->entity[i].start < e->start; i++)
		if (s->entity[i].label == MEETING)
			course = str_eq(s->entity[i].norm, STR("tập huấn"));
	return course && !str_eq(m->type, STR("tập huấn"));
}

/* "Trước kỳ họp đã tổ chức 85 cuộc tiếp xúc, có 5.073 cử tri dự", "đại hội dự kiến có 360 đại biểu", "đã bầu 17 đại biểu": of meetings before or to come, or chosen there. */
static bool of_others(const struct meeting *m, const struct sentence *s, const struct entity *e)
{
	if (lists_starts("guests of other meetings", s->text))
		return true;
	for (unsigned i = 0; i < s->entities && s->entity[i].start < e->start; i++) {
		struct str before = str_trim(str_sub(s->text, 0, s->entity[i].start));
		if (s->entity[i].label == MEETING && before.n > 1 && before.p[before.n - 1] >= '0' && before.p[before.n - 1] <= '9' && !str_ends(before, STR(" 1")))
			return s != m->where;
	}
	return !str_eq(m->status, STR("planned")) && s != m->where && lists_stands("no guests yet", str_sub(s->text, 0, e->start)) != NULL;
}

/* "từ ngày 28 đến 30-6 diễn ra Đại hội A với sự tham dự của 550 đại biểu": of a meeting of another kind, on days of its own. */
static bool of_other_days(const struct meeting *m, const struct sentence *s, const struct entity *count)
{
	struct str kind = m->type;
	for (unsigned i = 0; i < s->entities && s->entity[i].start < count->start; i++)
		if (s->entity[i].label == MEETING)
			kind = s->entity[i].norm;
	const struct entity *day = str_eq(kind, m->type) ? NULL : meeting_day_of(s, count->start);
	bool other = day && m->date.n == 10 && !str_eq(str_sub(day->norm, 4, 10), str_sub(m->date, 4, 10));
	return other || (day && day->date_end.n && !m->date_end.n);
}

/* A number that may be of those at a meeting: "phái đoàn 8 người" is none. */
static bool of_a_meeting(struct str digits) { return digits.n > 1; }

static void counts(struct meeting *m, const struct sentence *s)
{
	for (unsigned i = 0; sentence_has(s, COUNT) && i < s->entities; i++) {
		const struct entity *e = &s->entity[i];
		if (e->label != COUNT || of_its_subject(m, s))
			continue;
		if (str_eq(e->unit, STR("points")) && m->online_points.n == 0)
			m->online_points = e->norm;
		if (str_eq(e->unit, STR("people")) && m->attendees.n == 0 && of_a_meeting(e->norm) && !of_other_days(m, s, e) && !of_lessons(m, s, e) && !of_others(m, s, e) && were_there(s, i)) {
			m->attendees = e->norm;
			m->qualifier = e->qualifier;
			explain("meetings", m->id, "attendees", e->norm, e->rule, s);
		}
	}
}

static void mode(struct meeting *m, const struct sentence *s)
{
	bool both = lists_stands("held both ways", s->text);
	if (both)
		m->mode = STR("kết hợp");
	else if (m->mode.n == 0 && lists_stands("held online", s->text))
		m->mode = STR("trực tuyến");
}

void meeting_more(struct meeting *m, const struct sentence *s)
{
	counts(m, s);
	mode(m, s);
}

static bool goes_on_list(struct str between) { return between.n && (strchr(";,", between.p[0]) || str_starts(between, STR("và"))); }

void meeting_cites(struct meeting *m, const struct sentence *s, const struct words *w, size_t from)
{
	size_t last = 0;
	for (unsigned i = 0; i < s->entities; i++) {
		const struct entity *e = &s->entity[i];
		if (e->label == ROLE && e->start > from && lists_find("asks for work", str_sub(s->text, e->start, e->end)))   /* "ông A đề nghị sơ kết Nghị quyết B": work to come */
			break;
		if (e->label != DIRECTIVE || e->start < from)
			continue;
		size_t reach = e->start > 60 ? e->start - 60 : 0;
		bool goes_on = last && e->start >= last && e->start - last < 40 && goes_on_list(str_trim(str_sub(s->text, last, e->start)));   /* "Chỉ thị ...; Kế hoạch ..." */
		size_t near = reach > from ? reach : from;
		if (!from && words_find(w, "planned", reach, e->start) != SIZE_MAX)   /* "sắp tới Thành ủy sẽ tổng kết Nghị quyết B" */
			continue;
		bool report = from > 0;      /* what the meeting itself is about: "về việc thực hiện Kết luận ..." */
		if (goes_on || links_find(w, "study", near, e->start) != SIZE_MAX || (report && links_find(w, "carry", near, e->start) != SIZE_MAX)) {
			last = report_cited_end(s, e);
			list_add(&m->directives, e->norm);
			explain("meetings", m->id, "directives", e->norm, e->rule, s);
		}
	}
}

void meeting_cites_row(struct meeting *m, const struct sentence *s, size_t from)
{
	enum { NEAR = 40 };
	size_t last = 0;
	for (unsigned i = 0; i < s->entities; i++) {
		const struct entity *e = &s->entity[i];
		if (e->label != DIRECTIVE || e->start < from || e->start < last)
			continue;
		if (last && !(e->start - last < NEAR && goes_on_list(str_trim(str_sub(s->text, last, e->start)))))
			return;
		last = report_cited_end(s, e);
		list_add(&m->directives, e->norm);
		explain("meetings", m->id, "directives", e->norm, e->rule, s);
	}
}

/* In the name of a body that reviews it and holds the meeting: "Ban Chỉ đạo tổng kết Kết luận 62 | làm việc với ...". */
static bool reviewed_by_holder(const struct report *r, const struct entity *cited)
{
	for (unsigned i = 0; i < r->s->entities && r->organised; i++) {
		const struct entity *o = &r->s->entity[i];
		if (o->label == ORGANIZATION && o->start < cited->start && cited->start < o->end && o->end < r->head->start && lists_stands("review", str_sub(r->s->text, o->start, cited->start)))
			return true;
	}
	return false;
}

/* The documents in the meeting's own name: "Hội nghị quán triệt Chỉ thị số ...", not "buổi gặp các học viên | thuộc | Đề án 922". */
void meeting_name_cites(struct meeting *m, const struct report *r)
{
	for (unsigned i = 0; i < r->s->entities; i++) {
		const struct entity *e = &r->s->entity[i];
		bool named = e->start > r->head->start && e->start < r->name_end && !lists_ends("on the ground of", str_trim(str_sub(r->s->text, 0, e->start)));
		if (e->label == DIRECTIVE && (named || reviewed_by_holder(r, e))) {
			list_add(&m->directives, e->norm);
			explain("meetings", m->id, "directives", e->norm, e->rule, r->s);
		}
	}
}

/* --- province --------------------------------------------------------------------------------------------------------------------- */

/* Byte `at` of the sentence is in a person's name, "Nguyễn Hòa Bình", or in an office that says where a diplomat lives, "Tổng Lãnh sự Cuba tại Thành
 * phố Hồ Chí Minh"; s NULL: of no sentence. */
static bool of_somebody(const struct sentence *s, size_t at)
{
	for (unsigned i = 0; s && i < s->entities && s->entity[i].start <= at; i++) {
		const struct entity *e = &s->entity[i];
		if (at < e->end && (e->label == PERSON || (e->label == POSITION && lists_starts("office of a diplomat", e->norm))))
			return true;
	}
	return false;
}

/* The first province that a text names, which is that of sentence s or of a cell (s NULL); of a place, "thành phố Huế, tỉnh Thừa Thiên - Huế", the
 * last, which is the widest. */
static struct str province_of(const struct document *d, struct str text, const struct sentence *s, bool last)
{
	static struct tokens t;
	struct str found = { 0 };
	tokens_cut(&t, text);
	for (unsigned i = 0; i < t.n && (last || !found.n); i++) {
		const struct lexicon_hit place = lexicon_at(d->lex, &t, i)[LEX_PLACE];
		if (!place.entry || !t.t[i].upper || of_somebody(s, t.t[i].start))
			continue;
		if (str_eq(place.entry->kind, STR("province")))
			found = place.entry->value;     /* else a longer name, "Thái Bình Dương" */
		i += place.n - 1;
	}
	return found;
}

static struct str province_in(const struct document *d, struct str cell, bool last) { return province_of(d, cell, NULL, last); }

static struct str province_told(const struct document *d, const struct sentence *s) { return province_of(d, s->text, s, false); }

static bool is_local(const struct list *bodies)
{
	for (unsigned i = 0; i < bodies->n; i++)
		if (lists_stands("sign of a local body", bodies->v[i]))
			return true;
	return false;
}

/* "Chủ tịch UBND tỉnh A chủ trì hội nghị ...": where nobody else is said to hold it, those of the sentence do. */
static struct str province_of_offices(const struct document *d, const struct sentence *s)
{
	struct str found = { 0 };
	for (unsigned i = 0; i < s->entities && !found.n; i++)
		if (s->entity[i].label == POSITION && lists_stands("sign of a local body", s->entity[i].norm) && !lists_starts("office of a diplomat", s->entity[i].norm))
			found = province_in(d, s->entity[i].norm, false);
	return found;
}

/* In the country: not "thành phố Genoa", a town that no table has. */
static bool is_local_place(const struct document *d, const struct list *places)
{
	static struct tokens t;
	for (unsigned i = 0; i < places->n; i++) {
		const struct list_word *sign = lists_stands("sign of a local body", places->v[i]);
		if (sign && !str_eq(sign->phrase, STR("thành phố")))
			return true;
		tokens_cut(&t, places->v[i]);
		for (unsigned k = 0; sign && k < t.n; k++) {
			const struct lexicon_entry *known = lexicon_at(d->lex, &t, k)[LEX_PLACE].entry;
			if (known && !str_eq(known->kind, STR("country")) && !str_eq(known->kind, STR("foreign")))
				return true;
		}
	}
	return false;
}

/* "Phó Chủ tịch UBND tỉnh B tiếp ...", "tại trụ sở UBND huyện": of a meeting that no body is said to hold, its places or those who were there. */
static bool local_by_others(const struct document *d, const struct meeting *m)
{
	if (m->organizers.n || !m->where)
		return false;
	for (unsigned i = 0; i < m->where->entities; i++)
		if (m->where->entity[i].label == POSITION && lists_stands("sign of a local body", m->where->entity[i].norm))
			return true;
	return is_local_place(d, &m->places);
}

void meeting_province(struct document *d, struct meeting *m)
{
	const struct list *from[] = { &m->places, &m->organizers, &m->co_organizers };
	for (size_t k = 0; k < 3; k++)
		for (unsigned i = 0; i < from[k]->n && !m->province.n; i++)
			m->province = province_in(d, from[k]->v[i], k == 0);
	bool here = lists_stands("sign of a local body", m->name) != NULL;
	if (!m->province.n && here)
		m->province = province_in(d, m->name, false);
	if (!m->province.n && here && m->where && str_eq(m->type, STR("tiếp xúc cử tri")))   /* "cử tri xã A (huyện B, tỉnh C)" */
		m->province = province_told(d, m->where);
	if (!m->province.n && is_local(&m->organizers) && m->where)
		m->province = province_told(d, m->where);
	if (!m->province.n && !m->organizers.n && m->where)
		m->province = province_of_offices(d, m->where);
	bool local = !m->province.n && (is_local(&m->organizers) || is_local(&m->co_organizers) || local_by_others(d, m));
	for (unsigned i = 0; local && i < d->n && !m->province.n; i++)
		if (zone_tells(&d->s[i]))
			m->province = province_told(d, &d->s[i]);
}

void meeting_fill(struct document *d, struct meeting *m, struct report *r)
{
	m->type = r->head->norm;
	m->name = meeting_name(d, r);
	list_add(&m->rules, r->head->rule);
	explain("meetings", m->id, "type", m->type, r->head->rule, r->s);
	explain("meetings", m->id, "name", m->name, r->head->rule, r->s);
	if (r->planned)
		m->status = STR("planned");
	if (r->day)
		meeting_day(m, r);
	meeting_lasts(m, r->s);
	m->today = r->today;
	meeting_organisers(d, m, r);
	meeting_places(d, m, r->s, r->w, r);
	meeting_stay(m, r);
	meeting_name_cites(m, r);
	meeting_cites(m, r->s, r->w, r->head->start);
	meeting_more(m, r->s);
}
