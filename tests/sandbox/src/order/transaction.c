/* Changing or inserting an order in one transaction. */
#include "order/transaction.h"

bool sandbox_transaction(const struct sandbox_call *call, const struct sandbox_reference *reference,
	sandbox_change *change, const void *subject, struct sandbox_order *order, struct sandbox_operation *operation)
{
	*order = (struct sandbox_order){0};
	*operation = (struct sandbox_operation){.at = call->now};
	sandbox_operation_assign_codes(operation);
	if (!sandbox_call_begin(call)) {
		return false;
	}
	enum sandbox_found found = sandbox_ledger_take(call->store, reference, call->now, order);
	if (found != SANDBOX_FOUND) {
		sandbox_store_rollback(call->store);
		sandbox_call_not_found(call, found);
		return false;
	}
	const struct sandbox_refusal *refusal = change(call, subject, order, operation);
	if (!refusal && !sandbox_ledger_record(call->store, order, operation)) {
		sandbox_store_rollback(call->store);
		sandbox_call_system_error(call);
		return false;
	}
	/* After a refusal as well: the order may just have been found expired. */
	if (!sandbox_store_commit(call->store)) {
		sandbox_call_system_error(call);
		return false;
	}
	if (refusal) {
		sandbox_call_refuse(call, refusal);
	}
	return !refusal;
}

/* Inserts, changes and records the order, inside a transaction. NULL, or why not. */
static const struct sandbox_refusal *insert_and_change(const struct sandbox_call *call,
	const struct sandbox_refusal *taken, sandbox_change *change, const void *subject, struct sandbox_order *order,
	struct sandbox_operation *operation)
{
	enum sandbox_found inserted = sandbox_ledger_open(call->store, order);
	const struct sandbox_refusal *refusal = sandbox_call_refusal_unless_found(inserted, taken);
	refusal = refusal ? refusal : change(call, subject, order, operation);
	if (refusal) {
		return refusal;
	}
	return sandbox_ledger_record(call->store, order, operation) ? NULL : &sandbox_refusal_system_error;
}

bool sandbox_transaction_new(const struct sandbox_call *call, const struct sandbox_refusal *taken,
	sandbox_change *change, const void *subject, struct sandbox_order *order, struct sandbox_operation *operation)
{
	*operation = (struct sandbox_operation){.at = call->now};
	sandbox_operation_assign_codes(operation);
	if (!sandbox_call_begin(call)) {
		return false;
	}
	return sandbox_call_end(call, insert_and_change(call, taken, change, subject, order, operation));
}
