#ifndef SANDBOX_CART_H
#define SANDBOX_CART_H

#include "order.h"

#include <json-c/json.h>
#include <stdbool.h>

/* The cart as a status answer shows it: before a certain version without prices, after it with what was captured. */
struct json_object *sandbox_cart_describe(const struct sandbox_order *order, bool with_prices);

#endif
