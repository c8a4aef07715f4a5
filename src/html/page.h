/* page.h - one document of the stream: its records are gathered, and at its end become HTML and numbers of the overview. */
#ifndef HTML_PAGE_H
#define HTML_PAGE_H
#include "html/overview.h"
#include "html/row.h"

struct page {
	struct arena a;              /* everything below lives until page_end or page_drop */
	struct str doc, source;
	bool open;
	struct sentence *s;
	size_t sentences, sentence_cap;
	struct row *row;
	size_t rows, row_cap;
	unsigned ordinal[ROW_KINDS];
	struct str suffix;           /* ".2" on the ids of a document that came before with the same doc */
	struct buf cards;
};

/* The record's strings must live in p->a or longer. */
void page_begin(struct page *p, struct overview *o, struct str doc, struct str source);
void page_sentence(struct page *p, const struct sentence *s);
void page_row(struct page *p, enum row_kind kind, const struct json *j);
/* Writes the page into out (cleared before), counts it, forgets it. */
void page_end(struct page *p, struct overview *o, struct buf *out);
/* Forgets it. */
void page_drop(struct page *p);
#endif
