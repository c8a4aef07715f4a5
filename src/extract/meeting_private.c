/* meeting_private.c - what a verb of meeting tells of that is no meeting for the table: a reporter's call ("làm việc với phóng viên"), the police
 * at work ("làm việc với nghi phạm"), two private persons ("gặp chị A"). */
#include "extract/report.h"
#include "vi/lists.h"
#include <stdint.h>

static bool is_person_of(const struct sentence *s, const struct entity *e, struct str given)
{
	enum { NEAR = 4 };
	if (e->label != PERSON || !(str_eq(e->norm, given) || (str_ends(e->norm, given) && e->norm.p[e->norm.n - given.n - 1] == ' ')))
		return false;
	for (unsigned k = 0; k < s->entities; k++) {
		const struct entity *p = &s->entity[k];
		if (p->label == POSITION && ((p->end <= e->start && e->start - p->end < NEAR) || (p->start >= e->end && p->start - e->end < NEAR)))
			return true;
	}
	return false;
}

/* Somewhere on the page an office stands beside the name, or the longer one that it ends. */
static bool has_office(const struct document *d, struct str name)
{
	enum { FAR = 400 };            /* sentences: more than any page has that tells of one man */
	for (unsigned i = 0; i < d->n && i < FAR; i++)
		for (unsigned k = 0; k < d->s[i].entities; k++)
			if (is_person_of(&d->s[i], &d->s[i].entity[k], name))
				return true;
	return false;
}

/* Nobody in the sentence acts for the State or a body: persons alone, none of them with an office on the page. */
static bool only_persons(const struct document *d, const struct report *r, const struct entity *verb)
{
	bool persons = false;
	for (unsigned i = 0; i < r->s->entities; i++) {
		const struct entity *e = &r->s->entity[i];
		if (e->label == POSITION || e->label == ORGANIZATION || (e->label == HONORIFIC && !lists_find("honorific of anybody", e->norm)))
			return false;
		if (e->label == PERSON && has_office(d, e->norm))
			return false;
		persons |= e->label == PERSON;
	}
	return persons && links_find(r->w, "party", 0, verb->start) == SIZE_MAX;
}

bool meeting_private(const struct document *d, const struct report *r, const struct entity *verb)
{
	const struct list_word *other = lists_starts("met on other business", str_trim(str_sub(r->s->text, verb->end, r->s->text.n)));
	bool event = str_eq(verb->unit, STR("event"));   /* "tổ chức kiểm tra hành chính", but "tổ chức gặp mặt phóng viên" */
	return (other && (other->value.n > 0) == event && !str_eq(verb->norm, STR("thăm"))) || only_persons(d, r, verb);
}
