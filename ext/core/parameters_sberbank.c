/*
 * The parameters of Sberbank's own gateway, from its OpenAPI description 1.0.7: names, lengths and obligation. The
 * patterns of that description are left to the gateway: it publishes some that no real value meets.
 */
#include "parameters.h"

/* ---------------------------------------------------------------- the cart */

static const struct pgw_parameter installments[] = {
	TEXT("productType", 0, 1, 11),
	TEXT("productID", 0, 1, 12),
	OBJECT("rightTerms", 0, NULL),
	END,
};

static const struct pgw_parameter company[] = {
	TEXT("email", PGW_MANDATORY, 3, 64),
	TEXT("sno", PGW_MANDATORY, 1, 18),
	DIGITS("inn", PGW_MANDATORY, 10, 12),
	TEXT("paymentAddress", PGW_MANDATORY, 0, 256),
	END,
};

static const struct pgw_parameter delivery_info[] = {
	TEXT("deliveryType", 0, 0, 20),
	TEXT("country", 0, 3, 3),
	TEXT("city", 0, 1, 40),
	TEXT("postAddress", 0, 1, 255),
	END,
};

static const struct pgw_parameter customer_details[] = {
	OBJECT("deliveryInfo", 0, delivery_info),
	TEXT("fullName", 0, 1, 100),
	DIGITS("inn", 0, 10, 12),
	TEXT("address", 0, 1, 256),
	TEXT("birthdate", 0, 10, 10),
	DIGITS("citizenship", 0, 3, 3),
	DIGITS("documentType", 0, 2, 2),
	TEXT("documentNo", 0, 1, 64),
	END,
};

static const struct pgw_parameter discount[] = {
	TEXT("discountType", PGW_MANDATORY, 1, 20),
	DIGITS("discountValue", PGW_MANDATORY, 1, 20),
	END,
};

static const struct pgw_parameter agent_interest[] = {
	TEXT("interestType", PGW_MANDATORY, 1, 20),
	DIGITS("interestValue", PGW_MANDATORY, 1, 20),
	END,
};

static const struct pgw_parameter quantity[] = {
	QUANTITY("value", PGW_MANDATORY),
	DIGITS("measure", 0, 1, 3),
	END,
};

static const struct pgw_parameter item_details_params[] = {
	TEXT("name", 0, 1, 255),
	TEXT("value", 0, 1, 255),
	END,
};

static const struct pgw_parameter item_details[] = {LIST("itemDetailsParams", 0, item_details_params), END};

static const struct pgw_parameter tax[] = {
	INTEGER("taxType", PGW_MANDATORY, 1, 1),
	AMOUNT("taxSum", PGW_ZERO, 10),
	END,
};

static const struct pgw_parameter mark_code[] = {
	TEXT("gs1m", 0, 1, 200),
	TEXT("fur", 0, 20, 20),
	TEXT("gs10", 0, 1, 38),
	DIGITS("ean8", 0, 8, 8),
	DIGITS("ean13", 0, 13, 13),
	DIGITS("itf14", 0, 14, 14),
	TEXT("short", 0, 1, 38),
	TEXT("unknown", 0, 1, 32),
	END,
};

static const struct pgw_parameter mark_quantity[] = {
	DIGITS("markQuantityNumerator", PGW_MANDATORY, 0, 0),
	DIGITS("markQuantityDenominator", PGW_MANDATORY, 0, 0),
	END,
};

static const struct pgw_parameter paying_agent[] = {
	TEXT("operation", 0, 0, 24),
	TEXT_LIST("phones", 7, 16),
	END,
};

static const struct pgw_parameter receive_payments_operator[] = {TEXT_LIST("phones", 7, 16), END};

static const struct pgw_parameter money_transfer_operator[] = {
	TEXT_LIST("phones", 7, 16),
	TEXT("name", 0, 0, 64),
	TEXT("address", 0, 0, 256),
	DIGITS("inn", 0, 12, 12),
	END,
};

