/* map.c - open addressing, at most half full; grows by doubling, the old slots stay in the arena until its reset. */
#include "base/map.h"
#include "base/bytes.h"

struct map_slot { struct str key; unsigned long long hash; unsigned value; bool used; };

static struct map_slot *slot_of(const struct map *m, struct str key, unsigned long long hash)
{
	unsigned i = (unsigned)(hash ^ hash >> 32) & (m->cap - 1);
	while (m->slot[i].used && !(m->slot[i].hash == hash && str_eq(m->slot[i].key, key)))
		i = (i + 1) & (m->cap - 1);
	return &m->slot[i];
}

/* Eight bytes at a time, each step by a factor: nothing but these slots ever sees it. */
static unsigned long long hash_of(struct str key)
{
	const unsigned long long factor = 0x9E3779B97F4A7C15ULL;
	unsigned long long hash = key.n, last[2];
	for (; key.n >= BYTES; key = str_sub(key, sizeof *last, key.n))
		hash = (hash ^ bytes_eight(key.p)) * factor;
	bytes16 rest = bytes_short(key.p, key.n);
	memcpy(last, &rest, sizeof last);
	hash = (hash ^ last[0]) * factor;
	hash = (hash ^ hash >> 32 ^ last[1]) * factor;
	return hash;
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
	unsigned long long hash = hash_of(key);
	struct map_slot *s = slot_of(m, key, hash);
	if (!s->used) {
		*s = (struct map_slot){ .key = key, .hash = hash, .used = true };
		m->n++;
	}
	return &s->value;
}

unsigned map_get(const struct map *m, struct str key)
{
	return m->cap ? slot_of(m, key, hash_of(key))->value : 0;
}
