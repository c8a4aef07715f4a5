/* warc.h - WARC 1.0 and 1.1 files record by record (ISO 28500), split by Content-Length; of Common Crawl's WET the conversion records. */
#ifndef SEGMENT_WARC_H
#define SEGMENT_WARC_H
#include "segment/origin.h"

/* A conversion record; the strings live until done. begin, then text pieces (at: byte of the file), then done. */
struct warc_sink {
	void (*begin)(const char *uri, const char *date);
	void (*text)(struct str s, origin_pos at);
	void (*done)(void);
};

/* file: for messages. A record that is cut, damaged or longer or shorter than it says is reported with its first byte and skipped, status 1. */
void warc_begin(const char *file, const struct warc_sink *sink);
void warc_bytes(struct str s);
void warc_gap(void);           /* bytes are missing: the record under way is not given on */
void warc_end(void);
#endif
