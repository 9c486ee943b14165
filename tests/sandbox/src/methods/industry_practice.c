/* industryPractice/paymentOrder.do: the shop pays a new order with the card of an earlier one. */
#include "methods/handlers.h"

#include "base/text.h"
#include "model/action.h"
#include "order/feature.h"
#include "order/registration.h"
#include "payment/practice_payment.h"

#include <stdio.h>

#define UNSUCCESSFUL 5

static const struct sandbox_registration_text copied[] = {
	{"orderNumber", offsetof(struct sandbox_order, number)},
	{"jsonParams", offsetof(struct sandbox_order, json_params)},
};

/* An amount belongs to what does not repeat the original payment. False after answering what is wrong. */
static bool check_amount(const struct sandbox_call *call, const struct sandbox_practice *practice)
{
	bool given = sandbox_call_text(call, "amount");
	if (given == practice->once || (given && sandbox_call_number(call, "amount") == 0)) {
		(given ? sandbox_call_wrong : sandbox_call_empty)(call, "amount");
		return false;
	}
	return true;
}

/* False after answering what is wrong. */
static bool read_order(
	const struct sandbox_call *call, const struct sandbox_practice *practice, struct sandbox_order *order)
{
	unsigned features;
	if (!call->merchant->settings.industry_practice) {
		sandbox_call_deny(call);
		return false;
	}
	if (!check_amount(call, practice) || !sandbox_features_accept(call, &features)) {
		return false;
	}
	if (features & (SANDBOX_FEATURE_VERIFY | SANDBOX_FEATURE_FORCE_CREATE_BINDING)) {
		sandbox_call_wrong(call, "features");
		return false;
	}
	order->features = features;
	order->amount = sandbox_call_number(call, "amount");
	sandbox_registration_copy_texts(call, order, copied, sizeof copied / sizeof *copied);
	return true;
}

/* In one transaction. False after answering why there is no order. */
static bool pay_order(const struct sandbox_call *call, const struct sandbox_practice *practice,
	struct sandbox_order *order, struct sandbox_operation *operation)
{
	struct sandbox_reference reference = {
		.merchant = call->merchant->id, .id = sandbox_call_text(call, "originalMdOrder")};
	struct sandbox_order original = {0};
	if (!sandbox_call_begin(call)) {
		return false;
	}
	bool paid = sandbox_call_end(call, sandbox_practice_pay(call, practice, &reference, &original, order, operation));
	sandbox_order_free(&original);
	return paid;
}

/* A declined payment has an errorCode here, and an order as well. */
static void answer_payment(
	const struct sandbox_call *call, const struct sandbox_order *order, const struct sandbox_operation *operation)
{
	bool paid = operation->action_code == SANDBOX_ACTION_APPROVED;
	char action[21];
	struct json_object *json = sandbox_call_answer(call, paid ? 0 : UNSUCCESSFUL, paid ? "Successful" : "Unsuccessful");
	snprintf(action, sizeof action, "%lld", (long long)operation->action_code);
	sandbox_json_text(json, "mdOrder", order->id);
	sandbox_json_text(json, "actionCode", action);
	sandbox_json_text(json, "approvalCode", order->approval_code);
	sandbox_json_text(json, "rrn", order->reference);
}

void sandbox_handle_industry_practice(struct sandbox_call *call)
{
	const struct sandbox_practice *practice = sandbox_practice_find(sandbox_call_text(call, "tii"));
	struct sandbox_order order = {0};
	struct sandbox_operation operation = {.at = call->now};
	if (read_order(call, practice, &order) && pay_order(call, practice, &order, &operation)) {
		answer_payment(call, &order, &operation);
	}
	sandbox_order_free(&order);
}
