/* The sockets that libcurl opens: counting them, checking them before reuse, closing superfluous ones. */
#include "connections.h"

#include "process.h"

#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static bool make_room(struct pgw_connections *connections)
{
	size_t room = connections->room ? connections->room * 2 : 8;
	struct pgw_connection **at;

	if (connections->count < connections->room) {
		return true;
	}
	at = realloc(connections->at, room * sizeof(struct pgw_connection *));
	if (!at) {
		return false;
	}
	connections->at = at;
	connections->room = room;
	return true;
}

static bool add_connection(struct pgw_connections *connections, curl_socket_t socket)
{
	struct pgw_connection *connection = make_room(connections) ? calloc(1, sizeof(*connection)) : NULL;

	if (!connection) {
		return false;
	}
	connection->socket = socket;
	connection->next = connections->unbound;
	connections->unbound = connection;
	connections->at[connections->count++] = connection;
	connections->opened++;
	return true;
}

curl_socket_t pgw_connections_open(void *context, curlsocktype purpose, struct curl_sockaddr *address)
{
	curl_socket_t opened;
	int type = address->socktype;

	(void)purpose;
#ifdef SOCK_CLOEXEC
	type |= SOCK_CLOEXEC; /* child processes of the shop must not inherit it */
#endif
	opened = socket(address->family, type, address->protocol);
#ifndef SOCK_CLOEXEC
	if (opened != CURL_SOCKET_BAD) {
		fcntl(opened, F_SETFD, FD_CLOEXEC);
	}
#endif
	if (opened != CURL_SOCKET_BAD && !add_connection(context, opened)) {
		close(opened);
		opened = CURL_SOCKET_BAD;
	}
	return opened;
}

/* ---------------------------------------------------------------- looking up by local port */

static struct pgw_connection **list_of(struct pgw_connections *connections, int local_port)
{
	return local_port > 0 ? &connections->by_port[local_port % PGW_PORT_LISTS] : &connections->unbound;
}

static void remove_from_list(struct pgw_connections *connections, const struct pgw_connection *connection)
{
	struct pgw_connection **at = list_of(connections, connection->local_port);

	while (*at != connection) {
		at = &(*at)->next;
	}
	*at = connection->next;
}

static int local_port_of(curl_socket_t socket)
{
	struct sockaddr_storage address;
	socklen_t length = sizeof(address);

	if (getsockname(socket, (struct sockaddr *)&address, &length) != 0) {
		return 0;
	}
	if (address.ss_family == AF_INET6) {
		return ntohs(((struct sockaddr_in6 *)&address)->sin6_port);
	}
	return address.ss_family == AF_INET ? ntohs(((struct sockaddr_in *)&address)->sin_port) : 0;
}

/* libcurl tells of a socket before it has a port. */
static void look_up_ports(struct pgw_connections *connections)
{
	struct pgw_connection **at = &connections->unbound;

	while (*at) {
		struct pgw_connection *connection = *at, **list;

		connection->local_port = local_port_of(connection->socket);
		if (connection->local_port == 0) {
			at = &connection->next;
			continue;
		}
		*at = connection->next;
		list = list_of(connections, connection->local_port);
		connection->next = *list;
		*list = connection;
	}
}

/* The first connection with this local port, or NULL. Connections to different addresses may have the same. */
static struct pgw_connection *first_with_port(struct pgw_connections *connections, int local_port)
{
	struct pgw_connection *connection;

	look_up_ports(connections);
	connection = *list_of(connections, local_port);
	while (connection && connection->local_port != local_port) {
		connection = connection->next;
	}
	return connection;
}

static struct pgw_connection *next_with_port(const struct pgw_connection *connection)
{
	struct pgw_connection *next = connection->next;

	while (next && next->local_port != connection->local_port) {
		next = next->next;
	}
	return next;
}

int pgw_connections_close(void *context, curl_socket_t socket)
{
	struct pgw_connections *connections = context;

	for (size_t i = 0; i < connections->count; i++) {
		struct pgw_connection *connection = connections->at[i];

		if (connection->socket == socket) {
			connections->count--;
			connections->aged_key = 0;
			memmove(&connections->at[i], &connections->at[i + 1], (connections->count - i) * sizeof(connection));
			remove_from_list(connections, connection);
			free(connection);
			break;
		}
	}
	return close(socket);
}

/* ---------------------------------------------------------------- what is known of them */

static long payment_limit(const struct pgw_connections *connections, const struct pgw_connection *connection)
{
	return pgw_rest_limit(&connection->rest, connections->settings);
}

