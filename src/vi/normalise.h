/* normalise.h - source bytes of one line to NFC text: characters repaired, white space single. The only user of utf8proc. */
#ifndef VI_NORMALISE_H
#define VI_NORMALISE_H
#include "base/buf.h"

/* Appends the repaired text. Returns how many invalid bytes became U+FFFD. Ð -> Đ, NBSP and thin spaces -> space, zero-width
 * characters, soft hyphens, byte-order marks and controls dropped. */
unsigned vi_normalise(struct buf *out, struct str bytes);
/* Whether vi_normalise would give the bytes back as they are. True is certain; text out of the ordinary may get false without need. */
bool vi_is_normal(struct str bytes);
/* A letter and the combining marks behind it, composed in place (NFC). Returns how many code points are left. n at most 8. */
unsigned vi_compose(unsigned *cp, unsigned n);
#endif
