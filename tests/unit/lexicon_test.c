/* lexicon_test.c [DIR]: every row of the tables of DIR (lexicon/) is one that the programs can find: a phrase by itself and in its example, a
 * pattern in its example and not in its counter-example, a document type in a citation, an issuer in a symbol, a line of noise by its zone.
 * Said in the form `lexicon_test: lexicon/links.csv:12: what`. */
#include "base/diag.h"
#include "segment/noise.h"
#include "tag/doctypes.h"
#include "tag/patterns.h"
#include "tag/tag.h"
#include "vi/lists.h"
#include <stdio.h>
#include <stdlib.h>

struct table {
	const char *file;
	enum lexicon_class cls;
	unsigned example;          /* column; 0: none */
};
static const struct table tables[] = {
	{ "titles.csv", LEX_TITLE, 0 }, { "bodies.csv", LEX_BODY, 0 },         { "abbreviations.csv", LEX_ABBREVIATION, 0 }, { "places.csv", LEX_PLACE, 0 },
	{ "names.csv", LEX_NAME, 0 },   { "honorifics.csv", LEX_HONORIFIC, 0 }, { "meetings.csv", LEX_MEETING, 0 },          { "roles.csv", LEX_ROLE, 0 },
	{ "words.csv", LEX_WORD, 0 },   { "links.csv", LEX_LINK, 2 },
};

static const char *const others[] = { "boundary.csv", "common.csv", "encodings.csv", "html.csv", "languages.csv", "syllables.csv" };

static struct lexicon *lex;
static struct arena room;
static const char *path;
static unsigned long checked, wrong;

static void fault(unsigned long line, struct str what, const char *why)
{
	diag_at(DIAG_REFUSED, path, line, "\"%.*s\" %s", (int)what.n, what.p, why);
	wrong++;
}

/* --- phrases ------------------------------------------------------------------------------------------------------------------ */

/* Whether the walk over text finds this very row; else *instead is what it finds where the phrase begins. */
static bool found(struct str text, enum lexicon_class cls, struct str surface, struct str *instead)
{
	static struct tokens t, own;
	tokens_cut(&t, text);
	tokens_cut(&own, surface);
	for (unsigned i = 0; i < t.n; i++) {
		const struct lexicon_hit *hit = lexicon_at(lex, &t, i);
		if (hit[cls].entry && str_eq(hit[cls].entry->surface, surface) && hit[cls].n == own.n)
			return true;
		if (hit[cls].entry && own.n && t.t[i].number == own.t[0].number)
			*instead = hit[cls].entry->surface;
	}
	return false;
}

static void seek(unsigned long line, const struct table *t, struct str text, struct str surface, const char *where)
{
	struct str instead = { 0 };
	char why[400];
	if (found(text, t->cls, surface, &instead))
		return;
	if (instead.p)
		snprintf(why, sizeof why, "is not found %s: \"%.*s\" is, which is longer", where, (int)instead.n, instead.p);
	else
		snprintf(why, sizeof why, "is not found %s", where);
	fault(line, surface, why);
}

static void phrase(void *ctx, unsigned long line, const struct str *f, unsigned n)
{
	const struct table *t = ctx;
	checked++;
	seek(line, t, f[0], f[0], "by itself");
	if (t->example && t->example < n)
		seek(line, t, f[t->example], f[0], "in its example");
	if (t->cls == LEX_ABBREVIATION && !str_eq(lexicon_canonical(lex, &room, f[0]), f[1]) && !str_eq(lexicon_canonical(lex, &room, f[0]), lexicon_canonical(lex, &room, f[1])))
		fault(line, f[0], "is not written out");
}

/* --- patterns ------------------------------------------------------------------------------------------------------------------ */

/* A part must match from end to end, "here" at the begin, "find" anywhere. */
static bool matches(const struct pattern_row *r, struct str text)
{
	struct buf b = { 0 };
	struct re_match m;
	char why[RE_WHY];
	buf_add(&b, STR("(?:"));
	buf_add(&b, r->pattern);
	buf_add(&b, r->kind == KIND_PART ? STR(")\\z") : STR(")"));
	struct re *re = re_compile(buf_str(&b), true, why);
	bool ok = re && re_find(re, text, 0, r->kind != KIND_FIND, &m);
	if (!re)
		fault(r->line, r->name, why);
	re_free(re);
	buf_free(&b);
	return ok;
}

