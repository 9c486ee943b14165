/*
 * Many transactions, one wait for the disk. A commit only writes SQLite's log; whoever answers syncs it, for itself and
 * for all that were committed before. SQLite itself syncs the log before it moves anything out of it.
 */
#include "store/durable.h"

#include "store/sqlite.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A page that changes often is moved out of the log once in so many. 40 MB. */
#define LOG_PAGES_MOST 10000

/* After each commit, also of a statement outside a transaction. In place of the hook by which SQLite moves pages. */
static int on_commit(void *context, sqlite3 *database, const char *schema, int pages)
{
	struct sandbox_store *store = context;
	if (!store->lazy) {
		atomic_fetch_add(&store->written, 1);
	}
	if (pages >= LOG_PAGES_MOST) {
		sqlite3_wal_checkpoint_v2(database, schema, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
	}
	return SQLITE_OK;
}

bool sandbox_durable_open(struct sandbox_store *store)
{
	const char *path = sqlite3_db_filename(store->database, "main");
	if (!path || !path[0]) {
		return true;
	}
	atomic_store(&store->written, 1); /* the tables */
	sqlite3_wal_hook(store->database, on_commit, store);
	const char *log = sqlite3_filename_wal(path);
	store->log = open(log, O_RDWR | O_CLOEXEC);
	if (store->log < 0) {
		fprintf(stderr, "sandbox: %s: %s\n", log, strerror(errno));
	}
	return store->log >= 0;
}

void sandbox_durable_close(struct sandbox_store *store)
{
	if (store->log >= 0) {
		close(store->log);
	}
}

bool sandbox_store_is_durable(struct sandbox_store *store)
{
	return store->log < 0 || atomic_load(&store->durable) >= atomic_load(&store->written);
}

void sandbox_store_sync(struct sandbox_store *store)
{
	unsigned long long written = atomic_load(&store->written), durable = atomic_load(&store->durable);
	if (store->log < 0 || durable >= written) {
		return;
	}
	if (fdatasync(store->log) != 0) {
		fprintf(stderr, "sandbox: the log of the database: %s\n", strerror(errno));
		_exit(EXIT_FAILURE);
	}
	while (durable < written && !atomic_compare_exchange_weak(&store->durable, &durable, written)) {
	}
}
