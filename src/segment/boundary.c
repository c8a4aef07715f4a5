/* boundary.c - the sum of the weights of lexicon/boundary.csv (learnt by bench/boundary/fit) over the features of a line.
 * A page starts where the sum reaches the threshold and no line shortly behind reaches much more; of the places around it that one is the first
 * that has most of the third weights. Features that compare words cost most: they are looked at only where they can still decide. */
#include "segment/boundary.h"
#include "base/csv.h"
#include "base/diag.h"
#include "segment/tables.h"
#include "segment/topic.h"
#include <assert.h>
#include <limits.h>

/* Features whose values weigh together; those of topics last: each with TOPIC or REPEATED, or one of these with a known one (bounds rests on it). */
static const struct { enum feature a, b; } crosses[] = {
	{ GAP, GAP_BEFORE }, { GAP, GAP_BEHIND }, { GAP_BEHIND, GAP_NEXT }, { GAP, SPACING }, { GAP_BEHIND, SPACING }, { KIND, BEFORE }, { KIND, NEXT },
	{ KIND, TAIL }, { KIND, GAP }, { BEFORE, GAP }, { KIND, GLUE }, { NEXT, NEXT_2 }, { KIND, GAP_BEHIND }, { BEFORE, NEXT }, { KIND, WORDS },
	{ KIND, TO_TEXT }, { BEFORE, TO_TEXT }, { TAIL, TO_TEXT }, { BEFORE, BEFORE_2 },
	{ SPACING, SPACING_AHEAD }, { SPACING_AHEAD, GAP }, { KIND, TEXT_AHEAD }, { KIND, LEADS_AHEAD }, { KIND, STAMPS }, { KIND, FEET_AHEAD },
	{ SEEN, REPEATED }, { TOPIC, REPEATED }, { TOPIC, KIND }, { TOPIC, TOPIC_NAMES }, { TOPIC, COHESION }, { TOPIC, GAP_BEHIND },
	{ REPEATED, NEXT }, { TOPIC, BEFORE }, { TOPIC, PAGE_BYTES },
};
enum { CROSS_N = sizeof crosses / sizeof *crosses, FIRST_TOPIC_CROSS = 25, KEY_MOST = 13 };

/* At a line's begin; inside a line; which of the places around a page's start is its first. In hundredths. */
enum { LINE, GLUED, FIRST, SIDES };
static int threshold[SIDES];
/* The most that features not yet looked at can add: those of FIRST_READ; those of topics, by the values of TOPIC and REPEATED;
 * loosely, whatever the values. */
static int read_most[2], loose_most[2], topic_most[2][FEATURE_VALUES][FEATURE_VALUES];
static int single[SIDES][FEATURES][FEATURE_VALUES], cross[SIDES][CROSS_N][FEATURE_VALUES][FEATURE_VALUES];

bool boundary_cross(unsigned c, enum feature *a, enum feature *b)
{
	if (c >= CROSS_N)
		return false;
	*a = crosses[c].a;
	*b = crosses[c].b;
	return true;
}

/* --- the table -------------------------------------------------------------------------------------------------------------- */

