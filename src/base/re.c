/* re.c - PCRE2 with JIT. A pattern that needs more than MATCH_LIMIT steps is counted as a limit hit and finds nothing. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "base/re.h"
#include "base/diag.h"
#include <pcre2.h>
#include <stdlib.h>

enum { MATCH_LIMIT = 200000 };

struct re { pcre2_code *code; pcre2_match_data *data; };

static pcre2_match_context *context;
static unsigned long limit_hits;

struct re *re_compile(const char *pattern, bool caseless, const char *where)
{
	int error;
	PCRE2_SIZE at;
	PCRE2_UCHAR text[256];
	struct re *re = calloc(1, sizeof *re);
	if (!re)
		diag_fatal("out of memory");
	uint32_t flags = PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C | (caseless ? PCRE2_CASELESS : 0);
	re->code = pcre2_compile((PCRE2_SPTR)pattern, PCRE2_ZERO_TERMINATED, flags, &error, &at, NULL);
	if (!re->code && error == PCRE2_ERROR_HEAP_FAILED)
		diag_fatal("out of memory");
	if (!re->code) {
		pcre2_get_error_message(error, text, sizeof text);
		diag(DIAG_USAGE, "%s: pattern, character %zu: %s", where, (size_t)at, (char *)text);
		exit(DIAG_USAGE);
	}
	pcre2_jit_compile(re->code, PCRE2_JIT_COMPLETE);
	re->data = pcre2_match_data_create(RE_GROUPS, NULL);
	if (!context)
		context = pcre2_match_context_create(NULL);
	if (!re->data || !context)
		diag_fatal("out of memory");
	pcre2_set_match_limit(context, MATCH_LIMIT);
	return re;
}

bool re_find(const struct re *re, struct str s, size_t from, bool anchored, struct re_match *m)
{
	int n = pcre2_match(re->code, (PCRE2_SPTR)s.p, s.n, from, PCRE2_NO_UTF_CHECK | (anchored ? PCRE2_ANCHORED : 0), re->data, context);
	if (n == PCRE2_ERROR_MATCHLIMIT || n == PCRE2_ERROR_JIT_STACKLIMIT || n == PCRE2_ERROR_HEAPLIMIT || n == PCRE2_ERROR_DEPTHLIMIT)
		limit_hits++;
	if (n == PCRE2_ERROR_NOMEMORY)
		diag_fatal("out of memory");
	if (n < 0)
		return false;
	PCRE2_SIZE *o = pcre2_get_ovector_pointer(re->data);
	*m = (struct re_match){ .n = n ? n : RE_GROUPS };
	for (int i = 0; i < m->n; i++)
		if (o[2 * i] != PCRE2_UNSET)
			m->group[i] = str_sub(s, o[2 * i], o[2 * i + 1]);
	return true;
}

unsigned long re_limit_hits(void) { return limit_hits; }
