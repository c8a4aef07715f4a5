/* map.c - open addressing, at most half full; grows by doubling, the old slots stay in the arena until its reset. */
#include "base/map.h"

struct map_slot { struct str key; unsigned long long hash; unsigned value; bool used; };

static struct map_slot *slot_of(const struct map *m, struct str key, unsigned long long hash)
{
	unsigned i = (unsigned)(hash ^ hash >> 32) & (m->cap - 1);
	while (m->slot[i].used && !(m->slot[i].hash == hash && str_eq(m->slot[i].key, key)))
		i = (i + 1) & (m->cap - 1);
	return &m->slot[i];
}

static void grow(struct map *m)
{
	struct map old = *m;
	m->cap = old.cap ? old.cap * 2 : 64;
	m->slot = arena_alloc(m->a, m->cap * sizeof *m->slot);
	for (unsigned i = 0; i < old.cap; i++)
		if (old.slot[i].used)
			*slot_of(m, old.slot[i].key, old.slot[i].hash) = old.slot[i];
}

unsigned *map_at(struct map *m, struct str key)
{
	if ((m->n + 1) * 2 > m->cap)
		grow(m);
	unsigned long long hash = str_hash(STR_HASH_SEED, key);
	struct map_slot *s = slot_of(m, key, hash);
	if (!s->used) {
		*s = (struct map_slot){ .key = key, .hash = hash, .used = true };
		m->n++;
	}
	return &s->value;
}

unsigned map_get(const struct map *m, struct str key)
{
	return m->cap ? slot_of(m, key, str_hash(STR_HASH_SEED, key))->value : 0;
}
