/* source.h - what a source is made of: plain text, HTML, a WARC file; gzip is taken off before. */
#ifndef SEGMENT_SOURCE_H
#define SEGMENT_SOURCE_H
#include "base/str.h"

/* name as the user gave it, "-" for standard input. packed: the bytes come out of gzip. */
void source_begin(const char *name, bool packed);
void source_bytes(struct str s);
/* Bytes are missing here (damage that was reported): what was open ends. */
void source_gap(void);
void source_end(void);
#endif
