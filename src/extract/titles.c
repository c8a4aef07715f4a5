/* titles.c - which title belongs to whom.
 * "A, Phó Bí thư Tỉnh ủy; Chủ tịch UBND tỉnh B": behind the name after , - ( or nothing; in front of it with nothing between.
 * A run of titles between two persons is cut at ";" or "và"; where nothing cuts it, the manner of the list decides.
 * "các Ủy viên Bộ Chính trị: A, ...; B, ...": a group's title goes to every person of its list. */
#include "extract/clause.h"
#include "vi/lists.h"

struct group { unsigned from, to; bool listed; };   /* titles [from, to); listed: opened by a colon, ends with its chain */

static void give(struct item *p, const struct entity *title)
{
	if (p->titles < TITLES_MAX)
		p->title[p->titles++] = title;
}

static bool has(const struct item *p, const struct entity *title)
{
	for (unsigned i = 0; i < p->titles; i++)
		if (p->title[i] == title)
			return true;
	return false;
}

static void give_run(struct clause *c, unsigned person, unsigned from, unsigned to)
{
	for (unsigned i = from; i < to; i++)
		give(&c->item[person], c->item[i].e);
}

static bool cuts(enum link l) { return l == LINK_SEMI || l == LINK_AND; }

/* First title of [from, to) that opens a group: a plural, or what stands before a colon; `to` if none does. */
static unsigned group_start(const struct clause *c, unsigned from, unsigned to, unsigned *end)
{
	for (unsigned i = from; i < to; i++)
		if (c->item[i].link == LINK_COLON) {
			unsigned s = i;
			while (s > from && !cuts(c->item[s - 1].link) && !c->item[s].plural)
				s--;
			*end = i + 1;
			return s;
		}
	for (unsigned i = from; i < to; i++)
		if (c->item[i].plural) {
			*end = to;
			return i;
		}
	return to;
}

/* "cùng các phó thủ tướng và | Trưởng Ban A", "Theo các nghị sĩ, | Tổng thống A nói": the title behind a group's that names nobody of the group;
 * `from` where there is none. */
static unsigned behind_nobody(const struct clause *c, unsigned from, unsigned to, unsigned last)
{
	bool alone = to == last && !c->item[to].plural;
	for (unsigned i = from; i + 1 < to && c->item[i].link <= LINK_AND; i++)
		if (c->item[i].plural && (c->item[i].link == LINK_AND || (alone && c->item[i].link == LINK_COMMA)) && !c->item[i + 1].plural && !c->item[i + 1].honorific)
			return i + 1;
	return from;
}

/* How many titles of the run [from, to) between two persons belong to the left one. */
static unsigned split(const struct clause *c, unsigned from, unsigned to, bool left_has_titles)
{
	bool left = c->item[from - 1].link <= LINK_KIEM;
	enum link behind = c->item[to - 1].link;
	bool tight = behind == LINK_TIGHT, right = tight || (behind == LINK_DASH && !left) || (behind == LINK_COMMA && !left);
	if (!left)
		return right ? from : from;
	if (!right)
		return to;
	for (unsigned i = to - 1; i > from; i--)
		if (c->item[i - 1].link == LINK_SEMI)
			return i;
	for (unsigned i = to - 1; i > from; i--)
		if (c->item[i - 1].link == LINK_AND)
			return i;
	return left_has_titles ? from : to - 1;
}

/* "sẽ bầu 2 Phó Chủ tịch UBND tỉnh, ông A ...", "Theo Thủ tướng Đức, Tổng thống B ...", "bầu cử Tổng thống Nga”, ông C": the office before the
 * comma is another's, or nobody's. */
static bool object(const struct clause *c, unsigned from, unsigned to)
{
	const struct item *office = &c->item[from], *person = &c->item[to];
	struct str between = str_sub(c->s->text, c->item[to - 1].end, person->start);
	if (office->plural || str_find(between, STR("\""), 0) < between.n || str_find(between, STR("”"), 0) < between.n)
		return true;
	if (link_ends_before(c, office->start, "quoted") && to - from == 1 && !person->honorific)
		return true;
	unsigned n;
	const struct list_word *word = lists_words("takes an office for its object", &n);
	struct str before = str_trim(str_sub(c->s->text, 0, office->start));
	for (unsigned i = 0; i < n; i++)
		if (str_ends(before, word[i].phrase))
			return true;
	return false;
}

/* "Tiếp thu ý kiến của Bí thư, Phó Chủ tịch A khẳng định": the office that ends the words before is another's. */
static bool told_before(const struct clause *c, const struct item *office)
{
	struct str before = str_trim(str_sub(c->s->text, 0, office->start));
	unsigned n;
	const struct list_word *word = lists_words("opens what another said", &n);
	for (unsigned i = 0; str_ends(before, STR("của")) && i < n; i++)
		if (str_starts(before, word[i].phrase))
			return true;
	return false;
}

