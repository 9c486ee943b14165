#ifndef SANDBOX_CALLBACK_TRY_H
#define SANDBOX_CALLBACK_TRY_H

#include "callback/request.h"

#include <stdbool.h>

#define SANDBOX_ANSWER_KEPT 200
#define SANDBOX_HOST_SIZE   64

/* One try in flight. */
struct sandbox_try {
	CURL *easy; /* NULL: this place is free */
	struct sandbox_callback_request request;
	int64_t row;    /* of the callback */
	int64_t due_at; /* its nextTry at the start: another one at the end means that it was asked for again */
	bool in_turn;
	char host[SANDBOX_HOST_SIZE]; /* see sandbox_try_host() */
	char answer[SANDBOX_ANSWER_KEPT + 1];
	size_t answer_size;  /* all that came */
	const char *problem; /* why no request could be made, or NULL */
	CURLcode result;
	char error[CURL_ERROR_SIZE];
};

/* Prepares the request; then easy is ready to be added to a multi, unless there is a problem. False if out of memory.
 */
bool sandbox_try_open(struct sandbox_try *attempt, const struct sandbox_callback *callback,
	const struct sandbox_settings *settings, EVP_PKEY *key, const char *authorities);

/* Notes in the callback how the try ended: the log, and when the next one comes. */
void sandbox_try_note(const struct sandbox_try *attempt, struct sandbox_callback *callback,
	const struct sandbox_settings *settings, int64_t now);

/* The host of an address, with its scheme and port, as far as it fits: so many may be in flight to one. */
void sandbox_try_host(const char *address, char host[SANDBOX_HOST_SIZE]);

/* Frees what it holds. */
void sandbox_try_close(struct sandbox_try *attempt);

#endif
