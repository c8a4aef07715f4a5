/* meeting_places.c - where a meeting is held: what stands behind "tại" and "ở", the hall told later in place of the town, what is visited.
 * "Sáng 4/3, tại Nhà văn hóa xã A (huyện B), Huyện ủy B tổ chức ..." -> "Nhà văn hóa xã A, huyện B". Leaves out where somebody lives and what
 * somebody says behind the meeting. */
#include "extract/explain.h"
#include "extract/report.h"
#include "vi/lists.h"
#include <stdint.h>

static void add_part(struct document *d, struct str *place, const struct entity *e)
{
	struct buf b = { 0 };
	buf_add(&b, *place);
	buf_add(&b, STR(", "));
	buf_add(&b, e->norm);
	*place = arena_dup(d->a, buf_str(&b));
	buf_free(&b);
}

/* A place, or a body that is a house to meet in: "tại Công viên phần mềm Quang Trung". */
static bool is_place(const struct words *w, const struct entity *e)
{
	if (e->label == ORGANIZATION)
		return lists_starts("house of a body", e->norm) || words_find(w, "venuestreet", e->start, e->start + 1) != SIZE_MAX || words_find(w, "venue", e->start, e->start + 1) != SIZE_MAX;
	return e->label == PLACE && !str_eq(e->norm, STR("Việt Nam"));
}

/* "Geneva" where "trụ sở Liên Hợp Quốc, Geneva" is there. */
static bool part_of_another(const struct list *places, struct str place)
{
	for (unsigned i = 0; i < places->n; i++)
		if (str_ends(places->v[i], place) || str_ends(place, places->v[i]))
			return true;
	return false;
}

/* The places that stand in a row from byte `end` on: "xã Tân Phú (huyện Hòa Lạc) và xã Tân Lập". A country ends the row. */
static struct list places_from(struct document *d, const struct sentence *s, const struct words *w, size_t end, bool abroad)
{
	enum { NEAR = 8 };   /* bytes between two places of one row */
	struct list found = { 0 };
	for (unsigned i = 0; i < s->entities; i++) {
		const struct entity *e = &s->entity[i];
		bool country = str_eq(e->level, STR("country"));
		if (!is_place(w, e) || (country && !abroad) || e->start < end || e->start - end > (found.n ? NEAR : 1u))
			continue;
		struct str between = str_sub(s->text, end, e->start);
		if (found.n && (e->label == ORGANIZATION || (str_eq(e->level, STR("venue")) && !str_eq(between, STR(", ")))))
			continue;
		if (e->end < s->text.n && !str_starts(str_sub(s->text, e->end, s->text.n), STR(" (")) && lists_find("no venue by itself", e->norm))   /* "thảo luận tại hội trường" */
			break;
		if (found.n && str_find(between, STR("và"), 0) == SIZE_MAX)
			add_part(d, &found.v[found.n - 1], e);
		else
			list_add(&found, e->norm);
		if (country)
			break;
		end = e->end;
	}
	return found;
}

/* "anh A (SN 1984, ở phường B)": said of somebody in passing, where "(tại phường B)" says where. */
bool meeting_in_passing(struct str text, size_t at)
{
	size_t i = at;
	while (i && text.p[i - 1] != '(' && text.p[i - 1] != ')')
		i--;
	return i && i < at && text.p[i - 1] == '(';
}

/* "lễ đón bằng di tích 'Nơi diễn ra trận đánh | tại | Phú Yên'": in a quotation that opened in [from, at). */
static bool quoted_at(struct str text, size_t from, size_t at)
{
	bool open = false;
	for (size_t i = from; i < at; i++) {
		struct str here = str_sub(text, i, text.n);
		bool single = text.p[i] == '\'' && (open || (i && text.p[i - 1] == ' '));
		if (text.p[i] == '"' || single)
			open = !open;
		else if (str_starts(here, STR("“")) || str_starts(here, STR("”")))
			open = str_starts(here, STR("“"));
	}
	return open;
}

