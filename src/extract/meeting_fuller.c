/* meeting_fuller.c - what the page tells of its meetings elsewhere than in the sentence that reports them: the headline's wording, a fuller name,
 * who holds it, where. "Hội nghị" + headline "Hội nghị tổng kết công tác năm 2018" -> that. */
#include "extract/explain.h"
#include "extract/report.h"
#include "vi/lists.h"
#include <stdint.h>

/* The verb at byte `at` says what a meeting did. */
static bool headline_verb(const struct words *w, size_t at)
{
	static const char *const kinds[] = { "study", "carry", "reviews" };
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (links_find(w, kinds[i], at, at + 1) != SIZE_MAX)
			return true;
	return false;
}

/* "| Tổng kết công tác năm 2018", "Kim Sơn: | Sơ kết ...", "Công an huyện Đắk Song | tổng kết ...": the verb of the head of a page, and in *by who
 * stands before it; SIZE_MAX: none. */
static size_t headline_verb_at(const struct sentence *s, const struct words *w, const struct entity **by)
{
	size_t colon = str_find(s->text, STR(": "), 0);
	*by = NULL;
	for (unsigned k = 0; k < s->entities; k++) {
		const struct entity *e = &s->entity[k];
		bool acts = e->label == ORGANIZATION || (e->label == PLACE && e->start == 0);
		if (!acts || !(headline_verb(w, e->end + 1) || (e->end == colon && headline_verb(w, e->end + 2))))
			continue;
		*by = e->label == ORGANIZATION ? e : NULL;
		return e->end == colon ? e->end + 2 : e->end + 1;
	}
	if (headline_verb(w, 0))
		return 0;
	return colon < 40 && headline_verb(w, colon + 2) ? colon + 2 : SIZE_MAX;
}

/* "Công an huyện Đắk Song tổng kết công tác năm 2018": the head of the page tells what the meeting did. */
static bool headline_tells(struct document *d, const struct sentence *s)
{
	static struct words w;
	struct meeting *m = &d->meeting[0];
	const struct entity *by;
	bool head = s->zone == ZONE_HEADLINE || (s->zone == ZONE_LEAD && s->n <= 4 && s->text.n && s->text.p[s->text.n - 1] != '.');
	if (!head || !str_eq(m->type, STR("hội nghị")) || !name_is_short(m->name))
		return false;
	words_read(&w, d->lex, s->text);
	size_t verb = headline_verb_at(s, &w, &by);
	if (verb == SIZE_MAX || s->text.n - verb < 30)
		return false;
	struct entity at = { .start = verb, .end = verb + 1, .norm = m->type };
	struct report r = { .s = s, .w = &w, .head = &at };
	struct buf b = { 0 };
	buf_add(&b, STR("Hội nghị "));
	struct str told = meeting_name(d, &r);
	size_t len;
	unsigned first = vi_codepoint(told, 0, &len);
	bool capitals = vi_is_upper(vi_codepoint(told, len, &(size_t){ 0 }));   /* "TỔNG KẾT ..." as it is */
	vi_put(&b, capitals ? first : vi_lower(first));
	buf_add(&b, str_sub(told, len, told.n));
	m->name = arena_dup(d->a, buf_str(&b));
	buf_free(&b);
	explain("meetings", m->id, "name", m->name, STR("name:headline verb"), s);
	meeting_name_cites(m, &r);
	if (by && m->organizers.n == 0)
		list_add(&m->organizers, by->norm);
	return true;
}

/* "lễ đón" is no other name of the "lễ ký kết". */
static bool other_ceremony(struct str name, struct str other)
{
	struct str a = meeting_ceremony(name), b = meeting_ceremony(other);
	return a.n && b.n && !str_eq(str_sub(a, 0, str_find(a, STR(" "), 0)), str_sub(b, 0, str_find(b, STR(" "), 0)));
}

/* The headline's wording where the report says only "tổ chức Hội nghị". */
static void headline_names(struct document *d)
{
	for (unsigned i = 0; i < d->n && d->meetings; i++) {
		const struct sentence *s = &d->s[i];
		if (headline_tells(d, s))
			return;
		for (unsigned k = 0; s->zone == ZONE_HEADLINE && k < s->entities; k++)
			if (s->entity[k].label == MEETING && s->entity[k].start < 4 && !meeting_is_verb(&s->entity[k])) {
				static struct words w;
				words_read(&w, d->lex, s->text);
				struct report r = { .s = s, .w = &w, .head = &s->entity[k] };
				if (name_is_short(d->meeting[0].name) && str_eq(d->meeting[0].type, s->entity[k].norm)) {
					d->meeting[0].name = meeting_name(d, &r);
					explain("meetings", d->meeting[0].id, "name", d->meeting[0].name, STR("name:headline"), s);
					meeting_name_cites(&d->meeting[0], &r);
				}
				return;
			}
	}
}

