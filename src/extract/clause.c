/* clause.c - reads the persons and titles of a sentence and the links between them. The words that link are rows of lexicon/links.csv. */
#include "extract/clause.h"
#include "vi/lists.h"

static struct tokens cut;   /* scratch, reused */

struct str_kind { struct str kind; unsigned end; };

static struct str_kind link_word(const struct clause *c, unsigned i)
{
	const struct lexicon_hit *hit = lexicon_at(c->d->lex, &cut, i);
	if (hit[LEX_LINK].entry)
		return (struct str_kind){ hit[LEX_LINK].entry->value, i + hit[LEX_LINK].n };
	if (hit[LEX_HONORIFIC].entry)
		return (struct str_kind){ STR("honorific"), i + hit[LEX_HONORIFIC].n };
	return (struct str_kind){ STR(""), i + 1 };
}

static char mark(struct str text, const struct token *t)
{
	char c = text.p[t->start];
	if (t->end - t->start == 3 && memcmp(text.p + t->start, "\xE2\x80", 2) == 0)
		return (unsigned char)text.p[t->start + 2] >= 0x90 && (unsigned char)text.p[t->start + 2] <= 0x95 ? '-' : '"';   /* dashes, else quotes */
	return c;
}

/* Token behind the ")" that closes the "(" at i; i + 1 if none does. */
static unsigned closed(struct str text, unsigned i)
{
	for (unsigned j = i + 1; j < cut.n; j++)
		if (text.p[cut.t[j].start] == ')')
			return j + 1;
	return i + 1;
}

/* Token behind the quotation mark that closes the one at i; i + 1 if none does. */
static unsigned quoted(struct str text, unsigned i)
{
	for (unsigned j = i + 1; j < cut.n; j++)
		if (cut.t[j].kind == TOKEN_MARK && mark(text, &cut.t[j]) == '"')
			return j + 1;
	return i + 1;
}

static enum link mark_link(char c)
{
	switch (c) {
	case '"': case '*': return LINK_TIGHT;
	case '-': return LINK_DASH;
	case ',': case '(': case ')': case '/': case '|': return LINK_COMMA;
	case ';': case '+': return LINK_SEMI;
	case ':': return LINK_COLON;
	default: return LINK_OTHER;
	}
}

static enum link word_link(struct str kind)
{
	static const struct { const char *kind; enum link link; } kinds[] = {
		{ "tight", LINK_TIGHT }, { "is", LINK_TIGHT }, { "plural", LINK_TIGHT }, { "term", LINK_TIGHT }, { "against", LINK_TIGHT }, { "honorific", LINK_TIGHT }, { "kiem", LINK_KIEM }, { "and", LINK_AND }, { "colon", LINK_COLON }, { "has", LINK_COLON },
	};
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (str_eq(kind, str_c(kinds[i].kind)))
			return kinds[i].link;
	return LINK_OTHER;
}

enum link link_between(const struct clause *c, size_t from, size_t to)
{
	enum link l = LINK_TIGHT;
	struct str text = to > from ? str_sub(c->s->text, from, to) : (struct str){ "", 0 };
	if (!str_trim(text).n)
		return l;
	tokens_cut(&cut, text);
	for (unsigned i = 0; i < cut.n && l != LINK_OTHER;) {
		enum link now;
		if (cut.t[i].kind == TOKEN_MARK) {
			char m = mark(text, &cut.t[i]);
			now = m == '.' && cut.n == 1 ? LINK_TIGHT : mark_link(m);
			unsigned next = m == '(' ? closed(text, i) : i + 1;
			if (next > i + 1)
				now = LINK_TIGHT;
			i = next;
		} else if (cut.t[i].kind == TOKEN_NUMBER) {
			now = LINK_TIGHT;
			i++;
		} else {
			struct str_kind w = link_word(c, i);
			now = w.end == cut.n && str_eq(w.kind, STR("company")) ? LINK_AND : word_link(w.kind);   /* "A cùng các | Phó Chủ tịch" */
			i = w.end;
		}
		l = now > l ? now : l;
	}
	return l;
}

/* End of the organisation, place or day that starts at byte `at`; `at` if none does. */
static size_t body_at(const struct clause *c, size_t at)
{
	for (unsigned k = 0; k < c->s->entities && c->s->entity[k].start <= at; k++)
		if (c->s->entity[k].start == at && (c->s->entity[k].label == ORGANIZATION || c->s->entity[k].label == PLACE || c->s->entity[k].label == DATE))
			return c->s->entity[k].end;
	return at;
}

