/* meeting_organisers.c - who holds a meeting: the bodies before the organising verb, behind "do", in the name, or the subject of the session. */
#include "extract/explain.h"
#include "extract/report.h"
#include "vi/lists.h"
#include <stdint.h>

/* Byte behind the place with its level that begins at byte `at`; 0: none. */
static size_t unit_end(const struct sentence *s, size_t at)
{
	for (unsigned i = 0; i < s->entities && s->entity[i].start <= at; i++)
		if (s->entity[i].label == PLACE && s->entity[i].start == at && !str_eq(s->entity[i].level, STR("venue")))
			return s->entity[i].end;
	return 0;
}

/* "đã đến xã A | (để) làm việc", "có mặt tại tỉnh B": byte behind the place that somebody came to; 0: none at byte `at`. */
static size_t came_to(const struct sentence *s, size_t at)
{
	const struct list_word *came = lists_starts("comes to a place", str_sub(s->text, at, s->text.n));
	for (unsigned i = 0; came && i < s->entities; i++)
		if (s->entity[i].label == PLACE && s->entity[i].start == at + came->phrase.n + 1)
			return s->entity[i].end;
	return 0;
}

/* Only "và", commas, "phối hợp với" and adverbs between two bodies of one list, or between the list and its verb. */
bool meeting_joined(const struct sentence *s, const struct words *w, size_t from, size_t to)
{
	bool aside = false;            /* in a parenthesis: "(BĐBP)" */
	const struct list_word *others;
	for (unsigned i = words_token(w, from); i < w->t.n && w->t.t[i].start < to;) {
		const struct phrase *h = &w->link[i], *v = &w->word[i];
		char c = s->text.p[w->t.t[i].start];
		size_t unit = c == ',' && !aside && i + 1 < w->t.n ? unit_end(s, w->t.t[i + 1].start) : 0;
		unit = unit || aside ? unit : came_to(s, w->t.t[i].start);
		if (unit && unit <= to) {      /* "Đảng bộ xã A, huyện B tổ chức" */
			i = words_token(w, unit);
			continue;
		}
		if (w->t.t[i].kind == TOKEN_MARK || aside) {
			aside = c == '(' || (aside && c != ')');
			i++;
		}
		else if ((others = lists_starts("partners in general", str_sub(s->text, w->t.t[i].start, s->text.n))))   /* "và các đơn vị liên quan" */
			i = words_token(w, w->t.t[i].start + others->phrase.n);
		else if (v->entry && (str_eq(v->entry->value, STR("cooperate")) || str_eq(v->entry->value, STR("planned")) || str_eq(v->entry->value, STR("organise"))))
			i = v->end;
		else if (h->entry && (str_eq(h->entry->value, STR("and")) || str_eq(h->entry->value, STR("light")) || str_eq(h->entry->value, STR("has")) || str_eq(h->entry->value, STR("meets")) || str_eq(h->entry->value, STR("plural")) || str_eq(h->entry->value, STR("aux")) || str_eq(h->entry->value, STR("lately")) || str_eq(h->entry->value, STR("purpose"))))
			i = h->end;
		else
			return false;
	}
	return true;
}

/* The row of "body of a level" that `norm` begins with, and what stands behind it (" tỉnh Gia Lai"); NULL: no such body. */
static const struct list_word *body_of_level(struct str norm, struct str *level)
{
	unsigned n;
	const struct list_word *body = lists_words("body of a level", &n), *best = NULL;
	for (unsigned i = 0; i < n; i++)
		if (str_starts(norm, body[i].phrase) && (norm.n == body[i].phrase.n || norm.p[body[i].phrase.n] == ' ') && (!best || best->phrase.n < body[i].phrase.n))
			best = &body[i];
	*level = best ? str_sub(norm, best->phrase.n, norm.n) : (struct str){ 0 };
	if (best && str_starts(*level, STR(" - "))) {   /* "HĐND - UBND tỉnh Gia Lai" */
		struct str behind;
		if (body_of_level(str_sub(*level, 3, level->n), &behind))
			*level = behind;
	}
	return best;
}

