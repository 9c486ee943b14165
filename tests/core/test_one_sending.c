/*
 * Law 1 at every byte: a refund whose connection ends after N bytes of the request, or of the answer, for every N; by
 * the server's close, its crash or a reset; plain and over TLS; on a connection that a read has used before.
 */
#include "fixture.h"
#include "identity.h"

#include "net/libcurl.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <openssl/ssl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <unistd.h>

static const char answer[] = "HTTP/1.1 200 OK\r\nContent-Length: 34\r\n\r\n{\"errorCode\":\"0\",\"orderStatus\":2} ";

enum { ANSWER_LENGTH = sizeof(answer) - 1, REPLY_LENGTH = 34, CONNECTIONS_MAX = 8 };

enum death {
	DEATH_CLOSE, /* TLS: after a close_notify */
	DEATH_CRASH, /* FIN alone; without TLS the same */
	DEATH_RESET
};

struct cut {
	const char *label;
	bool tls, in_answer;
	enum death death;
};

/* ---------------------------------------------------------------- the gateway */

struct gateway {
	int listener, port;
	SSL_CTX *context; /* borrowed; NULL: plain */
	const struct cut *cut;
	size_t offset;
	pthread_t acceptor, servers[CONNECTIONS_MAX];
	size_t connections;
	pthread_mutex_t lock; /* of what follows */
	size_t begun;         /* requests of which a byte came, the read included */
	size_t delivered;     /* that came whole */
	size_t length;        /* of the last of these */
};

struct connection {
	struct gateway *gateway;
	int descriptor;
	SSL *ssl; /* or NULL */
	char at[4096];
	size_t length;
};

static bool read_some(struct connection *connection, size_t most)
{
	char *to = connection->at + connection->length;
	ssize_t got =
		connection->ssl ? SSL_read(connection->ssl, to, (int)most) : recv(connection->descriptor, to, most, 0);

	connection->length += got > 0 ? (size_t)got : 0;
	return got > 0;
}

static void write_answer(struct connection *connection, size_t length)
{
	if (length > 0 && connection->ssl) {
		SSL_write(connection->ssl, answer, (int)length);
	} else if (length > 0) {
		send(connection->descriptor, answer, length, MSG_NOSIGNAL);
	}
}

static void count(struct gateway *gateway, size_t *counted)
{
	pthread_mutex_lock(&gateway->lock);
	++*counted;
	pthread_mutex_unlock(&gateway->lock);
}

/* 0 while it is not known. */
static size_t whole_length(const struct connection *connection)
{
	static const char name[] = "\r\nContent-Length:";
	const char *end = memmem(connection->at, connection->length, "\r\n\r\n", 4);
	const char *found = end ? memmem(connection->at, connection->length, name, sizeof(name) - 1) : NULL;

	return found ? (size_t)(end - connection->at) + 4 + strtoul(found + sizeof(name) - 1, NULL, 10) : 0;
}

/* Byte by byte near the end, so that not one byte of the next request is read. False: the connection ended first. */
static bool read_request(struct connection *connection)
{
	size_t whole = 0;

	connection->length = 0;
	memset(connection->at, 0, sizeof(connection->at));
	while (whole == 0 || connection->length < whole) {
		if (!read_some(connection, whole ? whole - connection->length : 1)) {
			return false;
		}
		if (connection->length == 1) {
			count(connection->gateway, &connection->gateway->begun);
		}
		whole = whole ? whole : whole_length(connection);
	}
	pthread_mutex_lock(&connection->gateway->lock);
	connection->gateway->delivered++;
	connection->gateway->length = whole;
	pthread_mutex_unlock(&connection->gateway->lock);
	return true;
}

static void die(struct connection *connection)
{
	const struct linger linger = {1, 0};
	char rest[4096];

	if (connection->gateway->cut->death == DEATH_RESET) {
		setsockopt(connection->descriptor, SOL_SOCKET, SO_LINGER, &linger, sizeof(linger));
		return;
	}
	if (connection->gateway->cut->death == DEATH_CLOSE && connection->ssl) {
		SSL_shutdown(connection->ssl);
	}
	shutdown(connection->descriptor, SHUT_WR);
	while (recv(connection->descriptor, rest, sizeof(rest), 0) > 0) {
		/* what is left unread would make it a reset */
	}
}

/* Waits for the request, reads `offset` bytes of it, and ends the connection. */
static void cut_request(struct connection *connection, size_t offset)
{
	SSL *ssl = connection->ssl;
	char first;

	if ((ssl ? SSL_peek(ssl, &first, 1) : recv(connection->descriptor, &first, 1, MSG_PEEK)) <= 0) {
		return;
	}
	count(connection->gateway, &connection->gateway->begun);
	connection->length = 0;
	while (connection->length < offset && read_some(connection, offset - connection->length)) {
	}
	die(connection);
}

/* The first request, wherever it comes, is the read and goes well; the second is the one that is cut; all others go
 * well. */
static void serve(struct connection *connection)
{
	struct gateway *gateway = connection->gateway;

	for (;;) {
		bool is_second;

		pthread_mutex_lock(&gateway->lock);
		is_second = gateway->begun == 1;
		pthread_mutex_unlock(&gateway->lock);
		if (is_second && !gateway->cut->in_answer) {
			cut_request(connection, gateway->offset);
			return;
		}
		if (!read_request(connection)) {
			return;
		}
		write_answer(connection, is_second ? gateway->offset : ANSWER_LENGTH);
		if (is_second) {
			die(connection);
			return;
		}
	}
}

