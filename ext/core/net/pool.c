/* The life cycle of a pool: creating, sharing, abandoning after a fork, trimming, freeing. */
#include "pool.h"

#include "libcurl.h"

#include <stdlib.h>

/* After a batch that many times the settings' connections may stay for a while. */
enum { TIMES_AFTER_BATCH = 8 };

static size_t larger_of(size_t one, size_t other)
{
	return one > other ? one : other;
}

struct pgw_pool *pgw_pool_create(const struct pgw_pool_settings *settings)
{
	static const struct pgw_pool_settings defaults = PGW_POOL_DEFAULTS;
	struct pgw_pool *pool = calloc(1, sizeof(*pool));

	if (!pool || !pgw_process_begin()) {
		free(pool);
		return NULL;
	}
	pool->references = 1;
	pool->previous = pool->next = pool;
	pool->settings = settings ? *settings : defaults;
	pool->connections.settings = &pool->settings;
	pool->http_version = pgw_libcurl_http_version();
	pool->forks = pgw_forks();
	pool->overdue = pool->loop.timer = PGW_NEVER;
	if (pgw_handles_create(
			&pool->handles, (size_t)pool->settings.connections, pool->settings.age, &pool->connections)) {
		return pool;
	}
	free(pool);
	pgw_process_end();
	return NULL;
}

struct pgw_pool *pgw_pool_share(struct pgw_pool *pool)
{
	pool->references++;
	return pool;
}

/*
 * A child that closes an inherited TLS connection also ends the parent's, so it forgets everything without closing it:
 * a small leak, once in a child process.
 */
static void abandon_if_forked(struct pgw_pool *pool)
{
	if (pool->forks == pgw_forks()) {
		return;
	}
	pool->forks = pgw_forks();
	pgw_loop_abandon(&pool->loop);
	pgw_handles_abandon(&pool->handles);
	pgw_connections_abandon(&pool->connections);
	pool->waiting = pool->held = pool->in_flight = pool->first = NULL;
	pool->overdue = PGW_NEVER;
}

bool pgw_pool_open(struct pgw_pool *pool)
{
	abandon_if_forked(pool);
	return pgw_loop_open(&pool->loop, pool->settings.connections);
}

static void free_spares(struct pgw_pool *pool, size_t kept)
{
	for (; pool->spare_count > kept; pool->spare_count--) {
		struct pgw_spare *spare = pool->spare;

		pool->spare = spare->next;
		pgw_buffer_free(&spare->reply);
		free(spare);
	}
}

/*
 * Only after the last call has ended: all calls of a batch may be done at once while as many are about to start. While
 * libcurl still has those that were shut down, it keeps its limit: it would close others instead.
 */
static void trim_if_idle(struct pgw_pool *pool, long most)
{
	long kept = pool->settings.connections;

	if (pool->references > 1 || pool->loop.running > 0 || !pool->loop.multi || pool->forks != pgw_forks()) {
		return;
	}
	free_spares(pool, (size_t)kept);
	if (pgw_connections_limit(&pool->connections, (size_t)kept, (size_t)most)) {
		pgw_loop_limit_connections(&pool->loop, kept);
	}
	/* As many handles as could be in use again. */
	pgw_handles_limit(&pool->handles, larger_of((size_t)kept, pgw_connections_open_now(&pool->connections)));
}

void pgw_pool_trim(struct pgw_pool *pool)
{
	if (pool) {
		trim_if_idle(pool, pool->settings.connections);
	}
}

void pgw_pool_free(struct pgw_pool *pool)
{
	if (!pool) {
		return;
	}
	if (--pool->references > 0) {
		trim_if_idle(pool, pool->settings.connections * TIMES_AFTER_BATCH);
		return;
	}
	abandon_if_forked(pool);
	pool->previous->next = pool->next;
	pool->next->previous = pool->previous;
	pgw_handles_free(&pool->handles);
	pgw_loop_close(&pool->loop);
	pgw_connections_free(&pool->connections);
	free_spares(pool, 0);
	free(pool);
	pgw_process_end();
}

struct pgw_pool *pgw_pool_replace(struct pgw_pool *pool)
{
	struct pgw_pool *replacement = pool ? pgw_pool_create(&pool->settings) : NULL;

	if (replacement) {
		replacement->previous = pool;
		replacement->next = pool->next;
		pool->next->previous = replacement;
		pool->next = replacement;
		pool->replaced = true;
	}
	pgw_pool_free(pool);
	return replacement;
}

struct pgw_pool_facts pgw_pool_show(struct pgw_pool *pool)
{
	abandon_if_forked(pool);
	return (struct pgw_pool_facts){
		.open = pgw_connections_open_now(&pool->connections),
		.opened = pool->connections.opened,
		.requests = pool->requests,
	};
}
