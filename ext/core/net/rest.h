/* How long a connection may have rested before a payment rides it. */

/*
 * A server that closes a connection just when a payment sets out on it makes an unknown outcome. It is known to keep a
 * connection for a while: that which this connection has already rested before it answered, and that which its answer
 * announced. What one connection has shown says nothing about another: two servers behind one name may differ.
 */
#ifndef PGW_REST_H
#define PGW_REST_H

#include "../pgw.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Times are in microseconds, by a clock of the caller's. */
struct pgw_rest {
	int64_t since;     /* when the last answer came; 0: none has come yet */
	int64_t before;    /* how long it had rested before the request that is in flight */
	int64_t proven;    /* the longest rest after which it answered */
	int64_t announced; /* by the last answer; 0: nothing */
};

/* An answer came, which announced this. */
void pgw_rest_begin(struct pgw_rest *rest, int64_t now, int64_t announced);
/* A request sets out. False if it is a payment for which the connection has rested too long. */
bool pgw_rest_end(struct pgw_rest *rest, int64_t now, const struct pgw_pool_settings *settings, bool is_payment);
/* Another connection to the same host came to a bad end: nothing is known anymore. */
void pgw_rest_forget(struct pgw_rest *rest);
/* The longest rest before a payment, in whole seconds. */
long pgw_rest_limit(const struct pgw_rest *rest, const struct pgw_pool_settings *settings);
/* What a header line announces, `Keep-Alive: timeout=5` for example; 0: nothing. */
int64_t pgw_rest_announced(const char *line, size_t length);

#endif
