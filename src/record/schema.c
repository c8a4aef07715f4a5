/* schema.c - the embedded Table Schema as a row of columns: {"name":"date","title":"Ngày","path":"date"} */
#include "record/schema.h"
#include "base/diag.h"
#include "base/embedded.h"

static struct str file_bytes(const char *file)
{
	for (const struct embedded *e = embedded; e->name; e++)
		if (strcmp(e->name, file) == 0)
			return (struct str){ e->bytes, e->n };
	diag_fatal("%s is not built in", file);
}

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

/* The column of the first foreign key, which is the one to meetings. */
static struct str key_to_meetings(const struct json *j)
{
	unsigned keys = json_member(j, 0, STR("foreignKeys"));
	unsigned fields = keys ? json_member(j, keys + 1, STR("fields")) : 0;
	return fields ? j->node[fields + 1].raw : (struct str){ 0 };
}

void schema_read(struct schema *s, const char *file, struct arena *a)
{
	struct json_error bad;
	*s = (struct schema){ 0 };
	struct json *j = &s->json;
	if (!json_parse(j, file_bytes(file), &bad))
		diag_fatal("%s: %s at byte %zu", file, bad.what, bad.at);
	unsigned fields = json_member(j, 0, STR("fields")), node = fields + 1;
	s->record = json_member_string(j, 0, STR("record"), a);
	s->columns = j->node[fields].count;
	s->column = arena_alloc(a, s->columns * sizeof *s->column);
	s->each = json_member_string(j, 0, STR("each"), a);
	struct str linked = key_to_meetings(j);
	for (unsigned i = 0; i < s->columns; i++, node = j->node[node].next) {
		column_open(&s->column[i], j, node, a);
		s->column[i].links = str_eq(s->column[i].name, linked);
	}
}
