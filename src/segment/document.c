/* document.c - the lines of one page to {"type":"document",...} {"type":"sentence",...} ... {"type":"end",...}.
 * A line's zone comes from noise.csv, else from its shape and place: headline, then lead, then body, then what stands behind the body. */
#include "segment/document.h"
#include "base/diag.h"
#include "base/hash.h"
#include "base/io.h"
#include "base/json.h"
#include "vi/language.h"
#include "vi/normalise.h"
#include "vi/sentences.h"

/* --- zones -------------------------------------------------------------------------------------------------------------- */

enum { CUT_HEADLINE = 20 };           /* words: a title cut short with " ..."; a lead cut short has more */

static const char *zone_of(struct str s, const struct line *l, bool behind_body, bool *headline, bool *lead)
{
	if (l->noise.zone) {
		*headline |= strcmp(l->noise.zone, "headline") == 0;
		return l->noise.zone;
	}
	if (l->shape & (LINE_DOUBLED | LINE_ENTRY))
		return "related";
	if (l->shape & LINE_STAMP)
		return "dateline";
	bool shaped = l->shape & LINE_HEADLINE, is_body = l->shape & LINE_LONG, cut = str_ends(s, STR(" ...")) && l->words <= CUT_HEADLINE;
	if (!*headline && !*lead && shaped && (cut || s.p[s.n - 1] != '.')) {
		*headline = true;
		return "headline";
	}
	if (behind_body)
		return l->shape & LINE_BYLINE ? "byline" : shaped ? "related" : "boilerplate";
	if (l->words <= 3)
		return "boilerplate";
	if (!*lead && is_body) {
		*lead = true;
		return "lead";
	}
	if (!is_body && shaped && !*lead)
		return "related";
	return "body";
}

/* --- records ------------------------------------------------------------------------------------------------------------ */

/* sentence: what every record of a sentence begins with. */
static struct out { struct buf b, piece, sentence; char id[17]; unsigned long n, para; const struct document_from *from; } o;

/* In sixteen digits of base 16. */
static void id_put(char *p, unsigned long long id)
{
	for (int i = 0; i < 16; i++)
		p[i] = "0123456789abcdef"[id >> (60 - 4 * i) & 15];
}

static void record(const char *type)
{
	buf_clear(&o.b);
	buf_add(&o.b, STR("{\"type\":\""));
	buf_add(&o.b, str_c(type));
	buf_add(&o.b, STR("\",\"doc\":\""));
	buf_add(&o.b, (struct str){ o.id, 16 });
	buf_char(&o.b, '"');
}

static void record_end(void)
{
	buf_add(&o.b, STR("}\n"));
	out_bytes(buf_str(&o.b));
}

/* The zone with its quotes; most sentences have that of the one before. */
static struct str zone_text(const char *zone)
{
	static const char *last;
	static struct buf text;
	if (zone != last) {
		buf_clear(&text);
		json_put_string(&text, str_c(zone));
		last = zone;
	}
	return buf_str(&text);
}

/* A sentence's members before and behind its text. */
static char *sentence_head(char *p, struct str zone)
{
	p = buf_put_uint(buf_put(p, buf_str(&o.sentence)), ++o.n);
	p = buf_put_uint(buf_put(p, STR(",\"para\":")), o.para);
	return buf_put(buf_put(buf_put(p, STR(",\"zone\":")), zone), STR(",\"text\":"));
}

static char *sentence_tail(char *p, origin_pos at, size_t n)
{
	p = buf_put_uint(buf_put(p, STR(",\"byte_start\":")), origin_start(&o.from->origin, at));
	p = buf_put_uint(buf_put(p, STR(",\"byte_end\":")), origin_end(&o.from->origin, at + n));
	return buf_put(p, STR("}\n"));
}

/* text: what goes out of n bytes from position `at` on; plain: it needs no escape. */
static void sentence_put(const char *zone, struct str text, bool plain, origin_pos at, size_t n)
{
	struct str z = zone_text(zone);
	size_t members = o.sentence.n + z.n + 4 * BUF_UINT + 64;
	struct buf *b = out_next();
	buf_reserve(b, members + text.n);
	char *p = sentence_head(b->p + b->n, z);
	if (plain)
		p = buf_put(buf_put(buf_put(p, STR("\"")), text), STR("\""));
	b->n = (size_t)(p - b->p);
	if (!plain) {
		json_put_string(b, text);
		buf_reserve(b, members);
	}
	b->n = (size_t)(sentence_tail(b->p + b->n, at, n) - b->p);
	out_done();
}

/* l: the line s is of. */
static void sentence_out(const char *zone, struct str s, const struct line *l, origin_pos at)
{
	struct str text = s;
	if (!l->normal && !vi_is_normal(s)) {
		buf_clear(&o.piece);
		vi_normalise(&o.piece, s);
		text = buf_str(&o.piece);
	}
	if (text.n)
		sentence_put(zone, text, l->normal && l->plain, at, s.n);
}

/* s: line l. Where that is normal, so is what is cut from it between blanks. */
static void line_out(const char *zone, struct str s, const struct line *l, unsigned long long at)
{
	o.para++;
	for (size_t i = 0; i < s.n;) {
		size_t end = vi_sentence_end(s, i);
		while (i < end && s.p[i] == ' ')
			i++;
		sentence_out(zone, str_sub(s, i, end), l, at + i);
		i = end;
	}
}

