/* meetings.c - the meetings that a document reports. The first found (meeting_report.c) is m1; a later one is new only behind "*",
 * "Cùng ngày", with another day or where it is of a kind held beside another; all others add to the last one.
 * A page that nowhere says who held it but speaks "tại hội nghị" all along reports that meeting too. */
#include "extract/explain.h"
#include "extract/report.h"
#include "vi/lists.h"
#include <stdint.h>
#include <stdio.h>

static struct meeting *meeting_new(struct document *d, const struct sentence *s)
{
	struct meeting *m = &d->meeting[d->meetings++];
	char id[64];
	snprintf(id, sizeof id, "%.*s-m%u", (int)(d->id.n < 40 ? d->id.n : 40), d->id.p, d->meetings);
	*m = (struct meeting){ .id = arena_dup(d->a, str_c(id)), .where = s, .status = STR("held"), .year_basis = STR("none") };
	return m;
}

/* "Đại hội A họp từ ngày 15-17/10", then "Sáng 16/10, Đại hội A khai mạc": a day of its range. */
static bool within_range(const struct meeting *m, const struct report *r)
{
	if (m->date_end.n != 10 || r->day->norm.n != 10 || r->day->date_end.n || !str_eq(m->type, r->head->norm) || !lists_find("meets by number", m->type))
		return false;
	struct str day = str_sub(r->day->norm, 4, 10);
	return str_cmp(day, str_sub(m->date, 4, 10)) >= 0 && str_cmp(day, str_sub(m->date_end, 4, 10)) <= 0;
}

static bool other_day(const struct meeting *m, const struct report *r)
{
	if (r->day && m->date.n && within_range(m, r))
		return false;
	return r->day && (r->day->start < 40 || r->day->start < r->verb) && m->date.n && memcmp(m->date.p + 4, r->day->norm.p + 4, 6) != 0;
}

/* "buổi làm việc" for what was called a "cuộc họp". */
static bool may_be_called(struct str type, struct str other) { return str_eq(type, other) || (lists_find("called one for another", type) && lists_find("called one for another", other)); }

/* Behind a meeting of no day, another of another kind that somebody holds on a day. */
static bool other_kind(const struct meeting *m, const struct report *r)
{
	return !m->date.n && !m->today && r->day && r->organised && !r->planned && !may_be_called(m->type, r->head->norm);
}

/* "Hội nghị lần thứ 8 diễn ra từ ngày 2 đến 6/10", told behind its last day: the same meeting, which takes both days. */
static bool takes_range(struct meeting *m, const struct report *r)
{
	if (!r->day || r->day->date_end.n != 10 || m->date.n != 10 || m->date_end.n || !str_eq(m->type, r->head->norm))
		return false;
	struct str day = str_sub(m->date, 4, 10), first = str_sub(r->day->norm, 4, 10), last = str_sub(r->day->date_end, 4, 10);
	if (str_cmp(day, first) <= 0 || str_cmp(day, last) > 0)
		return false;
	meeting_day(m, r);
	return true;
}

/* "Ủy ban A vừa họp": told again as "Chiều 8/12, Ủy ban A đã họp phiên thứ 18", the meeting takes the kind and the day. */
static void becomes_session(struct document *d, struct meeting *m, struct report *r)
{
	if (!r->day || m->date.n || m->today || !str_eq(m->type, STR("họp")) || !lists_find("session of a body", r->head->norm))
		return;
	m->type = r->head->norm;
	m->name = meeting_name(d, r);
	explain("meetings", m->id, "type", m->type, r->head->rule, r->s);
}

/* "Cụ thể ngày 15-5, tại trụ sở Chính phủ, ông A đã chủ trì cuộc họp": the day and the kind said again. */
static bool tells_again(const struct meeting *m, const struct sentence *s)
{
	for (unsigned i = 0; i < s->entities && m->date.n; i++)
		if (s->entity[i].label == MEETING && !meeting_is_verb(&s->entity[i]) && str_eq(s->entity[i].norm, m->type)) {
			const struct entity *day = meeting_day_of(s, s->entity[i].start);
			return day && day->start < s->entity[i].start && str_eq(day->norm, m->date);
		}
	return false;
}

static bool names_meeting(const struct sentence *s, struct str type)
{
	for (unsigned i = 0; i < s->entities; i++)
		if (s->entity[i].label == MEETING && !meeting_is_verb(&s->entity[i]) && may_be_called(type, s->entity[i].norm))
			return lists_stands("takes place", s->text) != NULL;
	return false;
}

