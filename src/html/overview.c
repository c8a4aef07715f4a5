/* overview.c - counting. A month's key is "2015-01", "2015-00" (only the year is known), "XXXX-11" or "none", whatever the record holds. */
#include "html/overview.h"
#include "base/buf.h"

unsigned long long overview_seen(struct overview *o, struct str doc) { return counter_find(&o->docs, doc)->n; }

void overview_page(struct overview *o, struct str doc)
{
	counter_find(&o->docs, doc)->n++;
	o->pages++;
}

/* One more of key; the first time its text and place are kept. */
static struct count *tally(struct counter *c, struct str key, struct str text, struct str anchor)
{
	struct count *k = counter_find(c, key);
	if (!k->n && !k->m) {
		k->text = counter_keep(c, text);
		k->anchor = counter_keep(c, anchor);
	}
	k->n++;
	return k;
}

void overview_sentence(struct overview *o, const struct sentence *s, struct str suffix)
{
	static struct buf b;
	buf_clear(&b);
	buf_add(&b, s->doc);
	buf_add(&b, STR("-s"));
	buf_uint(&b, s->n);
	buf_add(&b, suffix);
	struct str anchor = buf_str(&b);
	o->sentences++;
	o->entities += s->entities;
	tally(&o->zones, s->zone_name, s->zone_name, anchor);
	for (unsigned i = 0; i < s->entities; i++) {
		struct str label = str_c(label_name(s->entity[i].label));
		tally(&o->labels, label, label, anchor);
		tally(&o->rules, s->entity[i].rule, s->entity[i].rule, anchor);
	}
}

static bool all(struct str s, size_t from, size_t n, const char *of)
{
	for (size_t i = from; i < from + n; i++)
		if (i >= s.n || !strchr(of, s.p[i]) || !s.p[i])
			return false;
	return true;
}

static struct str month_key(struct str date, char key[7])
{
	bool year = all(date, 0, 4, "0123456789"), month = all(date, 4, 1, "-") && all(date, 5, 2, "0123456789");
	if (!year && !all(date, 0, 4, "0123456789X"))
		return STR("none");
	memcpy(key, year ? date.p : "XXXX", 4);
	memcpy(key + 4, month ? date.p + 4 : "-00", 3);
	return (struct str){ key, 7 };
}

void overview_row(struct overview *o, const struct row *r)
{
	char key[7];
	struct count *c;
	o->rows[r->kind]++;
	switch (r->kind) {
	case ROW_MEETING:
		tally(&o->months, month_key(r->date, key), r->date, r->anchor);
		break;
	case ROW_OFFICIAL:
		c = tally(&o->officials, r->id, r->head, r->anchor);
		if (c->n == 1)
			c->note = counter_keep(&o->officials, r->note);
		break;
	default:
		c = tally(&o->directives, r->id, r->head, r->anchor);
		c->m += r->mentions;
		if (c->n == 1 || (!c->note.n && r->note.n))
			c->note = counter_keep(&o->directives, r->note);
		break;
	}
	for (unsigned i = 0; i < r->rules; i++) {
		c = counter_find(&o->rules, r->rule[i]);
		if (!c->n && !c->m) {
			c->text = counter_keep(&o->rules, r->rule[i]);
			c->anchor = counter_keep(&o->rules, r->anchor);
		}
		c->m++;
	}
}
