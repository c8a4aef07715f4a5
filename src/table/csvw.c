/* csvw.c - csv-metadata.json: the columns with datatype, separator and null, primary keys, and the foreign keys to meetings. A list of
 * meeting_ids is a foreign key here, since CSV on the Web knows the separator. {"tables":[{"url":"meetings.csv","tableSchema":{..}}]} */
#include "table/package.h"
#include "table/keys.h"
#include "table/publish.h"

static void put_string(struct buf *b, struct str before, struct str value)
{
	buf_add(b, before);
	json_put_string(b, value);
}

static void put_raw(struct buf *b, struct str before, const struct json *j, unsigned node)
{
	bool string = j->node[node].kind == JSON_KIND_STRING;
	buf_add(b, before);
	buf_add(b, string ? STR("\"") : STR(""));
	buf_add(b, j->node[node].raw);
	buf_add(b, string ? STR("\"") : STR(""));
}

static void put_datatype(struct buf *b, const struct column *c, const struct json *j, unsigned constraints, bool list)
{
	unsigned pattern = json_member(j, constraints, STR("pattern")), minimum = json_member(j, constraints, STR("minimum"));
	buf_add(b, STR(", \"datatype\": "));
	if (c->kind == COLUMN_INTEGER && minimum) {
		put_raw(b, STR("{\"base\": \"integer\", \"minimum\": "), j, minimum);
		buf_char(b, '}');
	} else if (c->kind == COLUMN_INTEGER) {
		buf_add(b, STR("\"integer\""));
	} else if (pattern && !list) {       /* the pattern of a list is of the whole cell, here it would be of each value */
		put_raw(b, STR("{\"base\": \"string\", \"format\": "), j, pattern);
		buf_char(b, '}');
	} else {
		buf_add(b, STR("\"string\""));
	}
}

static void put_column(struct buf *b, const struct column *c, const struct json *j, unsigned field)
{
	unsigned constraints = json_member(j, field, STR("constraints")), separator = json_member(j, field, STR("separator"));
	unsigned required = constraints ? json_member(j, constraints, STR("required")) : 0;
	put_string(b, STR("{\"name\": "), c->name);
	put_string(b, STR(", \"titles\": ["), c->name);
	put_string(b, STR(", "), c->title);
	put_raw(b, STR("], \"dc:description\": {\"@language\": \"en\", \"@value\": "), j, json_member(j, field, STR("description")));
	buf_char(b, '}');
	put_datatype(b, c, j, constraints, separator != 0);
	if (separator)
		put_raw(b, STR(", \"separator\": "), j, separator);
	if (required)
		put_raw(b, STR(", \"required\": "), j, required);
	buf_char(b, '}');
}

static void put_table(struct buf *b, const struct csvfile all[ALL_TABLES], unsigned of, const struct part *p, bool keys)
{
	static const struct key_style style = { "columnReference", ".csv", false, true };
	static struct arena a;
	const struct csvfile *f = &all[of];
	const struct json *j = &f->table->schema;
	unsigned fields = json_member(j, 0, STR("fields")), node = fields + 1;
	put_string(b, STR("  {\"url\": "), str_c(p->name));
	put_string(b, STR(", \"dc:title\": "), json_member_string(j, 0, STR("title"), &a));
	buf_add(b, STR(", \"tableSchema\": {\n   \"columns\": ["));
	for (unsigned i = 0; i < f->table->columns; i++, node = j->node[node].next) {
		buf_add(b, i ? STR(",\n    ") : STR("\n    "));
		put_column(b, &f->table->column[i], j, node);
	}
	buf_add(b, STR("\n   ]"));
	if (keys) {
		put_raw(b, STR(",\n   \"primaryKey\": "), j, json_member(j, 0, STR("primaryKey")));
		keys_put_foreign(b, all, of, &style);
	}
	buf_add(b, STR("\n  }}"));
}

void csvw_write(const char *dir, const struct csvfile f[ALL_TABLES], bool keys)
{
	struct buf b = { 0 };
	const struct dialect *d = f[0].dialect;
	bool first = true;
	put_string(&b, STR("{\n \"@context\": [\"http://www.w3.org/ns/csvw\", {\"@language\": \"vi\"}],\n \"dialect\": {\"delimiter\": "),
		   (struct str){ &d->delimiter, 1 });
	put_string(&b, STR(", \"lineTerminators\": ["), dialect_line_end(d));
	buf_add(&b, STR("], \"quoteChar\": \"\\\"\", \"doubleQuote\": true, \"encoding\": \"utf-8\", \"header\": "));
	buf_add(&b, d->header == HEADER_NONE ? STR("false},\n") : STR("true},\n"));
	put_string(&b, STR(" \"null\": "), str_c(d->null));
	buf_add(&b, STR(",\n \"tables\": [\n"));
	for (unsigned i = 0; i < ALL_TABLES; i++)
		for (unsigned k = 0; k < f[i].parts; k++, first = false) {
			buf_add(&b, first ? STR("") : STR(",\n"));
			put_table(&b, f, i, &f[i].part[k], keys);
		}
	buf_add(&b, STR("\n ]\n}\n"));
	publish_write(publish_file(dir, "csv-metadata.json"), buf_str(&b));
	buf_free(&b);
}
