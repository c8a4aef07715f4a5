/* look.h - the values a line, its begin, its end and the place of a cut may have as features of a boundary (features.h). */
#ifndef SEGMENT_LOOK_H
#define SEGMENT_LOOK_H
#include "segment/line.h"

/* Of look_kinds. */
enum look_kind {
	KIND_NONE, KIND_BOILERPLATE, KIND_HEAD, KIND_FOOT, KIND_RELATED, KIND_CAPTION, KIND_BYLINE, KIND_SOURCE, KIND_STAMP, KIND_NAME, KIND_DOUBLED, KIND_ENTRY,
	KIND_LEAD, KIND_TEXT, KIND_OPEN_TEXT, KIND_SENTENCE, KIND_COLON, KIND_CUT, KIND_HEADLINE, KIND_FEW, KIND_OTHER
};
/* Names of the values, in order, up to NULL. */
extern const char *const look_kinds[], *const look_ends[], *const look_starts[], *const look_capitals[], *const look_insides[], *const look_glues[];

unsigned look_at_kind(const struct line *l, struct str s);      /* s: the line's text, trimmed */
unsigned look_at_end(struct str s);
unsigned look_at_start(struct str s);
unsigned look_at_capitals(struct str s, unsigned words);
unsigned look_at_inside(struct str s);
unsigned look_at_glue(struct str s, size_t at);                 /* what stands before byte `at`, where s may be cut; 0: nothing */
#endif
