/* hash.h - a number of 64 bits for bytes, for names that last: XXH3, as `xxhsum -H3` prints it. The only user of libxxhash. */
#ifndef BASE_HASH_H
#define BASE_HASH_H
#include "base/str.h"

unsigned long long hash_of(struct str s);
#endif
