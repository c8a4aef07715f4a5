/* charset.h - the 8-bit Vietnamese encodings: what each byte stands for. From lexicon/encodings.csv; where its row says "iconv", from the
 * C library's tables. The only user of iconv. */
#ifndef VI_CHARSET_H
#define VI_CHARSET_H
#include "base/arena.h"

enum { CHARSET_TEXT = 3 };

struct charset {
	const char *name;                       /* as the table writes it */
	unsigned text[256][CHARSET_TEXT];       /* code points of a byte, 0-ended; a byte that stands for nothing has 0 first */
	bool no_capitals;                       /* capitals with a tone are written as small letters (TCVN3) */
};

/* Reads the table. A damaged row: said with file:line, then exit with status 2. */
void charsets_load(const char *dir);
/* By name or alias, without regard to ASCII case; NULL: there is none. */
const struct charset *charset_find(struct str name);
/* Equal without regard to ASCII case. */
bool charset_same_name(struct str a, const char *b);
/* The byte that stands for code point c in windows-1252 or Latin-1 (0x80-0x9F both ways), -1: none. */
int charset_latin_byte(unsigned c);
#endif
