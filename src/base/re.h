/* re.h - PCRE2 patterns, compiled once with JIT, UTF and UCP on, \C off, limits set. The only user of PCRE2.
 * Subjects must be valid UTF-8 (they come out of json_parse or normalise): it is not checked again. */
#ifndef BASE_RE_H
#define BASE_RE_H
#include "base/str.h"

enum { RE_GROUPS = 16 };
struct re;
struct re_match { struct str group[RE_GROUPS]; int n; };   /* group[0] is the whole; a group that took no part has p == NULL */

/* A pattern that does not compile ends the program with status 2, naming `where` (a lexicon row or a source line). */
struct re *re_compile(const char *pattern, bool caseless, const char *where);
/* First match at or after byte `from`; with `anchored`, only right there. A match-limit hit is counted, not taken for "none". */
bool re_find(const struct re *re, struct str subject, size_t from, bool anchored, struct re_match *m);
unsigned long re_limit_hits(void);
#endif
