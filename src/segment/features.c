/* features.c - the features of a line from its own looks (look.h), its neighbours', the page so far, and the words they share (topic.h). */
#include "segment/features.h"
#include "base/bytes.h"
#include "segment/look.h"
#include "segment/topic.h"
#include <limits.h>
#include <stdint.h>

static const char *const words[] = { "0", "1", "2-3", "4-5", "6-8", "9-13", "14-20", "21-30", "31-40", "41-", NULL };
static const char *const cues[] = { "none", "head", "foot", "continues", "address", NULL };
static const char *const gaps[] = { "0", "1", "2", "3-", NULL };
static const char *const spacings[] = { "none", "tight", "mixed", "loose", NULL };
static const char *const counts[] = { "0", "1", "2", "3-5", "6-10", "11-", NULL };
static const char *const bytes[] = { "0-299", "300-599", "600-999", "1000-1999", "2000-3999", "4000-", NULL };
static const char *const heads[] = { "none", "1-19", "20-59", "60-149", "150-399", "400-", NULL };
static const char *const few[] = { "0", "1", "2", "3", "4-5", "6-", NULL };
static const char *const shares[] = { "none", "0", "-10", "-20", "-30", "-45", "-60", "-80", "-100", NULL };
static const char *const topics[] = { "few", "0-4", "-9", "-14", "-19", "-24", "-29", "-34", "-39", "-49", "-64", "-100", NULL };

const struct feature_names features[FEATURES] = {
	[KIND] = { "kind", look_kinds },                 [BEFORE] = { "kind before", look_kinds },        [BEFORE_2] = { "kind two before", look_kinds },
	[NEXT] = { "kind behind", look_kinds },          [NEXT_2] = { "kind two behind", look_kinds },    [NEXT_3] = { "kind three behind", look_kinds },
	[WORDS] = { "words", words },
	[WORDS_BEFORE] = { "words before", words }, [WORDS_NEXT] = { "words behind", words },   [END] = { "end", look_ends },
	[END_BEFORE] = { "end before", look_ends },      [START] = { "start", look_starts },              [START_NEXT] = { "start behind", look_starts },
	[CAPITALS] = { "capitals", look_capitals },      [INSIDE] = { "inside", look_insides },           [CUE] = { "cue", cues },
	[CUE_BEFORE] = { "cue before", cues },      [CUE_NEXT] = { "cue behind", cues },        [GAP] = { "blank lines", gaps },
	[GAP_BEFORE] = { "blank lines before", gaps }, [GAP_BEHIND] = { "blank lines behind", gaps }, [GAP_NEXT] = { "blank lines two behind", gaps },
	[SPACING] = { "spacing of the page", spacings }, [BODIES] = { "text lines of the page", counts }, [PAGE_BYTES] = { "bytes of the page", bytes },
	[TAIL] = { "lines since text", counts },    [TO_TEXT] = { "lines to text", counts },    [GLUE] = { "glued to", look_glues },             [HEAD] = { "bytes before the glue", heads },
	[SEEN] = { "words seen before", shares },   [REPEATED] = { "words repeated behind", shares }, [TOPIC] = { "words behind seen before", topics },
	[TOPIC_NAMES] = { "names behind seen before", shares }, [COHESION] = { "words of the page seen before", shares },
	[SPACING_AHEAD] = { "spacing behind", spacings }, [TEXT_AHEAD] = { "text lines behind", few }, [LEADS_AHEAD] = { "leads behind", few },
	[FEET_AHEAD] = { "feet behind", few }, [STAMPS] = { "stamps of the page", few },
};


static const struct noise *phrases;

void features_open(const struct noise *n) { phrases = n; }

/* --- the page so far -------------------------------------------------------------------------------------------------------- */

static struct page {
	bool open;
	unsigned next, bagged;        /* lines before `next` are counted, those before `bagged` are in the bag */
	unsigned bodies, tail, gaps, tight, blank, stamps;
	unsigned pairs, old;          /* of the lines in the bag: all, and those that had been there before */
	size_t bytes;
	struct bag bag;
} page;

void features_page(void)
{
	bag_clear(&page.bag);
	page.open = false;
}

