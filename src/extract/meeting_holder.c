/* meeting_holder.c - who holds a meeting where no table knows the body: by its first words, or letters alone, up to the verb.
 * "Sáng 5/3, | bệnh viện Mắt B | đã tổ chức", "do | VFF | tổ chức". */
#include "extract/report.h"
#include "vi/lists.h"
#include <stdint.h>

/* A subject may begin at token i: the sentence does, or a comma, "do" or a day stands before it. */
static bool may_begin(const struct report *r, unsigned i)
{
	const struct token *t = r->w->t.t;
	if (i == 0 || r->s->text.p[t[i - 1].start] == ',' || (r->w->link[i - 1].entry && str_eq(r->w->link[i - 1].entry->value, STR("by"))))
		return true;
	for (unsigned k = 0; k < r->s->entities; k++)
		if (r->s->entity[k].label == DATE && r->s->entity[k].end + 1 == t[i].start)
			return true;
	return false;
}

/* The row of the list that the text at byte `at` begins with, in small letters or not; NULL: none. */
static const struct list_word *head_at(struct str text, size_t at)
{
	enum { LONGEST = 40 };
	size_t n;
	if (!vi_is_upper(vi_codepoint(text, at, &n)))
		return lists_starts("heads a holder", str_sub(text, at, text.n));
	struct buf b = { 0 };
	vi_fold(&b, str_sub(text, at, at + LONGEST < text.n ? at + LONGEST : text.n));
	const struct list_word *head = lists_starts("heads a holder", buf_str(&b));
	buf_free(&b);
	return head;
}

/* The verb and what leads to it: "đã", "vừa long trọng", "phối hợp với"; not the "Đồng" of a name. */
static bool leads_to_verb(const struct words *w, unsigned i)
{
	if (w->t.t[i].upper)
		return false;
	static const char *const links[] = { "aux", "light", "lately", "today", "purpose" }, *const words[] = { "cooperate", "organise", "planned" };
	for (size_t k = 0; k < sizeof links / sizeof *links; k++)
		if (w->link[i].entry && str_eq(w->link[i].entry->value, str_c(links[k])))
			return true;
	for (size_t k = 0; k < sizeof words / sizeof *words; k++)
		if (w->word[i].entry && str_eq(w->word[i].entry->value, str_c(words[k])))
			return true;
	return false;
}

/* Something begins at the token that is in no name of a body. */
static bool breaks(const struct report *r, unsigned token)
{
	const struct sentence *s = r->s;
	const struct lexicon_entry *link = r->w->link[token].entry;
	size_t at = r->w->t.t[token].start;
	if (link && (str_eq(link->value, STR("verb")) || str_eq(link->value, STR("clause"))))
		return true;
	for (unsigned i = 0; i < s->entities && s->entity[i].start <= at; i++) {
		const struct entity *e = &s->entity[i];
		if (e->start == at && (e->label == MEETING || e->label == DATE || e->label == HONORIFIC || e->label == POSITION || e->label == COUNT || (e->label == ROLE && !str_eq(e->norm, STR("none")))))
			return true;
	}
	return false;
}

/* "VFF", "ITPC": letters that the tagger knows for nothing else. */
static bool letters(const struct report *r, unsigned i)
{
	const struct token *t = &r->w->t.t[i];
	for (unsigned k = 0; k < r->s->entities; k++)
		if (r->s->entity[k].start <= t->start && t->start < r->s->entity[k].end)
			return false;
	return t->caps && t->end - t->start >= 3 && i + 1 < r->w->t.n && leads_to_verb(r->w, i + 1);
}

/* Token behind the words that a body's name begins with at token i; 0: none begins. */
static unsigned head_end(const struct report *r, unsigned i)
{
	const struct token *t = r->w->t.t;
	for (unsigned k = 0; k < r->s->entities; k++)
		if (r->s->entity[k].label == ORGANIZATION && r->s->entity[k].start == t[i].start)
			return words_token(r->w, r->s->entity[k].end);
	const struct list_word *head = head_at(r->s->text, t[i].start);
	unsigned j = head ? words_token(r->w, t[i].start + head->phrase.n) : 0;
	return head && j < r->w->t.n && (t[j].upper || !head->value.n) ? j : 0;   /* "hội Kiến trúc sư", no "hội ý" */
}

/* "và" or a comma at token i, and a further body behind it. */
static bool goes_on(const struct report *r, unsigned i)
{
	const struct phrase *h = &r->w->link[i];
	bool and = h->entry && str_eq(h->entry->value, STR("and"));
	unsigned next = and ? h->end : i + 1;
	return (and || r->s->text.p[r->w->t.t[i].start] == ',') && next < r->w->t.n && head_end(r, next);
}

/* Token behind the name that begins at token i, which a further body, a parenthesis or the verb follows; 0: it is none. */
static unsigned name_end(const struct report *r, unsigned i, size_t verb)
{
	enum { LONGEST = 16 };
	const struct token *t = r->w->t.t;
	unsigned from = head_end(r, i), j = from;
	if (!from)
		return letters(r, i) ? i + 1 : 0;
	for (; j < r->w->t.n && t[j].start < verb; j++) {
		bool mark = t[j].kind == TOKEN_MARK;
		if (leads_to_verb(r->w, j) || goes_on(r, j) || (mark && r->s->text.p[t[j].start] == '('))
			break;
		if (j - i > LONGEST || breaks(r, j) || (mark && !strchr("-&", r->s->text.p[t[j].start])))
			return 0;
	}
	bool named = j > from || t[i].upper || t[from - 1].upper;   /* more than "trung tâm" */
	return named && (j < r->w->t.n && t[j].start < verb ? true : t[j - 1].end + 1 >= verb) ? j : 0;
}

/* "Cục A | (Bộ B), | Sở C": the token behind the parenthesis that opens at i; i where none does. */
static unsigned behind_aside(const struct report *r, unsigned i)
{
	unsigned j = i;
	if (i >= r->w->t.n || r->s->text.p[r->w->t.t[i].start] != '(')
		return i;
	while (j < r->w->t.n && r->s->text.p[r->w->t.t[j].start] != ')')
		j++;
	return j + 1;
}

/* The list of bodies that begins at token i and ends at the verb; false: none does. */
static bool list_read(const struct document *d, const struct report *r, unsigned i, size_t verb, struct list *found)
{
	const struct token *t = r->w->t.t;
	found->n = 0;
	while (i < r->w->t.n && t[i].start < verb) {
		unsigned end = name_end(r, i, verb);
		if (!end)
			return false;
		list_add(found, vi_capital(d->a, lexicon_canonical(d->lex, d->a, str_sub(r->s->text, t[i].start, t[end - 1].end))));
		if (meeting_joined(r->s, r->w, t[end - 1].end, verb))
			return true;
		end = behind_aside(r, end);
		if (end >= r->w->t.n || !goes_on(r, end))
			return false;
		i = r->w->link[end].entry ? r->w->link[end].end : end + 1;
	}
	return false;
}

size_t meeting_holders(const struct document *d, const struct report *r, size_t from, size_t verb, struct list *found)
{
	for (unsigned i = words_token(r->w, from); i < r->w->t.n && r->w->t.t[i].start < verb; i++)
		if (may_begin(r, i) && list_read(d, r, i, verb, found))
			return r->w->t.t[i].start;
	return SIZE_MAX;
}
