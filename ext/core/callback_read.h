/* Reading a received callback: an array of its parameters, or the raw text of a query or a form. */
#ifndef PGW_CALLBACK_READ_H
#define PGW_CALLBACK_READ_H

#include "callback_set.h"

/* What of a callback is not signed. */
enum { PGW_CALLBACK_OWN_NAMES = 64 };
struct pgw_callback_own {
	struct pgw_text names[PGW_CALLBACK_OWN_NAMES]; /* borrowed from the caller's nodes */
	size_t count;
};

/* Reads the names of the shop's own parameters; `names` is a node or NULL. */
bool pgw_callback_read_own(
	struct pgw_callback_own *own, const struct pgw_tree *tree, const void *names, struct pgw_error *error);

/*
 * `received` is a node: a text, or an object. The set gets the signed parameters, sorted; `checksum` has a NULL `at` if
 * there is none. The set must be freed even on failure.
 */
bool pgw_callback_read(struct pgw_callback_set *set, struct pgw_text *checksum, const struct pgw_tree *tree,
	const void *received, const struct pgw_callback_own *own, struct pgw_error *error);

#endif
