/* segment - bytes of pages to document, sentence and end records.
 * in: pages glued in one stream, or one file a page (or more)   out: {"type":"document",...} {"type":"sentence",...} {"type":"end",...} */
#include "base/diag.h"
#include "base/io.h"
#include "base/opt.h"
#include "segment/page.h"

enum { MAX_PAGE = 4 << 20 };

static const char *lexicon_dir;
static const struct opt options[] = {
	{ 0, "lexicon", "DIR", "read the lexicon tables from DIR instead of those built in", &lexicon_dir },
	{ 0, NULL, NULL, NULL, NULL },
};
static const struct opt_program program = { "segment", "[--lexicon DIR] [FILE...]",
					    "Finds the pages in a stream and splits them into sentences with zones.", options };

int main(int argc, char **argv)
{
	static char chunk[256 * 1024];
	diag_program("segment");
	int first = opt_parse(&program, argc, argv);
	pages_open(lexicon_dir, MAX_PAGE);
	struct input *in = input_open(argv + first, argc - first);
	while (input_next_file(in)) {
		pages_source(input_name(in));
		for (size_t n; (n = input_read(in, chunk, sizeof chunk));)
			pages_bytes((struct str){ chunk, n });
		pages_end();
	}
	input_close(in);
	return io_finish();
}
