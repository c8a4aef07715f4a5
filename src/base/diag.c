/* diag.c - one line a message, written whole; the worst status so far is the program's.
 * `tag-entities: news.jsonl:128: sentence.text: invalid UTF-8 at byte 40` */
#include "base/diag.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

static const char *program = "?";
static int worst = DIAG_OK;

void diag_program(const char *name) { program = name; }
const char *diag_name(void) { return program; }
int diag_status(void) { return worst; }

static void say(int status, const char *file, unsigned long line, const char *fmt, va_list ap)
{
	char text[1024];
	vsnprintf(text, sizeof text, fmt, ap);
	if (file && line)
		fprintf(stderr, "%s: %s:%lu: %s\n", program, file, line, text);
	else if (file)
		fprintf(stderr, "%s: %s: %s\n", program, file, text);
	else
		fprintf(stderr, "%s: %s\n", program, text);
	if (status > worst)
		worst = status;
}

void diag_at(int status, const char *file, unsigned long line, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	say(status, file, line, fmt, ap);
	va_end(ap);
}

void diag(int status, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	say(status, NULL, 0, fmt, ap);
	va_end(ap);
}

_Noreturn void diag_fatal(const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	say(DIAG_FAILED, NULL, 0, fmt, ap);
	va_end(ap);
	exit(DIAG_FAILED);
}
