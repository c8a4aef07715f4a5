/* lexicon.c - loads lexicon tables into a token trie, which while it grows is one hash table of edges (node, number of a token) -> node;
 * tokens that fold alike have one number (known.h). Once loaded it is frozen for reading: a node's children lie side by side in the order
 * of their numbers, and a word of 64 bits tells of most tokens that none of them is meant.
 * "Phó Chủ tịch" of titles.csv is found at [Phó][CHỦ][tịch]; of two phrases that start together the longer wins, for each class.
 * A phrase may stand in several tables; within one table it may stand once. */
#include "vi/lexicon.h"
#include "base/csv.h"
#include "base/diag.h"
#include "base/resource.h"
#include "vi/known.h"
#include "vi/lists.h"
#include <stdio.h>
#include <limits.h>
#include <stdlib.h>

static const struct { const char *file; enum lexicon_class cls; } tables[] = {
	{ "titles.csv", LEX_TITLE },           { "bodies.csv", LEX_BODY },       { "abbreviations.csv", LEX_ABBREVIATION },
	{ "places.csv", LEX_PLACE },           { "names.csv", LEX_NAME },        { "honorifics.csv", LEX_HONORIFIC },
	{ "meetings.csv", LEX_MEETING },       { "roles.csv", LEX_ROLE },        { "words.csv", LEX_WORD },
	{ "links.csv", LEX_LINK },
};

struct edge { unsigned from, to, number; };

/* A frozen node. children: a bit for each of their numbers, by its lowest six bits; n of them from number[first] on; row: the longest phrase
 * of each class that ends here or on the way here; told: what lexicon_ask was told of it. */
struct node { unsigned long long children; unsigned row : 24, told : 8, first : 20, n : 12; };
enum { MOST_NODES = 1 << 20, MOST_CHILDREN = (1 << 12) - 1 };
struct row { struct lexicon_hit hit[LEX_CLASSES]; };
enum { ROOT = 1, NODE = sizeof(struct node) };
_Static_assert(NODE == 16, "four nodes are a line of the cache");