static bool names_body(const struct clause *c, size_t at)
{
	for (unsigned k = 0; k < c->s->entities && c->s->entity[k].start <= at; k++)
		if (c->s->entity[k].start == at && c->s->entity[k].label == ORGANIZATION)
			return !str_starts(c->s->entity[k].norm, STR("Đoàn đại biểu Quốc hội "));   /* "ông A, đoàn ĐBQH tỉnh B đề nghị": his */
	return false;
}

bool link_is_light(const struct clause *c, size_t from, size_t to)
{
	if (to <= from)
		return true;
	struct str text = str_sub(c->s->text, from, to);
	tokens_cut(&cut, text);
	for (unsigned i = 0; i < cut.n;) {
		size_t body = body_at(c, from + cut.t[i].start);
		if (body > from + cut.t[i].start) {
			bool behind_comma = i && mark(text, &cut.t[i - 1]) == ',' && names_body(c, from + cut.t[i].start);
			while (i < cut.n && from + cut.t[i].start < body)
				i++;
			if (behind_comma && i == cut.n)   /* "đối với ông A, Ủy ban Kiểm tra kết luận": the verb is the body's */
				return false;
			continue;
		}
		if (cut.t[i].kind == TOKEN_MARK) {
			char m = mark(text, &cut.t[i]);
			if (strchr(",;", m) && i + 1 < cut.n && (str_eq(link_word(c, i + 1).kind, STR("group")) || str_eq(link_word(c, i + 1).kind, STR("company"))))
				return to - from < 300;           /* "A, Bí thư; lãnh đạo các ban, ngành tham dự" */
			if (!strchr(",()\"-", m))
				return false;
			i = m == '(' ? closed(text, i) : m == '"' ? quoted(text, i) : i + 1;
			continue;
		}
		struct str_kind w = link_word(c, i);
		if (str_eq(w.kind, STR("company")))   /* "A và đại diện các sở, ban, ngành phát biểu" */
			return to - from < 200;
		if (!str_eq(w.kind, STR("light")) && !str_eq(w.kind, STR("has")) && !str_eq(w.kind, STR("meets")) && !str_eq(w.kind, STR("aux")) && !str_eq(w.kind, STR("lately")) && !str_eq(w.kind, STR("today")))
			return false;
		i = w.end;
	}
	return true;
}

bool link_opens(const struct clause *c, size_t at, bool has)
{
	size_t to = at + 40 < c->s->text.n ? at + 40 : c->s->text.n;
	while (to < c->s->text.n && (c->s->text.p[to] & 0xC0) == 0x80)
		to++;
	tokens_cut(&cut, str_sub(c->s->text, at, to));
	for (unsigned i = 0; i < cut.n && i < 4; i++) {
		struct str_kind w = link_word(c, i);
		if (str_eq(w.kind, STR("has")) || (!has && str_eq(w.kind, STR("by"))))
			return true;
		if (w.kind.n && !str_eq(w.kind, STR("is")) && !str_eq(w.kind, STR("light")) && !str_eq(w.kind, STR("term")))
			return false;
	}
	return false;
}

bool link_is_tail(const struct clause *c, size_t from, size_t to, bool commas)
{
	if (to <= from || to - from > 72)
		return false;
	for (unsigned k = 0; k < c->s->entities; k++)
		if ((c->s->entity[k].label == ROLE || (c->s->entity[k].label == MEETING && !commas)) && c->s->entity[k].start < to && c->s->entity[k].end > from)
			return false;
	struct str text = str_sub(c->s->text, from, to);
	tokens_cut(&cut, text);
	for (unsigned i = 0; i < cut.n; i++) {
		struct str_kind w = link_word(c, i);
		if (cut.t[i].kind == TOKEN_MARK ? !strchr(commas ? ",-" : "-", mark(text, &cut.t[i])) : w.kind.n && !(commas && (str_eq(w.kind, STR("light")) || str_eq(w.kind, STR("aux")))))
			return false;
	}
	return true;
}

/* The kinds of phrases that end right before a byte: of the one asked for last, as it is mostly asked for again. */
static struct { const struct sentence *s; size_t at; struct str kind[48]; unsigned n; } ending;

/* Byte where the n-th word before byte `at` begins, or `from`. */
static size_t words_back(struct str text, size_t from, size_t at, unsigned n)
{
	for (; n && at > from; n--) {
		while (at > from && text.p[at - 1] == ' ')
			at--;
		while (at > from && text.p[at - 1] != ' ')
			at--;
	}
	return at;
}

