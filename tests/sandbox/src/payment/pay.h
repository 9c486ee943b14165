#ifndef SANDBOX_PAYMENT_PAY_H
#define SANDBOX_PAYMENT_PAY_H

#include "call/call.h"
#include "model/binding.h"

/* What a payment by card and one by binding have in common. */

#define SANDBOX_ECI_WITHOUT_3DS 7

/* An attempt to pay the whole order, which ended with that action code. Without effect after a refusal. */
const struct sandbox_refusal *sandbox_pay_record_attempt(struct sandbox_order *order,
	const struct sandbox_settings *settings, struct sandbox_operation *operation, int64_t action_code);

/* What may be kept of the card that was tried. */
void sandbox_pay_keep_card(struct sandbox_order *order, const struct sandbox_binding *card);

/* How a stored card pays: CARD_BINDING, or APPLE_PAY_BINDING and the like. */
void sandbox_pay_keep_binding_way(struct sandbox_order *order, const struct sandbox_binding *binding);

/* The payment's own parameters, on top of those of the registration. */
void sandbox_pay_keep_parameters(const struct sandbox_call *call, struct sandbox_order *order);

/* The codes of the operation, which a refused attempt has none of. */
void sandbox_pay_keep_codes(struct sandbox_order *order, const struct sandbox_operation *operation);

/* Answers the attempt; binding_id may be NULL. */
void sandbox_pay_answer(const struct sandbox_call *call, const struct sandbox_order *order,
	const struct sandbox_operation *operation, const char *binding_id);

/* What became of the order, as a member orderStatus tells it along with the payment. */
struct json_object *sandbox_pay_order_status(const struct sandbox_call *call, struct sandbox_order *order);

/* Answers an attempt in the envelope of success: with data, orderStatus. A declined one is a success too. */
void sandbox_pay_answer_data(const struct sandbox_call *call, struct sandbox_order *order);

#endif
