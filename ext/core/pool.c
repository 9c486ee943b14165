#include "pool.h"

#include "call.h"

#include <errno.h>
#include <openssl/crypto.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* How many forks lie between this process and the first that called: asked for each call, where getpid() costs more. */
static volatile unsigned forks;
static pthread_once_t counting = PTHREAD_ONCE_INIT;

static void count_fork(void)
{
	forks++;
}

static void begin_counting(void)
{
	pthread_atfork(NULL, NULL, count_fork);
}

unsigned pgw_forks(void)
{
	return forks;
}

/* Before 7.84 libcurl does not guard this itself. */
static pthread_mutex_t initialising = PTHREAD_MUTEX_INITIALIZER;

/* Counted by libcurl. Not before the first pool is made: it takes a millisecond, which most requests need not pay. */
static bool init_libcurl(void)
{
	struct pgw_error error;
	CURLcode code;

	if (!pgw_libcurl_load(&error)) {
		return false;
	}
	pthread_once(&counting, begin_counting);
	pthread_mutex_lock(&initialising);
	code = curl_global_init(CURL_GLOBAL_DEFAULT);
	pthread_mutex_unlock(&initialising);
	return code == CURLE_OK;
}

static void leave_libcurl(void)
{
	pthread_mutex_lock(&initialising);
	curl_global_cleanup();
	pthread_mutex_unlock(&initialising);
}

int64_t pgw_now(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

/* ---------------------------------------------------------------- what libcurl waits for */

static int watch_socket(CURL *curl, curl_socket_t socket, int what, void *context, void *unused)
{
	struct pgw_pool *pool = context;
	short events = (short)((what & CURL_POLL_IN ? POLLIN : 0) | (what & CURL_POLL_OUT ? POLLOUT : 0));
	size_t at = 0;

	(void)curl, (void)unused;
	while (at < pool->watched_count && pool->watched[at].fd != socket) {
		at++;
	}
	if (what == CURL_POLL_REMOVE) {
		if (at < pool->watched_count) {
			pool->watched[at] = pool->watched[--pool->watched_count];
		}
		return 0;
	}
	if (at == pool->watched_room) {
		size_t room = pool->watched_room ? pool->watched_room * 2 : 8;
		struct pollfd *watched = realloc(pool->watched, room * sizeof(*watched));

		if (!watched) {
			return -1; /* libcurl then fails the transfers */
		}
		pool->watched = watched;
		pool->watched_room = room;
	}
	pool->watched[at] = (struct pollfd){.fd = socket, .events = events};
	pool->watched_count += at == pool->watched_count;
	return 0;
}

static int set_timer(CURLM *multi, long milliseconds, void *context)
{
	struct pgw_pool *pool = context;

	(void)multi;
	pool->timer = milliseconds < 0 ? PGW_NEVER : pgw_now() + (int64_t)milliseconds * 1000;
	return 0;
}

/* ---------------------------------------------------------------- life */

/* As few as possible: libcurl writes each letter by letter. A form's type is its own default. */
static struct curl_slist *make_headers(bool json, bool long_body)
{
	const char *const lines[] = {
		"User-Agent: payment_gateway", json ? "Content-Type: application/json" : NULL,
		long_body ? "Expect:" : NULL, /* do not wait for a 100-continue */
	};
	struct curl_slist *headers = NULL;

	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
		struct curl_slist *longer = lines[i] ? curl_slist_append(headers, lines[i]) : headers;

		if (!longer) {
			curl_slist_free_all(headers);
			return NULL;
		}
		headers = longer;
	}
	return headers;
}

static bool make_all_headers(struct pgw_pool *pool)
{
	bool made = true;

	for (int json = 0; json < 2; json++) {
		pool->headers[json] = make_headers(json, false);
		pool->long_headers[json] = make_headers(json, true);
		made = made && pool->headers[json] && pool->long_headers[json];
	}
	return made;
}

static void free_headers(struct pgw_pool *pool)
{
	for (int json = 0; json < 2; json++) {
		curl_slist_free_all(pool->headers[json]);
		curl_slist_free_all(pool->long_headers[json]);
	}
}

struct pgw_pool *pgw_pool_create(const struct pgw_pool_settings *settings)
{
	static const struct pgw_pool_settings defaults = PGW_POOL_DEFAULTS;
	struct pgw_pool *pool = calloc(1, sizeof(*pool));

	if (!pool || !init_libcurl()) {
		free(pool);
		return NULL;
	}
	pool->references = 1;
	pool->settings = settings ? *settings : defaults;
	pool->forks = forks;
	pool->timer = PGW_NEVER;
	pool->idle = calloc((size_t)pool->settings.connections, sizeof(*pool->idle));
	if (make_all_headers(pool) && pool->idle) {
		return pool;
	}
	pgw_pool_free(pool);
	return NULL;
}

