/* lists.c - the lists of lexicon/lists.csv, which live as long as the process. The rows of a list stand together; their order counts
 * where a pattern is made of them. "number word,ba,3" -> lists_find("number word", "Ba")->value is "3". */
#include "vi/lists.h"
#include "base/bytes.h"
#include "base/diag.h"
#include "base/grow.h"
#include <limits.h>
#include <stdint.h>
#include <stdlib.h>

/* Two bytes side by side: each word of a list is looked for by one of a few, where so few will do, which is found out when it is first asked for. */
struct pair { unsigned char first, second; };
enum { PAIRS = 3, LOOSE = PAIRS + 1 };     /* LOOSE: more would be needed */

/* begins: a bit for each number that the first bytes of a word make; brief: a word has fewer of them; firsts: a bit for each
 * first byte of a word that folds as one of the list; longest: bytes of a word. */
struct named {
	struct str name;
	unsigned from, to;
	unsigned long long begins[4], firsts[4];
	bool brief;
	size_t longest;
	struct pair pair[PAIRS];
	unsigned pairs;
};

static struct arena kept;
static struct named *list;
static struct list_word *word;
static struct held { unsigned char pair, at; } *held;    /* by word: which pair of its list, and where in the word */
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
	free(held);
	table = calloc(table_cap, sizeof *table);
	held = calloc(words + 1, sizeof *held);
	if (!table || !held)
		diag_fatal("out of memory");
	for (unsigned l = 0; l < lists; l++) {
		list[l].pairs = 0;
		for (unsigned i = list[l].from; i < list[l].to; i++) {
			unsigned long long key = key_of(l, word[i].phrase);
			struct found *f = slot(key);
			if (!f->word)
				*f = (struct found){ key, i + 1 };
		}
	}
}

/* The last first: while the table is read, nearly each row goes on with it. */
static struct named *named(struct str name)
{
	for (unsigned i = lists; i-- > 0;)
		if (str_eq(list[i].name, name))
			return &list[i];
	return NULL;
}

enum { BEGIN = 3 };             /* bytes */

static inline unsigned begin_of(const char *p)
{
	return ((unsigned)(unsigned char)p[0] | (unsigned)(unsigned char)p[1] << 8 | (unsigned)(unsigned char)p[2] << 16) * 0x9E3779B1U >> 24;
}

static void begins_add(struct named *l, struct str phrase)
{
	unsigned begin = phrase.n < BEGIN ? 0 : begin_of(phrase.p);
	l->brief |= phrase.n < BEGIN;
	l->begins[begin / 64] |= 1ULL << begin % 64;
}

/* Capitals of ASCII as small letters; the other letters of Vietnamese have their first byte in common with their capitals. */
static inline unsigned first_of(struct str s)
{
	unsigned c = s.n ? (unsigned char)s.p[0] : 0;
	return c >= 'A' && c <= 'Z' ? c | 0x20 : c;
}

/* The tone of "uỷ", "oà" may stand on the first letter, too. */
static bool may_take_tone(unsigned first) { return first == 'o' || first == 'u'; }

static void firsts_add(struct named *l, struct str phrase)
{
	unsigned first = first_of(phrase);
	l->firsts[first / 64] |= 1ULL << first % 64;
	if (may_take_tone(first))
		l->firsts[3] = ~0ULL;
}

static inline bool may_fold_alike(const struct named *l, struct str s)
{
	unsigned first = first_of(s);
	return l->firsts[first / 64] >> first % 64 & 1 || may_take_tone(first);
}

