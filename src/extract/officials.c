/* officials.c - persons of a document with their positions and roles.
 * "Tham dự có các đồng chí: A, Phó Bí thư Tỉnh ủy; Chủ tịch UBND tỉnh B" -> A and B, each with the title that is theirs, attend.
 * Titles: behind the name after , - ( or nothing; in front of it with nothing between; a plural head gives its title to a list.
 * Roles: a trigger goes to the persons before it, or, at the head of a clause, to those behind it. */
#include "extract/document.h"
#include <stdio.h>

enum gap { GAP_TIGHT, GAP_COMMA, GAP_DASH, GAP_SEMI, GAP_AND, GAP_COLON, GAP_OTHER };

static bool is_dash(struct str s) { return s.n && (s.p[0] == '-' || (s.n >= 3 && memcmp(s.p, "\xE2\x80", 2) == 0 && (s.p[2] == '\x93' || s.p[2] == '\x94'))); }

static enum gap gap_between(const struct sentence *s, size_t from, size_t to)
{
	if (to < from)
		return GAP_TIGHT;
	struct str g = str_trim(str_sub(s->text, from, to));
	if (g.n && g.p[0] == '(' && g.n > 1 && g.p[g.n - 1] != '(') {   /* "(phải)," stands between name and title */
		size_t close = str_find(g, STR(")"), 0);
		if (close < g.n)
			g = str_trim(str_sub(g, close + 1, g.n));
	}
	if (g.n == 0 || str_eq(g, STR(".")) || str_eq(g, STR("là")))
		return GAP_TIGHT;
	if (str_eq(g, STR(",")) || str_eq(g, STR("(")) || str_eq(g, STR("kiêm")) || str_eq(g, STR(", kiêm")) || str_eq(g, STR("),")) || str_eq(g, STR(")")))
		return GAP_COMMA;
	if (is_dash(g) && g.n <= 3)
		return GAP_DASH;
	if (str_eq(g, STR(";")) || str_eq(g, STR(");")))
		return GAP_SEMI;
	if (str_eq(g, STR("và")) || str_eq(g, STR(", và")) || str_eq(g, STR("cùng")) || str_eq(g, STR("; và")))
		return GAP_AND;
	if (str_eq(g, STR(":")) || str_eq(g, STR(": -")) || str_eq(g, STR("có")) || str_eq(g, STR("có:")))
		return GAP_COLON;
	return GAP_OTHER;
}

struct walk {
	struct document *d;
	struct sentence *s;
	struct official *here[64];    /* persons of this sentence, in order */
	size_t at[64], until[64];
	unsigned n;
	const struct entity *pending[8];
	unsigned pendings;
	const struct entity *honorific, *last;
	bool plural, group;           /* "các đồng chí", "các Phó Chủ tịch": the list may go on without new evidence */
	struct official *current;
};

static struct str last_syllable(struct str s)
{
	size_t i = s.n;
	while (i && s.p[i - 1] != ' ')
		i--;
	return str_sub(s, i, s.n);
}

static struct official *known(struct document *d, struct str name)
{
	bool given = !memchr(name.p, ' ', name.n);
	for (unsigned i = d->officials; i--;) {
		struct str have = d->official[i].name;
		if (str_eq(have, name) || (given && str_eq(last_syllable(have), name)) ||
		    (!given && have.n > name.n && str_ends(have, name) && have.p[have.n - name.n - 1] == ' '))
			return &d->official[i];
	}
	return NULL;
}

static bool syllables_two(struct str s) { return memchr(s.p, ' ', s.n) != NULL; }

static void give_position(struct document *d, struct official *o, const struct sentence *s, const struct entity *p)
{
	for (unsigned i = 0; i < o->positions.n; i++) {
		struct str *have = &o->positions.v[i];
		if (str_starts(*have, p->norm))
			return;
		if (str_starts(p->norm, *have)) {        /* the fuller of two variants */
			*have = p->norm;
			return;
		}
	}
	if (o->positions.n == 0)
		o->where = s;
	list_add(&o->positions, p->norm);
	list_add(&o->organizations, p->org);
	list_add(&o->rules, p->rule);
	(void)d;
}

static struct official *person(struct walk *w, const struct entity *e, bool evidence)
{
	struct document *d = w->d;
	struct official *o = known(d, e->norm);
	if (!o) {
		if (!evidence || !syllables_two(e->norm))
			return NULL;
		o = &d->official[d->officials++];
		o->name = e->norm;
		o->where = w->s;
		list_add(&o->rules, e->rule);
	}
	if (w->honorific && o->honorific.n == 0)
		o->honorific = w->honorific->norm;
	if (w->n < 64) {
		w->here[w->n] = o;
		w->at[w->n] = e->start;
		w->until[w->n++] = e->end;
	}
	return o;
}

