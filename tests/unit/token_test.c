/* token_test.c - reading code points against utf8proc for all short byte strings, and cutting tokens of any bytes: it ends, tokens do not
 * overlap, and none begins inside a character. */
#include "vi/token.h"
#include <stdio.h>
#include <unistd.h>
#include <utf8proc.h>

static unsigned long failed;

static bool tail(char c) { return ((unsigned char)c & 0xC0) == 0x80; }

static void look(const char *p, size_t n)
{
	static struct tokens t;
	struct str s = { p, n };
	utf8proc_int32_t want;
	size_t len, end = 0;
	utf8proc_ssize_t read = utf8proc_iterate((const utf8proc_uint8_t *)p, (utf8proc_ssize_t)n, &want);
	unsigned got = vi_codepoint(s, 0, &len);
	bool surrogate = got >= 0xD800 && got < 0xE000, beyond = got > 0x10FFFF;      /* let through: mending takes care of them */
	bool ok = surrogate || beyond || (read > 0 ? got == (unsigned)want && len == (size_t)read : got == 0xFFFD && len == 1);
	tokens_cut(&t, s);
	for (unsigned i = 0; i < t.n; i++) {
		ok &= t.t[i].start >= end && t.t[i].end > t.t[i].start && t.t[i].end <= n;
		end = t.t[i].end;
	}
	if (read == (utf8proc_ssize_t)n)      /* one whole character: nothing of it is cut off */
		for (unsigned i = 0; i < t.n; i++)
			ok &= !tail(p[t.t[i].start]);
	if (!ok && failed++ < 10)
		printf("%zu bytes, %02x %02x %02x: U+%04X of %zu bytes, utf8proc U+%04X of %ld\n", n, (unsigned char)p[0], (unsigned char)p[1], (unsigned char)p[2], got, len, (unsigned)want, (long)read);
}

int main(void)
{
	static const char some[] = "\x00\x20y9\x7f\x80\x9f\xa0\xb1\xbf\xc0\xc2\xe0\xe1\xed\xef\xf0\xf4\xff";
	char s[4];
	alarm(60);       /* a cut that does not end */
	for (int a = 0; a < 256; a++)
		for (int b = 0; b < 256; b++) {
			s[0] = (char)a;
			s[1] = (char)b;
			look(s, 1);
			look(s, 2);
			for (int c = 0; c < 256; c++) {
				s[2] = (char)c;
				look(s, 3);
			}
			for (size_t c = 0; c < sizeof some - 1; c++)
				for (size_t d = 0; d < sizeof some - 1; d++) {
					s[2] = some[c];
					s[3] = some[d];
					look(s, 4);
				}
		}
	printf("%d passed, %d failed\n", failed == 0, failed != 0);
	return failed != 0;
}
