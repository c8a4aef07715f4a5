/* officials.c - the persons of a document: who they are, their titles and honorifics, and their ids. */
#include "extract/clause.h"
#include "extract/explain.h"
#include "extract/names.h"
#include "vi/lists.h"
#include <stdio.h>

/* Whether every word of `part` stands in `whole` in that order, the first word of both being the same:
 * "Bí thư Nghệ An" is a short form of "Bí thư Tỉnh ủy Nghệ An". */
static bool short_form(struct str part, struct str whole)
{
	struct buf a = { 0 }, b = { 0 };
	vi_fold(&a, part);
	vi_fold(&b, whole);
	struct str p = buf_str(&a), w = buf_str(&b);
	bool first = true, ok = p.n <= w.n;
	for (size_t i = 0, at = 0; ok && i < p.n;) {
		size_t end = i;
		while (end < p.n && p.p[end] != ' ')
			end++;
		struct str word = str_sub(p, i, end - (p.p[end - 1] == ','));
		bool found = false;
		for (; at < w.n && !found; at++) {
			bool starts = at == 0 || w.p[at - 1] == ' ', ends = at + word.n <= w.n && (at + word.n == w.n || w.p[at + word.n] == ' ' || w.p[at + word.n] == ',');
			found = starts && ends && memcmp(w.p + at, word.p, word.n) == 0;
			if (first && !found)
				break;
		}
		ok = found;
		first = false;
		i = end + 1;
	}
	buf_free(&a);
	buf_free(&b);
	return ok;
}

/* "nguyên Bí thư Tỉnh ủy" says all that "Bí thư Tỉnh ủy" says of the same person. */
static bool past_form(const struct official *o, struct str norm)
{
	for (unsigned i = 0; i < o->positions.n; i++)
		if (str_starts(o->positions.v[i], STR("nguyên ")) && short_form(norm, str_sub(o->positions.v[i], STR("nguyên ").n, o->positions.v[i].n)))
			return true;
	return false;
}

/* The body of an office's fuller variant, in place of a shorter form of it. */
static void give_body(struct official *o, struct str body)
{
	for (unsigned i = 0; i < o->organizations.n; i++)
		if (short_form(o->organizations.v[i], body)) {
			o->organizations.v[i] = body;
			return;
		} else if (short_form(body, o->organizations.v[i])) {
			return;
		}
	list_add(&o->organizations, body);
}

/* "Nhà lãnh đạo Lào", "Lãnh đạo Lào": one office. */
static struct str bare_title(struct str title)
{
	return str_starts(title, STR("Nhà l")) ? str_sub(title, STR("Nhà ").n, title.n) : title;
}

static void give_position(struct official *o, const struct sentence *s, const struct entity *p, struct str borrowed)
{
	if (str_eq(p->unit, STR("partial")) || past_form(o, p->norm))   /* "làm Trưởng đoàn", "thành viên": no office without a body */
		return;
	for (unsigned i = 0; i < o->positions.n; i++) {
		struct str *have = &o->positions.v[i];
		if (short_form(bare_title(p->norm), bare_title(*have)))
			return;
		if (short_form(bare_title(*have), bare_title(p->norm))) {        /* the fuller of two variants */
			explain("officials", o->name, "positions", p->norm, p->rule, s);
			*have = p->norm;
			give_body(o, p->org);
			return;
		}
	}
	if (o->positions.n == 0)
		o->where = s;
	explain("officials", o->name, "positions", p->norm, p->rule, s);
	list_add(&o->positions, p->norm);
	list_add(&o->organizations, p->org.n ? p->org : borrowed);
	list_add(&o->rules, p->rule);
}

/* "K'Dơng": a name of the highlands that is one word. */
static bool highland(struct str name)
{
	unsigned n;
	const struct list_word *w = lists_words("begins a name of one word", &n);
	for (unsigned i = 0; i < n; i++)
		if (str_starts(name, w[i].phrase))
			return true;
	return false;
}

