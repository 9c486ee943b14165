#include "pool.h"

#include <openssl/crypto.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { POOL_SIZE = 8 };

struct pgw_pool {
	struct pgw_handle *idle[POOL_SIZE];
	size_t count;
	uint64_t calls;
	pid_t pid;
	struct curl_slist *headers[2]; /* of a form, and of a JSON body; shared by all handles, so freed after them */
};

bool pgw_global_init(void)
{
	return curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
}

void pgw_global_free(void)
{
	curl_global_cleanup();
}

static struct curl_slist *make_headers(bool json)
{
	/* "Expect:" keeps libcurl from waiting for a 100-continue before a long body. */
	const char *const lines[] = {
		json ? "Content-Type: application/json" : "Content-Type: application/x-www-form-urlencoded",
		"Accept: application/json",
		"Expect:",
		"User-Agent: payment_gateway",
	};
	struct curl_slist *headers = NULL;

	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
		struct curl_slist *longer = curl_slist_append(headers, lines[i]);

		if (!longer) {
			curl_slist_free_all(headers);
			return NULL;
		}
		headers = longer;
	}
	return headers;
}

static void free_headers(struct pgw_pool *pool)
{
	curl_slist_free_all(pool->headers[false]);
	curl_slist_free_all(pool->headers[true]);
}

struct pgw_pool *pgw_pool_create(void)
{
	struct pgw_pool *pool = calloc(1, sizeof(*pool));

	if (!pool) {
		return NULL;
	}
	pool->pid = getpid();
	pool->headers[false] = make_headers(false);
	pool->headers[true] = make_headers(true);
	if (!pool->headers[false] || !pool->headers[true]) {
		free_headers(pool);
		free(pool);
		return NULL;
	}
	return pool;
}

struct curl_slist *pgw_pool_headers(struct pgw_pool *pool, bool json)
{
	return pool->headers[json];
}

static void free_handle(struct pgw_handle *handle)
{
	curl_easy_cleanup(handle->curl);
	OPENSSL_cleanse(handle->key, strlen(handle->key));
	free(handle->key);
	free(handle);
}

/*
 * A child that so much as closes an inherited TLS connection ends its parent's, so the child forgets its handles
 * without touching them: a small leak, once in a child's life.
 */
static void abandon_if_forked(struct pgw_pool *pool)
{
	pid_t pid = getpid();

	if (pid != pool->pid) {
		pool->pid = pid;
		pool->count = 0;
	}
}

void pgw_pool_free(struct pgw_pool *pool)
{
	if (!pool) {
		return;
	}
	abandon_if_forked(pool);
	for (size_t i = 0; i < pool->count; i++) {
		free_handle(pool->idle[i]);
	}
	free_headers(pool);
	free(pool);
}

/* What all calls of a handle share; the rest is set for each call in transport.c. */
static bool set_up(CURL *curl, const struct pgw_client *client, char *message)
{
	bool plain = strncmp(client->base_uri, "http:", 5) == 0;
	long resolve = CURL_IPRESOLVE_WHATEVER;

	if (client->ip_resolve) {
		resolve = client->ip_resolve[1] == '4' ? CURL_IPRESOLVE_V4 : CURL_IPRESOLVE_V6;
	}
#if LIBCURL_VERSION_NUM >= 0x075500
	curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, plain ? "http" : "https");
#else
	curl_easy_setopt(curl, CURLOPT_PROTOCOLS, plain ? CURLPROTO_HTTP : CURLPROTO_HTTPS);
#endif
	curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, message);
	curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(curl, CURLOPT_POST, 1L);
	curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
	curl_easy_setopt(curl, CURLOPT_TCP_KEEPALIVE, 1L);
	curl_easy_setopt(curl, CURLOPT_MAXCONNECTS, 1L); /* a connection that was given up is closed, not kept */
	curl_easy_setopt(curl, CURLOPT_IPRESOLVE, resolve);
	curl_easy_setopt(curl, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
	/* An empty proxy and no-proxy list keep libcurl from reading them from the environment. */
	if (curl_easy_setopt(curl, CURLOPT_PROXY, client->proxy ? client->proxy : "") != CURLE_OK ||
		curl_easy_setopt(curl, CURLOPT_NOPROXY, "") != CURLE_OK) {
		return false;
	}
	return !client->ca_file || curl_easy_setopt(curl, CURLOPT_CAINFO, client->ca_file) == CURLE_OK;
}

static struct pgw_handle *make_handle(const struct pgw_client *client)
{
	struct pgw_handle *handle = calloc(1, sizeof(*handle));

	if (!handle) {
		return NULL;
	}
	handle->curl = curl_easy_init();
	handle->key = strdup(client->connection_key);
	if (handle->curl && handle->key && set_up(handle->curl, client, handle->message)) {
		return handle;
	}
	curl_easy_cleanup(handle->curl);
	free(handle->key);
	free(handle);
	return NULL;
}

static struct pgw_handle *remove_at(struct pgw_pool *pool, size_t at)
{
	struct pgw_handle *handle = pool->idle[at];

	pool->idle[at] = pool->idle[--pool->count];
	return handle;
}

struct pgw_handle *pgw_pool_take(struct pgw_pool *pool, const struct pgw_client *client)
{
	abandon_if_forked(pool);
	pool->calls++;
	for (size_t i = 0; i < pool->count; i++) {
		if (strcmp(pool->idle[i]->key, client->connection_key) == 0) {
			return remove_at(pool, i);
		}
	}
	return make_handle(client);
}

void pgw_pool_give(struct pgw_pool *pool, struct pgw_handle *handle)
{
	size_t oldest = 0;

	handle->used = pool->calls;
	if (pool->count == POOL_SIZE) {
		for (size_t i = 1; i < pool->count; i++) {
			oldest = pool->idle[i]->used < pool->idle[oldest]->used ? i : oldest;
		}
		free_handle(remove_at(pool, oldest));
	}
	pool->idle[pool->count++] = handle;
}

void pgw_pool_drop(struct pgw_handle *handle)
{
	free_handle(handle);
}
