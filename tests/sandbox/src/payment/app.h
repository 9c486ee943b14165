#ifndef SANDBOX_PAYMENT_APP_H
#define SANDBOX_PAYMENT_APP_H

#include "call/call.h"

/*
 * Payments in the app of the payer's bank: by a QR code of the fast payment system (SBP), which may leave the shop a
 * subscription, and by SberPay. What the payer does there is up to the test (sandbox/payer).
 */

/* A registration whose jsonParams have a qrType gets its code. False after answering what is wrong. */
bool sandbox_app_open(const struct sandbox_call *call, struct sandbox_order *order);

/* externalParams of the registration's answer. */
void sandbox_app_describe(const struct sandbox_call *call, struct json_object *json, const struct sandbox_order *order);

/* Whether the payer was asked, so that he can say something. */
bool sandbox_app_waits(const struct sandbox_order *order);

/* What he says. The order must be payable; the operation has its time and its numbers. */
void sandbox_app_answer(struct sandbox_order *order, const struct sandbox_settings *settings,
	struct sandbox_operation *operation, bool agrees);

#endif
