/* roles.c - who acts: a ROLE trigger goes to the list of persons right before it ("A, Bí thư, đã phát biểu"), or, at the head of a clause,
 * to those behind it ("Phát biểu tại hội nghị, A ..."; "Tham dự có: A, B"). A verb with other words between it and any person is nobody's. */
#include "extract/clause.h"
#include "extract/explain.h"
#include "vi/lists.h"
#include <stdint.h>

static bool covered(const struct sentence *s, const struct entity *r)
{
	for (unsigned i = 0; i < s->entities; i++) {
		const struct entity *e = &s->entity[i];
		if (e != r && e->label != ROLE && e->label != MEETING && e->start <= r->start && r->end <= e->end && (e->end - e->start > r->end - r->start))
			return true;
	}
	return false;
}

static bool is(const struct entity *r, const char *role) { return str_eq(r->norm, str_c(role)); }

/* Whether a phrase of this kind ends before a person and the offices right before him. */
static bool behind(const struct clause *c, const struct item *it, const char *kind)
{
	while (it > c->item && !it[-1].person && it[-1].link == LINK_TIGHT)
		it--;
	return link_ends_before(c, it->start, kind);
}

static void give(const struct clause *c, struct item *it, const struct entity *r, struct meeting *m)
{
	if (!it->who || behind(c, it, "kin"))   /* "phu nhân Tổng Bí thư A dự": not A */
		return;
	list_add(&it->who->roles, r->norm);
	explain("officials", it->who->name, "roles", r->norm, r->rule, c->s);
	if (!m)
		return;
	list_add(&it->who->meeting_ids, m->id);
	if (is(r, "chair"))
		list_add(&m->chairs, it->who->name);
}

/* Strongest link on the way from one person of a list to the next. */
static enum link between_persons(const struct clause *c, unsigned left, unsigned right)
{
	enum link l = LINK_TIGHT;
	for (unsigned i = left; i < right; i++)
		l = c->item[i].link > l ? c->item[i].link : l;
	return l;
}

/* The persons of a list that ends with item `last` and share the verb behind it: all who attend or chair, else those joined by "và". */
static void give_before(struct clause *c, unsigned last, const struct entity *r, struct meeting *m)
{
	bool all = is(r, "attend") || is(r, "chair"), joined = false;
	unsigned from = last, right = ITEMS_MAX;
	while (from && c->item[from - 1].link != LINK_OTHER)
		from--;
	for (unsigned i = last + 1; i-- > from;) {
		if (!c->item[i].who)
			continue;
		if (right < ITEMS_MAX && !all) {
			enum link l = between_persons(c, i, right);
			joined |= l == LINK_AND;
			if (!joined || l > LINK_AND)
				return;
		}
		give(c, &c->item[i], r, m);
		right = i;
	}
}

static void give_behind(struct clause *c, unsigned first, const struct entity *r, struct meeting *m, size_t until, bool list)
{
	for (unsigned i = first; i < c->n && c->item[i].start < until; i++) {
		give(c, &c->item[i], r, m);
		if (!list && c->item[i].link == LINK_OTHER)
			return;
	}
}

/* Nothing but an adverbial ("Tại hội nghị, ") between the clause's begin and the verb. */
static bool at_head(const struct clause *c, const struct entity *r)
{
	size_t from = 0;
	for (size_t at = 0; (at = str_find(c->s->text, STR("; "), at)) < r->start; at++)
		from = at;
	if (is(r, "attend") || is(r, "chair"))
		return r->start - from < 70 || str_ends(str_sub(c->s->text, r->start, r->end), STR("còn có"));
	for (size_t at = from; (at = str_find(c->s->text, STR(", "), at)) < r->start; at++)
		if (lists_find("opens an address", str_trim(str_sub(c->s->text, at + 2, r->start))))
			return true;
	struct str head = str_trim(str_sub(c->s->text, from, r->start));
	return head.n == 0 || lists_find("opens an address", head) || str_ends(head, STR(",")) || link_is_light(c, from, r->start);
}

