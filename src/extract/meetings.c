/* meetings.c - the meetings that a document reports.
 * A sentence reports one when a meeting noun or verb stands with an organiser, a day or a place of its own. The first found is m1;
 * a later one is new only behind "*", "Cùng ngày" or with another day; all others add to the last one (count, mode, place). */
#include "extract/document.h"
#include <stdint.h>
#include <stdio.h>

bool zone_tells(const struct sentence *s)
{
	return str_eq(s->zone, STR("body")) || str_eq(s->zone, STR("lead")) || str_eq(s->zone, STR("headline")) || str_eq(s->zone, STR("caption"));
}

static bool is_zone(const struct sentence *s, const char *z) { return str_eq(s->zone, str_c(z)); }

static const struct entity *entity_before(const struct sentence *s, enum label l, size_t at, size_t reach)
{
	const struct entity *best = NULL;
	for (unsigned i = 0; i < s->entities; i++)
		if (s->entity[i].label == l && s->entity[i].end <= at && at - s->entity[i].end <= reach)
			best = &s->entity[i];
	return best;
}

static bool is_day(const struct entity *e) { return e->label == DATE && e->norm.n == 10; }

static const struct entity *day_of(const struct sentence *s, size_t at)
{
	const struct entity *after = NULL;
	const struct entity *before = NULL;
	for (unsigned i = 0; i < s->entities; i++)
		if (is_day(&s->entity[i])) {
			if (s->entity[i].start < at)
				before = &s->entity[i];
			else if (!after)
				after = &s->entity[i];
		}
	return before ? before : after;
}

static size_t first_of(struct str text, size_t from, const char *const *stops, size_t end)
{
	for (; *stops; stops++) {
		size_t at = str_find(text, str_c(*stops), from);
		if (at < end)
			end = at;
	}
	return end;
}

/* phrases behind which no more of the name stands */
static const char *const name_stops[] = { ". ", "; ", " tại ", " diễn ra", " được tổ chức", ", dưới sự", " dưới sự", " vào ngày", " vào sáng", " vào chiều",
	" do ", " được ", " với sự tham", " có sự tham", ", với sự", " sẽ ", " nhằm ", " (", ". Đồng chí", " đã ", ", nhằm", " cho biết", " đồng chí ", ", đồng chí", ", ông ", ", bà ",
	" bằng hình thức", " theo hình thức", ", với ", " để ", ", sáng ", ", chiều ", ", ngày ", " ngày ", " sáng ", " chiều ", NULL };

/* Byte behind the citation's subject. */
static size_t cited_end(const struct sentence *s, const struct entity *e)
{
	struct str last = e->subject.n > 12 ? str_sub(e->subject, e->subject.n - 12, e->subject.n) : e->subject;
	size_t at = last.n ? str_find(s->text, last, e->start) : SIZE_MAX;
	return at < s->text.n && at + last.n > e->end ? at + last.n : e->end;
}

static struct str name_from(const struct document *d, const struct sentence *s, const struct entity *m)
{
	size_t end = s->text.n;
	while (end && (s->text.p[end - 1] == '.' || s->text.p[end - 1] == ' '))
		end--;
	end = first_of(s->text, m->end, name_stops, end);
	for (unsigned i = 0; i < s->entities; i++) {   /* a stop inside a cited document does not end the name */
		const struct entity *e = &s->entity[i];
		size_t close = e->label == DIRECTIVE ? cited_end(s, e) : 0;
		if (e->label == DIRECTIVE && e->start <= end && close > end && e->start > m->start) {
			end = first_of(s->text, close, name_stops, s->text.n);
			while (end && (s->text.p[end - 1] == '.' || s->text.p[end - 1] == ' '))
				end--;
		}
	}
	return lexicon_canonical(d->lex, d->a, str_trim(str_sub(s->text, m->start, end)));
}

static bool has_word(const struct tokens *t, const struct lexicon *lex, size_t from, size_t to, const char *kind, size_t *at)
{
	struct lexicon_hit hit[LEX_CLASSES];
	for (unsigned i = 0; i < t->n; i++) {
		if (t->t[i].start < from || t->t[i].start >= to)
			continue;
		lexicon_walk(lex, t, i, hit);
		if (hit[LEX_WORD].entry && str_eq(hit[LEX_WORD].entry->value, str_c(kind))) {
			if (at)
				*at = t->t[i].start;
			return true;
		}
	}
	return false;
}

