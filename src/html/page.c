/* page.c - <details class=page id=DOC> with the text on the left and the rows' cards on the right. The text is written last, so that each
 * sentence can name the rows that rest on it. Ids are those of the tables: DOC, DOC-m1, DOC-OFFICIAL_ID, DOC-DIRECTIVE_ID, DOC-sN. */
#include "html/page.h"
#include "base/grow.h"
#include "html/escape.h"
#include "html/text.h"
#include <stdio.h>
#include <stdlib.h>

enum { HEADLINE = 150 };   /* code points of a page's headline in the list */

void page_begin(struct page *p, struct overview *o, struct str doc, struct str source)
{
	char suffix[24];
	unsigned long long before = overview_seen(o, doc);
	p->doc = doc;
	p->source = source;
	p->open = true;
	if (!before)
		return;
	snprintf(suffix, sizeof suffix, ".%llu", before + 1);
	p->suffix = arena_dup(&p->a, str_c(suffix));
}

void page_sentence(struct page *p, const struct sentence *s)
{
	p->s = grown(p->s, p->sentences, &p->sentence_cap, sizeof *p->s);
	p->s[p->sentences++] = *s;
	p->open = true;
}

/* Index + 1 of the sentence of these bytes, 0 if there is none; sentences come in the order of the source. */
static size_t sentence_of(const struct page *p, unsigned long long start, unsigned long long end)
{
	size_t low = 0, high = p->sentences;
	while (low < high) {
		size_t mid = low + (high - low) / 2;
		if (p->s[mid].byte_start < start)
			low = mid + 1;
		else
			high = mid;
	}
	for (; low < p->sentences && p->s[low].byte_start == start; low++)
		if (p->s[low].byte_end == end)
			return low + 1;
	return 0;
}

static struct str row_anchor(struct page *p, const struct row *r)
{
	struct buf b = { 0 };
	if (r->kind != ROW_MEETING) {
		buf_add(&b, p->doc);
		buf_char(&b, '-');
	}
	buf_add(&b, r->id);
	buf_add(&b, p->suffix);
	struct str kept = arena_dup(&p->a, buf_str(&b));
	buf_free(&b);
	return kept;
}

void page_row(struct page *p, enum row_kind kind, const struct json *j)
{
	p->row = grown(p->row, p->rows, &p->row_cap, sizeof *p->row);
	struct row *r = &p->row[p->rows++];
	row_decode(r, kind, j, &p->a);
	r->ordinal = ++p->ordinal[kind];
	r->anchor = row_anchor(p, r);
	r->evidence = sentence_of(p, json_member_uint(j, 0, STR("start"), 0), json_member_uint(j, 0, STR("end"), 0));
	r->sentence = r->evidence ? p->s[r->evidence - 1].n : 0;
	row_put(&p->cards, r, j, p->doc, p->suffix, &p->a);
	p->open = true;
}

static void put_summary(struct buf *out, const struct page *p, const struct overview *o)
{
	const struct sentence *head = p->sentences ? p->s : NULL;
	for (size_t i = p->sentences; i--;)
		if (p->s[i].zone == ZONE_HEADLINE || (p->s[i].zone == ZONE_LEAD && head->zone != ZONE_HEADLINE))
			head = &p->s[i];
	buf_add(out, STR("<summary><b>"));
	buf_uint(out, o->pages + 1);
	buf_add(out, STR("</b> <span class=t>"));
	if (head)
		text_put_short(out, head->text, HEADLINE);
	buf_add(out, STR("</span> <bdi class=src>"));
	html_text(out, p->source);
	buf_add(out, STR("</bdi>"));
	for (unsigned k = 0; k < ROW_KINDS; k++) {
		buf_add(out, STR(" <span class=\"n "));
		buf_char(out, row_letter((enum row_kind)k));
		buf_add(out, STR("\">"));
		buf_char(out, row_letter((enum row_kind)k));
		buf_add(out, STR(" "));
		buf_uint(out, p->ordinal[k]);
		buf_add(out, STR("</span>"));
	}
	buf_add(out, STR("</summary>\n"));
}

