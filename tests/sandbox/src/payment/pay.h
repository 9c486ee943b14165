#ifndef SANDBOX_PAYMENT_PAY_H
#define SANDBOX_PAYMENT_PAY_H

#include "call/call.h"
#include "model/binding.h"

/* What payments by card and by binding have in common. */

#define SANDBOX_ECI_WITHOUT_3DS 7

/* The issuer's action code for an amount as the merchant's bank has it, or decline, that of one on purpose, unless 0.
 */
int64_t sandbox_pay_action_code(const struct sandbox_settings *settings, int64_t decline, int64_t amount, int64_t code);

/*
 * Records an attempt to pay the order, which ended with that action code, or with decline unless it is 0. Returns NULL,
 * or a refusal that changed nothing.
 */
const struct sandbox_refusal *sandbox_pay_record_attempt(struct sandbox_order *order,
	const struct sandbox_settings *settings, int64_t decline, struct sandbox_operation *operation, int64_t action_code);

/* Copies what may be stored of the card to the order. */
void sandbox_pay_keep_card(struct sandbox_order *order, const struct sandbox_binding *card);

/* Sets paymentWay for a stored card: CARD_BINDING, APPLE_PAY_BINDING and the like. */
void sandbox_pay_keep_binding_way(struct sandbox_order *order, const struct sandbox_binding *binding);

/* Adds the parameters of the payment to those of the registration. */
void sandbox_pay_keep_parameters(const struct sandbox_call *call, struct sandbox_order *order);

/* Copies the approval code, if there is one, and the reference number of the operation to the order. */
void sandbox_pay_keep_codes(struct sandbox_order *order, const struct sandbox_operation *operation);

/* Answers the attempt; binding_id may be NULL. */
void sandbox_pay_answer(const struct sandbox_call *call, const struct sandbox_order *order,
	const struct sandbox_operation *operation, const char *binding_id);

/* The status of the order, as the member orderStatus of a payment's answer shows it. */
struct json_object *sandbox_pay_order_status(const struct sandbox_call *call, struct sandbox_order *order);

/* Answers {success, data, orderStatus}. A declined payment is a success too. */
void sandbox_pay_answer_data(const struct sandbox_call *call, struct sandbox_order *order);

#endif
