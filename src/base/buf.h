/* buf.h - a growing run of bytes, reused from record to record. Out of memory ends the program with status 3 (diag_fatal). */
#ifndef BASE_BUF_H
#define BASE_BUF_H
#include "base/str.h"

struct buf { char *p; size_t n, cap; };

void buf_grow(struct buf *b, size_t more);
static inline void buf_reserve(struct buf *b, size_t more)   /* room for `more` bytes behind n */
{
	if (b->cap - b->n < more)
		buf_grow(b, more);
}
static inline void buf_add(struct buf *b, struct str s)
{
	if (s.n == 0)
		return;
	buf_reserve(b, s.n);
	memcpy(b->p + b->n, s.p, s.n);
	b->n += s.n;
}
static inline void buf_char(struct buf *b, char c)
{
	buf_reserve(b, 1);
	b->p[b->n++] = c;
}
void buf_uint(struct buf *b, unsigned long long v); /* in decimal */
enum { BUF_UINT = 20 };                             /* digits at most, and room that is enough to write fewer */
/* For many pieces behind one buf_reserve (BUF_UINT for a number): written at p; returns the place behind. */
char *buf_put_uint(char *p, unsigned long long v);
static inline char *buf_put(char *p, struct str s)
{
	if (s.n)
		memcpy(p, s.p, s.n);
	return p + s.n;
}
static inline void buf_clear(struct buf *b) { b->n = 0; }
static inline struct str buf_str(const struct buf *b) { return (struct str){ b->p, b->n }; }
void buf_free(struct buf *b);
#endif
