/* digest.c - SHA-256 by libmd. "abc" -> ba7816bf8f01cfea... */
#include "base/digest.h"
#include "base/diag.h"
#include <stdlib.h>
#include <sys/types.h>
#include <sha2.h>

struct digest { SHA2_CTX state; };

struct digest *digest_new(void)
{
	struct digest *d = malloc(sizeof *d);
	if (!d)
		diag_fatal("out of memory");
	SHA256Init(&d->state);
	return d;
}

void digest_add(struct digest *d, struct str s) { SHA256Update(&d->state, (const uint8_t *)s.p, s.n); }

void digest_end(struct digest *d, char hex[DIGEST_HEX + 1])
{
	static const char digits[] = "0123456789abcdef";
	uint8_t sum[SHA256_DIGEST_LENGTH];
	SHA256Final(sum, &d->state);
	for (size_t i = 0; i < sizeof sum; i++) {
		hex[2 * i] = digits[sum[i] >> 4];
		hex[2 * i + 1] = digits[sum[i] & 15];
	}
	hex[DIGEST_HEX] = 0;
	free(d);
}
