/* persons.c - honorifics and names of persons.
 * A name is a run of two to six capitalised syllables that starts with a surname, or any such run bound to an honorific.
 * Not names: what follows đường, trường, Ảnh: ... (words.csv kind street), what lies in an organisation or place, lines in capitals. */
#include "tag/spots.h"

/* "Tổng giám đốc Quỹ Tiền tệ Quốc tế (IMF) | Christine Lagarde": the token behind "(" one word ")" at i; else i. */
static unsigned behind_brackets(const struct tagger *g, unsigned i)
{
	return tag_mark(g, i, '(') && tag_mark(g, i + 2, ')') && i + 3 < g->t.n ? i + 3 : i;
}

/* Tokens that start inside an entity made so far; office: the POSITION that ends right before a token. */
static bool *inside_marks(const struct tagger *g, const struct entity **office)
{
	bool *in = arena_alloc(g->a, g->t.n + 1);
	for (unsigned k = 0; k < g->n; k++) {
		for (unsigned i = g->span[k].from; i < g->span[k].to; i++)
			in[i] = true, g->spot[i] &= (unsigned char)~(1u << SPOTS_PERSON);
		if (g->s->entity[k].label == POSITION)
			office[behind_brackets(g, g->span[k].to)] = &g->s->entity[k];
	}
	return in;
}

/* Nearly all words of the sentence are in capitals: no name can be told there. *known: the answer, -1 before it is asked for. */
static bool all_capitals(const struct tagger *g, int *known)
{
	unsigned caps = 0, others = 0;
	if (*known >= 0)
		return *known;
	for (unsigned i = 0; i < g->t.n && others * 3 < g->t.n; i++)      /* most sentences tell by their first third */
		if (g->t.t[i].kind == TOKEN_WORD) {
			caps += g->t.t[i].caps;
			others += !g->t.t[i].caps;
		}
	*known = caps + others > 3 && caps > others * 2;
	return *known;
}

static unsigned name_end(const struct tagger *g, unsigned i, const bool *in)
{
	unsigned j = i;
	while (j < g->t.n && j - i < 6 && g->t.t[j].kind == TOKEN_WORD && g->t.t[j].upper && !in[j] &&
	       !(j > i && (g->hit[j][LEX_TITLE].entry || (g->hit[j][LEX_HONORIFIC].entry && tag_end(g, j, LEX_HONORIFIC) > j + 1)) && j - i >= 2))
		j++;
	return j;
}

/* "Khăm-la Sỉ-phan": behind an honorific a name may have hyphens. */
static unsigned hyphened_end(const struct tagger *g, unsigned i, const bool *in)
{
	unsigned j = i;
	bool hyphen = false;
	while (j < g->t.n && j - i < 10 && g->t.t[j].kind == TOKEN_WORD && g->t.t[j].upper && !in[j]) {
		j++;
		while (j + 1 < g->t.n && tag_mark(g, j, '-') && g->t.t[j].glued && g->t.t[j + 1].glued && g->t.t[j + 1].kind == TOKEN_WORD && !g->t.t[j + 1].upper) {
			hyphen = true;
			j += 2;
		}
	}
	return hyphen ? j : i;
}

static unsigned add_honorific(struct tagger *g, unsigned i)
{
	const struct lexicon_entry *h = g->hit[i][LEX_HONORIFIC].entry;
	unsigned j = tag_end(g, i, LEX_HONORIFIC);
	if (j < g->t.n && tag_mark(g, j, '.'))
		j++;
	tag_add(g, HONORIFIC, i, tag_end(g, i, LEX_HONORIFIC), h->value, h->rule);
	return j;
}

/* Behind "đường", "Trường THPT" a name is no person's; the "trường" within "Bộ ... Môi trường" and "phố" of "thành phố" bar nothing. */
static bool bars_name(const struct tagger *g, unsigned i, const bool *in)
{
	for (unsigned back = 1; back <= 3 && back <= i; back++)
		if ((tag_word(g, i - back, "street") || tag_word(g, i - back, "venuestreet")) && !(in[i - back] && i > back && in[i - back - 1]) && tag_end(g, i - back, LEX_WORD) + (tag_mark(g, i - 1, ':') ? 1u : 0u) == i)
			return true;
	return false;
}

/* An office abroad: its text names another country. */
static bool abroad(const struct tagger *g, const struct entity *office)
{
	for (unsigned i = tag_token_at(g, office->start); i < g->t.n && g->t.t[i].start < office->end; i++) {
		const struct lexicon_entry *p = g->hit[i][LEX_PLACE].entry;
		if (p && g->t.t[i].upper && (str_eq(p->kind, STR("country")) || str_eq(p->kind, STR("foreign"))) && !str_eq(p->value, STR("Việt Nam")))
			return true;
	}
	return false;
}

/* "Luis Puente, Giám đốc ...": an office in apposition. */
static bool office_behind(const struct tagger *g, unsigned j)
{
	if (!tag_mark(g, j, ',') && !tag_mark(g, j, '-') && !tag_mark(g, j, '('))
		return false;
	return j + 1 < g->t.n && !g->hit[j + 1][LEX_LINK].entry && (g->hit[j + 1][LEX_TITLE].entry || (tag_word(g, j + 1, "former") && j + 2 < g->t.n && g->hit[j + 2][LEX_TITLE].entry));
}

/* "Tổng thống Nga Vladimir Putin", "Thủ tướng Hun Sen", "ông Moon Jae-in": right behind an office, a name with a foreign word in it or of an
 * office abroad; behind an honorific (bound), one with a foreign word in it. */
