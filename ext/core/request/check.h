/* Checking a value against its parameter's row. */
#ifndef PGW_CHECK_H
#define PGW_CHECK_H

#include "wire_text.h"

/* The position of a nested value, for messages: orderBundle.cartItems.items[2]. */
struct pgw_scope {
	const struct pgw_scope *outer; /* NULL at the top */
	const char *name;              /* NULL: an entry of the outer list */
	size_t index;
};

/* The request being built, and the tree that its values belong to. */
struct pgw_building {
	struct pgw_request *request;
	const struct pgw_tree *tree;
	struct pgw_error *error;
	const struct pgw_scope *scope; /* NULL at the top */
};

enum { PGW_LONGEST_PATH = 160 };
/* Where a parameter, or a member of the innermost scope, stands; truncated if necessary. Returns `path`. */
const char *pgw_check_path(const struct pgw_building *building, const char *name, char path[PGW_LONGEST_PATH]);
/* Refuse a parameter: it "must be EXPECTED". */
bool pgw_check_refuse(const struct pgw_building *building, const struct pgw_parameter *parameter, const char *expected);
bool pgw_check_refuse_type(const struct pgw_building *building, const struct pgw_parameter *parameter,
	const char *expected, enum pgw_type given);

/* Counts a value of a nested one. False: there are too many; `name` is for the message. */
bool pgw_check_count(const struct pgw_building *building, const char *name);
/* Notes a secret with the request. False if it is too deep or has too many values. */
bool pgw_check_secret(const struct pgw_building *building, const char *name, const void *value);
bool pgw_check_length(const struct pgw_parameter *parameter, ssize_t length);
/* What the flags of a row ask of a value that is right otherwise. */
bool pgw_check_flags(const struct pgw_building *building, const struct pgw_parameter *parameter, const void *value);
/* Checks a value that is not nested. False: the message names the parameter and says what was expected. */
bool pgw_check(
	const struct pgw_building *building, const struct pgw_parameter *parameter, const struct pgw_wire_value *value);

#endif
