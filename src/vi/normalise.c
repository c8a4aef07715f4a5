/* normalise.c - "Ð\u1ed3ng  ch\u00ed\u200b" -> "Đồng chí": decode, repair, NFC. ASCII lines are copied without utf8proc. */
#include "vi/normalise.h"
#include "base/diag.h"
#include "base/states.h"
#include <stdlib.h>
#include <utf8proc.h>

static bool is_dropped(utf8proc_int32_t c)
{
	return c == 0xAD || c == 0xFEFF || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || (c < 0x20 && c != '\t') || c == 0x7F || (c >= 0x202A && c <= 0x202E);
}

static bool is_space(utf8proc_int32_t c) { return c == ' ' || c == '\t' || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x3000; }

static utf8proc_int32_t repaired(utf8proc_int32_t c) { return c == 0xD0 || c == 0x189 ? 0x110 : c == 0xF0 ? 0x111 : c; }

/* Text that is normal for certain, by transitions between states (base/states.h). Left out are the odd ones among letters (Ð, ð,
 * U+0189) and whole ranges that hold them: what is no Vietnamese text is for utf8proc. */
enum { OK = STATES_OK, BAD = STATES_BAD, BLANK = 12, TAIL = 18, C3 = 24, C6 = 30, E1 = 36, E2 = 42, E280 = 48 };   /* BLANK: a blank is refused; TAIL: a last byte wanted */
static struct states states;

static void states_fill(void)
{
	for (unsigned from = OK; from <= E280; from += 6)
		states_set(&states, from, 0, 255, BAD);
	for (unsigned from = OK; from <= BLANK; from += BLANK - OK) {
		states_set(&states, from, '!', '~', OK);
		states_set(&states, from, 0xC3, 0xC3, C3);
		states_set(&states, from, 0xC4, 0xC5, TAIL);
		states_set(&states, from, 0xC6, 0xC6, C6);
		states_set(&states, from, 0xE1, 0xE1, E1);
		states_set(&states, from, 0xE2, 0xE2, E2);
	}
	states_set(&states, OK, ' ', ' ', BLANK);
	states_set(&states, TAIL, 0x80, 0xBF, OK);
	states_set(&states, C3, 0x80, 0x8F, OK);
	states_set(&states, C3, 0x91, 0xAF, OK);
	states_set(&states, C3, 0xB1, 0xBF, OK);
	states_set(&states, C6, 0xA0, 0xA1, OK);               /* Ơ ơ Ư ư */
	states_set(&states, C6, 0xAF, 0xB0, OK);
	states_set(&states, E1, 0xBA, 0xBB, TAIL);             /* U+1E80..U+1EFF */
	states_set(&states, E2, 0x80, 0x80, E280);
	states_set(&states, E280, 0x90, 0xA6, OK);             /* dashes, quotes, the ellipsis */
}

bool vi_is_normal(struct str s)
{
	if (!states.next['!'])
		states_fill();
	return states_run(&states, BLANK, s) == OK;
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
