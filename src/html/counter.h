/* counter.h - how often each key came, with what is to be shown of it. The memory is that of the distinct keys. */
#ifndef HTML_COUNTER_H
#define HTML_COUNTER_H
#include "base/arena.h"

struct count {
	struct str key;
	struct str text, note;   /* what to show; set by the caller when n is 0 (counter_keep) */
	struct str anchor;       /* fragment of the first place */
	unsigned long long n;    /* times */
	unsigned long long m;    /* a second tally of the caller's */
};

struct counter {
	struct arena a;
	struct count *v;         /* in order of arrival until counter_sort */
	size_t *slot;            /* open addressing: index + 1, 0 is free */
	size_t n, cap;           /* cap: of slot, a power of two */
};

/* The count of key, with n == 0 when it is new. Valid until the next call. The key is copied. */
struct count *counter_find(struct counter *c, struct str key);
/* A copy that lives as long as the counter. */
struct str counter_keep(struct counter *c, struct str s);
/* Most first (n, then m), then by text and key: the same counts give the same order. No counter_find afterwards. */
void counter_sort_by_count(struct counter *c);
void counter_sort_by_key(struct counter *c);
#endif
