#ifndef SANDBOX_TASK_TASK_REQUEST_H
#define SANDBOX_TASK_TASK_REQUEST_H

#include "call/call.h"
#include "model/task.h"

/* What the requests about recurring tasks have in common. */

extern const struct sandbox_refusal sandbox_refusal_task_unknown;
extern const struct sandbox_refusal sandbox_refusal_task_state;

/* A member of a request. The object is of the form as it stands there, and the caller's to put. */
struct json_object *sandbox_task_object(const struct sandbox_call *call, const char *name);

/* A member of that object; NULL if it is absent or empty. */
const char *sandbox_task_text(struct json_object *object, const char *name);

/* An object member as JSON text; NULL if it is absent. Valid as long as the object. */
const char *sandbox_task_json(struct json_object *object, const char *name);

/* The task that a taskIdentifier names, or why there is none. The caller frees a found one. */
const struct sandbox_refusal *sandbox_task_find(
	const struct sandbox_call *call, struct json_object *identifier, struct sandbox_task *task);

/* Answers. */
struct json_object *sandbox_task_answer(const struct sandbox_call *call, const struct sandbox_task *task);
void sandbox_task_add_state(struct json_object *json, const struct sandbox_task *task);
void sandbox_task_add_next(struct json_object *json, const struct sandbox_task *task);

/* With the merchant's zone and six digits after the second; nothing if it is never. */
void sandbox_task_add_time(const struct sandbox_call *call, struct json_object *json, const char *name, int64_t moment);

#endif
