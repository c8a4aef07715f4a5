/* board.c - boards told in lines of their own: "Bí thư Tỉnh ủy: A", "1. Đồng chí B - Trưởng Ban", an office and its holder on two lines.
 * By their looks such lines are teasers to segment, so their zones tell nothing; here a run of lines is a board where its lines hold
 * persons, offices, bodies and nothing else, and at least two persons have their office. Other lines keep their zones. */
#include "extract/board.h"
#include "vi/lists.h"

enum { LONGEST_LINE = 240, TEXT_BYTES = 90 };

static struct tokens cut;

/* Bytes of text behind a field's name: "Chức vụ: Giám đốc" -> 10; 0: it has none. */
static size_t field(struct str text, const char *list)
{
	const struct list_word *w = lists_starts(list, text);
	struct str behind = w ? str_trim(str_sub(text, w->phrase.n, text.n)) : (struct str){ 0 };
	return behind.n && strchr(":|", behind.p[0]) ? (size_t)(behind.p - text.p) + 1 : 0;
}

static const struct entity *covering(const struct sentence *s, size_t at)
{
	for (unsigned k = 0; k < s->entities && s->entity[k].start <= at; k++)
		if (s->entity[k].end > at)
			return &s->entity[k];
	return NULL;
}

/* A word that may stand beside the entities of a board's line: numbers, what links a list, "khóa", "(XVI)". */
static bool is_light(const struct document *d, struct str text, unsigned *i)
{
	const struct token *t = &cut.t[*i];
	struct str word = str_sub(text, t->start, t->end);
	if (t->kind == TOKEN_NUMBER)
		return true;
	if (t->kind == TOKEN_MARK)
		return !strchr("?!\"", word.p[0]) && !str_eq(word, STR("“")) && !str_eq(word, STR("”"));
	bool roman = true;
	for (size_t k = 0; k < word.n; k++)
		roman &= strchr("IVX", word.p[k]) != NULL;
	const struct lexicon_hit *hit = &lexicon_at(d->lex, &cut, *i)[LEX_LINK];
	static const char *const kinds[] = { "and", "kiem", "plural", "term" };
	for (size_t k = 0; hit->entry && k < sizeof kinds / sizeof *kinds; k++)
		if (str_eq(hit->entry->value, str_c(kinds[k]))) {
			*i += hit->n - 1;
			return true;
		}
	return roman || (*i == 0 && word.n == 1 && cut.n > 1 && cut.t[1].kind == TOKEN_MARK);   /* "a) ..." */
}

/* Whether every word of [from, end) is of an entity that a board's line may hold, or light. */
static bool covered(const struct document *d, const struct sentence *s, size_t from)
{
	tokens_cut(&cut, s->text);
	for (unsigned i = 0; i < cut.n; i++) {
		if (cut.t[i].start < from)
			continue;
		const struct entity *e = covering(s, cut.t[i].start);
		if (!e ? !is_light(d, s->text, &i) : e->label == ROLE || e->label == MEETING || e->label == DIRECTIVE)
			return false;
	}
	return true;
}

/* "1. ", "- ", "+ ": the line is an item of a list; a number with a stop is a sentence of its own. */
static bool listed(const struct document *d, const struct sentence *s)
{
	struct str text = s->text, before = s > d->s ? s[-1].text : (struct str){ 0 };
	bool number = before.n && before.n < 4 && before.p[0] >= '0' && before.p[0] <= '9';
	return number || (text.n && (strchr("-+*0123456789", text.p[0]) || str_starts(text, STR("•")) || str_starts(text, STR("–"))));
}

/* Something stands between the line's office and its person. */
static bool parted(const struct sentence *s)
{
	const struct entity *a = NULL;
	for (unsigned k = 0; k < s->entities; k++) {
		const struct entity *b = &s->entity[k];
		if (a && b->label != a->label && b->label <= POSITION && lists_stands("parts a board's line", str_sub(s->text, a->end, b->start)))
			return true;
		a = b->label <= POSITION ? b : a;
	}
	return false;
}

/* "(từ tháng 5/1976 đến năm 1986)", "2010 - nay": how long somebody held the office of the line above. */
static bool is_span(const struct sentence *s)
{
	bool number = false;
	tokens_cut(&cut, s->text);
	for (unsigned i = 0; i < cut.n; i++) {
		const struct entity *e = covering(s, cut.t[i].start);
		number |= cut.t[i].kind == TOKEN_NUMBER;
		if (cut.t[i].kind == TOKEN_WORD && !(e && e->label == DATE) && !lists_find("word of a span", str_sub(s->text, cut.t[i].start, cut.t[i].end)))
			return false;
	}
	return number;
}

