/* sandbox/callbacks: what the shops were told, and telling it again. */
#include "control/handlers.h"

#include "base/clock.h"
#include "base/text.h"
#include "callback/again.h"
#include "callback/signature.h"
#include "store/rsa_keys.h"

#include <stdlib.h>
#include <string.h>

#define LISTED_MOST 1000
#define SENT_MOST   1000

/* ------------------------------------------------------------------------------------------------------- list */

static struct json_object *describe_callback(const struct sandbox_callback *callback)
{
	struct json_object *json = json_object_new_object();
	sandbox_json_number(json, "id", callback->row);
	sandbox_json_text(json, "operation", callback->operation);
	sandbox_json_text(json, "mdOrder", callback->order_id);
	sandbox_json_text(json, "orderNumber", callback->order_number);
	sandbox_json_number(json, "created", callback->created_at);
	sandbox_json_text(json, "address", callback->address);
	sandbox_json_value(json, "parameters", json_tokener_parse(callback->parameters));
	sandbox_json_text(json, "request", callback->request);
	sandbox_json_value(json, "log", callback->log ? json_tokener_parse(callback->log) : json_object_new_array());
	sandbox_json_time(json, "delivered", callback->delivered_at);
	sandbox_json_time(json, "nextTry", callback->next_at);
	return json;
}

void sandbox_control_callbacks(const struct sandbox_control_request *request)
{
	struct sandbox_store *store = request->gateway->store;
	const char *order = sandbox_form_value(request->arguments, "order");
	const char *after = sandbox_form_value(request->arguments, "after");
	int64_t row = after ? sandbox_text_integer(after) : 0;
	if (row < 0 || request->arguments->count != (size_t)((order != NULL) + (after != NULL))) {
		sandbox_control_fail(request, 400, NULL, "Expected order, after, both or none");
		return;
	}
	struct json_object *list = json_object_new_array();
	struct sandbox_callback callback;
	sandbox_store_lock(store);
	for (int listed = 0; listed < LISTED_MOST; listed++) {
		if (sandbox_store_callback_after(store, row, order, &callback) != SANDBOX_FOUND) {
			break;
		}
		json_object_array_add(list, describe_callback(&callback));
		row = callback.row;
		sandbox_callback_free(&callback);
	}
	sandbox_store_unlock(store);
	sandbox_json_value(sandbox_control_start(request, 200), "callbacks", list);
}

/* ------------------------------------------------------------------------------------------------------- send */

/* Callbacks to deliver now, one after the other. */
struct send_list {
	struct sandbox_store *store;
	int64_t *rows;
	size_t count;
};

static bool add_id(const char *part, size_t size, void *context)
{
	struct send_list *list = context;
	char digits[20] = "";
	if (size >= sizeof digits || list->count == SENT_MOST) {
		return false;
	}
	memcpy(digits, part, size);
	list->rows[list->count] = sandbox_text_integer(digits);
	return list->rows[list->count++] > 0;
}

static bool read_send_list(struct send_list *list, const char *ids)
{
	if (strcmp(ids, "waiting") == 0) {
		return sandbox_store_list_waiting_callbacks(list->store, sandbox_clock_now(), &list->rows, &list->count);
	}
	list->rows = calloc(SENT_MOST, sizeof *list->rows);
	return list->rows && sandbox_text_list_walk(ids, add_id, list);
}

static void swap_rows(int64_t *a, int64_t *b)
{
	int64_t kept = *a;
	*a = *b;
	*b = kept;
}

static void keep_order(struct send_list *list)
{
	(void)list;
}

static void reverse_order(struct send_list *list)
{
	for (size_t i = 0; i < list->count / 2; i++) {
		swap_rows(&list->rows[i], &list->rows[list->count - 1 - i]);
	}
}

static void shuffle_order(struct send_list *list)
{
	for (size_t i = list->count; i > 1; i--) {
		unsigned random;
		sandbox_random(&random, sizeof random);
		swap_rows(&list->rows[i - 1], &list->rows[random % i]);
	}
}

static const struct {
	const char *name;
	void (*arrange)(struct send_list *list);
} orders[] = {
	{"given", keep_order},
	{"reversed", reverse_order},
	{"shuffled", shuffle_order},
};

static void send_callbacks(const struct sandbox_control_request *request)
{
	const char *ids = sandbox_form_value(request->arguments, "send");
	const char *order = sandbox_form_value(request->arguments, "order");
	struct send_list list = {.store = request->gateway->store};
	size_t arrangement = 0;
	while (order && arrangement < sizeof orders / sizeof *orders && strcmp(orders[arrangement].name, order) != 0) {
		arrangement++;
	}
	if (arrangement == sizeof orders / sizeof *orders || request->arguments->count != (order ? 2 : 1)) {
		sandbox_control_fail(request, 400, NULL, "Expected send, and order=given, reversed or shuffled");
		return;
	}
	if (!sandbox_store_begin(list.store)) {
		sandbox_control_store_failed(request);
		return;
	}
	bool sent = read_send_list(&list, ids);
	orders[arrangement].arrange(&list);
	for (size_t i = 0; sent && i < list.count; i++) {
		sent = sandbox_callback_send_again(list.store, list.rows[i], 0) == SANDBOX_FOUND;
	}
	free(list.rows);
	if (sandbox_store_end(list.store, sent)) {
		sandbox_json_number(sandbox_control_start(request, 200), "sent", (int64_t)list.count);
	} else {
		sandbox_control_fail(request, 400, "send", "is not `waiting` or ids of callbacks");
	}
}

/* ----------------------------------------------------------------------------------------------------- sample */

static void send_sample(const struct sandbox_control_request *request)
{
	struct sandbox_store *store = request->gateway->store;
	const char *user_name = sandbox_form_value(request->arguments, "userName");
	const char *wrong = sandbox_callback_sample_wrong(request->arguments);
	if (wrong) {
		sandbox_control_fail(request, 400, wrong, "wrong value");
		return;
	}
	if (!sandbox_store_begin(store)) {
		sandbox_control_store_failed(request);
		return;
	}
	const struct sandbox_merchant *merchant =
		sandbox_store_merchant_by_name(store, user_name ? user_name : SANDBOX_DEFAULT_MERCHANT);
	bool stored = merchant && sandbox_callback_sample(store, merchant, request->arguments);
	bool known = merchant;
	if (sandbox_store_end(store, stored)) {
		sandbox_control_start(request, 200);
	} else if (!known) {
		sandbox_control_fail(request, 404, NULL, "No such merchant");
	} else {
		sandbox_control_store_failed(request);
	}
}

void sandbox_control_change_callbacks(const struct sandbox_control_request *request)
{
	if (sandbox_form_value(request->arguments, "send")) {
		send_callbacks(request);
	} else if (sandbox_form_value(request->arguments, "sample")) {
		send_sample(request);
	} else {
		sandbox_control_fail(request, 400, NULL, "Expected send or sample");
	}
}

void sandbox_control_callback_key(const struct sandbox_control_request *request)
{
	EVP_PKEY *key = sandbox_store_rsa_key(request->gateway->store, SANDBOX_CALLBACK_KEY_NAME);
	char *pem = key ? sandbox_store_public_key(key) : NULL;
	EVP_PKEY_free(key);
	if (!pem) {
		sandbox_control_store_failed(request);
		return;
	}
	sandbox_json_text(sandbox_control_start(request, 200), "publicKey", pem);
	free(pem);
}
