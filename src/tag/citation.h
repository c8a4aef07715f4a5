/* citation.h - what the files that read citations share: parts of a citation, what stands around it, and the entity it becomes. */
#ifndef TAG_CITATION_H
#define TAG_CITATION_H
#include "tag/doctypes.h"
#include "tag/patterns.h"
#include "tag/tag.h"

static inline size_t cite_place(const struct tagger *g, struct str part) { return (size_t)(part.p - g->s->text.p); }

/* --- citation.c: the entity, and its number, symbol and date --- */
struct str cite_join(struct arena *a, struct str x, const char *between, struct str y);
/* number and code as the symbol they are written as; code may be empty, and the year of "162/2018" too. The entity is good to write to even where there is no room for it. */
struct entity *cite_add(struct tagger *g, size_t from, size_t to, struct str type, struct str number, struct str code, struct str year);
/* The ISO date or month of a match of PATTERN_DAY or PATTERN_DAY_BEFORE; empty when no calendar has it. */
struct str cite_date(struct arena *a, const struct re_match *m);
struct str cite_roman(struct arena *a, struct str number);    /* "13" -> "XIII" */
struct str cite_digits(struct arena *a, struct str number);   /* "tư" -> "4" */
/* Entities from `first` on that stand in one list get what its last member says. Types may repeat: "Chỉ thị 8 và Chỉ thị 21 về X". */
void cite_share(struct tagger *g, unsigned first, struct str issuer, struct str subject);

/* --- around.c: issuer and date in front of a citation and behind it --- */
/* The issuing body in its long form: "BCT" -> "Bộ Chính trị", "Thủ tướng" -> "Thủ tướng Chính phủ". */
struct str cite_issuer(struct tagger *g, struct str said);
/* End of the body or office that is named at byte `at`, 0 if none: "Bộ trưởng Bộ Nội vụ", without the minister's name. */
size_t cite_issuer_end(const struct tagger *g, size_t at);
/* "Ngày D, ORG đã ban hành" in front of byte `from`: who and when. */
void cite_before(struct tagger *g, size_t from, struct str *issuer, struct str *date);
/* Date, issuer, term and date again behind byte `at`. Returns the end. */
size_t cite_behind(struct tagger *g, size_t at, struct str *issuer, struct str *date);

/* --- subject.c --- */
/* "về việc X" at byte `at`: the subject, beginning in lower case; empty if none begins there. */
struct str cite_subject(struct tagger *g, size_t at, const struct doctype *type);

/* --- resolutions.c --- */
void cite_congresses(struct tagger *g);
void cite_plenums(struct tagger *g);
#endif
