#include "cutting_gateway.h"

#include "cutting_http2.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define BODY "{\"errorCode\":\"0\",\"orderStatus\":2} "

static const char body[] = BODY;
static const char answer[] = "HTTP/1.1 200 OK\r\nContent-Length: 34\r\n\r\n" BODY;

size_t cutting_answer_length(const struct cut *cut)
{
	unsigned char bytes[CUTTING_HTTP2_ANSWER_MAX];

	return cut->frames ? cutting_http2_answer(cut->frames, 3, body, bytes) : strlen(answer);
}

size_t cutting_body_length(void)
{
	return strlen(body);
}

/* ---------------------------------------------------------------- a connection */

bool cut_connection_read(struct cut_connection *connection, size_t most)
{
	size_t room = sizeof(connection->at) - connection->length;
	char *to = connection->at + connection->length;
	ssize_t got;

	most = most < room ? most : room;
	got = connection->ssl ? SSL_read(connection->ssl, to, (int)most) : recv(connection->descriptor, to, most, 0);
	connection->length += got > 0 ? (size_t)got : 0;
	return got > 0;
}

void cut_connection_write(struct cut_connection *connection, const void *bytes, size_t length)
{
	if (length > 0 && connection->ssl) {
		SSL_write(connection->ssl, bytes, (int)length);
	} else if (length > 0) {
		send(connection->descriptor, bytes, length, MSG_NOSIGNAL);
	}
}

size_t cut_connection_begin(struct cut_connection *connection)
{
	struct cutting_gateway *gateway = connection->gateway;
	size_t begun;

	pthread_mutex_lock(&gateway->lock);
	begun = ++gateway->begun;
	pthread_mutex_unlock(&gateway->lock);
	return begun;
}

void cut_connection_deliver(struct cut_connection *connection, size_t length)
{
	struct cutting_gateway *gateway = connection->gateway;

	pthread_mutex_lock(&gateway->lock);
	gateway->delivered++;
	gateway->length = length;
	pthread_mutex_unlock(&gateway->lock);
}

void cut_connection_die(struct cut_connection *connection)
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

/* ---------------------------------------------------------------- HTTP/1.1 */

/* 0 while it is not known. */
static size_t whole_length(const struct cut_connection *connection)
{
	static const char name[] = "\r\nContent-Length:";
	const char *end = memmem(connection->at, connection->length, "\r\n\r\n", 4);
	const char *found = end ? memmem(connection->at, connection->length, name, sizeof(name) - 1) : NULL;

	return found ? (size_t)(end - connection->at) + 4 + strtoul(found + sizeof(name) - 1, NULL, 10) : 0;
}

/* Byte by byte near the end, so that not one byte of the next request is read. False: the connection ended first. */
static bool read_request(struct cut_connection *connection)
{
	size_t whole = 0;

	while (whole == 0 || connection->length < whole) {
		if (!cut_connection_read(connection, whole ? whole - connection->length : 1)) {
			return false;
		}
		whole = whole ? whole : whole_length(connection);
	}
	cut_connection_deliver(connection, whole);
	return true;
}

/* Reads `offset` bytes of it, and ends the connection. */
static void cut_request(struct cut_connection *connection, size_t offset)
{
	while (connection->length < offset && cut_connection_read(connection, offset - connection->length)) {
	}
	cut_connection_die(connection);
}

static bool wait_for_byte(struct cut_connection *connection)
{
	char first;

	return (connection->ssl ? SSL_peek(connection->ssl, &first, 1)
							: recv(connection->descriptor, &first, 1, MSG_PEEK)) > 0;
}

