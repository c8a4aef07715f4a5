/* tag.c - the driver of tag-entities for one sentence, and what its passes share.
 * In: a sentence without entities. Out: the same with s->entity, sorted. Zones without content (boilerplate) are left untagged, but for
 * lines as short as those of a list of persons. */
#include "tag/tag.h"
#include "base/diag.h"
#include "tag/directives.h"
#include "tag/spots.h"
#include <stdlib.h>

enum { BOARD_LINE = 160 };   /* bytes: "- Đồng chí A - Phó Bí thư, Chủ tịch UBND tỉnh" */

struct str tag_text(const struct tagger *g, unsigned from, unsigned to)
{
	return from < to ? str_sub(g->s->text, g->t.t[from].start, g->t.t[to - 1].end) : (struct str){ 0 };
}

/* The run of tokens without letters in brackets: "Hội Luật gia (HLG) tỉnh Phú Thọ". */
static struct str without_letters(const struct tagger *g, unsigned from, unsigned to)
{
	for (unsigned i = from + 1; i + 3 < to; i++)
		if (tag_mark(g, i, '(') && g->t.t[i + 1].caps && tag_mark(g, i + 2, ')')) {
			struct buf b = { 0 };
			buf_add(&b, tag_text(g, from, i));
			buf_char(&b, ' ');
			buf_add(&b, tag_text(g, i + 3, to));
			struct str text = arena_dup(g->a, buf_str(&b));
			buf_free(&b);
			return text;
		}
	return (struct str){ 0 };
}

/* Whether that text is its own long form, as most are: no abbreviation, no tone to mend, single blanks. */
static bool is_canonical(const struct tagger *g, unsigned from, unsigned to)
{
	for (unsigned i = from; i < to; i++) {
		const struct token *t = &g->t.t[i];
		size_t gap = i > from ? t->start - g->t.t[i - 1].end : 0;
		if (t->mended || g->hit[i][LEX_ABBREVIATION].entry || gap > 1 || (gap && g->s->text.p[t->start - 1] != ' ') || tag_mark(g, i, '('))
			return false;
	}
	return true;
}

struct str tag_canonical(const struct tagger *g, unsigned from, unsigned to)
{
	if (is_canonical(g, from, to))
		return tag_text(g, from, to);
	struct str text = without_letters(g, from, to);
	if (text.n)
		return lexicon_canonical(g->lex, g->a, text);
	struct tokens run = { .t = g->t.t + from, .n = from < to ? to - from : 0 };
	return lexicon_long_form(g->lex, g->a, g->s->text, &run);
}

struct entity *tag_add(struct tagger *g, enum label label, unsigned from, unsigned to, struct str norm, struct str rule)
{
	static struct entity spare;
	if (g->n == g->cap)
		return &spare;
	g->span[g->n] = (struct span){ from, to };
	struct entity *e = &g->s->entity[g->n++];
	e->label = label;
	e->start = g->t.t[from].start;
	e->end = g->t.t[to - 1].end;
	e->norm = norm;
	e->rule = rule;
	entity_plain(e);
	return e;
}

bool tag_long_dash(const struct tagger *g, unsigned i)
{
	struct str s = tag_text(g, i, i + 1);
	return s.n == 3 && memcmp(s.p, "\xE2\x80", 2) == 0 && (s.p[2] == '\x93' || s.p[2] == '\x94');
}

unsigned tag_token_at(const struct tagger *g, size_t byte)
{
	unsigned low = 0, high = g->t.n;
	while (low < high) {
		unsigned middle = low + (high - low) / 2;
		if (g->t.t[middle].start < byte)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static int by_start(const void *x, const void *y)
{
	const struct entity *a = x, *b = y;
	if (a->start != b->start)
		return a->start < b->start ? -1 : 1;
	if (a->end != b->end)
		return a->end > b->end ? -1 : 1;
	return (int)a->label - (int)b->label;
}

/* Stable. The passes leave few entities, and runs of them in order. */
static void sort(struct entity *e, unsigned n)
{
	enum { FEW = 24 };
	if (n > FEW) {
		qsort(e, n, sizeof *e, by_start);
		return;
	}
	for (unsigned i = 1; i < n; i++) {
		unsigned to = i;
		while (to && by_start(&e[to - 1], &e[i]) > 0)
			to--;
		if (to == i)
			continue;
		struct entity now = e[i];
		memmove(e + to + 1, e + to, (i - to) * sizeof *e);
		e[to] = now;
	}
}

/* Room for a row of hits and an entity a token. It is not cleared: what is not used is never touched. */
static void make_room(struct tagger *g)
{
	g->cap = g->t.n + 8;
	if (g->room_cap < g->cap) {
		g->room_cap = g->cap * 2;
		free(g->hit);
		free(g->spot);
		free(g->room);
		free(g->span);
		g->hit = malloc(g->room_cap * sizeof *g->hit);
		g->spot = calloc(g->room_cap + BYTES, 1);
		g->room = malloc(g->room_cap * sizeof *g->room);
		g->span = malloc(g->room_cap * sizeof *g->span);
		if (!g->hit || !g->spot || !g->room || !g->span)
			diag_fatal("out of memory");
	}
}

/* The tokens of the citations, which have grown while they were read. */
static void mark_taken(struct tagger *g)
{
	for (unsigned k = 0; k < g->n; k++) {
		const struct entity *e = &g->s->entity[k];
		unsigned from = tag_token_at(g, e->start), i = from;
		for (; i < g->t.n && g->t.t[i].end <= e->end; i++)
			g->taken[i] = true, spots_drop(g, i);
		g->span[k] = (struct span){ from, tag_token_at(g, e->end) };
	}
}

void tag_load(struct lexicon *lex)
{
	directives_load(lex);
	dates_load();
	bodies_load();
	spots_load(lex);
}

void tag_sentence(struct tagger *g, struct sentence *s)
{
	g->s = s;
	g->n = 0;
	s->entities = 0;
	if (s->zone == ZONE_BOILERPLATE && s->text.n > BOARD_LINE)
		return;
	tokens_cut(&g->t, s->text);
	make_room(g);
	s->entity = g->room;
	spots_find(g);
	g->taken = arena_alloc(g->a, g->t.n + 1);   /* body_end asks for it while citations are read */
	tag_directives(g);
	mark_taken(g);
	tag_dates(g);
	tag_bodies(g);
	tag_persons(g);
	tag_others(g);
	s->entities = g->n;
	sort(s->entity, s->entities);
}
