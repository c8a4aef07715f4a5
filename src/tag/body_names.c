/* body_names.c - how far the name of an organisation or place goes: "Sở Văn hóa, Thể thao và Du lịch tỉnh Kon Tum" from "Sở" on.
 * The heads are rows of bodies.csv; behind them go capitals, a task in lower case, parents, a level with its place. What stops a name: verbs,
 * titles, persons. Adds no entity. */
#include "tag/bodies.h"
#include "vi/lists.h"

/* A surname begins here; "Văn hóa", "Nông nghiệp" begin as a rare one does, but a small word follows. */
bool is_surname(const struct tagger *g, unsigned i)
{
	const struct lexicon_entry *e = g->hit[i][LEX_NAME].entry;
	if (!e || !(str_eq(e->value, STR("surname")) || str_eq(e->value, STR("minority"))))
		return false;
	if (g->t.t[i].end - g->t.t[i].start == 1 && i && i + 1 < g->t.n && g->hit[i + 1][LEX_PLACE].entry && lists_find("university", tag_text(g, i - 1, i)))   /* "Đại học Y Hà Nội" */
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
unsigned capital_run(const struct tagger *g, unsigned i, unsigned most)
{
	unsigned j = i;
	while (j < g->t.n && j - i < most && g->t.t[j].upper && !(j > i && (g->hit[j][LEX_TITLE].entry || g->hit[j][LEX_BODY].entry)) && !rank(g, j))
		j++;
	return j;
}

/* A person's name begins here: a surname and at least one more capital, no place of the table. */
bool starts_person(const struct tagger *g, unsigned j)
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

/* "H'Yim", "K’Mák": a name of the highlands that no place of the table has. */
static bool highland_name(const struct tagger *g, unsigned i)
{
	struct str word = tag_text(g, i, i + 1);
	return word.n > 3 && strchr("HKY", word.p[0]) && strchr("'\xe2", word.p[1]) && !g->hit[i][LEX_PLACE].entry;
}

/* "UBND tỉnh | Lê Diễn |", "HĐND tỉnh | Siu Trung |": provinces and districts are all in the table, so two capitals that it does not know, the
 * first a common surname or one of the highlands, are a person; communes are often named for one ("phường Lê Lợi"). */
static bool holder_behind_level(const struct tagger *g, unsigned i)
{
	const struct lexicon_entry *surname = g->hit[i][LEX_NAME].entry;
	bool highland = highland_name(g, i) || (surname && (str_eq(surname->value, STR("minority")) || lists_find("surname of the highlands", tag_text(g, i, i + 1))));
	if (!highland && (!surname || !str_eq(surname->kind, STR("common")) || capital_run(g, i, 4) - i != 2 || g->hit[i + 1][LEX_PLACE].entry))
		return false;
	for (unsigned back = 1; back <= 2 && back <= i; back++)
		if (tag_word(g, i - back, "level") && tag_end(g, i - back, LEX_WORD) <= i)
			return lists_find("level of a closed list", g->hit[i - back][LEX_WORD].entry->value) != NULL;
	return false;
}

/* "xã Tân Thạnh | Đông": a commune whose name begins as one of the table does and has one capital more; else j. */
static unsigned longer_name_end(const struct tagger *g, unsigned i, unsigned j)
{
	if (!i || j >= g->t.n || j - i != 2 || !tag_word(g, i - 1, "level") || lists_find("level of a closed list", g->hit[i - 1][LEX_WORD].entry->value) || !g->t.t[j].upper || g->t.t[j].caps)
		return j;
	bool alone = j + 1 >= g->t.n || !g->t.t[j + 1].upper;
	return alone && lists_find("last part of a commune", tag_text(g, j, j + 1)) ? j + 1 : j;
}

/* Behind a level word ("huyện"): the name of the place, by the table or as a run of capitals; not a person's name. */
unsigned place_name_end(const struct tagger *g, unsigned i)
{
	if (i >= g->t.n)
		return i;
	if (tag_mark(g, i, '.') && i && g->t.t[i - 1].caps && i + 1 < g->t.n && g->t.t[i + 1].upper && !g->hit[i + 1][LEX_HONORIFIC].entry && !g->hit[i + 1][LEX_TITLE].entry) {   /* "TP. Pleiku" */
		unsigned end = place_name_end(g, i + 1);
		return end > i + 1 ? end : i;
	}
	if (g->hit[i][LEX_PLACE].entry && g->t.t[i].upper)
		return longer_name_end(g, i, tag_end(g, i, LEX_PLACE));
	if (g->t.t[i].kind == TOKEN_NUMBER)
		return i + 1;
	unsigned j = capital_run(g, i, 4);
	bool at = i >= 2 && token_is(&g->t.t[i - 2], g->s->text, STR("tại"));   /* "tại xã Chế Cu Nha" */
	if (!at && ((is_surname(g, i) && j - i >= 3) || holder_behind_level(g, i)))
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
	const struct lexicon_entry *link = g->hit[j][LEX_LINK].entry;
	if (g->hit[j][LEX_MEETING].entry || (g->hit[j][LEX_ROLE].entry && !g->t.t[j].upper))
		return true;
	if (link && g->hit[j][LEX_LINK].n > 1 && !g->t.t[j].upper && str_eq(link->value, STR("light")))   /* "Tập đoàn Sông Lam | bất ngờ | bị thanh tra" */
		return true;
	for (size_t i = 0; i < sizeof within / sizeof *within; i++)
		if (tag_word(g, j, within[i]))
			return false;
	if (j && g->t.t[j - 1].upper && (tag_end(g, j - 1, LEX_WORD) == j + 1 || tag_end(g, j - 1, LEX_BODY) == j + 1))   /* the "chức" of "Vụ Tổ chức", the "ủy" of "Cơ quan Thành ủy" */
		return false;
	if (j + 1 < g->t.n && g->t.t[j].upper && lists_find("two syllables", tag_text(g, j, j + 2)))   /* "Bộ Phát triển Xã hội" */
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
bool foreign_pair(const struct tagger *g, unsigned j)
{
	return j + 1 < g->t.n && tag_foreign(g, j) && g->t.t[j + 1].upper && !g->t.t[j + 1].caps;
}

/* The name of a body goes on behind its head in capitals with lower-case words between: "Hội Hữu nghị Việt Nam - Campuchia". */
unsigned own_name_end(const struct tagger *g, unsigned i)
{
	unsigned j = i, place_end = 0;
	while (j < g->t.n && j - i < 12) {
		if (g->t.t[j].upper && g->hit[j][LEX_PLACE].entry && (tag_end(g, j, LEX_PLACE) > j + 1 || (foreign_pair(g, j + 1) && (tag_foreign(g, j) || str_eq(g->hit[j][LEX_PLACE].entry->kind, STR("country")))))) { j = place_end = tag_end(g, j, LEX_PLACE); continue; }
		if (g->t.t[j].upper && g->hit[j][LEX_BODY].entry && tag_end(g, j, LEX_BODY) > j + 1 && str_eq(g->hit[j][LEX_BODY].entry->kind, STR("full"))) { j = place_end = tag_end(g, j, LEX_BODY); continue; }
		if (j == i && g->t.t[j].upper && g->hit[j][LEX_BODY].entry && tag_end(g, j, LEX_BODY) > j + 1)   /* "Ban Chủ nhiệm | Tổng cục Chính trị" */
			break;
		if (j > i && joins_name(g, j)) { j++; continue; }
		if (ends_name(g, j) || g->hit[j][LEX_TITLE].entry || g->hit[j][LEX_HONORIFIC].entry || (g->t.t[j].upper && highland_name(g, j)))
			break;
		if (tag_mark(g, j, '-') && j > i && j + 1 < g->t.n && g->t.t[j + 1].upper && !g->hit[j + 1][LEX_TITLE].entry && !g->hit[j + 1][LEX_HONORIFIC].entry && !starts_person(g, j + 1) && !tag_word(g, j + 1, "street")) { j++; continue; }
		if (g->t.t[j].kind != TOKEN_WORD || ((j == place_end || (j > i && !g->t.t[j - 1].upper)) && foreign_pair(g, j)))
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

/* "Hội đồng Nghĩa vụ quân sự huyện và | đại diện các đơn vị": others beside the body. */
static bool others_beside(const struct tagger *g, unsigned j)
{
	const struct lexicon_hit *link = &g->hit[j][LEX_LINK];
	return link->entry && str_eq(link->entry->value, STR("group")) && lists_find("beside a body", tag_text(g, j, tag_end(g, j, LEX_LINK)));
}

/* The name of a body named by its task goes on in lower case, over "về", "và", commas between lower-case words, up to a verb or mark. */
static unsigned task_name_end(const struct tagger *g, unsigned i)
{
	unsigned j = i;
	while (j < g->t.n && j - i < 30) {
		if (g->taken[j]) { j++; continue; }   /* "tổng kết Nghị quyết số 18-NQ/TW" */
		if (j > i && g->t.t[j].kind == TOKEN_NUMBER && j + 2 < g->t.n && token_is(&g->t.t[j + 1], g->s->text, STR("năm")) && g->t.t[j + 2].kind == TOKEN_WORD) { j += 2; continue; }   /* "tổng kết 10 năm thực hiện ..." */
		bool joins = tag_word(g, j, "within") || (j > i && tag_mark(g, j, ',') && !g->t.t[j - 1].upper);
		if (joins && j + 1 < g->t.n && g->t.t[j + 1].kind == TOKEN_WORD && !(tag_mark(g, j, ',') && g->t.t[j + 1].upper) && !ends_task(g, j + 1) && !others_beside(g, j + 1)) { j++; continue; }
		if (tag_mark(g, j, '-') && j > i && j + 1 < g->t.n && g->t.t[j + 1].kind == TOKEN_WORD && !ends_task(g, j + 1)) { j++; continue; }
		if (g->t.t[j].kind == TOKEN_MARK || ends_task(g, j) || joins)
			break;
		j++;
	}
	return j;
}

/* "đoàn công tác của Thanh tra Chính phủ", "đoàn kiểm tra số 2 của Tỉnh ủy": all small, and of a body. */
static bool sent_by_body(const struct tagger *g, unsigned i)
{
	unsigned end = tag_end(g, i, LEX_BODY), begin = end;
	if (end + 1 < g->t.n && token_is(&g->t.t[end], g->s->text, STR("số")) && g->t.t[end + 1].kind == TOKEN_NUMBER)
		end += 2;
	return begin > i + 1 && str_eq(g->hit[i][LEX_BODY].entry->kind, STR("long")) && end + 1 < g->t.n && str_eq(tag_text(g, end, end + 1), STR("của")) &&
	       g->hit[end + 1][LEX_BODY].entry && g->t.t[end + 1].upper;
}

/* A capital begins it, or follows its small first word: "ban Chấp hành", "bộ Công an". */
bool capital_body(const struct tagger *g, unsigned i)
{
	if (g->t.t[i].upper || sent_by_body(g, i))
		return true;
	unsigned behind = tag_end(g, i, LEX_BODY);   /* "ban thường vụ Thành ủy" */
	const struct lexicon_entry *land = behind < g->t.n && g->t.t[behind].upper ? g->hit[behind][LEX_PLACE].entry : NULL;
	if (land && behind > i + 1 && str_eq(land->kind, STR("country")) && lists_find("body of a state", g->hit[i][LEX_BODY].entry->surface))   /* "quốc hội Hàn Quốc" */
		return true;
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
unsigned parents_end(const struct tagger *g, unsigned j)
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
		else if (j && g->t.t[j].end - g->t.t[j].start == 1 && j + 1 < g->t.n && g->hit[j + 1][LEX_PLACE].entry && lists_find("university", tag_text(g, j - 1, j)))
			k = tag_end(g, j + 1, LEX_PLACE);
		else if (j + 1 < g->t.n && g->t.t[j].upper && lists_find("word of a document", tag_text(g, j, j + 2)))   /* "của Bộ Chính trị | Quy định về ..." */
			;
		else if (g->t.t[j].upper && !is_surname(g, j) && !g->hit[j][LEX_TITLE].entry && !g->hit[j][LEX_MEETING].entry && g->t.t[j].kind == TOKEN_WORD && capital_run(g, j, 4) - j < 3 && !foreign_pair(g, j))
			k = capital_run(g, j, 3);
		else if (j + 1 < g->t.n && tag_word(g, j, "stop") && str_eq(tag_text(g, j, j + 1), STR("của")) && g->hit[j + 1][LEX_BODY].entry && g->t.t[j + 1].upper)
			k = tag_end(g, j + 1, LEX_BODY);
		if (k == j)
			break;
	}
	return j;
}

unsigned before_day(const struct tagger *g, unsigned i, unsigned j)
{
	for (unsigned k = i + 1; k + 1 < j; k++)
		if (g->taken[k] && tag_mark(g, k, ',') && token_is(&g->t.t[k + 1], g->s->text, STR("ngày")))
			return k;
	return j;
}

/* "Hiệp hội Gốm sứ | gia dụng | Việt Nam": small words that mean nothing else, up to the land that closes the name; else j. */
static unsigned land_end(const struct tagger *g, unsigned j)
{
	unsigned k = j;
	for (; k < g->t.n && k - j < 4 && g->t.t[k].kind == TOKEN_WORD && !g->t.t[k].upper; k++) {
		const struct lexicon_hit *h = g->hit[k];
		if (h[LEX_WORD].entry || h[LEX_LINK].entry || h[LEX_ROLE].entry || h[LEX_MEETING].entry || h[LEX_TITLE].entry || h[LEX_HONORIFIC].entry)
			return j;
	}
	return k > j && k < g->t.n && g->hit[k][LEX_PLACE].entry && lists_find("closes a body's name", tag_text(g, k, tag_end(g, k, LEX_PLACE))) ? tag_end(g, k, LEX_PLACE) : j;
}

unsigned body_end(const struct tagger *g, unsigned i)
{
	const struct lexicon_entry *e = g->hit[i][LEX_BODY].entry;
	if (!e || str_eq(e->kind, STR("none")))   /* "Bộ luật", "Tổ quốc" begin as a body does */
		return i;
	unsigned j = tag_end(g, i, LEX_BODY);
	if (str_eq(e->more, STR("numbered")) && !str_eq(e->kind, STR("long")) && j + 1 < g->t.n && token_is(&g->t.t[j], g->s->text, STR("số")) && g->t.t[j + 1].kind == TOKEN_NUMBER)   /* "Tổ đại biểu số 2" */
		return parents_end(g, j + 2);
	if (str_eq(e->more, STR("numbered")) && j < g->t.n && g->t.t[j].kind == TOKEN_NUMBER && g->t.t[j].end - g->t.t[j].start < 4 && !(j + 1 < g->t.n && g->t.t[j + 1].glued && (tag_mark(g, j + 1, '/') || tag_mark(g, j + 1, '-'))))
		return parents_end(g, j + 1 < g->t.n && g->t.t[j + 1].glued && g->t.t[j + 1].kind == TOKEN_WORD ? j + 2 : j + 1);         /* "Quân khu 9", "Vụ 4" */
	if (str_eq(e->kind, STR("long"))) {
		j = parents_end(g, own_name_end(g, j));
		return j < g->t.n && g->t.t[j].kind == TOKEN_WORD && (!g->t.t[j].upper || g->hit[j][LEX_MEETING].entry) ? parents_end(g, task_name_end(g, j)) : j;
	}
	return parents_end(g, str_eq(e->kind, STR("head")) ? land_end(g, own_name_end(g, j)) : j);
}

/* The "ban Tuyên giáo" of "Đảng ủy cơ quan ban Tuyên giáo Trung ương". */
static bool small_body(const struct tagger *g, unsigned k)
{
	return g->hit[k][LEX_BODY].n > 1 && k + 1 < g->t.n && g->t.t[k + 1].upper;
}

/* A body's name goes on in one to three small words that mean nothing else, up to a mark, a person, a body or a place:
 * "Viện Y dược | học dân tộc | TP.HCM", "Đảng ủy | cơ quan | Tạp chí Cộng sản". */
unsigned tail_end(const struct tagger *g, unsigned j)
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
	bool named = g->t.t[k].upper && (starts_person(g, k) || foreign_pair(g, k) || h[LEX_BODY].entry || h[LEX_PLACE].entry || h[LEX_HONORIFIC].entry);
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
unsigned term_end(const struct tagger *g, unsigned j)
{
	if (tag_word(g, j, "term") && j + 1 < g->t.n && (g->t.t[j + 1].kind == TOKEN_NUMBER || g->t.t[j + 1].caps || is_roman(tag_text(g, j + 1, j + 2))))
		return j + 2;
	return j;
}
