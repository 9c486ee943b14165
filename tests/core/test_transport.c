/* Sending, over real HTTP on loopback: above all, that a payment is never sent twice. */
#include "fixture.h"
#include "server.h"

#include "net/pool.h"

#include <arpa/inet.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

enum { LIMIT = 64 * 1024 };

/* Of ANSWER_PADDED, for bodies of five digits. */
#define PADDED_HEAD "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 12345\r\n\r\n"

/* ---------------------------------------------------------------- one account at one scripted server */

struct scene {
	struct server *server;
	struct pgw_pool *pool;
	struct pgw_client *client;
};

static void open_scene(struct scene *scene, const struct step *steps, size_t count, const char *options)
{
	scene->server = server_start(steps, count);
	scene->pool = pgw_pool_create(NULL);
	scene->client = client_at(server_base_uri(scene->server), options ? options : "{'timeout':5,'retries':0}");
	assert_non_null(scene->pool);
}

static void close_scene(struct scene *scene)
{
	pgw_pool_free(scene->pool);
	pgw_client_free(scene->client);
	server_stop(scene->server);
}

struct sent {
	bool good;
	int http_status;
	struct pgw_error error;
	size_t reply_length;
};

static struct sent send_by(struct pgw_pool *pool, const struct pgw_client *client, const char *call)
{
	struct pgw_limits limits = {.reply_bytes = LIMIT};
	struct pgw_response response;
	struct sent sent = {0};
	struct built built;

	build_any(&built, client, call);
	sent.good = pgw_send(pool, &built.request, &limits, &response, &sent.error);
	if (sent.good) {
		sent.http_status = response.http_status;
		sent.reply_length = response.body.length;
		pgw_response_free(&response);
	}
	assert_lacks(sent.error.message, PASSWORD);
	assert_lacks(sent.error.message, "4444555511113333");
	built_free(&built);
	return sent;
}

static struct sent send_call(struct scene *scene, const char *call)
{
	return send_by(scene->pool, scene->client, call);
}

static void assert_good(struct sent sent)
{
	if (!sent.good) {
		fail_msg("the call failed: %s", sent.error.message);
	}
	assert_int_equal(sent.http_status, 200);
}

static void assert_error(struct sent sent, enum pgw_error_kind kind, bool unknown, bool retriable)
{
	assert_false(sent.good);
	if (sent.error.kind != kind || sent.error.outcome_unknown != unknown || sent.error.retriable != retriable) {
		fail_msg("kind %d unknown %d retriable %d, expected %d %d %d: %s", sent.error.kind, sent.error.outcome_unknown,
			sent.error.retriable, kind, unknown, retriable, sent.error.message);
	}
	assert_true(!strstr(sent.error.message, "the outcome is unknown") == !unknown);
}

/* ---------------------------------------------------------------- the law: never twice */

struct lost {
	const char *label; /* the call */
	bool retriable;
	const char *advice;
};

static const struct lost lost_calls[] = {
	{"refund", false, "by orderId"},
	{"refund+id", true, "send the same call again"}, /* may be repeated by those above, who count; never by libcurl */
	{"register", false, "by orderNumber"},
	{"registerPreAuth", false, "by orderNumber"},
	{"deposit", false, "by orderId"},
	{"reverse", false, "by orderId"},
	{"paymentOrder", false, "by orderId"},
	{"decline", false, "by orderId"},
	{"rest/newThing.do", false, "find out before repeating"},
};

/* The connection is kept from `first`, and dies when the whole of `lost` has been read. */
static void lose(const struct lost *lost, const char *first, enum answer death)
{
	struct step steps[] = {{ANSWER_GOOD, NULL, 0}, {death, NULL, 0}};
	struct scene scene;
	struct sent sent;

	open_scene(&scene, steps, COUNT(steps), NULL);
	assert_good(send_call(&scene, first));
	sent = send_call(&scene, lost->label);
	assert_error(sent, PGW_ERROR_TRANSPORT, true, lost->retriable);
	assert_holds(sent.error.message, lost->advice);
	assert_int_equal(sent.error.http_status, 0);
	assert_int_equal(server_deliveries(scene.server), 2);
	assert_int_equal(delivery_connection(scene.server, 1), delivery_connection(scene.server, 0));
	/* Nothing arrives late either, and the handle that failed serves nobody again. */
	assert_good(send_call(&scene, lost->label));
	assert_int_equal(server_deliveries(scene.server), 3);
	assert_int_not_equal(delivery_connection(scene.server, 2), delivery_connection(scene.server, 1));
	/* libcurl may have knocked again before it gave up, but it said nothing. */
	assert_int_equal(server_unfinished(scene.server), 0);
	close_scene(&scene);
}

static void lost_by_fin_after_a_read(void **state)
{
	lose(*state, "getOrderStatusExtended", ANSWER_FIN);
}

static void lost_by_reset_after_a_read(void **state)
{
	lose(*state, "getOrderStatusExtended", ANSWER_RST);
}

static void lost_by_fin_after_the_same(void **state)
{
	const struct lost *lost = *state;

	lose(lost, lost->label, ANSWER_FIN);
}

static void lost_by_reset_after_the_same(void **state)
{
	const struct lost *lost = *state;

	lose(lost, lost->label, ANSWER_RST);
}

/* A fresh connection that dies is not a matter of reuse, but must say the same. */
static void lost_on_a_fresh_connection(void **state)
{
	const struct lost *lost = *state;
	struct step steps[] = {{ANSWER_FIN, NULL, 0}, {ANSWER_RST, NULL, 0}};
	struct scene scene;

	open_scene(&scene, steps, COUNT(steps), NULL);
	for (size_t i = 0; i < COUNT(steps); i++) {
		assert_error(send_call(&scene, lost->label), PGW_ERROR_TRANSPORT, true, lost->retriable);
		assert_int_equal(server_deliveries(scene.server), i + 1);
	}
	close_scene(&scene);
}

/* libcurl repeats a read by itself, and may. */
static void lost_read_is_repeated(void **state)
{
	struct step steps[] = {{ANSWER_GOOD, NULL, 0}, {ANSWER_FIN, NULL, 0}};
	struct scene scene;

	(void)state;
	open_scene(&scene, steps, COUNT(steps), NULL);
	assert_good(send_call(&scene, "refund"));
	assert_good(send_call(&scene, "getOrderStatusExtended"));
	assert_int_equal(server_deliveries(scene.server), 3);
	/* To where it was sent, not where the call before it went. */
	for (size_t i = 1; i < 3; i++) {
		assert_holds(delivery_head(scene.server, i), "POST /payment/rest/getOrderStatusExtended.do HTTP");
	}
	close_scene(&scene);
}

