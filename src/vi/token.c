/* token.c - tokens and folding of Vietnamese text in NFC.
 * "UBND tỉnh, H'Yim 14/6" -> [UBND] [tỉnh] [,] [H'Yim] [14] [/] [6]
 * No dictionary here; combining marks do not occur after NFC for Vietnamese letters and count as letters where they do. */
#include "vi/token.h"
#include "base/bytes.h"
#include "base/diag.h"
#include "vi/known.h"
#include "vi/runs.h"
#include "vi/syllable.h"
#include <stdint.h>
#include <stdlib.h>

static inline bool tail(unsigned char c) { return (c & 0xC0) == 0x80; }

/* What is no UTF-8 is U+FFFD, a byte at a time: pages are looked at before they are mended. */
static inline unsigned point(struct str s, size_t i, size_t *len)
{
	const unsigned char *p = (const unsigned char *)s.p + i;
	size_t left = s.n - i;
	unsigned c = 0;
	*len = 1;
	if (p[0] < 0x80)
		return p[0];
	if (p[0] < 0xE0) {
		if (p[0] < 0xC2 || left < 2 || !tail(p[1])) return 0xFFFD;
		*len = 2;
		return (p[0] & 31u) << 6 | (p[1] & 63u);
	}
	if (p[0] < 0xF0 && left > 2 && tail(p[1]) && tail(p[2]))
		c = (p[0] & 15u) << 12 | (p[1] & 63u) << 6 | (p[2] & 63u);
	else if (p[0] >= 0xF0 && p[0] < 0xF5 && left > 3 && tail(p[1]) && tail(p[2]) && tail(p[3]))
		c = (p[0] & 7u) << 18 | (p[1] & 63u) << 12 | (p[2] & 63u) << 6 | (p[3] & 63u);
	if (c < (p[0] < 0xF0 ? 0x800u : 0x10000u))
		return 0xFFFD;
	*len = p[0] < 0xF0 ? 3 : 4;
	return c;
}

unsigned vi_codepoint(struct str s, size_t i, size_t *len) { return point(s, i, len); }

static bool in_odd_range(unsigned c) { return c >= 0x139 && c <= 0x148; }   /* capitals are the odd ones */

bool vi_is_upper(unsigned c)
{
	if (c < 0x80) return c >= 'A' && c <= 'Z';
	if (c < 0x100) return c >= 0xC0 && c <= 0xDE && c != 0xD7;
	if (c < 0x178) return in_odd_range(c) ? c % 2 == 1 : c % 2 == 0 && c != 0x138;
	if (c == 0x1A0 || c == 0x1AF) return true;
	return c >= 0x1E00 && c <= 0x1EF9 && c % 2 == 0;
}

unsigned vi_lower(unsigned c)
{
	if (!vi_is_upper(c)) return c;
	return c < 0x100 ? c + 32 : c + 1;
}

unsigned vi_upper(unsigned c)
{
	if (c < 0x80) return c >= 'a' && c <= 'z' ? c - 32 : c;
	if (c < 0x100) return c >= 0xE0 && c != 0xF7 && c != 0xFF ? c - 32 : c;
	return vi_is_upper(c - 1) ? c - 1 : c;
}

static bool is_letter(unsigned c)
{
	if (c < 0x80) return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
	return (c >= 0xC0 && c != 0xD7 && c != 0xF7 && c < 0x2000) || (c >= 0x2C00 && c < 0xFE00 && !(c >= 0x3000 && c < 0x3040));
}

static bool is_digit(unsigned c) { return c >= '0' && c <= '9'; }

void vi_put(struct buf *out, unsigned c)
{
	if (c < 0x80) { buf_char(out, (char)c); return; }
	if (c < 0x800) buf_char(out, (char)(0xC0 | c >> 6));
	else if (c < 0x10000) { buf_char(out, (char)(0xE0 | c >> 12)); buf_char(out, (char)(0x80 | (c >> 6 & 63))); }
	else { buf_char(out, (char)(0xF0 | c >> 18)); buf_char(out, (char)(0x80 | (c >> 12 & 63))); buf_char(out, (char)(0x80 | (c >> 6 & 63))); }
	buf_char(out, (char)(0x80 | (c & 63)));
}

