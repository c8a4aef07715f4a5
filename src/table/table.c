/* table.c - records into rows: a list's values are joined with "; " (a ';' inside one becomes ','), an absent member is an empty cell.
 * {"type":"meeting",...,"chairs":["A","B"]} -> ...,A; B,... */
#include "table/table.h"
#include "base/csv.h"
#include "base/diag.h"
#include "base/embedded.h"

static const struct { const char *name, *schema; } known[TABLES] = {
	{ "meetings", "meetings.json" }, { "officials", "officials.json" }, { "directives", "directives.json" },
};

static void table_open(struct table *t, const char *name, struct str schema, struct arena *a)
{
	struct json j = { 0 };
	struct json_error bad;
	if (!json_parse(&j, schema, &bad))
		diag_fatal("schema of %s: %s at byte %zu", name, bad.what, bad.at);
	unsigned fields = json_member(&j, 0, STR("fields")), node = fields + 1;
	*t = (struct table){ .name = name, .record = json_member_string(&j, 0, STR("record"), a), .columns = j.node[fields].count };
	t->column = arena_alloc(a, t->columns * sizeof *t->column);
	t->path = arena_alloc(a, t->columns * sizeof *t->path);
	for (unsigned i = 0; i < t->columns; i++, node = j.node[node].next) {
		t->column[i] = json_member_string(&j, node, STR("name"), a);
		t->path[i] = json_member_string(&j, node, STR("path"), a);
		if (i)
			buf_char(&t->done, ',');
		csv_put_cell(&t->done, t->column[i]);
	}
	buf_char(&t->done, '\n');
	json_free(&j);
}

void tables_open(struct table t[TABLES], struct arena *a)
{
	for (unsigned i = 0; i < TABLES; i++)
		for (const struct embedded *e = embedded; e->name; e++)
			if (strcmp(e->name, known[i].schema) == 0)
				table_open(&t[i], known[i].name, (struct str){ e->bytes, e->n }, a);
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

void table_row(struct table *t, const struct json *j, struct arena *a)
{
	static struct buf cell;
	for (unsigned i = 0; i < t->columns; i++) {
		unsigned m = json_member(j, 0, t->path[i]);
		buf_clear(&cell);
		if (m && j->node[m].kind == JSON_KIND_ARRAY)
			join(&cell, j, m, a);
		else if (m && j->node[m].kind == JSON_KIND_STRING)
			buf_add(&cell, json_text(j, m, a));
		else if (m && j->node[m].kind == JSON_KIND_NUMBER)
			buf_add(&cell, j->node[m].raw);
		if (i)
			buf_char(&t->held, ',');
		csv_put_cell(&t->held, buf_str(&cell));
	}
	buf_char(&t->held, '\n');
}
