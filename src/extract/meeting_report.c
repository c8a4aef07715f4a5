/* meeting_report.c - whether a sentence tells of a meeting that was or will be held: a meeting noun or verb with an organiser, a day, a
 * chair or a subject of its own. "Sáng 4/3, Sở Y tế tổ chức | hội nghị | ...", "ông A | tiếp | Đại sứ B", "tại | hội nghị | về C ngày 4/3". */
#include "extract/report.h"
#include "vi/lists.h"
#include <stdint.h>

enum { MOST = 12 };   /* meetings looked at in one sentence: more than any has, so that a built one costs no more than its size */

bool meeting_is_verb(const struct entity *e) { return str_eq(e->unit, STR("verb")) || str_eq(e->unit, STR("event")); }

static bool entity_before(const struct sentence *s, enum label l, size_t at, size_t reach)
{
	for (unsigned i = 0; i < s->entities; i++)
		if (s->entity[i].label == l && s->entity[i].end <= at && at - s->entity[i].end <= reach)
			return true;
	return false;
}

/* "lễ khai mạc | Hội nghị Cấp cao", "phiên bế mạc của | Đại hội", "lễ khai mạc và phiên toàn thể | Hội nghị": a part of the meeting named behind it. */
static bool part_of_meeting(const struct sentence *s, const struct entity *m)
{
	if (!lists_find("part of a meeting", str_sub(s->text, m->start, m->end)))
		return false;
	size_t end = m->end;
	for (const struct entity *e = m + 1; e < s->entity + s->entities; e++) {
		if (e->label != MEETING || e->start < end)
			continue;
		struct str between = str_trim(str_sub(s->text, end, e->start));
		if (between.n && !lists_find("joins a part to its meeting", between))
			return false;
		if (!lists_find("part of a meeting", str_sub(s->text, e->start, e->end)))
			return !meeting_is_verb(e);
		end = e->end;
	}
	return false;
}

/* Part of a longer name: "Nghị quyết Hội nghị Trung ương 8", "Ban Tổ chức Đại hội", or begun in one: "Quốc hội thảo luận". */
bool meeting_inside(const struct sentence *s, const struct entity *m)
{
	if (part_of_meeting(s, m))
		return true;
	for (unsigned i = 0; i < s->entities; i++) {
		const struct entity *e = &s->entity[i];
		if ((e->label == DIRECTIVE || e->label == ORGANIZATION || e->label == POSITION) && e->start < m->start && m->start < e->end)
			return true;
	}
	return false;
}

/* "ban hành Chỉ thị số 22-CT/TU về | đại hội đảng bộ các cấp": in the subject of a document. */
static bool in_subject(const struct sentence *s, const struct entity *m)
{
	for (unsigned i = 0; i < s->entities && s->entity[i].start < m->start; i++)
		if (s->entity[i].label == DIRECTIVE && report_cited_end(s, &s->entity[i]) > m->start)
			return true;
	return false;
}

static bool inside_body(const struct sentence *s, size_t at)
{
	for (unsigned i = 0; i < s->entities && s->entity[i].start <= at; i++)
		if ((s->entity[i].label == ORGANIZATION || s->entity[i].label == POSITION) && at < s->entity[i].end)
			return true;
	return false;
}

size_t meeting_verb(const struct report *r, size_t from, size_t to)
{
	size_t at = words_find(r->w, "organise", from, to);
	while (at != SIZE_MAX && inside_body(r->s, at))
		at = words_find(r->w, "organise", at + 1, to);
	return at;
}

size_t meeting_verb_last(const struct report *r, size_t from, size_t to)
{
	size_t at = words_find_last(r->w, "organise", from, to);
	while (at != SIZE_MAX && inside_body(r->s, at))
		at = words_find_last(r->w, "organise", from, at);
	return at;
}

/* A phrase of links.csv of this kind ends right before token `at`. */
bool links_right_before(const struct words *w, size_t at, const char *kind)
{
	for (unsigned i = 0; i < w->t.n && w->t.t[i].start < at; i++) {
		const struct phrase *h = &w->link[i];
		if (h->entry && str_eq(h->entry->value, str_c(kind)) && (h->end == w->t.n || w->t.t[h->end].start >= at) && w->t.t[h->end - 1].end <= at)
			return true;
	}
	return false;
}