bool meeting_cut_short(const struct document *d, unsigned i)
{
	struct str t = d->s[i].text;
	if (str_ends(t, STR("...")))
		t.n -= 3;
	else if (str_ends(t, STR("…")))
		t.n -= STR("…").n;
	else
		return false;
	t = str_trim(t);
	enum { FAR = 2000 };   /* sentences looked at: more than any page has, so that a built one costs no more than its size */
	for (unsigned k = i + 1; k < d->n && k <= i + FAR && t.n > 20; k++)
		if (str_starts(d->s[k].text, t))
			return true;
	return false;
}

/* Else the first mention that tells its subject: "tại Hội nghị trực tuyến về ...". */
static void fuller_names(struct document *d)
{
	static struct words w;
	for (unsigned k = 0; k < d->meetings; k++) {
		struct meeting *m = &d->meeting[k];
		bool visit = str_eq(m->type, STR("thăm"));
		bool named = false;
		for (unsigned i = 0; i < d->n && name_is_short(m->name) && !named; i++) {
			if (!zone_tells(&d->s[i]) || d->meeting_of[i] != k + 1 || !sentence_has(&d->s[i], MEETING) || meeting_cut_short(d, i))
				continue;
			words_read(&w, d->lex, d->s[i].text);
			struct report r = { .s = &d->s[i], .w = &w };
			for (unsigned e = 0; e < r.s->entities; e++) {
				r.head = &r.s->entity[e];
				if (r.head->label != MEETING || (meeting_is_verb(r.head) && !visit) || !str_eq(r.head->norm, m->type) || meeting_inside(r.s, r.head) || links_right_before(&w, r.head->start, "aside"))
					continue;
				if (lists_ends("paper of a meeting", str_trim(str_sub(r.s->text, 0, r.head->start))))   /* "thông qua Nội quy | kỳ họp Hội đồng nhân dân huyện" */
					continue;
				struct str name = meeting_name(d, &r);
				if ((visit ? !meeting_visited(&r) : name_is_short(name)) || other_ceremony(m->name, name))
					continue;
				m->name = name;
				meeting_more(m, r.s);
				explain("meetings", m->id, "name", name, STR("name:mention"), r.s);
				meeting_name_cites(m, &r);
				named = true;
				break;
			}
		}
	}
}

/* "do Ngân hàng Nhà nước và Bộ A tổ chức": a later sentence, or a caption, says who holds it. */
static void fuller_organisers(struct document *d)
{
	static struct words w;
	for (unsigned i = 0; i < d->n; i++) {
		struct meeting *m = d->meeting_of[i] ? &d->meeting[d->meeting_of[i] - 1] : NULL;
		if (!m || m->organizers.n || !zone_tells(&d->s[i]) || !sentence_has(&d->s[i], MEETING) || !sentence_has(&d->s[i], ORGANIZATION))
			continue;
		words_read(&w, d->lex, d->s[i].text);
		struct report r = { .s = &d->s[i], .w = &w };
		for (unsigned e = 0; e < r.s->entities && m->organizers.n == 0; e++) {
			r.head = &r.s->entity[e];
			if (r.head->label == MEETING && !meeting_is_verb(r.head) && str_eq(r.head->norm, m->type) && !meeting_inside(r.s, r.head) && !links_right_before(&w, r.head->start, "aside"))
				meeting_organisers_behind(d, m, &r);
		}
	}
}

/* "Hội nghị Cấp cao A | tại Singapore": said of it elsewhere on the page, by its own name. */
static void fuller_places(struct document *d)
{
	enum { MOST = 4, FAR = 400 };  /* mentions looked at in one sentence, sentences: a built page costs no more than its size */
	static struct words w;
	for (unsigned k = 0; k < d->meetings; k++)
		for (unsigned i = 0; i < d->n && i < FAR && d->meeting[k].places.n == 0 && !name_is_short(d->meeting[k].name); i++) {
			if (!zone_tells(&d->s[i]) || !sentence_has(&d->s[i], MEETING) || !sentence_has(&d->s[i], PLACE))
				continue;
			words_read(&w, d->lex, d->s[i].text);
			struct report r = { .s = &d->s[i], .w = &w };
			for (unsigned e = 0, seen = 0; e < r.s->entities && seen < MOST && d->meeting[k].places.n == 0; e++) {
				r.head = &r.s->entity[e];
				seen += r.head->label == MEETING;
				if (r.head->label == MEETING && !meeting_is_verb(r.head) && str_eq(r.head->norm, d->meeting[k].type))
					meeting_place_behind(d, &d->meeting[k], &r);
			}
		}
}

void meetings_fuller(struct document *d)
{
	headline_names(d);
	fuller_names(d);
	fuller_organisers(d);
	fuller_places(d);
}
