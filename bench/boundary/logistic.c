/* logistic IN OUT: logistic regression with an L2 penalty over rows of which each sets one column of every group; the whole set a step, by Adam.
 * IN, in the machine's order: unsigned rows, groups, columns, steps; the columns set by each row, 16 bits; float: what is true of each row (0, 1),
 * each row's weight, each column's penalty. OUT: a double a column, then the constant. fit writes the one and reads the other. */
#include "base/diag.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

struct set { unsigned rows, groups, columns, steps; unsigned short *on; float *truth, *weight, *penalty; };
struct fit { double *w, *mean, *square, *slope; };       /* columns and the constant */

static void *room(size_t n, size_t size)
{
	void *p = calloc(n + 1, size);
	if (!p)
		diag_fatal("out of memory");
	return p;
}

static void *take(FILE *f, size_t n, size_t size)
{
	void *p = room(n, size);
	if (fread(p, size, n, f) != n)
		diag_fatal("the set is cut short");
	return p;
}

static struct set set_read(const char *name)
{
	FILE *f = fopen(name, "rb");
	struct set s;
	if (!f || fread(&s, sizeof(unsigned), 4, f) != 4)
		diag_fatal("%s: cannot be read", name);
	s.on = take(f, (size_t)s.rows * s.groups, sizeof *s.on);
	s.truth = take(f, s.rows, sizeof(float));
	s.weight = take(f, s.rows, sizeof(float));
	s.penalty = take(f, s.columns, sizeof(float));
	fclose(f);
	return s;
}

static void slopes(const struct set *s, struct fit *f)
{
	for (unsigned c = 0; c < s->columns; c++)
		f->slope[c] = (double)s->penalty[c] * f->w[c];
	f->slope[s->columns] = 0;
	for (size_t r = 0; r < s->rows; r++) {
		const unsigned short *on = s->on + r * s->groups;
		double sum = f->w[s->columns];
		for (unsigned g = 0; g < s->groups; g++)
			sum += f->w[on[g]];
		double off = (1 / (1 + exp(-sum)) - (double)s->truth[r]) * (double)s->weight[r];
		for (unsigned g = 0; g < s->groups; g++)
			f->slope[on[g]] += off;
		f->slope[s->columns] += off;
	}
}

static void step(const struct set *s, struct fit *f, unsigned t, double total)
{
	double rate = t * 10 < s->steps * 7 ? .1 : .02, first = 1 - pow(.9, t), second = 1 - pow(.999, t);
	slopes(s, f);
	for (unsigned c = 0; c <= s->columns; c++) {
		double g = f->slope[c] / total;
		f->mean[c] = .9 * f->mean[c] + .1 * g;
		f->square[c] = .999 * f->square[c] + .001 * g * g;
		f->w[c] -= rate * (f->mean[c] / first) / (sqrt(f->square[c] / second) + 1e-9);
	}
}

int main(int argc, char **argv)
{
	diag_program("logistic");
	if (argc != 3)
		diag_fatal("usage: logistic IN OUT");
	struct set s = set_read(argv[1]);
	size_t n = s.columns + 1;
	struct fit f = { room(n, sizeof(double)), room(n, sizeof(double)), room(n, sizeof(double)), room(n, sizeof(double)) };
	double total = 0;
	for (size_t r = 0; r < s.rows; r++)
		total += (double)s.weight[r];
	f.w[s.columns] = -2;
	for (unsigned t = 1; t <= s.steps; t++)
		step(&s, &f, t, total);
	FILE *out = fopen(argv[2], "wb");
	if (!out || fwrite(f.w, sizeof(double), n, out) != n || fclose(out) != 0)
		diag_fatal("%s: cannot be written", argv[2]);
	return 0;
}