/* The official a person item names; a new one where something shows that it is a person of office. */
static struct official *person(struct document *d, const struct clause *c, const struct item *it, const struct entity *shared, bool listed)
{
	struct official *o = names_known(d, it->e->norm);
	if (!o) {
		bool one_name = it->titles && str_eq(it->e->rule, STR("person:foreign"));   /* "Nhật hoàng Naruhito" */
		one_name |= it->titles && highland(it->e->norm);
		bool told = str_starts(it->e->rule, STR("words:"));   /* "Họ và tên: A" */
		if (!(it->honorific || it->titles || shared || told || listed) || !(memchr(it->e->norm.p, ' ', it->e->norm.n) || one_name))
			return NULL;
		o = &d->official[d->officials++];
		*o = (struct official){ .name = it->e->norm, .where = c->s };
		list_add(&o->rules, it->e->rule);
		names_add(d, d->officials - 1);
		explain("officials", o->name, "name", o->name, it->e->rule, c->s);
	}
	if ((it->honorific || shared) && o->honorific.n == 0)
		o->honorific = it->honorific ? it->honorific->norm : shared->norm;
	return o;
}

/* "Bí thư Tỉnh ủy nhấn mạnh": a title alone stands for the person who was given it. */
static struct official *holder(struct document *d, const struct entity *title)
{
	enum { FIRST = 1000 };   /* officials looked at: more than any page has, so that a built one costs no more than its size */
	for (unsigned i = 0; i < d->officials && i < FIRST; i++)
		for (unsigned k = 0; k < d->official[i].positions.n; k++)
			if (str_starts(d->official[i].positions.v[k], title->norm))
				return &d->official[i];
	return NULL;
}

/* Text up to `at` from the last ";" on: the clause of a list's item. */
static size_t clause_from(struct str text, size_t at)
{
	size_t from = 0;
	for (size_t i = 0; (i = str_find(text, STR("; "), i)) < at; i++)
		from = i;
	return from;
}

/* Words that end `title` and begin `body` said once: "Trưởng Tiểu ban" + "Tiểu ban Văn kiện" -> "Trưởng Tiểu ban Văn kiện". */
static struct str joined(struct document *d, struct str title, struct str body)
{
	struct buf t = { 0 }, b = { 0 }, out = { 0 };
	vi_fold(&t, title);
	vi_fold(&b, body);
	size_t cut = title.n;
	for (size_t i = 0; i < t.n; i++)
		if ((i == 0 || t.p[i - 1] == ' ') && str_starts(buf_str(&b), str_sub(buf_str(&t), i, t.n)) && t.n == title.n && (b.n == t.n - i || b.p[t.n - i] == ' ')) {
			cut = i;
			break;
		}
	buf_add(&out, str_trim(str_sub(title, 0, cut)));
	buf_char(&out, ' ');
	buf_add(&out, body);
	struct str s = arena_dup(d->a, str_trim(buf_str(&out)));
	buf_free(&t);
	buf_free(&b);
	buf_free(&out);
	return s;
}

/* "Chủ tịch tổ chức này", "Giám đốc sở này": the body named last. */
static const struct entity *the_said(const struct clause *c, const struct item *it)
{
	struct str behind = str_trim(str_sub(c->s->text, it->end, c->s->text.n));
	unsigned n;
	const struct list_word *word = lists_words("the body said", &n);
	const struct entity *last = NULL;
	for (unsigned k = 0; k < c->s->entities && c->s->entity[k].end <= it->start; k++)
		if (c->s->entity[k].label == ORGANIZATION)
			last = &c->s->entity[k];
	for (unsigned i = 0; last && i < n; i++)
		if (str_starts(behind, word[i].phrase))
			return last;
	return NULL;
}

/* "Bộ Chính trị có 15 Ủy viên, gồm ...", "Tiểu ban Văn kiện do A làm Trưởng Tiểu ban": the body that the clause speaks of; NULL: none. */
static const struct entity *body_told(const struct clause *c, const struct item *it)
{
	bool is = link_ends_before(c, it->start, "is") || str_starts(str_trim(str_sub(c->s->text, it->end, c->s->text.n)), STR("là "));
	if (!(it->plural || it->appointed || is))
		return NULL;
	size_t from = clause_from(c->s->text, it->start);
	for (unsigned k = 0; k < c->s->entities && c->s->entity[k].start < it->start; k++) {
		const struct entity *o = &c->s->entity[k];
		if (o->label == ORGANIZATION && o->start >= from && o->end < it->start && link_opens(c, o->end, it->plural || (is && !it->appointed)))
			return o;
	}
	return NULL;
}

