/* The parameters of callbacks. */
#include "order/announced_parameters.h"

#include "base/clock.h"
#include "base/json.h"
#include "base/text.h"
#include "model/action.h"
#include "model/currency.h"
#include "model/json_params.h"
#include "model/tds_order.h"
#include "order/status.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define VALUE_SIZE 1024

/* A value as text: in place, in the buffer, or NULL if there is none. */
typedef const char *write_value(const struct sandbox_announcement *what, char buffer[VALUE_SIZE]);

static const char *write_number(int64_t number, char buffer[VALUE_SIZE])
{
	snprintf(buffer, VALUE_SIZE, "%" PRId64, number);
	return buffer;
}

/* 1050 as "10.50", by the currency's exponent. */
static const char *write_amount(const struct sandbox_announcement *what, int64_t amount, char buffer[VALUE_SIZE])
{
	int exponent = sandbox_currency_exponent(what->order->currency);
	int64_t unit = 1;
	for (int i = 0; i < exponent; i++) {
		unit *= 10;
	}
	if (exponent == 0) {
		return write_number(amount, buffer);
	}
	snprintf(buffer, VALUE_SIZE, "%" PRId64 ".%0*" PRId64, amount / unit, exponent, amount % unit);
	return buffer;
}

/* The documents show no format; integrators read this one. */
static const char *write_date(const struct sandbox_announcement *what, int64_t moment, char buffer[VALUE_SIZE])
{
	if (moment == 0) {
		return NULL;
	}
	sandbox_clock_write_local(moment, what->merchant->settings.utc_offset_minutes, buffer);
	return buffer;
}

static const char *creation_date(const struct sandbox_announcement *what, char buffer[VALUE_SIZE])
{
	sandbox_clock_write_java(what->at, buffer);
	return buffer;
}

static const char *merchant_login(const struct sandbox_announcement *what, char buffer[VALUE_SIZE])
{
	(void)buffer;
	return what->merchant->user_name;
}

static int64_t fee_of(const struct sandbox_order *order)
{
	int64_t fee = sandbox_json_params_integer(order->registration, "feeInput");
	return fee > 0 ? fee : 0;
}

static const char *fee(const struct sandbox_announcement *what, char buffer[VALUE_SIZE])
{
	return write_number(fee_of(what->order), buffer);
}

static const char *total_amount(const struct sandbox_announcement *what, char buffer[VALUE_SIZE])
{
	return write_amount(what, what->order->amount + fee_of(what->order), buffer);
}

static const char *deposited_total(const struct sandbox_announcement *what, char buffer[VALUE_SIZE])
{
	const struct sandbox_order *order = what->order;
	return write_amount(what, order->deposited + order->refunded + fee_of(order), buffer);
}

static const char *deposit_flag(const struct sandbox_announcement *what, char buffer[VALUE_SIZE])
{
	return write_number(what->order->two_phase ? 2 : 1, buffer);
}

static const char *eci(const struct sandbox_announcement *what, char buffer[VALUE_SIZE])
{
	return what->order->masked_pan ? write_number(what->order->eci, buffer) : NULL;
}

static const char *three_ds_type(const struct sandbox_announcement *what, char buffer[VALUE_SIZE])
{
	(void)buffer;
	int64_t type = sandbox_tds_type_of(what->order);
	return what->order->masked_pan && type < SANDBOX_TDS_TYPES ? sandbox_tds_type_names[type] : NULL;
}

static const char *bank_name(const struct sandbox_announcement *what, char buffer[VALUE_SIZE])
{
	(void)buffer;
	return what->order->masked_pan ? SANDBOX_STATUS_BANK : NULL;
}

static const char *terminal_id(const struct sandbox_announcement *what, char buffer[VALUE_SIZE])
{
	(void)buffer;
	return what->order->reference ? SANDBOX_STATUS_TERMINAL : NULL;
}

static const char *action_description(const struct sandbox_announcement *what, char buffer[VALUE_SIZE])
{
	(void)buffer;
	return sandbox_action_find(what->order->action_code)->description;
}

