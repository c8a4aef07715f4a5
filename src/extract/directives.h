/* directives.h - the documents cited in one document, one row each. */
#ifndef EXTRACT_DIRECTIVES_H
#define EXTRACT_DIRECTIVES_H
#include "record/directive.h"

/* Full and short citations of one document joined: same type and number, unless two dates or two symbols keep them apart. */
unsigned directives_collect(const struct sentence *s, unsigned n, struct arena *a, struct directive **out);
/* Whether a citation with this designation is of d. */
bool directive_named(const struct directive *d, struct str designation);
#endif