static const struct pgw_parameter agent_info[] = {
	TEXT("type", PGW_MANDATORY, 1, 21),
	OBJECT("payingAgent", 0, paying_agent),
	OBJECT("receivePaymentsOperator", 0, receive_payments_operator),
	OBJECT("moneyTransferOperator", 0, money_transfer_operator),
	END,
};

static const struct pgw_parameter supplier_info[] = {
	TEXT_LIST("phones", 7, 16),
	TEXT("name", 0, 0, 64),
	DIGITS("inn", 0, 12, 12),
	END,
};

static const struct pgw_parameter sectoral_item_props[] = {
	TEXT("federalId", 0, 3, 3),
	TEXT("date", 0, 10, 10),
	TEXT("number", 0, 1, 32),
	TEXT("value", 0, 1, 256),
	END,
};

static const struct pgw_parameter items[] = {
	DIGITS("positionId", PGW_MANDATORY, 1, 12),
	TEXT("itemCode", PGW_MANDATORY, 1, 100),
	OBJECT("discount", 0, discount),
	OBJECT("agentInterest", 0, agent_interest),
	TEXT("name", PGW_MANDATORY, 1, 100),
	OBJECT("quantity", PGW_MANDATORY, quantity),
	TEXT("measurementUnit", 0, 1, 16),
	AMOUNT("itemPrice", PGW_MANDATORY | PGW_ZERO, 10),
	AMOUNT("itemAmount", PGW_MANDATORY | PGW_ZERO, 10),
	INTEGER("itemCurrency", 0, 1, 3),
	OBJECT("itemDetails", 0, item_details),
	TEXT("paymentMethod", PGW_MANDATORY, 1, 15),
	TEXT("paymentObject", PGW_MANDATORY, 1, 21),
	OBJECT("tax", PGW_MANDATORY, tax),
	TEXT("nomenclatureCode", 0, 18, 150),
	OBJECT("markCode", 0, mark_code),
	OBJECT("markQuantity", 0, mark_quantity),
	DIGITS("markProcessingMode", 0, 0, 0),
	DIGITS("excise", 0, 1, 10),
	DIGITS("countryCode", 0, 3, 3),
	TEXT("declarationNumber", 0, 1, 32),
	OBJECT("agentInfo", 0, agent_info),
	OBJECT("supplierInfo", 0, supplier_info),
	LIST("sectoralItemProps", 0, sectoral_item_props),
	TEXT("userData", 0, 1, 64),
	END,
};

static const struct pgw_parameter cart_items[] = {LIST("items", PGW_MANDATORY, items), END};

static const struct pgw_parameter payments[] = {
	INTEGER("type", PGW_MANDATORY, 1, 1),
	AMOUNT("sum", PGW_MANDATORY | PGW_ZERO, 10),
	END,
};

static const struct pgw_parameter additional_user_props[] = {
	TEXT("name", PGW_MANDATORY, 1, 64),
	TEXT("value", PGW_MANDATORY, 1, 256),
	END,
};

static const struct pgw_parameter operating_check_props[] = {
	TEXT("name", PGW_MANDATORY, 0, 40),
	TEXT("value", PGW_MANDATORY, 1, 64),
	TEXT("timestamp", PGW_MANDATORY, 20, 20),
	END,
};

static const struct pgw_parameter sectoral_check_props[] = {
	TEXT("federalId", PGW_MANDATORY, 3, 3),
	TEXT("date", PGW_MANDATORY, 1, 10),
	TEXT("number", PGW_MANDATORY, 1, 32),
	TEXT("value", PGW_MANDATORY, 1, 256),
	END,
};

static const struct pgw_parameter order_bundle[] = {
	DATE_TIME("orderCreationDate"),
	OBJECT("installments", 0, installments),
	TEXT("ffdVersion", 0, 3, 4),
	TEXT("receiptType", 0, 4, 11),
	BOOLEAN("ismOptional", 0),
	OBJECT("company", 0, company),
	OBJECT("customerDetails", 0, customer_details),
	OBJECT("cartItems", PGW_MANDATORY, cart_items),
	LIST("payments", 0, payments),
	AMOUNT("total", PGW_ZERO, 10),
	OBJECT("additionalUserProps", 0, additional_user_props),
	TEXT("additionalCheckProps", 0, 1, 16),
	OBJECT("operatingCheckProps", 0, operating_check_props),
	LIST("sectoralCheckProps", 0, sectoral_check_props),
	END,
};

