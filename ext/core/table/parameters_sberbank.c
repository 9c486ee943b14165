/* The parameters of Sberbank's dialect: names, lengths and what is mandatory. */

/*
 * From its OpenAPI description 1.0.7 and from the bank's newer pages of register and refund. Where the two differ, the
 * wider bound is taken. Their patterns are not checked here: no real value matches some of them.
 */
#include "parameters.h"

/* ---------------------------------------------------------------- the cart */

static const struct pgw_parameter installments[] = {
	TEXT("productType", LENGTH(1, 11)),
	TEXT("productID", LENGTH(1, 12)),
	OBJECT("rightTerms", MEMBERS(NULL)),
	END,
};

static const struct pgw_parameter company[] = {
	TEXT("email", LENGTH(3, 64), MANDATORY),
	TEXT("sno", LENGTH(1, 18), MANDATORY),
	DIGITS("inn", LENGTH(10, 12), MANDATORY),
	TEXT("paymentAddress", UP_TO(256), MANDATORY),
	END,
};

static const struct pgw_parameter delivery_info[] = {
	TEXT("deliveryType", UP_TO(20)),
	TEXT("country", EXACTLY(3)),
	TEXT("city", LENGTH(1, 40)),
	TEXT("postAddress", LENGTH(1, 255)),
	END,
};

static const struct pgw_parameter customer_details[] = {
	OBJECT("deliveryInfo", MEMBERS(delivery_info)),
	TEXT("fullName", LENGTH(1, 100)),
	DIGITS("inn", LENGTH(10, 12)),
	TEXT("address", LENGTH(1, 256)),
	TEXT("birthdate", EXACTLY(10)),
	DIGITS("citizenship", EXACTLY(3)),
	DIGITS("documentType", EXACTLY(2)),
	TEXT("documentNo", LENGTH(1, 64)),
	END,
};

static const struct pgw_parameter discount[] = {
	TEXT("discountType", LENGTH(1, 20), MANDATORY),
	DIGITS("discountValue", LENGTH(1, 20), MANDATORY),
	END,
};

static const struct pgw_parameter agent_interest[] = {
	TEXT("interestType", LENGTH(1, 20), MANDATORY),
	DIGITS("interestValue", LENGTH(1, 20), MANDATORY),
	END,
};

static const struct pgw_parameter quantity[] = {
	QUANTITY("value", MANDATORY),
	DIGITS("measure", LENGTH(1, 3)),
	END,
};

static const struct pgw_parameter item_details_params[] = {
	TEXT("name", LENGTH(1, 255)),
	TEXT("value", LENGTH(1, 255)),
	END,
};

static const struct pgw_parameter item_details[] = {LIST("itemDetailsParams", MEMBERS(item_details_params)), END};

static const struct pgw_parameter tax[] = {
	INTEGER("taxType", LENGTH(1, 2), MANDATORY), /* 0 to 13 in 2026; rates come and go, and the gateway knows them */
	AMOUNT("taxSum", MOST_DIGITS(10), FLAGS(PGW_ZERO)),
	END,
};

static const struct pgw_parameter mark_code[] = {
	TEXT("gs1m", LENGTH(1, 200)),
	TEXT("fur", EXACTLY(20)),
	TEXT("gs10", LENGTH(1, 38)),
	DIGITS("ean8", EXACTLY(8)),
	DIGITS("ean13", EXACTLY(13)),
	DIGITS("itf14", EXACTLY(14)),
	TEXT("short", LENGTH(1, 38)),
	TEXT("unknown", LENGTH(1, 32)),
	END,
};

static const struct pgw_parameter mark_quantity[] = {
	DIGITS("markQuantityNumerator", MANDATORY),
	DIGITS("markQuantityDenominator", MANDATORY),
	END,
};

static const struct pgw_parameter paying_agent[] = {
	TEXT("operation", UP_TO(24)),
	TEXT_LIST("phones", LENGTH(7, 16), SPELLED_AS(PHONE)),
	END,
};

static const struct pgw_parameter receive_payments_operator[] = {
	TEXT_LIST("phones", LENGTH(7, 16), SPELLED_AS(PHONE)), END};

static const struct pgw_parameter money_transfer_operator[] = {
	TEXT_LIST("phones", LENGTH(7, 16), SPELLED_AS(PHONE)),
	TEXT("name", UP_TO(64)),
	TEXT("address", UP_TO(256)),
	DIGITS("inn", EXACTLY(12)),
	END,
};

