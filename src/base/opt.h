/* opt.h - command-line options from one table: parses, and prints the help. Short and GNU long. */
#ifndef BASE_OPT_H
#define BASE_OPT_H
#include <stdbool.h>

struct opt {
	char letter;            /* 0: long only */
	const char *name;       /* without "--" */
	const char *argument;   /* NULL: takes none; else its name in the help, e.g. "DIR" */
	const char *help;
	const char **value;     /* set to the argument, or to "" for a flag */
};

struct opt_program {
	const char *name, *usage, *about;   /* usage: "[-o DIR] [FILE...]" */
	const struct opt *options;          /* sorted, ended by an entry whose name is NULL; -h and -V are added */
};

/* Permutes nothing: options come before operands, "--" ends them. Returns the index of the first operand.
 * --help and --version print to standard output and exit 0; a bad option is one line on standard error and exit 2. */
int opt_parse(const struct opt_program *p, int argc, char **argv);
/* "PROGRAM: WHAT WORD (try PROGRAM --help)" on standard error and exit 2: for values that the table cannot judge. */
_Noreturn void opt_refuse(const struct opt_program *p, const char *what, const char *word);
#endif
