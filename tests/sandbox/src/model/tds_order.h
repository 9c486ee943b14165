#ifndef SANDBOX_MODEL_TDS_ORDER_H
#define SANDBOX_MODEL_TDS_ORDER_H

#include "model/order.h"

/* 3-D Secure of an order. */

/* Writes result and type into the order. The values that only the issuer knows are made up; with SSL there are none. */
void sandbox_tds_settle(struct sandbox_order *order, enum sandbox_tds_result result, enum sandbox_tds_type type);

/* threeDsType of the last attempt, from 0 to 9. */
int64_t sandbox_tds_type_of(const struct sandbox_order *order);

#endif
