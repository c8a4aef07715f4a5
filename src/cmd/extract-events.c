/* extract-events - from the tagged sentences of a document to its meeting, official and directive records, written before `end`.
 * Every record that comes in goes out byte for byte, but sentences with --no-sentences. Nothing is kept beyond a document. */
#include "base/diag.h"
#include "base/opt.h"
#include "extract/board.h"
#include "extract/directives.h"
#include "extract/document.h"
#include "extract/explain.h"
#include "record/directive.h"
#include "record/stream.h"
#include <stdlib.h>

enum { LONGEST = 16 << 10 };   /* segment cuts at half of it; the rules compare what stands in a sentence pair by pair */

static const char *lexicon_dir, *explained, *bare;
static const struct opt options[] = {
	{ 0, "explain", NULL, "say on standard error for each cell which rule and sentence gave it", &explained },
	{ 0, "lexicon", "DIR", "read the lexicon tables from DIR instead of those built in", &lexicon_dir },
	{ 0, "no-sentences", NULL, "leave the sentence records out: what to-csv needs and no more", &bare },
	{ 0, NULL, NULL, NULL, NULL },
};
static const struct opt_program program = { "extract-events", "[--explain] [--lexicon DIR] [--no-sentences] [FILE...]",
					    "Adds meeting, official and directive records to each document.", options };

static void add_sentence(struct document *d, const struct sentence *s)
{
	if (d->n == d->cap) {
		d->cap = d->cap ? d->cap * 2 : 256;
		d->s = realloc(d->s, d->cap * sizeof *d->s);
		if (!d->s)
			diag_fatal("out of memory");
	}
	d->s[d->n++] = *s;
}

static void link_directives(struct document *d, struct directive *dir, unsigned n)
{
	for (unsigned i = 0; i < d->meetings; i++) {
		struct list kept = { 0 };
		for (unsigned k = 0; k < d->meeting[i].directives.n; k++)
			for (unsigned j = 0; j < n; j++)
				if (directive_named(&dir[j], d->meeting[i].directives.v[k])) {
					list_add(&kept, dir[j].designation);
					list_add(&dir[j].meeting_ids, d->meeting[i].id);
					break;
				}
		d->meeting[i].directives = kept;
	}
}

static void events(struct document *d)
{
	static struct buf out;
	struct directive *dir;
	boards_find(d);
	unsigned n = directives_collect(d->s, d->n, d->a, &dir);
	meetings_find(d);
	years_infer(d);
	officials_find(d);
	officials_complete(d);
	link_directives(d, dir, n);
	for (unsigned i = 0; i < d->meetings; i++, out_line(buf_str(&out))) {
		buf_clear(&out);
		meeting_write(&out, &d->meeting[i], d->source);
	}
	for (unsigned i = 0; i < d->officials; i++, out_line(buf_str(&out))) {
		buf_clear(&out);
		official_write(&out, &d->official[i], d->source);
	}
	for (unsigned i = 0; i < n; i++, out_line(buf_str(&out))) {
		buf_clear(&out);
		directive_write(&out, &dir[i], d->source);
	}
}

static void forget(struct document *d)
{
	d->n = 0;
	d->id = d->source = d->published = d->captured = (struct str){ "", 0 };
	d->foreign = false;
	arena_reset(d->a);
}

static void record(struct document *d, struct stream *in, enum record type)
{
	const char *why = NULL;
	if (type == RECORD_DOCUMENT) {
		d->n = 0;
		d->id = json_member_string(&in->json, 0, STR("doc"), d->a);
		d->source = json_member_string(&in->json, 0, STR("source"), d->a);
		d->published = json_member_string(&in->json, 0, STR("published"), d->a);
		d->captured = json_member_string(&in->json, 0, STR("captured"), d->a);
		struct str language = json_member_string(&in->json, 0, STR("language"), d->a);
		d->foreign = language.n && !str_eq(language, STR("vi"));
	} else if (type == RECORD_SENTENCE && stream_sentence(in, &why)) {
		if (in->sentence.text.n > LONGEST)
			stream_refuse(in, "sentence.text is longer than 16 KiB: passed on, not read for events");
		else
			add_sentence(d, &in->sentence);
	} else if (type == RECORD_SENTENCE) {
		stream_refuse(in, why);
		return;
	} else if (type == RECORD_END && !d->foreign) {
		unsigned long lost = list_lost();
		events(d);
		if (list_lost() > lost)
			stream_refuse(in, "a cell of this document holds more values than a list takes; the last ones are left out");
	}
	if (type != RECORD_CUT && !(bare && type == RECORD_SENTENCE))
		out_line(in->line);
	if (type == RECORD_END || type == RECORD_CUT)
		forget(d);
}

int main(int argc, char **argv)
{
	diag_program("extract-events");
	int first = opt_parse(&program, argc, argv);
	explain_on = explained != NULL;
	struct arena a = { 0 };
	struct document d = { .a = &a, .lex = lexicon_load(lexicon_dir) };
	struct stream in;
	stream_open(&in, argv + first, argc - first, &a);
	in.read_in = &a;
	for (enum record type; stream_next(&in, &type);)
		record(&d, &in, type);
	stream_close(&in);
	return io_finish();
}
