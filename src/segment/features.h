/* features.h - what speaks for or against a page's start at a line: features, each with one of a few values. */
#ifndef SEGMENT_FEATURES_H
#define SEGMENT_FEATURES_H
#include "segment/line.h"

enum feature {
	KIND, BEFORE, BEFORE_2, NEXT, NEXT_2, NEXT_3, WORDS, WORDS_BEFORE, WORDS_NEXT, END, END_BEFORE, START, START_NEXT, CUE, CUE_BEFORE, CUE_NEXT,
	GAP, GAP_BEFORE, GAP_BEHIND, GAP_NEXT, SPACING, BODIES, PAGE_BYTES, TAIL, TO_TEXT, GLUE, HEAD,
	SPACING_AHEAD, TEXT_AHEAD, LEADS_AHEAD, FEET_AHEAD, STAMPS,
	FIRST_READ, CAPITALS = FIRST_READ, INSIDE, FIRST_TOPIC, REPEATED = FIRST_TOPIC, SEEN, TOPIC, TOPIC_NAMES, COHESION, FEATURES
};
enum { FEATURE_VALUES = 24, FEATURES_AHEAD = 24 };

struct feature_names { const char *name; const char *const *values; };   /* values: up to NULL, at most FEATURE_VALUES */
extern const struct feature_names features[FEATURES];

/* Lines [0, n) as far as they are known, and features_trait of each; the page under way starts at line `page`. Lines from page on may be asked for;
 * no more than FEATURES_AHEAD lines behind the one asked for are looked at. FEATURES_SLACK bytes behind the traits may be read. */
enum { FEATURES_SLACK = 32 };
struct window { struct str text; struct line *line; const unsigned char *trait; unsigned page, n; };
unsigned char features_trait(const struct line *l);

/* phrases: with which a line cut in two is looked at anew. */
void features_open(const struct noise *phrases);
/* A page starts: what is known of the last one is forgotten. */
void features_page(void);
/* The lines before i are the page's. Returns its bytes. */
size_t features_count(const struct window *w, unsigned i);

/* The line is running text, no headline however long. */
bool features_running(const struct line *l);

/* A line and its neighbours, as if the line were cut in two at a byte. gap: blank lines before. No such line: one with n 0. */
enum { FEATURES_BEHIND = 3, FEATURES_REACH = 10 };
struct near {
	struct line *before_2, *before, *here, *behind[FEATURES_BEHIND];
	unsigned gap_before, gap, gap_behind[2], to_text;
	unsigned feet;        /* lines of the foot of pages before the next text */
	struct { unsigned all, parted, text, leads; } ahead;   /* lines behind, FEATURES_REACH at most; those behind a blank line, of text, of leads */
	unsigned next, filled;                                 /* the line behind; bit k: next + k is one of them */
	struct line cut[2];
};

/* Line i, or, with at > 0, its bytes from at (counted from line[i].at) on. */
void features_look(const struct window *w, unsigned i, size_t at, struct near *v);
/* The values of the features before FIRST_READ; of CAPITALS and INSIDE, which read the line once more; ... */
void features_shape(const struct window *w, const struct near *v, unsigned i, size_t at, unsigned char value[FEATURES]);
void features_read(const struct window *w, const struct near *v, unsigned char value[FEATURES]);
/* ... of REPEATED, which compares the line's words with those right behind; and of the others, which compare words with those of the page's
 * lines before `known`. */
void features_repeated(const struct window *w, const struct near *v, unsigned char value[FEATURES]);
void features_topic(const struct window *w, unsigned known, const struct near *v, size_t at, unsigned char value[FEATURES]);
#endif