/* "Tỉnh ủy, HĐND, UBND tỉnh Gia Lai": the level said once is that of all. The list goes from its last body to its first. */
static struct str with_level(struct document *d, const struct entity *const *list, unsigned at)
{
	struct str level = { 0 }, own;
	const struct list_word *body = body_of_level(list[at]->norm, &own);
	for (unsigned i = at; body && !own.n && !level.n && i-- && body_of_level(list[i]->norm, &level);)
		;
	if (!level.n)
		return list[at]->norm;
	if (body->value.n) {           /* "Tỉnh ủy" says its level itself: " tỉnh Gia Lai" -> " Gia Lai" */
		struct str name = str_trim(level);
		if (!str_starts(name, body->value) || name.n == body->value.n)
			return list[at]->norm;
		level = str_sub(name, body->value.n, name.n);
	}
	struct buf b = { 0 };
	buf_add(&b, list[at]->norm);
	buf_add(&b, level);
	struct str s = arena_dup(d->a, buf_str(&b));
	buf_free(&b);
	return s;
}

/* acts: it stands before the verb itself, where a paper holds a meeting too, "Tạp chí A tổ chức"; else it was quoted, "theo Tạp chí A". */
static void add_holder(struct meeting *m, const struct report *r, struct str norm, struct str rule, bool co, bool acts)
{
	unsigned n;
	const struct list_word *other = lists_words("holds no meeting", &n);   /* papers, and clubs of states whose meeting it is */
	if (lists_find("nobody in particular", norm))
		return;
	for (unsigned i = 0; i < n; i++)
		if (!(acts && other[i].value.n) && str_starts(norm, other[i].phrase) && (norm.n == other[i].phrase.n || norm.p[other[i].phrase.n] == ' '))
			return;
	list_add(co ? &m->co_organizers : &m->organizers, norm);
	explain("meetings", m->id, co ? "co_organizers" : "organizers", norm, rule, r->s);
}

static void add_organiser(struct meeting *m, const struct report *r, struct str norm, struct str rule, bool co) { add_holder(m, r, norm, rule, co, false); }

/* "Đoàn công tác của Quốc hội do A, Chủ tịch Quốc hội, làm Trưởng đoàn đã ...", "do A, Phó Chủ tịch, dẫn đầu đã ...". */
static bool led(const struct report *r, size_t from, size_t to)
{
	if (links_find(r->w, "colon", from, from + 2) != SIZE_MAX)   /* "Đoàn đại biểu Quốc hội tỉnh gồm ông A, ... đã" */
		return true;
	if (links_find(r->w, "by", from, from + 2) == SIZE_MAX && !str_starts(str_sub(r->s->text, from, to), STR(" do ")))   /* "do đồng chí" */
		return false;
	for (unsigned i = 0; i < r->s->entities; i++)
		if (r->s->entity[i].label == POSITION && str_eq(r->s->entity[i].unit, STR("partial")) && r->s->entity[i].start > from && r->s->entity[i].end <= to)
			return true;
	return lists_stands("leads a party", str_sub(r->s->text, from, to)) != NULL;
}

/* "Dự hội nghị có ông A và lãnh đạo Ban B, Ban C": before the comma a list of who was there begins. */
static bool attended_by(const struct report *r, size_t comma)
{
	for (unsigned i = 0; i < r->s->entities && r->s->entity[i].start < r->head->start; i++) {
		const struct entity *e = &r->s->entity[i];
		if (e->label == ROLE && str_eq(e->norm, STR("attend")) && e->end + 1 >= r->head->start)
			return links_find(r->w, "has", r->head->end, comma < r->s->text.n ? comma : r->s->text.n) != SIZE_MAX;
	}
	return false;
}

