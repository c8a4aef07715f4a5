/* stream.h - the records of a stream one by one: what each line is, and whether every document came whole. */
#ifndef RECORD_STREAM_H
#define RECORD_STREAM_H
#include "base/io.h"
#include "base/json.h"
#include "record/sentence.h"

/* RECORD_CUT is no line: a document that began has no end; it has been said (status 3), and what was kept of it is void. */
enum record { RECORD_OTHER, RECORD_DOCUMENT, RECORD_SENTENCE, RECORD_END, RECORD_CUT };

struct stream {
	struct line_reader *in;
	struct arena *keep;   /* lines are copied there, so that slices live as long as the arena; NULL: until the next record */
	struct str read;      /* the latest line, in the reader's buffer */
	struct str line;      /* the same, or its copy in `keep`: the latest record as it came, without its line end */
	struct json json;     /* the same, parsed: an object; its slices point into `line` */
	struct buf doc;       /* id of the document under way */
	bool open, ahead;     /* in a document; the line is read but not yet given */
	bool skim;            /* set by the caller: sentences that record_type knows are passed over, neither parsed nor given */
	struct arena *read_in;        /* set by the caller: sentences are read into `sentence`, their strings there or in `line` ... */
	struct sentence sentence;     /* ... and `json` is empty, where sentence_scan takes the line: `scanned` */
	bool scanned;
};

/* Operands as input_open takes them. Lines over 64 MiB are refused. */
void stream_open(struct stream *s, char **operands, int n, struct arena *keep);
/* The next record into s->line and s->json. A line that is no JSON object is said (status 1) and left out. False at the end of the
 * last operand. An `end` of another document than the one under way is left out as well, and RECORD_CUT comes in its place. */
bool stream_next(struct stream *s, enum record *type);
/* The sentence that the latest record is, which was RECORD_SENTENCE. False: refused, *why says what is missing. */
bool stream_sentence(struct stream *s, const char **why);
/* Says what is wrong with the latest record; status 1. */
void stream_refuse(const struct stream *s, const char *why);
void stream_close(struct stream *s);
#endif