enum kind { OTHER, SKIP, FULL, NAME, OFFICE };

static enum kind look(const struct document *d, const struct sentence *s)
{
	struct str text = s->text;
	if (text.n > LONGEST_LINE)
		return OTHER;
	if (field(text, "field of a form") || str_trim(text).n < 4 || is_span(s))
		return SKIP;
	bool person = false, office = false, told = false, imprint = false;
	for (unsigned k = 0; k < s->entities; k++) {
		const struct entity *e = &s->entity[k];
		person |= e->label == PERSON;
		told |= e->label == PERSON && str_starts(e->rule, STR("words:"));
		office |= e->label == POSITION;
		imprint |= e->label == POSITION && lists_find("office of an imprint", str_sub(e->rule, STR("titles:").n, e->rule.n));
	}
	if (told)
		return NAME;
	if (imprint || !covered(d, s, field(text, "office of a life")))
		return OTHER;
	return person && office ? (parted(s) || listed(d, s) ? FULL : OTHER) : person ? NAME : office ? OFFICE : SKIP;
}

/* What is counted of a run of lines. */
struct run { unsigned from, to, held; bool names_first, told, bodies; };

static void count(const struct document *d, const enum kind *kind, struct run *r)
{
	bool office = false, first = true, name = false;
	for (unsigned i = r->from; i < r->to; i++) {
		const struct sentence *s = &d->s[i];
		for (unsigned k = 0; k < s->entities; k++)
			r->bodies |= s->entity[k].label == ORGANIZATION || (s->entity[k].label == POSITION && s->entity[k].org.n);
		if (kind[i] == SKIP)
			continue;
		if (first)
			r->names_first = kind[i] == NAME;
		first = false;
		r->told &= zone_tells(s);
		r->held += kind[i] == FULL || (r->names_first ? kind[i] == OFFICE && name : kind[i] == NAME && office);
		name = kind[i] == NAME;
		office |= kind[i] == OFFICE;
	}
}

/* The line behind i that says something; r->to: none. */
static unsigned next_said(const struct run *r, const enum kind *kind, unsigned i)
{
	do
		i++;
	while (i < r->to && kind[i] == SKIP);
	return i;
}

static void mark(struct document *d, const enum kind *kind, const struct run *r, bool behind_text)
{
	for (unsigned i = r->from; i < r->to; i++) {
		struct sentence *s = &d->s[i];
		bool own = kind[i] != NAME || !behind_text || listed(d, s) || (s->entities && s->entity[0].label == HONORIFIC);
		if (kind[i] == NAME && r->names_first) {
			unsigned next = next_said(r, kind, i);
			own &= next < r->to && kind[next] == OFFICE;
		}
		if (kind[i] != SKIP && own)
			s->board = r->names_first ? BOARD_NAME_FIRST : BOARD_OFFICE_FIRST;
	}
}

/* A line that reads as text. */
static bool is_text(const struct sentence *s) { return (s->zone == ZONE_BODY || s->zone == ZONE_LEAD) && s->text.n > TEXT_BYTES; }

/* An untold line that names a person or an office: a run of a board's lines may lie around it. */
static bool seed(const struct sentence *s)
{
	if (s->text.n > LONGEST_LINE || !s->entities || zone_tells(s))
		return false;
	for (unsigned k = 0; k < s->entities; k++)
		if (s->entity[k].label <= POSITION)
			return true;
	return false;
}

void boards_find(struct document *d)
{
	enum { TWO = 2 };
	enum kind *kind = NULL;
	bool text = false;
	unsigned read = 0;                         /* sentences before it belong to runs already seen */
	for (unsigned i = 0; i < d->n; i++) {
		text |= is_text(&d->s[i]);
		if (i < read || !seed(&d->s[i]))
			continue;
		kind = kind ? kind : arena_room(d->a, d->n * sizeof *kind);
		struct run r = { .from = i + 1, .to = i + 1, .told = true };
		while (r.from > read && (kind[r.from - 1] = look(d, &d->s[r.from - 1])) != OTHER)
			r.from--;
		while (r.from <= i && r.to < d->n && (kind[r.to] = look(d, &d->s[r.to])) != OTHER)
			r.to++;
		read = r.to;
		if (r.from > i)
			continue;
		count(d, kind, &r);
		if (!r.told && r.held >= TWO && (!text || r.bodies))
			mark(d, kind, &r, text);
	}
}
