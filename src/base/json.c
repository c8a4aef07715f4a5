/* json.c - strict RFC 8259 reader over one line, as a tape of nodes that point into it, and the writer's pieces.
 * {"a":[1,"x"]} -> object(1) "a" array(2) number string. Numbers stay text; duplicate names are kept, the first is found. */
#include "base/json.h"
#include "base/bytes.h"
#include "base/diag.h"
#include "base/states.h"
#include <stdint.h>
#include <stdlib.h>

enum { DEPTH = 64 };

struct parser { struct json *j; struct str s; size_t i; struct json_error *why; };

static bool refuse(struct parser *p, const char *what)
{
	if (!p->why->what)
		*p->why = (struct json_error){ p->i, what };
	return false;
}

static unsigned node_new(struct parser *p, enum json_kind kind)
{
	struct json *j = p->j;
	if (j->n == j->cap) {
		j->cap = j->cap ? j->cap * 2 : 256;
		j->node = realloc(j->node, j->cap * sizeof *j->node);
		if (!j->node)
			diag_fatal("out of memory");
	}
	j->node[j->n] = (struct json_node){ .kind = kind };
	return j->n++;
}

static unsigned char at(const struct parser *p) { return p->i < p->s.n ? (unsigned char)p->s.p[p->i] : 0; }

static void blank(struct parser *p)
{
	while (p->i < p->s.n && (p->s.p[p->i] == ' ' || p->s.p[p->i] == '\t' || p->s.p[p->i] == '\n' || p->s.p[p->i] == '\r'))
		p->i++;
}

/* Bits of the sixteen bytes at p that a string may not hold as they are. *high: bytes over 0x7F. */
static inline unsigned special_of(bytes16 v) { return bytes_mask(json_special(v)); }

static inline unsigned special(const char *p, unsigned *high)
{
	bytes16 here = bytes_load(p);
	*high = bytes_mask(here);
	return special_of(here);
}

/* First byte from i on that a string may not hold as it is. *high: bytes over 0x7F came before. */
static size_t plain_end(struct str s, size_t i, bool *high)
{
	unsigned seen = 0, over, stop;
	size_t from = i;
	for (; s.n - i >= BYTES; i += BYTES) {
		stop = special(s.p + i, &over);
		if (stop) {
			*high = seen | (over & (stop ^ (stop - 1)));
			return i + (unsigned)__builtin_ctz(stop);
		}
		seen |= over;
	}
	if (s.n - from >= BYTES) {            /* the rest as the end of sixteen bytes, those before it shifted out */
		unsigned before = (unsigned)(BYTES - (s.n - i));
		stop = special(s.p + s.n - BYTES, &over) >> before;
		*high = seen | (over >> before & (stop ^ (stop - 1)));
		return stop ? i + (unsigned)__builtin_ctz(stop) : s.n;
	}
	for (unsigned char c; i < s.n && (c = (unsigned char)s.p[i]) >= 0x20 && c != '"' && c != '\\'; i++)
		seen |= c >= 0x80;
	*high = seen;
	return i;
}

static struct states utf8;

/* Position of the first sequence in s[from, to) that is no UTF-8, or `to`. */
static size_t utf8_end(struct str s, size_t from, size_t to)
{
	if (states_run(&utf8, STATES_OK, str_sub(s, from, to)) == STATES_OK)
		return to;
	size_t good = from;
	unsigned now = STATES_OK;
	for (size_t i = from; i < to && now != STATES_BAD; i++) {
		now = states_run(&utf8, now, str_sub(s, i, i + 1));
		if (now == STATES_OK)
			good = i + 1;
	}
	return good;
}

static int hex4(struct str s, size_t i)
{
	int v = 0;
	if (s.n < 4 || i > s.n - 4)
		return -1;
	for (size_t k = i; k < i + 4; k++) {
		char c = s.p[k];
		int d = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
		if (d < 0)
			return -1;
		v = v * 16 + d;
	}
	return v;
}

static bool escape(struct parser *p)   /* at the backslash */
{
	p->i++;
	char c = (char)at(p);
	if (c && strchr("\"\\/bfnrt", c)) {
		p->i++;
		return true;
	}
	if (c != 'u')
		return refuse(p, "unknown escape");
	int v = hex4(p->s, p->i + 1);
	if (v < 0)
		return refuse(p, "\\u needs four hexadecimal digits");
	p->i += 5;
	if (v >= 0xDC00 && v <= 0xDFFF)
		return refuse(p, "lone surrogate");
	if (v < 0xD800 || v > 0xDBFF)
		return true;
	int low = at(p) == '\\' && p->i + 1 < p->s.n && p->s.p[p->i + 1] == 'u' ? hex4(p->s, p->i + 2) : -1;
	if (low < 0xDC00 || low > 0xDFFF)
		return refuse(p, "lone surrogate");
	p->i += 6;
	return true;
}

