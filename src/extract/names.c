/* names.c - which officials of a document a name may stand for.
 * "ông Trung" is Lưu Văn Trung; letters' case, the place of the tone and, in long names, a wrong tone make no other person. */
#include "extract/names.h"
#include "base/grow.h"
#include "base/map.h"
#include "vi/syllable.h"

static struct map by_name;   /* of the document: a full name folded, and each end of it that may stand for it -> the latest official so named, + 1 */

static struct map times;     /* a name folded -> how often it was asked for */
static struct map read;      /* a name as it is written -> its key, + 1 */
static unsigned keys_n;

void names_clear(struct arena *a)
{
	by_name = times = read = (struct map){ .a = a };
	keys_n = 0;
}

static struct str first_word(struct str s)
{
	const char *blank = memchr(s.p, ' ', s.n);
	return blank ? str_sub(s, 0, (size_t)(blank - s.p)) : s;
}

/* "Trần Quốc Vương" for Trần Quốc Vượng: a name of three words or more is known by its letters without their tones; p NULL: a shorter one. */
static struct str untoned(struct document *d, struct str key)
{
	static struct buf b;
	unsigned blanks = 0;
	buf_clear(&b);
	buf_char(&b, '~');
	for (size_t i = 0, n; i < key.n; i += n) {
		unsigned cp = vi_codepoint(key, i, &n);
		blanks += cp == ' ';
		vi_put(&b, syllable_untoned(cp));
	}
	return blanks < 2 ? (struct str){ 0 } : arena_dup(d->a, buf_str(&b));
}

/* A name as it is looked for: folded, and without tones. */
struct key { struct str folded, letters; };

static struct key *keys;     /* of the names of the document, by `read` */
static size_t key_cap;

static struct key key_of(struct document *d, struct str name)
{
	static struct buf b;
	unsigned *at = map_at(&read, name);
	if (*at)
		return keys[*at - 1];
	buf_clear(&b);
	vi_fold(&b, name);
	keys = grown(keys, keys_n, &key_cap, sizeof *keys);
	keys[keys_n].folded = arena_dup(d->a, buf_str(&b));
	keys[keys_n].letters = untoned(d, keys[keys_n].folded);
	*at = ++keys_n;
	return keys[keys_n - 1];
}

static bool syllables_two(struct str s) { return memchr(s.p, ' ', s.n) != NULL; }

static struct str last_word(struct str s)
{
	while (syllables_two(s))
		s = str_sub(s, first_word(s).n + 1, s.n);
	return s;
}

/* "Sergei Kuzhugetovich Shoigu" and "Sergei Shoigu": a name's first word and last, marked as such. */
static struct str ends(struct document *d, struct str name)
{
	struct buf b = { 0 };
	buf_char(&b, '^');
	buf_add(&b, first_word(name));
	buf_char(&b, ' ');
	buf_add(&b, last_word(name));
	struct str s = arena_dup(d->a, buf_str(&b));
	buf_free(&b);
	return s;
}

/* "Moon Jae-in ... ông Moon" */
static void name_abroad(struct document *d, struct str name, unsigned i)
{
	if (!map_get(&by_name, first_word(name)))
		*map_at(&by_name, first_word(name)) = i + 1;
	if (syllables_two(name))
		*map_at(&by_name, ends(d, name)) = i + 1;
	for (size_t k = first_word(name).n + 1; k < name.n; k++)   /* "Raul Castro Ruz ... ông Raul Castro", "Bashar al-Assad ... ông Assad" */
		if (name.p[k] == ' ')
			*map_at(&by_name, str_sub(name, 0, k)) = i + 1;
		else if (name.p[k] == '-' && k + 1 < name.n && name.p[k + 1] != ' ')
			*map_at(&by_name, str_sub(name, k + 1, name.n)) = i + 1;
}

/* "Raul Castro ... Raul Castro Ruz": the official from abroad whose name goes on in this one, + 1, or 0. */
static unsigned goes_on(struct document *d, struct str name)
{
	for (size_t k = name.n; k-- > first_word(name).n + 1;)
		if (name.p[k] == ' ') {
			unsigned i = map_get(&by_name, str_sub(name, 0, k));
			if (i && str_eq(d->official[i - 1].rules.v[0], STR("person:foreign")) && str_eq(key_of(d, d->official[i - 1].name).folded, str_sub(name, 0, k)))
				return i;
		}
	return 0;
}

void names_add(struct document *d, unsigned i)
{
	struct str name = key_of(d, d->official[i].name).folded;
	*map_at(&by_name, name) = i + 1;
	if (!map_get(&times, name))
		*map_at(&times, name) = 1;
	struct str letters = key_of(d, d->official[i].name).letters;
	if (letters.n)
		*map_at(&by_name, letters) = i + 1;
	for (size_t k = 0; k + 1 < name.n; k++)
		if (name.p[k] == ' ')
			*map_at(&by_name, str_sub(name, k + 1, name.n)) = i + 1;
	if (str_eq(d->official[i].rules.v[0], STR("person:foreign")))
		name_abroad(d, name, i);
	struct str rest = str_sub(name, first_word(name).n, name.n);
	if (first_word(name).n == 1 && syllables_two(str_trim(rest))) {   /* "Y Suôn Byă ... ông Y Suôn" */
		struct str two = str_sub(name, 0, 2 + first_word(str_trim(rest)).n);
		if (!map_get(&by_name, two))
			*map_at(&by_name, two) = i + 1;
	}
}

/* Of two spellings of a name, the one that stands more often, of as many the later. */
static void spell(struct document *d, struct official *o, struct str name, struct key key)
{
	struct key now = key_of(d, o->name);
	unsigned n = ++*map_at(&times, key.folded);
	if (key.letters.n && !str_eq(key.folded, now.folded) && str_eq(key.letters, now.letters) && n >= map_get(&times, now.folded))
		o->name = name;
}

struct official *names_known(struct document *d, struct str name)
{
	struct key read_as = key_of(d, name);
	struct str key = read_as.folded;
	unsigned i = map_get(&by_name, key);
	if (!i && read_as.letters.n)
		i = map_get(&by_name, read_as.letters);
	if (i)
		spell(d, &d->official[i - 1], name, read_as);
	if (!i && syllables_two(key))
		i = map_get(&by_name, ends(d, key));
	if (i || !syllables_two(key))
		return i ? &d->official[i - 1] : NULL;
	i = goes_on(d, key);
	if (!i) {
		i = map_get(&by_name, last_word(key));
		if (!i || syllables_two(d->official[i - 1].name))
			i = map_get(&by_name, first_word(key));
		if (!i || syllables_two(d->official[i - 1].name))
			return NULL;
	}
	d->official[i - 1].name = name;
	names_add(d, i - 1);
	return &d->official[i - 1];
}
