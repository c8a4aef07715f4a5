/* directive.h - the `directive` record: a row of directives.csv. */
#ifndef RECORD_DIRECTIVE_H
#define RECORD_DIRECTIVE_H
#include "record/list.h"
#include "record/sentence.h"

struct directive {
	struct str id, designation, type, number, symbol, issuer, date, subject;
	struct list meeting_ids, rules;
	unsigned mentions;
	const struct sentence *where;   /* of the fullest citation */
};

void directive_write(struct buf *out, const struct directive *d, struct str source);
#endif
