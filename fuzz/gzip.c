/* gzip.c - libFuzzer target: the bytes as a file for gzip_read, once as a file that can be read again, once as a pipe. */
#define _GNU_SOURCE
#include "base/gzip.h"
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static void read_all(int fd)
{
	static char to[70000];
	struct gzip *g = gzip_open(fd, "x.gz");
	for (size_t all = 0, got; all < 1 << 20 && (got = gzip_read(g, to, sizeof to)); all += got)
		gzip_gap(g);
	gzip_close(g);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	int fd = memfd_create("fuzz", 0), ends[2];
	if (fd < 0 || write(fd, data, n) != (ssize_t)n || lseek(fd, 0, SEEK_SET) != 0)
		abort();
	read_all(fd);
	if (n > 60000 || pipe(ends) != 0)
		return 0;
	if (write(ends[1], data, n) != (ssize_t)n)
		abort();
	close(ends[1]);
	read_all(ends[0]);
	return 0;
}