/* Letters and blanks: such a row is its own example. */
static bool plain(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] < 0x80 && s.p[i] != ' ' && !((s.p[i] | 32) >= 'a' && (s.p[i] | 32) <= 'z'))
			return false;
	return true;
}

/* trigger.c lets a sentence through to the patterns: it must let the example through. */
static bool triggered(struct str example)
{
	static struct tagger g;
	struct sentence s = { .text = example, .zone = ZONE_BODY };
	bool cites = false;
	g.lex = lex;
	g.a = &room;
	tag_sentence(&g, &s);
	for (unsigned k = 0; k < s.entities; k++)
		cites |= s.entity[k].label == DIRECTIVE;
	return cites;
}

static bool opens_citation(struct str name)
{
	return str_eq(name, STR("citation")) || str_eq(name, STR("congress")) || str_eq(name, STR("plenum"));
}

static void pattern(unsigned i, const struct pattern_row *r)
{
	struct str example = r->example.n ? r->example : r->pattern;
	struct pattern_row before;
	char why[96];
	checked++;
	if (!r->used)
		fault(r->line, r->name, "is asked for by no program and no pattern");
	if (!plain(r->pattern) && !(r->example.n && r->counter.n))
		fault(r->line, r->name, "needs an example and a counter-example");
	if (!matches(r, example))
		fault(r->line, example, "is not matched, but is the example");
	if (r->counter.n && matches(r, r->counter))
		fault(r->line, r->counter, "is matched, but is the counter-example");
	if (opens_citation(r->name) && !triggered(example))
		fault(r->line, example, "is the example, but src/tag/trigger.c passes over such sentences");
	for (unsigned k = 0; k < i && pattern_row(k, &before); k++)
		if (str_eq(before.name, r->name) && matches(&before, example)) {
			snprintf(why, sizeof why, "is matched by line %lu already", before.line);
			fault(r->line, example, why);
		}
}

/* --- types, issuers, lists, noise ------------------------------------------------------------------------------------------------ */

static void doctype(void *ctx, unsigned long line, const struct str *f, unsigned n)
{
	struct buf b = { 0 };
	struct re_match m;
	(void)ctx, (void)n;
	checked++;
	buf_add(&b, f[0]);
	buf_add(&b, STR(" số 12-CT/TW"));
	bool cited = pattern_find(PATTERN_CITATION, buf_str(&b), 0, &m) && str_eq(m.group[1], f[0]);
	const struct doctype *t = doctype_of(&room, f[0]), *same = doctype_of(&room, f[1]);
	if (cited == str_eq(f[4], STR("none")))
		fault(line, f[0], cited ? "is cited, but is to be left out" : "is not read as the type of a citation");
	else if (cited && t->line != line)
		fault(line, f[0], "is read as another row");
	if (cited && same->line && (same->coded != t->coded || same->two_digits != t->two_digits || same->plan != t->plan || same->letter != t->letter))
		fault(line, f[0], "has other marks than the row of its canonical type");
	buf_free(&b);
}

static void issuer(void *ctx, unsigned long line, const struct str *f, unsigned n)
{
	struct buf b = { 0 };
	(void)ctx, (void)n;
	checked++;
	buf_add(&b, STR("1-X/"));
	buf_add(&b, f[0]);
	if (!str_eq(issuer_of_symbol(buf_str(&b)), f[1]))
		fault(line, f[0], "gives another issuer");
	buf_free(&b);
}

/* By folding or as it is written: a list is asked in one of the two ways. */
static void list(struct str named)
{
	unsigned n;
	const char *name = arena_dup(&room, named).p;
	const struct list_word *w = lists_words(name, &n);
	for (unsigned i = 0; i < n; i++) {
		const struct list_word *alike = lists_find(name, w[i].phrase);
		checked++;
		if (alike != &w[i] && lists_stands(name, w[i].phrase) != &w[i])
			fault(w[i].line, w[i].phrase, "is never found: a row above folds to the same or stands in it");
	}
}