/* How many tokens a link or an honorific may have that ends with the last token cut. */
static unsigned longest_ending(const struct clause *c)
{
	unsigned link = cut.n ? lexicon_longest(c->d->lex, &cut.t[cut.n - 1], LEX_LINK) : 0;
	unsigned honorific = cut.n ? lexicon_longest(c->d->lex, &cut.t[cut.n - 1], LEX_HONORIFIC) : 0;
	return link > honorific ? link : honorific;
}

/* "Lưu Văn Bản | chủ trì", "Trần Thị Năm | phát biểu": the last word before `at` is of a name. */
static bool name_ends(const struct clause *c, size_t at)
{
	size_t end = str_trim(str_sub(c->s->text, 0, at)).n;
	for (unsigned k = 0; k < c->s->entities && c->s->entity[k].start < end; k++)
		if (c->s->entity[k].label == PERSON && c->s->entity[k].end >= end)
			return true;
	return false;
}

static void ending_read(const struct clause *c, size_t at)
{
	struct str text = c->s->text;
	size_t from = at > 48 ? at - 48 : 0;
	while (from && (text.p[from] & 0xC0) == 0x80)
		from--;
	ending.s = c->s;
	ending.at = at;
	ending.n = 0;
	tokens_cut(&cut, str_sub(text, words_back(text, from, at, 1), at));
	unsigned longest = longest_ending(c);
	if (!longest || name_ends(c, at))
		return;
	if (longest > 1)
		tokens_cut(&cut, str_sub(text, words_back(text, from, at, longest), at));
	for (unsigned i = 0; i < cut.n; i++) {
		struct str_kind w = link_word(c, i);
		if (w.kind.n && w.end == cut.n && ending.n < sizeof ending.kind / sizeof *ending.kind)
			ending.kind[ending.n++] = w.kind;
	}
}

bool link_ends_before(const struct clause *c, size_t at, const char *kind)
{
	if (ending.s != c->s || ending.at != at)
		ending_read(c, at);
	for (unsigned i = 0; i < ending.n; i++)
		if (str_eq(ending.kind[i], str_c(kind)))
			return true;
	return false;
}

static bool number_before(const struct clause *c, size_t at)
{
	struct str head = str_trim(str_sub(c->s->text, 0, at));
	return head.n && head.p[head.n - 1] >= '0' && head.p[head.n - 1] <= '9' && (head.n < 3 || head.p[head.n - 3] == ' ' || head.p[head.n - 2] == ' ');
}

/* "Từ tháng 8/2016 đến ...", "từng giữ chức ...": offices of the past. */
static bool tells_career(const struct clause *c)
{
	for (unsigned k = 0; k < c->s->entities; k++)   /* "Tháng 3/2020, ông A ..." */
		if (c->s->entity[k].label == DATE && c->s->entity[k].start < 12 && c->s->entity[k].norm.n < 10 && c->s->entity[k].norm.p[0] != 'X')
			return true;
	tokens_cut(&cut, c->s->text);
	for (unsigned i = 0; i < cut.n; i++) {
		const struct lexicon_hit *link = &lexicon_at(c->d->lex, &cut, i)[LEX_LINK];
		if ((link->first == 'c' && str_eq(link->entry->value, STR("career"))) || (i == 0 && link->first == 's' && str_eq(link->entry->value, STR("since"))))
			return true;
	}
	return false;
}

bool clause_career(struct clause *c)
{
	if (c->career == CAREER_UNREAD)
		c->career = c->titles && tells_career(c) ? CAREER : CAREER_NONE;
	return c->career == CAREER;
}

struct honorifics { const struct entity *last; size_t start, end; bool plural; };

static void honorific(struct clause *c, struct honorifics *h, const struct entity *e)
{
	if (!h->last || link_between(c, h->end, e->start) > LINK_COMMA)
		*h = (struct honorifics){ .start = e->start };
	h->last = e;
	h->end = e->end;
	tokens_cut(&cut, str_sub(c->s->text, e->start, e->end));
	bool many = cut.n && (cut.t[0].kind == TOKEN_NUMBER || str_eq(link_word(c, 0).kind, STR("plural")));   /* "các đồng chí", "hai ông" */
	h->plural |= many || link_ends_before(c, e->start, "plural");
}

