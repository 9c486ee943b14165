/* One attempt at a call: the request is sent once. */
#include "call.h"
#include "error.h"
#include "outcome.h"
#include "secrets.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

/* ---------------------------------------------------------------- what libcurl asks for */

static struct pgw_call *call_of(void *context)
{
	return ((struct pgw_handle *)context)->call;
}

static size_t read_body(char *to, size_t size, size_t count, void *context)
{
	struct pgw_call *call = call_of(context);
	const struct pgw_buffer *body = &call->request->body;
	size_t room = size * count, left = body->length - call->sent;
	size_t length = left < room ? left : room;

	call->begun = true;
	memcpy(to, body->at + call->sent, length);
	call->sent += length;
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

/* A long reply would else be copied, and wiped, each time that the buffer doubles. What it says of itself is a hint. */
static void reserve_for_reply(struct pgw_call *call)
{
	enum { MOST = 1024 * 1024 };
	curl_off_t announced = 0;

	curl_easy_getinfo(call->handle->curl, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &announced);
	if (announced > 0) {
		pgw_buffer_reserve(&call->response.body, announced < MOST ? (size_t)announced : MOST);
	}
}

/* False: more than the caller wants to hear. */
static bool hear(struct pgw_call *call, size_t length)
{
	call->too_long = length > call->limits.reply_bytes - call->heard;
	call->heard += call->too_long ? 0 : length;
	return !call->too_long;
}

/* Interim answers, the head and the trailers, line by line: libcurl keeps them all, however many there are. */
static size_t count_header(char *at, size_t size, size_t count, void *context)
{
	(void)at;
	return hear(call_of(context), size * count) ? size * count : 0;
}

static size_t write_body(char *at, size_t size, size_t count, void *context)
{
	struct pgw_call *call = call_of(context);
	size_t length = size * count;

	if (!hear(call, length)) {
		return 0;
	}
	if (call->response.body.length == 0) {
		reserve_for_reply(call);
	}
	pgw_buffer_add(&call->response.body, at, length);
	return call->response.body.failed ? 0 : length;
}

#if LIBCURL_VERSION_NUM >= 0x075000
/*
 * What is readable before anything was asked is no answer to this call: a reply too many, or the end of the
 * connection. libcurl 7.88 would take it for the answer, and a refused refund for a good one.
 */
static int check_connection(void *context, char *primary_ip, char *local_ip, int primary_port, int local_port)
{
	struct pgw_call *call = call_of(context);

	(void)primary_ip, (void)local_ip, (void)primary_port;
	call->ready = true;
	call->stale = !pgw_connections_may_carry(&call->pool->connections, local_port, call->handle->key_hash, call->fresh);
	return call->stale ? CURL_PREREQFUNC_ABORT : CURL_PREREQFUNC_OK;
}
#endif

/* ---------------------------------------------------------------- beginning */

/* libcurl asks leave before it sends a body of over 1 MiB; in old versions, of over 1 KiB. */
enum { LONG_BODY = 1000 };

bool pgw_call_set_up(struct pgw_handle *handle)
{
	CURL *curl = handle->curl;

#if LIBCURL_VERSION_NUM >= 0x075000
	curl_easy_setopt(curl, CURLOPT_PREREQFUNCTION, check_connection);
	curl_easy_setopt(curl, CURLOPT_PREREQDATA, handle);
#endif
	curl_easy_setopt(curl, CURLOPT_PRIVATE, handle);
	curl_easy_setopt(curl, CURLOPT_WRITEDATA, handle);
	curl_easy_setopt(curl, CURLOPT_HEADERDATA, handle);
	curl_easy_setopt(curl, CURLOPT_READDATA, handle);
	return curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, write_body) == CURLE_OK &&
		   curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, count_header) == CURLE_OK &&
		   curl_easy_setopt(curl, CURLOPT_READFUNCTION, read_body) == CURLE_OK &&
		   curl_easy_setopt(curl, CURLOPT_SEEKFUNCTION, refuse_rewind) == CURLE_OK;
}

static long milliseconds_left(const struct pgw_call *call)
{
	int64_t left = (call->deadline - pgw_now()) / 1000;

	return left < 1 ? 1 : (long)left; /* 0 would be for ever */
}

static void set_timeouts(const struct pgw_call *call)
{
	curl_easy_setopt(call->handle->curl, CURLOPT_TIMEOUT_MS, call->timeout);
	curl_easy_setopt(call->handle->curl, CURLOPT_CONNECTTIMEOUT_MS, call->connecting);
}

void pgw_call_put_off(struct pgw_call *call, int64_t microseconds)
{
	call->timeout += (long)(microseconds / 1000);
	call->connecting += (long)(microseconds / 1000);
	call->connect_deadline += microseconds;
	set_timeouts(call);
}

