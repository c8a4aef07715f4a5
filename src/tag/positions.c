/* positions.c - a title with what it is held in: "Phó Chủ tịch UBND tỉnh Đắk Lắk" -> POSITION "Phó Chủ tịch Ủy ban nhân dân tỉnh Đắk Lắk",
 * org "Ủy ban nhân dân tỉnh Đắk Lắk". The title is a row of titles.csv; a body, a country, a firm's letters or a branch follow it. */
#include "tag/bodies.h"
#include "vi/lists.h"

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

/* Two to four capitals, one of them foreign, none of letters alone: "Ron Wyden". */
static bool foreign_name(const struct tagger *g, unsigned j)
{
	unsigned end = capital_run(g, j, 5);
	bool foreign = false;
	for (unsigned k = j; k < end; k++) {
		if (g->t.t[k].caps || g->hit[k][LEX_BODY].entry || (g->hit[k][LEX_PLACE].entry && !tag_foreign(g, k)))
			return false;
		if (k > j && starts_person(g, k))   /* "VN Pharma Nguyễn Văn A" */
			return false;
		foreign |= tag_foreign(g, k);
	}
	return foreign && end - j >= 2 && end - j <= 4;
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
	if (g->t.t[j].caps && j + 2 < g->t.n && foreign_name(g, j + 1) && !lists_find("ends a firm's name", tag_text(g, j + 2, j + 3)))   /* "Giám đốc | FBI | James Harlan" */
		return j + 1;
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

/* "đại biểu Quốc hội | đoàn Gia Lai |": the delegation a deputy sits in; else j. */
static unsigned delegation_end(const struct tagger *g, unsigned i, unsigned j)
{
	if (j + 1 >= g->t.n || !token_is(&g->t.t[j], g->s->text, STR("đoàn")) || !lists_find("office of a deputy", g->hit[i][LEX_TITLE].entry->value))
		return j;
	if (tag_word(g, j + 1, "level"))
		return place_name_end(g, tag_end(g, j + 1, LEX_WORD));
	return g->hit[j + 1][LEX_PLACE].entry && g->t.t[j + 1].upper ? tag_end(g, j + 1, LEX_PLACE) : j;
}

/* "đại biểu Quốc hội | đoàn Gia Lai" -> "Đoàn đại biểu Quốc hội Gia Lai"; "| khóa XV" -> "Quốc hội" */
static struct str delegation(const struct tagger *g, unsigned from, unsigned to)
{
	bool named = token_is(&g->t.t[from], g->s->text, STR("đoàn"));
	if (!named && !tag_word(g, from, "level") && !g->hit[from][LEX_PLACE].entry)
		return STR("Quốc hội");
	struct buf b = { 0 };
	buf_add(&b, STR("Đoàn đại biểu Quốc hội "));
	buf_add(&b, tag_canonical(g, from + named, to));
	struct str s = arena_dup(g->a, buf_str(&b));
	buf_free(&b);
	return s;
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
	if (delegation_end(g, i, j) > j)
		return delegation_end(g, i, j);
	if (str_eq(e->more, STR("no")))
		return j;
	if (acronym_end(g, i, j) > j)
		return acronym_end(g, i, j);
	if (j < g->t.n && g->t.t[j].upper && tag_foreign(g, j) && !g->hit[j][LEX_PLACE].entry)   /* "Tổng thống Erdogan" */
		return j;
	if (j < g->t.n && g->t.t[j].upper && foreign_name(g, j) && !lists_find("office of a firm", e->value))   /* "Phó Tổng thống | Dan Harlow" */
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
		if (end >= head && !token_is(&g->t.t[k - 1], g->s->text, STR("quốc")) && !g->hit[k][LEX_TITLE].entry && (end - k >= 2 || lists_find("body that ends a title", g->hit[k][LEX_BODY].entry->surface)))
			return k;
	}
	return head;
}

/* A verb of speech, or the day before one, begins here. */
static bool says(const struct tagger *g, unsigned k)
{
	const struct lexicon_entry *role = g->hit[k][LEX_ROLE].entry, *link = g->hit[k][LEX_LINK].entry;
	return (role && lists_find("says that", role->surface)) || (link && str_eq(link->value, STR("today")));
}

