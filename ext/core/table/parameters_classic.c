/* The parameters of the classic dialect. */

/*
 * From the request tables of the BPC documentation (REST), with a few that only the classic RBS and Alfa-Bank documents
 * have (phone, pageView, taxSystem, additionalOfdParams, and a cart line's tax, discount, agentInterest and
 * itemAttributes). A parameter that is documented as mandatory but has a default at every bank (language) is optional
 * here; one that depends on others is in the row's `one_of`.
 */
#include "parameters.h"

/* An object whose members are not documented. */
static const struct pgw_parameter anything[] = {END};

/* ---------------------------------------------------------------- the cart */

static const struct pgw_parameter quantity[] = {
	QUANTITY("value", MANDATORY),
	TEXT("measure", LENGTH(1, 20), MANDATORY),
	END,
};

static const struct pgw_parameter item_details_params[] = {
	TEXT("name", LENGTH(1, 255), MANDATORY),
	TEXT("value", LENGTH(1, 2000), MANDATORY),
	END,
};

static const struct pgw_parameter item_details[] = {
	LIST("itemDetailsParams", MEMBERS(item_details_params)),
	END,
};

static const struct pgw_parameter tax[] = {
	INTEGER("taxType", LENGTH(1, 2), MANDATORY),
	AMOUNT("taxSum", MOST_DIGITS(12), FLAGS(PGW_ZERO)),
	END,
};

static const struct pgw_parameter discount[] = {
	TEXT("discountType", LENGTH(1, 20), MANDATORY),
	INTEGER("discountValue", LENGTH(1, 20), MANDATORY),
	END,
};

static const struct pgw_parameter agent_interest[] = {
	TEXT("interestType", LENGTH(1, 20), MANDATORY),
	INTEGER("interestValue", LENGTH(1, 20), MANDATORY),
	END,
};

static const struct pgw_parameter items[] = {
	INTEGER("positionId", LENGTH(1, 12), MANDATORY),
	TEXT("name", LENGTH(1, 255), MANDATORY),
	OBJECT("itemDetails", MEMBERS(item_details)),
	OBJECT("quantity", MEMBERS(quantity), MANDATORY),
	AMOUNT("itemAmount", MOST_DIGITS(12), FLAGS(PGW_ZERO)),
	AMOUNT("itemPrice", MOST_DIGITS(18), FLAGS(PGW_ZERO)),
	INTEGER("itemCurrency", EXACTLY(3), SPELLED_AS(CURRENCY)),
	TEXT("itemCode", LENGTH(1, 100)),
	OPEN("itemAttributes", MEMBERS(anything)),
	OBJECT("tax", MEMBERS(tax)),
	OBJECT("discount", MEMBERS(discount)),
	OBJECT("agentInterest", MEMBERS(agent_interest)),
	END,
};

static const struct pgw_parameter item_list[] = {LIST("items", MEMBERS(items), MANDATORY), END};

static const struct pgw_parameter delivery_info[] = {
	TEXT("deliveryType", LENGTH(1, 20)),
	TEXT("country", EXACTLY(2), MANDATORY),
	TEXT("city", UP_TO(40), MANDATORY),
	TEXT("postAddress", LENGTH(1, 255), MANDATORY),
	END,
};

static const struct pgw_parameter customer_details[] = {
	EMAIL,
	PAYER_PHONE("phone"),
	TEXT("contact", UP_TO(40)),
	TEXT("fullName", LENGTH(1, 100)),
	TEXT("passport", LENGTH(1, 100)),
	OBJECT("deliveryInfo", MEMBERS(delivery_info)),
	END,
};

static const struct pgw_parameter loyalties[] = {
	AMOUNT("bonusAmountForCredit", MOST_DIGITS(12), FLAGS(PGW_ZERO)),
	AMOUNT("bonusAmountForDebit", MOST_DIGITS(12), FLAGS(PGW_ZERO)),
	AMOUNT("bonusAmountRefunded", MOST_DIGITS(12), FLAGS(PGW_ZERO)),
	END,
};

static const struct pgw_parameter order_bundle[] = {
	DATE_TIME("orderCreationDate"),
	OBJECT("customerDetails", MEMBERS(customer_details)),
	OBJECT("cartItems", MEMBERS(item_list), MANDATORY),
	OBJECT("loyalties", MEMBERS(loyalties), FLAGS(PGW_OPEN)),
	END,
};

/* ---------------------------------------------------------------- the merchant */

