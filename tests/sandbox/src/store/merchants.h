#ifndef SANDBOX_STORE_MERCHANTS_H
#define SANDBOX_STORE_MERCHANTS_H

#include "model/merchant.h"
#include "store/database.h"

#include <stddef.h>

/* Creates the table, adds the default merchant if there is none, and loads them all; for store.c. */
bool sandbox_store_open_merchants(struct sandbox_store *store);

/*
 * NULL if there is none. Merchants are cached in memory: copy a merchant before releasing the lock, since settings can
 * change.
 */
const struct sandbox_merchant *sandbox_store_merchant_by_name(const struct sandbox_store *store, const char *user_name);
const struct sandbox_merchant *sandbox_store_merchant_by_token(const struct sandbox_store *store, const char *mac);
const struct sandbox_merchant *sandbox_store_merchant_by_id(const struct sandbox_store *store, int64_t id);
const struct sandbox_merchant *sandbox_store_merchant_at(const struct sandbox_store *store, size_t index);

/* Writes a new or changed merchant and reloads all. A new merchant gets its id by that. */
bool sandbox_store_merchant_save(struct sandbox_store *store, const struct sandbox_merchant *merchant);

#endif