static const struct pgw_parameter agent_info[] = {
	TEXT("type", LENGTH(1, 21), MANDATORY),
	OBJECT("payingAgent", MEMBERS(paying_agent)),
	OBJECT("receivePaymentsOperator", MEMBERS(receive_payments_operator)),
	OBJECT("moneyTransferOperator", MEMBERS(money_transfer_operator)),
	END,
};

static const struct pgw_parameter supplier_info[] = {
	TEXT_LIST("phones", LENGTH(7, 16), SPELLED_AS(PHONE)),
	TEXT("name", UP_TO(64)),
	DIGITS("inn", EXACTLY(12)),
	END,
};

static const struct pgw_parameter sectoral_item_props[] = {
	TEXT("federalId", EXACTLY(3)),
	TEXT("date", EXACTLY(10)),
	TEXT("number", LENGTH(1, 32)),
	TEXT("value", LENGTH(1, 256)),
	END,
};

static const struct pgw_parameter items[] = {
	DIGITS("positionId", LENGTH(1, 12), MANDATORY),
	TEXT("itemCode", LENGTH(1, 100), MANDATORY),
	OBJECT("discount", MEMBERS(discount)),
	OBJECT("agentInterest", MEMBERS(agent_interest)),
	TEXT("name", LENGTH(1, 128), MANDATORY),
	OBJECT("quantity", MEMBERS(quantity), MANDATORY),
	TEXT("measurementUnit", LENGTH(1, 16)),
	AMOUNT("itemPrice", MOST_DIGITS(10), FLAGS(PGW_MANDATORY | PGW_ZERO)),
	AMOUNT("itemAmount", MOST_DIGITS(10), FLAGS(PGW_MANDATORY | PGW_ZERO)),
	INTEGER("itemCurrency", LENGTH(1, 3), SPELLED_AS(CURRENCY)),
	OBJECT("itemDetails", MEMBERS(item_details)),
	TEXT("paymentMethod", LENGTH(1, 15)), /* this and the next two: only a fiscal receipt needs them */
	TEXT("paymentObject", LENGTH(1, 21)), /* a word, or with ffdVersion 1.2 a number */
	OBJECT("tax", MEMBERS(tax)),
	TEXT("nomenclatureCode", LENGTH(18, 150)),
	OBJECT("markCode", MEMBERS(mark_code)),
	OBJECT("markQuantity", MEMBERS(mark_quantity)),
	DIGITS("markProcessingMode"),
	DIGITS("excise", LENGTH(1, 10)),
	DIGITS("countryCode", EXACTLY(3)),
	TEXT("declarationNumber", LENGTH(1, 32)),
	OBJECT("agentInfo", MEMBERS(agent_info)),
	OBJECT("supplierInfo", MEMBERS(supplier_info)),
	LIST("sectoralItemProps", MEMBERS(sectoral_item_props)),
	TEXT("userData", LENGTH(1, 64)),
	END,
};

static const struct pgw_parameter cart_items[] = {LIST("items", MEMBERS(items), MANDATORY), END};

static const struct pgw_parameter payments[] = {
	INTEGER("type", EXACTLY(1), MANDATORY),
	AMOUNT("sum", MOST_DIGITS(10), FLAGS(PGW_MANDATORY | PGW_ZERO)),
	END,
};

static const struct pgw_parameter additional_user_props[] = {
	TEXT("name", LENGTH(1, 64), MANDATORY),
	TEXT("value", LENGTH(1, 256), MANDATORY),
	END,
};

static const struct pgw_parameter operating_check_props[] = {
	TEXT("name", UP_TO(40), MANDATORY),
	TEXT("value", LENGTH(1, 64), MANDATORY),
	TEXT("timestamp", LENGTH(19, 20), MANDATORY), /* 20 are documented, but dd.mm.yyyy HH:MM:SS has 19 */
	END,
};

static const struct pgw_parameter sectoral_check_props[] = {
	TEXT("federalId", EXACTLY(3), MANDATORY),
	TEXT("date", LENGTH(1, 10), MANDATORY),
	TEXT("number", LENGTH(1, 32), MANDATORY),
	TEXT("value", LENGTH(1, 256), MANDATORY),
	END,
};

