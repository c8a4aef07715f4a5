/* page.h - lines of a source collected into pages; a page goes out as document, sentence ..., end. */
#ifndef SEGMENT_PAGE_H
#define SEGMENT_PAGE_H
#include "base/str.h"

/* Loads noise.csv, boundary.csv and common.csv (lexicon NULL: those built in; errors: exit 2).
 * max_page: bytes; a longer page is cut there, said, status 1. */
void pages_open(const char *lexicon, size_t max_page);
/* A new source: a certain boundary. name as the user gave it; at "-" documents are numbered. */
void pages_source(const char *name);
/* Bytes of the source, in any pieces. A form feed is a certain boundary. */
void pages_bytes(struct str s);
/* The source ends here. */
void pages_end(void);
#endif
