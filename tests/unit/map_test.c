/* map_test.c - keys found again through many doublings, prefixes and an empty key kept apart, unknown keys 0. */
#include "base/map.h"
#include <assert.h>
#include <stdio.h>

int main(void)
{
	struct arena a = { 0 };
	struct map m = { .a = &a };
	char key[32];
	assert(map_get(&m, STR("a")) == 0);
	for (unsigned i = 1; i <= 5000; i++) {
		int n = snprintf(key, sizeof key, "key %u", i);
		unsigned *at = map_at(&m, arena_dup(&a, (struct str){ key, (size_t)n }));
		assert(*at == 0);
		*at = i;
	}
	*map_at(&m, STR("")) = 7;
	for (unsigned i = 1; i <= 5000; i++) {
		int n = snprintf(key, sizeof key, "key %u", i);
		assert(map_get(&m, (struct str){ key, (size_t)n }) == i);
	}
	assert(map_get(&m, STR("key")) == 0 && map_get(&m, STR("")) == 7 && map_get(&m, STR("key 5001")) == 0);
	*map_at(&m, STR("key 1")) = 9;
	assert(map_get(&m, STR("key 1")) == 9 && m.n == 5001);
	arena_free(&a);
	return 0;
}
