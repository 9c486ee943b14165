#include "reply.h"

#include <stdio.h>

void sandbox_reply_free(struct sandbox_reply *reply)
{
	json_object_put(reply->json);
	reply->json = NULL;
}

void sandbox_reply_page(struct sandbox_reply *reply, unsigned status)
{
	sandbox_reply_free(reply);
	reply->status = status;
}

struct json_object *sandbox_reply_start(
	struct sandbox_reply *reply, enum sandbox_envelope envelope, int code, const char *message)
{
	char text[12];
	sandbox_reply_free(reply);
	reply->status = 200;
	reply->json = json_object_new_object();
	if (envelope == SANDBOX_ENVELOPE_TEXT) {
		snprintf(text, sizeof text, "%d", code);
		sandbox_json_text(reply->json, "errorCode", text);
	} else {
		sandbox_json_number(reply->json, "errorCode", code);
	}
	if (envelope == SANDBOX_ENVELOPE_PAYMENT) {
		sandbox_json_text(reply->json, "error", message);
	}
	sandbox_json_text(reply->json, "errorMessage", message);
	return reply->json;
}

void sandbox_json_value(struct json_object *object, const char *key, struct json_object *value)
{
	json_object_object_add_ex(object, key, value, JSON_C_OBJECT_ADD_KEY_IS_NEW | JSON_C_OBJECT_KEY_IS_CONSTANT);
}

void sandbox_json_text(struct json_object *object, const char *key, const char *text)
{
	if (text) {
		sandbox_json_value(object, key, json_object_new_string(text));
	}
}

void sandbox_json_number(struct json_object *object, const char *key, int64_t number)
{
	sandbox_json_value(object, key, json_object_new_int64(number));
}

void sandbox_json_flag(struct json_object *object, const char *key, int flag)
{
	sandbox_json_value(object, key, json_object_new_boolean(flag));
}

void sandbox_json_time(struct json_object *object, const char *key, int64_t time)
{
	if (time) {
		sandbox_json_number(object, key, time);
	}
}
