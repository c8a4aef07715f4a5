/* gzip.h - bytes of an open file; gzip members are unpacked, anything else passes as it is. The only user of zlib. */
#ifndef BASE_GZIP_H
#define BASE_GZIP_H
#include "base/str.h"
#include <sys/types.h>

struct gzip;
/* Owns fd. name: for messages. */
struct gzip *gzip_open(int fd, const char *name);
/* Up to cap bytes; 0 at the end. What is wrong is said with its byte offset in the file: a failed read, a damaged or cut member (status 3; the
 * members behind it are read), bytes between or behind members that are none (status 1). */
size_t gzip_read(struct gzip *g, char *p, size_t cap);
/* Bytes are missing before those that the last gzip_read gave (or, when it gave none, at the end). */
bool gzip_gap(const struct gzip *g);
bool gzip_packed(const struct gzip *g);    /* the file is gzip; known after the first gzip_read */
void gzip_close(struct gzip *g);

/* Inflates n bytes of raw deflate data of fd from byte `at`: the size they unpack to, and the last tail_n bytes of that (fewer when it is
 * shorter). False: damaged, cut, or unreadable. */
bool deflate_tail(int fd, off_t at, size_t n, char *tail, size_t tail_n, unsigned long long *size);
#endif
