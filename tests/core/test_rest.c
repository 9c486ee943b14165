/* How long a connection may have rested before a payment rides it: the rule, and what comes of it with many servers. */
#include "fixture.h"

#include "net/rest.h"

#include <string.h>

enum { SECOND = 1000000 };

static const struct pgw_pool_settings settings = PGW_POOL_DEFAULTS; /* 3 s before a payment, 60 s before a read */

/* ---------------------------------------------------------------- the rule */

struct rule {
	const char *label;
	double proven, announced; /* seconds */
	long limit;
};

static const struct rule rules[] = {
	{"nothing is known", 0, 0, 3},
	{"less than the floor is proven", 5.9, 0, 3},
	{"more is proven", 10, 0, 5},
	{"never above the idle timeout", 1000, 0, 60},
	{"announced", 0, 15, 13},
	{"announced: the floor", 0, 5, 3},
	{"announced: less than the floor", 0, 4, 2},
	{"announced: nearly nothing", 50, 1, 0},
	{"announced: never above the idle timeout", 0, 3600, 60},
	{"proven more than announced", 40, 15, 20},
};

static void limit_of_a_rest(void **state)
{
	const struct rule *row = *state;
	struct pgw_rest rest = {.proven = (int64_t)(row->proven * SECOND), .announced = (int64_t)(row->announced * SECOND)};

	assert_int_equal(pgw_rest_limit(&rest, &settings), row->limit);
	pgw_rest_forget(&rest);
	assert_int_equal(pgw_rest_limit(&rest, &settings), 3);
}

static void answer_proves_the_rest_before_it(void **state)
{
	struct pgw_rest rest = {0};

	(void)state;
	assert_true(pgw_rest_end(&rest, 1 * SECOND, &settings, true)); /* a new connection */
	pgw_rest_begin(&rest, 2 * SECOND, 0);
	assert_false(pgw_rest_end(&rest, 42 * SECOND, &settings, true));
	assert_true(pgw_rest_end(&rest, 42 * SECOND, &settings, false));
	assert_int_equal(pgw_rest_limit(&rest, &settings), 3); /* not yet: no answer has come */
	pgw_rest_begin(&rest, 43 * SECOND, 0);
	assert_int_equal(pgw_rest_limit(&rest, &settings), 20);
	assert_true(pgw_rest_end(&rest, (43 + 20) * SECOND, &settings, true));
	assert_false(pgw_rest_end(&rest, (43 + 21) * SECOND, &settings, true));
}

struct line {
	const char *label; /* the line */
	long announced;
};

static const struct line lines[] = {
	{"Keep-Alive: timeout=5\r\n", 5},
	{"keep-alive: max=100, Timeout=15\r\n", 15},
	{"Keep-Alive:timeout=20, max=1000\r\n", 20},
	{"Keep-Alive: timeout=99999999999999999999\r\n", 86400},
	{"Keep-Alive: timeout=\r\n", 0},
	{"Keep-Alive: timeout=-1\r\n", 0},
	{"Keep-Alive: max=5\r\n", 0},
	{"Keep-Alive", 0},
	{"Connection: Keep-Alive, timeout=5\r\n", 0},
};

static void announced_by_a_line(void **state)
{
	const struct line *row = *state;

	assert_int_equal(pgw_rest_announced(row->label, strlen(row->label)), (int64_t)row->announced * SECOND);
}

/* ---------------------------------------------------------------- a hundred thousand calls at one host */

struct host {
	const char *label;
	double closes[2]; /* seconds without a request after which a connection ends; new ones go to either server */
	double announced;
	bool silent; /* a box on the way forgets the connection, and nobody is told */
	bool better; /* payments must find an open connection a quarter more often than they did */
};

static const struct host hosts[] = {
	{"closes after 2 s", {2, 2}, 0, false, false},
	{"closes after 5 s", {5, 5}, 0, false, false},
	{"closes after 15 s", {15, 15}, 0, false, false},
	{"closes after 60 s", {60, 60}, 0, false, true},
	{"closes after 2 s, and says so", {2, 2}, 2, false, false},
	{"closes after 5 s, and says so", {5, 5}, 5, false, false},
	{"closes after 15 s, and says so", {15, 15}, 15, false, true},
	{"two servers, 5 and 60 s", {5, 60}, 0, false, true},
	{"two servers, 2 and 15 s", {2, 15}, 0, false, false},
	{"a box that forgets after 20 s", {20, 20}, 0, true, false},
};

