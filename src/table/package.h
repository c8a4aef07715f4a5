/* package.h - the metadata beside the tables: a Frictionless Data Package (v1) and the W3C's CSV on the Web. */
#ifndef TABLE_PACKAGE_H
#define TABLE_PACKAGE_H
#include "table/csvfile.h"

/* DIR/datapackage.json, from the closed files: schemas, keys, dialect, row counts, sizes, SHA-256. Keys are claimed only where they hold
 * of these files: none with keys false (a document came twice), foreign ones where each cell names one meeting at most, all in one
 * file. Appears with publish_all. */
void package_write(const char *dir, const struct csvfile f[ALL_TABLES], bool keys);
/* DIR/csv-metadata.json, the name under which CSV on the Web looks for it. */
void csvw_write(const char *dir, const struct csvfile f[ALL_TABLES], bool keys);
#endif