/* The last thing before `at` opens a list or a subject: "," ":" or có, gồm, là, của, do. */
static bool opens(const struct clause *c, const struct entity *r, size_t at)
{
	struct str between = str_trim(str_sub(c->s->text, r->end, at));
	if (between.n == 0 && r->start == 0 && (is(r, "conclude") || is(r, "open")))   /* "Kết luận hội nghị đồng chí A nhấn mạnh" */
		return true;
	if (between.n == 0 || link_ends_before(c, at, "plural"))
		return is(r, "attend") || is(r, "chair") || is(r, "direct");
	char last = between.p[between.n - 1];
	return last == ',' || last == ':' || last == '-' || link_ends_before(c, at, "colon") || link_ends_before(c, at, "has") || link_ends_before(c, at, "is") || str_ends(between, STR("của")) || str_ends(between, STR("phía"));
}

static bool lists(const struct clause *c, const struct entity *r, size_t at)
{
	if (is(r, "attend"))
		return true;
	struct str between = str_sub(c->s->text, r->end, at);
	return memchr(between.p, ':', between.n) || (link_ends_before(c, at, "colon") || link_ends_before(c, at, "has")) || str_ends(str_sub(c->s->text, r->start, r->end), STR("có các đồng chí"));
}

/* A list said to be one: "có", "gồm" or a colon stands before it. */
static bool told(const struct clause *c, const struct entity *r, size_t at)
{
	struct str between = str_sub(c->s->text, r->start, at);
	return memchr(between.p, ':', between.n) || link_ends_before(c, at, "colon") || link_ends_before(c, at, "has") || str_find(between, STR("có các"), 0) < between.n;
}

/* "Ủy ban Kiểm tra kết luận: Các đồng chí A, B ...": a body says it. */
static bool said_by_body(const struct clause *c, const struct entity *r)
{
	size_t end = str_trim(str_sub(c->s->text, 0, r->start)).n;
	for (unsigned k = 0; k < c->s->entities && c->s->entity[k].start < end; k++)
		if (c->s->entity[k].label == ORGANIZATION && c->s->entity[k].end >= end)
			return !is(r, "attend") && !is(r, "chair");
	return false;
}

/* Byte where the next trigger that is a finite verb begins. */
static size_t next_trigger(const struct clause *c, unsigned k, size_t after)
{
	for (k++; k < c->s->entities; k++)
		if (c->s->entity[k].label == ROLE && c->s->entity[k].start > after && !covered(c->s, &c->s->entity[k]))
			return c->s->entity[k].start;
	return SIZE_MAX;
}

/* "Chủ trì có ông A, Chủ tịch, | đến dự còn có ông B": behind a mark, a verb that opens a list. */
static bool begins_list(const struct clause *c, const struct entity *r)
{
	struct str before = str_trim(str_sub(c->s->text, 0, r->start)), behind = str_trim(str_sub(c->s->text, r->end, c->s->text.n));
	if (!(is(r, "attend") || is(r, "chair")) || !before.n || !strchr(";,", before.p[before.n - 1]))
		return false;
	return str_ends(str_sub(c->s->text, r->start, r->end), STR("có")) || link_opens(c, r->end, true) || str_starts(behind, STR(":"));
}

/* "Dự và chủ trì có A, Bí thư; | cùng dự có B": where another list opens behind a mark; SIZE_MAX: nowhere. */
static size_t next_list(const struct clause *c, unsigned k, size_t after)
{
	for (k++; k < c->s->entities; k++) {
		const struct entity *r = &c->s->entity[k];
		if (r->label == ROLE && r->start > after && !covered(c->s, r) && begins_list(c, r))
			return r->start;
	}
	return SIZE_MAX;
}

static int item_before(const struct clause *c, size_t at)
{
	int last = -1;
	for (unsigned i = 0; i < c->n && c->item[i].end <= at; i++)
		last = (int)i;
	return last;
}

