/* schema.c - the embedded Table Schema as a row of columns: {"name":"date","title":"Ngày","path":"date"} */
#include "record/schema.h"
#include "base/diag.h"
#include "base/embedded.h"
#include "base/json.h"

static struct str file_bytes(const char *file)
{
	for (const struct embedded *e = embedded; e->name; e++)
		if (strcmp(e->name, file) == 0)
			return (struct str){ e->bytes, e->n };
	diag_fatal("%s is not built in", file);
}

void schema_read(struct schema *s, const char *file, struct arena *a)
{
	struct json j = { 0 };
	struct json_error bad;
	if (!json_parse(&j, file_bytes(file), &bad))
		diag_fatal("%s: %s at byte %zu", file, bad.what, bad.at);
	unsigned fields = json_member(&j, 0, STR("fields")), node = fields + 1;
	*s = (struct schema){ .record = json_member_string(&j, 0, STR("record"), a), .columns = j.node[fields].count };
	s->column = arena_alloc(a, s->columns * sizeof *s->column);
	for (unsigned i = 0; i < s->columns; i++, node = j.node[node].next)
		s->column[i] = (struct column){ json_member_string(&j, node, STR("name"), a), json_member_string(&j, node, STR("title"), a),
						json_member_string(&j, node, STR("path"), a) };
	json_free(&j);
}
