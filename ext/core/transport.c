/* One request, sent once. */
#include "error.h"
#include "pool.h"

#include <poll.h>
#include <stdio.h>
#include <string.h>

/* A money-moving call rides no connection that the server may be about to close. */
enum { IDLE_SECONDS = 60, IDLE_SECONDS_MONEY = 3 };

/* Where libcurl is with a body that must not be sent twice. */
struct upload {
	const struct pgw_buffer *body;
	size_t sent;
	bool begun;
};

struct download {
	struct pgw_buffer *body;
	size_t limit;
	bool too_long;
};

static size_t read_body(char *to, size_t size, size_t count, void *context)
{
	struct upload *upload = context;
	size_t room = size * count, left = upload->body->length - upload->sent;
	size_t length = left < room ? left : room;

	upload->begun = true;
	memcpy(to, upload->body->at + upload->sent, length);
	upload->sent += length;
	return length;
}

/*
 * When a reused connection dies before the first byte of the answer, libcurl rewinds the body and sends the request
 * again by itself. Refusing to rewind is what keeps a payment from being sent twice.
 */
static int refuse_rewind(void *context, curl_off_t offset, int origin)
{
	(void)context, (void)offset, (void)origin;
	return CURL_SEEKFUNC_FAIL;
}

static size_t write_body(char *at, size_t size, size_t count, void *context)
{
	struct download *download = context;
	size_t length = size * count;

	if (length > download->limit - download->body->length) {
		download->too_long = true;
		return 0;
	}
	pgw_buffer_add(download->body, at, length);
	return download->body->failed ? 0 : length;
}

/*
 * What is readable before anything was asked is no answer to this call: a reply too many, or the end of the
 * connection. libcurl 7.88 would take it for the answer, and a refused refund for a good one.
 */
static bool is_stale(CURL *curl)
{
	curl_socket_t socket = CURL_SOCKET_BAD;
	struct pollfd watched = {.events = POLLIN};

	if (curl_easy_getinfo(curl, CURLINFO_ACTIVESOCKET, &socket) != CURLE_OK || socket == CURL_SOCKET_BAD) {
		return false;
	}
	watched.fd = socket;
	return poll(&watched, 1, 0) > 0;
}

static void prepare(CURL *curl, struct pgw_pool *pool, const struct pgw_request *request, struct upload *upload,
	struct download *download)
{
	curl_easy_setopt(curl, CURLOPT_HTTPHEADER, pgw_pool_headers(pool, request->json));
	curl_easy_setopt(curl, CURLOPT_FRESH_CONNECT, is_stale(curl) ? 1L : 0L);
	curl_easy_setopt(curl, CURLOPT_URL, request->uri);
	curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, (long)(request->client->timeout * 1000));
	curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, (long)(request->client->connect_timeout * 1000));
	curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)request->body.length);
	curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, write_body);
	curl_easy_setopt(curl, CURLOPT_WRITEDATA, download);
	curl_easy_setopt(curl, CURLOPT_MAXAGE_CONN, request->changes ? (long)IDLE_SECONDS_MONEY : (long)IDLE_SECONDS);
	curl_easy_setopt(curl, CURLOPT_POSTFIELDS, request->changes ? NULL : request->body.at);
	if (request->changes) {
		curl_easy_setopt(curl, CURLOPT_READFUNCTION, read_body);
		curl_easy_setopt(curl, CURLOPT_READDATA, upload);
		curl_easy_setopt(curl, CURLOPT_SEEKFUNCTION, refuse_rewind);
	}
}

/* No pointer to what the caller frees stays in a kept handle. */
static void forget(CURL *curl)
{
	curl_easy_setopt(curl, CURLOPT_POSTFIELDS, NULL);
	curl_easy_setopt(curl, CURLOPT_WRITEDATA, NULL);
	curl_easy_setopt(curl, CURLOPT_READDATA, NULL);
}