static const char *payment_state(const struct sandbox_announcement *what, char buffer[VALUE_SIZE])
{
	static const char *const names[] = {
		[SANDBOX_CREATED] = "started",
		[SANDBOX_APPROVED] = "payment_approved",
		[SANDBOX_DEPOSITED] = "payment_deposited",
		[SANDBOX_REVERSED] = "payment_void",
		[SANDBOX_REFUNDED] = "refunded",
		[SANDBOX_AUTHENTICATING] = "started",
		[SANDBOX_DECLINED] = "payment_declined",
		[SANDBOX_PENDING] = "pending",
		[SANDBOX_PARTLY_DEPOSITED] = "partly_deposited",
	};
	(void)buffer;
	return names[what->order->state];
}

static const char *payment_way(const struct sandbox_announcement *what, char buffer[VALUE_SIZE])
{
	(void)buffer;
	return what->order->masked_pan ? sandbox_status_payment_way(what->order) : NULL;
}

static const char *currency_name(const struct sandbox_announcement *what, char buffer[VALUE_SIZE])
{
	return sandbox_currency_letters(what->order->currency, buffer) ? buffer : NULL;
}

static const char *operation_amount(const struct sandbox_announcement *what, char buffer[VALUE_SIZE])
{
	return what->operation ? write_number(what->operation->amount, buffer) : NULL;
}

static const char *operation_amount_formatted(const struct sandbox_announcement *what, char buffer[VALUE_SIZE])
{
	return what->operation ? write_amount(what, what->operation->amount, buffer) : NULL;
}

static const char *external_refund_id(const struct sandbox_announcement *what, char buffer[VALUE_SIZE])
{
	(void)buffer;
	return what->operation && what->operation->external_refund_id[0] ? what->operation->external_refund_id : NULL;
}

static const char *decline_date(const struct sandbox_announcement *what, char buffer[VALUE_SIZE])
{
	return what->operation ? write_date(what, what->operation->at, buffer) : NULL;
}

static const char *client_id(const struct sandbox_announcement *what, char buffer[VALUE_SIZE])
{
	(void)buffer;
	return what->binding ? what->binding->client_id : what->order->client_id;
}

static const char *binding_id(const struct sandbox_announcement *what, char buffer[VALUE_SIZE])
{
	(void)buffer;
	return what->binding->id;
}

static const char *pan_masked(const struct sandbox_announcement *what, char buffer[VALUE_SIZE])
{
	(void)buffer;
	return what->binding->masked_pan;
}

static const char *enabled(const struct sandbox_announcement *what, char buffer[VALUE_SIZE])
{
	(void)buffer;
	return what->binding->active ? "true" : "false";
}

#define BIT(event)      (1U << SANDBOX_EVENT_##event)
#define BINDING_CREATED BIT(BINDING_CREATED)
#define BINDING_CHANGED (BIT(BINDING_ACTIVITY_CHANGED) | BIT(BINDING_DEACTIVATED))
#define BINDING         (BINDING_CREATED | BINDING_CHANGED)
#define DECLINED        (BIT(DECLINED_BY_TIMEOUT) | BIT(DECLINED_CARD_PRESENT))
#define MOVED           (BIT(APPROVED) | BIT(DEPOSITED) | BIT(REVERSED) | BIT(REFUNDED))
#define PAYMENT         (MOVED | DECLINED | BIT(CREATED) | BIT(SUBSCRIPTION_CREATED))

enum value_kind { TEXT, NUMBER, AMOUNT, DATE };

/*
 * The names of the documents and of which events they tell. A value is a member of the order or what the function
 * writes. Those about AVS, transfers between cards and the countries of cards are not here: the sandbox has
 * none.
 */
