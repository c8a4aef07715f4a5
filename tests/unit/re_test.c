/* re_test.c - a pattern that needs too many steps finds nothing and is counted; one that does not match is not. */
#include "base/re.h"
#include <stdio.h>

int main(void)
{
	struct re_match m;
	static char many[64];
	memset(many, 'a', sizeof many);
	const struct str s = { many, sizeof many };
	bool plain = !re_find(re_compile("b", false, "plain"), s, 0, false, &m) && re_limit_hits() == 0;
	bool hit = !re_find(re_compile("(?:a|aa)+$(?<!a)", false, "slow"), s, 0, false, &m) && re_limit_hits() == 1;
	bool groups = re_find(re_compile("(a)(b)?(a)", false, "groups"), s, 1, true, &m) && m.group[0].p == many + 1 && !m.group[2].p && m.n == 4;
	printf("%d passed, %d failed\n", plain + hit + groups, 3 - plain - hit - groups);
	return !(plain && hit && groups);
}