struct noise_row { struct str phrase; char where; bool cue; unsigned long line; struct noise_row *next; };

/* Whether a line gets the zone, or for a row that gives none the cue, of the row. */
static bool noise_gives(const struct noise *n, struct str line, struct str zone, bool cue)
{
	struct noise_hit hit = noise_find(n, line);
	return cue ? hit.cue != CUE_NONE : hit.zone && str_eq(str_c(hit.zone), zone);
}

/* The first row that is or starts a line counts: one that begins with an earlier one is never asked. */
static void noise(void *ctx, unsigned long line, const struct str *f, unsigned n)
{
	static struct noise_row *all;
	struct noise_row *row = arena_new(&room, struct noise_row);
	struct buf b = { 0 };
	char why[96];
	bool cue = str_eq(f[1], STR("continues")) || str_eq(f[1], STR("address"));
	checked++;
	if (f[2].p[0] == 'a')
		buf_add(&b, STR("- "));      /* not the begin of the line */
	buf_add(&b, f[0]);
	*row = (struct noise_row){ arena_dup(&room, f[0]), f[2].p[0], cue, line, all };
	if (!noise_gives(ctx, buf_str(&b), f[1], cue))
		fault(line, f[0], "does not get its zone by itself");
	if (n < 5 || !noise_gives(ctx, f[4], f[1], cue))
		fault(line, f[0], "does not get its zone in its example");
	buf_free(&b);
	for (const struct noise_row *r = all; r; r = r->next)
		if (r->cue == cue && ((r->where == 's' && row->where != 'a' && str_starts(row->phrase, r->phrase)) || (r->where == row->where && str_eq(r->phrase, row->phrase)))) {
			snprintf(why, sizeof why, "is never asked behind line %lu", r->line);
			fault(line, f[0], why);
		}
	all = row;
}

struct seen_row { unsigned long line; unsigned long long hash; struct seen_row *next; };

/* A table whose reader stands elsewhere: every row of the head's width, none twice. */
static void other(void *ctx, unsigned long line, const struct str *f, unsigned n)
{
	struct seen_row **all = ctx, *row = arena_new(&room, struct seen_row);
	char why[96];
	checked++;
	*row = (struct seen_row){ line, STR_HASH_SEED, *all };
	for (unsigned i = 0; i < n; i++)
		row->hash = str_hash(str_hash(row->hash, f[i]), STR("\n"));
	for (const struct seen_row *r = *all; r; r = r->next)
		if (r->hash == row->hash) {
			snprintf(why, sizeof why, "is the row of line %lu again", r->line);
			fault(line, f[0], why);
		}
	*all = row;
}

static void each(const char *file, lexicon_row *row, void *ctx)
{
	path = lexicon_path(lex, file);
	lexicon_rows(lex, file, row, ctx);
}

int main(int argc, char **argv)
{
	diag_program("lexicon_test");
	const char *dir = argc > 1 ? argv[1] : "lexicon";
	struct pattern_row r;
	lex = lexicon_load(dir);
	tag_load(lex);
	if (diag_status() >= DIAG_USAGE)
		return diag_status();
	for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
		each(tables[i].file, phrase, (void *)&tables[i]);
	each("doctypes.csv", doctype, NULL);
	each("issuers.csv", issuer, NULL);
	each("noise.csv", noise, noise_load(dir));
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		each(others[i], other, &(struct seen_row *){ NULL });
	path = lexicon_path(lex, "patterns.csv");
	for (unsigned i = 0; pattern_row(i, &r); i++)
		pattern(i, &r);
	path = lexicon_path(lex, "lists.csv");
	for (unsigned i = 0; lists_name(i).p; i++)
		list(lists_name(i));
	printf("%lu rows, %lu faults\n", checked, wrong);
	return diag_status();
}