/*
 * A server that ends a connection of HTTP/2 passes over the requests that others sent meanwhile. libcurl would send
 * those again, and a payment it must not: what became of it nobody could tell. So payments share no connection.
 */
static long http_version_for(const struct pgw_call *call)
{
	return call->request->changes && call->pool->underway ? CURL_HTTP_VERSION_1_1 : pgw_libcurl.http_version;
}

static bool prepare(struct pgw_call *call)
{
	const struct pgw_request *request = call->request;
	const struct pgw_pool *pool = call->pool;
	CURL *curl = call->handle->curl;

#if LIBCURL_VERSION_NUM < 0x075000
	call->fresh |= request->changes; /* nothing tells whether a kept connection is silent, */
	call->ready = true;              /* or when a new one is there */
#endif
	call->handle->call = call;
	call->handle->message[0] = '\0';
	curl_easy_setopt(curl, CURLOPT_HTTPHEADER,
		request->body.length > LONG_BODY ? pool->long_headers[request->json] : pool->headers[request->json]);
	curl_easy_setopt(curl, CURLOPT_FRESH_CONNECT, (long)call->fresh);
	curl_easy_setopt(curl, CURLOPT_HTTP_VERSION, http_version_for(call));
	call->timeout = milliseconds_left(call);
	call->connecting = (long)(request->client->connect_timeout * 1000);
	call->connect_deadline = pgw_now() + (int64_t)call->connecting * 1000;
	set_timeouts(call);
	curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)request->body.length);
	curl_easy_setopt(curl, CURLOPT_MAXAGE_CONN, request->changes ? pool->settings.idle_changes : pool->settings.idle);
	curl_easy_setopt(curl, CURLOPT_POSTFIELDS, request->changes ? NULL : request->body.at);
	return pgw_handle_aim(call->handle, request->uri);
}

