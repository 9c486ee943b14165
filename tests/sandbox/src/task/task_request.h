#ifndef SANDBOX_TASK_TASK_REQUEST_H
#define SANDBOX_TASK_TASK_REQUEST_H

#include "call/call.h"
#include "model/task.h"

/* What the requests about recurring tasks have in common. */

extern const struct sandbox_refusal sandbox_refusal_task_unknown;
extern const struct sandbox_refusal sandbox_refusal_task_state;

/* Parses a parameter that is a JSON object, which the caller frees with json_object_put(); NULL if it is absent. */
struct json_object *sandbox_task_object(const struct sandbox_call *call, const char *name);

/* The text of a member; NULL if it is absent or empty. */
const char *sandbox_task_text(struct json_object *object, const char *name);

/* A member as JSON text, which lives as long as the object; NULL if it is absent. */
const char *sandbox_task_json(struct json_object *object, const char *name);

/* Finds the task of a taskIdentifier. NULL, or why there is none. The caller frees the task either way. */
const struct sandbox_refusal *sandbox_task_find(
	const struct sandbox_call *call, struct json_object *identifier, struct sandbox_task *task);

/* Start an answer about a task, and add members to it. */
struct json_object *sandbox_task_answer(const struct sandbox_call *call, const struct sandbox_task *task);
void sandbox_task_add_state(struct json_object *json, const struct sandbox_task *task);
void sandbox_task_add_next(struct json_object *json, const struct sandbox_task *task);

/* Adds a time in the merchant's zone with microseconds; nothing for 0 (never). */
void sandbox_task_add_time(const struct sandbox_call *call, struct json_object *json, const char *name, int64_t moment);

#endif
