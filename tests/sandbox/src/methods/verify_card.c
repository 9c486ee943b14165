/* verifyCard.do: registers and verifies a card in one request. Nothing is charged. */
#include "methods/handlers.h"

#include "base/text.h"
#include "model/action.h"
#include "order/feature.h"
#include "payment/at_once.h"
#include "payment/pay.h"
#include "payment/pay_card.h"
#include "payment/tds.h"

#include <string.h>

#define NUMBER_TAKEN 1

static void answer_verification(
	const struct sandbox_call *call, const struct sandbox_order *order, const struct sandbox_operation *operation)
{
	sandbox_pay_answer(call, order, operation, order->binding);
	struct json_object *json = call->reply->json;
	sandbox_json_text(json, "orderId", order->id);
	sandbox_json_text(json, "orderNumber", order->number);
	sandbox_json_number(json, "actionCode", order->action_code);
	sandbox_json_text(json, "actionCodeDescription", sandbox_action_find(order->action_code)->description);
	sandbox_json_number(json, "time", operation->at);
	if (order->state != SANDBOX_AUTHENTICATING) {
		sandbox_json_number(json, "eci", order->eci);
		sandbox_json_text(json, "authCode", order->approval_code);
	}
}

/* False after answering what is wrong. */
static bool check_parameters(const struct sandbox_call *call, const struct sandbox_attempt *attempt)
{
	if (sandbox_call_text(call, "returnUrl") && sandbox_call_text(call, "backUrl")) {
		sandbox_call_wrong(call, "backUrl");
		return false;
	}
	if (!sandbox_call_text(call, "threeDSVer2MdOrder") != !attempt->transaction) {
		sandbox_call_wrong(call, attempt->transaction ? "threeDSServerTransId" : "threeDSVer2MdOrder");
		return false;
	}
	return true;
}

void sandbox_handle_verify_card(struct sandbox_call *call)
{
	static const struct sandbox_renamed renamed[] = {{"backUrl", "returnUrl"}};
	static const struct sandbox_field verify = {"features", strlen("features"), "VERIFY", strlen("VERIFY")};
	struct sandbox_attempt attempt = {.cardholder = sandbox_call_text(call, "cardholderName")};
	struct sandbox_order order = {0};
	struct sandbox_operation operation;
	struct sandbox_reference reference = {
		.merchant = call->merchant->id, .id = sandbox_call_text(call, "threeDSVer2MdOrder")};
	const struct sandbox_at_once how = {
		.pay = sandbox_pay_by_card,
		.attempt = &attempt,
		.number_taken = NUMBER_TAKEN,
		.renamed = renamed,
		.renamed_count = 1,
		.features = SANDBOX_FEATURE_VERIFY,
		.more = &verify,
		.more_count = 1,
	};
	sandbox_attempt_read(call, &attempt);
	if (!call->merchant->settings.verify) {
		sandbox_call_deny(call);
		return;
	}
	if (!check_parameters(call, &attempt) || !sandbox_attempt_read_card(call, &attempt.card)) {
		return;
	}
	if (attempt.transaction ? sandbox_transaction(call, &reference, sandbox_tds_continue, &attempt, &order, &operation)
							: sandbox_pay_at_once(call, &how, &order, &operation)) {
		answer_verification(call, &order, &operation);
	}
	sandbox_order_free(&order);
}
