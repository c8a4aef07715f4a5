/* language.h - which language a text is in: "vi", another code of BCP 47, or "und". */
#ifndef VI_LANGUAGE_H
#define VI_LANGUAGE_H
#include "base/str.h"

/* lexicon/languages.csv: the function words of other languages written in Latin letters. */
void languages_load(const char *dir);
/* text: valid UTF-8 in NFC. A static string or one of the table. Text too short to tell counts as Vietnamese. */
const char *language_guess(struct str text);
#endif