size_t features_count(const struct window *w, unsigned i)
{
	if (!page.open) {
		page.next = page.bagged = w->page;
		page.bodies = page.tail = page.gaps = page.tight = page.blank = page.stamps = page.pairs = page.old = 0;
		page.bytes = 0;
		page.open = true;
	}
	for (; page.next < i; page.next++) {
		const struct line *l = &w->line[page.next];
		page.bytes += l->to - l->from;
		if (l->n == 0) {
			page.blank++;
			continue;
		}
		page.gaps++;
		page.tight += page.blank == 0;
		page.blank = 0;
		bool body = !l->noise.zone && l->shape & LINE_LONG;
		page.bodies += body;
		page.tail = body ? 0 : page.tail + 1;
		page.stamps += l->kind == KIND_STAMP || l->kind == KIND_ENTRY;
	}
	return page.bytes;
}

/* --- the line and its neighbours -------------------------------------------------------------------------------------------- */

enum { GLUED_PHRASE = 10 };      /* of look_glues */

static struct line nothing;

enum { FILLED, TEXT, LEAD, FOOT };                       /* bits of a trait */

static bool is_text(const struct line *l) { return !l->noise.zone && l->shape & LINE_LONG && !(l->shape & (LINE_DOUBLED | LINE_ENTRY)); }

unsigned char features_trait(const struct line *l)
{
	return (unsigned char)((l->n > 0) << FILLED | is_text(l) << TEXT | (l->kind == KIND_LEAD) << LEAD | (l->noise.cue == CUE_FOOT) << FOOT);
}

static unsigned back(const struct window *w, unsigned i, struct line **l)
{
	unsigned from = i;
	*l = &nothing;
	for (unsigned steps = 0; i > w->page && steps < 50; steps++)
		if (w->trait[--i] & 1 << FILLED) {
			*l = &w->line[i];
			break;
		}
	return from - i;
}

bool features_running(const struct line *l)
{
	return l->kind == KIND_TEXT || l->kind == KIND_SENTENCE || l->kind == KIND_OPEN_TEXT || l->kind == KIND_LEAD;
}

/* Bit k: line i + k has the trait of bit `bit`, for the FEATURES_AHEAD lines from i on. */
static unsigned lines_with(unsigned bit, bytes16 first, bytes16 second)
{
	return bytes_mask(bytes_bit(first, bit)) | (bytes_mask(bytes_bit(second, bit)) << BYTES);
}

/* How many bits are set in a, and in b; of 24. */
struct two { unsigned a, b; };
static struct two bits(unsigned a, unsigned b)
{
	unsigned long long x = a | (unsigned long long)b << 32;
	x -= x >> 1 & 0x0055555500555555ULL;
	x = (x & 0x0033333300333333ULL) + (x >> 2 & 0x0033333300333333ULL);
	x = (x + (x >> 4)) & 0x000F0F0F000F0F0FULL;
	x += (x >> 8) + (x >> 16);
	return (struct two){ (unsigned)x & 31, (unsigned)(x >> 32) & 31 };
}

/* The lines behind and the blank ones before each of the first. */
static void near_behind(const struct window *w, struct near *v, unsigned known)
{
	unsigned m = v->filled, from = 0;
	for (unsigned k = 0; k < FEATURES_BEHIND; k++, m &= m - 1) {
		unsigned at = m ? (unsigned)__builtin_ctz(m) : known;
		v->behind[k] = m ? &w->line[v->next + at] : &nothing;
		if (k < sizeof v->gap_behind / sizeof *v->gap_behind)
			v->gap_behind[k] = at > from ? at - from : 0;
		from = at + 1;
	}
}

static void look_behind(const struct window *w, unsigned i, struct near *v)
{
	unsigned known = w->n - i - 1 < FEATURES_AHEAD ? w->n - i - 1 : FEATURES_AHEAD, all = (1u << known) - 1;
	const unsigned char *trait = w->trait + i + 1;
	bytes16 first = bytes_load(trait), second = bytes_load(trait + BYTES);
	unsigned filled = lines_with(FILLED, first, second) & all, text = lines_with(TEXT, first, second) & all;
	unsigned lead = lines_with(LEAD, first, second) & all, foot = lines_with(FOOT, first, second) & all, beyond = filled;
	v->next = i + 1;
	v->filled = filled;
	near_behind(w, v, known);
	for (unsigned k = 0; k < FEATURES_REACH; k++)
		beyond &= beyond - 1;
	unsigned reach = filled ^ beyond, parted = reach & ~(filled << 1 | 1), to = is_text(v->here) ? 0 : text ? text ^ (text - 1) : ~0u;
	struct two n = bits(reach, parted), running = bits(text & reach, lead & reach), before = bits(filled & to, foot & to);
	v->ahead.all = n.a;
	v->ahead.parted = n.b;
	v->ahead.text = running.a;
	v->ahead.leads = running.b;
	v->feet = before.b;
	v->to_text = to == ~0u ? UINT_MAX : before.a;
}

