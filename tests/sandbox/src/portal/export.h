#ifndef SANDBOX_PORTAL_EXPORT_H
#define SANDBOX_PORTAL_EXPORT_H

#include <stdio.h>

/*
 * Writes one cell of a CSV file. A text that a spreadsheet would take for a formula gets an apostrophe before it. The
 * separator, before every cell but the first of a line, is the caller's.
 */
void sandbox_export_cell(FILE *out, const char *text);

#endif
