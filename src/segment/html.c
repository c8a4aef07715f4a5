/* html.c - libxml2's HTML parser by its SAX calls: no tree, so a page costs its text. Each call tells how far the parser has read, which gives the
 * text its place in the source. <p>Sáng <b>12/9</b></p> -> one line "Sáng 12/9". Lines are collected first, because what stands late in a page
 * (its date, how much of it a menu is) decides about all of it. */
#include "segment/html.h"
#include "base/csv.h"
#include "base/diag.h"
#include "base/grow.h"
#include "base/resource.h"
#include <ctype.h>
#include <libxml/HTMLparser.h>
#include <stdlib.h>

enum { MAX_DEPTH = 2048, MAX_RULES = 256, MAX_ATTRIBUTE = 200 };

struct rule { const char *kind, *name, *zone; };
static struct rule rule[MAX_RULES];
static unsigned rules;
static struct arena memory;

/* A line of the page: text [from, to) and its runs; zone given by element `by` of the page (0: none). */
struct html_line { size_t from, to, run; const char *zone; unsigned by; };

struct level { const char *zone; unsigned by; bool block; };

struct page {
	struct str source;                  /* the HTML */
	size_t last;                        /* bytes of it that were read at the last call */
	struct level level[MAX_DEPTH];
	unsigned depth, deeper, elements;   /* deeper: levels beyond MAX_DEPTH */
	const xmlParserCtxt *parser;
	struct buf title;
	bool in_title;
	char published[11];
};

static struct buf text;                     /* of all lines */
static struct run *run;                     /* source: a byte of the HTML */
static struct html_line *line;
static size_t runs, run_cap, lines, line_cap;

static void row(void *ctx, unsigned long number, const struct str *f, unsigned n)
{
	(void)ctx;
	if (number == 1)
		return;
	if (n < 3 || rules == MAX_RULES) {
		diag_at(DIAG_USAGE, "html.csv", number, "a row needs kind, name and zone; there may be %d", MAX_RULES);
		exit(DIAG_USAGE);
	}
	rule[rules++] = (struct rule){ arena_dup(&memory, f[0]).p, arena_dup(&memory, f[1]).p, arena_dup(&memory, f[2]).p };
}

/* libxml2 has nothing to say on standard error: what ends the program is said by it. */
static void quiet(void *ctx, const char *format, ...) { (void)ctx, (void)format; }

void html_load(const char *dir)
{
	csv_read(resource_text(dir, "html.csv", &memory), row, NULL);
	xmlSetGenericErrorFunc(NULL, quiet);
	xmlInitParser();
}

unsigned html_entity(struct str name)
{
	char s[16] = "";
	if (name.n >= sizeof s)
		return 0;
	memcpy(s, name.p, name.n);
	const htmlEntityDesc *e = htmlEntityLookup((const xmlChar *)s);
	return e ? e->value : 0;
}

/* --- what an element means ----------------------------------------------------------------------------------------------- */

static const char *lookup(const char *kind, const char *name)
{
	for (unsigned i = 0; i < rules; i++)
		if (strcmp(rule[i].kind, kind) == 0 && strcmp(rule[i].name, name) == 0)
			return rule[i].zone;
	return NULL;
}

/* The zone a word of class or id gives: "main-menu top" has the words main, menu, top. */
static const char *class_zone(const char *value)
{
	char word[32];
	size_t n = 0;
	for (const char *p = value; p - value <= MAX_ATTRIBUTE; p++) {
		if (isalnum((unsigned char)*p) && n < sizeof word - 1) {
			word[n++] = (char)tolower((unsigned char)*p);
			continue;
		}
		word[n] = 0;
		const char *zone = n ? lookup("class", word) : NULL;
		if (zone || !*p)
			return zone;
		n = 0;
	}
	return NULL;
}

