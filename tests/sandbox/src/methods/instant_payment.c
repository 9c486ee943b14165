/* instantPayment.do: registers and pays an order in one request, with a card or a stored one. */
#include "methods/handlers.h"

#include "base/text.h"
#include "model/action.h"
#include "payment/at_once.h"
#include "payment/pay.h"
#include "payment/pay_binding.h"
#include "payment/pay_card.h"
#include "payment/se_token.h"
#include "payment/tds.h"

#include <stdio.h>

#define NUMBER_TAKEN  1
#define DECLINED      "2"
#define OLD_AUTH_CODE 2 /* always */

static const struct sandbox_renamed renamed[] = {{"backUrl", "returnUrl"}};

/* The status as in getOrderStatus.do, with a few other names. */
static struct json_object *describe_order_status(
	const struct sandbox_order *order, const struct sandbox_operation *operation)
{
	char action[21];
	bool paid = operation->action_code == SANDBOX_ACTION_APPROVED || order->state == SANDBOX_AUTHENTICATING;
	struct json_object *json = json_object_new_object();
	snprintf(action, sizeof action, "%lld", (long long)operation->action_code);
	sandbox_json_text(json, "ErrorCode", paid ? "0" : DECLINED);
	sandbox_json_text(json, "ErrorMessage", paid ? "Success" : "Payment is declined");
	sandbox_json_text(json, "OrderNumber", order->number);
	sandbox_json_number(json, "OrderStatus", order->state);
	sandbox_json_number(json, "expiration", sandbox_text_integer(order->expiry));
	sandbox_json_text(json, "cardholderName", order->cardholder);
	sandbox_json_number(json, "approvedAmount", order->approved);
	sandbox_json_number(json, "depositAmount", order->deposited);
	sandbox_json_text(json, "currency", order->currency);
	sandbox_json_text(json, "approvalCode", order->approval_code);
	sandbox_json_number(json, "authCode", OLD_AUTH_CODE);
	sandbox_json_text(json, "Pan", order->masked_pan);
	sandbox_json_number(json, "amount", order->amount);
	sandbox_json_text(json, "Ip", order->ip);
	sandbox_json_text(json, "originalActionCode", action);
	if (order->reference) {
		sandbox_json_number(json, "rrn", sandbox_text_integer(order->reference));
	}
	return json;
}

static void answer_instant_payment(
	const struct sandbox_call *call, const struct sandbox_order *order, const struct sandbox_operation *operation)
{
	bool named = order->verify || order->by_binding;
	sandbox_pay_answer(call, order, operation, named ? order->binding : NULL);
	sandbox_json_text(call->reply->json, "orderId", order->id);
	sandbox_json_value(call->reply->json, "orderStatus", describe_order_status(order, operation));
}

/* tii of a payment that stores the card. It makes no sense for a card that is stored already. */
static bool is_initial_tii(const char *tii)
{
	return sandbox_text_equal(tii, "CI") || sandbox_text_equal(tii, "RI") || sandbox_text_equal(tii, "II");
}

/* False after answering what is wrong. */
static bool check_binding_tii(const struct sandbox_call *call, const struct sandbox_attempt *attempt)
{
	if (is_initial_tii(attempt->tii)) {
		sandbox_call_wrong(call, "tii");
		return false;
	}
	return sandbox_attempt_check_binding(call, attempt);
}

/* Reads a card, or a stored one if no card is given. False after answering what is wrong. */
static bool read_plain_means(const struct sandbox_call *call, struct sandbox_attempt *attempt)
{
	if (sandbox_call_text(call, "pan") || !sandbox_call_text(call, "bindingId")) {
		return sandbox_attempt_read_card(call, &attempt->card);
	}
	attempt->binding_id = sandbox_call_text(call, "bindingId");
	attempt->card.cvc = sandbox_call_text(call, "cvc");
	return true;
}

/* Reads the card or binding, and returns the function that pays with it. NULL after answering what is wrong. */
static sandbox_change *read_payment_means(
	const struct sandbox_call *call, struct sandbox_se_token *token, struct sandbox_attempt *attempt)
{
	bool encrypted = sandbox_call_text(call, "seToken");
	if (!(encrypted ? sandbox_se_token_apply(call, SANDBOX_SE_CARD | SANDBOX_SE_BINDING, NULL, token, attempt)
					: read_plain_means(call, attempt))) {
		return NULL;
	}
	if (!attempt->binding_id) {
		return sandbox_pay_by_card;
	}
	return check_binding_tii(call, attempt) ? sandbox_pay_by_binding : NULL;
}

/* False after answering what is wrong. */
static bool check_parameters(const struct sandbox_call *call, const struct sandbox_attempt *attempt)
{
	const char *url = sandbox_call_text(call, "returnUrl"), *older = sandbox_call_text(call, "backUrl");
	if (!url && !older) {
		sandbox_call_empty(call, "returnUrl");
		return false;
	}
	if (url && older) {
		sandbox_call_wrong(call, "backUrl");
		return false;
	}
	/* A second call needs both; registering another order would charge twice. */
	if (!sandbox_call_text(call, "threeDSVer2MdOrder") != !attempt->transaction) {
		sandbox_call_wrong(call, attempt->transaction ? "threeDSServerTransId" : "threeDSVer2MdOrder");
		return false;
	}
	return true;
}

/* The second call pays the order that the first one registered. */
static bool continue_payment(const struct sandbox_call *call, const struct sandbox_attempt *attempt,
	struct sandbox_order *order, struct sandbox_operation *operation)
{
	struct sandbox_reference reference = {
		.merchant = call->merchant->id, .id = sandbox_call_text(call, "threeDSVer2MdOrder")};
	return sandbox_transaction(call, &reference, sandbox_tds_continue, attempt, order, operation);
}

void sandbox_handle_instant_payment(struct sandbox_call *call)
{
	struct sandbox_attempt attempt = {.cardholder = sandbox_call_text(call, "cardholderName")};
	struct sandbox_se_token token;
	struct sandbox_order order = {0};
	struct sandbox_operation operation;
	struct sandbox_at_once how = {
		.attempt = &attempt,
		.number_taken = NUMBER_TAKEN,
		.renamed = renamed,
		.renamed_count = sizeof renamed / sizeof *renamed,
	};
	sandbox_attempt_read(call, &attempt);
	if (check_parameters(call, &attempt) && (how.pay = read_payment_means(call, &token, &attempt)) &&
		(attempt.transaction ? continue_payment(call, &attempt, &order, &operation)
							 : sandbox_pay_at_once(call, &how, &order, &operation))) {
		answer_instant_payment(call, &order, &operation);
	}
	sandbox_order_free(&order);
	sandbox_wipe(&token, sizeof token);
}
