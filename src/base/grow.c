/* grow.c - room for one element more. */
#include "base/grow.h"
#include "base/diag.h"
#include <stdlib.h>

void *grown(void *p, size_t n, size_t *cap, size_t size)
{
	enum { FIRST = 64 };
	if (n < *cap)
		return p;
	*cap = *cap ? *cap * 2 : FIRST;
	p = realloc(p, *cap * size);
	if (!p)
		diag_fatal("out of memory");
	return p;
}