static const struct pgw_parameter address[] = {
	TEXT("city", LENGTH(1, 50), MANDATORY),
	TEXT("postalCode", LENGTH(1, 16), MANDATORY),
	TEXT("country", EXACTLY(2), MANDATORY),
	TEXT("street", LENGTH(1, 40)),
	END,
};

static const struct pgw_parameter sub_merchants[] = {
	TEXT("subMerchantId", LENGTH(1, 20), MANDATORY),
	TEXT("name", LENGTH(1, 40), MANDATORY),
	OBJECT("address", MEMBERS(address), MANDATORY),
	END,
};

static const struct pgw_parameter payment_facilitator[] = {
	TEXT("pfId", LENGTH(1, 11), MANDATORY),
	TEXT("name", LENGTH(1, 40), MANDATORY),
	TEXT("isoId", LENGTH(1, 11)),
	LIST("subMerchants", MEMBERS(sub_merchants), MANDATORY),
	END,
};

/* ---------------------------------------------------------------- the methods */

/* clang-format off */
#define MERCHANT_CATEGORY \
	DIGITS("mcc", EXACTLY(4)), \
	TEXT("mvv", LENGTH(1, 10)), \
	OBJECT("paymentFacilitator", MEMBERS(payment_facilitator))
/* clang-format on */

/* clang-format off */
#define REGISTRATION \
	TEXT("orderNumber", LENGTH(1, 36), MANDATORY), \
	AMOUNT("amount", MOST_DIGITS(12), FLAGS(PGW_MANDATORY | PGW_ZERO_WITH_VERIFY)), \
	ADDRESS("returnUrl", MANDATORY), \
	CURRENCY("currency", FLAGS(PGW_CURRENCY)), \
	ADDRESS("failUrl"), \
	TEXT("dynamicCallbackUrl", LENGTH(1, 512)), \
	TEXT("description", LENGTH(1, 598)), \
	LANGUAGE("language", FLAGS(PGW_LANGUAGE)), \
	TEXT("ip", LENGTH(1, 39)), \
	TEXT("clientId", LENGTH(1, 255)), \
	TEXT("merchantLogin", LENGTH(1, 255)), \
	CARDHOLDER("cardholderName"), \
	TEXTS("jsonParams"), \
	DIGITS("sessionTimeoutSecs", LENGTH(1, 9)), \
	DATE_TIME("expirationDate"), \
	TEXT("bindingId", LENGTH(1, 255)), \
	FEATURES("features"), \
	TEXT("postAddress", LENGTH(1, 255)), \
	OBJECT("orderBundle", MEMBERS(order_bundle)), \
	AMOUNT("feeInput", MOST_DIGITS(8), FLAGS(PGW_ZERO)), \
	EMAIL, \
	PAYER_PHONE("phone"), \
	TEXT("pageView", LENGTH(1, 20)), \
	DIGITS("taxSystem", EXACTLY(1)), \
	OPEN("additionalOfdParams", MEMBERS(anything)), \
	MERCHANT_CATEGORY, \
	PAYER_BLOCKS, \
	WORD("billingAndShippingAddressMatchIndicator", ONE_OF("Y|N"))
/* clang-format on */

/* tii: who initiates the transaction, and whether a card is stored; empty: a regular payment. */
#define TII "|CI|F|U|RI|R|II|I"

#define AUTOMATIC_DATES DATE_TIME("autocompletionDate"), DATE_TIME("autoReverseDate")

/* The payment in which the payer agreed to this one. The date is in milliseconds. */
#define ORIGINAL_PAYMENT TEXT("originalPaymentNetRefNum", LENGTH(1, 36)), DIGITS("originalPaymentDate", LENGTH(1, 19))

/* deposit, reverse and refund identify the order by either of two parameters. */
/* clang-format off */
#define ORDER \
	TEXT("orderId", LENGTH(1, 36)), \
	TEXT("orderNumber", LENGTH(1, 36)), \
	TEXT("merchantLogin", LENGTH(1, 255)), \
	LANGUAGE("language", FLAGS(PGW_LANGUAGE)), \
	CURRENCY("currency", FLAGS(PGW_CURRENCY)), \
	TEXTS("jsonParams")
/* clang-format on */

const struct pgw_parameter pgw_classic_register[] = {REGISTRATION, END};

const struct pgw_parameter pgw_classic_register_pre_auth[] = {
	REGISTRATION,
	DATE_TIME("autocompletionDate"),
	DATE_TIME("autoReverseDate"),
	END,
};

