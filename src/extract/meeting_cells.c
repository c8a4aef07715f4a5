/* meeting_cells.c - name, organisers, places, counts, mode, documents and province of a reported meeting. */
#include "extract/explain.h"
#include "extract/report.h"
#include <stdint.h>

/* --- name ----------------------------------------------------------------------------------------------------------------- */

/* Byte behind the citation's subject. */
static size_t cited_end(const struct sentence *s, const struct entity *e)
{
	struct str last = e->subject.n > 12 ? str_sub(e->subject, e->subject.n - 12, e->subject.n) : e->subject;
	size_t at = last.n ? str_find(s->text, last, e->start) : SIZE_MAX;
	return at < s->text.n && at + last.n > e->end ? at + last.n : e->end;
}

static const struct entity *entity_at(const struct sentence *s, enum label l, size_t at)
{
	for (unsigned i = 0; i < s->entities && s->entity[i].start <= at; i++)
		if (s->entity[i].label == l && s->entity[i].start == at)
			return &s->entity[i];
	return NULL;
}

/* "quyết định bổ nhiệm ông A, ...": the person is part of the meeting's subject. */
static bool gives(const struct report *r, unsigned i)
{
	size_t at = links_find(r->w, "gives", r->head->end, r->w->t.t[i].start);
	return at != SIZE_MAX;
}

static bool stops(const struct report *r, unsigned i, bool bare)
{
	const struct lexicon_hit *h = &r->w->link[i];
	if (r->w->word[i].entry && str_eq(r->w->word[i].entry->value, STR("planned")))
		return true;
	size_t at = r->w->t.t[i].start;
	if (h->entry && (str_eq(h->entry->value, STR("namestop")) || str_eq(h->entry->value, STR("by")) || str_eq(h->entry->value, STR("aux"))))
		return true;
	if (h->entry && str_eq(h->entry->value, STR("purpose")))   /* "tổ chức Hội nghị để ...": the subject of a bare name */
		return !bare;
	const struct entity *day = entity_at(r->s, DATE, at);
	if (day && (day->norm.n == 10 || day->session.n))
		return true;
	return entity_at(r->s, HONORIFIC, at) && !gives(r, i);
}

static bool body_before(const struct sentence *s, size_t end)
{
	for (unsigned i = 0; i < s->entities; i++)
		if (s->entity[i].label == ORGANIZATION && s->entity[i].end == end)
			return true;
	return false;
}

/* "Kỳ họp thứ 8, Hội đồng nhân dân tỉnh": nothing but its number between the noun and byte `end`. */
static bool only_ordinals(const struct report *r, size_t end)
{
	for (unsigned k = 0; k < r->w->t.n && r->w->t.t[k].start < end;) {
		const struct lexicon_hit *h = &r->w->link[k];
		if (r->w->t.t[k].start < r->head->end || r->w->t.t[k].kind != TOKEN_WORD)
			k++;
		else if (h->entry && (str_eq(h->entry->value, STR("ordinal")) || str_eq(h->entry->value, STR("term"))))
			k = h->end;
		else
			return false;
	}
	return true;
}

/* An office in capitals; "già làng, trưởng bản" is whom the meeting is for. */
static bool office(const struct sentence *s, size_t at)
{
	size_t n;
	return entity_at(s, POSITION, at) && vi_is_upper(vi_codepoint(s->text, at, &n));
}

