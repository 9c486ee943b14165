/* Searching orders and refunds. */
#include "store/order_search.h"

#include "store/records.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SQL_SIZE  1024
#define RARE_MOST 2000

/*
 * Each ends with what the list is sorted by, so that a page is read without sorting. amount is there so that a search
 * by a range of it need not look at the orders themselves.
 */
static const char indexes[] =
	"CREATE INDEX IF NOT EXISTS orderDates ON orders (merchant, date, row, amount);"
	"CREATE INDEX IF NOT EXISTS orderStates ON orders (merchant, orderStatus, date, row);"
	"CREATE INDEX IF NOT EXISTS orderAmounts ON orders (merchant, amount, date, row);"
	"CREATE INDEX IF NOT EXISTS orderCards ON orders (merchant, substr(maskedPan, -4), date, row) "
	"WHERE maskedPan IS NOT NULL;"
	"CREATE INDEX IF NOT EXISTS refundDates ON operations (merchant, time, row) WHERE type = 'refunded';";

/* A condition that may apply, with one or two values to bind. */
struct clause {
	const char *sql; /* NULL: it does not apply */
	const char *text;
	int64_t numbers[2];
	int number_count;
};

bool sandbox_store_open_search(struct sandbox_store *store)
{
	return sandbox_sqlite_execute(store, indexes);
}

static struct clause text_clause(const char *sql, const char *text)
{
	return (struct clause){.sql = text ? sql : NULL, .text = text};
}

static struct clause number_clause(const char *sql, int64_t number)
{
	return (struct clause){.sql = number == SANDBOX_SEARCH_ANY ? NULL : sql, .numbers = {number}, .number_count = 1};
}

static struct clause place_clause(const char *older, const char *newer, const struct sandbox_slice *slice)
{
	if (!slice->place) {
		return (struct clause){.sql = NULL};
	}
	return (struct clause){
		.sql = slice->newer ? newer : older, .numbers = {slice->place->time, slice->place->row}, .number_count = 2};
}

static void append_clauses(char sql[SQL_SIZE], const struct clause *clauses, size_t count, const char *order)
{
	for (size_t i = 0; i < count; i++) {
		if (clauses[i].sql) {
			size_t used = strlen(sql);
			snprintf(sql + used, SQL_SIZE - used, "%s%s", i > 0 ? " AND " : "", clauses[i].sql);
		}
	}
	size_t used = strlen(sql);
	snprintf(sql + used, SQL_SIZE - used, " %s LIMIT ?", order);
}

static void bind_clauses(sqlite3_stmt *statement, const struct clause *clauses, size_t count, size_t most)
{
	int at = 1;
	for (size_t i = 0; i < count; i++) {
		if (clauses[i].sql && clauses[i].text) {
			sandbox_sqlite_bind_text(statement, at++, clauses[i].text);
		}
		for (int k = 0; clauses[i].sql && k < clauses[i].number_count; k++) {
			sqlite3_bind_int64(statement, at++, clauses[i].numbers[k]);
		}
	}
	sqlite3_bind_int64(statement, at, (sqlite3_int64)most);
}

/* Those that are newer than a place are read from it on, and turned round. */
static void turn_round(void *records, size_t size, size_t count)
{
	char *bytes = records, kept[sizeof(struct sandbox_order)];
	for (size_t i = 0; i < count / 2; i++) {
		char *a = bytes + i * size, *b = bytes + (count - 1 - i) * size;
		memcpy(kept, a, size);
		memcpy(a, b, size);
		memcpy(b, kept, size);
	}
}

static void read_order(sqlite3_stmt *row, void *record)
{
	struct sandbox_order *order = record;
	memset(order, 0, sizeof *order);
	sandbox_records_read(row, sandbox_order_columns, order, &order->row);
}

/*
 * Whether few orders have such an amount. Then they are looked up in the index of amounts and sorted; otherwise they
 * are met soon enough along the dates, which needs no sorting.
 */
static bool are_amounts_rare(struct sandbox_store *store, const struct sandbox_search *search)
{
	static const char sql[] = "SELECT count(*) FROM (SELECT 1 FROM orders INDEXED BY orderAmounts WHERE merchant = ? "
							  "AND amount BETWEEN ? AND ? LIMIT ?)";
	bool any = search->amount_from == SANDBOX_SEARCH_ANY && search->amount_to == SANDBOX_SEARCH_ANY;
	sqlite3_stmt *statement = any ? NULL : sandbox_sqlite_prepare_once(store, sql);
	int64_t count = RARE_MOST;
	if (statement) {
		sqlite3_bind_int64(statement, 1, search->merchant);
		sqlite3_bind_int64(statement, 2, search->amount_from == SANDBOX_SEARCH_ANY ? 0 : search->amount_from);
		sqlite3_bind_int64(statement, 3, search->amount_to == SANDBOX_SEARCH_ANY ? INT64_MAX : search->amount_to);
		sqlite3_bind_int64(statement, 4, RARE_MOST);
		count = sqlite3_step(statement) == SQLITE_ROW ? sqlite3_column_int64(statement, 0) : RARE_MOST;
	}
	sqlite3_finalize(statement);
	return count < RARE_MOST;
}

