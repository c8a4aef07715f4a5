/* digest.h - SHA-256 of bytes that come in pieces. The only user of nettle. */
#ifndef BASE_DIGEST_H
#define BASE_DIGEST_H
#include "base/str.h"

enum { DIGEST_HEX = 64 };
struct digest;
struct digest *digest_new(void);
void digest_add(struct digest *d, struct str s);
/* Writes DIGEST_HEX lower-case digits and a NUL to hex, and frees d. */
void digest_end(struct digest *d, char hex[DIGEST_HEX + 1]);
#endif
