/* publish.c - DIR/.meetings.csv.PID is written, synced, renamed to DIR/meetings.csv. A failure leaves the old table as it was. */
#include "table/publish.h"
#include "base/diag.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *folder;
static int fd[TABLES] = { -1, -1, -1 };
static char temporary[TABLES][4096];

static void remove_all(void)
{
	for (unsigned i = 0; i < TABLES; i++)
		if (temporary[i][0])
			unlink(temporary[i]);
}

static _Noreturn void fail(const char *what)
{
	int code = errno;
	remove_all();
	diag_fatal("%s: %s", what, strerror(code));
}

void publish_open(const char *dir)
{
	folder = dir;
	if (mkdir(dir, 0777) != 0 && errno != EEXIST)
		fail(dir);
}

static void open_one(unsigned i, const char *name)
{
	if (snprintf(temporary[i], sizeof temporary[i], "%s/.%s.csv.%ld", folder, name, (long)getpid()) >= (int)sizeof temporary[i])
		diag_fatal("%s: the name is too long", folder);
	fd[i] = open(temporary[i], O_WRONLY | O_CREAT | O_TRUNC, 0666);
	if (fd[i] < 0)
		fail(temporary[i]);
}

void publish_write(unsigned i, struct table *t)
{
	if (fd[i] < 0)
		open_one(i, t->name);
	for (size_t at = 0; at < t->done.n;) {
		ssize_t w = write(fd[i], t->done.p + at, t->done.n - at);
		if (w < 0 && errno != EINTR)
			fail(temporary[i]);
		at += w > 0 ? (size_t)w : 0;
	}
	buf_clear(&t->done);
}

void publish_close(const struct table t[TABLES], bool keep)
{
	char to[4096];
	if (!keep) {
		remove_all();
		return;
	}
	for (unsigned i = 0; i < TABLES; i++)
		if (fd[i] >= 0 && (fsync(fd[i]) != 0 || close(fd[i]) != 0))
			fail(temporary[i]);
	for (unsigned i = 0; i < TABLES; i++) {
		if (fd[i] < 0)
			continue;
		snprintf(to, sizeof to, "%s/%s.csv", folder, t[i].name);
		if (rename(temporary[i], to) != 0)
			fail(to);
		temporary[i][0] = 0;
	}
}
