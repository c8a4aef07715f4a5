/* board.h - lists of a body's leaders whose lines are no text. */
#ifndef EXTRACT_BOARD_H
#define EXTRACT_BOARD_H
#include "extract/document.h"

/* Sets sentence.board; before anything asks zone_tells. */
void boards_find(struct document *d);
#endif
