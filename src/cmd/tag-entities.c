/* tag-entities - adds entities to the sentences of a record stream; every other record passes through byte for byte.
 * in:  {"type":"sentence",...,"text":"Ông An"}      out: the same with "entities":[{"label":"HONORIFIC",...}] */
#include "base/diag.h"
#include "base/opt.h"
#include "base/re.h"
#include "record/stream.h"
#include "tag/tag.h"
#include "vi/syllable.h"

static const char *lexicon_dir;
static const struct opt options[] = {
	{ 0, "lexicon", "DIR", "read the lexicon tables from DIR instead of those built in", &lexicon_dir },
	{ 0, NULL, NULL, NULL, NULL },
};
static const struct opt_program program = { "tag-entities", "[--lexicon DIR] [FILE...]",
					    "Adds persons, positions, organisations, places, dates, directives, meetings to sentence records.", options };

static void sentence(struct tagger *g, struct stream *in)
{
	struct sentence *s = &in->sentence;
	const char *why = NULL;
	if (!stream_sentence(in, &why)) {
		stream_refuse(in, why);
	} else if (s->entity) {          /* tagged before */
		out_line(in->line);
	} else {
		unsigned long given_up = re_limit_hits();
		tag_sentence(g, s);
		if (re_limit_hits() > given_up)
			stream_refuse(in, "a pattern was given up at its match limit; what it would have found is missing");
		sentence_write(out_next(), in->line, s);
		buf_char(out_next(), '\n');
		out_done();
	}
}

int main(int argc, char **argv)
{
	diag_program("tag-entities");
	int first = opt_parse(&program, argc, argv);
	struct arena a = { 0 };
	struct tagger g = { .lex = lexicon_load(lexicon_dir), .a = &a };
	tag_load(g.lex);
	syllables_load(lexicon_dir);
	struct stream in;
	stream_open(&in, argv + first, argc - first, NULL);
	in.read_in = &a;
	for (enum record type; stream_next(&in, &type); arena_reset(&a))
		if (type == RECORD_SENTENCE)
			sentence(&g, &in);
		else if (type != RECORD_CUT)
			out_line(in.line);
	stream_close(&in);
	return io_finish();
}