/* "Hội nghị triển khai, quán triệt ...": held to make documents known. */
static bool studies(const struct document *d, const struct meeting *m)
{
	static struct words w;
	words_read(&w, d->lex, m->name);
	return links_find(&w, "study", 0, m->name.n) != SIZE_MAX || lists_stands("makes known", m->name);
}

static bool speaks_of_meeting(const struct sentence *s)
{
	for (unsigned i = 0; i < s->entities; i++)
		if (s->entity[i].label == MEETING && (s->entity[i].start < 60 || !meeting_is_verb(&s->entity[i])) && !meeting_inside(s, &s->entity[i]))
			return true;
	return false;
}

/* "Chiều cùng ngày, ...": the day of the meeting before, the session said. */
static void same_day(struct meeting *m, const struct meeting *before, const struct report *r)
{
	struct str text = r->s->text;
	size_t own = words_find(r->w, "sameday", r->head->end, r->head->end + 40);   /* "tại buổi họp báo chiều cùng ngày" */
	if (own >= text.n && r->today)
		own = links_find(r->w, "today", r->head->end, r->head->end + 80);   /* "trong cuộc họp báo chiều nay" */
	if (own >= text.n)             /* "Trước đó, | sáng cùng ngày, ..." */
		own = words_find(r->w, "sameday", 0, r->head->start);
	if (own >= text.n && r->today) /* "Nhằm ..., | sáng nay, ..." */
		own = links_find(r->w, "today", 0, r->head->start);
	text = str_sub(text, own < text.n ? own : 0, text.n);
	struct buf b = { 0 };
	unsigned parts;
	const struct list_word *part = lists_words("part of the day", &parts);
	if (before && m->date.n == 0)
		m->date = before->date;
	vi_fold(&b, str_sub(text, 0, text.n < 40 ? text.n : 40));
	size_t near = str_starts(buf_str(&b), STR("cũng trong")) ? STR("cũng trong buổi ").n : 2;
	for (unsigned i = 0; i < parts && !m->session.n; i++)
		if (str_find(buf_str(&b), part[i].phrase, 0) <= near)
			m->session = part[i].phrase;
	buf_free(&b);
}

/* A caption on top that says which meeting its picture shows, and when: "Lễ đón A tại B sáng 27/5." */
static bool titled(const struct sentence *s)
{
	if (s->zone != ZONE_CAPTION || s->n > 6)
		return false;
	for (unsigned i = 0; i < s->entities; i++)
		if (s->entity[i].label == MEETING && s->entity[i].start < 4)
			return !meeting_is_verb(&s->entity[i]) && meeting_day_of(s, 0);
	return false;
}

/* "Lễ công bố quyết định về công tác cán bộ": the decisions that its page cites. */
static void decisions(struct meeting *m, const struct sentence *s)
{
	for (unsigned i = 0; i < s->entities; i++) {
		const struct entity *e = &s->entity[i];
		if (e->label != DIRECTIVE || !str_starts(e->norm, STR("Quyết định")))
			continue;
		list_add(&m->directives, e->norm);
		explain("meetings", m->id, "directives", e->norm, e->rule, s);
	}
}

/* "Đồng chí A đã quán triệt Nghị quyết ...", "được nghe giới thiệu nội dung Chỉ thị ...": a document made known; not "cần quán triệt", work to come. */
static bool made_known(const struct report *r)
{
	enum { NEAR = 40, BEFORE = 30 };
	for (unsigned i = 0; i < r->s->entities; i++) {
		const struct entity *e = &r->s->entity[i];
		size_t from = e->start > NEAR ? e->start - NEAR : 0, verb = e->label == DIRECTIVE ? links_find(r->w, "study", from, e->start) : SIZE_MAX;
		if (verb != SIZE_MAX && lists_starts("makes a document known", str_sub(r->s->text, verb, e->start)) && !lists_stands("work to come", str_sub(r->s->text, verb > BEFORE ? verb - BEFORE : 0, verb)))
			return links_find(r->w, "hears", 0, verb) != SIZE_MAX || sentence_has(r->s, PERSON);
	}
	return false;
}

static const struct entity *first_cited(const struct sentence *s)
{
	for (unsigned i = 0; i < s->entities; i++)
		if (s->entity[i].label == DIRECTIVE)
			return &s->entity[i];
	return NULL;
}

static bool several_cited(const struct sentence *s)
{
	unsigned n = 0;
	for (unsigned i = 0; i < s->entities; i++)
		n += s->entity[i].label == DIRECTIVE;
	return n > 1;
}

