/* spool.c - mkstemp and unlink at once, so that no crash leaves a file behind. */
#include "base/spool.h"
#include "base/diag.h"
#include "base/io.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static const char *folder(void)
{
	const char *dir = getenv("TMPDIR");
	return dir && *dir ? dir : "/tmp";
}

int spool_open(void)
{
	char path[4096];
	if (snprintf(path, sizeof path, "%s/%s.XXXXXX", folder(), diag_name()) >= (int)sizeof path)
		diag_fatal("%s: the name is too long", folder());
	int fd = mkstemp(path);
	if (fd < 0)
		diag_fatal("a temporary file in %s: %s", folder(), strerror(errno));
	unlink(path);
	return fd;
}

void spool_write(int fd, struct str s)
{
	while (s.n) {
		ssize_t w = write(fd, s.p, s.n);
		if (w < 0 && errno != EINTR)
			diag_fatal("a temporary file in %s: %s", folder(), strerror(errno));
		if (w > 0)
			s = str_sub(s, (size_t)w, s.n);
	}
}

void spool_out(int fd)
{
	static char chunk[64 * 1024];
	ssize_t got = lseek(fd, 0, SEEK_SET);
	if (got == 0)
		while ((got = read(fd, chunk, sizeof chunk)) > 0 || (got < 0 && errno == EINTR))
			out_bytes((struct str){ chunk, got > 0 ? (size_t)got : 0 });
	if (got < 0)
		diag_fatal("a temporary file in %s: %s", folder(), strerror(errno));
	close(fd);
}
