/* explain.h - extract-events --explain: a line on standard error for each cell: which rule gave it, from which sentence. */
#ifndef EXTRACT_EXPLAIN_H
#define EXTRACT_EXPLAIN_H
#include "record/sentence.h"

extern bool explain_on;
/* "officials Trần Văn A: roles = speak <- roles:phát biểu (sentence 12, byte 3456)"; s may be NULL. */
void explain(const char *table, struct str row, const char *column, struct str value, struct str rule, const struct sentence *s);
#endif