/* What a meeting that makes documents known goes through: "Hội nghị tập trung vào các văn bản: A, B", or a line of it, "- Kết luận số ...". */
static bool goes_through(const struct sentence *s)
{
	enum { MARK = 5 };             /* bytes of "10. " and one more */
	const struct entity *e = first_cited(s);
	struct str before = e ? str_trim(str_sub(s->text, 0, e->start)) : (struct str){ 0 };
	if (!e)
		return false;
	if (e->start <= MARK)
		return before.n && strchr("-+*.)", before.p[before.n - 1]) != NULL;
	if (str_starts(s->text, STR("Đó là ")) || str_starts(s->text, STR("Gồm ")) || str_starts(s->text, STR("Cụ thể")))
		return true;
	return speaks_of_meeting(s) && (str_ends(before, STR(":")) || lists_ends("opens a row", before));
}

/* "Tại cuộc họp với A chiều 23-4, bà B ...", then "Chiều 23-4, Ban C làm việc với A": one meeting, told by two words. */
static bool same_under_another_word(const struct meeting *m, const struct report *r)
{
	return r->organised && !r->planned && r->day && m->organizers.n == 0 && may_be_called(m->type, r->head->norm) && str_eq(m->date, r->day->norm) && str_eq(m->session, r->day->session);
}

/* "được nghe đồng chí A triển khai Kết luận ...", "Đoàn đã kiểm tra việc thực hiện Nghị quyết ...": what is conveyed, or what a working session
 * checks. */
static void checks(struct meeting *m, const struct report *r)
{
	enum { NEAR = 100 };
	bool work = str_eq(m->type, STR("làm việc"));
	for (unsigned i = 0; i < r->s->entities; i++) {
		const struct entity *e = &r->s->entity[i];
		struct str before = str_trim(str_sub(r->s->text, 0, e->start));
		if (e->label != DIRECTIVE || lists_stands("asks for work", before))
			continue;
		bool carried = links_find(r->w, "carry", e->start > NEAR ? e->start - NEAR : 0, e->start) != SIZE_MAX;
		size_t hears = links_find(r->w, "hears", 0, e->start);   /* "nghe báo cáo kết quả thực hiện Quy định 1374" */
		bool conveyed = (hears != SIZE_MAX && lists_ends("conveys", before)) || (carried && lists_stands("hears a report", str_sub(r->s->text, e->start > NEAR ? e->start - NEAR : 0, e->start)));
		if (conveyed || (work && carried && lists_stands("checks", before))) {
			meeting_cites_row(m, r->s, e->start);
			return;
		}
	}
}

/* A further sentence about m; tells: it reports a meeting itself, in r. */
static void tell_more(struct document *d, struct meeting *m, struct report *r, bool tells)
{
	enum { SOON = 4 };             /* sentences behind the report */
	const struct sentence *s = r->s;
	meeting_more(m, s);
	if (sentence_has(s, MEETING))
		meeting_lasts(m, s);
	if (tells)
		becomes_session(d, m, r);
	bool kind = tells && (str_eq(m->type, r->head->norm) || same_under_another_word(m, r));
	if (kind && r->organised && !r->planned && m->organizers.n == 0)
		meeting_organisers(d, m, r);
	if (kind && name_is_short(m->name))
		m->name = meeting_name(d, r);
	if (kind && r->day && m->date.n == 0 && (!m->today || r->day->date_end.n)) {   /* "chiều nay bắt đầu chuyến thăm", "thăm trong hai ngày 16 và 17/1" */
		meeting_day(m, r);
		m->today = false;
	}
	if (m->places.n == 0 && (kind || names_meeting(s, m->type) || tells_again(m, s)))
		meeting_places(d, m, s, r->w, NULL);
	else if (names_meeting(s, m->type))
		meeting_venue(d, m, s, r->w);
	if (sentence_has(s, DIRECTIVE) && (speaks_of_meeting(s) || (studies(d, m) && (links_find(r->w, "hears", 0, s->text.n) != SIZE_MAX || str_find(s->text, STR("được "), 0) < s->text.n)) || made_known(r)))
		meeting_cites(m, s, r->w, 0);
	bool next = m->where && s->n <= m->where->n + SOON && m->directives.n == 0 && lists_stands("documents at large", m->name);   /* "học tập các nghị quyết của Trung ương" */
	if (sentence_has(s, DIRECTIVE) && (goes_through(s) || (next && several_cited(s))) && studies(d, m))
		meeting_cites_row(m, s, 0);
	if (sentence_has(s, DIRECTIVE))
		checks(m, r);
	if (lists_stands("decides", m->name))
		decisions(m, s);
}