void features_look(const struct window *w, unsigned i, size_t at, struct near *v)
{
	unsigned from = i;
	v->gap = v->gap_before = 0;
	v->here = &w->line[i];
	if (at) {
		size_t cut = v->here->at + at;
		v->cut[0] = line_look(phrases, w->text, v->here->from, cut);
		v->cut[1] = line_look(phrases, w->text, cut, v->here->to);
		v->before = &v->cut[0];
		v->here = &v->cut[1];
	} else {
		from -= back(w, i, &v->before);
		v->gap = v->before->n ? i - from - 1 : 3;
	}
	unsigned steps = back(w, from, &v->before_2);
	v->gap_before = v->before_2->n ? steps - 1 : at || v->before->n ? 3 : 0;
	look_behind(w, i, v);
}

static unsigned bin(size_t n, const size_t *upto)
{
	unsigned i = 0;
	while (n >= upto[i])
		i++;
	return i;
}

static unsigned words_bin(unsigned n)
{
	static const unsigned char of[] = { 0, 1, 2, 2, 3, 3, 4, 4, 4, 5, 5, 5, 5, 5, 6, 6, 6, 6, 6, 6, 6, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 9 };
	return of[n < sizeof of ? n : sizeof of - 1];
}

static unsigned count_bin(unsigned n)
{
	static const unsigned char of[] = { 0, 1, 2, 3, 3, 3, 4, 4, 4, 4, 4, 5 };
	return of[n < sizeof of ? n : sizeof of - 1];
}

static unsigned bytes_bin(size_t n) { return 0u + (n >= 300) + (n >= 600) + (n >= 1000) + (n >= 2000) + (n >= 4000); }
static unsigned few_bin(unsigned n) { return n > 5 ? 5 : n > 4 ? 4 : n; }
static unsigned spacing_of(unsigned tight, unsigned all) { return all < 4 ? 0 : tight * 10 >= all * 8 ? 1 : tight * 10 <= all * 3 ? 3 : 2; }
static unsigned gap_bin(unsigned n) { return n > 3 ? 3 : n; }

/* --- words ------------------------------------------------------------------------------------------------------------------ */

static unsigned share(unsigned part, unsigned of)
{
	return of == 0 ? 0 : 1 + bin(part * 100 / of, (const size_t[]){ 1, 11, 21, 31, 46, 61, 81, SIZE_MAX });
}

static void bag_upto(const struct window *w, unsigned i)
{
	for (; page.bagged < i; page.bagged++)
		if (w->line[page.bagged].n) {
			struct pairs p = topic_pairs(&w->line[page.bagged], w->text);
			page.pairs += page.bagged > w->page ? p.n : 0;
			page.old += bag_add(&page.bag, p);
		}
}

/* Ids of some lines as a set; taken out again with the same lines. */
struct marks { unsigned char bits[1 << 13]; };

static void mark(struct marks *m, struct pairs p, bool set)
{
	for (unsigned i = 0; i < p.n; i++) {
		unsigned id = p.id[i] & 0xFFFF;
		m->bits[id >> 3] = (unsigned char)(set ? m->bits[id >> 3] | 1u << (id & 7) : 0);
	}
}

static bool marked(const struct marks *m, unsigned id) { return m->bits[(id & 0xFFFF) >> 3] >> (id & 7) & 1; }

struct tally { unsigned all, old, names, old_names; };

static void count(struct tally *t, struct pairs p, const struct marks *head)
{
	for (unsigned k = 0; k < p.n; k++) {
		bool known = bag_has(&page.bag, p.id[k]) || marked(head, p.id[k]), name = p.id[k] & TOPIC_NAME;
		t->old += known;
		t->names += name;
		t->old_names += name && known;
	}
	t->all += p.n;
}

static struct pairs pairs_of(const struct window *w, struct line *l) { return l->n ? topic_pairs(l, w->text) : (struct pairs){ NULL, 0 }; }

void features_repeated(const struct window *w, const struct near *v, unsigned char value[FEATURES])
{
	static struct marks behind;
	struct pairs here = pairs_of(w, v->here);
	unsigned repeated = 0;
	for (unsigned b = 0; b < FEATURES_BEHIND; b++)
		mark(&behind, pairs_of(w, v->behind[b]), true);
	for (unsigned k = 0; k < here.n; k++)
		repeated += marked(&behind, here.id[k]);
	for (unsigned b = 0; b < FEATURES_BEHIND; b++)
		mark(&behind, pairs_of(w, v->behind[b]), false);
	value[REPEATED] = (unsigned char)share(repeated, here.n);
}