static void run(struct clause *c, unsigned first, unsigned last, unsigned from, unsigned to, struct group *g)
{
	bool left = from > first, right = to <= last;
	unsigned own = right ? behind_nobody(c, from, to, last) : from;
	if (own > from) {
		from = own;
		left = false;
	}
	unsigned end = to, start = group_start(c, from, to, &end);
	if (start < to && (right || end < to)) {
		if (left && c->item[from - 1].link <= LINK_KIEM)
			give_run(c, from - 1, from, start);
		*g = (struct group){ start, end, c->item[end - 1].link == LINK_COLON };
		from = end;
		if (from == to)
			return;
		left = false;
	} else if (!g->listed) {
		g->to = g->from;
	}
	bool several = left && !right && start < to && c->item[start].plural && (from - 1 == first || !c->item[from - 2].person);   /* "tiếp ông A, hai nhà lãnh đạo ...": not A's */
	unsigned cut = left && right ? split(c, from, to, c->item[from - 1].titles > 0) : several ? start : left ? to : from;
	if (left && c->item[from - 1].link <= LINK_KIEM)
		give_run(c, from - 1, from, cut);
	if (several)
		c->item[start - 1].link = LINK_OTHER;
	bool goes_on = to < last && c->item[to].link == LINK_COMMA;   /* "lời mời của Chủ tịch nước, Tổng Bí thư A, Thủ tướng B sẽ thăm ..." */
	if (right && !left && !goes_on && cut + 1 < to && c->item[cut].link == LINK_COMMA && told_before(c, &c->item[cut]))
		cut++;
	bool alone = right && (to == last || c->item[to].link > LINK_KIEM || c->item[to + 1].person);   /* "Phó Chủ tịch Hội, A; ..." */
	if (right && (c->item[to - 1].link <= LINK_DASH || (c->item[to - 1].link == LINK_COMMA && (!left || c->item[from - 1].link == LINK_AND) && alone && to - from == 1 && !object(c, from, to)) || (c->item[to - 1].link == LINK_COMMA && c->item[to].honorific && !left && !object(c, from, to))))
		give_run(c, to, cut, to);
}

/* "A, Chủ tịch; B, C, Phó Chủ tịch": between semicolons an office behind several persons is of all of them. */
static void share(struct clause *c, unsigned first, unsigned last)
{
	for (unsigned i = first; i <= last; i++) {
		unsigned person = i, end = i;
		while (end < last && c->item[end].link != LINK_SEMI)
			end++;
		for (unsigned k = i; k <= end; k++)
			person = c->item[k].person ? k : person;
		bool listed = (i > first || end < last) && person > i && person < end && c->item[person].titles;
		for (unsigned k = i; k < person; k++)
			listed &= c->item[k].person && !c->item[k].titles;
		for (unsigned k = i; listed && k < person; k++)
			for (unsigned t = 0; t < c->item[person].titles; t++)
				give(&c->item[k], c->item[person].title[t]);
		i = end;
	}
}

/* Titles of a list as far as its links go: items first..last. */
static void chain(struct clause *c, unsigned first, unsigned last)
{
	struct group g = { 0 };
	for (unsigned i = first; i <= last;) {
		if (c->item[i].person) {
			bool own = i < last && !c->item[i + 1].person && c->item[i].link <= LINK_KIEM;   /* "các Phó Chủ tịch A, B và bà C, Chánh Văn phòng" */
			if (g.listed || !own || c->item[i].titles)
				give_run(c, i, g.from, g.to);
			if (c->item[i].link == LINK_SEMI && !g.listed)
				g.to = g.from;
			i++;
			continue;
		}
		unsigned j = i;
		while (j <= last && !c->item[j].person)
			j++;
		run(c, first, last, i, j, &g);
		i = j;
	}
	share(c, first, last);
}

/* "giới thiệu ông A để Quốc hội bầu giữ chức B": not given yet. */
static bool wished(const struct clause *c, size_t from, size_t to)
{
	return lists_stands("not given yet", str_sub(c->s->text, from, to)) != NULL;
}

/* "ông A cho biết, tỉnh đã kiện toàn chức danh B": told by A, of others. */
static bool told_of(const struct clause *c, size_t from, size_t to)
{
	for (unsigned k = 0; k < c->s->entities; k++) {
		const struct entity *r = &c->s->entity[k];
		if (r->label != ROLE || r->start < from || r->end >= to || !str_eq(r->norm, STR("speak")))
			continue;
		struct str behind = str_trim(str_sub(c->s->text, r->end, to));
		if (str_starts(behind, STR(",")) || str_starts(behind, STR(":")))
			return true;
	}
	return false;
}

/* "A bàn giao chức vụ | B | cho ông C": the office at item i, and who takes it at item own. */
static bool handed_over(const struct clause *c, unsigned i, unsigned own)
{
	return str_ends(str_trim(str_sub(c->s->text, 0, c->item[own].start)), STR(" cho")) && lists_ends("hands over an office", str_trim(str_sub(c->s->text, 0, c->item[i].start)));
}