/* A further verb of the same subject: joined by "và" or a comma; what is spoken of may stand between two verbs of speech. */
static bool goes_on_with(const struct clause *c, size_t verb_end, const struct entity *r)
{
	enum link l = link_between(c, verb_end, r->start);
	if (is(r, "speak"))
		return l <= LINK_AND || link_is_light(c, verb_end, r->start) || link_ends_before(c, r->start, "and") || str_ends(str_trim(str_sub(c->s->text, 0, r->start)), STR(","));
	return l > LINK_TIGHT && (l <= LINK_AND || link_is_light(c, verb_end, r->start));
}

/* "A ... đã có buổi làm việc với B": who meets attends. */
static void meets(struct clause *c, struct meeting *m)
{
	struct entity attend = { .label = ROLE, .norm = STR("attend"), .rule = STR("role:meets") };
	for (unsigned k = 0; m && k < c->s->entities; k++) {
		const struct entity *e = &c->s->entity[k];
		int before = e->label == MEETING ? item_before(c, e->start) : -1;
		if (before < 0 || !(str_eq(e->unit, STR("verb")) || link_ends_before(c, e->start, "meets")))
			continue;
		size_t from = c->item[before].end;
		const struct list_word *leads = lists_starts("leads a party", str_trim(str_sub(c->s->text, from, e->start)));   /* "do ông A | dẫn đầu | đã làm việc với B" */
		from += leads ? 1 + leads->phrase.n : 0;
		if (before && !c->item[before].person && lists_find("leads a party", str_trim(str_sub(c->s->text, c->item[before - 1].end, from))))
			before--;                      /* "do ông A | làm Trưởng đoàn | đã ..." */
		if (link_is_light(c, from, e->start))
			give_before(c, (unsigned)before, &attend, m);
	}
}

/* "Hội nghị thượng đỉnh Hà Nội giữa | Chủ tịch A và Tổng thống B": the item behind the meeting's name. */
static bool both_sides(const struct clause *c, const struct entity *e, unsigned *next)
{
	enum { NAME = 80 };
	unsigned i = (unsigned)(item_before(c, e->end) + 1);
	if (i + 1 >= c->n || c->item[i].start < e->end || c->item[i].start - e->end > NAME || !str_ends(str_trim(str_sub(c->s->text, e->end, c->item[i].start)), STR(" giữa")))
		return false;
	*next = i;
	return true;
}

/* "hội đàm với Thủ tướng A", "cuộc gặp giữa A và B": who is met attends. */
static void met(struct clause *c, struct meeting *m)
{
	static const char *const types[] = { "tiếp", "làm việc", "gặp mặt" };
	struct entity attend = { .label = ROLE, .norm = STR("attend"), .rule = STR("role:met") };
	for (unsigned k = 0; k < c->s->entities; k++) {
		const struct entity *e = &c->s->entity[k];
		bool meets = false;
		for (size_t t = 0; e->label == MEETING && t < sizeof types / sizeof *types; t++)
			meets |= str_eq(e->norm, str_c(types[t]));
		unsigned next = (unsigned)(item_before(c, meets ? e->end : 0) + 1);
		bool both = e->label == MEETING && !meets && both_sides(c, e, &next);
		if (both || (meets && next < c->n && c->item[next].start >= e->end && link_between(c, e->end, c->item[next].start) <= LINK_AND))
			give_behind(c, next, &attend, m, SIZE_MAX, false);
		for (unsigned i = next; meets && m && i < c->n; i++)   /* "tiếp đoàn công tác do ông A làm trưởng đoàn" */
			if (c->item[i].person && c->item[i].start > e->end && behind(c, &c->item[i], "by") && lists_stands("leads those met", str_sub(c->s->text, c->item[i].end, c->s->text.n)))
				give(c, &c->item[i], &attend, m);
	}
}

/* "Ông A (bìa phải) tại hội nghị": who is seen at a meeting attends it. */
static void seen(struct clause *c, struct meeting *m)
{
	struct entity attend = { .label = ROLE, .norm = STR("attend"), .rule = STR("role:seen at") };
	for (unsigned k = 0; m && k < c->s->entities; k++) {
		const struct entity *e = &c->s->entity[k];
		int before = e->label == MEETING ? item_before(c, e->start) : -1;
		if (before < 0)
			continue;
		struct str between = str_trim(str_sub(c->s->text, c->item[before].end, e->start));
		size_t close = str_starts(between, STR("(")) ? str_find(between, STR(")"), 0) : between.n;
		if (lists_find("seen at", close < between.n ? str_trim(str_sub(between, close + 1, between.n)) : between))
			give_before(c, (unsigned)before, &attend, m);
	}
}