struct pgw_pool *pgw_pool_share(struct pgw_pool *pool)
{
	pool->references++;
	return pool;
}

/*
 * A child that so much as closes an inherited TLS connection ends its parent's, so the child forgets it all without
 * touching it: a small leak, once in a child's life.
 */
static void abandon_if_forked(struct pgw_pool *pool)
{
	if (pool->forks == forks) {
		return;
	}
	pool->forks = forks;
	pool->multi = NULL;
	pool->idle_count = 0;
	pool->connections.count = 0;
	pool->watched_count = 0;
	pool->timer = PGW_NEVER;
	pool->waiting = pool->underway = NULL;
	pool->running = 0;
}

static void keep(struct pgw_pool *pool, long connections)
{
	if (pool->kept != connections) {
		curl_multi_setopt(pool->multi, CURLMOPT_MAXCONNECTS, connections);
		pool->kept = connections;
	}
}

bool pgw_pool_open(struct pgw_pool *pool)
{
	abandon_if_forked(pool);
	if (pool->multi) {
		return true;
	}
	pool->multi = curl_multi_init();
	if (!pool->multi) {
		return false;
	}
	curl_multi_setopt(pool->multi, CURLMOPT_SOCKETFUNCTION, watch_socket);
	curl_multi_setopt(pool->multi, CURLMOPT_SOCKETDATA, pool);
	curl_multi_setopt(pool->multi, CURLMOPT_TIMERFUNCTION, set_timer);
	curl_multi_setopt(pool->multi, CURLMOPT_TIMERDATA, pool);
	pool->kept = 0;
	keep(pool, pool->settings.connections);
	return true;
}

static void free_handle(struct pgw_handle *handle)
{
	curl_easy_cleanup(handle->curl);
	curl_url_cleanup(handle->url);
	if (handle->key) {
		OPENSSL_cleanse(handle->key, strlen(handle->key));
	}
	free(handle->key);
	free(handle->uri);
	free(handle);
}

/* Not before the last call is taken: of a batch all may be done at once, and as many are about to begin. */
static void rest(struct pgw_pool *pool)
{
	if (pool->references == 1 && pool->running == 0 && pool->multi && pool->forks == forks) {
		keep(pool, pool->settings.connections);
		pgw_connections_trim(&pool->connections, (size_t)pool->settings.connections);
	}
}

void pgw_pool_free(struct pgw_pool *pool)
{
	if (!pool) {
		return;
	}
	if (--pool->references > 0) {
		rest(pool);
		return;
	}
	abandon_if_forked(pool);
	for (size_t i = 0; i < pool->idle_count; i++) {
		free_handle(pool->idle[i]);
	}
	curl_multi_cleanup(pool->multi);
	free_headers(pool);
	pgw_connections_free(&pool->connections);
	free(pool->watched);
	free(pool->idle);
	free(pool);
	leave_libcurl();
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

/* ---------------------------------------------------------------- handles */

/*
 * A directory that holds no authority. From 8.21 on libcurl takes NULL for the one that was built into it, so it gets
 * the file itself, below which nothing can be. It then keeps no parsed authorities: slower, but no wider.
 */
static const char *no_directory(const char *ca_file)
{
	enum { NULL_BRINGS_IT_BACK = 0x081500 };
	const curl_version_info_data *info = curl_version_info(CURLVERSION_NOW);

	return info->capath && info->version_num >= NULL_BRINGS_IT_BACK ? ca_file : NULL;
}

/*
 * The gateway, and a proxy that speaks TLS, are verified against the named file and nothing else: beside it libcurl
 * would go on trusting its built-in directory. Without a file both of its defaults count.
 */
static bool set_authorities(CURL *curl, const struct pgw_client *client)
{
	static const struct {
		CURLoption file, directory;
	} peers[] = {{CURLOPT_CAINFO, CURLOPT_CAPATH}, {CURLOPT_PROXY_CAINFO, CURLOPT_PROXY_CAPATH}};
	size_t count = client->ca_file ? 1 + (client->proxy != NULL) : 0;

	for (size_t i = 0; i < count; i++) {
		CURLcode code = curl_easy_setopt(curl, peers[i].directory, no_directory(client->ca_file));

		/* What is not built in is not trusted either. */
		if ((code != CURLE_OK && code != CURLE_NOT_BUILT_IN) ||
			curl_easy_setopt(curl, peers[i].file, client->ca_file) != CURLE_OK) {
			return false;
		}
	}
	return true;
}

static bool set_texts(CURL *curl, const struct pgw_client *client)
{
	const struct {
		CURLoption option;
		const char *text;
	} texts[] = {
		/* An empty proxy and no-proxy list keep libcurl from reading them from the environment. */
		{CURLOPT_PROXY, client->proxy ? client->proxy : ""},
		{CURLOPT_NOPROXY, ""},
		{CURLOPT_INTERFACE, client->interface},
		{CURLOPT_SSLCERT, client->client_certificate},
		{CURLOPT_SSLKEY, client->client_key},
		{CURLOPT_KEYPASSWD, client->client_key_password},
	};

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		if (texts[i].text && curl_easy_setopt(curl, texts[i].option, texts[i].text) != CURLE_OK) {
			return false;
		}
	}
	return true;
}

