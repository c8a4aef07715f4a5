/* official.h - the `official` record: a row of officials.csv. */
#ifndef RECORD_OFFICIAL_H
#define RECORD_OFFICIAL_H
#include "record/list.h"
#include "record/sentence.h"

struct official {
	struct str id, name, honorific, point;
	struct list meeting_ids, positions, organizations, roles, rules;
	const struct sentence *where;   /* of the mention that gives the positions */
};

void official_write(struct buf *out, const struct official *o, struct str source);
#endif
