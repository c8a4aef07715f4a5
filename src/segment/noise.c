/* noise.c - lexicon/noise.csv: "In bài viết" -> boilerplate. Phrases that are or start a line are found by their first eight bytes (or four, or
 * one), those that may stand anywhere by their rarest byte: "(Ảnh" where a bracket is. So a line is hardly read, however many rows there are.
 * Of several zones the first row that is or starts the line counts, else the last that stands in it. */
#include "segment/noise.h"
#include "base/csv.h"
#include "base/diag.h"
#include "base/wide.h"
#include "segment/tables.h"
#include <stdlib.h>

enum { HEADS = 1 << 12, ANY_BELOW = 400, RARE = 4 };

/* By so many first bytes phrases are found: the most that they have. Ones for these bytes. */
enum { HEAD_SIZES = 3 };
static const unsigned head_size[HEAD_SIZES] = { 8, 4, 1 };
static const unsigned long long head_of[HEAD_SIZES] = { ~0ULL, 0xFFFFFFFFULL, 0xFFULL };

static const char *const cues[NOISE_CUES] = { "", "head", "foot", "continues", "address" };

struct phrase {
	struct str s;
	struct noise_hit hit;
	size_t rarest;                     /* of one that may stand anywhere: its rarest byte */
	bool whole;                        /* it is the line, or else starts it */
	unsigned long long first, of;      /* its first eight bytes, and all ones for those that it has */
	unsigned next;                     /* index + 1 of the next one in the same list, in the table's order but for `any` */
};

struct noise {
	struct arena a;
	struct phrase *row;
	unsigned rows, row_cap;
	unsigned head[HEADS];              /* lists of those that are or start a line, by their first bytes */
	unsigned char heads[HEADS / 8];    /* a bit for each list that is not empty, since hardly any line has one */
	unsigned any[256];                 /* lists of those that may stand anywhere, by their rarest byte; the latest row first */
	unsigned char rare[256];           /* the rarest bytes; the first four with the last of them again */
	unsigned rare_n;
};

/* The list of the phrases that begin with these bytes; the others are 0. */
static unsigned list_of(unsigned long long first) { return (unsigned)(first * 0x9E3779B97F4A7C15ULL >> 52); }

static void add_start(struct noise *n, struct phrase *p)
{
	unsigned size = 0;
	memcpy(&p->first, p->s.p, p->s.n < 8 ? p->s.n : 8);
	memset(&p->of, 255, p->s.n < 8 ? p->s.n : 8);
	while (p->s.n < head_size[size])
		size++;
	unsigned h = list_of(p->first & head_of[size]), *list = &n->head[h];
	n->heads[h / 8] |= (unsigned char)(1 << h % 8);
	while (*list)
		list = &n->row[*list - 1].next;
	*list = n->rows;
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

static void add_any(struct noise *n, struct phrase *p)
{
	for (size_t i = 1; i < p->s.n; i++)
		if (frequency((unsigned char)p->s.p[i]) < frequency((unsigned char)p->s.p[p->rarest]))
			p->rarest = i;
	unsigned char byte = (unsigned char)p->s.p[p->rarest];
	if (!n->any[byte])
		n->rare[n->rare_n++] = byte;
	p->next = n->any[byte];
	n->any[byte] = n->rows;
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
		t->row_cap = t->row_cap ? t->row_cap * 2 : 512;
		t->row = realloc(t->row, t->row_cap * sizeof *t->row);
		if (!t->row)
			diag_fatal("out of memory");
	}
	struct phrase *p = &t->row[t->rows++];
	*p = (struct phrase){ .s = arena_dup(&t->a, f[0]), .hit = meaning(t, f[1], f[3]), .whole = where == 'w' };
	if (where == 'a')
		add_any(t, p);
	else
		add_start(t, p);
}

struct noise *noise_load(const char *dir)
{
	struct noise *n = calloc(1, sizeof *n);
	if (!n)
		diag_fatal("out of memory");
	struct str text = table_text(dir, "noise.csv", &n->a);
	if (text.p)
		csv_read(text, row, n);
	for (unsigned i = n->rare_n; i && i < RARE; i++)
		n->rare[i] = n->rare[i - 1];
	return n;
}

/* The last row, + 1, with a phrase whose rarest byte stands at `at`; `last` if that is later. */
static unsigned any_at(const struct noise *n, struct str s, size_t at, unsigned last)
{
	for (unsigned i = n->any[(unsigned char)s.p[at]]; i > last; i = n->row[i - 1].next) {
		const struct phrase *p = &n->row[i - 1];
		if (at >= p->rarest && s.p[at - p->rarest] == p->s.p[0] && str_starts(str_sub(s, at - p->rarest, s.n), p->s))
			return i;
	}
	return last;
}

WIDE_INLINE unsigned rare_in(const struct noise *n, const char *p)
{
	bytes32 here = wide_load(p), is = wide_are(here, n->rare[0]) | wide_are(here, n->rare[1]) | wide_are(here, n->rare[2]) | wide_are(here, n->rare[3]);
	for (unsigned i = RARE; i < n->rare_n; i++)
		is |= wide_are(here, n->rare[i]);
	return wide_mask(is);
}

/* The zone of the last row whose phrase stands somewhere in the line. */
WIDE_CLONES static const char *anywhere(const struct noise *n, struct str s)
{
	unsigned last = 0;
	for (size_t i = 0; i < s.n && n->rare_n; i += WIDE)
		for (unsigned m = rare_in(n, s.p + i) & (s.n - i < WIDE ? (1u << (s.n - i)) - 1 : ~0u); m; m &= m - 1)
			last = any_at(n, s, i + (unsigned)__builtin_ctz(m), last);
	return last ? n->row[last - 1].hit.zone : NULL;
}

/* The first row of the list that gives a zone to the line, + 1, or `first`. What gives none but a cue goes to *cue: the longest. */
static unsigned start_in(const struct noise *n, unsigned list, struct str line, unsigned first, const struct phrase **cue)
{
	for (unsigned i = list; i; i = n->row[i - 1].next) {
		const struct phrase *p = &n->row[i - 1];
		if ((bytes_eight(line.p) ^ p->first) & p->of || line.n < p->s.n || (p->whole && line.n > p->s.n))
			continue;
		if (line.p[p->s.n - 1] != p->s.p[p->s.n - 1] || !str_starts(line, p->s))
			continue;
		if (p->hit.zone)
			first = !first || i < first ? i : first;
		else if (!*cue || p->s.n > (*cue)->s.n || (p->s.n == (*cue)->s.n && p->whole && !(*cue)->whole))
			*cue = p;
	}
	return first;
}

struct noise_hit noise_find(const struct noise *n, struct str line)
{
	const struct phrase *cue = NULL;
	unsigned first = 0;
	for (unsigned i = 0; i < HEAD_SIZES; i++) {
		unsigned h = list_of(bytes_eight(line.p) & head_of[i]);
		if (n->heads[h / 8] >> h % 8 & 1)
			first = start_in(n, n->head[h], line, first, &cue);
	}
	struct noise_hit hit = { NULL, cue ? cue->hit.cue : CUE_NONE };
	if (first)
		hit = n->row[first - 1].hit;
	else if (line.n < ANY_BELOW)
		hit.zone = anywhere(n, line);
	return hit;
}