/* ---------------------------------------------------------------- the methods */

/* Whatever the shop likes; of what the description names only what must be hidden is here. */
static const struct pgw_parameter any_params[] = {END};

static const struct pgw_parameter transfer_params[] = {
	DIGITS("destCardNum", PGW_SECRET, 13, 19),
	DIGITS("destAcctNum", PGW_SECRET, 1, 29),
	END,
};

#define REGISTRATION \
	TEXT("orderNumber", PGW_MANDATORY, 1, 36), AMOUNT("amount", PGW_MANDATORY | PGW_ZERO_WITH_VERIFY, 12), \
		TEXT("returnUrl", PGW_MANDATORY, 12, 2048), DIGITS("currency", 0, 3, 3), TEXT("failUrl", 0, 12, 2048), \
		TEXT("description", 0, 1, 512), TEXT("language", 0, 2, 2), TEXT("clientId", 0, 1, 255), \
		TEXT("merchantLogin", 0, 1, 30), OPEN("jsonParams", transfer_params), INTEGER("sessionTimeoutSecs", 0, 1, 9), \
		DATE_TIME("expirationDate"), TEXT("bindingId", 0, 36, 36), FEATURES("features"), TEXT("phone", 0, 1, 16), \
		TEXT("email", 0, 3, 128), OBJECT("orderBundle", 0, order_bundle)

#define ORDER TEXT("orderId", PGW_MANDATORY, 36, 36), TEXT("language", 0, 2, 2), OBJECT("orderBundle", 0, order_bundle)

const struct pgw_parameter pgw_sberbank_register[] = {REGISTRATION, END};

const struct pgw_parameter pgw_sberbank_register_pre_auth[] = {
	REGISTRATION,
	DATE_TIME("autocompletionDate"),
	END,
};

const struct pgw_parameter pgw_sberbank_deposit[] = {
	ORDER,
	AMOUNT("amount", PGW_MANDATORY | PGW_ZERO, 12),
	END,
};

const struct pgw_parameter pgw_sberbank_reverse[] = {
	ORDER,
	AMOUNT("amount", PGW_ZERO_IS_ALL, 12),
	OPEN("jsonParams", any_params),
	END,
};

static const struct pgw_parameter refund_json_params[] = {TEXT("externalRefundId", PGW_REPEATABLE, 1, 36), END};

const struct pgw_parameter pgw_sberbank_refund[] = {
	ORDER,
	AMOUNT("amount", PGW_MANDATORY | PGW_ZERO_IS_ALL, 12),
	OBJECT("jsonParams", PGW_OPEN, refund_json_params),
	END,
};

const struct pgw_parameter pgw_sberbank_decline[] = {
	TEXT("orderId", 0, 36, 36),
	TEXT("orderNumber", 0, 1, 36),
	TEXT("merchantLogin", 0, 1, 30),
	TEXT("language", 0, 2, 2),
	OPEN("jsonParams", any_params),
	END,
};

const struct pgw_parameter pgw_sberbank_get_order_status_extended[] = {
	TEXT("orderId", 0, 36, 36),
	TEXT("orderNumber", 0, 1, 36),
	TEXT("language", 0, 2, 2),
	END,
};

const struct pgw_parameter pgw_sberbank_payment_order[] = {
	RENAMED("MDORDER", "orderId", 36, 36),
	DIGITS("$PAN", PGW_MANDATORY | PGW_SECRET, 13, 19),
	DIGITS("$CVC", PGW_SECRET, 3, 3),
	DIGITS("YYYY", PGW_MANDATORY, 4, 4),
	DIGITS("MM", PGW_MANDATORY, 2, 2),
	TEXT("TEXT", 0, 1, 200),
	TEXT("language", 0, 2, 2),
	TEXT("ip", 0, 1, 39),
	TEXT("email", 0, 3, 128),
	OPEN("jsonParams", transfer_params),
	TEXT("threeDSMethodNotificationUrl", 0, 1, 2048),
	TEXT("termUrl", 0, 1, 2048),
	BOOLEAN("bindingNotNeeded", 0),
	END,
};

