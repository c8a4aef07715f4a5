/* around.c - who issued a document and when, told in front of its citation or behind it.
 * "Ngày 3/2/2020, Ban Bí thư đã ban hành | Chỉ thị số 12-CT/TW"; "Chỉ thị số 12-CT/TW | , ngày 3/2/2020 của Ban Bí thư khóa XII". */
#include "tag/citation.h"
#include "vi/lists.h"
#include <stdint.h>

enum { NEAR = 300 };   /* bytes that are looked at in front of a citation */

struct str cite_issuer(struct tagger *g, struct str said)
{
	struct str s = vi_capital(g->a, lexicon_canonical(g->lex, g->a, str_trim(said)));
	const struct list_word *full = lists_find("issuer in full", s);
	return full ? full->value : s;
}

/* End of the organisation whose first token begins at byte `at`, 0 if none does. */
static size_t organisation_end(const struct tagger *g, size_t at)
{
	unsigned i = tag_token_at(g, at), end = i < g->t.n && g->t.t[i].start == at ? body_end(g, i) : i;
	return end > i ? g->t.t[end - 1].end : 0;
}

/* "Bộ trưởng Bộ Nội vụ": the end of the body behind one of these words, 0 if none; false: no such word. */
static bool headed_end(const struct tagger *g, size_t at, size_t *end)
{
	unsigned n;
	const struct list_word *head = lists_words("head of a body", &n);
	struct str rest = str_sub(g->s->text, at, g->s->text.n);
	for (unsigned i = 0; i < n; i++)
		if (str_starts(rest, head[i].phrase) && rest.n > head[i].phrase.n && rest.p[head[i].phrase.n] == ' ') {
			*end = organisation_end(g, at + head[i].phrase.n + 1);
			return true;
		}
	return false;
}

size_t cite_issuer_end(const struct tagger *g, size_t at)
{
	struct str text = g->s->text;
	struct re_match m;
	size_t end = pattern_find(PATTERN_OFFICE, text, at, &m) ? at + m.group[0].n : 0, body = 0;
	if (!headed_end(g, at, &body))
		body = organisation_end(g, at);
	if (body > end)
		end = body;
	if (!end && pattern_find(PATTERN_ISSUER, text, at, &m))
		end = at + m.group[1].n;
	return end;
}

/* Byte `at` less NEAR, or the begin of the text; never inside a character. */
static size_t before_near(struct str text, size_t at)
{
	size_t from = at > NEAR ? at - NEAR : 0;
	while (from && (text.p[from] & 0xC0) == 0x80)
		from--;
	return from;
}

/* "Bộ trưởng A đề nghị | Bộ Nông nghiệp | ban hành": the body that ends right before the verb; SIZE_MAX: none begins in (at, end). */
static size_t last_body(const struct tagger *g, size_t at, size_t end)
{
	for (unsigned i = tag_token_at(g, at + 1); i + 1 < g->t.n && g->t.t[i + 1].start < end; i++)
		if (g->t.t[i].upper && organisation_end(g, g->t.t[i].start) == end)
			return lists_find("heads a body", str_trim(str_sub(g->s->text, at, g->t.t[i].start))) ? at : g->t.t[i].start;
	return SIZE_MAX;
}

/* "Ngày 17/6/2016, ông A đã ký, ban hành | quyết định 65": the day on which somebody signed. */
static void signed_day(struct tagger *g, struct str front, struct str *date)
{
	struct str text = str_trim(front);
	struct re_match d;
	if (!lists_ends("before its day", text))
		return;
	for (size_t i = text.n, last = before_near(text, text.n); i-- > last && !strchr(".;:", text.p[i]);)
		if (text.p[i] == ',' && pattern_find(PATTERN_DAY_BEFORE, str_sub(text, 0, i + 1), last, &d)) {
			*date = cite_date(g->a, &d);
			return;
		}
}

void cite_before(struct tagger *g, size_t from, struct str *issuer, struct str *date)
{
	struct str front = str_sub(g->s->text, 0, from);
	struct re_match m, d;
	if (!pattern_find(PATTERN_BEFORE, front, before_near(front, from), &m)) {
		signed_day(g, front, date);
		return;
	}
	const struct list_word *says = lists_stands("says that", m.group[1]);   /* "Văn phòng cho biết | Chủ tịch UBND tỉnh đã ký" */
	if (says && !pattern_find(PATTERN_BEFORE, front, cite_place(g, m.group[1]) + str_find(m.group[1], says->phrase, 0) + says->phrase.n, &m))
		return;
	size_t at = cite_place(g, m.group[1]), end = cite_issuer_end(g, at), last = at + m.group[1].n, body = end == last ? SIZE_MAX : last_body(g, at, last);
	if (body != SIZE_MAX) {
		at = body;
		end = last;
		m.group[1] = str_sub(front, at, end);
	}
	struct str said = end > at && end <= at + m.group[1].n ? str_sub(front, at, end) : m.group[1];
	const struct list_word *head = str_ends(str_trim(str_sub(front, 0, at)), STR("Phó")) ? lists_starts("heads a body", said) : NULL;   /* "Phó Chủ tịch | UBND tỉnh | ký": for it */
	*issuer = cite_issuer(g, head ? str_sub(said, head->phrase.n, said.n) : said);
	if (pattern_find(PATTERN_DAY_BEFORE, str_sub(front, 0, at), before_near(front, at), &d))
		*date = cite_date(g->a, &d);
	else
		signed_day(g, front, date);
}

/* "Quyết định 61 | ban hành | ngày 15/9": the byte behind the verb before a day, else at. */
static size_t behind_made(struct str text, size_t at)
{
	struct str rest = str_sub(text, at, text.n);
	struct re_match m;
	const struct list_word *made = rest.n && rest.p[0] == ' ' ? lists_starts("before its day", str_sub(rest, 1, rest.n)) : NULL;
	return made && pattern_find(PATTERN_DAY, text, at + 1 + made->phrase.n, &m) ? at + 1 + made->phrase.n : at;
}

size_t cite_behind(struct tagger *g, size_t at, struct str *issuer, struct str *date)
{
	struct str text = g->s->text;
	struct re_match m;
	at = behind_made(text, at);
	if (pattern_find(PATTERN_DAY, text, at, &m)) {
		*date = cite_date(g->a, &m);
		at += m.group[0].n;
	}
	size_t of = at;
	while (of < text.n && (text.p[of] == ' ' || text.p[of] == ','))
		of++;
	size_t word = pattern_find(PATTERN_BY, text, of, &m) ? m.group[0].n : 0;
	size_t end = word ? cite_issuer_end(g, of + word) : 0;
	if (end) {
		struct str said = str_sub(text, of + word, end);
		at = end;
		*issuer = cite_issuer(g, said);
		if (pattern_find(PATTERN_TERM, text, at, &m)) {
			at += m.group[0].n;
			struct str t = str_trim(m.group[0]);
			t = str_sub(t, str_find(t, STR("kh"), 0), t.n);   /* "Hội nghị Trung ương | 8 | khóa XI" */
			if (issuer->n && t.n && !memchr(m.group[0].p, '(', m.group[0].n))
				*issuer = cite_join(g->a, *issuer, " ", lexicon_canonical(g->lex, g->a, t));
		}
	}
	if (!date->n && pattern_find(PATTERN_DAY, text, at, &m)) {
		*date = cite_date(g->a, &m);
		at += m.group[0].n;
	}
	return at;
}
