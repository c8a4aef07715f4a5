/* row.c - <article class=row id=DOC-m1> for {"type":"meeting","meeting_id":"DOC-m1",...}. Columns and their Vietnamese titles come from
 * schemas/tables, so a new column shows up by itself. Where the evidence is not a sentence of the page, the card says so. */
#include "html/row.h"
#include "html/escape.h"
#include "record/schema.h"

static const struct kind {
	const char *schema, *id, *head, *other, *note;   /* record members; `other` is the head where `head` is empty */
	char letter;
} kinds[ROW_KINDS] = {
	{ "meetings.json", "meeting_id", "name", "meeting_type", "", 'M' },
	{ "officials.json", "official_id", "name", "official_id", "positions", 'O' },
	{ "directives.json", "directive_id", "designation", "directive_id", "subject", 'D' },
};
/* members with a place of their own on the card, or the same on all cards of the page */
static const char *const apart[] = { "doc", "source", "evidence", "start", "end" };

static struct schema schemas[ROW_KINDS];

void row_open(void)
{
	static struct arena a;
	for (unsigned i = 0; i < ROW_KINDS; i++)
		schema_read(&schemas[i], kinds[i].schema, &a);
}

enum row_kind row_kind(struct str type)
{
	unsigned i = 0;
	while (i < ROW_KINDS && !str_eq(type, schemas[i].record))
		i++;
	return (enum row_kind)i;
}

char row_letter(enum row_kind kind) { return kinds[kind].letter; }

/* A string, a number as written, or the first of a list. */
static struct str first_value(const struct json *j, const char *member, struct arena *a)
{
	unsigned m = json_member(j, 0, str_c(member));
	if (m && j->node[m].kind == JSON_KIND_ARRAY && j->node[m].count)
		m++;
	if (m && j->node[m].kind == JSON_KIND_STRING)
		return json_text(j, m, a);
	return m && j->node[m].kind == JSON_KIND_NUMBER ? j->node[m].raw : (struct str){ "", 0 };
}

void row_decode(struct row *r, enum row_kind kind, const struct json *j, struct arena *a)
{
	const struct kind *k = &kinds[kind];
	*r = (struct row){ .kind = kind, .id = first_value(j, k->id, a), .head = first_value(j, k->head, a), .note = first_value(j, k->note, a) };
	if (!r->head.n)
		r->head = first_value(j, k->other, a);
	r->date = first_value(j, "date", a);
	r->mentions = json_member_uint(j, 0, STR("mentions"), 1);
	unsigned list = json_member(j, 0, STR("rules"));
	if (!list || j->node[list].kind != JSON_KIND_ARRAY)
		return;
	r->rule = arena_alloc(a, (j->node[list].count + 1) * sizeof *r->rule);
	for (unsigned i = 0, node = list + 1; i < j->node[list].count; i++, node = j->node[node].next)
		if (j->node[node].kind == JSON_KIND_STRING)
			r->rule[r->rules++] = json_text(j, node, a);
}

/* Has the column a line of its own in the list? */
static bool listed(const struct kind *k, struct str path)
{
	for (size_t i = 0; i < sizeof apart / sizeof *apart; i++)
		if (str_eq(path, str_c(apart[i])))
			return false;
	return !str_eq(path, str_c(k->id)) && !str_eq(path, str_c(k->head));
}

/* The meetings of a row stand as links to their cards. */
static void put_meetings(struct buf *out, const struct json *j, unsigned list, struct str suffix, struct arena *a)
{
	for (unsigned i = 0, node = list + 1; i < j->node[list].count; i++, node = j->node[node].next) {
		if (j->node[node].kind != JSON_KIND_STRING)
			continue;
		struct str id = json_text(j, node, a);
		buf_add(out, i ? STR("<dd><a href=\"#") : STR("<a href=\"#"));
		html_attr(out, id);
		html_attr(out, suffix);
		buf_add(out, STR("\">"));
		html_text(out, id);
		buf_add(out, STR("</a>"));
	}
}

