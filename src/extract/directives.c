/* directives.c - DIRECTIVE entities of a document into rows. "Chỉ thị 12" joins "Chỉ thị 12-CT/TW", whichever stands first. */
#include "extract/directives.h"
#include "base/map.h"
#include "extract/document.h"
#include "extract/explain.h"
#include "vi/lists.h"
#include <stdio.h>
#include <stdlib.h>

static bool same_number(struct str x, struct str y)
{
	while (x.n > 1 && x.p[0] == '0') { x.p++; x.n--; }
	while (y.n > 1 && y.p[0] == '0') { y.p++; y.n--; }
	return str_eq(x, y);
}

/* "Nghị quyết Trung ương 4" and "Nghị quyết Trung ương 4 khóa XII". */
static bool same_ordinal(struct str x, struct str y)
{
	struct str longer = x.n > y.n ? x : y, shorter = x.n > y.n ? y : x;
	return str_starts(longer, shorter) && (longer.n == shorter.n || str_starts(str_sub(longer, shorter.n, longer.n), STR(" khóa ")));
}

/* The year in "Nghị định 162/2018" or "162/2018/NĐ-CP"; empty: none. */
static struct str year_in(struct str name)
{
	size_t at = str_find(name, STR("/"), 0), n = 0;
	while (at < name.n && at + 1 + n < name.n && name.p[at + 1 + n] >= '0' && name.p[at + 1 + n] <= '9')
		n++;
	return n == 4 ? str_sub(name, at + 1, at + 5) : (struct str){ 0 };
}

static bool same(const struct directive *d, const struct entity *e)
{
	if (!str_eq(d->type, e->doctype))
		return false;
	if (d->number.n == 0 || e->number.n == 0)
		return d->number.n == e->number.n && same_ordinal(d->designation, e->norm);
	if (!same_number(d->number, e->number) || (d->symbol.n && e->symbol.n && !str_eq(d->symbol, e->symbol)))
		return false;
	struct str year = year_in(d->designation), other = year_in(e->norm);
	if (year.n && other.n && !str_eq(year, other))
		return false;
	return !(d->date.n && e->date.n && !str_eq(d->date, e->date));
}

/* Rows found by what two citations of one document always share: the type, and the number or what stands before " khóa ". Rows of one
 * key are a chain, the latest first. */
struct rows { struct directive *d; unsigned n, *before; struct map newest; };   /* before, newest: index + 1 */
enum { CHAIN = 64 };   /* of more rows of one key, the latest are looked at */

static struct str key_of(struct arena *a, const struct entity *e)
{
	struct buf b = { 0 };
	struct str number = e->number;
	while (number.n > 1 && number.p[0] == '0') { number.p++; number.n--; }
	size_t stem = str_find(e->norm, STR(" khóa "), 0);
	buf_add(&b, e->doctype);
	buf_char(&b, '\n');
	buf_add(&b, number.n ? number : str_sub(e->norm, 0, stem < e->norm.n ? stem : e->norm.n));
	struct str key = arena_dup(a, buf_str(&b));
	buf_free(&b);
	return key;
}

/* Of several rows that may be meant: the same symbol or name, then the same issuer, then the one cited last. */
static struct directive *row_of(const struct rows *r, struct str key, const struct entity *e)
{
	struct directive *best = NULL;
	unsigned most = 0, seen = 0;
	for (unsigned j = map_get(&r->newest, key); j && seen < CHAIN; j = r->before[j - 1], seen++) {
		struct directive *d = &r->d[j - 1];
		if (!same(d, e))
			continue;
		unsigned likeness = 1 + 4u * str_eq(d->designation, e->norm) + 2u * (e->date.n && str_eq(d->date, e->date)) + (e->issuer.n && str_eq(d->issuer, e->issuer));
		if (likeness > most) {
			most = likeness;
			best = d;
		}
	}
	return best;
}

static struct directive *row_new(struct rows *r, struct str key, const struct entity *e)
{
	unsigned *newest = map_at(&r->newest, key);
	r->before[r->n] = *newest;
	*newest = r->n + 1;
	r->d[r->n] = (struct directive){ .designation = e->norm, .type = e->doctype, .number = e->number, .symbol = e->symbol };
	return &r->d[r->n++];
}

static size_t fullness(const struct entity *e) { return (e->symbol.n > 0) * 4u + (e->date.n > 0) * 2u + (e->issuer.n > 0) + (e->subject.n > 0); }

static void say(const struct directive *d, const char *column, struct str before, struct str now, const struct entity *e, const struct sentence *s)
{
	if (explain_on && !str_eq(before, now))
		explain("directives", d->designation, column, now, e->rule, s);
}

