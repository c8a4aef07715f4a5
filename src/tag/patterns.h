/* patterns.h - the shapes of citations: lexicon/patterns.csv, whose {{names}} stand for its parts, the lists of lists.csv and the document types. */
#ifndef TAG_PATTERNS_H
#define TAG_PATTERNS_H
#include "base/buf.h"
#include "base/re.h"
#include "vi/lexicon.h"

/* The groups that the code reads are said behind each; those in brackets may take no part. */
enum pattern {
	PATTERN_CITATION,       /* 1 type, [2] issuer in front of the number, [3] "số", 4 number, [5] code or [6] year */
	PATTERN_FURTHER,        /* 1 number, [2] code or [3] year */
	PATTERN_DAY,            /* [1 2 3] day, month, year, or [5 6] month, year */
	PATTERN_TERM,
	PATTERN_OFFICE,
	PATTERN_ISSUER,         /* 1 body */
	PATTERN_BEFORE,         /* 1 body */
	PATTERN_DAY_BEFORE,     /* as PATTERN_DAY */
	PATTERN_SUBJECT,        /* 1 what opens it, to its quotation mark or blank */
	PATTERN_PLAN_SUBJECT,   /* 1 */
	PATTERN_LETTER_MATTER,  /* 1 */
	PATTERN_LETTER_SUBJECT, /* 1 */
	PATTERN_SUBJECT_END,
	PATTERN_CONGRESS,       /* 1 words, 2 body, 3 number */
	PATTERN_SECOND,         /* 1 all from "Đại hội" on, 2 words, 3 body, 4 number */
	PATTERN_PLENUM,         /* 1 type, [2] or [3] number, [4] term */
	PATTERN_NEXT_TERM,      /* 1 term */
	PATTERN_COUNTED,
	PATTERN_CLOSED,
	PATTERN_JOINED,
	PATTERN_BY,
	PATTERN_PARTY_ORGAN,
	PATTERNS
};

/* Compiles them, behind doctypes_load. What is wrong with a row is said with its line, status 2; the caller ends. */
void patterns_load(struct lexicon *lex);
/* The first match at or behind byte `at`; of a pattern of kind "here", only right there. */
bool pattern_find(enum pattern p, struct str text, size_t at, struct re_match *m);

/* For the check of the tables: row i, its parts put in; false behind the last. used: some pattern that the code asks for is made of it. */
enum pattern_kind { KIND_PART, KIND_HERE, KIND_FIND };
struct pattern_row { struct str name, pattern, example, counter; unsigned long line; enum pattern_kind kind; bool used; };
bool pattern_row(unsigned i, struct pattern_row *row);
#endif
