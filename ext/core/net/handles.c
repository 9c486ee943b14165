/* Easy handles: creating, configuring, keeping and closing them. */
#include "handles.h"

#include <openssl/crypto.h>
#include <stdlib.h>
#include <string.h>

/* ---------------------------------------------------------------- headers */

/* As few as possible, because libcurl processes each one. For a form libcurl adds the Content-Type by itself. */
static struct curl_slist *make_header_list(bool json, bool long_body, const char *hash, const char *signature)
{
	const char *const lines[] = {
		"User-Agent: payment_gateway",
		json ? "Content-Type: application/json" : NULL,
		long_body ? "Expect:" : NULL, /* disables Expect: 100-continue, which would cost a round trip */
		hash,
		signature,
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

static bool make_every_header_list(struct pgw_handles *handles)
{
	bool made = true;

	for (int json = 0; json < 2; json++) {
		for (int long_body = 0; long_body < 2; long_body++) {
			handles->headers[json][long_body] = make_header_list(json, long_body, NULL, NULL);
			made = made && handles->headers[json][long_body];
		}
	}
	return made;
}

struct curl_slist *pgw_handles_headers(const struct pgw_handles *handles, bool json, bool long_body)
{
	return handles->headers[json][long_body];
}

struct curl_slist *pgw_handles_signed_headers(const struct pgw_request *request, bool long_body)
{
	return make_header_list(request->json, long_body, request->hash.at, request->signature.at);
}

/* ---------------------------------------------------------------- the set of handles */

bool pgw_handles_create(struct pgw_handles *handles, size_t room, long age, struct pgw_connections *connections)
{
	*handles = (struct pgw_handles){.room = room, .age = age, .connections = connections};
	handles->idle = calloc(room, sizeof(*handles->idle));
	if (make_every_header_list(handles) && handles->idle) {
		return true;
	}
	pgw_handles_free(handles);
	return false;
}

void pgw_handles_abandon(struct pgw_handles *handles)
{
	handles->count = 0;
}

void pgw_handles_free(struct pgw_handles *handles)
{
	for (size_t i = 0; i < handles->count; i++) {
		pgw_handle_drop(handles->idle[i]);
	}
	for (int json = 0; json < 2; json++) {
		for (int long_body = 0; long_body < 2; long_body++) {
			curl_slist_free_all(handles->headers[json][long_body]);
		}
	}
	free(handles->idle);
	pgw_uris_free(&handles->uris);
	*handles = (struct pgw_handles){0};
}

/* ---------------------------------------------------------------- one handle */

static bool set_strings(CURL *curl, const struct pgw_client *client)
{
	const struct {
		CURLoption option;
		const char *text;
	} strings[] = {
		/* An empty proxy and no-proxy list make libcurl ignore the environment variables. */
		{CURLOPT_PROXY, client->proxy ? client->proxy : ""},
		{CURLOPT_NOPROXY, ""},
		{CURLOPT_INTERFACE, client->interface},
		{CURLOPT_SSLCERT, client->client_certificate},
		{CURLOPT_SSLKEY, client->client_key},
		{CURLOPT_KEYPASSWD, client->client_key_password},
	};

	for (size_t i = 0; i < sizeof(strings) / sizeof(strings[0]); i++) {
		if (strings[i].text && curl_easy_setopt(curl, strings[i].option, strings[i].text) != CURLE_OK) {
			return false;
		}
	}
	return true;
}

/* Sets the options that are the same for all calls; the others are set for each attempt. */
static bool set_up_handle(struct pgw_handles *handles, struct pgw_handle *handle, const struct pgw_client *client)
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
	curl_easy_setopt(curl, CURLOPT_MAXLIFETIME_CONN, handles->age);
#endif
	curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, handle->message);
	curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(curl, CURLOPT_POST, 1L);
	curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
	curl_easy_setopt(curl, CURLOPT_TCP_KEEPALIVE, 1L);
	curl_easy_setopt(curl, CURLOPT_IPRESOLVE, resolve);
	curl_easy_setopt(curl, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
	curl_easy_setopt(curl, CURLOPT_OPENSOCKETFUNCTION, pgw_connections_open);
	curl_easy_setopt(curl, CURLOPT_OPENSOCKETDATA, handles->connections);
	curl_easy_setopt(curl, CURLOPT_CLOSESOCKETFUNCTION, pgw_connections_close);
	curl_easy_setopt(curl, CURLOPT_CLOSESOCKETDATA, handles->connections);
	return set_strings(curl, client) && pgw_authorities_set(&handles->authorities, curl, client, &handle->by_directory);
}

/* FNV-1a; never 0. */
static uint64_t hash_of_key(const char *text)
{
	uint64_t hash = UINT64_C(14695981039346656037);

	while (*text) {
		hash = (hash ^ (unsigned char)*text++) * UINT64_C(1099511628211);
	}
	return hash | 1;
}

static struct pgw_handle *make_handle(struct pgw_handles *handles, const struct pgw_client *client)
{
	struct pgw_handle *handle = calloc(1, sizeof(*handle));

