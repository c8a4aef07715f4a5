/* rows.c - holds the rows of the document under way until its `end`.
 * {"type":"document","doc":"d1"} {"type":"meeting","doc":"d1",...} {"type":"end","doc":"d1"} -> document("d1", one row) */
#include "table/rows.h"
#include "base/diag.h"
#include "record/type.h"

struct state {
	struct line_reader *in;
	const struct table *t;
	void (*document)(struct str doc, const struct row *first);
	struct arena a;            /* the document's */
	struct row *first, **last;
	struct str doc;
	bool open;                 /* a record of a document was read, and no end yet */
	bool bad;                  /* it is not complete, and that was said */
};

static void complain(struct state *s, const char *what)
{
	if (!s->bad)
		diag_at(DIAG_FAILED, lines_file(s->in), lines_number(s->in), "%s", what);
	s->bad = true;
}

static void begin(struct state *s, struct str doc)
{
	arena_reset(&s->a);
	s->first = NULL;
	s->last = &s->first;
	s->open = true;
	s->bad = false;
	s->doc = arena_dup(&s->a, doc);
}

static void end(struct state *s, struct str doc)
{
	if (!s->open) {
		begin(s, doc);
		complain(s, "an end record without its document");
	} else if (!str_eq(doc, s->doc)) {
		complain(s, "the end record is another document's; the rows of this one are left out");
	}
	if (!s->bad)
		s->document(s->doc, s->first);
	s->open = false;
}

static void add(struct state *s, unsigned table, const struct json *j, struct str doc)
{
	if (!s->open) {
		begin(s, doc);
		complain(s, "a row without its document record; the rows of this document are left out");
	}
	if (!str_eq(doc, s->doc))
		complain(s, "the row is another document's; the rows of this one are left out");
	if (s->bad)
		return;
	struct row *r = arena_alloc(&s->a, sizeof *r + s->t[table].columns * sizeof *r->cell);
	r->table = table;
	r->file = lines_file(s->in);
	r->line = lines_number(s->in);
	table_cells(&s->t[table], j, r->cell, &s->a);
	*s->last = r;
	s->last = &r->next;
}

static void record(struct state *s, struct str line)
{
	static struct json j;
	static struct arena a;
	struct json_error bad;
	if (!json_parse(&j, line, &bad)) {
		diag_at(DIAG_REFUSED, lines_file(s->in), lines_number(s->in), "%s at byte %zu", bad.what, bad.at);
		return;
	}
	arena_reset(&a);
	struct str type = json_member_string(&j, 0, STR("type"), &a), doc = json_member_string(&j, 0, STR("doc"), &a);
	if (str_eq(type, STR("document"))) {
		if (s->open)
			complain(s, "a document has no end record; its rows are left out");
		begin(s, doc);
	} else if (str_eq(type, STR("end"))) {
		end(s, doc);
	}
	for (unsigned i = 0; i < TABLES; i++)
		if (str_eq(type, s->t[i].record))
			add(s, i, &j, doc);
}

void rows_read(struct line_reader *in, const struct table t[TABLES], void (*document)(struct str doc, const struct row *first))
{
	struct state s = { .in = in, .t = t, .document = document };
	struct str line;
	while (lines_next(in, &line))
		if (!str_eq(record_type(line), STR("sentence")))
			record(&s, line);
	if (s.open)
		complain(&s, "a document has no end record; its rows are left out");
	arena_free(&s.a);
}