const struct pgw_parameter pgw_classic_deposit[] = {
	ORDER,
	AMOUNT("amount", MOST_DIGITS(12), FLAGS(PGW_MANDATORY | PGW_ZERO)), /* 0: the whole hold */
	OBJECT("depositItems", MEMBERS(item_list)),
	END,
};

const struct pgw_parameter pgw_classic_reverse[] = {
	ORDER, AMOUNT("amount", MOST_DIGITS(12), FLAGS(PGW_ZERO_IS_ALL)), END};

const struct pgw_parameter pgw_classic_refund[] = {
	ORDER,
	AMOUNT("amount", MOST_DIGITS(12), FLAGS(PGW_MANDATORY | PGW_ZERO_IS_ALL)),
	TEXT("externalRefundId", LENGTH(1, 32), FLAGS(PGW_REPEATABLE)),
	AMOUNT("expectedDepositedAmount", MOST_DIGITS(12), FLAGS(PGW_ZERO)),
	OBJECT("refundItems", MEMBERS(item_list)),
	END,
};

/* To a card, a binding or a token, without an order. */
const struct pgw_parameter pgw_classic_instant_refund[] = {
	AMOUNT("amount", MOST_DIGITS(12), MANDATORY),
	LANGUAGE("language", FLAGS(PGW_LANGUAGE)),
	CURRENCY("currency", FLAGS(PGW_CURRENCY)),
	TEXT("orderNumber", LENGTH(1, 36)),
	TEXT("bindingId", LENGTH(1, 255)),
	TEXT("seToken", LENGTH(1, 8192), FLAGS(PGW_SECRET)),
	DIGITS("pan", LENGTH(12, 19), FLAGS(PGW_SECRET)),
	DIGITS("cvc", LENGTH(3, 4), FLAGS(PGW_SECRET)),
	DIGITS("expiry", EXACTLY(6)),
	CARDHOLDER("cardholderName"),
	TEXTS("jsonParams"),
	END,
};

const struct pgw_parameter pgw_classic_decline[] = {
	TEXT("orderId", LENGTH(1, 36), MANDATORY),
	TEXT("orderNumber", LENGTH(1, 36), MANDATORY),
	TEXT("merchantLogin", LENGTH(1, 255)),
	LANGUAGE("language", FLAGS(PGW_LANGUAGE)),
	END,
};

const struct pgw_parameter pgw_classic_get_order_status[] = {
	TEXT("orderId", LENGTH(1, 36), MANDATORY),
	LANGUAGE("language", FLAGS(PGW_LANGUAGE)),
	END,
};

const struct pgw_parameter pgw_classic_get_order_status_extended[] = {
	TEXT("orderId", LENGTH(1, 36)),
	TEXT("orderNumber", LENGTH(1, 36)),
	LANGUAGE("language", FLAGS(PGW_LANGUAGE)),
	TEXT("merchantLogin", LENGTH(1, 255)),
	END,
};

/* $CVC is optional: the merchant may have the permission to pay without it, which the gateway checks. */
const struct pgw_parameter pgw_classic_payment_order[] = {
	TEXT("MDORDER", ARGUMENT("orderId"), LENGTH(1, 36), MANDATORY),
	DIGITS("$PAN", LENGTH(12, 19), FLAGS(PGW_SECRET)),
	DIGITS("$CVC", LENGTH(3, 4), FLAGS(PGW_SECRET)),
	DIGITS("YYYY", EXACTLY(4)),
	DIGITS("MM", EXACTLY(2), SPELLED_AS(MONTH)),
	DIGITS("$EXPIRY", EXACTLY(6)),
	TEXT("seToken", LENGTH(1, 8192), FLAGS(PGW_SECRET)),
	TEXT("TEXT", LENGTH(1, 512), MANDATORY),
	LANGUAGE("language", FLAGS(PGW_LANGUAGE)),
	TEXT("ip", LENGTH(1, 39)),
	BOOLEAN("bindingNotNeeded"),
	TEXTS("jsonParams", MEMBERS(pgw_classic_authentication)),
	BOOLEAN("threeDSSDK"),
	EMAIL,
	MERCHANT_CATEGORY,
	PAYER_BLOCKS,
	WORD("tii", ONE_OF(TII)),
	ORIGINAL_PAYMENT,
	WORD("externalScaExemptionIndicator", ONE_OF("LVP|TRA")),
	OBJECT("clientBrowserInfo", MEMBERS(pgw_client_browser_info)),
	TEXT("threeDSServerTransId", LENGTH(1, 36)),
	TEXT("threeDSVer2FinishUrl", LENGTH(1, 512)),
	ADDRESS("threeDSMethodNotificationUrl"),
	WORD("threeDSProtocolVersion", ONE_OF(THREE_DS_VERSIONS)),
	END,
};