/* "Tại cuộc họp ngày 19/6, Ban Bí thư đánh giá": the body that is the subject of the session. */
static bool organiser_is_subject(struct meeting *m, const struct report *r)
{
	size_t head = r->head->start;
	bool told = str_eq(m->type, STR("họp")) && lists_ends("tells of a meeting", str_trim(str_sub(r->s->text, 0, head)));   /* "Văn phòng A cho biết tại cuộc họp ..., Ban B đã" */
	if (!told && r->s->entities && r->s->entity[0].label == ORGANIZATION && r->s->entity[0].start == 0 && head > 2 && links_find(r->w, "at", head - 6 < head ? head - 6 : 0, head) != SIZE_MAX) {
		add_organiser(m, r, r->s->entity[0].norm, r->s->entity[0].rule, false);
		return true;
	}
	if (head > 16 && !told)
		return false;
	size_t comma = str_find(r->s->text, STR(", "), r->head->end);
	if (attended_by(r, comma))
		return false;
	for (; comma < r->s->text.n; comma = str_find(r->s->text, STR(", "), comma + 1))
		for (unsigned i = 0; i < r->s->entities; i++) {
			const struct entity *e = &r->s->entity[i];
			if (e->start != comma + 2)
				continue;
			bool person = e->label == PERSON || e->label == POSITION || e->label == HONORIFIC;
			if (person && !lists_stands("under somebody", str_sub(r->s->text, r->head->end, comma)))   /* "Tại cuộc họp báo, ông A, ..." */
				return false;
			if (e->label == ORGANIZATION && str_trim(str_sub(r->s->text, e->end, r->s->text.n)).n > 1) {   /* at the sentence's end it does nothing */
				add_organiser(m, r, e->norm, e->rule, false);
				return true;
			}
		}
	return false;
}

/* "tại Công viên phần mềm, ...", "đã đến Bệnh viện A để thăm", "tại Hội trường tầng 2 | Ủy ban xã A, ...": a body that is a place, or whose hall is. */
static bool at_place(const struct sentence *s, size_t at)
{
	struct str head = str_sub(s->text, 0, at);
	if (str_ends(head, STR("tại ")) || str_ends(head, STR("Tại ")) || lists_ends("comes to a place", str_trim(head)))
		return true;
	size_t from = at;
	while (from && !strchr(",;:", head.p[from - 1]))
		from--;
	head = str_trim(str_sub(head, from, at));
	return (str_starts(head, STR("tại ")) || str_starts(head, STR("Tại "))) && lists_starts("hall of a body", str_sub(head, STR("tại ").n, head.n));
}

/* A body, or the standing members of one who act as it does: "Thường trực Ban Chỉ đạo A | họp"; in a list of bodies also the office that is one:
 * "Quốc hội, | Chủ tịch nước, | Chính phủ". */
static bool acts_as_body(const struct entity *e, size_t verb, bool in_list)
{
	enum { NEAR = 8 };
	return e->label == ORGANIZATION || (in_list && e->label == POSITION && lists_find("office among bodies", e->norm)) || (e->label == POSITION && str_starts(e->norm, STR("Thường trực ")) && e->end <= verb && verb - e->end < NEAR);
}

/* "Được sự đồng ý của | Huyện ủy A, ...", "với sự có mặt của lãnh đạo | Sở B, ...": part of what opens the sentence. */
static bool of_another(const struct report *r, const struct entity *e)
{
	return str_ends(str_sub(r->s->text, 0, e->start), STR("của ")) || links_right_before(r->w, e->start, "group");
}

/* "ông A làm trưởng đoàn cùng các thành viên Tiểu ban B, | Tổ C | đã đến làm việc": of those who went with somebody. */
static bool of_members(const struct report *r, const struct entity *e, size_t verb)
{
	enum { NEAR = 40 };
	return e->end < verb && lists_stands("went with somebody", str_sub(r->s->text, e->start > NEAR ? e->start - NEAR : 0, e->start)) != NULL;
}

