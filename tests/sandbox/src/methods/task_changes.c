/* recurrent/v1/: task/modify, task/terminate, task/activate, task/batchTerminate, payment/skip. */
#include "methods/handlers.h"

#include "base/text.h"
#include "task/task_payment.h"
#include "task/task_request.h"

static const struct sandbox_refusal wrong_number = {5, 5, "[paymentNumber] wrong value"};

#define IN(state) (1u << SANDBOX_TASK_##state)
static const unsigned may_modify = IN(CREATED) | IN(ACTIVE) | IN(FAILED) | IN(TERMINATED) | IN(EXPIRED);
static const unsigned may_terminate = IN(CREATED) | IN(ACTIVE) | IN(FAILED) | IN(EXPIRED);
static const unsigned may_activate = IN(FAILED) | IN(TERMINATED) | IN(EXPIRED);
static const unsigned may_skip = IN(CREATED) | IN(ACTIVE);

static bool is_task_in(unsigned states, const struct sandbox_task *task)
{
	return states & 1u << task->state;
}

/* Changes the task as the request says and returns NULL, or returns why not. */
typedef const struct sandbox_refusal *task_change(
	const struct sandbox_call *call, struct json_object *given, struct sandbox_task *task);

static const struct sandbox_refusal *refuse_task_binding(
	const struct sandbox_call *call, const struct sandbox_task *task)
{
	struct sandbox_binding binding;
	enum sandbox_found found = sandbox_task_binding(call->store, call->merchant, task, call->now, &binding);
	return sandbox_call_refusal_unless_found(found, &sandbox_refusal_no_binding);
}

static void replace_if_given(char **slot, const char *text)
{
	if (text) {
		sandbox_text_set(slot, text);
	}
}

static const struct sandbox_refusal *modify_task(
	const struct sandbox_call *call, struct json_object *given, struct sandbox_task *task)
{
	if (!is_task_in(may_modify, task)) {
		return &sandbox_refusal_task_state;
	}
	replace_if_given(&task->binding, sandbox_task_text(given, "bindingId"));
	replace_if_given(&task->client_id, sandbox_task_text(given, "clientId"));
	replace_if_given(&task->cardholder, sandbox_task_text(given, "cardholder"));
	replace_if_given(&task->attributes, sandbox_task_json(given, "attributes"));
	replace_if_given(&task->params, sandbox_task_json(given, "params"));
	bool other_card = sandbox_task_text(given, "bindingId") || sandbox_task_text(given, "clientId");
	return other_card ? refuse_task_binding(call, task) : NULL;
}

static const struct sandbox_refusal *terminate_task(
	const struct sandbox_call *call, struct json_object *given, struct sandbox_task *task)
{
	(void)call;
	(void)given;
	if (!is_task_in(may_terminate, task)) {
		return &sandbox_refusal_task_state;
	}
	task->state = SANDBOX_TASK_TERMINATED;
	task->due_at = 0;
	return NULL;
}

/* Dates missed in the meantime are not paid. */
static const struct sandbox_refusal *activate_task(
	const struct sandbox_call *call, struct json_object *given, struct sandbox_task *task)
{
	(void)given;
	if (!is_task_in(may_activate, task)) {
		return &sandbox_refusal_task_state;
	}
	const struct sandbox_refusal *refusal = refuse_task_binding(call, task);
	if (refusal) {
		return refusal;
	}
	sandbox_task_set_next(call->store, task, task->number, call->now);
	task->state = SANDBOX_TASK_ACTIVE;
	task->failures = 0;
	return task->due_at ? NULL : &sandbox_refusal_task_state;
}

static const struct sandbox_refusal *skip_task_date(
	const struct sandbox_call *call, struct json_object *given, struct sandbox_task *task)
{
	int64_t number = sandbox_call_number(call, "paymentNumber");
	(void)given;
	if (!is_task_in(may_skip, task)) {
		return &sandbox_refusal_task_state;
	}
	if (number < task->number || !sandbox_schedule_due(&task->schedule, number) ||
		sandbox_store_is_task_skipped(call->store, task->row, number)) {
		return &wrong_number;
	}
	if (!sandbox_store_task_skip_insert(call->store, task->row, number)) {
		return &sandbox_refusal_system_error;
	}
	sandbox_task_set_next(call->store, task, task->number, 0);
	task->state = task->due_at ? task->state : SANDBOX_TASK_COMPLETED;
	return NULL;
}