/* second letter with tone -> the tone on the first: o+à -> ò+a */
static const struct { unsigned first, toned, toned_first, plain; } moves[] = {
	{ 'o', 0xE0, 0xF2, 'a' }, { 'o', 0xE1, 0xF3, 'a' }, { 'o', 0x1EA3, 0x1ECF, 'a' }, { 'o', 0xE3, 0xF5, 'a' }, { 'o', 0x1EA1, 0x1ECD, 'a' },
	{ 'o', 0xE8, 0xF2, 'e' }, { 'o', 0xE9, 0xF3, 'e' }, { 'o', 0x1EBB, 0x1ECF, 'e' }, { 'o', 0x1EBD, 0xF5, 'e' }, { 'o', 0x1EB9, 0x1ECD, 'e' },
	{ 'u', 0x1EF3, 0xF9, 'y' }, { 'u', 0xFD, 0xFA, 'y' }, { 'u', 0x1EF7, 0x1EE7, 'y' }, { 'u', 0x1EF9, 0x169, 'y' }, { 'u', 0x1EF5, 0x1EE5, 'y' },
};

/* The moved pair for letters c1 c2 (lower case) closing a syllable; false if nothing moves. */
static bool tone_move(unsigned before, unsigned c1, unsigned c2, unsigned *n1, unsigned *n2)
{
	if (c1 == 'u' && before == 'q')
		return false;
	for (size_t i = 0; i < sizeof moves / sizeof *moves; i++)
		if (moves[i].first == c1 && moves[i].toned == c2) {
			*n1 = moves[i].toned_first;
			*n2 = moves[i].plain;
			return true;
		}
	return false;
}

static void rewrite(struct buf *out, struct str s, bool lower)
{
	unsigned before = 0;
	for (size_t i = 0, l1, l2, l3; i < s.n;) {
		unsigned char plain = (unsigned char)s.p[i], small = plain | 32;
		if (plain < 0x80 && small != 'o' && small != 'u') {
			buf_char(out, (char)(lower && plain >= 'A' && plain <= 'Z' ? small : plain));
			before = plain;
			i++;
			continue;
		}
		unsigned c1 = vi_codepoint(s, i, &l1), n1, n2;
		if ((c1 | 32) == 'o' || (c1 | 32) == 'u') {
			if (i + l1 < s.n) {
				unsigned c2 = vi_codepoint(s, i + l1, &l2);
				bool last = i + l1 + l2 >= s.n || !is_letter(vi_codepoint(s, i + l1 + l2, &l3));
				if (last && tone_move(vi_lower(before), vi_lower(c1), vi_lower(c2), &n1, &n2)) {
					vi_put(out, !lower && vi_is_upper(c1) ? vi_upper(n1) : n1);
					vi_put(out, !lower && vi_is_upper(c2) ? vi_upper(n2) : n2);
					i += l1 + l2;
					before = n2;
					continue;
				}
			}
		}
		vi_put(out, lower ? vi_lower(c1) : c1);
		before = c1;
		i += l1;
	}
}

void vi_fold(struct buf *out, struct str s) { rewrite(out, s, true); }
void vi_tone(struct buf *out, struct str s) { rewrite(out, s, false); }

/* Code points below TABLE, looked at once: what they are and their lower case. Beyond there are letters without case, and marks. */
enum { LETTER = 1, UPPER = 2, DIGIT = 4, BLANK = 8, TONED = 16, TABLE = 0x2000 };   /* TONED: a vowel whose tone may move back */
static struct { unsigned short low, is; } table[TABLE];

/* What may begin at a byte: a letter, a digit, a blank; JOIN: behind a word, what it may go on with. */
enum { BYTE_LETTER = 1, BYTE_DIGIT = 2, BYTE_BLANK = 4, BYTE_JOIN = 8 };
static unsigned char byte_is[256];

static void bytes_fill(void)
{
	for (unsigned c = 0; c < 0x80; c++)
		byte_is[c] = (unsigned char)((table[c].is & LETTER ? BYTE_LETTER : 0) | (table[c].is & DIGIT ? BYTE_DIGIT : 0) | (table[c].is & BLANK ? BYTE_BLANK : 0));
	for (unsigned c = 0xC3; c < 0x100; c++)
		byte_is[c] = BYTE_LETTER;
	byte_is['\''] = byte_is['`'] = byte_is[0xC2] = BYTE_JOIN;
	byte_is[0xE2] = BYTE_LETTER | BYTE_JOIN;
}