/* Without the bodies joined by "và" to the last added: "của Huyện ủy A và Hội B, | Hội C tổ chức". What is left of n. */
static unsigned without_list(const struct report *r, const struct entity *const *list, unsigned n)
{
	while (--n > 1 && links_right_before(r->w, list[n - 1]->start, "and"))
		;
	return n;
}

/* "Hội đồng nhân dân - Ủy ban nhân dân huyện A" holds as two; another body as itself. */
static void add_parts(struct document *d, struct meeting *m, const struct report *r, struct str norm, const struct entity *e, bool co)
{
	bool acts = !lists_ends("quotes a paper", str_trim(str_sub(r->s->text, 0, e->start)));
	struct str level;
	const struct list_word *body;
	while ((body = body_of_level(norm, &level)) && str_starts(str_sub(norm, body->phrase.n, norm.n), STR(" - ")) && level.n < norm.n - body->phrase.n) {
		struct buf b = { 0 };
		buf_add(&b, body->phrase);
		buf_add(&b, level);
		add_holder(m, r, arena_dup(d->a, buf_str(&b)), e->rule, co, acts);
		buf_free(&b);
		norm = str_sub(norm, body->phrase.n + 3, norm.n);
	}
	add_holder(m, r, norm, e->rule, co, acts);
}

/* "Đoàn A | gồm ông B, ... đã", "Đoàn A | (đơn vị số 3), gồm các đồng chí: B": whoever belongs to the body is named behind it. */
static bool members_behind(const struct report *r, const struct entity *e, size_t verb)
{
	enum { NEAR = 48 };
	size_t of = links_find(r->w, "colon", e->end, e->end + NEAR < verb ? e->end + NEAR : verb);
	if (of == SIZE_MAX || of < e->end + 2)
		return of != SIZE_MAX;
	for (unsigned i = 0; i < r->s->entities; i++) {
		const struct entity *o = &r->s->entity[i];
		bool letters = o->start == e->end + 2 && r->s->text.p[e->end + 1] == '(';   /* "Đoàn đại biểu Quốc hội (ĐBQH)" */
		if (o->start > e->end && o->start < of && (o->label == ROLE || o->label == PERSON || o->label == MEETING || (o->label == POSITION && !letters) || o->label == ORGANIZATION))
			return false;
	}
	return words_find(r->w, "organise", e->end, of) == SIZE_MAX && links_find(r->w, "aux", e->end, of) == SIZE_MAX && str_starts(str_sub(r->s->text, of, verb), STR("gồm"));
}

/* "Đoàn công tác của A do ông B, Phó Cục trưởng, Bộ C, dẫn đầu | đã có buổi làm việc": the party, and no body of who leads it. NULL: none. */
static const struct entity *party_led(const struct report *r, size_t from, size_t verb)
{
	for (unsigned i = 0; i + 1 < r->s->entities; i++) {
		const struct entity *e = &r->s->entity[i], *who = e + 1;
		if (e->label == ORGANIZATION && e->start >= from && e->end < verb && members_behind(r, e, verb) && !at_place(r->s, e->start))
			return e;                      /* "Đoàn A gồm ông B, giáo viên Trường C, | đã ..." */
		if (e->label != ORGANIZATION || e->start < from || e->end >= verb || !str_starts(str_sub(r->s->text, e->end, verb), STR(" do ")))
			continue;
		bool sent = lists_starts("party of a body", e->norm) && who->start <= e->end + STR(" do ").n && who->end <= verb && (who->label == HONORIFIC || who->label == PERSON || who->label == POSITION);
		if (sent || lists_stands("leads a party", str_sub(r->s->text, e->end, verb)))
			return e;
	}
	return NULL;
}

