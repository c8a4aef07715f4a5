/* html.h - an HTML page as lines of text: block elements are paragraphs, menus and the like have their zones. The only user of libxml2. */
#ifndef SEGMENT_HTML_H
#define SEGMENT_HTML_H
#include "segment/page.h"

/* lexicon/html.csv: what elements, classes and attributes mean. */
void html_load(const char *dir);
/* Code point of the entity of that name ("agrave"), 0: there is none. */
unsigned html_entity(struct str name);
/* The page's text goes to the pages as one source. text: UTF-8; origin: where its bytes came from; s: what is known beforehand. */
void html_page(struct str text, const struct origin *origin, const struct page_source *s);
#endif
