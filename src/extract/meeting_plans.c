/* meeting_plans.c - the signs of a meeting that is to come, and its day: "sẽ họp trong ngày 8-2", "dự kiến diễn ra ngày 27/2". */
#include "extract/report.h"
#include "vi/lists.h"

const struct entity *meeting_day_of_plan(const struct report *r, const struct entity *e)
{
	enum { NEAR = 90 };
	if (!str_ends(str_trim(str_sub(r->s->text, 0, e->start)), STR(" sẽ")))
		return NULL;
	for (unsigned i = 0; i < r->s->entities; i++) {
		const struct entity *o = &r->s->entity[i];
		if (o->label == DATE && o->norm.n == 10 && o->start > e->end)
			return o->start - e->end < NEAR && !meeting_day_ends(r->s, o) && lists_ends("leads to a day", str_trim(str_sub(r->s->text, 0, o->start))) ? o : NULL;
	}
	return NULL;
}

const struct entity *meeting_day_to_come(const struct document *d, const struct report *r, const struct entity *e)
{
	size_t planned = words_find(r->w, "planned", e->end, r->s->text.n);
	struct report named = { .s = r->s, .w = r->w, .head = e };
	meeting_name(d, &named);
	for (unsigned i = 0; i < r->s->entities; i++)   /* "họp báo về Hội nghị A, ông B cho biết Hội nghị A sẽ diễn ra ..." */
		if (r->s->entity[i].label == MEETING && r->s->entity[i].start > named.name_end && r->s->entity[i].start < planned)
			return NULL;
	for (unsigned i = 0; i < r->s->entities; i++) {
		const struct entity *o = &r->s->entity[i];
		if (o->label == DATE && o->norm.n == 10 && planned < o->start && o->start - planned < 60 && !meeting_day_ends(r->s, o))
			return o;
	}
	return NULL;
}

/* A word of what is to come in [from, to); none is the plan of somebody, "theo kế hoạch của Tỉnh ủy". */
static bool to_come(const struct report *r, size_t from, size_t to)
{
	for (unsigned i = words_token(r->w, from); i < r->w->t.n && r->w->t.t[i].start < to; i++) {
		const struct phrase *h = &r->w->word[i];
		if (h->entry && str_eq(h->entry->value, STR("planned")) && !(h->end < r->w->t.n && lists_starts("behind a plan that is one", str_sub(r->s->text, r->w->t.t[h->end].start, r->s->text.n))))
			return true;
	}
	return false;
}

bool meeting_planned(const struct report *r, size_t until)
{
	enum { NEAR = 80, TOP = 12 };
	return to_come(r, until > NEAR ? until - NEAR : 0, until) || to_come(r, 0, TOP < until ? TOP : until);
}

bool meeting_to_be_held(const struct document *d, const struct report *r)
{
	struct report named = { .s = r->s, .w = r->w, .head = r->head };
	meeting_name(d, &named);
	return str_starts(str_trim(str_sub(r->s->text, named.name_end, r->s->text.n)), STR("sẽ "));
}
