/* clause.h - the persons and titles of one sentence in order, with what stands between them: lists, apposition, or other words. */
#ifndef EXTRACT_CLAUSE_H
#define EXTRACT_CLAUSE_H
#include "extract/document.h"

/* What stands between two neighbours, weakest first; of several the strongest counts. */
enum link { LINK_TIGHT, LINK_DASH, LINK_COMMA, LINK_KIEM, LINK_AND, LINK_COLON, LINK_SEMI, LINK_OTHER };

enum { ITEMS_MAX = 96, TITLES_MAX = 12 };

struct item {
	const struct entity *e;            /* PERSON or POSITION */
	const struct entity *honorific;    /* right before it, or NULL */
	const struct entity *shared;       /* the plural honorific that opens its list, or NULL */
	size_t start, end;                 /* bytes, with honorifics and without */
	enum link link;                    /* to the next item; LINK_OTHER behind the last */
	bool person, plural, appointed;    /* plural: "các Phó Chủ tịch", "các đồng chí: A"; appointed: "giữ chức ..." before it */
	bool newly;                        /* a person whom the clause gives an office */
	struct official *who;              /* NULL: nobody that the page tells more of */
	const struct entity *title[TITLES_MAX];
	unsigned titles;
};

struct clause {
	const struct document *d;
	const struct sentence *s;
	struct item item[ITEMS_MAX];
	unsigned n;
	bool titles;                       /* names one */
	enum { CAREER_UNREAD, CAREER_NONE, CAREER } career;   /* clause_career's answer, once it was asked */
};

void clause_read(struct clause *c, const struct document *d, const struct sentence *s);
/* Whether it tells of offices of the past. */
bool clause_career(struct clause *c);
/* What the words of s->text[from, to) join, by lexicon/links.csv. */
enum link link_between(const struct clause *c, size_t from, size_t to);
/* Whether only words that may stand between a subject and its verb lie in [from, to). */
bool link_is_light(const struct clause *c, size_t from, size_t to);
/* Whether [from, to) may be the rest of a title that is longer than the tables know: a few words that link nothing,
 * commas among them or not. */
bool link_is_tail(const struct clause *c, size_t from, size_t to, bool commas);
/* Whether a phrase of this kind ends right before byte `at`, blanks aside. */
bool link_ends_before(const struct clause *c, size_t at, const char *kind);

/* Whether the word behind byte `at` says what a body has ("có", "hiện có") or by whom it is led ("do"). */
bool link_opens(const struct clause *c, size_t at, bool has);
/* Gives every title of the clause to its person: item.title. */
void titles_give(struct clause *c);
/* "(đoàn Gia Lai)" behind a person: the seat in the assembly, a POSITION; NULL: none. */
const struct entity *delegation_of(struct document *d, const struct clause *c, const struct item *it);
/* Finds who acts by the ROLE triggers; m: the meeting the sentence tells of, or NULL. */
void roles_give(struct clause *c, struct meeting *m);

/* The item of the person who speaks, far before the verb; -1: nobody. */
int speaker_apart(const struct clause *c, const struct entity *r);
/* "A - cậu của người đã mất là B - cho biết": the item of A; -1: nobody. */
int speaker_between_dashes(const struct clause *c, const struct entity *r);

/* Only what counts or marks the items of a list stands before byte `at`. */
bool line_begins(struct str text, size_t at);

/* What the head of a list leaves to the lines behind it: "Các Ủy viên Ban Chỉ đạo gồm:", "Dự hội nghị có các đồng chí:". */
struct list_head { const struct entity *title[TITLES_MAX], *role, *shared; unsigned titles; bool one; };   /* one: its offices are no plural */

/* Gives a line of the list its title and role. Call once its persons are known. */
void list_line(struct clause *c, const struct list_head *h, struct meeting *m);
/* What holds for the next line: nothing behind one that ends with a full stop or names nobody. */
void list_next(const struct clause *c, struct list_head *h);
#endif
