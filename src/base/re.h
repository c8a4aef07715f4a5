/* re.h - PCRE2 patterns, compiled once with JIT, UTF and UCP on, \C off, limits set. The only user of PCRE2.
 * Subjects must be valid UTF-8 (they come out of json_parse or normalise): it is not checked again. */
#ifndef BASE_RE_H
#define BASE_RE_H
#include "base/buf.h"

enum { RE_GROUPS = 16, RE_WHY = 256 };
struct re;
struct re_match { struct str group[RE_GROUPS]; int n; };   /* group[0] is the whole; a group that took no part has p == NULL */

/* NULL: it does not compile, and `why` says the reason. */
struct re *re_compile(struct str pattern, bool caseless, char why[RE_WHY]);
void re_free(struct re *re);
/* Adds the pattern that matches the phrase and nothing else. */
void re_literal(struct buf *pattern, struct str phrase);
unsigned re_groups(const struct re *re);          /* how many groups the pattern has */
bool re_may_be_empty(const struct re *re);        /* whether it may match no byte at all */
/* First match at or after byte `from`; with `anchored`, only right there. A match-limit hit is counted, not taken for "none". */
bool re_find(struct re *re, struct str subject, size_t from, bool anchored, struct re_match *m);
unsigned long re_limit_hits(void);
#endif