/* "bầu ông A giữ chức B": who is given an office at the meeting attends it. */
static void newly_given(struct clause *c, struct meeting *m)
{
	struct entity attend = { .label = ROLE, .norm = STR("attend"), .rule = STR("role:given an office") };
	for (unsigned i = 0; m && i < c->n; i++)
		if (c->item[i].newly)
			give(c, &c->item[i], &attend, m);
}

/* "Theo ông A, Chủ tịch xã, ...": whose words the sentence gives. */
static void quoted(struct clause *c, struct meeting *m)
{
	struct entity speak = { .label = ROLE, .norm = STR("speak"), .rule = STR("role:quoted") };
	for (unsigned i = 0; i < c->n; i++) {
		if ((i && c->item[i - 1].link != LINK_OTHER) || !link_ends_before(c, c->item[i].start, "quoted"))
			continue;
		unsigned first = i;
		while (first + 1 < c->n && !c->item[first].person && c->item[first].link <= LINK_AND)
			first++;
		give(c, &c->item[first], &speak, m);
		for (unsigned k = first + 1; k < c->n && c->item[k - 1].link <= LINK_AND; k++) {   /* "theo ông A, ông B còn ...": A's words */
			if (c->item[k].person && c->item[k - 1].link != LINK_AND)
				break;
			give(c, &c->item[k], &speak, m);
		}
	}
}

/* "các đại biểu được nghe ông A thông tin": A presents. */
static bool heard(const struct clause *c, unsigned last)
{
	while (last && c->item[last - 1].link != LINK_OTHER)
		last--;
	return link_ends_before(c, c->item[last].start, "hears");
}

static bool ends_with(struct str text, const char *list)
{
	unsigned n;
	const struct list_word *w = lists_words(list, &n);
	for (unsigned i = 0; i < n; i++)
		if (str_ends(text, w[i].phrase) && (text.n == w[i].phrase.n || text.p[text.n - w[i].phrase.n - 1] == ' '))
			return true;
	return false;
}

/* "gửi điện tới ông A, cho rằng ...", "văn bản gửi ông A đề nghị ...": the verb behind is not A's. */
static bool object(const struct clause *c, unsigned last, size_t verb)
{
	struct str between = str_trim(str_sub(c->s->text, c->item[last].end, verb));
	if (c->item[last].person && between.n > 1 && *between.p == ',' && str_ends(str_trim(str_sub(c->s->text, 0, c->item[last].start)), STR(" của")))   /* "ký thông báo về sai phạm của bà A, đồng thời khẳng định" */
		return lists_starts("goes on with another verb", str_trim(str_sub(between, 1, between.n))) != NULL;
	if (!c->item[last].person || between.n > 1 || (between.n && *between.p != ','))
		return false;
	while (last && c->item[last - 1].link != LINK_OTHER)
		last--;
	return ends_with(str_trim(str_sub(c->s->text, 0, c->item[last].start)), between.n ? "takes a person for its object" : "sent to");
}

/* "Ông A: Việc này tôi biết rồi.", "Ông A, Giám đốc Sở: "Chúng tôi ..."": in a talk of questions and answers. */
static void answers(struct clause *c, struct meeting *m)
{
	struct entity speak = { .label = ROLE, .norm = STR("speak"), .rule = STR("role:answers") };
	unsigned last = 0;
	if (!c->n || !c->item[0].person || c->item[0].start > 0)
		return;
	while (last + 1 < c->n && !c->item[last + 1].person && c->item[last].link <= LINK_KIEM)
		last++;
	struct str behind = str_trim(str_sub(c->s->text, c->item[last].end, c->s->text.n));
	if (last && str_starts(behind, STR(")")))
		behind = str_trim(str_sub(behind, 1, behind.n));
	if (str_starts(behind, STR(":")) && behind.n > 20 && (last + 1 == c->n || c->item[last].link == LINK_OTHER))
		give(c, &c->item[0], &speak, m);
}

