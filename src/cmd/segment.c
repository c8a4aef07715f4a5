/* segment - bytes of pages to document, sentence and end records.
 * in: pages glued in one stream, or one file a page (or more)   out: {"type":"document",...} {"type":"sentence",...} {"type":"end",...} */
#include "base/diag.h"
#include "base/io.h"
#include "base/opt.h"
#include "base/re.h"
#include "segment/encoding.h"
#include "segment/html.h"
#include "segment/page.h"
#include "segment/source.h"
#include <stdlib.h>

enum { MAX_PAGE = 4 << 20 };

static const char *lexicon_dir, *encoding, *separator;
static const struct opt options[] = {
	{ 0, "encoding", "NAME", "read everything as NAME instead of finding the encoding out", &encoding },
	{ 0, "lexicon", "DIR", "read the lexicon tables from DIR instead of those built in", &lexicon_dir },
	{ 0, "separator", "REGEX", "a page ends where a line matches REGEX (PCRE2); the match belongs to no page", &separator },
	{ 0, NULL, NULL, NULL, NULL },
};
static const struct opt_program program = { "segment", "[--encoding NAME] [--lexicon DIR] [--separator REGEX] [FILE...]",
					    "Finds the pages in a stream and splits them into sentences with zones.", options };

static struct re *separator_pattern(void)
{
	char why[RE_WHY];
	struct re *re = separator ? re_compile(str_c(separator), false, why) : NULL;
	if (separator && !re) {
		diag(DIAG_USAGE, "--separator: %s", why);
		exit(DIAG_USAGE);
	}
	return re;
}

int main(int argc, char **argv)
{
	static char chunk[256 * 1024];
	diag_program("segment");
	int first = opt_parse(&program, argc, argv);
	pages_open(lexicon_dir, MAX_PAGE, separator_pattern());
	encoding_open(lexicon_dir, encoding);
	html_load(lexicon_dir);
	struct input *in = input_open(argv + first, argc - first);
	while (input_next_file(in)) {
		size_t n = input_read(in, chunk, sizeof chunk);
		source_begin(input_name(in), input_packed(in));
		for (; n; n = input_read(in, chunk, sizeof chunk)) {
			if (input_gap(in))
				source_gap();
			source_bytes((struct str){ chunk, n });
		}
		if (input_gap(in))
			source_gap();
		source_end();
	}
	input_close(in);
	return io_finish();
}
