/* meeting_name.c - the name of a meeting: from its noun to the end of its subject, not into place, day, organiser or attendance. */
#include "extract/report.h"
#include "vi/lists.h"
#include <limits.h>
#include <stdint.h>

/* Byte behind the citation's subject. */
size_t report_cited_end(const struct sentence *s, const struct entity *e)
{
	struct str last = e->subject.n > 12 ? str_sub(e->subject, e->subject.n - 12, e->subject.n) : e->subject;
	size_t at = last.n ? str_find(s->text, last, e->start) : SIZE_MAX;
	return at < s->text.n && at + last.n > e->end ? at + last.n : e->end;
}

static const struct entity *entity_at(const struct sentence *s, enum label l, size_t at)
{
	for (unsigned i = 0; sentence_has(s, l) && i < s->entities && s->entity[i].start <= at; i++)
		if (s->entity[i].label == l && s->entity[i].start == at)
			return &s->entity[i];
	return NULL;
}

static bool is_word(const struct report *r, unsigned i, struct str word) { return token_is(&r->w->t.t[i], r->s->text, word); }

/* "quyết định bổ nhiệm ông A, ...": the person is part of the meeting's subject. */
static bool gives(const struct report *r, unsigned i)
{
	size_t at = links_find(r->w, "gives", r->head->end, r->w->t.t[i].start);
	return at != SIZE_MAX;
}

/* An honorific before a name or an office, or of the persons there; not the "nhà giáo" of "Ngày nhà giáo". */
static bool names_somebody(const struct sentence *s, const struct entity *h)
{
	for (unsigned i = 0; i < s->entities; i++) {
		const struct entity *e = &s->entity[i];
		if ((e->label == PERSON || e->label == POSITION || e->label == HONORIFIC) && e->start > h->start && e->start <= h->end + 2)
			return true;
	}
	return str_eq(h->norm, STR("đồng chí")) || str_eq(h->norm, STR("ông")) || str_eq(h->norm, STR("bà"));
}

/* "lễ khai trương có Ủy viên ...", "có các đồng chí", "có 200 đại biểu": who was there. */
static bool lists_guests(const struct report *r, unsigned i)
{
	const struct phrase *h = &r->w->link[i];
	if (!h->entry || !str_eq(h->entry->value, STR("has")) || h->end >= r->w->t.n)
		return false;
	const struct lexicon_entry *next = r->w->link[h->end].entry, *word = r->w->word[h->end].entry;
	unsigned number = word && str_ends(word->value, STR("qualifier")) ? h->end + 1 : h->end;
	if (number < r->w->t.n && r->w->t.t[number].kind == TOKEN_NUMBER && r->w->t.t[i].start <= r->head->end + 1)   /* "hội nghị có hơn 300 hộ dân" */
		return true;
	for (unsigned k = 0; k < r->s->entities; k++) {
		const struct entity *e = &r->s->entity[k];
		if (e->start == r->w->t.t[h->end].start && (e->label == PERSON || e->label == HONORIFIC || e->label == COUNT || (e->label == POSITION && vi_is_upper(vi_codepoint(r->s->text, e->start, &(size_t){ 0 })))))
			return true;
	}
	return next && (str_eq(next->value, STR("group")) || str_eq(next->value, STR("party")) || str_eq(next->value, STR("plural")));
}

/* "90 đảng viên", "gần 90 đảng viên" at token i. */
static bool counted(const struct report *r, unsigned i)
{
	const struct words *w = r->w;
	if (i >= w->t.n)
		return false;
	bool about = i + 1 < w->t.n && w->word[i].entry && str_ends(w->word[i].entry->value, STR("qualifier"));
	return entity_at(r->s, COUNT, w->t.t[i].start) || (about && entity_at(r->s, COUNT, w->t.t[i + 1].start));
}

/* "Đại hội A chia sẻ | trong buổi đối thoại": said at another meeting. */
static bool at_another(const struct report *r, unsigned i)
{
	const struct phrase *h = &r->w->link[i];
	bool at = h->entry && str_eq(h->entry->value, STR("at")) && lists_find("within a meeting", h->entry->surface);
	const struct entity *m = at && h->end < r->w->t.n ? entity_at(r->s, MEETING, r->w->t.t[h->end].start) : NULL;
	return m && !meeting_is_verb(m) && r->w->t.t[i].start > r->head->end + 1;
}

