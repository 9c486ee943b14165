/* Paying an order with the card of another one. */
#include "payment/practice_payment.h"

#include "base/clock.h"
#include "base/text.h"
#include "model/action.h"
#include "model/card.h"
#include "order/ledger.h"
#include "order/registration.h"
#include "payment/pay.h"

static const struct sandbox_refusal unknown_order = {6, 6, "Unknown order"};
static const struct sandbox_refusal number_taken = {1, 1, "Order number already processed"};

/* NULL if the original order allows the payment; otherwise why not. */
static const struct sandbox_refusal *check_original(
	const struct sandbox_call *call, const struct sandbox_practice *practice, const struct sandbox_order *original)
{
	struct sandbox_order earlier = {0};
	enum sandbox_found found = sandbox_store_order_by_original(call->store, call->merchant->id, original->id, &earlier);
	const struct sandbox_refusal *refusal = &sandbox_refusal_system_error;
	if (found != SANDBOX_STORE_FAILED) {
		refusal = sandbox_practice_refuse(practice, original, earlier.practice, &call->merchant->settings, call->now);
	}
	sandbox_order_free(&earlier);
	return refusal;
}

/* The new order has the client and the card of the original one. */
static void open_order(const struct sandbox_call *call, const struct sandbox_practice *practice,
	const struct sandbox_order *original, struct sandbox_order *order)
{
	sandbox_registration_set_id(order);
	order->merchant = call->merchant->id;
	order->amount = order->amount ? order->amount : original->amount;
	order->action_code = SANDBOX_ACTION_NO_PAYMENT_YET;
	order->created_at = order->expires_at = call->now;
	order->eci = SANDBOX_ECI_WITHOUT_3DS;
	order->unattended = 1;
	sandbox_text_set(&order->practice, practice->tii);
	sandbox_text_set(&order->original, original->id);
	sandbox_text_set(&order->currency, original->currency);
	sandbox_text_set(&order->client_id, original->client_id);
	sandbox_text_set(&order->payment_way, original->payment_way);
	sandbox_text_set(&order->masked_pan, original->masked_pan);
	sandbox_text_set(&order->pan_mac, original->pan_mac);
	sandbox_text_set(&order->expiry, original->expiry);
	sandbox_text_set(&order->cardholder, original->cardholder);
	sandbox_text_set(&order->payment_system, original->payment_system);
}

static int64_t authorize(const struct sandbox_call *call, const struct sandbox_order *order)
{
	const unsigned char *key = sandbox_store_key(call->store);
	struct sandbox_stored_card card = {
		.pan_mac = order->pan_mac,
		.right = sandbox_card_stored_expiry_right(
			key, order->pan_mac, sandbox_text_integer(order->expiry), sandbox_clock_month(call->now)),
	};
	return sandbox_card_authorize_stored(key, &card, order->amount);
}

const struct sandbox_refusal *sandbox_practice_pay(const struct sandbox_call *call,
	const struct sandbox_practice *practice, const struct sandbox_reference *reference, struct sandbox_order *original,
	struct sandbox_order *order, struct sandbox_operation *operation)
{
	struct sandbox_settings settings = call->merchant->settings;
	settings.attempts = 1; /* there is no payer to try another card */
	enum sandbox_found found = sandbox_ledger_take(call->store, reference, call->now, original);
	const struct sandbox_refusal *refusal = sandbox_call_refusal_unless_found(found, &unknown_order);
	refusal = refusal ? refusal : check_original(call, practice, original);
	if (refusal) {
		return refusal;
	}
	open_order(call, practice, original, order);
	found = sandbox_ledger_open(call->store, order);
	refusal = sandbox_call_refusal_unless_found(found, &number_taken);
	if (refusal) {
		return refusal;
	}
	sandbox_operation_assign_codes(operation);
	sandbox_pay_record_attempt(order, &settings, call->decline, operation, authorize(call, order));
	bool kept = sandbox_ledger_record(call->store, order, operation);
	if (kept && operation->action_code == SANDBOX_ACTION_APPROVED) {
		sandbox_practice_add(practice, original, order);
		kept = sandbox_store_order_update(call->store, original);
	}
	return kept ? NULL : &sandbox_refusal_system_error;
}
