/* bodies.c - organisations, positions with their organisation, places.
 * "Phó Chủ tịch UBND tỉnh Đắk Lắk" -> POSITION "Phó Chủ tịch Ủy ban nhân dân tỉnh Đắk Lắk", org "Ủy ban nhân dân tỉnh Đắk Lắk". */
#include "tag/spots.h"
#include "vi/lists.h"

/* A surname begins here; "Văn hóa", "Nông nghiệp" begin as a rare one does, but a small word follows. */
static bool is_surname(const struct tagger *g, unsigned i)
{
	const struct lexicon_entry *e = g->hit[i][LEX_NAME].entry;
	if (!e || !(str_eq(e->value, STR("surname")) || str_eq(e->value, STR("minority"))))
		return false;
	const struct token *next = i + 1 < g->t.n ? &g->t.t[i + 1] : NULL;
	return !next || next->kind != TOKEN_WORD || next->upper || str_eq(e->kind, STR("common")) || g->hit[i + 1][LEX_WORD].entry || g->hit[i + 1][LEX_ROLE].entry || g->hit[i + 1][LEX_LINK].entry;
}

/* "Trung tướng", "GS.TS" begin a person, not a body's name. */
static bool rank(const struct tagger *g, unsigned j)
{
	const struct lexicon_entry *h = g->hit[j][LEX_HONORIFIC].entry;
	return h && (str_eq(h->kind, STR("rank")) || str_eq(h->kind, STR("degree")));
}

/* End of the run of capitalised words from i, at most `most`, stopping before a title, a body or a mark. */
static unsigned capital_run(const struct tagger *g, unsigned i, unsigned most)
{
	unsigned j = i;
	while (j < g->t.n && j - i < most && g->t.t[j].upper && !(j > i && (g->hit[j][LEX_TITLE].entry || g->hit[j][LEX_BODY].entry)) && !rank(g, j))
		j++;
	return j;
}

/* A person's name begins here: a surname and at least one more capital, no place of the table. */
static bool starts_person(const struct tagger *g, unsigned j)
{
	return is_surname(g, j) && !g->hit[j][LEX_PLACE].entry && capital_run(g, j, 5) - j >= 2;
}

/* "Tỉnh ủy Nguyễn Chín", "Ủy ban nhân dân Lê Hà", "Mặt trận Tổ quốc Việt Nam Lê Hà": no committee is named for a person, as "Trường Lê Lợi" is. */
static bool committee_before(const struct tagger *g, unsigned j)
{
	const struct lexicon_entry *surname = g->hit[j][LEX_NAME].entry;
	if (!j || !surname || !(str_eq(surname->kind, STR("common")) || g->t.t[j].end - g->t.t[j].start == 1))   /* "Tỉnh ủy A Rôk" */
		return false;
	const struct lexicon_hit *land = j > 1 ? &g->hit[j - 2][LEX_PLACE] : NULL;
	if (land && land->entry && land->n == 2 && str_eq(land->entry->kind, STR("country")))
		return true;
	return token_is(&g->t.t[j - 1], g->s->text, STR("ủy")) || token_is(&g->t.t[j - 1], g->s->text, STR("dân"));
}

/* "UBND tỉnh | Lê Diễn |": provinces and districts are all in the table, so two capitals that it does not know, the first a common surname, are a
 * person; communes are often named for one ("phường Lê Lợi"). */
static bool holder_behind_level(const struct tagger *g, unsigned i)
{
	const struct lexicon_entry *surname = g->hit[i][LEX_NAME].entry;
	if (!surname || !str_eq(surname->kind, STR("common")) || capital_run(g, i, 4) - i != 2 || g->hit[i + 1][LEX_PLACE].entry)
		return false;
	for (unsigned back = 1; back <= 2 && back <= i; back++)
		if (tag_word(g, i - back, "level") && tag_end(g, i - back, LEX_WORD) <= i)
			return lists_find("level of a closed list", g->hit[i - back][LEX_WORD].entry->value) != NULL;
	return false;
}

/* Behind a level word ("huyện"): the name of the place, by the table or as a run of capitals; not a person's name. */
static unsigned place_name_end(const struct tagger *g, unsigned i)
{
	if (i >= g->t.n)
		return i;
	if (tag_mark(g, i, '.') && i && g->t.t[i - 1].caps && i + 1 < g->t.n && g->t.t[i + 1].upper && !g->hit[i + 1][LEX_HONORIFIC].entry && !g->hit[i + 1][LEX_TITLE].entry) {   /* "TP. Pleiku" */
		unsigned end = place_name_end(g, i + 1);
		return end > i + 1 ? end : i;
	}
	if (g->hit[i][LEX_PLACE].entry && g->t.t[i].upper)
		return tag_end(g, i, LEX_PLACE);
	if (g->t.t[i].kind == TOKEN_NUMBER)
		return i + 1;
	unsigned j = capital_run(g, i, 4);
	if ((is_surname(g, i) && j - i >= 3) || holder_behind_level(g, i))
		return i;
	for (unsigned k = i + 1; k < j; k++)
		if (starts_person(g, k))
			return k;
	return j;
}