/* The rest of a string whose opening quote stands before p->i, and its closing one. */
static bool string_rest(struct parser *p, struct str *raw, bool *escaped)
{
	size_t start = p->i;
	*escaped = false;
	for (;;) {
		bool high;
		size_t end = plain_end(p->s, p->i, &high), good = high ? utf8_end(p->s, p->i, end) : end;
		p->i = good;
		if (good < end)
			return refuse(p, "invalid UTF-8");
		if (end >= p->s.n)
			return refuse(p, "the string does not end");
		if (p->s.p[end] == '"')
			break;
		if (p->s.p[end] != '\\')
			return refuse(p, "control character in a string");
		*escaped = true;
		if (!escape(p))
			return false;
	}
	*raw = str_sub(p->s, start, p->i++);
	return true;
}

static bool string(struct parser *p)
{
	if (at(p) != '"')
		return refuse(p, "a string is expected");
	unsigned n = node_new(p, JSON_KIND_STRING);
	p->i++;
	struct json_node *node = &p->j->node[n];
	if (!string_rest(p, &node->raw, &node->escaped))
		return false;
	node->next = p->j->n;
	return true;
}

static void utf8_ready(void)
{
	if (!utf8.next[0xC2])
		states_utf8(&utf8);
}

size_t json_stop_far(struct str line, size_t i, bytes16 *doubt)
{
	bytes16 seen = { 0 };
	unsigned stop = 0;
	for (; line.n - i >= BYTES; i += BYTES) {
		seen |= json_doubtful(line.p + i);
		stop = json_stops(line.p + i);
		if (stop)
			break;
	}
	if (!stop) {
		seen |= json_doubtful(line.p + line.n - BYTES);
		stop = json_stops(line.p + line.n - BYTES) >> (BYTES - (line.n - i));
	}
	*doubt |= seen;
	return stop ? i + (unsigned)__builtin_ctz(stop) : line.n;
}

size_t json_string_end(struct str line, size_t i)
{
	struct json_error why = { 0 };
	struct parser p = { NULL, line, i, &why };
	bytes16 doubt = { 0 };
	while ((p.i = json_stop(line, p.i, &doubt)) < line.n && line.p[p.i] == '\\')
		if (!escape(&p))
			return SIZE_MAX;
	return p.i < line.n && json_certain(line, doubt) ? p.i : SIZE_MAX;
}

bool json_certain(struct str line, bytes16 doubt)
{
	size_t i = 0;
	if (!bytes_mask(doubt))
		return true;
	utf8_ready();
	while (i < line.n && (unsigned char)line.p[i] >= 0x20)
		i++;
	return i == line.n && utf8_end(line, 0, line.n) == line.n;
}

static bool digits(struct parser *p)
{
	size_t from = p->i;
	while (at(p) >= '0' && at(p) <= '9')
		p->i++;
	return p->i > from;
}

static bool number(struct parser *p)
{
	size_t from = p->i;
	p->i += at(p) == '-';
	if (at(p) == '0')
		p->i++;
	else if (!digits(p))
		return refuse(p, "a value is expected");
	if (at(p) == '.') {
		p->i++;
		if (!digits(p))
			return refuse(p, "a digit is expected");
	}
	if (at(p) == 'e' || at(p) == 'E') {
		p->i++;
		p->i += at(p) == '+' || at(p) == '-';
		if (!digits(p))
			return refuse(p, "a digit is expected");
	}
	unsigned n = node_new(p, JSON_KIND_NUMBER);
	p->j->node[n].raw = str_sub(p->s, from, p->i);
	p->j->node[n].next = p->j->n;
	return true;
}

static bool word(struct parser *p, struct str w, enum json_kind kind)
{
	if (p->s.n - p->i < w.n || memcmp(p->s.p + p->i, w.p, w.n) != 0)
		return refuse(p, "a value is expected");
	unsigned n = node_new(p, kind);
	p->j->node[n].raw = str_sub(p->s, p->i, p->i + w.n);
	p->j->node[n].next = p->j->n;
	p->i += w.n;
	return true;
}

static bool value(struct parser *p, int depth);