static unsigned foreign_end(const struct tagger *g, unsigned i, const bool *in, const struct entity *office, bool bound)
{
	bool alien;
	if (!g->t.t[i].upper || g->t.t[i].caps || (!office && !bound && !tag_foreign(g, i)))
		return i;
	unsigned j = foreign_name_end(g, i, in, office && abroad(g, office), &alien);
	if (bound && !office)
		return j - i >= 2 && alien ? j : i;
	if (!office)
		return j - i >= 2 && alien && office_behind(g, j) ? j : i;
	return alien || (j - i >= 2 && abroad(g, office)) ? j : i;
}

/* "NGÔ MINH CHƯƠNG" -> "Ngô Minh Chương"; another name as it is. */
static struct str name_norm(const struct tagger *g, unsigned i, unsigned j)
{
	bool begin = true;
	struct buf b = { 0 };
	struct str text = tag_text(g, i, j);
	for (unsigned k = i; k < j; k++)
		if (!g->t.t[k].caps || !g->t.t[i].caps)
			return text;
	for (size_t at = 0, n; at < text.n; at += n) {
		unsigned cp = vi_codepoint(text, at, &n);
		vi_put(&b, begin ? cp : vi_lower(cp));
		begin = cp == ' ' || cp == '-';
	}
	struct str s = arena_dup(g->a, buf_str(&b));
	buf_free(&b);
	return s;
}

/* "Họ và tên: A": what stands behind the colon is a name; i where nothing says so. */
static unsigned name_told(const struct tagger *g, unsigned i)
{
	unsigned end = tag_word(g, i, "name") ? tag_end(g, i, LEX_WORD) : i;
	return end > i && tag_mark(g, end, ':') ? end + 1 : i;
}

/* "Tướng | Mỹ | Joseph Harlan": whose he is. */
static bool land_before_name(const struct tagger *g, unsigned i)
{
	const struct lexicon_entry *p = g->hit[i][LEX_PLACE].entry;
	unsigned end = tag_end(g, i, LEX_PLACE);
	return p && g->t.t[i].upper && (str_eq(p->kind, STR("country")) || str_eq(p->kind, STR("foreign"))) && end < g->t.n && g->t.t[end].upper && tag_foreign(g, end) && !g->hit[end][LEX_PLACE].entry;
}

void tag_persons(struct tagger *g)
{
	const struct entity **office = arena_alloc(g->a, (g->t.n + 1) * sizeof *office);
	bool *in = inside_marks(g, office);
	bool bound = false;
	int quiet = -1;
	struct str told = { 0 };       /* the row that tells the next one to be a name */
	for (unsigned i = 0; (i = bound ? i : spots_next(g, i, SPOTS_PERSON)) < g->t.n;) {
		if (bound && land_before_name(g, i)) { i = tag_end(g, i, LEX_PLACE); continue; }
		if (g->taken[i] || in[i]) { bound = false; i++; continue; }
		if (name_told(g, i) > i) {
			told = g->hit[i][LEX_WORD].entry->rule;
			i = name_told(g, i);
			bound = true;
			continue;
		}
		const struct lexicon_entry *h = g->hit[i][LEX_HONORIFIC].entry;
		unsigned after = h ? tag_end(g, i, LEX_HONORIFIC) : i;
		if (h && (after >= g->t.n || g->t.t[after].kind == TOKEN_MARK || g->t.t[after].upper || g->hit[after][LEX_HONORIFIC].entry)) {
			i = add_honorific(g, i);
			bound = true;
			continue;
		}
		const struct lexicon_entry *name = g->hit[i][LEX_NAME].entry;
		unsigned j = name_end(g, i, in);
		if (!bound && !name && !office[i] && !g->t.t[i].foreign) {    /* nobody's name, as nearly always */
			i = j > i + 1 ? j : i + 1;
			continue;
		}
		unsigned hyphened = bound || name ? hyphened_end(g, i, in) : i;
		j = hyphened > j ? hyphened : j;
		bool surname = name && !str_eq(name->value, STR("middle"));
		unsigned foreign = foreign_end(g, i, in, office[i], bound);
		if (foreign > i) {
			surname = true;
			j = foreign > j ? foreign : j;
		}
		bool historic = name && str_eq(name->value, STR("historic")) && tag_end(g, i, LEX_NAME) == j;
		const struct lexicon_hit *place = i + 1 < g->t.n ? &g->hit[i + 1][LEX_PLACE] : NULL;   /* "Đoàn Hà Nội", "Y Việt Nam" */
		bool of_place = place && place->entry && i + 1 + place->n == j && !bound && (g->hit[i][LEX_BODY].entry || g->t.t[i].end - g->t.t[i].start == 1) && (str_eq(place->entry->kind, STR("province")) || str_eq(place->entry->kind, STR("country")));
		if (!historic && !of_place && g->t.t[i].upper && (!g->t.t[i].caps || (bound && surname)) && (j - i >= 2 ? surname || bound : j - i == 1 && (bound || foreign > i)) && !bars_name(g, i, in) && !all_capitals(g, &quiet)) {
			tag_add(g, PERSON, i, j, name_norm(g, i, j), told.n ? told : foreign > i ? STR("person:foreign") : name ? name->rule : STR("person:bound"));
			i = j;
			told = (struct str){ 0 };
		} else {
			i = j > i + 1 ? j : i + 1;
		}
		bound = tag_mark(g, i, ',') ? false : bound && i < g->t.n && g->t.t[i - 1].kind == TOKEN_MARK && g->t.t[i - 1].glued;
	}
}