/* Words no body's own name holds: verbs, prepositions, levels, roles, meetings. */
static bool ends_name(const struct tagger *g, unsigned j)
{
	static const char *const within[] = { "unit:", "street", "venue", "former" };
	if (g->hit[j][LEX_MEETING].entry || (g->hit[j][LEX_ROLE].entry && !g->t.t[j].upper))
		return true;
	for (size_t i = 0; i < sizeof within / sizeof *within; i++)
		if (tag_word(g, j, within[i]))
			return false;
	if (j && g->t.t[j - 1].upper && (tag_end(g, j - 1, LEX_WORD) == j + 1 || tag_end(g, j - 1, LEX_BODY) == j + 1))   /* the "chức" of "Vụ Tổ chức", the "ủy" of "Cơ quan Thành ủy" */
		return false;
	if (g->t.t[j].upper)                       /* "Ban Tổ chức" is a name, "Ban tổ chức" not */
		return tag_word(g, j, "level") || tag_word(g, j, "bodytail");
	return g->hit[j][LEX_WORD].entry != NULL;
}

/* "và" or a comma inside a name: "Quốc phòng và An ninh": a capital follows that starts no title, body, place or person. */
static bool joins_name(const struct tagger *g, unsigned j)
{
	if (j + 1 >= g->t.n || !str_eq(tag_text(g, j, j + 1), STR("và")) || !g->t.t[j + 1].upper)
		return false;
	const struct lexicon_hit *h = g->hit[j + 1];
	return !h[LEX_TITLE].entry && !h[LEX_BODY].entry && !h[LEX_PLACE].entry && !h[LEX_HONORIFIC].entry && !is_surname(g, j + 1);
}

/* "Việt Nam | Marcel Dubois": two foreign words are a person's name rather than the rest of a body's. */
static bool foreign_pair(const struct tagger *g, unsigned j)
{
	return j + 1 < g->t.n && tag_foreign(g, j) && g->t.t[j + 1].upper && !g->t.t[j + 1].caps;
}

/* The name of a body goes on behind its head in capitals with lower-case words between: "Hội Hữu nghị Việt Nam - Campuchia". */
static unsigned own_name_end(const struct tagger *g, unsigned i)
{
	unsigned j = i, place_end = 0;
	while (j < g->t.n && j - i < 12) {
		if (g->t.t[j].upper && g->hit[j][LEX_PLACE].entry && tag_end(g, j, LEX_PLACE) > j + 1) { j = place_end = tag_end(g, j, LEX_PLACE); continue; }
		if (g->t.t[j].upper && g->hit[j][LEX_BODY].entry && tag_end(g, j, LEX_BODY) > j + 1 && str_eq(g->hit[j][LEX_BODY].entry->kind, STR("full"))) { j = place_end = tag_end(g, j, LEX_BODY); continue; }
		if (j == i && g->t.t[j].upper && g->hit[j][LEX_BODY].entry && tag_end(g, j, LEX_BODY) > j + 1)   /* "Ban Chủ nhiệm | Tổng cục Chính trị" */
			break;
		if (j > i && joins_name(g, j)) { j++; continue; }
		if (ends_name(g, j) || g->hit[j][LEX_TITLE].entry || g->hit[j][LEX_HONORIFIC].entry)
			break;
		if (tag_mark(g, j, '-') && j > i && j + 1 < g->t.n && g->t.t[j + 1].upper && !g->hit[j + 1][LEX_TITLE].entry && !g->hit[j + 1][LEX_HONORIFIC].entry && !starts_person(g, j + 1) && !tag_word(g, j + 1, "street")) { j++; continue; }
		if (g->t.t[j].kind != TOKEN_WORD || (j == place_end && foreign_pair(g, j)))
			break;
		if (g->t.t[j].upper ? is_surname(g, j) && (capital_run(g, j, 5) - j >= 3 || (starts_person(g, j) && (j > i || committee_before(g, j)))) : j == i || !g->t.t[j - 1].upper || j == place_end)
			break;
		j++;
	}
	return j;
}

