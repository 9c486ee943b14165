/* Answers of the control calls. */
#include "control/answer.h"

void sandbox_control_send(const struct sandbox_control_request *request, unsigned status, struct json_object *json)
{
	sandbox_reply_free(request->reply);
	request->reply->status = status;
	request->reply->json = json;
}

struct json_object *sandbox_control_start(const struct sandbox_control_request *request, unsigned status)
{
	struct json_object *json = json_object_new_object();
	sandbox_control_send(request, status, json);
	return json;
}

void sandbox_control_fail(
	const struct sandbox_control_request *request, unsigned status, const char *name, const char *what)
{
	struct sandbox_fault fault;
	if (name) {
		sandbox_fault_set(&fault, 0, name, what);
	}
	sandbox_json_text(sandbox_control_start(request, status), "error", name ? fault.message : what);
}

void sandbox_control_store_failed(const struct sandbox_control_request *request)
{
	sandbox_control_fail(request, 500, NULL, "The store failed");
}
