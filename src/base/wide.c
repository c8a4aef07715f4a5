/* wide.c - the table of constants: row 7 is thirty-two times 7. */
#include "base/wide.h"

#define EIGHT(c) c, c, c, c, c, c, c, c
#define ROW(c) { EIGHT(c), EIGHT(c), EIGHT(c), EIGHT(c) }
#define ROWS_4(c) ROW(c), ROW(c + 1), ROW(c + 2), ROW(c + 3)
#define ROWS_16(c) ROWS_4(c), ROWS_4(c + 4), ROWS_4(c + 8), ROWS_4(c + 12)
#define ROWS_64(c) ROWS_16(c), ROWS_16(c + 16), ROWS_16(c + 32), ROWS_16(c + 48)

const unsigned char wide_bytes[256][WIDE] = { ROWS_64(0), ROWS_64(64), ROWS_64(128), ROWS_64(192) };
