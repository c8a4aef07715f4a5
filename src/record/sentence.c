/* sentence.c - decode and encode the `sentence` record. The line as it came is copied; only "entities" is added.
 * {"type":"sentence",...,"text":"Ông An"} -> {...,"entities":[{"label":"HONORIFIC","start":0,"end":3,...}]} */
#include "record/sentence.h"
#include "base/bytes.h"
#include "base/diag.h"
#include "record/points.h"
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

static const char names[LABELS][BYTES] = { "PERSON", "POSITION", "ORGANIZATION", "PLACE", "DATE", "DIRECTIVE", "MEETING", "COUNT",
					   "HONORIFIC", "ROLE" };     /* none is shorter than four letters */
static const unsigned char name_bytes[LABELS] = { 6, 8, 12, 5, 4, 9, 7, 5, 9, 4 };

/* optional members, in the order of the schema */
#define MEMBER(name) { { #name, sizeof #name - 1 }, offsetof(struct entity, name) }
static const struct { struct str key; size_t at; } members[] = {
	MEMBER(org),     MEMBER(level),  MEMBER(date_end), MEMBER(session), MEMBER(unit), MEMBER(qualifier),
	MEMBER(doctype), MEMBER(number), MEMBER(symbol),   MEMBER(issuer),  MEMBER(date), MEMBER(subject),
};
enum { MEMBERS = sizeof members / sizeof *members };

static enum zone zone_of(struct str name)
{
	static const struct str zones[ZONES] = { { "", 0 }, { "body", 4 }, { "caption", 7 }, { "lead", 4 }, { "headline", 8 }, { "dateline", 8 }, { "boilerplate", 11 } };
	for (unsigned z = ZONE_OTHER + 1; z < ZONES; z++)
		if (str_eq(name, zones[z]))
			return (enum zone)z;
	return ZONE_OTHER;
}

const char *label_name(enum label l) { return names[l]; }

static struct str *member_at(struct entity *e, size_t i) { return (struct str *)(void *)((char *)e + members[i].at); }

const char *entity_member(const struct entity *e, size_t i, struct str *value)
{
	if (i >= MEMBERS)
		return NULL;
	*value = *(const struct str *)(const void *)((const char *)e + members[i].at);
	return members[i].key.p;
}

/* A code point and the byte where it begins. */
struct place { size_t point, byte; };

/* From there on to code point `want`, or to the end of the text. */
static inline struct place walk(struct str text, struct place at, size_t want)
{
	enum { EIGHT = 8 };
	const unsigned long long ones = 0x0101010101010101ULL;     /* times a number: its bytes summed up, in each byte those up to it */
	for (; text.n - at.byte >= EIGHT; at.byte += EIGHT) {
		unsigned long long here = bytes_eight(text.p + at.byte), begins = ~(here >> 7 & ~here >> 6) & ones, up_to = begins * ones, left = want - at.point;
		if (up_to >> 56 > left) {       /* of the eight bytes those before it: up to each of them no more than `left` begin */
			unsigned long long before = ((left + 128) * ones - up_to) >> 7 & ones;
			return (struct place){ want, at.byte + (size_t)(before * ones >> 56) };
		}
		at.point += up_to >> 56;
	}
	for (; at.byte < text.n; at.byte++)
		if (((unsigned char)text.p[at.byte] & 0xC0) != 0x80 && at.point++ == want)
			return (struct place){ want, at.byte };
	return at;
}

static bool label_of(struct str name, enum label *label)
{
	for (unsigned l = 0; l < LABELS; l++)
		if (name.n && name.p[0] == names[l][0] && str_eq(name, str_c(names[l]))) {
			*label = (enum label)l;
			return true;
		}
	return false;
}

