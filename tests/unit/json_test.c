/* json_test.c - the JSON reader against jansson case by case, and against ../shared/json-suite where it is there. */
#include "base/json.h"
#include <dirent.h>
#define json_string jansson_string   /* a name of ours too */
#include <jansson.h>
#undef json_string
#include <stdio.h>

static unsigned passed, failed;

static bool ours(struct str s)
{
	static struct json j;
	struct json_error why;
	return json_parse(&j, s, &why);
}

static void check(bool ok, const char *what)
{
	if (ok)
		passed++;
	else
		failed++, printf("FAILED %s\n", what);
}

static void against_jansson(void)
{
	static const char *const cases[] = {
		"{}", "[]", "[1,2,3]", "{\"a\":{\"b\":[null,true,false]}}", "\"x\"", "12", "-0", "01", "1.", ".5", "1e5", "1E+5", "-", "[1,]", "{\"a\":1,}",
		"{\"a\"}", "{a:1}", "[\"\\u00e9\"]", "[\"\\ud83d\\ude00\"]", "[\"\\ud800\"]", "[\"\\x\"]", "[\"\t\"]", "[\"\xc3\xa9\"]", "[\"\xff\"]",
		"[\"\xed\xa0\x80\"]", "[\"\xc0\x80\"]", "nul", "true false", "[1] x", " [1] ", "", "[", "{\"a\":", "\"", "[\"a\" \"b\"]", "{\"a\":1 \"b\":2}",
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		json_error_t e;
		json_t *v = json_loadb(cases[i], strlen(cases[i]), JSON_DECODE_ANY | JSON_ALLOW_NUL, &e);
		check(ours(str_c(cases[i])) == (v != NULL), cases[i]);
		json_decref(v);
	}
}

static void round_trip(struct str s)
{
	struct buf b = { 0 };
	json_error_t e;
	json_put_string(&b, s);
	json_t *v = json_loadb(b.p, b.n, JSON_DECODE_ANY | JSON_ALLOW_NUL, &e);
	check(v && json_string_length(v) == s.n && memcmp(json_string_value(v), s.p, s.n) == 0, "writer read back by jansson");
	struct json j = { 0 };
	struct json_error why;
	struct arena a = { 0 };
	check(json_parse(&j, buf_str(&b), &why) && str_eq(json_text(&j, 0, &a), s), "writer read back by the reader");
	json_decref(v);
	json_free(&j);
	arena_free(&a);
	buf_free(&b);
}

static void suite(const char *dir)
{
	DIR *d = opendir(dir);
	static char text[1 << 20], path[4096];
	for (struct dirent *e; d && (e = readdir(d));) {
		snprintf(path, sizeof path, "%s/%s", dir, e->d_name);
		FILE *f = e->d_name[1] == '_' ? fopen(path, "rb") : NULL;
		if (!f)
			continue;
		size_t n = fread(text, 1, sizeof text, f);
		fclose(f);
		if (e->d_name[0] == 'y' || e->d_name[0] == 'n')
			check(ours((struct str){ text, n }) == (e->d_name[0] == 'y'), e->d_name);
	}
	if (d)
		closedir(d);
}

int main(void)
{
	against_jansson();
	round_trip(STR("a\"b\\c\n\t\x01\x1f\0z \xc4\x90\xe1\xba\xaf"));
	round_trip(STR(""));
	suite("../shared/json-suite");
	suite("../shared/json-suite/test_parsing");
	printf("%u passed, %u failed\n", passed, failed);
	return failed != 0;
}