/* Whether the position is the head of "TITLE Name": nothing but an honorific between it and the next person. */
static bool belongs_to_next(const struct sentence *s, unsigned k)
{
	size_t end = s->entity[k].end;
	for (unsigned i = k + 1; i < s->entities; i++) {
		const struct entity *e = &s->entity[i];
		if (e->start < end || e->label == PLACE || e->label == ORGANIZATION)
			continue;
		if (e->label == HONORIFIC && gap_between(s, end, e->start) <= GAP_COMMA) { end = e->end; continue; }
		return e->label == PERSON && gap_between(s, end, e->start) == GAP_TIGHT;
	}
	return false;
}

static bool before_is(const struct sentence *s, size_t at, const char *word)
{
	struct str head = str_trim(str_sub(s->text, 0, at));
	return str_ends(head, str_c(word));
}

/* "bầu ông A giữ chức B": the position newly given belongs to the person before. */
static bool appointed(const struct sentence *s, const struct entity *e)
{
	static const char *const verbs[] = { "giữ chức", "giữ chức vụ", "làm", "chức danh", "chức vụ", "nhận nhiệm vụ", "giữ nhiệm vụ", "giữ cương vị", "đảm nhiệm chức vụ" };
	for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
		if (before_is(s, e->start, verbs[i]))
			return true;
	return false;
}

static void on_position(struct walk *w, unsigned k)
{
	const struct entity *e = &w->s->entity[k];
	if (w->n && appointed(w->s, e) && !belongs_to_next(w->s, k)) {
		w->current = w->here[w->n - 1];
		give_position(w->d, w->current, w->s, e);
		w->last = e;
		return;
	}
	enum gap g = w->last ? gap_between(w->s, w->last->end, e->start) : GAP_OTHER;
	if (w->current && g <= GAP_SEMI && !belongs_to_next(w->s, k)) {
		give_position(w->d, w->current, w->s, e);
		w->last = e;
		return;
	}
	if (!(w->pendings && g <= GAP_DASH && w->last && w->last->label == POSITION) || w->current)
		w->pendings = 0;
	w->current = NULL;
	if (w->pendings == 0)
		w->group = before_is(w->s, e->start, "các") || before_is(w->s, e->start, "các đồng chí") || before_is(w->s, e->start, "các đồng chí là");
	if (w->pendings < 8)
		w->pending[w->pendings++] = e;
	w->last = e;
}

static void on_person(struct walk *w, const struct entity *e)
{
	enum gap g = w->last ? gap_between(w->s, w->last->end, e->start) : GAP_OTHER;
	bool titled = w->pendings && (g == GAP_TIGHT || (g <= GAP_DASH && w->honorific) || (w->group && g == GAP_COLON));
	bool listed = w->current && g <= GAP_AND && (w->plural || w->group);
	bool next_title = false;
	for (unsigned i = 0; i < w->s->entities; i++)
		if (w->s->entity[i].label == POSITION && w->s->entity[i].start >= e->end)
			next_title |= gap_between(w->s, e->end, w->s->entity[i].start) <= GAP_DASH && !belongs_to_next(w->s, i);
	struct official *o = person(w, e, titled || listed || next_title || w->honorific);
	if (o && (titled || (listed && w->group)))
		for (unsigned i = 0; i < w->pendings; i++)
			give_position(w->d, o, w->s, w->pending[i]);
	if (!w->group)
		w->pendings = 0;
	w->honorific = NULL;
	w->current = o;
	w->last = e;
}

static void on_honorific(struct walk *w, const struct entity *e)
{
	enum gap g = w->last ? gap_between(w->s, w->last->end, e->start) : GAP_OTHER;
	if (g > GAP_DASH && !w->group)
		w->pendings = 0;
	w->honorific = e;
	w->plural = w->plural || before_is(w->s, e->start, "các") || str_starts(str_sub(w->s->text, e->start, e->end), STR("các")) ||
		    str_starts(str_sub(w->s->text, e->start, e->end), STR("Các"));
	if (w->last)
		w->last = e;
	if (w->current && g > GAP_TIGHT)
		w->current = w->group && g <= GAP_AND ? w->current : NULL;
}

static void give_role(struct official *o, struct str role) { list_add(&o->roles, role); }