/* "sau Hội nghị", "chào mừng Đại hội"; not "kết luận hội nghị", which is a role. */
static bool is_aside(const struct report *r, const struct entity *m)
{
	for (unsigned i = 0; i < r->s->entities && r->s->entity[i].start < m->start; i++)
		if (r->s->entity[i].label == ROLE && r->s->entity[i].end > m->start)
			return false;
	return links_right_before(r->w, m->start, "aside");
}

/* Tells a meeting by its own name, not as part of another or as a time before or after: "sau Hội nghị", "chào mừng Đại hội". */
static bool named(const struct report *r, const struct entity *m)
{
	struct str rest = str_sub(r->s->text, m->end, r->s->text.n);
	enum { MORE = 8 };             /* bytes of "thượng đỉnh", "cấp cao" behind the noun */
	bool full = m->end - m->start >= m->norm.n + MORE && rest.n > 2;
	return !is_aside(r, m) && (rest.n > 20 || full) && (rest.p[0] == ' ' || rest.p[0] == ',');
}

/* "A, Bí thư, chủ trì Hội nghị": the verb of the chair right before the noun. */
static bool chaired(const struct report *r, const struct entity *m)
{
	for (unsigned i = 0; i < r->s->entities; i++) {
		const struct entity *e = &r->s->entity[i];
		if (e->label == ROLE && str_eq(e->norm, STR("chair")) && e->start < m->end && e->end + 24 >= m->start && e->start < m->start)
			return entity_before(r->s, PERSON, e->start, 200) || entity_before(r->s, POSITION, e->start, 200);
	}
	return false;
}

/* "tại đại hội ở Cleveland hồi tháng 7", "tại Đại hội Đảng ... vào tháng 10 năm ngoái": a picture from the archive, or what is remembered. */
static bool of_old(const struct document *d, const struct report *r, const struct entity *m)
{
	enum { NEAR = 60, FAR = 400 };
	if (!lists_stands("of old", str_sub(r->s->text, m->end, m->end + FAR < r->s->text.n ? m->end + FAR : r->s->text.n)))
		return false;
	struct report named = { .s = r->s, .w = r->w, .head = m };
	meeting_name(d, &named);
	size_t end = named.name_end + NEAR < r->s->text.n ? named.name_end + NEAR : r->s->text.n;
	return lists_stands("of old", str_sub(r->s->text, m->end, end)) && !meeting_day_of(r->s, m->start);
}

/* Speaks of a meeting as going on: "tại hội nghị", "dự hội nghị", "Toàn cảnh hội nghị", "Phát biểu kết luận hội nghị". */
bool meeting_attended(const struct document *d, const struct report *r, const struct entity *m)
{
	if (meeting_is_verb(m) || meeting_inside(r->s, m) || is_aside(r, m) || of_old(d, r, m))
		return false;
	if (links_right_before(r->w, m->start, "at") || (links_right_before(r->w, m->start, "at one") && meeting_day_of(r->s, m->start)))   /* "trong một cuộc họp hôm 5/8", none of the archive's */
		return true;
	for (unsigned i = 0; i < r->s->entities; i++) {
		const struct entity *e = &r->s->entity[i];
		if (e->label != ROLE || str_eq(e->norm, STR("none")) || e->start > m->start)
			continue;
		if (e->end + 2 >= m->start || lists_find("leads to its meeting", str_trim(str_sub(r->s->text, e->end, m->start))))   /* "tham dự | các hoạt động của | Hội nghị" */
			return true;
	}
	return false;
}

static bool org_right_before(const struct report *r, const struct entity *e)
{
	for (unsigned i = 0; i < r->s->entities; i++) {
		const struct entity *o = &r->s->entity[i];
		size_t aux = o->label == ORGANIZATION && o->end < e->start ? links_find(r->w, "aux", o->end, e->start) : SIZE_MAX;
		if (o->label == ORGANIZATION && (o->end + 1 == e->start || (aux == o->end + 1 && e->start - aux < 8)))
			return true;
	}
	return false;
}