/* Inside a name of task ("Ban Chỉ đạo tổng kết Nghị quyết 18 ..."): not a verb of the sentence, a person, an office. */
static bool ends_task(const struct tagger *g, unsigned j)
{
	if (tag_word(g, j, "session:") && j + 1 < g->t.n && g->t.t[j + 1].kind == TOKEN_NUMBER)   /* "... quốc gia chiều 11-7" */
		return true;
	const struct lexicon_hit *h = g->hit[j];
	if (h[LEX_TITLE].entry || h[LEX_HONORIFIC].entry || starts_person(g, j) || foreign_pair(g, j) || (h[LEX_ROLE].entry && !str_eq(h[LEX_ROLE].entry->value, STR("none"))))
		return true;
	if (h[LEX_LINK].entry && (str_eq(h[LEX_LINK].entry->value, STR("light")) || str_eq(h[LEX_LINK].entry->value, STR("appoint"))))
		return true;
	return tag_word(g, j, "stop") || (tag_word(g, j, "smallhead") && j + 1 < g->t.n && g->t.t[j + 1].upper) || tag_word(g, j, "organise") || tag_word(g, j, "cooperate") || tag_word(g, j, "planned") || tag_word(g, j, "former") ||
	       (h[LEX_MEETING].entry && !str_eq(h[LEX_MEETING].entry->kind, STR("noun")));
}

/* The name of a body named by its task goes on in lower case, over "về", "và", commas between lower-case words, up to a verb or mark. */
static unsigned task_name_end(const struct tagger *g, unsigned i)
{
	unsigned j = i;
	while (j < g->t.n && j - i < 30) {
		if (g->taken[j]) { j++; continue; }   /* "tổng kết Nghị quyết số 18-NQ/TW" */
		bool joins = tag_word(g, j, "within") || (j > i && tag_mark(g, j, ',') && !g->t.t[j - 1].upper);
		if (joins && j + 1 < g->t.n && g->t.t[j + 1].kind == TOKEN_WORD && !(tag_mark(g, j, ',') && g->t.t[j + 1].upper) && !ends_task(g, j + 1)) { j++; continue; }
		if (tag_mark(g, j, '-') && j > i && j + 1 < g->t.n && g->t.t[j + 1].kind == TOKEN_WORD && !ends_task(g, j + 1)) { j++; continue; }
		if (g->t.t[j].kind == TOKEN_MARK || ends_task(g, j) || joins)
			break;
		j++;
	}
	return j;
}

/* "đoàn công tác của Thanh tra Chính phủ": all small, and of a body. */
static bool sent_by_body(const struct tagger *g, unsigned i)
{
	unsigned end = tag_end(g, i, LEX_BODY);
	return end > i + 1 && str_eq(g->hit[i][LEX_BODY].entry->kind, STR("long")) && end + 1 < g->t.n && str_eq(tag_text(g, end, end + 1), STR("của")) &&
	       g->hit[end + 1][LEX_BODY].entry && g->t.t[end + 1].upper;
}

/* A capital begins it, or follows its small first word: "ban Chấp hành", "bộ Công an". */
static bool capital_body(const struct tagger *g, unsigned i)
{
	if (g->t.t[i].upper || sent_by_body(g, i))
		return true;
	unsigned behind = tag_end(g, i, LEX_BODY);   /* "ban thường vụ Thành ủy" */
	for (unsigned k = i + 2; behind - i >= 3 && k <= behind && k < g->t.n; k++)
		if (g->t.t[k].upper && g->hit[k][LEX_BODY].entry)
			return true;
	if (!tag_word(g, i, "smallhead"))
		return false;
	unsigned end = tag_end(g, i, LEX_BODY), next = tag_end(g, i, LEX_WORD);   /* "tổng cục Thuế" */
	if (next >= g->t.n || !g->t.t[next].upper || g->t.t[next].kind != TOKEN_WORD)
		return false;
	return end > next || (!is_surname(g, next) && !g->hit[next][LEX_PLACE].entry && !g->hit[next][LEX_TITLE].entry && !g->hit[next][LEX_MEETING].entry);
}

/* "Ủy ban Kiểm tra | (UBKT) | Tỉnh ủy": the token behind letters in brackets that a level, a place or a body's parent follows; else j. */
static unsigned behind_letters(const struct tagger *g, unsigned j)
{
	unsigned k = j + 3;
	if (!tag_mark(g, j, '(') || k >= g->t.n || !g->t.t[j + 1].caps || !tag_mark(g, j + 2, ')') || g->t.t[k].kind != TOKEN_WORD)
		return j;
	const struct lexicon_hit *h = g->hit[k];
	bool goes_on = tag_word(g, k, "bodytail") || tag_word(g, k, "level") || (g->t.t[k].upper && (h[LEX_BODY].entry || h[LEX_PLACE].entry) && !h[LEX_TITLE].entry && !starts_person(g, k));
	return goes_on ? k : j;
}

