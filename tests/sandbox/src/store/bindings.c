/* The table of bindings, which are stored cards. */
#include "store/bindings.h"

#include "store/sqlite.h"

#include <string.h>

static const char tables[] =
	"CREATE TABLE IF NOT EXISTS bindings (row INTEGER PRIMARY KEY, bindingId TEXT NOT NULL UNIQUE, "
	"merchant INTEGER NOT NULL, clientId TEXT NOT NULL, type TEXT NOT NULL, panHash TEXT NOT NULL, "
	"maskedPan TEXT NOT NULL, paymentSystem TEXT NOT NULL, cardholderName TEXT NOT NULL, active INTEGER NOT NULL, "
	"expiryDate INTEGER NOT NULL, cardRight INTEGER NOT NULL, date INTEGER NOT NULL);"
	"DROP INDEX IF EXISTS bindingTwins;"
	"CREATE UNIQUE INDEX IF NOT EXISTS bindingTwin ON bindings (merchant, clientId, panHash, type) "
	"WHERE active = 1 AND type <> 'INSTALLMENT';"
	"CREATE INDEX IF NOT EXISTS bindingClients ON bindings (merchant, clientId);"
	"CREATE INDEX IF NOT EXISTS bindingCards ON bindings (merchant, panHash);";

#define COLUMNS \
	"bindingId, merchant, clientId, type, panHash, maskedPan, paymentSystem, cardholderName, active, expiryDate, " \
	"cardRight, date, recurringFrequency, recurringExpiry, installments, totalInstallmentAmount, charges, " \
	"chargedAmount, lastChargeDate, wallet, threeDS2"

/* Columns that older sandboxes did not have, with their offsets in the struct, in the order of COLUMNS. */
#define LIMITS_AT 12
static const struct {
	const char *name;
	size_t offset;
} limits[] = {
	{"recurringFrequency", offsetof(struct sandbox_limits, frequency)},
	{"recurringExpiry", offsetof(struct sandbox_limits, expiry)},
	{"installments", offsetof(struct sandbox_limits, installments)},
	{"totalInstallmentAmount", offsetof(struct sandbox_limits, total)},
	{"charges", offsetof(struct sandbox_limits, charges)},
	{"chargedAmount", offsetof(struct sandbox_limits, charged)},
	{"lastChargeDate", offsetof(struct sandbox_limits, charged_at)},
};
#define LIMITS ((int)(sizeof limits / sizeof *limits))

static const struct sandbox_query queries[] = {
	{SANDBOX_SQL_BINDING_BY_ID, "SELECT " COLUMNS ", row FROM bindings WHERE merchant = ? AND bindingId = ?"},
	{SANDBOX_SQL_BINDING_TWIN, "SELECT " COLUMNS ", row FROM bindings WHERE merchant = ? AND clientId = ? AND "
							   "panHash = ? AND type = ? AND active = 1 AND type <> 'INSTALLMENT'"},
	{SANDBOX_SQL_BINDING_INSERT,
		"INSERT INTO bindings (" COLUMNS ") VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"},
	{SANDBOX_SQL_BINDING_UPDATE,
		"UPDATE bindings SET active = ?, expiryDate = ?, cardRight = ?, cardholderName = ?, recurringFrequency = ?, "
		"recurringExpiry = ?, installments = ?, totalInstallmentAmount = ?, charges = ?, chargedAmount = ?, "
		"lastChargeDate = ?, threeDS2 = ? WHERE row = ?"},
	{SANDBOX_SQL_BINDING_LIST_BY_CLIENT,
		"SELECT " COLUMNS ", row FROM bindings WHERE merchant = ? AND clientId = ? ORDER BY row"},
	{SANDBOX_SQL_BINDING_LIST_BY_CARD,
		"SELECT " COLUMNS ", row FROM bindings WHERE merchant = ? AND panHash = ? ORDER BY row"},
};

bool sandbox_store_open_bindings(struct sandbox_store *store)
{
	bool opened = sandbox_sqlite_execute(store, tables);
	for (int i = 0; opened && i < LIMITS; i++) {
		opened = sandbox_sqlite_add_column(store, "bindings", limits[i].name, "INTEGER NOT NULL DEFAULT 0");
	}
	return opened && sandbox_sqlite_add_column(store, "bindings", "wallet", "TEXT NOT NULL DEFAULT ''") &&
		   sandbox_sqlite_add_column(store, "bindings", "threeDS2", "INTEGER NOT NULL DEFAULT 0") &&
		   sandbox_sqlite_prepare_all(store, queries, sizeof queries / sizeof *queries);
}

static void read_binding(sqlite3_stmt *row, void *record)
{
	struct sandbox_binding *binding = record;
	memset(binding, 0, sizeof *binding);
	sandbox_sqlite_copy_text(row, 0, binding->id, sizeof binding->id);
	binding->merchant = sqlite3_column_int64(row, 1);
	sandbox_sqlite_copy_text(row, 2, binding->client_id, sizeof binding->client_id);
	binding->type = sandbox_binding_type_of(*(const char *)sqlite3_column_text(row, 3));
	sandbox_sqlite_copy_text(row, 4, binding->pan_mac, sizeof binding->pan_mac);
	sandbox_sqlite_copy_text(row, 5, binding->masked_pan, sizeof binding->masked_pan);
	sandbox_sqlite_copy_text(row, 6, binding->payment_system, sizeof binding->payment_system);
	sandbox_sqlite_copy_text(row, 7, binding->cardholder, sizeof binding->cardholder);
	binding->active = sqlite3_column_int(row, 8);
	binding->expiry = sqlite3_column_int64(row, 9);
	binding->card_right = sqlite3_column_int(row, 10);
	binding->created_at = sqlite3_column_int64(row, 11);
	for (int i = 0; i < LIMITS; i++) {
		int64_t value = sqlite3_column_int64(row, LIMITS_AT + i);
		memcpy((char *)&binding->limits + limits[i].offset, &value, sizeof value);
	}
	sandbox_sqlite_copy_text(row, LIMITS_AT + LIMITS, binding->wallet, sizeof binding->wallet);
	binding->by_tds2 = sqlite3_column_int(row, LIMITS_AT + LIMITS + 1);
	binding->row = sqlite3_column_int64(row, LIMITS_AT + LIMITS + 2);
}

