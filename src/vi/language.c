/* language.c - Vietnamese by its letters (one in seven is found in no other language: 3 in 100 bytes are enough); else by the script of most
 * letters; else by words: toned Vietnamese syllables, syllables typed without marks, function words of other languages. */
#include "vi/language.h"
#include "base/bytes.h"
#include "base/csv.h"
#include "base/diag.h"
#include "base/resource.h"
#include "vi/syllable.h"
#include "vi/token.h"
#include <stdlib.h>

enum { MAX_WORDS = 512, MAX_LANGUAGES = 16, FEW_WORDS = 12, ENOUGH = 1 << 16 };

static struct known_word { unsigned long long fold; unsigned language; } word[MAX_WORDS];   /* by fold */
static const char *language[MAX_LANGUAGES];
static unsigned words, languages;
static struct arena memory;

static unsigned numbered(struct str name, unsigned long line)
{
	for (unsigned i = 0; i < languages; i++)
		if (str_eq(name, str_c(language[i])))
			return i;
	if (languages == MAX_LANGUAGES) {
		diag_at(DIAG_USAGE, "languages.csv", line, "more than %d languages", MAX_LANGUAGES);
		exit(DIAG_USAGE);
	}
	language[languages] = arena_dup(&memory, name).p;
	return languages++;
}

static void row(void *ctx, unsigned long line, const struct str *f, unsigned n)
{
	(void)ctx;
	if (line == 1)
		return;
	if (n < 2 || words == MAX_WORDS) {
		diag_at(DIAG_USAGE, "languages.csv", line, "a row is language and word; there may be %d", MAX_WORDS);
		exit(DIAG_USAGE);
	}
	word[words].fold = token_fold(f[1]);
	word[words++].language = numbered(f[0], line);
}

static int by_fold(const void *x, const void *y)
{
	const struct known_word *a = x, *b = y;
	return (a->fold > b->fold) - (a->fold < b->fold);
}

void languages_load(const char *dir)
{
	csv_read(resource_text(dir, "languages.csv", &memory), row, NULL);
	qsort(word, words, sizeof *word, by_fold);
}

/* The first of the words that is not before `fold`. */
static unsigned word_from(unsigned long long fold)
{
	unsigned low = 0, high = words;
	while (low < high) {
		unsigned mid = (low + high) / 2;
		if (word[mid].fold < fold)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* Letters that no other language has, by their first two bytes: E1BAxx and E1BBxx, Đ đ Ă ă, Ơ ơ Ư ư. Read is the byte behind the sixteen, too. */
static bytes16 own_letters(const char *p)
{
	bytes16 here = bytes_load(p), next = bytes_load(p + 1), odd = next | 1;
	return (bytes_are(here, 0xE1) & bytes_are(odd, 0xBB)) | (bytes_are(here, 0xC4) & (bytes_are(odd, 0x91) | bytes_are(odd, 0x83))) |
	       (bytes_are(here, 0xC6) & (bytes_are(odd, 0xA1) | bytes_in(next, 0xAF, 0xB0)));
}

/* Stops as soon as there are enough: after a fifth of a Vietnamese page. */
static bool letters_tell(struct str s)
{
	enum { STEP = 16 * BYTES };
	size_t own = 0, enough = s.n * 3 / 100 + (s.n * 3 % 100 > 0);
	for (size_t i = 0, to; i < s.n && own < enough; i = to) {
		bytes16 n = { 0 };
		for (to = i; to + BYTES < s.n && to - i < STEP; to += BYTES)
			n -= own_letters(s.p + to);
		if (to + BYTES >= s.n) {
			char end[BYTES + 1] = { 0 };
			memcpy(end, s.p + to, s.n - to);
			n -= own_letters(end);
			to = s.n;
		}
		own += bytes_sum(n);
	}
	return s.n && own >= enough;
}

static const struct { unsigned from, to; const char *language; } scripts[] = {
	{ 0x0400, 0x052F, "ru" }, { 0x0600, 0x06FF, "ar" }, { 0x0E00, 0x0E7F, "th" }, { 0x0E80, 0x0EFF, "lo" }, { 0x1780, 0x17FF, "km" },
	{ 0x3040, 0x30FF, "ja" }, { 0x3400, 0x9FFF, "zh" }, { 0xAC00, 0xD7AF, "ko" },
};
enum { SCRIPTS = sizeof scripts / sizeof *scripts };

/* The language of a script that has most of the letters; kana make Japanese of Han letters. NULL: Latin letters have most. */
static const char *script_tells(struct str s)
{
	size_t n[SCRIPTS] = { 0 }, latin = 0, all = 0, best = 0, len;
	for (size_t i = 0; i < s.n; i += len) {
		unsigned c = vi_codepoint(s, i, &len);
		latin += (c | 32) >= 'a' && (c | 32) <= 'z' && c < 128;
		for (size_t k = 0; c >= 0x400 && k < SCRIPTS; k++)
			if (c >= scripts[k].from && c <= scripts[k].to) {
				n[k]++;
				all++;
			}
	}
	for (size_t k = 1; k < SCRIPTS; k++)
		best = n[k] > n[best] ? k : best;
	if (all <= latin)
		return NULL;
	return n[5] * 10 > all ? "ja" : scripts[best].language;
}

static const char *words_tell(struct str s)
{
	static struct tokens t;
	unsigned n = 0, toned = 0, bare = 0, of[MAX_LANGUAGES] = { 0 }, best = 0;
	tokens_cut(&t, s);
	for (unsigned i = 0; i < t.n; i++) {
		unsigned cp[8], letters = 0, own = 0;
		size_t len;
		if (t.t[i].kind != TOKEN_WORD)
			continue;
		n++;
		for (size_t k = t.t[i].start; k < t.t[i].end && letters < 8; k += len) {
			cp[letters] = vi_codepoint(s, k, &len);
			own += syllable_letter(cp[letters++]);
		}
		toned += own && syllable_is(cp, letters, false);
		bare += letters > 1 && syllable_is(cp, letters, true);
		unsigned long long fold = token_fold(str_sub(s, t.t[i].start, t.t[i].end));
		for (unsigned k = word_from(fold); k < words && word[k].fold == fold; k++)   /* "la" is of four */
			of[word[k].language]++;
	}
	if (n < FEW_WORDS || toned * 100 >= n * 15)
		return "vi";
	for (unsigned k = 1; k < languages; k++)
		best = of[k] > of[best] ? k : best;
	if (languages && of[best] * 100 >= n * 12)
		return language[best];
	if (bare * 100 >= n * 65)
		return "vi";
	return languages && of[best] * 100 >= n * 5 ? language[best] : "und";
}

const char *language_guess(struct str s)
{
	if (letters_tell(s))
		return "vi";
	size_t n = s.n < ENOUGH ? s.n : ENOUGH;
	while (n < s.n && ((unsigned char)s.p[n] & 0xC0) == 0x80)
		n++;
	const char *by_script = script_tells(str_sub(s, 0, n));
	return by_script ? by_script : words_tell(str_sub(s, 0, n));
}
