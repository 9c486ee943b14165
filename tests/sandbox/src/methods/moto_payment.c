/* motoPayment.do: registers and pays an order by mail or telephone. */
#include "methods/handlers.h"

#include "model/action.h"
#include "payment/at_once.h"
#include "payment/pay_card.h"

#define NUMBER_TAKEN 1

static void answer_moto_payment(
	const struct sandbox_call *call, const struct sandbox_order *order, const struct sandbox_operation *operation)
{
	const struct sandbox_action *action = sandbox_action_find(operation->action_code);
	bool paid = operation->action_code == SANDBOX_ACTION_APPROVED;
	struct json_object *json = sandbox_call_answer(call, 0, paid ? "Success" : action->description);
	if (!paid) {
		json_object_object_add(json, "success", json_object_new_boolean(false));
		sandbox_json_text(json, "userMessage", action->info);
	}
	sandbox_json_text(json, "mdOrder", order->id);
	sandbox_json_text(json, "orderNumber", order->number);
	sandbox_json_text(json, "bindingId", order->verify ? order->binding : NULL);
}

void sandbox_handle_moto_payment(struct sandbox_call *call)
{
	struct sandbox_attempt attempt = {.cardholder = sandbox_call_text(call, "cardholder"), .moto = true};
	struct sandbox_order order;
	struct sandbox_operation operation;
	struct sandbox_at_once how = {
		.pay = sandbox_pay_by_card,
		.attempt = &attempt,
		.payment_way = "CARD_MOTO",
		.number_taken = NUMBER_TAKEN,
	};
	if (!sandbox_attempt_read_card(call, &attempt.card)) {
		return;
	}
	if (sandbox_pay_at_once(call, &how, &order, &operation)) {
		answer_moto_payment(call, &order, &operation);
	}
	sandbox_order_free(&order);
}
