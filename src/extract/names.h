/* names.h - the officials of a document by name. */
#ifndef EXTRACT_NAMES_H
#define EXTRACT_NAMES_H
#include "extract/document.h"

/* Forgets all names; a: arena of the document to come. */
void names_clear(struct arena *a);
/* Makes official i known by its name and by each end of it. */
void names_add(struct document *d, unsigned i);
/* The official who goes by that name, or NULL; one known by a single name so far, its first or last word, is given it in full. */
struct official *names_known(struct document *d, struct str name);
#endif
