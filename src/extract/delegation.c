/* delegation.c - deputies by the delegation they sit in: "đại biểu A (đoàn Gia Lai)", "bà B (Đoàn ĐBQH tỉnh X)" -> "Đại biểu Quốc hội đoàn X". */
#include "extract/clause.h"
#include "vi/lists.h"

/* The page speaks of the National Assembly: other gatherings have delegates of delegations, too. */
static bool assembly_told(const struct document *d)
{
	for (unsigned i = 0; i < d->n; i++)
		if (zone_tells(&d->s[i]) && lists_stands("tells of the assembly", d->s[i].text))
			return true;
	return false;
}

static bool is_deputy(const struct item *it)
{
	for (unsigned k = 0; k < it->titles; k++)
		if (lists_find("office of a deputy", it->title[k]->norm))
			return true;
	return it->honorific && lists_find("honorific of a deputy", it->honorific->norm);
}

static const struct entity *seat(struct document *d, struct str delegation, const struct entity *from)
{
	const struct list_word *level = lists_starts("level of a delegation", delegation);
	struct buf b = { 0 };
	buf_add(&b, STR("Đại biểu Quốc hội đoàn "));
	buf_add(&b, level ? str_trim(str_sub(delegation, level->phrase.n, delegation.n)) : delegation);
	struct entity *e = arena_new(d->a, struct entity);
	*e = (struct entity){ .label = POSITION, .start = from->start, .end = from->end, .norm = arena_dup(d->a, buf_str(&b)), .rule = STR("delegation") };
	buf_clear(&b);
	buf_add(&b, STR("Đoàn đại biểu Quốc hội "));
	buf_add(&b, delegation);
	e->org = arena_dup(d->a, buf_str(&b));
	buf_free(&b);
	return e;
}

const struct entity *delegation_of(struct document *d, const struct clause *c, const struct item *it)
{
	const struct sentence *s = c->s;
	for (unsigned k = 0; k < s->entities; k++) {
		const struct entity *e = &s->entity[k];
		if (e->start < it->end)
			continue;
		struct str between = str_trim(str_sub(s->text, it->end, e->start)), delegation = STR("Đoàn đại biểu Quốc hội ");
		if (e->label == ORGANIZATION && str_starts(e->norm, delegation) && lists_find("opens a delegation's body", between))
			return seat(d, str_sub(e->norm, delegation.n, e->norm.n), e);
		if (e->label == PLACE && lists_find("opens a delegation", between) && is_deputy(it) && assembly_told(d))
			return seat(d, e->norm, e);
		return NULL;
	}
	return NULL;
}
