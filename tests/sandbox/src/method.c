#include "method.h"

#include "handlers.h"
#include "requests.h"

#include <string.h>

#define METHOD(dialect, path, envelope, token, credentials, missing, wrong, unknown_order, request, handler) \
	{ \
		SANDBOX_##dialect, path, SANDBOX_ENVELOPE_##envelope, token, {credentials, missing, wrong, unknown_order}, \
			&sandbox_request_##request, sandbox_handle_##handler \
	}

/* One row a line: dialect, path, envelope, token, errorCodes (see sandbox_codes), request, handler. */
/* clang-format off */
const struct sandbox_method sandbox_methods[SANDBOX_METHODS] = {
	METHOD(CLASSIC, "rest/register.do", TEXT, true, 4, 4, 5, 6, register, register),
	METHOD(CLASSIC, "rest/registerPreAuth.do", TEXT, true, 4, 4, 5, 6, register_preauth, register_preauth),
	METHOD(CLASSIC, "rest/paymentorder.do", PAYMENT, false, 5, 1, 5, 3, payment, payment),
	METHOD(CLASSIC, "rest/deposit.do", NUMBER, false, 5, 5, 5, 6, deposit, deposit),
	METHOD(CLASSIC, "rest/reverse.do", NUMBER, false, 5, 5, 5, 6, reverse, reverse),
	METHOD(CLASSIC, "rest/refund.do", NUMBER, false, 5, 5, 5, 6, refund, refund),
	METHOD(CLASSIC, "rest/instantRefund.do", TEXT, false, 5, 5, 5, 6, instant_refund, instant_refund),
	METHOD(CLASSIC, "rest/decline.do", NUMBER, false, 5, 5, 5, 6, decline, decline),
	METHOD(CLASSIC, "rest/getOrderStatusExtended.do", TEXT, true, 5, 1, 5, 6, status, status),
	METHOD(CLASSIC, "rest/getOrderStatus.do", CAPITAL, false, 5, 5, 5, 6, old_status, old_status),
	METHOD(CLASSIC, "rest/paymentOrderBinding.do", PAYMENT, false, 5, 1, 5, 6, binding_payment, binding_payment),
	METHOD(CLASSIC, "rest/getBindings.do", TEXT, false, 5, 1, 5, 6, bindings, bindings),
	METHOD(CLASSIC, "rest/getBindingsByCardOrId.do", TEXT, false, 5, 1, 5, 6, bindings_of_card, bindings_of_card),
	METHOD(CLASSIC, "rest/unBindCard.do", TEXT, false, 5, 1, 5, 6, unbind, unbind),
	METHOD(CLASSIC, "rest/bindCard.do", TEXT, false, 5, 1, 5, 6, unbind, bind),
	METHOD(CLASSIC, "rest/extendBinding.do", TEXT, false, 5, 1, 5, 6, extend_binding, extend_binding),
	METHOD(CLASSIC, "rest/createBindingNoPayment.do", FLAGGED, false, 5, 1, 5, 6, create_binding, create_binding),
	METHOD(JSON, "register.do", TEXT, false, 5, 4, 5, 6, json_register, register),
	METHOD(JSON, "registerPreAuth.do", TEXT, false, 5, 4, 5, 6, json_register_preauth, register_preauth),
	METHOD(JSON, "paymentOrder.do", ERROR, false, 5, 1, 5, 6, json_payment, payment),
	METHOD(JSON, "deposit.do", TEXT, false, 5, 5, 5, 6, json_deposit, deposit),
	METHOD(JSON, "reverse.do", TEXT, false, 5, 5, 5, 6, json_reverse, reverse),
	METHOD(JSON, "refund.do", TEXT, false, 5, 5, 5, 6, json_refund, refund),
	METHOD(JSON, "decline.do", TEXT, false, 5, 5, 5, 6, json_decline, decline),
	METHOD(JSON, "getOrderStatusExtended.do", TEXT, false, 5, 1, 5, 6, json_status, status),
	METHOD(JSON, "paymentOrderBinding.do", TEXT, false, 5, 1, 5, 6, json_binding_payment, binding_payment),
	METHOD(JSON, "getBindings.do", TEXT, false, 5, 1, 5, 6, json_bindings, bindings),
	METHOD(JSON, "getBindingsByCardOrId.do", TEXT, false, 5, 1, 5, 6, json_bindings_of_card, bindings_of_card),
	METHOD(JSON, "unbindCard.do", TEXT, false, 5, 1, 5, 6, json_unbind, unbind),
	METHOD(JSON, "bindCard.do", TEXT, false, 5, 1, 5, 6, json_unbind, bind),
};
/* clang-format on */

const struct sandbox_method *sandbox_method_find(enum sandbox_dialect dialect, const char *path)
{
	for (size_t i = 0; i < SANDBOX_METHODS; i++) {
		if (sandbox_methods[i].dialect == dialect && strcmp(sandbox_methods[i].path, path) == 0) {
			return &sandbox_methods[i];
		}
	}
	return NULL;
}
