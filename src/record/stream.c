/* stream.c - lines into records. A document is whole when its `end` comes, with its own `doc`, before another `document` and before
 * the end of the stream; a pipe hides a writer that broke off, so this is where it shows. */
#include "record/stream.h"
#include "base/diag.h"
#include "record/type.h"

enum { MAX_LINE = 64 << 20 };

void stream_open(struct stream *s, char **operands, int n, struct arena *keep)
{
	*s = (struct stream){ .in = lines_open(operands, n, MAX_LINE), .keep = keep };
}

void stream_refuse(const struct stream *s, const char *why)
{
	diag_at(DIAG_REFUSED, lines_file(s->in), lines_number(s->in), "%s", why);
}

static bool parse(struct stream *s, enum record looks)
{
	struct json_error bad;
	s->line = s->keep ? arena_dup(s->keep, s->read) : s->read;
	s->scanned = looks == RECORD_SENTENCE && s->read_in && sentence_scan(s->line, s->read_in, &s->sentence);
	if (s->scanned)
		return true;
	if (!json_parse(&s->json, s->line, &bad)) {
		diag_at(DIAG_REFUSED, lines_file(s->in), lines_number(s->in), "%s at byte %zu", bad.what, bad.at);
		return false;
	}
	if (s->json.node[0].kind != JSON_KIND_OBJECT)
		stream_refuse(s, "no JSON object");
	return s->json.node[0].kind == JSON_KIND_OBJECT;
}

static struct str member(const struct stream *s, struct str key)
{
	unsigned m = json_member(&s->json, 0, key);
	return m && s->json.node[m].kind == JSON_KIND_STRING ? s->json.node[m].raw : (struct str){ "", 0 };
}

static enum record type_of(struct str name)
{
	return str_eq(name, STR("sentence"))   ? RECORD_SENTENCE
	       : str_eq(name, STR("document")) ? RECORD_DOCUMENT
	       : str_eq(name, STR("end"))      ? RECORD_END
					       : RECORD_OTHER;
}

static enum record cut(struct stream *s)
{
	diag_at(DIAG_FAILED, lines_file(s->in), lines_number(s->in), "document %.*s has no end record", (int)s->doc.n, s->doc.p);
	s->open = false;
	return RECORD_CUT;
}

bool stream_next(struct stream *s, enum record *type)
{
	while (s->ahead || lines_next(s->in, &s->read)) {
		enum record looks = type_of(record_type(s->read));
		if (s->skim && looks == RECORD_SENTENCE)
			continue;
		s->ahead = s->open && looks == RECORD_DOCUMENT;
		if (s->ahead) {        /* said before the line is copied: what is kept goes with the cut */
			*type = cut(s);
			return true;
		}
		if (!parse(s, looks))
			continue;
		*type = s->scanned ? RECORD_SENTENCE : type_of(member(s, STR("type")));
		struct str doc = s->scanned ? s->sentence.doc : member(s, STR("doc"));
		if (s->open && (*type == RECORD_DOCUMENT || (*type == RECORD_END && !str_eq(doc, buf_str(&s->doc))))) {
			s->ahead = *type == RECORD_DOCUMENT;
			*type = cut(s);
			return true;
		}
		if (*type == RECORD_DOCUMENT) {
			buf_clear(&s->doc);
			buf_add(&s->doc, doc);
		}
		s->open = *type == RECORD_DOCUMENT || (s->open && *type != RECORD_END);
		return true;
	}
	*type = RECORD_CUT;
	return s->open && cut(s);
}

bool stream_sentence(struct stream *s, const char **why)
{
	return s->scanned || sentence_decode(&s->json, s->read_in, &s->sentence, why);
}

void stream_close(struct stream *s)
{
	lines_close(s->in);
	json_free(&s->json);
	buf_free(&s->doc);
}