/* After a read on the same handle nothing of its way of sending may be left. */
static void money_after_many_reads(void **state)
{
	struct step steps[] = {{ANSWER_GOOD, NULL, 0}, {ANSWER_GOOD, NULL, 0}, {ANSWER_GOOD, NULL, 0},
		{ANSWER_GOOD, NULL, 0}, {ANSWER_FIN, NULL, 0}};
	static const char *const calls[] = {"refund", "getBindings", "deposit", "getOrderStatusExtended"};
	struct scene scene;

	(void)state;
	open_scene(&scene, steps, COUNT(steps), NULL);
	for (size_t i = 0; i < COUNT(calls); i++) {
		assert_good(send_call(&scene, calls[i]));
	}
	assert_error(send_call(&scene, "refund"), PGW_ERROR_TRANSPORT, true, false);
	assert_int_equal(server_deliveries(scene.server), 5);
	assert_int_equal(delivery_connection(scene.server, 4), 0);
	assert_int_equal(server_unfinished(scene.server), 0);
	close_scene(&scene);
}

/* ---------------------------------------------------------------- how often each row may be delivered */

#define EMPTY "Content-Length: 0\r\n\r\n"

struct troubled {
	const char *label;
	const char *dialect;
	enum answer answer;
};

static const struct troubled troubled_gateways[] = {
	{"classic, connections reset", "classic", ANSWER_RST},
	{"classic, closed", "classic", ANSWER_FIN},
	{"classic, 503", "classic", ANSWER_RAW},
	{"sberbank, connections reset", "sberbank", ANSWER_RST},
	{"sberbank, closed", "sberbank", ANSWER_FIN},
	{"sberbank, 503", "sberbank", ANSWER_RAW},
};

static size_t deliveries_of(struct server *server, const struct pgw_request *request)
{
	const char *path = strchr(strstr(request->uri, "://") + 3, '/');
	size_t length = strlen(path), found = 0;

	for (size_t i = 0; i < server_deliveries(server); i++) {
		const char *there = strchr(delivery_head(server, i), ' ') + 1;

		found += strncmp(there, path, length) == 0 && there[length] == ' ';
	}
	return found;
}

/* Every method of the table, all at once, at a gateway where nothing goes well. */
static void every_row_in_trouble(void **state)
{
	enum { MOST = 80, RETRIES = 2 };
	const struct troubled *troubled = *state;
	struct step steps[3 * MOST];
	struct pgw_limits limits = {.reply_bytes = LIMIT};
	struct pgw_response response;
	struct pgw_call *calls[MOST];
	struct pgw_error error;
	struct built built[MOST];
	struct scene scene;
	char options[96];
	size_t count = 0;

	for (size_t i = 0; i < COUNT(steps); i++) {
		steps[i] = (struct step){troubled->answer, "HTTP/1.1 503 No\r\nConnection: close\r\n" EMPTY, 0};
	}
	snprintf(options, sizeof(options), "{'timeout':20,'retries':%d,'dialect':'%s'}", RETRIES, troubled->dialect);
	open_scene(&scene, steps, COUNT(steps), options);
	for (const struct pgw_method *method = pgw_methods(); method->name; method++) {
		if (method->wire[strcmp(troubled->dialect, "sberbank") == 0].path) {
			assert_true(count < MOST);
			build_any(&built[count], scene.client, method->name);
			calls[count] = pgw_call_start(scene.pool, &built[count].request, &limits, &error);
			assert_non_null(calls[count]);
			count++;
		}
	}
	for (size_t i = 0; i < count; i++) {
		const struct pgw_request *request = &built[i].request;
		size_t allowed = request->method->flags & PGW_CHANGES ? 1 : 1 + RETRIES, delivered;

		while (!pgw_call_is_done(calls[i])) {
			pgw_call_wait(calls[i], 1000);
		}
		if (pgw_call_end(calls[i], &response, &error)) {
			assert_int_equal(response.http_status, 503);
			assert_int_equal(response.attempts, allowed);
			pgw_response_free(&response);
		} else if (error.outcome_unknown != (allowed == 1)) {
			fail_msg("%s: unknown %d", request->name, error.outcome_unknown);
		}
		delivered = deliveries_of(scene.server, request);
		if (delivered != allowed) {
			fail_msg("%s: %zu deliveries, not %zu", request->name, delivered, allowed);
		}
	}
	for (size_t i = 0; i < count; i++) {
		built_free(&built[i]);
	}
	close_scene(&scene);
}

/* ---------------------------------------------------------------- answers that tempt a client to send again */

struct tempting {
	const char *label;
	struct step step;
	int http_status; /* 0: no answer that could be read */
};