/*
 * tii is mandatory for BPC, but unknown to other banks, so it is optional here: the gateway checks it. The last three
 * are in no table, but the second call of 3-D Secure 2 is the same for all payments.
 */
const struct pgw_parameter pgw_classic_payment_order_binding[] = {
	TEXT("mdOrder", ARGUMENT("orderId"), LENGTH(1, 36), MANDATORY),
	TEXT("bindingId", LENGTH(1, 255), MANDATORY),
	DIGITS("cvc", LENGTH(3, 4), FLAGS(PGW_SECRET)),
	TEXT("seToken", LENGTH(1, 8192), FLAGS(PGW_SECRET)),
	WORD("tii", ONE_OF("|F|U|R|I")), /* the card is stored already */
	LANGUAGE("language", FLAGS(PGW_LANGUAGE)),
	TEXT("ip", LENGTH(1, 39)),
	EMAIL,
	TEXTS("jsonParams", MEMBERS(pgw_classic_authentication)),
	DIGITS("mcc", EXACTLY(4)),
	BOOLEAN("threeDSSDK"),
	WORD("threeDSProtocolVersion", ONE_OF(THREE_DS_VERSIONS)),
	WORD("externalScaExemptionIndicator", ONE_OF("LVP|TRA")),
	OBJECT("clientBrowserInfo", MEMBERS(pgw_client_browser_info)),
	TEXT("threeDSServerTransId", LENGTH(1, 36)),
	TEXT("threeDSVer2FinishUrl", LENGTH(1, 512)),
	ADDRESS("threeDSMethodNotificationUrl"),
	END,
};

/* Registration and payment of an order in one request. */
const struct pgw_parameter pgw_classic_instant_payment[] = {
	AMOUNT("amount", MOST_DIGITS(12), FLAGS(PGW_MANDATORY | PGW_ZERO_WITH_VERIFY)),
	ADDRESS("returnUrl", MANDATORY),
	TEXT("orderNumber", LENGTH(1, 36)),
	CURRENCY("currency", FLAGS(PGW_CURRENCY)),
	TEXT("clientId", LENGTH(1, 255)),
	TEXT("ip", LENGTH(1, 39)),
	BOOLEAN("bindingNotNeeded"),
	TEXT("description", LENGTH(1, 598)),
	LANGUAGE("language", FLAGS(PGW_LANGUAGE)),
	TEXT("bindingId", LENGTH(1, 255)),
	BOOLEAN("preAuth"),
	DIGITS("pan", LENGTH(12, 19), FLAGS(PGW_SECRET)), /* wins over bindingId */
	DIGITS("cvc", LENGTH(3, 4), FLAGS(PGW_SECRET)),
	DIGITS("expiry", EXACTLY(6)),
	CARDHOLDER("cardholderName"),
	TEXT("seToken", LENGTH(1, 8192), FLAGS(PGW_SECRET)),
	TEXT("merchantLogin", LENGTH(1, 255)),
	DIGITS("sessionTimeoutSecs", LENGTH(1, 9)),
	AUTOMATIC_DATES,
	DATE_TIME("expirationDate"),
	ADDRESS("failUrl"),
	TEXTS("jsonParams", MEMBERS(pgw_classic_authentication)),
	FEATURES("features"),
	OBJECT("orderBundle", MEMBERS(order_bundle)),
	TEXT("dynamicCallbackUrl", LENGTH(1, 512)),
	TEXT("threeDSServerTransId", LENGTH(1, 36)),
	TEXT("threeDSVer2FinishUrl", LENGTH(1, 512)),
	ADDRESS("threeDSMethodNotificationUrl"),
	TEXT("threeDSVer2MdOrder", LENGTH(1, 36)),
	BOOLEAN("threeDSSDK"),
	WORD("threeDSProtocolVersion", ONE_OF(THREE_DS_VERSIONS)),
	EMAIL,
	MERCHANT_CATEGORY,
	WORD("tii", ONE_OF(TII)),
	ORIGINAL_PAYMENT,
	WORD("externalScaExemptionIndicator", ONE_OF("LVP|TRA")),
	PAYER,
	OBJECT("clientBrowserInfo", MEMBERS(pgw_client_browser_info)),
	END,
};

