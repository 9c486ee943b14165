#ifndef SANDBOX_MODEL_COLUMN_H
#define SANDBOX_MODEL_COLUMN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * A struct described as data, so that one loop can store, load, show or free all of its members. Numbers are int64_t;
 * texts are char *, owned by the struct, NULL if absent.
 */

enum sandbox_column_kind {
	SANDBOX_COLUMN_NUMBER,
	SANDBOX_COLUMN_TEXT,
	SANDBOX_COLUMN_JSON,  /* a text that holds a JSON object */
	SANDBOX_COLUMN_SECRET /* a text that is never shown */
};

/* One member. A table of columns ends with a row without a name. */
struct sandbox_column {
	const char *name;
	enum sandbox_column_kind kind;
	size_t offset;
	bool fixed; /* as it was inserted: an update leaves it alone, and with it the indexes on it */
};

/* The member of a struct that a column describes. */
int64_t *sandbox_column_number(void *record, const struct sandbox_column *column);
char **sandbox_column_text(void *record, const struct sandbox_column *column);

/* Frees all texts of a struct. */
void sandbox_columns_free_texts(void *record, const struct sandbox_column *columns);

#endif
