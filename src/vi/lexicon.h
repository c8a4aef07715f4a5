/* lexicon.h - the phrases of lexicon/<table>.csv in one token trie: leftmost-longest, word-bounded, over folded tokens.
 * The tables built into the program and those of --lexicon DIR go through the same loader. */
#ifndef VI_LEXICON_H
#define VI_LEXICON_H
#include "vi/token.h"

enum lexicon_class { LEX_TITLE, LEX_BODY, LEX_ABBREVIATION, LEX_PLACE, LEX_NAME, LEX_HONORIFIC, LEX_MEETING, LEX_ROLE, LEX_WORD, LEX_LINK, LEX_CLASSES };

struct lexicon_entry {
	enum lexicon_class cls;
	struct str surface, value, kind, more;   /* columns 1, 2, 3, 4 of the table */
	struct str rule;                         /* "titles:phó bí thư": the table and the phrase */
	unsigned next;
};

/* n: tokens of the phrase, 0 if there is no entry; first: the first byte of the entry's value, 0 if it is empty. */
struct lexicon_hit { const struct lexicon_entry *entry; unsigned n; char first; };

struct lexicon;
/* dir NULL: the tables built in, those of lists.h too. A missing, damaged or duplicate row: said with file:line, then exit 2. */
struct lexicon *lexicon_load(const char *dir);
/* Hands over the rows of another table of the same source, built in or --lexicon DIR, but for its head. A table that is no CSV or
 * has a row of another width is said: status 2, with which the caller ends once all that is wrong is said. The cells live for the call. */
typedef void lexicon_row(void *ctx, unsigned long line, const struct str *cell, unsigned n);
void lexicon_rows(struct lexicon *lex, const char *file, lexicon_row *row, void *ctx);
/* What messages call that table: its path under --lexicon DIR, else its name. */
const char *lexicon_path(struct lexicon *lex, const char *file);
/* The longest phrase of every class that starts at token i: a row by class, which lives as long as the lexicon; an entry is NULL where
 * there is none. */
const struct lexicon_hit *lexicon_at(const struct lexicon *lex, const struct tokens *t, unsigned i);
/* How many tokens the longest phrase of a class has that ends with this one; said of its number, so that no phrase need be walked. */
unsigned lexicon_longest(const struct lexicon *lex, const struct token *t, enum lexicon_class cls);
/* The same for every token, and a byte of bits: what lexicon_ask was told of the row, and of[t->signs]. Returns all those bits. */
unsigned lexicon_find(const struct lexicon *lex, const struct tokens *t, const unsigned char of[256], const struct lexicon_hit **hit, unsigned char *told);
/* Asks once for every row that there is; of one without an entry nothing is told. */
typedef unsigned char lexicon_answer(const struct lexicon_hit *row);
void lexicon_ask(struct lexicon *lex, lexicon_answer *answer);
/* Canonical long form of text: abbreviations expanded, tone mended, white space single. */
struct str lexicon_canonical(const struct lexicon *lex, struct arena *a, struct str text);
/* The same of a run of the tokens of `text`. */
struct str lexicon_long_form(const struct lexicon *lex, struct arena *a, struct str text, const struct tokens *t);
#endif
