/* format.h - files that are no text by their first bytes: pictures, documents of office programs, other archives. */
#ifndef SEGMENT_FORMAT_H
#define SEGMENT_FORMAT_H
#include "base/str.h"

/* What the file is, for a message ("a PDF document"); NULL when it may be text. Looks at the first FORMAT_HEAD bytes. */
enum { FORMAT_HEAD = 8 };
const char *format_foreign(struct str head);
#endif
