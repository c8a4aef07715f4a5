/* others.c - MEETING heads, ROLE triggers and COUNTs: phrases of meetings.csv and roles.csv, numbers before a unit of words.csv.
 * "gần 900 đại biểu" -> COUNT norm 900, qualifier gần, unit people. */
#include "tag/tag.h"

static bool thousands(const struct tagger *g, unsigned j)
{
	return tag_mark(g, j, '.') && j + 1 < g->t.n && g->t.t[j].glued && g->t.t[j + 1].kind == TOKEN_NUMBER && g->t.t[j + 1].glued && g->t.t[j + 1].end - g->t.t[j + 1].start == 3;
}

static unsigned add_count(struct tagger *g, unsigned i)
{
	unsigned j = i + 1;
	struct str digits = tag_text(g, i, i + 1);
	if (thousands(g, j)) {         /* "1.280.000" */
		struct buf b = { 0 };
		buf_add(&b, digits);
		for (; thousands(g, j); j += 2)
			buf_add(&b, tag_text(g, j + 1, j + 2));
		digits = arena_dup(g->a, buf_str(&b));
		buf_free(&b);
	}
	bool part = i >= 2 && g->t.t[i].glued && g->t.t[i - 1].glued && g->t.t[i - 2].kind == TOKEN_NUMBER;   /* the tail of a longer number */
	if (part || !tag_word(g, j, "unit:"))
		return i;
	const struct lexicon_entry *u = g->hit[j][LEX_WORD].entry;
	struct entity *e = tag_add(g, COUNT, i, g->hit[j][LEX_WORD].end, digits, u->rule);
	e->unit = str_sub(u->value, 5, u->value.n);
	if (i && tag_word(g, i - 1, "qualifier"))
		e->qualifier = g->hit[i - 1][LEX_WORD].entry->surface;
	return g->hit[j][LEX_WORD].end;
}

static void heads(struct tagger *g, enum lexicon_class cls, enum label label)
{
	for (unsigned i = 0; i < g->t.n;) {
		const struct lexicon_entry *e = g->hit[i][cls].entry;
		if (!e || g->taken[i]) { i++; continue; }
		struct entity *made = tag_add(g, label, i, g->hit[i][cls].end, e->value, e->rule);
		made->unit = e->kind;
		i = g->hit[i][cls].end;
	}
}

void tag_others(struct tagger *g)
{
	heads(g, LEX_MEETING, MEETING);
	heads(g, LEX_ROLE, ROLE);
	for (unsigned i = 0; i < g->t.n; i++)
		if (g->t.t[i].kind == TOKEN_NUMBER && !g->taken[i]) {
			unsigned j = add_count(g, i);
			if (j > i)
				i = j - 1;
		}
}
