/* list.c - distinct strings in order of arrival: ["a","b"] as a record member. */
#include "record/list.h"

void list_add(struct list *l, struct str s)
{
	if (s.n == 0 || l->n == LIST_MAX)
		return;
	for (unsigned i = 0; i < l->n; i++)
		if (str_eq(l->v[i], s))
			return;
	l->v[l->n++] = s;
}

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
