/* bodies.c - the pass that adds organisations, positions and places; how far each goes say body_names.c and positions.c.
 * "Hội trường Tỉnh ủy Đồng Nai" -> PLACE, level venue; "huyện Đắk Song" -> PLACE, level huyện. */
#include "tag/bodies.h"
#include "tag/spots.h"
#include "vi/lists.h"

/* "Nghĩa trang liệt sĩ Đồi 82,", no "Nhà hát Lớn 26/3": behind the number of a name of letters a mark stands; else j. */
static unsigned name_number_end(const struct tagger *g, unsigned j)
{
	if (j + 1 >= g->t.n || g->t.t[j].kind != TOKEN_NUMBER || g->t.t[j].end - g->t.t[j].start > 3 || g->t.t[j - 1].kind != TOKEN_WORD)
		return j;
	bool marked = tag_mark(g, j + 1, ',') || tag_mark(g, j + 1, '(') || tag_mark(g, j + 1, ')') || tag_mark(g, j + 1, ';');
	return marked && (j + 2 >= g->t.n || !g->t.t[j + 2].glued || g->t.t[j + 2].kind != TOKEN_NUMBER) ? j + 1 : j;
}

/* "Quảng trường 23/3", "Hội trường 310A", "Hội trường 5": the token behind the number at j that names a venue. */
static unsigned venue_number_end(const struct tagger *g, unsigned j)
{
	bool glued = j + 1 < g->t.n && g->t.t[j + 1].glued;
	if (glued && (tag_mark(g, j + 1, '/') || tag_mark(g, j + 1, '-')) && j + 2 < g->t.n && g->t.t[j + 2].glued && g->t.t[j + 2].kind == TOKEN_NUMBER)
		return j + 3;
	return glued && g->t.t[j + 1].kind == TOKEN_WORD ? j + 2 : j + 1;
}

/* "Nhà hát | TP.HCM": where letters for a level and its place begin in a run of capitals from j to end; else end. */
static unsigned before_town(const struct tagger *g, unsigned j, unsigned end)
{
	for (unsigned k = j; k < end; k++)
		if (g->t.t[k].caps && tag_word(g, k, "level") && g->hit[k][LEX_PLACE].entry && tag_end(g, k, LEX_PLACE) > tag_end(g, k, LEX_WORD))
			return k;
	return end;
}

/* "Hội trường | lớn |", "phòng họp | số 2 |", "Hội trường | tầng 2 |": which of several. */
static unsigned which_end(const struct tagger *g, unsigned j)
{
	while (j < g->t.n && g->t.t[j].kind == TOKEN_WORD) {
		struct str word = tag_text(g, j, j + 1);
		bool numbered = j + 1 < g->t.n && g->t.t[j + 1].kind == TOKEN_NUMBER && lists_find("part of a house", word);
		if (!numbered && !lists_find("kind of hall", word))
			break;
		j += numbered ? 2 : 1;
	}
	return j;
}

/* Token behind what a venue's word, which ends at token j, belongs to: "Hội trường | số 2 Tỉnh ủy Đồng Nai |". */
static unsigned venue_end(const struct tagger *g, unsigned j)
{
	j = which_end(g, j);
	if (j < g->t.n && g->t.t[j].kind == TOKEN_NUMBER)
		j = venue_number_end(g, j);
	if (j < g->t.n && g->hit[j][LEX_BODY].entry)
		return body_end(g, j);
	if (tag_word(g, j, "bodytail"))
		return parents_end(g, j);
	return parents_end(g, name_number_end(g, before_town(g, j, capital_run(g, j, 5))));
}

static unsigned add_venue(struct tagger *g, unsigned i)
{
	unsigned own = tag_end(g, i, LEX_WORD), whole = body_end(g, i);
	bool body = whole > own && tag_end(g, i, LEX_BODY) > own;   /* "bệnh viện Đa khoa tỉnh Quảng Ninh" */
	unsigned j = body ? whole : venue_end(g, own);
	if (j == own && tag_word(g, i, "venuestreet"))              /* "trung tâm" alone is no place */
		return i;
	tag_add(g, PLACE, i, j, tag_canonical(g, i, j), g->hit[i][LEX_WORD].entry->rule)->level = STR("venue");
	return j;
}

static bool in_entity(const struct tagger *g, unsigned i)
{
	for (unsigned k = 0; k < g->n; k++)
		if (g->s->entity[k].start <= g->t.t[i].start && g->s->entity[k].end > g->t.t[i].start)
			return true;
	return false;
}

/* "Nguyễn Hồng Lĩnh", "Đồng Văn Thắng": the place of that name is part of a person's. */
static bool within_name(const struct tagger *g, unsigned i)
{
	if (i && is_surname(g, i - 1) && g->t.t[i - 1].upper && !g->t.t[i - 1].caps && g->t.t[i - 1].end + 1 == g->t.t[i].start && !in_entity(g, i - 1))
		return true;
	const struct lexicon_hit *p = &g->hit[i][LEX_PLACE];
	unsigned end = i + p->n;
	return p->entry && str_eq(p->entry->kind, STR("district")) && end - i == 2 && is_surname(g, i) && end < g->t.n && g->t.t[end].upper && !g->t.t[end].caps &&
	       g->t.t[end].end - g->t.t[end].start > 1 && capital_run(g, end, 2) - end < 2 && !g->hit[end][LEX_TITLE].entry && !g->hit[end][LEX_BODY].entry && !g->hit[end][LEX_PLACE].entry && !g->hit[end][LEX_WORD].entry;
}

