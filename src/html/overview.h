/* overview.h - what is known of all pages together: totals, and tallies by zone, label, rule, month, official and directive. */
#ifndef HTML_OVERVIEW_H
#define HTML_OVERVIEW_H
#include "html/counter.h"
#include "html/row.h"
#include "record/sentence.h"

struct overview {
	unsigned long long pages, sentences, entities, rows[ROW_KINDS];
	unsigned long long left_out;     /* documents without an end */
	struct counter docs, zones, labels, rules, months, officials, directives;
};

/* Complete pages so far with this doc. */
unsigned long long overview_seen(struct overview *o, struct str doc);
void overview_page(struct overview *o, struct str doc);
/* suffix: of the page's ids. */
void overview_sentence(struct overview *o, const struct sentence *s, struct str suffix);
void overview_row(struct overview *o, const struct row *r);
/* A part of the page by its name in page.html: "n pages", "zone body", "label PERSON", "timeline" ...; false: no such part.
 * Call it when all is counted. */
bool overview_put(struct overview *o, struct buf *out, struct str part);
#endif
