/* boundary.c - sums of the weights of lexicon/boundary.csv (learnt by bench/boundary/fit) over the features of a line.
 * A small net: each value of a feature has a weight in each of UNITS sums; the first counts as it is, the others only where they are above zero, so
 * that features that mean something only together are heard together. A page starts where the sieve (looks alone, no words compared) lets a line
 * pass, the sum of its side is no less than zero and no line shortly behind reaches much more; of the places around it that one is the first that
 * has most of the side FIRST. */
#include "segment/boundary.h"
#include "base/csv.h"
#include "base/diag.h"
#include "segment/tables.h"
#include "segment/topic.h"
#include <limits.h>

/* What is asked: whether to look closer; whether a page starts at a line's begin; inside a line; which of the places around a start is its first. */
enum side { SIEVE, LINE, GLUED, FIRST, SIDES };
static const char *const sides[] = { "sieve", "line", "glued", "first", NULL };

/* Of the sums behind the first, UP add, the others subtract. All in hundredths of log odds. A side has some nets, learnt from other beginnings: the
 * mean of what they say is steadier than any. */
enum { UNITS = 16, UP = 8, HEAVIEST = 800, NETS = 4 };
struct net { short constant[UNITS], weight[FEATURES][FEATURE_VALUES][UNITS]; };
static struct { int n; struct net net[NETS]; } nets[SIDES];
_Static_assert((FEATURES + 1) * HEAVIEST <= SHRT_MAX, "a sum fits");

/* --- the table -------------------------------------------------------------------------------------------------------------- */

static int index_of(const char *const *names, struct str s)
{
	for (int i = 0; names[i]; i++)
		if (str_eq(s, str_c(names[i])))
			return i;
	return -1;
}

static int feature_of(struct str s)
{
	for (int i = 0; i < FEATURES; i++)
		if (str_eq(s, str_c(features[i].name)))
			return i;
	return -1;
}

static bool number(struct str s, int *v)
{
	size_t i = s.n && s.p[0] == '-';
	*v = 0;
	if (s.n == i || s.n > 6)
		return false;
	for (size_t k = i; k < s.n; k++) {
		if (s.p[k] < '0' || s.p[k] > '9')
			return false;
		*v = *v * 10 + (s.p[k] - '0');
	}
	*v = i ? -*v : *v;
	return true;
}

/* The weights a row is about; NULL: there is no such side, net, feature or value. */
static short *weights_of(const struct str *row)
{
	int k = index_of(sides, row[0]), n, f = feature_of(row[2]), v = f < 0 ? -1 : index_of(features[f].values, row[3]);
	bool constant = str_eq(row[2], STR("constant"));
	if (k < 0 || !number(row[1], &n) || n < 1 || n > NETS || (!constant && v < 0))
		return NULL;
	nets[k].n = n > nets[k].n ? n : nets[k].n;
	return constant ? nets[k].net[n - 1].constant : nets[k].net[n - 1].weight[f][v];
}

static void row(void *ctx, unsigned long line, const struct str *f, unsigned n)
{
	(void)ctx;
	if (line == 1)
		return;
	short *weight = n >= 4 + UNITS ? weights_of(f) : NULL;
	if (!weight) {
		diag_at(DIAG_USAGE, "boundary.csv", line, "a row needs a side, a net from 1 to %d, a feature, one of its values, and %d weights", NETS, UNITS);
		return;
	}
	for (int u = 0; u < UNITS; u++) {
		int v;
		if (!number(f[4 + u], &v) || v > HEAVIEST || v < -HEAVIEST)
			diag_at(DIAG_USAGE, "boundary.csv", line, "a weight is a number from -%d to %d: %.*s", HEAVIEST, HEAVIEST, (int)f[4 + u].n, f[4 + u].p);
		else
			weight[u] = (short)v;
	}
}

void boundary_load(const char *dir, const struct noise *noise)
{
	features_open(noise);
	static struct arena a;
	struct str text = table_text(dir, "boundary.csv", &a);
	if (text.p)
		csv_read(text, row, NULL);
	topic_load(dir);
}

/* --- the decision ------------------------------------------------------------------------------------------------------------ */

static int net_sum(const struct net *one, const unsigned char value[FEATURES], int upto)
{
	short s[UNITS];
	memcpy(s, one->constant, sizeof s);
	for (int f = 0; f < upto; f++) {
		const short *weight = one->weight[f][value[f]];
		for (int u = 0; u < UNITS; u++)
			s[u] = (short)(s[u] + weight[u]);
	}
	int all = s[0];
	for (int u = 1; u < UNITS; u++)
		all += s[u] <= 0 ? 0 : u <= UP ? s[u] : -s[u];
	return all;
}

/* What the nets of a side say in the mean, of the features before `upto`. */
static int sum(enum side k, const unsigned char value[FEATURES], int upto)
{
	int all = 0;
	for (int n = 0; n < nets[k].n; n++)
		all += net_sum(&nets[k].net[n], value, upto);
	return nets[k].n ? all / nets[k].n : 0;
}

enum { SLACK = 100 };      /* of the sieve inside lines: such places are few */

