/* lexicon.c - loads lexicon tables into a token trie kept in one hash table of edges (node, folded token) -> node.
 * Once loaded it is frozen for reading: an edge of 16 bytes with what stands at its end, and in front of all edges a bitmap that fits the
 * nearest cache and tells of most tokens that no edge leads on.
 * "Phó Chủ tịch" of titles.csv is found at [Phó][CHỦ][tịch]; of two phrases that start together the longer wins, for each class.
 * A phrase may stand in several tables; within one table it may stand once. */
#include "vi/lexicon.h"
#include "base/csv.h"
#include "base/diag.h"
#include "base/resource.h"
#include "vi/lists.h"
#include <stdio.h>
#include <stdlib.h>

static const struct { const char *file; enum lexicon_class cls; } tables[] = {
	{ "titles.csv", LEX_TITLE },           { "bodies.csv", LEX_BODY },       { "abbreviations.csv", LEX_ABBREVIATION },
	{ "places.csv", LEX_PLACE },           { "names.csv", LEX_NAME },        { "honorifics.csv", LEX_HONORIFIC },
	{ "meetings.csv", LEX_MEETING },       { "roles.csv", LEX_ROLE },        { "words.csv", LEX_WORD },
	{ "links.csv", LEX_LINK },
};

struct edge { unsigned from, to; unsigned long long fold; };

/* A frozen edge. ends: index of the first phrase that ends there. */
struct step { unsigned long long key; unsigned to, ends; };
struct end { unsigned entry; unsigned char cls, more; char first; };   /* more: of this node others follow; ends[0] stands for no phrase */
enum { ROOT = 1, BITS = 1 << 17 };

struct lexicon {
	struct arena arena;
	struct edge *edge;             /* open addressing, power of two */
	unsigned edges, edge_cap, nodes;
	unsigned *first;               /* node -> first entry + 1 */
	unsigned first_cap;
	struct lexicon_entry *entry;
	unsigned entries, entry_cap;
	struct step *step;             /* as many as edge_cap */
	struct end *end;
	unsigned char known[BITS / 8];    /* bit (key >> 47) of every edge */
	struct tokens scratch;
	const char *dir;
	/* while loading */
	const char *file, *path;
	enum lexicon_class cls;
};

/* A table on its way to the one who wants its rows. */
struct reading { const char *path; unsigned columns; lexicon_row *row; void *ctx; };

static void *grown(void *p, size_t n, size_t size)
{
	p = realloc(p, n * size);
	if (!p)
		diag_fatal("out of memory");
	return p;
}

static inline unsigned long long edge_key(unsigned from, unsigned long long fold)
{
	return (fold ^ from * 0x9E3779B97F4A7C15ULL) * 0xD6E8FEB86659FD93ULL;
}

static unsigned edge_slot(const struct lexicon *lex, unsigned from, unsigned long long fold)
{
	unsigned i = (unsigned)(edge_key(from, fold) >> 32) & (lex->edge_cap - 1);
	while (lex->edge[i].to && !(lex->edge[i].from == from && lex->edge[i].fold == fold))
		i = (i + 1) & (lex->edge_cap - 1);
	return i;
}

static void edges_grow(struct lexicon *lex)
{
	struct edge *old = lex->edge;
	unsigned cap = lex->edge_cap;
	lex->edge_cap = cap ? cap * 2 : 1u << 14;
	lex->edge = calloc(lex->edge_cap, sizeof *lex->edge);
	if (!lex->edge)
		diag_fatal("out of memory");
	for (unsigned i = 0; i < cap; i++)
		if (old[i].to)
			lex->edge[edge_slot(lex, old[i].from, old[i].fold)] = old[i];
	free(old);
}

static unsigned node_new(struct lexicon *lex)
{
	unsigned n = lex->nodes++;
	if (n >= lex->first_cap) {
		unsigned cap = lex->first_cap ? lex->first_cap * 2 : 4096;
		lex->first = grown(lex->first, cap, sizeof *lex->first);
		memset(lex->first + lex->first_cap, 0, (cap - lex->first_cap) * sizeof *lex->first);
		lex->first_cap = cap;
	}
	return n;
}

static unsigned child(struct lexicon *lex, unsigned from, unsigned long long fold)
{
	if ((lex->edges + 1) * 2 > lex->edge_cap)
		edges_grow(lex);
	unsigned i = edge_slot(lex, from, fold);
	if (!lex->edge[i].to) {
		lex->edge[i] = (struct edge){ from, node_new(lex), fold };
		lex->edges++;
	}
	return lex->edge[i].to;
}