/* "Viện A (VNA) phối hợp với | Sở B, các bộ ngành, Cục C tổ chức": nothing but partners in [from, to). */
static bool partners_between(const struct report *r, size_t from, size_t to)
{
	enum { LONGEST = 200, VERB = 8 };   /* VERB: of "tổ chức" before its last syllable */
	if (meeting_joined(r->s, r->w, from, to))
		return true;
	for (unsigned i = 0; i < r->s->entities; i++) {
		const struct entity *e = &r->s->entity[i];
		bool verb = e->label == ROLE && !str_eq(e->norm, STR("none")) && !vi_is_upper(vi_codepoint(r->s->text, e->start, &(size_t){ 0 }));   /* no "CLB Đọc sách" */
		bool other = verb || e->label == MEETING || e->label == DATE || e->label == DIRECTIVE;
		if (other && e->start > from && e->start < to)
			return false;
	}
	return to - from < LONGEST && words_find(r->w, "organise", from, to > VERB ? to - VERB : 0) == SIZE_MAX;
}

static bool body_before(const struct report *r, size_t at)
{
	for (unsigned i = 0; i < r->s->entities; i++)
		if (r->s->entity[i].label == ORGANIZATION && r->s->entity[i].end < at && meeting_joined(r->s, r->w, r->s->entity[i].end, at))
			return true;
	return false;
}

/* Bodies that no table knows, right before `verb`, where there are more of them than the n found from byte `begin` on, or they begin earlier:
 * "Học viện A, | Quỹ vì rừng B và | Hội C", "báo | Công an nhân dân". */
static bool holders_before(struct document *d, struct meeting *m, const struct report *r, size_t from, size_t verb, unsigned n, size_t begin)
{
	struct list holder = { 0 };
	size_t first = meeting_holders(d, r, from, verb, &holder);
	bool told = first != SIZE_MAX && (!n || holder.n > n || first < begin);
	for (unsigned i = 0; told && i < holder.n; i++)
		add_holder(m, r, holder.v[i], STR("holder:words"), false, true);
	return told;
}

/* The list of bodies that ends right before `verb`: "Tỉnh ủy, UBND tỉnh phối hợp với Bộ Y tế tổ chức". */
static bool organisers_before(struct document *d, struct meeting *m, const struct report *r, size_t from, size_t verb)
{
	const struct entity *list[16];
	unsigned n = 0;
	size_t end = verb;
	const struct entity *party = party_led(r, from, verb);
	for (unsigned i = r->s->entities; i-- && n < 16;) {
		const struct entity *e = &r->s->entity[i];
		if (party && e->start > party->start)
			continue;
		if (of_members(r, e, verb) || !acts_as_body(e, verb, n > 0) || e->end > end || e->start < from || at_place(r->s, e->start) || (e->start && r->s->text.p[e->start - 1] == '(') || meeting_in_passing(r->s->text, e->start))
			continue;
		if (!meeting_joined(r->s, r->w, e->end, end) && !(n == 0 && (e == party || verb - e->end < 40 || led(r, e->end, verb))))
			break;
		list[n++] = e;
		end = e->start;
		if (n > 1 && of_another(r, e)) {
			n = without_list(r, list, n);
			break;
		}
	}
	size_t with = words_find_last(r->w, "cooperate", from, end);
	bool partners = with != SIZE_MAX && partners_between(r, with, end) && ((!body_before(r, with) && holders_before(d, m, r, from, with, 0, with)) || organisers_before(d, m, r, from, with));
	bool told = !partners && with == SIZE_MAX && holders_before(d, m, r, from, verb, n, end);
	bool co = partners || (n && with != SIZE_MAX && meeting_joined(r->s, r->w, with, end));
	with = words_find(r->w, "cooperate", end, verb);
	for (unsigned i = told ? 0 : n; i--;)
		add_parts(d, m, r, with_level(d, list, i), list[i], co || (with != SIZE_MAX && list[i]->start > with));
	return n || told || partners;
}

