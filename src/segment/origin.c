/* origin.c - three sorted lists with the text position as the key: source pieces, encoding marks, zones.
 * Plain UTF-8 is one piece however long it is; text of an old encoding has a piece for each letter that changed its length. */
#include "segment/origin.h"
#include "base/grow.h"
#include <stdlib.h>

void origin_reset(struct origin *o) { o->pieces = o->marks = o->zones = 0; }

void origin_free(struct origin *o)
{
	free(o->piece);
	free(o->mark);
	free(o->zone);
	*o = (struct origin){ 0 };
}

void origin_add(struct origin *o, origin_pos at, struct run r)
{
	struct piece *last = o->pieces ? &o->piece[o->pieces - 1] : NULL;
	if (last && r.n == r.source_n && last->source_end == r.source && last->source_end - last->source == last->n && last->at + last->n == at) {
		last->n += r.n;
		last->source_end += r.n;
		return;
	}
	o->piece = grown(o->piece, o->pieces, &o->piece_cap, sizeof *o->piece);
	o->piece[o->pieces++] = (struct piece){ at, r.source, r.source + r.source_n, r.n };
}

void origin_mark(struct origin *o, origin_pos at, const struct encoding_mark *m)
{
	o->mark = grown(o->mark, o->marks, &o->mark_cap, sizeof *o->mark);
	o->mark[o->marks++] = (struct mark){ at, *m };
}

void origin_zone_set(struct origin *o, origin_pos at, const char *name)
{
	if ((o->zones ? o->zone[o->zones - 1].zone : NULL) == name)
		return;
	o->zone = grown(o->zone, o->zones, &o->zone_cap, sizeof *o->zone);
	o->zone[o->zones++] = (struct zone){ at, name };
}

const char *origin_zone(const struct origin *o, origin_pos at)
{
	size_t lo = 0, hi = o->zones;
	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;
		if (o->zone[mid].at <= at)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo ? o->zone[lo - 1].zone : NULL;
}

/* Index of the last piece that begins at or before `at`; o->pieces > 0. */
static size_t piece_of(const struct origin *o, origin_pos at)
{
	size_t first = 0, n = o->pieces;
	while (n > 1) {
		size_t half = n / 2;
		first = o->piece[first + half].at <= at ? first + half : first;
		n -= half;
	}
	return first;
}

static origin_pos inside(const struct piece *p, origin_pos at)
{
	origin_pos s = p->source + (at > p->at ? at - p->at : 0);
	return s < p->source_end ? s : p->source_end;
}

origin_pos origin_start(const struct origin *o, origin_pos at) { return o->pieces ? inside(&o->piece[piece_of(o, at)], at) : at; }

origin_pos origin_end(const struct origin *o, origin_pos at)
{
	if (!o->pieces || at == 0)
		return at;
	const struct piece *p = &o->piece[piece_of(o, at - 1)];
	return at >= p->at + p->n ? p->source_end : inside(p, at);
}

struct run origin_run(const struct origin *o, origin_pos at, size_t max)
{
	if (!o->pieces)
		return (struct run){ max, at, max };
	const struct piece *p = &o->piece[piece_of(o, at)];
	size_t n = at >= p->at + p->n ? max : (size_t)(p->at + p->n - at);
	n = n < max ? n : max;
	return p->source_end - p->source == p->n ? (struct run){ n, inside(p, at), n } : (struct run){ n, p->source, (size_t)(p->source_end - p->source) };
}

struct encoding_mark origin_encoding(const struct origin *o, origin_pos from, origin_pos to)
{
	struct encoding_mark sum = { .encoding = "UTF-8" };
	const char *name[8];
	origin_pos weight[8], best = 0;
	size_t names = 0;
	for (size_t i = 0; i < o->marks && o->mark[i].at < to; i++) {
		origin_pos end = i + 1 < o->marks && o->mark[i + 1].at < to ? o->mark[i + 1].at : to;
		const struct encoding_mark *m = &o->mark[i].m;
		if (end <= from || end <= o->mark[i].at)
			continue;
		size_t k = 0;
		while (k < names && name[k] != m->encoding)
			k++;
		if (k == names && names < 8) {
			name[names] = m->encoding;
			weight[names++] = 0;
		}
		if (k < names) {   /* text that tells nothing of its encoding weighs little */
			origin_pos begin = o->mark[i].at > from ? o->mark[i].at : from;
			weight[k] += m->good + m->bad + m->composed ? end - begin : (end - begin + 15) / 16;
		}
		if (o->mark[i].at < from)
			continue;
		if (m->invalid && !sum.invalid)
			sum.first_invalid = m->first_invalid;
		sum.good += m->good;
		sum.bad += m->bad;
		sum.composed += m->composed;
		sum.combining += m->combining;
		sum.entities += m->entities;
		sum.invalid += m->invalid;
		sum.forced |= m->forced;
	}
	for (size_t k = 0; k < names; k++)
		if (weight[k] > best) {
			best = weight[k];
			sum.encoding = name[k];
		}
	return sum;
}

unsigned encoding_confidence(const struct encoding_mark *m)
{
	bool unicode = strncmp(m->encoding, "UTF-", 4) == 0 && !strchr(m->encoding, '/');
	unsigned yes = m->good + (unicode ? m->composed + m->combining : 0), no = m->bad + m->invalid;
	if (m->forced || (unicode && !m->invalid))
		return 100;
	return yes * 100ULL / (yes + no + 1ULL) & 127;
}

const char *encoding_form(const struct encoding_mark *m)
{
	if (strncmp(m->encoding, "UTF-", 4) != 0 || strchr(m->encoding, '/'))
		return NULL;
	return !m->combining ? "NFC" : m->composed ? "mixed" : "NFD";
}

void origin_forget(struct origin *o, origin_pos at)
{
	size_t keep = o->pieces ? piece_of(o, at) : 0;
	if (keep) {
		memmove(o->piece, o->piece + keep, (o->pieces - keep) * sizeof *o->piece);
		o->pieces -= keep;
	}
	for (keep = 0; keep + 1 < o->marks && o->mark[keep + 1].at <= at; keep++)
		;
	if (keep) {
		memmove(o->mark, o->mark + keep, (o->marks - keep) * sizeof *o->mark);
		o->marks -= keep;
	}
	for (keep = 0; keep + 1 < o->zones && o->zone[keep + 1].at <= at; keep++)
		;
	if (keep) {
		memmove(o->zone, o->zone + keep, (o->zones - keep) * sizeof *o->zone);
		o->zones -= keep;
	}
}
