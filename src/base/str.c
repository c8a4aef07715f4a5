/* str.c - what does not fit in a line of str.h: search, trim, order, hash.
 * str_trim(" a b ") -> "a b". Nothing here allocates; nothing here knows UTF-8. */
#include "base/str.h"
#include <stdint.h>

size_t str_find(struct str s, struct str what, size_t from)
{
	if (what.n == 0 || from > s.n || s.n - from < what.n)
		return SIZE_MAX;
	const char *p = s.p + from, *end = s.p + s.n - what.n;
	while (p <= end) {
		p = memchr(p, what.p[0], (size_t)(end - p) + 1);
		if (!p)
			return SIZE_MAX;
		if (memcmp(p, what.p, what.n) == 0)
			return (size_t)(p - s.p);
		p++;
	}
	return SIZE_MAX;
}

static bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

struct str str_trim(struct str s)
{
	while (s.n && is_blank(s.p[0])) { s.p++; s.n--; }
	while (s.n && is_blank(s.p[s.n - 1])) s.n--;
	return s;
}

int str_cmp(struct str a, struct str b)
{
	int c = memcmp(a.p ? a.p : "", b.p ? b.p : "", a.n < b.n ? a.n : b.n);
	return c ? c : (a.n > b.n) - (a.n < b.n);
}

unsigned long long str_hash(unsigned long long seed, struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		seed ^= (unsigned char)s.p[i];
		seed *= 1099511628211ULL;
	}
	return seed;
}