static const struct pgw_parameter order_bundle[] = {
	DATE_TIME("orderCreationDate"),
	OBJECT("installments", MEMBERS(installments)),
	TEXT("ffdVersion", LENGTH(3, 4)),
	TEXT("receiptType", LENGTH(4, 22)), /* SELL to SELL_REFUND_CORRECTION, formerly in lower case */
	BOOLEAN("ismOptional"),
	OBJECT("company", MEMBERS(company)),
	OBJECT("customerDetails", MEMBERS(customer_details)),
	OBJECT("cartItems", MEMBERS(cart_items), MANDATORY),
	LIST("payments", MEMBERS(payments)),
	AMOUNT("total", MOST_DIGITS(10), FLAGS(PGW_ZERO)),
	TEXT("cashier", LENGTH(1, 64)),
	DIGITS("cashierInn", LENGTH(1, 12)),
	OBJECT("additionalUserProps", MEMBERS(additional_user_props)),
	TEXT("additionalCheckProps", LENGTH(1, 16)),
	OBJECT("operatingCheckProps", MEMBERS(operating_check_props)),
	LIST("sectoralCheckProps", MEMBERS(sectoral_check_props)),
	END,
};

/* ---------------------------------------------------------------- the methods */

/* Any data of the shop; of the documented members only those that must be hidden are listed. */
static const struct pgw_parameter any_params[] = {END};

static const struct pgw_parameter transfer_params[] = {
	DIGITS("destCardNum", LENGTH(13, 19), FLAGS(PGW_SECRET)),
	DIGITS("destAcctNum", LENGTH(1, 29), FLAGS(PGW_SECRET)),
	END,
};

/* clang-format off */
#define REGISTRATION \
	TEXT("orderNumber", LENGTH(1, 36), MANDATORY), \
	AMOUNT("amount", MOST_DIGITS(12), FLAGS(PGW_MANDATORY | PGW_ZERO_WITH_VERIFY | PGW_ZERO_BY_SBP)), \
	TEXT("returnUrl", LENGTH(12, 2048), MANDATORY), \
	CURRENCY("currency", FLAGS(PGW_CURRENCY)), \
	TEXT("failUrl", LENGTH(12, 2048)), \
	TEXT("dynamicCallbackUrl", LENGTH(12, 512), FLAGS(PGW_HTTPS)), \
	TEXT("description", LENGTH(1, 512)), \
	LANGUAGE("language", FLAGS(PGW_LANGUAGE)), \
	TEXT("clientId", LENGTH(1, 255)), \
	TEXT("merchantLogin", LENGTH(1, 30)), \
	OPEN("jsonParams", MEMBERS(transfer_params)), \
	INTEGER("sessionTimeoutSecs", LENGTH(1, 9)), \
	DATE_TIME("expirationDate"), \
	TEXT("bindingId", EXACTLY(36)), \
	FEATURES("features"), \
	PHONE("phone", LENGTH(1, 16)), \
	TEXT("email", LENGTH(3, 128)), \
	OBJECT("orderBundle", MEMBERS(order_bundle))
/* clang-format on */

/* clang-format off */
#define ORDER \
	TEXT("orderId", EXACTLY(36), MANDATORY), \
	LANGUAGE("language", FLAGS(PGW_LANGUAGE)), \
	OBJECT("orderBundle", MEMBERS(order_bundle))
/* clang-format on */

/* Of an authentication that the shop itself initiates (3RI). */
/* clang-format off */
#define INITIATED_BY_SHOP \
	TEXT("threeDSReqPriorAuthData", LENGTH(1, 2048)), \
	DIGITS("threeDSReqPriorAuthMethod", EXACTLY(2), SPELLED_AS(TWO_DIGITS)), \
	DIGITS("threeDSReqPriorAuthTimestamp", EXACTLY(12)), /* yyyyMMddHHmm */ \
	TEXT("threeDSReqPriorRef", EXACTLY(36)), \
	DIGITS("purchaseInstalData", LENGTH(1, 3)), \
	DIGITS("recurringExpiry", EXACTLY(8)), \
	DIGITS("recurringFrequency", LENGTH(1, 4))
/* clang-format on */

/* And, with the first two, of one by the shop's own MPI. */
static const struct pgw_parameter order_authentication[] = {
	DIGITS("destCardNum", LENGTH(13, 19), FLAGS(PGW_SECRET)),
	DIGITS("destAcctNum", LENGTH(1, 29), FLAGS(PGW_SECRET)),
	ECI,
	TEXT("xid", LENGTH(28, 36)),
	TEXT("cavv", EXACTLY(28), FLAGS(PGW_SECRET)),
	DIGITS("idTerm", LENGTH(1, 8)),
	WORD("paymentSystem", ONE_OF("VISA|MASTERCARD|AMEX|JCB|CUP|MIR")),
	INITIATED_BY_SHOP,
	END,
};

