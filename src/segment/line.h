/* line.h - what a line is by its own looks; each line is looked at once, when it comes in. */
#ifndef SEGMENT_LINE_H
#define SEGMENT_LINE_H
#include "segment/noise.h"

enum line_shape {
	LINE_STAMP = 1,       /* a date in full and little else */
	LINE_DOUBLED = 2,     /* the same text twice: a related headline */
	LINE_HEADLINE = 4,    /* 4-40 words from a capital on, no final stop */
	LINE_BYLINE = 8,      /* 1-6 capitalised words alone */
	LINE_LEAD = 16,       /* starts Ngày, Sáng, Chiều, Tối, Hôm nay + digit; (BAO) - */
	LINE_LONG = 32,       /* reads as text: 14 words or more, or a full stop behind 6 */
	LINE_ENTRY = 64,      /* ends with a date in brackets, as entries of lists do */
};

struct line {
	size_t from, to;      /* bytes of the page's text, without the line end */
	size_t at, n;         /* the same without blanks at both ends and without a byte-order mark; n 0: blank */
	struct noise_hit noise;
	unsigned words;       /* runs between blanks */
	unsigned shape;       /* line_shape bits */
	unsigned char kind, start, end;   /* of look_kinds, look_starts, look_ends (look.h) */
	bool normal, plain;   /* vi_is_normal for certain, json_plain; known when the line is given to its page */
	unsigned long long pairs;   /* kept by topic.h */
};

/* The line of text[from..to). LINE_BEHIND bytes behind it may be read, whatever they are. */
enum { LINE_BEHIND = 48 };
struct line line_look(const struct noise *noise, struct str text, size_t from, size_t to);
static inline struct str line_str(struct str text, const struct line *l) { return str_sub(text, l->at, l->at + l->n); }

bool line_starts_lead(struct str s);
#endif
