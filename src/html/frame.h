/* frame.h - the page around the pages: page.html with its parts filled in. */
#ifndef HTML_FRAME_H
#define HTML_FRAME_H
#include "html/overview.h"

/* Writes the whole to standard output; the pages come out of the spool. */
/* pages: the spool (base/spool.h) that holds the HTML of the documents; it is closed. */
void frame_put(struct overview *o, int pages);
#endif
