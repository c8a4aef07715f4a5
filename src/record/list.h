/* list.h - a short list of distinct strings, as the multi-valued columns hold them. */
#ifndef RECORD_LIST_H
#define RECORD_LIST_H
#include "base/json.h"

enum { LIST_MAX = 32 };
struct list { struct str v[LIST_MAX]; unsigned n; };

/* Adds s unless it is empty or there already; what a full list cannot take is counted. */
void list_add(struct list *l, struct str s);
unsigned long list_lost(void);     /* how often that was, in all lists of the run */
void list_put_member(struct buf *out, const char *key, const struct list *l);
#endif
