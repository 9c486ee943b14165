/*
 * The benchmark server: server [CERTIFICATE KEY]. One thread, canned replies, so that a client is what is measured.
 *
 * POST /BYTES/MILLISECONDS/payment/METHOD is answered with replies.c's reply, BYTES long if it is a status, after
 * MILLISECONDS. The first line on stdout has two ports, of HTTP and of HTTPS (0 without a certificate). At SIGUSR1 it
 * prints how many connections, TLS handshakes and requests there have been. It ends with its stdin.
 */
#define _GNU_SOURCE
#include "replies.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/epoll.h>
#include <time.h>
#include <unistd.h>

enum { MOST_EVENTS = 64, BACKLOG = 1024, CHUNK = 16384, LONGEST_REQUEST = 1 << 20 };

struct connection {
	int socket;
	SSL *tls; /* NULL: plain HTTP */
	bool shaken, sending;
	char *request; /* owned, NUL-terminated */
	size_t length, size;
	const struct reply *reply;
	size_t sent;
	int64_t due;                        /* of the reply, in milliseconds */
	struct connection *earlier, *later; /* among those that wait */
};

struct waiting {
	struct connection *first, *last; /* in the order in which they are due */
};

static int epoll;
static SSL_CTX *tls_context;
static int listeners[2]; /* HTTP, HTTPS */
static struct waiting waiting;
static struct {
	unsigned long connections, handshakes, requests;
} counters;
static volatile sig_atomic_t asked;

static void fail(const char *what)
{
	perror(what);
	exit(1);
}

static int64_t now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

/* ---------------------------------------------------------------- connections */

static void watch(int operation, int socket, uint32_t events, void *context)
{
	struct epoll_event event = {.events = events, .data.ptr = context};

	if (epoll_ctl(epoll, operation, socket, &event) != 0) {
		fail("epoll_ctl");
	}
}

static bool is_waiting(const struct connection *connection)
{
	return connection->earlier || waiting.first == connection;
}

static void stop_waiting(struct connection *connection)
{
	*(connection->earlier ? &connection->earlier->later : &waiting.first) = connection->later;
	*(connection->later ? &connection->later->earlier : &waiting.last) = connection->earlier;
	connection->earlier = connection->later = NULL;
}

static void start_waiting(struct connection *connection)
{
	struct connection *before = waiting.last;

	while (before && before->due > connection->due) {
		before = before->earlier;
	}
	connection->earlier = before;
	connection->later = before ? before->later : waiting.first;
	*(before ? &before->later : &waiting.first) = connection;
	*(connection->later ? &connection->later->earlier : &waiting.last) = connection;
}

static void drop(struct connection *connection)
{
	if (is_waiting(connection)) {
		stop_waiting(connection);
	}
	SSL_free(connection->tls);
	close(connection->socket);
	free(connection->request);
	free(connection);
}

static void accept_connection(int listener)
{
	int socket = accept4(listener, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC), yes = 1;
	struct connection *connection;

	if (socket < 0) {
		return;
	}
	setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof(yes));
	connection = calloc(1, sizeof(*connection));
	connection->socket = socket;
	if (listener == listeners[1]) {
		connection->tls = SSL_new(tls_context);
		SSL_set_fd(connection->tls, socket);
		SSL_set_accept_state(connection->tls);
	}
	counters.connections++;
	watch(EPOLL_CTL_ADD, socket, EPOLLIN, connection);
}

/* ---------------------------------------------------------------- bytes */

/* What read, write and their like said: a count, 0 for "not now", -1 for the end. */
static ssize_t outcome(const struct connection *connection, int result)
{
	int error;

	if (result > 0) {
		return result;
	}
	if (!connection->tls) {
		return result < 0 && errno == EAGAIN ? 0 : -1;
	}
	error = SSL_get_error(connection->tls, result);
	ERR_clear_error();
	return error == SSL_ERROR_WANT_READ || error == SSL_ERROR_WANT_WRITE ? 0 : -1;
}

static ssize_t receive(struct connection *connection, char *to, size_t room)
{
	return outcome(connection,
		connection->tls ? SSL_read(connection->tls, to, (int)room) : (int)read(connection->socket, to, room));
}

static ssize_t transmit(struct connection *connection, const char *at, size_t length)
{
	return outcome(connection, connection->tls ? SSL_write(connection->tls, at, (int)length)
											   : (int)send(connection->socket, at, length, MSG_NOSIGNAL));
}

/* ---------------------------------------------------------------- requests and replies */

/* False when the connection is at its end. */
static bool send_reply(struct connection *connection)
{
	const struct reply *reply = connection->reply;
	ssize_t count;

	while (connection->sent < reply->length) {
		count = transmit(connection, reply->at + connection->sent, reply->length - connection->sent);
		if (count < 0) {
			return false;
		}
		if (count == 0) {
			if (!connection->sending) {
				watch(EPOLL_CTL_MOD, connection->socket, EPOLLOUT, connection);
			}
			connection->sending = true;
			return true;
		}
		connection->sent += (size_t)count;
	}
	if (connection->sending) {
		watch(EPOLL_CTL_MOD, connection->socket, EPOLLIN, connection);
	}
	connection->sending = false;
	connection->reply = NULL;
	return true;
}