const struct pgw_parameter pgw_sberbank_get_bindings[] = {
	TEXT("clientId", PGW_MANDATORY, 1, 255),
	TEXT("language", 0, 2, 2),
	BOOLEAN("showExpired", 0),
	BOOLEAN("showInactive", 0),
	END,
};

const struct pgw_parameter pgw_sberbank_payment_order_binding[] = {
	RENAMED("mdOrder", "orderId", 36, 36),
	TEXT("bindingId", PGW_MANDATORY, 36, 36),
	TEXT("ip", PGW_MANDATORY, 1, 39),
	DIGITS("cvc", PGW_SECRET, 3, 3),
	TEXT("language", 0, 2, 2),
	TEXT("email", 0, 3, 128),
	OPEN("jsonParams", transfer_params),
	TEXT("threeDSMethodNotificationUrl", 0, 1, 2048),
	TEXT("termUrl", 0, 1, 2048),
	END,
};

const struct pgw_parameter pgw_sberbank_get_bindings_by_card_or_id[] = {
	DIGITS("pan", PGW_SECRET, 13, 19),
	TEXT("bindingId", 0, 36, 36),
	TEXT("language", 0, 2, 2),
	BOOLEAN("showExpired", 0),
	BOOLEAN("showInactive", 0),
	END,
};

const struct pgw_parameter pgw_sberbank_recurrent_payment[] = {
	TEXT("orderNumber", PGW_MANDATORY, 1, 36),
	TEXT("bindingId", PGW_MANDATORY, 36, 36),
	AMOUNT("amount", PGW_MANDATORY, 12),
	TEXT("language", 0, 2, 2),
	DIGITS("currency", 0, 3, 3),
	TEXT("description", 0, 1, 512),
	OPEN("additionalParameters", any_params),
	OBJECT("orderBundle", 0, order_bundle),
	END,
};

const struct pgw_parameter pgw_sberbank_mir_pay_direct[] = {
	TEXT("orderNumber", PGW_MANDATORY, 1, 36),
	AMOUNT("amount", PGW_MANDATORY | PGW_ZERO_WITH_VERIFY, 12),
	TEXT("paymentToken", PGW_MANDATORY | PGW_SECRET, 1, 8192),
	DIGITS("currencyCode", 0, 3, 3),
	TEXT("description", 0, 1, 512),
	TEXT("language", 0, 2, 2),
	BOOLEAN("preAuth", 0),
	OPEN("additionalParameters", any_params),
	TEXT("clientId", 0, 1, 255),
	TEXT("merchant", 0, 1, 30),
	FEATURES("features"),
	OBJECT("orderBundle", 0, order_bundle),
	TEXT("phone", 0, 1, 16),
	TEXT("email", 0, 3, 128),
	END,
};

const struct pgw_parameter pgw_sberbank_payment_sber_pay[] = {
	TEXT("orderId", PGW_MANDATORY, 36, 36),
	DIGITS("phone", PGW_MANDATORY, 7, 11),
	TEXT("merchantLogin", 0, 1, 30),
	END,
};

const struct pgw_parameter pgw_sberbank_payment_order_by_subscription[] = {
	TEXT("orderId", PGW_MANDATORY, 36, 36),
	TEXT("subscriptionId", PGW_MANDATORY, 32, 32),
	DIGITS("memberId", PGW_MANDATORY, 12, 12),
	END,
};

/* Of unBindCard as well. */
const struct pgw_parameter pgw_sberbank_bind_card[] = {
	TEXT("bindingId", PGW_MANDATORY, 36, 36),
	TEXT("language", 0, 2, 2),
	END,
};
