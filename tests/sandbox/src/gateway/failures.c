/* The failures that are pending. */
#include "gateway/failures.h"

#include "base/json.h"
#include "gateway/method_table.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#define PENDING_MAX 100

struct pending {
	struct sandbox_failure failure;
	const struct sandbox_method *method; /* NULL: any */
	int64_t times;
};

struct sandbox_failures {
	pthread_mutex_t mutex;
	struct pending pending[PENDING_MAX]; /* oldest first */
	size_t count;
};

struct sandbox_failures *sandbox_failures_open(void)
{
	struct sandbox_failures *failures = calloc(1, sizeof *failures);
	if (failures) {
		pthread_mutex_init(&failures->mutex, NULL);
	}
	return failures;
}

void sandbox_failures_close(struct sandbox_failures *failures)
{
	if (failures) {
		pthread_mutex_destroy(&failures->mutex);
		free(failures);
	}
}

bool sandbox_failures_add(struct sandbox_failures *failures, const struct sandbox_failure *failure,
	const struct sandbox_method *method, int64_t times)
{
	pthread_mutex_lock(&failures->mutex);
	bool room = failures->count < PENDING_MAX;
	if (room) {
		failures->pending[failures->count++] = (struct pending){*failure, method, times};
	}
	pthread_mutex_unlock(&failures->mutex);
	return room;
}

static void use_up(struct sandbox_failures *failures, size_t index)
{
	struct pending *pending = &failures->pending[index];
	if (--pending->times > 0) {
		return;
	}
	failures->count--;
	memmove(pending, pending + 1, (failures->count - index) * sizeof *pending);
}

static struct sandbox_failure take(struct sandbox_failures *failures, const struct sandbox_method *method, bool payment)
{
	struct sandbox_failure taken = {SANDBOX_FAILURE_NONE, 0};
	if (!failures) {
		return taken;
	}
	pthread_mutex_lock(&failures->mutex);
	for (size_t i = 0; i < failures->count; i++) {
		const struct pending *pending = &failures->pending[i];
		bool of_payment = pending->failure.kind == SANDBOX_FAILURE_DECLINE;
		if (of_payment == payment && (!pending->method || pending->method == method)) {
			taken = pending->failure;
			use_up(failures, i);
			break;
		}
	}
	pthread_mutex_unlock(&failures->mutex);
	return taken;
}

struct sandbox_failure sandbox_failures_take_call(
	struct sandbox_failures *failures, const struct sandbox_method *method)
{
	return take(failures, method, false);
}

struct sandbox_failure sandbox_failures_take_payment(
	struct sandbox_failures *failures, const struct sandbox_method *method)
{
	return sandbox_method_pays(method) ? take(failures, method, true)
									   : (struct sandbox_failure){SANDBOX_FAILURE_NONE, 0};
}

static struct json_object *describe_pending(const struct pending *pending)
{
	struct json_object *json = json_object_new_object();
	char name[SANDBOX_METHOD_NAME_SIZE];
	sandbox_json_text(json, "with", sandbox_failure_names[pending->failure.kind]);
	if (pending->method) {
		sandbox_method_write_name(pending->method, name);
		sandbox_json_text(json, "method", name);
	}
	sandbox_json_number(json, "times", pending->times);
	if (pending->failure.kind == SANDBOX_FAILURE_SLOW) {
		sandbox_json_number(json, "milliseconds", pending->failure.value);
	}
	if (pending->failure.kind == SANDBOX_FAILURE_DECLINE) {
		sandbox_json_number(json, "actionCode", pending->failure.value);
	}
	return json;
}

struct json_object *sandbox_failures_list(struct sandbox_failures *failures)
{
	struct json_object *list = json_object_new_array();
	pthread_mutex_lock(&failures->mutex);
	for (size_t i = 0; i < failures->count; i++) {
		json_object_array_add(list, describe_pending(&failures->pending[i]));
	}
	pthread_mutex_unlock(&failures->mutex);
	return list;
}

void sandbox_failures_clear(struct sandbox_failures *failures)
{
	pthread_mutex_lock(&failures->mutex);
	failures->count = 0;
	pthread_mutex_unlock(&failures->mutex);
}
