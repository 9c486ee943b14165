/* recurrent/v1/task/create and recurrent/v1/task/get. */
#include "methods/handlers.h"

#include "base/clock.h"
#include "base/text.h"
#include "model/currency.h"
#include "task/task_payment.h"
#include "task/task_request.h"

#include <stddef.h>
#include <stdlib.h>

static const struct sandbox_refusal uuid_used = {1, 1, "[task.merchantTaskUuid] was used already"};

/* Members that are copied to the task unchanged. */
static const struct {
	const char *name;
	size_t offset;
} copied_texts[] = {
	{"merchantTaskUuid", offsetof(struct sandbox_task, merchant_id)},
	{"bindingId", offsetof(struct sandbox_task, binding)},
	{"clientId", offsetof(struct sandbox_task, client_id)},
	{"currency", offsetof(struct sandbox_task, currency)},
	{"cardHolder", offsetof(struct sandbox_task, cardholder)},
};

/* The name of the member that is wrong, or NULL. */
static const char *read_schedule(const struct sandbox_call *call, struct json_object *given, struct sandbox_task *task)
{
	struct sandbox_schedule *schedule = &task->schedule;
	int64_t zone_of_end;
	sandbox_text_set(&task->since, sandbox_task_text(given, "scheduledSince"));
	sandbox_text_set(&task->till, sandbox_task_text(given, "scheduledTill"));
	schedule->unit = sandbox_schedule_unit(sandbox_task_text(given, "timeUnit"));
	schedule->value = sandbox_text_integer(sandbox_task_text(given, "value"));
	if (schedule->unit < 0) {
		return "task.scheduleData.timeUnit";
	}
	/* The schedule must not start before today. */
	if (!sandbox_schedule_parse(task->since, &schedule->since, &schedule->zone) ||
		sandbox_clock_day(schedule->since, schedule->zone) < sandbox_clock_day(call->now, schedule->zone)) {
		return "task.scheduleData.scheduledSince";
	}
	if (!sandbox_schedule_parse(task->till, &schedule->till, &zone_of_end) || schedule->till < schedule->since) {
		return "task.scheduleData.scheduledTill";
	}
	bool endless = schedule->value < 1 || sandbox_schedule_due(schedule, SANDBOX_SCHEDULE_MOST + 1);
	return endless ? "task.scheduleData.value" : NULL;
}

/* The name of the member that is wrong, or NULL. */
static const char *read_new_task(const struct sandbox_call *call, struct json_object *given, struct sandbox_task *task)
{
	for (size_t i = 0; i < sizeof copied_texts / sizeof *copied_texts; i++) {
		sandbox_text_set(
			(char **)((char *)task + copied_texts[i].offset), sandbox_task_text(given, copied_texts[i].name));
	}
	sandbox_text_set(&task->attributes, sandbox_task_json(given, "attributes"));
	sandbox_text_set(&task->params, sandbox_task_json(given, "params"));
	task->amount = sandbox_text_integer(sandbox_task_text(given, "amount"));
	if (sandbox_task_text(given, "pan")) {
		return "task.pan";
	}
	if (sandbox_task_text(given, "expiry")) {
		return "task.expiry";
	}
	if (task->amount < 1) {
		return "task.amount";
	}
	struct json_object *schedule;
	json_object_object_get_ex(given, "scheduleData", &schedule);
	return sandbox_currency_known(task->currency) ? read_schedule(call, schedule, task) : "task.currency";
}

static const struct sandbox_refusal *insert_task(const struct sandbox_call *call, struct sandbox_task *task)
{
	struct sandbox_binding binding;
	char id[SANDBOX_UUID_SIZE];
	sandbox_random_uuid(id);
	sandbox_text_set(&task->id, id);
	task->merchant = call->merchant->id;
	task->state = SANDBOX_TASK_CREATED;
	task->created_at = call->now;
	task->updated_at = call->now;
	task->number = 1;
	task->due_at = task->schedule.since;
	enum sandbox_found found = sandbox_task_binding(call->store, call->merchant, task, call->now, &binding);
	if (found != SANDBOX_FOUND) {
		return sandbox_call_refusal_unless_found(found, &sandbox_refusal_no_binding);
	}
	return sandbox_call_refusal_unless_found(sandbox_store_task_insert(call->store, task), &uuid_used);
}

static void answer_new_task(const struct sandbox_call *call, const struct sandbox_task *task)
{
	struct json_object *json = sandbox_task_answer(call, task);
	sandbox_task_add_time(call, json, "created", task->created_at);
	sandbox_task_add_next(json, task);
	sandbox_task_add_state(json, task);
}

