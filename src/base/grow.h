/* grow.h - an array that grows by doubling. Out of memory ends the program with status 3. */
#ifndef BASE_GROW_H
#define BASE_GROW_H
#include <stddef.h>

/* The array p with room for one element more than n; *cap counts elements of `size` bytes, 0 at the begin. */
void *grown(void *p, size_t n, size_t *cap, size_t size);
#endif