/* "miễn nhiệm chức vụ B, C và cho thôi làm D đối với ông A": the offices before the person; false where none of those stands behind. */
static bool taken_from(struct clause *c, unsigned i)
{
	unsigned p = i;
	while (p < c->n && !c->item[p].person)
		p++;
	unsigned own = p;                          /* "đối với Tổng Bí thư A": the offices he keeps */
	while (p < c->n && own > i + 1 && !link_ends_before(c, c->item[own].start, "against") && c->item[own - 1].link == LINK_TIGHT)
		own--;
	if (p == c->n || !(link_ends_before(c, c->item[own].start, "against") || handed_over(c, i, own)))
		return false;
	for (unsigned k = i; k < p; k++)
		if (!has(&c->item[p], c->item[k].e))
			give(&c->item[p], c->item[k].e);
	return true;
}

/* "bầu ông A giữ chức", "ông A được bầu giữ chức" */
static bool elected(const struct clause *c, const struct item *p, size_t office)
{
	unsigned n;
	const struct list_word *verb = lists_words("elects", &n);
	struct str before = str_trim(str_sub(c->s->text, 0, p->start));
	for (unsigned i = 0; i < n; i++)
		if (str_ends(before, verb[i].phrase))
			return true;
	return lists_stands("elected", str_sub(c->s->text, p->end, office)) != NULL;
}

/* "ông A được (| Chủ tịch UBND tỉnh) B bổ nhiệm giữ chức": A, for the nearest person p is who gives the office; else p. */
static unsigned receiver(const struct clause *c, unsigned p)
{
	unsigned first = p;
	while (first && !c->item[first - 1].person && c->item[first - 1].link <= LINK_DASH)
		first--;
	if (!first || !c->item[first - 1].person)
		return p;
	struct str between = str_trim(str_sub(c->s->text, c->item[first - 1].end, c->item[first].start));
	return lists_find("is given an office by", between) ? first - 1 : p;
}

/* "| ông A, Chủ tịch xã, bà B và ông C, Bí thư xã, được bầu giữ chức": the first of those who are given an office with person p: a list whose
 * last link is "và" and that begins the sentence, or stands behind a colon or the verb. Of "A và B" alone, A. */
static unsigned first_of(const struct clause *c, unsigned p)
{
	unsigned k = p, named = p;
	bool and = false;
	while (k && (c->item[k - 1].link <= LINK_AND && c->item[k - 1].link != LINK_KIEM) && (and || c->item[k - 1].link == LINK_AND || !c->item[k].person)) {
		and |= c->item[k - 1].link == LINK_AND && c->item[k].person;
		k--;
		named = c->item[k].person && and ? k : named;
	}
	if (named == p || (c->item[p - 1].person && c->item[p - 1].link == LINK_AND && named == p - 1))
		return named;
	struct str before = str_trim(str_sub(c->s->text, 0, c->item[named].start));
	if (k == named && (!before.n || str_ends(before, STR(":")) || elected(c, &c->item[named], c->item[named].end)))
		return named;
	return c->item[p - 1].person && c->item[p - 1].link == LINK_AND ? p - 1 : p;
}

/* "bầu ông A giữ chức B, C": the office newly given belongs to the person before. */
static void appointed(struct clause *c)
{
	for (unsigned i = 0; i < c->n; i++) {
		if (!c->item[i].appointed || c->item[i].person || clause_career(c))
			continue;
		unsigned p = i, end = i + 1;
		while (p && !c->item[p].person)
			p--;
		if (taken_from(c, i))   /* "Thủ tướng A ký quyết định cách chức B đối với ông C": C's */
			continue;
		if (c->item[p].person)
			p = receiver(c, p);
		if (!c->item[p].person || wished(c, c->item[p].end, c->item[i].start) || told_of(c, c->item[p].end, c->item[i].start))
			continue;
		while (end < c->n && !c->item[end].person && c->item[end - 1].link <= LINK_AND && !c->item[end].appointed)
			end++;
		if (end < c->n && c->item[end].person && c->item[end - 1].link == LINK_TIGHT)
			end--;
		give_run(c, p, i, end);
		for (unsigned k = first_of(c, p); k < p; k++)
			if (c->item[k].person)
				give_run(c, k, i, end);
		c->item[p].newly = elected(c, &c->item[p], c->item[i].start);
	}
}

/* "phê chuẩn kết quả bầu: Phó Chủ tịch đối với ông A | và ông B": B's as well. */
static void shared_by_two(struct clause *c)
{
	for (unsigned i = 0; i + 1 < c->n; i++) {
		const struct item *a = &c->item[i];
		if (!a->person || !a->titles || a->link != LINK_AND || !c->item[i + 1].person || c->item[i + 1].titles || !link_ends_before(c, a->start, "against"))
			continue;
		for (unsigned t = 0; t < a->titles; t++)
			give(&c->item[i + 1], a->title[t]);
	}
}

void titles_give(struct clause *c)
{
	for (unsigned i = 0; i < c->n; i++) {
		unsigned first = i;
		while (i + 1 < c->n && c->item[i].link != LINK_OTHER)
			i++;
		if (!c->item[first].appointed || c->item[first].person)
			chain(c, first, i);
		else if (i > first) {   /* behind the new office: persons of their own */
			while (first < i && !c->item[first].person)
				first++;
			chain(c, first, i);
		}
	}
	appointed(c);
	shared_by_two(c);
}
