/* known.h - words met before. By its bytes: how a word is written, so that token.c looks at its letters once. By its
 * fold: the number that the lexicon gave to it, so that the trie's edges need no hash. Both tables are the process's. */
#ifndef VI_KNOWN_H
#define VI_KNOWN_H
#include "vi/token.h"

/* The bytes of a word of at most 12, the first lowest. No word has a NUL, so that the length needs no place. */
enum { SPELLING = 12 };
struct spelling { unsigned long long head; unsigned tail; };

/* The looks of a word with that spelling. Nothing is kept where the spelling is 0. */
struct known_word { unsigned long long head; unsigned tail; struct token_looks looks; };

/* Two places a word, side by side: the last two that fell there. */
enum { KNOWN_SETS = 1 << 13 };
_Static_assert(sizeof(struct known_word) == 16, "two pairs are a line of the cache");
extern struct known_word known_words[KNOWN_SETS][2];

static inline size_t known_place(struct spelling s)
{
	return (size_t)((s.head + s.tail * 5ULL) * 0x9E3779B97F4A7C15ULL >> 51);
}

/* NULL where nothing is known. */
static inline const struct known_word *known_at(size_t place, struct spelling s)
{
	const struct known_word *w = known_words[place];
	w += w->head != s.head;
	return w->head == s.head && w->tail == s.tail ? w : NULL;
}
static inline const struct known_word *known_find(struct spelling s) { return known_at(known_place(s), s); }
void known_keep(struct spelling s, struct token_looks looks);
/* Words are to be looked at anew: what is told of them is told otherwise from now on. */
void known_forget(void);

/* While on, every token that is met gets a number: 1, 2, 3 ... */
void known_teach(bool on);
/* How many there are; each token's number becomes as[number], the same in another order. */
unsigned known_numbers(void);
void known_renumber(const unsigned short *as);
/* The number of a folded token; 0 if it was given none. */
unsigned known_number(unsigned long long fold);
/* A folded token has that sign, too, from now on; of six bits. */
void known_sign(unsigned long long fold, unsigned char sign);
/* Gives the token the number and the signs of its fold. */
void known_tell(struct token *t, unsigned long long fold);
/* The same, given now if need be. */
unsigned known_learn(unsigned long long fold);
#endif