/* Between marks nothing but the office stands: ", Viện trưởng Viện Vắc xin | và sinh phẩm y tế |,". Its end, or j where other things do. */
static unsigned apposed_end(const struct tagger *g, unsigned from, unsigned j)
{
	enum { MOST = 14 };
	if (!from || g->t.t[from - 1].kind != TOKEN_MARK || !(tag_mark(g, from - 1, ',') || tag_mark(g, from - 1, '-') || tag_mark(g, from - 1, '(')))
		return j;
	unsigned k = j;
	for (; k < g->t.n && k - j < MOST; k++) {
		const struct lexicon_hit *h = g->hit[k];
		if (tag_mark(g, k, '&') || (tag_mark(g, k, '-') && g->t.t[k].glued))
			continue;
		if (g->t.t[k].kind != TOKEN_WORD)
			break;
		if (k > j && h[LEX_BODY].n > 1 && g->t.t[k].upper && body_end(g, k) > k) {   /* "trưởng khoa | hồi sức Bệnh viện Lê Lợi |" */
			k = body_end(g, k) - 1;
			continue;
		}
		if (k > j && !g->t.t[k].upper && says(g, k))   /* ", người đứng đầu phòng thí nghiệm cảnh sát | nhận định ..." */
			return k;
		if (h[LEX_ROLE].entry || (h[LEX_LINK].n > 1 && !g->t.t[k].upper) || h[LEX_MEETING].entry || h[LEX_TITLE].entry || h[LEX_HONORIFIC].entry || starts_person(g, k) || (g->t.t[k].upper && tag_foreign(g, k) && !h[LEX_PLACE].entry && !h[LEX_BODY].entry))
			return j;
		if (token_is(&g->t.t[k], g->s->text, STR("của")) && k + 1 < g->t.n && g->t.t[k + 1].kind == TOKEN_WORD)
			continue;
		if (k > j && h[LEX_WORD].entry && lists_find("two syllables", tag_text(g, k - 1, k + 1)))   /* "môi trường" */
			continue;
		if ((h[LEX_WORD].entry || (h[LEX_LINK].entry && !g->t.t[k].upper)) && !tag_word(g, k, "unit:people") && !tag_word(g, k, "within") && !tag_word(g, k, "bodytail") && !tag_word(g, k, "level") && !tag_word(g, k, "smallhead"))
			return j;
	}
	return k > j && k < g->t.n && !g->t.t[k - 1].glued && (tag_mark(g, k, ',') || tag_mark(g, k, '(') || tag_mark(g, k, ')') || tag_mark(g, k, '-') || tag_mark(g, k, ';')) ? k : j;
}

/* "ông A - | giám đốc ...": the holder stands before the mark. */
static bool apposed(const struct tagger *g, unsigned from)
{
	return from >= 2 && (tag_mark(g, from - 1, ',') || tag_mark(g, from - 1, '-') || tag_mark(g, from - 1, '(')) && g->t.t[from - 2].kind == TOKEN_WORD && g->t.t[from - 2].upper;
}

/* Where the holder's name begins in a run of two names; its end where it is the school's alone. */
unsigned school_end(const struct tagger *g, unsigned j)
{
	unsigned end = capital_run(g, j, 8);
	for (unsigned k = j + 2; k + 1 < end && end - j > 4; k++)
		if (is_surname(g, k) && end - k <= 4)
			return k;
	return end - j <= 4 ? end : j;
}

/* "ông A - giám đốc Công ty địa ốc | Hoàng Quân |", "Hiệu trưởng Trường THPT | Nguyễn Huệ |": the name is the firm's, the school's; else j. */
static unsigned named_end(const struct tagger *g, unsigned from, unsigned head, unsigned j)
{
	if (j == head || j >= g->t.n || !starts_person(g, j))
		return j;
	if (lists_ends("named for a person", tag_text(g, head, j)))
		return parents_end(g, school_end(g, j));
	return apposed(g, from) && capital_run(g, j, 4) - j < 3 && lists_stands("named like a person", tag_text(g, head, j)) ? capital_run(g, j, 4) : j;
}

/* "Phó Cục trưởng Cục Pháp chế|, Bộ Công an| Vũ Hà", "ông A, trưởng phòng Đào tạo|, Đại học B|, cho biết": the body above a part of one, right
 * before the holder or behind him; else j. */
static unsigned parent_end(const struct tagger *g, unsigned from, unsigned head, unsigned j)
{
	if (!tag_mark(g, j, ',') || j + 1 >= g->t.n || !g->hit[j + 1][LEX_BODY].entry || g->hit[j + 1][LEX_TITLE].entry || !capital_body(g, j + 1))
		return j;
	unsigned end = body_end(g, j + 1);
	if (end <= j + 1 || end >= g->t.n || starts_person(g, end))
		return end < g->t.n && end > j + 1 ? end : j;
	bool goes_on = tag_mark(g, end, ',') && end + 1 < g->t.n && g->hit[end + 1][LEX_BODY].entry && g->t.t[end + 1].upper && !g->hit[end + 1][LEX_TITLE].entry;
	if (!apposed(g, from) || goes_on || g->t.t[end].upper || tag_word(g, end, "within") || !lists_starts("part of a body", tag_text(g, head, j)))
		return j;
	return lists_starts("above its parts", tag_text(g, j + 1, end)) ? end : j;
}

