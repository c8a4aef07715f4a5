/* report.h - the sentence that tells of a meeting, read for its cells. Shared by the finder (meetings.c) and the filler (meeting_cells.c). */
#ifndef EXTRACT_REPORT_H
#define EXTRACT_REPORT_H
#include "extract/document.h"
#include "vi/lists.h"

/* The tokens of a sentence and the phrases of words.csv and links.csv that begin at each; end: index of the token behind it. */
struct phrase { const struct lexicon_entry *entry; unsigned end; char first; };   /* first: of the entry's value, 0 if there is none */
struct words {
	struct tokens t;
	struct phrase *word, *link;
	unsigned cap;
};

struct report {
	const struct sentence *s;
	const struct words *w;
	const struct entity *head;       /* MEETING */
	const struct entity *day;        /* DATE or NULL */
	size_t verb;                     /* byte of the organising verb; of the head where there is none */
	bool organised, fresh, planned;  /* fresh: opened by "*" or "cùng ngày" */
	bool today;                      /* "sáng nay", with no day beside it */
	size_t name_end;                 /* byte behind the name, once meeting_name read it */
};

void words_read(struct words *w, const struct lexicon *lex, struct str text);
/* Byte of the first phrase of words.csv of this kind that begins in [from, to); SIZE_MAX: none. */
size_t words_find(const struct words *w, const char *kind, size_t from, size_t to);
/* The last phrase that begins and ends in [from, to). */
size_t words_find_last(const struct words *w, const char *kind, size_t from, size_t to);
size_t links_find(const struct words *w, const char *kind, size_t from, size_t to);

/* A phrase of links.csv of this kind ends right before byte `at`. */
bool links_right_before(const struct words *w, size_t at, const char *kind);

/* The organising verb first, or last, in [from, to), none of a body's name ("Ban Tổ chức Tỉnh ủy"); SIZE_MAX: none. */
size_t meeting_verb(const struct report *r, size_t from, size_t to);
size_t meeting_verb_last(const struct report *r, size_t from, size_t to);

/* Index of the first token that starts at byte `byte` or behind it. */
unsigned words_token(const struct words *w, size_t byte);
/* Byte behind a citation with its subject. */
size_t report_cited_end(const struct sentence *s, const struct entity *e);

