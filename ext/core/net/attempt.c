/* One attempt: sending a request once, and reading the answer. */
#include "attempt.h"

#include "../error.h"
#include "../secrets.h"
#include "libcurl.h"

#include <stdio.h>
#include <string.h>

/* ---------------------------------------------------------------- libcurl's callbacks */

static struct pgw_attempt *attempt_of_handle(void *handle)
{
	return ((struct pgw_handle *)handle)->owner;
}

/* Otherwise a long reply is copied and wiped each time the buffer grows. Its Content-Length is only a hint. */
static void reserve_for_reply(struct pgw_attempt *attempt)
{
	enum { MOST = 1024 * 1024 };
	curl_off_t announced = 0;

	curl_easy_getinfo(attempt->handle->curl, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &announced);
	if (announced > 0) {
		pgw_buffer_reserve(&attempt->reply, announced < MOST ? (size_t)announced : MOST);
	}
}

/* False: more than the caller's limit. */
static bool count_received(struct pgw_attempt *attempt, size_t length)
{
	attempt->too_long = length > attempt->limits->reply_bytes - attempt->received;
	attempt->received += attempt->too_long ? 0 : length;
	return !attempt->too_long;
}

/* Called for each header line of interim and final answers, and for trailers: libcurl keeps any number of them. */
static size_t count_header(char *at, size_t size, size_t count, void *context)
{
	struct pgw_attempt *attempt = attempt_of_handle(context);
	int64_t announced = pgw_rest_announced(at, size * count);

	attempt->announced = announced > 0 ? announced : attempt->announced;
	return count_received(attempt, size * count) ? size * count : 0;
}

static size_t write_reply(char *at, size_t size, size_t count, void *context)
{
	struct pgw_attempt *attempt = attempt_of_handle(context);
	size_t length = size * count;

	if (!count_received(attempt, length)) {
		return 0;
	}
	if (attempt->reply.length == 0) {
		reserve_for_reply(attempt);
	}
	pgw_buffer_add(&attempt->reply, at, length);
	return attempt->reply.failed ? 0 : length;
}

/*
 * Law 1. libcurl sends again by itself: when a reused connection dies before the first byte of the answer, when HTTP/2
 * refuses a stream or wants HTTP/1.1. It does so by going through the whole of a transfer again.
 */
#if PGW_ASKED_BEFORE_SENDING
/* Whether libcurl has opened it for this sending. */
static bool is_on_new_connection(struct pgw_attempt *attempt)
{
	long former = attempt->connections;

	curl_easy_getinfo(attempt->handle->curl, CURLINFO_NUM_CONNECTS, &attempt->connections);
	return attempt->connections > former;
}

/*
 * Called before each sending, so a second one within an attempt can be refused, and headers and body need not be apart.
 * Data that is readable before the request is sent cannot be the answer to it: it is an extra reply, or the end of the
 * connection. libcurl 7.88 would take it for the answer, and so a refused refund for a good one.
 */
static int before_sending(void *context, char *primary_ip, char *local_ip, int primary_port, int local_port)
{
	struct pgw_attempt *attempt = attempt_of_handle(context);
	struct pgw_connections *connections = &attempt->pool->connections;

	(void)primary_ip, (void)local_ip, (void)primary_port;
	attempt->ready = true;
	attempt->repeated = attempt->begun && attempt->request->changes;
	if (attempt->repeated) {
		return CURL_PREREQFUNC_ABORT;
	}
	attempt->stale = !pgw_connections_may_carry(connections, local_port,
		&(struct pgw_carriage){attempt->handle->key_hash, is_on_new_connection(attempt), attempt->request->changes});
	if (attempt->stale) {
		return CURL_PREREQFUNC_ABORT;
	}
	attempt->begun = true;
	return CURL_PREREQFUNC_OK;
}

static bool set_sending_callbacks(struct pgw_handle *handle)
{
	curl_easy_setopt(handle->curl, CURLOPT_PREREQDATA, handle);
	return curl_easy_setopt(handle->curl, CURLOPT_PREREQFUNCTION, before_sending) == CURLE_OK;
}

