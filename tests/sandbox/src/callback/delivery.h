#ifndef SANDBOX_CALLBACK_DELIVERY_H
#define SANDBOX_CALLBACK_DELIVERY_H

#include "store/store.h"

/*
 * Delivers the outbox, in a thread of its own that holds the store's lock only to read and to note, never while it
 * waits for a shop. It also lets happen what is due by the clock: orders that expire or are completed, recurring tasks.
 */
struct sandbox_delivery;

/*
 * Starts it. authorities is a PEM file of the authorities that https addresses are checked against; NULL: the system's.
 * Borrows both. NULL after printing why not.
 */
struct sandbox_delivery *sandbox_delivery_start(struct sandbox_store *store, const char *authorities);

/* Drops the tries in flight, which count as not made, and frees it. NULL is allowed. */
void sandbox_delivery_stop(struct sandbox_delivery *delivery);

#endif
