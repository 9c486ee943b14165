#include "rest.h"

#include <string.h>
#include <strings.h>

enum { SECOND = 1000000 };

void pgw_rest_begin(struct pgw_rest *rest, int64_t now, int64_t announced)
{
	if (rest->before > rest->proven) {
		rest->proven = rest->before;
	}
	rest->announced = announced;
	rest->since = now;
}

bool pgw_rest_end(struct pgw_rest *rest, int64_t now, const struct pgw_pool_settings *settings, bool is_payment)
{
	rest->before = rest->since ? now - rest->since : 0;
	/* In whole seconds, as libcurl counts. */
	return !is_payment || rest->before / SECOND <= pgw_rest_limit(rest, settings);
}

void pgw_rest_forget(struct pgw_rest *rest)
{
	rest->before = rest->proven = rest->announced = 0;
}

static int64_t larger_of(int64_t one, int64_t other)
{
	return one > other ? one : other;
}

/*
 * Half of what is proven: a server that keeps connections for T seconds has shown less than T, so a payment is never on
 * its way when it closes. The margin is for the way there and back, and for seconds that are counted from elsewhere.
 */
long pgw_rest_limit(const struct pgw_rest *rest, const struct pgw_pool_settings *settings)
{
	enum { MARGIN = 2 * SECOND };
	int64_t floor = (int64_t)settings->idle_changes * SECOND, most = (int64_t)settings->idle * SECOND, limit;
	int64_t announced = larger_of(rest->announced - MARGIN, 0);

	if (rest->announced > 0 && announced < floor) {
		limit = announced;
	} else {
		limit = larger_of(floor, larger_of(announced, rest->proven / 2));
	}
	return (long)((limit < most ? limit : most) / SECOND);
}

int64_t pgw_rest_announced(const char *line, size_t length)
{
	enum { NAME = sizeof("Keep-Alive:") - 1, PARAMETER = sizeof("timeout=") - 1, MOST = 86400 };
	int64_t seconds = 0;

	if (length < NAME || strncasecmp(line, "Keep-Alive:", NAME) != 0) {
		return 0;
	}
	for (size_t i = NAME; i + PARAMETER < length; i++) {
		if (strncasecmp(line + i, "timeout=", PARAMETER) == 0) {
			for (i += PARAMETER; i < length && line[i] >= '0' && line[i] <= '9' && seconds < MOST; i++) {
				seconds = seconds * 10 + (line[i] - '0');
			}
			return (seconds < MOST ? seconds : MOST) * SECOND;
		}
	}
	return 0;
}
