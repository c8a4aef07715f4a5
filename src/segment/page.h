/* page.h - lines of a source collected into pages; a page goes out as document, sentence ..., end. */
#ifndef SEGMENT_PAGE_H
#define SEGMENT_PAGE_H
#include "segment/document.h"

struct re;

/* Loads noise.csv, boundary.csv and common.csv (lexicon NULL: those built in; errors: exit 2).
 * max_page: bytes; a longer page is cut there, said, status 1. separator: NULL, or a pattern that parts pages for certain. */
void pages_open(const char *lexicon, size_t max_page, struct re *separator);
/* A new source: a certain boundary. The strings of s live until pages_end. */
void pages_source(const struct page_source *s);
/* The run's bytes of UTF-8 text. A form feed is a certain boundary. */
void pages_bytes(struct str s, struct run r);
/* What the text given next was decoded from; whether that is known to be normal, but for blanks (encoding.h; not, in a new source); the zone of
 * the lines given next (NULL: by their looks). */
void pages_mark(const struct encoding_mark *m);
void pages_normal(bool is);
void pages_zone(const char *zone);
/* The page ends here for certain; the source goes on. */
void pages_break(void);
/* The source ends here. */
void pages_end(void);
#endif
