/*
 * check --million [FILE]: how long the portal's lists take with a million orders. Prints figures; asserts nothing about
 * them, for machines differ.
 */
#include "check.h"
#include "clerk.h"

#include "base/clock.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define ORDERS  1000000
#define BATCH   10000
#define STEP    30000 /* milliseconds between two orders */
#define REPEATS 5

static double milliseconds(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

/* One in a hundred is held, one in ten refunded in part, the others are paid. */
static bool add_order(struct sandbox_store *store, int64_t begin, int i)
{
	static char currency[] = "643", system[] = "VISA", address[] = "https://shop.example/return?order=1234567890",
				description[] = "An order among a million of them, with a description of some length";
	char id[UUID_SIZE], number[16], pan[16];
	bool held = i % 100 == 0, refunded = i % 10 == 1;
	snprintf(id, sizeof id, "%08x-0000-4000-8000-%012x", i, i);
	snprintf(number, sizeof number, "N-%d", i);
	snprintf(pan, sizeof pan, "444455**%04d", i % 10000);
	struct sandbox_order order = {
		.merchant = 1,
		.state = held       ? SANDBOX_APPROVED
				 : refunded ? SANDBOX_REFUNDED
							: SANDBOX_DEPOSITED,
		.amount = 100 + i % 100000,
		.approved = 100 + i % 100000,
		.deposited = held ? 0 : 50 + i % 100000,
		.refunded = refunded ? 50 : 0,
		.created_at = begin + (int64_t)i * STEP,
		.authorized_at = begin + (int64_t)i * STEP,
		.id = id,
		.number = number,
		.currency = currency,
		.description = description,
		.return_url = address,
		.masked_pan = pan,
		.payment_system = system,
	};
	struct sandbox_operation operation = {
		.type = refunded ? SANDBOX_OPERATION_REFUNDED : SANDBOX_OPERATION_APPROVED,
		.at = order.created_at,
		.amount = refunded ? 50 : order.amount,
	};
	bool added = sandbox_store_order_insert(store, &order) == SANDBOX_FOUND;
	operation.order = order.row;
	return added && sandbox_store_operation_insert(store, 1, &operation);
}

static void fill(struct sandbox_store *store, int64_t begin)
{
	for (int i = 0; i < ORDERS; i += BATCH) {
		bool added = sandbox_store_begin_lazily(store);
		for (int k = i; added && k < i + BATCH; k++) {
			added = add_order(store, begin, k);
		}
		assert_true(sandbox_store_end(store, added));
	}
}

/* The shortest and the longest of some visits, whose first one finds nothing in the caches of SQLite. */
static void measure(struct clerk *clerk, const char *what, const char *path, const char *query)
{
	double longest = 0, shortest = 1e9;
	for (int i = 0; i < REPEATS; i++) {
		double began = milliseconds();
		assert_int_equal(clerk_opens(clerk, path, query), 200);
		double took = milliseconds() - began;
		longest = took > longest ? took : longest;
		shortest = took < shortest ? took : shortest;
	}
	printf("%7.1f to %7.1f ms  %s\n", shortest, longest, what);
}

static void measure_all(struct clerk *clerk, int64_t begin)
{
	static const struct {
		const char *what, *path, *query;
	} visits[] = {
		{"the newest orders", "/portal/orders", ""},
		{"by number", "/portal/orders", "number=N-500000"},
		{"by a number that is not there", "/portal/orders", "number=x"},
		{"by gateway id", "/portal/orders", "id=0007a120-0000-4000-8000-00000007a120"},
		{"by a frequent state", "/portal/orders", "state=2"},
		{"by a rare state", "/portal/orders", "state=1"},
		{"by a state that none has", "/portal/orders", "state=7"},
		{"by card", "/portal/orders", "card=1234"},
		{"by card and state", "/portal/orders", "card=1234&state=1"},
		{"by one amount", "/portal/orders", "amountFrom=10.00&amountTo=10.00"},
		{"by a range of amounts", "/portal/orders", "amountFrom=10.00&amountTo=11.00"},
		{"by a range of amounts that none has", "/portal/orders", "amountFrom=100000.00"},
		{"of the first day", "/portal/orders", "from=2025-12-01&to=2025-12-01"},
		{"of a day without any", "/portal/orders", "from=2025-01-01&to=2025-01-01"},
		{"of a month, by state", "/portal/orders", "from=2026-03-01&to=2026-03-31&state=1"},
		{"the newest refunds", "/portal/refunds", ""},
		{"refunds of a day", "/portal/refunds", "from=2026-03-01&to=2026-03-01"},
		{"an order", "/portal/orders/0007a120-0000-4000-8000-00000007a120", ""},
	};
	char query[96];
	for (size_t i = 0; i < sizeof visits / sizeof *visits; i++) {
		measure(clerk, visits[i].what, visits[i].path, visits[i].query);
	}
	snprintf(query, sizeof query, "older=%" PRId64 ".%d", begin + (int64_t)ORDERS / 2 * STEP, ORDERS / 2);
	measure(clerk, "the page in the middle", "/portal/orders", query);
	snprintf(query, sizeof query, "state=1&from=2025-12-01&older=%" PRId64 ".%d", begin + (int64_t)ORDERS / 2 * STEP,
		ORDERS / 2);
	measure(clerk, "the page in the middle, by a rare state and dates", "/portal/orders", query);
	snprintf(query, sizeof query, "newer=%" PRId64 ".%d", begin, 1);
	measure(clerk, "the last page but one, backwards", "/portal/orders", query);
}

int sandbox_check_million(const char *file)
{
	struct bench bench = {.reply = {.status = 200}};
	struct clerk clerk;
	int64_t begin;
	assert_true(sandbox_clock_parse("2025-12-01T00:00:00", 0, &begin));
	bench.gateway.store = sandbox_store_open(file);
	bench.gateway.base_uri = "http://127.0.0.1/payment/";
	assert_non_null(bench.gateway.store);
	double began = milliseconds();
	fill(bench.gateway.store, begin);
	printf("%d orders in %.1f s\n", ORDERS, (milliseconds() - began) / 1e3);
	clerk_enter(&clerk, &bench);
	measure_all(&clerk, begin);
	clerk_leave(&clerk);
	sandbox_store_close(bench.gateway.store);
	return 0;
}