static bool set_body(struct pgw_attempt *attempt)
{
	return curl_easy_setopt(attempt->handle->curl, CURLOPT_POSTFIELDS, attempt->request->body.at) == CURLE_OK;
}
#else
static size_t read_body(char *to, size_t size, size_t count, void *context)
{
	struct pgw_attempt *attempt = attempt_of_handle(context);
	const struct pgw_buffer *body = &attempt->request->body;
	size_t room = size * count, left = body->length - attempt->sent;
	size_t length = left < room ? left : room;

	attempt->begun = true;
	memcpy(to, body->at + attempt->sent, length);
	attempt->sent += length;
	return length;
}

/* To send again libcurl must rewind the body. */
static int refuse_rewind(void *context, curl_off_t offset, int origin)
{
	(void)offset, (void)origin;
	attempt_of_handle(context)->repeated = true;
	return CURL_SEEKFUNC_FAIL;
}

static bool set_sending_callbacks(struct pgw_handle *handle)
{
	CURL *curl = handle->curl;

	curl_easy_setopt(curl, CURLOPT_READDATA, handle);
	curl_easy_setopt(curl, CURLOPT_SEEKDATA, handle);
	return curl_easy_setopt(curl, CURLOPT_READFUNCTION, read_body) == CURLE_OK &&
		   curl_easy_setopt(curl, CURLOPT_SEEKFUNCTION, refuse_rewind) == CURLE_OK;
}

/* A reused connection cannot be checked, and a new one is not noticed. */
static bool set_body(struct pgw_attempt *attempt)
{
	const struct pgw_request *request = attempt->request;

	attempt->fresh |= request->changes;
	attempt->ready = true;
	return curl_easy_setopt(attempt->handle->curl, CURLOPT_POSTFIELDS, request->changes ? NULL : request->body.at) ==
		   CURLE_OK;
}
#endif

static bool set_callbacks(struct pgw_handle *handle)
{
	CURL *curl = handle->curl;

	if (handle->has_callbacks) {
		return true;
	}
	curl_easy_setopt(curl, CURLOPT_PRIVATE, handle);
	curl_easy_setopt(curl, CURLOPT_WRITEDATA, handle);
	curl_easy_setopt(curl, CURLOPT_HEADERDATA, handle);
	handle->has_callbacks = set_sending_callbacks(handle) &&
							curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, write_reply) == CURLE_OK &&
							curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, count_header) == CURLE_OK;
	return handle->has_callbacks;
}

/* ---------------------------------------------------------------- beginning */

static void set_timeouts(const struct pgw_attempt *attempt)
{
	curl_easy_setopt(attempt->handle->curl, CURLOPT_TIMEOUT_MS, attempt->timeout);
	curl_easy_setopt(attempt->handle->curl, CURLOPT_CONNECTTIMEOUT_MS, attempt->connecting);
}

static void start_timeouts(struct pgw_attempt *attempt, int64_t now, int64_t deadline)
{
	int64_t left = (deadline - now) / 1000;

	attempt->timeout = left < 1 ? 1 : (long)left; /* 0 would mean no timeout */
	attempt->connecting = (long)(attempt->request->client->connect_timeout * 1000);
	attempt->connect_deadline = now + (int64_t)attempt->connecting * 1000;
	set_timeouts(attempt);
}

void pgw_attempt_extend(struct pgw_attempt *attempt, int64_t microseconds)
{
	attempt->timeout += (long)(microseconds / 1000);
	attempt->connecting += (long)(microseconds / 1000);
	attempt->connect_deadline += microseconds;
	set_timeouts(attempt);
}

/*
 * A server that closes an HTTP/2 connection drops the requests that are still in flight on it. libcurl would retry
 * those, which it must not do with a payment, so the payment's outcome would be unknown. Hence payments do not share a
 * connection, and a read takes whichever it finds: so a payment has HTTP/2 only if no other call can begin meanwhile.
 * And only if libcurl asks before sending: told to use HTTP/1.1 instead it would begin again without rewinding the
 * body, and wait for an answer to half a request.
 */