/* Whether a word of the list may stand at the begin of `rest`: of a hundred words of a text five may. */
static inline bool may_begin(const struct named *l, struct str rest)
{
	unsigned begin = rest.n < BEGIN ? 0 : begin_of(rest.p);
	return l->brief || (rest.n >= BEGIN && l->begins[begin / 64] >> begin % 64 & 1);
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
		list[lists++] = (struct named){ .name = arena_dup(&kept, f[0]), .from = words };
	}
	word = grown(word, words, &word_cap, sizeof *word);
	word[words++] = (struct list_word){ arena_dup(&kept, f[1]), arena_dup(&kept, f[2]), line };
	list[lists - 1].to = words;
	begins_add(&list[lists - 1], f[1]);
	firsts_add(&list[lists - 1], f[1]);
	if (f[1].n > list[lists - 1].longest)
		list[lists - 1].longest = f[1].n;
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
static struct named *asked(const char *name)
{
	enum { BITS = 10 };
	static struct { const char *name; unsigned list; } last[1 << BITS];
	unsigned at = (unsigned)((uintptr_t)name * 0x9E3779B97F4A7C15ULL >> (64 - BITS));
	if (last[at].name == name && last[at].list < lists && str_eq(list[last[at].list].name, str_c(name)))
		return &list[last[at].list];
	struct named *l = named(str_c(name));
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
	if (s.n * 3 > l->longest * 4 || !may_fold_alike(l, s))     /* what is folded loses at most a byte of four: "oẽ" */
		return NULL;
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

/* Of sixteen bytes: letters and digits below 0x80; bytes above, but for those that end "×" and "÷"; what may begin a mark: C2, E2 and more. */
struct sixteen { unsigned letters, high, odd; };

/* Bits of those of the sixteen bytes at which a word may begin, for what stands before; *last: the sixteen before, then these. */
static inline unsigned word_begins(bytes16 v, struct sixteen *last)
{
	struct sixteen now = { bytes_mask(bytes_in(v | 0x20, 'a', 'z') | bytes_in(v, '0', '9')), bytes_mask(v & ~bytes_are(v | 0x20, 0xB7)), bytes_mask(bytes_are(v, 0xC2) | bytes_in(v, 0xE2, 0xFF)) };
	unsigned letter = now.letters << 1 | last->letters >> 15, high = now.high << 1 | last->high >> 15, odd = now.odd << 16 | last->odd;
	unsigned goes_on = bytes_mask(v & ~bytes_bit(v, 6)), marks = odd >> 14 | odd >> 13 | odd >> 12;      /* a mark of two to four bytes before */
	*last = now;
	return ~(goes_on | letter | (high & ~marks)) & 0xFFFF;
}

/* Where the pair stands in a word; its length: nowhere. */
static size_t pair_at(struct str phrase, struct pair pair)
{
	for (size_t i = 0; i + 1 < phrase.n; i++)
		if ((unsigned char)phrase.p[i] == pair.first && (unsigned char)phrase.p[i + 1] == pair.second)
			return i;
	return phrase.n;
}

/* How often a pair stands in the words of all lists, and those that share its place. */
static unsigned times(struct pair pair)
{
	enum { PLACES = 1 << 12 };
	static unsigned short place[PLACES];
	static bool counted;
	for (unsigned i = 0; !counted && i < words; i++)
		for (size_t k = 0; k + 1 < word[i].phrase.n; k++)
			place[((unsigned char)word[i].phrase.p[k] * 31u ^ (unsigned char)word[i].phrase.p[k + 1]) % PLACES]++;
	counted = true;
	return place[(pair.first * 31u ^ pair.second) % PLACES];
}

/* Of the pairs of a word the one that stands in its list rather than in others. */
static struct pair best_pair(const struct named *l, struct str phrase)
{
	struct pair best = { 0 };
	unsigned best_own = 0, best_others = 0;
	for (size_t k = 0; k + 1 < phrase.n; k++) {
		struct pair pair = { (unsigned char)phrase.p[k], (unsigned char)phrase.p[k + 1] };
		unsigned own = 0;
		for (unsigned i = l->from; i < l->to; i++)
			own += pair_at(word[i].phrase, pair) < word[i].phrase.n;
		unsigned others = times(pair) - own + 1;
		if (own * best_others >= best_own * others) {
			best = pair;
			best_own = own;
			best_others = others;
		}
	}
	return best;
}

static void pairs_choose(struct named *l)
{
	for (unsigned i = l->from; i < l->to && l->pairs != LOOSE; i++) {
		struct str phrase = word[i].phrase;
		size_t at = phrase.n;
		unsigned k = 0;
		while (k < l->pairs && (at = pair_at(phrase, l->pair[k])) == phrase.n)
			k++;
		if (k == l->pairs && k < PAIRS && phrase.n > 1) {
			l->pair[l->pairs++] = best_pair(l, phrase);
			at = pair_at(phrase, l->pair[k]);
		}
		if (at < phrase.n && at <= UCHAR_MAX)
			held[i] = (struct held){ (unsigned char)k, (unsigned char)at };
		else
			l->pairs = LOOSE;
	}
}

/* The first word of the list, before word `best`, that stands around its pair number k at byte `at`; `best`: none. */
static unsigned first_around(const struct named *l, unsigned best, struct str text, size_t at, unsigned k)
{
	for (unsigned i = l->from; i < best; i++) {
		size_t from = at - held[i].at;
		if (held[i].pair == k && held[i].at <= at && text.p[from] == word[i].phrase.p[0] && str_starts(str_sub(text, from, text.n), word[i].phrase) && bounded(text, from, from + word[i].phrase.n))
			return i;
	}
	return best;
}

/* The first word of the list that stands in a text of more than sixteen bytes, by its pairs; l->to: none. */
static unsigned stands_by_pair(const struct named *l, struct str text)
{
	unsigned best = l->to;
	size_t last = text.n - BYTES - 1;
	for (size_t at = 0, next = 0; next <= last; next = at < last && at + BYTES > last ? last : at + BYTES) {
		at = next;
		for (unsigned k = 0; k < l->pairs; k++) {
			unsigned may = bytes_mask(bytes_are(bytes_load(text.p + at), l->pair[k].first) & bytes_are(bytes_load(text.p + at + 1), l->pair[k].second));
			for (; may; may &= may - 1)
				best = first_around(l, best, text, at + (unsigned)__builtin_ctz(may), k);
		}
	}
	return best;
}

/* The first word of the list, before word `best`, that stands at byte `at`; `best`: none. */
static unsigned first_at(const struct named *l, unsigned best, struct str text, size_t at)
{
	struct str rest = str_sub(text, at, text.n);
	for (unsigned i = l->from; i < best; i++)
		if (word[i].phrase.p[0] == rest.p[0] && str_starts(rest, word[i].phrase) && bounded(text, at, at + word[i].phrase.n))
			return i;
	return best;
}

/* The same by what words begin with; of a text of any length. */
static unsigned stands_by_begin(const struct named *l, struct str text)
{
	struct sixteen last = { 0 };
	unsigned best = l->to;
	for (size_t from = 0; from < text.n; from += BYTES) {
		size_t left = text.n - from;
		unsigned may = left < BYTES ? word_begins(bytes_tail(text.p + from, left), &last) & ((1U << left) - 1) : word_begins(bytes_load(text.p + from), &last);
		for (; may; may &= may - 1) {
			size_t at = from + (unsigned)__builtin_ctz(may);
			if (may_begin(l, str_sub(text, at, text.n)))
				best = first_at(l, best, text, at);
		}
	}
	return best;
}

const struct list_word *lists_stands(const char *name, struct str text)
{
	struct named *l = asked(name);
	if (!l->pairs)
		pairs_choose(l);
	unsigned best = text.n > BYTES && l->pairs != LOOSE ? stands_by_pair(l, text) : stands_by_begin(l, text);
	return best < l->to ? &word[best] : NULL;
}

const struct list_word *lists_starts(const char *name, struct str text)
{
	const struct named *l = asked(name);
	unsigned first = text.n && may_begin(l, text) ? first_at(l, l->to, text, 0) : l->to;
	return first < l->to ? &word[first] : NULL;
}

const struct list_word *lists_ends(const char *name, struct str text)
{
	unsigned n;
	const struct list_word *w = lists_words(name, &n);
	for (unsigned i = 0; text.n && i < n; i++)
		if (w[i].phrase.p[w[i].phrase.n - 1] == text.p[text.n - 1] && str_ends(text, w[i].phrase) && bounded(text, text.n - w[i].phrase.n, text.n))
			return &w[i];
	return NULL;
}