static void *run_connection(void *context)
{
	struct connection *connection = context;
	SSL_CTX *tls = connection->gateway->context;
	int yes = 1;

	/* Otherwise an answer waits 40 ms until the tickets of TLS are acknowledged. */
	setsockopt(connection->descriptor, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof(yes));
	connection->ssl = tls ? SSL_new(tls) : NULL;
	if (!tls || (SSL_set_fd(connection->ssl, connection->descriptor) == 1 && SSL_accept(connection->ssl) == 1)) {
		serve(connection);
	}
	SSL_free(connection->ssl);
	close(connection->descriptor);
	free(connection);
	return NULL;
}

static void *run_acceptor(void *context)
{
	struct gateway *gateway = context;
	int descriptor;

	while (gateway->connections < CONNECTIONS_MAX && (descriptor = accept(gateway->listener, NULL, NULL)) >= 0) {
		struct connection *connection = calloc(1, sizeof(*connection));

		*connection = (struct connection){.gateway = gateway, .descriptor = descriptor};
		if (pthread_create(&gateway->servers[gateway->connections++], NULL, run_connection, connection) != 0) {
			abort();
		}
	}
	return NULL;
}

static void start(struct gateway *gateway)
{
	struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	socklen_t length = sizeof(address);

	pthread_mutex_init(&gateway->lock, NULL);
	gateway->listener = socket(AF_INET, SOCK_STREAM, 0);
	assert_int_equal(bind(gateway->listener, (struct sockaddr *)&address, sizeof(address)), 0);
	assert_int_equal(listen(gateway->listener, CONNECTIONS_MAX), 0);
	assert_int_equal(getsockname(gateway->listener, (struct sockaddr *)&address, &length), 0);
	gateway->port = ntohs(address.sin_port);
	assert_int_equal(pthread_create(&gateway->acceptor, NULL, run_acceptor, gateway), 0);
}

/* After the client has closed its connections. */
static void stop_gateway(struct gateway *gateway)
{
	shutdown(gateway->listener, SHUT_RDWR);
	pthread_join(gateway->acceptor, NULL);
	for (size_t i = 0; i < gateway->connections; i++) {
		pthread_join(gateway->servers[i], NULL);
	}
	close(gateway->listener);
	pthread_mutex_destroy(&gateway->lock);
}

/* ---------------------------------------------------------------- the client */

static char ca_file[] = "/tmp/pgw-one-sending-XXXXXX";
static struct identity authority, server;
static SSL_CTX *context;

/* An answer that lost its end is no good one: the judge, who has tests of his own, finds it unknown. */
static bool send_call(struct pgw_pool *pool, const struct pgw_client *client, const char *call, struct pgw_error *error)
{
	struct pgw_limits limits = {.reply_bytes = 65536};
	struct pgw_response response;
	struct built built;
	bool good = false;

	build_any(&built, client, call);
	if (pgw_send(pool, &built.request, &limits, &response, error)) {
		good = response.http_status == 200 && response.body.length == REPLY_LENGTH;
		error->outcome_unknown = !good;
		pgw_response_free(&response);
	}
	built_free(&built);
	return good;
}

/* A read, then a refund. What came of the refund, and, in the gateway, what it saw of both. */
static bool refund(struct gateway *gateway, struct pgw_error *error)
{
	struct pgw_pool *pool = pgw_pool_create(NULL);
	struct pgw_client *client;
	char uri[64], options[128];
	bool good;

	start(gateway);
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
	stop_gateway(gateway);
	return good;
}

/* ---------------------------------------------------------------- the tests */

static size_t length_of_request(const struct cut *cut)
{
	struct gateway gateway = {.context = cut->tls ? context : NULL,
		.cut = &(struct cut){.tls = cut->tls, .in_answer = true},
		.offset = ANSWER_LENGTH};
	struct pgw_error error = {0};

	assert_true(refund(&gateway, &error));
	assert_int_equal(gateway.delivered, 2);
	assert_int_equal(gateway.connections, PGW_ASKED_BEFORE_SENDING ? 1 : 2); /* libcurl repeats on reused ones */
	return gateway.length;
}

static void cut_at(const struct cut *cut, size_t offset)
{
	struct gateway gateway = {.context = cut->tls ? context : NULL, .cut = cut, .offset = offset};
	struct pgw_error error = {0};
	bool good = refund(&gateway, &error), answered = cut->in_answer && offset == ANSWER_LENGTH;
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
	size_t request_length = length_of_request(cut), length = cut->in_answer ? ANSWER_LENGTH : request_length;

	for (size_t offset = 0; offset <= length; offset++) {
		cut_at(cut, offset);
	}
}

static const struct cut cuts[] = {
	{"request, FIN", false, false, DEATH_CRASH},
	{"request, RST", false, false, DEATH_RESET},
	{"answer, FIN", false, true, DEATH_CRASH},
	{"answer, RST", false, true, DEATH_RESET},
	{"request, TLS, close", true, false, DEATH_CLOSE},
	{"request, TLS, crash", true, false, DEATH_CRASH},
	{"request, TLS, RST", true, false, DEATH_RESET},
	{"answer, TLS, close", true, true, DEATH_CLOSE},
	{"answer, TLS, crash", true, true, DEATH_CRASH},
	{"answer, TLS, RST", true, true, DEATH_RESET},
};

static void prepare_tls(void)
{
	close(mkstemp(ca_file));
	authority = identity_make("The bank's authority", NULL);
	server = identity_make("127.0.0.1", &authority);
	identity_save(ca_file, &authority);
	context = SSL_CTX_new(TLS_server_method());
	SSL_CTX_use_certificate(context, server.certificate);
	SSL_CTX_use_PrivateKey(context, server.key);
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
	SSL_CTX_free(context);
	identity_free(&server);
	identity_free(&authority);
	unlink(ca_file);
	pgw_pool_free(initialised);
	return failed;
}
