/* sweep.c - sixteen bytes at a time: what others make of them (glue.h, base/json.h). */
#include "segment/sweep.h"
#include "base/json.h"
#include "segment/glue_may.h"

struct found { bytes16 doubled, special; };

/* Returns the marks of glue. p[-1] to p[BYTES + 1] are read; only bytes that `of` has set count for *f. */
__attribute__((always_inline)) static inline unsigned block(struct found *f, const char *p, bytes16 of)
{
	bytes16 here = bytes_load(p), b1 = bytes_load(p - 1);
	f->doubled |= bytes_are(here, ' ') & bytes_are(b1, ' ') & of;
	f->special |= json_special(here) & of;
	return bytes_mask(glue_may(b1, here, bytes_load(p + 1), bytes_load(p + 2)));
}

void sweep(struct sweep *out, struct str text, size_t at, size_t n)
{
	const char *p = text.p + at;
	char first[1 + BYTES + 2] = { '\n' };
	struct found f = { { 0 }, { 0 } };
	size_t i = 0, from = glue_first_block(n) * BYTES;
	unsigned short *marks = out->glue.block;
	unsigned any = 0;
	memcpy(first + 1, p, sizeof first - 1);
	const char *q = at ? p : first + 1;                 /* where nothing stands before the line */
	for (; n - i >= BYTES; i += BYTES, q = p + i) {
		unsigned m = block(&f, q, bytes_all(255));
		any |= i ? m : m & ~3u;               /* no glue at a line's first two bytes, of which one is often a capital */
		if (i >= from)
			*marks++ = (unsigned short)m;
	}
	if (i < n)
		*marks = (unsigned short)block(&f, q, bytes_first(n - i));
	if (n - i > GLUE_REST)
		any |= *marks & ((1u << (n - i - GLUE_REST)) - 1) & (i ? ~0u : ~3u);
	out->glue.first = from / BYTES;
	out->glue.any = any;
	out->single = !bytes_mask(f.doubled);
	out->plain = !bytes_mask(f.special);
}
