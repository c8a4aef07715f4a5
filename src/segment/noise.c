/* noise.c - lexicon/noise.csv: "In bài viết" -> boilerplate. The phrases that are or start a line stand in one trie of bytes, kept as a hash
 * table of edges (node, byte) -> node; few lines get there, since their first bytes are looked up in a set of bits before.
 * Phrases that may stand anywhere are looked for by their rarest byte: "(Ảnh" where a bracket is.
 * Of several zones the first row that is or starts the line counts, else the last that stands in it. */
#include "segment/noise.h"
#include "base/bytes.h"
#include "base/csv.h"
#include "base/diag.h"
#include "segment/tables.h"
#include <stdlib.h>

enum { EDGES = 1 << 15, NODES = EDGES / 2, STARTS = 1 << 12, LEAD = 4, ANY_BELOW = 400, ROOT = 1 };

struct node { unsigned whole, start; };        /* row + 1 of a phrase that ends here, by its `where`; 0: none */
struct any { struct str phrase; size_t at; unsigned row, next; };   /* at: of its rarest byte; next: index + 1 of the next one with the same */

static const char *const cues[NOISE_CUES] = { "", "head", "foot", "continues", "address" };

struct noise {
	struct arena a;
	struct noise_hit *row;
	unsigned rows, row_cap, nodes;
	struct { unsigned from; unsigned short to; unsigned char byte; } edge[EDGES];
	struct node node[NODES];
	unsigned char start[STARTS / 8];   /* bits: by the first LEAD bytes of phrases that are or start a line */
	bool short_start[256];             /* by the first byte of those that have fewer */
	struct any *any;
	unsigned any_n, any_of[256];   /* index + 1 of the first phrase with that rarest byte */
	bytes16 rare[256];             /* the rarest bytes, each sixteen times */
	unsigned rare_n;
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

static unsigned start_bit(const char *p)
{
	unsigned h = 0;
	for (size_t i = 0; i < LEAD; i++)
		h = (h ^ (unsigned char)p[i]) * 0x9E3779B1u;
	return h >> 20 & (STARTS - 1);
}

static void add_start(struct noise *n, struct str phrase)
{
	if (phrase.n < LEAD)
		n->short_start[(unsigned char)phrase.p[0]] = true;
	else
		n->start[start_bit(phrase.p) >> 3] |= (unsigned char)(1u << (start_bit(phrase.p) & 7));
}

static bool may_start(const struct noise *n, struct str line)
{
	if (line.n < LEAD || n->short_start[(unsigned char)line.p[0]])
		return true;
	unsigned bit = start_bit(line.p);
	return n->start[bit >> 3] >> (bit & 7) & 1;
}

/* How often a byte stands in text, roughly: brackets and colons seldom, then stops, digits, capitals, letters, blanks. */
static int frequency(unsigned char c)
{
	if (c == ' ' || c >= 0x80)
		return 5;
	if ((c | 32) >= 'a' && (c | 32) <= 'z')
		return c >= 'a' ? 4 : 3;
	return c >= '0' && c <= '9' ? 2 : c == '.' || c == ',';
}

/* The phrase of the row just added. */
static void add_any(struct noise *n, struct str phrase)
{
	struct any *a = &n->any[n->any_n++];
	*a = (struct any){ .phrase = phrase, .row = n->rows };
	for (size_t i = 1; i < phrase.n; i++)
		if (frequency((unsigned char)phrase.p[i]) < frequency((unsigned char)phrase.p[a->at]))
			a->at = i;
	unsigned char byte = (unsigned char)phrase.p[a->at];
	if (!n->any_of[byte])
		n->rare[n->rare_n++] = bytes_all(byte);
	a->next = n->any_of[byte];
	n->any_of[byte] = n->any_n;
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
	t->row[t->rows++] = meaning(t, f[1], f[3]);
	if (where == 'a') {
		add_any(t, arena_dup(&t->a, f[0]));
		return;
	}
	struct node *end = &t->node[add(t, ROOT, f[0])];
	unsigned *of = where == 'w' ? &end->whole : &end->start;
	*of = *of ? *of : t->rows;
	add_start(t, f[0]);
}

struct noise *noise_load(const char *dir)
{
	struct noise *n = calloc(1, sizeof *n);
	if (!n)
		diag_fatal("out of memory");
	n->nodes = ROOT + 1;
	struct str text = table_text(dir, "noise.csv", &n->a);
	if (text.p)
		csv_read(text, row, n);
	return n;
}

/* The last row, + 1, with a phrase whose rarest byte stands at `at`; `last` if that is later. */
static unsigned any_at(const struct noise *n, struct str s, size_t at, unsigned last)
{
	for (unsigned i = n->any_of[(unsigned char)s.p[at]]; i; i = n->any[i - 1].next) {
		const struct any *a = &n->any[i - 1];
		if (a->row > last && at >= a->at && str_starts(str_sub(s, at - a->at, s.n), a->phrase))
			last = a->row;
	}
	return last;
}

static unsigned rare_in(const struct noise *n, const char *p)
{
	bytes16 here = bytes_load(p), is = { 0 };
	for (unsigned i = 0; i < n->rare_n; i++)
		is |= (bytes16)(here == n->rare[i]);
	return bytes_mask(is);
}

/* The zone of the last row whose phrase stands somewhere in the line. */
static void anywhere(const struct noise *n, struct str s, struct noise_hit *hit)
{
	unsigned last = 0;
	for (size_t i = 0; i < s.n; i += BYTES) {
		char end[BYTES] = { 0 };
		if (i + BYTES > s.n)
			memcpy(end, s.p + i, s.n - i);
		for (unsigned m = rare_in(n, i + BYTES > s.n ? end : s.p + i); m; m &= m - 1)
			if (i + (unsigned)__builtin_ctz(m) < s.n)
				last = any_at(n, s, i + (unsigned)__builtin_ctz(m), last);
	}
	if (last)
		hit->zone = n->row[last - 1].zone;
}

struct noise_hit noise_find(const struct noise *n, struct str line)
{
	unsigned node = ROOT, first = 0;
	struct noise_hit hit = { NULL, CUE_NONE };
	for (size_t i = 0; i < line.n && (i || may_start(n, line)) && (node = child(n, node, line.p[i])); i++) {
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
