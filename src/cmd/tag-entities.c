/* tag-entities - adds entities to the sentences of a record stream; every other record passes through byte for byte.
 * in:  {"type":"sentence",...,"text":"Ông An"}      out: the same with "entities":[{"label":"HONORIFIC",...}] */
#include "base/diag.h"
#include "base/io.h"
#include "base/opt.h"
#include "tag/tag.h"

enum { MAX_LINE = 64 << 20 };

static const char *lexicon_dir;
static const struct opt options[] = {
	{ 0, "lexicon", "DIR", "read the lexicon tables from DIR instead of those built in", &lexicon_dir },
	{ 0, NULL, NULL, NULL, NULL },
};
static const struct opt_program program = { "tag-entities", "[--lexicon DIR] [FILE...]",
					    "Adds persons, positions, organisations, places, dates, directives, meetings to sentence records.", options };

static void sentence_line(struct tagger *g, const struct line_reader *in, struct str line, struct buf *out)
{
	static struct json j;
	struct json_error bad;
	struct sentence s;
	const char *why = NULL;
	if (!json_parse(&j, line, &bad)) {
		diag_at(DIAG_REFUSED, lines_file(in), lines_number(in), "%s at byte %zu", bad.what, bad.at);
		return;
	}
	if (!sentence_decode(&j, g->a, &s, &why)) {
		diag_at(DIAG_REFUSED, lines_file(in), lines_number(in), "%s", why);
		return;
	}
	tag_sentence(g, &s);
	buf_clear(out);
	sentence_write(out, line, &s);
	out_line(buf_str(out));
}

int main(int argc, char **argv)
{
	diag_program("tag-entities");
	int first = opt_parse(&program, argc, argv);
	struct arena a = { 0 };
	struct tagger g = { .lex = lexicon_load(lexicon_dir), .a = &a };
	struct line_reader *in = lines_open(argv + first, argc - first, MAX_LINE);
	struct buf out = { 0 };
	struct str line;
	while (lines_next(in, &line)) {
		if (str_starts(line, STR("{\"type\":\"sentence\"")))
			sentence_line(&g, in, line, &out);
		else
			out_line(line);
		arena_reset(&a);
	}
	lines_close(in);
	return io_finish();
}
