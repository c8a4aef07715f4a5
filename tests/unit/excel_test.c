/* excel_test.c - the edges of excel_fit: 32,767 UTF-16 units, a mark within them, no character cut in two. */
#include "table/dialect.h"
#include <stdio.h>
#include <stdlib.h>

static int bad;

static void want(const char *what, const char *unit, size_t times, size_t fits)
{
	size_t n = strlen(unit);
	char *p = malloc(n * times);
	for (size_t i = 0; i < times; i++)
		memcpy(p + i * n, unit, n);
	struct str fit = excel_fit((struct str){ p, n * times });
	if (fit.p != p || fit.n != fits * n) {
		printf("%s: %zu bytes, want %zu\n", what, fit.n, fits * n);
		bad = 1;
	}
	free(p);
}

int main(void)
{
	enum { MARK = sizeof EXCEL_MARK - 1 };
	want("nothing", "a", 0, 0);
	want("ASCII that fits", "a", EXCEL_CELL, EXCEL_CELL);
	want("ASCII over", "a", EXCEL_CELL + 1, EXCEL_CELL - MARK);
	want("two bytes, one unit", "\xC4\x91", EXCEL_CELL, EXCEL_CELL);
	want("two bytes over", "\xC4\x91", EXCEL_CELL + 1, EXCEL_CELL - MARK);
	want("three bytes over", "\xE1\xBB\x99", EXCEL_CELL + 1, EXCEL_CELL - MARK);
	want("four bytes, two units", "\xF0\x9F\x98\x80", EXCEL_CELL / 2, EXCEL_CELL / 2);
	want("four bytes over", "\xF0\x9F\x98\x80", EXCEL_CELL / 2 + 1, (EXCEL_CELL - MARK) / 2);
	return bad;
}
