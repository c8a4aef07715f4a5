/* diag.h - messages on standard error and the exit status that only rises.
 * One form: `program: file:line: what`. Statuses: 0 complete, 1 some input refused, 2 usage or lexicon, 3 cannot go on. */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H
#include "base/str.h"

enum { DIAG_OK = 0, DIAG_REFUSED = 1, DIAG_USAGE = 2, DIAG_FAILED = 3 };

void diag_program(const char *name);               /* first call of every main */
const char *diag_name(void);
/* Says it and raises the status to `status`. file may be NULL; line 0 is left out. */
void diag_at(int status, const char *file, unsigned long line, const char *fmt, ...) __attribute__((format(printf, 4, 5)));
void diag(int status, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* Says it and exits with status 3. */
_Noreturn void diag_fatal(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
int diag_status(void);
#endif