static const struct tempting tempting_answers[] = {
	{"301", {ANSWER_RAW, "HTTP/1.1 301 Moved\r\nLocation: /payment/rest/other.do\r\n" EMPTY, 0}, 301},
	{"302", {ANSWER_RAW, "HTTP/1.1 302 Found\r\nLocation: /payment/rest/other.do\r\n" EMPTY, 0}, 302},
	{"303", {ANSWER_RAW, "HTTP/1.1 303 See Other\r\nLocation: /payment/rest/other.do\r\n" EMPTY, 0}, 303},
	{"307", {ANSWER_RAW, "HTTP/1.1 307 Temporary Redirect\r\nLocation: /payment/rest/refund.do\r\n" EMPTY, 0}, 307},
	{"308", {ANSWER_RAW, "HTTP/1.1 308 Permanent Redirect\r\nLocation: /payment/rest/refund.do\r\n" EMPTY, 0}, 308},
	{"401", {ANSWER_RAW, "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"x\"\r\n" EMPTY, 0}, 401},
	{"401 digest",
		{ANSWER_RAW, "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Digest realm=\"x\", nonce=\"y\"\r\n" EMPTY, 0},
		401},
	{"407", {ANSWER_RAW, "HTTP/1.1 407 Proxy\r\nProxy-Authenticate: Basic realm=\"x\"\r\n" EMPTY, 0}, 407},
	{"408", {ANSWER_RAW_FIN, "HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n" EMPTY, 0}, 408},
	{"413", {ANSWER_RAW_FIN, "HTTP/1.1 413 Too Large\r\nConnection: close\r\n" EMPTY, 0}, 413},
	{"417", {ANSWER_RAW, "HTTP/1.1 417 Expectation Failed\r\n" EMPTY, 0}, 417},
	{"421", {ANSWER_RAW_FIN, "HTTP/1.1 421 Misdirected\r\nConnection: close\r\n" EMPTY, 0}, 421},
	{"425", {ANSWER_RAW, "HTTP/1.1 425 Too Early\r\n" EMPTY, 0}, 425},
	{"429", {ANSWER_RAW, "HTTP/1.1 429 Too Many\r\nRetry-After: 0\r\n" EMPTY, 0}, 429},
	{"503", {ANSWER_RAW, "HTTP/1.1 503 Unavailable\r\nRetry-After: 0\r\n" EMPTY, 0}, 503},
	{"204", {ANSWER_RAW, "HTTP/1.1 204 No Content\r\n\r\n", 0}, 204},
	{"empty 200", {ANSWER_RAW, "HTTP/1.1 200 OK\r\n" EMPTY, 0}, 200},
	{"refresh", {ANSWER_RAW, "HTTP/1.1 200 OK\r\nRefresh: 0; url=/payment/\r\n" EMPTY, 0}, 200},
	{"only 100", {ANSWER_RAW_FIN, "HTTP/1.1 100 Continue\r\n\r\n", 0}, 0},
	{"only 103", {ANSWER_RAW_FIN, "HTTP/1.1 103 Early Hints\r\n\r\n", 0}, 0},
	{"half a status line", {ANSWER_RAW_FIN, "HTTP/1.", 0}, 0},
	/* For libcurl this is a whole answer without a body; the judge finds no JSON in it. */
	{"half a head", {ANSWER_RAW_FIN, "HTTP/1.1 200 OK\r\nContent-Le", 0}, 200},
	{"not HTTP", {ANSWER_RAW_FIN, "hello\r\nworld\r\n\r\n", 0}, 0},
	{"short body", {ANSWER_RAW_FIN, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"errorCode\":0}", 0}, 0},
	{"half a chunk", {ANSWER_RAW_FIN, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nf\r\n{\"errorCode\":0}", 0},
		0},
	{"bad chunk", {ANSWER_RAW_FIN, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}", 0}, 0},
	{"too long by one", {ANSWER_PADDED, NULL, LIMIT + 1}, 0},
};

static void tempt(const struct tempting *tempting, const char *first)
{
	struct step steps[2] = {{ANSWER_GOOD, NULL, 0}, {ANSWER_GOOD, NULL, 0}};
	size_t before = first ? 1 : 0;
	struct scene scene;
	struct sent sent;

	steps[before] = tempting->step;
	open_scene(&scene, steps, before + 1, NULL);
	if (first) {
		assert_good(send_call(&scene, first));
	}
	sent = send_call(&scene, "refund");
	assert_int_equal(server_deliveries(scene.server), before + 1);
	assert_int_equal(sent.good, tempting->http_status != 0);
	if (sent.good) {
		assert_int_equal(sent.http_status, tempting->http_status);
	} else {
		assert_true(sent.error.outcome_unknown);
		assert_false(sent.error.retriable);
	}
	close_scene(&scene);
}

static void tempt_on_a_fresh_connection(void **state)
{
	tempt(*state, NULL);
}

static void tempt_on_a_kept_connection(void **state)
{
	tempt(*state, "getOrderStatusExtended");
}

/* ---------------------------------------------------------------- what goes over the wire */

static void request_on_the_wire(void **state)
{
	static const char *const heads[] = {"POST /payment/rest/refund.do HTTP/1.1\r\n",
		"Content-Type: application/x-www-form-urlencoded", "User-Agent: payment_gateway", "Content-Length: "};
	struct scene scene;

	(void)state;
	open_scene(&scene, NULL, 0, NULL);
	assert_good(send_call(&scene, "refund"));
	assert_good(send_call(&scene, "getOrderStatusExtended"));
	for (size_t i = 0; i < COUNT(heads); i++) {
		assert_holds(delivery_head(scene.server, 0), heads[i]);
	}
	assert_lacks(delivery_head(scene.server, 0), "Expect");
	assert_lacks(delivery_head(scene.server, 0), "Transfer-Encoding");
	assert_lacks(delivery_head(scene.server, 0), PASSWORD);
	assert_string_equal(delivery_body(scene.server, 0), CREDENTIALS "&orderId=id-1&amount=100");
	assert_holds(delivery_head(scene.server, 1), "POST /payment/rest/getOrderStatusExtended.do HTTP/1.1");
	assert_holds(delivery_head(scene.server, 1), "Content-Type: application/x-www-form-urlencoded");
	assert_string_equal(delivery_body(scene.server, 1), CREDENTIALS "&orderId=id-1");
	close_scene(&scene);
}

/* Longer than any buffer of libcurl's, and than what it asks leave for with "Expect: 100-continue". */
static void long_body_arrives_whole(void **state)
{
	static const char *const calls[] = {"rest/newThing.do", "getBindings"};
	char *text = repeat("0123456789", 120000), *parameters = malloc(strlen(text) + 64);
	struct pgw_limits limits = {.reply_bytes = LIMIT};
	struct pgw_response response;
	struct pgw_error error;
	struct scene scene;
	struct built built;

	(void)state;
	sprintf(parameters, "{'clientId':'c','blob':'%s'}", text);
	open_scene(&scene, NULL, 0, "{'extraParameters':true,'timeout':20}");
	for (size_t i = 0; i < COUNT(calls); i++) {
		if (i == 0) {
			build_path(&built, scene.client, text_of(calls[i]), parameters);
		} else {
			build(&built, scene.client, calls[i], NULL, parameters);
		}
		assert_true(built.good);
		assert_true(pgw_send(scene.pool, &built.request, &limits, &response, &error));
		assert_string_equal(delivery_body(scene.server, i), built.request.body.at);
		assert_lacks(delivery_head(scene.server, i), "Expect");
		pgw_response_free(&response);
		built_free(&built);
	}
	close_scene(&scene);
	free(parameters);
	free(text);
}

static void reply_up_to_the_limit(void **state)
{
	/* The head counts too; only its Content-Length depends on the body, and all of these have five digits. */
	enum { BODY = LIMIT - (sizeof(PADDED_HEAD) - 1) };
	struct step steps[] = {
		{ANSWER_PADDED, NULL, BODY}, {ANSWER_PADDED, NULL, BODY + 1}, {ANSWER_PADDED, NULL, 20 * LIMIT}};
	struct scene scene;
	struct sent sent;

	(void)state;
	open_scene(&scene, steps, COUNT(steps), NULL);
	sent = send_call(&scene, "getOrderStatusExtended");
	assert_good(sent);
	assert_int_equal(sent.reply_length, BODY);
	sent = send_call(&scene, "getOrderStatusExtended");
	assert_error(sent, PGW_ERROR_REPLY, false, false);
	assert_holds(sent.error.message, "longer than the limit");
	assert_error(send_call(&scene, "refund"), PGW_ERROR_REPLY, true, false);
	assert_int_equal(server_deliveries(scene.server), 3);
	close_scene(&scene);
}

/* What libcurl keeps or passes over is the server's all the same. */
static void all_that_is_sent_counts(void **state)
{
	static const char *const around[][2] = {
		{"HTTP/1.1 200 OK\r\nContent-Length: 2\r\na: ", "\r\n\r\n{}"},
		{"HTTP/1.1 103 Early Hints\r\na: ", "\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"},
		{"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\na: ", "\r\n\r\n"},
	};
	char *filler = repeat("\r\na: 0123456789", LIMIT / 15);

	(void)state;
	for (size_t i = 0; i < COUNT(around); i++) {
		for (int most = 0; most < 2; most++) { /* half of the limit, and more than it */
			char *reply = calloc(1, LIMIT + 1024);
			struct step step = {ANSWER_RAW, reply, 0};
			struct scene scene;
			struct sent sent;

			sprintf(reply, "%s%s%s", around[i][0], filler + (most ? 0 : strlen(filler) / 30 * 15), around[i][1]);
			open_scene(&scene, &step, 1, NULL);
			sent = send_call(&scene, "refund");
			if (most) {
				assert_error(sent, PGW_ERROR_REPLY, true, false);
				assert_holds(sent.error.message, "longer than the limit");
			} else {
				assert_good(sent);
			}
			close_scene(&scene);
			free(reply);
		}
	}
	free(filler);
}

/* ---------------------------------------------------------------- not getting there */

static void refused_connection(void **state)
{
	struct pgw_pool *pool = pgw_pool_create(NULL);
	struct pgw_client *client;
	char uri[64];

	(void)state;
	snprintf(uri, sizeof(uri), "http://127.0.0.1:%d/payment/", refusing_port());
	client = client_at(uri, NULL);
	assert_error(send_by(pool, client, "refund"), PGW_ERROR_CONNECT, false, true);
	assert_error(send_by(pool, client, "getOrderStatusExtended"), PGW_ERROR_CONNECT, false, true);
	pgw_client_free(client);
	pgw_pool_free(pool);
}

/* The server keeps a connection and then goes away: the next call finds nobody, and nothing was sent. */
static void server_gone_between_calls(void **state)
{
	struct step steps[] = {{ANSWER_GOOD_FIN, NULL, 0}};
	struct scene scene;

	(void)state;
	open_scene(&scene, steps, COUNT(steps), NULL);
	assert_good(send_call(&scene, "refund"));
	usleep(50000); /* let the FIN arrive */
	assert_good(send_call(&scene, "refund"));
	assert_int_equal(server_deliveries(scene.server), 2);
	assert_int_equal(server_connections(scene.server), 2);
	close_scene(&scene);
}

/* A listener whose queue is full drops what knocks next, as a firewall does. */
static void timeout_before_sending(void **state)
{
	struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	int listener = socket(AF_INET, SOCK_STREAM, 0), knocks[8];
	struct pgw_pool *pool = pgw_pool_create(NULL);
	socklen_t length = sizeof(address);
	struct pgw_client *client;
	struct sent sent;
	char uri[64];

	(void)state;
	assert_int_equal(bind(listener, (struct sockaddr *)&address, sizeof(address)), 0);
	assert_int_equal(getsockname(listener, (struct sockaddr *)&address, &length), 0);
	assert_int_equal(listen(listener, 0), 0);
	for (size_t i = 0; i < COUNT(knocks); i++) {
		knocks[i] = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
		connect(knocks[i], (struct sockaddr *)&address, sizeof(address));
	}
	snprintf(uri, sizeof(uri), "http://127.0.0.1:%d/payment/", ntohs(address.sin_port));
	client = client_at(uri, "{'connectTimeout':0.2}");
	sent = send_by(pool, client, "refund");
	assert_error(sent, PGW_ERROR_TIMEOUT, false, true);
	assert_int_equal(sent.error.http_status, 0);
	pgw_client_free(client);
	pgw_pool_free(pool);
	for (size_t i = 0; i < COUNT(knocks); i++) {
		close(knocks[i]);
	}
	close(listener);
}

static void timeout_after_sending(void **state)
{
	struct step steps[] = {
		{ANSWER_NOTHING, NULL, 0},
		{ANSWER_NOTHING, NULL, 0},
		{ANSWER_NOTHING, NULL, 0},
		{ANSWER_RAW, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{", 0},
	};
	struct scene scene;
	struct sent sent;

	(void)state;
	open_scene(&scene, steps, COUNT(steps), "{'timeout':0.3}");
	assert_error(send_call(&scene, "refund"), PGW_ERROR_TIMEOUT, true, false);
	assert_error(send_call(&scene, "refund+id"), PGW_ERROR_TIMEOUT, true, true);
	assert_error(send_call(&scene, "getOrderStatusExtended"), PGW_ERROR_TIMEOUT, false, true);
	sent = send_call(&scene, "refund"); /* an answer begun and not ended is none */
	assert_error(sent, PGW_ERROR_TIMEOUT, true, false);
	assert_int_equal(sent.error.http_status, 200);
	assert_int_equal(server_deliveries(scene.server), 4);
	assert_good(send_call(&scene, "getOrderStatusExtended"));
	close_scene(&scene);
}

/* ---------------------------------------------------------------- proxies */

static void environment_is_ignored(void **state)
{
	static const char *const names[] = {
		"http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"};
	struct scene scene;
	char refusing[64];

	(void)state;
	snprintf(refusing, sizeof(refusing), "http://127.0.0.1:%d/", refusing_port());
	for (size_t i = 0; i < COUNT(names); i++) {
		setenv(names[i], refusing, 1);
	}
	open_scene(&scene, NULL, 0, NULL);
	assert_good(send_call(&scene, "refund"));
	assert_holds(delivery_head(scene.server, 0), "POST /payment/rest/refund.do ");
	close_scene(&scene);
	for (size_t i = 0; i < COUNT(names); i++) {
		unsetenv(names[i]);
	}
}

/* The test's server plays the proxy; NO_PROXY must not lead around the one that was asked for. */
static void proxy_of_the_option_is_used(void **state)
{
	struct server *server = server_start(NULL, 0);
	struct pgw_pool *pool = pgw_pool_create(NULL);
	struct pgw_client *client;
	char uri[64], options[128];

	(void)state;
	setenv("no_proxy", "127.0.0.1", 1);
	setenv("NO_PROXY", "*", 1);
	snprintf(uri, sizeof(uri), "https://127.0.0.1:%d/payment/", refusing_port());
	snprintf(options, sizeof(options), "{'proxy':'http://user:hidden@127.0.0.1:%d'}", server_port(server));
	client = client_at(uri, options);
	assert_int_equal(send_by(pool, client, "refund").error.kind, PGW_ERROR_TLS); /* the server speaks none behind it */
	assert_holds(delivery_head(server, 0), "CONNECT 127.0.0.1:");
	assert_holds(delivery_head(server, 0), "Proxy-Authorization: Basic ");
	assert_int_equal(server_deliveries(server), 1);
	pgw_client_free(client);
	pgw_pool_free(pool);
	server_stop(server);
	unsetenv("no_proxy");
	unsetenv("NO_PROXY");
}

/* ---------------------------------------------------------------- kept connections */

static void connection_is_kept(void **state)
{
	struct pgw_client *token;
	struct scene scene;

	(void)state;
	open_scene(&scene, NULL, 0, NULL);
	for (int i = 0; i < 5; i++) {
		assert_good(send_call(&scene, i % 2 ? "refund" : "getOrderStatusExtended"));
	}
	/* Another account at the same host rides the same connection, and sends its own credentials. */
	token = client_at(server_base_uri(scene.server), "{'timeout':7,'language':'en'}");
	assert_good(send_by(scene.pool, token, "refund"));
	assert_int_equal(server_connections(scene.server), 1);
	pgw_client_free(token);
	close_scene(&scene);
}

/* ---------------------------------------------------------------- how long a connection may rest before a payment */

/* libcurl has a clock of its own: for it nothing has rested, so that only the core's own check is left. */
static int64_t put_forward;

int64_t __real_pgw_now(void);
int64_t __wrap_pgw_now(void);

int64_t __wrap_pgw_now(void)
{
	return __real_pgw_now() + put_forward;
}

static void rest(int seconds)
{
	put_forward += (int64_t)seconds * 1000000;
}

/* A server that closes idle connections would make a needless unknown of a payment. */
static void idle_connection_carries_no_money(void **state)
{
	struct scene scene;

	(void)state;
	open_scene(&scene, NULL, 0, NULL);
	assert_good(send_call(&scene, "getOrderStatusExtended"));
	usleep(4200000);
	assert_good(send_call(&scene, "refund"));
	assert_int_equal(server_connections(scene.server), 2);
	close_scene(&scene);
}

/* A read that is answered after 30 seconds proves that the server keeps the connection so long. */
static void proven_connection_carries_money(void **state)
{
	struct scene scene;

	(void)state;
	open_scene(&scene, NULL, 0, NULL);
	assert_good(send_call(&scene, "getOrderStatusExtended"));
	rest(30);
	assert_good(send_call(&scene, "getOrderStatusExtended"));
	rest(14);
	assert_good(send_call(&scene, "refund"));
	assert_int_equal(server_connections(scene.server), 1);
	rest(17);
	assert_good(send_call(&scene, "refund"));
	assert_int_equal(server_connections(scene.server), 2);
	assert_int_equal(server_deliveries(scene.server), 4);
	close_scene(&scene);
}

#define ANNOUNCED_20 \
	"HTTP/1.1 200 OK\r\nKeep-Alive: timeout=20\r\nContent-Length: 34\r\n\r\n{\"errorCode\":\"0\",\"orderStatus\":2} "

static void announced_rest_carries_money(void **state)
{
	struct step steps[] = {{ANSWER_RAW, ANNOUNCED_20, 0}, {ANSWER_RAW, ANNOUNCED_20, 0}};
	struct scene scene;

	(void)state;
	open_scene(&scene, steps, COUNT(steps), NULL);
	assert_good(send_call(&scene, "getOrderStatusExtended"));
	rest(17);
	assert_good(send_call(&scene, "refund"));
	assert_int_equal(server_connections(scene.server), 1);
	rest(19);
	assert_good(send_call(&scene, "refund"));
	assert_int_equal(server_connections(scene.server), 2);
	close_scene(&scene);
}

static void read_thrice_at_once(struct scene *scene)
{
	enum { AT_ONCE = 3 };
	struct pgw_limits limits = {.reply_bytes = LIMIT};
	struct pgw_response response;
	struct pgw_error error;
	struct pgw_call *calls[AT_ONCE];
	struct built built[AT_ONCE];

	for (size_t i = 0; i < AT_ONCE; i++) {
		build_any(&built[i], scene->client, "getOrderStatusExtended");
		calls[i] = pgw_call_start(scene->pool, &built[i].request, &limits, &error);
		assert_non_null(calls[i]);
	}
	for (size_t i = 0; i < AT_ONCE; i++) {
		while (!pgw_call_is_done(calls[i])) {
			pgw_call_wait(calls[i], 1000);
		}
		assert_true(pgw_call_end(calls[i], &response, &error));
		pgw_response_free(&response);
		built_free(&built[i]);
	}
}

/* Three connections are proven; one ends with a payment on it, and another when libcurl wants to send it again there.
 */
static void bad_end_of_one_is_told_to_the_other(void **state)
{
	struct step steps[] = {[6] = {ANSWER_RST, NULL, 0}};
	struct scene scene;

	(void)state;
	open_scene(&scene, steps, COUNT(steps), NULL);
	read_thrice_at_once(&scene);
	rest(30);
	read_thrice_at_once(&scene);
	assert_int_equal(server_connections(scene.server), 3);
	rest(10);
	assert_error(send_call(&scene, "refund"), PGW_ERROR_TRANSPORT, true, false);
	assert_int_equal(server_connections(scene.server), 3);
	rest(2);
	assert_good(send_call(&scene, "refund"));
	assert_int_equal(server_connections(scene.server), 4);
	close_scene(&scene);
}

/* ---------------------------------------------------------------- the pool */

/* Eight connections are kept; the ninth host's pushes out the one that rested longest. */
static void pool_is_bounded(void **state)
{
	enum { HOSTS = 10, KEPT = 8 };
	struct pgw_pool *pool = pgw_pool_create(NULL);
	struct pgw_client *clients[HOSTS];
	struct server *servers[HOSTS];

	(void)state;
	for (size_t i = 0; i < HOSTS; i++) {
		servers[i] = server_start(NULL, 0);
		clients[i] = client_at(server_base_uri(servers[i]), NULL);
		assert_good(send_by(pool, clients[i], "getOrderStatusExtended"));
		usleep(2000); /* libcurl tells by milliseconds which rested longest */
	}
	assert_int_equal(pgw_pool_show(pool).open, KEPT);
	assert_int_equal(pgw_pool_show(pool).opened, HOSTS);
	for (size_t i = HOSTS; i > HOSTS - KEPT; i--) {
		assert_good(send_by(pool, clients[i - 1], "getOrderStatusExtended"));
	}
	assert_int_equal(pgw_pool_show(pool).opened, HOSTS);
	assert_good(send_by(pool, clients[0], "getOrderStatusExtended"));
	assert_int_equal(server_connections(servers[0]), 2);
	assert_int_equal(pgw_pool_show(pool).requests, HOSTS + KEPT + 1);
	pgw_pool_free(pool);
	for (size_t i = 0; i < HOSTS; i++) {
		pgw_client_free(clients[i]);
		server_stop(servers[i]);
	}
}

/* As many as are asked for at once: none is made twice. */
static void read_at_once(struct scene *scene, struct pgw_call **calls, size_t count)
{
	struct pgw_limits limits = {.reply_bytes = LIMIT};
	struct pgw_response response;
	struct pgw_error error;
	struct built built;

	build_any(&built, scene->client, "getOrderStatusExtended");
	for (size_t i = 0; i < count; i++) {
		calls[i] = pgw_call_start(scene->pool, &built.request, &limits, &error);
		assert_non_null(calls[i]);
	}
	for (size_t i = 0; i < count; i++) {
		while (!pgw_call_is_done(calls[i])) {
			pgw_call_wait(calls[i], 1000);
		}
	}
	assert_int_equal(scene->pool->handles.count, count);
	for (size_t i = 0; i < count; i++) {
		assert_true(pgw_call_end(calls[i], &response, &error));
		pgw_response_free(&response);
	}
	/* The memory of calls is made faster than connections, so less of it is kept. */
	assert_int_equal(scene->pool->spare_count, scene->pool->settings.connections);
	built_free(&built);
}

static void assert_kept(const struct scene *scene, size_t count)
{
	assert_int_equal(scene->pool->handles.count, count);
	assert_int_equal(pgw_pool_show(scene->pool).open, count);
}

/* Handles and connections are there for the next batch, up to 64 of them, until they have rested for five seconds. */
static void batch_leaves_what_it_made(void **state)
{
	enum { AT_ONCE = 70, MOST = 64, KEPT = 8 };
	struct pgw_call *calls[AT_ONCE];
	struct scene scene;

	(void)state;
	open_scene(&scene, NULL, 0, NULL);
	read_at_once(&scene, calls, AT_ONCE);
	assert_kept(&scene, MOST);
	rest(4);
	assert_good(send_call(&scene, "getOrderStatusExtended"));
	assert_kept(&scene, MOST);
	assert_int_equal(server_connections(scene.server), AT_ONCE);
	rest(1);
	assert_good(send_call(&scene, "getOrderStatusExtended"));
	assert_kept(&scene, KEPT);
	assert_int_equal(server_connections(scene.server), AT_ONCE);
	close_scene(&scene);
}

static void trimmed_pool_keeps_no_more(void **state)
{
	enum { AT_ONCE = 20, KEPT = 8 };
	struct pgw_call *calls[AT_ONCE];
	struct scene scene;

	(void)state;
	open_scene(&scene, NULL, 0, NULL);
	read_at_once(&scene, calls, AT_ONCE);
	assert_kept(&scene, AT_ONCE);
	pgw_pool_trim(scene.pool);
	assert_kept(&scene, KEPT);
	assert_good(send_call(&scene, "refund"));
	assert_kept(&scene, KEPT);
	close_scene(&scene);
}

/* ---------------------------------------------------------------- fork */

/* Runs `work` in a child; its result comes by a pipe, since a child under valgrind has an exit status of its own. */
static int in_child(int (*work)(struct scene *scene), struct scene *scene)
{
	int fds[2], status = 0;
	char result = -1;
	pid_t child;

	assert_int_equal(pipe(fds), 0);
	child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		result = (char)work(scene);
		status = write(fds[1], &result, 1) == 1 ? 0 : 1;
		_exit(status);
	}
	close(fds[1]);
	if (read(fds[0], &result, 1) != 1) {
		result = -1;
	}
	close(fds[0]);
	waitpid(child, &status, 0);
	return result;
}

static int call_twice(struct scene *scene)
{
	struct sent first = send_call(scene, "refund"), second = send_call(scene, "getOrderStatusExtended");

	return first.good + second.good;
}

static int free_pool(struct scene *scene)
{
	pgw_pool_free(scene->pool);
	return 1;
}

static void child_leaves_the_connection_alone(void **state)
{
	struct scene scene;

	(void)state;
	open_scene(&scene, NULL, 0, NULL);
	assert_good(send_call(&scene, "refund"));
	assert_int_equal(in_child(call_twice, &scene), 2);
	assert_good(send_call(&scene, "refund"));
	assert_int_equal(server_deliveries(scene.server), 4);
	assert_int_equal(server_connections(scene.server), 2);
	assert_int_equal(delivery_connection(scene.server, 0), 0);
	assert_int_equal(delivery_connection(scene.server, 1), 1);
	assert_int_equal(delivery_connection(scene.server, 2), 1);
	assert_int_equal(delivery_connection(scene.server, 3), 0);
	close_scene(&scene);
}

/* A child that ends without a call frees its pool, as a PHP process does at its end. */
static void child_that_only_ends(void **state)
{
	struct scene scene;

	(void)state;
	open_scene(&scene, NULL, 0, NULL);
	assert_good(send_call(&scene, "refund"));
	assert_int_equal(in_child(free_pool, &scene), 1);
	assert_good(send_call(&scene, "refund"));
	assert_int_equal(server_connections(scene.server), 1);
	close_scene(&scene);
}

/* A fork before the first call gives each its own connection. */
static void fork_before_the_first_call(void **state)
{
	struct scene scene;

	(void)state;
	open_scene(&scene, NULL, 0, NULL);
	assert_int_equal(in_child(call_twice, &scene), 2);
	assert_good(send_call(&scene, "refund"));
	assert_int_equal(server_connections(scene.server), 2);
	close_scene(&scene);
}

static int listen_somewhere(struct sockaddr_in *address)
{
	socklen_t length = sizeof(*address);
	int listener = socket(AF_INET, SOCK_STREAM, 0);

	*address = (struct sockaddr_in){.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	assert_int_equal(bind(listener, (struct sockaddr *)address, length), 0);
	assert_int_equal(listen(listener, 1), 0);
	assert_int_equal(getsockname(listener, (struct sockaddr *)address, &length), 0);
	return listener;
}

static void bind_to(int socket, int local_port)
{
	struct sockaddr_in from = {
		.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK), .sin_port = htons((uint16_t)local_port)};
	int yes = 1;

	setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes));
	assert_int_equal(bind(socket, (struct sockaddr *)&from, sizeof(from)), 0);
}

/* A socket as libcurl gets it, connected from a local port; 0 is any. */
static int connect_from(struct pgw_connections *connections, int *local_port, const struct sockaddr_in *to)
{
	struct curl_sockaddr wanted = {.family = AF_INET, .socktype = SOCK_STREAM, .protocol = IPPROTO_TCP};
	struct sockaddr_in from;
	socklen_t length = sizeof(from);
	int opened = pgw_connections_open(connections, CURLSOCKTYPE_IPCXN, &wanted);

	bind_to(opened, *local_port);
	assert_int_equal(connect(opened, (const struct sockaddr *)to, sizeof(*to)), 0);
	assert_int_equal(getsockname(opened, (struct sockaddr *)&from, &length), 0);
	*local_port = ntohs(from.sin_port);
	return opened;
}

/* Connections to different hosts may have one local port. */
static void local_port_of_two(void **state)
{
	struct pgw_pool *pool = pgw_pool_create(NULL);
	struct pgw_connections *connections = &pool->connections;
	const struct pgw_carriage first = {.key = 1, .payment = true}, second = {.key = 2, .fresh = true, .payment = true};
	struct sockaddr_in one, other;
	int listeners[] = {listen_somewhere(&one), listen_somewhere(&other)}, port = 0, old, fresh;

	(void)state;
	old = connect_from(connections, &port, &one);
	assert_true(pgw_connections_may_carry(connections, port, &first));
	pgw_connections_note_answer(connections, port, first.key, CURL_HTTP_VERSION_1_1, 0);
	rest(10);
	/* What the other has rested is nothing to a connection that was just opened. */
	fresh = connect_from(connections, &port, &other);
	assert_true(pgw_connections_may_carry(connections, port, &second));
	/* Nor has the other answered. */
	pgw_connections_note_answer(connections, port, second.key, CURL_HTTP_VERSION_1_1, 0);
	pgw_connections_close(connections, fresh);
	assert_false(pgw_connections_may_carry(connections, port, &first));
	pgw_connections_close(connections, old);
	close(listeners[0]);
	close(listeners[1]);
	pgw_pool_free(pool);
}

static int next_local_port; /* of connections that are opened now; 0: whichever the kernel takes */

/* In place of the C library's, for everything in this program. */
int socket(int domain, int type, int protocol)
{
	int made = (int)syscall(SYS_socket, domain, type, protocol);

	if (made >= 0 && next_local_port > 0 && domain == AF_INET && (type & ~SOCK_CLOEXEC) == SOCK_STREAM) {
		bind_to(made, next_local_port);
	}
	return made;
}

/* The same by libcurl: the new one is used, although the other waits for a request of other settings. */
static void local_port_again(void **state)
{
	const struct pgw_carriage carriage = {.key = 1};
	struct sockaddr_in other;
	struct scene scene;
	int listener = listen_somewhere(&other), port = 0, old;

	(void)state;
	open_scene(&scene, NULL, 0, NULL);
	old = connect_from(&scene.pool->connections, &port, &other);
	assert_true(pgw_connections_may_carry(&scene.pool->connections, port, &carriage));
	pgw_connections_note_answer(&scene.pool->connections, port, carriage.key, CURL_HTTP_VERSION_1_1, 0);
	next_local_port = port;
	assert_good(send_call(&scene, "refund"));
	next_local_port = 0;
	assert_int_equal(server_connections(scene.server), 1);
	pgw_connections_close(&scene.pool->connections, old);
	close(listener);
	close_scene(&scene);
}

/* More connections than there are lists of ports: each is found, and no other, also when some are gone. */
static void connection_of_many(void **state)
{
	enum { MANY = 300 };
	struct pgw_pool *pool = pgw_pool_create(NULL);
	struct pgw_connections *connections = &pool->connections;
	struct sockaddr_in to;
	int listener = listen_somewhere(&to), ports[MANY] = {0}, sockets[MANY];

	(void)state;
	assert_int_equal(listen(listener, MANY), 0);
	for (size_t i = 0; i < MANY; i++) {
		sockets[i] = connect_from(connections, &ports[i], &to);
		assert_true(pgw_connections_may_carry(connections, ports[i], &(struct pgw_carriage){.key = i + 1}));
	}
	for (size_t i = 0; i < MANY; i += 3) {
		pgw_connections_close(connections, sockets[i]);
	}
	for (size_t i = 0; i < MANY; i++) {
		const struct pgw_carriage own = {.key = i + 1}, others = {.key = MANY + 1};

		assert_true(pgw_connections_may_carry(connections, ports[i], &own) == (i % 3 != 0));
		assert_false(pgw_connections_may_carry(connections, ports[i], &others));
	}
	assert_int_equal(pgw_connections_open_now(connections), MANY - MANY / 3);
	for (size_t i = 0; i < MANY; i++) {
		if (i % 3 != 0) {
			pgw_connections_close(connections, sockets[i]);
		}
	}
	close(listener);
	pgw_pool_free(pool);
}

/* It is remembered, but never when it has changed. */
static void rest_before_payments(void **state)
{
	struct pgw_pool *pool = pgw_pool_create(NULL);
	struct pgw_connections *connections = &pool->connections;
	struct sockaddr_in to;
	int listener = listen_somewhere(&to), ports[] = {0, 0}, sockets[2];

	(void)state;
	assert_int_equal(pgw_connections_payment_age(connections, 1), 0);
	for (size_t i = 0; i < COUNT(ports); i++) {
		sockets[i] = connect_from(connections, &ports[i], &to);
		assert_true(pgw_connections_may_carry(connections, ports[i], &(struct pgw_carriage){.key = 1}));
		assert_int_equal(pgw_connections_payment_age(connections, 1), 3);
		pgw_connections_note_answer(connections, ports[i], 1, CURL_HTTP_VERSION_1_1, 0);
		assert_int_equal(pgw_connections_payment_age(connections, 1), 3);
		assert_int_equal(pgw_connections_payment_age(connections, 2), 0);
	}
	rest(30);
	assert_true(pgw_connections_may_carry(connections, ports[0], &(struct pgw_carriage){.key = 1}));
	assert_int_equal(pgw_connections_payment_age(connections, 1), 3);
	pgw_connections_note_answer(connections, ports[0], 1, CURL_HTTP_VERSION_1_1, 0);
	assert_int_equal(pgw_connections_payment_age(connections, 1), 15);
	pgw_connections_note_bad_end(connections, 1);
	assert_int_equal(pgw_connections_payment_age(connections, 1), 3);
	assert_true(pgw_connections_may_carry(connections, ports[1], &(struct pgw_carriage){.key = 1}));
	pgw_connections_note_answer(connections, ports[1], 1, CURL_HTTP_VERSION_1_1, 40 * INT64_C(1000000));
	assert_int_equal(pgw_connections_payment_age(connections, 1), 38);
	pgw_connections_close(connections, sockets[1]);
	assert_int_equal(pgw_connections_payment_age(connections, 1), 3);
	pgw_connections_close(connections, sockets[0]);
	assert_int_equal(pgw_connections_payment_age(connections, 1), 0);
	close(listener);
	pgw_pool_free(pool);
}

/* libcurl may not know the port: then nothing says that the connection has no other answer on it. */
static void connection_without_a_port(void **state)
{
	static const int unknown[] = {-1, 0};
	struct pgw_pool *pool = pgw_pool_create(NULL);
	const struct pgw_carriage old = {.key = 1, .payment = true}, fresh = {.key = 1, .fresh = true, .payment = true};

	(void)state;
	for (size_t i = 0; i < COUNT(unknown); i++) {
		assert_false(pgw_connections_may_carry(&pool->connections, unknown[i], &old));
		assert_true(pgw_connections_may_carry(&pool->connections, unknown[i], &fresh));
	}
	pgw_pool_free(pool);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lost_read_is_repeated),
		cmocka_unit_test(money_after_many_reads),
		cmocka_unit_test(request_on_the_wire),
		cmocka_unit_test(long_body_arrives_whole),
		cmocka_unit_test(reply_up_to_the_limit),
		cmocka_unit_test(all_that_is_sent_counts),
		cmocka_unit_test(refused_connection),
		cmocka_unit_test(server_gone_between_calls),
		cmocka_unit_test(timeout_before_sending),
		cmocka_unit_test(timeout_after_sending),
		cmocka_unit_test(environment_is_ignored),
		cmocka_unit_test(proxy_of_the_option_is_used),
		cmocka_unit_test(connection_is_kept),
		cmocka_unit_test(pool_is_bounded),
		cmocka_unit_test(batch_leaves_what_it_made),
		cmocka_unit_test(trimmed_pool_keeps_no_more),
		cmocka_unit_test(child_leaves_the_connection_alone),
		cmocka_unit_test(child_that_only_ends),
		cmocka_unit_test(fork_before_the_first_call),
		cmocka_unit_test(idle_connection_carries_no_money),
		cmocka_unit_test(proven_connection_carries_money),
		cmocka_unit_test(announced_rest_carries_money),
		cmocka_unit_test(bad_end_of_one_is_told_to_the_other),
		cmocka_unit_test(local_port_of_two),
		cmocka_unit_test(local_port_again),
		cmocka_unit_test(connection_of_many),
		cmocka_unit_test(rest_before_payments),
		cmocka_unit_test(connection_without_a_port),
	};
	int failed = 0;

	signal(SIGPIPE, SIG_DFL); /* the core must not need it ignored */
	failed += RUN_ROWS("transport: FIN after a read", lost_calls, lost_by_fin_after_a_read);
	failed += RUN_ROWS("transport: RST after a read", lost_calls, lost_by_reset_after_a_read);
	failed += RUN_ROWS("transport: FIN after the same", lost_calls, lost_by_fin_after_the_same);
	failed += RUN_ROWS("transport: RST after the same", lost_calls, lost_by_reset_after_the_same);
	failed += RUN_ROWS("transport: a fresh connection lost", lost_calls, lost_on_a_fresh_connection);
	failed += RUN_ROWS("transport: every row in trouble", troubled_gateways, every_row_in_trouble);
	failed += RUN_ROWS("transport: tempting answers", tempting_answers, tempt_on_a_fresh_connection);
	failed += RUN_ROWS("transport: tempting, kept connection", tempting_answers, tempt_on_a_kept_connection);
	failed += cmocka_run_group_tests_name("transport", tests, NULL, NULL);
	return failed != 0;
}
