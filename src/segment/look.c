/* look.c - "Tin, ảnh: Vi Hạnh" -> a by-line that ends in a letter, starts with a capital; what noise.csv says goes before shape. */
#include "segment/look.h"
#include "base/bytes.h"
#include "vi/token.h"

const char *const look_kinds[] = { "none", "boilerplate", "head", "foot", "related", "caption", "byline", "source", "stamp", "name", "doubled", "entry", "lead",
				     "text", "text without stop", "sentence", "colon", "cut", "headline", "few words", "other", NULL };
const char *const look_ends[] = { "none", "stop", "dots", "question", "colon", "quote", "bracket", "digit", "other", NULL };
const char *const look_starts[] = { "none", "hash", "capital", "digit", "quote", "dash", "small", "other", "number", NULL };
const char *const look_capitals[] = { "none", "first", "some", "half", "most", "all", NULL };
const char *const look_insides[] = { "none", "colon", "photo", "quote", "stop", NULL };
const char *const look_glues[] = { "line", "stop", "small", "digit", "capital", "bracket", "quote", "dots", "other", "word", "phrase", NULL };

/* Zones of noise.csv are kinds; one that is not (dateline) is a stamp. */
static int zone_kind(const char *zone)
{
	for (int i = 0; look_kinds[i]; i++)
		if (strcmp(look_kinds[i], zone) == 0)
			return i;
	return -1;
}

unsigned look_at_kind(const struct line *l, struct str s)
{
	if (l->n == 0)
		return KIND_NONE;
	if (l->noise.zone) {
		int z = zone_kind(l->noise.zone);
		if (z == KIND_BOILERPLATE && l->noise.cue)
			return l->noise.cue == CUE_HEAD ? KIND_HEAD : KIND_FOOT;
		return z < 0 ? KIND_STAMP : (unsigned)z;
	}
	if (l->shape & (LINE_DOUBLED | LINE_ENTRY))
		return l->shape & LINE_DOUBLED ? KIND_DOUBLED : KIND_ENTRY;
	if (l->shape & LINE_STAMP)
		return KIND_STAMP;
	if (l->shape & LINE_LEAD && l->words > 12)
		return KIND_LEAD;
	char last = s.p[s.n - 1];
	if (str_ends(s, STR("...")) || str_ends(s, STR("…")))
		return KIND_CUT;
	if (last == ':' || last == ',' || last == ';')
		return KIND_COLON;
	bool stop = last == '.' || last == '"' || last == '!' || str_ends(s, STR("”")) || str_ends(s, STR("./"));
	if (l->shape & LINE_BYLINE && l->words >= 2 && !stop)
		return KIND_NAME;
	if (stop && l->words >= 4)
		return l->words >= 25 ? KIND_TEXT : KIND_SENTENCE;
	if (l->words >= 4)
		return l->words > 30 ? KIND_OPEN_TEXT : l->shape & LINE_HEADLINE ? KIND_HEADLINE : KIND_OTHER;
	return KIND_FEW;
}

/* "*Theo báo An Phú.*": marks of stress are no end. */
static struct str unstressed(struct str s)
{
	size_t n = s.n;
	while (n && s.p[n - 1] == '*')
		n--;
	return n ? str_sub(s, 0, n) : s;
}

unsigned look_at_end(struct str s)
{
	enum { NONE, STOP, DOTS, QUESTION, COLON, QUOTE, BRACKET, DIGIT, OTHER };
	if (s.n == 0)
		return NONE;
	s = unstressed(s);
	if (str_ends(s, STR("...")) || str_ends(s, STR("…")))
		return DOTS;
	char c = s.p[s.n - 1];
	if (c == '.' || str_ends(s, STR("./")))
		return STOP;
	if (c == '?' || c == '!')
		return QUESTION;
	if (c == ':' || c == ',' || c == ';')
		return COLON;
	if (c == '"' || c == '\'' || str_ends(s, STR("”")) || str_ends(s, STR("’")))
		return QUOTE;
	return c == ')' || c == ']' ? BRACKET : c >= '0' && c <= '9' ? DIGIT : OTHER;
}