/* SQLite has no figures about the tables, and without them takes the dates for more selective than a state. */
static const char *choose_index(const struct sandbox_search *search, bool rare)
{
	bool looked_up = search->number || search->id || search->digits;
	if (rare && !looked_up) {
		return "orders INDEXED BY orderAmounts";
	}
	return search->state != SANDBOX_SEARCH_ANY && !looked_up ? "orders INDEXED BY orderStates" : "orders";
}

bool sandbox_store_search_orders(struct sandbox_store *store, const struct sandbox_search *search,
	const struct sandbox_slice *slice, struct sandbox_order **orders, size_t *count)
{
	bool rare = are_amounts_rare(store, search);
	const struct clause clauses[] = {
		number_clause("merchant = ?", search->merchant),
		text_clause("orderNumber = ?", search->number),
		text_clause("orderId = ?", search->id),
		text_clause("maskedPan IS NOT NULL AND substr(maskedPan, -4) = ?", search->digits),
		number_clause("orderStatus = ?", search->state),
		number_clause(rare ? "amount >= ?" : "+amount >= ?", search->amount_from),
		number_clause(rare ? "amount <= ?" : "+amount <= ?", search->amount_to),
		number_clause("date >= ?", search->from),
		number_clause("date < ?", search->to),
		place_clause("(date, row) < (?, ?)", "(date, row) > (?, ?)", slice),
	};
	size_t clause_count = sizeof clauses / sizeof *clauses;
	char sql[SQL_SIZE] = "";
	bool complete = false;
	append_clauses(sql, clauses, clause_count, slice->newer ? "ORDER BY date, row" : "ORDER BY date DESC, row DESC");
	*orders = NULL;
	*count = 0;
	sqlite3_stmt *statement =
		sandbox_records_select_once(store, choose_index(search, rare), sandbox_order_columns, sql);
	if (statement) {
		bind_clauses(statement, clauses, clause_count, slice->most);
		*orders = sandbox_sqlite_list(statement, read_order, sizeof **orders, count, &complete);
	}
	sqlite3_finalize(statement);
	if (slice->newer) {
		turn_round(*orders, sizeof **orders, *count);
	}
	return complete;
}

static void read_refund(sqlite3_stmt *row, void *record)
{
	struct sandbox_refund *refund = record;
	refund->place = (struct sandbox_place){sqlite3_column_int64(row, 0), sqlite3_column_int64(row, 1)};
	refund->amount = sqlite3_column_int64(row, 2);
	sandbox_sqlite_copy_text(row, 3, refund->reference, sizeof refund->reference);
	sandbox_sqlite_copy_text(row, 4, refund->external_id, sizeof refund->external_id);
	sandbox_sqlite_copy_text(row, 5, refund->order_id, sizeof refund->order_id);
	sandbox_sqlite_copy_text(row, 6, refund->order_number, sizeof refund->order_number);
	sandbox_sqlite_copy_text(row, 7, refund->currency, sizeof refund->currency);
	sandbox_sqlite_copy_text(row, 8, refund->masked_pan, sizeof refund->masked_pan);
}

bool sandbox_store_search_refunds(struct sandbox_store *store, const struct sandbox_search *search,
	const struct sandbox_slice *slice, struct sandbox_refund **refunds, size_t *count)
{
	const struct clause clauses[] = {
		number_clause("r.merchant = ?", search->merchant),
		{.sql = "r.type = 'refunded'"}, /* as the index has it */
		number_clause("r.time >= ?", search->from),
		number_clause("r.time < ?", search->to),
		place_clause("(r.time, r.row) < (?, ?)", "(r.time, r.row) > (?, ?)", slice),
	};
	size_t clause_count = sizeof clauses / sizeof *clauses;
	/* CROSS JOIN: the orders are looked up for the refunds, never the other way round. */
	char sql[SQL_SIZE] = "SELECT r.time, r.row, r.amount, r.reference, r.externalRefundId, o.orderId, o.orderNumber, "
						 "o.currency, o.maskedPan FROM operations r CROSS JOIN orders o ON o.row = r.orderRow WHERE ";
	bool complete = false;
	append_clauses(
		sql, clauses, clause_count, slice->newer ? "ORDER BY r.time, r.row" : "ORDER BY r.time DESC, r.row DESC");
	*refunds = NULL;
	*count = 0;
	sqlite3_stmt *statement = sandbox_sqlite_prepare_once(store, sql);
	if (statement) {
		bind_clauses(statement, clauses, clause_count, slice->most);
		*refunds = sandbox_sqlite_list(statement, read_refund, sizeof **refunds, count, &complete);
	}
	sqlite3_finalize(statement);
	if (slice->newer) {
		turn_round(*refunds, sizeof **refunds, *count);
	}
	return complete;
}
