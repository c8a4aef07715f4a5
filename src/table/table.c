/* table.c - records into cells. {"type":"meeting",...,"chairs":["A","B"]} -> [...][A; B][...] */
#include "table/table.h"
#include "base/diag.h"
#include "base/embedded.h"

static const struct { const char *name, *schema; } known[TABLES] = {
	{ "meetings", "meetings.json" }, { "officials", "officials.json" }, { "directives", "directives.json" },
};

static void column_open(struct column *c, const struct json *j, unsigned node, struct arena *a)
{
	*c = (struct column){
		.name = json_member_string(j, node, STR("name"), a),
		.title = json_member_string(j, node, STR("title"), a),
		.path = json_member_string(j, node, STR("path"), a),
		.width = (unsigned)json_member_uint(j, node, STR("width"), 12),
	};
	if (str_eq(json_member_string(j, node, STR("type"), a), STR("integer")))
		c->kind = COLUMN_INTEGER;
	else if (str_ends(json_member_string(j, node, STR("rdfType"), a), STR("/EDTF")))
		c->kind = COLUMN_DATE;
}

static void table_open(struct table *t, const char *name, struct str schema, struct arena *a)
{
	struct json_error bad;
	*t = (struct table){ .name = name };
	struct json *j = &t->schema;
	if (!json_parse(j, schema, &bad))
		diag_fatal("schema of %s: %s at byte %zu", name, bad.what, bad.at);
	unsigned fields = json_member(j, 0, STR("fields")), node = fields + 1;
	t->record = json_member_string(j, 0, STR("record"), a);
	t->columns = j->node[fields].count;
	if (t->columns > TABLE_COLUMNS)
		diag_fatal("schema of %s: more than %d columns", name, TABLE_COLUMNS);
	t->column = arena_alloc(a, t->columns * sizeof *t->column);
	unsigned foreign = json_member(j, 0, STR("foreignKeys"));      /* one at most, and to meetings */
	struct str linked = foreign ? json_member_string(j, foreign + 1, STR("fields"), a) : (struct str){ 0 };
	for (unsigned i = 0; i < t->columns; i++, node = j->node[node].next) {
		column_open(&t->column[i], j, node, a);
		t->column[i].links = str_eq(t->column[i].name, linked);
	}
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

void table_cells(const struct table *t, const struct json *j, struct str *cell, struct arena *a)
{
	static struct buf b;
	buf_clear(&b);
	for (unsigned i = 0; i < t->columns; i++) {      /* offsets first: b may move while it grows */
		unsigned m = json_member(j, 0, t->column[i].path);
		size_t from = b.n;
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
