/* bodies.h - the names of organisations and places, and the positions held in them. Ends are token indices, i itself where nothing is found. */
#ifndef TAG_BODIES_H
#define TAG_BODIES_H
#include "tag/tag.h"

/* body_names.c */
bool is_surname(const struct tagger *g, unsigned i);
/* End of the run of capitalised words from i, at most `most`, stopping before a title, a body or a mark. */
unsigned capital_run(const struct tagger *g, unsigned i, unsigned most);
/* A surname and at least one more capital, no place of the table. */
/* "Hiệu trưởng Trường THPT | Lê Quý Đôn | Vũ Văn Hà": behind the name of a school that is named for somebody, which begins at token j. */
unsigned school_end(const struct tagger *g, unsigned j);
bool starts_person(const struct tagger *g, unsigned j);
/* Two foreign words: a person's name rather than the rest of a body's. */
bool foreign_pair(const struct tagger *g, unsigned j);
/* Behind a level word: the name of the place. */
unsigned place_name_end(const struct tagger *g, unsigned i);
/* What of its name follows a body's head. */
unsigned own_name_end(const struct tagger *g, unsigned i);
/* Whether a body that begins here is written as one: a capital, or a small first word before one. */
bool capital_body(const struct tagger *g, unsigned i);
/* What may follow a body's own name: parents, level and place. */
unsigned parents_end(const struct tagger *g, unsigned j);
/* One to three small words that end a body's name. */
unsigned tail_end(const struct tagger *g, unsigned j);
/* "khóa XV". */
unsigned term_end(const struct tagger *g, unsigned j);

/* positions.c: adds the POSITION whose title is at i, with "nguyên" and the like from `from` on; its end. */
unsigned add_position(struct tagger *g, unsigned from, unsigned i);
#endif
