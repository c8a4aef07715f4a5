/* segment.c - libFuzzer target: the bytes as a source. What kind of source is told by the program's name: segment-plain, segment-html (a file
 * x.html), segment-wet ("WARC/1.0\r\n" is put before the bytes), segment-ENCODING (everything read as that encoding; "+" stands for "/"). */
#include "base/diag.h"
#include "base/buf.h"
#include "segment/encoding.h"
#include "segment/html.h"
#include "segment/page.h"
#include "segment/source.h"
#include <stdint.h>

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static const char *kind;

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	static char encoding[64];
	(void)argc;
	kind = strrchr((*argv)[0], '/') ? strrchr((*argv)[0], '/') + 1 : (*argv)[0];
	kind = strncmp(kind, "segment-", 8) == 0 ? kind + 8 : "plain";
	for (size_t i = 0; i + 1 < sizeof encoding && kind[i]; i++)
		encoding[i] = kind[i] == '+' ? '/' : kind[i];
	bool forced = strcmp(kind, "plain") != 0 && strcmp(kind, "html") != 0 && strcmp(kind, "wet") != 0;
	diag_program("fuzz");
	pages_open(NULL, 1 << 16, NULL);
	encoding_open(NULL, forced ? encoding : NULL);
	html_load(NULL);
	return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	size_t piece = n ? data[0] % 61 + 1 : 1;       /* bytes come in pieces, as read(2) gives them */
	source_begin(strcmp(kind, "html") == 0 ? "x.html" : "x.txt", false);
	if (strcmp(kind, "wet") == 0)
		source_bytes(STR("WARC/1.0\r\n"));
	for (size_t i = 0; i < n; i += piece) {
		if (piece == 7 && i == 7 * piece)
			source_gap();
		source_bytes((struct str){ (const char *)data + i, n - i < piece ? n - i : piece });
	}
	source_end();
	return 0;
}
