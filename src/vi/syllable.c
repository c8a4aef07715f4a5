/* syllable.c - "nghiêng" = onset ngh + rhyme iêng, tone ngang; "giếng" = gi + êng; "quốc" = qu + ôc; "hộp" = h + ôp with nặng.
 * Onsets and rhymes are packed into numbers (letters 1-33, six bits each) and looked up in tables. */
#include "vi/syllable.h"
#include "base/csv.h"
#include "base/diag.h"
#include "base/resource.h"
#include "vi/known.h"
#include "vi/token.h"
#include <stdlib.h>

enum { ONSET, RHYME, BARE, LISTS, MAX_PARTS = 400, PLACES = 1 << 10 };

static unsigned part[LISTS][PLACES];   /* by a hash; 0: free, no onset or rhyme has that number */
static unsigned parts[LISTS];

/* Every toned form, level tone first, of the twelve vowels; the order of the letters' numbers. */
static const unsigned vowel[12][6] = {
	{ 'a', 0xE1, 0xE0, 0x1EA3, 0xE3, 0x1EA1 }, { 0x103, 0x1EAF, 0x1EB1, 0x1EB3, 0x1EB5, 0x1EB7 }, { 0xE2, 0x1EA5, 0x1EA7, 0x1EA9, 0x1EAB, 0x1EAD },
	{ 'e', 0xE9, 0xE8, 0x1EBB, 0x1EBD, 0x1EB9 }, { 0xEA, 0x1EBF, 0x1EC1, 0x1EC3, 0x1EC5, 0x1EC7 }, { 'i', 0xED, 0xEC, 0x1EC9, 0x129, 0x1ECB },
	{ 'o', 0xF3, 0xF2, 0x1ECF, 0xF5, 0x1ECD },   { 0xF4, 0x1ED1, 0x1ED3, 0x1ED5, 0x1ED7, 0x1ED9 }, { 0x1A1, 0x1EDB, 0x1EDD, 0x1EDF, 0x1EE1, 0x1EE3 },
	{ 'u', 0xFA, 0xF9, 0x1EE7, 0x169, 0x1EE5 },  { 0x1B0, 0x1EE9, 0x1EEB, 0x1EED, 0x1EEF, 0x1EF1 }, { 'y', 0xFD, 0x1EF3, 0x1EF7, 0x1EF9, 0x1EF5 },
};
static const unsigned char plain[12] = { 'a', 'a', 'a', 'e', 'e', 'i', 'o', 'o', 'o', 'u', 'u', 'y' };

struct letter { unsigned char code, bare, tone; };    /* code: 'a'-'z', 128 + vowel, 127 for đ; 0: no letter of the alphabet */
static struct letter low[0x200], high[0x100];         /* code points below 0x200, and 0x1E00-0x1EFF */

static struct letter letter_of(unsigned c) { return c < 0x200 ? low[c] : c >= 0x1E00 && c < 0x1F00 ? high[c - 0x1E00] : (struct letter){ 0 }; }

static void letter_set(unsigned c, struct letter l)
{
	unsigned up = vi_upper(c);
	*(c < 0x200 ? &low[c] : &high[c - 0x1E00]) = l;
	*(up < 0x200 ? &low[up] : &high[up - 0x1E00]) = l;
}

static void letters_init(void)
{
	for (unsigned c = 'a'; c <= 'z'; c++)
		letter_set(c, (struct letter){ (unsigned char)c, (unsigned char)c, 0 });
	for (unsigned v = 0; v < 12; v++)
		for (unsigned t = 0; t < 6; t++)
			letter_set(vowel[v][t], (struct letter){ (unsigned char)(vowel[v][0] < 128 ? vowel[v][0] : 128 + v), plain[v], (unsigned char)t });
	letter_set(0x111, (struct letter){ 127, 'd', 0 });
	low[0xD0] = low[0xF0] = low[0x111];           /* eth, written for đ */
}

static unsigned number(unsigned char code) { return code >= 128 ? code - 128 + 28u : code == 127 ? 27u : code - 'a' + 1u; }

