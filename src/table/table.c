/* table.c - records into cells. {"type":"meeting",...,"chairs":["A","B"]} -> [...][A; B][...] */
#include "table/table.h"
#include "base/diag.h"

static const struct { const char *name, *schema; } known[ALL_TABLES] = {
	{ "meetings", "meetings.json" },
	{ "officials", "officials.json" },
	{ "directives", "directives.json" },
	{ "meeting_officials", "meeting_officials.json" },
	{ "meeting_directives", "meeting_directives.json" },
};

static void table_open(struct table *t, const char *name, const char *file, struct arena *a)
{
	struct schema s;
	schema_read(&s, file, a);
	if (s.columns > TABLE_COLUMNS)
		diag_fatal("%s: more than %d columns", file, TABLE_COLUMNS);
	*t = (struct table){ .name = name, .record = s.record, .each = s.each, .column = s.column, .columns = s.columns, .schema = s.json };
}

void tables_open(struct table t[ALL_TABLES], struct arena *a)
{
	for (unsigned i = 0; i < ALL_TABLES; i++)
		table_open(&t[i], known[i].name, known[i].schema, a);
}

static void join(struct buf *cell, const struct json *j, unsigned list, struct arena *a)
{
	unsigned node = list + 1;
	for (unsigned i = 0; i < j->node[list].count; i++, node = j->node[node].next) {
		if (i)
			buf_add(cell, STR("; "));
		size_t from = cell->n;
		if (j->node[node].kind == JSON_KIND_STRING)
			buf_add(cell, json_text(j, node, a));
		for (; from < cell->n; from++)
			if (cell->p[from] == ';')
				cell->p[from] = ',';
	}
}

unsigned table_rows(const struct table *t, const struct json *j)
{
	unsigned list = t->each.n ? json_member(j, 0, t->each) : 0;
	return !t->each.n ? 1 : list && j->node[list].kind == JSON_KIND_ARRAY ? j->node[list].count : 0;
}

static unsigned element(const struct json *j, unsigned list, unsigned i)
{
	unsigned node = list + 1;
	while (i-- > 0)
		node = j->node[node].next;
	return node;
}

void table_cells(const struct table *t, const struct json *j, unsigned row, struct str *cell, struct arena *a)
{
	static struct buf b;
	buf_clear(&b);
	for (unsigned i = 0; i < t->columns; i++) {      /* offsets first: b may move while it grows */
		unsigned m = json_member(j, 0, t->column[i].path);
		size_t from = b.n;
		if (t->each.n && str_eq(t->column[i].path, t->each))
			m = element(j, m, row);
		if (m && j->node[m].kind == JSON_KIND_ARRAY)
			join(&b, j, m, a);
		else if (m && j->node[m].kind == JSON_KIND_STRING)
			buf_add(&b, json_text(j, m, a));
		else if (m && j->node[m].kind == JSON_KIND_NUMBER)
			buf_add(&b, j->node[m].raw);
		cell[i].n = b.n - from;
	}
	struct str all = arena_dup(a, buf_str(&b));
	for (unsigned i = 0; i < t->columns; i++) {
		cell[i].p = all.p;
		all.p += cell[i].n;
	}
}
