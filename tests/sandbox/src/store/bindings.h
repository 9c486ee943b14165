#ifndef SANDBOX_STORE_BINDINGS_H
#define SANDBOX_STORE_BINDINGS_H

#include "model/binding.h"
#include "store/database.h"

/* Creates the table and prepares the statements; for store.c. */
bool sandbox_store_open_bindings(struct sandbox_store *store);

/* The binding of a merchant by its id. */
enum sandbox_found sandbox_store_binding_by_id(
	struct sandbox_store *store, int64_t merchant, const char *id, struct sandbox_binding *binding);

/*
 * The active binding of the same merchant, client, card and type; there is at most one. Installment bindings have no
 * twins: each agreement has a binding of its own.
 */
enum sandbox_found sandbox_store_binding_twin(
	struct sandbox_store *store, const struct sandbox_binding *like, struct sandbox_binding *twin);

bool sandbox_store_binding_insert(struct sandbox_store *store, const struct sandbox_binding *binding);

/* Writes activity, expiry, card_right, cardholder and limits; the other members of a binding never change. */
bool sandbox_store_binding_update(struct sandbox_store *store, const struct sandbox_binding *binding);

/* All bindings of a merchant with that client, or with a card of that hash, oldest first. The caller frees *bindings.
 */
bool sandbox_store_list_client_bindings(struct sandbox_store *store, int64_t merchant, const char *client_id,
	struct sandbox_binding **bindings, size_t *count);
bool sandbox_store_list_card_bindings(struct sandbox_store *store, int64_t merchant, const char *pan_mac,
	struct sandbox_binding **bindings, size_t *count);

#endif
