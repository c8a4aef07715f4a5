/* states.h - a run of bytes read by a table of state transitions: a load and a shift a byte, no branch. Up to ten states, numbered 0, 6 .. 54:
 * the number is the place of the state's six bits in the word of each byte, which hold the next state (Per Vognsen's shift-based automaton). */
#ifndef BASE_STATES_H
#define BASE_STATES_H
#include "base/str.h"

struct states { unsigned long long next[256]; };
enum { STATES_OK = 0, STATES_BAD = 6 };       /* as all tables have them: text may end here; text is refused, whatever follows */

/* In state `from` the bytes low..high lead to `to`. */
static inline void states_set(struct states *s, unsigned from, unsigned low, unsigned high, unsigned to)
{
	for (unsigned c = low; c <= high; c++)
		s->next[c] = (s->next[c] & ~(63ULL << from)) | (unsigned long long)to << from;
}

/* The state behind the text that is entered in state `now`. */
static inline unsigned states_run(const struct states *s, unsigned now, struct str text)
{
	const unsigned char *p = (const unsigned char *)text.p, *end = p + text.n;
	unsigned long long at = now;
	for (; end - p >= 4; p += 4) {
		at = s->next[p[0]] >> (at & 63);
		at = s->next[p[1]] >> (at & 63);
		at = s->next[p[2]] >> (at & 63);
		at = s->next[p[3]] >> (at & 63);
	}
	for (; p < end; p++)
		at = s->next[*p] >> (at & 63);
	return at & 63;
}

/* Fills the table for UTF-8; a caller may refuse more from STATES_OK on. */
void states_utf8(struct states *s);
#endif
