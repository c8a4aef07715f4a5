/* lists.h - lexicon/lists.csv: short named lists of words that the programs ask for by name ("number word"), with a value for some.
 * For what is looked up in a name or a cell; phrases that are looked for in running text stand in the tables of lexicon.h. */
#ifndef VI_LISTS_H
#define VI_LISTS_H
#include "base/buf.h"
#include "vi/lexicon.h"

struct list_word { struct str phrase, value; unsigned long line; };

/* Part of lexicon_load: a list in two pieces or a word twice in a list is said, status 2. */
void lists_load(struct lexicon *lex);
/* The words of a list in the table's order, and how many; a list that is not there ends the program with status 2. */
const struct list_word *lists_words(const char *list, unsigned *n);
bool lists_known(struct str list);
/* The word of the list that s is, case and place of tone aside; NULL: none. */
const struct list_word *lists_find(const char *list, struct str s);
/* The first word of the list that stands in text with no letter at either end, in the case it has in the table; NULL: none. */
const struct list_word *lists_stands(const char *list, struct str text);
/* The word of the list that ends text, with no letter before it, in the case it has in the table; NULL: none. */
const struct list_word *lists_ends(const char *list, struct str text);
/* The word of the list that text begins with, with no letter behind it. */
const struct list_word *lists_starts(const char *list, struct str text);
/* The name of list i; p NULL behind the last. */
struct str lists_name(unsigned i);
#endif
