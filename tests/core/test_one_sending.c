/*
 * Law 1 at every byte: a refund whose connection ends after N bytes of the request, or of the answer, for every N; by
 * the server's close, its crash or a reset; plain, over TLS and with HTTP/2; on a connection that a read has used
 * before. Over HTTP/2 also what a server says that takes no more streams, not this one, or not by HTTP/2: libcurl would
 * send the request again.
 */
#include "cutting_gateway.h"
#include "fixture.h"
#include "identity.h"

#include "net/libcurl.h"
#include "net/pool.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* ---------------------------------------------------------------- the client */

static char ca_file[] = "/tmp/pgw-one-sending-XXXXXX";
static struct identity authority, server;
static SSL_CTX *http1, *http2;

static SSL_CTX *context_of(const struct cut *cut)
{
	return cut->frames ? http2 : cut->tls ? http1 : NULL;
}

/* An answer that lost its end is no good one: the judge, who has tests of his own, finds it unknown. */
static bool send_call(struct pgw_pool *pool, const struct pgw_client *client, const char *call, struct pgw_error *error)
{
	struct pgw_limits limits = {.reply_bytes = 65536};
	struct pgw_response response;
	struct built built;
	bool good = false;

	build_any(&built, client, call);
	if (pgw_send(pool, &built.request, &limits, &response, error)) {
		good = response.http_status == 200 && response.body.length == cutting_body_length();
		error->outcome_unknown = !good;
		pgw_response_free(&response);
	}
	built_free(&built);
	return good;
}

/* A read, then a refund. What came of the refund, and, in the gateway, what it saw of both. */
static bool refund(struct cutting_gateway *gateway, struct pgw_error *error)
{
	struct pgw_pool *pool = pgw_pool_create(NULL);
	struct pgw_client *client;
	char uri[64], options[128];
	bool good;

	if (gateway->cut->frames) {
		pool->http_version = CURL_HTTP_VERSION_2TLS; /* whatever libcurl this is */
	}
	cutting_gateway_start(gateway);
	snprintf(uri, sizeof(uri), "%s://127.0.0.1:%d/payment/", gateway->context ? "https" : "http", gateway->port);
	snprintf(options, sizeof(options), "{'timeout':120,'connectTimeout':60,'retries':0%s%s%s}",
		gateway->context ? ",'caFile':'" : "", gateway->context ? ca_file : "", gateway->context ? "'" : "");
	client = client_at(uri, options);
	if (!send_call(pool, client, "getOrderStatusExtended", error)) {
		fail_msg("the read: %s", error->message);
	}
	good = send_call(pool, client, "refund", error);
	pgw_client_free(client);
	pgw_pool_free(pool);
	cutting_gateway_stop(gateway);
	return good;
}

/* ---------------------------------------------------------------- the tests */

/* Of one that is not cut. */
static size_t length_of_request(const struct cut *cut)
{
	struct cut none = {.tls = cut->tls, .in_answer = true, .frames = cut->frames ? "HB" : NULL};
	struct cutting_gateway gateway = {.context = context_of(cut), .cut = &none, .offset = SIZE_MAX};
	struct pgw_error error = {0};

	if (!refund(&gateway, &error)) {
		fail_msg("the refund: %s", error.message);
	}
	assert_int_equal(gateway.delivered, 2);
	assert_int_equal(gateway.by_http2, cut->frames ? 1 : 0);
	assert_int_equal(gateway.connections, PGW_ASKED_BEFORE_SENDING ? 1 : 2); /* libcurl repeats on reused ones */
	return gateway.length;
}

static void cut_at(const struct cut *cut, size_t offset)
{
	struct cutting_gateway gateway = {.context = context_of(cut), .cut = cut, .offset = offset};
	struct pgw_error error = {0};
	bool good = refund(&gateway, &error), answered = cut->in_answer && offset == cutting_answer_length(cut);
	/* The read callback is called after the headers were sent: what fails before it is certain not to be done. */
	bool in_doubt = PGW_ASKED_BEFORE_SENDING || cut->in_answer;

	/* What came whole was delivered to the gateway, even if nobody heard of it. */
	if (gateway.begun != 2 || gateway.delivered > 2) {
		fail_msg(
			"byte %zu: %zu requests begun and %zu delivered for two calls", offset, gateway.begun, gateway.delivered);
	}
	if (good ? !answered : in_doubt && !error.outcome_unknown) {
		fail_msg("byte %zu: %s", offset, good ? "good without an answer" : error.message);
	}
}

static void sent_once_wherever_it_is_cut(void **state)
{
	const struct cut *cut = *state;
	size_t request_length = length_of_request(cut);
	size_t length = cut->in_answer ? cutting_answer_length(cut) : request_length;

	for (size_t offset = cut->death == DEATH_NONE ? length : 0; offset <= length; offset++) {
		cut_at(cut, offset);
	}
}