static int by_evidence(const void *a, const void *b)
{
	const struct row *x = *(const struct row *const *)a, *y = *(const struct row *const *)b;
	if (x->evidence != y->evidence)
		return x->evidence < y->evidence ? -1 : 1;
	return x < y ? -1 : x > y;
}

/* Links to the rows that rest on the sentence; *k walks the rows sorted by evidence. */
static void put_back_links(struct buf *out, const struct row **row, size_t rows, size_t *k, size_t evidence)
{
	for (; *k < rows && row[*k]->evidence == evidence; ++*k) {
		char letter = row_letter(row[*k]->kind);
		buf_add(out, STR(" <a class=\"n "));
		buf_char(out, letter);
		buf_add(out, STR("\" href=\"#"));
		html_attr(out, row[*k]->anchor);
		buf_add(out, STR("\">"));
		buf_char(out, letter);
		buf_uint(out, row[*k]->ordinal);
		buf_add(out, STR("</a>"));
	}
}

static void put_sentence(struct buf *out, const struct page *p, const struct sentence *s)
{
	buf_add(out, STR("<span class=s id=\""));
	html_attr(out, p->doc);
	buf_add(out, STR("-s"));
	buf_uint(out, s->n);
	html_attr(out, p->suffix);
	buf_add(out, STR("\" data-s="));
	buf_uint(out, s->n);
	buf_char(out, '>');
	text_put(out, s);
	buf_add(out, STR("</span>"));
}

static void put_text(struct buf *out, struct page *p)
{
	const struct row **row = arena_alloc(&p->a, (p->rows + 1) * sizeof(struct row *));
	size_t n = 0, k = 0;
	for (size_t i = 0; i < p->rows; i++)
		if (p->row[i].evidence)
			row[n++] = &p->row[i];
	if (n)
		qsort(row, n, sizeof *row, by_evidence);
	for (size_t i = 0; i < p->sentences; i++) {
		const struct sentence *s = &p->s[i];
		bool turn = i == 0 || !str_eq(s->zone_name, s[-1].zone_name);
		if (turn || s->para != s[-1].para) {
			buf_add(out, turn ? STR("<p class=first data-z=\"") : STR("<p data-z=\""));
			html_attr(out, s->zone_name);
			buf_add(out, STR("\">"));
		} else {
			buf_char(out, ' ');
		}
		put_sentence(out, p, s);
		put_back_links(out, row, n, &k, i + 1);
		buf_char(out, '\n');
	}
}

void page_end(struct page *p, struct overview *o, struct buf *out)
{
	buf_clear(out);
	buf_add(out, STR("<details class=page id=\""));
	html_attr(out, p->doc);
	html_attr(out, p->suffix);
	buf_add(out, STR("\">"));
	put_summary(out, p, o);
	buf_add(out, STR("<div class=two>\n<section class=text>\n"));
	put_text(out, p);
	buf_add(out, STR("</section>\n<div class=rows>\n"));
	buf_add(out, p->rows ? buf_str(&p->cards) : STR("<p class=none>Không có dòng nào <i lang=en>no rows</i>\n"));
	buf_add(out, STR("</div>\n</div>\n</details>\n"));
	overview_page(o, p->doc);
	for (size_t i = 0; i < p->sentences; i++)
		overview_sentence(o, &p->s[i], p->suffix);
	for (size_t i = 0; i < p->rows; i++)
		overview_row(o, &p->row[i]);
	page_drop(p);
}

void page_drop(struct page *p)
{
	p->sentences = p->rows = 0;
	p->open = false;
	p->doc = p->source = p->suffix = (struct str){ 0 };
	memset(p->ordinal, 0, sizeof p->ordinal);
	buf_clear(&p->cards);
	arena_reset(&p->a);
}
