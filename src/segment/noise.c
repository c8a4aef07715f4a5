/* noise.c - lexicon/noise.csv: "In bài viết" -> boilerplate. All phrases stand in one trie of bytes, kept as a hash table of edges
 * (node, byte) -> node, so that a line is read once however many rows there are: from its first byte for phrases that are or start
 * a line; phrases that may stand anywhere are looked for with the shifts of Wu and Manber over their first bytes.
 * Of several zones the first row that is or starts the line counts, else the last that stands in it. */
#include "segment/noise.h"
#include "base/csv.h"
#include "base/diag.h"
#include "segment/tables.h"
#include <stdlib.h>

enum { EDGES = 1 << 15, NODES = EDGES / 2, GRAMS = 1 << 12, ANY_BELOW = 400, ROOT = 1, ANY_ROOT = 2 };

struct node { unsigned whole, start, any; };   /* row + 1 of a phrase that ends here, by its `where`; 0: none */

static const char *const cues[NOISE_CUES] = { "", "head", "foot", "continues", "address" };

struct noise {
	struct arena a;
	struct noise_hit *row;
	unsigned rows, row_cap, nodes;
	struct { unsigned from; unsigned short to; unsigned char byte; } edge[EDGES];
	struct node node[NODES];
	unsigned char shift[GRAMS];    /* how far the window may move when these three bytes end it */
	size_t any_min;                /* window: bytes of the shortest phrase that may stand anywhere */
	struct str *any;
	unsigned any_n;
};

static unsigned slot(const struct noise *n, unsigned from, unsigned char byte)
{
	unsigned i = (from * 0x9E3779B1u + byte * 0x85EBCA6Bu) >> 17;
	while (n->edge[i].to && (n->edge[i].from != from || n->edge[i].byte != byte))
		i = (i + 1) & (EDGES - 1);
	return i;
}

static unsigned child(const struct noise *n, unsigned from, char byte) { return n->edge[slot(n, from, (unsigned char)byte)].to; }

static unsigned add(struct noise *n, unsigned node, struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		unsigned k = slot(n, node, (unsigned char)s.p[i]);
		if (!n->edge[k].to) {
			if (n->nodes + 1 == NODES)
				diag_fatal("noise.csv: too many phrases");
			n->edge[k].from = node;
			n->edge[k].byte = (unsigned char)s.p[i];
			n->edge[k].to = (unsigned short)n->nodes++;
		}
		node = n->edge[k].to;
	}
	return node;
}

static enum noise_cue cue_of(struct str s)
{
	for (int c = 1; c < NOISE_CUES; c++)
		if (str_eq(s, str_c(cues[c])))
			return (enum noise_cue)c;
	return CUE_NONE;
}

static struct noise_hit meaning(struct noise *t, struct str zone, struct str place)
{
	enum noise_cue cue = cue_of(zone);
	return cue ? (struct noise_hit){ NULL, cue } : (struct noise_hit){ arena_dup(&t->a, zone).p, cue_of(place) };
}

static void row(void *ctx, unsigned long line, const struct str *f, unsigned n)
{
	struct noise *t = ctx;
	if (line == 1)
		return;
	char where = n >= 4 && f[2].n ? f[2].p[0] : 0;
	if (!strchr("wsa", where) || !where || f[0].n == 0 || (where == 'a' && f[0].n < 4)) {
		diag_at(DIAG_USAGE, "noise.csv", line, "a row needs phrase, zone, where (whole, start, or any with four bytes at least) and place");
		return;
	}
	if (t->rows == t->row_cap) {
		t->row_cap = t->row_cap ? t->row_cap * 2 : 256;
		t->row = realloc(t->row, t->row_cap * sizeof *t->row);
		t->any = realloc(t->any, t->row_cap * sizeof *t->any);
		if (!t->row || !t->any)
			diag_fatal("out of memory");
	}
	struct node *end = &t->node[add(t, where == 'a' ? ANY_ROOT : ROOT, f[0])];
	unsigned *of = where == 'a' ? &end->any : where == 'w' ? &end->whole : &end->start;
	t->row[t->rows++] = meaning(t, f[1], f[3]);
	if (!*of || where == 'a')
		*of = t->rows;
	if (where == 'a')
		t->any[t->any_n++] = arena_dup(&t->a, f[0]);
}

static unsigned gram(const char *p)
{
	const unsigned char *b = (const unsigned char *)p;
	return ((b[0] * 0x9E3779B1u ^ b[1] * 0x85EBCA6Bu ^ b[2] * 0xC2B2AE35u) >> 20) & (GRAMS - 1);
}

static void shifts(struct noise *n)
{
	n->any_min = 64;
	for (unsigned i = 0; i < n->any_n; i++)
		n->any_min = n->any[i].n < n->any_min ? n->any[i].n : n->any_min;
	memset(n->shift, (int)(n->any_min - 2), sizeof n->shift);
	for (unsigned i = 0; i < n->any_n; i++)
		for (size_t k = 3; k <= n->any_min; k++) {
			unsigned char *s = &n->shift[gram(n->any[i].p + k - 3)];
			*s = n->any_min - k < *s ? (unsigned char)(n->any_min - k) : *s;
		}
}

struct noise *noise_load(const char *dir)
{
	struct noise *n = calloc(1, sizeof *n);
	if (!n)
		diag_fatal("out of memory");
	n->nodes = ANY_ROOT + 1;
	struct str text = table_text(dir, "noise.csv", &n->a);
	if (text.p)
		csv_read(text, row, n);
	shifts(n);
	return n;
}

/* The zone of the last row whose phrase stands somewhere in the line. */
static void anywhere(const struct noise *n, struct str s, struct noise_hit *hit)
{
	unsigned last = 0;
	for (size_t end = n->any_min; end <= s.n;) {
		size_t move = n->shift[gram(s.p + end - 3)];
		if (move) {
			end += move;
			continue;
		}
		unsigned node = ANY_ROOT;
		for (size_t i = end - n->any_min; i < s.n && (node = child(n, node, s.p[i])); i++) {
			unsigned r = n->node[node].any;
			last = r > last ? r : last;
		}
		end++;
	}
	if (last)
		hit->zone = n->row[last - 1].zone;
}

struct noise_hit noise_find(const struct noise *n, struct str line)
{
	unsigned node = ROOT, first = 0;
	struct noise_hit hit = { NULL, CUE_NONE };
	for (size_t i = 0; i < line.n && (node = child(n, node, line.p[i])); i++) {
		unsigned end[2] = { n->node[node].start, i + 1 == line.n ? n->node[node].whole : 0 };
		for (int k = 0; k < 2; k++)
			if (end[k] && !n->row[end[k] - 1].zone)
				hit.cue = n->row[end[k] - 1].cue;
			else if (end[k] && (!first || end[k] < first))
				first = end[k];
	}
	if (first)
		hit = n->row[first - 1];
	else if (line.n < ANY_BELOW)
		anywhere(n, line, &hit);
	return hit;
}
