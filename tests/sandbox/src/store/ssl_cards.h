#ifndef SANDBOX_STORE_SSL_CARDS_H
#define SANDBOX_STORE_SSL_CARDS_H

#include "store/database.h"

#include <stdbool.h>
#include <stdint.h>

/* The cards of each merchant that may pay without 3-D Secure, by the keyed hash of their number. */

/* Creates the table; for store.c. */
bool sandbox_store_open_ssl_cards(struct sandbox_store *store);

/* Adds a card. NOT_FOUND says that the list has it already. */
enum sandbox_found sandbox_store_ssl_card_add(struct sandbox_store *store, int64_t merchant, const char *pan_mac);

/* Whether the list has a card. */
bool sandbox_store_ssl_card_listed(struct sandbox_store *store, int64_t merchant, const char *pan_mac);

#endif
