/* doctypes.h - lexicon/doctypes.csv: the types of documents that are cited; lexicon/issuers.csv: the bodies that symbols end with. */
#ifndef TAG_DOCTYPES_H
#define TAG_DOCTYPES_H
#include "base/buf.h"
#include "vi/lexicon.h"

struct doctype {
	struct str surface, canonical, folded;
	unsigned long line;
	bool is_code;               /* "NQ": a capital behind the first letter */
	bool generic;               /* any document ("văn bản"): its symbol says which */
	bool coded, two_digits;     /* cited only with a code (laws); a single digit counts plans, it is not their number */
	bool yearly;                /* may be cited by number and year: "Nghị định 162/2018" */
	bool plan, letter, joint;   /* what its subject may begin with; signed by several organs */
};

/* What is wrong with a row is said, status 2; the caller ends. */
void doctypes_load(struct lexicon *lex);
/* The types as alternatives of a pattern, longest first: in full, or the codes that stand for them. */
void doctypes_words(struct buf *b, bool codes);
/* The type that a word of a citation names; one made of the word where the table has none. */
const struct doctype *doctype_of(struct arena *a, struct str word);
/* The type a symbol's code names, "/TB-UBND" -> Thông báo; `type` itself where that is said, or the code is of no type. NULL: it is no directive's. */
const struct doctype *doctype_by_code(const struct doctype *type, struct str code);
/* "12-CT/TW" -> who issues under that tail, else "12/VPCP-QHQT" -> who is named behind the number; empty where that leaves it open. */
struct str issuer_of_symbol(struct str symbol);
#endif
