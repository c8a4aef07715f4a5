/* subject.c - what a cited document is about: behind "về", "về việc", "quy định ..." to the end of the phrase or of the quotation.
 * "Chỉ thị 12 | về sắp xếp các thôn, | trong đó nêu rõ ..." -> "về sắp xếp các thôn". */
#include "tag/citation.h"

enum { LONGEST = 2000, VERB = 24 };   /* bytes; VERB: of "ban hành kế hoạch" */

static size_t quote_close(struct str text, size_t at, size_t open_len)
{
	struct str open = str_sub(text, at, at + open_len);
	bool curly = str_eq(open, STR("“")), guillemet = str_eq(open, STR("«")), single = str_eq(open, STR("‘")) || str_eq(open, STR("'"));
	size_t depth = 1, len, last = text.n - at > LONGEST ? at + LONGEST : text.n;
	for (size_t i = at + open_len; i < last; i += len) {
		unsigned c = vi_codepoint(text, i, &len);
		if (curly && c == 0x201C)
			depth++;
		else if (guillemet ? c == 0xBB : single ? c == 0x2019 || c == '\'' : c == 0x201D || c == '"')
			if (--depth == 0)
				return i;
	}
	return 0;
}

/* "Đẩy mạnh ..." -> "đẩy mạnh ..."; a name ("Việt Nam", "Hội Luật") keeps its capital. */
static struct str lower_first(struct arena *a, struct str s)
{
	size_t len, n2, next = 0;
	unsigned c = vi_codepoint(s, 0, &len);
	while (next < s.n && s.p[next] != ' ')
		next++;
	if (next + 1 >= s.n || vi_is_upper(vi_codepoint(s, next + 1, &n2)) || vi_is_upper(vi_codepoint(s, len < s.n ? len : 0, &n2)) == (len < next))
		return s;
	struct buf b = { 0 };
	vi_put(&b, vi_lower(c));
	buf_add(&b, str_sub(s, len, s.n));
	struct str r = arena_dup(a, buf_str(&b));
	buf_free(&b);
	return r;
}

/* End of a subject in running text that begins at `from`; `from` itself when it has no end within LONGEST. */
static size_t running_end(struct str text, size_t from)
{
	struct re_match m;
	size_t at = from, last = text.n;
	if (text.n - from > LONGEST)
		for (last = from + LONGEST; (text.p[last] & 0xC0) == 0x80;)
			last--;
	struct str head = str_sub(text, 0, last);
	while (at < last && pattern_find(PATTERN_SUBJECT_END, head, at, &m)) {
		size_t end = (size_t)(m.group[0].p - text.p), close = 0;
		size_t open = str_starts(m.group[0], STR("“")) ? 3 : str_starts(m.group[0], STR("\"")) || str_starts(m.group[0], STR("(")) ? 1 : 0;
		if (open && m.group[0].p[0] == '(') {
			for (size_t i = end; i < text.n && i < end + 60 && !close; i++)
				if (text.p[i] == ')')
					close = i;
			if (close && str_starts(str_sub(text, end + 1, close), STR("sau")))
				close = 0;
		} else if (open) {
			close = quote_close(text, end, open);
		}
		bool whole = close && end - from < VERB;   /* "phê duyệt "Chương trình ..."": the quotation is what it is about */
		if (whole && m.group[0].p[0] != '(') {
			size_t mark;
			vi_codepoint(text, close, &mark);
			return close + mark;
		}
		if (!close || close > end + 80)
			return end;
		size_t len;
		vi_codepoint(text, close, &len);
		at = close + len;
	}
	return last < text.n ? from : text.n;
}

/* Bytes of the quotation mark that s ends with, 0 if it ends with none. */
static size_t opening(struct str s)
{
	static const char *const marks[] = { "\"", "'", "«", "“", "‘" };
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (str_ends(s, str_c(marks[i])))
			return strlen(marks[i]);
	return 0;
}

/* m.group[1]: the word or mark that the subject begins with. A letter's may stand behind the list of those it goes to. */
static bool subject_begins(struct str text, size_t at, const struct doctype *type, struct re_match *m)
{
	return pattern_find(PATTERN_SUBJECT, text, at, m) || (type->plan && pattern_find(PATTERN_PLAN_SUBJECT, text, at, m)) ||
	       (type->letter && (pattern_find(PATTERN_LETTER_MATTER, text, at, m) || pattern_find(PATTERN_LETTER_SUBJECT, text, at, m)));
}

struct str cite_subject(struct tagger *g, size_t at, const struct doctype *type)
{
	struct str text = g->s->text, s;
	struct re_match m;
	if (!subject_begins(text, at, type, &m))
		return (struct str){ 0 };
	size_t from = cite_place(g, m.group[1]), end = from + m.group[1].n;
	size_t open = opening(m.group[1]);
	size_t close = open ? quote_close(text, end - open, open) : 0;
	if (open) {
		s = str_trim(str_sub(text, end, close ? close : running_end(text, end)));
		if (s.n < 6)
			return (struct str){ 0 };
		s = lexicon_canonical(g->lex, g->a, lower_first(g->a, s));
		return str_starts(s, STR("về ")) ? s : cite_join(g->a, STR("về"), " ", s);
	}
	s = str_trim(str_sub(text, from, running_end(text, end)));
	while (s.n && (s.p[s.n - 1] == ',' || s.p[s.n - 1] == ' ' || s.p[s.n - 1] == ':'))
		s.n--;
	if (s.n < m.group[1].n + 4)
		return (struct str){ 0 };
	return lexicon_canonical(g->lex, g->a, lower_first(g->a, s));
}