/* HTTP/2 identifies the request that an answer belongs to, and its connections may have data at any time. */
void pgw_connections_note_answer(
	struct pgw_connections *connections, int local_port, uint64_t key, long http_version, int64_t announced)
{
	connections->last_key = key;
	for (struct pgw_connection *connection = first_with_port(connections, local_port); connection;
		 connection = next_with_port(connection)) {
		/* What has answered and was not asked since is another one with the same local port. */
		if (!connection->answered) {
			long limit = payment_limit(connections, connection);
			bool same_key = connection->key == key;

			connection->answered = http_version < CURL_HTTP_VERSION_2_0;
			connection->key = key;
			pgw_rest_begin(&connection->rest, pgw_now(), announced);
			if (!same_key || payment_limit(connections, connection) != limit) {
				connections->aged_key = 0;
			}
		}
	}
}

void pgw_connections_note_bad_end(struct pgw_connections *connections, uint64_t key)
{
	connections->aged_key = 0;
	for (size_t i = 0; i < connections->count; i++) {
		if (connections->at[i]->key == key) {
			pgw_rest_forget(&connections->at[i]->rest);
		}
	}
}

bool pgw_connections_know(const struct pgw_connections *connections, uint64_t key)
{
	for (size_t i = 0; i < connections->count; i++) {
		if (connections->at[i]->key == key && !connections->at[i]->shut_down) {
			return true;
		}
	}
	return false;
}

/* Each payment asks, and a limit seldom changes. */
long pgw_connections_payment_age(struct pgw_connections *connections, uint64_t key)
{
	long longest = 0;

	if (connections->aged_key == key) {
		return connections->payment_age;
	}
	for (size_t i = 0; i < connections->count; i++) {
		const struct pgw_connection *connection = connections->at[i];
		long limit = connection->key == key ? payment_limit(connections, connection) : 0;

		longest = limit > longest ? limit : longest;
	}
	connections->aged_key = key;
	connections->payment_age = longest;
	return longest;
}

static void shut_down(struct pgw_connection *connection)
{
	connection->shut_down = true;
	shutdown(connection->socket, SHUT_RDWR);
}

static bool is_silent(const struct pgw_connection *connection)
{
	struct pollfd watched = {.fd = connection->socket, .events = POLLIN};

	return !connection->shut_down && (!connection->answered || poll(&watched, 1, 0) == 0);
}

bool pgw_connections_may_carry(struct pgw_connections *connections, int local_port, const struct pgw_carriage *carriage)
{
	uint64_t key = carriage->key;
	bool known = carriage->fresh; /* of one that cannot be found nothing can be said, unless it is new */

	/* All that have this local port must be usable. */
	for (struct pgw_connection *connection = first_with_port(connections, local_port); connection;
		 connection = next_with_port(connection)) {
		known = true;
		/* The one that was just opened has carried nothing. */
		if (carriage->fresh && connection->key) {
			continue;
		}
		if (!is_silent(connection)) {
			shut_down(connection);
			return false;
		}
		if (connection->key && connection->key != key) {
			return false;
		}
		if (!pgw_rest_end(&connection->rest, pgw_now(), connections->settings, carriage->payment)) {
			return false;
		}
		connection->answered = false;
		if (!connection->key) {
			connection->key = key;
			connections->aged_key = 0;
		}
	}
	return known;
}

size_t pgw_connections_open_now(const struct pgw_connections *connections)
{
	size_t open = 0;

	for (size_t i = 0; i < connections->count; i++) {
		open += !connections->at[i]->shut_down;
	}
	return open;
}

/* Long enough for a script that calls in chunks to begin the next one. */
enum { SPARE_REST = 5 * 1000000 };

static bool has_rested(const struct pgw_connection *connection, int64_t now)
{
	return now - connection->rest.since >= SPARE_REST;
}

/*
 * libcurl closes only one superfluous connection for each call that ends. To reuse one it takes the first that it
 * opened to the host, and since 8.22 it does not look whether that one is dead if it was used within the last second:
 * so the last opened are superfluous.
 */
bool pgw_connections_limit(struct pgw_connections *connections, size_t kept, size_t most)
{
	int64_t now;
	size_t open;

	if (connections->count <= kept) {
		return true;
	}
	now = pgw_now();
	open = pgw_connections_open_now(connections);
	for (int of_last_key = 0; of_last_key <= 1; of_last_key++) {
		for (size_t i = connections->count; open > kept && i-- > 0;) {
			struct pgw_connection *connection = connections->at[i];

			if (!connection->shut_down && (connection->key == connections->last_key) == of_last_key &&
				(open > most || has_rested(connection, now))) {
				shut_down(connection);
				open--;
			}
		}
	}
	return false;
}

void pgw_connections_abandon(struct pgw_connections *connections)
{
	for (size_t i = 0; i < connections->count; i++) {
		free(connections->at[i]);
	}
	connections->count = 0;
	connections->aged_key = 0;
	connections->unbound = NULL;
	memset(connections->by_port, 0, sizeof(connections->by_port));
}

void pgw_connections_free(struct pgw_connections *connections)
{
	pgw_connections_abandon(connections);
	free(connections->at);
	*connections = (struct pgw_connections){.opened = connections->opened};
}
