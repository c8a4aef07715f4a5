/* escape.c - text into HTML: `Ông "<An>" & bà` -> Ông &quot;&lt;An&gt;&quot; &amp; bà
 * A right-to-left override is kept, but boxed in <bdi> and named, so that it moves nothing else and a reader sees that it is there;
 * a control character that HTML cannot hold is replaced by its picture (U+0000 -> U+2400). */
#include "html/escape.h"
#include <stdio.h>

static const struct { unsigned from, to; } unseen[] = {
	{ 0x00, 0x08 },     { 0x0B, 0x1F },     { 0x7F, 0x9F },     { 0xAD, 0xAD },     { 0x061C, 0x061C },   { 0x200B, 0x200B },
	{ 0x200E, 0x200F }, { 0x2028, 0x202E }, { 0x2060, 0x206F }, { 0xFEFF, 0xFEFF }, { 0xE0000, 0xE007F },
};

static bool is_unseen(unsigned c)
{
	for (size_t i = 0; i < sizeof unseen / sizeof *unseen; i++)
		if (c >= unseen[i].from && c <= unseen[i].to)
			return true;
	return false;
}

/* Could the character that starts with this byte be an unseen one? Most Vietnamese letters can not. */
static bool suspect(unsigned char c) { return c < 0x20 || c == 0x7F || c == 0xC2 || c == 0xD8 || c == 0xE2 || c == 0xEF || c == 0xF3; }

static unsigned decode(struct str s, size_t i, size_t *n)
{
	unsigned char c = (unsigned char)s.p[i];
	size_t more = c >= 0xF0 ? 3 : c >= 0xE0 ? 2 : c >= 0xC0 ? 1 : 0;
	unsigned v = more ? c & (0x3Fu >> more) : c;
	*n = 1;
	for (; more && i + *n < s.n; more--)
		v = v << 6 | ((unsigned char)s.p[i + (*n)++] & 0x3Fu);
	return v;
}

static const char *reference(char c)
{
	switch (c) {
	case '&': return "&amp;";
	case '<': return "&lt;";
	case '>': return "&gt;";
	case '"': return "&quot;";
	case '\'': return "&#39;";
	default: return NULL;
	}
}

static void put_unseen(struct buf *out, unsigned c, struct str bytes, bool attribute)
{
	char name[48];
	snprintf(name, sizeof name, attribute ? "[U+%04X]" : "<bdi class=u title=\"U+%04X\">", c);
	buf_add(out, str_c(name));
	if (attribute)
		return;
	if (c < 0x20 || c == 0x7F) {
		buf_add(out, STR("\xE2\x90"));   /* control pictures, U+2400 ... U+2421 */
		buf_char(out, (char)(0x80 + (c == 0x7F ? 0x21 : c)));
	} else {
		buf_add(out, bytes);
	}
	buf_add(out, STR("</bdi>"));
}

static void put(struct buf *out, struct str s, bool attribute)
{
	size_t from = 0, i = 0, n;
	while (i < s.n) {
		const char *ref = reference(s.p[i]);
		unsigned c = 0;
		n = 1;
		if (!ref && (!suspect((unsigned char)s.p[i]) || !is_unseen(c = decode(s, i, &n)))) {
			i += n;
			continue;
		}
		buf_add(out, str_sub(s, from, i));
		if (ref)
			buf_add(out, str_c(ref));
		else
			put_unseen(out, c, str_sub(s, i, i + n), attribute);
		i += n;
		from = i;
	}
	buf_add(out, str_sub(s, from, s.n));
}

void html_text(struct buf *out, struct str s) { put(out, s, false); }
void html_attr(struct buf *out, struct str s) { put(out, s, true); }
