/* sweep.h - the one pass over a line's bytes when its turn comes. The page's hash goes on over them, which leaves room, each of its steps waiting for
 * the one before; so what else asks for every byte is looked for beside it. */
#ifndef SEGMENT_SWEEP_H
#define SEGMENT_SWEEP_H
#include "segment/glue.h"
#include "segment/line.h"

struct sweep {
	unsigned long long hash;      /* str_hash, gone on */
	bool single, plain;           /* no blank stands behind a blank; json_plain */
	struct glue_marks glue;
};

/* text[at .. at + n), trimmed and not empty. LINE_BEHIND bytes behind it may be read. */
void sweep(struct sweep *out, unsigned long long hash, struct str text, size_t at, size_t n);
#endif