static void table_fill(void)
{
	for (unsigned c = 0; c < TABLE; c++) {
		unsigned low = vi_lower(c), is = (is_letter(c) ? LETTER : 0u) | (vi_is_upper(c) ? UPPER : 0u) | (is_digit(c) ? DIGIT : 0u);
		is |= c == ' ' || (c >= 9 && c <= 13) ? BLANK : 0u;
		table[c].low = (unsigned short)low;
		table[c].is = (unsigned short)is;
	}
	for (size_t i = 0; i < sizeof moves / sizeof *moves; i++) {
		table[moves[i].toned].is |= TONED;
		table[vi_upper(moves[i].toned)].is |= TONED;
	}
	bytes_fill();
}

static inline unsigned what_is(unsigned c) { return c < TABLE ? table[c].is : is_letter(c) ? LETTER : 0; }

#define FOLD_FACTOR 0x9E3779B97F4A7C15ULL

/* The hash of what vi_fold would write, over its code points. It can step back by two, for a tone that moves. */
struct folding { unsigned long long hash, hash1, hash2; unsigned last, last1, last2; bool moved; };

static inline void fold_point(struct folding *f, unsigned c)
{
	unsigned low = c < TABLE ? table[c].low : c;
	f->hash2 = f->hash1;
	f->hash1 = f->hash;
	f->hash = (f->hash ^ low) * FOLD_FACTOR;
	f->last2 = f->last1;
	f->last1 = f->last;
	f->last = low;
}

static inline void fold_letters_end(struct folding *f)
{
	unsigned n1, n2;
	if (!(what_is(f->last) & TONED) || !tone_move(f->last2, f->last1, f->last, &n1, &n2))
		return;
	*f = (struct folding){ .hash = f->hash2, .last = f->last2, .moved = true };
	fold_point(f, n1);
	fold_point(f, n2);
}

static struct folding folded(struct str s)
{
	struct folding f = { .hash = STR_HASH_SEED };
	if (!table['a'].low)
		table_fill();
	for (size_t i = 0, len; i < s.n; i += len) {
		unsigned c = (unsigned char)s.p[i];
		len = 1;
		if (c >= 0x80)
			c = point(s, i, &len);
		if (!(what_is(c) & LETTER))
			fold_letters_end(&f);
		fold_point(&f, c);
	}
	fold_letters_end(&f);
	return f;
}

unsigned long long token_fold(struct str s) { return folded(s).hash; }

struct str vi_capital(struct arena *a, struct str s)
{
	static struct buf b;
	size_t len;
	unsigned c = s.n ? vi_codepoint(s, 0, &len) : 0;
	if (vi_upper(c) == c)
		return s;
	buf_clear(&b);
	vi_put(&b, vi_upper(c));
	buf_add(&b, str_sub(s, len, s.n));
	return arena_dup(a, buf_str(&b));
}

static void tokens_grow(struct tokens *out, unsigned more)
{
	unsigned cap = out->cap ? out->cap : 256;
	while (cap - out->n < more)
		cap *= 2;
	out->t = realloc(out->t, cap * sizeof *out->t);
	if (!out->t)
		diag_fatal("out of memory");
	out->cap = cap;
}

static bool is_apostrophe(unsigned c) { return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0xB4 || c == '`'; }

/* The word that starts at t->start, letter by letter; an apostrophe between letters stays inside (H'Yim). */
static void word_spelt(struct str s, struct token *t)
{
	unsigned letter[SYLLABLE_MOST + 1], read = 0, letters = 0, capitals = 0;
	struct folding f = { .hash = STR_HASH_SEED };
	size_t i = t->start, len, next;
	for (; i < s.n; i += len) {
		unsigned c = point(s, i, &len), is = what_is(c);
		if (is & LETTER) {
			letters++;
			capitals += (is & UPPER) != 0;
		} else if (is_apostrophe(c) && letters < 3 && capitals && i + len < s.n && what_is(point(s, i + len, &next)) & LETTER) {
			fold_letters_end(&f);
		} else {
			break;
		}
		fold_point(&f, c);
		if (read <= SYLLABLE_MOST)
			letter[read++] = c;
	}
	fold_letters_end(&f);
	t->end = (unsigned)i;
	t->caps = letters > 1 && letters == capitals;
	t->mended = f.moved;
	t->foreign = !t->caps && syllable_foreign(letter, read);
	known_tell(t, f.hash);
	t->signs |= t->upper ? SIGN_UPPER : 0;
}