static struct str province_in(const struct document *d, struct str text)
{
	struct tokens t = { 0 };
	struct lexicon_hit hit[LEX_CLASSES];
	struct str found = { 0 };
	tokens_cut(&t, text);
	for (unsigned i = 0; i < t.n && !found.n; i++) {
		lexicon_walk(d->lex, &t, i, hit);
		if (hit[LEX_PLACE].entry && t.t[i].upper && str_eq(hit[LEX_PLACE].entry->kind, STR("province")))
			found = hit[LEX_PLACE].entry->value;
	}
	tokens_free(&t);
	return found;
}

static void organisers(struct document *d, struct meeting *m, const struct sentence *s, const struct tokens *t, size_t verb)
{
	size_t with = 0;
	bool cooperates = has_word(t, d->lex, 0, verb, "cooperate", &with);
	for (unsigned i = 0; i < s->entities; i++) {
		const struct entity *e = &s->entity[i];
		if (e->label != ORGANIZATION || e->end > verb || (e->start && s->text.p[e->start - 1] == '('))
			continue;
		if (cooperates && e->start > with)
			list_add(&m->co_organizers, e->norm);
		else if (cooperates ? e->end <= with : verb - e->end < 40)
			list_add(&m->organizers, e->norm);
	}
}

/* "tại xã Tân Phú (huyện Hòa Lạc) và xã Tân Lập": the places named right behind tại, outside conversation with the text. */
static void places(struct document *d, struct meeting *m, const struct sentence *s)
{
	for (size_t at = 0; (at = str_find(s->text, STR("tại "), at)) < s->text.n; at += 4) {
		size_t from = at + STR("tại ").n;
		struct list found = { 0 };
		size_t end = from;
		for (unsigned i = 0; i < s->entities; i++) {
			const struct entity *e = &s->entity[i];
			if (e->label != PLACE || str_eq(e->level, STR("country")) || e->start < end || e->start - end > (found.n ? 8u : 1u))
				continue;
			if (found.n && str_eq(e->level, STR("venue")))
				continue;
			if (found.n && str_find(str_sub(s->text, end, e->start), STR("và"), 0) == SIZE_MAX) {
				struct buf b = { 0 };
				buf_add(&b, found.v[found.n - 1]);
				buf_add(&b, STR(", "));
				buf_add(&b, e->norm);
				found.v[found.n - 1] = arena_dup(d->a, buf_str(&b));
				buf_free(&b);
			} else {
				list_add(&found, e->norm);
			}
			end = e->end;
		}
		for (unsigned i = 0; i < found.n && m->places.n < 4; i++)
			list_add(&m->places, found.v[i]);
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
		    (str_find(s->text, STR(" dự"), 0) < s->text.n || str_find(s->text, STR("tham gia"), 0) < s->text.n || str_find(s->text, STR("nghe "), 0) < s->text.n)) {
			m->attendees = e->norm;
			m->qualifier = e->qualifier;
		}
	}
}

static void mode(struct meeting *m, const struct sentence *s)
{
	bool online = str_find(s->text, STR("trực tuyến"), 0) < s->text.n || str_find(s->text, STR("điểm cầu"), 0) < s->text.n;
	if (online && str_find(s->text, STR("trực tiếp kết hợp"), 0) < s->text.n)
		m->mode = STR("kết hợp");
	else if (online && m->mode.n == 0)
		m->mode = STR("trực tuyến");
}

static void cited(struct meeting *m, const struct sentence *s, size_t from)
{
	for (unsigned i = 0; i < s->entities; i++)
		if (s->entity[i].label == DIRECTIVE && s->entity[i].start > from)
			list_add(&m->directives, s->entity[i].norm);
}

static void details(struct meeting *m, const struct sentence *s)
{
	counts(m, s);
	mode(m, s);
}

struct find { const struct entity *head, *day; size_t verb; bool organised, fresh, planned; };

