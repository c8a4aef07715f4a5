/* topic.c - "Ông Vũ Đại làm Chủ tịch" -> hashes of [ông vũ] [vũ đại] [đại làm] ([làm chủ], [chủ tịch] are common).
 * Two syllables are a pair when one blank parts them. Case is folded on the bytes: no table of letters is needed to compare. */
#include "segment/topic.h"
#include "base/bytes.h"
#include "base/csv.h"
#include "base/diag.h"
#include "segment/tables.h"

enum { FADE = 3000 };

static unsigned char common[1 << 13];
static unsigned char fold[256];      /* of ASCII: letters in lower case, digits; 0: no part of a syllable */

/* Folded value of the letter of several bytes at p, *bytes their number; 0: no letter. */
static inline unsigned letter(const unsigned char *p, const unsigned char *end, unsigned *bytes, bool *capital)
{
	unsigned c = p[0];
	if (c == 0xE1 && end - p >= 3) {                  /* U+1Exx: even ones are capitals */
		*bytes = 3;
		*capital = !(p[2] & 1);
		return 0x10000u | (unsigned)p[1] << 8 | p[2] | 1;
	}
	if (c < 0xC3 || c > 0xC6 || end - p < 2)
		return 0;
	*bytes = 2;
	*capital = c == 0xC3 ? p[1] < 0xA0 : c == 0xC6 ? p[1] == 0xA0 || p[1] == 0xAF : !(p[1] & 1);
	unsigned low = c == 0xC3 ? p[1] | 0x20u : c == 0xC6 && p[1] == 0xAF ? 0xB1 : p[1] | 1u;
	return c << 8 | low;
}

/* Hash of the syllable that starts at *at, *at moved behind it; 0: none starts there. *upper: it starts with a capital. */
static unsigned spelt(const unsigned char **at, const unsigned char *end, bool *upper)
{
	const unsigned char *p = *at;
	unsigned hash = 0;
	while (p < end) {
		unsigned bytes = 1, c = fold[*p];
		bool capital = *p >= 'A' && *p <= 'Z';
		if (*p >= 0x80)
			c = letter(p, end, &bytes, &capital);
		if (!c)
			break;
		*upper = p == *at ? capital : *upper;
		hash = (hash ^ c) * 0x01000193u + 1;
		p += bytes;
	}
	*at = p;
	return hash;
}

/* Syllables met before, by their bytes. */
struct known { unsigned long long key[2]; unsigned hash; bool upper; };
enum { KNOWN = 1 << 12 };
static struct known known[KNOWN];

/* The first n bytes at p, zeros behind them, and where they are kept in `known`. */
static struct known *key_of(const unsigned char *p, unsigned n, unsigned long long key[2])
{
	bytes16 v = bytes_load(p) & bytes_first(n);
	memcpy(key, &v, sizeof v);
	return &known[((key[0] * 0x9E3779B97F4A7C15ULL) ^ (key[1] * 0xC2B2AE3D27D4EB4FULL)) >> 52];
}

/* Where syllables may end: at blanks, and the marks that ASCII has before the digits. Bit i: byte from + i. */
enum { SPAN = 1024 };
struct parting { size_t from, to; unsigned char bits[SPAN / 8 + sizeof(unsigned long long)]; };   /* known for the places from `from` to `to` */

/* Reads up to 31 bytes behind s. */
static void part(struct parting *a, struct str s, size_t from)
{
	a->from = from;
	a->to = from + SPAN - BYTES;
	for (size_t i = 0; i < SPAN && from + i < s.n + BYTES; i += BYTES) {
		unsigned short m = (unsigned short)bytes_mask(bytes_in(bytes_load(s.p + from + i), 0, '/'));
		memcpy(a->bits + i / 8, &m, sizeof m);
	}
}

/* Bytes from `at` to the next parting, BYTES where none is near. */
static inline unsigned parted(struct parting *a, struct str s, size_t at)
{
	if (at >= a->to)
		part(a, s, at);
	unsigned long long near;
	memcpy(&near, a->bits + (at - a->from) / 8, sizeof near);
	return (unsigned)__builtin_ctzll(near >> (at - a->from) % 8 | 1u << BYTES);
}