/* Takes from a citation what the row has not, or has less fully. */
static void merge(struct directive *d, const struct entity *e, const struct sentence *s, size_t *best)
{
	struct directive was = d->where ? *d : (struct directive){ .where = NULL };
	bool fuller = !d->where || fullness(e) > *best;
	if (fuller) {
		d->where = s;
		*best = fullness(e);
	}
	if (!d->symbol.n && e->symbol.n) {
		d->symbol = e->symbol;
		d->designation = e->norm;
		d->number = e->number;
	} else if (!d->symbol.n && !year_in(d->designation).n && year_in(e->norm).n) {
		d->designation = e->norm;
	} else if (!d->number.n && e->norm.n > d->designation.n) {
		d->designation = e->norm;
		d->issuer = e->issuer;
	}
	if (!d->issuer.n || (fuller && e->issuer.n)) d->issuer = e->issuer;
	if (!d->date.n) d->date = e->date;
	if (!d->subject.n || (fuller && e->subject.n)) d->subject = e->subject;
	list_add(&d->rules, e->rule);
	d->mentions++;
	say(d, "designation", was.designation, d->designation, e, s);
	say(d, "symbol", was.symbol, d->symbol, e, s);
	say(d, "issuer", was.issuer, d->issuer, e, s);
	say(d, "date", was.date, d->date, e, s);
	say(d, "subject", was.subject, d->subject, e, s);
}

static void set_id(struct directive *d, struct arena *a)
{
	char id[24];
	unsigned long long h = str_hash(STR_HASH_SEED, d->type);
	h = str_hash(h, d->symbol.n ? d->symbol : d->number.n && !year_in(d->designation).n ? d->number : d->designation);
	if (!str_ends(d->symbol, STR("/TW")))
		h = str_hash(h, d->issuer);
	h = str_hash(h, d->date);
	snprintf(id, sizeof id, "d%012llx", h & 0xFFFFFFFFFFFFULL);
	d->id = arena_dup(a, str_c(id));
}

/* "6020/QĐ-SYT", "45/SYT-NVY" -> Sở Y tế; p NULL: the letters name no body of the list. */
static struct str body_of_letters(struct str symbol)
{
	for (size_t from = 0, i = 0; i <= symbol.n; i++) {
		if (i < symbol.n && symbol.p[i] != '/' && symbol.p[i] != '-')
			continue;
		const struct list_word *w = lists_find("letters of a local body", str_sub(symbol, from, i));
		if (w)
			return w->value;
		from = i + 1;
	}
	return (struct str){ 0 };
}

/* The one body of this name that the page tells with its place: "Sở Y tế" -> "Sở Y tế tỉnh Bắc Kạn"; p NULL: none, or several. */
static struct str told_with_place(const struct sentence *s, unsigned n, struct str body)
{
	struct str one = { 0 };
	for (unsigned i = 0; i < n; i++)
		for (unsigned k = 0; k < s[i].entities; k++) {
			const struct entity *e = &s[i].entity[k];
			struct str name = e->label == ORGANIZATION ? e->norm : e->label == POSITION ? e->org : (struct str){ 0 };
			if (!zone_tells(&s[i]) || name.n <= body.n + 1 || !str_starts(name, body) || name.p[body.n] != ' ' || lists_find("unit of a body", str_sub(name, body.n + 1, name.n)))
				continue;
			if (one.n && !str_eq(one, name))
				return (struct str){ 0 };
			one = name;
		}
	return one;
}

static void issuer_of_page(struct directive *d, const struct sentence *s, unsigned n)
{
	struct str body = d->issuer.n || !d->symbol.n ? (struct str){ 0 } : body_of_letters(d->symbol);
	if (!body.n)
		return;
	d->issuer = told_with_place(s, n, body);
	if (d->issuer.n)
		explain("directives", d->designation, "issuer", d->issuer, STR("issuer:page"), d->where);
}

unsigned directives_collect(const struct sentence *s, unsigned n, struct arena *a, struct directive **out)
{
	unsigned room = 0;
	for (unsigned i = 0; i < n; i++)
		for (unsigned k = 0; sentence_has(&s[i], DIRECTIVE) && k < s[i].entities; k++)
			room += s[i].entity[k].label == DIRECTIVE;
	struct rows r = { .d = arena_room(a, (room + 1) * sizeof *r.d), .before = arena_room(a, (room + 1) * sizeof *r.before), .newest = { .a = a } };
	size_t *best = arena_room(a, (room + 1) * sizeof *best);
	for (unsigned i = 0; i < n; i++)
		for (unsigned k = 0; sentence_has(&s[i], DIRECTIVE) && zone_tells(&s[i]) && k < s[i].entities; k++) {
			const struct entity *e = &s[i].entity[k];
			if (e->label != DIRECTIVE)
				continue;
			struct str key = key_of(a, e);
			struct directive *row = row_of(&r, key, e);
			if (!row)
				row = row_new(&r, key, e);
			merge(row, e, &s[i], &best[row - r.d]);
		}
	for (unsigned j = 0; j < r.n; j++) {
		issuer_of_page(&r.d[j], s, n);
		set_id(&r.d[j], a);
	}
	*out = r.d;
	return r.n;
}

static struct str digits(struct str s, const struct directive *d)
{
	if (!str_starts(s, d->type) || s.n <= d->type.n)
		return (struct str){ 0 };
	size_t i = d->type.n + 1, from = i;
	while (i < s.n && s.p[i] >= '0' && s.p[i] <= '9')
		i++;
	return str_sub(s, from, i);
}

bool directive_named(const struct directive *d, struct str designation)
{
	if (str_eq(d->designation, designation))
		return true;
	struct str n = digits(designation, d);
	return n.n && d->number.n && same_number(n, d->number);
}