/* Tells a meeting by its own name ("tại Hội nghị tổng kết ..."), not as part of another name or as a time before or after. */
static bool named(const struct sentence *s, const struct entity *m)
{
	static const char *const not_behind[] = { "sau", "trước", "Sau", "Trước", "nghị quyết", "Nghị quyết", "chào mừng", "tới", "từ", "của", "Ban Tổ chức", "thành công" };
	struct str head = str_trim(str_sub(s->text, 0, m->start)), rest = str_sub(s->text, m->end, s->text.n);
	for (size_t i = 0; i < sizeof not_behind / sizeof *not_behind; i++)
		if (str_ends(head, str_c(not_behind[i])))
			return false;
	return rest.n > 20 && rest.p[0] == ' ';
}

static bool reports(struct document *d, const struct sentence *s, const struct tokens *t, struct find *f)
{
	*f = (struct find){ .verb = SIZE_MAX };
	f->fresh = s->text.n && (s->text.p[0] == '*' || has_word(t, d->lex, 0, 8, "sameday", NULL));
	for (unsigned i = 0; i < s->entities; i++) {
		const struct entity *e = &s->entity[i];
		if (e->label != MEETING)
			continue;
		size_t verb = 0;
		bool noun = !str_eq(e->unit, STR("verb"));
		bool organised = noun && has_word(t, d->lex, e->start > 40 ? e->start - 40 : 0, e->start, "organise", &verb);
		bool behind = noun && has_word(t, d->lex, e->end, e->end + 400, "organise", NULL);
		const struct entity *day = day_of(s, e->start);
		const struct entity *org = entity_before(s, ORGANIZATION, organised ? verb : e->start, 40);
		bool verbal = !noun && day && day->start < e->start && (org || entity_before(s, PERSON, e->start, 80));
		bool loose = noun && day && d->meetings == 0 && s->n <= 10 && named(s, e);
		if ((organised && (day || org)) || (behind && day && i < 6) || verbal || loose) {
			*f = (struct find){ e, day, organised ? verb : e->start, organised || verbal, f->fresh, false };
			f->planned = has_word(t, d->lex, 0, f->verb, "planned", NULL);
			return !has_word(t, d->lex, 0, 12, "past", NULL);
		}
	}
	return false;
}

static struct meeting *meeting_new(struct document *d, const struct sentence *s)
{
	struct meeting *m = &d->meeting[d->meetings++];
	char id[64];
	snprintf(id, sizeof id, "%.*s-m%u", (int)(d->id.n < 40 ? d->id.n : 40), d->id.p, d->meetings);
	*m = (struct meeting){ .id = arena_dup(d->a, str_c(id)), .where = s, .status = STR("held"), .year_basis = STR("none") };
	return m;
}

/* "Hội nghị lần thứ 8 Ban Chấp hành Trung ương": the committee named in the meeting's own name holds it. */
static void committee(struct meeting *m, const struct sentence *s, size_t head)
{
	for (unsigned i = 0; i < s->entities; i++) {
		const struct entity *e = &s->entity[i];
		if (e->label == ORGANIZATION && e->start > head && e->start - head < 60 &&
		    (str_starts(e->norm, STR("Ban Chấp hành")) || str_starts(e->norm, STR("Ban Thường vụ")) || str_starts(e->norm, STR("Ủy ban Thường vụ")) || str_starts(e->norm, STR("Thường trực")))) {
			list_add(&m->organizers, e->norm);
			return;
		}
	}
}

static void fill(struct document *d, struct meeting *m, const struct sentence *s, const struct tokens *t, const struct find *f)
{
	m->type = f->head->norm;
	m->name = name_from(d, s, f->head);
	list_add(&m->rules, f->head->rule);
	if (f->planned)
		m->status = STR("planned");
	if (f->day) {
		m->date = f->day->norm;
		m->date_end = f->day->date_end;
		m->session = f->day->session;
		list_add(&m->rules, f->day->rule);
	}
	if (f->organised)
		organisers(d, m, s, t, f->verb);
	if (m->organizers.n == 0)
		committee(m, s, f->head->start);
	places(d, m, s);
	cited(m, s, f->head->start);
	details(m, s);
}

static bool short_name(struct str name)
{
	unsigned spaces = 0;
	for (size_t i = 0; i < name.n; i++)
		spaces += name.p[i] == ' ';
	return spaces < 4;
}

