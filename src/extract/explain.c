/* explain.c - the lines of --explain. */
#include "extract/explain.h"
#include <stdio.h>

bool explain_on;

void explain(const char *table, struct str row, const char *column, struct str value, struct str rule, const struct sentence *s)
{
	if (!explain_on || value.n == 0)
		return;
	fprintf(stderr, "%s %.*s: %s = %.*s <- %.*s", table, (int)row.n, row.p, column, (int)value.n, value.p, (int)rule.n, rule.p);
	if (s)
		fprintf(stderr, " (sentence %lu, byte %llu)", s->n, s->byte_start);
	fputc('\n', stderr);
}