/* The day is one of the meeting's: a picture of the press conference beside it, none of the archive's. */
static bool of_its_days(const struct meeting *m, const struct entity *day)
{
	if (!day || m->date.n != 10)
		return false;
	struct str d = str_sub(day->norm, 4, 10), last = m->date_end.n == 10 ? m->date_end : m->date;
	return str_cmp(d, str_sub(m->date, 4, 10)) >= 0 && str_cmp(d, str_sub(last, 4, 10)) <= 0;
}

/* The last meeting of one day: "cùng ngày" is of the talks, not of the visit of three days that they are part of. NULL: none. */
static const struct meeting *last_of_one_day(const struct document *d, const struct meeting *now)
{
	for (unsigned k = d->meetings; now && k--;)
		if (!d->meeting[k].date_end.n && (d->meeting[k].date.n || d->meeting[k].today) && str_eq(d->meeting[k].status, STR("held")))
			return &d->meeting[k];
	return now;
}

/* "Ngày 10-7, Công an huyện A ... Cùng ngày, ông B đã đến thăm ...": the day that a sentence shortly before sentence i begins with; empty: none. */
static struct str day_before(const struct document *d, unsigned i)
{
	enum { BACK = 6, NEAR = 24 };
	for (unsigned back = 1; back <= BACK && back <= i; back++)
		for (unsigned k = 0; zone_tells(&d->s[i - back]) && k < d->s[i - back].entities; k++) {
			const struct entity *e = &d->s[i - back].entity[k];
			if (e->label == DATE && e->norm.n == 10 && e->start < NEAR)
				return e->norm;
		}
	return (struct str){ 0 };
}

static void one_sentence(struct document *d, unsigned i, struct meeting **now)
{
	static struct words w;
	struct report r = { .s = &d->s[i], .w = &w };
	bool speaks = sentence_has(r.s, MEETING);
	if (speaks || sentence_has(r.s, DIRECTIVE))            /* else nothing asks for its words */
		words_read(&w, d->lex, r.s->text);
	bool caption = r.s->zone == ZONE_CAPTION && !titled(r.s);
	bool tells = speaks && (r.s->zone == ZONE_BODY || r.s->zone == ZONE_LEAD || r.s->zone == ZONE_CAPTION) && !meeting_cut_short(d, i) && report_found(d, &r);
	bool beside = tells && *now && lists_find("held beside another", r.head->norm) && !str_eq((*now)->type, r.head->norm);
	tells = tells && (!caption || (beside && of_its_days(*now, r.day)));
	bool range = tells && *now && takes_range(*now, &r);
	bool stage = tells && *now && str_eq((*now)->type, STR("thăm")) && !str_eq(r.head->norm, STR("thăm")) && lists_find("type that is held", r.head->norm);   /* "lễ đón" within a visit */
	stage = stage || (tells && *now && !str_eq((*now)->type, STR("thăm")) && str_eq(r.head->norm, STR("thăm")) && r.day && r.day->date_end.n && r.day->start > r.head->start);   /* the visit, behind its talks */
	if (tells && !range && (!*now || r.fresh || beside || stage || other_day(*now, &r) || other_kind(*now, &r)) && d->meetings < LIST_MAX) {
		const struct meeting *before = last_of_one_day(d, *now);
		*now = meeting_new(d, r.s);
		meeting_fill(d, *now, &r);
		if (r.fresh || r.today)
			same_day(*now, r.fresh ? before : NULL, &r);
		if (!before && !(*now)->date.n && words_find(&w, "sameday", 0, r.head->start) != SIZE_MAX)
			(*now)->date = day_before(d, i);
		struct report second;
		if (report_second(&r, &second) && d->meetings < LIST_MAX) {
			const struct meeting *one = *now;
			*now = meeting_new(d, r.s);
			meeting_fill(d, *now, &second);
			if (second.fresh || second.today)
				same_day(*now, one, &second);
		}
	} else if (*now && r.s->zone != ZONE_HEADLINE)
		tell_more(d, *now, &r, tells);
	d->meeting_of[i] = *now ? d->meetings : 0;
}

/* "trong cuộc họp báo ngày 11/4", "tại hội thảo về A diễn ra chiều 26-12", "tại cuộc họp hôm nay": the day right behind its name. */
static bool dated_by_itself(const struct document *d, const struct report *r, const struct entity *m)
{
	struct report at = { .s = r->s, .w = r->w, .head = m };
	meeting_name(d, &at);
	return meeting_day_behind(d, r, m) || links_find(r->w, "today", at.name_end, at.name_end + 8) != SIZE_MAX || links_find(r->w, "lately", at.name_end, at.name_end + 8) != SIZE_MAX;
}