/* Byte where somebody's words begin behind the meeting's name: "..., ông A | cho biết | ... ở xã B". */
static size_t words_begin(const struct report *r)
{
	for (unsigned i = 0; i < r->s->entities; i++) {
		const struct entity *e = &r->s->entity[i];
		if (e->label == ROLE && e->start > r->name_end && str_eq(e->norm, STR("speak")))
			return e->start;
	}
	return r->s->text.n;
}

/* "ông A | cho biết | ... tại chùa B, xã đã làm việc với ...": in what somebody says before the meeting. */
static bool in_words_before(const struct report *r, size_t at)
{
	for (unsigned i = 0; at < r->head->start && i < r->s->entities && r->s->entity[i].end <= at; i++)
		if (r->s->entity[i].label == ROLE && str_eq(r->s->entity[i].norm, STR("speak")))
			return true;
	return false;
}

/* "cuộc họp giải quyết vướng mắc | ở | Trung tâm A": a place of its subject; "trú | tại | xã B": of a person. */
static bool other_place(const struct meeting *m, const struct sentence *s, const struct report *r, struct str word, size_t at)
{
	if (lists_ends("lives in a place", str_trim(str_sub(s->text, 0, at))) || meeting_in_passing(s->text, at) || (r && in_words_before(r, at)))
		return true;
	if (r && at > r->head->end && at < r->name_end && quoted_at(s->text, r->head->end, at))
		return true;
	if (!r || meeting_is_verb(r->head) || !str_eq(word, STR("ở")))
		return false;
	if (at < r->head->start)       /* "các nguồn tin ở thủ đô A cho biết" */
		return !r->organised;
	if (at < r->head->end || at > r->name_end)
		return false;
	for (unsigned i = 0; m->places.n == 0 && i < s->entities; i++)   /* "hội nghị thượng đỉnh ở thành phố A": the last word of the name */
		if (s->entity[i].label == PLACE && s->entity[i].start > at && s->entity[i].end == r->name_end)
			return false;
	return true;
}

/* Those right behind tại, ở, từ (of connected points); countries only where the meeting is reported. */
void meeting_places(struct document *d, struct meeting *m, const struct sentence *s, const struct words *w, const struct report *r)
{
	size_t limit = r ? words_begin(r) : s->text.n;
	unsigned words;
	const struct list_word *word = lists_words("before a place", &words);
	bool linked = lists_stands("connected", s->text) != NULL;
	for (unsigned k = 0; k < words; k++)
		for (size_t at = 0; (linked || !word[k].value.n) && (at = str_find(s->text, word[k].phrase, at)) < limit; at++) {
			size_t end = at + word[k].phrase.n + 1;
			if ((at && s->text.p[at - 1] != ' ' && s->text.p[at - 1] != '(') || end > s->text.n || s->text.p[end - 1] != ' ' || other_place(m, s, r, word[k].phrase, at))
				continue;
			struct list found = places_from(d, s, w, end, s == m->where);
			for (unsigned i = 0; i < found.n && m->places.n < 4; i++) {
				if (part_of_another(&m->places, found.v[i]))
					continue;
				list_add(&m->places, found.v[i]);
				explain("meetings", m->id, "places", found.v[i], STR("place:tại"), s);
			}
		}
}

const struct entity *meeting_visited(const struct report *r)
{
	for (unsigned i = 0; i < r->s->entities; i++) {
		const struct entity *e = &r->s->entity[i];
		if (e->label != PLACE || e->start < r->head->end || e->start >= r->name_end)
			continue;
		struct str between = str_trim(str_sub(r->s->text, r->head->end, e->start));
		return between.n && !lists_find("manner of a visit", between) ? NULL : e;
	}
	for (unsigned i = r->s->entities; i-- && str_ends(str_sub(r->s->text, 0, r->name_end), STR(" nước này"));)   /* "đến Singapore, bắt đầu chuyến thăm nước này" */
		if (r->s->entity[i].label == PLACE && r->s->entity[i].end <= r->head->start)
			return &r->s->entity[i];
	return NULL;
}