/* "hidden", or "style=display:none" somewhere in the value without blanks. */
static const char *attribute_zone(const char *name, const char *value)
{
	char s[MAX_ATTRIBUTE + 64];
	size_t n = (size_t)snprintf(s, sizeof s, "%.40s=", name);
	for (const char *p = value; p && *p && n < sizeof s - 1; p++)
		if (*p != ' ')
			s[n++] = (char)tolower((unsigned char)*p);
	s[n] = 0;
	for (unsigned i = 0; i < rules; i++) {
		if (strcmp(rule[i].kind, "attribute") != 0)
			continue;
		const char *equal = strchr(rule[i].name, '=');
		size_t key = equal ? (size_t)(equal - rule[i].name) : strlen(rule[i].name);
		if (strncmp(s, rule[i].name, key) == 0 && s[key] == '=' && (!equal || strstr(s + key + 1, equal + 1)))
			return rule[i].zone;
	}
	return NULL;
}

static const char *value_of(const xmlChar **a, const char *name)
{
	for (; a && a[0]; a += 2)
		if (strcmp((const char *)a[0], name) == 0)
			return (const char *)a[1];
	return NULL;
}

/* Takes "2022-06-14..." as the page's day if it has none yet. */
static void publish(struct page *p, const char *value)
{
	if (!value || p->published[0] || strlen(value) < 10)
		return;
	for (int i = 0; i < 10; i++)
		if (i == 4 || i == 7 ? value[i] != '-' : !isdigit((unsigned char)value[i]))
			return;
	memcpy(p->published, value, 10);
}

static void meta(struct page *p, const xmlChar **a)
{
	static const char *const keys[] = { "property", "name", "itemprop" };
	for (int k = 0; k < 3; k++) {
		char name[64];
		const char *value = value_of(a, keys[k]);
		size_t n = 0;
		for (; value && value[n] && n < sizeof name - 1; n++)
			name[n] = (char)tolower((unsigned char)value[n]);
		name[n] = 0;
		const char *means = n ? lookup("meta", name) : NULL;
		if (means && strcmp(means, "published") == 0)
			publish(p, value_of(a, "content"));
	}
}

/* --- text ------------------------------------------------------------------------------------------------------------------ */

static void line_end(void)
{
	struct html_line *l = lines ? &line[lines - 1] : NULL;
	if (l && l->to > l->from && text.p[text.n - 1] != '\n') {
		buf_char(&text, '\n');
		l->to = text.n;
		run = grown(run, runs, &run_cap, sizeof *run);
		run[runs] = run[runs - 1];
		run[runs].source += run[runs].source_n;
		run[runs].n = 1;
		run[runs++].source_n = 0;
	}
}

static bool is_open(void) { return lines && line[lines - 1].to > line[lines - 1].from && text.p[text.n - 1] != '\n'; }

static void text_line(const struct level *at, struct str s, struct run r)
{
	if (!is_open()) {
		line = grown(line, lines, &line_cap, sizeof *line);
		line[lines++] = (struct html_line){ text.n, text.n, runs, at->zone, at->by };
	}
	buf_add(&text, s);
	line[lines - 1].to = text.n;
	struct run *last = runs > line[lines - 1].run ? &run[runs - 1] : NULL;
	if (last && last->n == last->source_n && r.n == r.source_n && last->source + last->source_n == r.source) {
		last->n += r.n;
		last->source_n += r.n;
		return;
	}
	run = grown(run, runs, &run_cap, sizeof *run);
	run[runs++] = r;
}

static bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

/* Runs of blanks become one blank; form feeds are blanks here. */
static void text_in(const struct level *at, struct str s, size_t from)
{
	for (size_t i = 0; i < s.n;) {
		size_t n = 0;
		while (i + n < s.n && !is_blank(s.p[i + n]))
			n++;
		if (n)
			text_line(at, str_sub(s, i, i + n), (struct run){ n, from + i, n });
		i += n;
		for (n = 0; i + n < s.n && is_blank(s.p[i + n]); n++)
			;
		if (n && is_open() && text.p[text.n - 1] != ' ')
			text_line(at, STR(" "), (struct run){ 1, from + i, n });
		i += n;
	}
}