/* Behind the headline "Khai mạc Hội nghị A": "Hội nghị | dành một phút ...", the meeting that acts. */
static bool acts(const struct sentence *s, const struct entity *m)
{
	size_t n;
	return (m->start == 0 || str_ends(str_sub(s->text, 0, m->start), STR(", "))) && vi_is_upper(vi_codepoint(s->text, m->start, &n));
}

/* The meeting that the page speaks of without saying that it was held. */
static void implied(struct document *d)
{
	static struct words w;
	const struct entity *best = NULL;
	const struct sentence *where = NULL, *dated = NULL;
	unsigned mentions = 0;
	struct report r = { .w = &w };
	for (unsigned i = 0; i < d->n; i++) {
		if (!zone_tells(&d->s[i]) || !sentence_has(&d->s[i], MEETING))
			continue;
		r.s = &d->s[i];
		words_read(&w, d->lex, r.s->text);
		for (unsigned k = 0; k < r.s->entities; k++) {
			const struct entity *e = &r.s->entity[k];
			if (e->label != MEETING || (best && !str_eq(best->norm, e->norm)))
				continue;
			if (!meeting_attended(d, &r, e)) {
				mentions += best && where->n == 1 && where->zone == ZONE_HEADLINE && lists_starts("opens or closes", where->text) && acts(r.s, e);
				continue;
			}
			if ((e->start < 16 || r.s->n <= 5) && r.s->n <= 8 && links_right_before(&w, e->start, "at") && !name_is_short(meeting_name(d, &(struct report){ .s = r.s, .w = &w, .head = e })))
				mentions += r.s->n <= 3 && lists_find("type that is held", e->norm) && words_find(&w, "planned", 0, e->start) == SIZE_MAX ? 2 : 1;
			mentions += r.s->n <= 20 && dated_by_itself(d, &r, e);
			mentions += r.s->zone == ZONE_CAPTION || e->start < 90 || meeting_day_of(r.s, e->start);
			if (!dated && meeting_day_of(r.s, e->start))
				dated = r.s;
			if (!best || (r.s == dated && where != dated)) {
				best = e;
				where = r.s;
			}
		}
	}
	if (!best)
		return;
	words_read(&w, d->lex, where->text);
	r = (struct report){ .s = where, .w = &w, .head = best, .day = meeting_day_of(where, best->start), .verb = best->start };
	r.today = !r.day && links_find(&w, "today", 0, best->start) != SIZE_MAX;
	struct report ceremony = { .day = str_eq(best->norm, STR("lễ")) ? meeting_ceremony_day(d, meeting_name(d, &r), &ceremony.s) : NULL };
	mentions += ceremony.day != NULL;
	if (mentions < 2)
		return;
	struct meeting *m = meeting_new(d, where);
	meeting_fill(d, m, &r);
	if (r.today)
		same_day(m, NULL, &r);
	if (ceremony.day && !m->date.n)
		meeting_day(m, &ceremony);
	for (unsigned i = 0; i < d->n; i++)
		if (zone_tells(&d->s[i])) {
			d->meeting_of[i] = 1;
			meeting_more(m, &d->s[i]);
		}
}

/* No other meeting of the page is of its kind. */
static bool only_of_kind(const struct document *d, const struct meeting *m)
{
	for (unsigned i = 0; i < d->meetings; i++)
		if (&d->meeting[i] != m && may_be_called(d->meeting[i].type, m->type))
			return false;
	return true;
}

void meetings_find(struct document *d)
{
	struct meeting *now = NULL;
	d->meeting = arena_room(d->a, LIST_MAX * sizeof *d->meeting);
	d->meeting_of = arena_alloc(d->a, (d->n + 1) * sizeof *d->meeting_of);
	d->meetings = 0;
	meeting_names_clear();
	for (unsigned i = 0; i < d->n; i++)
		if (zone_tells(&d->s[i]))
			one_sentence(d, i, &now);
	if (d->meetings == 0)
		implied(d);
	else
		for (unsigned i = 0; i < d->n && d->meeting_of[i] == 0; i++)
			d->meeting_of[i] = 1;
	meetings_fuller(d);
	for (unsigned i = 0; i < d->meetings; i++) {
		struct meeting *m = &d->meeting[i];
		struct report r = { .s = NULL };
		if (str_eq(m->type, STR("lễ")) && !m->date.n && !m->today && (r.day = meeting_ceremony_day(d, m->name, &r.s)))
			meeting_day(m, &r);
		if (!m->date.n && only_of_kind(d, m) && (r.day = meeting_day_elsewhere(d, m, &r.s)))
			meeting_day(m, &r);
		meeting_province(d, m);
	}
}