/* What may follow a body's own name: its parents, its level and place, "Trung ương", "- Campuchia". */
static unsigned parents_end(const struct tagger *g, unsigned j)
{
	for (unsigned k = j; j < g->t.n; j = k) {
		unsigned behind = behind_letters(g, j);
		if (behind > j) {
			k = parents_end(g, behind);
			return k > behind ? k : j;
		}
		if (tag_word(g, j, "bodytail") && tag_end(g, j, LEX_BODY) <= tag_end(g, j, LEX_WORD))
			k = tag_end(g, j, LEX_WORD);
		else if (tag_word(g, j, "level") && g->hit[j][LEX_PLACE].entry && tag_end(g, j, LEX_PLACE) > tag_end(g, j, LEX_WORD))
			k = tag_end(g, j, LEX_PLACE);
		else if (tag_mark(g, j, '-') && j + 1 < g->t.n && g->hit[j + 1][LEX_PLACE].entry && g->t.t[j + 1].upper)
			k = tag_end(g, j + 1, LEX_PLACE);
		else if (g->hit[j][LEX_BODY].entry && capital_body(g, j))
			k = tag_end(g, j, LEX_BODY);
		else if (tag_word(g, j, "level"))
			k = place_name_end(g, tag_end(g, j, LEX_WORD));
		else if (tag_word(g, j, "street") && lists_find("smaller than a commune", tag_text(g, j, tag_end(g, j, LEX_WORD))))   /* "Chi bộ thôn Nà Lốc" */
			k = place_name_end(g, tag_end(g, j, LEX_WORD)) > tag_end(g, j, LEX_WORD) ? place_name_end(g, tag_end(g, j, LEX_WORD)) : j;
		else if (g->hit[j][LEX_PLACE].entry && g->t.t[j].upper)
			k = tag_end(g, j, LEX_PLACE);
		else if (g->t.t[j].upper && !is_surname(g, j) && !g->hit[j][LEX_TITLE].entry && !g->hit[j][LEX_MEETING].entry && g->t.t[j].kind == TOKEN_WORD && capital_run(g, j, 4) - j < 3 && !foreign_pair(g, j))
			k = capital_run(g, j, 3);
		else if (j + 1 < g->t.n && tag_word(g, j, "stop") && str_eq(tag_text(g, j, j + 1), STR("của")) && g->hit[j + 1][LEX_BODY].entry && g->t.t[j + 1].upper)
			k = tag_end(g, j + 1, LEX_BODY);
		if (k == j)
			break;
	}
	return j;
}

unsigned body_end(const struct tagger *g, unsigned i)
{
	const struct lexicon_entry *e = g->hit[i][LEX_BODY].entry;
	if (!e || str_eq(e->kind, STR("none")))   /* "Bộ luật", "Tổ quốc" begin as a body does */
		return i;
	unsigned j = tag_end(g, i, LEX_BODY);
	if (str_eq(e->more, STR("numbered")) && j < g->t.n && g->t.t[j].kind == TOKEN_NUMBER && g->t.t[j].end - g->t.t[j].start < 4 && !(j + 1 < g->t.n && g->t.t[j + 1].glued && (tag_mark(g, j + 1, '/') || tag_mark(g, j + 1, '-'))))
		return parents_end(g, j + 1 < g->t.n && g->t.t[j + 1].glued && g->t.t[j + 1].kind == TOKEN_WORD ? j + 2 : j + 1);         /* "Quân khu 9", "Vụ 4" */
	if (str_eq(e->kind, STR("long"))) {
		j = parents_end(g, own_name_end(g, j));
		return j < g->t.n && g->t.t[j].kind == TOKEN_WORD && (!g->t.t[j].upper || g->hit[j][LEX_MEETING].entry) ? parents_end(g, task_name_end(g, j)) : j;
	}
	return parents_end(g, str_eq(e->kind, STR("head")) ? own_name_end(g, j) : j);
}

/* The "ban Tuyên giáo" of "Đảng ủy cơ quan ban Tuyên giáo Trung ương". */
static bool small_body(const struct tagger *g, unsigned k)
{
	return g->hit[k][LEX_BODY].n > 1 && k + 1 < g->t.n && g->t.t[k + 1].upper;
}

/* A body's name goes on in one to three small words that mean nothing else, up to a mark, a person, a body or a place:
 * "Viện Y dược | học dân tộc | TP.HCM", "Đảng ủy | cơ quan | Tạp chí Cộng sản". */
