/* Payments that recurring tasks make by themselves. */
#include "task/task_payment.h"

#include "base/text.h"
#include "model/action.h"
#include "payment/charge.h"

#include <stdio.h>
#include <string.h>

void sandbox_task_set_next(struct sandbox_store *store, struct sandbox_task *task, int64_t number, int64_t from)
{
	int64_t due;
	while ((due = sandbox_schedule_due(&task->schedule, number)) &&
		   (due < from || sandbox_store_is_task_skipped(store, task->row, number))) {
		number++;
	}
	task->number = number;
	task->due_at = due;
}

enum sandbox_found sandbox_task_binding(struct sandbox_store *store, const struct sandbox_merchant *merchant,
	const struct sandbox_task *task, int64_t now, struct sandbox_binding *binding)
{
	enum sandbox_found found = sandbox_charge_binding(store, merchant, task->binding, "R", now, binding);
	if (found != SANDBOX_FOUND) {
		return found;
	}
	bool of_client = merchant->settings.bindings && sandbox_text_equal(binding->client_id, task->client_id);
	return of_client ? SANDBOX_FOUND : SANDBOX_NOT_FOUND;
}

static void fill_task_order(
	const struct sandbox_task *task, const struct sandbox_merchant *merchant, struct sandbox_order *order)
{
	char number[SANDBOX_HEX_SIZE];
	sandbox_random_hex(number, true);
	sandbox_text_set(&order->number, number);
	sandbox_text_set(&order->currency, task->currency);
	sandbox_text_set(&order->language, merchant->settings.language);
	sandbox_text_set(&order->json_params, task->params);
	order->amount = task->amount;
}

static bool charge_task(struct sandbox_store *store, const struct sandbox_merchant *merchant,
	const struct sandbox_task *task, struct sandbox_binding *binding, struct sandbox_task_attempt *attempt)
{
	struct sandbox_order order = {0};
	struct sandbox_operation operation = {.at = attempt->executed_at};
	fill_task_order(task, merchant, &order);
	bool made = sandbox_charge_order(store, merchant, binding, 0, &order, &operation) == SANDBOX_FOUND;
	if (made) {
		attempt->succeeded = operation.action_code == SANDBOX_ACTION_APPROVED;
		snprintf(attempt->order_id, sizeof attempt->order_id, "%s", order.id);
		snprintf(attempt->order_number, sizeof attempt->order_number, "%s", order.number);
	}
	sandbox_order_free(&order);
	return made;
}

static bool is_card_expired(
	struct sandbox_store *store, const struct sandbox_merchant *merchant, const struct sandbox_task *task, int64_t now)
{
	struct sandbox_binding binding;
	return sandbox_store_binding_by_id(store, merchant->id, task->binding, &binding) == SANDBOX_FOUND &&
		   sandbox_binding_expired(&binding, &merchant->settings, now);
}

/* Updates the task after the attempt of its current date. */
static void advance_task(struct sandbox_store *store, struct sandbox_task *task,
	const struct sandbox_task_attempt *attempt, bool card_expired)
{
	task->updated_at = attempt->executed_at;
	task->failures = attempt->succeeded ? 0 : task->failures + 1;
	if (attempt->succeeded) {
		task->state = SANDBOX_TASK_ACTIVE;
		task->paid_at = attempt->executed_at;
	} else if (card_expired) {
		task->state = SANDBOX_TASK_EXPIRED;
	} else if (task->failures >= SANDBOX_TASK_FAILURES_MOST) {
		task->state = SANDBOX_TASK_FAILED;
	}
	sandbox_task_set_next(store, task, task->number + 1, 0);
	bool goes_on = task->state == SANDBOX_TASK_CREATED || task->state == SANDBOX_TASK_ACTIVE;
	if (goes_on && !task->due_at) {
		task->state = SANDBOX_TASK_COMPLETED;
	}
	task->due_at = goes_on ? task->due_at : 0;
}

/* A schedule may start earlier on the day on which the task is created; no payment is dated before the creation. */
static int64_t payment_moment(const struct sandbox_task *task)
{
	return task->due_at > task->created_at ? task->due_at : task->created_at;
}

static bool pay_due_date(struct sandbox_store *store, struct sandbox_task *task)
{
	const struct sandbox_merchant *merchant = sandbox_store_merchant_by_id(store, task->merchant);
	struct sandbox_binding binding;
	struct sandbox_task_attempt attempt = {
		.task = task->row, .number = task->number, .executed_at = payment_moment(task)};
	sandbox_random_uuid(attempt.id);
	sandbox_random_uuid(attempt.payment_id);
	enum sandbox_found found = sandbox_task_binding(store, merchant, task, attempt.executed_at, &binding);
	if (found == SANDBOX_STORE_FAILED ||
		(found == SANDBOX_FOUND && !charge_task(store, merchant, task, &binding, &attempt))) {
		return false;
	}
	bool expired = found == SANDBOX_NOT_FOUND && is_card_expired(store, merchant, task, attempt.executed_at);
	advance_task(store, task, &attempt, expired);
	return sandbox_store_task_attempt_insert(store, &attempt) && sandbox_store_task_update(store, task);
}

bool sandbox_tasks_settle(struct sandbox_store *store, int64_t now)
{
	struct sandbox_task task;
	enum sandbox_found found;
	bool settled = true;
	if (!sandbox_store_is_any_task_due(store, now)) {
		return true;
	}
	if (!sandbox_store_begin(store)) {
		return false;
	}
	while (settled && (found = sandbox_store_next_due_task(store, now, &task)) == SANDBOX_FOUND) {
		settled = pay_due_date(store, &task);
		sandbox_task_free(&task);
	}
	return sandbox_store_end(store, settled && found == SANDBOX_NOT_FOUND);
}