/* The sum at line i, or at its byte `at`, when the page is known up to line `known`; INT_MIN where the sieve keeps it. */
static int sum_of(const struct window *w, unsigned i, size_t at, unsigned known)
{
	struct near v;
	unsigned char value[FEATURES];
	features_look(w, i, at, &v);
	features_shape(w, &v, i, at, value);
	if (sum(SIEVE, value, FIRST_READ) < (at ? -SLACK : 0))
		return INT_MIN;
	features_read(w, &v, value);
	features_repeated(w, &v, value);
	features_topic(w, known, &v, at, value);
	return sum(at ? GLUED : LINE, value, FEATURES);
}

enum { LEAST_PAGE = 500, LEAST_GLUED = 80, RIVALS = 3, MUCH = 200, TRIES = 24, SHORT = 80 };

bool boundary_values(const struct window *w, unsigned i, size_t at, unsigned known, unsigned char value[FEATURES])
{
	struct near v;
	size_t bytes = features_count(w, known);
	if ((!at && i == w->page) || w->line[i].n == 0 || bytes + at < (at ? LEAST_GLUED : LEAST_PAGE))
		return false;
	features_look(w, i, at, &v);
	features_shape(w, &v, i, at, value);
	features_read(w, &v, value);
	features_repeated(w, &v, value);
	features_topic(w, known, &v, at, value);
	return true;
}

static void near_add(struct boundary_near *n, unsigned i, size_t at)
{
	if (n->n < BOUNDARY_NEAR) {
		n->line[n->n] = i;
		n->at[n->n++] = at;
	}
}

/* Places in line i, from byte `from` to byte `to`, where a page may be glued to what stands before. */
static void near_glue(const struct window *w, struct boundary_near *n, unsigned i, size_t from, size_t to, size_t but)
{
	struct str s = line_str(w->text, &w->line[i]);
	for (size_t at = glue_next(s, from); at < s.n && at < to; at = glue_next(s, at))
		if (at != but)
			near_add(n, i, at);
}

void boundary_near(const struct window *w, unsigned i, size_t at, struct boundary_near *n)
{
	n->n = 0;
	if (at >= SHORT)
		return;
	near_glue(w, n, i, 1, SHORT, at);
	if (i == w->page || features_count(w, i) < LEAST_PAGE)
		return;
	if (at)
		near_add(n, i, 0);
	bool running = false;
	for (unsigned k = i, lines = 0; --k > w->page && lines < BOUNDARY_LINES && !running;)
		if (w->line[k].n) {
			size_t end = w->line[k].n;
			running = features_running(&w->line[k]);
			if (!running)
				near_add(n, k, 0);
			near_glue(w, n, k, end > SHORT ? end - SHORT : 1, end, 0);
			lines++;
		}
}

/* Whether one of the next lines is by far a better first line of a page: "Trang chủ" before it is still the old one's. */
static bool outdone(const struct window *w, unsigned i, int reached)
{
	unsigned rivals = 0;
	for (unsigned k = i + 1; k < w->n && k <= i + FEATURES_AHEAD / 2 && rivals < RIVALS; k++)
		if (w->line[k].n) {
			if (sum_of(w, k, 0, i) > reached + MUCH)
				return true;
			rivals++;
		}
	return false;
}

/* How much line i, or what stands at its byte `at`, looks like the first of a page that is known to start hereabouts. */
static int first_sum(const struct window *w, unsigned i, size_t at)
{
	struct near v;
	unsigned char value[FEATURES];
	features_look(w, i, at, &v);
	features_shape(w, &v, i, at, value);
	features_read(w, &v, value);
	return sum(FIRST, value, FIRST_TOPIC);
}

struct place { unsigned line; size_t at; int sum; };

static void first_try(const struct window *w, struct place *best, unsigned i, size_t at)
{
	int reached = first_sum(w, i, at);
	if (reached > best->sum)
		*best = (struct place){ i, at, reached };
}

/* The page that starts at byte `at` of line *i starts there, at another place of the line's begin, at a line shortly before it, or glued to the
 * text before that. Returns the byte. */
static long first_place(const struct window *w, unsigned *i, size_t at)
{
	struct place best = { *i, at, first_sum(w, *i, at) };
	struct boundary_near n;
	boundary_near(w, *i, at, &n);
	for (unsigned k = 0; k < n.n; k++)
		first_try(w, &best, n.line[k], n.at[k]);
	*i = best.line;
	return (long)best.at;
}

/* The best place for a cut inside the line, and its sum. */
static long best_glue(const struct window *w, unsigned i, const struct glue_marks *glue, size_t bytes, int *reached)
{
	struct str s = line_str(w->text, &w->line[i]);
	long best = BOUNDARY_NONE;
	unsigned tries = 0;
	*reached = -1;
	for (size_t at = glue_marked(glue, s, 1); at < s.n && tries < TRIES; at = glue_marked(glue, s, at), tries++) {
		int here = bytes + at >= LEAST_GLUED ? sum_of(w, i, at, i) : -1;
		if (here > *reached) {
			*reached = here;
			best = (long)at;
		}
	}
	return best;
}

long boundary_in(const struct window *w, unsigned *i, const struct glue_marks *glue)
{
	if (w->line[*i].n == 0)
		return BOUNDARY_NONE;
	size_t bytes = features_count(w, *i);
	int inside;
	long at = best_glue(w, *i, glue, bytes, &inside);
	if (inside >= 0)
		return first_place(w, i, (size_t)at);
	if (*i > w->page && bytes >= LEAST_PAGE) {
		int reached = sum_of(w, *i, 0, *i);
		if (reached >= 0 && !outdone(w, *i, reached))
			return first_place(w, i, 0);
	}
	return at;
}