/* "Chủ tịch UBND tỉnh A và 3 | Phó Chủ tịch: | B, C": the office above, named before in one chain, whose body is the deputy's; NULL: none. */
static const struct entity *deputy_of(const struct clause *c, unsigned i)
{
	struct str bare = c->item[i].e->norm;
	if (!c->item[i].plural || !str_starts(bare, STR("Phó ")))
		return NULL;
	size_t first = str_find(bare, STR(" Thường trực"), 0);
	bare = str_sub(bare, STR("Phó ").n, first < bare.n ? first : bare.n);
	for (unsigned k = i; k-- && c->item[k].link != LINK_OTHER;) {
		const struct entity *e = c->item[k].e;
		if (!c->item[k].person && e->org.n && str_starts(e->norm, bare) && e->norm.n > bare.n && e->norm.p[bare.n] == ' ')
			return e;
	}
	return NULL;
}

/* The body without "Thường trực", which its deputies are not all: "Thường trực UBND tỉnh có 3 Phó Chủ tịch". */
static struct str whole_body(struct str norm)
{
	return str_starts(norm, STR("Thường trực ")) ? str_sub(norm, STR("Thường trực ").n, norm.n) : norm;
}

/* A bare office gets its body. */
static void complete(struct document *d, struct clause *c)
{
	for (unsigned i = 0; i < c->n; i++) {
		struct item *it = &c->item[i];
		if (it->person || it->e->org.n || it->e->unit.n == 0)
			continue;
		const struct entity *body = the_said(c, it), *above = deputy_of(c, i);
		if (!body && !(body = body_told(c, it)) && !above)
			continue;
		struct entity *full = arena_new(d->a, struct entity);
		*full = *it->e;
		full->org = body ? whole_body(body->norm) : above->org;
		full->norm = joined(d, it->e->norm, full->org);
		full->unit = STR("");
		it->e = full;
	}
}

static bool given(const struct clause *c, const struct entity *title)
{
	for (unsigned i = 0; i < c->n; i++)
		for (unsigned k = 0; k < c->item[i].titles; k++)
			if (c->item[i].title[k] == title)
				return true;
	return false;
}

/* "Thượng tá A, Chính ủy; Đại tá B, Chỉ huy trưởng Bộ CHQS tỉnh": officers named together serve in one body. */
static struct str borrow(const struct clause *c, unsigned i, const struct entity *title)
{
	if (title->org.n || !str_eq(title->unit, STR("military")))
		return (struct str){ 0 };
	for (unsigned k = i; k < c->n; k++) {
		if (!c->item[k].person && c->item[k].e->org.n)
			return c->item[k].e->org;
		if (c->item[k].link == LINK_OTHER)
			break;
	}
	for (unsigned k = i; k-- && c->item[k].link != LINK_OTHER;)
		if (!c->item[k].person && c->item[k].e->org.n)
			return c->item[k].e->org;
	return (struct str){ 0 };
}

/* "Tại điểm cầu Lâm Thượng, đồng chí A chủ trì": the connected point of those named behind it. */
static void points(struct document *d, struct clause *c)
{
	struct str text = c->s->text;
	unsigned m = d->meeting_of[c->s - d->s];
	bool asked = m && d->meeting[m - 1].places.n == 0;
	for (unsigned i = 0; i < c->n; i++)
		asked |= c->item[i].who && c->item[i].person;
	size_t at = c->n && asked ? str_find(text, STR("điểm cầu "), 0) : text.n;
	if (at >= text.n)
		return;
	size_t from = at + STR("điểm cầu ").n, end = from, n;
	while (end < text.n && !strchr(",;.:(", text.p[end]))
		end++;
	if (end == from || !vi_is_upper(vi_codepoint(text, from, &n)))
		return;
	for (unsigned k = 0; k < c->n; k++)
		if (c->item[k].start >= from && c->item[k].start < end)
			end = c->item[k].start;
	struct str point = lexicon_canonical(d->lex, d->a, str_trim(str_sub(text, from, end)));
	for (unsigned i = 0; i < c->n; i++)
		if (c->item[i].who && c->item[i].person && c->item[i].start >= end && c->item[i].who->point.n == 0)
			c->item[i].who->point = point;
	if (m && d->meeting[m - 1].places.n == 0)
		list_add(&d->meeting[m - 1].places, lexicon_canonical(d->lex, d->a, str_trim(str_sub(text, at, end))));
}

static bool begins(struct str text, const char *list, const struct list_word **word)
{
	unsigned n;
	const struct list_word *w = lists_words(list, &n);
	while (text.n && strchr("-+* ", text.p[0]))
		text = str_sub(text, 1, text.n);
	for (unsigned i = 0; i < n; i++)
		if (str_starts(text, w[i].phrase) && (text.n == w[i].phrase.n || strchr(" :,(-", text.p[w[i].phrase.n]))) {
			*word = &w[i];
			return true;
		}
	return false;
}