bool meeting_organisers_behind(struct document *d, struct meeting *m, const struct report *r)
{
	size_t by = links_find(r->w, "by", r->head->end, r->s->text.n);
	if (by == SIZE_MAX)
		return false;
	size_t verb = meeting_verb(r, by, r->s->text.n);
	if (verb == SIZE_MAX || verb - by > 300)
		return false;
	return organisers_before(d, m, r, by, verb);
}

/* "phiên họp thường kỳ của Bộ Chính trị", "Hội nghị lần thứ 8 Ban Chấp hành Trung ương": the body named in the meeting's own name. */
static bool organiser_in_name(struct meeting *m, const struct report *r)
{
	const struct list_word *fits = lists_find("type named with its body", r->head->norm);   /* its value: a word between */
	for (unsigned i = 0; i < r->s->entities; i++) {   /* "phiên họp Chính phủ thường kỳ" */
		const struct entity *e = &r->s->entity[i];
		bool within = e->start > r->head->start && e->start < r->head->end;
		if (e->label != ORGANIZATION || !within || (e->end > r->head->end && (!fits || meeting_is_verb(r->head))) || (e->end <= r->head->end && !lists_find("body in a name", e->norm)))   /* "cuộc họp Ban Chỉ đạo | phòng chống thiên tai" */
			continue;
		add_organiser(m, r, e->norm, e->rule, false);
		return true;
	}
	for (unsigned i = 0; fits && i < r->s->entities; i++) {
		const struct entity *e = &r->s->entity[i];
		if (e->label != ORGANIZATION || e->start < r->head->end || e->start - r->head->end > 90)
			continue;
		if (fits->value.n && !str_starts(str_trim(str_sub(r->s->text, r->head->end, e->start)), fits->value))
			return false;
		for (unsigned k = words_token(r->w, r->head->end); k < r->w->t.n && r->w->t.t[k].start < e->start;) {
			const struct phrase *h = &r->w->link[k];
			if (r->w->t.t[k].kind != TOKEN_WORD || r->w->t.t[k].caps)
				k++;
			else if (h->entry && (str_eq(h->entry->value, STR("ordinal")) || str_eq(h->entry->value, STR("term")) || str_eq(h->entry->value, STR("plural")) || (str_eq(h->entry->value, STR("noun")) && str_eq(h->entry->surface, STR("của")))))
				k = h->end;
			else
				return false;
		}
		add_organiser(m, r, e->norm, e->rule, false);
		return true;
	}
	return false;
}

/* "Hội nghị tổng kết công tác năm 2017 của Bộ Giao thông vận tải": the body whose work is reviewed holds the review. */
static bool organiser_is_reviewed(struct meeting *m, const struct report *r)
{
	if (!lists_stands("review", m->name) && !lists_stands("tasks ahead", m->name))
		return false;
	for (unsigned i = 0; i < r->s->entities; i++) {
		const struct entity *e = &r->s->entity[i];
		if (e->label == DIRECTIVE && e->start > r->head->start && e->start < r->name_end)
			return false;
		if (e->label != ORGANIZATION || e->end != r->name_end || !str_ends(str_sub(r->s->text, r->head->end, e->start), STR(" của ")))
			continue;
		add_organiser(m, r, e->norm, e->rule, false);
		return true;
	}
	return false;
}

/* A place said with its level, "Huyện Đắk Song", that acts. */
static bool is_government(const struct entity *e)
{
	static const char *const named[] = { "venue", "country", "province", "district", "commune", "foreign" };
	for (size_t i = 0; i < sizeof named / sizeof *named; i++)
		if (str_eq(e->level, str_c(named[i])))
			return false;
	return e->level.n > 0;
}

/* "HĐND thành phố thông qua tại kỳ họp thứ 8", "kỳ họp bầu Chủ tịch HĐND tỉnh": a body that meets in sessions, or whose office is spoken of,
 * named last before the session, else first behind. */
