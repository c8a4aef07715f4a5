/* digest.c - SHA-256 by nettle, which has it for processors with instructions of their own for it. "abc" -> ba7816bf8f01cfea... */
#include "base/digest.h"
#include "base/diag.h"
#include <stdlib.h>
#include <nettle/sha2.h>

struct digest { struct sha256_ctx state; };

struct digest *digest_new(void)
{
	struct digest *d = malloc(sizeof *d);
	if (!d)
		diag_fatal("out of memory");
	sha256_init(&d->state);
	return d;
}

void digest_add(struct digest *d, struct str s) { sha256_update(&d->state, s.n, (const uint8_t *)s.p); }

void digest_end(struct digest *d, char hex[DIGEST_HEX + 1])
{
	static const char digits[] = "0123456789abcdef";
	uint8_t sum[SHA256_DIGEST_SIZE];
	sha256_digest(&d->state, sizeof sum, sum);
	for (size_t i = 0; i < sizeof sum; i++) {
		hex[2 * i] = digits[sum[i] >> 4];
		hex[2 * i + 1] = digits[sum[i] & 15];
	}
	hex[DIGEST_HEX] = 0;
	free(d);
}
