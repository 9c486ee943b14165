/* The listening socket. */
#include "http/listen.h"

#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define BACKLOG 1024

static int port_of(int socket)
{
	struct sockaddr_storage address;
	socklen_t size = sizeof address;
	if (getsockname(socket, (struct sockaddr *)&address, &size) != 0) {
		return -1;
	}
	/* sin_port and sin6_port have the same offset */
	return ntohs(((const struct sockaddr_in *)&address)->sin_port);
}

static int open_socket(const struct addrinfo *address)
{
	int one = 1;
	int fd = socket(address->ai_family, SOCK_STREAM, 0);
	if (fd < 0) {
		return -1;
	}
	fcntl(fd, F_SETFD, FD_CLOEXEC);
	/* So that a killed sandbox can be restarted on the same port at once. */
	setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
	if (bind(fd, address->ai_addr, address->ai_addrlen) == 0 && listen(fd, BACKLOG) == 0) {
		return fd;
	}
	int error = errno;
	close(fd);
	errno = error;
	return -1;
}

int sandbox_listen(const char *host, int *port)
{
	struct addrinfo hints = {.ai_socktype = SOCK_STREAM, .ai_flags = AI_PASSIVE};
	struct addrinfo *address = NULL;
	char service[12];
	snprintf(service, sizeof service, "%d", *port);
	int status = getaddrinfo(host, service, &hints, &address);
	if (status != 0) {
		fprintf(stderr, "sandbox: %s: %s\n", host, gai_strerror(status));
		return -1;
	}
	int fd = open_socket(address);
	freeaddrinfo(address);
	if (fd < 0) {
		fprintf(stderr,
			errno == EADDRINUSE
				? "sandbox: port %d of %s is in use by another program. Choose another one with --port N, "
				  "or any free one with --port 0.\n"
				: "sandbox: cannot listen on port %d of %s\n",
			*port, host);
		return -1;
	}
	*port = port_of(fd);
	return fd;
}
