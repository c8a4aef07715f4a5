/* format.c - the signatures that such files begin with: nobody's page begins so. */
#include "segment/format.h"

static const struct { struct str begin; const char *what; } known[] = {
	{ { "%PDF-", 5 }, "a PDF document" },
	{ { "PK\x03\x04", 4 }, "an office document or ZIP archive" },
	{ { "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8 }, "an office document of the old kind" },
	{ { "{\\rtf1", 6 }, "an RTF document" },
	{ { "\x89PNG\r\n\x1A\n", 8 }, "a picture" },
	{ { "\xFF\xD8\xFF", 3 }, "a picture" },
	{ { "GIF87a", 6 }, "a picture" },
	{ { "GIF89a", 6 }, "a picture" },
	{ { "BZh91AY&", 8 }, "a bzip2 file" },
	{ { "\xFD" "7zXZ", 5 }, "an xz file" },
	{ { "\x28\xB5\x2F\xFD", 4 }, "a Zstandard file" },
	{ { "7z\xBC\xAF\x27\x1C", 6 }, "a 7z archive" },
	{ { "Rar!\x1A\x07", 6 }, "a RAR archive" },
	{ { "\x7F" "ELF", 4 }, "a program" },
	{ { "SQLite f", 8 }, "a database" },
};

const char *format_foreign(struct str head)
{
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (str_starts(head, known[i].begin))
			return known[i].what;
	return NULL;
}
