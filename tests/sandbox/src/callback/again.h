#ifndef SANDBOX_CALLBACK_AGAIN_H
#define SANDBOX_CALLBACK_AGAIN_H

#include "request/form.h"
#include "store/store.h"

/* Callbacks that somebody asks for: one that was sent already, or one of nothing that has happened. In a transaction.
 */

/* Puts a callback at the end of those that wait for their turn. NOT_FOUND if that merchant (0: anybody) has none such.
 */
enum sandbox_found sandbox_callback_send_again(struct sandbox_store *store, int64_t row, int64_t merchant);

/*
 * A sample, of the event in the argument `sample`, goes to `address` or the merchant's own. All other arguments but
 * userName become parameters; the basic ones that they leave out are made up. wrong is the argument that is wrong, or
 * NULL; then it can be sent. False if the store failed.
 */
const char *sandbox_callback_sample_wrong(const struct sandbox_form *arguments);
bool sandbox_callback_sample(
	struct sandbox_store *store, const struct sandbox_merchant *merchant, const struct sandbox_form *arguments);

#endif
