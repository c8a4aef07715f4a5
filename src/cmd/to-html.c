/* to-html - the records of a stream as one self-contained page: each document's text with its entities beside the rows read from it, and
 * an overview on top. For checking by eye. A document that never ends is left out with a complaint, as to-csv does. */
#include "base/diag.h"
#include "base/io.h"
#include "base/opt.h"
#include "html/frame.h"
#include "html/page.h"
#include "base/spool.h"

enum { MAX_LINE = 64 << 20 };

static const struct opt options[] = { { 0, NULL, NULL, NULL, NULL } };
static const struct opt_program program = { "to-html", "[FILE...]", "Writes the records of a stream as one HTML page to look at.", options };

static struct overview overview;
static struct page page;

static void cut_short(const struct line_reader *in)
{
	diag_at(DIAG_FAILED, lines_file(in), lines_number(in), "a document has no end record; its page is left out");
	overview.left_out++;
	page_drop(&page);
}

static void sentence(const struct line_reader *in, const struct json *j)
{
	struct sentence s;
	const char *why = NULL;
	if (sentence_decode(j, &page.a, &s, &why))
		page_sentence(&page, &s);
	else
		diag_at(DIAG_REFUSED, lines_file(in), lines_number(in), "%s", why);
}

static int spool;   /* the documents' HTML, until the overview before it is known */

static void add(const struct line_reader *in, const struct json *j, struct str type, struct str doc)
{
	static struct buf html;
	if (!page.open && !str_eq(type, STR("end")))
		page_begin(&page, &overview, doc, json_member_string(j, 0, STR("source"), &page.a));
	if (str_eq(type, STR("sentence"))) {
		sentence(in, j);
	} else if (row_kind(type) < ROW_KINDS) {
		page_row(&page, row_kind(type), j);
	} else if (str_eq(type, STR("end")) && page.open) {
		page_end(&page, &overview, &html);
		spool_write(spool, buf_str(&html));
	}
}

static bool known(struct str type)
{
	return str_eq(type, STR("document")) || str_eq(type, STR("sentence")) || str_eq(type, STR("end")) || row_kind(type) < ROW_KINDS;
}

static void record(const struct line_reader *in, struct str line)
{
	static struct json j;
	struct json_error bad;
	struct str copy = arena_dup(&page.a, line);
	if (!json_parse(&j, copy, &bad)) {
		diag_at(DIAG_REFUSED, lines_file(in), lines_number(in), "%s at byte %zu", bad.what, bad.at);
		return;
	}
	struct str type = json_member_string(&j, 0, STR("type"), &page.a), doc = json_member_string(&j, 0, STR("doc"), &page.a);
	if (page.open && known(type) && (str_eq(type, STR("document")) || !str_eq(doc, page.doc))) {
		cut_short(in);
		record(in, line);   /* the copy went with the page */
	} else if (known(type)) {
		add(in, &j, type, doc);
	}
	if (!page.open)
		arena_reset(&page.a);
}

int main(int argc, char **argv)
{
	diag_program("to-html");
	int first = opt_parse(&program, argc, argv);
	row_open();
	struct line_reader *in = lines_open(argv + first, argc - first, MAX_LINE);
	spool = spool_open();   /* behind the input: it must not take the number of a closed standard input */
	struct str line;
	while (lines_next(in, &line))
		record(in, line);
	if (page.open)
		cut_short(in);
	lines_close(in);
	frame_put(&overview, spool);
	return io_finish();
}