static bool is_complete(const struct connection *connection)
{
	const char *end = strstr(connection->request, "\r\n\r\n");
	const char *length = end ? strcasestr(connection->request, "\r\nContent-Length:") : NULL;
	size_t body = length && length < end ? strtoul(length + strlen("\r\nContent-Length:"), NULL, 10) : 0;

	return end && connection->length >= (size_t)(end + strlen("\r\n\r\n") - connection->request) + body;
}

static bool answer(struct connection *connection)
{
	size_t bytes;
	int delay;
	char path[64];

	if (sscanf(connection->request, "POST /%zu/%d/payment/%63[^ ]", &bytes, &delay, path) != 3) {
		return false;
	}
	connection->length = 0;
	connection->sent = 0;
	connection->reply = reply_find(path, bytes);
	if (!connection->reply) {
		return false;
	}
	counters.requests++;
	if (delay == 0) {
		return send_reply(connection);
	}
	connection->due = now() + delay;
	start_waiting(connection);
	return true;
}

static bool read_request(struct connection *connection)
{
	ssize_t count;

	do {
		if (connection->size - connection->length <= CHUNK) {
			connection->size += CHUNK * 2;
			connection->request = realloc(connection->request, connection->size);
		}
		count = receive(connection, connection->request + connection->length, CHUNK);
		if (count < 0 || connection->length > LONGEST_REQUEST) {
			return false;
		}
		connection->length += (size_t)count;
		connection->request[connection->length] = '\0';
	} while (count > 0);
	return connection->length == 0 || connection->reply || !is_complete(connection) || answer(connection);
}

static bool shake_hands(struct connection *connection)
{
	ssize_t result = outcome(connection, SSL_do_handshake(connection->tls));

	if (result > 0) {
		connection->shaken = true;
		counters.handshakes++;
	}
	return result >= 0;
}

static void serve(struct connection *connection)
{
	bool good = !connection->tls || connection->shaken || shake_hands(connection);

	if (good && (!connection->tls || connection->shaken)) {
		good = connection->sending ? send_reply(connection) : read_request(connection);
	}
	if (!good) {
		drop(connection);
	}
}

static void answer_due(void)
{
	int64_t time = waiting.first ? now() : 0;

	while (waiting.first && waiting.first->due <= time) {
		struct connection *connection = waiting.first;

		stop_waiting(connection);
		if (!send_reply(connection)) {
			drop(connection);
		}
	}
}

/* ---------------------------------------------------------------- the program */

static int listen_somewhere(int *port)
{
	struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	socklen_t size = sizeof(address);
	int listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);

	if (listener < 0 || bind(listener, (struct sockaddr *)&address, size) != 0 || listen(listener, BACKLOG) != 0 ||
		getsockname(listener, (struct sockaddr *)&address, &size) != 0) {
		fail("listen");
	}
	*port = ntohs(address.sin_port);
	return listener;
}

static void set_up_tls(const char *certificate, const char *key)
{
	tls_context = SSL_CTX_new(TLS_server_method());
	SSL_CTX_set_mode(tls_context, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
	if (SSL_CTX_use_certificate_chain_file(tls_context, certificate) != 1 ||
		SSL_CTX_use_PrivateKey_file(tls_context, key, SSL_FILETYPE_PEM) != 1) {
		ERR_print_errors_fp(stderr);
		exit(1);
	}
}

static void note_signal(int signal)
{
	(void)signal;
	asked = 1;
}

static void print_counters(void)
{
	asked = 0;
	printf("%lu %lu %lu\n", counters.connections, counters.handshakes, counters.requests);
	fflush(stdout);
}

/* False at the end of stdin. */
static bool take(void *context)
{
	if (context == &listeners[0] || context == &listeners[1]) {
		accept_connection(*(int *)context);
	} else if (context) {
		serve(context);
	}
	return context;
}

static void run(const sigset_t *signals)
{
	struct epoll_event events[MOST_EVENTS];

	for (;;) {
		int64_t wait = waiting.first ? waiting.first->due - now() : -1;
		int count = epoll_pwait(epoll, events, MOST_EVENTS, waiting.first && wait < 0 ? 0 : (int)wait, signals);

		if (asked) {
			print_counters();
		}
		for (int i = 0; i < count; i++) {
			if (!take(events[i].data.ptr)) {
				return;
			}
		}
		answer_due();
	}
}

int main(int count, char **arguments)
{
	struct sigaction action = {.sa_handler = note_signal};
	int ports[2] = {0, 0};
	sigset_t blocked, before;

	signal(SIGPIPE, SIG_IGN);
	sigemptyset(&blocked);
	sigaddset(&blocked, SIGUSR1);
	sigprocmask(SIG_BLOCK, &blocked, &before);
	sigaction(SIGUSR1, &action, NULL);
	epoll = epoll_create1(EPOLL_CLOEXEC);
	watch(EPOLL_CTL_ADD, STDIN_FILENO, EPOLLIN, NULL);
	if (count == 3) {
		set_up_tls(arguments[1], arguments[2]);
	}
	for (int i = 0; i < (count == 3 ? 2 : 1); i++) {
		listeners[i] = listen_somewhere(&ports[i]);
		watch(EPOLL_CTL_ADD, listeners[i], EPOLLIN, &listeners[i]);
	}
	printf("%d %d\n", ports[0], ports[1]);
	fflush(stdout);
	run(&before);
	return 0;
}
