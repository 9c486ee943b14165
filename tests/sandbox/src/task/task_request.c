/* What the requests about recurring tasks have in common. */
#include "task/task_request.h"

#include "base/clock.h"
#include "base/text.h"

const struct sandbox_refusal sandbox_refusal_task_unknown = {6, 6, "Unknown task"};
const struct sandbox_refusal sandbox_refusal_task_state = {7, 7, "Task is not in a correct state"};

static const struct sandbox_refusal no_identifier = {5, 5, "[taskIdentifier.taskUuid] is empty"};
static const struct sandbox_refusal no_login = {5, 5, "[taskIdentifier.merchantLogin] is empty"};
static const struct sandbox_refusal denied = {5, 5, "Access denied"};

struct json_object *sandbox_task_object(const struct sandbox_call *call, const char *name)
{
	const char *text = sandbox_call_text(call, name);
	return text ? json_tokener_parse(text) : NULL;
}

const char *sandbox_task_text(struct json_object *object, const char *name)
{
	struct json_object *value;
	if (!json_object_object_get_ex(object, name, &value)) {
		return NULL;
	}
	const char *text = json_object_get_string(value);
	return text && text[0] ? text : NULL;
}

const char *sandbox_task_json(struct json_object *object, const char *name)
{
	struct json_object *value;
	bool given = json_object_object_get_ex(object, name, &value);
	return given ? json_object_to_json_string_ext(value, JSON_C_TO_STRING_PLAIN) : NULL;
}

/* merchantTaskUuid needs merchantLogin beside it. */
static const struct sandbox_refusal *refuse_identifier(const struct sandbox_call *call, struct json_object *identifier)
{
	const char *login = sandbox_task_text(identifier, "merchantLogin");
	const char *id = sandbox_task_text(identifier, "taskUuid");
	const char *merchant_id = sandbox_task_text(identifier, "merchantTaskUuid");
	if (!merchant_id && !id) {
		return &no_identifier;
	}
	if (login && !sandbox_text_equal(login, call->merchant->user_name)) {
		return &denied;
	}
	return !id && !login ? &no_login : NULL;
}

const struct sandbox_refusal *sandbox_task_find(
	const struct sandbox_call *call, struct json_object *identifier, struct sandbox_task *task)
{
	const char *id = sandbox_task_text(identifier, "taskUuid");
	const char *merchant_id = sandbox_task_text(identifier, "merchantTaskUuid");
	*task = (struct sandbox_task){0};
	const struct sandbox_refusal *refusal = refuse_identifier(call, identifier);
	if (refusal) {
		return refusal;
	}
	enum sandbox_found found =
		id ? sandbox_store_task_by_id(call->store, call->merchant->id, id, task)
		   : sandbox_store_task_by_merchant_id(call->store, call->merchant->id, merchant_id, task);
	if (found == SANDBOX_STORE_FAILED) {
		return &sandbox_refusal_system_error;
	}
	/* If both ids are given, they must belong to the same task. */
	bool right = found == SANDBOX_FOUND && (!merchant_id || sandbox_text_equal(merchant_id, task->merchant_id));
	return right ? NULL : &sandbox_refusal_task_unknown;
}

struct json_object *sandbox_task_answer(const struct sandbox_call *call, const struct sandbox_task *task)
{
	struct json_object *json = json_object_new_object();
	sandbox_json_value(sandbox_call_answer(call, 0, NULL), "task", json);
	sandbox_json_text(json, "taskUuid", task->id);
	sandbox_json_text(json, "merchantTaskUuid", task->merchant_id);
	sandbox_json_text(json, "merchantLogin", call->merchant->user_name);
	return json;
}

void sandbox_task_add_state(struct json_object *json, const struct sandbox_task *task)
{
	sandbox_json_text(json, "state", sandbox_task_state_names[task->state]);
}

void sandbox_task_add_next(struct json_object *json, const struct sandbox_task *task)
{
	char text[SANDBOX_CLOCK_TEXT_SIZE];
	if (task->due_at) {
		sandbox_clock_write_zone(task->due_at, task->schedule.zone, false, text);
		sandbox_json_text(json, "nextPaymentDate", text);
	}
}

void sandbox_task_add_time(const struct sandbox_call *call, struct json_object *json, const char *name, int64_t moment)
{
	char text[SANDBOX_CLOCK_TEXT_SIZE];
	if (moment) {
		sandbox_clock_write_zone(moment, call->merchant->settings.utc_offset_minutes, true, text);
		sandbox_json_text(json, name, text);
	}
}
