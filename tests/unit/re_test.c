/* re_test.c - a pattern that needs too many steps finds nothing and is counted; one that does not match is not. A bad one says why. */
#include "base/re.h"
#include <stdio.h>

int main(void)
{
	struct re_match m;
	static char many[64], why[RE_WHY];
	memset(many, 'a', sizeof many);
	const struct str s = { many, sizeof many };
	bool plain = !re_find(re_compile(STR("b"), false, why), s, 0, false, &m) && re_limit_hits() == 0;
	bool hit = !re_find(re_compile(STR("(?:a|aa)+$(?<!a)"), false, why), s, 0, false, &m) && re_limit_hits() == 1;
	bool groups = re_find(re_compile(STR("(a)(b)?(a)"), false, why), s, 1, true, &m) && m.group[0].p == many + 1 && !m.group[2].p && m.n == 4;
	bool refused = !re_compile(STR("một(hai"), false, why) && strstr(why, "parenthesis") && strstr(why, "behind \"một(hai\"");
	struct re *r = re_compile(STR("(a)|b*"), false, why);
	bool told = re_groups(r) == 1 && re_may_be_empty(r);
	re_free(r);
	printf("%d passed, %d failed\n", plain + hit + groups + refused + told, 5 - plain - hit - groups - refused - told);
	return !(plain && hit && groups && refused && told);
}
