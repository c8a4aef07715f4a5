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