/* The headline's wording where the report says only "tổ chức Hội nghị", and the only source where no sentence reports. */
static void headline_names(struct document *d)
{
	for (unsigned i = 0; i < d->n; i++) {
		const struct sentence *s = &d->s[i];
		if (!is_zone(s, "headline") || s->entities == 0)
			continue;
		for (unsigned k = 0; k < s->entities; k++)
			if (s->entity[k].label == MEETING && s->entity[k].start < 4 && !str_eq(s->entity[k].unit, STR("verb"))) {
				struct str name = name_from(d, s, &s->entity[k]);
				if (d->meetings && short_name(d->meeting[0].name) && str_eq(d->meeting[0].type, s->entity[k].norm))
					d->meeting[0].name = name;
				return;
			}
	}
}

static void province(struct document *d, struct meeting *m)
{
	for (unsigned i = 0; i < m->places.n && !m->province.n; i++)
		m->province = province_in(d, m->places.v[i]);
	for (unsigned i = 0; i < m->organizers.n && !m->province.n; i++)
		m->province = province_in(d, m->organizers.v[i]);
	for (unsigned i = 0; i < m->co_organizers.n && !m->province.n; i++)
		m->province = province_in(d, m->co_organizers.v[i]);
	for (unsigned i = 0; i < d->n && !m->province.n && m->organizers.n; i++)
		if (zone_tells(&d->s[i]))
			m->province = province_in(d, d->s[i].text);
}

static bool other_day(const struct meeting *m, const struct find *f)
{
	return f->day && f->day->start < 40 && m->date.n && memcmp(m->date.p + 4, f->day->norm.p + 4, 6) != 0;
}

static bool names_meeting(const struct sentence *s)
{
	for (unsigned i = 0; i < s->entities; i++)
		if (s->entity[i].label == MEETING && !str_eq(s->entity[i].unit, STR("verb")))
			return str_find(s->text, STR("được tổ chức"), 0) < s->text.n || str_find(s->text, STR("diễn ra"), 0) < s->text.n || str_find(s->text, STR("điểm cầu"), 0) < s->text.n;
	return false;
}

/* A sentence of the report that passes documents on: quán triệt, truyền đạt, thông tin ... */
static bool studies(const struct sentence *s)
{
	for (unsigned i = 0; i < s->entities; i++)
		if (s->entity[i].label == ROLE && str_eq(s->entity[i].norm, STR("present")) && i < 12)
			return true;
	return false;
}

static void one_sentence(struct document *d, unsigned i, struct meeting **now)
{
	const struct sentence *s = &d->s[i];
	struct tokens t = { 0 };
	struct find f;
	tokens_cut(&t, s->text);
	bool tells = (is_zone(s, "body") || is_zone(s, "lead")) && reports(d, s, &t, &f);
	if (tells && (!*now || f.fresh || other_day(*now, &f)) && d->meetings < LIST_MAX) {
		struct meeting *before = *now;
		*now = meeting_new(d, s);
		fill(d, *now, s, &t, &f);
		if (f.fresh && before && (*now)->date.n == 0)
			(*now)->date = before->date;
	} else if (*now && !is_zone(s, "headline")) {
		details(*now, s);
		if (tells && short_name((*now)->name) && str_eq((*now)->type, f.head->norm))
			(*now)->name = name_from(d, s, f.head);
		if ((*now)->places.n == 0 && (tells || names_meeting(s)))
			places(d, *now, s);
		if ((*now)->directives.n == 0 && studies(s))
			cited(*now, s, 0);
	}
	d->meeting_of[i] = *now ? d->meetings : 0;
	tokens_free(&t);
}

void meetings_find(struct document *d)
{
	struct meeting *now = NULL;
	d->meeting = arena_alloc(d->a, LIST_MAX * sizeof *d->meeting);
	d->meeting_of = arena_alloc(d->a, (d->n + 1) * sizeof *d->meeting_of);
	d->meetings = 0;
	for (unsigned i = 0; i < d->n; i++)
		if (zone_tells(&d->s[i]))
			one_sentence(d, i, &now);
	if (d->meetings)
		for (unsigned i = 0; i < d->n && d->meeting_of[i] == 0; i++)
			d->meeting_of[i] = 1;
	headline_names(d);
	for (unsigned i = 0; i < d->meetings; i++)
		province(d, &d->meeting[i]);
}
