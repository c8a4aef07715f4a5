/* keys.c - {"fields":["meeting_ids"],"reference":{"resource":"meetings","fields":["meeting_id"]}} of a schema into the words of a style. */
#include "table/keys.h"

static const struct csvfile *named(const struct csvfile f[ALL_TABLES], struct str name)
{
	for (unsigned i = 0; i < ALL_TABLES; i++)
		if (f[i].table && str_eq(str_c(f[i].table->name), name))
			return &f[i];
	return NULL;
}

static void put_columns(struct buf *b, const struct csvfile *f, const struct json *j, unsigned list, const struct key_style *style)
{
	unsigned node = list + 1;
	json_put_string(b, str_c(style->fields));
	buf_add(b, STR(": ["));
	for (unsigned i = 0; i < j->node[list].count; i++, node = j->node[node].next)
		for (unsigned k = 0; k < f->table->columns; k++)
			if (str_eq(f->table->column[k].name, j->node[node].raw)) {
				buf_add(b, i ? STR(", ") : STR(""));
				json_put_string(b, style->header ? header_text(f->dialect, &f->table->column[k]) : f->table->column[k].name);
			}
	buf_char(b, ']');
}

void keys_put_foreign(struct buf *b, const struct csvfile f[ALL_TABLES], unsigned of, const struct key_style *style)
{
	const struct json *j = &f[of].table->schema;
	unsigned list = json_member(j, 0, STR("foreignKeys")), node = list + 1, put = 0;
	if (!list || (f[of].many && !style->lists))
		return;
	for (unsigned i = 0; i < j->node[list].count; i++, node = j->node[node].next) {
		unsigned reference = json_member(j, node, STR("reference"));
		struct str resource = j->node[json_member(j, reference, STR("resource"))].raw;
		const struct csvfile *other = named(f, resource);
		if (!other || other->parts != 1)
			continue;
		buf_add(b, put++ ? STR(", {") : STR(",\n    \"foreignKeys\": [{"));
		put_columns(b, &f[of], j, json_member(j, node, STR("fields")), style);
		buf_add(b, STR(", \"reference\": {\"resource\": \""));
		buf_add(b, resource);
		buf_add(b, str_c(style->suffix));
		buf_add(b, STR("\", "));
		put_columns(b, other, j, json_member(j, reference, STR("fields")), style);
		buf_add(b, STR("}}"));
	}
	if (put)
		buf_char(b, ']');
}