struct lexicon {
	struct arena arena;
	struct edge *edge;             /* open addressing, power of two, at most three quarters full */
	unsigned edges, edge_cap, nodes;
	unsigned *first;               /* node of the growing trie -> first entry + 1 */
	unsigned first_cap;
	struct lexicon_entry *entry;
	unsigned entries, entry_cap;
	struct node *node;             /* node[0] stands for none, as all do that no phrase leads to */
	unsigned short *number;        /* of the token that leads to a node; by themselves, so that few lines of the cache are searched */
	unsigned numbers, begins;      /* the highest of a token; of one that begins a phrase: its node has that number */
	unsigned char (*longest)[LEX_CLASSES];   /* number -> tokens of the longest phrase of each class that ends with that token */
	struct row *row;               /* row[0] holds nothing */
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

static void *zeroed(size_t n, size_t size)
{
	void *p = calloc(n, size);
	if (!p)
		diag_fatal("out of memory");
	return p;
}

static unsigned edge_slot(const struct lexicon *lex, unsigned from, unsigned number)
{
	unsigned long long key = (from * 0x9E3779B97F4A7C15ULL ^ number) * 0xD6E8FEB86659FD93ULL;
	unsigned i = (unsigned)(key >> 32) & (lex->edge_cap - 1);
	while (lex->edge[i].to && !(lex->edge[i].from == from && lex->edge[i].number == number))
		i = (i + 1) & (lex->edge_cap - 1);
	return i;
}

static void edges_grow(struct lexicon *lex)
{
	struct edge *old = lex->edge;
	unsigned cap = lex->edge_cap;
	lex->edge_cap = cap ? cap * 2 : 1u << 15;
	lex->edge = calloc(lex->edge_cap, sizeof *lex->edge);
	if (!lex->edge)
		diag_fatal("out of memory");
	for (unsigned i = 0; i < cap; i++)
		if (old[i].to)
			lex->edge[edge_slot(lex, old[i].from, old[i].number)] = old[i];
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

static unsigned child(struct lexicon *lex, unsigned from, unsigned number)
{
	if ((lex->edges + 1) / 3 > lex->edge_cap / 4)
		edges_grow(lex);
	unsigned i = edge_slot(lex, from, number);
	if (!lex->edge[i].to) {
		lex->edge[i] = (struct edge){ from, node_new(lex), number };
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

/* The cells, and the rule: "titles:phó bí thư", the table and the phrase, which finds the row with one grep and stays the same when rows are
 * added. What belongs together lies together; the phrase is the rule's end. */
static void take_cells(struct lexicon *lex, struct lexicon_entry *e, const struct str *cell, unsigned n)
{
	static struct buf b;
	struct str *to[] = { &e->surface, &e->value, &e->kind, &e->more };
	size_t table = strcspn(lex->file, ".") + 1, at = table;
	buf_clear(&b);
	buf_add(&b, str_sub(str_c(lex->file), 0, table - 1));
	buf_char(&b, ':');
	for (unsigned i = 0; i < n && i < 4; i++) {
		buf_add(&b, cell[i]);
		buf_char(&b, '\0');
	}
	const char *p = arena_dup(&lex->arena, buf_str(&b)).p;
	for (unsigned i = 0; i < n && i < 4; at += cell[i++].n + 1)
		*to[i] = (struct str){ p + at, cell[i].n };
	e->rule = (struct str){ p, table + cell[0].n };
}

static void row(void *ctx, unsigned long line, const struct str *field, unsigned n)
{
	struct lexicon *lex = ctx;
	if (n < 2 || field[0].n == 0) {
		diag_at(DIAG_USAGE, lex->path, line, "a row needs a phrase and its value");
		return;
	}
	struct lexicon_entry e = { .cls = lex->cls };
	take_cells(lex, &e, field, n);
	tokens_cut(&lex->scratch, e.surface);
	unsigned node = ROOT;
	for (unsigned i = 0; i < lex->scratch.n; i++)
		node = child(lex, node, lex->scratch.t[i].number);
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

/* What ends at a node of the growing trie, over what ended on the way. */
static void row_add(struct row *r, const struct lexicon *lex, unsigned node, unsigned depth)
{
	for (unsigned e = lex->first[node]; e; e = lex->entry[e - 1].next) {
		const struct lexicon_entry *entry = &lex->entry[e - 1];
		r->hit[entry->cls] = (struct lexicon_hit){ entry, depth, entry->value.n ? entry->value.p[0] : '\0' };
	}
}

struct numbered { unsigned number, to; };

/* The tokens numbered anew, the lowest for those that begin a phrase, so that their nodes lie close together. */
static void number_tokens(struct lexicon *lex)
{
	lex->numbers = known_numbers();
	bool *begins = zeroed(lex->numbers + 1, sizeof *begins);
	unsigned short *as = zeroed(lex->numbers + 1, sizeof *as), next = 0;
	for (unsigned i = 0; i < lex->edge_cap; i++)
		if (lex->edge[i].from == ROOT)
			begins[lex->edge[i].number] = true;
	for (unsigned i = 1; i <= lex->numbers; i++)
		as[i] = begins[i] ? ++next : 0;
	lex->begins = next;
	for (unsigned i = 1; i <= lex->numbers; i++)
		as[i] = begins[i] ? as[i] : ++next;
	known_renumber(as);
	for (unsigned i = 0; i < lex->edge_cap; i++)
		lex->edge[i].number = as[lex->edge[i].number];
	free(begins);
	free(as);
}

/* Index of each edge, in the order of their numbers. */
static unsigned *edges_by_number(const struct lexicon *lex)
{
	unsigned *at = grown(NULL, lex->edges + 1, sizeof *at), *place = zeroed(lex->numbers + 2, sizeof *place);
	for (unsigned i = 0; i < lex->edge_cap; i++)
		if (lex->edge[i].to)
			place[lex->edge[i].number + 1]++;
	for (unsigned n = 1; n <= lex->numbers; n++)
		place[n] += place[n - 1];
	for (unsigned i = 0; i < lex->edge_cap; i++)
		if (lex->edge[i].to)
			at[place[lex->edge[i].number]++] = i;
	free(place);
	return at;
}

/* The edges by the node they lead from, which begins at start[node], and by their tokens' numbers. */
static struct numbered *edges_sorted(const struct lexicon *lex, unsigned *start)
{
	struct numbered *e = grown(NULL, lex->edges + 1, sizeof *e);
	unsigned *at = edges_by_number(lex);
	for (unsigned i = 0; i < lex->edges; i++)
		start[lex->edge[at[i]].from + 1]++;
	for (unsigned n = 1; n <= lex->nodes; n++)
		start[n] += start[n - 1];
	for (unsigned i = 0; i < lex->edges; i++) {
		const struct edge *edge = &lex->edge[at[i]];
		e[start[edge->from]++] = (struct numbered){ edge->number, edge->to };
	}
	memmove(start + 1, start, lex->nodes * sizeof *start);
	start[0] = 0;
	free(at);
	return e;
}

/* The node that edge i of the sorted leads to; the first edges are those from the root. */
static unsigned node_of(const struct lexicon *lex, const struct numbered *edge, const unsigned *start, unsigned i)
{
	return i < start[ROOT + 1] ? edge[i].number : lex->begins + 1 + i - start[ROOT + 1];
}

/* Each node, and the row of what ends there handed on to its children, which come later. */
static void nodes_fill(struct lexicon *lex, const struct numbered *edge, const unsigned *start)
{
	unsigned rows = 1;
	unsigned *depth = zeroed(lex->edges + 1, sizeof *depth);
	for (unsigned i = 0; i < lex->edges; i++) {
		unsigned to = edge[i].to;
		struct node *at = &lex->node[node_of(lex, edge, start, i)];
		depth[i]++;
		if (lex->first[to]) {
			lex->row[rows] = lex->row[at->row];
			row_add(&lex->row[rows], lex, to, depth[i]);
			at->row = rows++ & 0xFFFFFF;
		}
		for (unsigned e = lex->first[to]; e; e = lex->entry[e - 1].next) {
			unsigned char *longest = &lex->longest[edge[i].number][lex->entry[e - 1].cls];
			unsigned n = depth[i] < UCHAR_MAX ? depth[i] : UCHAR_MAX;
			*longest = *longest > n ? *longest : (unsigned char)n;
		}
		lex->number[node_of(lex, edge, start, i)] = (unsigned short)edge[i].number;
		at->first = node_of(lex, edge, start, start[to]) & (MOST_NODES - 1);
		at->n = (start[to + 1] - start[to]) & MOST_CHILDREN;
		for (unsigned k = start[to]; k < start[to + 1]; k++) {
			at->children |= 1ULL << (edge[k].number & 63);
			lex->node[node_of(lex, edge, start, k)].row = at->row;
			depth[k] = depth[i];
		}
	}
	free(depth);
}

static void freeze(struct lexicon *lex)
{
	unsigned *start = zeroed(lex->nodes + 1, sizeof *start);
	number_tokens(lex);
	struct numbered *edge = edges_sorted(lex, start);
	size_t nodes = lex->begins + lex->edges + 2;
	unsigned most = 0;
	for (unsigned n = ROOT + 1; n < lex->nodes; n++)
		most = start[n + 1] - start[n] > most ? start[n + 1] - start[n] : most;
	if (nodes > MOST_NODES || most > MOST_CHILDREN) {
		diag(DIAG_USAGE, "the tables hold more than %d words in phrases, or %d behind one begin", MOST_NODES, MOST_CHILDREN);
		exit(DIAG_USAGE);
	}
	lex->node = aligned_alloc(NODE, nodes * NODE);
	if (!lex->node)
		diag_fatal("out of memory");
	memset(lex->node, 0, nodes * NODE);
	lex->number = zeroed(nodes, sizeof *lex->number);
	lex->row = zeroed(lex->entries + 1, sizeof *lex->row);
	lex->longest = zeroed(lex->numbers + 1, sizeof *lex->longest);
	nodes_fill(lex, edge, start);
	free(edge);
	free(start);
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
	known_teach(true);
	for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
		lex->file = tables[i].file;
		lex->path = lexicon_path(lex, lex->file);
		lex->cls = tables[i].cls;
		lexicon_rows(lex, lex->file, row, lex);
	}
	known_teach(false);
	lists_load(lex);
	if (diag_status() >= DIAG_USAGE)
		exit(diag_status());
	freeze(lex);
	return lex;
}

/* Whether token `number` may lead on from node `at`: it mostly does where this says so. */
static inline bool may_lead(const struct node *at, unsigned number) { return at->children >> (number & 63) & 1; }

/* The child of node `at` that token `number` leads to; NULL: none. */
static inline const struct node *child_of(const struct lexicon *lex, const struct node *at, unsigned number)
{
	const unsigned short *child = &lex->number[at->first];
	for (unsigned n = at->n; n > 1; n -= n / 2)     /* halves without a branch: it would be foretold wrongly */
		child += child[n / 2] <= number ? n / 2 : 0;
	return *child == number ? &lex->node[child - lex->number] : NULL;
}

/* How far phrases lead from node `at` that go on with token t. */
static const struct node *deeper(const struct lexicon *lex, const struct node *at, const struct token *t, const struct token *end)
{
	for (const struct node *child; t < end && may_lead(at, t->number) && (child = child_of(lex, at, t->number)); t++)
		at = child;
	return at;
}

/* The node of a phrase of token t alone. */
static inline const struct node *root_of(const struct lexicon *lex, const struct token *t)
{
	return &lex->node[t->number & (0 - (unsigned)(t->number <= lex->begins))];     /* without a branch, too */
}

unsigned lexicon_longest(const struct lexicon *lex, const struct token *t, enum lexicon_class cls)
{
	return t->number <= lex->numbers ? lex->longest[t->number][cls] : 0;
}

const struct lexicon_hit *lexicon_at(const struct lexicon *lex, const struct tokens *t, unsigned i)
{
	return lex->row[deeper(lex, root_of(lex, t->t + i), t->t + i + 1, t->t + t->n)->row].hit;
}

void lexicon_ask(struct lexicon *lex, lexicon_answer *answer)
{
	unsigned char *told = zeroed(lex->entries + 1, 1);
	for (unsigned i = 1; i <= lex->entries; i++)
		told[i] = answer(lex->row[i].hit);
	for (struct node *n = lex->node, *end = n + lex->begins + lex->edges + 2; n < end; n++)
		n->told = told[n->row];
	free(told);
}

unsigned lexicon_find(const struct lexicon *lex, const struct tokens *t, const unsigned char of[256], const struct lexicon_hit **hit, unsigned char *told)
{
	static unsigned *lead, cap;      /* the tokens with which longer phrases may begin: all in a row, as each by itself would be foretold wrongly */
	const struct lexicon here = *lex;
	const struct token *token = t->t;
	unsigned any = 0, leads = 0, n_tokens = t->n;
	if (cap < n_tokens) {
		cap = 2 * n_tokens;
		lead = grown(lead, cap, sizeof *lead);
	}
	unsigned *const list = lead;
	for (unsigned i = 0; i < n_tokens; i++) {
		const struct node *n = root_of(&here, &token[i]);
		unsigned now = n->told | (unsigned)of[token[i].signs];
		hit[i] = here.row[n->row].hit;
		told[i] = (unsigned char)now;
		any |= now;
		list[leads] = i;
		leads += may_lead(n, token[i + 1].number);
	}
	for (unsigned k = 0; k < leads; k++) {
		unsigned i = list[k];
		const struct node *n = deeper(lex, root_of(lex, &token[i]), &token[i + 1], token + n_tokens);
		hit[i] = here.row[n->row].hit;
		told[i] = (unsigned char)(n->told | of[token[i].signs]);
		any |= told[i];
	}
	return any;
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

/* A number or a place of the table at token i. */
static bool places_at(const struct lexicon *lex, const struct tokens *t, unsigned i)
{
	if (i >= t->n || t->t[i].kind == TOKEN_NUMBER)
		return i < t->n;
	return t->t[i].upper && lexicon_at(lex, t, i)[LEX_PLACE].entry;
}

struct str lexicon_long_form(const struct lexicon *lex, struct arena *a, struct str text, const struct tokens *tokens)
{
	static struct buf b;
	const struct tokens t = *tokens;
	buf_clear(&b);
	for (unsigned i = 0; i < t.n;) {
		if (i && (!t.t[i].glued || t.t[i - 1].kind != t.t[i].kind) && (t.t[i].start > t.t[i - 1].end))
			buf_char(&b, ' ');
		const struct lexicon_hit *h = &lexicon_at(lex, &t, i)[LEX_ABBREVIATION];
		bool shouted = t.t[i].caps && h->n == 1 && i && i + 1 < t.n && t.t[i - 1].caps && t.t[i + 1].caps;   /* the TƯ of SỞ TƯ PHÁP */
		bool in_symbol = i && t.t[i].glued && (text.p[t.t[i].start - 1] == '/' || text.p[t.t[i].start - 1] == '-');
		bool aside = h->n == 1 && i && i + 1 < t.n && text.p[t.t[i - 1].start] == '(' && text.p[t.t[i + 1].start] == ')';   /* "an toàn giao thông (ATGT)" */
		bool dotted = h->entry && h->n == 2 && t.t[i].end == t.t[i].start + 1 && places_at(lex, &t, i + 2);   /* "Q. 7", "P. Bến Nghé" */
		if (h->entry && (t.t[i].caps || dotted || (t.t[i].upper && !shouts(h->entry->surface))) && !in_symbol && !shouted && !aside) {
			if (b.n && i && t.t[i].glued && t.t[i - 1].kind == TOKEN_WORD)
				buf_char(&b, ' ');
			buf_add(&b, h->entry->value);
			i += h->n;
			if (i < t.n && (t.t[i].kind == TOKEN_WORD || dotted) && t.t[i].start == t.t[i - 1].end && text.p[t.t[i].start - 1] == '.')   /* "TP.Nha Trang" */
				buf_char(&b, ' ');
			continue;
		}
		if (t.t[i].mended)
			vi_tone(&b, str_sub(text, t.t[i].start, t.t[i].end));
		else
			buf_add(&b, str_sub(text, t.t[i].start, t.t[i].end));
		i++;
	}
	return arena_dup(a, str_trim(buf_str(&b)));
}

struct str lexicon_canonical(const struct lexicon *lex, struct arena *a, struct str text)
{
	static struct tokens t;
	tokens_cut(&t, text);
	return lexicon_long_form(lex, a, text, &t);
}
