/* lists.c - the lists of lexicon/lists.csv, which live as long as the process. The rows of a list stand together; their order counts
 * where a pattern is made of them. "number word,ba,3" -> lists_find("number word", "Ba")->value is "3". */
#include "vi/lists.h"
#include "base/diag.h"
#include "base/grow.h"
#include <stdint.h>
#include <stdlib.h>

struct named { struct str name; unsigned from, to; };

static struct arena kept;
static struct named *list;
static struct list_word *word;
static unsigned lists, words;
static size_t list_cap, word_cap;
static const char *path;

/* Words by their list and what they fold to; open addressing, at most half full. Of two that fold alike the first. */
struct found { unsigned long long key; unsigned word; };   /* word: index + 1; 0: empty */
static struct found *table;
static unsigned table_cap;

static unsigned long long key_of(unsigned list_index, struct str phrase) { return (token_fold(phrase) ^ list_index) * 0xD6E8FEB86659FD93ULL; }

static struct found *slot(unsigned long long key)
{
	unsigned i = (unsigned)(key >> 32) & (table_cap - 1);
	while (table[i].word && table[i].key != key)
		i = (i + 1) & (table_cap - 1);
	return &table[i];
}

static void index_fill(void)
{
	for (table_cap = 64; table_cap < 2 * words; table_cap *= 2)
		;
	free(table);
	table = calloc(table_cap, sizeof *table);
	if (!table)
		diag_fatal("out of memory");
	for (unsigned l = 0; l < lists; l++)
		for (unsigned i = list[l].from; i < list[l].to; i++) {
			unsigned long long key = key_of(l, word[i].phrase);
			struct found *f = slot(key);
			if (!f->word)
				*f = (struct found){ key, i + 1 };
		}
}

static const struct named *named(struct str name)
{
	for (unsigned i = 0; i < lists; i++)
		if (str_eq(list[i].name, name))
			return &list[i];
	return NULL;
}

static void row(void *ctx, unsigned long line, const struct str *f, unsigned n)
{
	(void)ctx;
	if (n < 3 || !f[0].n || !f[1].n) {
		diag_at(DIAG_USAGE, path, line, "a row needs a list, a phrase and a value, which may be empty");
		return;
	}
	const struct named *old = named(f[0]);
	if (old && old != &list[lists - 1]) {
		diag_at(DIAG_USAGE, path, line, "the list \"%.*s\" goes on behind another", (int)f[0].n, f[0].p);
		return;
	}
	for (unsigned i = old ? old->from : words; i < words; i++)
		if (str_eq(word[i].phrase, f[1])) {
			diag_at(DIAG_USAGE, path, line, "\"%.*s\" stands twice in this list", (int)f[1].n, f[1].p);
			return;
		}
	if (!old) {
		list = grown(list, lists, &list_cap, sizeof *list);
		list[lists++] = (struct named){ arena_dup(&kept, f[0]), words, words };
	}
	word = grown(word, words, &word_cap, sizeof *word);
	word[words++] = (struct list_word){ arena_dup(&kept, f[1]), arena_dup(&kept, f[2]), line };
	list[lists - 1].to = words;
}

void lists_load(struct lexicon *lex)
{
	path = lexicon_path(lex, "lists.csv");
	lexicon_rows(lex, "lists.csv", row, NULL);
	index_fill();
}

bool lists_known(struct str name) { return named(name) != NULL; }
struct str lists_name(unsigned i) { return i < lists ? list[i].name : (struct str){ 0 }; }

/* Nearly all names are literals: where one stood the last time it was asked for. */
static const struct named *asked(const char *name)
{
	static struct { const char *name; unsigned list; } last[128];
	unsigned at = (unsigned)((uintptr_t)name >> 2 & 127);
	if (last[at].name == name && last[at].list < lists && str_eq(list[last[at].list].name, str_c(name)))
		return &list[last[at].list];
	const struct named *l = named(str_c(name));
	if (!l) {
		diag_at(DIAG_USAGE, path, 0, "no list \"%s\"", name);
		exit(DIAG_USAGE);
	}
	last[at].name = name;
	last[at].list = (unsigned)(l - list);
	return l;
}

const struct list_word *lists_words(const char *name, unsigned *n)
{
	const struct named *l = asked(name);
	*n = l->to - l->from;
	return word + l->from;
}

const struct list_word *lists_find(const char *name, struct str s)
{
	const struct named *l = asked(name);
	const struct found *f = slot(key_of((unsigned)(l - list), s));
	return f->word ? &word[f->word - 1] : NULL;
}

/* A letter or a digit; of other scripts than Latin, everything. */
static bool is_wordly(unsigned c)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= 0xC0 && c < 0x2000 && c != 0xD7 && c != 0xF7);
}

static bool bounded(struct str text, size_t from, size_t to)
{
	size_t before = from, n;
	while (before && (text.p[--before] & 0xC0) == 0x80)
		;
	if (from && (text.p[before] & 0xC0) == 0x80)   /* text begins inside a letter */
		return false;
	return !(from && is_wordly(vi_codepoint(text, before, &n))) && !(to < text.n && is_wordly(vi_codepoint(text, to, &n)));
}

const struct list_word *lists_stands(const char *name, struct str text)
{
	unsigned n;
	const struct list_word *w = lists_words(name, &n);
	for (unsigned i = 0; i < n; i++)
		for (size_t at = 0; (at = str_find(text, w[i].phrase, at)) < text.n; at++)
			if (bounded(text, at, at + w[i].phrase.n))
				return &w[i];
	return NULL;
}

const struct list_word *lists_starts(const char *name, struct str text)
{
	unsigned n;
	const struct list_word *w = lists_words(name, &n);
	for (unsigned i = 0; i < n; i++)
		if (str_starts(text, w[i].phrase) && bounded(text, 0, w[i].phrase.n))
			return &w[i];
	return NULL;
}

const struct list_word *lists_ends(const char *name, struct str text)
{
	unsigned n;
	const struct list_word *w = lists_words(name, &n);
	for (unsigned i = 0; i < n; i++)
		if (str_ends(text, w[i].phrase) && bounded(text, text.n - w[i].phrase.n, text.n))
			return &w[i];
	return NULL;
}