static unsigned tail_end(const struct tagger *g, unsigned j)
{
	unsigned k = j;
	while (k < g->t.n && k - j < 3 && g->t.t[k].kind == TOKEN_WORD && !g->t.t[k].upper) {
		const struct lexicon_hit *h = g->hit[k];
		if (k > j && small_body(g, k))
			return body_end(g, k);
		if (h[LEX_WORD].entry || h[LEX_LINK].entry || h[LEX_ROLE].entry || h[LEX_MEETING].entry || h[LEX_TITLE].entry || h[LEX_HONORIFIC].entry)
			break;
		k++;
	}
	if (k == j || k >= g->t.n)
		return j;
	const struct lexicon_hit *h = g->hit[k];
	bool marked = g->t.t[k].kind == TOKEN_MARK && !tag_mark(g, k, '.') && !tag_mark(g, k, ':') && !tag_mark(g, k, '"');
	bool named = g->t.t[k].upper && (starts_person(g, k) || h[LEX_BODY].entry || h[LEX_PLACE].entry || h[LEX_HONORIFIC].entry);
	return marked || named || h[LEX_HONORIFIC].entry || tag_word(g, k, "level") || tag_word(g, k, "bodytail") ? parents_end(g, k) : j;
}

static bool is_roman(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!strchr("IVX", s.p[i]))
			return false;
	return s.n > 0;
}

/* Behind an office or a committee: "khóa XV", "khóa 13". */
static unsigned term_end(const struct tagger *g, unsigned j)
{
	if (tag_word(g, j, "term") && j + 1 < g->t.n && (g->t.t[j + 1].kind == TOKEN_NUMBER || g->t.t[j + 1].caps || is_roman(tag_text(g, j + 1, j + 2))))
		return j + 2;
	return j;
}

/* "Vụ trưởng | Pháp chế |": a branch that begins as a country does. */
static bool branch(const struct tagger *g, unsigned j)
{
	return j + 1 < g->t.n && !g->t.t[j + 1].upper && lists_find("branch like a country", tag_text(g, j, j + 2));
}

/* Behind an office that takes no body: "Thủ tướng | Campuchia |", "Thủ tướng | Nhật | Shinzo Abe". */
static unsigned country_end(const struct tagger *g, unsigned j)
{
	const struct lexicon_hit *p = j < g->t.n && g->t.t[j].upper && !branch(g, j) ? &g->hit[j][LEX_PLACE] : NULL;
	if (p && p->entry && (str_eq(p->entry->kind, STR("country")) || str_eq(p->entry->kind, STR("foreign"))))
		return j + p->n;
	return p && j + 1 < g->t.n && g->t.t[j + 1].upper && tag_foreign(g, j + 1) && lists_find("short country", tag_text(g, j, j + 1)) ? j + 1 : j;
}

/* "Bộ trưởng | NN-PTNT |", "Thứ trưởng | LĐ-TB&XH |": letters joined by hyphens or "&"; j where none are. */
static unsigned joined_letters(const struct tagger *g, unsigned j)
{
	unsigned k = j;
	while (k + 2 < g->t.n && g->t.t[k].caps && (tag_mark(g, k + 1, '-') || tag_mark(g, k + 1, '&')) && g->t.t[k + 1].glued && g->t.t[k + 2].glued && g->t.t[k + 2].caps)
		k += 2;
	return k > j ? k + 1 : j;
}

/* "Giám đốc | Vietcombank | ...", "Chủ tịch | VFF | Trần Quốc Tuấn": the firm or acronym an office is held in; else j. */
static unsigned acronym_end(const struct tagger *g, unsigned i, unsigned j)
{
	unsigned k = j;
	if (j >= g->t.n || !g->t.t[j].upper || g->hit[j][LEX_PLACE].entry || g->hit[j][LEX_TITLE].entry || g->hit[j][LEX_HONORIFIC].entry || tag_word(g, j, "level"))
		return j;
	bool firm = lists_find("office of a firm", tag_text(g, i, j)) != NULL;
	if (joined_letters(g, j) > j)
		return joined_letters(g, j);
	while (k < g->t.n && k - j < 3 && g->t.t[k].kind == TOKEN_WORD && (g->t.t[k].caps || (firm && g->t.t[k].upper && tag_foreign(g, k))))
		k++;
	if (k == j || (k < g->t.n && g->t.t[k].kind == TOKEN_WORD && g->t.t[k].caps))
		return j;
	if (firm && k > j + 1 && lists_find("ends a firm's name", tag_text(g, k - 1, k)))
		return k;
	bool person = k < g->t.n && g->t.t[k].upper && (starts_person(g, k) || (g->t.t[k - 1].caps && tag_foreign(g, k)));
	bool ends = k == g->t.n || !g->t.t[k].upper;
	return person || (ends && (firm || g->t.t[k - 1].caps) && k - j == 1) ? k : parents_end(g, k) > k && firm ? parents_end(g, k) : j;
}

