/* publish - directory NEW takes the place of DIR in one step, and DIR, if it was there, that of NEW: `publish .new out`.
 * The files of NEW are on the disk before. A reader that enters DIR sees the one or the other as a whole; where the file system
 * cannot exchange (NFS), DIR is away for an instant instead, never mixed. Not recursive: NEW holds files only. */
#define _GNU_SOURCE
#include "base/diag.h"
#include "base/io.h"
#include "base/opt.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const struct opt options[] = { { 0, NULL, NULL, NULL, NULL } };
static const struct opt_program program = { "publish", "NEW DIR", "Puts directory NEW in the place of DIR in one step; what was DIR is then NEW.",
					    options };

static _Noreturn void fail(const char *what) { diag_fatal("%s: %s", what, strerror(errno)); }

static void sync_fd(int fd, const char *name)
{
	if (fd < 0 || fsync(fd) != 0)
		fail(name);
}

static void sync_directory(const char *name)
{
	DIR *d = opendir(name);
	if (!d)
		fail(name);
	for (struct dirent *e; (e = readdir(d));) {
		if (strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0)
			continue;
		int fd = openat(dirfd(d), e->d_name, O_RDONLY);
		sync_fd(fd, e->d_name);
		close(fd);
	}
	sync_fd(dirfd(d), name);
	closedir(d);
}

/* The entry itself: the directory that holds it. */
static void sync_parent(const char *name)
{
	char *copy = strdup(name), *slash = copy ? strrchr(copy, '/') : NULL;
	if (!copy)
		diag_fatal("out of memory");
	if (slash)
		slash[slash == copy] = 0;
	int fd = open(slash ? copy : ".", O_RDONLY | O_DIRECTORY);
	sync_fd(fd, name);
	close(fd);
	free(copy);
}

static void two_steps(const char *new, const char *dir)
{
	char aside[4096];
	if (snprintf(aside, sizeof aside, "%s.aside", new) >= (int)sizeof aside)
		diag_fatal("%s: the name is too long", new);
	if (rename(dir, aside) != 0)
		fail(dir);
	if (rename(new, dir) != 0) {
		int code = errno;
		rename(aside, dir);
		errno = code;
		fail(dir);
	}
	if (rename(aside, new) != 0)
		fail(aside);
}

int main(int argc, char **argv)
{
	diag_program("publish");
	int first = opt_parse(&program, argc, argv);
	if (argc - first != 2) {
		fprintf(stderr, "publish: two directories are wanted (try publish --help)\n");
		return DIAG_USAGE;
	}
	const char *new = argv[first], *dir = argv[first + 1];
	struct stat st;
	sync_directory(new);
	if (lstat(dir, &st) != 0) {
		if (errno != ENOENT || rename(new, dir) != 0)
			fail(dir);
	} else if (renameat2(AT_FDCWD, new, AT_FDCWD, dir, RENAME_EXCHANGE) != 0) {
		if (errno != EINVAL && errno != ENOSYS)
			fail(dir);
		two_steps(new, dir);
	}
	sync_parent(dir);
	return io_finish();
}
