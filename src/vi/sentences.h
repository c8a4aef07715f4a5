/* sentences.h - where the sentences of one line end. */
#ifndef VI_SENTENCES_H
#define VI_SENTENCES_H
#include "base/str.h"

/* End (byte offset, behind the closing mark) of the sentence of `line` that starts at `from`. SENTENCES_BEHIND bytes behind the line may be read,
 * whatever they are. */
enum { SENTENCES_BEHIND = 20 };
size_t vi_sentence_end(struct str line, size_t from);
#endif
