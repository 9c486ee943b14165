/* getReceiptStatus: the fiscal receipts of an order, or one of them, in both dialects. */
#include "methods/handlers.h"

#include "base/clock.h"
#include "base/text.h"
#include "call/call.h"
#include "order/receipts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CASH_REGISTER "0000000001003264"
#define FISCAL_DRIVE  "9999078900003063"
#define DAEMON        "prod-agent-1"
#define TAX_SITE      "www.nalog.gov.ru"
#define OPERATOR_INN  "7709364346"
#define RECEIPT_URL   "https://ofd.example/receipt/%s"

/* receiptStatus of the classic dialect: of a sale, then of a return. */
static const int64_t classic_statuses[2][3] = {
	{[SANDBOX_RECEIPT_SENT] = 0, [SANDBOX_RECEIPT_DELIVERED] = 1, [SANDBOX_RECEIPT_FAILED] = 2},
	{[SANDBOX_RECEIPT_SENT] = 3, [SANDBOX_RECEIPT_DELIVERED] = 4, [SANDBOX_RECEIPT_FAILED] = 5},
};

static const int64_t json_statuses[] = {
	[SANDBOX_RECEIPT_SENT] = 2, [SANDBOX_RECEIPT_DELIVERED] = 3, [SANDBOX_RECEIPT_FAILED] = 4};

/* What the tax service gives a receipt that was delivered. */
struct fiscal_data {
	char id[SANDBOX_UUID_SIZE], original[SANDBOX_UUID_SIZE];
	char date[SANDBOX_CLOCK_TEXT_SIZE], total[32], url[96];
	int64_t shift, receipt, document, attribute;
};

static struct fiscal_data describe_fiscal_data(
	const struct sandbox_call *call, const struct sandbox_order *order, const struct sandbox_receipt *receipt)
{
	int64_t ahead = call->merchant->settings.utc_offset_minutes;
	struct fiscal_data data = {
		.shift = sandbox_clock_day(receipt->at, ahead) % 10000,
		.receipt = (int64_t)receipt->number + 1,
		.document = order->row * 100 % 10000000 + (int64_t)receipt->number + 1,
	};
	sandbox_receipt_id(call->store, order, receipt->number, data.id);
	sandbox_receipt_id(call->store, order, receipt->original, data.original);
	data.attribute = (int64_t)strtoul(data.id + strlen(data.id) - 8, NULL, 16);
	sandbox_clock_write_zone(receipt->at, ahead, false, data.date);
	snprintf(data.total, sizeof data.total, "%lld.%02lld", (long long)receipt->amount / 100,
		(long long)receipt->amount % 100);
	snprintf(data.url, sizeof data.url, RECEIPT_URL, data.id);
	return data;
}

static struct json_object *describe_operator(void)
{
	struct json_object *json = json_object_new_object();
	sandbox_json_text(json, "name", "Sandbox OFD");
	sandbox_json_text(json, "website", "ofd.example");
	sandbox_json_text(json, "INN", OPERATOR_INN);
	return json;
}

static struct json_object *describe_classic_receipt(
	const struct fiscal_data *data, const struct sandbox_receipt *receipt, int64_t status)
{
	struct json_object *json = json_object_new_object();
	sandbox_json_number(json, "receiptStatus", status);
	sandbox_json_text(json, "uuid", data->id);
	if (!receipt->sale) {
		sandbox_json_text(json, "original_ofd_uuid", data->original);
	}
	if (receipt->stage == SANDBOX_RECEIPT_DELIVERED) {
		sandbox_json_number(json, "shift_number", data->shift);
		sandbox_json_number(json, "fiscal_receipt_number", data->receipt);
		sandbox_json_text(json, "receipt_datetime", data->date);
		sandbox_json_text(json, "fn_number", FISCAL_DRIVE);
		sandbox_json_text(json, "ecr_registration_number", CASH_REGISTER);
		sandbox_json_number(json, "fiscal_document_number", data->document);
		char attribute[21];
		snprintf(attribute, sizeof attribute, "%lld", (long long)data->attribute);
		sandbox_json_text(json, "fiscal_document_attribute", attribute);
		sandbox_json_text(json, "amount_total", data->total);
		sandbox_json_text(json, "fnsSite", TAX_SITE);
		sandbox_json_text(json, "ofd_receipt_url", data->url);
		sandbox_json_value(json, "OFD", describe_operator());
	}
	return json;
}

