/* Replies and their envelopes. */
#include "call/reply.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

void sandbox_reply_free(struct sandbox_reply *reply)
{
	json_object_put(reply->json);
	free(reply->location);
	free(reply->html);
	free(reply->policy);
	free(reply->cookie);
	if (reply->release) {
		reply->release(reply->source);
	}
	*reply = (struct sandbox_reply){.status = reply->status};
}

void sandbox_reply_page(struct sandbox_reply *reply, unsigned status)
{
	sandbox_reply_free(reply);
	reply->status = status;
}

/* The flat envelopes: the names of their members (NULL: none), and whether errorCode is a number. */
static const struct {
	const char *code;
	const char *message, *message_too;
	bool number;
	const char *flag;    /* true if the call failed; NULL: none */
	const char *success; /* true if the call succeeded; NULL: none */
} envelopes[] = {
	[SANDBOX_ENVELOPE_TEXT] = {"errorCode", "errorMessage", NULL, false, NULL, NULL},
	[SANDBOX_ENVELOPE_NUMBER] = {"errorCode", "errorMessage", NULL, true, NULL, NULL},
	[SANDBOX_ENVELOPE_PAYMENT] = {"errorCode", "error", "errorMessage", true, NULL, NULL},
	[SANDBOX_ENVELOPE_INSTANT] = {"errorCode", "error", "errorMessage", false, NULL, NULL},
	[SANDBOX_ENVELOPE_MOTO] = {"errorCode", "errorMessage", NULL, false, NULL, "success"},
	[SANDBOX_ENVELOPE_CAPITAL] = {"ErrorCode", "ErrorMessage", NULL, false, NULL, NULL},
	[SANDBOX_ENVELOPE_ERROR] = {"errorCode", "error", NULL, false, NULL, NULL},
	[SANDBOX_ENVELOPE_FLAGGED] = {"errorCode", "errorMessage", NULL, true, "error", NULL},
};

static void add_error_code(struct json_object *json, const char *name, int code)
{
	char text[12];
	snprintf(text, sizeof text, "%d", code);
	sandbox_json_text(json, name, text);
}

static void write_flat_envelope(struct json_object *json, enum sandbox_envelope envelope, int code, const char *message)
{
	if (envelopes[envelope].number) {
		sandbox_json_number(json, envelopes[envelope].code, code);
	} else {
		add_error_code(json, envelopes[envelope].code, code);
	}
	sandbox_json_text(json, envelopes[envelope].message, message);
	if (envelopes[envelope].message_too) {
		sandbox_json_text(json, envelopes[envelope].message_too, message);
	}
	if (envelopes[envelope].flag) {
		sandbox_json_flag(json, envelopes[envelope].flag, code != 0);
	}
	if (envelopes[envelope].success) {
		sandbox_json_flag(json, envelopes[envelope].success, code == 0);
	}
}

static void write_success_envelope(struct json_object *json, int code, const char *message)
{
	sandbox_json_flag(json, "success", code == 0);
	if (code == 0) {
		return;
	}
	struct json_object *error = json_object_new_object();
	add_error_code(error, "code", code);
	sandbox_json_text(error, "description", message);
	sandbox_json_text(error, "message", message);
	sandbox_json_value(json, "error", error);
}

static void write_status_envelope(struct json_object *json, int code, const char *message)
{
	sandbox_json_text(json, "status", code == 0 ? "SUCCESS" : "FAIL");
	if (code != 0) {
		add_error_code(json, "errorCode", code);
		sandbox_json_text(json, "errorMessage", message);
	}
}

static void write_message_envelope(struct json_object *json, int code, const char *message)
{
	if (code == 0) {
		sandbox_json_text(json, "message", message);
		return;
	}
	add_error_code(json, "errorCode", code);
	sandbox_json_text(json, "errorMessage", message);
}

struct json_object *sandbox_reply_start(
	struct sandbox_reply *reply, enum sandbox_envelope envelope, int code, const char *message)
{
	sandbox_reply_free(reply);
	reply->status = 200;
	reply->json = json_object_new_object();
	switch (envelope) {
		case SANDBOX_ENVELOPE_SUCCESS:
			write_success_envelope(reply->json, code, message);
			break;
		case SANDBOX_ENVELOPE_MESSAGE:
			write_message_envelope(reply->json, code, message);
			break;
		case SANDBOX_ENVELOPE_STATUS:
			write_status_envelope(reply->json, code, message);
			break;
		default:
			write_flat_envelope(reply->json, envelope, code, message);
	}
	return reply->json;
}
