#ifndef SANDBOX_REQUEST_SHAPES_H
#define SANDBOX_REQUEST_SHAPES_H

#include "request/parameter.h"

/* The nested objects of the classic dialect. */
extern const struct sandbox_shape sandbox_shape_order_bundle;
extern const struct sandbox_shape sandbox_shape_items; /* {"items": [...]} of deposit.do and refund.do */
extern const struct sandbox_shape sandbox_shape_billing;
extern const struct sandbox_shape sandbox_shape_shipping;
extern const struct sandbox_shape sandbox_shape_pre_order;
extern const struct sandbox_shape sandbox_shape_order_payer;
extern const struct sandbox_shape sandbox_shape_facilitator;
extern const struct sandbox_shape sandbox_shape_browser;
extern const struct sandbox_shape sandbox_shape_network_references;

/* Those of the JSON dialect. */
extern const struct sandbox_shape sandbox_shape_json_order_bundle;
extern const struct sandbox_shape sandbox_shape_json_register_params;
extern const struct sandbox_shape sandbox_shape_json_payment_params;
extern const struct sandbox_shape sandbox_shape_json_refund_params;
extern const struct sandbox_shape sandbox_shape_json_params; /* names of the shop */
extern const struct sandbox_shape sandbox_shape_scalars;     /* any names, with a text, number or boolean each */

#endif
