/* package.c - datapackage.json: what schemas/tables say of a field is copied as it stands, but for the members that are to-csv's own.
 * {"profile":"tabular-data-package","resources":[{"name":"meetings","path":"meetings.csv","schema":{"fields":[..],"primaryKey":..}}]} */
#include "table/package.h"
#include "table/keys.h"
#include "table/publish.h"

/* Members of a field that only to-csv reads; the name is written as it stands in the header. */
static bool is_own(struct str key) { return str_eq(key, STR("name")) || str_eq(key, STR("path")) || str_eq(key, STR("width")); }

static void put_field(struct buf *b, const struct dialect *d, const struct column *c, const struct json *j, unsigned field)
{
	unsigned key = field + 1;
	buf_add(b, STR("{\"name\":"));
	json_put_string(b, header_text(d, c));
	for (unsigned i = 0; i < j->node[field].count; i++) {
		unsigned value = key + 1;
		bool string = j->node[value].kind == JSON_KIND_STRING;
		if (!is_own(j->node[key].raw)) {
			buf_add(b, STR(", \""));
			buf_add(b, j->node[key].raw);
			buf_add(b, string ? STR("\": \"") : STR("\": "));
			buf_add(b, j->node[value].raw);
			buf_add(b, string ? STR("\"") : STR(""));
		}
		key = j->node[value].next;
	}
	buf_char(b, '}');
}

/* The columns of the primary key by their header texts. */
static void put_key(struct buf *b, const struct csvfile *f)
{
	const struct json *j = &f->table->schema;
	unsigned list = json_member(j, 0, STR("primaryKey")), node = list + 1;
	buf_add(b, STR(",\n    \"primaryKey\": ["));
	for (unsigned i = 0; i < j->node[list].count; i++, node = j->node[node].next)
		for (unsigned k = 0; k < f->table->columns; k++)
			if (str_eq(f->table->column[k].name, j->node[node].raw)) {
				buf_add(b, i ? STR(", ") : STR(""));
				json_put_string(b, header_text(f->dialect, &f->table->column[k]));
			}
	buf_char(b, ']');
}

static void put_schema(struct buf *b, const struct csvfile all[ALL_TABLES], unsigned of, bool keys)
{
	static const struct key_style style = { "fields", "", true, false };   /* a Table Schema knows no lists; CSV on the Web does */
	const struct csvfile *f = &all[of];
	const struct json *j = &f->table->schema;
	unsigned fields = json_member(j, 0, STR("fields")), node = fields + 1;
	buf_add(b, STR("   \"schema\": {\n    \"fields\": ["));
	for (unsigned i = 0; i < f->table->columns; i++, node = j->node[node].next) {
		buf_add(b, i ? STR(",\n     ") : STR("\n     "));
		put_field(b, f->dialect, &f->table->column[i], j, node);
	}
	buf_add(b, STR("\n    ],\n    \"missingValues\": ["));
	json_put_string(b, str_c(f->dialect->null));
	buf_char(b, ']');
	if (keys) {
		put_key(b, f);
		keys_put_foreign(b, all, of, &style);
	}
	buf_add(b, STR("\n   }\n"));
}

static void put_dialect(struct buf *b, const struct dialect *d)
{
	buf_add(b, STR("   \"dialect\": {\"csvddfVersion\": 1.2, \"delimiter\": "));
	json_put_string(b, (struct str){ &d->delimiter, 1 });
	buf_add(b, STR(", \"lineTerminator\": "));
	json_put_string(b, dialect_line_end(d));
	buf_add(b, STR(", \"quoteChar\": \"\\\"\", \"doubleQuote\": true, \"skipInitialSpace\": false, \"header\": "));
	buf_add(b, d->header == HEADER_NONE ? STR("false},\n") : STR("true},\n"));
}

static void put_text(struct buf *b, const char *key, struct str value)
{
	buf_add(b, STR("   "));
	json_put_string(b, str_c(key));
	buf_add(b, STR(": "));
	json_put_string(b, value);
	buf_add(b, STR(",\n"));
}

static void put_count(struct buf *b, const char *key, unsigned long long value)
{
	buf_add(b, STR("   "));
	json_put_string(b, str_c(key));
	buf_add(b, STR(": "));
	buf_uint(b, value);
	buf_add(b, STR(",\n"));
}

static void put_resource(struct buf *b, const struct csvfile all[ALL_TABLES], unsigned of, const struct part *p, bool keys)
{
	const struct csvfile *f = &all[of];
	struct str file = str_c(p->name), name = str_sub(file, 0, file.n - strlen(".csv"));
	static struct arena a;
	buf_add(b, STR("  {\n"));
	put_text(b, "profile", STR("tabular-data-resource"));
	put_text(b, "name", name);
	put_text(b, "path", file);
	put_text(b, "title", json_member_string(&f->table->schema, 0, STR("title"), &a));
	put_text(b, "description", json_member_string(&f->table->schema, 0, STR("description"), &a));
	put_text(b, "format", STR("csv"));
	put_text(b, "mediatype", STR("text/csv"));
	put_text(b, "encoding", STR("utf-8"));
	put_count(b, "rows", p->rows);
	put_count(b, "bytes", p->bytes);
	buf_add(b, STR("   \"hash\": \"sha256:"));
	buf_add(b, str_c(p->sha256));
	buf_add(b, STR("\",\n"));
	put_dialect(b, f->dialect);
	put_schema(b, all, of, keys);
	buf_add(b, STR("  }"));
}

void package_write(const char *dir, const struct csvfile f[ALL_TABLES], bool keys)
{
	struct buf b = { 0 };
	bool first = true;
	buf_add(&b, STR("{\n \"profile\": \"tabular-data-package\",\n \"name\": \"meetings-officials-directives\",\n"
			" \"title\": \"Cuộc họp, cán bộ, văn bản\",\n \"resources\": [\n"));
	for (unsigned i = 0; i < ALL_TABLES; i++)
		for (unsigned k = 0; k < f[i].parts; k++, first = false) {
			buf_add(&b, first ? STR("") : STR(",\n"));
			put_resource(&b, f, i, &f[i].part[k], keys);
		}
	buf_add(&b, STR("\n ]\n}\n"));
	publish_write(publish_file(dir, "datapackage.json"), buf_str(&b));
	buf_free(&b);
}
