/* re.c - PCRE2 with JIT. A pattern that needs more than MATCH_LIMIT steps is counted as a limit hit and finds nothing. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "base/re.h"
#include "base/diag.h"
#include <pcre2.h>
#include <stdio.h>
#include <stdlib.h>

enum { MATCH_LIMIT = 200000 };

struct re { pcre2_code *code; pcre2_match_data *data; bool fast; };   /* fast: compiled to machine code, at the first search, or never to be */

static pcre2_general_context *memory;    /* whose want ends the program: the JIT compiler of PCRE2 10.42 goes on with a null pointer */
static pcre2_compile_context *compiling;
static pcre2_match_context *context;
static unsigned long limit_hits;

static void *take(size_t n, void *none)
{
	(void)none;
	void *p = malloc(n);
	if (!p)
		diag_fatal("out of memory");
	return p;
}

static void give_back(void *p, void *none)
{
	(void)none;
	free(p);
}

static void begin(void)
{
	memory = pcre2_general_context_create(take, give_back, NULL);
	compiling = pcre2_compile_context_create(memory);
	context = pcre2_match_context_create(memory);
	pcre2_set_match_limit(context, MATCH_LIMIT);
}

/* The reason, and what stands right before the place: `missing closing parenthesis, behind "(?:ra|"`. */
static void reason(struct str pattern, int error, size_t at, char why[RE_WHY])
{
	PCRE2_UCHAR text[128];
	size_t from = at > 24 ? at - 24 : 0;
	while (from && (pattern.p[from] & 0xC0) == 0x80)
		from--;
	pcre2_get_error_message(error, text, sizeof text);
	if (at)
		snprintf(why, RE_WHY, "%s, behind \"%.*s\"", (char *)text, (int)(at - from), pattern.p + from);
	else
		snprintf(why, RE_WHY, "%s", (char *)text);
}

struct re *re_compile(struct str pattern, bool caseless, char why[RE_WHY])
{
	int error;
	PCRE2_SIZE at;
	uint32_t flags = PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C | (caseless ? PCRE2_CASELESS : 0);
	if (!memory)
		begin();
	pcre2_code *code = pcre2_compile((PCRE2_SPTR)pattern.p, pattern.n, flags, &error, &at, compiling);
	if (!code) {
		reason(pattern, error, at, why);
		return NULL;
	}
	struct re *re = take(sizeof *re, NULL);
	*re = (struct re){ code, pcre2_match_data_create(RE_GROUPS, memory), false };
	return re;
}

void re_free(struct re *re)
{
	if (re) {
		pcre2_code_free(re->code);
		pcre2_match_data_free(re->data);
	}
	free(re);
}

void re_literal(struct buf *b, struct str phrase)
{
	for (size_t i = 0; i < phrase.n; i++) {
		if (phrase.p[i] && strchr("\\^$.|?*+()[]{}", phrase.p[i]))
			buf_char(b, '\\');
		buf_char(b, phrase.p[i]);
	}
}

unsigned re_groups(const struct re *re)
{
	uint32_t n = 0;
	pcre2_pattern_info(re->code, PCRE2_INFO_CAPTURECOUNT, &n);
	return n;
}

bool re_may_be_empty(const struct re *re)
{
	uint32_t empty = 0;
	pcre2_pattern_info(re->code, PCRE2_INFO_MATCHEMPTY, &empty);
	return empty != 0;
}

bool re_find(struct re *re, struct str s, size_t from, bool anchored, struct re_match *m)
{
	if (!re->fast) {
		pcre2_jit_compile(re->code, PCRE2_JIT_COMPLETE);   /* without it the match is interpreted */
		re->fast = true;
	}
	int n = pcre2_match(re->code, (PCRE2_SPTR)s.p, s.n, from, PCRE2_NO_UTF_CHECK | (anchored ? PCRE2_ANCHORED : 0), re->data, context);
	if (n == PCRE2_ERROR_MATCHLIMIT || n == PCRE2_ERROR_JIT_STACKLIMIT || n == PCRE2_ERROR_HEAPLIMIT || n == PCRE2_ERROR_DEPTHLIMIT)
		limit_hits++;
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
