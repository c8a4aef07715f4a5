/* token.c - tokens and folding of Vietnamese text in NFC.
 * "UBND tỉnh, H'Yim 14/6" -> [UBND] [tỉnh] [,] [H'Yim] [14] [/] [6]
 * No dictionary here; combining marks do not occur after NFC for Vietnamese letters and count as letters where they do. */
#include "vi/token.h"
#include "base/diag.h"
#include <stdlib.h>

unsigned vi_codepoint(struct str s, size_t i, size_t *len)
{
	const unsigned char *p = (const unsigned char *)s.p + i;
	size_t left = s.n - i;
	if (p[0] < 0x80 || left < 2) { *len = 1; return p[0]; }
	if (p[0] < 0xE0) { *len = 2; return (p[0] & 31u) << 6 | (p[1] & 63u); }
	if (p[0] < 0xF0 && left > 2) { *len = 3; return (p[0] & 15u) << 12 | (p[1] & 63u) << 6 | (p[2] & 63u); }
	if (left < 4) { *len = 1; return 0xFFFD; }
	*len = 4;
	return (p[0] & 7u) << 18 | (p[1] & 63u) << 12 | (p[2] & 63u) << 6 | (p[3] & 63u);
}

static bool in_odd_range(unsigned c) { return c >= 0x139 && c <= 0x148; }   /* capitals are the odd ones */

bool vi_is_upper(unsigned c)
{
	if (c < 0x80) return c >= 'A' && c <= 'Z';
	if (c < 0x100) return c >= 0xC0 && c <= 0xDE && c != 0xD7;
	if (c < 0x178) return in_odd_range(c) ? c % 2 == 1 : c % 2 == 0 && c != 0x138;
	if (c == 0x1A0 || c == 0x1AF) return true;
	return c >= 0x1E00 && c <= 0x1EF9 && c % 2 == 0;
}

unsigned vi_lower(unsigned c)
{
	if (!vi_is_upper(c)) return c;
	return c < 0x100 ? c + 32 : c + 1;
}

unsigned vi_upper(unsigned c)
{
	if (c < 0x80) return c >= 'a' && c <= 'z' ? c - 32 : c;
	if (c < 0x100) return c >= 0xE0 && c != 0xF7 && c != 0xFF ? c - 32 : c;
	return vi_is_upper(c - 1) ? c - 1 : c;
}

static bool is_letter(unsigned c)
{
	if (c < 0x80) return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
	return (c >= 0xC0 && c != 0xD7 && c != 0xF7 && c < 0x2000) || (c >= 0x2C00 && c < 0xFE00 && !(c >= 0x3000 && c < 0x3040));
}

static bool is_digit(unsigned c) { return c >= '0' && c <= '9'; }

void vi_put(struct buf *out, unsigned c)
{
	if (c < 0x80) { buf_char(out, (char)c); return; }
	if (c < 0x800) buf_char(out, (char)(0xC0 | c >> 6));
	else if (c < 0x10000) { buf_char(out, (char)(0xE0 | c >> 12)); buf_char(out, (char)(0x80 | (c >> 6 & 63))); }
	else { buf_char(out, (char)(0xF0 | c >> 18)); buf_char(out, (char)(0x80 | (c >> 12 & 63))); buf_char(out, (char)(0x80 | (c >> 6 & 63))); }
	buf_char(out, (char)(0x80 | (c & 63)));
}

/* second letter with tone -> the tone on the first: o+à -> ò+a */
static const struct { unsigned first, toned, toned_first, plain; } moves[] = {
	{ 'o', 0xE0, 0xF2, 'a' }, { 'o', 0xE1, 0xF3, 'a' }, { 'o', 0x1EA3, 0x1ECF, 'a' }, { 'o', 0xE3, 0xF5, 'a' }, { 'o', 0x1EA1, 0x1ECD, 'a' },
	{ 'o', 0xE8, 0xF2, 'e' }, { 'o', 0xE9, 0xF3, 'e' }, { 'o', 0x1EBB, 0x1ECF, 'e' }, { 'o', 0x1EBD, 0xF5, 'e' }, { 'o', 0x1EB9, 0x1ECD, 'e' },
	{ 'u', 0x1EF3, 0xF9, 'y' }, { 'u', 0xFD, 0xFA, 'y' }, { 'u', 0x1EF7, 0x1EE7, 'y' }, { 'u', 0x1EF9, 0x169, 'y' }, { 'u', 0x1EF5, 0x1EE5, 'y' },
};