enum sandbox_found sandbox_store_binding_by_id(
	struct sandbox_store *store, int64_t merchant, const char *id, struct sandbox_binding *binding)
{
	sqlite3_stmt *statement = store->statements[SANDBOX_SQL_BINDING_BY_ID];
	sqlite3_bind_int64(statement, 1, merchant);
	sandbox_sqlite_bind_text(statement, 2, id);
	return sandbox_sqlite_find(statement, read_binding, binding);
}

enum sandbox_found sandbox_store_binding_twin(
	struct sandbox_store *store, const struct sandbox_binding *like, struct sandbox_binding *twin)
{
	sqlite3_stmt *statement = store->statements[SANDBOX_SQL_BINDING_TWIN];
	sqlite3_bind_int64(statement, 1, like->merchant);
	sandbox_sqlite_bind_text(statement, 2, like->client_id);
	sandbox_sqlite_bind_text(statement, 3, like->pan_mac);
	sandbox_sqlite_bind_text(statement, 4, sandbox_binding_names[like->type]);
	return sandbox_sqlite_find(statement, read_binding, twin);
}

static void bind_limits(sqlite3_stmt *statement, int at, const struct sandbox_binding *binding)
{
	for (int i = 0; i < LIMITS; i++) {
		int64_t value;
		memcpy(&value, (const char *)&binding->limits + limits[i].offset, sizeof value);
		sqlite3_bind_int64(statement, at + i, value);
	}
}

bool sandbox_store_binding_insert(struct sandbox_store *store, const struct sandbox_binding *binding)
{
	sqlite3_stmt *statement = store->statements[SANDBOX_SQL_BINDING_INSERT];
	sandbox_sqlite_bind_text(statement, 1, binding->id);
	sqlite3_bind_int64(statement, 2, binding->merchant);
	sandbox_sqlite_bind_text(statement, 3, binding->client_id);
	sandbox_sqlite_bind_text(statement, 4, sandbox_binding_names[binding->type]);
	sandbox_sqlite_bind_text(statement, 5, binding->pan_mac);
	sandbox_sqlite_bind_text(statement, 6, binding->masked_pan);
	sandbox_sqlite_bind_text(statement, 7, binding->payment_system);
	sandbox_sqlite_bind_text(statement, 8, binding->cardholder);
	sqlite3_bind_int(statement, 9, binding->active);
	sqlite3_bind_int64(statement, 10, binding->expiry);
	sqlite3_bind_int(statement, 11, binding->card_right);
	sqlite3_bind_int64(statement, 12, binding->created_at);
	bind_limits(statement, LIMITS_AT + 1, binding);
	sandbox_sqlite_bind_text(statement, LIMITS_AT + LIMITS + 1, binding->wallet);
	sqlite3_bind_int(statement, LIMITS_AT + LIMITS + 2, binding->by_tds2);
	return sandbox_sqlite_run(statement) == SQLITE_DONE;
}

bool sandbox_store_binding_update(struct sandbox_store *store, const struct sandbox_binding *binding)
{
	sqlite3_stmt *statement = store->statements[SANDBOX_SQL_BINDING_UPDATE];
	sqlite3_bind_int(statement, 1, binding->active);
	sqlite3_bind_int64(statement, 2, binding->expiry);
	sqlite3_bind_int(statement, 3, binding->card_right);
	sandbox_sqlite_bind_text(statement, 4, binding->cardholder);
	bind_limits(statement, 5, binding);
	sqlite3_bind_int(statement, 5 + LIMITS, binding->by_tds2);
	sqlite3_bind_int64(statement, 6 + LIMITS, binding->row);
	return sandbox_sqlite_run(statement) == SQLITE_DONE && sqlite3_changes(store->database) == 1;
}

/* All bindings of a merchant that have that text in the column of the query. */
static bool list_bindings(struct sandbox_store *store, enum sandbox_statement which, int64_t merchant, const char *text,
	struct sandbox_binding **bindings, size_t *count)
{
	sqlite3_stmt *statement = store->statements[which];
	bool complete;
	sqlite3_bind_int64(statement, 1, merchant);
	sandbox_sqlite_bind_text(statement, 2, text);
	*bindings = sandbox_sqlite_list(statement, read_binding, sizeof **bindings, count, &complete);
	return complete;
}

bool sandbox_store_list_client_bindings(struct sandbox_store *store, int64_t merchant, const char *client_id,
	struct sandbox_binding **bindings, size_t *count)
{
	return list_bindings(store, SANDBOX_SQL_BINDING_LIST_BY_CLIENT, merchant, client_id, bindings, count);
}

bool sandbox_store_list_card_bindings(struct sandbox_store *store, int64_t merchant, const char *pan_mac,
	struct sandbox_binding **bindings, size_t *count)
{
	return list_bindings(store, SANDBOX_SQL_BINDING_LIST_BY_CARD, merchant, pan_mac, bindings, count);
}