static bool role_before(const struct sentence *s, const char *role, size_t at)
{
	for (unsigned i = 0; i < s->entities; i++)
		if (s->entity[i].label == ROLE && s->entity[i].end <= at && str_eq(s->entity[i].norm, str_c(role)))
			return true;
	return false;
}

/* What is held, rather than a visit that may only be spoken of. */
static bool is_session(const struct entity *e)
{
	return lists_find("type that is held", e->norm) != NULL;
}

/* "Sáng 16-6, tiếp xúc cử tri tại huyện A, Thủ tướng B đã trả lời": who did it stands behind the comma. */
static bool subject_behind(const struct report *r, const struct entity *e, const struct entity *day)
{
	if (!meeting_is_verb(e) || !day || day->end + 2 != e->start)
		return false;
	for (unsigned i = 0; i < r->s->entities; i++) {
		const struct entity *o = &r->s->entity[i];
		if ((o->label == PERSON || o->label == POSITION || o->label == HONORIFIC) && o->start > e->end && str_ends(str_sub(r->s->text, 0, o->start), STR(", ")))
			return true;
	}
	return false;
}

/* "Ngay sau lễ đón, ông A đã hội đàm với ông B", "Trước đó, bà A có cuộc họp với bà B": of the same day as the meeting told before. */
static bool is_after(const struct document *d, struct report *r, const struct entity *e)
{
	unsigned n;
	const struct list_word *opens = lists_words("goes on with another", &n);
	if (d->meetings == 0 || !meeting_is_verb(e) || str_eq(d->meeting[d->meetings - 1].type, e->norm) || meeting_day_of(r->s, e->start) || words_find(r->w, "planned", 0, e->start) != SIZE_MAX)
		return false;
	if (!entity_before(r->s, PERSON, e->start, 30) && !entity_before(r->s, POSITION, e->start, 30))
		return false;
	for (unsigned i = 0; i < n; i++)
		if (str_starts(r->s->text, opens[i].phrase))
			return r->fresh = true;
	return false;
}

/* "Trong buổi họp báo chiều cùng ngày, ...": of a kind that is held beside the meeting told before, with a day of its own. */
static bool is_beside(const struct document *d, struct report *r, const struct entity *e, const struct entity *day)
{
	if (d->meetings == 0 || meeting_is_verb(e) || !lists_find("held beside another", e->norm) || str_eq(d->meeting[d->meetings - 1].type, e->norm) || !meeting_attended(d, r, e))
		return false;
	if (words_find(r->w, "sameday", e->end, e->end + 40) != SIZE_MAX)
		r->fresh = true;
	return r->fresh || (day && day->start > e->start);
}

/* "phát biểu tại Diễn đàn doanh nghiệp A cùng ngày": beside the meeting told before, by its own name. */
static bool is_on_the_same_day(const struct document *d, struct report *r, const struct entity *e)
{
	if (d->meetings == 0 || meeting_is_verb(e) || str_eq(d->meeting[d->meetings - 1].type, e->norm) || !meeting_attended(d, r, e))
		return false;
	struct report named = { .s = r->s, .w = r->w, .head = e };
	if (name_is_short(meeting_name(d, &named)) || words_find(r->w, "sameday", named.name_end, named.name_end + 2) == SIZE_MAX)
		return false;
	return r->fresh = true;
}

/* "tại cuộc họp báo | sau | hội đàm", "tại cuộc hội đàm | sau | lễ đón": told by the meeting that went before it, of the same day. */
static bool is_next(const struct document *d, struct report *r, const struct entity *e)
{
	if (d->meetings == 0 || meeting_is_verb(e) || !meeting_attended(d, r, e))
		return false;
	for (unsigned i = 0; i < r->s->entities; i++) {
		const struct entity *o = &r->s->entity[i];
		if (o->label != MEETING || o->start < e->end || o->start - e->end > 40 || !lists_ends("before or after", str_trim(str_sub(r->s->text, e->end, o->start))))
			continue;
		for (unsigned k = 0; k < d->meetings; k++)
			if (str_eq(d->meeting[k].type, e->norm))
				return false;
		for (unsigned k = 0; k < d->meetings; k++)
			if (str_eq(d->meeting[k].type, o->norm) || lists_find("held beside another", e->norm))
				return r->fresh = true;
	}
	return false;
}