/* "ông Cao | Khoa |, ...", "bà Giang Thanh | Viện |": behind an honorific and a surname the last of two or three syllables, no capital behind it. */
static bool behind_honorific(const struct tagger *g, unsigned i, unsigned family)
{
	for (unsigned k = family; k <= i; k++)
		if (!g->t.t[k].upper || g->t.t[k].caps || g->t.t[k].kind != TOKEN_WORD)
			return false;
	if (!is_surname(g, family) || (i + 1 < g->t.n && (g->t.t[i + 1].upper || g->t.t[i + 1].kind == TOKEN_NUMBER)))
		return false;
	for (unsigned k = family; k-- && family - k < 5;)
		if (g->hit[k][LEX_HONORIFIC].entry && tag_end(g, k, LEX_HONORIFIC) == family)
			return true;
	return false;
}

/* "Lê Thị Hội,", "Nguyễn Văn Đoàn cho biết": the last syllable of a name. */
static bool body_ends_name(const struct tagger *g, unsigned i)
{
	if (i > 1 && tag_end(g, i, LEX_BODY) == i + 1 && (behind_honorific(g, i, i - 1) || behind_honorific(g, i, i - 2)))
		return true;
	if (tag_end(g, i, LEX_BODY) != i + 1 || i < 2 || !g->t.t[i].upper || g->t.t[i].caps || (i + 1 < g->t.n && g->t.t[i + 1].upper))
		return false;
	const struct lexicon_entry *family = g->hit[i - 2][LEX_NAME].entry, *middle = g->hit[i - 1][LEX_NAME].entry;
	return family && str_eq(family->kind, STR("common")) && middle && g->t.t[i - 2].upper && !g->t.t[i - 2].caps && g->t.t[i - 1].upper && !g->t.t[i - 1].caps && !in_entity(g, i - 2);
}

/* "Bùi Trường Giang": the "Trường" of a name begins no body. */
static bool body_in_name(const struct tagger *g, unsigned i)
{
	if (body_ends_name(g, i))
		return true;
	return tag_end(g, i, LEX_BODY) == i + 1 && within_name(g, i) && i + 1 < g->t.n && g->t.t[i + 1].upper && !g->hit[i + 1][LEX_BODY].entry;
}

/* "Trần Quốc Vương": no king, all in capitals behind a common surname. */
static bool title_in_name(const struct tagger *g, unsigned i)
{
	if (!i || !g->hit[i][LEX_TITLE].entry || !g->t.t[i - 1].upper || g->t.t[i - 1].caps || !is_surname(g, i - 1) || !str_eq(g->hit[i - 1][LEX_NAME].entry->kind, STR("common")) || in_entity(g, i - 1))
		return false;
	for (unsigned k = i; k < tag_end(g, i, LEX_TITLE); k++)
		if (!g->t.t[k].upper || g->t.t[k].caps)
			return false;
	return g->hit[i][LEX_TITLE].n == 2;
}

static unsigned add_place(struct tagger *g, unsigned i)
{
	if (within_name(g, i))
		return i;
	if (tag_word(g, i, "venue"))
		return add_venue(g, i);
	if (tag_word(g, i, "level") && tag_end(g, i, LEX_PLACE) <= tag_end(g, i, LEX_WORD)) {
		unsigned from = tag_end(g, i, LEX_WORD);
		if (g->t.t[i].caps && tag_mark(g, from, '.') && g->t.t[from].glued)      /* "TP. Nha Trang" */
			from++;
		unsigned j = place_name_end(g, from);
		if (j > from) {
			struct entity *e = tag_add(g, PLACE, i, j, tag_canonical(g, i, j), g->hit[i][LEX_WORD].entry->rule);
			e->level = str_sub(g->hit[i][LEX_WORD].entry->value, 6, g->hit[i][LEX_WORD].entry->value.n);
			return j;
		}
	}
	const struct lexicon_entry *p = g->hit[i][LEX_PLACE].entry;
	if (!p && spots_behind_at(g, i) && !g->hit[i][LEX_BODY].entry && !g->hit[i][LEX_TITLE].entry && !g->hit[i][LEX_MEETING].entry && !starts_person(g, i)) {
		unsigned j = capital_run(g, i, 4);    /* "tại Hòa Lạc": a place that no table has */
		if (j - i >= 2 && j - i <= 3) {
			tag_add(g, PLACE, i, j, tag_text(g, i, j), STR("place:tại"));
			return j;
		}
	}
	if (!p || !g->t.t[i].upper || tag_end(g, i, LEX_HONORIFIC) > tag_end(g, i, LEX_PLACE))   /* "Anh hùng Lao động" */
		return i;
	if (tag_end(g, i, LEX_PLACE) == i + 1 && i && g->t.t[i - 1].upper)   /* "Lê Hồng Anh" is no country */
		return i;
	if (tag_end(g, i, LEX_PLACE) == i + 1 && g->hit[i][LEX_HONORIFIC].entry && starts_person(g, i + 1))   /* "Anh Lò Văn Pành" neither */
		return i;
	struct entity *e = tag_add(g, PLACE, i, tag_end(g, i, LEX_PLACE), p->value, p->rule);
	e->level = p->kind;
	return tag_end(g, i, LEX_PLACE);
}

