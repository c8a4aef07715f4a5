/* line.h - what a line is by its own looks; each line is looked at once, when it comes in. */
#ifndef SEGMENT_LINE_H
#define SEGMENT_LINE_H
#include "segment/noise.h"

struct line {
	size_t from, to;      /* bytes of the page's text, without the line end */
	size_t at, n;         /* the same without blanks at both ends and without a byte-order mark */
	const char *zone;     /* what noise.csv says of it, NULL: nothing */
	unsigned words;       /* runs between blanks */
};

/* The line of text[from..to). */
struct line line_look(const struct noise *noise, struct str text, size_t from, size_t to);

bool line_is_stamp(struct str s, unsigned words);      /* a date in full and little else */
bool line_is_doubled(struct str s);                    /* the same text twice: a related headline */
bool line_is_headline(struct str s, unsigned words);   /* 4-40 words from a capital on, no final stop */
bool line_is_byline(struct str s, unsigned words);     /* 1-6 capitalised words alone */
bool line_starts_lead(struct str s);                   /* Ngày, Sáng, Chiều, Tối, Hôm nay + digit; (BAO) - */
unsigned line_words(struct str s);
#endif
