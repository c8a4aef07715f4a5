/* escape.h - characters of a source as HTML: whatever they are, they stay text. Input is valid UTF-8 (json_parse saw to it). */
#ifndef HTML_ESCAPE_H
#define HTML_ESCAPE_H
#include "base/buf.h"

/* As element content. Characters that cannot be seen or turn the writing direction come as <bdi class=u title="U+202E">. */
void html_text(struct buf *out, struct str s);
/* As part of a double-quoted attribute value; such characters come as [U+202E]. */
void html_attr(struct buf *out, struct str s);
#endif
