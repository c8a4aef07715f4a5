/* spool.c - the pages' HTML in an unlinked temporary file, so that the overview, known last, can be written first in constant memory. */
#include "html/spool.h"
#include "base/diag.h"
#include "base/io.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { CHUNK = 64 * 1024 };

static int fd = -1;
static char path[4096];

static _Noreturn void fail(void) { diag_fatal("%s: %s", path, strerror(errno)); }

void spool_open(void)
{
	const char *dir = getenv("TMPDIR");
	if (snprintf(path, sizeof path, "%s/to-html.XXXXXX", dir && *dir ? dir : "/tmp") >= (int)sizeof path)
		diag_fatal("TMPDIR: the name is too long");
	fd = mkstemp(path);
	if (fd < 0 || unlink(path) != 0)
		fail();
}

void spool_add(struct str s)
{
	while (s.n) {
		ssize_t w = write(fd, s.p, s.n);
		if (w < 0 && errno == EINTR)
			continue;
		if (w < 0)
			fail();
		s = str_sub(s, (size_t)w, s.n);
	}
}

void spool_copy(void)
{
	static char chunk[CHUNK];
	ssize_t got;
	if (lseek(fd, 0, SEEK_SET) != 0)
		fail();
	while ((got = read(fd, chunk, sizeof chunk)) != 0) {
		if (got < 0 && errno != EINTR)
			fail();
		if (got > 0)
			out_bytes((struct str){ chunk, (size_t)got });
	}
}