/* A mail or telephone order (MOTO): the merchant enters the card. */
const struct pgw_parameter pgw_classic_moto_payment[] = {
	AMOUNT("amount", MOST_DIGITS(12), FLAGS(PGW_MANDATORY | PGW_ZERO_WITH_VERIFY)),
	ADDRESS("returnUrl", MANDATORY),
	DIGITS("pan", LENGTH(12, 19), FLAGS(PGW_MANDATORY | PGW_SECRET)),
	DIGITS("expiry", EXACTLY(6), MANDATORY),
	CARDHOLDER("cardholder", MANDATORY),
	DIGITS("cvc", LENGTH(3, 4), FLAGS(PGW_SECRET)),
	TEXT("orderNumber", LENGTH(1, 36)),
	CURRENCY("currency", FLAGS(PGW_CURRENCY)),
	ADDRESS("failUrl"),
	TEXT("description", LENGTH(1, 598)),
	LANGUAGE("language", FLAGS(PGW_LANGUAGE)),
	TEXT("clientId", LENGTH(1, 255)),
	TEXT("merchantLogin", LENGTH(1, 255)),
	TEXT("postAddress", LENGTH(1, 255)),
	TEXTS("jsonParams"),
	FEATURES("features"),
	TEXT("dynamicCallbackUrl", LENGTH(1, 512)),
	EMAIL,
	PAYER_BLOCKS,
	TEXT("ip", LENGTH(1, 39)),
	BOOLEAN("preAuth"),
	AUTOMATIC_DATES,
	END,
};

/* How often and until when a stored card may be charged, and any other data that the shop keeps with the order. */
static const struct pgw_parameter additional_parameters[] = {
	RANGE("installments", BETWEEN(1, 999)),
	RANGE("recurringFrequency", BETWEEN(1, 28)),
	DIGITS("recurringExpiry", EXACTLY(8)),
	END,
};

/* clang-format off */
#define CHARGE_OF_BINDING \
	TEXT("orderNumber", LENGTH(1, 36), MANDATORY), \
	TEXT("bindingId", LENGTH(1, 255), MANDATORY), \
	AMOUNT("amount", MOST_DIGITS(12), FLAGS(PGW_MANDATORY | PGW_ZERO_WITH_VERIFY)), \
	CURRENCY("currency", FLAGS(PGW_CURRENCY)), \
	LANGUAGE("language", FLAGS(PGW_LANGUAGE)), \
	TEXT("description", LENGTH(1, 598)), \
	AUTOMATIC_DATES, \
	FEATURES("features"), \
	OPEN("additionalParameters", MEMBERS(additional_parameters)), \
	PAYER
/* clang-format on */

const struct pgw_parameter pgw_classic_recurrent_payment[] = {
	CHARGE_OF_BINDING,
	BOOLEAN("preAuth"),
	AMOUNT("feeInput", MOST_DIGITS(8), FLAGS(PGW_ZERO)),
	END,
};

const struct pgw_parameter pgw_classic_installment_payment[] = {
	CHARGE_OF_BINDING,
	BOOLEAN("preAuth", MANDATORY),
	END,
};

/* ---------------------------------------------------------------- wallets */

/* A wallet's token is as secret as a card. */
/* clang-format off */
#define WALLET \
	TEXT("orderNumber", LENGTH(1, 36), MANDATORY), \
	TEXT("paymentToken", LENGTH(1, 8192), FLAGS(PGW_MANDATORY | PGW_SECRET)), \
	TEXT("description", LENGTH(1, 598)), \
	LANGUAGE("language", FLAGS(PGW_LANGUAGE)), \
	TEXT("clientId", LENGTH(1, 255)), \
	BOOLEAN("preAuth"), \
	AUTOMATIC_DATES, \
	OPEN("additionalParameters", MEMBERS(additional_parameters)), \
	MERCHANT_CATEGORY
/* clang-format on */

/* With the wallet's own token the payer is present; with a decrypted one the merchant may be acting alone. */
#define WALLET_TII "|CI|RI|II"
#define DIRECT_TII WALLET_TII "|R|U|F"

/* The merchant's login replaces the credentials: the wallet signed the token for that merchant. */
const struct pgw_parameter pgw_classic_apple_pay[] = {
	TEXT("merchant", LENGTH(1, 255), MANDATORY),
	WALLET,
	WORD("tii", ONE_OF(WALLET_TII)),
	EMAIL,
	PAYER_PHONE("phone"),
	WORD("threeDSProtocolVersion", ONE_OF(THREE_DS_VERSIONS)),
	WORD("externalScaExemptionIndicator", ONE_OF("LVP|TRA")),
	END,
};

