/* 3-D Secure of an order. */
#include "model/tds_order.h"

#include "base/base64.h"
#include "base/secret.h"
#include "base/text.h"
#include "model/json_params.h"

#include <stdlib.h>

#define CAVV_BYTES 20

void sandbox_tds_settle(struct sandbox_order *order, enum sandbox_tds_result result, enum sandbox_tds_type type)
{
	order->eci = sandbox_tds_eci(order->payment_system, result);
	order->tds.type = type;
	if (result == SANDBOX_TDS_SSL) {
		return;
	}
	unsigned char bytes[CAVV_BYTES];
	sandbox_random(bytes, sizeof bytes);
	free(order->tds.cavv);
	order->tds.cavv = sandbox_base64_encode(bytes, sizeof bytes, false);
}

int64_t sandbox_tds_type_of(const struct sandbox_order *order)
{
	if (order->tds.version) {
		return order->tds.type;
	}
	/* What the shop says of a payment that was authenticated elsewhere. */
	int64_t named = sandbox_json_params_integer(order->json_params, "authenticationTypeIndicator");
	named = named >= 0 ? named : sandbox_json_params_integer(order->json_params, "threeDsType");
	if (named >= 0) {
		return named % 10;
	}
	return order->eci == 2 || order->eci == 5   ? SANDBOX_TDS_TYPE_1_FULL
		   : order->eci == 1 || order->eci == 6 ? SANDBOX_TDS_TYPE_1_ATTEMPT
												: SANDBOX_TDS_TYPE_SSL;
}
