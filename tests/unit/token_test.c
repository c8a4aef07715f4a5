/* token_test.c - reading code points against utf8proc for all short byte strings, and cutting tokens of any bytes: it ends, tokens do not
 * overlap, and none begins inside a character; what was met before is cut as it was the first time,
 * and a long text as its words are by themselves. */
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

static bool same(const struct token *a, const struct token *b)
{
	return a->start == b->start && a->end == b->end && a->number == b->number && a->kind == b->kind && a->upper == b->upper && a->caps == b->caps && a->glued == b->glued && a->mended == b->mended;
}

static bool mended_rightly(const struct token *t, struct str text)
{
	static struct buf b;
	struct str s = str_sub(text, t->start, t->end);
	buf_clear(&b);
	vi_tone(&b, s);
	return t->mended == !str_eq(buf_str(&b), s) || s.n == 1;   /* a lone byte becomes U+FFFD */
}

static const char *const piece[] = { "a", "T", "hoà", "Uỷ", "quý", "nghiêng", "THƯỜNG", "trường", "Đ", "×", "đ÷", "'", "’", "´", "`", "“", "”", "–", " ", " ", " ", "\xC2\xA0", "12", ".", "/", "\xC3", "\x80", "\xE1\xBB", "Ⰰ", "あ", "、", "e\xCC\x81", "abcdefghijklmnopqr", "\xF0\x9F\x98\x80" };

/* Texts of pieces drawn at random, each cut twice: the second time its words are known. */
static void known(void)
{
	static struct tokens once, twice;
	unsigned long draw = 1;
	for (int round = 0; round < 200000; round++) {
		struct buf b = { 0 };
		for (int k = 0; k < 6; k++) {
			draw = draw * 6364136223846793005UL + 1442695040888963407UL;
			buf_add(&b, str_c(piece[(draw >> 33) % (sizeof piece / sizeof *piece)]));
		}
		tokens_cut(&once, buf_str(&b));
		tokens_cut(&twice, buf_str(&b));
		bool ok = once.n == twice.n;
		for (unsigned i = 0; ok && i < once.n; i++)
			ok = same(&once.t[i], &twice.t[i]) && mended_rightly(&once.t[i], buf_str(&b));
		if (!ok && failed++ < 10)
			printf("cut otherwise the second time: \"%.*s\"\n", (int)b.n, b.p);
		buf_free(&b);
	}
}

/* Texts of many pieces, and each word between blanks by itself. */
static void long_texts(void)
{
	static struct tokens all, part;
	static struct buf b;
	unsigned long draw = 7;
	for (int round = 0; round < 3000; round++) {
		buf_clear(&b);
		for (int k = 0; k < 60; k++) {
			draw = draw * 6364136223846793005UL + 1442695040888963407UL;
			buf_add(&b, str_c(piece[(draw >> 33) % (sizeof piece / sizeof *piece)]));
		}
		tokens_cut(&all, buf_str(&b));
		unsigned next = 0;
		bool ok = true;
		for (size_t from = 0, to; from < b.n; from = to + 1) {
			for (to = from; to < b.n && b.p[to] != ' '; to++)
				;
			tokens_cut(&part, (struct str){ b.p + from, to - from });
			for (unsigned i = 0; i < part.n && ok; i++, next++) {
				part.t[i].start += (unsigned)from;
				part.t[i].end += (unsigned)from;
				ok = next < all.n && same(&all.t[next], &part.t[i]);
			}
		}
		if ((!ok || next != all.n) && failed++ < 10)
			printf("\"%.*s\" is cut otherwise than its words\n", (int)b.n, b.p);
	}
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
	known();
	long_texts();
	printf("%d passed, %d failed\n", failed == 0, failed != 0);
	return failed != 0;
}
