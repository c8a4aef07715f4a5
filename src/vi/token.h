/* token.h - a text in NFC cut into syllables, numbers and single marks, and the hash of their folded forms.
 * Folding: Vietnamese lower case, tone put where the document types have it (hoà -> hòa, uỷ -> ủy). The text itself is not changed. */
#ifndef VI_TOKEN_H
#define VI_TOKEN_H
#include "base/arena.h"
#include "base/buf.h"

enum token_kind { TOKEN_WORD, TOKEN_NUMBER, TOKEN_MARK };

/* What its bytes tell of a token, in a struct of its own so that it is copied in one go, and in the token under the same names. */
#define TOKEN_LOOKS \
	unsigned short number;    /* what the lexicon counts it as (known.h); 0: it stands in no phrase */ \
	unsigned char signs;      /* those of its folded form (known.h), SIGN_NUMBER, SIGN_UPPER */ \
	unsigned char kind : 2;   /* enum token_kind */ \
	bool upper : 1;           /* first letter is a capital */ \
	bool caps : 1;            /* every letter is a capital (and there are at least two) */ \
	bool foreign : 1;         /* a word of two letters or more, not in capitals, that no syllable of syllables.csv is spelt like; false \
	                             while syllables_load was not called */ \
	bool mended : 1           /* vi_tone changes it: its tone stands on the wrong letter */
struct token_looks { TOKEN_LOOKS; };
enum { SIGN_NUMBER = 64, SIGN_UPPER = 128 };   /* kind is TOKEN_NUMBER; upper */

struct token {
	unsigned start, end;      /* bytes of the text */
	union { struct { TOKEN_LOOKS; }; struct token_looks looks; };
	bool glued;               /* nothing stands between it and the token before */
};
_Static_assert(sizeof(struct token) == 16, "four tokens are a line of the cache");

struct tokens { struct token *t; unsigned n, cap; };

/* t[n], which is no token, has the number 0. */
void tokens_cut(struct tokens *out, struct str text);
void tokens_free(struct tokens *t);
/* The folded form of one phrase or token, as text. */
void vi_fold(struct buf *out, struct str s);
unsigned long long token_fold(struct str s);
/* Whether token t of `text` is `word`, given folded ("tại"; none that ends in "õe" or "ũy", which fold from a longer form). It compares
 * bytes where they tell, and folds only what differs in case or in the place of the tone. */
static inline bool token_is(const struct token *t, struct str text, struct str word)
{
	const char *p = text.p + t->start;
	size_t n = word.n;
	if (t->end - t->start != n)
		return false;
	if (memcmp(p, word.p, n) == 0)
		return true;
	bool first = ((p[0] ^ word.p[0]) & 0xDF) == 0 || (word.p[0] & 0x80);
	bool last = ((p[n - 1] ^ word.p[n - 1]) & 0xDF) == 0 || ((p[n - 1] | word.p[n - 1]) & 0x80);
	return first && last && token_fold(str_sub(text, t->start, t->end)) == token_fold(word);
}
/* Tone mended to the side the documents use, letters' case kept: "Uỷ ban" -> "Ủy ban". */
void vi_tone(struct buf *out, struct str s);
/* Code point at byte i of valid UTF-8, and its length. */
unsigned vi_codepoint(struct str s, size_t i, size_t *len);
bool vi_is_upper(unsigned cp);
unsigned vi_lower(unsigned cp);
unsigned vi_upper(unsigned cp);
void vi_put(struct buf *out, unsigned cp);
/* First letter made a capital; s itself where it is one. */
struct str vi_capital(struct arena *a, struct str s);
#endif