static long http_version_for(const struct pgw_attempt *attempt)
{
	const struct pgw_pool *pool = attempt->pool;
	bool alone = PGW_ASKED_BEFORE_SENDING && !pool->in_flight && !pool->waiting && !pool->held &&
				 !attempt->limits->beside_others;

	return attempt->request->changes && !alone ? CURL_HTTP_VERSION_1_1 : pool->http_version;
}

/* With a larger body libcurl sends Expect: 100-continue and waits: above 1 MiB, in old versions above 1 KiB. */
enum { LONG_BODY = 1000 };

static bool set_headers(struct pgw_attempt *attempt)
{
	const struct pgw_request *request = attempt->request;
	bool long_body = request->body.length > LONG_BODY;
	struct curl_slist *headers;

	if (request->hash.length > 0) {
		headers = attempt->headers = pgw_handles_signed_headers(request, long_body);
	} else {
		headers = pgw_handles_headers(&attempt->pool->handles, request->json, long_body);
	}
	return headers && curl_easy_setopt(attempt->handle->curl, CURLOPT_HTTPHEADER, headers) == CURLE_OK;
}

static void free_headers(struct pgw_attempt *attempt)
{
	curl_slist_free_all(attempt->headers);
	attempt->headers = NULL;
}

static bool prepare_handle(struct pgw_attempt *attempt, int64_t now, int64_t deadline)
{
	const struct pgw_request *request = attempt->request;
	const struct pgw_pool_settings *settings = &attempt->pool->settings;
	CURL *curl = attempt->handle->curl;

	attempt->handle->owner = attempt;
	attempt->handle->message[0] = '\0';
	if (!set_body(attempt)) { /* this makes it a POST again, after a GET */
		return false;
	}
	curl_easy_setopt(curl, CURLOPT_FRESH_CONNECT, (long)attempt->fresh);
	curl_easy_setopt(curl, CURLOPT_HTTP_VERSION, http_version_for(attempt));
	start_timeouts(attempt, now, deadline);
	curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)request->body.length);
	curl_easy_setopt(curl, CURLOPT_MAXAGE_CONN,
		request->changes ? pgw_connections_payment_age(&attempt->pool->connections, attempt->handle->key_hash)
						 : settings->idle);
	if (request->get) {
		curl_easy_setopt(curl, CURLOPT_HTTPGET, 1L);
	}
	return set_headers(attempt) && set_callbacks(attempt->handle) &&
		   pgw_handles_set_uri(&attempt->pool->handles, attempt->handle, request->uri);
}

bool pgw_attempt_begin(struct pgw_attempt *attempt, int64_t now, int64_t deadline, struct pgw_error *error)
{
	struct pgw_pool *pool = attempt->pool;

	attempt->sent = attempt->received = 0;
	attempt->announced = 0;
	attempt->connections = 0;
	attempt->ready = attempt->begun = attempt->repeated = attempt->stale = attempt->too_long = false;
	attempt->started = pgw_wall_clock();
	if (pgw_pool_open(pool)) {
		attempt->handle = pgw_handles_take(&pool->handles, attempt->request->client);
	}
	if (!attempt->handle) {
		return pgw_fail(error, PGW_ERROR_MEMORY, "%s: libcurl could not make a handle", attempt->request->name);
	}
	if (prepare_handle(attempt, now, deadline) && pgw_loop_add(&pool->loop, attempt->handle->curl)) {
		pool->requests++;
		return true;
	}
	pgw_handle_drop(attempt->handle);
	free_headers(attempt);
	attempt->handle = NULL;
	return pgw_fail_memory(error);
}

/* ---------------------------------------------------------------- failures */

static enum pgw_error_kind kind_of_failure(CURLcode code)
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

/* libcurl reports a proxy that refuses the tunnel as a receive error. */
static enum pgw_error_kind kind_while_connecting(enum pgw_error_kind kind)
{
	return kind == PGW_ERROR_TRANSPORT ? PGW_ERROR_CONNECT : kind;
}

