/* encoding.h - bytes of a source in any encoding to UTF-8 text in NFC, with where it came from. The encoding is found line by line, since pages of
 * several encodings may be glued in one stream. */
#ifndef SEGMENT_ENCODING_H
#define SEGMENT_ENCODING_H
#include "segment/origin.h"

/* Who gets the text, in pieces that end between characters. */
struct text_sink {
	void (*text)(struct str s, struct run r);
	void (*mark)(const struct encoding_mark *m);   /* what the text given next was decoded from */
	void (*normal)(bool is);                       /* whether that is known to be vi_is_normal, but for blanks doubled or at the ends of its lines */
	void (*cut)(void);                             /* a page ends here for certain: the bytes change from one encoding to another */
};

/* Reads the tables. forced: an encoding for everything, NULL: found out. A name that is unknown: said, then exit with status 2. */
void encoding_open(const char *lexicon_dir, const char *forced);
/* A new source, or a record of one, whose first byte is byte `at` of the source. */
void encoding_begin(const struct text_sink *sink, origin_pos at);
/* The text from the next line on is HTML, or no longer: entities are left to the parser. */
void encoding_markup(bool on);
void encoding_bytes(struct str s);
void encoding_end(void);
#endif