/* "chào xã giao A | và hội đàm cùng B": the second meeting of the sentence (report_second). */
static bool second_begins(const struct report *r, unsigned i)
{
	struct report second;
	if (!is_word(r, i, STR("và")) || !report_second(r, &second))
		return false;
	return second.head->start > r->w->t.t[i].end && second.head->start - r->w->t.t[i].end < 10;
}

static bool stops(const struct report *r, unsigned i, bool bare)
{
	const struct phrase *h = &r->w->link[i];
	if (lists_guests(r, i) || at_another(r, i) || second_begins(r, i))
		return true;
	if (r->w->word[i].entry && (str_eq(r->w->word[i].entry->value, STR("planned")) || str_eq(r->w->word[i].entry->value, STR("sameday"))))
		return true;
	size_t at = r->w->t.t[i].start;
	if (h->entry && at <= r->head->end + 1 && !str_eq(r->head->unit, STR("verb")) && lists_find("goes on behind a noun", h->entry->surface))   /* "Kỳ họp cũng thông qua" */
		return true;
	if ((is_word(r, i, STR("là")) || is_word(r, i, STR("này"))) && at <= r->head->end + 1)   /* "Có mặt tại hội nghị là ...", "cuộc họp này" */
		return true;
	if (at > r->head->end && lists_starts("leaves a name", str_sub(r->s->text, at, r->s->text.n)))   /* "họp báo về A | nhưng không nêu ..." */
		return true;
	if (h->entry && (str_eq(h->entry->value, STR("today")) || str_eq(h->entry->value, STR("lately"))) && at > r->head->end)
		return true;
	if (h->entry && (str_eq(h->entry->value, STR("namestop")) || str_eq(h->entry->value, STR("by")) || str_eq(h->entry->value, STR("aux"))))
		return true;
	if (h->entry && at > r->head->end + 1 && lists_find("around a meeting", h->entry->surface))
		return true;
	if (i + 1 < r->w->t.n && (is_word(r, i, STR("vào")) || is_word(r, i, STR("hồi"))) && lists_starts("begins a time", str_sub(r->s->text, r->w->t.t[i + 1].start, r->s->text.n)))   /* "đại hội vào tháng 10" */
		return true;
	if (h->entry && str_eq(h->entry->value, STR("purpose")))   /* "tổ chức Hội nghị để ...": the subject of a bare name */
		return !bare || str_eq(r->head->norm, STR("thăm"));
	const struct entity *points = i + 1 < r->w->t.n ? entity_at(r->s, COUNT, r->w->t.t[i + 1].start) : NULL;   /* "đến 14 điểm cầu" */
	if ((points && str_eq(points->unit, STR("points"))) || (is_word(r, i, STR("cho")) && counted(r, i + 1)))   /* "lớp tập huấn | cho 76 cán bộ" */
		return true;
	const struct entity *day = entity_at(r->s, DATE, at);
	const struct list_word *holiday = day && !day->date_end.n && !day->session.n ? meeting_day_name(r->s->text, day) : NULL;
	if (day && (day->norm.n == 10 || day->session.n) && !(holiday && !holiday->value.n))
		return true;
	const struct entity *somebody = entity_at(r->s, HONORIFIC, at);
	if (!somebody)
		return false;
	struct str between = str_trim(str_sub(r->s->text, r->head->end, at));
	if ((lists_ends("before whoever is met", between) || (between.n == 0 && str_eq(r->head->norm, STR("lễ")))) && str_find(between, STR(","), 0) >= between.n)   /* "buổi làm việc với ông A", "lễ tang ông A" */
		return false;
	bool met = str_eq(r->head->unit, STR("verb")) && (at <= r->head->end + 1 || str_eq(between, STR("các")));   /* "tiếp ông A", "thăm các Mẹ" */
	return !met && names_somebody(r->s, somebody) && !gives(r, i);
}

static bool body_before(const struct sentence *s, size_t end)
{
	for (unsigned i = 0; i < s->entities; i++)
		if (s->entity[i].label == ORGANIZATION && s->entity[i].end == end)
			return true;
	return false;
}

/* "Kỳ họp thứ 8, Hội đồng nhân dân tỉnh", "họp báo về Hội nghị lần thứ 8, Ban Chấp hành": nothing but its number between the last noun of a
 * meeting of bodies and byte `end`. */