static const struct pgw_parameter binding_authentication[] = {
	DIGITS("destCardNum", LENGTH(13, 19), FLAGS(PGW_SECRET)),
	DIGITS("destAcctNum", LENGTH(1, 29), FLAGS(PGW_SECRET)),
	INITIATED_BY_SHOP,
	END,
};

const struct pgw_parameter pgw_sberbank_register[] = {REGISTRATION, END};

const struct pgw_parameter pgw_sberbank_register_pre_auth[] = {
	REGISTRATION,
	DATE_TIME("autocompletionDate"),
	END,
};

const struct pgw_parameter pgw_sberbank_deposit[] = {
	ORDER,
	AMOUNT("amount", MOST_DIGITS(12), FLAGS(PGW_MANDATORY | PGW_ZERO)),
	END,
};

const struct pgw_parameter pgw_sberbank_reverse[] = {
	ORDER,
	AMOUNT("amount", MOST_DIGITS(12), FLAGS(PGW_ZERO_IS_ALL)),
	OPEN("jsonParams", MEMBERS(any_params)),
	END,
};

static const struct pgw_parameter refund_json_params[] = {
	TEXT("externalRefundId", LENGTH(1, 36), FLAGS(PGW_REPEATABLE)), END};

const struct pgw_parameter pgw_sberbank_refund[] = {
	ORDER,
	AMOUNT("amount", MOST_DIGITS(12), FLAGS(PGW_MANDATORY | PGW_ZERO_IS_ALL)),
	OBJECT("jsonParams", MEMBERS(refund_json_params), FLAGS(PGW_OPEN)),
	END,
};

const struct pgw_parameter pgw_sberbank_decline[] = {
	TEXT("orderId", EXACTLY(36)),
	TEXT("orderNumber", LENGTH(1, 36)),
	TEXT("merchantLogin", LENGTH(1, 30)),
	LANGUAGE("language", FLAGS(PGW_LANGUAGE)),
	OPEN("jsonParams", MEMBERS(any_params)),
	END,
};

const struct pgw_parameter pgw_sberbank_get_order_status_extended[] = {
	TEXT("orderId", EXACTLY(36)),
	TEXT("orderNumber", LENGTH(1, 36)),
	LANGUAGE("language", FLAGS(PGW_LANGUAGE)),
	END,
};

const struct pgw_parameter pgw_sberbank_payment_order[] = {
	TEXT("MDORDER", ARGUMENT("orderId"), EXACTLY(36), MANDATORY),
	DIGITS("$PAN", LENGTH(13, 19), FLAGS(PGW_MANDATORY | PGW_SECRET)),
	DIGITS("$CVC", EXACTLY(3), FLAGS(PGW_SECRET)),
	DIGITS("YYYY", EXACTLY(4), MANDATORY),
	DIGITS("MM", EXACTLY(2), SPELLED_AS(MONTH), MANDATORY),
	TEXT("TEXT", LENGTH(1, 200)),
	LANGUAGE("language", FLAGS(PGW_LANGUAGE)),
	TEXT("ip", LENGTH(1, 39)),
	TEXT("email", LENGTH(3, 128)),
	OPEN("jsonParams", MEMBERS(order_authentication)),
	TEXT("threeDSMethodNotificationUrl", LENGTH(1, 2048)),
	TEXT("termUrl", LENGTH(1, 2048)),
	BOOLEAN("bindingNotNeeded"),
	END,
};

const struct pgw_parameter pgw_sberbank_get_bindings[] = {
	TEXT("clientId", LENGTH(1, 255), MANDATORY),
	LANGUAGE("language", FLAGS(PGW_LANGUAGE)),
	BOOLEAN("showExpired"),
	BOOLEAN("showInactive"),
	END,
};

const struct pgw_parameter pgw_sberbank_payment_order_binding[] = {
	TEXT("mdOrder", ARGUMENT("orderId"), EXACTLY(36), MANDATORY),
	TEXT("bindingId", EXACTLY(36), MANDATORY),
	TEXT("ip", LENGTH(1, 39), MANDATORY),
	DIGITS("cvc", EXACTLY(3), FLAGS(PGW_SECRET)),
	LANGUAGE("language", FLAGS(PGW_LANGUAGE)),
	TEXT("email", LENGTH(3, 128)),
	OPEN("jsonParams", MEMBERS(binding_authentication)),
	TEXT("threeDSMethodNotificationUrl", LENGTH(1, 2048)),
	TEXT("termUrl", LENGTH(1, 2048)),
	END,
};