/* Kept as words are, but for bytes that are no UTF-8. In a phrase of the lexicon the dash of a page is a hyphen. */
static void mark(struct str s, struct token *t)
{
	size_t len;
	unsigned c = point(s, t->start, &len);
	struct spelling w = { 0 };
	memcpy(&w.head, s.p + t->start, len);
	const struct known_word *known = c ? known_find(w) : NULL;
	t->end = t->start + (unsigned)len;
	t->looks = known ? known->looks : (struct token_looks){ .kind = TOKEN_MARK };
	if (known)
		return;
	known_tell(t, (STR_HASH_SEED ^ (c == 0x2013 ? '-' : c)) * FOLD_FACTOR);
	if (c && (len > 1 || c < 0x80))
		known_keep(w, t->looks);
}

/* Whether a word goes on behind byte i, where spelling() stopped: over an apostrophe, in letters beyond U+2000. */
static bool may_go_on(struct str s, size_t i)
{
	const unsigned char *p = (const unsigned char *)s.p + i;
	size_t left = s.n - i;
	if (p[0] == 0xC2)
		return left > 1 && p[1] == 0xB4;
	if (p[0] == 0xE2 && left > 2 && p[1] == 0x80)
		return p[2] == 0x98 || p[2] == 0x99;
	return true;
}

/* Bit i: byte i is no ASCII letter and below 0x80, or is 0xC2 or 0xE2, which no letter of a Vietnamese word has. */
static inline unsigned word_stops(bytes16 v)
{
	unsigned letters = bytes_mask(bytes_in(v | 0x20, 'a', 'z')) | bytes_mask(v);
	return (~letters & 0xFFFF) | bytes_mask(bytes_are(v, 0xC2) | bytes_are(v, 0xE2));
}

/* The first n bytes of sixteen, n at most SPELLING. */
static inline struct spelling spelt(bytes16 v, size_t n)
{
	typedef unsigned long long halves __attribute__((vector_size(16)));
	halves h = (halves)(v & bytes_first(n));
	return (struct spelling){ h[0], (unsigned)h[1] };
}

/* The bytes from `from` on as the spelling of a word. Returns their end; `from` where they are too many, or the word may go on. */
static inline size_t spelling(struct str s, size_t from, struct spelling *w)
{
	bytes16 v = bytes_load(s.p + from);
	unsigned n = (unsigned)__builtin_ctz(word_stops(v) | 1u << (SPELLING + 1));
	*w = spelt(v, n > SPELLING ? SPELLING : n);
	size_t end = from + n;
	return n > SPELLING || (byte_is[(unsigned char)s.p[end]] & BYTE_JOIN && may_go_on(s, end)) ? from : end;
}

/* A token that begins with a letter, or with bytes that look so and are none. */
static inline void word(struct str s, struct token *t)
{
	struct spelling w;
	size_t end = spelling(s, t->start, &w), len;
	const struct known_word *known = known_find(w);
	if (known && end > t->start) {
		t->end = (unsigned)end;
		t->looks = known->looks;
		return;
	}
	unsigned c = point(s, t->start, &len), is = what_is(c);
	if (!(is & LETTER)) {
		mark(s, t);
		return;
	}
	t->looks = (struct token_looks){ .kind = TOKEN_WORD, .upper = (is & UPPER) != 0 };
	word_spelt(s, t);
	if (t->end == end)
		known_keep(w, t->looks);
}

/* The spelling of a run of at most SPELLING bytes. */
static inline struct spelling run_spelling(struct str text, const struct token *run) { return spelt(bytes_load(text.p + run->start), run->end - run->start); }

static bool is_year(struct str s, const struct token *t) { return t->end - t->start == 4 && s.p[t->start] == '2' && s.p[t->start + 1] == '0'; }

/* Days, months and years of our time are kept as words are. */
static void number(struct str s, struct token *t)
{
	unsigned long long fold = STR_HASH_SEED;
	for (t->end = t->start; t->end < s.n && is_digit((unsigned char)s.p[t->end]); t->end++)
		fold = (fold ^ (unsigned char)s.p[t->end]) * FOLD_FACTOR;
	t->looks = (struct token_looks){ .kind = TOKEN_NUMBER };
	known_tell(t, fold);
	t->signs |= SIGN_NUMBER;
	if ((t->end - t->start <= 2 || is_year(s, t)) && !known_find(run_spelling(s, t)))
		known_keep(run_spelling(s, t), t->looks);
}

