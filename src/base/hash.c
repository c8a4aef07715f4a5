/* hash.c - XXH3 by libxxhash: the same on every machine. "abc" -> 0x78af5f94892f3950 */
#include "base/hash.h"
#include <xxhash.h>

unsigned long long hash_of(struct str s) { return XXH3_64bits(s.p, s.n); }
