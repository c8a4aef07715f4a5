/* rows.c - holds the rows of the document under way until its `end`.
 * {"type":"document","doc":"d1"} {"type":"meeting","doc":"d1",...} {"type":"end","doc":"d1"} -> document("d1", one row) */
#include "table/rows.h"
#include "base/diag.h"
#include "record/stream.h"

struct state {
	struct stream in;
	const struct table *t;
	unsigned tables;
	struct arena a;            /* the document's */
	struct row *first, **last;
	bool open;                 /* a `document` was read, and no end yet */
	bool bad;                  /* the document, or what stands for one, is not complete, and that was said */
};

static void complain(struct state *s, const char *what)
{
	if (!s->bad)
		diag_at(DIAG_FAILED, lines_file(s->in.in), lines_number(s->in.in), "%s", what);
	s->bad = true;
}

static void begin(struct state *s, bool open)
{
	arena_reset(&s->a);
	s->first = NULL;
	s->last = &s->first;
	s->open = open;
	s->bad = false;
}

static void end(struct state *s, void (*document)(struct str doc, const struct row *first))
{
	if (!s->open)
		complain(s, "an end record without its document");
	else if (!s->bad)
		document(buf_str(&s->in.doc), s->first);
	begin(s, false);
}

static void add(struct state *s, unsigned table)
{
	struct json *j = &s->in.json;
	if (!s->open)
		complain(s, "a row without its document record; the rows of this document are left out");
	else if (!str_eq(json_member_string(j, 0, STR("doc"), &s->a), buf_str(&s->in.doc)))
		complain(s, "the row is another document's; the rows of this one are left out");
	if (s->bad)
		return;
	for (unsigned i = 0; i < table_rows(&s->t[table], j); i++) {
		struct row *r = arena_alloc(&s->a, sizeof *r + s->t[table].columns * sizeof *r->cell);
		r->table = table;
		r->file = lines_file(s->in.in);
		r->line = lines_number(s->in.in);
		table_cells(&s->t[table], j, i, r->cell, &s->a);
		*s->last = r;
		s->last = &r->next;
	}
}

static void other(struct state *s)
{
	struct str type = json_member_string(&s->in.json, 0, STR("type"), &s->a);
	for (unsigned i = 0; i < s->tables; i++)
		if (str_eq(type, s->t[i].record))
			add(s, i);
}

void rows_read(char **operands, int n, const struct table *t, unsigned tables, void (*document)(struct str doc, const struct row *first))
{
	struct state s = { .t = t, .tables = tables };
	enum record type;
	stream_open(&s.in, operands, n, NULL);
	s.in.skim = true;
	begin(&s, false);
	while (stream_next(&s.in, &type)) {
		if (type == RECORD_OTHER)
			other(&s);
		else if (type == RECORD_END)
			end(&s, document);
		else if (type != RECORD_SENTENCE)
			begin(&s, type == RECORD_DOCUMENT);
	}
	stream_close(&s.in);
	arena_free(&s.a);
}