/* `last` is where the entity before starts; they come sorted, so that a text is walked once. */
static bool entity_decode(const struct json *j, unsigned node, struct arena *a, const struct sentence *s, struct entity *e, struct place *last)
{
	enum { LABEL, START, END, SURFACE, NORM, RULE, FIRST, KEYS = FIRST + MEMBERS };   /* most have no members between norm and rule */
	static struct str key[KEYS] = { { "label", 5 }, { "start", 5 }, { "end", 3 }, { "surface", 7 }, { "norm", 4 }, { "rule", 4 } };
	unsigned at[KEYS];
	if (!key[FIRST].p)
		for (size_t i = 0; i < MEMBERS; i++)
			key[FIRST + i] = members[i].key;
	json_members(j, node, key, KEYS, at);
	if (!label_of(json_node_string(j, at[LABEL], a), &e->label))
		return false;
	size_t start = json_uint(j, at[START], 0);
	*last = walk(s->text, start < last->point ? (struct place){ 0 } : *last, start);
	size_t end = json_uint(j, at[END], 0);
	e->start = last->byte;
	e->end = walk(s->text, end < last->point ? (struct place){ 0 } : *last, end).byte;
	e->norm = json_node_string(j, at[NORM], a);
	e->rule = json_node_string(j, at[RULE], a);
	for (size_t i = 0; i < MEMBERS; i++)
		*member_at(e, i) = json_node_string(j, at[FIRST + i], a);
	return e->start <= e->end;
}

bool sentence_decode(const struct json *j, struct arena *a, struct sentence *s, const char **why)
{
	enum { TYPE, DOC, N, PARA, ZONE, TEXT, BYTE_START, BYTE_END, ENTITIES, KEYS };
	static const struct str key[KEYS] = { { "type", 4 }, { "doc", 3 }, { "n", 1 }, { "para", 4 }, { "zone", 4 }, { "text", 4 }, { "byte_start", 10 }, { "byte_end", 8 }, { "entities", 8 } };
	unsigned at[KEYS];
	json_members(j, 0, key, KEYS, at);
	*s = (struct sentence){ .doc = json_node_string(j, at[DOC], a), .zone_name = json_node_string(j, at[ZONE], a), .n = (unsigned long)json_uint(j, at[N], 0),
				.para = (unsigned long)json_uint(j, at[PARA], 0), .byte_start = json_uint(j, at[BYTE_START], 0),
				.byte_end = json_uint(j, at[BYTE_END], 0) };
	s->zone = zone_of(s->zone_name);
	if (!at[TEXT] || j->node[at[TEXT]].kind != JSON_KIND_STRING) {
		*why = "sentence.text is missing";
		return false;
	}
	s->text = json_text(j, at[TEXT], a);
	unsigned list = at[ENTITIES];
	if (!list || j->node[list].kind != JSON_KIND_ARRAY)
		return true;
	s->entity = arena_alloc(a, (j->node[list].count + 1) * sizeof *s->entity);
	struct place last = { 0 };
	unsigned node = list + 1;
	for (unsigned i = 0; i < j->node[list].count; i++, node = j->node[node].next) {
		if (j->node[node].kind != JSON_KIND_OBJECT || !entity_decode(j, node, a, s, &s->entity[s->entities], &last)) {
			*why = "sentence.entities holds no entity";
			return false;
		}
		s->labels |= 1U << s->entity[s->entities++].label;
	}
	return true;
}

/* --- the same for a line as our own programs write it, without a tree of nodes ------------------------------------------------ */

/* i: the byte that comes next; doubt: what json_certain is to tell */
struct scan { struct str s; size_t i; bytes16 doubt; struct arena *a; };

__attribute__((always_inline)) static inline bool take(struct scan *c, struct str literal)
{
	if (c->s.n - c->i < literal.n || !bytes_same(c->s.p + c->i, literal.p, literal.n))
		return false;
	c->i += literal.n;
	return true;
}

