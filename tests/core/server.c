#include "server.h"

#include <arpa/inet.h>
#include <poll.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <unistd.h>

enum { CONNECTIONS_MAX = 128, DELIVERIES_MAX = 256, BUFFER_MAX = 4 << 20 };

struct connection {
	int fd;   /* -1: closed */
	char *at; /* what was read and not yet answered */
	size_t length;
};

struct delivery {
	int connection;
	char *head, *body;
};

struct server {
	pthread_t thread;
	pthread_mutex_t lock; /* of the counts and the deliveries */
	int listener, stop[2], port;
	char base_uri[64];
	const struct step *steps;
	size_t step_count;
	struct connection connections[CONNECTIONS_MAX];
	size_t connection_count;
	struct delivery deliveries[DELIVERIES_MAX];
	size_t delivery_count;
};

static void write_all(int fd, const char *at, size_t length)
{
	while (length > 0) {
		ssize_t written = send(fd, at, length, MSG_NOSIGNAL);

		if (written <= 0) {
			return;
		}
		at += written;
		length -= (size_t)written;
	}
}

static void close_connection(struct connection *connection, bool reset)
{
	struct linger linger = {1, 0};

	if (reset) {
		setsockopt(connection->fd, SOL_SOCKET, SO_LINGER, &linger, sizeof(linger));
	}
	close(connection->fd);
	connection->fd = -1;
}

static void answer_json(int fd, const char *json, size_t padding)
{
	char head[128];
	char *spaces = calloc(1, padding + 1);

	memset(spaces, ' ', padding);
	snprintf(head, sizeof(head), "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %zu\r\n\r\n",
		strlen(json) + padding);
	write_all(fd, head, strlen(head));
	write_all(fd, json, strlen(json));
	write_all(fd, spaces, padding);
	free(spaces);
}

static void answer(struct connection *connection, const struct step *step)
{
	static const char good[] =
		"{\"errorCode\":\"0\",\"orderId\":\"id-1\",\"formUrl\":\"https://pay.example/\",\"orderStatus\":2}";

	switch (step->answer) {
		case ANSWER_GOOD:
		case ANSWER_GOOD_FIN:
			answer_json(connection->fd, good, 0);
			break;
		case ANSWER_PADDED:
			answer_json(connection->fd, "{\"errorCode\":0}", step->size - strlen("{\"errorCode\":0}"));
			break;
		case ANSWER_RAW:
		case ANSWER_RAW_FIN:
			write_all(connection->fd, step->text, strlen(step->text));
			break;
		default:
			break;
	}
	if (step->answer == ANSWER_FIN || step->answer == ANSWER_RST || step->answer == ANSWER_RAW_FIN ||
		step->answer == ANSWER_GOOD_FIN) {
		close_connection(connection, step->answer == ANSWER_RST);
	}
}

static size_t content_length(const char *head)
{
	static const char name[] = "\r\nContent-Length:";
	const char *found = strcasestr(head, name);

	return found ? strtoul(found + sizeof(name) - 1, NULL, 10) : 0;
}

static void note_delivery(struct server *server, int connection, const char *head, const char *body, size_t length)
{
	struct delivery *delivery = &server->deliveries[server->delivery_count];

	delivery->connection = connection;
	delivery->head = strdup(head);
	delivery->body = strndup(body, length);
	server->delivery_count++;
}

/* Answers the request at the front of the buffer, when it is there as a whole. */
static bool take_request(struct server *server, int number)
{
	static const struct step good = {ANSWER_GOOD, NULL, 0};
	struct connection *connection = &server->connections[number];
	char *end = connection->length ? strstr(connection->at, "\r\n\r\n") : NULL;
	size_t at, body, whole;

	if (!end) {
		return false;
	}
	*end = '\0';
	body = content_length(connection->at);
	whole = (size_t)(end - connection->at) + 4 + body;
	if (connection->length < whole) {
		*end = '\r';
		return false;
	}
	pthread_mutex_lock(&server->lock);
	at = server->delivery_count;
	if (at < DELIVERIES_MAX) {
		note_delivery(server, number, connection->at, end + 4, body);
	}
	pthread_mutex_unlock(&server->lock);
	connection->length -= whole;
	memmove(connection->at, connection->at + whole, connection->length + 1);
	answer(connection, at < server->step_count ? &server->steps[at] : &good);
	return connection->fd >= 0;
}

static void read_more(struct server *server, int number)
{
	struct connection *connection = &server->connections[number];
	ssize_t got = recv(connection->fd, connection->at + connection->length, BUFFER_MAX - connection->length - 1, 0);

	if (got <= 0) {
		close_connection(connection, false);
		return;
	}
	connection->length += (size_t)got;
	connection->at[connection->length] = '\0';
	while (take_request(server, number)) {
	}
}

