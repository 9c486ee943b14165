/* The columns of an order, and the names of operations. */
#include "model/order.h"

#include "base/secret.h"

#include <string.h>

#define NUMBER(name, member) \
	{ \
		name, SANDBOX_COLUMN_NUMBER, offsetof(struct sandbox_order, member), false \
	}
#define TEXT(name, member) \
	{ \
		name, SANDBOX_COLUMN_TEXT, offsetof(struct sandbox_order, member), false \
	}
#define FIXED_NUMBER(name, member) \
	{ \
		name, SANDBOX_COLUMN_NUMBER, offsetof(struct sandbox_order, member), true \
	}
#define FIXED_TEXT(name, member) \
	{ \
		name, SANDBOX_COLUMN_TEXT, offsetof(struct sandbox_order, member), true \
	}
#define JSON(name, member) \
	{ \
		name, SANDBOX_COLUMN_JSON, offsetof(struct sandbox_order, member), false \
	}
#define SECRET(name, member) \
	{ \
		name, SANDBOX_COLUMN_SECRET, offsetof(struct sandbox_order, member), false \
	}

const struct sandbox_column sandbox_order_columns[] = {
	FIXED_NUMBER("merchant", merchant),
	FIXED_TEXT("orderId", id),
	FIXED_TEXT("orderNumber", number),
	NUMBER("orderStatus", state),
	NUMBER("actionCode", action_code),
	NUMBER("preAuth", two_phase),
	NUMBER("verify", verify),
	NUMBER("attempts", attempts),
	FIXED_NUMBER("amount", amount),
	TEXT("currency", currency),
	NUMBER("approvedAmount", approved),
	NUMBER("depositedAmount", deposited),
	NUMBER("refundedAmount", refunded),
	FIXED_NUMBER("date", created_at),
	NUMBER("expirationDate", expires_at),
	NUMBER("autocompletionDate", auto_deposit_at),
	NUMBER("autoReverseDate", auto_reverse_at),
	NUMBER("dueDate", due_at),
	NUMBER("authDateTime", authorized_at),
	NUMBER("depositedDate", deposited_at),
	NUMBER("reversedDate", reversed_at),
	NUMBER("refundedDate", refunded_at),
	NUMBER("reversalFailed", reversal_failed),
	TEXT("orderDescription", description),
	TEXT("language", language),
	TEXT("returnUrl", return_url),
	TEXT("failUrl", fail_url),
	TEXT("clientId", client_id),
	TEXT("ip", ip),
	TEXT("email", email),
	TEXT("phone", phone),
	TEXT("postAddress", post_address),
	JSON("jsonParams", json_params),
	JSON("orderBundle", order_bundle),
	JSON("cart", cart),
	NUMBER("capturedWhole", captured_whole),
	JSON("registration", registration),
	TEXT("maskedPan", masked_pan),
	SECRET("panHash", pan_mac),
	TEXT("expiration", expiry),
	TEXT("cardholderName", cardholder),
	TEXT("paymentSystem", payment_system),
	TEXT("approvalCode", approval_code),
	TEXT("authRefNum", reference),
	NUMBER("eci", eci),
	NUMBER("featureBits", features),
	NUMBER("byBinding", by_binding),
	TEXT("fixedBindingId", fixed_binding),
	TEXT("bindingId", binding),
	TEXT("qrcId", qr_code),
	TEXT("sberPayPhone", sberpay_phone),
	TEXT("subscriptionId", subscription),
	TEXT("memberId", member),
	TEXT("paymentWay", payment_way),
	NUMBER("unattended", unattended),
	TEXT("originalOrderId", original),
	TEXT("industryPractice", practice),
	NUMBER("tdsStep", tds.step),
	NUMBER("tdsCard", tds.kind),
	NUMBER("threeDsType", tds.type),
	NUMBER("tdsActionCode", tds.action),
	NUMBER("tdsHosted", tds.hosted),
	NUMBER("tdsOnce", tds.once),
	NUMBER("tdsStoresCard", tds.stores_card),
	NUMBER("tdsBindingType", tds.binding_type),
	NUMBER("tdsCardRight", tds.card_right),
	NUMBER("tdsWrongCodes", tds.wrong_codes),
	NUMBER("tdsBrowserSeen", tds.browser_seen),
	NUMBER("tdsMethodDone", tds.method_done),
	TEXT("threeDSServerTransId", tds.server_trans_id),
	TEXT("acsTransId", tds.acs_trans_id),
	TEXT("threeDSProtocolVersion", tds.version),
	TEXT("xid", tds.xid),
	TEXT("cavv", tds.cavv),
	TEXT("veResStatus", tds.veres),
	TEXT("paResStatus", tds.pares),
	TEXT("aresTransStatus", tds.ares),
	TEXT("rreqTransStatus", tds.rreq),
	SECRET("tdsMessage", tds.message),
	TEXT("tdsBindingId", tds.binding),
	TEXT("threeDSVer2FinishUrl", tds.finish_url),
	TEXT("termUrl", tds.term_url),
	TEXT("threeDSMethodNotificationUrl", tds.method_url),
	{NULL, SANDBOX_COLUMN_NUMBER, 0, false},
};

const char *const sandbox_operation_names[SANDBOX_OPERATION_TYPES] = {
	[SANDBOX_OPERATION_APPROVED] = "approved",
	[SANDBOX_OPERATION_DEPOSITED] = "deposited",
	[SANDBOX_OPERATION_REVERSED] = "reversed",
	[SANDBOX_OPERATION_REFUNDED] = "refunded",
	[SANDBOX_OPERATION_VERIFIED] = "verified",
	[SANDBOX_OPERATION_DECLINED] = "declined",
	[SANDBOX_OPERATION_DECLINED_BY_TIMEOUT] = "declinedByTimeout",
	[SANDBOX_OPERATION_CREDITED] = "credited",
};

void sandbox_order_free(struct sandbox_order *order)
{
	sandbox_columns_free_texts(order, sandbox_order_columns);
	memset(order, 0, sizeof *order);
}

void sandbox_operation_assign_codes(struct sandbox_operation *operation)
{
	sandbox_random_digits(operation->reference, SANDBOX_REFERENCE_DIGITS);
	sandbox_random_digits(operation->approval_code, SANDBOX_APPROVAL_CODE_DIGITS);
}
