/* complete.c - the bodies of officials with the place that the document determines: "Tỉnh ủy" is "Tỉnh ủy Lào Cai" on a page that names no
 * other province's bodies. Only `organizations` is completed; `positions` say what the page says. */
#include "extract/document.h"
#include "extract/explain.h"
#include "vi/lists.h"

enum { UNITS_MAX = 32 };

/* The place that bodies of the page name behind a unit's word ("tỉnh", "Huyện ủy"); the order is that of the list "unit of a body". */
struct unit { struct str name; bool torn; };   /* torn: the page names two */

static struct unit unit[UNITS_MAX];
static bool units_known;     /* they are read for the first body that ends with a unit's word, which most pages have none of */
static struct tokens t;

static struct unit *unit_named(struct str level)
{
	unsigned n;
	const struct list_word *w = lists_words("unit of a body", &n);
	for (unsigned i = 0; i < n && i < UNITS_MAX; i++)
		if (str_eq(w[i].value, level))
			return &unit[i];
	return NULL;
}

/* Whether a unit's word may begin with this token: a bit for each first token of the list, by its fold. */
static bool may_begin(struct str text, const struct token *first)
{
	static unsigned char folds[1 << 9];
	static bool known;
	static struct tokens own;
	unsigned n;
	const struct list_word *w = known ? NULL : lists_words("unit of a body", &n);
	for (unsigned i = 0; w && i < n; i++) {
		tokens_cut(&own, w[i].phrase);
		unsigned long long fold = own.n ? token_fold(str_sub(w[i].phrase, own.t[0].start, own.t[0].end)) : 0;
		folds[fold >> 55] |= (unsigned char)(1 << (fold >> 52 & 7));
	}
	known = true;
	unsigned long long fold = token_fold(str_sub(text, first->start, first->end));
	return folds[fold >> 55] >> (fold >> 52 & 7) & 1;
}

/* The unit's word that begins at token i of the text cut last, two syllables before one; *end: the token behind it. NULL: none. */
static const struct list_word *unit_word(struct str text, unsigned i, unsigned *end)
{
	for (unsigned n = i < t.n && may_begin(text, &t.t[i]) ? 2 : 0; n; n--)
		if (i + n <= t.n) {
			const struct list_word *w = lists_find("unit of a body", str_sub(text, t.t[i].start, t.t[i + n - 1].end));
			*end = i + n;
			if (w)
				return w;
		}
	return NULL;
}

static void unit_name(struct unit *u, struct str name)
{
	if (u && u->name.n && !str_eq(u->name, name))
		u->torn = true;
	else if (u)
		u->name = name;
}

/* Keeps the places that a body's name holds: "Ủy ban nhân dân huyện Sa Pa tỉnh Lào Cai". `fresh`: only for units that have none yet. */
static void body_read(struct str body, const bool *fresh)
{
	unsigned end;
	tokens_cut(&t, body);
	for (unsigned i = 0; i < t.n; i++) {
		const struct list_word *w = unit_word(body, i, &end);
		if (!w)
			continue;
		unsigned to = end, behind;
		if (unit_word(body, end, &behind)) {     /* "Thành ủy Thành phố Hồ Chí Minh" */
			i = end - 1;
			continue;
		}
		while (to < t.n && t.t[to].kind != TOKEN_MARK && (t.t[to].upper || t.t[to].kind == TOKEN_NUMBER))
			to++;
		struct unit *u = unit_named(w->value);
		if (to > end && u && (!fresh || fresh[u - unit]))
			unit_name(u, str_sub(body, t.t[end].start, t.t[to - 1].end));
		i = to > end ? to - 1 : end - 1;
	}
}

/* The bodies of the page first; where they name no place, the words of the text ("huyện Sa Pa"), and for the province the meetings'. */
static void units_read(const struct document *d)
{
	bool fresh[UNITS_MAX];
	units_known = true;
	memset(unit, 0, sizeof unit);
	for (unsigned i = 0; i < d->n; i++)
		for (unsigned k = 0; zone_tells(&d->s[i]) && k < d->s[i].entities; k++) {
			const struct entity *e = &d->s[i].entity[k];
			if (e->label == ORGANIZATION || e->label == POSITION)
				body_read(e->label == POSITION ? e->org : e->norm, NULL);
		}
	for (unsigned i = 0; i < UNITS_MAX; i++)
		fresh[i] = unit[i].name.n == 0;
	for (unsigned i = 0; i < d->n; i++)
		for (unsigned k = 0; sentence_has(&d->s[i], PLACE) && zone_tells(&d->s[i]) && k < d->s[i].entities; k++)
			if (d->s[i].entity[k].label == PLACE)
				body_read(d->s[i].entity[k].norm, fresh);
	struct unit *province = unit_named(STR("tỉnh"));
	for (unsigned i = 0; i < d->meetings && province && fresh[province - unit]; i++)
		if (d->meeting[i].province.n && !str_starts(d->meeting[i].province, STR("Thành phố ")))
			unit_name(province, d->meeting[i].province);
}

/* The body with its place, where it ends with a unit's word and the page has one place for it. */
static struct str completed(const struct document *d, struct str body)
{
	unsigned end;
	tokens_cut(&t, body);
	for (unsigned i = t.n > 2 ? t.n - 2 : 0; i < t.n; i++) {
		const struct list_word *w = unit_word(body, i, &end);
		const struct unit *u = w && end == t.n ? unit_named(w->value) : NULL;
		if (!u)
			continue;
		if (!units_known) {
			units_read(d);
			tokens_cut(&t, body);
		}
		if (u->name.n == 0 || u->torn)
			break;
		const struct list_word *whole = str_eq(w->phrase, w->value) ? NULL : lists_find("said with its unit", u->name);
		struct buf b = { 0 };
		buf_add(&b, body);
		buf_char(&b, ' ');
		buf_add(&b, whole ? whole->value : u->name);
		struct str full = arena_dup(d->a, buf_str(&b));
		buf_free(&b);
		return full;
	}
	return body;
}

void officials_complete(struct document *d)
{
	units_known = false;
	for (unsigned i = 0; i < d->officials; i++) {
		struct list *bodies = &d->official[i].organizations, full = { 0 };
		for (unsigned k = 0; k < bodies->n; k++) {
			struct str body = completed(d, bodies->v[k]);
			if (!str_eq(body, bodies->v[k]))
				explain("officials", d->official[i].name, "organizations", body, STR("completed from the page"), NULL);
			list_add(&full, body);
		}
		*bodies = full;
	}
}
