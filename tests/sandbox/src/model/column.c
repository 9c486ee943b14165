/* A struct described as data. */
#include "model/column.h"

#include <stdlib.h>

int64_t *sandbox_column_number(void *record, const struct sandbox_column *column)
{
	return (int64_t *)((char *)record + column->offset);
}

char **sandbox_column_text(void *record, const struct sandbox_column *column)
{
	return (char **)((char *)record + column->offset);
}

void sandbox_columns_free_texts(void *record, const struct sandbox_column *columns)
{
	for (const struct sandbox_column *column = columns; column->name; column++) {
		if (column->kind != SANDBOX_COLUMN_NUMBER) {
			free(*sandbox_column_text(record, column));
		}
	}
}
