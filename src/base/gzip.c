/* gzip.c - inflate over read(2), member by member, because gzread drops what stands behind a member and all that stands behind damage.
 * After damage the next member is looked for from the damaged one's first byte on (a broken stream may have run on into its neighbours);
 * in a pipe only what is still in the buffer can be looked at again. */
#include "base/gzip.h"
#include "base/diag.h"
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>
#include <zlib.h>

enum { CHUNK = 256 * 1024, HEADER = 10 };
enum state { START, PLAIN, MEMBER, BETWEEN, DAMAGED, END };

struct gzip {
	int fd;
	const char *name;
	z_stream z;
	bool inflating, eof, packed, gap, gap_next;
	enum state state;
	unsigned long long buffer_at, member_at;   /* offsets in the file: of buffer[0], of the member under way */
	unsigned char buffer[CHUNK];
};

struct gzip *gzip_open(int fd, const char *name)
{
	struct gzip *g = calloc(1, sizeof *g);
	if (!g)
		diag_fatal("out of memory");
	g->fd = fd;
	g->name = name;
	g->z.next_in = g->buffer;
	return g;
}

static unsigned long long offset(const struct gzip *g) { return g->buffer_at + (unsigned long long)(g->z.next_in - g->buffer); }

/* 0: the end, or a failure that is said. */
static size_t take(struct gzip *g, void *to, size_t cap)
{
	ssize_t n = 0;
	if (g->eof)
		return 0;
	do
		n = read(g->fd, to, cap);
	while (n < 0 && errno == EINTR);
	if (n < 0)
		diag_at(DIAG_FAILED, g->name, 0, "%s", strerror(errno));
	g->eof = n <= 0;
	return n > 0 ? (size_t)n : 0;
}

/* More input behind what is left; false at the end. */
static bool fill(struct gzip *g)
{
	if (g->eof)
		return false;
	size_t left = g->z.avail_in;
	g->buffer_at = offset(g);
	memmove(g->buffer, g->z.next_in, left);
	g->z.next_in = g->buffer;
	size_t n = take(g, g->buffer + left, CHUNK - left);
	g->z.avail_in += (unsigned)n;
	return n > 0;
}

static bool have(struct gzip *g, unsigned n)
{
	while (g->z.avail_in < n)
		if (!fill(g))
			return false;
	return true;
}

/* A member's header: magic, deflate, no reserved flags, known XFL and OS. */
static bool is_member(const unsigned char *p)
{
	return p[0] == 0x1F && p[1] == 0x8B && p[2] == 8 && !(p[3] & 0xE0) && (p[8] == 0 || p[8] == 2 || p[8] == 4) && (p[9] <= 13 || p[9] == 255);
}

static void member_begin(struct gzip *g)
{
	int code = g->inflating ? inflateReset(&g->z) : inflateInit2(&g->z, 15 + 16);
	if (code != Z_OK)
		diag_fatal("out of memory");
	g->inflating = true;
	g->member_at = offset(g);
	g->state = MEMBER;
}

static void skip(struct gzip *g, size_t n)
{
	g->z.next_in += n;
	g->z.avail_in -= (unsigned)n;
}

/* To the next member; what is skipped is said unless it belongs to damage that was said. */
static void find_member(struct gzip *g, bool damage)
{
	unsigned long long from = offset(g);
	while (have(g, HEADER) && !is_member(g->z.next_in)) {
		const unsigned char *m = memchr(g->z.next_in + 1, 0x1F, g->z.avail_in - 1);
		skip(g, m ? (size_t)(m - g->z.next_in) : g->z.avail_in - 1);
	}
	bool found = g->z.avail_in >= HEADER;
	unsigned long long to = found ? offset(g) : offset(g) + g->z.avail_in;
	if (!damage && to > from) {
		diag_at(DIAG_REFUSED, g->name, 0, "%llu bytes at byte %llu are no gzip member", to - from, from);
		g->gap_next = true;
	}
	if (found)
		member_begin(g);
	else
		g->state = END;
}

static void damaged(struct gzip *g, const char *why)
{
	diag_at(DIAG_FAILED, g->name, 0, "damaged gzip member at byte %llu (%s)", g->member_at, why);
	g->gap_next = true;
	if (lseek(g->fd, (off_t)g->member_at + 1, SEEK_SET) >= 0) {
		g->z.avail_in = 0;
		g->z.next_in = g->buffer;
		g->buffer_at = g->member_at + 1;
		g->eof = false;
	} else if (g->member_at + 1 > g->buffer_at) {
		size_t back = (size_t)(offset(g) - (g->member_at + 1));
		g->z.next_in -= back;
		g->z.avail_in += (unsigned)back;
	}
	g->state = DAMAGED;
}

