/* Invoices: an order that the portal registers, and a message with the way to pay it. */
#define _GNU_SOURCE
#include "base/json.h"
#include "base/text.h"
#include "gateway/own_call.h"
#include "methods/register.h"
#include "page/amount.h"
#include "page/way_back.h"
#include "portal/handlers.h"
#include "portal/order_view.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PATH          SANDBOX_PORTAL_PATH "/invoices"
#define SHOWN         20
#define NUMBER_DIGITS 16
#define HOURS_MOST    (365 * 24)
#define HOURS_USUAL   "72"

/* ------------------------------------------------------------------------------------------------------ list */

static struct json_object *describe_invoice(
	const struct sandbox_portal_visit *visit, struct json_object *values, const struct sandbox_mail *mail)
{
	struct json_object *entry = json_object_new_object();
	struct sandbox_order order;
	char text[SANDBOX_CLOCK_TEXT_SIZE];
	sandbox_portal_time(visit, mail->created_at, text);
	sandbox_view_set(entry, "sent", text);
	sandbox_view_set(entry, "recipient", mail->recipient);
	sandbox_view_set(entry, "link", mail->link);
	if (sandbox_store_order_by_id(visit->store, mail->order_id, &order) == SANDBOX_FOUND) {
		sandbox_view_set(entry, "orderId", order.id);
		sandbox_view_set(entry, "number", order.number);
		sandbox_view_set(entry, "description", order.description);
		sandbox_view_set(entry, "client", order.client_id);
		sandbox_order_view_amount(visit, entry, "amount", order.amount, order.currency);
		sandbox_order_view_state(entry, values, order.state);
		sandbox_order_free(&order);
	}
	return entry;
}

static struct json_object *list_invoices(const struct sandbox_portal_visit *visit, struct json_object *values)
{
	const char *before = sandbox_portal_query(visit, "before");
	int64_t row = before ? sandbox_text_integer(before) : 0;
	struct json_object *list = json_object_new_array();
	struct sandbox_mail mail;
	int shown = 0;
	row = row < 0 ? 0 : row;
	sandbox_store_lock(visit->store);
	while (sandbox_store_mail_before(visit->store, visit->merchant.id, row, &mail) == SANDBOX_FOUND) {
		if (shown++ == SHOWN) {
			char text[24];
			snprintf(text, sizeof text, "%" PRId64, row);
			sandbox_view_set(values, "older", text);
			sandbox_mail_free(&mail);
			break;
		}
		row = mail.row;
		json_object_array_add(list, describe_invoice(visit, values, &mail));
		sandbox_mail_free(&mail);
	}
	sandbox_store_unlock(visit->store);
	return list;
}

/* ------------------------------------------------------------------------------------------------------ form */

/* The fields, in the order in which they stand on the page. */
static const char *const fields[] = {"amount", "description", "email", "clientId", "hours"};
#define FIELDS (sizeof fields / sizeof *fields)

/* What was typed, or at first what is usual; the first field that is wrong gets the focus. */
static void set_fields(
	const struct sandbox_portal_visit *visit, struct json_object *values, const char *wrong, const char *error)
{
	struct json_object *form = json_object_new_object();
	for (size_t i = 0; i < FIELDS; i++) {
		struct json_object *entry = json_object_new_object();
		const char *typed = sandbox_portal_field(visit, fields[i]);
		const char *usual = !visit->request->post && strcmp(fields[i], "hours") == 0 ? HOURS_USUAL : NULL;
		sandbox_view_set(entry, "value", typed ? typed : usual);
		sandbox_view_set(entry, "fieldError", sandbox_text_equal(fields[i], wrong) ? error : "");
		json_object_object_add(form, fields[i], entry);
	}
	json_object_object_add(values, "form", form);
}

/* One number for each form, so that one which is sent twice makes one order. */
static void set_number(const struct sandbox_portal_visit *visit, struct json_object *values)
{
	const char *number = sandbox_portal_field(visit, "orderNumber");
	char digits[NUMBER_DIGITS + 1];
	sandbox_random_digits(digits, NUMBER_DIGITS);
	sandbox_view_set(values, "orderNumber", number ? number : digits);
}

static struct json_object *start_page(const struct sandbox_portal_visit *visit, const char *wrong, const char *error)
{
	struct json_object *values = sandbox_portal_values(visit, "invoices", "invoices.title");
	const char *language = sandbox_portal_field(visit, "language");
	bool russian = strcmp(language ? language : visit->language, "ru") == 0;
	set_fields(visit, values, wrong, error);
	set_number(visit, values);
	json_object_object_add(values, "toRussian", json_object_new_boolean(russian));
	json_object_object_add(values, "invoices", list_invoices(visit, values));
	return values;
}

void sandbox_portal_invoices(const struct sandbox_portal_visit *visit)
{
	sandbox_portal_answer(visit, 200, "portal_invoices.html", start_page(visit, NULL, NULL));
}

static void show_wrong(const struct sandbox_portal_visit *visit, const char *field, const char *error)
{
	struct json_object *values = start_page(visit, field, error);
	if (field) {
		sandbox_portal_title_error(values, error);
	} else {
		sandbox_portal_notice(values, SANDBOX_NOTICE_ERROR, sandbox_view_text(values, "invoices.refused"), error);
	}
	sandbox_portal_answer(visit, 200, "portal_invoices.html", values);
}

/* --------------------------------------------------------------------------------------------------- message */

/* What is sent, and to whom. */
struct invoice {
	const struct sandbox_portal_visit *visit;
	const char *language; /* of the message and of the payment page */
	const char *recipient;
};

