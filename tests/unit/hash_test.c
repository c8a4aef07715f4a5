/* The hash is the one that `xxhsum -H3` prints: short, middling and long texts, each of which it reads in its own way. */
#include "base/hash.h"
#include <assert.h>

int main(void)
{
	static char many[1000];
	for (unsigned i = 0; i < sizeof many; i++)
		many[i] = (char)('a' + i % 26);
	assert(hash_of(STR("")) == 0x2d06800538d394c2);
	assert(hash_of(STR("abc")) == 0x78af5f94892f3950);
	assert(hash_of((struct str){ many, 100 }) == 0x7f2b83f8e57a6e24);
	assert(hash_of((struct str){ many, 200 }) == 0xe12dae8ffe57bbc9);
	assert(hash_of((struct str){ many, 1000 }) == 0xe153425558d7da5d);
	return 0;
}