/* Is the proxy's answer to CONNECT permanent? 407, for example, does not go away by a retry. */
static bool is_final_proxy_refusal(CURL *curl)
{
	long status = 0;

	curl_easy_getinfo(curl, CURLINFO_HTTP_CONNECTCODE, &status);
	return status >= 400 && status < 500 && status != 408 && status != 429;
}

/* A bad certificate stays bad, and a reply too long stays too long; an interrupted handshake may succeed next time. */
static bool is_transient(CURL *curl, CURLcode code, enum pgw_error_kind kind)
{
	if (kind == PGW_ERROR_CONNECT) {
		return !is_final_proxy_refusal(curl);
	}
	return code == CURLE_SSL_CONNECT_ERROR || (kind != PGW_ERROR_TLS && kind != PGW_ERROR_REPLY);
}

/* Before 8.6 libcurl reports a header line that is too long for it as out of memory. */
static bool is_line_too_long(const struct pgw_attempt *attempt, CURLcode code)
{
	enum { TOO_LARGE = 100 }; /* CURLE_TOO_LARGE of newer headers */

	return (int)code == TOO_LARGE || (code == CURLE_OUT_OF_MEMORY && attempt->begun);
}

/* Is the authority of the certificate not a trusted one? It is not for an expired certificate or another host's. */
static bool lacks_authority(CURL *curl, CURLcode code)
{
	/* X509_V_ERR_… of OpenSSL: no issuer, self-signed alone and in a chain, no local issuer, no chain; and of GnuTLS.
	 */
	static const long results[] = {2, 18, 19, 20, 21, 66};
	static const CURLINFO peers[] = {CURLINFO_SSL_VERIFYRESULT, CURLINFO_PROXY_SSL_VERIFYRESULT};

	if (code != CURLE_PEER_FAILED_VERIFICATION) {
		return code == CURLE_SSL_CACERT_BADFILE;
	}
	for (size_t i = 0; i < sizeof(peers) / sizeof(peers[0]); i++) {
		long result = 0;

		curl_easy_getinfo(curl, peers[i], &result);
		for (size_t j = 0; j < sizeof(results) / sizeof(results[0]); j++) {
			if (result == results[j]) {
				return true;
			}
		}
	}
	return false;
}

static void describe_failure(struct pgw_attempt *attempt, CURLcode code, struct pgw_attempt_end *end)
{
	const char *message = attempt->handle->message;

	end->kind = attempt->ready ? kind_of_failure(code) : kind_while_connecting(kind_of_failure(code));
	snprintf(end->what, sizeof(end->what), "%s", *message ? message : curl_easy_strerror(code));
	pgw_mask(end->what, attempt->request);
	if (attempt->too_long || is_line_too_long(attempt, code)) {
		end->kind = PGW_ERROR_REPLY;
		snprintf(end->what, sizeof(end->what), "the reply is longer than the limit");
	} else if (attempt->repeated || code == CURLE_GOT_NOTHING) {
		snprintf(end->what, sizeof(end->what), "the connection was lost before an answer came");
	}
	end->transient = is_transient(attempt->handle->curl, code, end->kind);
	end->advice = lacks_authority(attempt->handle->curl, code)
					  ? "; set the option caFile to a PEM file that holds the bank's certificate authority"
					  : "";
}

/* ---------------------------------------------------------------- ending */

static int64_t transfer_time(CURL *curl, CURLINFO info)
{
	curl_off_t value = 0;

	curl_easy_getinfo(curl, info, &value);
	return value;
}

static void note_times(const struct pgw_attempt *attempt, struct pgw_attempt_facts *facts)
{
	CURL *curl = attempt->handle->curl;

	facts->resolved = transfer_time(curl, CURLINFO_NAMELOOKUP_TIME_T);
	facts->connected = transfer_time(curl, CURLINFO_CONNECT_TIME_T);
	facts->secured = transfer_time(curl, CURLINFO_APPCONNECT_TIME_T);
	facts->first_byte = transfer_time(curl, CURLINFO_STARTTRANSFER_TIME_T);
	facts->total = transfer_time(curl, CURLINFO_TOTAL_TIME_T);
	/* libcurl does not count what was sent before it tried again. */
	facts->sent =
		attempt->repeated ? (int64_t)attempt->request->body.length : transfer_time(curl, CURLINFO_SIZE_UPLOAD_T);
	facts->received = transfer_time(curl, CURLINFO_SIZE_DOWNLOAD_T);
}

