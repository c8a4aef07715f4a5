/* noise.c - line shapes. "In bài viết" -> boilerplate; "Thứ ba, 11/05/2021" -> a stamp; "X X" -> doubled.
 * Works on source bytes trimmed of blanks; Vietnamese letters as UTF-8 in NFC, as nearly all pages have them. */
#include "segment/noise.h"
#include "base/csv.h"
#include "base/diag.h"
#include "base/embedded.h"
#include "vi/token.h"
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>

struct phrase { struct str text; const char *zone; char where; };
struct noise { struct arena a; struct phrase *p; unsigned n, cap; };

static void row(void *ctx, unsigned long line, const struct str *f, unsigned n)
{
	struct noise *t = ctx;
	if (line == 1)
		return;
	if (n < 3) {
		diag_at(DIAG_USAGE, "noise.csv", line, "a row needs phrase, zone and where");
		return;
	}
	if (t->n == t->cap) {
		t->cap = t->cap ? t->cap * 2 : 128;
		t->p = realloc(t->p, t->cap * sizeof *t->p);
		if (!t->p)
			diag_fatal("out of memory");
	}
	t->p[t->n++] = (struct phrase){ arena_dup(&t->a, f[0]), arena_dup(&t->a, f[1]).p, f[2].p[0] };
}

static struct str file_text(const char *dir, struct arena *a)
{
	char path[4096];
	snprintf(path, sizeof path, "%s/noise.csv", dir);
	FILE *f = fopen(path, "rb");
	if (!f)
		return (struct str){ 0 };
	struct buf b = { 0 };
	for (int c; (c = getc(f)) != EOF;)
		buf_char(&b, (char)c);
	fclose(f);
	struct str s = arena_dup(a, buf_str(&b));
	buf_free(&b);
	return s;
}

struct noise *noise_load(const char *dir)
{
	struct noise *n = calloc(1, sizeof *n);
	if (!n)
		diag_fatal("out of memory");
	struct str text = { 0 };
	if (dir)
		text = file_text(dir, &n->a);
	else
		for (const struct embedded *e = embedded; e->name; e++)
			if (strcmp(e->name, "noise.csv") == 0)
				text = (struct str){ e->bytes, e->n };
	if (!text.p)
		diag_at(DIAG_USAGE, "noise.csv", 0, "no such lexicon table");
	csv_read(text, row, n);
	if (diag_status() >= DIAG_USAGE)
		exit(diag_status());
	return n;
}

const char *noise_zone(const struct noise *n, struct str line)
{
	const char *any = NULL;
	for (unsigned i = 0; i < n->n; i++) {
		const struct phrase *p = &n->p[i];
		if (p->where == 'w' ? str_eq(p->text, line) : p->where == 's' ? str_starts(line, p->text) : false)
			return p->zone;
		if (p->where == 'a' && line.n < 400 && str_find(line, p->text, 0) < line.n)
			any = p->zone;
	}
	return any;
}

size_t noise_prefix(const struct noise *n, struct str line)
{
	size_t best = 0;
	for (unsigned i = 0; i < n->n; i++)
		if (n->p[i].where == 'w' && n->p[i].text.n > best && n->p[i].text.n > 3 && str_starts(line, n->p[i].text))
			best = n->p[i].text.n;
	return best;
}

unsigned line_words(struct str s)
{
	unsigned n = 0;
	for (size_t i = 0; i < s.n; i++)
		n += s.p[i] != ' ' && (i == 0 || s.p[i - 1] == ' ');
	return n;
}

static bool full_date(struct str s)
{
	for (size_t i = 0; i + 8 <= s.n; i++) {
		size_t k = i, d = 0;
		while (k < s.n && isdigit((unsigned char)s.p[k]) && d < 3) { k++; d++; }
		if (d < 1 || d > 2 || k >= s.n || !strchr("/-.", s.p[k]))
			continue;
		for (k++, d = 0; k < s.n && isdigit((unsigned char)s.p[k]) && d < 3; d++)
			k++;
		if (d < 1 || d > 2 || k + 4 >= s.n + 0 || !strchr("/-.", s.p[k]) || (s.p[k + 1] != '2' && s.p[k + 1] != '1'))
			continue;
		return true;
	}
	return str_find(s, STR(", Tháng "), 0) < s.n;
}

bool line_is_stamp(struct str s) { return s.n < 90 && line_words(s) <= 12 && full_date(s) && s.p[s.n - 1] != '.' && !str_starts(s, STR("Ngày")); }

bool line_is_doubled(struct str s)
{
	return s.n > 30 && s.n % 2 == 1 && s.p[s.n / 2] == ' ' && memcmp(s.p, s.p + s.n / 2 + 1, s.n / 2) == 0;
}

static bool from_capital(struct str s)
{
	size_t len, skip = 0;
	while (skip < s.n && (s.p[skip] == '#' || s.p[skip] == ' ' || s.p[skip] == '"'))
		skip++;
	if (s.n - skip > 3 && memcmp(s.p + skip, "\xE2\x80\x9C", 3) == 0)
		skip += 3;
	return skip < s.n && (vi_is_upper(vi_codepoint(s, skip, &len)) || isdigit((unsigned char)s.p[skip]));
}

bool line_is_headline(struct str s)
{
	unsigned w = line_words(s);
	return w >= 4 && w <= 40 && from_capital(s) && (!strchr(".;:,", s.p[s.n - 1]) || str_ends(s, STR(" ...")));
}

bool line_is_byline(struct str s)
{
	if (s.n > 60 || line_words(s) > 6 || !from_capital(s))
		return false;
	size_t len;
	for (size_t i = 0; i < s.n; i += len) {
		unsigned c = vi_codepoint(s, i, &len);
		if (isdigit((int)(c < 128 ? c : 0)) || c == ':' || ((i == 0 || s.p[i - 1] == ' ') && c > 64 && vi_lower(c) == c && vi_upper(c) != c))
			return false;
	}
	return true;
}

bool line_starts_lead(struct str s)
{
	static const char *const starts[] = { "Ngày ", "Sáng ", "Chiều ", "Tối ", "Hôm nay", "Sáng nay", "Chiều nay", "Thứ " };
	for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
		if (str_starts(s, str_c(starts[i])))
			for (size_t k = 0; k < 40 && k < s.n; k++)
				if (isdigit((unsigned char)s.p[k]))
					return true;
	return s.n > 4 && s.p[0] == '(' && (str_find(s, STR(") -"), 0) < 30 || str_find(s, STR(")-"), 0) < 30);
}
