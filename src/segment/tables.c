/* tables.c - "noise.csv" -> its bytes, from the program itself or from a folder. */
#include "segment/tables.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/embedded.h"
#include <stdio.h>

static struct str file_text(const char *dir, const char *name, struct arena *a)
{
	char path[4096];
	snprintf(path, sizeof path, "%s/%s", dir, name);
	FILE *f = fopen(path, "rb");
	if (!f)
		return (struct str){ 0 };
	struct buf b = { 0 };
	for (int c; (c = getc(f)) != EOF;)
		buf_char(&b, (char)c);
	if (ferror(f))
		diag_at(DIAG_USAGE, path, 0, "cannot be read");
	fclose(f);
	struct str s = arena_dup(a, buf_str(&b));
	buf_free(&b);
	return s;
}

struct str table_text(const char *dir, const char *name, struct arena *a)
{
	struct str text = { 0 };
	if (dir)
		text = file_text(dir, name, a);
	else
		for (const struct embedded *e = embedded; e->name; e++)
			if (strcmp(e->name, name) == 0)
				text = (struct str){ e->bytes, e->n };
	if (!text.p)
		diag_at(DIAG_USAGE, name, 0, "no such lexicon table%s%s", dir ? " in " : "", dir ? dir : "");
	return text;
}
