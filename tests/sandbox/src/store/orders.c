/* The table of orders. */
#include "store/orders.h"

#include "store/records.h"

#include <string.h>

#define TABLE "orders"

static const char indexes[] =
	"CREATE UNIQUE INDEX IF NOT EXISTS orderIds ON orders (orderId);"
	"CREATE UNIQUE INDEX IF NOT EXISTS orderNumbers ON orders (merchant, orderNumber);"
	"CREATE INDEX IF NOT EXISTS orderSubscriptions ON orders (subscriptionId) WHERE subscriptionId IS NOT NULL;"
	"CREATE INDEX IF NOT EXISTS orderOriginals ON orders (originalOrderId) WHERE originalOrderId IS NOT NULL;"
	"CREATE INDEX IF NOT EXISTS orderTransactions ON orders (threeDSServerTransId) "
	"WHERE threeDSServerTransId IS NOT NULL;"
	"CREATE INDEX IF NOT EXISTS orderDues ON orders (dueDate) WHERE dueDate > 0;";

static const struct sandbox_query conditions[] = {
	{SANDBOX_SQL_ORDER_BY_ID, "orderId = ?"},
	{SANDBOX_SQL_ORDER_BY_NUMBER, "merchant = ? AND orderNumber = ?"},
	{SANDBOX_SQL_ORDER_BY_SUBSCRIPTION, "merchant = ? AND subscriptionId = ? ORDER BY row LIMIT 1"},
	{SANDBOX_SQL_ORDER_BY_ORIGINAL, "merchant = ? AND originalOrderId = ? AND authDateTime > 0 ORDER BY row LIMIT 1"},
	{SANDBOX_SQL_ORDER_BY_TRANSACTION, "threeDSServerTransId = ?"},
	{SANDBOX_SQL_ORDER_AFTER, "row > ? ORDER BY row LIMIT 1"},
	{SANDBOX_SQL_ORDER_NEXT_DUE, "dueDate > 0 AND dueDate <= ? LIMIT 1"},
};

bool sandbox_store_open_orders(struct sandbox_store *store)
{
	bool opened = sandbox_records_create(store, TABLE, sandbox_order_columns) && sandbox_sqlite_execute(store, indexes);
	for (size_t i = 0; opened && i < sizeof conditions / sizeof *conditions; i++) {
		opened =
			sandbox_records_prepare_select(store, conditions[i].which, TABLE, sandbox_order_columns, conditions[i].sql);
	}
	return opened && sandbox_records_prepare_insert(store, SANDBOX_SQL_ORDER_INSERT, TABLE, sandbox_order_columns) &&
		   sandbox_records_prepare_update(store, SANDBOX_SQL_ORDER_UPDATE, TABLE, sandbox_order_columns);
}

static void read_order(sqlite3_stmt *row, void *record)
{
	struct sandbox_order *order = record;
	sandbox_records_read(row, sandbox_order_columns, order, &order->row);
}

static enum sandbox_found find_stored_order(sqlite3_stmt *statement, struct sandbox_order *order)
{
	memset(order, 0, sizeof *order);
	return sandbox_sqlite_find(statement, read_order, order);
}

enum sandbox_found sandbox_store_order_by_id(struct sandbox_store *store, const char *id, struct sandbox_order *order)
{
	sqlite3_stmt *statement = store->statements[SANDBOX_SQL_ORDER_BY_ID];
	sandbox_sqlite_bind_text(statement, 1, id);
	return find_stored_order(statement, order);
}

enum sandbox_found sandbox_store_order_by_transaction(
	struct sandbox_store *store, const char *id, struct sandbox_order *order)
{
	sqlite3_stmt *statement = store->statements[SANDBOX_SQL_ORDER_BY_TRANSACTION];
	sandbox_sqlite_bind_text(statement, 1, id);
	return find_stored_order(statement, order);
}

/* The first order of a merchant that has that text in the column of the query. */
static enum sandbox_found find_order_by_text(struct sandbox_store *store, enum sandbox_statement which,
	int64_t merchant, const char *text, struct sandbox_order *order)
{
	sqlite3_stmt *statement = store->statements[which];
	sqlite3_bind_int64(statement, 1, merchant);
	sandbox_sqlite_bind_text(statement, 2, text);
	return find_stored_order(statement, order);
}

enum sandbox_found sandbox_store_order_by_number(
	struct sandbox_store *store, int64_t merchant, const char *number, struct sandbox_order *order)
{
	return find_order_by_text(store, SANDBOX_SQL_ORDER_BY_NUMBER, merchant, number, order);
}

enum sandbox_found sandbox_store_order_by_subscription(
	struct sandbox_store *store, int64_t merchant, const char *subscription, struct sandbox_order *order)
{
	return find_order_by_text(store, SANDBOX_SQL_ORDER_BY_SUBSCRIPTION, merchant, subscription, order);
}

enum sandbox_found sandbox_store_order_by_original(
	struct sandbox_store *store, int64_t merchant, const char *original, struct sandbox_order *order)
{
	return find_order_by_text(store, SANDBOX_SQL_ORDER_BY_ORIGINAL, merchant, original, order);
}

enum sandbox_found sandbox_store_order_after(struct sandbox_store *store, int64_t row, struct sandbox_order *order)
{
	sqlite3_stmt *statement = store->statements[SANDBOX_SQL_ORDER_AFTER];
	sqlite3_bind_int64(statement, 1, row);
	return find_stored_order(statement, order);
}

enum sandbox_found sandbox_store_next_due_order(struct sandbox_store *store, int64_t now, struct sandbox_order *order)
{
	sqlite3_stmt *statement = store->statements[SANDBOX_SQL_ORDER_NEXT_DUE];
	sqlite3_bind_int64(statement, 1, now);
	return find_stored_order(statement, order);
}

enum sandbox_found sandbox_store_order_insert(struct sandbox_store *store, struct sandbox_order *order)
{
	return sandbox_records_insert(store, SANDBOX_SQL_ORDER_INSERT, sandbox_order_columns, order, &order->row);
}

bool sandbox_store_order_update(struct sandbox_store *store, const struct sandbox_order *order)
{
	return sandbox_records_update(store, SANDBOX_SQL_ORDER_UPDATE, sandbox_order_columns, order, order->row);
}