const struct pgw_parameter pgw_sberbank_get_bindings_by_card_or_id[] = {
	DIGITS("pan", LENGTH(13, 19), FLAGS(PGW_SECRET)),
	TEXT("bindingId", EXACTLY(36)),
	LANGUAGE("language", FLAGS(PGW_LANGUAGE)),
	BOOLEAN("showExpired"),
	BOOLEAN("showInactive"),
	END,
};

const struct pgw_parameter pgw_sberbank_recurrent_payment[] = {
	TEXT("orderNumber", LENGTH(1, 36), MANDATORY),
	TEXT("bindingId", EXACTLY(36), MANDATORY),
	AMOUNT("amount", MOST_DIGITS(12), MANDATORY),
	LANGUAGE("language", FLAGS(PGW_LANGUAGE)),
	CURRENCY("currency", FLAGS(PGW_CURRENCY)),
	TEXT("description", LENGTH(1, 512)),
	OPEN("additionalParameters", MEMBERS(any_params)),
	OBJECT("orderBundle", MEMBERS(order_bundle)),
	END,
};

const struct pgw_parameter pgw_sberbank_mir_pay_direct[] = {
	TEXT("orderNumber", LENGTH(1, 36), MANDATORY),
	AMOUNT("amount", MOST_DIGITS(12), FLAGS(PGW_MANDATORY | PGW_ZERO_WITH_VERIFY)),
	TEXT("paymentToken", LENGTH(1, 8192), FLAGS(PGW_MANDATORY | PGW_SECRET)),
	CURRENCY("currencyCode", FLAGS(PGW_CURRENCY)),
	TEXT("description", LENGTH(1, 512)),
	LANGUAGE("language", FLAGS(PGW_LANGUAGE)),
	BOOLEAN("preAuth"),
	OPEN("additionalParameters", MEMBERS(any_params)),
	TEXT("clientId", LENGTH(1, 255)),
	TEXT("merchant", LENGTH(1, 30)),
	FEATURES("features"),
	OBJECT("orderBundle", MEMBERS(order_bundle)),
	PHONE("phone", LENGTH(1, 16)),
	TEXT("email", LENGTH(3, 128)),
	END,
};

const struct pgw_parameter pgw_sberbank_payment_sber_pay[] = {
	TEXT("orderId", EXACTLY(36), MANDATORY),
	DIGITS("phone", LENGTH(7, 11), SPELLED_AS(PHONE), MANDATORY),
	TEXT("merchantLogin", LENGTH(1, 30)),
	END,
};

const struct pgw_parameter pgw_sberbank_payment_order_by_subscription[] = {
	TEXT("orderId", EXACTLY(36), MANDATORY),
	TEXT("subscriptionId", EXACTLY(32), MANDATORY),
	DIGITS("memberId", EXACTLY(12), MANDATORY),
	END,
};

/* Also for unBindCard. */
const struct pgw_parameter pgw_sberbank_bind_card[] = {
	TEXT("bindingId", EXACTLY(36), MANDATORY),
	LANGUAGE("language", FLAGS(PGW_LANGUAGE)),
	END,
};

const struct pgw_parameter pgw_sberbank_get_receipt_status[] = {
	TEXT("orderId", EXACTLY(36)),
	TEXT("orderNumber", LENGTH(1, 36)),
	TEXT("receiptId", EXACTLY(36)),
	RANGE("receiptStatus", BETWEEN(0, 6)), /* only receipts with it are returned */
	END,
};

const struct pgw_parameter pgw_sberbank_auto_completion[] = {
	ORDER,
	AMOUNT("compositeAmount", MOST_DIGITS(12), FLAGS(PGW_ZERO_IS_ALL)), /* absent: the whole hold */
	END,
};

/* No document says what a repeated autoRefund does, so its externalRefundId does not make it safe to repeat. */
static const struct pgw_parameter auto_refund_json_params[] = {TEXT("externalRefundId", LENGTH(1, 36)), END};

/* The amount is optional there, but nobody should return everything by leaving it out. */
const struct pgw_parameter pgw_sberbank_auto_refund[] = {
	ORDER,
	AMOUNT("compositeAmount", MOST_DIGITS(12), FLAGS(PGW_MANDATORY | PGW_ZERO_IS_ALL)),
	OBJECT("jsonParams", MEMBERS(auto_refund_json_params), FLAGS(PGW_OPEN)),
	END,
};