/* "Thủ tướng A bắt đầu | chuyến thăm chính thức B từ ngày 25 đến 27-4", "chiều nay tới Hà Nội, bắt đầu | chuyến thăm". */
static bool begins_visit(const struct report *r, const struct entity *e)
{
	return str_eq(e->norm, STR("thăm")) && !meeting_is_verb(e) && lists_ends("begins a visit", str_trim(str_sub(r->s->text, 0, e->start)));
}

/* What a sentence says around one meeting noun or verb. */
struct signs {
	const struct entity *day;
	size_t verb;                /* byte of the organising verb before it; SIZE_MAX: none */
	size_t now;                 /* of "sáng nay" before it */
	bool organised;             /* by the verb before it */
	bool behind;                /* "diễn ra", "do A tổ chức" behind it */
	bool lately, dated, day_first, org, subject;
	bool at, long_name;
	bool now_behind;            /* "trong cuộc họp báo chiều nay" */
};

/* "Ban Tuyên giáo Tỉnh ủy A đã chủ trì buổi họp báo": a body's verb of the chair holds it. Its byte; SIZE_MAX: none. */
static size_t body_chairs(const struct report *r, const struct entity *e)
{
	for (unsigned i = 0; i < r->s->entities; i++) {
		const struct entity *chair = &r->s->entity[i];
		if (chair->label != ROLE || !str_eq(chair->norm, STR("chair")) || chair->start > e->start || chair->end + 24 < e->start)
			continue;
		for (unsigned k = 0; k < i; k++) {
			const struct entity *o = &r->s->entity[k];
			size_t aux = o->label == ORGANIZATION && o->end < chair->start ? links_find(r->w, "aux", o->end, chair->start) : SIZE_MAX;
			if (o->label == ORGANIZATION && (o->end + 1 == chair->start || (aux == o->end + 1 && chair->start - aux < 8)))
				return chair->start;
		}
	}
	return SIZE_MAX;
}

/* The day of a meeting that no verb holds: right behind its own name, and not the one behind the name of another. */
static const struct entity *own_day(const struct document *d, const struct report *r, const struct entity *e, const struct entity *day)
{
	const struct entity *own = meeting_day_behind(d, r, e);
	if (day && day->start < e->start && org_right_before(r, e))   /* "Sáng 5/3, Ban A | họp báo | về kỳ họp diễn ra ngày 7/3" */
		return day;
	if (own && !meeting_day_ends(r->s, own))
		return own;
	for (unsigned i = 0, seen = 0; day && i < r->s->entities && seen < MOST; i++) {
		const struct entity *o = &r->s->entity[i];
		seen += o->label == MEETING;
		if (o->label == MEETING && o != e && o->start < day->start && meeting_attended(d, r, o) && meeting_day_behind(d, r, o) == day)
			return NULL;
	}
	return day;
}

/* "Sáng 6/3, ông A cho biết, đang chuẩn bị cho | tọa đàm B", "tối 29/4, sau khi dự | hội nghị", "về đến Hà Nội, kết thúc | chuyến thăm": the day of
 * what is told before; not "cho biết tại | cuộc họp", "sau khi biết tin, ông A thăm". */
static bool day_of_other(const struct report *r, const struct entity *day, const struct entity *e, bool said)
{
	if (!day || day->end >= e->start || words_find(r->w, "sameday", day->end, e->start) != SIZE_MAX)
		return false;
	struct str between = str_sub(r->s->text, day->end, e->start);
	const struct list_word *part = lists_stands("parts a day from its meeting", between);
	if (!part || str_eq(part->value, STR("said")) != said)
		return false;
	size_t at = str_find(between, part->phrase, 0), behind = at + part->phrase.n;
	if (!said)
		return !str_eq(part->value, STR("time")) || str_find(between, STR(","), behind) >= between.n;
	if (lists_ends("quotes a paper", str_trim(str_sub(between, 0, at))))   /* "theo thông báo của Bộ A" */
		return false;
	return str_starts(str_sub(between, behind, between.n), STR(",")) || !(links_right_before(r->w, e->start, "at") || links_right_before(r->w, e->start, "at one"));
}

