/* text.h - a sentence with its entities as HTML. */
#ifndef HTML_TEXT_H
#define HTML_TEXT_H
#include "record/sentence.h"

/* The text, each entity in <mark class=LABEL>; one that crosses the end of another is drawn in two pieces. */
void text_put(struct buf *out, const struct sentence *s);
/* s as text, cut behind `points` code points with "…". */
void text_put_short(struct buf *out, struct str s, size_t points);
#endif
