#ifndef SANDBOX_PAYMENT_APP_H
#define SANDBOX_PAYMENT_APP_H

#include "call/call.h"

/*
 * Payments in the app of the payer's bank: by a QR code of the fast payment system (SBP), which may create a
 * subscription, and by SberPay. A test decides what the payer does there (sandbox/payer).
 */

/* Makes a QR code for a registration whose jsonParams have a qrType. False after answering what is wrong. */
bool sandbox_app_open(const struct sandbox_call *call, struct sandbox_order *order);

/* Adds externalParams to the answer of the registration. */
void sandbox_app_describe(const struct sandbox_call *call, struct json_object *json, const struct sandbox_order *order);

/* Whether the payer was asked and has not decided yet. */
bool sandbox_app_waits(const struct sandbox_order *order);

/* Applies the payer's decision. The order must be payable; the operation has its time and its codes. */
void sandbox_app_answer(struct sandbox_order *order, const struct sandbox_settings *settings,
	struct sandbox_operation *operation, bool agrees);

#endif