static struct signs signs_of(const struct document *d, const struct report *r, const struct entity *e)
{
	const struct sentence *s = r->s;
	struct signs g = { .day = meeting_day_of(s, e->start), .verb = SIZE_MAX, .now = links_find(r->w, "today", 0, e->start) };
	if (!meeting_is_verb(e)) {
		g.verb = meeting_verb_last(r, e->start > 40 ? e->start - 40 : 0, e->start);
		g.behind = meeting_verb(r, e->end, e->end + 400) != SIZE_MAX;
		g.at = links_right_before(r->w, e->start, "at");
		struct report named = { .s = s, .w = r->w, .head = e };
		g.long_name = !name_is_short(meeting_name(d, &named));
		g.now_behind = links_find(r->w, "today", named.name_end, named.name_end + 2) != SIZE_MAX;
	}
	if (!meeting_is_verb(e) && g.verb == SIZE_MAX)
		g.verb = body_chairs(r, e);
	g.organised = g.verb != SIZE_MAX;
	if (!meeting_is_verb(e) && !g.organised)
		g.day = own_day(d, r, e, g.day);
	if ((g.day && lists_starts("counts up to a day", s->text)) || day_of_other(r, g.day, e, false))
		g.day = NULL;
	g.lately = links_find(r->w, "lately", 0, e->start) != SIZE_MAX || (meeting_is_verb(e) && str_ends(str_trim(str_sub(s->text, 0, e->start)), STR(" vừa")));
	g.dated = g.day || r->fresh || g.now != SIZE_MAX;
	g.day_first = (g.day && g.day->start < e->start) || r->fresh || g.now != SIZE_MAX || g.lately;
	g.org = entity_before(s, ORGANIZATION, g.organised ? g.verb : e->start, 60);
	enum { VERB = 16 };            /* bytes of "tổ chức" and one more */
	bool acts = g.organised || str_starts(str_sub(s->text, e->start, e->end), STR("tổ chức")) || meeting_verb_last(r, e->start > VERB ? e->start - VERB : 0, e->start) != SIZE_MAX;
	for (unsigned i = 0; acts && !g.org && i < s->entities; i++)   /* "Tỉnh Đồng Tháp vừa tổ chức hội nghị", "huyện Na Rì tổ chức gặp mặt" */
		g.org = meeting_place_holds(r, &s->entity[i], g.organised ? g.verb : e->start);
	g.subject = g.org || subject_behind(r, e, g.day) || entity_before(s, PERSON, e->start, 120) || entity_before(s, POSITION, e->start, 120) || links_find(r->w, "party", 0, e->start) != SIZE_MAX;
	struct list holders = { 0 };   /* "ngành Y tế A tổ chức họp khẩn": a body of no table */
	if (!g.subject && g.dated && meeting_holders(d, r, 0, g.organised ? g.verb : e->start, &holders) != SIZE_MAX)
		g.org = g.subject = true;
	return g;
}

/* "mời Tổng thống thăm", "khả năng ông gặp": it has not come about. */
static bool only_thought_of(const struct sentence *s, const struct entity *e)
{
	return lists_stands("asks to come", str_sub(s->text, e->start > 90 ? e->start - 90 : 0, e->start)) || lists_stands("not come about", str_sub(s->text, e->start > 30 ? e->start - 30 : 0, e->start));
}

/* "ông A cho rằng Hội nghị B phản ánh ...": told by somebody, with the day on which he said it. */
static bool reported_speech(const struct report *r, const struct entity *e)
{
	const struct entity *day = meeting_day_of(r->s, e->start);
	return lists_stands("opens what is said", str_sub(r->s->text, day && day->end < e->start ? day->end : 0, e->start)) != NULL;
}

