/* The signed parameters of a callback, their signed text, and whether that text can be read in two ways. */
#ifndef PGW_CALLBACK_SET_H
#define PGW_CALLBACK_SET_H

#include "buffer.h"

struct pgw_callback_parameter {
	struct pgw_text name, value; /* in the set's `text` */
};

struct pgw_callback_set {
	struct pgw_callback_parameter *parameters; /* owned; sorted by the code points of the names once reading ends */
	size_t count;
	struct pgw_buffer text; /* owned, wiped: what the parameters point to, reserved before and never moved */
};

void pgw_callback_set_free(struct pgw_callback_set *set);

/* The order of names in the signed text: by code points, so upper case comes before lower case. */
int pgw_callback_compare_names(struct pgw_text one, struct pgw_text other);
/* Can it be the name of a parameter? Printable ASCII without space, ';', '[' and ']'. */
bool pgw_callback_is_name(struct pgw_text name);

/*
 * Refuses values that must not be used even if the checksum is right: control characters where the documentation has an
 * id, a status other than 0 and 1, and values that make the signed text ambiguous.
 */
bool pgw_callback_set_check(const struct pgw_callback_set *set, struct pgw_error *error);

/* Appends name;value; for each parameter. */
void pgw_callback_set_sign(const struct pgw_callback_set *set, struct pgw_buffer *signed_text);

/*
 * Makes a set of the same names with percent-decoded values. False if that changes no value, or when out of memory
 * (`text.failed`); free the set in any case.
 */
bool pgw_callback_set_decode(struct pgw_callback_set *decoded, const struct pgw_callback_set *set);

/* Appends a percent-decoded text, in which '+' is a space. What is not two hexadecimal digits stays as it is. */
void pgw_callback_decode(struct pgw_buffer *to, struct pgw_text encoded);

#endif
