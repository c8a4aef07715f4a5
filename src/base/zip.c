/* zip.c - the directory at the end of the file, then each member inflated (deflate_tail of gzip.h). */
#include "base/zip.h"
#include "base/gzip.h"
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

enum { END = 22, ENTRY = 46, LOCAL = 30 };

static unsigned long le(const unsigned char *p, int bytes)
{
	unsigned long v = 0;
	while (bytes-- > 0)
		v = v << 8 | p[bytes];
	return v;
}

static bool read_at(int fd, void *to, size_t n, off_t at) { return pread(fd, to, n, at) == (ssize_t)n; }

static bool one(int fd, const unsigned char *entry, bool (*member)(struct str, unsigned long long, struct str))
{
	unsigned char local[LOCAL];
	char tail[ZIP_TAIL];
	off_t at = (off_t)le(entry + 42, 4);
	unsigned long long size;
	if (!read_at(fd, local, LOCAL, at) || memcmp(local, "PK\3\4", 4) != 0 || le(entry + 10, 2) != 8)
		return false;
	at += LOCAL + (off_t)le(local + 26, 2) + (off_t)le(local + 28, 2);
	if (!deflate_tail(fd, at, le(entry + 20, 4), tail, sizeof tail, &size) || (size & 0xFFFFFFFF) != le(entry + 24, 4))
		return false;
	struct str name = { (const char *)entry + ENTRY, le(entry + 28, 2) };
	return member(name, size, (struct str){ tail, size < ZIP_TAIL ? (size_t)size : ZIP_TAIL });
}

static bool walk(int fd, const unsigned char *entry, size_t n, unsigned long count, bool (*member)(struct str, unsigned long long, struct str))
{
	while (count-- > 0) {
		if (n < ENTRY || memcmp(entry, "PK\1\2", 4) != 0)
			return false;
		size_t all = ENTRY + le(entry + 28, 2) + le(entry + 30, 2) + le(entry + 32, 2);
		if (all > n || !one(fd, entry, member))
			return false;
		entry += all;
		n -= all;
	}
	return n == 0;
}

bool zip_walk(const char *path, bool (*member)(struct str name, unsigned long long size, struct str tail))
{
	unsigned char end[END];
	int fd = open(path, O_RDONLY);
	off_t length = fd < 0 ? -1 : lseek(fd, 0, SEEK_END);
	bool ok = length >= END && read_at(fd, end, END, length - END) && memcmp(end, "PK\5\6", 4) == 0;
	if (ok) {
		size_t n = le(end + 12, 4);
		unsigned char *directory = malloc(n + 1);
		ok = directory && read_at(fd, directory, n, (off_t)le(end + 16, 4)) && walk(fd, directory, n, le(end + 10, 2), member);
		free(directory);
	}
	if (fd >= 0)
		close(fd);
	return ok;
}