/* "Bộ trưởng A đã có cuộc gặp với Bộ trưởng B", on top and with no time of the past: it is the news. */
static bool just_told(const struct document *d, const struct report *r, const struct entity *e)
{
	enum { TOP = 4, NEAR = 12 };
	if (d->meetings || r->s->n > TOP || !lists_starts("had a meeting", str_sub(r->s->text, e->start, e->end)) || lists_stands("of old", r->s->text))
		return false;
	for (unsigned i = 0; i < r->s->entities; i++)
		if (r->s->entity[i].label == DATE && r->s->entity[i].norm.n != 10)
			return false;
	return entity_before(r->s, PERSON, e->start, NEAR) || entity_before(r->s, ORGANIZATION, e->start, NEAR);
}

/* "khi tổ chức hội nghị", "xin tổ chức họp báo", "việc tổ chức lễ": of the verb at a byte nobody says that it was done. */
static bool held_by_nobody(const struct sentence *s, size_t verb)
{
	struct str before = str_trim(str_sub(s->text, 0, verb));
	if (str_ends(before, STR(" tổ")))   /* the verb's last syllable is a verb too */
		before = str_trim(str_sub(before, 0, before.n - STR(" tổ").n));
	return lists_ends("before a verb of plans", before) != NULL;
}

static bool verb_reports(struct document *d, struct report *r, const struct entity *e, const struct signs *g)
{
	enum { VERB = 16 };            /* bytes of "tổ chức" and one more */
	size_t verb = str_starts(str_sub(r->s->text, e->start, e->end), STR("tổ chức")) ? e->start : meeting_verb_last(r, e->start > VERB ? e->start - VERB : 0, e->start);
	if (meeting_private(d, r, e) || (verb != SIZE_MAX && held_by_nobody(r->s, verb)))
		return false;
	if (just_told(d, r, e) && !only_thought_of(r->s, e) && !reported_speech(r, e))
		return true;
	bool org = org_right_before(r, e), event = str_eq(e->unit, STR("event"));
	if (g->day_first && (g->subject || event) && !only_thought_of(r->s, e) && !reported_speech(r, e))
		return true;
	const struct entity *behind = g->subject && !event ? meeting_day_behind(d, r, e) : NULL;   /* "Ban Chỉ đạo A đã họp khẩn ngay sáng 13/9" */
	bool since = behind && !str_eq(e->norm, STR("thăm")) && str_ends(str_trim(str_sub(r->s->text, 0, behind->start)), STR(" từ"));
	if (behind && r->s->n <= 6 && !since && !meeting_day_ends(r->s, behind) && !only_thought_of(r->s, e) && !reported_speech(r, e))
		return true;
	if (event && org && d->meetings == 0 && r->s->n <= 4)   /* "Tập đoàn A tổ chức họp mặt", on top */
		return true;
	return (org && r->s->n <= 12 && role_before(r->s, "chair", e->start)) || is_after(d, r, e);   /* "Dưới sự chủ trì của A, Tỉnh ủy họp" */
}

/* The first meeting of a page, spoken of as going on, or named with its day. */
static bool first_told(const struct document *d, const struct report *r, const struct entity *e, const struct signs *g)
{
	if (d->meetings)
		return false;
	bool visit = str_eq(e->norm, STR("thăm"));
	if ((g->day || g->now != SIZE_MAX) && r->s->n <= 10 && named(r, e) && ((meeting_attended(d, r, e) && !visit) || is_session(e)))
		return true;
	if (!visit && r->s->n <= 8 && e->start < 16 && g->at && g->long_name && !of_old(d, r, e))
		return true;
	bool concluded = r->s->n <= 8 && g->at && g->long_name && lists_stands("concluded at a meeting", str_sub(r->s->text, 0, e->start));   /* "thông báo kết luận của Phó Thủ tướng tại cuộc họp ..." */
	bool resumed = g->org && g->dated && lists_ends("resumes a session", str_trim(str_sub(r->s->text, 0, e->start)));   /* "Quốc hội tiếp tục chương trình làm việc kỳ họp thứ 6" */
	return concluded || resumed || ((r->s->n <= 12 || g->day) && chaired(r, e));
}