static bool mark_stops(const struct report *r, unsigned i, bool bare)
{
	char c = r->s->text.p[r->w->t.t[i].start];
	if (c == ';' && i + 1 < r->w->t.n && entity_at(r->s, DIRECTIVE, r->w->t.t[i + 1].start))
		return false;
	if (c == ';' || c == '?' || c == '!')
		return true;
	if (c == '(')   /* "Hội nghị Trung ương 8 (khóa XII)" is one name */
		return i + 1 >= r->w->t.n || !r->w->word[i + 1].entry || !str_eq(r->w->word[i + 1].entry->value, STR("term"));
	if (c == '.' || c == ':')
		return i + 1 == r->w->t.n || !r->w->t.t[i + 1].glued;
	if (c != ',' || i + 1 >= r->w->t.n)
		return false;
	const struct lexicon_hit *h = &r->w->link[i + 1];
	size_t next = r->w->t.t[i + 1].start;
	if (gives(r, i + 1))
		return false;
	const struct entity *role = entity_at(r->s, ROLE, next), *body = entity_at(r->s, ORGANIZATION, next);
	if (role && str_eq(role->norm, STR("present")))   /* "học tập, quán triệt" */
		role = NULL;
	return stops(r, i + 1, bare) || role || office(r->s, next) || entity_at(r->s, PERSON, next) || (body && !body_before(r->s, r->w->t.t[i].start) && !(str_eq(r->head->norm, STR("kỳ họp")) && only_ordinals(r, r->w->t.t[i].start))) ||
	       r->w->t.t[i + 1].fold == token_fold(STR("thông")) ||   /* ", thông qua ..." */
	       (h->entry && (str_eq(h->entry->value, STR("has")) || str_eq(h->entry->value, STR("verb")) || str_eq(h->entry->value, STR("and")) || str_eq(h->entry->value, STR("light"))));
}

/* Token behind the parenthesis at i where the name goes on in a word behind it; 0 where it does not. */
static unsigned closes(const struct report *r, unsigned i, bool bare)
{
	for (unsigned j = i + 1; j + 1 < r->w->t.n && j - i < 14; j++)
		if (r->s->text.p[r->w->t.t[j].start] == ')')
			return r->w->t.t[j + 1].kind == TOKEN_WORD && !stops(r, j + 1, bare) && !(r->w->link[j + 1].entry && str_eq(r->w->link[j + 1].entry->value, STR("at"))) ? j + 1 : 0;
	return 0;
}

static unsigned token_from(const struct words *w, size_t byte)
{
	unsigned i = 0;
	while (i < w->t.n && w->t.t[i].start < byte)
		i++;
	return i;
}

bool name_is_short(struct str name)
{
	unsigned spaces = 0;
	for (size_t i = 0; i < name.n; i++)
		spaces += name.p[i] == ' ';
	return spaces < 4;
}

static bool tokens_same(const struct words *w, unsigned i, const char *folded) { return w->t.t[i].fold == token_fold(str_c(folded)); }

/* "hội nghị sáng 16/1 về tổng kết ...": the name without the day inside it; empty where there is none. */
static struct str behind_day(const struct document *d, struct report *r, unsigned stop)
{
	const struct words *w = r->w;
	const struct entity *day = stop < w->t.n ? entity_at(r->s, DATE, w->t.t[stop].start) : NULL;
	unsigned next = day ? token_from(w, day->end) : 0;
	if (!day || w->t.t[stop].start > r->head->end + 1 || next >= w->t.n || !tokens_same(w, next, "về"))
		return (struct str){ 0 };
	struct entity tail = *r->head;
	tail.end = day->end;
	struct report rest = { .s = r->s, .w = w, .head = &tail };
	struct str about = meeting_name(d, &rest);
	size_t cut = str_find(about, STR("về "), 0);
	struct buf b = { 0 };
	buf_add(&b, str_sub(r->s->text, r->head->start, r->head->end));
	buf_char(&b, ' ');
	if (cut < about.n)
		buf_add(&b, str_sub(about, cut, about.n));
	r->name_end = rest.name_end;
	struct str name = arena_dup(d->a, str_trim(buf_str(&b)));
	buf_free(&b);
	return name;
}

/* Byte of the third syllable from `at` on. */
static size_t second_word(struct str text, size_t at)
{
	for (unsigned blanks = 0; at < text.n && blanks < 2; at++)
		blanks += text.p[at] == ' ';
	return at;
}

