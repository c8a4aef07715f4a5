/* io.h - reading bytes from files, standard input and gzip; writing to standard output; both with every failure seen.
 * gzip.h says what happens to damage. */
#ifndef BASE_IO_H
#define BASE_IO_H
#include "base/buf.h"

/* --- input: a list of operands read one after another; "-" or no operand is standard input; gzip is read as it is ---------- */
struct input;
struct input *input_open(char **operands, int n);  /* operands may be empty */
/* Up to cap bytes; 0 at the end of the current file. Failure: said with the file's name and place, status 3. */
size_t input_read(struct input *in, char *p, size_t cap);
bool input_gap(const struct input *in);            /* bytes are missing before those just read (damage that was said) */
bool input_packed(const struct input *in);         /* the current file is gzip; known after the first input_read */
bool input_next_file(struct input *in);            /* opens the next operand; false when there is none left */
const char *input_name(const struct input *in);    /* as the user gave it; "-" for standard input */
void input_close(struct input *in);

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
/* What goes out next, for those who write behind it themselves; then it may go. */
struct buf *out_next(void);
void out_done(void);
void out_line(struct str s);                       /* s and LF */
void out_flush(void);
/* Flushes, closes, and gives the program's exit status. */
int io_finish(void);
#endif
