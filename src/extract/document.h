/* document.h - one document's sentences in memory, and the event extractors over them. */
#ifndef EXTRACT_DOCUMENT_H
#define EXTRACT_DOCUMENT_H
#include "record/meeting.h"
#include "record/official.h"
#include "vi/lexicon.h"

struct document {
	struct str id, source;
	struct str published, captured;  /* the day the page gives for itself, when it was fetched; ISO, empty if unknown */
	bool foreign;                    /* not Vietnamese: no events */
	struct sentence *s;
	unsigned n, cap;
	struct arena *a;                 /* reset at `end` */
	const struct lexicon *lex;
	struct meeting *meeting;
	unsigned meetings;
	struct official *official;
	unsigned officials;
	unsigned *meeting_of;            /* sentence -> index of the meeting it tells of + 1; 0: none yet */
};

/* Zones that tell of events. related, boilerplate, source, byline do not. */
static inline bool zone_tells(const struct sentence *s)
{
	return s->board || s->zone == ZONE_BODY || s->zone == ZONE_LEAD || s->zone == ZONE_HEADLINE || s->zone == ZONE_CAPTION;
}
void meetings_find(struct document *d);
void officials_find(struct document *d);   /* after meetings_find: roles lead to meetings, chairs are written back */
void officials_complete(struct document *d);   /* after officials_find: their bodies with the place that the page has for them */
/* Fills the years of the meetings' dates: year_basis says from what. */
void years_infer(struct document *d);
#endif