static bool only_ordinals(const struct report *r, size_t end)
{
	size_t from = 0;
	for (unsigned i = 0; i < r->s->entities && r->s->entity[i].start < end; i++)
		if (r->s->entity[i].label == MEETING && r->s->entity[i].end < end)
			from = lists_find("meets by number", r->s->entity[i].norm) ? r->s->entity[i].end : 0;
	if (from < r->head->end)
		return false;
	for (unsigned k = words_token(r->w, from); k < r->w->t.n && r->w->t.t[k].start < end;) {
		const struct phrase *h = &r->w->link[k];
		if (r->w->t.t[k].kind != TOKEN_WORD)
			k++;
		else if (h->entry && (str_eq(h->entry->value, STR("ordinal")) || str_eq(h->entry->value, STR("term"))))
			k = h->end;
		else
			return false;
	}
	return true;
}

/* An office in capitals or with its holder behind it; "già làng, trưởng bản" is whom the meeting is for. */
static bool office(const struct sentence *s, size_t at)
{
	size_t n;
	const struct entity *e = entity_at(s, POSITION, at);
	return e && (vi_is_upper(vi_codepoint(s->text, at, &n)) || entity_at(s, PERSON, e->end + 1));
}

/* "A chủ trì cuộc họp với các sở, UBND huyện bàn việc ...": a body of those met, for the sentence has its subject. */
static bool is_met(const struct report *r, size_t at)
{
	struct str between = str_sub(r->s->text, r->head->end, at);
	if (!str_starts(between, STR(" với ")) && !str_starts(between, STR(" giữa ")))
		return false;
	for (unsigned i = 0; i < r->s->entities; i++) {
		const struct entity *e = &r->s->entity[i];
		if (e->label == ROLE && str_eq(e->norm, STR("chair")) && e->start < r->head->start)
			return true;
	}
	return false;
}

/* "tại hội nghị", "dự buổi lễ": a word of being there ends right before the meeting. */
static bool told_at(const struct report *r)
{
	for (unsigned i = words_token(r->w, r->head->start); i-- && r->w->t.t[i].end + 24 > r->head->start;) {
		const struct phrase *h = &r->w->link[i];
		if (h->entry && str_eq(h->entry->value, STR("at")))
			return h->end < r->w->t.n && r->w->t.t[h->end].start == r->head->start;
	}
	return false;
}

/* Token behind the quotation that opens at i and closes in this sentence; i where none opens or it does not close. */
static unsigned behind_quote(const struct report *r, unsigned i)
{
	enum { LONGEST = 60 };   /* tokens */
	struct str text = r->s->text, open = str_sub(text, r->w->t.t[i].start, r->w->t.t[i].end);
	bool curly = str_eq(open, STR("“"));
	if (!curly && !str_eq(open, STR("\"")) && !(str_eq(open, STR("'")) && r->w->t.t[i].start && text.p[r->w->t.t[i].start - 1] == ' '))
		return i;
	for (unsigned j = i + 1; j < r->w->t.n && j - i < LONGEST; j++)
		if (str_eq(str_sub(text, r->w->t.t[j].start, r->w->t.t[j].end), curly ? STR("”") : open))
			return j + 1;
	return i;
}

/* "Tại buổi làm việc với huyện, | trụ trì chùa khẳng định ...": what follows the comma, to the next, has a verb of the sentence's own. */
static bool main_clause(const struct report *r, unsigned comma)
{
	unsigned end = comma + 1;
	if (!told_at(r))
		return false;
	if (lists_starts("begins a clause", str_trim(str_sub(r->s->text, r->w->t.t[comma].end, r->s->text.n))))
		return true;
	if (r->head->start > 24 && !(comma + 1 < r->w->t.n && r->w->t.t[comma + 1].upper))
		return false;
	while (end < r->w->t.n && r->s->text.p[r->w->t.t[end].start] != ',')
		end++;
	size_t from = r->w->t.t[comma].end + 1, to = end < r->w->t.n ? r->w->t.t[end].start : r->s->text.n;
	for (unsigned i = 0; i < r->s->entities; i++) {
		const struct entity *e = &r->s->entity[i];
		if (e->label == ROLE && e->start > from && e->end <= to && !str_eq(e->norm, STR("none")) && !str_eq(e->norm, STR("present")))
			return true;
	}
	return links_find(r->w, "aux", from + 1, to) != SIZE_MAX;
}

