/* type.c - {"type":"sentence",...} -> sentence, reading a few bytes of either end. The first "type" of an object counts, as with
 * json_member, so what stands behind it cannot change the answer. */
#include "record/type.h"
#include "base/bytes.h"

static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

static void skip(struct str s, size_t *i)
{
	while (*i < s.n && is_blank(s.p[*i]))
		++*i;
}

static bool take(struct str s, size_t *i, char c)
{
	skip(s, i);
	if (*i == s.n || s.p[*i] != c)
		return false;
	++*i;
	return true;
}

static bool word(struct str s, size_t *i, struct str *w)
{
	if (!take(s, i, '"'))
		return false;
	size_t from = *i;
	while (*i < s.n && s.p[*i] >= 'a' && s.p[*i] <= 'z')
		++*i;
	*w = str_sub(s, from, *i);
	return *i < s.n && s.p[(*i)++] == '"';
}

struct str record_type(struct str line)
{
	static const char own[] = "{\"type\":\"sentence\",";             /* nearly all lines, as our own programs write them */
	struct str key, type, none = { "", 0 };
	size_t i = 0, end = line.n;
	if (end > sizeof own && line.p[end - 1] == '}' && bytes_same(line.p, own, sizeof own - 1))
		return str_sub(line, 9, 17);
	while (end && is_blank(line.p[end - 1]))
		end--;
	line.n = end;
	if (!end || line.p[end - 1] != '}' || !take(line, &i, '{') || !word(line, &i, &key) || !str_eq(key, STR("type")))
		return none;
	if (!take(line, &i, ':') || !word(line, &i, &type))
		return none;
	skip(line, &i);
	return i < line.n && (line.p[i] == ',' || line.p[i] == '}') ? type : none;
}