static void put_given(const char *key, const char *value)
{
	if (value)
		json_put_member(&o.b, key, str_c(value));
}

/* text: of the page, at position `at`. */
static void head_out(struct str text, origin_pos at)
{
	static struct buf name;
	const struct page_source *s = &o.from->source;
	struct encoding_mark m = origin_encoding(&o.from->origin, at, at + text.n);
	bool misread = m.bad >= 10 && m.bad > m.good && encoding_confidence(&m) < 50;   /* bytes of an encoding that is not known here */
	buf_clear(&name);
	buf_add(&name, STR("-#"));
	buf_uint(&name, o.from->number);
	record("document");
	buf_add(&o.b, STR(",\"format\":1"));
	json_put_member(&o.b, "source", strcmp(s->name, "-") == 0 ? buf_str(&name) : str_c(s->name));
	json_put_member_uint(&o.b, "byte_start", origin_start(&o.from->origin, at));
	put_given("file", s->file);
	put_given("container", s->container);
	put_given("encoding", m.encoding);
	json_put_member_uint(&o.b, "confidence", encoding_confidence(&m));
	put_given("form", encoding_form(&m));
	json_put_member_uint(&o.b, "invalid_bytes", m.invalid);
	put_given("language", misread ? "und" : language_guess(text));
	put_given("captured", s->captured);
	put_given("published", s->published);
	record_end();
	if (m.invalid)
		diag_at(DIAG_REFUSED, s->file ? s->file : s->name, 0, "document %s: %u invalid bytes read as U+FFFD, the first at byte %llu", o.id, m.invalid,
			m.first_invalid);
}

static void end_out(origin_pos at)
{
	record("end");
	json_put_member_uint(&o.b, "sentences", o.n);
	json_put_member_uint(&o.b, "byte_end", origin_end(&o.from->origin, at));
	record_end();
}

static bool is_text(const struct line *l) { return !l->noise.zone && (l->shape & LINE_LONG) && !(l->shape & LINE_DOUBLED); }

/* First line of a block of captions at the page's end: short lines behind the last blank one, when the text before stands without blank
 * lines; `last` where there is none. Archives that keep pictures apart write pages so. */
static unsigned captions_from(const struct line *line, unsigned first, unsigned last)
{
	enum { CAPTION_WORDS = 45, CAPTIONS = 40, TEXT_LINES = 3 };
	unsigned block = last, text = 0;
	while (block > first && line[block - 1].n) {
		block--;
		if (line[block].words > CAPTION_WORDS || line[block].shape & (LINE_DOUBLED | LINE_ENTRY | LINE_STAMP))
			return last;
	}
	if (block == first || last - block > CAPTIONS)
		return last;
	for (unsigned i = block; i-- > first && (line[i].n || text == 0);)
		text += line[i].n && !line[i].noise.zone && line[i].shape & LINE_LONG;
	return text >= TEXT_LINES ? block : last;
}

static bool same(struct str text, const struct line *a, const struct line *b)
{
	return a->n == b->n && memcmp(text.p + a->at, text.p + b->at, a->n) == 0;
}

/* Whether a line stands among the captions at the page's end, too. */
static bool is_caption(struct str text, const struct line *line, unsigned i, unsigned from, unsigned last)
{
	if (line[i].noise.zone || line[i].shape & LINE_BYLINE)
		return false;
	for (unsigned k = from; k < last; k++)
		if (i == k || same(text, &line[i], &line[k]))
			return true;
	return false;
}

/* The last line that reads as text. */
static unsigned last_body(struct str text, const struct line *line, unsigned first, unsigned last)
{
	for (unsigned i = last; i-- > first && i;)
		if (is_text(&line[i]) && (text.p[line[i].at + line[i].n - 1] == '.' || line[i].words > 30))
			return i;
	for (unsigned i = first ? first : 1; i < last; i++)
		if (is_text(&line[i]))
			return i;
	return 0;
}

bool document_out(const struct document_from *source, struct str text, const struct line *line, unsigned n)
{
	unsigned first = 0, last = n;
	while (first < n && line[first].n == 0)
		first++;
	while (last > first && line[last - 1].n == 0)
		last--;
	if (first == last)
		return false;
	size_t from = line[first].from, to = line[last - 1].to;
	o.n = o.para = 0;
	o.from = source;
	struct str page = str_sub(text, from, to);
	id_put(o.id, hash_of(page));
	head_out(page, source->base + from);
	record("sentence");
	buf_clear(&o.sentence);
	buf_add(&o.sentence, buf_str(&o.b));
	buf_add(&o.sentence, STR(",\"n\":"));
	bool headline = false, lead = false;
	unsigned captions = captions_from(line, first, last), body = last_body(text, line, first, captions);
	for (unsigned i = first; i < last; i++)
		if (line[i].n) {
			struct str s = line_str(text, &line[i]);
			bool caption = (headline || lead) && is_caption(text, line, i, captions, last);
			line_out(caption ? "caption" : zone_of(s, &line[i], i > body, &headline, &lead), s, &line[i], source->base + line[i].at);
		}
	end_out(source->base + to);
	return true;
}
