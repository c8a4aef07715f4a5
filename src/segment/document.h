/* document.h - a page goes out: zones given, sentences cut, records written. */
#ifndef SEGMENT_DOCUMENT_H
#define SEGMENT_DOCUMENT_H
#include "segment/line.h"
#include "segment/origin.h"

/* What is known about a source before its text is read. */
struct page_source {
	const char *name;        /* document.source; at "-" documents are numbered */
	const char *file;        /* where the bytes are counted, if that is not `name`; else NULL */
	const char *container;   /* "plain", "gzip", "wet", "html" */
	const char *captured;    /* when it was fetched (WARC-Date), else NULL */
	const char *published;   /* the day the page itself gives (<time>, <meta>), else NULL */
	bool whole;              /* one page for certain: nothing cuts it */
};

/* Where the page comes from: its source, its number in it, the position of text.p[0], and what the positions stand for in the source. */
struct document_from { struct page_source source; unsigned long number; origin_pos base; struct origin origin; };

/* Writes document, sentence ..., end for the lines [0, n) of text; false if they are all blank: nothing written. */
bool document_out(const struct document_from *from, struct str text, const struct line *line, unsigned n);
#endif
