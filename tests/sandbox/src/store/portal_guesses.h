#ifndef SANDBOX_STORE_PORTAL_GUESSES_H
#define SANDBOX_STORE_PORTAL_GUESSES_H

#include "store/database.h"

#include <stdbool.h>
#include <stdint.h>

/* Tries to log in, counted so that passwords cannot be guessed. */

/* Creates the table; for store.c. */
bool sandbox_store_open_portal_guesses(struct sandbox_store *store);

/* So many tries are allowed in that many milliseconds from the first one on. */
struct sandbox_guess_limit {
	int64_t most;
	int64_t window;
};

/*
 * Counts a try for that login, which need not exist; "" counts the tries of all. NOT_FOUND if there were as many as the
 * limit allows: it is not counted, and *until says when the next one is allowed.
 */
enum sandbox_found sandbox_store_portal_guess(struct sandbox_store *store, const char *login,
	const struct sandbox_guess_limit *limit, int64_t now, int64_t *until);

/* The tries for a login were no guesses: it was its user. The last one does not count among those of all either. */
bool sandbox_store_portal_guess_forget(struct sandbox_store *store, const char *login);

#endif