void features_topic(const struct window *w, unsigned known, const struct near *v, size_t at, unsigned char value[FEATURES])
{
	enum { LEAST = 4, ENOUGH = 40 };
	static struct marks head_marks;
	struct pairs head = at ? pairs_of(w, v->before) : (struct pairs){ NULL, 0 };
	struct tally behind = { 0 }, own = { 0 };
	bag_upto(w, known);
	mark(&head_marks, head, true);
	for (unsigned b = 0, m = v->filled; m && (b < LEAST || (b < FEATURES_REACH && behind.all < ENOUGH)); b++, m &= m - 1)
		count(&behind, pairs_of(w, &w->line[v->next + (unsigned)__builtin_ctz(m)]), &head_marks);
	count(&own, pairs_of(w, v->here), &head_marks);
	mark(&head_marks, head, false);
	value[SEEN] = (unsigned char)share(own.old, own.all);
	value[TOPIC] = (unsigned char)(behind.all < 8 ? 0 : 1 + bin(behind.old * 100 / behind.all, (const size_t[]){ 5, 10, 15, 20, 25, 30, 35, 40, 50, 65, SIZE_MAX }));
	value[TOPIC_NAMES] = (unsigned char)share(behind.old_names + own.old_names, behind.names + own.names);
	value[COHESION] = (unsigned char)(page.pairs < 40 ? 0 : share(page.old, page.pairs));
}

/* What stands before the cut is a whole line of the foot of pages, a source or a by-line, and enough comes behind it. */
static bool behind_phrase(const struct near *v, size_t at)
{
	enum { ENOUGH = 5 };
	const char *zone = at ? v->before->noise.zone : NULL;
	return zone && v->here->words >= ENOUGH && (strcmp(zone, "boilerplate") == 0 || strcmp(zone, "source") == 0 || strcmp(zone, "byline") == 0);
}

void features_shape(const struct window *w, const struct near *v, unsigned i, size_t at, unsigned char value[FEATURES])
{
	const struct line *here = v->here, *before = v->before, *next = v->behind[0];
	const unsigned got[FIRST_READ] = {
		[KIND] = here->kind, [BEFORE] = before->kind, [BEFORE_2] = v->before_2->kind,
		[NEXT] = next->kind, [NEXT_2] = v->behind[1]->kind, [NEXT_3] = v->behind[2]->kind,
		[WORDS] = words_bin(here->words), [WORDS_BEFORE] = words_bin(before->words), [WORDS_NEXT] = words_bin(next->words),
		[END] = here->end, [END_BEFORE] = before->end, [START] = here->start, [START_NEXT] = next->start,
		[CUE] = here->noise.cue, [CUE_BEFORE] = before->noise.cue, [CUE_NEXT] = next->noise.cue,
		[GAP] = gap_bin(v->gap), [GAP_BEFORE] = gap_bin(v->gap_before), [GAP_BEHIND] = gap_bin(v->gap_behind[0]), [GAP_NEXT] = gap_bin(v->gap_behind[1]),
		[SPACING] = spacing_of(page.tight, page.gaps), [BODIES] = count_bin(page.bodies), [PAGE_BYTES] = bytes_bin(page.bytes + at),
		[TAIL] = count_bin(page.tail), [TO_TEXT] = count_bin(v->to_text), [GLUE] = behind_phrase(v, at) ? GLUED_PHRASE : look_at_glue(line_str(w->text, &w->line[i]), at),
		[SPACING_AHEAD] = spacing_of(v->ahead.all - v->ahead.parted, v->ahead.all), [TEXT_AHEAD] = few_bin(v->ahead.text),
		[LEADS_AHEAD] = few_bin(v->ahead.leads), [FEET_AHEAD] = few_bin(v->feet), [STAMPS] = few_bin(page.stamps),
		[HEAD] = at ? bin(at, (const size_t[]){ 1, 20, 60, 150, 400, SIZE_MAX }) : 0,
	};
	for (int f = 0; f < FIRST_READ; f++)
		value[f] = (unsigned char)got[f];
}

void features_read(const struct window *w, const struct near *v, unsigned char value[FEATURES])
{
	struct str s = line_str(w->text, v->here);
	value[CAPITALS] = (unsigned char)look_at_capitals(s, v->here->words);
	value[INSIDE] = (unsigned char)look_at_inside(s);
}
