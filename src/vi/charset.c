/* charset.c - rows "TCVN3,B8,á", "VNI,E1,+0302 0301" (marks for the letter before), "VISCII,iconv,VISCII", "VNI,base,CP1252" (bytes
 * below C0 without a row of their own), "TCVN3,alias,ABC" -> 256 cells an encoding. Letters of several bytes (VNI) come out as base and marks. */
#include "vi/charset.h"
#include "base/csv.h"
#include "base/diag.h"
#include "base/resource.h"
#include "vi/token.h"
#include <ctype.h>
#include <errno.h>
#include <iconv.h>
#include <stdlib.h>

enum { MAX_CHARSETS = 16, MAX_ALIASES = 32 };

static struct arena memory;
static struct charset set[MAX_CHARSETS];
static struct { const char *alias; const struct charset *of; } alias[MAX_ALIASES];
static unsigned sets, aliases;
static int latin[256];              /* windows-1252 code points of 0x80-0xFF */

bool charset_same_name(struct str a, const char *b)
{
	size_t i = 0;
	for (; i < a.n && b[i]; i++)
		if (tolower((unsigned char)a.p[i]) != tolower((unsigned char)b[i]))
			return false;
	return i == a.n && !b[i];
}

static _Noreturn void refuse(unsigned long line, const char *what)
{
	diag_at(DIAG_USAGE, "encodings.csv", line, "%s", what);
	exit(DIAG_USAGE);
}

/* The C library's code point of every byte from 0x80 to below `below`, and of the controls where it has letters there. */
static void from_iconv(struct charset *c, struct str table, unsigned below, unsigned long line)
{
	char name[64] = "";
	memcpy(name, table.p, table.n < sizeof name ? table.n : sizeof name - 1);
	iconv_t cd = iconv_open("UTF-8", name);
	if (cd == (iconv_t)-1 && errno == EINVAL)      /* the C library says so of want of memory too: a table that is there opens now */
		cd = iconv_open("UTF-8", name);
	if (cd == (iconv_t)-1 && errno == ENOMEM)
		diag_fatal("out of memory");
	if (cd == (iconv_t)-1)
		refuse(line, "the C library has no such table");
	for (unsigned b = 1; b < below; b++) {
		char in[1] = { (char)b }, out[16], *ip = in, *op = out;
		size_t in_n = 1, out_n = sizeof out, len;
		iconv(cd, NULL, NULL, NULL, NULL);
		if (iconv(cd, &ip, &in_n, &op, &out_n) == (size_t)-1 || iconv(cd, NULL, NULL, &op, &out_n) == (size_t)-1 || op == out)
			continue;
		unsigned cp = vi_codepoint(str_range(out, op), 0, &len);
		if (!c->text[b][0] && (b >= 128 || cp != b))
			c->text[b][0] = cp;
	}
	iconv_close(cd);
}

static void cell(struct charset *c, unsigned byte, struct str text, unsigned long line)
{
	unsigned n = 0;
	size_t len;
	if (text.p[0] != '+')
		for (size_t i = 0; i < text.n && n < CHARSET_TEXT - 1; i += len)
			c->text[byte][n++] = vi_codepoint(text, i, &len);
	else
		for (size_t i = 1; i + 4 <= text.n && n < CHARSET_TEXT - 1; i += 5) {
			char hex[5] = "";
			memcpy(hex, text.p + i, 4);
			c->text[byte][n++] = (unsigned)strtoul(hex, NULL, 16);
		}
	if (!n || !c->text[byte][0])
		refuse(line, "the text of the byte is empty or no code points");
}

static struct charset *named(struct str name, unsigned long line)
{
	for (unsigned i = 0; i < sets; i++)
		if (charset_same_name(name, set[i].name))
			return &set[i];
	if (sets == MAX_CHARSETS)
		refuse(line, "too many encodings");
	set[sets].name = arena_dup(&memory, name).p;
	return &set[sets++];
}

static void row(void *ctx, unsigned long line, const struct str *f, unsigned n)
{
	(void)ctx;
	if (line == 1)
		return;
	if (n < 3 || !f[0].n || !f[2].n)
		refuse(line, "a row needs encoding, byte and text");
	struct charset *c = named(f[0], line);
	if (str_eq(f[1], STR("iconv"))) {
		from_iconv(c, f[2], 256, line);
	} else if (str_eq(f[1], STR("base"))) {
		return;                              /* the second reading: after the rows of single bytes */
	} else if (str_eq(f[1], STR("capitals"))) {
		c->no_capitals = true;
	} else if (str_eq(f[1], STR("alias"))) {
		if (aliases == MAX_ALIASES)
			refuse(line, "too many aliases");
		alias[aliases].alias = arena_dup(&memory, f[2]).p;
		alias[aliases++].of = c;
	} else {
		char hex[3] = "", *end = hex;
		memcpy(hex, f[1].p, f[1].n < 2 ? f[1].n : 2);
		unsigned byte = (unsigned)strtoul(hex, &end, 16);
		if (f[1].n != 2 || *end || !byte)
			refuse(line, "byte is two hexadecimal digits, iconv, base, capitals or alias");
		cell(c, byte, f[2], line);
	}
}

static void base_row(void *ctx, unsigned long line, const struct str *f, unsigned n)
{
	(void)ctx;
	if (n >= 3 && str_eq(f[1], STR("base")))
		from_iconv(named(f[0], line), f[2], 0xC0, line);
}

void charsets_load(const char *dir)
{
	struct str text = resource_text(dir, "encodings.csv", &memory);
	if (!csv_read(text, row, NULL) || !csv_read(text, base_row, NULL))
		refuse(0, "not CSV");
	struct charset cp1252 = { 0 };
	from_iconv(&cp1252, STR("CP1252"), 256, 0);
	for (unsigned b = 128; b < 256; b++)
		latin[b] = cp1252.text[b][0] ? (int)cp1252.text[b][0] : (int)b;
	for (unsigned i = 0; i < sets; i++)
		for (unsigned b = 0; b < 128; b++)
			if (!set[i].text[b][0])
				set[i].text[b][0] = b;
}

const struct charset *charset_find(struct str name)
{
	for (unsigned i = 0; i < sets; i++)
		if (charset_same_name(name, set[i].name))
			return &set[i];
	for (unsigned i = 0; i < aliases; i++)
		if (charset_same_name(name, alias[i].alias))
			return alias[i].of;
	return NULL;
}

int charset_latin_byte(unsigned c)
{
	if (c < 256)
		return (int)c;
	for (int b = 0x80; c < 0x3000 && b < 0xA0; b++)
		if (latin[b] == (int)c)
			return b;
	return -1;
}
