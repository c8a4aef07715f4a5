/* directives.h - citations of official documents in a sentence. */
#ifndef TAG_DIRECTIVES_H
#define TAG_DIRECTIVES_H
#include "tag/tag.h"

/* Reads doctypes.csv, issuers.csv and patterns.csv, once, before the first sentence. A bad row: said with file:line, then exit 2. */
void directives_load(struct lexicon *lex);
/* Adds DIRECTIVE entities: one a document cited, with type, number, symbol, issuer, date and subject as far as the sentence tells. */
void tag_directives(struct tagger *g);
#endif
