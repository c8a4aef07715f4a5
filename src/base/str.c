/* str.c - what does not fit in a line of str.h: search, trim, order, hash.
 * str_trim(" a b ") -> "a b". Nothing here allocates; nothing here knows UTF-8. */
#include "base/str.h"
#include "base/bytes.h"
#include <stdint.h>

/* Bit k: the first and the last byte of `what` stand where they would if it stood at p + k. */
static unsigned may_stand(const char *p, struct str what)
{
	return bytes_mask(bytes_are(bytes_load(p), (unsigned char)what.p[0]) & bytes_are(bytes_load(p + what.n - 1), (unsigned char)what.p[what.n - 1]));
}

size_t str_find(struct str s, struct str what, size_t from)
{
	if (what.n == 0 || from > s.n || s.n - from < what.n)
		return SIZE_MAX;
	size_t i = from, end = s.n - what.n + 1;                            /* it may start before `end` */
	if (end - from >= BYTES) {
		for (size_t next; i < end; i = next) {
			for (unsigned m = may_stand(s.p + i, what); m; m &= m - 1)
				if (memcmp(s.p + i + __builtin_ctz(m), what.p, what.n) == 0)
					return i + (unsigned)__builtin_ctz(m);
			next = i + BYTES == end || i + 2 * BYTES <= end ? i + BYTES : end - BYTES;      /* the last sixteen, some of them again */
		}
	}
	for (; i < end; i++)
		if (s.p[i] == what.p[0] && memcmp(s.p + i, what.p, what.n) == 0)
			return i;
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
	for (size_t i = 0; i < s.n; i++)
		seed = str_hash_byte(seed, (unsigned char)s.p[i]);
	return seed;
}