struct str meeting_name(const struct document *d, struct report *r)
{
	const struct words *w = r->w;
	unsigned i = token_from(w, r->head->end);
	bool voter = str_eq(r->head->norm, STR("tiếp xúc cử tri")), work = str_eq(r->head->norm, STR("thăm")) || str_eq(r->head->norm, STR("làm việc"));
	while (i < w->t.n) {
		const struct entity *cited = entity_at(r->s, DIRECTIVE, w->t.t[i].start);
		if (cited) {   /* a stop inside a cited document does not end the name */
			i = token_from(w, cited_end(r->s, cited));
			continue;
		}
		bool bare = name_is_short(str_sub(r->s->text, r->head->start, w->t.t[i].start)) || str_eq(r->head->unit, STR("verb"));
		unsigned close = r->s->text.p[w->t.t[i].start] == '(' ? closes(r, i, bare) : 0;   /* "Hội nghị Tỉnh ủy (phiên bất thường) cho ý kiến" */
		if (close) {
			i = close;
			continue;
		}
		if (w->t.t[i].kind == TOKEN_MARK ? mark_stops(r, i, bare) : stops(r, i, bare))
			break;
		if (w->word[i].entry && str_eq(w->word[i].entry->value, STR("organise")) && w->t.t[i].start <= r->head->end + 1)
			break;
		if (tokens_same(w, i, "tại")) {   /* "tại ...": the place, part of the name only of a visit */
			if (!voter && !(work && bare))
				break;
		}
		i++;
	}
	size_t end = i < w->t.n ? w->t.t[i].start : r->s->text.n;
	while (end > r->head->end && strchr(" .,:;\"-", r->s->text.p[end - 1]))
		end--;
	r->name_end = end;
	struct str past_day = behind_day(d, r, i);
	if (past_day.n)
		return past_day;
	size_t start = r->head->start;
	if (str_eq(r->head->unit, STR("event")))   /* "tổ chức | tổng kết ..." */
		start = second_word(r->s->text, start);
	return lexicon_canonical(d->lex, d->a, str_trim(str_sub(r->s->text, start, end)));
}

/* --- organisers ------------------------------------------------------------------------------------------------------------ */

/* Only "và", commas, "phối hợp với" and adverbs between two bodies of one list, or between the list and its verb. */
static bool joined(const struct sentence *s, const struct words *w, size_t from, size_t to)
{
	bool aside = false;            /* in a parenthesis: "(BĐBP)" */
	for (unsigned i = token_from(w, from); i < w->t.n && w->t.t[i].start < to;) {
		const struct lexicon_hit *h = &w->link[i], *v = &w->word[i];
		char c = s->text.p[w->t.t[i].start];
		if (w->t.t[i].kind == TOKEN_MARK || aside) {
			aside = c == '(' || (aside && c != ')');
			i++;
		}
		else if (v->entry && (str_eq(v->entry->value, STR("cooperate")) || str_eq(v->entry->value, STR("planned")) || str_eq(v->entry->value, STR("organise"))))
			i = v->end;
		else if (h->entry && (str_eq(h->entry->value, STR("and")) || str_eq(h->entry->value, STR("light")) || str_eq(h->entry->value, STR("has")) || str_eq(h->entry->value, STR("meets")) || str_eq(h->entry->value, STR("plural")) || str_eq(h->entry->value, STR("aux")) || str_eq(h->entry->value, STR("lately"))))
			i = h->end;
		else
			return false;
	}
	return true;
}

/* "HĐND, UBND tỉnh": the level said once is both bodies'. */
static struct str with_level(struct document *d, const struct entity *e, const struct entity *next)
{
	struct str council = STR("Hội đồng nhân dân"), committee = STR("Ủy ban nhân dân");
	if (!next || !str_eq(e->norm, council) || !str_starts(next->norm, committee))
		return e->norm;
	struct buf b = { 0 };
	buf_add(&b, council);
	buf_add(&b, str_sub(next->norm, committee.n, next->norm.n));
	struct str s = arena_dup(d->a, buf_str(&b));
	buf_free(&b);
	return s;
}

static void add_organiser(struct meeting *m, const struct report *r, struct str norm, struct str rule, bool co)
{
	if (str_eq(norm, STR("Đoàn công tác")))   /* of nobody in particular */
		return;
	list_add(co ? &m->co_organizers : &m->organizers, norm);
	explain("meetings", m->id, co ? "co_organizers" : "organizers", norm, rule, r->s);
}

/* "Đoàn công tác của Quốc hội do A, Chủ tịch Quốc hội, làm Trưởng đoàn đã ...". */
static bool led(const struct report *r, size_t from, size_t to)
{
	if (links_find(r->w, "by", from, from + 2) == SIZE_MAX)
		return false;
	for (unsigned i = 0; i < r->s->entities; i++)
		if (r->s->entity[i].label == POSITION && str_eq(r->s->entity[i].unit, STR("partial")) && r->s->entity[i].start > from && r->s->entity[i].end <= to)
			return true;
	return false;
}