/* The token at t->start, whatever stands there. */
static void cut_one(struct str text, struct token *t)
{
	unsigned is = byte_is[(unsigned char)text.p[t->start]];
	if (is & BYTE_LETTER)
		word(text, t);
	else if (is & BYTE_DIGIT)
		number(text, t);
	else
		mark(text, t);
}

/* The tokens from byte i to the next blank or the end, one by one. Returns that place. */
static size_t cut_to_blank(struct tokens *out, struct str text, size_t i)
{
	while (i < text.n && !(byte_is[(unsigned char)text.p[i]] & BYTE_BLANK)) {
		if (out->n == out->cap)
			tokens_grow(out, 1);
		struct token *t = &out->t[out->n++];
		t->start = (unsigned)i;
		cut_one(text, t);
		t->glued = true;
		i = t->end;
	}
	return i;
}

/* What is cut of a text so far. start: where the next run begins, NONE: none is open; last: where the last token ended. */
enum { NONE = 0xFFFFFFFF };
struct cutting { struct tokens *out; struct str text; unsigned start, last; };

/* The text with blanks behind it, so that a block may be read anywhere. */
static struct str padded(struct str text)
{
	static struct buf b;
	buf_clear(&b);
	buf_reserve(&b, text.n + 2 * BLOCK);
	buf_add(&b, text);
	memset(b.p + text.n, ' ', 2 * BLOCK);
	return buf_str(&b);
}

/* The run of t a token: one met before, if the run may be it. Returns false where the token goes further than the run, or not so far. */
static inline bool take_run(struct str text, struct token *t, bool joins)
{
	unsigned start = t->start, end = t->end, n = end - start;
	const struct known_word *known = n > SPELLING ? NULL : known_find(spelt(bytes_load(text.p + start), n));
	if (known && !(joins && byte_is[(unsigned char)text.p[end]] & BYTE_JOIN && may_go_on(text, end))) {
		t->looks = known->looks;
		return true;
	}
	cut_one(text, t);
	return t->end == end;
}

/* The runs that end in the block at `base`, as tokens. Returns false behind one that is no token as it stands. */
static bool cut_block(struct cutting *c, unsigned base, struct runs r)
{
	struct token *t = c->out->t + c->out->n;
	const struct str text = c->text;
	unsigned start = c->start, last = c->last;
	bool as_seems = true;
	if (start == NONE && r.starts)
		start = base + next_bit(&r.starts);
	while (r.ends) {
		t->start = start;
		t->end = base + next_bit(&r.ends);
		as_seems = take_run(text, t, r.joins);
		t->glued = start == last;
		last = t++->end;
		start = NONE;
		if (!as_seems || !r.starts)
			break;
		start = base + next_bit(&r.starts);
	}
	c->out->n = (unsigned)(t - c->out->t);
	c->start = start;
	c->last = last;
	return as_seems;
}

/* A few words, one behind the other: less than a block costs. */
static void cut_short(struct tokens *out, struct str text)
{
	for (size_t i = 0; i < text.n; i++) {
		unsigned first = out->n;
		i = cut_to_blank(out, text, i);
		if (out->n > first)
			out->t[first].glued = false;
	}
}

/* Behind the last one that stands in no phrase, so that nobody need ask whether another follows. */
static void cut_end(struct tokens *out)
{
	if (out->n == out->cap)
		tokens_grow(out, 1);
	out->t[out->n] = (struct token){ 0 };
}

void tokens_cut(struct tokens *out, struct str text)
{
	enum { SHORT = 24 };           /* bytes */
	if (!table['a'].low)
		table_fill();
	if (text.n <= SHORT) {
		out->n = 0;
		cut_short(out, padded(text));
		cut_end(out);
		return;
	}
	struct cutting c = { out, padded(text), NONE, NONE };
	struct kinds kinds = { .blanks = ~0ULL };
	out->n = 0;
	for (size_t at = 0; at <= text.n; at += BLOCK) {
		struct runs runs;
		if (out->cap - out->n < BLOCK)
			tokens_grow(out, BLOCK);
		runs_find(c.text.p + at, &kinds, &runs);
		if (cut_block(&c, (unsigned)at, runs))
			continue;
		at = cut_to_blank(out, c.text, c.last) - BLOCK;        /* to go on from there */
		kinds = (struct kinds){ .blanks = ~0ULL };
		c.start = NONE;
	}
	cut_end(out);
}

void tokens_free(struct tokens *t)
{
	free(t->t);
	*t = (struct tokens){ 0 };
}
