/* words.c - one reading of a sentence against words.csv and links.csv. */
#include "base/diag.h"
#include "extract/report.h"
#include <stdint.h>
#include <stdlib.h>

void words_read(struct words *w, const struct lexicon *lex, struct str text)
{
	tokens_cut(&w->t, text);
	if (w->t.n > w->cap) {
		w->cap = w->t.n * 2;
		w->word = realloc(w->word, w->cap * sizeof *w->word);
		w->link = realloc(w->link, w->cap * sizeof *w->link);
		if (!w->word || !w->link)
			diag_fatal("out of memory");
	}
	for (unsigned i = 0; i < w->t.n; i++) {
		const struct lexicon_hit *hit = lexicon_at(lex, &w->t, i);
		w->word[i] = (struct phrase){ hit[LEX_WORD].entry, i + hit[LEX_WORD].n, hit[LEX_WORD].first };
		w->link[i] = (struct phrase){ hit[LEX_LINK].entry, i + hit[LEX_LINK].n, hit[LEX_LINK].first };
	}
}

unsigned words_token(const struct words *w, size_t byte)
{
	unsigned low = 0, high = w->t.n;
	while (low < high) {
		unsigned middle = low + (high - low) / 2;
		if (w->t.t[middle].start < byte)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static size_t find(const struct words *w, const struct phrase *phrase, const char *kind, size_t from, size_t to)
{
	for (unsigned i = words_token(w, from); i < w->t.n && w->t.t[i].start < to; i++)
		if (phrase[i].first == kind[0] && str_eq(phrase[i].entry->value, str_c(kind)))
			return w->t.t[i].start;
	return SIZE_MAX;
}

size_t words_find_last(const struct words *w, const char *kind, size_t from, size_t to)
{
	size_t last = SIZE_MAX;
	for (unsigned i = words_token(w, from); i < w->t.n && w->t.t[i].start < to; i++)
		if (w->word[i].first == kind[0] && str_eq(w->word[i].entry->value, str_c(kind)) && w->t.t[w->word[i].end - 1].end <= to)
			last = w->t.t[i].start;
	return last;
}

size_t words_find(const struct words *w, const char *kind, size_t from, size_t to) { return find(w, w->word, kind, from, to); }
size_t links_find(const struct words *w, const char *kind, size_t from, size_t to) { return find(w, w->link, kind, from, to); }
