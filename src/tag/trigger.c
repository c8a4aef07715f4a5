/* trigger.c - looks for the tokens without which no citation pattern matches: "Nghị quyết", "Kết luận", a number behind a type or "số".
 * "Quyết định số: 12" -> numbered; "năm 2019" -> nothing. What the patterns take for blanks or digits beyond ASCII counts as either. */
#include "tag/trigger.h"
#include "base/bytes.h"
#include "tag/spots.h"
#include "vi/known.h"

static struct { unsigned number_word, quyet, nghi, ket; } word;     /* their numbers (known.h) */

void trigger_type(struct str surface)
{
	static struct tokens t;
	if (!word.quyet) {
		word.number_word = known_learn(token_fold(STR("số")));
		word.quyet = known_learn(token_fold(STR("quyết")));
		word.nghi = known_learn(token_fold(STR("nghị")));
		word.ket = known_learn(token_fold(STR("kết")));
		spots_word(STR("quyết"), SIGN_CITES);
		spots_word(STR("luận"), SIGN_CITES);
		spots_word(STR("của"), SIGN_OF);
	}
	tokens_cut(&t, surface);
	if (t.n)
		spots_word(str_sub(surface, t.t[t.n - 1].start, t.t[t.n - 1].end), SIGN_TYPE);
}

/* Whether the token ends with a word of n bytes: the patterns know no apostrophe, and see "Nghị" in "H'Nghị". */
static bool ends_with(const struct tagger *g, unsigned i, size_t n, unsigned number)
{
	struct str s = tag_text(g, i, i + 1);
	return s.n >= n && (s.n == n ? g->t.t[i].number : known_number(token_fold(str_sub(s, s.n - n, s.n)))) == number;
}

static bool is_type(const struct tagger *g, unsigned i)
{
	struct str s = tag_text(g, i, i + 1);
	if (g->t.t[i].signs & SIGN_TYPE)
		return true;
	for (size_t k = 0; k < s.n; k++)                  /* an apostrophe, or a mark that may be one */
		if (s.p[k] == '\'' || s.p[k] == '`' || s.p[k] == (char)0xE2 || s.p[k] == (char)0xC2)
			return true;
	return false;
}

/* The token before i, blanks beyond ASCII and colons passed over; i itself when there is none. */
static unsigned before(const struct tagger *g, unsigned i)
{
	unsigned k = i;
	while (k-- > 0)
		if (g->t.t[k].kind != TOKEN_MARK || (!tag_mark(g, k, ':') && (unsigned char)g->s->text.p[g->t.t[k].start] < 0x80))
			return k;
	return i;
}

/* "Luật Đất đai số | 45/2013/QH13": the name stands between the type and its number. */
static bool of_assembly(const struct tagger *g, unsigned number)
{
	if (number + 4 >= g->t.n || !tag_mark(g, number + 1, '/') || g->t.t[number + 2].kind != TOKEN_NUMBER || !tag_mark(g, number + 3, '/'))
		return false;
	struct str organ = tag_text(g, number + 4, number + 5);
	return str_starts(organ, STR("QH")) || str_starts(organ, STR("UBTVQH"));
}

static bool cited(const struct tagger *g, unsigned number, bool of)
{
	unsigned k = before(g, number), type;
	if (k == number || g->t.t[k].kind != TOKEN_WORD)
		return false;
	if (g->t.t[k].number != word.number_word)
		return is_type(g, k) || ends_with(g, k, STR("số").n, word.number_word);
	type = before(g, k);
	return type != k && (of || is_type(g, type) || of_assembly(g, number));
}

/* A first byte that no Vietnamese letter and no common mark has: a digit of another script, perhaps. */
static bool foreign(const struct tagger *g, unsigned i)
{
	const unsigned char *p = (const unsigned char *)g->s->text.p + g->t.t[i].start;
	return p[0] >= 0xD9 && p[0] != 0xE2 && !(p[0] == 0xE1 && p[1] >= 0xBA);
}

/* The same of sixteen bytes, wherever they stand in their letters; read is one more. */
static bool some_foreign(const char *p)
{
	bytes16 here = bytes_load(p), next = bytes_load(p + 1);
	return bytes_mask(bytes_in(here, 0xD9, 0xFF) & ~bytes_are(here, 0xE2) & ~(bytes_are(here, 0xE1) & bytes_in(next, 0xBA, 0xFF)));
}

static bool text_is_plain(struct str s)
{
	size_t i = 0;
	for (; s.n - i > BYTES; i += BYTES)
		if (some_foreign(s.p + i))
			return false;
	char end[BYTES + 1] = { 0 };
	if (i < s.n)
		memcpy(end, s.p + i, s.n - i);
	return !some_foreign(end);
}

static bool any_foreign(const struct tagger *g)
{
	if (text_is_plain(g->s->text))
		return false;
	for (unsigned i = 0; i < g->t.n; i++)
		if (!(g->t.t[i].signs & (SIGN_NUMBER | SIGN_CITES)) && foreign(g, i))
			return true;
	return false;
}

struct trigger trigger_look(const struct tagger *g)
{
	struct trigger t = { 0 };
	bool of = false;
	for (unsigned i = 0; (i = spots_next(g, i, SPOTS_CITATION)) < g->t.n; i++) {
		if (g->t.t[i].signs & SIGN_NUMBER)
			t.numbered = t.numbered || cited(g, i, of);
		else if (g->t.t[i].signs & SIGN_OF)
			of = true;
		else if (g->t.t[i].number == word.quyet)
			t.congress = t.congress || (i && ends_with(g, i - 1, STR("nghị").n, word.nghi));
		else
			t.plenum = t.plenum || (i && ends_with(g, i - 1, STR("kết").n, word.ket));
	}
	t.plenum = t.plenum || t.congress;
	t.numbered = t.numbered || (g->any >> SPOTS_COUNT & 1 && any_foreign(g));
	return t;
}