/* The rest of a string and its closing quote. */
__attribute__((always_inline)) static inline bool take_string(struct scan *c, struct str *to)
{
	size_t from = c->i, end = json_stop(c->s, from, &c->doubt);
	bool escaped = end < c->s.n && c->s.p[end] == '\\';
	if (escaped)
		end = json_string_end(c->s, from);
	if (end >= c->s.n)
		return false;
	*to = str_sub(c->s, from, end);
	c->i = end + 1;
	if (escaped)
		*to = json_unescape(*to, c->a);
	return true;
}

/* A number that json_uint takes, in a line that does not end with a digit; what follows must be a literal, so that a fraction is none. */
__attribute__((always_inline)) static inline bool take_uint(struct scan *c, unsigned long long *to)
{
	const char *from = c->s.p + c->i, *p = from;
	unsigned long long v = 0;
	for (unsigned digit; (digit = (unsigned char)*p - (unsigned)'0') < 10; p++)
		v = v * 10 + digit;
	*to = v;
	c->i += (size_t)(p - from);
	return p > from && p - from <= 19 && (*from != '0' || p == from + 1);
}

/* Where a label stands by the first four bytes of its name: the factor parts all ten. */
enum { SLOTS = 16 };
static inline unsigned slot_of(const char *name) { return bytes_four(name) * 0xC4647159U >> 28; }

static inline bool take_label(struct scan *c, enum label *label)
{
	static unsigned char by_name[SLOTS];   /* label + 1 */
	if (!by_name[slot_of(names[PERSON])])
		for (unsigned l = 0; l < LABELS; l++)
			by_name[slot_of(names[l])] = (unsigned char)(l + 1);
	if (c->s.n - c->i < BYTES)
		return false;
	unsigned l = by_name[slot_of(c->s.p + c->i)];
	if (!l--)
		return false;
	*label = (enum label)l;
	bytes16 name = bytes_load(c->s.p + c->i) & bytes_first(name_bytes[l]);
	c->i += name_bytes[l];
	return bytes_mask((bytes16)(name == bytes_load(names[l]))) == 0xFFFF;
}

/* The members that some labels have, in the order of the table. */
static bool take_members(struct scan *c, struct entity *e)
{
	for (size_t i = 0; !take(c, STR(",\"rule\":\"")); i++) {
		struct str key;
		if (!take(c, STR(",\"")) || !take_string(c, &key) || !take(c, STR(":\"")))
			return false;
		while (i < MEMBERS && !str_eq(key, members[i].key))
			i++;
		if (i == MEMBERS || !take_string(c, member_at(e, i)))
			return false;
	}
	return take_string(c, &e->rule);
}

static bool take_entity(struct scan *c, struct str text, struct entity *e, struct place *last)
{
	unsigned long long start, end;
	entity_plain(e);
	if (!take(c, STR("{\"label\":\"")) || !take_label(c, &e->label) || !take(c, STR("\",\"start\":")) || !take_uint(c, &start) ||
	    !take(c, STR(",\"end\":")) || !take_uint(c, &end) || start < last->point || end < start)
		return false;
	*last = walk(text, *last, start);
	e->start = last->byte;
	e->end = walk(text, *last, end).byte;
	return take(c, STR(",\"surface\":\"")) && take_string(c, &(struct str){ 0 }) && take(c, STR(",\"norm\":\"")) && take_string(c, &e->norm) &&
	       take_members(c, e) && take(c, STR("}"));
}

/* The list behind its "[", and the end of the record. */
static bool take_entities(struct scan *c, struct arena *a, struct sentence *s)
{
	static struct entity *room;          /* until their number is known */
	static unsigned cap;
	struct place last = { 0 };
	for (bool more = !take(c, STR("]")); more; more = take(c, STR(","))) {
		if (s->entities == cap) {
			cap = cap ? cap * 2 : 64;
			room = realloc(room, cap * sizeof *room);
			if (!room)
				diag_fatal("out of memory");
		}
		if (!take_entity(c, s->text, &room[s->entities], &last))
			return false;
		s->labels |= 1U << room[s->entities++].label;
	}
	s->entity = arena_room(a, (s->entities + 1) * sizeof *s->entity);
	if (s->entities)
		memcpy(s->entity, room, s->entities * sizeof *s->entity);
	return c->s.p[c->i - 1] == ']' || take(c, STR("]"));
}