static bool anybody(const struct clause *c)
{
	for (unsigned i = 0; i < c->n; i++)
		if (c->item[i].who)
			return true;
	return false;
}

/* The "chúc Tết" of "đến thăm, chúc Tết": the visit itself, no speech. */
static bool of_visit(const struct sentence *s, const struct entity *r)
{
	for (unsigned i = 0; is(r, "speak") && i < s->entities; i++) {
		const struct entity *e = &s->entity[i];
		if (e->label == MEETING && e->start <= r->start && r->end <= e->end && str_eq(e->norm, STR("thăm")))
			return true;
	}
	return false;
}

/* "chủ trì lễ đón" on the page of a conference: another event. */
static bool of_other_event(const struct sentence *s, const struct entity *r, const struct meeting *m)
{
	for (unsigned i = 0; m && is(r, "chair") && i < s->entities; i++) {
		const struct entity *e = &s->entity[i];
		if (e->label == MEETING && e->start < r->end && e->end > r->start && str_eq(e->norm, STR("lễ")))
			return !str_eq(m->type, e->norm);
	}
	return false;
}

/* "A đề nghị Đảng bộ phường | quán triệt ...": behind a verb that asks, somebody else is to do it. */
static bool work_of_others(const struct sentence *s, size_t verb_end, size_t at)
{
	return at > verb_end + 1 && ends_with(str_sub(s->text, 0, verb_end), "asks for work") && !lists_find("joins two verbs", str_trim(str_sub(s->text, verb_end, at)));
}

void roles_give(struct clause *c, struct meeting *m)
{
	if (!anybody(c))
		return;
	const struct sentence *s = c->s;
	int subject = -1;      /* item that ends the list of the last verb's subjects */
	size_t verb_end = 0;
	for (unsigned k = 0; k < s->entities; k++) {
		const struct entity *r = &s->entity[k];
		if (r->label != ROLE || covered(s, r) || is(r, "none") || of_visit(s, r) || of_other_event(s, r, m) || link_ends_before(c, r->start, "plural") || link_ends_before(c, r->start, "noun"))
			continue;
		int before = item_before(c, r->start);
		bool further = begins_list(c, r) && str_ends(str_sub(s->text, r->start, r->end), STR("còn có"));
		bool right_before = before >= 0 && !further && !object(c, (unsigned)before, r->start) && (link_is_light(c, c->item[before].end, r->start) ||
		                                    (!c->item[before].person && before && link_is_tail(c, c->item[before].end, r->start, true)));
		int dashed = right_before && c->item[before].person ? speaker_between_dashes(c, r) : -1;
		if (right_before && ((dashed >= 0 && dashed < before) || (is(r, "speak") && before && behind(c, &c->item[before], "kin"))))
			right_before = false;
		bool goes_on = !right_before && !further && subject >= 0 && before <= subject && goes_on_with(c, verb_end, r) && !(is(r, "present") && work_of_others(s, verb_end, r->start));
		if (right_before || goes_on) {
			subject = right_before ? before : subject;
			struct entity told_it = *r;
			if (right_before && str_eq(r->unit, STR("heard")) && heard(c, (unsigned)before))
				told_it.norm = STR("present");
			give_before(c, (unsigned)subject, &told_it, m);
			verb_end = r->end;
			if (!str_eq(r->unit, STR("both")))
				continue;
		}
		int apart = right_before || goes_on ? -1 : dashed >= 0 ? dashed : speaker_apart(c, r);
		if (apart >= 0) {
			give(c, &c->item[apart], r, m);
			subject = apart;
			verb_end = r->end;
			continue;
		}
		unsigned next = (unsigned)(before + 1);
		if (next >= c->n)
			continue;
		if (str_eq(r->unit, STR("both"))) {
			if (c->item[next].start - r->end < 250)
				give_behind(c, next, r, m, SIZE_MAX, false);
		} else if (str_ends(str_sub(s->text, r->start, r->end), STR("của")) && (c->item[next].start <= r->end + 1 || opens(c, r, c->item[next].start))) {
			bool list = memchr(s->text.p + r->end, ':', c->item[next].start - r->end) != NULL;   /* "với sự tham dự của các đồng chí: A, chủ trì; B" */
			give_behind(c, next, r, m, list ? next_list(c, k, c->item[next].start) : SIZE_MAX, list);
		} else if (at_head(c, r) && !said_by_body(c, r) && (before < 0 || c->item[before].link == LINK_OTHER) && opens(c, r, c->item[next].start)) {
			bool list = lists(c, r, c->item[next].start);
			bool inside = list && told(c, r, c->item[next].start);   /* "Dự có: A, Bí thư, chủ trì hội nghị; B": the verb is of one item */
			give_behind(c, next, r, m, list && !inside ? next_trigger(c, k, c->item[next].start) : next_list(c, k, c->item[next].start), list);
			subject = -1;
		}
	}
	meets(c, m);
	met(c, m);
	seen(c, m);
	newly_given(c, m);
	quoted(c, m);
	answers(c, m);
}

