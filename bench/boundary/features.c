/* features FILE...: the boundary features of each place of each FILE where a page may start, and whether one does.
 * A form feed in FILE stands where a page starts; the program reads the text without it, as segment would, and starts a page there.
 * Out: on the first line JSON, the features' names and values; then per place three bytes (file, side: 0 line, 1 glued, 2 first; true) and one byte a feature. */
#include "base/buf.h"
#include "base/diag.h"
#include "segment/boundary.h"
#include "segment/glue.h"
#include "vi/syllable.h"
#include <stdio.h>
#include <stdlib.h>

enum { RIVALS = 3 };

static struct line line[1 << 20];
static unsigned char trait[(1 << 20) + FEATURES_SLACK];
static size_t seam[1 << 16];
static unsigned lines, seams;

static void names_out(void)
{
	for (unsigned f = 0; f < FEATURES; f++) {
		printf("%s{\"name\":\"%s\",\"values\":[", f ? "," : "[", features[f].name);
		for (unsigned v = 0; features[f].values[v]; v++)
			printf("%s\"%s\"", v ? "," : "", features[f].values[v]);
		printf("]}");
	}
	puts("]");
}

static void row_out(const unsigned char value[FEATURES], unsigned file, unsigned side, bool is_true)
{
	unsigned char head[3] = { (unsigned char)file, (unsigned char)side, is_true };
	fwrite(head, 1, sizeof head, stdout);
	fwrite(value, 1, FEATURES, stdout);
}

static void value_out(const struct window *w, unsigned i, size_t at, unsigned known, bool is_true, unsigned file)
{
	unsigned char value[FEATURES];
	if (boundary_values(w, i, at, known, value))
		row_out(value, file, at > 0, is_true);
}

static void first_out(const struct window *w, unsigned i, size_t at, unsigned known, bool is_true, unsigned file)
{
	unsigned char value[FEATURES];
	if (boundary_values(w, i, at, known, value))
		row_out(value, file, 2, is_true);
}

/* A true start, the places near it, and the lines behind it up to running text. */
static void firsts_out(const struct window *w, unsigned i, size_t at, unsigned file)
{
	struct boundary_near near;
	first_out(w, i, at, i, true, file);
	boundary_near(w, i, at, &near);
	for (unsigned k = 0; k < near.n; k++)
		first_out(w, near.line[k], near.at[k], i, false, file);
	for (unsigned k = i + 1, n = 0; k < w->n && n < BOUNDARY_LINES && (!line[k - 1].n || !features_running(&line[k - 1])); k++)
		if (line[k].n) {
			first_out(w, k, 0, i, false, file);
			n++;
		}
}

static void file_read(const char *name, struct buf *b)
{
	FILE *f = fopen(name, "rb");
	if (!f)
		diag_fatal("%s: cannot be opened", name);
	seams = 0;
	buf_clear(b);
	for (int c; (c = getc(f)) != EOF;)
		if (c == '\f' && seams < sizeof seam / sizeof *seam)
			seam[seams++] = b->n;
		else
			buf_char(b, (char)c);
	fclose(f);
	buf_reserve(b, LINE_BEHIND);
}

static void lines_read(const struct noise *noise, struct str text)
{
	lines = 0;
	for (size_t i = 0; i < text.n && lines < sizeof line / sizeof *line - 1;) {
		const char *lf = memchr(text.p + i, '\n', text.n - i);
		size_t to = lf ? (size_t)(lf - text.p) : text.n;
		line[lines] = line_look(noise, text, i, to);
		trait[lines] = features_trait(&line[lines]);
		lines++;
		i = to + 1;
	}
}

/* The line is cut at `cut`. */
static void split(const struct noise *noise, struct str text, unsigned i, size_t cut)
{
	struct line l = line[i];
	memmove(line + i + 1, line + i, (lines - i) * sizeof *line);
	memmove(trait + i + 1, trait + i, lines - i);
	lines++;
	line[i] = line_look(noise, text, l.from, cut);
	line[i + 1] = line_look(noise, text, cut, l.to);
	trait[i] = features_trait(&line[i]);
	trait[i + 1] = features_trait(&line[i + 1]);
}

/* The lines behind a true start, seen from the old page: a headline behind a section's name is not where the page starts. */
static void rivals_out(const struct window *w, unsigned i, unsigned file)
{
	for (unsigned k = i + 1, n = 0; k < w->n && n < RIVALS; k++)
		if (line[k].n) {
			struct window v = *w;
			v.n = lines < k + FEATURES_AHEAD + 1 ? lines : k + FEATURES_AHEAD + 1;
			value_out(&v, k, 0, i, false, file);
			n++;
		}
}

static void file_out(const struct noise *noise, struct str text, unsigned file)
{
	unsigned next = 0, page = 0;
	features_page();
	for (unsigned i = 0; i < lines; i++) {
		struct window w = { text, line, trait, page, lines < i + FEATURES_AHEAD + 1 ? lines : i + FEATURES_AHEAD + 1 };
		while (next < seams && seam[next] < line[i].from)
			next++;
		bool starts = next < seams && seam[next] <= line[i].at && line[i].n;
		value_out(&w, i, 0, i, starts, file);
		if (starts) {
			for (size_t at = glue_next(line_str(text, &line[i]), 1); at < line[i].n; at = glue_next(line_str(text, &line[i]), at))
				value_out(&w, i, at, i, false, file);      /* no cut inside its first line instead */
			rivals_out(&w, i, file);
			firsts_out(&w, i, 0, file);
			next++;
			w.page = page = i;
			features_page();
		}
		struct str s = line_str(text, &line[i]);
		size_t cut = 0;
		for (size_t at = s.n ? glue_next(s, 1) : 0; at < s.n && !cut; at = glue_next(s, at)) {
			bool here = next < seams && seam[next] == line[i].at + at;
			value_out(&w, i, at, i, here, file);
			cut = here ? line[i].at + at : 0;
		}
		if (!cut && next < seams && seam[next] > line[i].from && seam[next] < line[i].to) {
			cut = seam[next];      /* a true one that is no candidate: a miss by design */
			fprintf(stderr, "no candidate: %.*s|%.*s\n", 30, text.p + (cut > 30 ? cut - 30 : 0), 30, text.p + cut);
		}
		if (cut) {
			firsts_out(&w, i, cut - line[i].at, file);
			split(noise, text, i, cut);
			next++;
			page = i + 1;
			features_page();
		}
	}
}

int main(int argc, char **argv)
{
	struct buf text = { 0 };
	diag_program("features");
	const struct noise *noise = noise_load(NULL);
	boundary_load(NULL, noise);
	syllables_load(NULL);
	if (diag_status())
		return diag_status();
	names_out();
	for (int i = 1; i < argc; i++) {
		file_read(argv[i], &text);
		lines_read(noise, buf_str(&text));
		file_out(noise, buf_str(&text), (unsigned)i - 1);
	}
	return ferror(stdout) || fflush(stdout) ? 3 : 0;
}