/* "Giám đốc | sở này |", "Chủ tịch | tổ chức này |": a body named before. */
static bool the_said(const struct tagger *g, unsigned j)
{
	unsigned end = tag_end(g, j, LEX_BODY);
	return !g->t.t[j].upper && end < g->t.n && token_is(&g->t.t[end], g->s->text, STR("này"));
}

static unsigned position_end(const struct tagger *g, unsigned i)
{
	unsigned j = tag_end(g, i, LEX_TITLE);
	for (unsigned k = i + 1; k < j; k++) {        /* Trưởng [Ban Tổ chức], Trưởng [Tiểu ban] Nhân sự */
		const struct lexicon_hit *b = &g->hit[k][LEX_BODY];
		if (b->entry && ((k + b->n > j && k + 1 == j) || (k + b->n == j && str_eq(b->entry->kind, STR("long")) && !token_is(&g->t.t[k - 1], g->s->text, STR("quốc")))))   /* not the "phòng" of "Quốc phòng" */
			return body_end(g, k);
	}
	if (j < g->t.n && g->hit[j][LEX_BODY].entry)
		return the_said(g, j) ? j : body_end(g, j);
	if (j + 1 < g->t.n && token_is(&g->t.t[j], g->s->text, STR("của")) && g->t.t[j + 1].upper && body_end(g, j + 1) > j + 2)   /* "phát ngôn viên | của Bộ Ngoại giao |" */
		return body_end(g, j + 1);
	const struct lexicon_entry *e = g->hit[i][LEX_TITLE].entry;
	if (j < g->t.n && g->hit[j][LEX_NAME].entry && str_eq(g->hit[j][LEX_NAME].entry->value, STR("historic")))
		return j;
	if (country_end(g, j) > j)
		return country_end(g, j);
	if (str_eq(e->more, STR("no")))
		return j;
	if (acronym_end(g, i, j) > j)
		return acronym_end(g, i, j);
	if (j < g->t.n && g->t.t[j].upper && tag_foreign(g, j) && !g->hit[j][LEX_PLACE].entry)   /* "Tổng thống Erdogan" */
		return j;
	if (j < g->t.n && tag_word(g, j, "level"))
		return place_name_end(g, tag_end(g, j, LEX_WORD));
	if (j < g->t.n && tag_word(g, j, "bodytail"))
		return tag_end(g, j, LEX_WORD);
	if (j < g->t.n && g->hit[j][LEX_PLACE].entry && g->t.t[j].upper && !branch(g, j))
		return tag_end(g, j, LEX_PLACE);
	if (j < g->t.n && g->t.t[j].upper && !is_surname(g, j))
		return parents_end(g, own_name_end(g, j));
	return j;
}

/* Where the body of a title's own words begins: the Ban of "Trưởng Ban Dân vận", the Ban Thường vụ of "Ủy viên Ban Thường vụ"; else head. Not
 * the "Thường trực" of a Phó Chủ tịch, a title itself. */
static unsigned body_within(const struct tagger *g, unsigned i, unsigned head)
{
	for (unsigned k = i + 1; k < head; k++) {
		unsigned end = tag_end(g, k, LEX_BODY);
		if (end >= head && !g->hit[k][LEX_TITLE].entry && (end - k >= 2 || str_eq(g->hit[k][LEX_BODY].entry->surface, STR("Ban"))))
			return k;
	}
	return head;
}