static void add(struct lexicon *lex, unsigned node, struct lexicon_entry e)
{
	if (lex->entries == lex->entry_cap) {
		lex->entry_cap = lex->entry_cap ? lex->entry_cap * 2 : 2048;
		lex->entry = grown(lex->entry, lex->entry_cap, sizeof *lex->entry);
	}
	e.next = lex->first[node];
	lex->entry[lex->entries++] = e;
	lex->first[node] = lex->entries;
}

static bool known(const struct lexicon *lex, unsigned node, enum lexicon_class cls)
{
	for (unsigned e = lex->first[node]; e; e = lex->entry[e - 1].next)
		if (lex->entry[e - 1].cls == cls)
			return true;
	return false;
}

/* "titles:phó bí thư": the table and the phrase, which finds the row with one grep and stays the same when rows are added. */
static struct str rule_name(struct lexicon *lex, struct str phrase)
{
	struct buf b = { 0 };
	buf_add(&b, str_sub(str_c(lex->file), 0, strcspn(lex->file, ".")));
	buf_char(&b, ':');
	buf_add(&b, phrase);
	struct str s = arena_dup(&lex->arena, buf_str(&b));
	buf_free(&b);
	return s;
}

static void row(void *ctx, unsigned long line, const struct str *field, unsigned n)
{
	struct lexicon *lex = ctx;
	if (n < 2 || field[0].n == 0) {
		diag_at(DIAG_USAGE, lex->path, line, "a row needs a phrase and its value");
		return;
	}
	struct lexicon_entry e = { .cls = lex->cls };
	struct str *to[] = { &e.surface, &e.value, &e.kind, &e.more };
	for (unsigned i = 0; i < n && i < 4; i++)
		*to[i] = arena_dup(&lex->arena, field[i]);
	e.rule = rule_name(lex, field[0]);
	tokens_cut(&lex->scratch, e.surface);
	unsigned node = ROOT;
	for (unsigned i = 0; i < lex->scratch.n; i++)
		node = child(lex, node, lex->scratch.t[i].fold);
	if (known(lex, node, lex->cls))
		diag_at(DIAG_USAGE, lex->path, line, "\"%.*s\" stands twice in this table", (int)e.surface.n, e.surface.p);
	else
		add(lex, node, e);
}

const char *lexicon_path(struct lexicon *lex, const char *file)
{
	char path[4096];
	if (!lex->dir)
		return file;
	snprintf(path, sizeof path, "%s/%s", lex->dir, file);
	return arena_dup(&lex->arena, str_c(path)).p;
}

static void any_row(void *ctx, unsigned long line, const struct str *field, unsigned n)
{
	struct reading *r = ctx;
	if (line == 1)
		r->columns = n;
	else if (n != r->columns)
		diag_at(DIAG_USAGE, r->path, line, "a row of %u cells in a table of %u columns", n, r->columns);
	else
		r->row(r->ctx, line, field, n);
}

void lexicon_rows(struct lexicon *lex, const char *file, lexicon_row *each, void *ctx)
{
	struct reading r = { .path = lexicon_path(lex, file), .row = each, .ctx = ctx };
	if (!csv_read(resource_text(lex->dir, file, &lex->arena), any_row, &r))
		diag_at(DIAG_USAGE, r.path, 0, "no CSV: a quotation mark is not closed, or stands where none may");
}

static inline const struct step *step_find(const struct lexicon *lex, unsigned from, unsigned long long fold)
{
	unsigned long long key = edge_key(from, fold);
	if (!(lex->known[key >> 50] >> (key >> 47 & 7) & 1))
		return NULL;
	unsigned i = (unsigned)(key >> 32) & (lex->edge_cap - 1);
	while (lex->step[i].to && lex->step[i].key != key)
		i = (i + 1) & (lex->edge_cap - 1);
	return lex->step[i].to ? &lex->step[i] : NULL;
}

static unsigned ends_of(struct lexicon *lex, unsigned node, unsigned *used)
{
	unsigned from = *used;
	for (unsigned e = lex->first[node]; e; e = lex->entry[e - 1].next)
		lex->end[(*used)++] = (struct end){ e - 1, (unsigned char)lex->entry[e - 1].cls, lex->entry[e - 1].next != 0,
						    lex->entry[e - 1].value.n ? lex->entry[e - 1].value.p[0] : '\0' };
	return from < *used ? from : 0;
}

/* The edges keep their slots: step_find goes the way of edge_slot. */
static void freeze(struct lexicon *lex)
{
	unsigned used = 1;
	lex->step = grown(NULL, lex->edge_cap, sizeof *lex->step);
	lex->end = grown(NULL, lex->entries + 1, sizeof *lex->end);
	for (unsigned i = 0; i < lex->edge_cap; i++) {
		const struct edge *e = &lex->edge[i];
		lex->step[i] = (struct step){ 0 };
		if (!e->to)
			continue;
		unsigned long long key = edge_key(e->from, e->fold);
		lex->step[i] = (struct step){ key, e->to, ends_of(lex, e->to, &used) };
		lex->known[key >> 50] |= (unsigned char)(1u << (key >> 47 & 7));
	}
	free(lex->edge);
	lex->edge = NULL;
}

