/* map.h - from a string to a number, in an arena: for finding again in one step what a document has named before. */
#ifndef BASE_MAP_H
#define BASE_MAP_H
#include "base/arena.h"

struct map_slot;
struct map { struct arena *a; struct map_slot *slot; unsigned n, cap; };   /* only the arena is set at the begin */

/* Where the number of `key` is kept; 0 when the key is new. The key's bytes must live as long as the arena's; the place, until the next call. */
unsigned *map_at(struct map *m, struct str key);
/* The number of `key`; 0 if it was never asked for by map_at. */
unsigned map_get(const struct map *m, struct str key);
#endif