void sandbox_handle_task_create(struct sandbox_call *call)
{
	struct sandbox_task task = {0};
	struct json_object *given = sandbox_task_object(call, "task");
	const char *wrong = read_new_task(call, given, &task);
	if (wrong) {
		sandbox_call_wrong(call, wrong);
		goto cleanup;
	}
	if (!sandbox_call_begin(call)) {
		goto cleanup;
	}
	if (sandbox_call_end(call, insert_task(call, &task))) {
		answer_new_task(call, &task);
	}
cleanup:
	sandbox_task_free(&task);
	json_object_put(given);
}

/* All that getTask shows. */
struct task_view {
	struct sandbox_task task;
	struct sandbox_task_attempt *attempts;
	size_t count;
	struct sandbox_binding binding; /* without id if there is none any more */
};

static const struct sandbox_refusal *look_up_task(
	const struct sandbox_call *call, struct json_object *identifier, struct task_view *view)
{
	*view = (struct task_view){.attempts = NULL};
	const struct sandbox_refusal *refusal = sandbox_task_find(call, identifier, &view->task);
	if (refusal) {
		return refusal;
	}
	enum sandbox_found found =
		sandbox_store_binding_by_id(call->store, call->merchant->id, view->task.binding, &view->binding);
	bool read = found != SANDBOX_STORE_FAILED &&
				sandbox_store_list_task_attempts(call->store, view->task.row, &view->attempts, &view->count);
	return read ? NULL : &sandbox_refusal_system_error;
}

static struct json_object *describe_attempt(const struct sandbox_call *call, const struct sandbox_task_attempt *attempt)
{
	struct json_object *json = json_object_new_object();
	sandbox_json_text(json, "paymentAttemptUuid", attempt->id);
	sandbox_json_text(json, "paymentUuid", attempt->payment_id);
	sandbox_json_text(json, "state", attempt->succeeded ? "SUCCEEDED" : "FAILED");
	sandbox_task_add_time(call, json, "executed", attempt->executed_at);
	sandbox_json_flag(json, "technicalAttempt", 0);
	if (attempt->order_id[0]) {
		sandbox_json_text(json, "orderId", attempt->order_id);
		sandbox_json_text(json, "orderNumber", attempt->order_number);
	}
	return json;
}

static struct json_object *describe_schedule(const struct sandbox_task *task)
{
	struct json_object *json = json_object_new_object();
	sandbox_json_text(json, "scheduledSince", task->since);
	sandbox_json_text(json, "scheduledTill", task->till);
	sandbox_json_number(json, "value", task->schedule.value);
	sandbox_json_text(json, "timeUnit", sandbox_schedule_unit_name(task->schedule.unit));
	return json;
}

static void add_task_card(struct json_object *json, const struct task_view *view)
{
	sandbox_json_text(json, "bindingId", view->task.binding);
	sandbox_json_text(json, "clientId", view->task.client_id);
	sandbox_json_text(json, "cardHolder", view->task.cardholder);
	if (view->binding.id[0]) {
		sandbox_json_text(json, "maskedPan", view->binding.masked_pan);
		sandbox_json_number(json, "expiry", view->binding.expiry);
	}
}

static void describe_task(const struct sandbox_call *call, const struct task_view *view)
{
	const struct sandbox_task *task = &view->task;
	struct json_object *json = sandbox_task_answer(call, task);
	struct json_object *history = json_object_new_array();
	sandbox_task_add_state(json, task);
	add_task_card(json, view);
	sandbox_task_add_time(call, json, "created", task->created_at);
	sandbox_task_add_time(call, json, "updated", task->updated_at);
	sandbox_task_add_time(call, json, "lastPaymentDate", task->paid_at);
	sandbox_task_add_next(json, task);
	sandbox_json_value(json, "scheduleData", describe_schedule(task));
	sandbox_json_number(json, "amount", task->amount);
	sandbox_json_text(json, "currency", task->currency);
	sandbox_json_value(json, "params", json_tokener_parse(task->params ? task->params : "{}"));
	for (size_t i = 0; i < view->count; i++) {
		json_object_array_add(history, describe_attempt(call, &view->attempts[i]));
	}
	sandbox_json_value(json, "attemptsHistory", history);
}

void sandbox_handle_task_get(struct sandbox_call *call)
{
	struct task_view view;
	struct json_object *identifier = sandbox_task_object(call, "taskIdentifier");
	sandbox_store_lock(call->store);
	const struct sandbox_refusal *refusal = look_up_task(call, identifier, &view);
	sandbox_store_unlock(call->store);
	if (refusal) {
		sandbox_call_refuse(call, refusal);
	} else {
		describe_task(call, &view);
	}
	free(view.attempts);
	sandbox_task_free(&view.task);
	json_object_put(identifier);
}