void list_line(struct clause *c, const struct list_head *h, struct meeting *m)
{
	for (unsigned i = 0; h->role && i < c->n; i++)
		if (c->item[i].person && c->item[i].who)
			give(c, &c->item[i], h->role, m);
}

/* Only what counts or marks the items of a list stands before byte `at`: "1. ", "- ", "b) ". */
bool line_begins(struct str text, size_t at)
{
	for (size_t i = 0; i < at; i++)
		if (!strchr("-+*0123456789.) |", text.p[i]) && !(text.p[i] & 0x80) && !(i == 0 && at < 4))
			return false;
	return true;
}

/* The trigger of a list whose persons are all still to come. */
static const struct entity *open_role(const struct clause *c)
{
	const struct entity *last = NULL;
	for (unsigned k = 0; k < c->s->entities; k++)
		if (c->s->entity[k].label == ROLE && !covered(c->s, &c->s->entity[k]))
			last = &c->s->entity[k];
	for (unsigned i = 0; last && i < c->n; i++)
		if (c->item[i].person && c->item[i].start >= last->start)
			return NULL;
	return last && (is(last, "attend") || is(last, "chair")) ? last : NULL;
}

/* "Các Ủy viên:": the office of the lines behind; "Phó Bí thư, Chủ tịch UBND tỉnh:" with nothing before it: all of them. */
static void open_titles(const struct clause *c, struct list_head *h)
{
	const struct item *last = c->n ? &c->item[c->n - 1] : NULL;
	enum link end = last ? link_between(c, last->end, str_trim(c->s->text).n) : LINK_OTHER;
	if (!last || last->person || end > LINK_COLON)
		return;
	unsigned from = c->n - 1;
	h->one = !last->plural;
	while (h->one && from && !c->item[from - 1].person && c->item[from - 1].link <= LINK_AND)
		from--;
	if (h->one && (from || !line_begins(c->s->text, c->item[0].start)))
		return;
	for (; from < c->n && h->titles < TITLES_MAX; from++)
		h->title[h->titles++] = c->item[from].e;
}

void list_next(const struct clause *c, struct list_head *h)
{
	struct str text = str_trim(c->s->text);
	bool person = false, offices = c->s->board == BOARD_OFFICE_FIRST && !str_ends(text, STR(":"));
	for (unsigned i = 0; i < c->n; i++)
		person |= c->item[i].person;
	if (!c->n && text.n < 4)   /* "1." */
		return;
	if (!str_ends(text, STR(":")) && (person || !offices)) {
		if (!person || str_ends(text, STR(".")))
			*h = (struct list_head){ 0 };
		return;
	}
	*h = (struct list_head){ .role = open_role(c) };
	open_titles(c, h);
	for (unsigned k = 0; k < c->s->entities; k++)   /* "các đồng chí:" */
		if (c->s->entity[k].label == HONORIFIC && link_between(c, c->s->entity[k].end, text.n) == LINK_COLON)
			h->shared = &c->s->entity[k];
}