/* The moved pair for letters c1 c2 (lower case) closing a syllable; false if nothing moves. */
static bool tone_move(unsigned before, unsigned c1, unsigned c2, unsigned *n1, unsigned *n2)
{
	if (c1 == 'u' && before == 'q')
		return false;
	for (size_t i = 0; i < sizeof moves / sizeof *moves; i++)
		if (moves[i].first == c1 && moves[i].toned == c2) {
			*n1 = moves[i].toned_first;
			*n2 = moves[i].plain;
			return true;
		}
	return false;
}

static void rewrite(struct buf *out, struct str s, bool lower)
{
	unsigned before = 0;
	for (size_t i = 0, l1, l2, l3; i < s.n;) {
		unsigned c1 = vi_codepoint(s, i, &l1), n1, n2;
		if ((c1 | 32) == 'o' || (c1 | 32) == 'u') {
			if (i + l1 < s.n) {
				unsigned c2 = vi_codepoint(s, i + l1, &l2);
				bool last = i + l1 + l2 >= s.n || !is_letter(vi_codepoint(s, i + l1 + l2, &l3));
				if (last && tone_move(vi_lower(before), vi_lower(c1), vi_lower(c2), &n1, &n2)) {
					vi_put(out, !lower && vi_is_upper(c1) ? vi_upper(n1) : n1);
					vi_put(out, !lower && vi_is_upper(c2) ? vi_upper(n2) : n2);
					i += l1 + l2;
					before = n2;
					continue;
				}
			}
		}
		vi_put(out, lower ? vi_lower(c1) : c1);
		before = c1;
		i += l1;
	}
}

void vi_fold(struct buf *out, struct str s) { rewrite(out, s, true); }
void vi_tone(struct buf *out, struct str s) { rewrite(out, s, false); }

unsigned long long token_fold(struct str s)
{
	static struct buf b;
	buf_clear(&b);
	vi_fold(&b, s);
	return str_hash(STR_HASH_SEED, buf_str(&b));
}

struct str vi_capital(struct arena *a, struct str s)
{
	if (s.n == 0)
		return s;
	struct buf b = { 0 };
	size_t len;
	vi_put(&b, vi_upper(vi_codepoint(s, 0, &len)));
	buf_add(&b, str_sub(s, len, s.n));
	struct str r = arena_dup(a, buf_str(&b));
	buf_free(&b);
	return r;
}

static struct token *token_new(struct tokens *out)
{
	if (out->n == out->cap) {
		out->cap = out->cap ? out->cap * 2 : 256;
		out->t = realloc(out->t, out->cap * sizeof *out->t);
		if (!out->t)
			diag_fatal("out of memory");
	}
	return &out->t[out->n++];
}

static bool is_apostrophe(unsigned c) { return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0xB4 || c == '`'; }

/* End of the word that starts at i; an apostrophe between letters stays inside (H'Yim). */
static size_t word_end(struct str s, size_t i, unsigned *letters, unsigned *capitals)
{
	size_t len, next;
	*letters = *capitals = 0;
	while (i < s.n) {
		unsigned c = vi_codepoint(s, i, &len);
		if (is_letter(c)) {
			++*letters;
			*capitals += vi_is_upper(c);
		} else if (!(is_apostrophe(c) && *letters && *letters < 3 && *capitals && i + len < s.n && is_letter(vi_codepoint(s, i + len, &next)))) {
			break;
		}
		i += len;
	}
	return i;
}

void tokens_cut(struct tokens *out, struct str text)
{
	out->n = 0;
	for (size_t i = 0, len; i < text.n;) {
		unsigned c = vi_codepoint(text, i, &len);
		if (c == ' ' || (c >= 9 && c <= 13)) { i += len; continue; }
		struct token t = { .start = i, .end = i + len, .kind = TOKEN_MARK };
		if (is_letter(c)) {
			unsigned letters, capitals;
			t.kind = TOKEN_WORD;
			t.end = word_end(text, i, &letters, &capitals);
			t.upper = vi_is_upper(c);
			t.caps = letters > 1 && letters == capitals;
		} else if (is_digit(c)) {
			t.kind = TOKEN_NUMBER;
			while (t.end < text.n && is_digit((unsigned char)text.p[t.end]))
				t.end++;
		}
		t.glued = out->n && out->t[out->n - 1].end == t.start;
		t.fold = token_fold(str_sub(text, t.start, t.end));
		*token_new(out) = t;
		i = t.end;
	}
}

void tokens_free(struct tokens *t)
{
	free(t->t);
	*t = (struct tokens){ 0 };
}
