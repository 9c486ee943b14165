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

static bool add_connection(struct pgw_connections *connections, curl_socket_t socket)
{
	if (connections->count == connections->room) {
		size_t room = connections->room ? connections->room * 2 : 8;
		struct pgw_connection *at = realloc(connections->at, room * sizeof(*at));

		if (!at) {
			return false;
		}
		connections->at = at;
		connections->room = room;
	}
	connections->at[connections->count++] = (struct pgw_connection){.socket = socket};
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

int pgw_connections_close(void *context, curl_socket_t socket)
{
	struct pgw_connections *connections = context;

	for (size_t i = 0; i < connections->count; i++) {
		if (connections->at[i].socket == socket) {
			connections->count--;
			memmove(&connections->at[i], &connections->at[i + 1], (connections->count - i) * sizeof(*connections->at));
			break;
		}
	}
	return close(socket);
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

static bool has_local_port(struct pgw_connection *connection, int local_port)
{
	if (connection->local_port == 0) {
		connection->local_port = local_port_of(connection->socket);
	}
	return connection->local_port == local_port;
}

/* HTTP/2 identifies the request that an answer belongs to, and its connections may have data at any time. */
void pgw_connections_note_answer(
	struct pgw_connections *connections, int local_port, uint64_t key, long http_version, int64_t announced)
{
	connections->last_key = key;
	for (size_t i = 0; i < connections->count; i++) {
		struct pgw_connection *connection = &connections->at[i];

		/* What has answered and was not asked since is another one with the same local port. */
		if (has_local_port(connection, local_port) && !connection->answered) {
			connection->answered = http_version < CURL_HTTP_VERSION_2_0;
			connection->key = key;
			pgw_rest_begin(&connection->rest, pgw_now(), announced);
		}
	}
}

void pgw_connections_note_bad_end(struct pgw_connections *connections, uint64_t key)
{
	for (size_t i = 0; i < connections->count; i++) {
		if (connections->at[i].key == key) {
			pgw_rest_forget(&connections->at[i].rest);
		}
	}
}

long pgw_connections_payment_age(const struct pgw_connections *connections, uint64_t key)
{
	long longest = 0;

	for (size_t i = 0; i < connections->count; i++) {
		const struct pgw_connection *connection = &connections->at[i];
		long limit = connection->key == key ? pgw_rest_limit(&connection->rest, connections->settings) : 0;

		longest = limit > longest ? limit : longest;
	}
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

	/* Connections to different addresses may have the same local port; then all of them must be usable. */
	for (size_t i = 0; i < connections->count; i++) {
		struct pgw_connection *connection = &connections->at[i];

		/* The one that was just opened has carried nothing. */
		if (!has_local_port(connection, local_port) || (carriage->fresh && connection->key)) {
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
		connection->key = connection->key ? connection->key : key;
	}
	return true;
}

size_t pgw_connections_open_now(const struct pgw_connections *connections)
{
	size_t open = 0;

	for (size_t i = 0; i < connections->count; i++) {
		open += !connections->at[i].shut_down;
	}
	return open;
}

/*
 * libcurl closes only one superfluous connection for each call that ends. To reuse one it takes the first that it
 * opened to the host, and since 8.22 it does not look whether that one is dead if it was used within the last second:
 * so the last opened are superfluous.
 */
bool pgw_connections_limit(struct pgw_connections *connections, size_t kept)
{
	size_t open;

	if (connections->count <= kept) {
		return true;
	}
	open = pgw_connections_open_now(connections);
	for (int of_last_key = 0; of_last_key <= 1; of_last_key++) {
		for (size_t i = connections->count; open > kept && i-- > 0;) {
			struct pgw_connection *connection = &connections->at[i];

			if (!connection->shut_down && (connection->key == connections->last_key) == of_last_key) {
				shut_down(connection);
				open--;
			}
		}
	}
	return false;
}

void pgw_connections_abandon(struct pgw_connections *connections)
{
	connections->count = 0;
}

void pgw_connections_free(struct pgw_connections *connections)
{
	free(connections->at);
	*connections = (struct pgw_connections){.opened = connections->opened};
}
