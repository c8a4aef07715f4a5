/* json.h - one JSON value in a line: a strict RFC 8259 reader that keeps slices of the input, and a writer.
 * The reader validates UTF-8, refuses lone surrogates, duplicate commas, leading zeros, nesting over 64 and anything behind the
 * value; numbers and untouched members stay as the bytes they were. */
#ifndef BASE_JSON_H
#define BASE_JSON_H
#include "base/arena.h"
#include "base/buf.h"
#include "base/wide.h"

enum json_kind { JSON_KIND_NULL, JSON_KIND_FALSE, JSON_KIND_TRUE, JSON_KIND_NUMBER, JSON_KIND_STRING, JSON_KIND_ARRAY, JSON_KIND_OBJECT };

/* The nodes of a value in order of the text. An object's children are key, value, key, value ... */
struct json_node {
	enum json_kind kind;
	unsigned next;    /* index of the node behind this one and all its children */
	unsigned count;   /* elements of an array, members of an object */
	bool escaped;     /* a string that holds a backslash */
	struct str raw;   /* the bytes of the value; of a string without its quotes */
};

struct json { struct json_node *node; unsigned n, cap; };

struct json_error { size_t at; const char *what; };  /* byte offset in the line, and the reason in a few words */

/* Parses the whole of `text` (white space around it allowed). False: refused, *why is set. Slices point into `text`. */
bool json_parse(struct json *j, struct str text, struct json_error *why);

/* --- for a line of more than 18 bytes whose members are known beforehand: its strings, the rest of it being known to be ASCII ------------ */

/* All ones in the bytes at p that are control characters, that do not go on a sequence of UTF-8 as they should after the two bytes before p,
 * which are read too, or with which one begins that takes a closer look: C0 C1 E0 ED and more. */
static inline bytes16 json_doubtful(const char *p)
{
	bytes16 here = bytes_load(p), goes_on = bytes_in(here, 0x80, 0xBF);
	bytes16 need_not = (bytes16)(bytes_load(p - 1) < 0xC0) & (bytes16)(bytes_load(p - 2) < 0xE0);
	return (bytes16)(goes_on == need_not) | bytes_in(here, 0xC0, 0xC1) | bytes_are(here, 0xE0) | bytes_in(here, 0xED, 0x1F);
}

static inline unsigned json_stops(const char *p) { return bytes_mask(bytes_are(bytes_load(p), '"') | bytes_are(bytes_load(p), '\\')); }

/* The first quote or backslash from byte i on, i > 1; the line's end: none. *doubt: whether all before it may stand in a string; json_certain tells. */
size_t json_stop_far(struct str line, size_t i, bytes16 *doubt);
__attribute__((always_inline)) static inline size_t json_stop(struct str line, size_t i, bytes16 *doubt)
{
	if (line.n - i >= BYTES) {     /* most strings are short */
		unsigned stop = json_stops(line.p + i);
		*doubt |= json_doubtful(line.p + i);
		if (stop)
			return i + (unsigned)__builtin_ctz(stop);
		i += BYTES;
		if (i < line.n && line.p[i] == '"' && !(line.p[i - 1] & 0x80))     /* as behind the id of a document */
			return i;
	}
	bytes16 further = { 0 };
	size_t end = json_stop_far(line, i, &further);
	*doubt |= further;
	return end;
}
/* Whether the whole line may stand in strings, what was doubtful looked at closely. */
bool json_certain(struct str line, bytes16 doubt);
/* The quote that closes the string with escapes from byte i on; SIZE_MAX: refused. */
size_t json_string_end(struct str line, size_t i);

/* The characters of a string with escapes. */
struct str json_unescape(struct str raw, struct arena *a);
/* Index of the value of member `key` of the object at node `obj`; 0 if there is none (0 is the root, never a member). */
unsigned json_member(const struct json *j, unsigned obj, struct str key);
/* The same for several names in one go: at[i] is the index of the value of name[i], 0 if there is none. Quickest in the members' own order. */
void json_members(const struct json *j, unsigned obj, const struct str *name, unsigned names, unsigned *at);
/* The string's characters, escapes decoded (into the arena when there are any). */
struct str json_text(const struct json *j, unsigned node, struct arena *a);
/* Node or member as string / as non-negative integer; empty or `absent` when it is missing (node 0) or of another kind. */
struct str json_node_string(const struct json *j, unsigned node, struct arena *a);
struct str json_member_string(const struct json *j, unsigned obj, struct str key, struct arena *a);
unsigned long long json_member_uint(const struct json *j, unsigned obj, struct str key, unsigned long long absent);
unsigned long long json_uint(const struct json *j, unsigned node, unsigned long long absent);
void json_free(struct json *j);

/* Writer: appends to b. The caller writes the braces and commas. */
void json_put_string(struct buf *b, struct str s);            /* with quotes, minimal escapes */
/* Bytes that a string may not hold as they are: a quote, a backslash, a control character. */
static inline bytes16 json_special(bytes16 v) { return bytes_are(v, '"') | bytes_are(v, '\\') | bytes_in(v, 0, 0x1F); }
WIDE_INLINE bytes32 json_special_wide(bytes32 v) { return wide_are(v, '"') | wide_are(v, '\\') | wide_in(v, 0, 0x1F); }
void json_put_key(struct buf *b, struct str key);             /* ,"key": (comma left out right after '{') */
static inline void json_put_member(struct buf *b, const char *key, struct str value)
{
	json_put_key(b, str_c(key));
	json_put_string(b, value);
}
static inline void json_put_member_uint(struct buf *b, const char *key, unsigned long long v)
{
	json_put_key(b, str_c(key));
	buf_uint(b, v);
}
#endif
