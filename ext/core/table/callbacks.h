/* The documented parameters and operations of callbacks. */
#ifndef PGW_CALLBACKS_H
#define PGW_CALLBACKS_H

#include "../pgw.h"

enum pgw_callback_kind {
	PGW_CALLBACK_TEXT,    /* any text */
	PGW_CALLBACK_PLAIN,   /* an id, a word or a date: without control characters; so are those below */
	PGW_CALLBACK_INTEGER, /* returned as an integer if it is one */
	PGW_CALLBACK_STATUS,  /* 1: the operation succeeded, 0: it failed */
	PGW_CALLBACK_UNSIGNED /* the checksum, and the name of its key: not part of the signed text */
};

struct pgw_callback_row {
	const char *name;
	enum pgw_callback_kind kind;
};

/* All rows, sorted by name. */
const struct pgw_callback_row *pgw_callback_rows(size_t *count);
/* NULL: the documentation does not have it. */
const struct pgw_callback_row *pgw_callback_row_find(struct pgw_text name);
/* The operation as the documentation's main table spells it, found in any case; NULL: there is no such operation. */
const char *pgw_callback_operation_find(struct pgw_text text);

#endif
