/* recurrentPayment.do and installmentPayment.do: register an order and charge a stored card for it. */
#include "methods/handlers.h"

#include "base/text.h"
#include "model/cart.h"
#include "model/currency.h"
#include "order/feature.h"
#include "order/registration.h"
#include "payment/charge.h"
#include "payment/pay.h"

static const struct sandbox_refusal number_taken = {10, 10, "Order with this number is already registered"};

static const struct sandbox_registration_text copied[] = {
	{"orderNumber", offsetof(struct sandbox_order, number)},
	{"currency", offsetof(struct sandbox_order, currency)},
	{"language", offsetof(struct sandbox_order, language)},
	{"description", offsetof(struct sandbox_order, description)},
	{"additionalParameters", offsetof(struct sandbox_order, json_params)},
	{"orderBundle", offsetof(struct sandbox_order, order_bundle)},
};

/* The other parameters that the order keeps. */
static const char *const registration_names[] = {"feeInput", "features", "billingPayerData", "shippingPayerData",
	"preOrderPayerData", "orderPayerData", "billingAndShippingAddressMatchIndicator"};

static char *write_registration(const struct sandbox_call *call)
{
	struct json_object *rest = json_object_new_object();
	for (size_t i = 0; i < sizeof registration_names / sizeof *registration_names; i++) {
		sandbox_json_text(rest, registration_names[i], sandbox_call_text(call, registration_names[i]));
	}
	return sandbox_json_into_text(rest);
}

static void fill_charge_order(const struct sandbox_call *call, struct sandbox_order *order)
{
	sandbox_registration_copy_texts(call, order, copied, sizeof copied / sizeof *copied);
	order->amount = sandbox_call_number(call, "amount");
	order->registration = write_registration(call);
}

/*
 * The parameter that is wrong, or NULL. Automatic completion and reversal are for two-phase orders, which these are
 * not.
 */
static const char *wrong_charge_parameter(const struct sandbox_call *call)
{
	const char *currency = sandbox_call_text(call, "currency");
	if (sandbox_text_equal(sandbox_call_text(call, "preAuth"), "true")) {
		return "preAuth";
	}
	if (sandbox_call_text(call, "autocompletionDate")) {
		return "autocompletionDate";
	}
	if (sandbox_call_text(call, "autoReverseDate")) {
		return "autoReverseDate";
	}
	if (sandbox_call_number(call, "amount") == 0) {
		return "amount";
	}
	return currency && !sandbox_currency_known(currency) ? "currency" : NULL;
}

/* False after answering what is wrong. A charge verifies no card and stores none, so neither feature is allowed. */
static bool read_charge_features(const struct sandbox_call *call, struct sandbox_order *order)
{
	unsigned features;
	if (!sandbox_features_accept(call, &features)) {
		return false;
	}
	if (features & (SANDBOX_FEATURE_VERIFY | SANDBOX_FEATURE_FORCE_CREATE_BINDING)) {
		sandbox_call_wrong(call, "features");
		return false;
	}
	order->features = features;
	return true;
}

/* False after answering what is wrong. */
static bool read_charge_order(const struct sandbox_call *call, struct sandbox_order *order)
{
	struct sandbox_fault fault;
	if (!call->merchant->settings.bindings) {
		sandbox_call_deny(call);
		return false;
	}
	const char *wrong = wrong_charge_parameter(call);
	if (wrong) {
		sandbox_call_wrong(call, wrong);
		return false;
	}
	if (!read_charge_features(call, order)) {
		return false;
	}
	fill_charge_order(call, order);
	if (!sandbox_cart_open(order, &fault)) {
		sandbox_call_answer(call, fault.code, fault.message);
		return false;
	}
	return true;
}

static const struct sandbox_refusal *charge_binding(
	const struct sandbox_call *call, const char *tii, struct sandbox_order *order, struct sandbox_operation *operation)
{
	struct sandbox_binding binding;
	const char *id = sandbox_call_text(call, "bindingId");
	enum sandbox_found found = sandbox_charge_binding(call->store, call->merchant, id, tii, call->now, &binding);
	const struct sandbox_refusal *refusal = sandbox_call_refusal_unless_found(found, &sandbox_refusal_no_binding);
	if (refusal) {
		return refusal;
	}
	found = sandbox_charge_order(call->store, call->merchant, &binding, call->decline, order, operation);
	return sandbox_call_refusal_unless_found(found, &number_taken);
}

/* Charges in one transaction. False after answering why nothing was charged. */
static bool charge_in_transaction(const struct sandbox_call *call, const char *tii, struct sandbox_order *order)
{
	struct sandbox_operation operation = {.at = call->now};
	if (!sandbox_call_begin(call)) {
		return false;
	}
	return sandbox_call_end(call, charge_binding(call, tii, order, &operation));
}

static void answer_installment(const struct sandbox_call *call, struct sandbox_order *order)
{
	struct json_object *json = sandbox_call_answer(call, 0, "Success");
	sandbox_json_text(json, "orderId", order->id);
	sandbox_json_value(json, "orderStatus", sandbox_pay_order_status(call, order));
}

static void register_and_charge(const struct sandbox_call *call, const char *tii,
	void (*answer)(const struct sandbox_call *call, struct sandbox_order *order))
{
	struct sandbox_order order = {0};
	if (read_charge_order(call, &order) && charge_in_transaction(call, tii, &order)) {
		answer(call, &order);
	}
	sandbox_order_free(&order);
}

void sandbox_handle_recurrent_payment(struct sandbox_call *call)
{
	register_and_charge(call, "R", sandbox_pay_answer_data);
}

void sandbox_handle_installment_payment(struct sandbox_call *call)
{
	register_and_charge(call, "I", answer_installment);
}
