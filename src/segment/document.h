/* document.h - a page goes out: zones given, sentences cut, records written. */
#ifndef SEGMENT_DOCUMENT_H
#define SEGMENT_DOCUMENT_H
#include "segment/line.h"

/* Where the page comes from: the source's name, the page's number in it, the source's byte at text.p[0]. */
struct origin { const char *name; unsigned long number; unsigned long long base; };

/* Writes document, sentence ..., end for the lines [0, n) of text; false if they are all blank: nothing written. */
bool document_out(const struct origin *origin, struct str text, const struct line *line, unsigned n);
#endif