static void accept_one(struct server *server)
{
	int fd = accept(server->listener, NULL, NULL);

	if (fd < 0 || server->connection_count == CONNECTIONS_MAX) {
		close(fd);
		return;
	}
	pthread_mutex_lock(&server->lock);
	server->connections[server->connection_count++] = (struct connection){.fd = fd, .at = calloc(1, BUFFER_MAX)};
	pthread_mutex_unlock(&server->lock);
}

static void *serve(void *context)
{
	struct server *server = context;
	struct pollfd polled[CONNECTIONS_MAX + 2];

	for (;;) {
		size_t count = server->connection_count;

		polled[0] = (struct pollfd){.fd = server->stop[0], .events = POLLIN};
		polled[1] = (struct pollfd){.fd = server->listener, .events = POLLIN};
		for (size_t i = 0; i < count; i++) {
			polled[i + 2] = (struct pollfd){.fd = server->connections[i].fd, .events = POLLIN};
		}
		if (poll(polled, count + 2, -1) < 0 || polled[0].revents) {
			return NULL;
		}
		for (size_t i = 0; i < count; i++) {
			if (polled[i + 2].revents) {
				read_more(server, (int)i);
			}
		}
		if (polled[1].revents) {
			accept_one(server);
		}
	}
}

static int bound_socket(int *port)
{
	struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	socklen_t length = sizeof(address);
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

	if (fd < 0 || bind(fd, (struct sockaddr *)&address, sizeof(address)) != 0 ||
		getsockname(fd, (struct sockaddr *)&address, &length) != 0) {
		perror("the test's server");
		abort();
	}
	*port = ntohs(address.sin_port);
	return fd;
}

struct server *server_start(const struct step *steps, size_t count)
{
	struct server *server = calloc(1, sizeof(*server));

	server->steps = steps;
	server->step_count = count;
	server->listener = bound_socket(&server->port);
	snprintf(server->base_uri, sizeof(server->base_uri), "http://127.0.0.1:%d/payment/", server->port);
	pthread_mutex_init(&server->lock, NULL);
	if (listen(server->listener, CONNECTIONS_MAX) != 0 || pipe(server->stop) != 0 ||
		pthread_create(&server->thread, NULL, serve, server) != 0) {
		perror("the test's server");
		abort();
	}
	return server;
}

void server_stop(struct server *server)
{
	close(server->stop[1]); /* the thread's poll sees the hang-up */
	pthread_join(server->thread, NULL);
	close(server->stop[0]);
	close(server->listener);
	for (size_t i = 0; i < server->connection_count; i++) {
		if (server->connections[i].fd >= 0) {
			close(server->connections[i].fd);
		}
		free(server->connections[i].at);
	}
	for (size_t i = 0; i < server->delivery_count; i++) {
		free(server->deliveries[i].head);
		free(server->deliveries[i].body);
	}
	pthread_mutex_destroy(&server->lock);
	free(server);
}

const char *server_base_uri(const struct server *server)
{
	return server->base_uri;
}

int server_port(const struct server *server)
{
	return server->port;
}

size_t server_connections(struct server *server)
{
	size_t count;

	pthread_mutex_lock(&server->lock);
	count = server->connection_count;
	pthread_mutex_unlock(&server->lock);
	return count;
}

size_t server_deliveries(struct server *server)
{
	size_t count;

	pthread_mutex_lock(&server->lock);
	count = server->delivery_count;
	pthread_mutex_unlock(&server->lock);
	return count;
}

/* The thread may be reading just now, so this is for a test that has its answer already. */
size_t server_unfinished(struct server *server)
{
	size_t count = 0;

	for (size_t i = 0; i < server_connections(server); i++) {
		count += server->connections[i].length > 0;
	}
	return count;
}

static const struct delivery *delivery_at(struct server *server, size_t at)
{
	const struct delivery *delivery;

	pthread_mutex_lock(&server->lock);
	if (at >= server->delivery_count) {
		fprintf(stderr, "no delivery %zu\n", at);
		abort();
	}
	delivery = &server->deliveries[at];
	pthread_mutex_unlock(&server->lock);
	return delivery;
}

int delivery_connection(struct server *server, size_t at)
{
	return delivery_at(server, at)->connection;
}

const char *delivery_head(struct server *server, size_t at)
{
	return delivery_at(server, at)->head;
}

const char *delivery_body(struct server *server, size_t at)
{
	return delivery_at(server, at)->body;
}

/* The socket stays bound until the program ends, so that no other process can listen there. */
int refusing_port(void)
{
	int port;

	bound_socket(&port);
	return port;
}