static struct json_object *describe_payload(const struct fiscal_data *data, const struct sandbox_receipt *receipt)
{
	struct json_object *json = json_object_new_object();
	sandbox_json_number(json, "fiscalReceiptNumber", data->receipt);
	sandbox_json_number(json, "shiftNumber", data->shift);
	sandbox_json_text(json, "receiptDatetime", data->date);
	sandbox_json_value(json, "total", json_object_new_double_s((double)receipt->amount / 100, data->total));
	sandbox_json_text(json, "fnNumber", FISCAL_DRIVE);
	sandbox_json_text(json, "ecrRegistrationNumber", CASH_REGISTER);
	sandbox_json_number(json, "fiscalDocumentNumber", data->document);
	sandbox_json_number(json, "fiscalDocumentAttribute", data->attribute);
	sandbox_json_text(json, "fnsSite", TAX_SITE);
	sandbox_json_text(json, "ofdInn", OPERATOR_INN);
	sandbox_json_text(json, "ofdReceiptUrl", data->url);
	return json;
}

static struct json_object *describe_error(void)
{
	struct json_object *json = json_object_new_object();
	sandbox_json_number(json, "code", 1);
	sandbox_json_text(json, "text", "The tax service refused the receipt");
	sandbox_json_text(json, "type", "system");
	sandbox_json_number(json, "recommendation", 1);
	return json;
}

static struct json_object *describe_json_receipt(
	const struct fiscal_data *data, const struct sandbox_receipt *receipt, int64_t status)
{
	struct json_object *json = json_object_new_object();
	sandbox_json_text(json, "receiptId", data->id);
	sandbox_json_text(json, "operationType", receipt->sale ? "PAYMENT" : "REFUND");
	sandbox_json_text(json, "receiptType", receipt->sale ? "SELL" : "SELL_REFUND");
	sandbox_json_number(json, "receiptStatus", status);
	if (!receipt->sale) {
		sandbox_json_text(json, "origReceiptId", data->original);
	}
	if (receipt->stage == SANDBOX_RECEIPT_FAILED) {
		sandbox_json_value(json, "error", describe_error());
	}
	if (receipt->stage == SANDBOX_RECEIPT_DELIVERED) {
		sandbox_json_value(json, "payload", describe_payload(data, receipt));
	}
	sandbox_json_text(json, "timestamp", data->date);
	sandbox_json_text(json, "daemonCode", DAEMON);
	return json;
}

static struct json_object *list_receipts(const struct sandbox_call *call, const struct sandbox_order *order,
	const struct sandbox_receipt *receipts, size_t count, const char *id)
{
	bool json = call->method->dialect == SANDBOX_JSON;
	const char *wanted = sandbox_call_text(call, "receiptStatus");
	struct json_object *list = json_object_new_array();
	for (size_t i = 0; i < count; i++) {
		const struct sandbox_receipt *receipt = &receipts[i];
		struct fiscal_data data = describe_fiscal_data(call, order, receipt);
		int64_t status = json ? json_statuses[receipt->stage] : classic_statuses[!receipt->sale][receipt->stage];
		if ((id && !sandbox_text_equal(id, data.id)) || (wanted && sandbox_text_integer(wanted) != status)) {
			continue;
		}
		json_object_array_add(list, (json ? describe_json_receipt : describe_classic_receipt)(&data, receipt, status));
	}
	return list;
}

static void answer_receipts(const struct sandbox_call *call, const struct sandbox_order *order, const char *id)
{
	struct sandbox_receipt *receipts;
	size_t count;
	if (!sandbox_receipts_read(call->store, order, &call->merchant->settings, call->now, &receipts, &count)) {
		sandbox_call_system_error(call);
		return;
	}
	struct json_object *json = sandbox_call_answer(call, 0, "Success");
	sandbox_json_text(json, "orderId", order->id);
	sandbox_json_text(json, "orderNumber", order->number);
	if (call->method->dialect == SANDBOX_CLASSIC && count > 0) {
		sandbox_json_text(json, "daemonCode", DAEMON);
		sandbox_json_text(json, "ecr_registration_number", CASH_REGISTER);
	}
	sandbox_json_value(json, call->method->dialect == SANDBOX_JSON ? "receipts" : "receipt",
		list_receipts(call, order, receipts, count, id));
	free(receipts);
}

void sandbox_handle_receipt_status(struct sandbox_call *call)
{
	const char *id = sandbox_call_text(call, call->method->dialect == SANDBOX_JSON ? "receiptId" : "uuid");
	struct sandbox_reference reference = {
		.merchant = call->merchant->id,
		.id = sandbox_call_text(call, "orderId"),
		.number = sandbox_call_text(call, "orderNumber"),
	};
	struct sandbox_order order;
	enum sandbox_found found;
	if (id) {
		found = sandbox_receipt_order(call->store, call->merchant->id, id, &order);
	} else if (reference.id || reference.number) {
		found = sandbox_ledger_read(call->store, &reference, call->now, &order);
	} else {
		sandbox_call_empty(call, "orderId");
		return;
	}
	if (found != SANDBOX_FOUND) {
		sandbox_call_not_found(call, found);
		return;
	}
	answer_receipts(call, &order, id);
	sandbox_order_free(&order);
}
