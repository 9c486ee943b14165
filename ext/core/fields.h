/* Reading an array of named values (the constructor's options, a line of a cart) into a struct, by a table of fields.
 */
#ifndef PGW_FIELDS_H
#define PGW_FIELDS_H

#include "text.h"

enum pgw_field_type {
	PGW_FIELD_SPECIAL, /* the field's own function reads it */
	PGW_FIELD_IGNORED, /* the caller reads it */

	/* char *: a copy, zero-terminated, that belongs to the owner of the struct. Bounds are bytes. */
	PGW_FIELD_COPY,
	PGW_FIELD_COPY_OF_LETTERS, /* ASCII */
	PGW_FIELD_COPY_OF_DIGITS,  /* an int is refused: 012 would be another number */
	PGW_FIELD_COPY_OF_WORD,    /* one of `words` */
	PGW_FIELD_COPY_OF_PATH,    /* of a file that can be read */

	PGW_FIELD_BOOLEAN, /* bool */
	PGW_FIELD_INTEGER, /* int, within the bounds */
	PGW_FIELD_SECONDS, /* double, from 0.001 to the maximum; int or float */
	PGW_FIELD_AMOUNT,  /* int64_t: minor units, not negative, below PGW_AMOUNT_LIMIT */

	/* const void *: the node itself, borrowed from the caller. Bounds are characters. */
	PGW_FIELD_TEXT,
	PGW_FIELD_TEXT_OR_INTEGER, /* an int must not be negative */
	PGW_FIELD_DATE_TIME,       /* yyyy-MM-ddTHH:mm:ss */
	PGW_FIELD_ARRAY
};

struct pgw_field_reader;

struct pgw_field {
	const char *name; /* first, for pgw_nearest_offer_names(); NULL ends a table */
	enum pgw_field_type type;
	size_t offset;        /* in the struct that is filled */
	int minimum, maximum; /* both 0: any */
	const char *words;    /* "a|b" */
	const char *expected; /* "NAME must be …"; NULL: what the type says */
	/* Takes the place of pgw_field_read(), which it may call; `to` is the member at the offset. NULL: none. */
	bool (*read)(struct pgw_field_reader *reader, const struct pgw_field *field, const void *value, void *to);
};

/* One walk over an array. Nothing is freed here: what was copied before a failure is in the struct. */
struct pgw_field_reader {
	const struct pgw_field *fields;
	const struct pgw_tree *tree;
	struct pgw_error *error;
	void *to;            /* the struct that is filled */
	const char *before;  /* of each name in a message: "option ", "line 2: " */
	const char *entries; /* "options", for the message about a value without a name; NULL: "BEFOREevery field" */
	const char *whole;   /* "the cart", for the message about too many values */
	size_t walked;       /* values so far, counted against PGW_MOST_VALUES; goes on from one walk to the next */
	/* Refuses a name that the table lacks; NULL: with the name, and the nearest known one. */
	bool (*refuse_unknown)(struct pgw_field_reader *reader, struct pgw_text name);
	const void *context; /* of the functions above, borrowed */
};

/* `array` is a list or an object of the tree. A null counts as not given. */
bool pgw_read_fields(struct pgw_field_reader *reader, const void *array);
/* One value, which is not null, as the field's type demands; the field's own function is not called. */
bool pgw_field_read_value(struct pgw_field_reader *reader, const struct pgw_field *field, const void *value, void *to);

/* Counts one value of an array inside; false: there are too many, or they are shared so often that a walk is endless.
 */
bool pgw_field_count_value(struct pgw_field_reader *reader);
/* "BEFORENAME must be EXPECTED". The value is never shown: it may be secret or personal. */
bool pgw_field_refuse(struct pgw_field_reader *reader, const char *name, const char *expected);

#endif