/* "Sáng 4/6, Thủ tướng A chủ trì Hội nghị B", behind a meeting of other days: news of a page that holds several. */
static bool another_day(const struct document *d, const struct report *r, const struct entity *e, const struct signs *g)
{
	if (!g->day_first || !g->day || !named(r, e) || !chaired(r, e))
		return false;
	for (unsigned i = 0; i < d->meetings; i++)
		if (d->meeting[i].date.n != 10 || g->day->norm.n != 10 || str_eq(str_sub(d->meeting[i].date, 4, 10), str_sub(g->day->norm, 4, 10)))
			return false;
	return d->meetings > 0;
}

/* "đã tổ chức nhiều hội thảo", "mỗi cuộc họp": no one in particular. */
static bool is_one_of_many(const struct sentence *s, const struct entity *e)
{
	struct str before = str_trim(str_sub(s->text, 0, e->start));
	if (lists_ends("many of a kind", before) || lists_starts("opens a habit", s->text))
		return true;
	size_t digit = before.n;
	while (digit && before.p[digit - 1] >= '0' && before.p[digit - 1] <= '9')
		digit--;
	return digit < before.n && !str_eq(str_sub(before, digit, before.n), STR("1")) && (!digit || before.p[digit - 1] == ' ');   /* "12 cuộc tọa đàm" */
}

/* "Khi thấy cần thiết thì Bộ Chính trị triệu tập Hội nghị ...": none that was held. */
static bool conditional(const struct sentence *s, size_t at)
{
	return lists_starts("opens a condition", s->text) && lists_stands("closes a condition", str_sub(s->text, 0, at));
}

/* The words right before the verb, none of a body's name: "Cảng hàng không B | đã | tổ chức". */
static struct str before_verb(const struct sentence *s, size_t verb)
{
	enum { NEAR = 24 };
	size_t from = verb > NEAR ? verb - NEAR : 0;
	for (unsigned i = 0; i < s->entities && s->entity[i].start < verb; i++)
		if (s->entity[i].label == ORGANIZATION && s->entity[i].end > from && s->entity[i].end < verb)
			from = s->entity[i].end;
	return str_sub(s->text, from, verb);
}

/* "Cuộc họp A vừa diễn ra", on top of the page. */
static bool just_held(const struct document *d, const struct report *r, const struct entity *e)
{
	enum { TOP = 3, BEGIN = 30 };
	if (d->meetings || r->s->n > TOP || e->start > BEGIN)
		return false;
	struct report named = { .s = r->s, .w = r->w, .head = e };
	meeting_name(d, &named);
	return lists_starts("just held", str_trim(str_sub(r->s->text, named.name_end, r->s->text.n))) != NULL;
}

static bool noun_reports(struct document *d, struct report *r, const struct entity *e, unsigned rank, const struct signs *g)
{
	if (!g->organised && lists_ends("several of a kind", str_trim(str_sub(r->s->text, 0, e->start))))
		return false;
	if (g->organised ? lists_ends("before or after", str_trim(str_sub(r->s->text, 0, e->start))) != NULL : is_aside(r, e) || reported_speech(r, e))
		return false;
	if (is_one_of_many(r->s, e) || conditional(r->s, e->start) || in_subject(r->s, e))
		return false;
	if (g->organised && held_by_nobody(r->s, g->verb))
		return false;
	if (g->organised && lists_stands("not come about", before_verb(r->s, g->verb)))   /* "không có cơ hội triệu tập" */
		return false;
	if (just_held(d, r, e))
		return true;
	if ((g->organised && (g->dated || g->org)) || (g->behind && (g->dated || g->lately) && rank < 6))
		return true;
	if (!g->organised && g->day_first && org_right_before(r, e))   /* "Cùng ngày, Ban Dân tộc gặp mặt già làng" */
		return true;
	if (r->fresh && e->start < 60 && g->at && g->long_name)         /* "Cùng ngày, tại hội nghị ..., ông A" */
		return true;
	if (begins_visit(r, e) && g->subject && g->dated)
		return true;
	return first_told(d, r, e, g) || another_day(d, r, e, g) || is_beside(d, r, e, g->day) || is_next(d, r, e) || is_on_the_same_day(d, r, e);
}