/* "Ông hiện là", "Chức vụ hiện nay:", "Từ 10/2019 đến nay:" before the first office: the person last spoken of has it. */
static bool takes_up(struct clause *c, struct str before, const struct official *last)
{
	const struct list_word *word;
	if (c->s->board == BOARD_NAME_FIRST && line_begins(c->s->text, before.n))
		return true;
	if (str_ends(before, STR(":")))
		return begins(before, "office of a life", &word) || (begins(before, "since in a life", &word) && lists_stands("until now", before));
	if (!begins(before, "takes up a person", &word) || !lists_find("and is", str_trim(str_sub(before, word->phrase.n, before.n))) || clause_career(c))
		return false;
	return !last->honorific.n || !word->value.n || !lists_find("pronoun of one", last->honorific) || str_eq(last->honorific, word->value);
}

static void taken_up(struct document *d, struct clause *c, const struct official *last)
{
	if (!last || !c->n || c->item[0].person || !takes_up(c, str_trim(str_sub(c->s->text, 0, c->item[0].start)), last))
		return;
	struct official *o = names_known(d, last->name);
	for (unsigned k = 0; o && k < c->n && !c->item[k].person; k++) {
		give_position(o, c->s, c->item[k].e, (struct str){ 0 });
		c->item[k].who = o;
		if (c->item[k].link == LINK_OTHER)
			break;
	}
}

/* A line of the list: behind one office, a person begins it. */
static bool list_fits(const struct clause *c, const struct list_head *list)
{
	if (c->n && !c->item[0].person && c->item[0].link == LINK_COLON)   /* "Chánh Văn phòng: ông A" */
		return false;
	return !list->one || (c->n && c->item[0].person && line_begins(c->s->text, c->item[0].start));
}

static void sentence_read(struct document *d, unsigned at, struct list_head *list, const struct official **last)
{
	static struct clause c;
	struct meeting *m = d->meeting_of[at] ? &d->meeting[d->meeting_of[at] - 1] : NULL;
	const struct entity *shared = list->shared;
	clause_read(&c, d, &d->s[at]);
	if (!c.n) {
		list_next(&c, list);
		return;
	}
	complete(d, &c);
	titles_give(&c);
	for (unsigned i = 0; i < c.n; i++) {
		struct item *it = &c.item[i];
		bool goes_on = i && c.item[i - 1].link != LINK_OTHER;
		shared = it->shared ? it->shared : goes_on ? shared : list->shared;
		if (!it->person)
			continue;
		const struct entity *seat = delegation_of(d, &c, it);
		if (seat && it->titles < TITLES_MAX)
			it->title[it->titles++] = seat;
		it->who = person(d, &c, it, shared, (list->titles && list_fits(&c, list)) || c.s->board == BOARD_NAME_FIRST);
		for (unsigned k = 0; it->who && k < list->titles && list_fits(&c, list); k++)
			give_position(it->who, c.s, list->title[k], (struct str){ 0 });
		for (unsigned k = 0; it->who && k < it->titles; k++)
			give_position(it->who, c.s, it->title[k], borrow(&c, i, it->title[k]));
	}
	taken_up(d, &c, *last);
	for (unsigned i = 0; i < c.n; i++)
		if (!c.item[i].person && !c.item[i].who && !given(&c, c.item[i].e))
			c.item[i].who = holder(d, c.item[i].e);
	points(d, &c);
	roles_give(&c, m);
	list_line(&c, list, m);
	list_next(&c, list);
	for (unsigned i = c.n; i--;)    /* the first of the sentence's persons */
		*last = c.item[i].person && c.item[i].who ? c.item[i].who : *last;
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
		for (unsigned k = 0; sentence_has(&d->s[i], PERSON) && k < d->s[i].entities; k++)
			room += d->s[i].entity[k].label == PERSON;
	d->official = arena_room(d->a, (room + 1) * sizeof *d->official);
	d->officials = 0;
	names_clear(d->a);
	struct list_head list = { 0 };
	const struct official *last = NULL;
	for (unsigned i = 0; i < d->n; i++)
		if (zone_tells(&d->s[i]))
			sentence_read(d, i, &list, &last);
	for (unsigned i = 0; i < d->officials; i++) {
		if (d->official[i].roles.n == 0)
			list_add(&d->official[i].roles, STR("mention"));
		official_id(d, &d->official[i]);
	}
}