unsigned look_at_start(struct str s)
{
	enum { NONE, HASH, CAPITAL, DIGIT, QUOTE, DASH, SMALL, OTHER, NUMBER };
	size_t len, i = 0;
	if (s.n == 0)
		return NONE;
	unsigned c = vi_codepoint(s, 0, &len);
	if (c == '#')
		return HASH;
	while (i < s.n && s.p[i] >= '0' && s.p[i] <= '9')
		i++;
	if (i)
		return i < 3 && i < s.n && strchr(".)/-:", s.p[i]) ? NUMBER : DIGIT;      /* "2. Tổ chức", "22 cán bộ" */
	if (c == '"' || c == '\'' || c == 0x201C || c == 0x2018)
		return QUOTE;
	if (c == '-' || c == '*' || c == '+' || c == 0x2013 || c == 0x2022)
		return DASH;
	return vi_is_upper(c) ? CAPITAL : vi_upper(c) != c ? SMALL : OTHER;
}

static bool capital_at(struct str s, size_t i, size_t *len)
{
	unsigned char c = (unsigned char)s.p[i];
	*len = 1;
	return c < 0x80 ? c >= 'A' && c <= 'Z' : vi_is_upper(vi_codepoint(s, i, len));
}

unsigned look_at_capitals(struct str s, unsigned words)
{
	enum { MOST = 300 };
	unsigned upper = 0, caps = 0, behind_blank = 1;                /* behind_blank: what is first is, as it were */
	size_t len, next, n = s.n < MOST ? s.n : MOST;
	for (size_t i = 0; i < n; i += BYTES) {
		unsigned blanks = bytes_mask(bytes_are(bytes_load(s.p + i), ' ')), starts = (blanks << 1 | behind_blank) & (n - i < BYTES ? (1u << (n - i)) - 1 : 0xFFFF);
		behind_blank = blanks >> (BYTES - 1) & 1;
		for (; starts; starts &= starts - 1) {
			size_t at = i + (unsigned)__builtin_ctz(starts);
			if (!capital_at(s, at, &len))
				continue;
			upper++;
			caps += at + len < s.n && capital_at(s, at + len, &next);
		}
	}
	if (words == 0 || upper == 0)
		return 0;
	return caps * 10 >= words * 8 ? 5 : upper * 10 >= words * 8 ? 4 : upper * 2 >= words ? 3 : upper > 1 ? 2 : 1;
}

unsigned look_at_inside(struct str s)
{
	enum { NONE, COLON, PHOTO, QUOTE, STOP };
	if (s.n > 400)
		return NONE;
	if (str_find(s, STR(" Ảnh"), 0) < s.n || str_find(s, STR("(ảnh"), 0) < s.n)
		return PHOTO;
	if (str_find(s, STR(". "), 0) < s.n - 1)
		return STOP;
	size_t colon = str_find(s, STR(": "), 0);
	if (colon < s.n)
		return COLON;
	return str_find(s, STR("“"), 0) < s.n || str_find(s, STR("'"), 0) < s.n || str_find(s, STR("\""), 0) < s.n ? QUOTE : NONE;
}

unsigned look_at_glue(struct str s, size_t at)
{
	enum { LINE, STOP, SMALL, DIGIT, CAPITAL, BRACKET, QUOTE, DOTS, OTHER, WORD };
	if (!at)
		return LINE;
	struct str head = unstressed(str_sub(s, 0, at));
	at = head.n;
	char c = s.p[at - 1];
	if (str_ends(head, STR("...")) || str_ends(head, STR("…")))
		return DOTS;
	if (c == '.' || str_ends(head, STR("./")) || c == '!' || c == '?')
		return STOP;
	if (c >= '0' && c <= '9')
		return DIGIT;
	if (c == ')')
		return BRACKET;
	if (c == '"' || str_ends(head, STR("”")))
		return QUOTE;
	size_t i = at - 1, len;
	while (i && ((unsigned char)s.p[i] & 0xC0) == 0x80)
		i--;
	unsigned cp = vi_codepoint(s, i, &len);
	if (vi_is_upper(cp))
		return CAPITAL;
	if (vi_upper(cp) == cp)
		return OTHER;
	for (size_t k = i; k-- > 0 && s.p[k] != ' ';)        /* an address before it: "www.anphu.vn" */
		if (s.p[k] == '.' || s.p[k] == '@')
			return WORD;
	return SMALL;
}
