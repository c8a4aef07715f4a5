/* arena.h - memory that lives until one reset: a document's, or the process's. Nothing is freed piece by piece. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H
#include "base/str.h"

struct arena_block;
struct arena { struct arena_block *first, *now; };

/* Zeroed, aligned for any type; never NULL (out of memory ends the program with status 3). */
void *arena_alloc(struct arena *a, size_t n);
/* The same with what happens to be there: for rows that are filled as they are taken. */
void *arena_room(struct arena *a, size_t n);
#define arena_new(a, type) ((type *)arena_alloc((a), sizeof(type)))
/* A copy of s, with a NUL behind it that is not counted. */
struct str arena_dup(struct arena *a, struct str s);
/* Keeps the blocks for reuse; under AddressSanitizer their bytes are poisoned until handed out again. */
void arena_reset(struct arena *a);
void arena_free(struct arena *a);
#endif
