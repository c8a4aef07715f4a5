/* foreign.c - words that no Vietnamese syllable is spelt like, and the names of persons made of them.
 * "Tổng thống Nga | Vladimir Putin |", "Thái tử | Mohammed bin Salman |", "Thủ tướng | Annegret Kramp-Karrenbauer |": behind an office that
 * has a country, or where one word is foreign, a run of capitals is a name; small words of lists.csv and hyphens may stand in it. */
#include "tag/tag.h"
#include "vi/lists.h"

enum { MOST_WORDS = 6 };

static bool ascii(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] >= 0x80)
			return false;
	return s.n > 0;
}

/* Behind the word at j - 1 and a hyphen: "-in" of "Moon Jae-in", also with blanks where one of both or a word before is foreign, "- Assad" of
 * "al - Assad", "- Claude" of "Jean - Claude Juncker"; j if none. */
static unsigned hyphen_end(const struct tagger *g, unsigned j, bool alien)
{
	if (!tag_mark(g, j, '-') || tag_long_dash(g, j) || j + 1 >= g->t.n || g->t.t[j + 1].kind != TOKEN_WORD)
		return j;
	bool tight = g->t.t[j].glued && g->t.t[j + 1].glued, small = !g->t.t[j + 1].upper;
	if (tight || (!small && (!g->t.t[j - 1].upper || lists_find("first of a double name", tag_text(g, j - 1, j)))))
		return j + 2;
	if (g->hit[j + 1][LEX_TITLE].entry || g->hit[j + 1][LEX_WORD].entry || !ascii(tag_text(g, j + 1, j + 2)))
		return j;
	return small && g->t.t[j + 1].end - g->t.t[j + 1].start <= 5 && (alien || tag_foreign(g, j - 1) || tag_foreign(g, j + 1)) ? j + 2 : j;
}

/* A small word within a name: "bin Salman", "van der Bellen". */
static bool particle(const struct tagger *g, unsigned j)
{
	if (g->t.t[j].upper || !lists_find("within a foreign name", tag_text(g, j, j + 1)))
		return false;
	if (tag_mark(g, j + 1, '-') && !tag_long_dash(g, j + 1))   /* "Bashar al-Assad" */
		return j + 2 < g->t.n && g->t.t[j + 2].kind == TOKEN_WORD && g->t.t[j + 2].upper && !g->hit[j + 2][LEX_TITLE].entry;
	return j + 1 < g->t.n && g->t.t[j + 1].kind == TOKEN_WORD && (g->t.t[j + 1].upper || (j + 2 < g->t.n && g->t.t[j + 2].upper && lists_find("within a foreign name", tag_text(g, j + 1, j + 2))));
}

static bool in_name(const struct tagger *g, unsigned i, unsigned j, const bool *in)
{
	if (j >= g->t.n || in[j] || g->t.t[j].kind != TOKEN_WORD)
		return false;
	if (!g->t.t[j].upper)
		return j > i && particle(g, j);
	return j == i || !((g->hit[j][LEX_TITLE].entry && !tag_foreign(g, j)) || tag_end(g, j, LEX_BODY) > j + 1 || g->hit[j][LEX_MEETING].entry);
}

unsigned foreign_name_end(const struct tagger *g, unsigned i, const bool *in, bool abroad, bool *alien)
{
	unsigned j = i;
	*alien = false;
	for (unsigned words = 0; words < MOST_WORDS && in_name(g, i, j, in); words++) {
		*alien |= tag_foreign(g, j);
		for (unsigned k; (k = hyphen_end(g, j + 1, abroad || *alien)) > j + 1; j = k - 1)
			*alien |= tag_foreign(g, k - 1) || !g->t.t[k - 1].upper;
		j++;
		if (j + 1 < g->t.n && g->t.t[j - 1].end - g->t.t[j - 1].start == 1 && tag_mark(g, j, '.') && g->t.t[j].glued && in_name(g, i, j + 1, in))
			j++;                               /* "Donald J. Trump" */
	}
	return j;
}
