/* topic.c - "Ông Vũ Đại làm Chủ tịch" -> hashes of [ông vũ] [vũ đại] [đại làm] ([làm chủ], [chủ tịch] are common).
 * Two syllables are a pair when one blank parts them. Case is folded on the bytes, sixteen at a time: no letter is looked at by itself. */
#include "segment/topic.h"
#include "base/bytes.h"
#include "base/csv.h"
#include "base/diag.h"
#include "segment/tables.h"

enum { FADE = 3000 };

static unsigned char common[1 << 13];

/* Bytes of a line in a row: as they are, between blanks; folded; a bit for each that belongs to a letter or digit. */
enum { SPAN = 512, NEAR = 57 };
struct span {
	size_t from, to;                  /* of the line; syllables that begin before `to` are known */
	char raw[2 + SPAN + BYTES], folded[SPAN + 2 * BYTES];
	unsigned char letters[SPAN / 8 + 2 * BYTES];
};

/* Sixteen bytes at p folded, to `to`; bits of letters: ASCII, what begins with C3..C6, and with E1, whose capitals are one below their small ones,
 * but for C3 (A0 and more is small) and C6 (ƠƯ: A0 and AF, of small ones A1 and B0). */
static inline unsigned fold(const char *p, char *to)
{
	bytes16 here = bytes_load(p), b1 = bytes_load(p - 1), b2 = bytes_load(p - 2);
	bytes16 latin = bytes_in(here | 0x20, 'a', 'z'), c3 = bytes_are(b1, 0xC3), c6 = bytes_are(b1, 0xC6), e1 = bytes_are(b2, 0xE1);
	bytes16 two = bytes_in(here, 0xC3, 0xC6) | bytes_in(b1, 0xC3, 0xC6), three = bytes_are(here, 0xE1) | bytes_are(b1, 0xE1) | e1;
	bytes16 folded = here | ((latin | c3) & 0x20) | ((bytes_in(b1, 0xC4, 0xC5) | e1) & 1);
	folded -= c6 & (bytes_are(here, 0xA0) | bytes_are(here, 0xAF));
	memcpy(to, &folded, sizeof folded);
	return bytes_mask(latin | bytes_in(here, '0', '9') | two | three);
}

static void span_read(struct span *a, struct str s, size_t from)
{
	size_t n = s.n - from < SPAN ? s.n - from : SPAN;
	a->from = from;
	a->to = from + n < s.n ? from + SPAN - NEAR : s.n;
	memset(a->raw, ' ', 2);
	memcpy(a->raw + 2, s.p + from, n);
	memset(a->raw + 2 + n, ' ', BYTES);
	size_t i = 0;
	for (; i < n + 1; i += BYTES) {
		unsigned short m = (unsigned short)fold(a->raw + 2 + i, a->folded + i);
		memcpy(a->letters + i / 8, &m, sizeof m);
	}
	memset(a->letters + i / 8, 0, sizeof(unsigned long long));
}

struct syllable { unsigned hash, bytes, gap; bool upper, blank; };    /* gap: bytes behind it that are none of a letter; blank: that is one blank */

/* What begins at byte i: a syllable or a number, or nothing (of no bytes). */
static inline struct syllable syllable_at(const struct span *a, size_t i)
{
	unsigned long long near, key[2];
	memcpy(&near, a->letters + i / 8, sizeof near);
	near >>= i % 8;                                                   /* NEAR bits of it hold */
	unsigned n = (unsigned)__builtin_ctzll(~near | 1ULL << (NEAR - 1)), gap = (unsigned)__builtin_ctzll((near | 1ULL << NEAR) >> n);
	bytes16 bytes = bytes_load(a->folded + i) & bytes_first(n < BYTES ? n : BYTES);
	memcpy(key, &bytes, sizeof key);
	unsigned char first = (unsigned char)a->folded[i];
	size_t last = i + (first >= 0xC0) + (first >= 0xE0);              /* of the first letter */
	return (struct syllable){ .hash = (unsigned)((key[0] * 0x9E3779B97F4A7C15ULL ^ key[1] * 0xC2B2AE3D27D4EB4FULL) >> 32), .bytes = n, .gap = gap,
				  .upper = a->raw[2 + last] != a->folded[last], .blank = (gap == 1) & (a->raw[2 + i + n] == ' ') };
}

/* Writes at most TOPIC_PAIRS ids, returns how many. all: common ones too. */
static unsigned each_pair(unsigned *out, struct str s, bool all)
{
	struct span a;
	struct syllable before = { 0 };
	unsigned n = 0;
	a.to = 0;
	for (size_t at = 0; at < s.n && n < TOPIC_PAIRS;) {
		if (at >= a.to)
			span_read(&a, s, at);
		struct syllable now = syllable_at(&a, at - a.from);
		unsigned id = ((before.hash * 0x9E3779B1u) ^ (now.hash * 0x1B873593u)) >> 16;
		out[n] = id | ((before.upper & now.upper) ? TOPIC_NAME : 0u);          /* overwritten where it is none, or not wanted */
		n += before.blank & (before.bytes > 0) & (now.bytes > 0) & (all | !(common[id >> 3] >> (id & 7) & 1));
		before = now;
		at += now.bytes + now.gap;
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
		unsigned n = each_pair(&ring[head % RING], line_str(text, l), false);
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
	if (each_pair(id, n ? f[0] : STR(""), true) != 1)
		diag_at(DIAG_USAGE, "common.csv", line, "a row is two syllables with a blank between");
	else
		common[(id[0] & 0xFFFF) >> 3] |= (unsigned char)(1 << (id[0] & 7));
}

void topic_load(const char *dir)
{
	static struct arena a;
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