/* "Chuyên gia | quân sự | Paul Shinkman": what the holder of such an office is versed in; else j. */
static unsigned field_end(const struct tagger *g, unsigned i, unsigned j)
{
	if (j >= g->t.n || g->t.t[j].upper || g->t.t[j].kind != TOKEN_WORD || !lists_find("office of a field", g->hit[i][LEX_TITLE].entry->value))
		return j;
	return tail_end(g, j);
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

/* The body that an office's own words say: "Thứ trưởng Ngoại giao Lào" -> "Bộ Ngoại giao Lào", "Chủ tịch Quốc hội" -> "Quốc hội"; else org. of_land:
 * nothing but a country is behind the title. */
static struct str own_body(const struct tagger *g, struct str office, struct str org, bool of_land)
{
	const struct list_word *minister = lists_starts("office of a ministry", office), *whole = org.n ? NULL : lists_find("body of an office", office);
	struct str field = minister ? str_trim(str_sub(office, minister->phrase.n, office.n)) : (struct str){ 0 };
	if (!field.n || of_land || str_starts(field, STR("Bộ ")) || str_starts(field, STR(",")))
		return whole ? whole->value : org;
	struct buf b = { 0 };
	buf_add(&b, STR("Bộ "));
	buf_add(&b, field);
	struct str body = arena_dup(g->a, buf_str(&b));
	buf_free(&b);
	return body;
}

/* "Cố vấn an ninh | Mỹ |": small words that begin no body are of the office, not of its body. */
static unsigned body_begin(const struct tagger *g, unsigned head, unsigned end)
{
	unsigned k = head;
	while (k < end && !g->t.t[k].upper && !g->hit[k][LEX_BODY].entry && !tag_word(g, k, "level") && !tag_word(g, k, "bodytail") && !lists_starts("small body", tag_text(g, k, end)))
		k++;
	return k > head && k < end && (g->hit[k][LEX_PLACE].entry || g->hit[k][LEX_BODY].entry) ? k : head;
}

/* "Đại sứ | Mỹ | tại Nga": whose he is. */
static unsigned land_end(const struct tagger *g, unsigned head, unsigned end)
{
	for (unsigned k = head + 1; k < end; k++)
		if (token_is(&g->t.t[k], g->s->text, STR("tại")))
			return k;
	return end;
}

unsigned add_position(struct tagger *g, unsigned from, unsigned i)
{
	unsigned head = tag_end(g, i, LEX_TITLE), j = position_end(g, i);
	bool of_land = j > head && j == country_end(g, head);   /* "Thủ tướng Lào | gặp ông ..." */
	j = term_end(g, j == head ? field_end(g, i, j) : of_land ? j : tail_end(g, j));
	if (str_eq(g->hit[i][LEX_TITLE].entry->kind, STR("diplomat")) && j + 1 < g->t.n && str_eq(tag_text(g, j, j + 1), STR("tại")))
		j = parents_end(g, j + 1) > j + 1 ? parents_end(g, j + 1) : j;
	j = parent_end(g, from, body_within(g, i, head), named_end(g, from, head, apposed_end(g, from, j)));
	unsigned named = before_day(g, head, j);
	struct str norm = vi_capital(g->a, tag_canonical(g, from, named));
	if (from < i)
		norm = tag_canonical(g, from, named);
	const struct lexicon_entry *t = g->hit[i][LEX_TITLE].entry;
	if (j == head && from == i)
		norm = lexicon_canonical(g->lex, g->a, t->value);
	else if (!str_eq(t->surface, t->value))     /* "Q. Giám đốc Sở Y tế", "Nguyên PCT UBND tỉnh" */
		norm = written_out(g, from, i, named, norm);
	struct entity *e = tag_add(g, POSITION, from, j, norm, t->rule);
	e->unit = j == head ? t->kind : STR("");
	if (j > head)
		head = body_begin(g, body_within(g, i, head), named);
	if (str_eq(t->kind, STR("diplomat")))
		named = land_end(g, head, named);
	e->org = vi_capital(g->a, tag_canonical(g, head, named));
	unsigned deputy = tag_end(g, i, LEX_TITLE);
	if (lists_find("office of a deputy", t->value) && deputy < j)
		e->org = delegation(g, deputy, named);
	else
		e->org = own_body(g, from < i ? tag_canonical(g, i, named) : norm, e->org, of_land && head == i + 2);
	return j;
}