static bool members(struct parser *p, int depth, bool object)
{
	if (depth >= DEPTH)
		return refuse(p, "nested too deep");
	unsigned n = node_new(p, object ? JSON_KIND_OBJECT : JSON_KIND_ARRAY), count = 0;
	size_t from = p->i++;
	char close = object ? '}' : ']';
	blank(p);
	if (at(p) != close)
		for (;; p->i++) {
			blank(p);
			if (object) {
				if (!string(p))
					return false;
				blank(p);
				if (at(p) != ':')
					return refuse(p, "':' is expected");
				p->i++;
			}
			if (!value(p, depth + 1))
				return false;
			count++;
			if (at(p) == (unsigned char)close)
				break;
			if (at(p) != ',')
				return refuse(p, object ? "',' or '}' is expected" : "',' or ']' is expected");
		}
	p->i++;
	struct json_node *node = &p->j->node[n];
	node->count = count;
	node->raw = str_sub(p->s, from, p->i);
	node->next = p->j->n;
	return true;
}

static bool value(struct parser *p, int depth)
{
	bool ok;
	blank(p);
	switch (at(p)) {
	case '{': ok = members(p, depth, true); break;
	case '[': ok = members(p, depth, false); break;
	case '"': ok = string(p); break;
	case 't': ok = word(p, STR("true"), JSON_KIND_TRUE); break;
	case 'f': ok = word(p, STR("false"), JSON_KIND_FALSE); break;
	case 'n': ok = word(p, STR("null"), JSON_KIND_NULL); break;
	default: ok = number(p);
	}
	blank(p);
	return ok;
}

bool json_parse(struct json *j, struct str text, struct json_error *why)
{
	struct parser p = { j, text, 0, why };
	*why = (struct json_error){ 0 };
	j->n = 0;
	utf8_ready();
	if (!value(&p, 0))
		return false;
	return p.i == text.n || refuse(&p, "something stands behind the value");
}

unsigned json_member(const struct json *j, unsigned obj, struct str key)
{
	if (obj >= j->n || j->node[obj].kind != JSON_KIND_OBJECT)
		return 0;
	unsigned k = obj + 1;
	for (unsigned i = 0; i < j->node[obj].count; i++) {
		struct str name = j->node[k].raw;
		if (name.n == key.n && (key.n == 0 || (name.p[0] == key.p[0] && memcmp(name.p, key.p, key.n) == 0)))
			return k + 1;
		k = j->node[k + 1].next;
	}
	return 0;
}

void json_members(const struct json *j, unsigned obj, const struct str *name, unsigned names, unsigned *at)
{
	memset(at, 0, names * sizeof *at);
	if (obj >= j->n || j->node[obj].kind != JSON_KIND_OBJECT)
		return;
	unsigned k = obj + 1, next = 0;
	for (unsigned i = 0; i < j->node[obj].count; i++, k = j->node[k + 1].next)
		for (unsigned tried = 0; tried < names; tried++) {
			struct str key = j->node[k].raw, want = name[next];
			unsigned now = next++;
			if (next == names)
				next = 0;
			if (key.n == want.n && key.p[0] == want.p[0] && memcmp(key.p, want.p, key.n) == 0) {
				at[now] = at[now] ? at[now] : k + 1;
				break;
			}
		}
}

static size_t put_utf8(char *to, unsigned c)
{
	if (c < 0x80) { to[0] = (char)c; return 1; }
	if (c < 0x800) { to[0] = (char)(0xC0 | c >> 6); to[1] = (char)(0x80 | (c & 63)); return 2; }
	if (c < 0x10000) { to[0] = (char)(0xE0 | c >> 12); to[1] = (char)(0x80 | (c >> 6 & 63)); to[2] = (char)(0x80 | (c & 63)); return 3; }
	to[0] = (char)(0xF0 | c >> 18); to[1] = (char)(0x80 | (c >> 12 & 63)); to[2] = (char)(0x80 | (c >> 6 & 63)); to[3] = (char)(0x80 | (c & 63));
	return 4;
}

struct str json_unescape(struct str raw, struct arena *a)
{
	static const char from[] = "bfnrt", to[] = "\b\f\n\r\t";
	char *out = arena_room(a, raw.n + 1);
	size_t n = 0;
	for (size_t i = 0; i < raw.n;) {
		const char *slash = memchr(raw.p + i, '\\', raw.n - i);
		size_t end = slash ? (size_t)(slash - raw.p) : raw.n;
		memcpy(out + n, raw.p + i, end - i);
		n += end - i;
		if (!slash)
			break;
		i = end + 2;
		char c = raw.p[end + 1];
		if (c != 'u') {
			const char *known = strchr(from, c);
			out[n++] = known ? to[known - from] : c;
			continue;
		}
		unsigned v = (unsigned)hex4(raw, i);
		i += 4;
		if (v >= 0xD800 && v <= 0xDBFF) {
			v = 0x10000 + ((v - 0xD800) << 10) + ((unsigned)hex4(raw, i + 2) - 0xDC00);
			i += 6;
		}
		n += put_utf8(out + n, v);
	}
	return (struct str){ out, n };
}

