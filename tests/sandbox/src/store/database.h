#ifndef SANDBOX_STORE_DATABASE_H
#define SANDBOX_STORE_DATABASE_H

/*
 * The store: one SQLite connection behind one mutex. Unless stated otherwise the functions of this folder need the
 * lock, which sandbox_store_lock() and sandbox_store_begin() take. Committed changes survive the process.
 */
struct sandbox_store;

enum sandbox_found { SANDBOX_FOUND, SANDBOX_NOT_FOUND, SANDBOX_STORE_FAILED };

void sandbox_store_lock(struct sandbox_store *store);
void sandbox_store_unlock(struct sandbox_store *store);

/* The secret key of this store, for hashes that are compared within it. Needs no lock. */
const unsigned char *sandbox_store_key(const struct sandbox_store *store);

#endif
