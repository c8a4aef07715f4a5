/* io.h - reading bytes from files, standard input and gzip; writing to standard output; both with every failure seen.
 * The only user of zlib. */
#ifndef BASE_IO_H
#define BASE_IO_H
#include "base/buf.h"
#include <sys/types.h>

/* --- input: a list of operands read one after another; "-" or no operand is standard input; gzip is read as it is ---------- */
struct input;
struct input *input_open(char **operands, int n);  /* operands may be empty */
/* Up to cap bytes; 0 at the end of the current file. Failure: said with the file's name, status 3, and the file ends there. */
size_t input_read(struct input *in, char *p, size_t cap);
bool input_next_file(struct input *in);            /* opens the next operand; false when there is none left */
const char *input_name(const struct input *in);    /* as the user gave it; "-" for standard input */
void input_close(struct input *in);

/* Inflates n bytes of raw deflate data of fd from byte `at`: the size they unpack to, and the last tail_n bytes of that (fewer when it is
 * shorter). False: damaged, cut, or unreadable. */
bool deflate_tail(int fd, off_t at, size_t n, char *tail, size_t tail_n, unsigned long long *size);

/* --- lines of records over all operands -------------------------------------------------------------------------------- */
struct line_reader;
struct line_reader *lines_open(char **operands, int n, size_t max_line);
/* Next line without its LF (or CRLF). Lines over max_line are said, counted, skipped (status 1). False at the end. */
bool lines_next(struct line_reader *r, struct str *line);
const char *lines_file(const struct line_reader *r);
unsigned long lines_number(const struct line_reader *r);
void lines_close(struct line_reader *r);

/* --- standard output, buffered; a failed write is said once, then the program exits with 3 ------------------------------ */
void out_bytes(struct str s);
void out_line(struct str s);                       /* s and LF */
void out_flush(void);
/* Flushes, closes, and gives the program's exit status. */
int io_finish(void);
#endif