struct str json_text(const struct json *j, unsigned node, struct arena *a)
{
	return j->node[node].escaped ? json_unescape(j->node[node].raw, a) : j->node[node].raw;
}

struct str json_node_string(const struct json *j, unsigned node, struct arena *a)
{
	return node && j->node[node].kind == JSON_KIND_STRING ? json_text(j, node, a) : (struct str){ "", 0 };
}

struct str json_member_string(const struct json *j, unsigned obj, struct str key, struct arena *a)
{
	return json_node_string(j, json_member(j, obj, key), a);
}

unsigned long long json_uint(const struct json *j, unsigned node, unsigned long long absent)
{
	struct str raw = j->node[node].raw;
	if (!node || j->node[node].kind != JSON_KIND_NUMBER || raw.n > 19)
		return absent;
	unsigned long long v = 0;
	for (size_t i = 0; i < raw.n; i++) {
		if (raw.p[i] < '0' || raw.p[i] > '9')
			return absent;
		v = v * 10 + (unsigned)(raw.p[i] - '0');
	}
	return v;
}

unsigned long long json_member_uint(const struct json *j, unsigned obj, struct str key, unsigned long long absent)
{
	return json_uint(j, json_member(j, obj, key), absent);
}

void json_free(struct json *j)
{
	free(j->node);
	*j = (struct json){ 0 };
}

/* Copies s, looking at it as it goes, if nothing in it needs an escape. */
static inline bool put_plain(char *to, struct str s)
{
	bytes16 special = { 0 };
	if (s.n >= BYTES) {
		for (size_t i = 0; i + BYTES < s.n; i += BYTES) {
			bytes16 v = bytes_load(s.p + i);
			special |= json_special(v);
			memcpy(to + i, &v, sizeof v);
		}
		bytes16 end = bytes_load(s.p + s.n - BYTES);
		special |= json_special(end);
		memcpy(to + s.n - BYTES, &end, sizeof end);
		return !bytes_mask(special);
	}
	if (s.n >= 8) {
		memcpy(to, s.p, 8);
		memcpy(to + s.n - 8, s.p + s.n - 8, 8);
	} else if (s.n >= 4) {
		memcpy(to, s.p, 4);
		memcpy(to + s.n - 4, s.p + s.n - 4, 4);
	} else if (s.n) {
		to[0] = s.p[0];
		to[s.n / 2] = s.p[s.n / 2];
		to[s.n - 1] = s.p[s.n - 1];
	}
	return !special_of(bytes_short(s.p, s.n));
}

/* By itself, so that the usual way needs no registers saved. */
__attribute__((noinline)) static void put_escaped(struct buf *b, struct str s)
{
	static const char hex[] = "0123456789abcdef";
	buf_char(b, '"');
	for (size_t i = 0; i < s.n;) {
		size_t from = i;
		i = plain_end(s, i, &(bool){ false });
		buf_add(b, str_sub(s, from, i));
		if (i == s.n)
			break;
		unsigned char c = (unsigned char)s.p[i++];
		const char *named = strchr("\"\"\\\\\nn\tt\rr\bb\ff", c);
		buf_char(b, '\\');
		if (c && named) {
			buf_char(b, c == '"' || c == '\\' ? (char)c : named[1]);
		} else {
			buf_add(b, STR("u00"));
			buf_char(b, hex[c >> 4]);
			buf_char(b, hex[c & 15]);
		}
	}
	buf_char(b, '"');
}

void json_put_string(struct buf *b, struct str s)
{
	buf_reserve(b, s.n + 2);
	char *p = b->p + b->n;
	if (!put_plain(p + 1, s)) {
		put_escaped(b, s);
		return;
	}
	p[0] = p[s.n + 1] = '"';
	b->n += s.n + 2;
}

void json_put_key(struct buf *b, struct str key)
{
	buf_reserve(b, key.n + 4);
	if (b->n && b->p[b->n - 1] != '{')
		b->p[b->n++] = ',';
	b->p[b->n++] = '"';
	memcpy(b->p + b->n, key.p, key.n);
	b->n += key.n;
	b->p[b->n++] = '"';
	b->p[b->n++] = ':';
}
