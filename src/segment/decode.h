/* decode.h - the bytes of one line, read as one encoding, become code points in NFC, each with the bytes it came from. */
#ifndef SEGMENT_DECODE_H
#define SEGMENT_DECODE_H
#include "base/buf.h"
#include "vi/charset.h"

enum encoding_kind { ENCODING_UTF8, ENCODING_UTF16LE, ENCODING_UTF16BE, ENCODING_BYTES, ENCODING_BYTES_IN_UTF8, ENCODING_UTF8_IN_UTF8 };

struct encoding { const char *name; enum encoding_kind kind; const struct charset *set; };

struct unit { unsigned cp, from, n; };   /* bytes [from, from + n) of the line */
struct units {
	struct unit *u;
	size_t n, cap;
	unsigned invalid;                       /* units that are U+FFFD for bytes that stand for nothing */
	size_t first_invalid;
	unsigned composed, combining, entities; /* as in struct encoding_mark */
};

/* Decodes, reads HTML entities as characters (unless markup: the text is HTML), composes letters and marks, gives TCVN3 words in capitals their capitals back. */
void decode_line(struct units *out, const struct encoding *e, struct str line, bool markup);
/* Words with letters outside ASCII that are, that are not, Vietnamese syllables. */
void decode_score(const struct units *u, unsigned *good, unsigned *bad);
/* Length of the HTML entity at s.p[0] == '&', 0 if none; *cp: what it stands for. */
size_t decode_entity(struct str s, unsigned *cp);
/* Length of the UTF-8 sequence that starts s, 0 if it is none. */
size_t decode_utf8(struct str s, unsigned *cp);
#endif
