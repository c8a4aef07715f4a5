/* syllable.h - whether letters can be a Vietnamese syllable: onset, rhyme and tone as the orthography has them (lexicon/syllables.csv). */
#ifndef VI_SYLLABLE_H
#define VI_SYLLABLE_H
#include "base/str.h"

enum { SYLLABLE_MOST = 7 };   /* letters of the longest syllable: more are none */
void syllables_load(const char *dir);
/* The letters (code points, NFC, any case) are one syllable. One that ends in c, ch, p, t has the tone sắc or nặng. With `bare` the marks may be
 * left out, as in text typed without them. */
bool syllable_is(const unsigned *letter, unsigned n, bool bare);
/* The small vowel without its tone: ộ -> ô; any other letter as it is. */
unsigned syllable_untoned(unsigned cp);
/* A letter of the Vietnamese alphabet outside ASCII. */
bool syllable_letter(unsigned cp);
/* Whether a word has two letters or more and no syllable is spelt like it, tones apart; false while the table is not loaded. */
bool syllable_foreign(const unsigned *letter, unsigned n);
#endif
