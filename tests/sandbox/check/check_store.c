/* The store: what it finds, what survives, and files of older sandboxes. */
#include "check.h"

#include "order/ledger.h"
#include "model/rules.h"
#include "store/store.h"
#include "base/text.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct sandbox_store *open_memory(void)
{
	struct sandbox_store *store = sandbox_store_open(":memory:");
	assert_non_null(store);
	return store;
}

static int64_t merchant_id(const struct sandbox_store *store)
{
	return sandbox_store_merchant_by_name(store, "test_user")->id;
}

static enum sandbox_found insert_order(struct sandbox_store *store, const char *id, const char *number)
{
	struct sandbox_order order = {.merchant = merchant_id(store), .amount = 1000, .expires_at = 5000, .due_at = 5000};
	order.id = sandbox_text_copy(id);
	order.number = sandbox_text_copy(number);
	assert_true(sandbox_store_begin(store));
	enum sandbox_found found = sandbox_store_order_insert(store, &order);
	if (found == SANDBOX_FOUND) {
		assert_true(sandbox_store_commit(store));
	} else {
		sandbox_store_rollback(store);
	}
	sandbox_order_free(&order);
	return found;
}

static void order_numbers_are_unique(void **state)
{
	(void)state;
	struct sandbox_store *store = open_memory();
	assert_int_equal(insert_order(store, "a", "1"), SANDBOX_FOUND);
	assert_int_equal(insert_order(store, "b", "1"), SANDBOX_NOT_FOUND);
	assert_int_equal(insert_order(store, "b", "2"), SANDBOX_FOUND);
	sandbox_store_close(store);
}

static void a_rollback_leaves_nothing(void **state)
{
	(void)state;
	struct sandbox_store *store = open_memory();
	struct sandbox_order order;
	struct sandbox_books books;
	insert_order(store, "a", "1");
	struct sandbox_reference reference = {.merchant = merchant_id(store), .id = "a"};
	assert_true(sandbox_store_begin(store));
	assert_int_equal(sandbox_ledger_take(store, &reference, 1, &order), SANDBOX_FOUND);
	struct sandbox_operation operation = {.type = SANDBOX_OPERATION_DEPOSITED, .amount = 1000};
	order.state = SANDBOX_DEPOSITED;
	assert_true(sandbox_ledger_record(store, &order, &operation));
	sandbox_order_free(&order);
	sandbox_store_rollback(store);
	assert_int_equal(sandbox_ledger_read(store, &reference, 1, &order), SANDBOX_FOUND);
	assert_int_equal(order.state, SANDBOX_CREATED);
	sandbox_order_free(&order);
	assert_true(sandbox_store_books(store, &books));
	assert_int_equal(books.counts[SANDBOX_OPERATION_DEPOSITED], 0);
	sandbox_store_close(store);
}

static void who_looks_sees_what_fell_due(void **state)
{
	(void)state;
	struct sandbox_store *store = open_memory();
	struct sandbox_order order;
	struct sandbox_books books;
	insert_order(store, "a", "1");
	insert_order(store, "b", "2");
	struct sandbox_reference reference = {.merchant = merchant_id(store), .number = "1"};
	assert_int_equal(sandbox_ledger_read(store, &reference, 4999, &order), SANDBOX_FOUND);
	assert_int_equal(order.state, SANDBOX_CREATED);
	sandbox_order_free(&order);
	assert_int_equal(sandbox_ledger_read(store, &reference, 5000, &order), SANDBOX_FOUND);
	assert_int_equal(order.state, SANDBOX_DECLINED);
	sandbox_order_free(&order);
	assert_true(sandbox_ledger_settle(store, 9000));
	assert_true(sandbox_store_books(store, &books));
	assert_int_equal(books.counts[SANDBOX_OPERATION_DECLINED_BY_TIMEOUT], 2);
	sandbox_store_close(store);
}

static void another_merchant_sees_nothing(void **state)
{
	(void)state;
	struct sandbox_store *store = open_memory();
	struct sandbox_order order;
	insert_order(store, "a", "1");
	struct sandbox_reference by_id = {.merchant = merchant_id(store) + 1, .id = "a"};
	struct sandbox_reference by_number = {.merchant = merchant_id(store) + 1, .number = "1"};
	assert_int_equal(sandbox_ledger_read(store, &by_id, 1, &order), SANDBOX_NOT_FOUND);
	assert_int_equal(sandbox_ledger_read(store, &by_number, 1, &order), SANDBOX_NOT_FOUND);
	sandbox_store_close(store);
}

static void remove_database(const char *path)
{
	static const char *const suffixes[] = {"", "-wal", "-shm"};
	char name[64];
	for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++) {
		snprintf(name, sizeof name, "%s%s", path, suffixes[i]);
		unlink(name);
	}
}

/* A file of an older sandbox lacks columns; it is widened, and what it holds stays. */
static void an_older_file_is_widened(void **state)
{
	(void)state;
	char path[] = "/tmp/sandbox-check-XXXXXX";
	struct sandbox_order order;
	close(mkstemp(path));
	struct sandbox_store *store = sandbox_store_open(path);
	insert_order(store, "a", "1");
	sandbox_store_close(store);
	sqlite3 *database;
	sqlite3_open(path, &database);
	assert_int_equal(
		sqlite3_exec(database, "ALTER TABLE orders DROP COLUMN cardholderName", NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(database);
	store = sandbox_store_open(path);
	assert_non_null(store);
	struct sandbox_reference reference = {.merchant = merchant_id(store), .id = "a"};
	assert_int_equal(sandbox_ledger_read(store, &reference, 1, &order), SANDBOX_FOUND);
	assert_null(order.cardholder);
	assert_int_equal(order.amount, 1000);
	sandbox_order_free(&order);
	sandbox_store_close(store);
	remove_database(path);
}

static void settings_survive_as_json(void **state)
{
	(void)state;
	struct sandbox_settings settings = sandbox_settings_default(), copy = sandbox_settings_default();
	settings.attempts = 3;
	strcpy(settings.currency, "398");
	char *json = sandbox_settings_write(&settings);
	assert_true(sandbox_settings_read(&copy, json));
	assert_memory_equal(&copy, &settings, sizeof copy);
	assert_true(sandbox_settings_read(&copy, "{\"attempts\":5,\"somethingNew\":1}"));
	assert_int_equal(copy.attempts, 5);
	assert_string_equal(copy.currency, "398");
	assert_false(sandbox_settings_read(&copy, "[]"));
	free(json);
}

int sandbox_check_store(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(order_numbers_are_unique),
		cmocka_unit_test(a_rollback_leaves_nothing),
		cmocka_unit_test(who_looks_sees_what_fell_due),
		cmocka_unit_test(another_merchant_sees_nothing),
		cmocka_unit_test(an_older_file_is_widened),
		cmocka_unit_test(settings_survive_as_json),
	};
	return cmocka_run_group_tests_name("store", tests, NULL, NULL);
}
