/* Delivering callbacks while a shop hangs. The rest of delivery is in the phpt. */
#include "bench.h"
#include "check.h"

#include "base/clock.h"
#include "callback/delivery.h"
#include "callback/try.h"
#include "http/listen.h"
#include "store/sqlite.h"

#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define MANY  1000 /* more than are looked at each time */
#define SHARE 16   /* how many of them may go to one host */
#define SOON  5000 /* milliseconds: half of what a try may take */

/* A shop that takes connections and never answers. */
struct shop {
	int socket, port;
};

static struct shop open_shop(void)
{
	struct shop shop = {0};
	shop.socket = sandbox_listen("127.0.0.1", &shop.port);
	assert_true(shop.socket >= 0);
	return shop;
}

static void tell(struct bench *bench, const struct shop *shop, int number, int64_t turn)
{
	char address[96];
	snprintf(address, sizeof address, "http://127.0.0.1:%d/callback?order=%d", shop->port, number);
	struct sandbox_callback callback = {.merchant = 1,
		.next_at = sandbox_clock_now(),
		.turn = turn,
		.operation = (char *)"deposited",
		.address = address,
		.parameters = (char *)"{}"};
	assert_true(sandbox_store_begin(bench->gateway.store));
	assert_true(sandbox_store_callback_insert(bench->gateway.store, &callback));
	assert_true(sandbox_store_end(bench->gateway.store, true));
}

static bool is_visited(const struct shop *shop, int milliseconds)
{
	struct pollfd wait = {.fd = shop->socket, .events = POLLIN};
	return poll(&wait, 1, milliseconds) > 0;
}

/* How many are connected; they stay so until the end of the process. */
static int count_visits(const struct shop *shop)
{
	int count = 0;
	while (is_visited(shop, 200) && accept(shop->socket, NULL, NULL) >= 0) {
		count++;
	}
	return count;
}

/* How often the rows that a statement found had to be sorted, that is all of them read, before the first was there. */
static int sorts(const struct bench *bench, enum sandbox_statement which)
{
	return sqlite3_stmt_status(bench->gateway.store->statements[which], SQLITE_STMTSTATUS_SORT, 0);
}

static void a_shop_that_hangs_holds_up_no_other(void **state)
{
	(void)state;
	struct bench bench;
	struct shop hanging = open_shop(), other = open_shop(), last = open_shop();
	bench_open(&bench);
	for (int i = 0; i < MANY; i++) {
		tell(&bench, &hanging, i, 0);
	}
	struct sandbox_delivery *delivery = sandbox_delivery_start(bench.gateway.store, NULL);
	assert_non_null(delivery);
	assert_true(is_visited(&hanging, SOON));
	tell(&bench, &other, MANY, 0);
	tell(&bench, &last, MANY + 1, 1);
	assert_true(is_visited(&other, SOON));
	assert_true(is_visited(&last, SOON));
	assert_int_equal(count_visits(&hanging), SHARE);
	sandbox_delivery_stop(delivery);
	assert_int_equal(sorts(&bench, SANDBOX_SQL_CALLBACK_DUE), 0);
	assert_int_equal(sorts(&bench, SANDBOX_SQL_CALLBACK_TURN_DUE), 0);
	close(hanging.socket);
	close(other.socket);
	close(last.socket);
	bench_close(&bench);
}

/* Those that are delivered one after the other keep their order, even if the first waits for a place. */
static void a_turn_is_not_overtaken(void **state)
{
	(void)state;
	struct bench bench;
	struct shop hanging = open_shop(), other = open_shop();
	bench_open(&bench);
	for (int i = 0; i < SHARE; i++) {
		tell(&bench, &hanging, i, 0);
	}
	tell(&bench, &hanging, SHARE, 1);
	tell(&bench, &other, SHARE + 1, 2);
	struct sandbox_delivery *delivery = sandbox_delivery_start(bench.gateway.store, NULL);
	assert_non_null(delivery);
	assert_int_equal(count_visits(&hanging), SHARE);
	assert_false(is_visited(&other, 1500));
	sandbox_delivery_stop(delivery);
	close(hanging.socket);
	close(other.socket);
	bench_close(&bench);
}

static void the_host_of_an_address(void **state)
{
	(void)state;
	static const struct {
		const char *address, *host;
	} rows[] = {
		{"https://Shop.Example/callback?order=1", "https://shop.example"},
		{"http://shop.example:8080?order=1", "http://shop.example:8080"},
		{"http://[::1]:80#", "http://[::1]:80"},
		{"http://a.long.name.of.a.host.that.is.longer.than.what.fits.in.shop.example/",
			"http://a.long.name.of.a.host.that.is.longer.than.what.fits.in.s"},
		{"", ""},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char host[SANDBOX_HOST_SIZE];
		sandbox_try_host(rows[i].address, host);
		assert_string_equal(host, rows[i].host);
	}
}

int sandbox_check_delivery(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_shop_that_hangs_holds_up_no_other),
		cmocka_unit_test(a_turn_is_not_overtaken),
		cmocka_unit_test(the_host_of_an_address),
	};
	return cmocka_run_group_tests_name("delivery", tests, NULL, NULL);
}
