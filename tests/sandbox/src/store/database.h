#ifndef SANDBOX_STORE_DATABASE_H
#define SANDBOX_STORE_DATABASE_H

/*
 * The store: one SQLite connection behind one mutex. All functions of this room but those that open it need the lock,
 * which sandbox_store_lock() or sandbox_store_begin() takes. What is committed survives the process.
 */
struct sandbox_store;

enum sandbox_found { SANDBOX_FOUND, SANDBOX_NOT_FOUND, SANDBOX_STORE_FAILED };

void sandbox_store_lock(struct sandbox_store *store);
void sandbox_store_unlock(struct sandbox_store *store);

/* The secret key of this store, for hashes that are compared within it. Needs no lock. */
const unsigned char *sandbox_store_key(const struct sandbox_store *store);

#endif