/* r->s tells of a meeting: fills head, day and the rest of r. */
bool report_found(struct document *d, struct report *r);
/* "đã chào xã giao A | và | hội đàm cùng B": a second meeting that the same sentence tells of the same people; second: its report. */
bool report_second(const struct report *first, struct report *second);
/* A verb of meeting, "họp", "tiếp", or an event, "tổ chức gặp mặt". */
bool meeting_is_verb(const struct entity *e);
/* Part of a longer name: "Nghị quyết Hội nghị Trung ương 8", "Ban Tổ chức Đại hội". */
bool meeting_inside(const struct sentence *s, const struct entity *m);
/* Speaks of the meeting m as going on: "tại hội nghị", "dự hội nghị". */
bool meeting_attended(const struct document *d, const struct report *r, const struct entity *m);
/* A verb of meeting that tells of none: "làm việc với phóng viên", "gặp chị A". */
bool meeting_private(const struct document *d, const struct report *r, const struct entity *verb);
/* The name of the meeting that `head` begins: to the end of its subject, abbreviations expanded. */
struct str meeting_name(const struct document *d, struct report *r);
/* Before the first of a document. */
void meeting_names_clear(void);
/* Its organisers and co-organisers. */
void meeting_organisers(struct document *d, struct meeting *m, const struct report *r);
/* Only "và", commas, "phối hợp với" and adverbs in [from, to): between two bodies of one list, or between the list and its verb. */
bool meeting_joined(const struct sentence *s, const struct words *w, size_t from, size_t to);
/* The bodies right before the verb, or before "phối hợp với", by their words; byte where the list begins, SIZE_MAX: there is none. */
size_t meeting_holders(const struct document *d, const struct report *r, size_t from, size_t verb, struct list *found);
/* e is a unit of the state that acts, "Tỉnh Đồng Tháp (vừa) | tổ chức", by the verb at a byte. */
bool meeting_place_holds(const struct report *r, const struct entity *e, size_t verb);
/* Organisers said behind the meeting: "Hội nghị ... do Tỉnh ủy tổ chức", "được Tỉnh ủy tổ chức". False: none is. */
bool meeting_organisers_behind(struct document *d, struct meeting *m, const struct report *r);
/* The day of the meeting told at byte `at`: the last before it, else the first behind; NULL: none. */
const struct entity *meeting_day_of(const struct sentence *s, size_t at);
/* The day right behind a meeting's own name: "cuộc họp báo chiều 4-1", "hội thảo về A diễn ra ngày 26-12"; NULL: none. */
const struct entity *meeting_day_behind(const struct document *d, const struct report *r, const struct entity *m);
/* "Tin ngày 6-2 cho biết, Hội đồng A sẽ | họp | bất thường trong ngày 8-2": the first day behind a verb of what is to come; NULL: none. */
const struct entity *meeting_day_of_plan(const struct report *r, const struct entity *verb);
/* "thông báo cuộc gặp sẽ diễn ra ngày 27/2": the day to come, rather than that of the notice; NULL: none. */
const struct entity *meeting_day_to_come(const struct document *d, const struct report *r, const struct entity *m);
/* "sẽ" and "dự kiến" before byte `until`, near it or on top of the sentence. */
bool meeting_planned(const struct report *r, size_t until);
/* "sẽ" right behind the meeting's name. */
bool meeting_to_be_held(const struct document *d, const struct report *r);
/* "đến ngày 1/7", "tới hết 6-10": the day where something ends. */
bool meeting_day_ends(const struct sentence *s, const struct entity *day);
/* The one or two syllables behind "lễ": "khai trương"; empty where the name is of none. */
struct str meeting_ceremony(struct str name);
/* "Sáng 2/12, Công ty A khai trương chợ B": the day of the "lễ khai trương" spoken of elsewhere; NULL: none on top of the page. */
const struct entity *meeting_ceremony_day(const struct document *d, struct str name, const struct sentence **where);
/* The day that another sentence gives to the only meeting of its kind: "cuộc đối thoại chiều 18-5", or a caption; NULL: none does. */
const struct entity *meeting_day_elsewhere(const struct document *d, const struct meeting *m, const struct sentence **where);
/* The name of a holiday or of a round right before the day, "Quốc khánh 2/9", "đợt 2/9", or, with a value, from where days are counted; NULL. */
const struct list_word *meeting_day_name(struct str text, const struct entity *day);
/* The last day of a meeting that goes on, from a sentence about it: "sẽ diễn ra đến 6/10". */
void meeting_lasts(struct meeting *m, const struct sentence *s);
/* Its day, from the report's, which is there. */
void meeting_day(struct meeting *m, const struct report *r);
/* Fills a new meeting from its report. */
void meeting_fill(struct document *d, struct meeting *m, struct report *r);
/* The place right behind the head of a visit, "thăm chính thức | Singapore", once meeting_name read its name; NULL: none. */
const struct entity *meeting_visited(const struct report *r);
/* "chuyến thăm chính thức | Singapore": what is visited is the place, where no other is said. */
void meeting_stay(struct meeting *m, const struct report *r);
/* Adds from a further sentence about it: counts, mode, points. */
void meeting_more(struct meeting *m, const struct sentence *s);
/* Its places from a sentence; r: the report in it, whose subject and what somebody says behind it are passed over; NULL: none. */
void meeting_places(struct document *d, struct meeting *m, const struct sentence *s, const struct words *w, const struct report *r);
/* The byte is in a parenthesis: "anh A (SN 1984, ở phường B)", "Khối thi đua số 5 (gồm các ban của Tỉnh ủy)". */
bool meeting_in_passing(struct str text, size_t at);
/* A hall in place of the town, where a further sentence says it: "thành phố A" -> "nhà văn hóa thành phố A". */
void meeting_venue(struct document *d, struct meeting *m, const struct sentence *s, const struct words *w);
/* The place right behind a mention of it by its full name. */
void meeting_place_behind(struct document *d, struct meeting *m, struct report *r);
/* Documents that the sentence says are studied, launched or reviewed. */
void meeting_cites(struct meeting *m, const struct sentence *s, const struct words *w, size_t from);
/* Documents of the sentence that stand in one row, from the first at or behind byte `from` on. */
void meeting_cites_row(struct meeting *m, const struct sentence *s, size_t from);
/* Documents in the meeting's name, once meeting_name read it: "Hội nghị quán triệt Chỉ thị số ...". */
void meeting_name_cites(struct meeting *m, const struct report *r);
/* Province from places, organisers, else the first that the page names. */
void meeting_province(struct document *d, struct meeting *m);
bool name_is_short(struct str name);

/* What the whole page adds once its meetings are found: names, organisers and places told elsewhere. */
void meetings_fuller(struct document *d);
/* A lead cut short with "..." that the page gives in full further on. */
bool meeting_cut_short(const struct document *d, unsigned i);
#endif