static void organiser_of_session(struct meeting *m, const struct report *r)
{
	unsigned n;
	const struct list_word *kind = lists_words("meets in sessions", &n);
	const struct entity *best = NULL;
	struct str body = { 0 };
	for (unsigned i = 0; i < r->s->entities; i++) {
		const struct entity *e = &r->s->entity[i];
		struct str norm = e->label == ORGANIZATION ? e->norm : e->label == POSITION ? e->org : (struct str){ 0 };
		for (unsigned k = 0; k < n; k++)
			if (str_starts(norm, kind[k].phrase) && (!best || e->start < r->head->start)) {
				best = e;
				body = norm;
			}
	}
	if (best)
		add_organiser(m, r, body, best->rule, false);
}

/* "Trưởng Ban Chỉ đạo cải cách tư pháp tỉnh chủ trì phiên họp": a commission sits under its own chair. */
static void organiser_is_chairs(struct meeting *m, const struct report *r)
{
	unsigned n;
	const struct list_word *kind = lists_words("sits under its chair", &n);
	const struct entity *best = NULL;
	for (unsigned i = 0; i < r->s->entities; i++) {
		const struct entity *e = &r->s->entity[i];
		if (e->label == ROLE && best && str_eq(e->norm, STR("chair")) && e->start <= r->head->start && e->end + 1 >= r->head->start) {
			add_organiser(m, r, best->org, best->rule, false);
			return;
		}
		for (unsigned k = 0; e->label == POSITION && k < n; k++)
			if (str_starts(e->org, kind[k].phrase) && e->org.n > kind[k].phrase.n)
				best = e;
	}
}

static bool entity_ends(const struct sentence *s, enum label l, size_t at)
{
	for (unsigned i = 0; i < s->entities; i++)
		if (s->entity[i].label == l && s->entity[i].end == at)
			return true;
	return false;
}

bool meeting_place_holds(const struct report *r, const struct entity *e, size_t verb)
{
	if (e->label != PLACE || e->end > verb || !meeting_joined(r->s, r->w, e->end, verb))
		return false;
	if (is_government(e))
		return e->start < 2 || r->s->text.p[e->start - 2] == ',' || lists_ends("acts for a place", str_trim(str_sub(r->s->text, 0, e->start)));
	bool first = e->start == 0 || (e->start > 2 && entity_ends(r->s, DATE, e->start - 2));   /* "Israel tổ chức lễ ...", "Chiều 1-8, TP.HCM tổ chức" */
	return first && (str_eq(e->level, STR("country")) || str_eq(e->level, STR("province")));
}

void meeting_organisers(struct document *d, struct meeting *m, const struct report *r)
{
	enum { HEAD = 26 };            /* bytes of "Hội nghị Trung ương" and one more */
	if (r->organised && organisers_before(d, m, r, 0, r->verb))
		return;
	if (!meeting_organisers_behind(d, m, r) && !organiser_in_name(m, r) && !organiser_is_reviewed(m, r))
		organiser_is_subject(m, r);
	for (unsigned i = 0; m->organizers.n == 0 && r->organised && i < r->s->entities; i++) {   /* "Huyện Đắk Song tổ chức ..." */
		const struct entity *e = &r->s->entity[i];
		if (meeting_place_holds(r, e, r->verb))
			add_organiser(m, r, e->norm, e->rule, false);
	}
	if (m->organizers.n == 0 && lists_stands("meeting of the centre", str_sub(m->name, 0, m->name.n < HEAD ? m->name.n : HEAD)))
		list_add(&m->organizers, STR("Ban Chấp hành Trung ương Đảng"));
	if (m->organizers.n == 0 && str_eq(m->type, STR("kỳ họp")))
		organiser_of_session(m, r);
	if (m->organizers.n == 0 && lists_find("sittings", m->type))
		organiser_is_chairs(m, r);
}