static const struct sandbox_refusal *find_and_change_task(const struct sandbox_call *call,
	struct json_object *identifier, struct json_object *given, task_change *make, struct sandbox_task *task)
{
	const struct sandbox_refusal *refusal = sandbox_task_find(call, identifier, task);
	refusal = refusal ? refusal : make(call, given, task);
	if (refusal) {
		return refusal;
	}
	task->updated_at = call->now;
	return sandbox_store_task_update(call->store, task) ? NULL : &sandbox_refusal_system_error;
}

/* The started answer, to which the caller adds members; NULL after answering why nothing was changed. */
static struct json_object *change_task(const struct sandbox_call *call, struct json_object *identifier,
	struct json_object *given, task_change *make, struct sandbox_task *task)
{
	*task = (struct sandbox_task){0};
	if (!sandbox_call_begin(call)) {
		return NULL;
	}
	if (!sandbox_call_end(call, find_and_change_task(call, identifier, given, make, task))) {
		return NULL;
	}
	struct json_object *json = sandbox_task_answer(call, task);
	sandbox_task_add_time(call, json, "updated", task->updated_at);
	return json;
}

void sandbox_handle_task_modify(struct sandbox_call *call)
{
	struct sandbox_task task;
	struct json_object *identifier, *given = sandbox_task_object(call, "task");
	const char *wrong = sandbox_task_text(given, "pan") ? "task.pan" : NULL;
	wrong = sandbox_task_text(given, "expiry") ? "task.expiry" : wrong;
	if (wrong) {
		sandbox_call_wrong(call, wrong);
	} else {
		json_object_object_get_ex(given, "taskIdentifier", &identifier);
		change_task(call, identifier, given, modify_task, &task);
		sandbox_task_free(&task);
	}
	json_object_put(given);
}

static void change_task_state(const struct sandbox_call *call, task_change *make)
{
	struct sandbox_task task;
	struct json_object *identifier = sandbox_task_object(call, "taskIdentifier");
	struct json_object *json = change_task(call, identifier, NULL, make, &task);
	if (json) {
		sandbox_task_add_state(json, &task);
		sandbox_task_add_next(json, &task);
	}
	sandbox_task_free(&task);
	json_object_put(identifier);
}

void sandbox_handle_task_terminate(struct sandbox_call *call)
{
	change_task_state(call, terminate_task);
}

void sandbox_handle_task_activate(struct sandbox_call *call)
{
	change_task_state(call, activate_task);
}

void sandbox_handle_task_skip(struct sandbox_call *call)
{
	change_task_state(call, skip_task_date);
}

static const struct sandbox_refusal *terminate_every_task(
	const struct sandbox_call *call, struct json_object *identifiers)
{
	const struct sandbox_refusal *refusal = NULL;
	for (size_t i = 0; i < json_object_array_length(identifiers) && !refusal; i++) {
		struct sandbox_task task;
		refusal = find_and_change_task(call, json_object_array_get_idx(identifiers, i), NULL, terminate_task, &task);
		sandbox_task_free(&task);
	}
	return refusal;
}

/* Terminates all of the tasks or none. */
void sandbox_handle_task_batch_terminate(struct sandbox_call *call)
{
	struct json_object *identifiers = sandbox_task_object(call, "taskIdentifiers");
	struct json_object *others = sandbox_task_object(call, "tasksIdentifiers");
	if (identifiers && others) {
		sandbox_call_wrong(call, "tasksIdentifiers");
		goto cleanup;
	}
	if (!identifiers && !others) {
		sandbox_call_empty(call, "taskIdentifiers");
		goto cleanup;
	}
	if (!sandbox_call_begin(call)) {
		goto cleanup;
	}
	if (sandbox_call_end(call, terminate_every_task(call, identifiers ? identifiers : others))) {
		sandbox_call_answer(call, 0, NULL);
	}
cleanup:
	json_object_put(identifiers);
	json_object_put(others);
}