/* "tại | thôn Nà Lìn", "tại | khu dân cư số 5", "tại | chùa Thạch Long": what stands behind "tại" by its kind and name. */
static unsigned add_site(struct tagger *g, unsigned i)
{
	if (!tag_word(g, i, "street") || g->taken[i] || tag_end(g, i, LEX_BODY) > tag_end(g, i, LEX_WORD))
		return i;
	unsigned from = tag_end(g, i, LEX_WORD);
	if (!lists_find("site by its kind", tag_text(g, i, from)))
		return i;
	if (from < g->t.n && token_is(&g->t.t[from], g->s->text, STR("số")))
		from++;
	unsigned j = place_name_end(g, from);
	if (j == from)
		return i;
	tag_add(g, PLACE, i, j, tag_canonical(g, i, j), STR("place:tại"))->level = STR("venue");
	return j;
}

/* The "quyền" of "chính quyền Tổng thống", "ủy quyền Chủ tịch" says no acting office. */
static bool right_of(const struct tagger *g, unsigned i)
{
	return i && g->t.t[i - 1].kind == TOKEN_WORD && token_is(&g->t.t[i], g->s->text, STR("quyền")) && lists_find("right or power", tag_text(g, i - 1, i));
}

/* The "vụ" of "chức vụ Trưởng Ban", "nhiệm vụ Trưởng đoàn" begins no "Vụ trưởng", the "bộ" of "cán bộ TP" and "câu lạc bộ Sông Hàn" no ministry. */
static bool ends_word(const struct tagger *g, unsigned i)
{
	if (!i || g->t.t[i].upper)
		return false;
	if (token_is(&g->t.t[i], g->s->text, STR("vụ")))
		return lists_find("with vụ a word", tag_text(g, i - 1, i));
	if (token_is(&g->t.t[i], g->s->text, STR("hội")))   /* "mạng xã hội Twitter" */
		return lists_find("with hội a word", tag_text(g, i - 1, i));
	return token_is(&g->t.t[i], g->s->text, STR("bộ")) && lists_find("with bộ a word", tag_text(g, i - 1, i));
}

/* "tại Trường THPT | Trần Văn Bảy |, huyện A": the token behind the school's own name; else j. */
static unsigned school_named(const struct tagger *g, unsigned i, unsigned j)
{
	return j < g->t.n && starts_person(g, j) && lists_ends("named for a person", tag_text(g, i, j)) ? parents_end(g, school_end(g, j)) : j;
}

void bodies_load(void) { spots_word(STR("tại"), SIGN_AT); }

void tag_bodies(struct tagger *g)
{
	for (unsigned i = 0; (i = spots_next(g, i, SPOTS_BODY)) < g->t.n;) {
		unsigned j = i;
		if (g->taken[i] || right_of(g, i) || ends_word(g, i)) { i++; continue; }
		if (g->t.t[i].signs & SIGN_AT && i + 1 < g->t.n && (j = add_site(g, i + 1)) > i + 1)
			;
		else if (tag_word(g, i, "former") && i + 1 < g->t.n && g->hit[i + 1][LEX_TITLE].entry)
			j = add_position(g, i, i + 1);
		else if (title_in_name(g, i))
			;
		else if (g->hit[i][LEX_TITLE].entry && (!g->hit[i][LEX_BODY].entry || tag_end(g, i, LEX_BODY) <= tag_end(g, i, LEX_TITLE)))
			j = add_position(g, i, i);
		else if (tag_word(g, i, "venue") && tag_end(g, i, LEX_WORD) > tag_end(g, i, LEX_BODY) && (j = add_place(g, i)) > i)
			;
		else if (i && tag_end(g, i - 1, LEX_MEETING) > i && !g->t.t[i].upper)   /* the "hội" of "Đại hội Chi bộ" */
			;
		else if (g->hit[i][LEX_BODY].entry && capital_body(g, i) && !body_in_name(g, i) && tag_end(g, i, LEX_MEETING) <= tag_end(g, i, LEX_BODY) && (j = body_end(g, i)) > i)
			j = school_named(g, i, j),
			j = j - i >= 4 || parents_end(g, term_end(g, j)) > term_end(g, j) ? parents_end(g, term_end(g, j)) : j,   /* "Đoàn ĐBQH khóa XV tỉnh A" */
			tag_add(g, ORGANIZATION, i, j, vi_capital(g->a, tag_canonical(g, i, before_day(g, i, j))), g->hit[i][LEX_BODY].entry->rule);
		else
			j = add_place(g, i);
		i = j > i ? j : i + 1;
	}
}
