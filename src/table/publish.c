/* publish.c - DIR/.meetings.csv.PID is written, synced, renamed to DIR/meetings.csv. What stood there waits as DIR/.meetings.csv.PID.old
 * (a hard link, where the file system has them) until every rename went well. */
#include "table/publish.h"
#include "base/diag.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FILES = 256, PATH = 4096 };

struct file {
	char to[PATH], temporary[PATH], old[PATH];
	int fd;
	bool gone;      /* to be removed */
	bool kept;      /* old is a second name of what stood at to */
	bool fresh;     /* nothing stood there */
	bool renamed;
};
static struct file *files[FILES];
static volatile sig_atomic_t n;

/* Async-signal-safe, and run at every exit. */
static void undo(void)
{
	int code = errno;
	for (int i = n; i-- > 0;) {
		const struct file *f = files[i];
		if (f->renamed && f->kept)
			rename(f->old, f->to);
		else if (f->renamed && f->fresh)
			unlink(f->to);
		unlink(f->old);
		if (!f->gone)
			unlink(f->temporary);
	}
	n = 0;
	errno = code;
}

static void on_signal(int s)
{
	undo();
	signal(s, SIG_DFL);
	raise(s);
}

static const int signals[] = { SIGHUP, SIGINT, SIGTERM };
enum { SIGNALS = sizeof signals / sizeof *signals };

static struct file *add(const char *dir, const char *name)
{
	struct file *f = calloc(1, sizeof *f);
	if (!f || n == FILES)
		diag_fatal(f ? "too many files" : "out of memory");
	const char *slash = dir ? NULL : strrchr(name, '/');
	int folder = dir ? (int)strlen(dir) : slash ? (int)(slash - name) : 0;
	const char *base = slash ? slash + 1 : name, *between = dir || slash ? "/" : "";
	int w = snprintf(f->old, PATH, "%.*s%s.%s.%ld.old", folder, dir ? dir : name, between, base, (long)getpid());
	if (w >= PATH)
		diag_fatal("%s: the name is too long", base);
	memcpy(f->temporary, f->old, (size_t)w - strlen(".old"));
	snprintf(f->to, PATH, "%.*s%s%s", folder, dir ? dir : name, between, base);
	if (n == 0) {
		atexit(undo);
		for (size_t i = 0; i < SIGNALS; i++)
			if (signal(signals[i], on_signal) == SIG_IGN)
				signal(signals[i], SIG_IGN);
	}
	files[n] = f;
	n++;
	return f;
}

static _Noreturn void fail(const char *what) { diag_fatal("%s: %s", what, strerror(errno)); }

void publish_directory(const char *dir)
{
	if (mkdir(dir, 0777) != 0 && errno != EEXIST)
		fail(dir);
}

unsigned publish_file(const char *dir, const char *name)
{
	struct file *f = add(dir, name);
	struct stat st;
	if (stat(f->to, &st) == 0 && !S_ISREG(st.st_mode))
		diag_fatal("%s: not a regular file", f->to);
	f->fd = open(f->temporary, O_WRONLY | O_CREAT | O_TRUNC, 0666);
	if (f->fd < 0)
		fail(f->temporary);
	return (unsigned)n - 1;
}

void publish_absent(const char *dir, const char *name) { add(dir, name)->gone = true; }

const char *publish_path(unsigned file) { return files[file]->temporary; }

void publish_write(unsigned file, struct str s)
{
	while (s.n) {
		ssize_t w = write(files[file]->fd, s.p, s.n);
		if (w < 0 && errno != EINTR)
			fail(files[file]->to);
		if (w > 0)
			s = str_sub(s, (size_t)w, s.n);
	}
}

static size_t folder_length(const struct file *f)
{
	const char *slash = strrchr(f->to, '/');
	return slash ? (size_t)(slash - f->to) + 1 : 0;
}

/* The folder of file i, unless one before has the same; -1 then. Opened before the renames: what fails later is less than nothing done. */
static int folder_open(int i)
{
	char path[PATH] = ".";
	size_t length = folder_length(files[i]);
	for (int k = 0; k < i; k++)
		if (folder_length(files[k]) == length && memcmp(files[k]->to, files[i]->to, length) == 0)
			return -1;
	if (length) {
		memcpy(path, files[i]->to, length);
		path[length] = 0;
	}
	int fd = open(path, O_RDONLY);
	if (fd < 0)
		fail(path);
	return fd;
}

/* Some file systems know no fsync of a folder (EINVAL). */
static void folder_sync(int fd, const struct file *f)
{
	if (fd >= 0 && fsync(fd) != 0 && errno != EINVAL)
		diag_at(DIAG_FAILED, f->to, 0, "%s: it is in place, but a power cut might take it back", strerror(errno));
	if (fd >= 0)
		close(fd);
}

static void rename_all(int all)
{
	for (int i = 0; i < all; i++) {
		files[i]->kept = link(files[i]->to, files[i]->old) == 0;
		files[i]->fresh = !files[i]->kept && errno == ENOENT;
	}
	for (int i = 0; i < all; i++) {
		struct file *f = files[i];
		if (f->gone ? unlink(f->to) != 0 && errno != ENOENT : rename(f->temporary, f->to) != 0)
			fail(f->to);
		f->renamed = true;
	}
	for (int i = 0; i < all; i++)
		if (files[i]->kept)
			unlink(files[i]->old);
	n = 0;
}

void publish_all(void)
{
	sigset_t ours, before;
	int all = n, folder[FILES];
	for (int i = 0; i < all; i++)
		if (!files[i]->gone && (fsync(files[i]->fd) != 0 || close(files[i]->fd) != 0))
			fail(files[i]->to);
	for (int i = 0; i < all; i++)
		folder[i] = folder_open(i);
	sigemptyset(&ours);
	for (size_t i = 0; i < SIGNALS; i++)
		sigaddset(&ours, signals[i]);
	sigprocmask(SIG_BLOCK, &ours, &before);
	rename_all(all);
	sigprocmask(SIG_SETMASK, &before, NULL);
	for (int i = 0; i < all; i++)
		folder_sync(folder[i], files[i]);
	for (int i = 0; i < all; i++)
		free(files[i]);
}
