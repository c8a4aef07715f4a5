/* scan.h - quick looks at raw bytes: lines that need no decoding, and where UTF-16 begins and ends. */
#ifndef SEGMENT_SCAN_H
#define SEGMENT_SCAN_H
#include "base/str.h"

enum { SCAN_NORMAL = 256 };
struct scan {
	bool ascii_only;      /* in: the lines before were of an old encoding; lines of letters outside ASCII must show Vietnamese ones */
	bool forced;          /* in: the encoding is given: letters of other languages are no sign of a second encoding */
	bool markup;          /* in: HTML, where entities are left to its parser */
	unsigned own, latin;  /* out: letters that only Vietnamese has; other letters of Latin-1 */
	/* out: bytes, counted from the first line's begin, where lines begin that are vi_is_normal but for blanks doubled or at their ends, where others
	 * begin, where such lines begin again, ...; what is told of no line is of the others */
	size_t normal[SCAN_NORMAL];
	unsigned changes;
};

/* Length of the lines from byte `from` of s on that are clean: valid UTF-8 with no zero bytes, controls, combining marks or entities, and not
 * letters of Latin-1 only, as text converted twice is. Whole lines; the last may lack its LF if final. */
size_t scan_clean_lines(struct str s, size_t from, bool final, struct scan *scan);
/* Whether UTF-16 begins in the first n bytes of s, a line: at byte *start, behind a mark of *mark bytes. */
bool scan_utf16_begin(struct str s, size_t n, size_t *start, size_t *mark, bool *big);
/* Bytes of one line of UTF-16 with its line end; *left: behind them the bytes are no UTF-16. 0 and not left: more bytes are needed. */
size_t scan_utf16_line(struct str s, bool big, bool final, size_t max, bool *left);
#endif
