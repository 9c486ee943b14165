#include "reply.h"

#include <stdbool.h>
#include <stdio.h>

void sandbox_reply_free(struct sandbox_reply *reply)
{
	json_object_put(reply->json);
	reply->json = NULL;
	reply->lines = NULL;
}

void sandbox_reply_page(struct sandbox_reply *reply, unsigned status)
{
	sandbox_reply_free(reply);
	reply->status = status;
}

/* By envelope: the names of its members (NULL: none), and whether errorCode is a number. */
static const struct {
	const char *code;
	const char *message, *message_too;
	bool number;
	const char *flag; /* NULL: none */
} envelopes[] = {
	[SANDBOX_ENVELOPE_TEXT] = {"errorCode", "errorMessage", NULL, false, NULL},
	[SANDBOX_ENVELOPE_NUMBER] = {"errorCode", "errorMessage", NULL, true, NULL},
	[SANDBOX_ENVELOPE_PAYMENT] = {"errorCode", "error", "errorMessage", true, NULL},
	[SANDBOX_ENVELOPE_CAPITAL] = {"ErrorCode", "ErrorMessage", NULL, false, NULL},
	[SANDBOX_ENVELOPE_ERROR] = {"errorCode", "error", NULL, false, NULL},
	[SANDBOX_ENVELOPE_FLAGGED] = {"errorCode", "errorMessage", NULL, true, "error"},
};

struct json_object *sandbox_reply_start(
	struct sandbox_reply *reply, enum sandbox_envelope envelope, int code, const char *message)
{
	char text[12];
	sandbox_reply_free(reply);
	reply->status = 200;
	reply->json = json_object_new_object();
	snprintf(text, sizeof text, "%d", code);
	if (envelopes[envelope].number) {
		sandbox_json_number(reply->json, envelopes[envelope].code, code);
	} else {
		sandbox_json_text(reply->json, envelopes[envelope].code, text);
	}
	sandbox_json_text(reply->json, envelopes[envelope].message, message);
	if (envelopes[envelope].message_too) {
		sandbox_json_text(reply->json, envelopes[envelope].message_too, message);
	}
	if (envelopes[envelope].flag) {
		sandbox_json_flag(reply->json, envelopes[envelope].flag, code != 0);
	}
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