static bool is_report(struct document *d, struct report *r, const struct entity *e, unsigned rank)
{
	struct signs g = signs_of(d, r, e);
	bool verb = meeting_is_verb(e);
	if (!(verb ? verb_reports(d, r, e, &g) : noun_reports(d, r, e, rank, &g)))
		return false;
	const struct entity *ahead = verb ? meeting_day_of_plan(r, e) : meeting_day_to_come(d, r, e);
	r->head = e;
	if (day_of_other(r, g.day, e, true))
		g.day = NULL;
	r->day = ahead ? ahead : g.now_behind && !(g.day && g.day->start > e->end) ? NULL : g.day;
	r->today = !r->day && (g.now != SIZE_MAX || g.now_behind);
	r->verb = g.organised ? g.verb : e->start;
	r->organised = g.organised || verb || (g.day_first && org_right_before(r, e));
	bool behind = !g.organised && g.behind && r->day && r->day->start > r->verb;   /* "lễ khánh thành A sẽ do Bộ B tổ chức vào sáng 29/4" */
	r->planned = ahead || meeting_planned(r, behind ? r->day->start : r->verb) || (behind && meeting_to_be_held(d, r));
	return true;
}

/* "Trước đó, ngày 5/3, | Sở A đã tổ chức", "tỉnh A đã tổ chức". */
static bool held_by_somebody(const struct report *r)
{
	for (unsigned i = 0; i < r->s->entities; i++)
		if (meeting_place_holds(r, &r->s->entity[i], r->verb))
			return true;
	return entity_before(r->s, ORGANIZATION, r->verb, 60);
}

/* "Vừa qua, Huyện ủy A đã tổ chức hội nghị ...": on top of a page it is the news, behind another meeting what was before. */
static bool is_the_news(const struct document *d, const struct report *r)
{
	enum { TOP = 4 };
	return d->meetings == 0 && r->s->n <= TOP && r->organised && links_find(r->w, "lately", 0, 2) == 0;
}

/* Not what was before, but for what a body held then on a day of its own. */
static bool is_past(const struct document *d, const struct report *r)
{
	if (is_the_news(d, r))
		return false;
	return words_find(r->w, "past", 0, 12) != SIZE_MAX && !r->fresh && !(r->day && !meeting_is_verb(r->head) && r->verb < r->head->start && held_by_somebody(r));
}

bool report_found(struct document *d, struct report *r)
{
	unsigned seen = 0;
	r->head = NULL;
	r->fresh = r->s->text.n && (r->s->text.p[0] == '*' || words_find(r->w, "sameday", 0, words_find(r->w, "past", 0, 1) == 0 ? 24 : 8) != SIZE_MAX);   /* "Trước đó, sáng cùng ngày" */
	for (unsigned i = 0; i < r->s->entities && seen < MOST; i++)
		if (r->s->entity[i].label == MEETING && seen++ < MOST && !meeting_inside(r->s, &r->s->entity[i]) && is_report(d, r, &r->s->entity[i], i))
			return !is_past(d, r);
	return false;
}

/* Somebody or a body in [from, to). */
static bool somebody_in(const struct sentence *s, size_t from, size_t to)
{
	for (unsigned i = 0; i < s->entities; i++) {
		const struct entity *e = &s->entity[i];
		if ((e->label == PERSON || e->label == POSITION || e->label == ORGANIZATION) && e->start >= from && e->end <= to)
			return true;
	}
	return false;
}

bool report_second(const struct report *first, struct report *second)
{
	enum { NEAR = 80 };
	const struct sentence *s = first->s;
	if (!meeting_is_verb(first->head) || !lists_find("talks", first->head->norm))
		return false;
	for (unsigned i = 0; i < s->entities; i++) {
		const struct entity *e = &s->entity[i];
		struct str before = str_trim(str_sub(s->text, 0, e->start));
		bool other = e->label == MEETING && e->start > first->head->end && meeting_is_verb(e) && lists_find("talks", e->norm) && !str_eq(e->norm, first->head->norm);
		if (!other || str_eq(e->norm, STR("thăm")) || !lists_ends("joins two talks", before) || !somebody_in(s, first->head->end, e->start) || !somebody_in(s, e->end, e->end + NEAR))
			continue;
		*second = *first;
		second->head = e;
		return true;
	}
	return false;
}