static int64_t milliseconds_since_1970(void)
{
	struct timespec now;

	clock_gettime(CLOCK_REALTIME, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* A forked child, or a call whose start failed, has no attempt that libcurl would end. */
bool pgw_call_attempt(struct pgw_call *call)
{
	call->sent = call->heard = 0;
	call->ready = call->begun = call->stale = call->too_long = call->answered = false;
	if (pgw_pool_open(call->pool)) {
		call->handle = pgw_pool_take(call->pool, call->request->client);
	}
	if (!call->handle) {
		return pgw_fail(&call->error, PGW_ERROR_MEMORY, "%s: libcurl could not make a handle", call->request->name);
	}
	call->attempts[call->attempt_count] = (struct pgw_attempt){.started = milliseconds_since_1970()};
	if (prepare(call) && pgw_pool_begin(call->pool, call)) {
		return true;
	}
	pgw_pool_drop(call->handle);
	call->handle = NULL;
	return pgw_fail_memory(&call->error);
}

/* ---------------------------------------------------------------- ending */

static enum pgw_error_kind kind_of(CURLcode code)
{
	static const struct {
		CURLcode code;
		enum pgw_error_kind kind;
	} kinds[] = {
		{CURLE_COULDNT_RESOLVE_PROXY, PGW_ERROR_CONNECT},
		{CURLE_COULDNT_RESOLVE_HOST, PGW_ERROR_CONNECT},
		{CURLE_COULDNT_CONNECT, PGW_ERROR_CONNECT},
		{CURLE_INTERFACE_FAILED, PGW_ERROR_CONNECT},
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

/* A proxy that refuses its tunnel is to libcurl an answer that did not come. */
static enum pgw_error_kind kind_before_connected(enum pgw_error_kind kind)
{
	return kind == PGW_ERROR_TRANSPORT ? PGW_ERROR_CONNECT : kind;
}

/* What a proxy answered to CONNECT: 407 stays so until somebody changes the password. */
static bool is_proxy_final(CURL *curl)
{
	long status = 0;

	curl_easy_getinfo(curl, CURLINFO_HTTP_CONNECTCODE, &status);
	return status >= 400 && status < 500 && status != 408 && status != 429;
}

/* Of a line that is longer than libcurl takes it said before 8.6 that memory ran out. */
static bool is_long_line(const struct pgw_call *call, CURLcode code)
{
	enum { TOO_LARGE = 100 }; /* CURLE_TOO_LARGE of newer headers */

	return (int)code == TOO_LARGE || (code == CURLE_OUT_OF_MEMORY && call->begun);
}

/* A certificate stays as wrong as it is, and a reply as long; a handshake that was cut off may succeed next time. */
static bool may_pass(CURL *curl, CURLcode code, enum pgw_error_kind kind)
{
	if (kind == PGW_ERROR_CONNECT) {
		return !is_proxy_final(curl);
	}
	return code == CURLE_SSL_CONNECT_ERROR || (kind != PGW_ERROR_TLS && kind != PGW_ERROR_REPLY);
}

static void fail(struct pgw_call *call, CURLcode code, int status)
{
	const struct pgw_request *request = call->request;
	enum pgw_error_kind kind = call->ready ? kind_of(code) : kind_before_connected(kind_of(code));
	char what[CURL_ERROR_SIZE];
	bool unknown;

	snprintf(what, sizeof(what), "%s", call->handle->message[0] ? call->handle->message : curl_easy_strerror(code));
	pgw_mask(what, request);
	call->too_long = call->too_long || is_long_line(call, code);
	if (call->too_long) {
		kind = PGW_ERROR_REPLY;
		snprintf(what, sizeof(what), "the reply is longer than the limit");
	} else if (code == CURLE_SEND_FAIL_REWIND || code == CURLE_GOT_NOTHING) {
		snprintf(what, sizeof(what), "the connection was lost before an answer came");
	}
	unknown = pgw_outcome_is_unknown(request,
		(struct pgw_evidence){.begun = call->begun, .refused = pgw_outcome_is_refusal(status), .lost = call->lost});
	pgw_fail(&call->error, kind, "%s: %s%s", request->name, what, pgw_outcome_advice(request, unknown));
	call->error.http_status = status;
	call->error.outcome_unknown = unknown;
	call->error.retriable = unknown ? request->repeatable : may_pass(call->handle->curl, code, kind);
}

static int64_t time_of(CURL *curl, CURLINFO info)
{
	curl_off_t value = 0;

	curl_easy_getinfo(curl, info, &value);
	return value;
}

void pgw_call_note_attempt(struct pgw_call *call, CURLcode code, int status)
{
	struct pgw_attempt *attempt = &call->attempts[call->attempt_count++];
	CURL *curl = call->handle->curl;

	attempt->http_status = status;
	attempt->failed = code != CURLE_OK;
	if (!call->limits.timed) {
		return;
	}
	attempt->resolved = time_of(curl, CURLINFO_NAMELOOKUP_TIME_T);
	attempt->connected = time_of(curl, CURLINFO_CONNECT_TIME_T);
	attempt->secured = time_of(curl, CURLINFO_APPCONNECT_TIME_T);
	attempt->first_byte = time_of(curl, CURLINFO_STARTTRANSFER_TIME_T);
	attempt->total = time_of(curl, CURLINFO_TOTAL_TIME_T);
	/* What libcurl could not send again it counts as not sent. */
	attempt->sent = call->request->changes ? (int64_t)call->sent : time_of(curl, CURLINFO_SIZE_UPLOAD_T);
	attempt->received = time_of(curl, CURLINFO_SIZE_DOWNLOAD_T);
}

static void note_answer(struct pgw_call *call, int status)
{
	enum { LONGEST_PAUSE = 6 * 60 * 60 }; /* as newer versions of libcurl have it */
	CURL *curl = call->handle->curl;
	long port = 0, version = 0, retry_after = 0;

	call->answered = true;
	call->response.http_status = status;
	curl_easy_getinfo(curl, CURLINFO_LOCAL_PORT, &port);
	curl_easy_getinfo(curl, CURLINFO_HTTP_VERSION, &version);
	pgw_connections_note_answer(&call->pool->connections, (int)port, version);
	if (status == 429 || status >= 500) {
		curl_off_t seconds = 0;

		curl_easy_getinfo(curl, CURLINFO_RETRY_AFTER, &seconds);
		retry_after = seconds < 0 ? 0 : seconds < LONGEST_PAUSE ? (long)seconds : LONGEST_PAUSE;
		call->due = (int64_t)retry_after * 1000000; /* from now; pgw_call_settle makes a time of it */
	}
	call->response.retry_after = retry_after;
	call->attempts[call->attempt_count - 1].retry_after = retry_after;
}

/* The call's handle goes back to the pool, or away. */
static void release_handle(struct pgw_call *call, bool good)
{
	struct pgw_handle *handle = call->handle;

	pgw_pool_leave(call->pool, call);
	call->handle = NULL;
	if (good) {
		pgw_pool_give(call->pool, handle);
	} else {
		pgw_pool_drop(handle);
	}
}

void pgw_call_attempted(struct pgw_call *call, CURLcode code)
{
	long status = 0;

	call->due = 0;
	curl_easy_getinfo(call->handle->curl, CURLINFO_RESPONSE_CODE, &status);
	if (code != CURLE_OK && call->stale && !call->fresh && !call->begun) {
		/* Nothing was sent: the same attempt on a connection of its own. */
		release_handle(call, false);
		call->fresh = true;
		pgw_call_attempt_again(call);
		return;
	}
	pgw_call_note_attempt(call, code, (int)status);
	if (code == CURLE_OK) {
		note_answer(call, (int)status);
	} else {
		fail(call, code, (int)status);
	}
	release_handle(call, code == CURLE_OK);
	pgw_call_settle(call);
}