enum { CALLS = 100000, WAY = SECOND / 20 }; /* there or back */

struct shop {
	uint64_t random;
	int64_t now;
	bool learns; /* otherwise payments ride what has rested for the floor, as they did */
	bool open;
	int64_t closes;
	struct pgw_rest rest;
	unsigned payments, opened, unknown; /* opened by payments */
};

/* From 0 to 1. */
static double draw(struct shop *shop)
{
	shop->random = shop->random * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (double)(shop->random >> 33) / (double)(UINT64_C(1) << 31);
}

/* Of a busy hour and a quiet night: most gaps are short, some as long as a minute and more. */
static int64_t draw_gap(struct shop *shop)
{
	double scale = draw(shop);

	return (int64_t)(draw(shop) * scale * scale * scale * 90 * SECOND);
}

/* Does a request that sets out now find the other end there? The server's clock began when it answered. */
static bool arrives(const struct shop *shop, const struct host *host)
{
	int64_t rested = shop->now - shop->rest.since;

	return host->silent ? rested <= shop->closes : rested <= shop->closes - 2 * WAY;
}

/* Is the server's FIN there? */
static bool is_seen_closed(const struct shop *shop, const struct host *host)
{
	return !host->silent && shop->now - shop->rest.since >= shop->closes;
}

static void open_connection(struct shop *shop, const struct host *host, bool payment)
{
	shop->closes = (int64_t)(host->closes[draw(shop) < 0.5] * SECOND);
	shop->rest = (struct pgw_rest){0};
	shop->opened += payment;
	shop->open = true;
}

static void call(struct shop *shop, const struct host *host, bool payment)
{
	bool rode = shop->open && shop->rest.since > 0;

	if (rode) {
		bool fit = pgw_rest_end(&shop->rest, shop->now, &settings, payment) && !is_seen_closed(shop, host);

		rode = fit && shop->rest.before / SECOND <= settings.idle;
	}
	if (rode && !arrives(shop, host)) {
		shop->unknown += payment;
		shop->open = false; /* a read is sent again */
		return;
	}
	if (!rode) {
		open_connection(shop, host, payment);
	}
	shop->now += 2 * WAY;
	pgw_rest_begin(&shop->rest, shop->now, (int64_t)(host->announced * SECOND));
	if (!shop->learns) {
		pgw_rest_forget(&shop->rest);
	}
}

static struct shop trade(const struct host *host, bool learns)
{
	struct shop shop = {.random = 1, .learns = learns};

	for (int i = 0; i < CALLS; i++) {
		double kind = draw(&shop);

		shop.now += draw_gap(&shop) + 1;
		shop.payments += kind < 0.4;
		call(&shop, host, kind < 0.4);
	}
	return shop;
}

static void no_more_unknown_than_with_the_floor_alone(void **state)
{
	const struct host *host = *state;
	struct shop before = trade(host, false), now = trade(host, true);

	print_message("%-32s of %u payments: opened %u, unknown %u; with the floor alone opened %u, unknown %u\n",
		host->label, now.payments, now.opened, now.unknown, before.opened, before.unknown);
	assert_true((uint64_t)now.unknown * before.payments <= (uint64_t)before.unknown * now.payments);
	assert_true(!host->better || now.opened * 1.25 < before.opened);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(answer_proves_the_rest_before_it),
	};
	int failed = cmocka_run_group_tests_name("rest", tests, NULL, NULL);

	failed += RUN_ROWS("rest: limits", rules, limit_of_a_rest);
	failed += RUN_ROWS("rest: announced", lines, announced_by_a_line);
	failed += RUN_ROWS("rest: a hundred thousand calls", hosts, no_more_unknown_than_with_the_floor_alone);
	return failed != 0;
}