static const struct cut cuts[] = {
	{"request, FIN", false, false, DEATH_CRASH, NULL},
	{"request, RST", false, false, DEATH_RESET, NULL},
	{"answer, FIN", false, true, DEATH_CRASH, NULL},
	{"answer, RST", false, true, DEATH_RESET, NULL},
	{"request, TLS, close", true, false, DEATH_CLOSE, NULL},
	{"request, TLS, crash", true, false, DEATH_CRASH, NULL},
	{"request, TLS, RST", true, false, DEATH_RESET, NULL},
	{"answer, TLS, close", true, true, DEATH_CLOSE, NULL},
	{"answer, TLS, crash", true, true, DEATH_CRASH, NULL},
	{"answer, TLS, RST", true, true, DEATH_RESET, NULL},
};

#if PGW_ASKED_BEFORE_SENDING
static const struct cut http2_cuts[] = {
	{"request, close", true, false, DEATH_CLOSE, "HB"},
	{"request, crash", true, false, DEATH_CRASH, "HB"},
	{"request, RST", true, false, DEATH_RESET, "HB"},
	{"answer, close", true, true, DEATH_CLOSE, "HB"},
	{"answer, crash", true, true, DEATH_CRASH, "HB"},
	{"answer, RST", true, true, DEATH_RESET, "HB"},
	{"last stream, answer, close", true, true, DEATH_CLOSE, "GHB"},
	{"last stream, answer, crash", true, true, DEATH_CRASH, "GHB"},
	{"last stream, answer, RST", true, true, DEATH_RESET, "GHB"},
	{"one stream too many, close", true, true, DEATH_CLOSE, "g"},
	{"one stream too many, RST", true, true, DEATH_RESET, "g"},
	{"one stream too many", true, true, DEATH_NONE, "g"},
	{"refused stream, close", true, true, DEATH_CLOSE, "R"},
	{"refused stream, RST", true, true, DEATH_RESET, "R"},
	{"refused stream", true, true, DEATH_NONE, "R"},
	{"not by HTTP/2, close", true, true, DEATH_CLOSE, "O"},
	{"not by HTTP/2", true, true, DEATH_NONE, "O"},
	{"ended in the answer, close", true, true, DEATH_CLOSE, "HhC"},
	{"ended in the answer, RST", true, true, DEATH_RESET, "HhC"},
	{"ended in the answer", true, true, DEATH_NONE, "HhC"},
	{"refused in the answer, close", true, true, DEATH_CLOSE, "HhR"},
	{"refused in the answer", true, true, DEATH_NONE, "HhR"},
	{"one stream too many in the answer, close", true, true, DEATH_CLOSE, "Hhg"},
	{"one stream too many in the answer", true, true, DEATH_NONE, "Hhg"},
};

static int run_http2(void)
{
	return RUN_ROWS("one sending, HTTP/2", http2_cuts, sent_once_wherever_it_is_cut);
}
#else
static void a_refund_has_http1(void **state)
{
	(void)state;
	length_of_request(&(struct cut){.tls = true, .frames = "HB"});
}

static int run_http2(void)
{
	static const struct CMUnitTest tests[] = {cmocka_unit_test(a_refund_has_http1)};

	return cmocka_run_group_tests_name("one sending, where reads have HTTP/2", tests, NULL, NULL);
}
#endif

static void prepare_tls(void)
{
	close(mkstemp(ca_file));
	authority = identity_make("The bank's authority", NULL);
	server = identity_make("127.0.0.1", &authority);
	identity_save(ca_file, &authority);
	http1 = cutting_context(server.certificate, server.key, false);
	http2 = cutting_context(server.certificate, server.key, true);
}

static bool libcurl_speaks_http2(void)
{
	return curl_version_info(CURLVERSION_NOW)->features & CURL_VERSION_HTTP2;
}

int main(void)
{
	struct pgw_pool *initialised; /* keeps libcurl so between the tests */
	int failed;

	signal(SIGPIPE, SIG_IGN); /* of the servers here */
	initialised = pgw_pool_create(NULL);
	prepare_tls();
	failed = RUN_ROWS(PGW_ASKED_BEFORE_SENDING ? "one sending" : "one sending, by the read callback", cuts,
		sent_once_wherever_it_is_cut);
	if (libcurl_speaks_http2()) {
		failed += run_http2();
	}
	SSL_CTX_free(http1);
	SSL_CTX_free(http2);
	identity_free(&server);
	identity_free(&authority);
	unlink(ca_file);
	pgw_pool_free(initialised);
	return failed;
}
