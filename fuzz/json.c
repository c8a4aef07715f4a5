/* json.c - libFuzzer target: json_parse of the bytes; each string's characters; and the sentence reader over what parses. */
#include "base/json.h"
#include "record/sentence.h"
#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static struct json j;
	static struct arena a;
	struct json_error why;
	struct sentence s;
	const char *refused = NULL;
	struct str text = arena_dup(&a, (struct str){ (const char *)data, n });
	if (json_parse(&j, text, &why)) {
		for (unsigned i = 0; i < j.n; i++)
			if (j.node[i].kind == JSON_KIND_STRING)
				json_text(&j, i, &a);
		if (j.node[0].kind == JSON_KIND_OBJECT)
			sentence_decode(&j, &a, &s, &refused);
	} else if (why.at > n) {
		abort();
	}
	arena_reset(&a);
	return 0;
}
