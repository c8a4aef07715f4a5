/* origin.h - where the text of a page came from: bytes of the source, encoding, invalid bytes. Positions `at` count the bytes of the
 * UTF-8 text given to the pages since the source began; they only grow. */
#ifndef SEGMENT_ORIGIN_H
#define SEGMENT_ORIGIN_H
#include "base/str.h"

typedef unsigned long long origin_pos;

/* What one stretch of text was decoded from. good, bad: words of it that are, are not, Vietnamese syllables in that encoding. */
struct encoding_mark {
	const char *encoding;              /* a name of lexicon/encodings.csv, "UTF-8", "UTF-16LE" ...; static */
	unsigned good, bad;
	unsigned composed, combining;      /* accented letters found composed, and combining marks found */
	unsigned entities;                 /* HTML entities read as characters */
	unsigned invalid;                  /* bytes read as U+FFFD */
	origin_pos first_invalid;          /* byte of the source; of use when invalid > 0 */
	bool forced;
};

struct origin {
	struct piece { origin_pos at, source, source_end; size_t n; } *piece;
	struct mark { origin_pos at; struct encoding_mark m; } *mark;
	struct zone { origin_pos at; const char *zone; } *zone;
	size_t pieces, piece_cap, marks, mark_cap, zones, zone_cap;
};

/* n bytes of text that were read from source_n bytes at `source`. Equal lengths: byte by byte; else as one piece. */
struct run { size_t n; origin_pos source; size_t source_n; };

void origin_reset(struct origin *o);
void origin_free(struct origin *o);
/* The text at `at` is that of the run. */
void origin_add(struct origin *o, origin_pos at, struct run r);
/* From `at` on the text comes from m (up to the next mark). */
void origin_mark(struct origin *o, origin_pos at, const struct encoding_mark *m);
/* From `at` on lines have this zone (a static string), NULL: as their looks say. */
void origin_zone_set(struct origin *o, origin_pos at, const char *zone);
const char *origin_zone(const struct origin *o, origin_pos at);
/* First source byte of the text at `at`; the byte behind the text that ends before `at`. */
origin_pos origin_start(const struct origin *o, origin_pos at);
origin_pos origin_end(const struct origin *o, origin_pos at);
/* The source of the text at `at`: a run of at most max bytes, shorter where the next piece begins. */
struct run origin_run(const struct origin *o, origin_pos at, size_t max);
/* The marks of text [from, to) in one: the encoding of most of the bytes, the counts added up. */
struct encoding_mark origin_encoding(const struct origin *o, origin_pos from, origin_pos to);
/* How sure the encoding is, 0-100: 100 when forced. */
unsigned encoding_confidence(const struct encoding_mark *m);
/* "NFC", "NFD" or "mixed" for text that was Unicode, NULL for the old encodings. */
const char *encoding_form(const struct encoding_mark *m);
/* Text before `at` is asked for no more. */
void origin_forget(struct origin *o, origin_pos at);
#endif
