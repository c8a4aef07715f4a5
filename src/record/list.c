/* list.c - distinct strings in order of arrival: ["a","b"] as a record member. */
#include "record/list.h"

static unsigned long lost;

void list_add(struct list *l, struct str s)
{
	if (s.n == 0)
		return;
	for (unsigned i = 0; i < l->n; i++)
		if (str_eq(l->v[i], s))
			return;
	if (l->n == LIST_MAX)
		lost++;
	else
		l->v[l->n++] = s;
}

unsigned long list_lost(void) { return lost; }

void list_put_member(struct buf *out, const char *key, const struct list *l)
{
	buf_add(out, STR(",\""));
	buf_add(out, str_c(key));
	buf_add(out, STR("\":["));
	for (unsigned i = 0; i < l->n; i++) {
		if (i)
			buf_char(out, ',');
		json_put_string(out, l->v[i]);
	}
	buf_char(out, ']');
}
