/* net IN OUT DRAW: what boundary.c sums, learnt. Each row of the set switches on one column of every group; a column has a weight in each of UNITS
 * sums. The first sum counts as it is, the others where they are above zero: UP of them add, the rest subtract. What comes out is the log odds of true.
 * Logistic loss by Adam over small lots, in the same order for the same DRAW, a number; three in ten columns are left out of each sum, others each
 * time, so that no few of them are trusted alone: without that it learns the sites it is shown.
 * IN, in the machine's order: unsigned rows, groups, columns, epochs; the columns set by each row, 16 bits; float: what is true of each row (0, 1),
 * each row's weight. OUT: floats, UNITS a column, then UNITS where the sums start. */
#include "base/diag.h"
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

enum { UNITS = 16, UP = 8, MOST_GROUPS = 64, LOT = 512, HEAVIEST = 8 };

static const float rate = .005F, decay = 3e-6F, start = -3, unseen = .3F;

struct set { unsigned rows, groups, columns, epochs; unsigned short *on; float *truth, *weight; };
struct net { size_t n; float *w, *slope, *mean, *square; };       /* UNITS a column, those of the start behind them */

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
	if (s.groups > MOST_GROUPS)
		diag_fatal("%s: more than %d groups", name, MOST_GROUPS);
	s.on = take(f, (size_t)s.rows * s.groups, sizeof *s.on);
	s.truth = take(f, s.rows, sizeof(float));
	s.weight = take(f, s.rows, sizeof(float));
	fclose(f);
	return s;
}

static uint64_t state;

static unsigned draw(void)
{
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return (unsigned)(state >> 32);
}

static float draw_share(void) { return (float)draw() / 4294967296.F; }

static float draw_bell(void)
{
	float sum = 0;
	for (int i = 0; i < 12; i++)
		sum += draw_share();
	return sum - 6;
}

static struct net net_new(const struct set *s)
{
	size_t n = ((size_t)s->columns + 1) * UNITS;
	struct net net = { n, room(n, sizeof(float)), room(n, sizeof(float)), room(n, sizeof(float)), room(n, sizeof(float)) };
	for (size_t i = 0; i < n - UNITS; i++)
		net.w[i] = i % UNITS ? draw_bell() * .15F : 0;
	net.w[n - UNITS] = start;
	return net;
}

/* The columns of the row that are seen this time. Returns how many. */
static unsigned seen_of(const struct set *s, size_t row, unsigned short *seen)
{
	unsigned n = 0;
	for (unsigned g = 0; g < s->groups; g++)
		if (draw_share() >= unseen)
			seen[n++] = s->on[row * s->groups + g];
	return n;
}

/* The slope of the loss at one row is added to that of its lot. */
static void slope_add(const struct set *s, struct net *net, size_t row, float weight)
{
	unsigned short seen[MOST_GROUPS];
	unsigned n = seen_of(s, row, seen);
	float sum[UNITS], *start_slope = net->slope + net->n - UNITS;
	for (int u = 0; u < UNITS; u++)
		sum[u] = 0;
	for (unsigned g = 0; g < n; g++)
		for (int u = 0; u < UNITS; u++)
			sum[u] += net->w[(size_t)seen[g] * UNITS + (size_t)u];
	for (int u = 0; u < UNITS; u++)
		sum[u] = sum[u] / (1 - unseen) + net->w[net->n - UNITS + (size_t)u];
	float odds = sum[0];
	for (int u = 1; u < UNITS; u++)
		odds += sum[u] <= 0 ? 0 : u <= UP ? sum[u] : -sum[u];
	float off = (1 / (1 + expf(-odds)) - s->truth[row]) * weight;
	for (int u = 0; u < UNITS; u++) {
		sum[u] = u == 0 ? off : sum[u] <= 0 ? 0 : u <= UP ? off : -off;
		start_slope[u] += sum[u];
	}
	for (unsigned g = 0; g < n; g++)
		for (int u = 0; u < UNITS; u++)
			net->slope[(size_t)seen[g] * UNITS + (size_t)u] += sum[u];
}

static void step(struct net *net, float total, unsigned long t, unsigned long steps)
{
	float r = rate * (1 - .99F * (float)t / (float)steps), first = 1 - powf(.9F, (float)t), second = 1 - powf(.999F, (float)t);
	for (size_t i = 0; i < net->n; i++) {
		float g = net->slope[i] / total + decay * net->w[i];
		net->mean[i] = .9F * net->mean[i] + .1F * g;
		net->square[i] = .999F * net->square[i] + .001F * g * g;
		net->w[i] -= r * (net->mean[i] / first) / (sqrtf(net->square[i] / second) + 1e-8F);
		net->slope[i] = 0;
	}
}

static unsigned times(float weight) { return (unsigned)ceilf(weight / HEAVIEST); }

/* The rows, one of much weight several times. Returns how many. */
static size_t rows_of(const struct set *s, unsigned **row)
{
	size_t n = 0;
	for (unsigned i = 0; i < s->rows; i++)
		n += times(s->weight[i]);
	*row = room(n, sizeof **row);
	n = 0;
	for (unsigned i = 0; i < s->rows; i++)
		for (unsigned k = 0; k < times(s->weight[i]); k++)
			(*row)[n++] = i;
	return n;
}

static void learn(const struct set *s, struct net *net)
{
	unsigned *row;
	size_t n = rows_of(s, &row);
	unsigned long t = 0, steps = (n + LOT - 1) / LOT * s->epochs;
	for (unsigned e = 0; e < s->epochs; e++) {
		for (size_t i = n; i-- > 1;) {
			size_t k = draw() % (i + 1);
			unsigned other = row[k];
			row[k] = row[i];
			row[i] = other;
		}
		for (size_t from = 0; from < n; from += LOT) {
			float total = 0;
			for (size_t i = from; i < n && i < from + LOT; i++) {
				float weight = s->weight[row[i]] / (float)times(s->weight[row[i]]);
				slope_add(s, net, row[i], weight);
				total += weight;
			}
			step(net, total, ++t, steps);
		}
	}
}

int main(int argc, char **argv)
{
	diag_program("net");
	if (argc != 4)
		diag_fatal("usage: net IN OUT DRAW");
	state = 88172645463325252ULL + 7919 * strtoul(argv[3], NULL, 10);
	struct set s = set_read(argv[1]);
	struct net net = net_new(&s);
	learn(&s, &net);
	FILE *out = fopen(argv[2], "wb");
	if (!out || fwrite(net.w, sizeof *net.w, net.n, out) != net.n || fclose(out) != 0)
		diag_fatal("%s: cannot be written", argv[2]);
	return 0;
}