/* The same as spelt for the syllable of n bytes (if it ends there), without reading letters where it is known. Fifteen bytes behind it may be read. */
static inline unsigned syllable(const unsigned char **at, const unsigned char *end, unsigned n, bool *upper)
{
	const unsigned char *p = *at;
	unsigned long long key[2];
	n = n > end - p ? (unsigned)(end - p) : n;
	if (n == 0)
		return 0;
	if (n == BYTES)
		return spelt(at, end, upper);
	struct known *k = key_of(p, n, key);
	if (k->key[0] == key[0] && k->key[1] == key[1]) {
		*at = p + n;
		*upper = k->upper;
		return k->hash;
	}
	unsigned hash = spelt(at, end, upper);
	if (*at == p + n)
		*k = (struct known){ { key[0], key[1] }, hash, *upper };
	return hash;
}

/* Writes at most TOPIC_PAIRS ids, returns how many. A byte that belongs to no letter parts syllables, whatever it is part of.
 * behind: LINE_BEHIND bytes behind s may be read. */
static unsigned each_pair(unsigned *out, struct str s, bool behind, bool all)
{
	const unsigned char *start = (const unsigned char *)s.p, *p = start, *end = p + s.n;
	struct parting partings;
	unsigned before = 0, n = 0;
	bool upper_before = false, upper = false;
	partings.to = 0;
	while (p < end && n < TOPIC_PAIRS) {
		unsigned now = behind ? syllable(&p, end, parted(&partings, s, (size_t)(p - start)), &upper) : spelt(&p, end, &upper);
		unsigned id = ((before * 0x9E3779B1u) ^ (now * 0x85EBCA6Bu)) >> 16;
		out[n] = id | ((upper_before & upper) ? TOPIC_NAME : 0u);          /* overwritten where it is none, or not wanted */
		n += (before != 0) & (now != 0) & (all | !(common[id >> 3] >> (id & 7) & 1));
		before = p < end && *p == ' ' ? now : 0;
		upper_before = upper;
		p++;
	}
	return n;
}

/* Ids of the last lines looked at; line.pairs is 1 + where they start, counted from the program's start, and their number in the low bits. */
enum { RING = 1 << 15, LOW = 7 };
static unsigned ring[RING];
static unsigned long long head;

struct pairs topic_pairs(struct line *l, struct str text)
{
	unsigned long long at = l->pairs >> LOW;
	if (l->pairs == 0 || head - (at - 1) > RING - TOPIC_PAIRS) {
		if (head % RING + TOPIC_PAIRS > RING)
			head += RING - head % RING;
		unsigned n = each_pair(&ring[head % RING], line_str(text, l), true, false);
		at = head + 1;
		l->pairs = at << LOW | n;
		head += n;
	}
	return (struct pairs){ &ring[(at - 1) % RING], (unsigned)(l->pairs & ((1u << LOW) - 1)) };
}

static void row(void *ctx, unsigned long line, const struct str *f, unsigned n)
{
	(void)ctx;
	unsigned id[TOPIC_PAIRS];
	if (line == 1)
		return;
	if (each_pair(id, n ? f[0] : STR(""), false, true) != 1)
		diag_at(DIAG_USAGE, "common.csv", line, "a row is two syllables with a blank between");
	else
		common[(id[0] & 0xFFFF) >> 3] |= (unsigned char)(1 << (id[0] & 7));
}

void topic_load(const char *dir)
{
	static struct arena a;
	for (unsigned c = 0; c < 128; c++)
		fold[c] = c >= 'A' && c <= 'Z' ? (unsigned char)(c + 32) : (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? (unsigned char)c : 0;
	struct str text = table_text(dir, "common.csv", &a);
	if (text.p)
		csv_read(text, row, NULL);
}

void bag_clear(struct bag *b)
{
	if (b->added)
		memset(b->bits[0], 0, sizeof b->bits[0]);
	if (b->added >= FADE)
		memset(b->bits[1], 0, sizeof b->bits[1]);
	b->added = 0;
}

unsigned bag_add(struct bag *b, struct pairs p)
{
	unsigned old = 0;
	for (unsigned i = 0; i < p.n; i++)
		old += bag_has(b, p.id[i]);
	if (b->added % FADE + p.n >= FADE) {
		memcpy(b->bits[1], b->bits[0], sizeof b->bits[1]);
		memset(b->bits[0], 0, sizeof b->bits[0]);
	}
	b->added += p.n;
	for (unsigned i = 0; i < p.n; i++) {
		unsigned id = p.id[i] & 0xFFFF;
		b->bits[0][id >> 3] |= (unsigned char)(1 << (id & 7));
	}
	return old;
}