struct lexicon *lexicon_load(const char *dir)
{
	struct lexicon *lex = calloc(1, sizeof *lex);
	if (!lex)
		diag_fatal("out of memory");
	lex->dir = dir;
	lex->nodes = 1;
	node_new(lex);
	edges_grow(lex);
	for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
		lex->file = tables[i].file;
		lex->path = lexicon_path(lex, lex->file);
		lex->cls = tables[i].cls;
		lexicon_rows(lex, lex->file, row, lex);
	}
	lists_load(lex);
	if (diag_status() >= DIAG_USAGE)
		exit(diag_status());
	freeze(lex);
	return lex;
}

/* Longest phrases from token i on, into an empty row. False: none starts there. */
static inline bool walk(const struct lexicon *lex, const struct tokens *t, unsigned i, struct lexicon_hit hit[LEX_CLASSES])
{
	unsigned long long fold = t->t[i].fold;
	bool any = false;
	for (const struct step *s = step_find(lex, ROOT, fold); s; s = step_find(lex, s->to, fold)) {
		i++;
		any |= s->ends > 0;
		for (const struct end *e = s->ends ? &lex->end[s->ends] : NULL; e; e = e->more ? e + 1 : NULL)
			hit[e->cls] = (struct lexicon_hit){ &lex->entry[e->entry], i, e->first };
		if (i >= t->n)
			break;
		fold = t->t[i].fold;
	}
	return any;
}

bool lexicon_walk(const struct lexicon *lex, const struct tokens *t, unsigned i, struct lexicon_hit hit[LEX_CLASSES])
{
	memset(hit, 0, LEX_CLASSES * sizeof *hit);
	return i < t->n && walk(lex, t, i, hit);
}

void lexicon_walk_all(const struct lexicon *lex, const struct tokens *t, struct arena *a, const struct lexicon_hit **hit)
{
	static const struct lexicon_hit none[LEX_CLASSES];
	struct lexicon_hit *row = NULL;
	for (unsigned i = 0; i < t->n; i++) {
		if (!row)
			row = arena_alloc(a, LEX_CLASSES * sizeof *row);
		hit[i] = none;
		if (walk(lex, t, i, row)) {
			hit[i] = row;
			row = NULL;
		}
	}
}

/* Capitals alone, of one syllable: TƯ, not "Tp". */
static bool shouts(struct str s)
{
	for (size_t i = 0, n; i < s.n; i += n) {
		unsigned cp = vi_codepoint(s, i, &n);
		if (cp < 'A' || vi_lower(cp) == cp)
			return false;
	}
	return true;
}

struct str lexicon_canonical(const struct lexicon *lex, struct arena *a, struct str text)
{
	static struct tokens t;
	static struct buf b;
	buf_clear(&b);
	tokens_cut(&t, text);
	for (unsigned i = 0; i < t.n;) {
		struct lexicon_hit hit[LEX_CLASSES];
		if (i && (!t.t[i].glued || t.t[i - 1].kind != t.t[i].kind) && (t.t[i].start > t.t[i - 1].end))
			buf_char(&b, ' ');
		lexicon_walk(lex, &t, i, hit);
		struct lexicon_hit *h = &hit[LEX_ABBREVIATION];
		bool shouted = t.t[i].caps && h->end == i + 1 && i && i + 1 < t.n && t.t[i - 1].caps && t.t[i + 1].caps;   /* the TƯ of SỞ TƯ PHÁP */
		bool in_symbol = i && t.t[i].glued && (text.p[t.t[i].start - 1] == '/' || text.p[t.t[i].start - 1] == '-');
		if (h->entry && (t.t[i].caps || (t.t[i].upper && !shouts(h->entry->surface))) && !in_symbol && !shouted) {
			if (b.n && i && t.t[i].glued && t.t[i - 1].kind == TOKEN_WORD)
				buf_char(&b, ' ');
			buf_add(&b, h->entry->value);
			i = h->end;
			if (i < t.n && t.t[i].kind == TOKEN_WORD && t.t[i].start == t.t[i - 1].end && text.p[t.t[i].start - 1] == '.')   /* "TP.Nha Trang" */
				buf_char(&b, ' ');
			continue;
		}
		vi_tone(&b, str_sub(text, t.t[i].start, t.t[i].end));
		i++;
	}
	return arena_dup(a, str_trim(buf_str(&b)));
}