bool sentence_scan(struct str line, struct arena *a, struct sentence *s)
{
	struct scan c = { .s = line, .a = a };
	unsigned long long n, para;
	*s = (struct sentence){ 0 };
	if (line.n <= 2 + BYTES || line.p[line.n - 1] != '}' || !take(&c, STR("{\"type\":\"sentence\",\"doc\":\"")) || !take_string(&c, &s->doc) || !take(&c, STR(",\"n\":")) || !take_uint(&c, &n) ||
	    !take(&c, STR(",\"para\":")) || !take_uint(&c, &para) || !take(&c, STR(",\"zone\":\"")) || !take_string(&c, &s->zone_name) ||
	    !take(&c, STR(",\"text\":\"")) || !take_string(&c, &s->text) || !take(&c, STR(",\"byte_start\":")) || !take_uint(&c, &s->byte_start) ||
	    !take(&c, STR(",\"byte_end\":")) || !take_uint(&c, &s->byte_end))
		return false;
	s->n = (unsigned long)n;
	s->para = (unsigned long)para;
	s->zone = zone_of(s->zone_name);
	if (take(&c, STR(",\"entities\":[")) && !take_entities(&c, a, s))
		return false;
	return take(&c, STR("}")) && c.i == line.n && json_certain(line, c.doubt);
}

/* Whether it has any of the members; of ten entities seven have none. */
static inline bool has_members(const struct entity *e)
{
	size_t six = e->org.n | e->level.n | e->date_end.n | e->session.n | e->unit.n | e->qualifier.n;
	return six | e->doctype.n | e->number.n | e->symbol.n | e->issuer.n | e->date.n | e->subject.n;
}

static void entity_write(struct buf *out, const struct sentence *s, struct entity *e, const struct points *points)
{
	enum { ROOM = 64 + BYTES + 2 * BUF_UINT };
	buf_reserve(out, ROOM);
	char *p = buf_put(out->p + out->n, STR("{\"label\":\""));
	memcpy(p, names[e->label], BYTES);
	p = buf_put(p + name_bytes[e->label], STR("\",\"start\":"));
	p = buf_put_uint(p, points_before(points, e->start));
	p = buf_put(p, STR(",\"end\":"));
	p = buf_put_uint(p, points_before(points, e->end));
	p = buf_put(p, STR(",\"surface\":"));
	out->n = (size_t)(p - out->p);
	json_put_string(out, str_sub(s->text, e->start, e->end));
	buf_add(out, STR(",\"norm\":"));
	json_put_string(out, e->norm);
	for (size_t i = has_members(e) ? 0 : MEMBERS; i < MEMBERS; i++)
		if (member_at(e, i)->n) {
			json_put_key(out, members[i].key);
			json_put_string(out, *member_at(e, i));
		}
	buf_add(out, STR(",\"rule\":"));
	json_put_string(out, e->rule);
	buf_char(out, '}');
}

void sentence_write(struct buf *out, struct str line, const struct sentence *s)
{
	size_t brace = line.n;
	while (line.p[--brace] != '}')
		;
	buf_add(out, str_sub(line, 0, brace));
	buf_add(out, STR(",\"entities\":["));
	struct points points = { 0 };
	if (s->entities)
		points = points_count(s->text);
	for (unsigned k = 0; k < s->entities; k++) {
		struct entity *e = &s->entity[k];
		if (k)
			buf_char(out, ',');
		entity_write(out, s, e, &points);
	}
	buf_add(out, STR("]}"));
}
