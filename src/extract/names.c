/* names.c - which officials of a document a name may stand for.
 * "ông Trung" is Lưu Văn Trung; letters' case, the place of the tone and, in long names, a wrong tone make no other person. */
#include "extract/names.h"
#include "base/map.h"
#include "vi/syllable.h"

static struct map by_name;   /* of the document: a full name folded, and each end of it that may stand for it -> the latest official so named, + 1 */

static struct map times;     /* a name folded -> how often it was asked for */

void names_clear(struct arena *a) { by_name = times = (struct map){ .a = a }; }

static struct str folded(struct document *d, struct str name)
{
	struct buf b = { 0 };
	vi_fold(&b, name);
	struct str s = arena_dup(d->a, buf_str(&b));
	buf_free(&b);
	return s;
}

static struct str first_word(struct str s)
{
	const char *blank = memchr(s.p, ' ', s.n);
	return blank ? str_sub(s, 0, (size_t)(blank - s.p)) : s;
}

/* "Trần Quốc Vương" for Trần Quốc Vượng: a name of three words or more is known by its letters without their tones; p NULL: a shorter one. */
static struct str untoned(struct document *d, struct str key)
{
	struct buf b = { 0 };
	unsigned blanks = 0;
	buf_char(&b, '~');
	for (size_t i = 0, n; i < key.n; i += n) {
		unsigned cp = vi_codepoint(key, i, &n);
		blanks += cp == ' ';
		vi_put(&b, syllable_untoned(cp));
	}
	struct str s = blanks < 2 ? (struct str){ 0 } : arena_dup(d->a, buf_str(&b));
	buf_free(&b);
	return s;
}

void names_add(struct document *d, unsigned i)
{
	struct str name = folded(d, d->official[i].name);
	*map_at(&by_name, name) = i + 1;
	if (!map_get(&times, name))
		*map_at(&times, name) = 1;
	struct str letters = untoned(d, name);
	if (letters.n)
		*map_at(&by_name, letters) = i + 1;
	for (size_t k = 0; k + 1 < name.n; k++)
		if (name.p[k] == ' ')
			*map_at(&by_name, str_sub(name, k + 1, name.n)) = i + 1;
	if (str_eq(d->official[i].rules.v[0], STR("person:foreign")) && !map_get(&by_name, first_word(name)))   /* "Moon Jae-in ... ông Moon" */
		*map_at(&by_name, first_word(name)) = i + 1;
}

static bool syllables_two(struct str s) { return memchr(s.p, ' ', s.n) != NULL; }

/* Of two spellings of a name, the one that stands more often, of as many the later. */
static void spell(struct document *d, struct official *o, struct str name, struct str key, struct str letters)
{
	struct str now = folded(d, o->name);
	unsigned n = ++*map_at(&times, key);
	if (letters.n && !str_eq(key, now) && str_eq(letters, untoned(d, now)) && n >= map_get(&times, now))
		o->name = name;
}

struct official *names_known(struct document *d, struct str name)
{
	struct str key = folded(d, name);
	struct str letters = untoned(d, key);
	unsigned i = map_get(&by_name, key);
	if (!i && letters.n)
		i = map_get(&by_name, letters);
	if (i)
		spell(d, &d->official[i - 1], name, key, letters);
	if (i || !syllables_two(key))
		return i ? &d->official[i - 1] : NULL;
	struct str last = key;
	while (syllables_two(last))
		last = str_sub(last, first_word(last).n + 1, last.n);
	i = map_get(&by_name, last);
	if (!i || syllables_two(d->official[i - 1].name))
		i = map_get(&by_name, first_word(key));
	if (!i || syllables_two(d->official[i - 1].name))
		return NULL;
	d->official[i - 1].name = name;
	names_add(d, i - 1);
	return &d->official[i - 1];
}