/* "Tại cuộc họp ngày 19/6, Ban Bí thư đánh giá": the body that is the subject of the session. */
static bool organiser_is_subject(struct meeting *m, const struct report *r)
{
	size_t head = r->head->start;
	if (r->s->entities && r->s->entity[0].label == ORGANIZATION && r->s->entity[0].start == 0 && head > 2 && links_find(r->w, "at", head - 6 < head ? head - 6 : 0, head) != SIZE_MAX) {
		add_organiser(m, r, r->s->entity[0].norm, r->s->entity[0].rule, false);
		return true;
	}
	if (head > 16)
		return false;
	size_t comma = str_find(r->s->text, STR(", "), r->head->end);
	for (; comma != SIZE_MAX; comma = str_find(r->s->text, STR(", "), comma + 1))
		for (unsigned i = 0; i < r->s->entities; i++)
			if (r->s->entity[i].label == ORGANIZATION && r->s->entity[i].start == comma + 2) {
				add_organiser(m, r, r->s->entity[i].norm, r->s->entity[i].rule, false);
				return true;
			}
	return false;
}

/* "tại Công viên phần mềm, ...": a body that is a place. */
static bool at_place(const struct sentence *s, size_t at)
{
	struct str head = str_sub(s->text, 0, at);
	return str_ends(head, STR("tại ")) || str_ends(head, STR("Tại "));
}

/* The list of bodies that ends right before `verb`: "Tỉnh ủy, UBND tỉnh phối hợp với Bộ Y tế tổ chức". */
static bool organisers_before(struct document *d, struct meeting *m, const struct report *r, size_t from, size_t verb)
{
	const struct entity *list[16];
	unsigned n = 0;
	size_t end = verb;
	for (unsigned i = r->s->entities; i-- && n < 16;) {
		const struct entity *e = &r->s->entity[i];
		if (e->label != ORGANIZATION || e->end > end || e->start < from || at_place(r->s, e->start) || (e->start && r->s->text.p[e->start - 1] == '('))
			continue;
		if (!joined(r->s, r->w, e->end, end) && !(n == 0 && (verb - e->end < 40 || led(r, e->end, verb))))
			break;
		list[n++] = e;
		end = e->start;
	}
	size_t with = n ? words_find(r->w, "cooperate", list[n - 1]->start, verb) : SIZE_MAX;
	for (unsigned i = n; i--;)
		add_organiser(m, r, with_level(d, list[i], i ? list[i - 1] : NULL), list[i]->rule, with != SIZE_MAX && list[i]->start > with);
	return n > 0;
}

/* "Hội nghị ... do Tỉnh ủy tổ chức", "được Tỉnh ủy tổ chức". */
static bool organisers_behind(struct document *d, struct meeting *m, const struct report *r)
{
	size_t by = links_find(r->w, "by", r->head->end, r->s->text.n);
	if (by == SIZE_MAX)
		return false;
	size_t verb = words_find(r->w, "organise", by, r->s->text.n);
	if (verb == SIZE_MAX || verb - by > 300)
		return false;
	return organisers_before(d, m, r, by, verb);
}

