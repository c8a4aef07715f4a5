/* sentence.h - the `sentence` record and its entities, as tag-entities writes and extract-events reads them.
 * Inside the programs positions are BYTES of text; in the record they are code points (HACKING.md). */
#ifndef RECORD_SENTENCE_H
#define RECORD_SENTENCE_H
#include "base/arena.h"
#include "base/buf.h"
#include "base/json.h"

enum label { PERSON, POSITION, ORGANIZATION, PLACE, DATE, DIRECTIVE, MEETING, COUNT, HONORIFIC, ROLE, LABELS };

struct entity {
	enum label label;
	size_t start, end;        /* bytes of text, half-open */
	struct str norm, rule;
	/* members of some labels; empty (n == 0) where they do not apply */
	struct str org, level, date_end, session, unit, qualifier;
	struct str doctype, number, symbol, issuer, date, subject;
};

/* Leaves the members of some labels empty. One by one: for the whole struct the compiler takes a loop of the processor's that is slow to begin. */
static inline void entity_plain(struct entity *e)
{
	e->org = e->level = e->date_end = e->session = e->unit = e->qualifier = (struct str){ 0 };
	e->doctype = e->number = e->symbol = e->issuer = e->date = e->subject = (struct str){ 0 };
}

/* Of the zones those that anything asks for, the most frequent first. */
enum zone { ZONE_OTHER, ZONE_BODY, ZONE_CAPTION, ZONE_LEAD, ZONE_HEADLINE, ZONE_DATELINE, ZONE_BOILERPLATE, ZONES };

/* How a list tells who holds what: "Chủ tịch" and then its holder, or the other way. */
enum board { BOARD_NONE, BOARD_OFFICE_FIRST, BOARD_NAME_FIRST };

struct sentence {
	struct str doc, zone_name, text;
	enum zone zone;
	unsigned long n, para;
	unsigned long long byte_start, byte_end;
	struct entity *entity;    /* sorted by start, longer first */
	unsigned entities;
	unsigned labels;          /* a bit for each label among them, as they were read */
	enum board board;         /* no member of the record: extract-events reads it as a line of a board, whatever its zone */
};

static inline bool sentence_has(const struct sentence *s, enum label l) { return s->labels >> l & 1; }
const char *label_name(enum label l);
/* The i-th optional member, in the order of the schema: its key, and *value (empty where it does not apply); NULL behind the last. */
const char *entity_member(const struct entity *e, size_t i, struct str *value);
/* Reads the record straight from its line, if it is as segment and tag-entities write it: their members in their order and no
 * blanks; then it is one that json_parse and sentence_decode take, and *s what they make of it. False: they must tell. */
bool sentence_scan(struct str line, struct arena *a, struct sentence *s);
/* Decodes a parsed record; strings live in `a` or in the parsed line. False: a member is missing or wrong, *why says which. */
bool sentence_decode(const struct json *j, struct arena *a, struct sentence *s, const char **why);
/* Writes `line` (the record as it came) with an "entities" member before its closing brace. */
void sentence_write(struct buf *out, struct str line, const struct sentence *s);
#endif
