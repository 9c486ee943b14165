/* The canned replies of the benchmark server. */
#ifndef BENCH_REPLIES_H
#define BENCH_REPLIES_H

#include <stddef.h>

struct reply {
	char *at; /* a whole HTTP response */
	size_t length;
};

/* The reply to a method path such as rest/register.do; a status reply has at least `bytes` bytes of JSON. */
const struct reply *reply_find(const char *path, size_t bytes);

#endif