static int value_of(const char *const *values, struct str s)
{
	for (int i = 0; values[i]; i++)
		if (str_eq(s, str_c(values[i])))
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

/* "a & b" parted; false: there is no " & ". */
static bool both(struct str s, struct str *a, struct str *b)
{
	size_t at = str_find(s, STR(" & "), 0);
	if (at >= s.n)
		return false;
	*a = str_sub(s, 0, at);
	*b = str_sub(s, at + 3, s.n);
	return true;
}

/* The weight of side k a row is about; NULL: there is no such feature or value. */
static int *weight_of(struct str feature, struct str value, int k)
{
	struct str fa, fb, va, vb;
	if (!both(feature, &fa, &fb)) {
		int f = feature_of(feature), v = f < 0 ? -1 : value_of(features[f].values, value);
		return v < 0 ? NULL : &single[k][f][v];
	}
	for (int c = both(value, &va, &vb) ? 0 : CROSS_N; c < (int)CROSS_N; c++)
		if (str_eq(fa, str_c(features[crosses[c].a].name)) && str_eq(fb, str_c(features[crosses[c].b].name))) {
			int a = value_of(features[crosses[c].a].values, va), b = value_of(features[crosses[c].b].values, vb);
			return a < 0 || b < 0 ? NULL : &cross[k][c][a][b];
		}
	return NULL;
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

static void row(void *ctx, unsigned long line, const struct str *f, unsigned n)
{
	(void)ctx;
	int v[SIDES];
	if (line == 1)
		return;
	if (n < 2 + SIDES || !number(f[2], &v[LINE]) || !number(f[3], &v[GLUED]) || !number(f[4], &v[FIRST])) {
		diag_at(DIAG_USAGE, "boundary.csv", line, "a row needs feature, value and three weights");
		return;
	}
	for (int k = 0; k < SIDES; k++) {
		int *w = str_eq(f[0], STR("threshold")) ? &threshold[k] : weight_of(f[0], f[1], k);
		if (!w) {
			diag_at(DIAG_USAGE, "boundary.csv", line, "no such feature or value: %.*s, %.*s", (int)f[0].n, f[0].p, (int)f[1].n, f[1].p);
			return;
		}
		*w = v[k];
	}
}

static int most(const int *w, size_t n)
{
	int m = INT_MIN;
	for (size_t i = 0; i < n; i++)
		m = w[i] > m ? w[i] : m;
	return m;
}

static int cross_of(enum feature a, enum feature b)
{
	int c = 0;
	while (crosses[c].a != a || crosses[c].b != b)
		c++;
	return c;
}

/* The most that feature f, and f together with value v of `with` (before it in crosses or behind it), can weigh. */
static int most_beside(int k, enum feature f, enum feature with, unsigned v, bool before)
{
	int m = INT_MIN, c = before ? cross_of(with, f) : cross_of(f, with);
	for (unsigned i = 0; i < FEATURE_VALUES; i++) {
		int w = single[k][f][i] + (before ? cross[k][c][v][i] : cross[k][c][i][v]);
		m = w > m ? w : m;
	}
	return m;
}

static void bounds(int k)
{
	read_most[k] = 0;
	loose_most[k] = INT_MIN;
	for (int f = FIRST_READ; f < FIRST_TOPIC; f++)
		read_most[k] += most(single[k][f], FEATURE_VALUES);
	int both_c = cross_of(TOPIC, REPEATED);
	for (unsigned t = 0; t < FEATURE_VALUES; t++)
		for (unsigned r = 0; r < FEATURE_VALUES; r++) {
			topic_most[k][t][r] = single[k][TOPIC][t] + single[k][REPEATED][r] + cross[k][both_c][t][r] + most_beside(k, SEEN, REPEATED, r, false) +
					      most_beside(k, TOPIC_NAMES, TOPIC, t, true) + most_beside(k, COHESION, TOPIC, t, true);
			loose_most[k] = topic_most[k][t][r] > loose_most[k] ? topic_most[k][t][r] : loose_most[k];
		}
	int beside = 0;
	for (int c = FIRST_TOPIC_CROSS; c < (int)CROSS_N; c++)
		beside += crosses[c].b < FIRST_TOPIC;
	assert(beside <= KEY_MOST);
	for (int c = FIRST_TOPIC_CROSS; c < (int)CROSS_N; c++)
		if (crosses[c].b < FIRST_TOPIC)
			loose_most[k] += most(cross[k][c][0], FEATURE_VALUES * FEATURE_VALUES);
}

void boundary_load(const char *dir, const struct noise *noise)
{
	features_open(noise);
	static struct arena a;
	struct str text = table_text(dir, "boundary.csv", &a);
	if (text.p)
		csv_read(text, row, NULL);
	for (int k = LINE; k <= GLUED; k++)
		bounds(k);
	topic_load(dir);
}

/* --- the decision ------------------------------------------------------------------------------------------------------------ */

/* The most that topics can still add where the values of the other features are known, REPEATED among them or not. */
static int topic_bound(int k, const unsigned char value[FEATURES], bool repeated)
{
	int beside_t[FEATURE_VALUES] = { 0 }, beside_r[FEATURE_VALUES] = { 0 }, m = INT_MIN;
	for (int c = FIRST_TOPIC_CROSS; c < (int)CROSS_N; c++)
		if (crosses[c].b < FIRST_TOPIC)
			for (int v = 0; v < FEATURE_VALUES; v++)
				*(crosses[c].a == TOPIC ? &beside_t[v] : &beside_r[v]) += cross[k][c][v][value[crosses[c].b]];
	for (int t = 0; features[TOPIC].values[t]; t++)
		for (int r = repeated ? value[REPEATED] : 0; features[REPEATED].values[r] && (!repeated || r == value[REPEATED]); r++) {
			int sum = topic_most[k][t][r] + beside_t[t] + beside_r[r];
			m = sum > m ? sum : m;
		}
	return m;
}

/* The same before REPEATED is known. Lines of running text ask for the same few values again and again, so that the answers are kept: by the
 * values of the features beside topics, of which there may be KEY_MOST. */
static int topic_bound_kept(int k, const unsigned char value[FEATURES])
{
	enum { KEPT = 1 << 12 };
	static struct { unsigned long long key; int bound; } kept[KEPT];
	unsigned long long key = 2 + (unsigned)k;                        /* never 0 */
	for (int c = FIRST_TOPIC_CROSS; c < (int)CROSS_N; c++)
		if (crosses[c].b < FIRST_TOPIC)
			key = key * FEATURE_VALUES + value[crosses[c].b];
	size_t i = key * 0x9E3779B97F4A7C15ULL >> 52;
	if (kept[i].key != key) {
		kept[i].key = key;
		kept[i].bound = topic_bound(k, value, false);
	}
	return kept[i].bound;
}

/* Of the weights of the features before FIRST_READ: each in the loops below becomes a load and an addition, with nothing to count. */
static int shape_sum(int k, const unsigned char value[FEATURES])
{
	int sum = 0;
#pragma GCC unroll 64
	for (int f = 0; f < FIRST_READ; f++)
		sum += single[k][f][value[f]];
#pragma GCC unroll 64
	for (int c = 0; c < FIRST_TOPIC_CROSS; c++)
		sum += cross[k][c][value[crosses[c].a]][value[crosses[c].b]];
	return sum;
}

/* The sum at line i, or at its byte `at`, when the page is known up to line `known`. Less than the threshold is only said to be so: what
 * costs is looked at only where it can bring the sum there. */
static int sum_of(const struct window *w, unsigned i, size_t at, unsigned known)
{
	struct near v;
	unsigned char value[FEATURES];
	features_look(w, i, at, &v);
	features_shape(w, &v, i, at, value);
	int k = at > 0, sum = shape_sum(k, value);
	if (sum + loose_most[k] + read_most[k] < threshold[k])
		return sum + loose_most[k] + read_most[k];
	int bound = topic_bound_kept(k, value);
	if (sum + bound + read_most[k] < threshold[k])
		return sum + bound + read_most[k];
	features_read(w, &v, value);
	for (int f = FIRST_READ; f < FIRST_TOPIC; f++)
		sum += single[k][f][value[f]];
	if (sum + bound < threshold[k])
		return sum + bound;
	features_repeated(w, &v, value);
	bound = topic_bound(k, value, true);
	if (sum + bound < threshold[k])
		return sum + bound;
	features_topic(w, known, &v, at, value);
	for (int f = FIRST_TOPIC; f < FEATURES; f++)
		sum += single[k][f][value[f]];
	for (int c = FIRST_TOPIC_CROSS; c < (int)CROSS_N; c++)
		sum += cross[k][c][value[crosses[c].a]][value[crosses[c].b]];
	return sum;
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
static bool outdone(const struct window *w, unsigned i, int sum)
{
	unsigned rivals = 0;
	for (unsigned k = i + 1; k < w->n && k <= i + FEATURES_AHEAD / 2 && rivals < RIVALS; k++)
		if (w->line[k].n) {
			if (sum_of(w, k, 0, i) > sum + MUCH)
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
	int sum = shape_sum(FIRST, value);
	for (int f = FIRST_READ; f < FIRST_TOPIC; f++)
		sum += single[FIRST][f][value[f]];
	return sum;
}

struct place { unsigned line; size_t at; int sum; };

static void first_try(const struct window *w, struct place *best, unsigned i, size_t at)
{
	int sum = first_sum(w, i, at);
	if (sum > best->sum)
		*best = (struct place){ i, at, sum };
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

/* The best place for a cut inside the line, and by how much it is over the threshold. */
static long best_glue(const struct window *w, unsigned i, const struct glue_marks *glue, size_t bytes, int *over)
{
	struct str s = line_str(w->text, &w->line[i]);
	long best = BOUNDARY_NONE;
	unsigned tries = 0;
	*over = -1;
	for (size_t at = glue_marked(glue, s, 1); at < s.n && tries < TRIES; at = glue_marked(glue, s, at), tries++) {
		int sum = bytes + at >= LEAST_GLUED ? sum_of(w, i, at, i) - threshold[1] : -1;
		if (sum > *over) {
			*over = sum;
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
		int sum = sum_of(w, *i, 0, *i);
		if (sum >= threshold[0] && !outdone(w, *i, sum))
			return first_place(w, i, 0);
	}
	return at;
}