/* What all calls of a handle share; the rest is set for each attempt in transport.c. */
static bool set_up(struct pgw_pool *pool, struct pgw_handle *handle, const struct pgw_client *client)
{
	bool plain = strncmp(client->base_uri, "http:", 5) == 0;
	long resolve = CURL_IPRESOLVE_WHATEVER;
	CURL *curl = handle->curl;

	if (client->ip_resolve) {
		resolve = client->ip_resolve[1] == '4' ? CURL_IPRESOLVE_V4 : CURL_IPRESOLVE_V6;
	}
#if LIBCURL_VERSION_NUM >= 0x075500
	curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, plain ? "http" : "https");
#else
	curl_easy_setopt(curl, CURLOPT_PROTOCOLS, plain ? CURLPROTO_HTTP : CURLPROTO_HTTPS);
#endif
#if LIBCURL_VERSION_NUM >= 0x075000
	curl_easy_setopt(curl, CURLOPT_MAXLIFETIME_CONN, pool->settings.age);
#endif
	curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, handle->message);
	curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(curl, CURLOPT_POST, 1L);
	curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
	curl_easy_setopt(curl, CURLOPT_TCP_KEEPALIVE, 1L);
	curl_easy_setopt(curl, CURLOPT_IPRESOLVE, resolve);
	curl_easy_setopt(curl, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
	curl_easy_setopt(curl, CURLOPT_OPENSOCKETFUNCTION, pgw_connections_open);
	curl_easy_setopt(curl, CURLOPT_OPENSOCKETDATA, &pool->connections);
	curl_easy_setopt(curl, CURLOPT_CLOSESOCKETFUNCTION, pgw_connections_close);
	curl_easy_setopt(curl, CURLOPT_CLOSESOCKETDATA, &pool->connections);
	return set_texts(curl, client) && set_authorities(curl, client) && pgw_call_set_up(handle);
}

/* FNV-1a; never 0. */
static uint64_t hash_of(const char *text)
{
	uint64_t hash = UINT64_C(14695981039346656037);

	while (*text) {
		hash = (hash ^ (unsigned char)*text++) * UINT64_C(1099511628211);
	}
	return hash | 1;
}

static struct pgw_handle *make_handle(struct pgw_pool *pool, const struct pgw_client *client)
{
	struct pgw_handle *handle = calloc(1, sizeof(*handle));

	if (!handle) {
		return NULL;
	}
	handle->curl = curl_easy_init();
	handle->url = curl_url();
	handle->key = strdup(client->connection_key);
	handle->key_hash = hash_of(client->connection_key);
	if (handle->curl && handle->url && handle->key && set_up(pool, handle, client)) {
		return handle;
	}
	free_handle(handle);
	return NULL;
}

bool pgw_handle_aim(struct pgw_handle *handle, const char *uri)
{
	char *copy;

	if (!handle->uri || strcmp(handle->uri, uri) != 0) {
		copy = strdup(uri);
		if (!copy || curl_url_set(handle->url, CURLUPART_URL, copy, 0) != CURLUE_OK) {
			free(copy);
			return false;
		}
		free(handle->uri);
		handle->uri = copy;
	}
	return curl_easy_setopt(handle->curl, CURLOPT_CURLU, handle->url) == CURLE_OK;
}

struct pgw_handle *pgw_pool_take(struct pgw_pool *pool, const struct pgw_client *client)
{
	/* The one given back last is the likeliest. */
	for (size_t i = pool->idle_count; i-- > 0;) {
		struct pgw_handle *handle = pool->idle[i];

		if (strcmp(handle->key, client->connection_key) == 0) {
			pool->idle_count--;
			memmove(&pool->idle[i], &pool->idle[i + 1], (pool->idle_count - i) * sizeof(*pool->idle));
			return handle;
		}
	}
	return make_handle(pool, client);
}