/* Between marks nothing but the office stands: ", Viện trưởng Viện Vắc xin | và sinh phẩm y tế |,". Its end, or j where other things do. */
static unsigned apposed_end(const struct tagger *g, unsigned from, unsigned j)
{
	enum { MOST = 9 };
	if (!from || g->t.t[from - 1].kind != TOKEN_MARK || !(tag_mark(g, from - 1, ',') || tag_mark(g, from - 1, '-') || tag_mark(g, from - 1, '(')))
		return j;
	unsigned k = j;
	for (; k < g->t.n && k - j < MOST; k++) {
		const struct lexicon_hit *h = g->hit[k];
		if (tag_mark(g, k, '&') || (tag_mark(g, k, '-') && g->t.t[k].glued))
			continue;
		if (g->t.t[k].kind != TOKEN_WORD)
			break;
		if (h[LEX_ROLE].entry || h[LEX_LINK].n > 1 || h[LEX_MEETING].entry || h[LEX_TITLE].entry || h[LEX_HONORIFIC].entry || starts_person(g, k) || (g->t.t[k].upper && tag_foreign(g, k) && !h[LEX_PLACE].entry && !h[LEX_BODY].entry))
			return j;
		if (token_is(&g->t.t[k], g->s->text, STR("của")) && k + 1 < g->t.n && g->t.t[k + 1].kind == TOKEN_WORD)
			continue;
		if ((h[LEX_WORD].entry || h[LEX_LINK].entry) && !tag_word(g, k, "within") && !tag_word(g, k, "bodytail") && !tag_word(g, k, "level") && !tag_word(g, k, "smallhead"))
			return j;
	}
	return k > j && k < g->t.n && !g->t.t[k - 1].glued && (tag_mark(g, k, ',') || tag_mark(g, k, '(') || tag_mark(g, k, ')') || tag_mark(g, k, '-') || tag_mark(g, k, ';')) ? k : j;
}

/* "ông A - giám đốc Công ty địa ốc | Hoàng Quân |": the holder stands before the mark, the name is the firm's; else j. */
static unsigned firm_end(const struct tagger *g, unsigned from, unsigned head, unsigned j)
{
	if (from < 2 || !(tag_mark(g, from - 1, ',') || tag_mark(g, from - 1, '-') || tag_mark(g, from - 1, '(')) || !g->t.t[from - 2].upper || j == head || j >= g->t.n)
		return j;
	return starts_person(g, j) && capital_run(g, j, 4) - j < 3 && lists_stands("named like a person", tag_text(g, head, j)) ? capital_run(g, j, 4) : j;
}

/* "Phó Cục trưởng Cục Pháp chế|, Bộ Công an| Vũ Hà": the body above, right before the holder; else j. */
static unsigned parent_end(const struct tagger *g, unsigned j)
{
	if (!tag_mark(g, j, ',') || j + 1 >= g->t.n || !g->hit[j + 1][LEX_BODY].entry || g->hit[j + 1][LEX_TITLE].entry || !capital_body(g, j + 1))
		return j;
	unsigned end = body_end(g, j + 1);
	return end > j + 1 && end < g->t.n && starts_person(g, end) ? end : j;
}

/* The title at i in full, with what stands before and behind it: norm, where the title has letters that stand for more. */
static struct str written_out(const struct tagger *g, unsigned from, unsigned i, unsigned j, struct str norm)
{
	const struct lexicon_entry *t = g->hit[i][LEX_TITLE].entry;
	unsigned head = tag_end(g, i, LEX_TITLE);
	struct str parts[] = { tag_text(g, from, i), t->value, tag_text(g, head, j) };
	struct buf b = { 0 };
	if (str_eq(lexicon_canonical(g->lex, g->a, t->surface), lexicon_canonical(g->lex, g->a, t->value)))
		return norm;
	for (unsigned k = 0; k < 3; k++) {
		if (b.n && parts[k].n && !(k == 2 && g->t.t[head].glued && g->t.t[head].kind == TOKEN_MARK))
			buf_char(&b, ' ');
		buf_add(&b, parts[k]);
	}
	struct str s = lexicon_canonical(g->lex, g->a, buf_str(&b));
	buf_free(&b);
	return from < i ? s : vi_capital(g->a, s);
}

static unsigned add_position(struct tagger *g, unsigned from, unsigned i)
{
	unsigned head = tag_end(g, i, LEX_TITLE), j = position_end(g, i);
	j = term_end(g, j > head ? tail_end(g, j) : j);
	if (str_eq(g->hit[i][LEX_TITLE].entry->kind, STR("diplomat")) && j + 1 < g->t.n && str_eq(tag_text(g, j, j + 1), STR("tại")))
		j = parents_end(g, j + 1) > j + 1 ? parents_end(g, j + 1) : j;
	j = parent_end(g, firm_end(g, from, head, apposed_end(g, from, j)));
	struct str norm = vi_capital(g->a, tag_canonical(g, from, j));
	if (from < i)
		norm = tag_canonical(g, from, j);
	const struct lexicon_entry *t = g->hit[i][LEX_TITLE].entry;
	if (j == head && from == i)
		norm = lexicon_canonical(g->lex, g->a, t->value);
	else if (!str_eq(t->surface, t->value))     /* "Q. Giám đốc Sở Y tế", "Nguyên PCT UBND tỉnh" */
		norm = written_out(g, from, i, j, norm);
	struct entity *e = tag_add(g, POSITION, from, j, norm, t->rule);
	e->unit = j == head ? t->kind : STR("");
	if (j > head)
		head = body_within(g, i, head);
	e->org = vi_capital(g->a, tag_canonical(g, head, j));
	return j;
}