/* "Hội nghị sơ kết công tác 6 tháng; | triển khai nhiệm vụ": a further part of the subject. */
static bool goes_on_behind(const struct report *r, unsigned i)
{
	const struct lexicon_entry *link = r->w->link[i].entry;
	if (link && (str_eq(link->value, STR("study")) || str_eq(link->value, STR("carry")) || str_eq(link->value, STR("reviews"))))
		return true;
	return lists_starts("goes on behind a semicolon", str_sub(r->s->text, r->w->t.t[i].start, r->s->text.n)) != NULL;
}

static bool mark_stops(const struct report *r, unsigned i, bool bare)
{
	char c = r->s->text.p[r->w->t.t[i].start];
	if (c == ';' && i + 1 < r->w->t.n && entity_at(r->s, DIRECTIVE, r->w->t.t[i + 1].start))
		return false;
	if (c == ';' && i + 1 < r->w->t.n && goes_on_behind(r, i + 1))
		return false;
	if (c == ';' || c == '?' || c == '!')
		return true;
	if (c == '-' && i + 1 < r->w->t.n && r->w->t.t[i + 1].upper && is_word(r, i + 1, STR("ảnh")))   /* "lễ ra quân - Ảnh: A.B." */
		return true;
	if (c == '(' && lists_starts("brackets of a law", str_sub(r->s->text, r->w->t.t[i].start, r->s->text.n)))   /* "góp ý dự thảo Luật Giáo dục (sửa đổi)" */
		return false;
	if (c == '(')   /* "Hội nghị Trung ương 8 (khóa XII)" is one name */
		return i + 1 >= r->w->t.n || !r->w->word[i + 1].entry || !str_eq(r->w->word[i + 1].entry->value, STR("term"));
	if (c == '.' && i && r->w->word[i - 1].entry && str_starts(r->w->word[i - 1].entry->value, STR("level:")))   /* "TP. Huế" */
		return false;
	if (c == ':' && i + 1 < r->w->t.n && behind_quote(r, i + 1) > i + 1)   /* "với chuyên đề: “...”" */
		return false;
	if (c == '.' || c == ':')
		return i + 1 == r->w->t.n || !r->w->t.t[i + 1].glued;
	if (c != ',' || i + 1 >= r->w->t.n)
		return false;
	if (r->w->t.t[i].start == r->head->end && told_at(r))   /* "Tại buổi làm việc, ..." */
		return true;
	if (main_clause(r, i))
		return true;
	unsigned head = words_token(r->w, r->head->end);
	if (str_eq(r->head->norm, STR("lễ")) && i == head + 1 && !r->w->t.t[i + 1].upper && words_token(r->w, r->head->start) + 1 == head)   /* "Lễ giao, nhận quân" */
		return false;
	if (str_eq(r->head->norm, STR("lễ")) && name_is_short(str_sub(r->s->text, r->head->start, r->w->t.t[i].start)) && lists_starts("goes on in a ceremony", str_sub(r->s->text, r->w->t.t[i + 1].start, r->s->text.n)))   /* "lễ ký kết, trao đổi văn kiện" */
		return false;
	if (i <= head && meeting_is_verb(r->head) && lists_starts("done at a visit", str_sub(r->s->text, r->w->t.t[i + 1].start, r->s->text.n)))   /* "đã gặp mặt, chúc mừng ..." */
		return false;
	const struct phrase *h = &r->w->link[i + 1];
	size_t next = r->w->t.t[i + 1].start;
	if (gives(r, i + 1))
		return false;
	if (counted(r, i + 1) || (h->entry && lists_find("celebrates", h->entry->surface)))   /* ", gần 90 đảng viên tham dự", ", chào mừng Đại hội A" */
		return true;
	const struct entity *role = entity_at(r->s, ROLE, next), *body = entity_at(r->s, ORGANIZATION, next);
	if (role && (str_eq(role->norm, STR("present")) || str_eq(role->norm, STR("none"))))   /* "học tập, quán triệt", "công trình, dự án" */
		role = NULL;
	return stops(r, i + 1, bare) || lists_starts("leaves a name behind a comma", str_sub(r->s->text, next, r->s->text.n)) || role || office(r->s, next) || entity_at(r->s, PERSON, next) || (body && !is_met(r, next) && !body_before(r->s, r->w->t.t[i].start) && !only_ordinals(r, r->w->t.t[i].start)) ||
	       is_word(r, i + 1, STR("thông")) ||   /* ", thông qua ..." */
	       (h->entry && (str_eq(h->entry->value, STR("clause")) || str_eq(h->entry->value, STR("quoted")) || str_eq(h->entry->value, STR("colon")) || str_eq(h->entry->value, STR("has")) || str_eq(h->entry->value, STR("verb")) || str_eq(h->entry->value, STR("and")) || str_eq(h->entry->value, STR("light"))));
}