static bool put_value(struct buf *out, const struct json *j, const struct column *c, struct str suffix, struct arena *a)
{
	unsigned m = json_member(j, 0, c->path);
	size_t before = out->n;
	if (m && j->node[m].kind == JSON_KIND_STRING)
		html_text(out, json_text(j, m, a));
	else if (m && j->node[m].kind == JSON_KIND_NUMBER)
		html_text(out, j->node[m].raw);
	else if (m && j->node[m].kind == JSON_KIND_ARRAY && c->links)
		put_meetings(out, j, m, suffix, a);
	else if (m && j->node[m].kind == JSON_KIND_ARRAY)
		for (unsigned i = 0, node = m + 1; i < j->node[m].count; i++, node = j->node[node].next) {
			buf_add(out, i ? STR("<dd>") : STR(""));
			if (j->node[node].kind == JSON_KIND_STRING)
				html_text(out, json_text(j, node, a));
		}
	return out->n > before;
}

static void put_title(struct buf *out, const struct column *c)
{
	html_text(out, c->title);
	buf_add(out, STR(" <i lang=en>"));
	html_text(out, c->name);
	buf_add(out, STR("</i>"));
}

static void put_columns(struct buf *out, const struct kind *k, const struct schema *s, const struct json *j, struct str suffix,
			struct arena *a)
{
	static struct buf empty;
	buf_clear(&empty);
	buf_add(out, STR("<dl>"));
	for (unsigned i = 0; i < s->columns; i++) {
		if (!listed(k, s->column[i].path))
			continue;
		size_t before = out->n;
		buf_add(out, STR("<dt>"));
		put_title(out, &s->column[i]);
		buf_add(out, STR("<dd>"));
		if (put_value(out, j, &s->column[i], suffix, a))
			continue;
		out->n = before;
		buf_add(&empty, empty.n ? STR(", ") : STR(""));
		html_text(&empty, s->column[i].title);
	}
	buf_add(out, STR("</dl>"));
	if (!empty.n)
		return;
	buf_add(out, STR("<p class=empty>Trống <i lang=en>empty</i>: "));
	buf_add(out, buf_str(&empty));
}

static void put_evidence(struct buf *out, const struct row *r, struct str doc, struct str suffix)
{
	if (!r->evidence) {
		buf_add(out, STR(" <b class=bad>Câu chứng không có trong trang <i lang=en>evidence is not in the page</i></b>"));
		return;
	}
	buf_add(out, STR(" <a class=ev href=\"#"));
	html_attr(out, doc);
	buf_add(out, STR("-s"));
	buf_uint(out, r->sentence);
	html_attr(out, suffix);
	buf_add(out, STR("\">câu <i lang=en>sentence</i> "));
	buf_uint(out, r->sentence);
	buf_add(out, STR("</a>"));
}

static void put_head(struct buf *out, const struct row *r)
{
	buf_add(out, STR("<article class=\"row "));
	buf_char(out, row_letter(r->kind));
	buf_add(out, STR("\" id=\""));
	html_attr(out, r->anchor);
	buf_add(out, STR("\" data-i=\""));
	html_attr(out, r->id);
	if (r->kind == ROW_MEETING) {
		buf_add(out, STR("\" data-d=\""));
		html_attr(out, r->date);
	}
	buf_add(out, STR("\"><h3><b>"));
	buf_char(out, row_letter(r->kind));
	buf_uint(out, r->ordinal);
	buf_add(out, STR("</b> <span>"));
	html_text(out, r->head);
	buf_add(out, STR("</span></h3>"));
}

void row_put(struct buf *out, const struct row *r, const struct json *j, struct str doc, struct str suffix, struct arena *a)
{
	put_head(out, r);
	put_evidence(out, r, doc, suffix);
	put_columns(out, &kinds[r->kind], &schemas[r->kind], j, suffix, a);
	buf_add(out, STR("<p class=why><code>"));
	html_text(out, r->id);
	buf_add(out, STR("</code> Luật <i lang=en>rules</i>:"));
	for (unsigned i = 0; i < r->rules; i++) {
		buf_add(out, STR(" <code class=r>"));
		html_text(out, r->rule[i]);
		buf_add(out, STR("</code>"));
	}
	buf_add(out, STR("</article>\n"));
}