const struct pgw_parameter pgw_classic_apple_pay_direct[] = {
	WALLET,
	TEXT("merchant", LENGTH(1, 255)),
	WORD("tii", ONE_OF(DIRECT_TII)),
	ORIGINAL_PAYMENT,
	FEATURES("features"),
	AMOUNT("feeInput", MOST_DIGITS(8), FLAGS(PGW_ZERO)),
	EMAIL,
	PAYER,
	WORD("threeDSProtocolVersion", ONE_OF(THREE_DS_VERSIONS)),
	WORD("externalScaExemptionIndicator", ONE_OF("LVP|TRA")),
	END,
};

/* clang-format off */
#define GOOGLE \
	WALLET, \
	CURRENCY("currencyCode", FLAGS(PGW_CURRENCY)), \
	ADDRESS("returnUrl", MANDATORY), \
	ADDRESS("failUrl"), \
	EMAIL, \
	PAYER, \
	OBJECT("clientBrowserInfo", MEMBERS(pgw_client_browser_info)), \
	TEXT("threeDSServerTransId", LENGTH(1, 36)), \
	TEXT("threeDSVer2FinishUrl", LENGTH(1, 512)), \
	ADDRESS("threeDSMethodNotificationUrl")
/* clang-format on */

const struct pgw_parameter pgw_classic_google_pay[] = {
	TEXT("merchant", LENGTH(1, 255), MANDATORY),
	GOOGLE,
	AMOUNT("amount", MOST_DIGITS(12), MANDATORY),
	TEXT("ip", LENGTH(1, 39), MANDATORY),
	WORD("tii", ONE_OF(WALLET_TII)),
	TEXT("dynamicCallbackUrl", LENGTH(1, 512)),
	END,
};

/* The documentation's table spells the credential `username`, unlike all others; `userName` is sent. */
const struct pgw_parameter pgw_classic_google_pay_direct[] = {
	GOOGLE,
	AMOUNT("amount", MOST_DIGITS(12), FLAGS(PGW_MANDATORY | PGW_ZERO_WITH_VERIFY)),
	TEXT("ip", LENGTH(1, 39)),
	TEXT("merchant", LENGTH(1, 255)),
	WORD("protocolVersion", ONE_OF("ECv1|ECv2")),
	WORD("tii", ONE_OF(DIRECT_TII)),
	ORIGINAL_PAYMENT,
	FEATURES("features"),
	BOOLEAN("threeDSSDK"),
	WORD("threeDSProtocolVersion", ONE_OF(THREE_DS_VERSIONS)),
	WORD("externalScaExemptionIndicator", ONE_OF("LVP|TRA")),
	END,
};

/* clang-format off */
#define SAMSUNG \
	TEXT("merchant", LENGTH(1, 255), MANDATORY), \
	WALLET, \
	TEXT("ip", LENGTH(1, 39)), \
	PAYER, \
	WORD("threeDSProtocolVersion", ONE_OF(THREE_DS_VERSIONS))
/* clang-format on */

const struct pgw_parameter pgw_classic_samsung_pay[] = {
	SAMSUNG,
	CURRENCY("currencyCode", FLAGS(PGW_CURRENCY)),
	WORD("tii", ONE_OF(WALLET_TII)),
	FEATURES("features"),
	END,
};

const struct pgw_parameter pgw_classic_samsung_pay_direct[] = {
	SAMSUNG,
	AMOUNT("feeInput", MOST_DIGITS(8), FLAGS(PGW_ZERO)),
	WORD("tii", ONE_OF(DIRECT_TII)),
	ORIGINAL_PAYMENT,
	WORD("externalScaExemptionIndicator", ONE_OF("LVP|TRA")),
	END,
};

/* Also for mirPayDirect. No table is published for this dialect, so the lengths are those of similar methods. */
const struct pgw_parameter pgw_classic_mir_pay[] = {
	TEXT("orderNumber", LENGTH(1, 36), MANDATORY),
	AMOUNT("amount", MOST_DIGITS(12), FLAGS(PGW_MANDATORY | PGW_ZERO_WITH_VERIFY)),
	TEXT("paymentToken", LENGTH(1, 8192), FLAGS(PGW_MANDATORY | PGW_SECRET)),
	CURRENCY("currencyCode", FLAGS(PGW_CURRENCY)),
	TEXT("description", LENGTH(1, 598)),
	LANGUAGE("language", FLAGS(PGW_LANGUAGE)),
	TEXT("clientId", LENGTH(1, 255)),
	BOOLEAN("preAuth"),
	FEATURES("features"),
	TEXT("merchant", LENGTH(1, 255)),
	OPEN("additionalParameters", MEMBERS(additional_parameters)),
	OBJECT("orderBundle", MEMBERS(order_bundle)),
	PAYER_PHONE("phone"),
	EMAIL,
	END,
};