static bool covered(const struct sentence *s, const struct entity *r)
{
	for (unsigned i = 0; i < s->entities; i++) {
		const struct entity *e = &s->entity[i];
		if (e != r && e->label != ROLE && e->label != MEETING && e->start <= r->start && r->end <= e->end && (e->end - e->start > r->end - r->start))
			return true;
	}
	return false;
}

/* Gives each role trigger to its persons. */
static void roles(struct walk *w)
{
	const struct sentence *s = w->s;
	size_t boundary = 0;
	for (unsigned k = 0; k < s->entities; k++) {
		const struct entity *r = &s->entity[k];
		if (r->label != ROLE || covered(s, r))
			continue;
		int before = -1, behind = -1;
		for (unsigned i = 0; i < w->n; i++) {
			if (w->at[i] < r->start)
				before = (int)i;
			else if (behind < 0)
				behind = (int)i;
		}
		bool follows = boundary == 0 || r->start - boundary <= 25 || (before >= 0 && w->at[before] >= boundary);
		if (before >= 0 && !follows && !str_eq(r->norm, STR("chair")))
			continue;
		bool together = str_eq(r->norm, STR("chair")) && w->plural;
		if (before >= 0) {
			for (int i = together ? 0 : before; i <= before; i++)
				if (i == before || w->at[i] >= boundary)
					give_role(w->here[i], r->norm);
			boundary = r->end;
		} else if (behind >= 0 && (r->start < 60 || w->at[behind] - r->end < 50)) {
			bool all = str_eq(r->norm, STR("attend")) || (str_eq(r->norm, STR("chair")) && w->plural);
			for (int i = behind; i < (int)w->n && (i == behind || all); i++)
				give_role(w->here[i], r->norm);
		}
	}
}

/* "Bí thư Tỉnh ủy nhấn mạnh": a title alone stands for the person who was given it. */
static void title_alone(struct walk *w)
{
	if (w->n || !w->pendings)
		return;
	for (unsigned i = 0; i < w->d->officials; i++)
		for (unsigned k = 0; k < w->d->official[i].positions.n; k++)
			if (str_starts(w->d->official[i].positions.v[k], w->pending[0]->norm)) {
				w->here[w->n] = &w->d->official[i];
				w->at[w->n] = w->pending[0]->start;
				w->until[w->n++] = w->pending[0]->end;
				return;
			}
}

static void sentence_walk(struct document *d, unsigned at)
{
	struct walk w = { .d = d, .s = &d->s[at] };
	for (unsigned k = 0; k < w.s->entities; k++) {
		const struct entity *e = &w.s->entity[k];
		if (e->label == POSITION) on_position(&w, k);
		else if (e->label == HONORIFIC) on_honorific(&w, e);
		else if (e->label == PERSON) on_person(&w, e);
	}
	title_alone(&w);
	roles(&w);
	struct meeting *m = d->meeting_of[at] ? &d->meeting[d->meeting_of[at] - 1] : NULL;
	for (unsigned i = 0; m && i < w.n; i++)
		if (w.here[i]->roles.n) {
			list_add(&w.here[i]->meeting_ids, m->id);
			for (unsigned k = 0; k < w.here[i]->roles.n; k++)
				if (str_eq(w.here[i]->roles.v[k], STR("chair")))
					list_add(&m->chairs, w.here[i]->name);
		}
}

static void official_id(struct document *d, struct official *o)
{
	struct buf b = { 0 };
	char id[24];
	vi_fold(&b, o->name);
	unsigned long long h = str_hash(STR_HASH_SEED, buf_str(&b));
	if (o->positions.n)
		h = str_hash(h, o->positions.v[0]);
	snprintf(id, sizeof id, "p%012llx", h & 0xFFFFFFFFFFFFULL);
	o->id = arena_dup(d->a, str_c(id));
	buf_free(&b);
}

void officials_find(struct document *d)
{
	unsigned room = 0;
	for (unsigned i = 0; i < d->n; i++)
		for (unsigned k = 0; k < d->s[i].entities; k++)
			room += d->s[i].entity[k].label == PERSON;
	d->official = arena_alloc(d->a, (room + 1) * sizeof *d->official);
	d->officials = 0;
	for (unsigned i = 0; i < d->n; i++)
		if (zone_tells(&d->s[i]))
			sentence_walk(d, i);
	for (unsigned i = 0; i < d->officials; i++) {
		if (d->official[i].roles.n == 0)
			list_add(&d->official[i].roles, STR("mention"));
		official_id(d, &d->official[i]);
	}
}
