/* to-csv - the event records of a stream as CSV tables: one to standard output, all three there, or three files in a directory.
 * Rows of a document are held until its `end`; a document that never ends gives none and a complaint. */
#include "base/diag.h"
#include "base/io.h"
#include "base/opt.h"
#include "table/publish.h"

enum { MAX_LINE = 64 << 20, BLOCK = 64 * 1024 };

static const char *directory;
static const struct opt options[] = {
	{ 'd', "directory", "DIR", "write meetings.csv, officials.csv and directives.csv into DIR", &directory },
	{ 0, NULL, NULL, NULL, NULL },
};
static const struct opt_program program = { "to-csv", "[-d DIR] [meetings|officials|directives] [FILE...]",
					    "Writes the tables of a record stream as CSV.", options };

static struct table tables[TABLES];
static struct arena line_arena;
static bool open_document;
static int only = -1;

static void emit(unsigned i, bool all)
{
	if (only >= 0 && only != (int)i)
		return;
	if (directory) {
		if (all || tables[i].done.n >= BLOCK)
			publish_write(i, &tables[i]);
	} else if (only == (int)i) {
		out_bytes(buf_str(&tables[i].done));
		buf_clear(&tables[i].done);
	}
}

static void settle(bool complete)
{
	for (unsigned i = 0; i < TABLES; i++) {
		if (complete && (only < 0 || only == (int)i))
			buf_add(&tables[i].done, buf_str(&tables[i].held));
		buf_clear(&tables[i].held);
		emit(i, false);
	}
	open_document = false;
}

static void cut_short(const struct line_reader *in)
{
	diag_at(DIAG_FAILED, lines_file(in), lines_number(in), "a document has no end record; its rows are left out");
	settle(false);
}

/* An `end` counts only when the whole line parses: a stream cut inside it is a stream cut before it. */
static void record(const struct line_reader *in, struct str line)
{
	static struct json j;
	struct json_error bad;
	if (!json_parse(&j, line, &bad)) {
		diag_at(DIAG_REFUSED, lines_file(in), lines_number(in), "%s at byte %zu", bad.what, bad.at);
		return;
	}
	struct str type = json_member_string(&j, 0, STR("type"), &line_arena);
	if (str_eq(type, STR("end"))) {
		settle(true);
	} else if (str_eq(type, STR("document"))) {
		if (open_document)
			cut_short(in);
		open_document = true;
	}
	for (unsigned i = 0; i < TABLES; i++)
		if (str_eq(type, tables[i].record)) {
			table_row(&tables[i], &j, &line_arena);
			open_document = true;   /* rows without a `document` wait for an `end` too */
		}
	arena_reset(&line_arena);
}

static void read_all(struct line_reader *in)
{
	struct str line;
	while (lines_next(in, &line))
		if (!str_starts(line, STR("{\"type\":\"sentence\"")))
			record(in, line);
	if (open_document)
		cut_short(in);
}

int main(int argc, char **argv)
{
	diag_program("to-csv");
	struct arena a = { 0 };
	int first = opt_parse(&program, argc, argv);
	tables_open(tables, &a);
	for (unsigned i = 0; i < TABLES && first < argc; i++)
		if (strcmp(argv[first], tables[i].name) == 0) {
			only = (int)i;
			first++;
			break;
		}
	if (directory)
		publish_open(directory);
	struct line_reader *in = lines_open(argv + first, argc - first, MAX_LINE);
	read_all(in);
	lines_close(in);
	if (directory) {
		for (unsigned i = 0; i < TABLES; i++)
			emit(i, true);
		publish_close(tables, diag_status() < DIAG_FAILED);
	} else {
		for (unsigned i = 0; i < TABLES; i++)
			if (only < 0) {
				out_bytes(i ? STR("\n") : (struct str){ 0 });
				out_bytes(buf_str(&tables[i].done));
			} else {
				emit(i, true);
			}
	}
	return io_finish();
}