/* "Tướng | Mỹ | Joseph Harlan": nothing but a country. */
static bool only_land(const struct clause *c, size_t from, size_t to)
{
	struct str between = str_trim(str_sub(c->s->text, from, to));
	tokens_cut(&cut, between);
	if (!cut.n || !cut.t[0].upper)
		return false;
	const struct lexicon_hit *place = &lexicon_at(c->d->lex, &cut, 0)[LEX_PLACE];
	return place->n == cut.n && (str_eq(place->entry->kind, STR("country")) || str_eq(place->entry->kind, STR("foreign")));
}

static void add(struct clause *c, const struct entity *e, struct honorifics *h)
{
	struct item *it = &c->item[c->n++];
	*it = (struct item){ .e = e, .start = e->start, .end = e->end, .person = e->label == PERSON, .link = LINK_OTHER };
	if (h->last && (link_between(c, h->end, e->start) == LINK_TIGHT || (e->label == PERSON && only_land(c, h->end, e->start)))) {
		it->honorific = h->last;
		it->start = h->start;
		it->plural = h->plural;
	} else if (h->last && h->plural && link_between(c, h->end, e->start) <= LINK_COLON) {
		it->plural = true;
	}
	it->shared = it->plural ? h->last : NULL;
	if (!it->person) {
		it->plural |= link_ends_before(c, e->start, "plural") || number_before(c, it->start);
		it->appointed = link_ends_before(c, it->start, "appoint") || lists_ends("wins an office", str_trim(str_sub(c->s->text, 0, it->start)));   /* "A tái đắc cử | Bí thư" */
	}
	h->last = NULL;
}

/* "... của hai nhà lãnh đạo", Bộ trưởng A nói: speech ends between them. */
static bool speech_ends(const struct clause *c, const struct item *a, const struct item *b)
{
	static const char *const marks[] = { "\"", "”", "“" };
	struct str between = str_trim(str_sub(c->s->text, a->end, b->start)), own = str_sub(c->s->text, a->start, a->end);
	size_t mark = str_starts(between, str_c(marks[0])) ? 1 : str_starts(between, str_c(marks[1])) ? str_c(marks[1]).n : 0;
	if (!mark || !str_starts(str_trim(str_sub(between, mark, between.n)), STR(",")))
		return false;
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (str_find(own, str_c(marks[i]), 0) < own.n)
			return false;
	return true;
}

/* "ông A", "bà B": an honorific that is no rank or degree; none stands between an office and its holder. */
static bool plainly(const struct item *person)
{
	size_t n;
	return person->honorific && person->honorific->norm.n && !vi_is_upper(vi_codepoint(person->honorific->norm, 0, &n));
}

void clause_read(struct clause *c, const struct document *d, const struct sentence *s)
{
	ending.s = NULL;
	struct honorifics h = { 0 };
	c->d = d;
	c->s = s;
	c->n = 0;
	c->titles = false;
	c->career = CAREER_UNREAD;
	if (!sentence_has(s, PERSON) && !sentence_has(s, POSITION))
		return;
	for (unsigned k = 0; k < s->entities && c->n < ITEMS_MAX; k++) {
		const struct entity *e = &s->entity[k];
		c->titles |= e->label == POSITION;
		if (e->label == HONORIFIC)
			honorific(c, &h, e);
		else if (e->label == PERSON || e->label == POSITION)
			add(c, e, &h);
	}
	for (unsigned i = 0; i + 1 < c->n; i++) {
		struct item *a = &c->item[i], *b = &c->item[i + 1];
		a->link = b->appointed || speech_ends(c, a, b) ? LINK_OTHER : link_between(c, a->end, b->start);
		if (!a->person && !b->person && link_ends_before(c, a->start, "behalf"))   /* "Thừa ủy quyền của Thủ tướng, Bộ trưởng A" */
			a->link = LINK_OTHER;
		if (a->link == LINK_OTHER && !a->person && b->person && !plainly(b) && link_is_tail(c, a->end, b->start, false))   /* the end of a long title, then its holder */
			a->link = LINK_TIGHT;
	}
	for (unsigned i = 0; i + 1 < c->n; i++)   /* "Tháng 10/1990, ông A là Phó Giám đốc B": was */
		if (c->item[i].person && !c->item[i + 1].person && link_ends_before(c, c->item[i + 1].start, "is") && clause_career(c) && !lists_stands("until now", s->text))
			c->item[i].link = LINK_OTHER;
}