/* Token behind the parenthesis at i where the name goes on in a word behind it; 0 where it does not. */
static unsigned closes(const struct report *r, unsigned i, bool bare)
{
	for (unsigned j = i + 1; j + 1 < r->w->t.n && j - i < 14; j++)
		if (r->s->text.p[r->w->t.t[j].start] == ')')
			return r->w->t.t[j + 1].kind != TOKEN_MARK && !entity_at(r->s, DATE, r->w->t.t[j + 1].start) && !stops(r, j + 1, bare) && !(r->w->link[j + 1].entry && str_eq(r->w->link[j + 1].entry->value, STR("at"))) ? j + 1 : 0;
	return 0;
}

bool name_is_short(struct str name)
{
	unsigned spaces = 0;
	for (size_t i = 0; i < name.n && spaces < 4; i++)
		spaces += name.p[i] == ' ';
	return spaces < 4;
}

static struct str name_read(const struct document *d, struct report *r);

/* "hội nghị sáng 16/1 về tổng kết ...": the name without the day inside it; empty where there is none. */
static struct str behind_day(const struct document *d, struct report *r, unsigned stop)
{
	const struct words *w = r->w;
	const struct entity *day = stop < w->t.n ? entity_at(r->s, DATE, w->t.t[stop].start) : NULL;
	unsigned next = day ? words_token(w, day->end) : 0;
	if (!day || w->t.t[stop].start > r->head->end + 1 || next >= w->t.n || !is_word(r, next, STR("về")))
		return (struct str){ 0 };
	struct entity tail = *r->head;
	tail.end = day->end;
	struct report rest = { .s = r->s, .w = w, .head = &tail };
	struct str about = name_read(d, &rest);
	size_t cut = str_find(about, STR("về "), 0);
	struct buf b = { 0 };
	buf_add(&b, str_sub(r->s->text, r->head->start, r->head->end));
	buf_char(&b, ' ');
	if (cut < about.n)
		buf_add(&b, str_sub(about, cut, about.n));
	r->name_end = rest.name_end;
	struct str name = arena_dup(d->a, str_trim(buf_str(&b)));
	buf_free(&b);
	return name;
}

/* Byte of the third syllable from `at` on. */
static size_t second_word(struct str text, size_t at)
{
	for (unsigned blanks = 0; at < text.n && blanks < 2; at++)
		blanks += text.p[at] == ' ';
	return at;
}

/* The mark at `at` is the second of two: "buổi giao lưu "Thơ xứ Mường"". */
static bool closes_quote(struct str text, size_t from, size_t at)
{
	unsigned quotes = 0;
	for (size_t i = from; i < at; i++)
		quotes += text.p[i] == '"';
	return text.p[at] == '"' && quotes % 2 == 1;
}

/* Without words that lead over to the place or day behind the name: "vụ cháy | xảy ra", "Hội nghị ... | từ". */
static size_t without_tail(struct str text, size_t from, size_t end)
{
	unsigned n;
	const struct list_word *tail = lists_words("ends no name", &n);
	for (unsigned i = 0; i < n; i++) {
		struct str name = str_sub(text, from, end);
		if (!str_ends(name, tail[i].phrase) || name.n == tail[i].phrase.n || !strchr(" -", name.p[name.n - tail[i].phrase.n - 1]))
			continue;
		end -= tail[i].phrase.n;
		while (end > from && strchr(" .,:;\"-", text.p[end - 1]) && !closes_quote(text, from, end - 1))
			end--;
		i = UINT_MAX;   /* from the first on */
	}
	return end;
}

/* "hội thảo "Thơ xứ Mường" | tổ chức ở Hà Nội". */
static bool closes_quote_before(const struct report *r, unsigned i)
{
	struct str mark = i ? str_sub(r->s->text, r->w->t.t[i - 1].start, r->w->t.t[i - 1].end) : (struct str){ 0 };
	return str_eq(mark, STR("”")) || (str_eq(mark, STR("\"")) && closes_quote(r->s->text, r->head->end, r->w->t.t[i - 1].start));
}

