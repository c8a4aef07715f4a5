/* io.c - input by gzip.c (plain files pass as they are), lines over it, standard output by write(2). */
#define _GNU_SOURCE   /* F_SETPIPE_SZ, where there is one */
#include "base/io.h"
#include "base/diag.h"
#include "base/gzip.h"
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { CHUNK = 64 * 1024, PIPE = 8 * CHUNK };   /* a buffer that stays in the second cache; a pipe that holds some, for fewer turns */

struct input {
	char **operand;
	int n, at;              /* at: index of the next operand */
	const char *name;
	struct gzip *file;
};

struct input *input_open(char **operands, int n)
{
	static char dash[] = "-", *only[] = { dash };
	struct input *in = calloc(1, sizeof *in);
	if (!in)
		diag_fatal("out of memory");
	in->operand = n ? operands : only;
	in->n = n ? n : 1;
	return in;
}

static int open_operand(const char *name)
{
	struct stat st;
	int fd = strcmp(name, "-") == 0 ? dup(0) : open(name, O_RDONLY);
	if (fd < 0) {
		diag_at(DIAG_FAILED, name, 0, "%s", strerror(errno));
		return -1;
	}
	if (fstat(fd, &st) == 0 && S_ISDIR(st.st_mode)) {
		diag_at(DIAG_FAILED, name, 0, "%s", strerror(EISDIR));
		close(fd);
		return -1;
	}
	return fd;
}

bool input_next_file(struct input *in)
{
	if (in->file)
		gzip_close(in->file);
	in->file = NULL;
	while (in->at < in->n) {
		in->name = in->operand[in->at++];
		int fd = open_operand(in->name);
		if (fd < 0)
			continue;
		in->file = gzip_open(fd, in->name);
		return true;
	}
	return false;
}

size_t input_read(struct input *in, char *p, size_t cap) { return in->file ? gzip_read(in->file, p, cap) : 0; }

bool input_gap(const struct input *in) { return in->file && gzip_gap(in->file); }
bool input_packed(const struct input *in) { return in->file && gzip_packed(in->file); }
const char *input_name(const struct input *in) { return in->name; }

void input_close(struct input *in)
{
	if (in->file)
		gzip_close(in->file);
	free(in);
}

struct line_reader {
	struct input *in;
	struct buf b;
	size_t from, scanned, max;   /* the unread part starts at from; no LF before scanned */
	unsigned long number;
	bool open, skipping;
};

struct line_reader *lines_open(char **operands, int n, size_t max_line)
{
	struct line_reader *r = calloc(1, sizeof *r);
	if (!r)
		diag_fatal("out of memory");
	r->in = input_open(operands, n);
	r->max = max_line;
	r->open = input_next_file(r->in);
	return r;
}

static bool more(struct line_reader *r)
{
	if (r->from) {
		memmove(r->b.p, r->b.p + r->from, r->b.n - r->from);
		r->b.n -= r->from;
		r->scanned -= r->from;
		r->from = 0;
	}
	buf_reserve(&r->b, CHUNK);
	size_t got = input_read(r->in, r->b.p + r->b.n, r->b.cap - r->b.n);
	r->b.n += got;
	return got > 0;
}

static bool give(struct line_reader *r, size_t end, size_t next, struct str *line)
{
	*line = str_sub(buf_str(&r->b), r->from, end);
	if (line->n && line->p[line->n - 1] == '\r')
		line->n--;
	r->from = r->scanned = next;
	r->number++;
	if (!r->skipping && line->n <= r->max)
		return true;
	diag_at(DIAG_REFUSED, input_name(r->in), r->number, "the line is longer than %zu bytes", r->max);
	r->skipping = false;
	return false;
}

bool lines_next(struct line_reader *r, struct str *line)
{
	while (r->open) {
		const char *lf = r->b.n > r->scanned ? memchr(r->b.p + r->scanned, '\n', r->b.n - r->scanned) : NULL;
		if (lf) {
			size_t end = (size_t)(lf - r->b.p);
			if (give(r, end, end + 1, line))
				return true;
			continue;
		}
		r->scanned = r->b.n;
		if (r->b.n - r->from > r->max + 1) {    /* 1: a CR */
			r->skipping = true;
			r->from = r->scanned = r->b.n = 0;
		}
		if (more(r))
			continue;
		bool rest = r->b.n > r->from || r->skipping;
		bool good = rest && give(r, r->b.n, r->b.n, line);
		if (good)
			return true;
		r->number = 0;
		r->open = input_next_file(r->in);
	}
	return false;
}

const char *lines_file(const struct line_reader *r) { return r->in->name; }
unsigned long lines_number(const struct line_reader *r) { return r->number; }

void lines_close(struct line_reader *r)
{
	input_close(r->in);
	buf_free(&r->b);
	free(r);
}

static struct buf out;

/* A pipe that takes some buffers at a time: fewer turns between the programs. What the system does not allow stays as it was. */
static void widen_pipe(void)
{
	static bool done;
#ifdef F_SETPIPE_SZ
	if (!done)
		(void)fcntl(1, F_SETPIPE_SZ, PIPE);
#endif
	done = true;
}

static void write_all(const char *p, size_t n)
{
	widen_pipe();
	while (n) {
		ssize_t w = write(1, p, n);
		if (w < 0 && errno == EINTR)
			continue;
		if (w < 0 && errno == EPIPE)
			exit(DIAG_FAILED);   /* the reader has left: no message, as with SIGPIPE */
		if (w < 0)
			diag_fatal("standard output: %s", strerror(errno));
		p += w;
		n -= (size_t)w;
	}
}

void out_flush(void)
{
	write_all(out.p, out.n);
	out.n = 0;
}

struct buf *out_next(void) { return &out; }

void out_done(void)
{
	if (out.n >= CHUNK)
		out_flush();
}

void out_bytes(struct str s)
{
	if (s.n < CHUNK) {
		buf_add(&out, s);
		out_done();
		return;
	}
	out_flush();
	write_all(s.p, s.n);
}

void out_line(struct str s)
{
	out_bytes(s);
	out_bytes(STR("\n"));
}

int io_finish(void)
{
	out_flush();
	if (close(1) != 0)
		diag_fatal("standard output: %s", strerror(errno));
	return diag_status();
}