/* A network token in place of a card, and its cryptogram. */
static const struct pgw_parameter payment_data[] = {
	DIGITS("dpan", LENGTH(12, 19), FLAGS(PGW_MANDATORY | PGW_SECRET)),
	TEXT("tokenCryptogram", LENGTH(1, 1024), FLAGS(PGW_SECRET)),
	DIGITS("MM", EXACTLY(2), SPELLED_AS(MONTH), MANDATORY),
	DIGITS("YYYY", EXACTLY(4), MANDATORY),
	INTEGER("eci", LENGTH(1, 4)),
	END,
};

const struct pgw_parameter pgw_classic_token_payment[] = {
	AMOUNT("amount", MOST_DIGITS(12), FLAGS(PGW_MANDATORY | PGW_ZERO_WITH_VERIFY)),
	WORD("tokenType", ONE_OF("MDES|VTS|APPLE|GOOGLE|SAMSUNG"), MANDATORY),
	OBJECT("paymentData", MEMBERS(payment_data), MANDATORY),
	ADDRESS("returnUrl", MANDATORY),
	TEXT("merchant", LENGTH(1, 255)),
	CURRENCY("currency", FLAGS(PGW_CURRENCY)),
	EMAIL,
	TEXT("clientId", LENGTH(1, 255)),
	TEXT("ip", LENGTH(1, 39)),
	TEXT("orderNumber", LENGTH(1, 36)),
	TEXT("orderId", LENGTH(1, 36)), /* from the first call, in the second call of 3-D Secure 2 */
	TEXT("description", LENGTH(1, 598)),
	LANGUAGE("language", FLAGS(PGW_LANGUAGE)),
	MERCHANT_CATEGORY,
	BOOLEAN("preAuth"),
	DIGITS("cvc", LENGTH(3, 4), FLAGS(PGW_SECRET)),
	CARDHOLDER("cardholderName"),
	AUTOMATIC_DATES,
	ADDRESS("failUrl"),
	PAIRS("jsonParams", MEMBERS(pgw_classic_initiated_by_shop)),
	FEATURES("features"),
	TEXT("dynamicCallbackUrl", LENGTH(1, 512)),
	WORD("tii", ONE_OF(TII)),
	WORD("externalScaExemptionIndicator", ONE_OF("LVP|TRA")),
	TEXT("originalPaymentNetRefNum", LENGTH(1, 36)),
	TEXT("threeDSServerTransId", LENGTH(1, 36)),
	TEXT("threeDSVer2FinishUrl", LENGTH(1, 512)),
	ADDRESS("threeDSMethodNotificationUrl"),
	PAYER,
	OBJECT("clientBrowserInfo", MEMBERS(pgw_client_browser_info)),
	END,
};

/* ---------------------------------------------------------------- bindings */

const struct pgw_parameter pgw_classic_get_bindings_by_card_or_id[] = {
	DIGITS("pan", LENGTH(12, 19), FLAGS(PGW_SECRET)), /* wins over bindingId */
	TEXT("bindingId", LENGTH(1, 255)),
	BOOLEAN("showExpired"),
	END,
};

/* Also for unBindCard. */
const struct pgw_parameter pgw_classic_bind_card[] = {TEXT("bindingId", LENGTH(1, 255), MANDATORY), END};

const struct pgw_parameter pgw_classic_extend_binding[] = {
	TEXT("bindingId", LENGTH(1, 255), MANDATORY),
	DIGITS("newExpiry", EXACTLY(6), MANDATORY),
	LANGUAGE("language", FLAGS(PGW_LANGUAGE)),
	END,
};

static const struct pgw_parameter network_references[] = {
	TEXT("initNetworkReferenceNumber", LENGTH(1, 36)),
	TEXT("networkReferenceNumber", LENGTH(1, 36)),
	END,
};

const struct pgw_parameter pgw_classic_create_binding_no_payment[] = {
	TEXT("clientId", LENGTH(1, 255), MANDATORY),
	DIGITS("pan", LENGTH(12, 19), FLAGS(PGW_MANDATORY | PGW_SECRET)),
	DIGITS("expiryDate", EXACTLY(6), MANDATORY),
	CARDHOLDER("cardholderName", MANDATORY),
	WORD("bindingStrength", ONE_OF("TDS|SSL|TDS_SSL|NO_PAYMENT")),
	OBJECT("additionalParameters", MEMBERS(network_references), FLAGS(PGW_OPEN)),
	TEXT("merchantLogin", LENGTH(1, 255)),
	EMAIL,
	PAYER_PHONE("phone"),
	END,
};

