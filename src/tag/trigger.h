/* trigger.h - whether a citation can stand in a sentence, told from its tokens, so that the patterns of directives.c run on few. */
#ifndef TAG_TRIGGER_H
#define TAG_TRIGGER_H
#include "tag/tag.h"

/* Each is true wherever the pattern of that name may match, and in some sentences more. */
struct trigger { bool congress, plenum, numbered; };

/* A document type that may stand before a number; said once for each, before the first look. */
void trigger_type(struct str surface);
struct trigger trigger_look(const struct tagger *g);
#endif