	if (!handle) {
		return NULL;
	}
	handle->curl = curl_easy_init();
	handle->key = strdup(client->connection_key);
	handle->key_hash = hash_of_key(client->connection_key);
	if (handle->curl && handle->key && set_up_handle(handles, handle, client)) {
		return handle;
	}
	pgw_handle_drop(handle);
	return NULL;
}

struct pgw_handle *pgw_handles_take(struct pgw_handles *handles, const struct pgw_client *client)
{
	/* The handle given back last is the most likely to fit. */
	for (size_t i = handles->count; i-- > 0;) {
		struct pgw_handle *handle = handles->idle[i];

		if (strcmp(handle->key, client->connection_key) == 0) {
			handles->count--;
			memmove(&handles->idle[i], &handles->idle[i + 1], (handles->count - i) * sizeof(*handles->idle));
			return handle;
		}
	}
	return make_handle(handles, client);
}

/* A handle trusts whom it was made to trust. */
static bool is_outdated(const struct pgw_handles *handles, const struct pgw_handle *handle)
{
	return handle->by_directory && handles->authorities.in_directory[0] == '\0';
}

static void drop_oldest(struct pgw_handles *handles, size_t dropped)
{
	for (size_t i = 0; i < dropped; i++) {
		pgw_handle_drop(handles->idle[i]);
	}
	handles->count -= dropped;
	memmove(&handles->idle[0], &handles->idle[dropped], handles->count * sizeof(*handles->idle));
}

void pgw_handles_limit(struct pgw_handles *handles, size_t kept)
{
	if (handles->count > kept) {
		drop_oldest(handles, handles->count - kept);
	}
}

/* Room for one more, if that is not more than `kept`; otherwise the oldest makes it. */
static void make_room(struct pgw_handles *handles, size_t kept)
{
	struct pgw_handle **idle;

	if (handles->count < handles->room) {
		return;
	}
	idle = handles->room < kept ? realloc(handles->idle, kept * sizeof(*idle)) : NULL;
	if (idle) {
		handles->idle = idle;
		handles->room = kept;
	} else {
		drop_oldest(handles, 1);
	}
}

void pgw_handles_give(struct pgw_handles *handles, struct pgw_handle *handle, size_t kept)
{
	handle->owner = NULL;
	if (is_outdated(handles, handle)) {
		pgw_handle_drop(handle);
		return;
	}
	make_room(handles, kept);
	handles->idle[handles->count++] = handle;
}

void pgw_handles_trust_file(struct pgw_handles *handles)
{
	size_t kept = 0;

	pgw_authorities_add_file(&handles->authorities);
	for (size_t i = 0; i < handles->count; i++) {
		if (is_outdated(handles, handles->idle[i])) {
			pgw_handle_drop(handles->idle[i]);
		} else {
			handles->idle[kept++] = handles->idle[i];
		}
	}
	handles->count = kept;
}

void pgw_handle_drop(struct pgw_handle *handle)
{
	curl_easy_cleanup(handle->curl);
	pgw_uri_give(handle->uri);
	if (handle->key) {
		OPENSSL_cleanse(handle->key, strlen(handle->key));
	}
	free(handle->key);
	free(handle);
}

bool pgw_handles_set_uri(struct pgw_handles *handles, struct pgw_handle *handle, const char *text)
{
	struct pgw_uri *uri = pgw_uris_take(&handles->uris, text), *former = handle->uri;
	bool set = uri && (uri == former || curl_easy_setopt(handle->curl, CURLOPT_CURLU, uri->parsed) == CURLE_OK);

	handle->uri = set ? uri : former;
	pgw_uri_give(set ? former : uri);
	return set;
}
