/* str.h - a slice of bytes: pointer and length, not owned, not NUL-terminated; a byte may be NUL. */
#ifndef BASE_STR_H
#define BASE_STR_H
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct str { const char *p; size_t n; };

#define STR(literal) ((struct str){ (literal), sizeof(literal) - 1 })

static inline struct str str_c(const char *s) { return (struct str){ s, s ? strlen(s) : 0 }; }
static inline struct str str_range(const char *from, const char *to) { return (struct str){ from, (size_t)(to - from) }; }
static inline bool str_eq(struct str a, struct str b) { return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0); }
static inline bool str_starts(struct str s, struct str with) { return s.n >= with.n && memcmp(s.p, with.p, with.n) == 0; }
static inline bool str_ends(struct str s, struct str with) { return s.n >= with.n && memcmp(s.p + s.n - with.n, with.p, with.n) == 0; }
/* The slice from byte `from` up to, not including, byte `to`. */
static inline struct str str_sub(struct str s, size_t from, size_t to) { return (struct str){ s.p + from, to - from }; }

/* First position of `what` in `s` at or after byte `from`; SIZE_MAX if there is none. */
size_t str_find(struct str s, struct str what, size_t from);
/* Without ASCII white space at both ends. */
struct str str_trim(struct str s);
/* memcmp order, shorter first. For qsort keys. */
int str_cmp(struct str a, struct str b);
/* FNV-1a, 64 bits; chain by handing the last value in as `seed` (start with STR_HASH_SEED). */
#define STR_HASH_SEED 14695981039346656037ULL
unsigned long long str_hash(unsigned long long seed, struct str s);
static inline unsigned long long str_hash_byte(unsigned long long seed, unsigned char c) { return (seed ^ c) * 1099511628211ULL; }
#endif