/* --- calls of the parser --------------------------------------------------------------------------------------------------- */

static size_t bytes_read(const struct page *p)
{
	const xmlParserInput *in = p->parser->input;
	size_t n = in ? in->consumed + (size_t)(in->cur - in->base) : p->source.n;
	return n < p->source.n ? n : p->source.n;
}

static const struct level *level_now(const struct page *p) { return &p->level[p->depth]; }

static const char *zone_by(const char *name, const xmlChar **a)
{
	const char *zone = lookup("element", name);
	bool container = strcmp(name, "html") == 0 || strcmp(name, "body") == 0 || strcmp(name, "main") == 0 || strcmp(name, "article") == 0;
	for (; a && a[0]; a += 2) {
		const char *key = (const char *)a[0], *value = (const char *)a[1];
		const char *by = attribute_zone(key, value);
		if (!by && value && !container && (strcmp(key, "class") == 0 || strcmp(key, "id") == 0))
			by = class_zone(value);
		if (by && (!zone || strcmp(zone, "drop") != 0))
			zone = by;
	}
	return zone;
}

static void start_element(void *ctx, const xmlChar *xname, const xmlChar **a)
{
	struct page *p = ctx;
	const char *name = (const char *)xname, *zone = zone_by(name, a), *plain = lookup("element", name);
	struct level next = *level_now(p);
	bool dropped = next.zone && strcmp(next.zone, "drop") == 0;
	next.block = plain && strcmp(plain, "time") != 0 && strcmp(plain, "title") != 0 && strcmp(plain, "drop") != 0;
	p->last = bytes_read(p);
	if (strcmp(name, "meta") == 0)
		meta(p, a);
	if (plain && strcmp(plain, "time") == 0)
		publish(p, value_of(a, "datetime"));
	p->in_title = !dropped && plain && strcmp(plain, "title") == 0;
	if (next.block)
		line_end();
	if (zone && !dropped && strcmp(zone, "block") != 0 && strcmp(zone, "time") != 0 && strcmp(zone, "title") != 0) {
		if (!is_open() || strcmp(zone, "drop") == 0)
			next.zone = zone;
		next.by = ++p->elements;
	}
	if (p->depth + 1 < MAX_DEPTH)
		p->level[++p->depth] = next;
	else
		p->deeper++;
}

static void end_element(void *ctx, const xmlChar *name)
{
	struct page *p = ctx;
	(void)name;
	p->last = bytes_read(p);
	p->in_title = false;
	if (level_now(p)->block)
		line_end();
	if (p->deeper)
		p->deeper--;
	else if (p->depth)
		p->depth--;
}

static void characters(void *ctx, const xmlChar *ch, int len)
{
	struct page *p = ctx;
	struct str s = { (const char *)ch, (size_t)len };
	size_t now = bytes_read(p), from = p->last;
	const struct level *at = level_now(p);
	p->last = now;
	if (p->in_title) {
		buf_add(&p->title, s);
		return;
	}
	if (len <= 0 || (at->zone && strcmp(at->zone, "drop") == 0))
		return;
	if (now >= s.n && memcmp(p->source.p + now - s.n, s.p, s.n) == 0)
		text_in(at, s, now - s.n);
	else if (from + s.n <= p->source.n && memcmp(p->source.p + from, s.p, s.n) == 0)
		text_in(at, s, from);
	else if (s.n == 1 && is_blank(s.p[0]))
		text_in(at, STR(" "), from);
	else                                                       /* an entity */
		text_line(at, s, (struct run){ s.n, from, now > from ? now - from : 0 });
}

static void comment(void *ctx, const xmlChar *value)
{
	struct page *p = ctx;
	(void)value;
	p->last = bytes_read(p);
}

