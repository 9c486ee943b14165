#ifndef SANDBOX_STORE_META_H
#define SANDBOX_STORE_META_H

#include "store/database.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Creates the tables, loads or creates the secret key, and restores the clock; for store.c. */
bool sandbox_store_open_meta(struct sandbox_store *store);

/* Saves the clock's offset for the next start. */
bool sandbox_store_save_clock(struct sandbox_store *store, int64_t offset);

/* Bytes stored under a name; a reset keeps them. The caller wipes and frees what was read. False if there are none. */
bool sandbox_store_blob_read(struct sandbox_store *store, const char *name, unsigned char **bytes, size_t *size);
bool sandbox_store_blob_write(struct sandbox_store *store, const char *name, const unsigned char *bytes, size_t size);

/* Marks the uuid of an encrypted card as used. NOT_FOUND says that it was used before. */
enum sandbox_found sandbox_store_use_uuid(struct sandbox_store *store, const char *uuid);

#endif
