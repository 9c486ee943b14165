#ifndef SANDBOX_CALL_LOG_H
#define SANDBOX_CALL_LOG_H

#include "call/reply.h"

#include <stdint.h>

/* The last requests with their answers, in memory: at most a thousand, and at most 8 MiB. Safe for several threads. */
struct sandbox_log;

/* One request and its answer. All is borrowed but parameters and warnings, which the log takes over. */
struct sandbox_log_entry {
	int64_t time; /* by the sandbox's clock */
	const char *verb, *path;
	struct printbuf *parameters;  /* a list as JSON, masked; NULL: none could be read */
	struct json_object *warnings; /* a list of texts; NULL: none */
	const struct sandbox_reply *reply;
	const char *on_purpose; /* what failed on purpose; NULL: nothing */
	int64_t microseconds;   /* what the answer took */
};

/* NULL if out of memory. */
struct sandbox_log *sandbox_log_open(void);
void sandbox_log_close(struct sandbox_log *log);

/* The log may be NULL: nothing is kept. */
void sandbox_log_add(struct sandbox_log *log, const struct sandbox_log_entry *entry);

/* {last, requests: [...]}: the requests with a number above after, oldest first. The caller owns it. */
struct json_object *sandbox_log_read(struct sandbox_log *log, int64_t after);

/* Forgets all requests. Numbers go on. */
void sandbox_log_clear(struct sandbox_log *log);

/* Microseconds of a clock that nobody sets. */
int64_t sandbox_log_ticks(void);

#endif
