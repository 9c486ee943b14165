/* What the kernel and the server cost alone: one plain socket, the bytes that libcurl would send, no look at the reply.
 */
#define _GNU_SOURCE
#include "../client.h"

#include <netdb.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static int connection;
static char request[1024], reply[LARGEST_REPLY];
static size_t request_length;

static void connect_to(const char *host, const char *port)
{
	struct addrinfo wanted = {.ai_socktype = SOCK_STREAM}, *address;
	int yes = 1;

	if (getaddrinfo(host, port, &wanted, &address) != 0) {
		client_fail("socket: no such address");
	}
	connection = socket(address->ai_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
	if (connect(connection, address->ai_addr, address->ai_addrlen) != 0) {
		client_fail("socket: no connection");
	}
	setsockopt(connection, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof(yes));
	freeaddrinfo(address);
}

bool socket_open(const char *name, const char *base, const struct plan *plan)
{
	char host[64], port[6], path[64];
	const struct request *call = &plan->requests[0];

	(void)name;
	if (plan->at_once > 1 || sscanf(base, "http://%63[^:]:%5[0-9]%63s", host, port, path) != 3) {
		return false;
	}
	request_length = (size_t)snprintf(request, sizeof(request),
		"POST %s%s HTTP/1.1\r\nHost: %s:%s\r\nAccept: application/json\r\nContent-Length: %zu\r\n"
		"Content-Type: application/x-www-form-urlencoded\r\n\r\n%s",
		path, call->path, host, port, strlen(call->body), call->body);
	connect_to(host, port);
	return true;
}

static bool is_whole(size_t length)
{
	const char *end = memmem(reply, length, "\r\n\r\n", 4);
	const char *header = end ? strstr(reply, "\r\nContent-Length: ") : NULL;

	return header && length >= (size_t)(end + 4 - reply) + strtoul(header + strlen("\r\nContent-Length: "), NULL, 10);
}

void socket_call(size_t calls)
{
	while (calls--) {
		size_t length = 0;

		if (write(connection, request, request_length) != (ssize_t)request_length) {
			client_fail("socket: not sent");
		}
		do {
			ssize_t count = read(connection, reply + length, sizeof(reply) - 1 - length);

			if (count <= 0) {
				client_fail("socket: no reply");
			}
			length += (size_t)count;
			reply[length] = '\0';
		} while (!is_whole(length));
	}
}
