/* type.h - what kind of record a line is, without parsing the whole of it where that can be told. */
#ifndef RECORD_TYPE_H
#define RECORD_TYPE_H
#include "base/str.h"

/* The value of "type" of a line that begins with that member and ends like an object (blanks may stand anywhere); it points into
 * the line. Empty when the line does not look so: another first member, an escape, a cut end. Then only json_parse can tell. */
struct str record_type(struct str line);
#endif