/* "đã có | buổi làm việc", "đến | thăm": the name begins with what is held. */
static size_t without_auxiliaries(struct str text, size_t from, size_t end)
{
	unsigned n;
	const struct list_word *word = lists_words("opens no name", &n);
	for (unsigned i = 0; i < n; i++) {
		size_t next = from + word[i].phrase.n + 1;
		if (next >= end || text.p[next - 1] != ' ' || !str_eq(str_sub(text, from, next - 1), word[i].phrase))
			continue;
		from = next;
		i = UINT_MAX;   /* from the first on */
	}
	return from;
}

static struct str name_read(const struct document *d, struct report *r)
{
	const struct words *w = r->w;
	unsigned i = words_token(w, r->head->end);
	bool voter = str_eq(r->head->norm, STR("tiếp xúc cử tri")), work = str_eq(r->head->norm, STR("thăm")) || str_eq(r->head->norm, STR("làm việc"));
	while (i < w->t.n) {
		const struct entity *cited = entity_at(r->s, DIRECTIVE, w->t.t[i].start);
		if (cited) {   /* a stop inside a cited document does not end the name */
			i = words_token(w, report_cited_end(r->s, cited));
			continue;
		}
		unsigned quoted = behind_quote(r, i);
		if (quoted > i) {
			i = quoted;
			continue;
		}
		bool bare = name_is_short(str_sub(r->s->text, r->head->start, w->t.t[i].start)) || str_eq(r->head->unit, STR("verb"));
		unsigned close = r->s->text.p[w->t.t[i].start] == '(' ? closes(r, i, bare) : 0;   /* "Hội nghị Tỉnh ủy (phiên bất thường) cho ý kiến" */
		if (close) {
			i = close;
			continue;
		}
		if (w->link[i].entry && str_eq(w->link[i].entry->value, STR("whole"))) {   /* "hàng không": one word, no "không" */
			i = w->link[i].end;
			continue;
		}
		if (w->t.t[i].kind == TOKEN_MARK ? mark_stops(r, i, bare) : stops(r, i, bare))
			break;
		if (w->word[i].entry && str_eq(w->word[i].entry->value, STR("organise")) && (w->t.t[i].start <= r->head->end + 1 || closes_quote_before(r, i)))
			break;
		if (is_word(r, i, STR("ở")) && name_is_short(str_sub(r->s->text, r->head->start, w->t.t[i].start)) && i + 1 < w->t.n && entity_at(r->s, PLACE, w->t.t[i + 1].start) && !work)
			break;                 /* "cuộc họp ở Sa Thầy" */
		if (is_word(r, i, STR("tại"))) {   /* "tại ...": the place, part of the name only of a visit */
			if (!voter && !(work && bare))
				break;
		}
		i++;
	}
	size_t end = i < w->t.n ? w->t.t[i].start : r->s->text.n;
	while (end > r->head->end && strchr(" .,:;\"-", r->s->text.p[end - 1]) && !closes_quote(r->s->text, r->head->end, end - 1))
		end--;
	end = without_tail(r->s->text, r->head->end, end);
	r->name_end = end;
	struct str past_day = behind_day(d, r, i);
	if (past_day.n)
		return past_day;
	size_t start = r->head->start;
	if (str_eq(r->head->unit, STR("event")))   /* "tổ chức | tổng kết ..." */
		start = second_word(r->s->text, start);
	if (meeting_is_verb(r->head))
		start = without_auxiliaries(r->s->text, start, r->head->end);
	if (start >= end)              /* "mở lớp." and no more */
		start = r->head->start;
	return lexicon_canonical(d->lex, d->a, str_trim(str_sub(r->s->text, start, end)));
}

/* The names read last, as the rules ask for each several times; of entities of a sentence, which stay where they are for a document. */
enum { KEPT = 16 };
static struct kept { const struct entity *head; struct str name; size_t end; } kept[KEPT];

void meeting_names_clear(void) { memset(kept, 0, sizeof kept); }

struct str meeting_name(const struct document *d, struct report *r)
{
	size_t k = r->s->entities;
	for (size_t i = 0; i < r->s->entities && k == r->s->entities; i++)
		k = &r->s->entity[i] == r->head ? i : k;
	if (k == r->s->entities)
		return name_read(d, r);
	struct kept *last = &kept[k % KEPT];
	if (last->head != r->head) {
		struct str name = name_read(d, r);
		*last = (struct kept){ r->head, name, r->name_end };
	}
	r->name_end = last->end;
	return last->name;
}