static char *write_subject(struct json_object *texts, const struct sandbox_order *order, const char *language)
{
	char amount[SANDBOX_AMOUNT_SIZE], *text = NULL;
	sandbox_amount_write(order->amount, order->currency, language, amount);
	return asprintf(&text, "%s %s: %s", sandbox_view_text(texts, "invoices.mail.subject"), order->number, amount) < 0
			   ? NULL
			   : text;
}

static char *write_text(
	struct json_object *texts, const struct sandbox_portal_visit *visit, const struct sandbox_order *order)
{
	char until[SANDBOX_CLOCK_TEXT_SIZE], *text = NULL;
	sandbox_portal_time(visit, order->expires_at, until);
	return asprintf(&text, "%s %s. %s%s%s %s.", visit->merchant.user_name,
			   sandbox_view_text(texts, "invoices.mail.asks"), order->description ? order->description : "",
			   order->description ? ". " : "", sandbox_view_text(texts, "invoices.mail.until"), until) < 0
			   ? NULL
			   : text;
}

/* The message is written with its order: neither is there without the other. */
static bool send_message(const struct sandbox_call *call, const struct sandbox_order *order, const void *context)
{
	const struct invoice *invoice = context;
	struct json_object *texts = sandbox_view_values(invoice->language);
	struct sandbox_mail mail = {
		.merchant = order->merchant,
		.created_at = call->now,
		.recipient = sandbox_text_copy(invoice->recipient),
		.language = sandbox_text_copy(invoice->language),
		.order_id = sandbox_text_copy(order->id),
		.subject = write_subject(texts, order, invoice->language),
		.text = write_text(texts, invoice->visit, order),
		.link = sandbox_way_to_payment(invoice->visit->request->gateway, order),
	};
	bool sent = mail.subject && mail.text && mail.link && sandbox_store_mail_insert(call->store, &mail);
	sandbox_mail_free(&mail);
	json_object_put(texts);
	return sent;
}

/* ------------------------------------------------------------------------------------------------------ send */

/* Something on both sides of one @, and no blanks: whether it exists only a message can tell. */
static bool is_email(const char *text)
{
	const char *at = text ? strchr(text, '@') : NULL;
	return at && at > text && at[1] && !strchr(at + 1, '@') && !strpbrk(text, " \t\r\n<>,;");
}

/* The first field that is wrong, or NULL. */
static const char *wrong_field(const struct sandbox_portal_visit *visit, int64_t *amount, int64_t *hours)
{
	const char *typed = sandbox_portal_field(visit, "amount"), *lasts = sandbox_portal_field(visit, "hours");
	*hours = lasts ? sandbox_text_integer(lasts) : -1;
	if (!typed || !sandbox_amount_read(typed, visit->merchant.settings.currency, amount) || *amount == 0) {
		return "amount";
	}
	if (!is_email(sandbox_portal_field(visit, "email"))) {
		return "email";
	}
	return *hours < 1 || *hours > HOURS_MOST ? "hours" : NULL;
}

static bool is_number_taken(struct sandbox_own_call *own)
{
	return sandbox_json_member_integer(own->reply.json, "errorCode", 0) == 1;
}

static void answer_sent(
	const struct sandbox_portal_visit *visit, struct sandbox_own_call *own, bool sent, struct json_object *texts)
{
	if (sent) {
		sandbox_portal_go_with_notice(visit, PATH, SANDBOX_NOTICE_DONE, sandbox_view_text(texts, "invoices.sent"),
			sandbox_portal_field(visit, "email"));
	} else if (is_number_taken(own)) {
		sandbox_portal_go_with_notice(visit, PATH, SANDBOX_NOTICE_CALM, sandbox_view_text(texts, "invoices.twice"),
			sandbox_view_text(texts, "invoices.twiceText"));
	} else {
		show_wrong(visit, NULL, sandbox_own_call_problem(own, visit->language));
	}
}

void sandbox_portal_send_invoice(const struct sandbox_portal_visit *visit)
{
	int64_t minor, hours;
	const char *wrong = wrong_field(visit, &minor, &hours), *language = sandbox_portal_field(visit, "language");
	struct json_object *texts = sandbox_view_values(visit->language);
	char path[64], amount[24], seconds[24];
	if (wrong) {
		snprintf(path, sizeof path, "invoices.errors.%s", wrong);
		show_wrong(visit, wrong, sandbox_view_text(texts, path));
		json_object_put(texts);
		return;
	}
	struct invoice invoice = {
		visit, sandbox_text_equal(language, "ru") ? "ru" : "en", sandbox_portal_field(visit, "email")};
	struct sandbox_own_call own;
	snprintf(amount, sizeof amount, "%" PRId64, minor);
	snprintf(seconds, sizeof seconds, "%" PRId64, hours * 3600);
	sandbox_own_call_open(&own, visit->request->gateway, &visit->merchant, "rest/register.do");
	sandbox_own_call_add(&own, "orderNumber", sandbox_portal_field(visit, "orderNumber"));
	sandbox_own_call_add(&own, "amount", amount);
	sandbox_own_call_add(&own, "description", sandbox_portal_field(visit, "description"));
	sandbox_own_call_add(&own, "email", invoice.recipient);
	sandbox_own_call_add(&own, "clientId", sandbox_portal_field(visit, "clientId"));
	sandbox_own_call_add(&own, "sessionTimeoutSecs", seconds);
	sandbox_own_call_add(&own, "language", invoice.language);
	bool sent = sandbox_own_call_check(&own) && sandbox_register(&own.call, false, send_message, &invoice);
	answer_sent(visit, &own, sent, texts);
	sandbox_own_call_close(&own);
	json_object_put(texts);
}
