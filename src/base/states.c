/* states.c - the states of UTF-8: what must follow the first byte of a sequence (RFC 3629; table 3-7 of the Unicode standard). */
#include "base/states.h"

void states_utf8(struct states *s)
{
	enum { OK = STATES_OK, BAD = STATES_BAD, ONE = 12, TWO = 18, THREE = 24, E0 = 30, ED = 36, F0 = 42, F4 = 48 };
	for (unsigned from = OK; from <= F4; from += 6)
		states_set(s, from, 0, 255, BAD);
	states_set(s, OK, 0, 0x7F, OK);
	states_set(s, OK, 0xC2, 0xDF, ONE);
	states_set(s, OK, 0xE0, 0xEF, TWO);
	states_set(s, OK, 0xE0, 0xE0, E0);
	states_set(s, OK, 0xED, 0xED, ED);
	states_set(s, OK, 0xF0, 0xF0, F0);
	states_set(s, OK, 0xF1, 0xF3, THREE);
	states_set(s, OK, 0xF4, 0xF4, F4);
	states_set(s, ONE, 0x80, 0xBF, OK);
	states_set(s, TWO, 0x80, 0xBF, ONE);
	states_set(s, THREE, 0x80, 0xBF, TWO);
	states_set(s, E0, 0xA0, 0xBF, ONE);
	states_set(s, ED, 0x80, 0x9F, ONE);
	states_set(s, F0, 0x90, 0xBF, TWO);
	states_set(s, F4, 0x80, 0x8F, TWO);
}
