/* sweep.c - thirty-two bytes at a time: what others make of them (glue.h, base/json.h). */
#include "segment/sweep.h"
#include "base/json.h"
#include "segment/glue_may.h"

WIDE_CLONES void sweep(struct sweep *out, struct str text, size_t at, size_t n)
{
	const char *line = text.p + at, *p = line;
	char first[1 + WIDE + 2] = { '\n' };
	bytes32 doubled = { 0 }, special = { 0 };
	size_t from = glue_first_block(n) * WIDE;
	unsigned *marks = out->glue.block, any = 0, but = ~3u;        /* no glue at a line's first two bytes, of which one is often a capital */
	if (at == 0) {                                                /* nothing stands before the line */
		memcpy(first + 1, line, sizeof first - 1);
		p = first + 1;
	}
	for (size_t i = 0; i < n; i += WIDE, p = line + i, but = ~0u) {
		bytes32 of = wide_first(n - i < WIDE ? n - i : WIDE), here = wide_load(p), before = wide_load(p - 1);
		unsigned m = wide_mask(glue_may(before, here, wide_load(p + 1), wide_load(p + 2)));
		doubled |= wide_are(here, ' ') & wide_are(before, ' ') & of;
		special |= json_special_wide(here) & of;
		*marks = m;
		marks += i >= from;
		size_t places = n - i > GLUE_REST ? n - i - GLUE_REST : 0;
		any |= m & but & (places < WIDE ? (1u << places) - 1 : ~0u);
	}
	out->glue.first = from / WIDE;
	out->glue.any = any;
	out->single = !wide_mask(doubled);
	out->plain = !wide_mask(special);
}
