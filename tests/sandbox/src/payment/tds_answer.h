#ifndef SANDBOX_PAYMENT_TDS_ANSWER_H
#define SANDBOX_PAYMENT_TDS_ANSWER_H

#include "call/call.h"
#include "model/order.h"

/* Adds what the shop has to do next to an answer. */
void sandbox_tds_add_step(const struct sandbox_call *call, struct json_object *json, const struct sandbox_order *order);

/* Answers a payment whose payer is to be authenticated: what the shop has to do next. Returns the object. */
struct json_object *sandbox_tds_answer_step(const struct sandbox_call *call, const struct sandbox_order *order);

#endif
