/* arena.c - a chain of blocks handed out front to back; reset goes back to the first and keeps them all.
 * A request larger than a block gets a block of its own size. */
#include "base/arena.h"
#include "base/diag.h"
#include <stdint.h>
#include <stdlib.h>

#if defined(__SANITIZE_ADDRESS__)
#define HAVE_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HAVE_ASAN 1
#endif
#endif
#ifdef HAVE_ASAN
#include <sanitizer/asan_interface.h>
#else
#define ASAN_POISON_MEMORY_REGION(p, n) ((void)(p), (void)(n))
#define ASAN_UNPOISON_MEMORY_REGION(p, n) ((void)(p), (void)(n))
#endif

enum { BLOCK = 64 * 1024, ALIGN = 16 };

struct arena_block {
	struct arena_block *next;
	size_t used, cap;
	_Alignas(16) char bytes[];
};

static struct arena_block *block_new(size_t n)
{
	size_t cap = n > BLOCK ? n : BLOCK;
	struct arena_block *b = malloc(sizeof *b + cap);
	if (!b)
		diag_fatal("out of memory");
	*b = (struct arena_block){ .cap = cap };
	ASAN_POISON_MEMORY_REGION(b->bytes, cap);
	return b;
}

void *arena_room(struct arena *a, size_t n)
{
	if (n > SIZE_MAX - 2 * ALIGN - sizeof(struct arena_block))
		diag_fatal("out of memory");
	n = (n + ALIGN - 1) / ALIGN * ALIGN;
	if (!a->first)
		a->first = a->now = block_new(n);
	while (a->now->cap - a->now->used < n) {
		if (!a->now->next || a->now->next->cap < n) {
			struct arena_block *b = block_new(n);
			b->next = a->now->next;
			a->now->next = b;
		}
		a->now = a->now->next;
	}
	char *p = a->now->bytes + a->now->used;
	a->now->used += n;
	ASAN_UNPOISON_MEMORY_REGION(p, n);
	return p;
}

void *arena_alloc(struct arena *a, size_t n) { return memset(arena_room(a, n), 0, n); }

struct str arena_dup(struct arena *a, struct str s)
{
	char *p = arena_room(a, s.n + 1);
	if (s.n)
		memcpy(p, s.p, s.n);
	p[s.n] = 0;
	return (struct str){ p, s.n };
}

void arena_reset(struct arena *a)
{
	for (struct arena_block *b = a->first; b; b = b->next) {
		ASAN_POISON_MEMORY_REGION(b->bytes, b->cap);
		b->used = 0;
	}
	a->now = a->first;
}

void arena_free(struct arena *a)
{
	for (struct arena_block *b = a->first, *next; b; b = next) {
		next = b->next;
		ASAN_UNPOISON_MEMORY_REGION(b->bytes, b->cap);
		free(b);
	}
	*a = (struct arena){ 0 };
}
