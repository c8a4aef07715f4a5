/* opt.c - options by table: -o DIR, -oDIR, --output DIR, --output=DIR; -h and -V for every program. */
#include "base/opt.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define VERSION "0.1.0"

static _Noreturn void printed(const struct opt_program *p)
{
	if (fflush(stdout) == 0)
		exit(0);
	fprintf(stderr, "%s: standard output: %s\n", p->name, strerror(errno));
	exit(3);
}

static _Noreturn void help(const struct opt_program *p)
{
	printf("usage: %s %s\n%s\n\n", p->name, p->usage, p->about);
	for (const struct opt *o = p->options; o->name; o++) {
		char left[64];
		snprintf(left, sizeof left, "%s%c%s--%s%s%s", o->letter ? "-" : " ", o->letter ? o->letter : ' ', o->letter ? ", " : "  ", o->name,
			 o->argument ? " " : "", o->argument ? o->argument : "");
		printf("  %-24s  %s\n", left, o->help);
	}
	printf("  %-24s  %s\n  %-24s  %s\n", "-h, --help", "print this help", "-V, --version", "print the version");
	printed(p);
}

_Noreturn void opt_refuse(const struct opt_program *p, const char *what, const char *word)
{
	fprintf(stderr, "%s: %s %s (try %s --help)\n", p->name, what, word, p->name);
	exit(2);
}

static const struct opt *find(const struct opt_program *p, const char *word, size_t n, bool is_long)
{
	for (const struct opt *o = p->options; o->name; o++)
		if (is_long ? strlen(o->name) == n && memcmp(o->name, word, n) == 0 : o->letter && o->letter == *word)
			return o;
	return NULL;
}

static void common(const struct opt_program *p, const char *word)
{
	if (strcmp(word, "-h") == 0 || strcmp(word, "--help") == 0)
		help(p);
	if (strcmp(word, "-V") == 0 || strcmp(word, "--version") == 0) {
		printf("%s %s\n", p->name, VERSION);
		printed(p);
	}
}

int opt_parse(const struct opt_program *p, int argc, char **argv)
{
	int i = 1;
	for (; i < argc && argv[i][0] == '-' && argv[i][1]; i++) {
		const char *word = argv[i];
		if (strcmp(word, "--") == 0)
			return i + 1;
		common(p, word);
		bool is_long = word[1] == '-';
		const char *name = word + 1 + is_long, *value = is_long ? strchr(name, '=') : (name[1] ? name + 1 : NULL);
		const struct opt *o = find(p, name, value && is_long ? (size_t)(value - name) : strlen(name), is_long);
		if (!o)
			opt_refuse(p, "unknown option", word);
		if (is_long && value)
			value++;
		if (!o->argument && value)
			opt_refuse(p, "no argument belongs to", word);
		if (o->argument && !value && ++i == argc)
			opt_refuse(p, "an argument is missing behind", word);
		*o->value = !o->argument ? "" : value ? value : argv[i];
	}
	return i;
}