/* "phiên họp thường kỳ của Bộ Chính trị", "Hội nghị lần thứ 8 Ban Chấp hành Trung ương": the body named in the meeting's own name. */
static bool organiser_in_name(struct meeting *m, const struct report *r)
{
	static const char *const kinds[] = { "hội nghị", "phiên họp", "kỳ họp", "đại hội", "họp" };
	bool fits = false;
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		fits |= str_eq(r->head->norm, str_c(kinds[i]));
	for (unsigned i = 0; fits && i < r->s->entities; i++) {
		const struct entity *e = &r->s->entity[i];
		if (e->label != ORGANIZATION || e->start < r->head->end || e->start - r->head->end > 90)
			continue;
		for (unsigned k = token_from(r->w, r->head->end); k < r->w->t.n && r->w->t.t[k].start < e->start;) {
			const struct lexicon_hit *h = &r->w->link[k];
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

static void organisers(struct document *d, struct meeting *m, const struct report *r)
{
	if (r->organised && organisers_before(d, m, r, 0, r->verb))
		return;
	if (!organisers_behind(d, m, r) && !organiser_in_name(m, r))
		organiser_is_subject(m, r);
	for (unsigned i = 0; m->organizers.n == 0 && r->organised && i < r->s->entities; i++) {   /* "Huyện Đắk Song tổ chức ..." */
		const struct entity *e = &r->s->entity[i];
		if (e->label == PLACE && e->end <= r->verb && joined(r->s, r->w, e->end, r->verb) && (e->start == 0 || r->s->text.p[e->start - 1] == ' ') && str_find(STR("TtHhQqXxPp"), str_sub(r->s->text, e->start, e->start + 1), 0) != SIZE_MAX && !str_eq(e->level, STR("venue")) && e->start >= 2 && r->s->text.p[e->start - 2] == ',')
			add_organiser(m, r, e->norm, e->rule, false);
	}
	if (m->organizers.n == 0 && (str_starts(m->name, STR("Hội nghị Trung ương")) || str_starts(m->name, STR("hội nghị Trung ương"))))
		list_add(&m->organizers, STR("Ban Chấp hành Trung ương Đảng"));
}

/* --- places, counts, mode, documents --------------------------------------------------------------------------------------------- */

static void add_part(struct document *d, struct str *place, const struct entity *e)
{
	struct buf b = { 0 };
	buf_add(&b, *place);
	buf_add(&b, STR(", "));
	buf_add(&b, e->norm);
	*place = arena_dup(d->a, buf_str(&b));
	buf_free(&b);
}

/* A place, or a body that is a house to meet in: "tại Công viên phần mềm Quang Trung". */
static bool is_place(const struct words *w, const struct entity *e)
{
	if (e->label == ORGANIZATION)
		return words_find(w, "venuestreet", e->start, e->start + 1) != SIZE_MAX || words_find(w, "venue", e->start, e->start + 1) != SIZE_MAX;
	return e->label == PLACE && !str_eq(e->level, STR("country"));
}

/* "tại xã Tân Phú (huyện Hòa Lạc) và xã Tân Lập": the places named right behind tại. */
void meeting_places(struct document *d, struct meeting *m, const struct sentence *s, const struct words *w)
{
	static const char *const at_words[] = { "tại ", "Tại ", "ở ", "từ " };
	bool linked = str_find(s->text, STR("trực tuyến từ"), 0) < s->text.n || str_find(s->text, STR("kết nối"), 0) < s->text.n;
	for (size_t k = 0; k < (linked ? 4u : 3u); k++)
		for (size_t at = 0; (at = str_find(s->text, str_c(at_words[k]), at)) < s->text.n; at++) {
			if (at && s->text.p[at - 1] != ' ' && s->text.p[at - 1] != '(')
				continue;
			size_t end = at + strlen(at_words[k]);
			struct list found = { 0 };
			for (unsigned i = 0; i < s->entities; i++) {
				const struct entity *e = &s->entity[i];
				if (!is_place(w, e) || e->start < end || e->start - end > (found.n ? 8u : 1u) || (found.n && str_eq(e->level, STR("venue")) && !str_eq(str_sub(s->text, end, e->start), STR(", "))))
					continue;
				if (found.n && str_find(str_sub(s->text, end, e->start), STR("và"), 0) == SIZE_MAX)
					add_part(d, &found.v[found.n - 1], e);
				else
					list_add(&found, e->norm);
				end = e->end;
			}
			for (unsigned i = 0; i < found.n && m->places.n < 4; i++) {
				list_add(&m->places, found.v[i]);
				explain("meetings", m->id, "places", found.v[i], STR("place:tại"), s);
			}
		}
}

static void counts(struct meeting *m, const struct sentence *s)
{
	for (unsigned i = 0; i < s->entities; i++) {
		const struct entity *e = &s->entity[i];
		if (e->label != COUNT)
			continue;
		if (str_eq(e->unit, STR("points")) && m->online_points.n == 0)
			m->online_points = e->norm;
		if (str_eq(e->unit, STR("people")) && m->attendees.n == 0 &&
		    (str_find(s->text, STR(" dự"), 0) < s->text.n || str_find(s->text, STR("Dự "), 0) < s->text.n || str_find(s->text, STR("tham gia"), 0) < s->text.n || str_find(s->text, STR("nghe "), 0) < s->text.n)) {
			m->attendees = e->norm;
			m->qualifier = e->qualifier;
			explain("meetings", m->id, "attendees", e->norm, e->rule, s);
		}
	}
}

static void mode(struct meeting *m, const struct sentence *s)
{
	static const char *const signs[] = { "điểm cầu", "hình thức trực tuyến", "nối trực tuyến", "nghị trực tuyến", "họp trực tuyến", "trực tuyến đến", "trực tuyến tới",
					     "trực tuyến với", "trực tuyến từ", "trực tuyến toàn", "đàm trực tuyến", "huấn trực tuyến", "dự trực tuyến", "trực tiếp kết hợp" };
	bool online = false;
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		online |= str_find(s->text, str_c(signs[i]), 0) < s->text.n;
	if (online && str_find(s->text, STR("trực tiếp kết hợp"), 0) < s->text.n)
		m->mode = STR("kết hợp");
	else if (online && m->mode.n == 0)
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
		if (e->label != DIRECTIVE || e->start < from)
			continue;
		size_t reach = e->start > 60 ? e->start - 60 : 0;
		bool goes_on = last && e->start >= last && e->start - last < 40 && goes_on_list(str_trim(str_sub(s->text, last, e->start)));   /* "Chỉ thị ...; Kế hoạch ..." */
		if (goes_on || links_find(w, "study", reach > from ? reach : from, e->start) != SIZE_MAX) {
			last = cited_end(s, e);
			list_add(&m->directives, e->norm);
			explain("meetings", m->id, "directives", e->norm, e->rule, s);
		}
	}
}

/* The documents in the meeting's own name: "Hội nghị quán triệt Chỉ thị số ...". */
static void name_cites(struct meeting *m, const struct report *r)
{
	for (unsigned i = 0; i < r->s->entities; i++) {
		const struct entity *e = &r->s->entity[i];
		if (e->label == DIRECTIVE && e->start > r->head->start && e->start < r->name_end) {
			list_add(&m->directives, e->norm);
			explain("meetings", m->id, "directives", e->norm, e->rule, r->s);
		}
	}
}

/* --- province --------------------------------------------------------------------------------------------------------------------- */

static struct str province_in(const struct document *d, struct str text)
{
	static struct tokens t;
	struct lexicon_hit hit[LEX_CLASSES];
	struct str found = { 0 };
	tokens_cut(&t, text);
	for (unsigned i = 0; i < t.n && !found.n; i++) {
		lexicon_walk(d->lex, &t, i, hit);
		if (hit[LEX_PLACE].entry && t.t[i].upper && str_eq(hit[LEX_PLACE].entry->kind, STR("province")))
			found = hit[LEX_PLACE].entry->value;
	}
	return found;
}

static bool is_local(const struct list *bodies)
{
	static const char *const signs[] = { "tỉnh", "Tỉnh ủy", "Thành ủy", "thành phố", "huyện", "Huyện ủy", "quận", "thị xã", "xã", "phường" };
	for (unsigned i = 0; i < bodies->n; i++)
		for (size_t k = 0; k < sizeof signs / sizeof *signs; k++)
			if (str_find(bodies->v[i], str_c(signs[k]), 0) < bodies->v[i].n)
				return true;
	return false;
}

void meeting_province(struct document *d, struct meeting *m)
{
	const struct list *from[] = { &m->places, &m->organizers, &m->co_organizers };
	for (size_t k = 0; k < 3; k++)
		for (unsigned i = 0; i < from[k]->n && !m->province.n; i++)
			m->province = province_in(d, from[k]->v[i]);
	for (unsigned i = 0; i < d->n && !m->province.n && is_local(&m->organizers); i++)
		if (zone_tells(&d->s[i]))
			m->province = province_in(d, d->s[i].text);
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
	if (r->day) {
		m->date = r->day->norm;
		m->date_end = r->day->date_end;
		m->session = r->day->session;
		list_add(&m->rules, r->day->rule);
		explain("meetings", m->id, "date", m->date, r->day->rule, r->s);
	}
	m->today = r->today;
	organisers(d, m, r);
	meeting_places(d, m, r->s, r->w);
	name_cites(m, r);
	meeting_cites(m, r->s, r->w, r->head->start);
	meeting_more(m, r->s);
}
