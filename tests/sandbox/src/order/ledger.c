/* Orders as of a given time, with everything applied that fell due before. */
#include "order/ledger.h"

#include "model/rules.h"
#include "order/announcement.h"

static enum sandbox_found find_referenced_order(
	struct sandbox_store *store, const struct sandbox_reference *reference, struct sandbox_order *order)
{
	if (!reference->id) {
		return sandbox_store_order_by_number(store, reference->merchant, reference->number, order);
	}
	enum sandbox_found found = sandbox_store_order_by_id(store, reference->id, order);
	if (found == SANDBOX_FOUND && order->merchant != reference->merchant) {
		sandbox_order_free(order);
		return SANDBOX_NOT_FOUND;
	}
	return found;
}

static bool is_order_due(const struct sandbox_order *order, int64_t now)
{
	return order->due_at && order->due_at <= now;
}

static bool settle_order(struct sandbox_store *store, struct sandbox_order *order, int64_t now)
{
	const struct sandbox_merchant *merchant = sandbox_store_merchant_by_id(store, order->merchant);
	struct sandbox_settings settings = merchant ? merchant->settings : sandbox_settings_default();
	struct sandbox_operation operation;
	while (is_order_due(order, now)) {
		sandbox_rules_settle(order, &settings, &operation);
		if (!sandbox_ledger_record(store, order, &operation)) {
			return false;
		}
	}
	return true;
}

enum sandbox_found sandbox_ledger_take(
	struct sandbox_store *store, const struct sandbox_reference *reference, int64_t now, struct sandbox_order *order)
{
	enum sandbox_found found = find_referenced_order(store, reference, order);
	if (found == SANDBOX_FOUND && !settle_order(store, order, now)) {
		sandbox_order_free(order);
		return SANDBOX_STORE_FAILED;
	}
	return found;
}

enum sandbox_found sandbox_ledger_read(
	struct sandbox_store *store, const struct sandbox_reference *reference, int64_t now, struct sandbox_order *order)
{
	sandbox_store_lock(store);
	enum sandbox_found found = find_referenced_order(store, reference, order);
	sandbox_store_unlock(store);
	if (found != SANDBOX_FOUND || !is_order_due(order, now)) {
		return found;
	}
	sandbox_order_free(order);
	if (!sandbox_store_begin(store)) {
		return SANDBOX_STORE_FAILED;
	}
	found = sandbox_ledger_take(store, reference, now, order);
	if (sandbox_store_end(store, found != SANDBOX_STORE_FAILED)) {
		return found;
	}
	if (found == SANDBOX_FOUND) {
		sandbox_order_free(order);
	}
	return SANDBOX_STORE_FAILED;
}

enum sandbox_found sandbox_ledger_open(struct sandbox_store *store, struct sandbox_order *order)
{
	enum sandbox_found inserted = sandbox_store_order_insert(store, order);
	if (inserted == SANDBOX_FOUND && !sandbox_announce(store, SANDBOX_EVENT_CREATED, true, order, NULL)) {
		return SANDBOX_STORE_FAILED;
	}
	return inserted;
}

bool sandbox_ledger_record(
	struct sandbox_store *store, struct sandbox_order *order, struct sandbox_operation *operation)
{
	order->due_at = sandbox_rules_due_at(order);
	operation->order = order->row;
	if (!sandbox_store_order_update(store, order)) {
		return false;
	}
	return operation->type == SANDBOX_OPERATION_NONE ||
		   (sandbox_store_operation_insert(store, order->merchant, operation) &&
			   sandbox_announce_operation(store, order, operation));
}

bool sandbox_ledger_settle(struct sandbox_store *store, int64_t now)
{
	struct sandbox_order order;
	enum sandbox_found found;
	bool settled = true;
	if (!sandbox_store_begin(store)) {
		return false;
	}
	while (settled && (found = sandbox_store_next_due_order(store, now, &order)) == SANDBOX_FOUND) {
		settled = settle_order(store, &order, now);
		sandbox_order_free(&order);
	}
	return sandbox_store_end(store, settled && found == SANDBOX_NOT_FOUND);
}