#define MEMBER(kind, member) kind, offsetof(struct sandbox_order, member), NULL
#define WRITTEN(function)    TEXT, 0, function
static const struct announced {
	const char *name;
	unsigned events;
	enum value_kind kind;
	size_t member;
	write_value *write;
} announced[] = {
	{"bindingId", BINDING, WRITTEN(binding_id)},
	{"email", BINDING_CREATED, MEMBER(TEXT, email)},
	{"phone", BINDING_CREATED, MEMBER(TEXT, phone)},
	{"panMasked", BINDING_CREATED, WRITTEN(pan_masked)},
	{"enabled", BINDING_CHANGED, WRITTEN(enabled)},
	{"clientId", PAYMENT | BINDING, WRITTEN(client_id)},
	{"callbackCreationDate", PAYMENT | BINDING, WRITTEN(creation_date)},
	{"currentReverseAmountFormatted", BIT(REVERSED), WRITTEN(operation_amount_formatted)},
	{"currentRefundAmountFormatted", BIT(REFUNDED), WRITTEN(operation_amount_formatted)},
	{"operationRefundedAmountFormatted", BIT(REFUNDED), WRITTEN(operation_amount_formatted)},
	{"operationRefundedAmount", BIT(REFUNDED), WRITTEN(operation_amount)},
	{"externalRefundId", BIT(REFUNDED), WRITTEN(external_refund_id)},
	{"refundedDate", BIT(REFUNDED), MEMBER(DATE, refunded_at)},
	{"reversedDate", BIT(DEPOSITED) | BIT(REVERSED) | BIT(REFUNDED), MEMBER(DATE, reversed_at)},
	{"paymentDate", MOVED, MEMBER(DATE, authorized_at)},
	{"depositedDate", MOVED, MEMBER(DATE, deposited_at)},
	{"declineDate", DECLINED, WRITTEN(decline_date)},
	{"date", PAYMENT, MEMBER(DATE, created_at)},
	{"sessionExpiredDate", PAYMENT, MEMBER(DATE, expires_at)},
	{"amount", PAYMENT, MEMBER(NUMBER, amount)},
	{"paymentAmount", PAYMENT, MEMBER(NUMBER, amount)},
	{"amountFormatted", PAYMENT, MEMBER(AMOUNT, amount)},
	{"feeAmount", PAYMENT, WRITTEN(fee)},
	{"approvedAmount", PAYMENT, MEMBER(NUMBER, approved)},
	{"depositedAmount", PAYMENT, MEMBER(NUMBER, deposited)},
	{"refundedAmount", PAYMENT, MEMBER(NUMBER, refunded)},
	{"approvedAmountFormatted", PAYMENT, MEMBER(AMOUNT, approved)},
	{"depositedAmountFormatted", PAYMENT, MEMBER(AMOUNT, deposited)},
	{"refundedAmountFormatted", PAYMENT, MEMBER(AMOUNT, refunded)},
	{"totalAmountFormatted", PAYMENT, WRITTEN(total_amount)},
	{"depositedTotalAmountFormatted", PAYMENT, WRITTEN(deposited_total)},
	{"currency", PAYMENT, MEMBER(TEXT, currency)},
	{"currencyName", PAYMENT, WRITTEN(currency_name)},
	{"approvalCode", PAYMENT, MEMBER(TEXT, approval_code)},
	{"authCode", PAYMENT, MEMBER(TEXT, approval_code)},
	{"cardholderName", PAYMENT, MEMBER(TEXT, cardholder)},
	{"maskedPan", PAYMENT, MEMBER(TEXT, masked_pan)},
	{"paymentSystem", PAYMENT, MEMBER(TEXT, payment_system)},
	{"bankName", PAYMENT, WRITTEN(bank_name)},
	{"depositFlag", PAYMENT, WRITTEN(deposit_flag)},
	{"eci", PAYMENT, WRITTEN(eci)},
	{"threeDSType", PAYMENT, WRITTEN(three_ds_type)},
	{"ip", PAYMENT, MEMBER(TEXT, ip)},
	{"mdorder", PAYMENT, MEMBER(TEXT, id)},
	{"merchantLogin", PAYMENT, WRITTEN(merchant_login)},
	{"merchantFullName", PAYMENT, WRITTEN(merchant_login)},
	{"orderDescription", PAYMENT, MEMBER(TEXT, description)},
	{"actionCode", PAYMENT, MEMBER(NUMBER, action_code)},
	{"actionCodeDescription", PAYMENT, WRITTEN(action_description)},
	{"paymentRefNum", PAYMENT, MEMBER(TEXT, reference)},
	{"refNum", PAYMENT, MEMBER(TEXT, reference)},
	{"refnum", PAYMENT, MEMBER(TEXT, reference)},
	{"paymentState", PAYMENT, WRITTEN(payment_state)},
	{"paymentWay", PAYMENT, WRITTEN(payment_way)},
	{"terminalId", PAYMENT, WRITTEN(terminal_id)},
};

