/* shim.c - preloaded into a program, it makes the Nth call of one kind fail, and all behind it: FAULT=KIND FAULT_AT=N FAULT_ERRNO=E.
 * KIND: open read write close rename fsync malloc; and two that must go unnoticed: short (each write takes half), eintr (every second
 * write is interrupted). Standard error is let alone. FAULT_MARK names a file that is made when a fault came about. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

void *__libc_malloc(size_t n);
void *__libc_calloc(size_t n, size_t size);
void *__libc_realloc(void *p, size_t n);

static long count;

static int is(const char *kind)
{
	const char *k = getenv("FAULT");
	return k && strcmp(k, kind) == 0;
}

static long number(const char *name)
{
	const char *v = getenv(name);
	return v ? strtol(v, NULL, 10) : 0;
}

static void mark(void)
{
	const char *m = getenv("FAULT_MARK");
	if (m)
		syscall(SYS_close, syscall(SYS_openat, AT_FDCWD, m, O_WRONLY | O_CREAT, 0666));
}

static int fails(const char *kind)
{
	if (!is(kind) || ++count < number("FAULT_AT"))
		return 0;
	mark();
	errno = (int)number("FAULT_ERRNO");
	return 1;
}

static int interrupted(void)
{
	static int turn;
	if (!is("eintr") || (turn = !turn))
		return 0;
	mark();
	errno = EINTR;
	return 1;
}

int open(const char *path, int flags, ...)
{
	va_list ap;
	va_start(ap, flags);
	int mode = flags & O_CREAT ? va_arg(ap, int) : 0;
	va_end(ap);
	return fails("open") ? -1 : (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}

ssize_t read(int fd, void *p, size_t n)
{
	return fails("read") ? -1 : syscall(SYS_read, fd, p, n);
}

ssize_t write(int fd, const void *p, size_t n)
{
	if (fd == 2)
		return syscall(SYS_write, fd, p, n);
	if (interrupted() || fails("write"))
		return -1;
	if (is("short") && n > 1) {
		mark();
		n = n / 2;
	}
	return syscall(SYS_write, fd, p, n);
}

int close(int fd)
{
	if (fd != 2 && fails("close")) {
		int code = errno;
		syscall(SYS_close, fd);
		errno = code;
		return -1;
	}
	return (int)syscall(SYS_close, fd);
}

int rename(const char *from, const char *to) { return fails("rename") ? -1 : (int)syscall(SYS_renameat, AT_FDCWD, from, AT_FDCWD, to); }
int fsync(int fd) { return fails("fsync") ? -1 : (int)syscall(SYS_fsync, fd); }
void *malloc(size_t n) { return fails("malloc") ? NULL : __libc_malloc(n); }
void *calloc(size_t n, size_t size) { return fails("malloc") ? NULL : __libc_calloc(n, size); }
void *realloc(void *p, size_t n) { return fails("malloc") ? NULL : __libc_realloc(p, n); }
