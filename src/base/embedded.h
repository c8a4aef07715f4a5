/* embedded.h - the lexicon tables and table schemas built into the program (tests/embed.py makes the .c). */
#ifndef BASE_EMBEDDED_H
#define BASE_EMBEDDED_H
#include <stddef.h>
struct embedded { const char *name; const char *bytes; size_t n; };
extern const struct embedded embedded[];   /* sorted by name, ended by a NULL name */
#endif