static unsigned packed(const struct letter *l, unsigned n, bool bare)
{
	unsigned key = 0;
	for (unsigned i = 0; i < n; i++)
		key = key << 6 | number(bare ? l[i].bare : l[i].code);
	return key;
}

/* Where the number stands in the list's table, or could. */
static unsigned *place(unsigned list, unsigned key)
{
	unsigned i = key * 0x9E3779B1u >> 22;
	while (part[list][i] && part[list][i] != key)
		i = (i + 1) % PLACES;
	return &part[list][i];
}

static bool in_list(unsigned list, unsigned key) { return *place(list, key) != 0; }

static void add(unsigned list, unsigned key, unsigned long line)
{
	unsigned *p = place(list, key);
	if (!*p && parts[list]++ == MAX_PARTS) {
		diag_at(DIAG_USAGE, "syllables.csv", line, "more than %d parts of a kind", MAX_PARTS);
		exit(DIAG_USAGE);
	}
	*p = key;
}

static void row(void *ctx, unsigned long line, const struct str *f, unsigned n)
{
	(void)ctx;
	struct letter l[8];
	unsigned k = 0;
	size_t len;
	if (line == 1)
		return;
	for (size_t i = 0; n >= 2 && i < f[1].n && k < 8; i += len)
		l[k++] = letter_of(vi_codepoint(f[1], i, &len));
	bool onset = n >= 2 && str_eq(f[0], STR("onset"));
	if (n < 2 || k == 0 || k > 4 || (!onset && !str_eq(f[0], STR("rhyme")))) {
		diag_at(DIAG_USAGE, "syllables.csv", line, "a row is onset or rhyme, and one to four letters without tone");
		exit(DIAG_USAGE);
	}
	add(onset ? ONSET : RHYME, packed(l, k, false), line);
	if (!onset)
		add(BARE, packed(l, k, true), line);
}

void syllables_load(const char *dir)
{
	static struct arena a;
	known_forget();
	letters_init();
	csv_read(resource_text(dir, "syllables.csv", &a), row, NULL);
}

unsigned syllable_untoned(unsigned cp)
{
	static unsigned short bare[0x200 + 0x100];     /* as low and high, 0: the letter itself */
	unsigned at = cp < 0x200 ? cp : cp >= 0x1E00 && cp < 0x1F00 ? cp - 0x1E00 + 0x200 : 0;
	if (!bare[0xE1])
		for (unsigned v = 0; v < 12; v++)
			for (unsigned t = 1; t < 6; t++)
				bare[vowel[v][t] < 0x200 ? vowel[v][t] : vowel[v][t] - 0x1E00 + 0x200] = (unsigned short)vowel[v][0];
	return bare[at] ? bare[at] : cp;
}

bool syllable_letter(unsigned cp) { return cp >= 128 && letter_of(cp).code; }

static bool stopped(const struct letter *l, unsigned n)
{
	unsigned char last = l[n - 1].code;
	return last == 'c' || last == 'p' || last == 't' || (last == 'h' && n > 1 && l[n - 2].code == 'c');
}

bool syllable_is(const unsigned *cp, unsigned n, bool bare)
{
	struct letter l[SYLLABLE_MOST];
	unsigned tone = 0, tones = 0;
	if (n == 0 || n > SYLLABLE_MOST)
		return false;
	for (unsigned i = 0; i < n; i++) {
		l[i] = letter_of(cp[i]);
		if (!l[i].code)
			return false;
		if (l[i].tone) {
			tone = l[i].tone;
			tones++;
		}
	}
	if (tones > 1 || (!bare && stopped(l, n) && tone != 1 && tone != 5))
		return false;
	for (unsigned k = 0; k < n && k <= 3; k++)
		if (n - k <= 4 && (k == 0 || in_list(ONSET, packed(l, k, bare))) && in_list(bare ? BARE : RHYME, packed(l + k, n - k, bare)))
			return true;
	return false;
}

bool syllable_foreign(const unsigned *letter, unsigned n) { return parts[ONSET] && n > 1 && !syllable_is(letter, n, true); }