/* "Nghĩa trang liệt sĩ Đồi 82,", no "Nhà hát Lớn 26/3": behind the number of a name of letters a mark stands; else j. */
static unsigned name_number_end(const struct tagger *g, unsigned j)
{
	if (j + 1 >= g->t.n || g->t.t[j].kind != TOKEN_NUMBER || g->t.t[j].end - g->t.t[j].start > 3 || g->t.t[j - 1].kind != TOKEN_WORD)
		return j;
	bool marked = tag_mark(g, j + 1, ',') || tag_mark(g, j + 1, '(') || tag_mark(g, j + 1, ')') || tag_mark(g, j + 1, ';');
	return marked && (j + 2 >= g->t.n || !g->t.t[j + 2].glued || g->t.t[j + 2].kind != TOKEN_NUMBER) ? j + 1 : j;
}

/* "Hội trường Tỉnh ủy Đồng Nai": a venue word and what it belongs to. */
static unsigned add_venue(struct tagger *g, unsigned i)
{
	unsigned j = tag_end(g, i, LEX_WORD);
	if (j < g->t.n && g->t.t[j].kind == TOKEN_NUMBER)             /* "Hội trường 310A" */
		j += j + 1 < g->t.n && g->t.t[j + 1].glued && g->t.t[j + 1].kind == TOKEN_WORD ? 2 : 1;
	else if (j < g->t.n && g->hit[j][LEX_BODY].entry)
		j = body_end(g, j);
	else if (tag_word(g, j, "bodytail"))
		j = parents_end(g, j);
	else
		j = parents_end(g, name_number_end(g, capital_run(g, j, 5)));
	if (j == tag_end(g, i, LEX_WORD) && tag_word(g, i, "venuestreet"))   /* "trung tâm" alone is no place */
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

/* "Lê Thị Hội,", "Nguyễn Văn Đoàn cho biết": the last syllable of a name. */
static bool body_ends_name(const struct tagger *g, unsigned i)
{
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
	if (!p && g->begins[i] & SPOT_BEHIND_AT && !g->hit[i][LEX_BODY].entry && !g->hit[i][LEX_TITLE].entry && !g->hit[i][LEX_MEETING].entry && !starts_person(g, i)) {
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
	struct entity *e = tag_add(g, PLACE, i, tag_end(g, i, LEX_PLACE), p->value, p->rule);
	e->level = p->kind;
	return tag_end(g, i, LEX_PLACE);
}

/* The "quyền" of "chính quyền Tổng thống", "ủy quyền Chủ tịch" says no acting office. */
static bool right_of(const struct tagger *g, unsigned i)
{
	return i && g->t.t[i - 1].kind == TOKEN_WORD && token_is(&g->t.t[i], g->s->text, STR("quyền")) && lists_find("right or power", tag_text(g, i - 1, i));
}

/* The "vụ" of "chức vụ Trưởng Ban", "nhiệm vụ Trưởng đoàn" begins no "Vụ trưởng". */
static bool ends_word(const struct tagger *g, unsigned i)
{
	return i && !g->t.t[i].upper && token_is(&g->t.t[i], g->s->text, STR("vụ")) && lists_find("with vụ a word", tag_text(g, i - 1, i));
}

/* Nothing else begins what this pass adds. */
#define BODY_SPOTS (LEX_BIT(LEX_TITLE) | LEX_BIT(LEX_BODY) | LEX_BIT(LEX_PLACE) | SPOT_BEHIND_AT | LEX_WORD_BIT('f') | LEX_WORD_BIT('l') | LEX_WORD_BIT('v'))

void bodies_load(void) { spots_word(STR("tại"), SPOT_AT); }

void tag_bodies(struct tagger *g)
{
	for (unsigned i = 0; (i = spots_next(g, i, BODY_SPOTS)) < g->t.n;) {
		unsigned j = i;
		if (g->taken[i] || right_of(g, i) || ends_word(g, i)) { i++; continue; }
		if (tag_word(g, i, "former") && i + 1 < g->t.n && g->hit[i + 1][LEX_TITLE].entry)
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
			j = j - i >= 4 ? term_end(g, j) : j,
			tag_add(g, ORGANIZATION, i, j, vi_capital(g->a, tag_canonical(g, i, j)), g->hit[i][LEX_BODY].entry->rule);
		else
			j = add_place(g, i);
		i = j > i ? j : i + 1;
	}
}