static const struct announced *find_announced(const char *name)
{
	for (size_t i = 0; i < sizeof announced / sizeof *announced; i++) {
		if (strcmp(announced[i].name, name) == 0) {
			return &announced[i];
		}
	}
	return NULL;
}

const char *sandbox_announced_name(size_t index)
{
	return index < sizeof announced / sizeof *announced ? announced[index].name : NULL;
}

static const char *write_member(
	const struct sandbox_announcement *what, const struct announced *row, char buffer[VALUE_SIZE])
{
	if (!what->order) {
		return NULL;
	}
	const char *member = (const char *)what->order + row->member;
	char *text;
	int64_t number;
	if (row->kind == TEXT) {
		memcpy(&text, member, sizeof text);
		return text;
	}
	memcpy(&number, member, sizeof number);
	return row->kind == AMOUNT ? write_amount(what, number, buffer)
		   : row->kind == DATE ? write_date(what, number, buffer)
							   : write_number(number, buffer);
}

static void add_text(struct json_object *parameters, const char *name, const char *value)
{
	if (value && value[0]) {
		json_object_object_add(parameters, name, json_object_new_string(value));
	}
}

static void add_json_param(struct json_object *parameters, const struct sandbox_announcement *what, const char *name)
{
	char *value = what->order ? sandbox_json_params_text(what->order->json_params, name) : NULL;
	add_text(parameters, name, value);
	free(value);
}

/* Adds one parameter of the merchant's list. */
struct list_visit {
	struct json_object *parameters;
	const struct sandbox_announcement *what;
};

static bool add_listed(const char *part, size_t size, void *context)
{
	struct list_visit *visit = context;
	char name[VALUE_SIZE], buffer[VALUE_SIZE];
	snprintf(name, sizeof name, "%.*s", (int)size, part);
	const struct announced *row = find_announced(name);
	if (json_object_object_get_ex(visit->parameters, name, NULL)) {
		return true; /* a basic one */
	}
	if (!row) {
		add_json_param(visit->parameters, visit->what, name);
	} else if (row->events & 1U << visit->what->event) {
		add_text(visit->parameters, name,
			row->write ? row->write(visit->what, buffer) : write_member(visit->what, row, buffer));
	}
	return true;
}

static void add_binding(struct json_object *parameters, const struct sandbox_announcement *what)
{
	add_text(parameters, "bindingId", what->binding->id);
	add_text(parameters, "clientId", what->binding->client_id);
}

struct json_object *sandbox_announced_parameters(const struct sandbox_announcement *what)
{
	struct json_object *parameters = json_object_new_object();
	if (what->order) {
		add_text(parameters, "mdOrder", what->order->id);
		add_text(parameters, "orderNumber", what->order->number);
	}
	add_text(parameters, "operation", sandbox_event_names[what->event]);
	add_text(parameters, "status", what->succeeded ? "1" : "0");
	if (what->binding) {
		add_binding(parameters, what);
		if (what->event == SANDBOX_EVENT_BINDING_ACTIVITY_CHANGED) {
			add_text(parameters, "enabled", what->binding->active ? "true" : "false");
		}
	}
	struct list_visit visit = {parameters, what};
	sandbox_text_list_walk(what->merchant->settings.callback_parameters, add_listed, &visit);
	return parameters;
}

struct json_object *sandbox_announced_json(const struct sandbox_announcement *what)
{
	struct json_object *parameters = json_object_new_object();
	if (what->binding) {
		add_binding(parameters, what);
		add_text(parameters, "operation", sandbox_event_names[what->event]);
		return parameters;
	}
	struct json_object *additional = json_object_new_object();
	add_text(parameters, "mdOrder", what->order->id);
	add_text(parameters, "orderNumber", what->order->number);
	add_text(parameters, "operation", sandbox_event_names[what->event]);
	add_text(parameters, "status", what->succeeded ? "1" : "0");
	add_text(additional, "phone", what->order->sberpay_phone);
	add_text(additional, "subscriptionId", what->order->subscription);
	add_text(additional, "memberId", what->order->member);
	add_text(additional, "qrcId", what->order->qr_code);
	if (json_object_object_length(additional) > 0) {
		json_object_object_add(parameters, "additionalParams", additional);
	} else {
		json_object_put(additional);
	}
	return parameters;
}
