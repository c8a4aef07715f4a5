/* sweep.h - the one pass over a line's bytes when its turn comes: what asks for every byte is looked for together. */
#ifndef SEGMENT_SWEEP_H
#define SEGMENT_SWEEP_H
#include "segment/glue.h"
#include "segment/line.h"

struct sweep {
	bool single, plain;           /* no blank stands behind a blank; json_plain */
	struct glue_marks glue;
};

/* text[at .. at + n), trimmed and not empty. LINE_BEHIND bytes behind it may be read. */
void sweep(struct sweep *out, struct str text, size_t at, size_t n);
#endif
