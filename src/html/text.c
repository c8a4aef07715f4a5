/* text.c - entities as nested <mark>: "Ông An" -> <mark class=HONORIFIC data-r="honorifics:12" data-n="ông">Ông</mark> <mark ...>An</mark>
 * data-n is the norm where it differs from the text, data-r the rule, data-x the other members; page.js shows them.
 * Entities may nest and cross in any way: what is open is a stack, and closing one below the top closes and reopens those above it. */
#include "html/text.h"
#include "html/escape.h"

enum { DEPTH = 12 };   /* an entity inside twelve others is not drawn */

static void put_attribute(struct buf *out, const char *name, struct str value)
{
	buf_add(out, str_c(name));
	html_attr(out, value);
	buf_char(out, '"');
}

static void open_mark(struct buf *out, const struct sentence *s, const struct entity *e, bool again)
{
	bool any = false;
	struct str value;
	const char *key;
	buf_add(out, STR("<mark class="));
	buf_add(out, str_c(label_name(e->label)));
	put_attribute(out, " data-r=\"", e->rule);
	if (!str_eq(e->norm, str_sub(s->text, e->start, e->end)))
		put_attribute(out, " data-n=\"", e->norm);
	for (size_t i = 0; (key = entity_member(e, i, &value)); i++) {
		if (!value.n)
			continue;
		buf_add(out, any ? STR("; ") : STR(" data-x=\""));
		buf_add(out, str_c(key));
		buf_add(out, STR(": "));
		html_attr(out, value);
		any = true;
	}
	buf_add(out, any ? STR("\"") : STR(""));
	buf_add(out, again ? STR(" data-again>") : STR(">"));
}

static void close_marks(struct buf *out, unsigned n)
{
	while (n--)
		buf_add(out, STR("</mark>"));
}

/* Closes every open entity that ends at byte `at` or before it. */
static void close_ended(struct buf *out, const struct sentence *s, const struct entity **open, unsigned *depth, size_t at)
{
	unsigned lowest = 0, kept;
	while (lowest < *depth && open[lowest]->end > at)
		lowest++;
	close_marks(out, *depth - lowest);
	kept = lowest;
	for (unsigned i = lowest; i < *depth; i++)
		if (open[i]->end > at) {
			open_mark(out, s, open[i], true);
			open[kept++] = open[i];
		}
	*depth = kept;
}

static size_t next_end(const struct entity **open, unsigned depth, size_t limit)
{
	for (unsigned i = 0; i < depth; i++)
		if (open[i]->end < limit)
			limit = open[i]->end;
	return limit;
}

void text_put(struct buf *out, const struct sentence *s)
{
	const struct entity *open[DEPTH];
	unsigned depth = 0, k = 0;
	size_t at = 0;
	for (;;) {
		size_t start = k < s->entities ? s->entity[k].start : s->text.n;
		size_t to = next_end(open, depth, start > at ? start : at);
		html_text(out, str_sub(s->text, at, to));
		at = to;
		close_ended(out, s, open, &depth, at);
		if (k < s->entities && start <= at) {
			const struct entity *e = &s->entity[k++];
			if (e->end > at && depth < DEPTH) {
				open_mark(out, s, e, e->start < at);
				open[depth++] = e;
			}
		} else if (at == s->text.n) {
			return;
		}
	}
}

void text_put_short(struct buf *out, struct str s, size_t points)
{
	size_t i = 0;
	for (; i < s.n; i++)
		if (((unsigned char)s.p[i] & 0xC0) != 0x80 && points-- == 0)
			break;
	html_text(out, str_sub(s, 0, i));
	if (i < s.n)
		buf_add(out, STR("…"));
}