/* Bytes of the member under way into p; may give none at its end. */
static size_t inflate_some(struct gzip *g, char *p, size_t cap)
{
	g->z.next_out = (unsigned char *)p;
	g->z.avail_out = (unsigned)(cap < CHUNK ? cap : CHUNK);
	unsigned want = g->z.avail_out;
	while (g->z.avail_out) {
		if (!g->z.avail_in && !fill(g)) {
			diag_at(DIAG_FAILED, g->name, 0, "the compressed file is cut short in the member at byte %llu", g->member_at);
			g->gap_next = true;
			g->state = END;
			break;
		}
		int code = inflate(&g->z, Z_NO_FLUSH);
		if (code == Z_STREAM_END) {
			g->state = BETWEEN;
			break;
		}
		if (code == Z_MEM_ERROR)
			diag_fatal("out of memory");
		if (code != Z_OK && code != Z_BUF_ERROR) {
			damaged(g, g->z.msg ? g->z.msg : "a dictionary is wanted");
			break;
		}
	}
	return want - g->z.avail_out;
}

static size_t plain_some(struct gzip *g, char *p, size_t cap)
{
	size_t n = g->z.avail_in < cap ? g->z.avail_in : cap;
	if (!n)                  /* straight to where it is wanted */
		n = take(g, p, cap);
	else
		memcpy(p, g->z.next_in, n);
	if (g->z.avail_in)
		skip(g, n);
	g->state = n ? PLAIN : END;
	return n;
}

size_t gzip_read(struct gzip *g, char *p, size_t cap)
{
	size_t n = 0;
	g->gap = false;
	while (!n && g->state != END) {
		if (g->gap_next) {
			g->gap = true;
			g->gap_next = false;
		}
		switch (g->state) {
		case START:
			g->packed = have(g, HEADER) ? g->z.next_in[0] == 0x1F && g->z.next_in[1] == 0x8B : g->z.avail_in >= 2 && g->z.next_in[0] == 0x1F && g->z.next_in[1] == 0x8B;
			if (g->packed)
				member_begin(g);
			else
				g->state = PLAIN;
			break;
		case PLAIN: n = plain_some(g, p, cap); break;
		case MEMBER: n = inflate_some(g, p, cap); break;
		case BETWEEN:
			if (have(g, 1))
				find_member(g, false);
			else
				g->state = END;
			break;
		case DAMAGED: find_member(g, true); break;
		case END: break;
		}
	}
	if (!n && g->gap_next) {
		g->gap = true;
		g->gap_next = false;
	}
	return n;
}

bool gzip_gap(const struct gzip *g) { return g->gap; }
bool gzip_packed(const struct gzip *g) { return g->packed; }

void gzip_close(struct gzip *g)
{
	if (g->inflating)
		inflateEnd(&g->z);
	close(g->fd);
	free(g);
}

static void keep_tail(char *tail, size_t tail_n, size_t *have, const char *p, size_t n)
{
	size_t take = n < tail_n ? n : tail_n, stay = *have < tail_n - take ? *have : tail_n - take;
	memmove(tail, tail + *have - stay, stay);
	memcpy(tail + stay, p + n - take, take);
	*have = stay + take;
}

bool deflate_tail(int fd, off_t at, size_t n, char *tail, size_t tail_n, unsigned long long *size)
{
	static char from[CHUNK], to[CHUNK];
	z_stream z = { 0 };
	int code = inflateInit2(&z, -MAX_WBITS);
	size_t have = 0;
	*size = 0;
	while (code == Z_OK) {
		if (z.avail_in == 0 && n) {
			ssize_t got = pread(fd, from, n < CHUNK ? n : CHUNK, at);
			if (got <= 0)
				break;
			z.next_in = (unsigned char *)from;
			z.avail_in = (unsigned)got;
			at += got;
			n -= (size_t)got;
		}
		z.next_out = (unsigned char *)to;
		z.avail_out = CHUNK;
		code = inflate(&z, Z_NO_FLUSH);
		size_t made = CHUNK - z.avail_out;
		keep_tail(tail, tail_n, &have, to, made);
		*size += made;
	}
	inflateEnd(&z);
	return code == Z_STREAM_END && n == 0 && z.avail_in == 0;
}
