/* Reading named values, such as the options or a line of a cart, into a struct by a table of fields. */
#ifndef PGW_FIELDS_H
#define PGW_FIELDS_H

#include "text.h"

enum pgw_field_type {
	PGW_FIELD_SPECIAL, /* read by the field's own function */
	PGW_FIELD_IGNORED, /* allowed, but read elsewhere */

	/* char *: a zero-terminated copy, owned by the struct. Bounds are in bytes. */
	PGW_FIELD_COPY,
	PGW_FIELD_COPY_OF_WORD, /* one of `words` */
	PGW_FIELD_COPY_OF_PATH, /* of a readable file */

	PGW_FIELD_BOOLEAN, /* bool */
	PGW_FIELD_INTEGER, /* int, within the bounds */
	PGW_FIELD_SECONDS, /* double, from 0.001 to the maximum; given as int or float */
	PGW_FIELD_AMOUNT,  /* int64_t: minor units, not negative, below PGW_AMOUNT_LIMIT */

	/* const void *: the node, borrowed from the caller; NULL if it is an empty text. Bounds are in characters. */
	PGW_FIELD_TEXT,      /* or an int */
	PGW_FIELD_DATE_TIME, /* yyyy-MM-ddTHH:mm:ss */
	PGW_FIELD_ARRAY
};

struct pgw_field_reader;

struct pgw_field {
	const char *name; /* must be first, for pgw_nearest_offer_names(); NULL ends a table */
	enum pgw_field_type type;
	size_t offset;        /* of the member in the struct that is filled */
	int minimum, maximum; /* both 0: any */
	const char *words;    /* "a|b", for PGW_FIELD_COPY_OF_WORD */
	const char *expected; /* completes the message "NAME must be …"; NULL: by the type */
	/* Called instead of pgw_field_read_value(), which it may call itself; `to` is the member. NULL: none. */
	bool (*read)(struct pgw_field_reader *reader, const struct pgw_field *field, const void *value, void *to);
};

/* The state of reading one array. Nothing is freed here: what was copied before a failure is in the struct. */
struct pgw_field_reader {
	const struct pgw_field *fields;
	const struct pgw_tree *tree;
	struct pgw_error *error;
	void *to;            /* the struct that is filled */
	const char *before;  /* what precedes a name in messages: "option ", "line 2: " */
	const char *entries; /* what a message calls values without names: "options"; NULL: "every field" after `before` */
	const char *whole;   /* what a message calls an array with too many values: "the cart" */
	size_t walked;       /* values so far, counted against PGW_MOST_VALUES; not reset between arrays */
	/* Makes the error for an unknown name; NULL: the message has the name and suggests the nearest known one. */
	bool (*refuse_unknown)(struct pgw_field_reader *reader, struct pgw_text name);
	const void *context; /* for refuse_unknown; borrowed */
};

/* `array` is a list or an object of the tree. A null value counts as not given. */
bool pgw_read_fields(struct pgw_field_reader *reader, const void *array);
/* Reads one value, which is not null, according to the field's type; does not call the field's own function. */
bool pgw_field_read_value(struct pgw_field_reader *reader, const struct pgw_field *field, const void *value, void *to);

/* Counts one value of a nested array. False: there are too many. */
bool pgw_field_count_value(struct pgw_field_reader *reader);
/* Makes the error "BEFORE NAME must be EXPECTED". The value is never shown: it may be secret or personal. */
bool pgw_field_refuse(struct pgw_field_reader *reader, const char *name, const char *expected);

#endif
