/* meeting.h - the `meeting` record: a row of meetings.csv (schemas/tables/meetings.json). */
#ifndef RECORD_MEETING_H
#define RECORD_MEETING_H
#include "record/list.h"
#include "record/sentence.h"

struct meeting {
	struct str id, type, name, date, date_end, year_basis, status, session;
	struct list organizers, co_organizers, places;
	struct str province, mode, online_points, attendees, qualifier;
	struct list chairs, directives, rules;
	bool today;                     /* held on the day of the page: "sáng nay" */
	const struct sentence *where;
};

void meeting_write(struct buf *out, const struct meeting *m, struct str source);
#endif