static long retry_after_of(CURL *curl, int status)
{
	enum { LONGEST_PAUSE = 6 * 60 * 60 }; /* like newer versions of libcurl */
	curl_off_t seconds = 0;

	if (status != 429 && status < 500) {
		return 0;
	}
	curl_easy_getinfo(curl, CURLINFO_RETRY_AFTER, &seconds);
	return seconds < 0 ? 0 : seconds < LONGEST_PAUSE ? (long)seconds : LONGEST_PAUSE;
}

static void note_answer(struct pgw_attempt *attempt, struct pgw_attempt_end *end)
{
	CURL *curl = attempt->handle->curl;
	long port = 0, version = 0;

	curl_easy_getinfo(curl, CURLINFO_LOCAL_PORT, &port);
	curl_easy_getinfo(curl, CURLINFO_HTTP_VERSION, &version);
	pgw_connections_note_answer(
		&attempt->pool->connections, (int)port, attempt->handle->key_hash, version, attempt->announced);
	end->facts.retry_after = retry_after_of(curl, end->facts.http_status);
}

/* A reused connection that was not fit for it: something was readable, or it had rested too long. */
static bool met_stale_connection(const struct pgw_attempt *attempt)
{
	return attempt->stale && !attempt->fresh;
}

/* The authority may stand in libcurl's file alone; or the directory has changed since. */
static bool lacked_file(const struct pgw_attempt *attempt, CURLcode code)
{
	return attempt->handle->by_directory && !attempt->begun &&
		   (code == CURLE_PEER_FAILED_VERIFICATION || code == CURLE_SSL_CACERT_BADFILE);
}

/* Nothing was sent, and another connection may do better. */
static bool may_restart(struct pgw_attempt *attempt, CURLcode code)
{
	if (code == CURLE_OK) {
		return false;
	}
	if (lacked_file(attempt, code)) {
		pgw_handles_trust_file(&attempt->pool->handles);
		return true;
	}
	return met_stale_connection(attempt);
}

static void release_handle(struct pgw_attempt *attempt, bool good)
{
	struct pgw_handle *handle = attempt->handle;

	pgw_loop_remove(&attempt->pool->loop, handle->curl);
	attempt->handle = NULL;
	if (good) {
		/* A batch gives back as many as it will take again. */
		pgw_handles_give(&attempt->pool->handles, handle, (size_t)attempt->pool->loop.kept);
	} else {
		pgw_handle_drop(handle);
	}
	free_headers(attempt);
}

struct pgw_attempt *pgw_attempt_of(CURL *curl)
{
	void *handle;

	curl_easy_getinfo(curl, CURLINFO_PRIVATE, &handle);
	return attempt_of_handle(handle);
}

void pgw_attempt_finish(struct pgw_attempt *attempt, CURLcode code, struct pgw_attempt_end *end)
{
	long status = 0;

	curl_easy_getinfo(attempt->handle->curl, CURLINFO_RESPONSE_CODE, &status);
	end->answered = code == CURLE_OK;
	end->restart = may_restart(attempt, code);
	end->facts =
		(struct pgw_attempt_facts){.started = attempt->started, .http_status = (int)status, .failed = !end->answered};
	if (attempt->limits->timed) {
		note_times(attempt, &end->facts);
	}
	if (end->answered) {
		note_answer(attempt, end);
	} else {
		describe_failure(attempt, code, end);
		if (attempt->begun) {
			pgw_connections_note_bad_end(&attempt->pool->connections, attempt->handle->key_hash);
		}
	}
	attempt->fresh |= end->restart;
	release_handle(attempt, end->answered);
}
