/* sentence.c - decode and encode the `sentence` record. The line as it came is copied; only "entities" is added.
 * {"type":"sentence",...,"text":"Ông An"} -> {...,"entities":[{"label":"HONORIFIC","start":0,"end":3,...}]} */
#include "record/sentence.h"
#include <stddef.h>

static const char *const names[LABELS] = { "PERSON", "POSITION", "ORGANIZATION", "PLACE", "DATE", "DIRECTIVE", "MEETING", "COUNT",
					   "HONORIFIC", "ROLE" };

/* optional members, in the order of the schema */
static const struct { const char *key; size_t at; } members[] = {
	{ "org", offsetof(struct entity, org) },           { "level", offsetof(struct entity, level) },
	{ "date_end", offsetof(struct entity, date_end) }, { "session", offsetof(struct entity, session) },
	{ "unit", offsetof(struct entity, unit) },         { "qualifier", offsetof(struct entity, qualifier) },
	{ "doctype", offsetof(struct entity, doctype) },   { "number", offsetof(struct entity, number) },
	{ "symbol", offsetof(struct entity, symbol) },     { "issuer", offsetof(struct entity, issuer) },
	{ "date", offsetof(struct entity, date) },         { "subject", offsetof(struct entity, subject) },
};
enum { MEMBERS = sizeof members / sizeof *members };

const char *label_name(enum label l) { return names[l]; }

static struct str *member_at(struct entity *e, size_t i) { return (struct str *)(void *)((char *)e + members[i].at); }

const char *entity_member(const struct entity *e, size_t i, struct str *value)
{
	if (i >= MEMBERS)
		return NULL;
	*value = *(const struct str *)(const void *)((const char *)e + members[i].at);
	return members[i].key;
}

/* Byte position of code point `want`, walking on from a known pair. */
static size_t to_byte(struct str text, size_t want, size_t *cp, size_t *byte)
{
	if (want < *cp)
		*cp = *byte = 0;
	while (*cp < want && *byte < text.n) {
		do
			++*byte;
		while (*byte < text.n && ((unsigned char)text.p[*byte] & 0xC0) == 0x80);
		++*cp;
	}
	return *byte;
}

static bool entity_decode(const struct json *j, unsigned node, struct arena *a, const struct sentence *s, struct entity *e, size_t *cp,
			  size_t *byte)
{
	struct str label = json_member_string(j, node, STR("label"), a);
	unsigned l = 0;
	while (l < LABELS && !str_eq(label, str_c(names[l])))
		l++;
	if (l == LABELS)
		return false;
	e->label = (enum label)l;
	e->start = to_byte(s->text, json_member_uint(j, node, STR("start"), 0), cp, byte);
	e->end = to_byte(s->text, json_member_uint(j, node, STR("end"), 0), cp, byte);
	e->norm = json_member_string(j, node, STR("norm"), a);
	e->rule = json_member_string(j, node, STR("rule"), a);
	for (size_t i = 0; i < MEMBERS; i++)
		*member_at(e, i) = json_member_string(j, node, str_c(members[i].key), a);
	return e->start <= e->end;
}

bool sentence_decode(const struct json *j, struct arena *a, struct sentence *s, const char **why)
{
	*s = (struct sentence){ 0 };
	s->doc = json_member_string(j, 0, STR("doc"), a);
	s->zone = json_member_string(j, 0, STR("zone"), a);
	s->n = (unsigned long)json_member_uint(j, 0, STR("n"), 0);
	s->para = (unsigned long)json_member_uint(j, 0, STR("para"), 0);
	s->byte_start = json_member_uint(j, 0, STR("byte_start"), 0);
	s->byte_end = json_member_uint(j, 0, STR("byte_end"), 0);
	unsigned text = json_member(j, 0, STR("text"));
	if (!text || j->node[text].kind != JSON_KIND_STRING) {
		*why = "sentence.text is missing";
		return false;
	}
	s->text = json_text(j, text, a);
	unsigned list = json_member(j, 0, STR("entities"));
	if (!list || j->node[list].kind != JSON_KIND_ARRAY)
		return true;
	s->entity = arena_alloc(a, (j->node[list].count + 1) * sizeof *s->entity);
	size_t cp = 0, byte = 0;
	unsigned node = list + 1;
	for (unsigned i = 0; i < j->node[list].count; i++, node = j->node[node].next) {
		if (j->node[node].kind != JSON_KIND_OBJECT || !entity_decode(j, node, a, s, &s->entity[s->entities], &cp, &byte)) {
			*why = "sentence.entities holds no entity";
			return false;
		}
		s->entities++;
	}
	return true;
}

static size_t points(struct str s)
{
	size_t n = 0;
	for (size_t i = 0; i < s.n; i++)
		n += ((unsigned char)s.p[i] & 0xC0) != 0x80;
	return n;
}

void sentence_write(struct buf *out, struct str line, const struct sentence *s)
{
	size_t brace = line.n;
	while (line.p[--brace] != '}')
		;
	buf_add(out, str_sub(line, 0, brace));
	buf_add(out, STR(",\"entities\":["));
	size_t start = 0, counted = 0;      /* code points before byte `counted`; entities come sorted by start */
	for (unsigned k = 0; k < s->entities; k++) {
		struct entity *e = &s->entity[k];
		struct str surface = str_sub(s->text, e->start, e->end);
		start += points(str_sub(s->text, counted, e->start));
		counted = e->start;
		buf_add(out, k ? STR(",{\"label\":\"") : STR("{\"label\":\""));
		buf_add(out, str_c(names[e->label]));
		buf_add(out, STR("\",\"start\":"));
		buf_uint(out, start);
		json_put_member_uint(out, "end", start + points(surface));
		json_put_member(out, "surface", surface);
		json_put_member(out, "norm", e->norm);
		for (size_t i = 0; i < MEMBERS; i++)
			if (member_at(e, i)->n)
				json_put_member(out, members[i].key, *member_at(e, i));
		json_put_member(out, "rule", e->rule);
		buf_char(out, '}');
	}
	buf_add(out, STR("]}"));
}