static void serve_http1(struct cut_connection *connection)
{
	const struct cutting_gateway *gateway = connection->gateway;

	while (wait_for_byte(connection)) {
		bool is_cut = cut_connection_begin(connection) == 2;

		connection->length = 0;
		memset(connection->at, 0, sizeof(connection->at));
		if (is_cut && !gateway->cut->in_answer) {
			cut_request(connection, gateway->offset);
			return;
		}
		if (!read_request(connection)) {
			return;
		}
		cut_connection_write(
			connection, answer, is_cut && gateway->offset < strlen(answer) ? gateway->offset : strlen(answer));
		if (is_cut) {
			cut_connection_die(connection);
			return;
		}
	}
}

/* ---------------------------------------------------------------- TLS */

static int choose_protocol(SSL *ssl, const unsigned char **chosen, unsigned char *length, const unsigned char *offered,
	unsigned offered_length, void *unused)
{
	static const unsigned char known[] = "\x02h2\x08http/1.1";

	(void)ssl, (void)unused;
	return SSL_select_next_proto((unsigned char **)chosen, length, known, sizeof(known) - 1, offered, offered_length) ==
				   OPENSSL_NPN_NEGOTIATED
			   ? SSL_TLSEXT_ERR_OK
			   : SSL_TLSEXT_ERR_NOACK;
}

SSL_CTX *cutting_context(X509 *certificate, EVP_PKEY *key, bool http2)
{
	SSL_CTX *context = SSL_CTX_new(TLS_server_method());

	SSL_CTX_use_certificate(context, certificate);
	SSL_CTX_use_PrivateKey(context, key);
	if (http2) {
		SSL_CTX_set_alpn_select_cb(context, choose_protocol, NULL);
	}
	return context;
}

static bool speaks_http2(const struct cut_connection *connection)
{
	const unsigned char *chosen = NULL;
	unsigned length = 0;

	if (connection->ssl) {
		SSL_get0_alpn_selected(connection->ssl, &chosen, &length);
	}
	return length == 2 && memcmp(chosen, "h2", 2) == 0;
}

/* ---------------------------------------------------------------- threads */

static void serve(struct cut_connection *connection)
{
	struct cutting_gateway *gateway = connection->gateway;

	if (speaks_http2(connection)) {
		pthread_mutex_lock(&gateway->lock);
		gateway->by_http2++;
		pthread_mutex_unlock(&gateway->lock);
		cutting_http2_serve(connection, body);
	} else {
		serve_http1(connection);
	}
}

static void *run_connection(void *context)
{
	struct cut_connection *connection = context;
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
	struct cutting_gateway *gateway = context;
	int descriptor;

	while (
		gateway->connections < CUTTING_CONNECTIONS_MAX && (descriptor = accept(gateway->listener, NULL, NULL)) >= 0) {
		struct cut_connection *connection = calloc(1, sizeof(*connection));

		*connection = (struct cut_connection){.gateway = gateway, .descriptor = descriptor};
		if (pthread_create(&gateway->servers[gateway->connections++], NULL, run_connection, connection) != 0) {
			abort();
		}
	}
	return NULL;
}

void cutting_gateway_start(struct cutting_gateway *gateway)
{
	struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	socklen_t length = sizeof(address);

	pthread_mutex_init(&gateway->lock, NULL);
	gateway->listener = socket(AF_INET, SOCK_STREAM, 0);
	if (bind(gateway->listener, (struct sockaddr *)&address, sizeof(address)) != 0 ||
		listen(gateway->listener, CUTTING_CONNECTIONS_MAX) != 0 ||
		getsockname(gateway->listener, (struct sockaddr *)&address, &length) != 0 ||
		pthread_create(&gateway->acceptor, NULL, run_acceptor, gateway) != 0) {
		perror("the test's gateway");
		abort();
	}
	gateway->port = ntohs(address.sin_port);
}

void cutting_gateway_stop(struct cutting_gateway *gateway)
{
	shutdown(gateway->listener, SHUT_RDWR);
	pthread_join(gateway->acceptor, NULL);
	for (size_t i = 0; i < gateway->connections; i++) {
		pthread_join(gateway->servers[i], NULL);
	}
	close(gateway->listener);
	pthread_mutex_destroy(&gateway->lock);
}