void pgw_pool_give(struct pgw_pool *pool, struct pgw_handle *handle)
{
	if (pool->idle_count == (size_t)pool->settings.connections) {
		free_handle(pool->idle[0]);
		pool->idle_count--;
		memmove(&pool->idle[0], &pool->idle[1], pool->idle_count * sizeof(*pool->idle));
	}
	pool->idle[pool->idle_count++] = handle;
}

void pgw_pool_drop(struct pgw_handle *handle)
{
	free_handle(handle);
}

/* ---------------------------------------------------------------- attempts */

bool pgw_pool_begin(struct pgw_pool *pool, struct pgw_call *call)
{
	/* While many are on their way each may keep its connection. */
	if (pool->running >= pool->kept) {
		keep(pool, pool->kept * 2);
	}
	if (curl_multi_add_handle(pool->multi, call->handle->curl) != CURLM_OK) {
		return false;
	}
	pgw_call_enlist(&pool->underway, call);
	pool->running++;
	pool->requests++;
	return true;
}

void pgw_pool_leave(struct pgw_pool *pool, struct pgw_call *call)
{
	curl_multi_remove_handle(pool->multi, call->handle->curl);
	pgw_call_delist(&pool->underway, call);
	pool->running--;
}

/* True when an attempt came to its end. */
static bool collect(struct pgw_pool *pool)
{
	const CURLMsg *message;
	bool ended = false;
	int left;

	while ((message = curl_multi_info_read(pool->multi, &left))) {
		CURLcode code = message->data.result; /* gone once the handle is removed */
		CURL *curl = message->easy_handle;
		void *handle;

		curl_easy_getinfo(curl, CURLINFO_PRIVATE, &handle);
		pgw_call_attempted(((struct pgw_handle *)handle)->call, code);
		ended = true;
	}
	return ended;
}

static void attend_timer(struct pgw_pool *pool)
{
	int running;

	if (pool->timer <= pgw_now()) {
		pool->timer = PGW_NEVER;
		curl_multi_socket_action(pool->multi, CURL_SOCKET_TIMEOUT, 0, &running);
	}
}

/* What libcurl does with one socket may change what it waits for, so the ready ones are noted first. */
static void attend_sockets(struct pgw_pool *pool, int ready)
{
	enum { AT_ONCE = 64 };
	struct pollfd noted[AT_ONCE];
	size_t count = 0;
	int running;

	for (size_t i = 0; i < pool->watched_count && count < AT_ONCE && (size_t)ready > count; i++) {
		if (pool->watched[i].revents) {
			noted[count++] = pool->watched[i];
		}
	}
	for (size_t i = 0; i < count; i++) {
		int what = (noted[i].revents & POLLIN ? CURL_CSELECT_IN : 0) |
				   (noted[i].revents & POLLOUT ? CURL_CSELECT_OUT : 0) |
				   (noted[i].revents & (POLLERR | POLLHUP | POLLNVAL) ? CURL_CSELECT_ERR : 0);

		curl_multi_socket_action(pool->multi, noted[i].fd, what, &running);
	}
}

static int milliseconds_until(int64_t then, int64_t now)
{
	return then <= now ? 0 : (int)((then - now + 999) / 1000);
}

void pgw_pool_catch_up(struct pgw_pool *pool)
{
	enum { WORTH_IT = 100000 };
	int64_t now = pgw_now();

	pool->neglected = pool->underway || pool->waiting ? pool->neglected + now - pool->left : 0;
	pool->left = now;
	if (pool->neglected >= WORTH_IT) {
		pgw_calls_put_off(pool, pool->neglected);
		pool->neglected = 0;
	}
}

static int64_t earliest(int64_t one, int64_t other)
{
	return one < other ? one : other;
}

/* True when a call may be done, so that there is no need to wait. */
static bool attend(struct pgw_pool *pool, int64_t *until)
{
	int64_t due = pgw_calls_resume(pool, pgw_now()), overdue;

	attend_timer(pool);
	if (collect(pool)) {
		return true;
	}
	overdue = pgw_calls_expire(pool, pgw_now());
	*until = earliest(earliest(*until, pool->timer), earliest(due, overdue));
	return false;
}

void pgw_pool_drive(struct pgw_pool *pool, int milliseconds)
{
	int64_t until = pgw_now() + (int64_t)milliseconds * 1000;
	int ready;

	if (!pgw_pool_open(pool)) {
		return;
	}
	pgw_pool_catch_up(pool);
	if (!attend(pool, &until)) {
		ready = poll(pool->watched, (nfds_t)pool->watched_count, milliseconds_until(until, pgw_now()));
		if (ready > 0) {
			attend_sockets(pool, ready);
		}
		attend_timer(pool);
		collect(pool);
	}
	pool->left = pgw_now();
}
