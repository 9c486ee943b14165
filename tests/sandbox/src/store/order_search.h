#ifndef SANDBOX_STORE_ORDER_SEARCH_H
#define SANDBOX_STORE_ORDER_SEARCH_H

#include "base/secret.h"
#include "model/order.h"
#include "store/database.h"

#include <stdbool.h>
#include <stddef.h>

/* Lists for people, newest first, read in pages that begin where the one before ended. */

#define SANDBOX_SEARCH_ANY (-1)

/* What is looked for. The texts are borrowed; NULL: any. */
struct sandbox_search {
	int64_t merchant;
	const char *number;
	const char *id;
	const char *digits;  /* the last four of the card */
	int64_t state;       /* or SANDBOX_SEARCH_ANY */
	int64_t amount_from; /* or SANDBOX_SEARCH_ANY; both inclusive */
	int64_t amount_to;
	int64_t from; /* time of the registration, or of the refund; or SANDBOX_SEARCH_ANY */
	int64_t to;   /* before that time */
};

/* A place in such a list: that of one of its rows. */
struct sandbox_place {
	int64_t time, row;
};

/* A part of a list: so many rows after that place, or before it. */
struct sandbox_slice {
	const struct sandbox_place *place; /* NULL: the newest */
	bool newer;                        /* those before it */
	size_t most;
};

/* Creates the indexes; for store.c, after the tables of orders and operations. */
bool sandbox_store_open_search(struct sandbox_store *store);

/* Newest first, whatever the slice. The caller frees *orders, and each one with sandbox_order_free(). */
bool sandbox_store_search_orders(struct sandbox_store *store, const struct sandbox_search *search,
	const struct sandbox_slice *slice, struct sandbox_order **orders, size_t *count);

/* A refund, with what a list says of its order. Owns no memory. */
struct sandbox_refund {
	struct sandbox_place place;
	int64_t amount;
	char reference[SANDBOX_REFERENCE_DIGITS + 1];
	char external_id[36 * 4 + 1];
	char order_id[SANDBOX_UUID_SIZE];
	char order_number[36 * 4 + 1];
	char currency[4];
	char masked_pan[32];
};

/* The same for refunds, of which merchant, from and to are looked for. The caller frees *refunds. */
bool sandbox_store_search_refunds(struct sandbox_store *store, const struct sandbox_search *search,
	const struct sandbox_slice *slice, struct sandbox_refund **refunds, size_t *count);

#endif
