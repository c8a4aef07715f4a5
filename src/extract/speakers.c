/* speakers.c - who speaks where more than light words stand between him and the verb: an apposition that no title of the tables makes up
 * ("A, điều phối viên khu vực của tổ chức B, | cho rằng"), where he is from ("Chuyên gia A thuộc Viện B | nhận định"), how he says it
 * ("“...”, chị A bùi ngùi | kể"). Only a person who begins his clause is looked at. */
#include "extract/clause.h"
#include "vi/lists.h"

enum { FAR = 260, NEAR = 40 };   /* bytes between the person and the verb */

static struct str before(const struct clause *c, size_t at) { return str_trim(str_sub(c->s->text, 0, at)); }

static bool quote_ends(struct str text) { return str_ends(text, STR("\"")) || str_ends(text, STR("”")); }

/* Byte where the person's offices and honorifics begin. */
static size_t group_start(const struct clause *c, unsigned i)
{
	while (i && !c->item[i - 1].person && c->item[i - 1].link == LINK_TIGHT)
		i--;
	return c->item[i].start;
}

/* Nothing, a mark, or words that open a sentence stand before the person. */
static bool begins_clause(const struct clause *c, size_t at)
{
	struct str head = before(c, at);
	return head.n == 0 || strchr(",:;-)", head.p[head.n - 1]) || quote_ends(head) || str_ends(head, STR("“")) || str_ends(head, STR("–")) || link_is_light(c, 0, at);
}

/* Behind the brackets that [at, to) begins with. */
static size_t behind_brackets(const struct clause *c, size_t at, size_t to)
{
	struct str text = str_sub(c->s->text, at, to);
	size_t blank = text.n && text.p[0] == ' ';
	if (blank >= text.n || text.p[blank] != '(')
		return at;
	size_t close = str_find(text, STR(")"), 0);
	return close < text.n ? at + close + 1 : at;
}

static bool mark_at(struct str text, size_t i) { return strchr(",-)", text.p[i]) || (i + 3 <= text.n && memcmp(text.p + i, "\xE2\x80\x93", 3) == 0); }

/* "A, điều phối viên của tổ chức B, | cũng | cho rằng": marks at both ends, light words behind the second. */
static bool set_off(const struct clause *c, size_t from, size_t to)
{
	struct str text = str_sub(c->s->text, from, to);
	size_t first = text.n && text.p[0] == ' ', last = text.n;
	if (first >= text.n || !(mark_at(text, first) || text.p[first] == '('))
		return false;
	while (last > first && !mark_at(text, last - 1) && !(text.p[last - 1] == '\x93' && last > 2 && mark_at(text, last - 3)))
		last--;
	return last > first + 4 && link_is_light(c, from + last, to);
}

/* A verb of speech whose object is a clause, or a colon behind it. */
static bool strong(const struct clause *c, const struct entity *r)
{
	struct str behind = str_trim(str_sub(c->s->text, r->end, c->s->text.n));
	return str_starts(behind, STR(":")) || str_starts(behind, STR("rằng ")) || behind.n < 3 || lists_ends("says that", str_sub(c->s->text, r->start, r->end)) != NULL;
}

/* "A thuộc Viện B | nhận định", "A, giáo viên trường B | chia sẻ": the apposition has no end of its own. */
static bool left_open(const struct clause *c, size_t from, size_t to)
{
	struct str text = str_trim(str_sub(c->s->text, from, to));
	bool marked = text.n && (text.p[0] == ',' || text.p[0] == '-' || str_starts(text, STR("–")));
	if (marked)
		text = str_trim(str_sub(text, text.p[0] == ',' || text.p[0] == '-' ? 1 : 3, text.n));
	return lists_starts(marked ? "apposed to a speaker" : "where a speaker is from", text) && !lists_stands("ends an apposition", text);
}

/* How it is said, or when: no mark, and few words that mean nothing else. */
static bool in_a_manner(const struct clause *c, size_t from, size_t to)
{
	if (to - from > NEAR)
		return false;
	struct str text = str_sub(c->s->text, from, to);
	return !memchr(text.p, ',', text.n) && !lists_stands("ends an apposition", text);
}

/* "A (giảng viên Trường Đại học B) nói": B. */
static bool in_brackets(const struct clause *c, unsigned i, size_t verb)
{
	struct str front = str_sub(c->s->text, 0, c->item[i].start), behind = str_sub(c->s->text, c->item[i].end, verb);
	size_t open = front.n;
	while (open && front.p[open - 1] != '(' && front.p[open - 1] != ')')
		open--;
	return open && front.p[open - 1] == '(' && memchr(behind.p, ')', behind.n);
}

static bool dash_begins(struct str text)
{
	return str_starts(text, STR("-")) || str_starts(text, STR("–"));
}

int speaker_between_dashes(const struct clause *c, const struct entity *r)
{
	struct str front = before(c, r->start);
	if (!str_eq(r->norm, STR("speak")) || !(str_ends(front, STR(" -")) || str_ends(front, STR(" –"))))
		return -1;
	for (unsigned i = 0; i + 1 < c->n && c->item[i].end < r->start; i++) {
		struct str behind = str_trim(str_sub(c->s->text, c->item[i].end, r->start));
		if (c->item[i].person && behind.n > 4 && dash_begins(behind) && begins_clause(c, group_start(c, i)))
			return (int)i;
	}
	return -1;
}

static bool speaks(const struct clause *c, unsigned i, const struct entity *r)
{
	size_t start = group_start(c, i), from = behind_brackets(c, c->item[i].end, r->start);
	if (r->start - c->item[i].end > FAR || !begins_clause(c, start))
		return false;
	struct str head = before(c, start);
	if (head.n && (head.p[head.n - 1] == ',' || head.p[head.n - 1] == '-'))   /* “...”, chị A bùi ngùi kể */
		head = str_trim(str_sub(head, 0, head.n - 1));
	if (quote_ends(head) && (in_a_manner(c, from, r->start) || left_open(c, from, r->start)))
		return true;
	if (set_off(c, c->item[i].end, r->start))
		return true;
	return strong(c, r) && left_open(c, from, r->start);
}

int speaker_apart(const struct clause *c, const struct entity *r)
{
	if (!str_eq(r->norm, STR("speak")) && !str_eq(r->norm, STR("present")))
		return -1;
	int found = -1;
	for (unsigned i = 0; i < c->n && c->item[i].end <= r->start; i++)
		if (c->item[i].person && !(found >= 0 && (in_brackets(c, i, r->start) || link_ends_before(c, group_start(c, i), "kin"))))
			found = (int)i;
	if (found < 0)
		return -1;
	for (unsigned k = 0; k < c->s->entities; k++) {   /* another verb between them */
		const struct entity *e = &c->s->entity[k];
		if (e->label == ROLE && e->start >= c->item[found].end && e->end <= r->start && str_eq(e->norm, STR("speak")))
			return -1;
	}
	return speaks(c, (unsigned)found, r) ? found : -1;
}
