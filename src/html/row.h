/* row.h - a row of a table (a meeting, official or directive record) as a card beside its page. */
#ifndef HTML_ROW_H
#define HTML_ROW_H
#include "base/json.h"

enum row_kind { ROW_MEETING, ROW_OFFICIAL, ROW_DIRECTIVE, ROW_KINDS };

struct row {
	enum row_kind kind;
	unsigned ordinal;                    /* from 1 among the page's rows of its kind */
	struct str id, head, note, date;     /* note: first position, or subject; date of a meeting */
	struct str anchor;                   /* HTML id of the card */
	size_t evidence;                     /* index + 1 of its sentence in the page; 0: the page has no such sentence */
	unsigned long sentence;              /* that sentence's n */
	unsigned long long mentions;
	struct str *rule;
	unsigned rules;
};

/* Reads the table schemas; they live as long as the process. */
void row_open(void);
/* Kind of a record's type; ROW_KINDS if it is no row. */
enum row_kind row_kind(struct str type);
char row_letter(enum row_kind kind);         /* M O D */
/* What the overview needs of the record; strings live in `a` or in the parsed line. ordinal, anchor and evidence are the caller's. */
void row_decode(struct row *r, enum row_kind kind, const struct json *j, struct arena *a);
/* The card: head, link to its evidence, filled columns with their titles, names of the empty ones, rules. A sentence's id is
 * doc, -s, its n, suffix. */
void row_put(struct buf *out, const struct row *r, const struct json *j, struct str doc, struct str suffix, struct arena *a);
#endif