static enum pgw_error_kind kind_of(CURLcode code)
{
	static const struct {
		CURLcode code;
		enum pgw_error_kind kind;
	} kinds[] = {
		{CURLE_COULDNT_RESOLVE_PROXY, PGW_ERROR_CONNECT},
		{CURLE_COULDNT_RESOLVE_HOST, PGW_ERROR_CONNECT},
		{CURLE_COULDNT_CONNECT, PGW_ERROR_CONNECT},
		{CURLE_PROXY, PGW_ERROR_CONNECT},
		{CURLE_OPERATION_TIMEDOUT, PGW_ERROR_TIMEOUT},
		{CURLE_SSL_CONNECT_ERROR, PGW_ERROR_TLS},
		{CURLE_SSL_CERTPROBLEM, PGW_ERROR_TLS},
		{CURLE_SSL_CIPHER, PGW_ERROR_TLS},
		{CURLE_PEER_FAILED_VERIFICATION, PGW_ERROR_TLS},
		{CURLE_SSL_CACERT_BADFILE, PGW_ERROR_TLS},
		{CURLE_SSL_ISSUER_ERROR, PGW_ERROR_TLS},
		{CURLE_SSL_PINNEDPUBKEYNOTMATCH, PGW_ERROR_TLS},
		{CURLE_SSL_INVALIDCERTSTATUS, PGW_ERROR_TLS},
		{CURLE_USE_SSL_FAILED, PGW_ERROR_TLS},
		{CURLE_SSL_ENGINE_INITFAILED, PGW_ERROR_TLS},
		{CURLE_OUT_OF_MEMORY, PGW_ERROR_MEMORY},
	};

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		if (kinds[i].code == code) {
			return kinds[i].kind;
		}
	}
	return PGW_ERROR_TRANSPORT;
}

/* A certificate stays as wrong as it is, and a reply as long; a handshake that was cut off may succeed next time. */
static bool may_pass(CURLcode code, enum pgw_error_kind kind)
{
	return code == CURLE_SSL_CONNECT_ERROR || (kind != PGW_ERROR_TLS && kind != PGW_ERROR_REPLY);
}

static bool fail(const struct pgw_request *request, const struct pgw_handle *handle, CURLcode code,
	const struct upload *upload, const struct download *download, struct pgw_error *error)
{
	bool unknown;
	enum pgw_error_kind kind = kind_of(code);
	char what[CURL_ERROR_SIZE];
	long status = 0;

	snprintf(what, sizeof(what), "%s", handle->message[0] ? handle->message : curl_easy_strerror(code));
	pgw_mask(what, request);
	if (download->too_long) {
		kind = PGW_ERROR_REPLY;
		snprintf(what, sizeof(what), "the reply is longer than the limit");
	} else if (code == CURLE_SEND_FAIL_REWIND || code == CURLE_GOT_NOTHING) {
		snprintf(what, sizeof(what), "the connection was lost before an answer came");
	}
	curl_easy_getinfo(handle->curl, CURLINFO_RESPONSE_CODE, &status);
	unknown = request->changes && upload->begun && !pgw_http_refuses((int)status);
	pgw_fail(error, kind, "%s: %s%s", request->name, what, pgw_advice(request, unknown));
	error->http_status = (int)status;
	error->outcome_unknown = unknown;
	error->retriable = unknown ? request->repeatable : may_pass(code, kind);
	return false;
}

bool pgw_send(struct pgw_pool *pool, const struct pgw_request *request, const struct pgw_limits *limits,
	struct pgw_response *response, struct pgw_error *error)
{
	struct upload upload = {.body = &request->body};
	struct download download = {.body = &response->body, .limit = limits->reply_bytes};
	struct pgw_handle *handle = pgw_pool_take(pool, request->client);
	CURLcode code;
	long status = 0;

	*response = (struct pgw_response){0};
	if (!handle) {
		return pgw_fail(error, PGW_ERROR_MEMORY, "%s: libcurl could not make a handle", request->name);
	}
	handle->message[0] = '\0';
	prepare(handle->curl, pool, request, &upload, &download);
	code = curl_easy_perform(handle->curl);
	if (code != CURLE_OK) {
		fail(request, handle, code, &upload, &download, error);
		pgw_pool_drop(handle);
		pgw_response_free(response);
		return false;
	}
	curl_easy_getinfo(handle->curl, CURLINFO_RESPONSE_CODE, &status);
	response->http_status = (int)status;
	forget(handle->curl);
	pgw_pool_give(pool, handle);
	return true;
}

void pgw_response_free(struct pgw_response *response)
{
	pgw_buffer_free(&response->body);
}
