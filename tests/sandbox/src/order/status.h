#ifndef SANDBOX_ORDER_STATUS_H
#define SANDBOX_ORDER_STATUS_H

#include "call/call.h"

/* The same for every order. */
#define SANDBOX_STATUS_TERMINAL "123456"
#define SANDBOX_STATUS_BANK     "UNKNOWN"

/* What getOrderStatusExtended.do shows. */
struct sandbox_status {
	struct sandbox_order *order;
	const struct sandbox_operation *operations; /* of the order, oldest first */
	size_t operation_count;
	int64_t version; /* statusVersion of the merchant; unused in the JSON dialect */
};

/* Add the members to an answer. */
void sandbox_status_classic(struct json_object *json, const struct sandbox_status *status);
void sandbox_status_json(struct json_object *json, const struct sandbox_status *status);

/* What both dialects have in common. */
void sandbox_status_order(struct json_object *json, const struct sandbox_order *order);
void sandbox_status_bank(struct json_object *json);
void sandbox_status_authorization(struct json_object *json, const struct sandbox_order *order);
struct json_object *sandbox_status_binding(const struct sandbox_order *order); /* NULL if there is none */
struct json_object *sandbox_status_tds(const struct sandbox_order *order);     /* threeDSInfo; NULL if there is none */
struct json_object *sandbox_status_amounts(const struct sandbox_order *order);
const char *sandbox_status_payment_way(const struct sandbox_order *order);
const char *sandbox_status_product(const struct sandbox_order *order);

#endif
