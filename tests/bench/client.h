/* What a client in C is, and what it is asked to send. */
#ifndef BENCH_CLIENT_H
#define BENCH_CLIENT_H

#include <stdbool.h>
#include <stddef.h>

enum { MOST_AT_ONCE = 64, LARGEST_REPLY = 1 << 20 };

struct request {
	const char *path, *body;
};

/* As README.md's rows name them: calls that take turns, so many of them at once. */
struct plan {
	const char *name;
	struct request requests[5];
	size_t count, at_once;
};

struct client {
	const char *name;
	/* False: this client cannot do that. `base` ends with a slash. */
	bool (*open)(const char *name, const char *base, const struct plan *plan);
	/* Makes so many calls; ends the program if one fails. */
	void (*call)(size_t calls);
};

/* Ends the program. */
void client_fail(const char *what);

bool libcurl_open(const char *name, const char *base, const struct plan *plan);
void libcurl_call(size_t calls);
bool socket_open(const char *name, const char *base, const struct plan *plan);
void socket_call(size_t calls);

#endif