static void parse(struct page *p)
{
	htmlSAXHandler sax = { .startElement = start_element, .endElement = end_element, .characters = characters, .ignorableWhitespace = characters,
			       .comment = comment };
	htmlParserCtxt *c = p->source.n ? htmlCreateMemoryParserCtxt(p->source.p, (int)p->source.n) : NULL;
	if (!p->source.n)
		return;
	if (!c)
		diag_fatal("out of memory");
	xmlResetLastError();
	htmlCtxtUseOptions(c, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
	htmlSAXHandler *own = c->sax;
	c->sax = &sax;
	c->userData = p;
	c->charset = XML_CHAR_ENCODING_UTF8;             /* it is, already */
	p->parser = c;
	htmlParseDocument(c);
	if (xmlGetLastError() && xmlGetLastError()->code == XML_ERR_NO_MEMORY)
		diag_fatal("out of memory");
	c->sax = own;
	if (c->myDoc)
		xmlFreeDoc(c->myDoc);
	c->myDoc = NULL;
	htmlFreeParserCtxt(c);
}

/* --- the page goes out ------------------------------------------------------------------------------------------------------ */

/* A class that covers most of the page names the page, not its menu. */
static void zones_weighed(unsigned elements)
{
	size_t *length = calloc(elements + 1, sizeof *length), all = 0;
	if (!length)
		diag_fatal("out of memory");
	for (size_t i = 0; i < lines; i++) {
		length[line[i].by] += line[i].to - line[i].from;
		all += line[i].to - line[i].from;
	}
	for (size_t i = 0; i < lines; i++)
		if (line[i].by && length[line[i].by] * 2 > all)
			line[i].zone = NULL;
	free(length);
}

/* The part of the title before the site's name: "X - Báo Y", "X | Y". */
static struct str headline_of(struct str title)
{
	title = str_trim(title);
	size_t bar = str_find(title, STR(" | "), 0), dash = str_find(title, STR(" - "), 0), cut = bar < dash ? bar : dash;
	return cut < title.n && cut > 20 ? str_sub(title, 0, cut) : title;
}

static void lines_out(const struct origin *origin)
{
	for (size_t i = 0; i < lines; i++) {
		size_t at = line[i].from, end = i + 1 < lines ? line[i + 1].run : runs;
		pages_zone(line[i].zone);
		for (size_t r = line[i].run; r < end; r++) {
			struct str s = str_sub(buf_str(&text), at, at + run[r].n);
			at += run[r].n;
			if (run[r].n != run[r].source_n) {           /* a blank for many, an entity */
				origin_pos a = origin_start(origin, run[r].source), b = origin_end(origin, run[r].source + run[r].source_n);
				pages_bytes(s, (struct run){ s.n, a, b > a ? (size_t)(b - a) : 0 });
				continue;
			}
			for (size_t k = 0; k < s.n;) {
				struct run part = origin_run(origin, run[r].source + k, s.n - k);
				pages_bytes(str_sub(s, k, k + part.n), part);
				k += part.n;
			}
		}
	}
}

void html_page(struct str html, const struct origin *origin, const struct page_source *given)
{
	static struct page p;
	struct buf title = p.title;
	p = (struct page){ .source = html, .title = title };
	buf_clear(&p.title);
	text.n = runs = lines = 0;
	parse(&p);
	line_end();
	zones_weighed(p.elements);
	struct page_source s = *given;
	s.container = "html";
	s.whole = true;
	if (p.published[0])
		s.published = p.published;
	bool headline = false;
	for (size_t i = 0; i < lines; i++)
		headline |= line[i].zone && strcmp(line[i].zone, "headline") == 0;
	pages_source(&s);
	struct encoding_mark m = origin_encoding(origin, 0, html.n);
	pages_mark(&m);
	struct str name = headline_of(buf_str(&p.title));
	if (!headline && name.n) {
		pages_zone("headline");
		size_t at = str_find(html, name, 0);
		at = at < html.n ? at : 0;
		pages_bytes(name, (struct run){ name.n, origin_start(origin, at), at ? name.n : 0 });
		pages_bytes(STR("\n"), (struct run){ 1, origin_end(origin, at + name.n), 0 });
	}
	lines_out(origin);
	pages_end();
}
