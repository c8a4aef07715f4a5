/* resource.c - resource_text(NULL, "encodings.csv", &a) -> the bytes of lexicon/encodings.csv as they were at build time. */
#include "base/resource.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/embedded.h"
#include <stdio.h>
#include <stdlib.h>

static _Noreturn void missing(const char *table)
{
	diag_at(DIAG_USAGE, table, 0, "no such lexicon table");
	exit(DIAG_USAGE);
}

struct str resource_text(const char *dir, const char *table, struct arena *a)
{
	if (!dir) {
		for (const struct embedded *e = embedded; e->name; e++)
			if (strcmp(e->name, table) == 0)
				return (struct str){ e->bytes, e->n };
		missing(table);
	}
	char path[4096], chunk[4096];
	if ((size_t)snprintf(path, sizeof path, "%s/%s", dir, table) >= sizeof path)
		missing(path);
	FILE *f = fopen(path, "rb");
	if (!f)
		missing(path);
	struct buf b = { 0 };
	for (size_t n; (n = fread(chunk, 1, sizeof chunk, f));)
		buf_add(&b, (struct str){ chunk, n });
	bool bad = ferror(f);
	fclose(f);
	if (bad)
		missing(path);
	struct str s = arena_dup(a, buf_str(&b));
	buf_free(&b);
	return s;
}