/* Also for getAllBindings, of which no table is published. */
const struct pgw_parameter pgw_classic_get_bindings[] = {
	TEXT("clientId", LENGTH(1, 255), MANDATORY),
	TEXT("bindingId", LENGTH(1, 255)),
	WORD("bindingType", ONE_OF("C|R|I")),
	BOOLEAN("showExpired"),
	TEXT("merchantLogin", LENGTH(1, 255)),
	LANGUAGE("language", FLAGS(PGW_LANGUAGE)),
	END,
};

/* ---------------------------------------------------------------- recurring tasks */

/* Case-insensitive: the documentation's table has Days, its sample DAYS. */
#define TIME_UNITS \
	"Nanos|Micros|Millis|Seconds|Minutes|Hours|HalfDays|Days|Weeks|Months|Years|Decades|Centuries|Millennia|Eras|" \
	"Forever"

static const struct pgw_parameter schedule_data[] = {
	ZONED_DATE_TIME("scheduledSince", MANDATORY),
	ZONED_DATE_TIME("scheduledTill", MANDATORY),
	WORD("timeUnit", ONE_OF(TIME_UNITS), FLAGS(PGW_MANDATORY | PGW_ANY_CASE)),
	INTEGER("value", LENGTH(1, 9), MANDATORY),
	END,
};

static const struct pgw_parameter task_identifier[] = {
	TEXT("taskUuid"),
	TEXT("merchantTaskUuid"),
	TEXT("merchantLogin"),
	END,
};

static const struct pgw_parameter new_task[] = {
	AMOUNT("amount", MOST_DIGITS(12), MANDATORY),
	CURRENCY("currency", MANDATORY),
	TEXT("merchantTaskUuid", MANDATORY),
	OBJECT("scheduleData", MEMBERS(schedule_data), MANDATORY),
	TEXT("bindingId", LENGTH(1, 255)),
	TEXT("clientId", LENGTH(1, 255)),
	DIGITS("pan", LENGTH(12, 19), FLAGS(PGW_SECRET)),
	INTEGER("expiry", EXACTLY(6)),
	CARDHOLDER("cardHolder"), /* cardHolder here, but cardholder in modifyTask */
	OPEN("attributes", MEMBERS(anything)),
	OPEN("params", MEMBERS(anything)),
	END,
};

static const struct pgw_parameter changed_task[] = {
	OBJECT("taskIdentifier", MEMBERS(task_identifier), MANDATORY),
	TEXT("bindingId", LENGTH(1, 255)),
	TEXT("clientId", LENGTH(1, 255)),
	DIGITS("pan", LENGTH(12, 19), FLAGS(PGW_SECRET)),
	DIGITS("expiry", EXACTLY(6)),
	TEXT("cardholder"),
	OPEN("attributes", MEMBERS(anything)),
	OPEN("params", MEMBERS(anything)),
	END,
};

const struct pgw_parameter pgw_classic_create_task[] = {
	OBJECT("task", MEMBERS(new_task), MANDATORY),
	LANGUAGE("locale"),
	TEXT("merchantLogin", LENGTH(1, 255)),
	END,
};

const struct pgw_parameter pgw_classic_modify_task[] = {
	OBJECT("task", MEMBERS(changed_task), MANDATORY),
	LANGUAGE("locale"),
	END,
};

/* For getTask, terminateTask and activateTask. */
const struct pgw_parameter pgw_classic_task[] = {
	OBJECT("taskIdentifier", MEMBERS(task_identifier), MANDATORY),
	LANGUAGE("locale"),
	END,
};

/* Spelled as in the documentation's table; its sample has tasksIdentifiers. */
const struct pgw_parameter pgw_classic_terminate_tasks[] = {
	LIST("taskIdentifiers", MEMBERS(task_identifier), MANDATORY),
	LANGUAGE("locale"),
	END,
};

const struct pgw_parameter pgw_classic_skip_task_payment[] = {
	OBJECT("taskIdentifier", MEMBERS(task_identifier), MANDATORY),
	INTEGER("paymentNumber", LENGTH(1, 9), MANDATORY),
	LANGUAGE("locale"),
	END,
};
