/* seen.h - which documents came before in this run: at most 32 bytes a document, the one thing here that grows with the input. */
#ifndef TABLE_SEEN_H
#define TABLE_SEEN_H
#include "base/str.h"

/* Whether this id was handed in before. Told by a hash of 64 bits. */
bool seen_before(struct str doc);
#endif
