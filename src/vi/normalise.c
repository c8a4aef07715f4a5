/* normalise.c - "Ð\u1ed3ng  ch\u00ed\u200b" -> "Đồng chí": decode, repair, NFC. ASCII lines are copied without utf8proc. */
#include "vi/normalise.h"
#include "base/diag.h"
#include <stdlib.h>
#include <utf8proc.h>

static bool is_dropped(utf8proc_int32_t c)
{
	return c == 0xAD || c == 0xFEFF || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || (c < 0x20 && c != '\t') || c == 0x7F || (c >= 0x202A && c <= 0x202E);
}

static bool is_space(utf8proc_int32_t c) { return c == ' ' || c == '\t' || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x3000; }

static utf8proc_int32_t repaired(utf8proc_int32_t c) { return c == 0xD0 || c == 0x189 ? 0x110 : c == 0xF0 ? 0x111 : c; }

/* What a byte asks for: a letter or mark as it is, a blank (single, inside), a sequence of two bytes, three under E1 or E2, all else: utf8proc. */
enum kind { AS_IS, BLANK, TWO, THREE_E1, THREE_E2, ODD };
static unsigned char kind[256];

static void kinds(void)
{
	for (unsigned c = 0; c < 256; c++)
		kind[c] = c > ' ' && c < 0x7F ? AS_IS : c >= 0xC2 && c <= 0xC6 ? TWO : ODD;
	kind[' '] = BLANK;
	kind[0xE1] = THREE_E1;
	kind[0xE2] = THREE_E2;
}

static bool is_tail(unsigned char c) { return (c & 0xC0) == 0x80; }

/* U+00A0 U+00AD, Ð, ð, U+0189 and C1 controls are odd; so is what begins with another byte than C2..C6. */
static bool two_normal(const unsigned char *p)
{
	return is_tail(p[1]) && !(p[0] == 0xC2 && (p[1] == 0xA0 || p[1] == 0xAD)) && !(p[0] == 0xC3 && (p[1] == 0x90 || p[1] == 0xB0)) &&
	       !(p[0] == 0xC6 && p[1] == 0x89);
}

bool vi_is_normal(struct str s)
{
	const unsigned char *p = (const unsigned char *)s.p, *end = p + s.n;
	if (!kind['!' - 1])
		kinds();
	if (s.n == 0 || *p == ' ' || end[-1] == ' ')
		return false;
	while (p < end) {
		switch ((enum kind)kind[*p]) {
		case AS_IS:
			p++;
			continue;
		case BLANK:                             /* the last byte is none, so p[1] is there */
			if (p[1] == ' ')
				return false;
			p++;
			continue;
		case TWO:
			if (end - p < 2 || !two_normal(p))
				return false;
			p += 2;
			continue;
		case THREE_E1:                          /* U+1EA0..U+1EFF */
			if (end - p < 3 || (p[1] != 0xBA && p[1] != 0xBB) || !is_tail(p[2]) || (p[1] == 0xBA && p[2] < 0xA0) || (p[1] == 0xBB && p[2] > 0xB9))
				return false;
			p += 3;
			continue;
		case THREE_E2:                          /* U+2010..U+2026: dashes, quotes, the ellipsis */
			if (end - p < 3 || p[1] != 0x80 || p[2] < 0x90 || p[2] > 0xA6)
				return false;
			p += 3;
			continue;
		case ODD:
			return false;
		}
	}
	return true;
}

unsigned vi_normalise(struct buf *out, struct str s)
{
	static struct buf b;
	unsigned invalid = 0;
	bool space = true, wide = false;
	buf_clear(&b);
	for (size_t i = 0; i < s.n;) {
		utf8proc_int32_t c = 0;
		utf8proc_ssize_t n = 1;
		if ((unsigned char)s.p[i] < 0x80)
			c = s.p[i];
		else
			n = utf8proc_iterate((const utf8proc_uint8_t *)s.p + i, (utf8proc_ssize_t)(s.n - i), &c);
		if (n < 0) {
			c = 0xFFFD;
			n = 1;
			invalid++;
		}
		i += (size_t)n;
		if (is_dropped(c))
			continue;
		if (is_space(c)) {
			if (!space)
				buf_char(&b, ' ');
			space = true;
			continue;
		}
		space = false;
		wide |= c > 0x2FF && !(c >= 0x1EA0 && c <= 0x1EF9) && !(c >= 0x2010 && c <= 0x2026);
		buf_reserve(&b, 4);
		b.n += (size_t)utf8proc_encode_char(repaired(c), (utf8proc_uint8_t *)b.p + b.n);
	}
	if (b.n && b.p[b.n - 1] == ' ')
		b.n--;
	if (!wide) {
		buf_add(out, buf_str(&b));
		return invalid;
	}
	utf8proc_uint8_t *nfc = NULL;
	utf8proc_ssize_t n = utf8proc_map((const utf8proc_uint8_t *)b.p, (utf8proc_ssize_t)b.n, &nfc, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
	if (n < 0)
		diag_fatal("%s", utf8proc_errmsg(n));
	buf_add(out, (struct str){ (const char *)nfc, (size_t)n });
	free(nfc);
	return invalid;
}

unsigned vi_compose(unsigned *cp, unsigned n)
{
	static struct { unsigned key[3], to; } known[1024];   /* letters with one or two marks that compose to one code point */
	unsigned slot = (cp[0] * 31 + (n > 1 ? cp[1] : 0) * 7 + (n > 2 ? cp[2] : 0)) % 1024;
	if (n > 1 && n <= 3 && known[slot].to && known[slot].key[0] == cp[0] && known[slot].key[1] == cp[1] && known[slot].key[2] == (n > 2 ? cp[2] : 0)) {
		cp[0] = known[slot].to;
		return 1;
	}
	utf8proc_uint8_t in[8 * 4 + 1] = { 0 };
	utf8proc_uint8_t *nfc = NULL;
	utf8proc_ssize_t len = 0, all;
	for (unsigned i = 0; i < n && i < 8; i++)
		len += utf8proc_encode_char((utf8proc_int32_t)cp[i], in + len);
	all = utf8proc_map(in, len, &nfc, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
	if (all < 0)
		diag_fatal("%s", utf8proc_errmsg(all));
	unsigned left = 0;
	for (utf8proc_ssize_t i = 0, l; i < all && left < n; i += l) {
		utf8proc_int32_t c;
		l = utf8proc_iterate(nfc + i, all - i, &c);
		unsigned was = cp[left];
		cp[left++] = (unsigned)c;
		if (left == 1 && l == all && n > 1 && n <= 3) {
			known[slot].key[0] = was;
			known[slot].key[1] = cp[1];
			known[slot].key[2] = n > 2 ? cp[2] : 0;
			known[slot].to = (unsigned)c;
		}
	}
	free(nfc);
	return left;
}