/* "đã đến | Bệnh viện A | để thăm", "xuống | xã B | làm việc": the last place that somebody came to before the verb; NULL: none. */
static const struct entity *came_to(const struct report *r)
{
	for (unsigned i = r->s->entities; i-- && meeting_is_verb(r->head);) {
		const struct entity *e = &r->s->entity[i];
		if (e->end < r->head->start && is_place(r->w, e) && lists_ends("comes to a place", str_trim(str_sub(r->s->text, 0, e->start))) && str_find(str_sub(r->s->text, e->end, r->head->start), STR(","), 0) >= r->head->start - e->end)
			return e;
	}
	return NULL;
}

void meeting_stay(struct meeting *m, const struct report *r)
{
	const struct entity *e = m->places.n ? NULL : str_eq(m->type, STR("thăm")) && meeting_visited(r) ? meeting_visited(r) : came_to(r);
	if (!e || str_eq(e->norm, STR("Việt Nam")))
		return;
	list_add(&m->places, e->norm);
	explain("meetings", m->id, "places", e->norm, STR("place:visited"), r->s);
}

/* The table's kind of a cell's first word is this: "level:thành phố", "venue". */
static bool begins_with(const struct document *d, struct str place, const char *kind)
{
	static struct tokens t;
	tokens_cut(&t, place);
	const struct lexicon_entry *word = t.n ? lexicon_at(d->lex, &t, 0)[LEX_WORD].entry : NULL;
	return word && str_starts(word->value, str_c(kind));
}

static bool is_town(const struct document *d, struct str place)
{
	static struct tokens t;
	if (begins_with(d, place, "level"))
		return true;
	tokens_cut(&t, place);
	const struct lexicon_hit hit = lexicon_at(d->lex, &t, 0)[LEX_PLACE];
	return hit.entry && hit.n == t.n;
}

void meeting_venue(struct document *d, struct meeting *m, const struct sentence *s, const struct words *w)
{
	struct meeting told = { .id = m->id, .where = m->where };
	if (m->places.n != 1 || !is_town(d, m->places.v[0]))
		return;
	meeting_places(d, &told, s, w, NULL);
	if (told.places.n != 1 || !begins_with(d, told.places.v[0], "venue"))
		return;
	struct str town = m->places.v[0], hall = told.places.v[0];
	struct buf b = { 0 };
	buf_add(&b, hall);
	if (str_find(hall, town, 0) >= hall.n && str_find(hall, STR(","), 0) >= hall.n) {
		buf_add(&b, STR(", "));
		buf_add(&b, town);
	}
	m->places.v[0] = arena_dup(d->a, buf_str(&b));
	buf_free(&b);
	explain("meetings", m->id, "places", m->places.v[0], STR("place:venue"), s);
}

void meeting_place_behind(struct document *d, struct meeting *m, struct report *r)
{
	struct str name = meeting_name(d, r);
	if (name_is_short(name) || (str_find(m->name, name, 0) >= m->name.n && str_find(name, m->name, 0) >= name.n))
		return;
	struct str behind = str_sub(r->s->text, r->name_end, r->s->text.n);
	size_t skip = str_starts(behind, STR(" tại ")) ? STR(" tại ").n : str_starts(behind, STR(" ở ")) ? STR(" ở ").n : 0;
	struct list found = skip ? places_from(d, r->s, r->w, r->name_end + skip, true) : (struct list){ 0 };
	for (unsigned i = 0; i < found.n; i++) {
		list_add(&m->places, found.v[i]);
		explain("meetings", m->id, "places", found.v[i], STR("place:mention"), r->s);
	}
}
