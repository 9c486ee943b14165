/*
 * The classic dialect's parameters: the request tables of the BPC documentation (REST), with the few that only the
 * classic RBS and Alfa-Bank documents have (phone, pageView, taxSystem, additionalOfdParams, and a cart line's tax,
 * discount, agentInterest and itemAttributes). A parameter that the documentation calls mandatory but every bank
 * defaults (language) is optional here; one that depends on others is in the row's `one_of`.
 */
#include "parameters.h"

/* ---------------------------------------------------------------- the payer */

/* An object of which no document names the members. */
static const struct pgw_parameter anything[] = {END};

static const struct pgw_parameter billing_payer_data[] = {
	TEXT("billingCity", 0, 0, 50),
	TEXT("billingCountry", 0, 0, 50),
	TEXT("billingAddressLine1", 0, 0, 50),
	TEXT("billingAddressLine2", 0, 0, 50),
	TEXT("billingAddressLine3", 0, 0, 50),
	TEXT("billingPostalCode", 0, 0, 9),
	TEXT("billingState", 0, 0, 50),
	TEXT("payerAccount", PGW_MANDATORY, 1, 32),
	TEXT("payerLastName", 0, 1, 64),
	TEXT("payerFirstName", 0, 1, 35),
	TEXT("payerMiddleName", 0, 1, 35),
	TEXT("payerCombinedName", 0, 1, 99),
	TEXT("payerIdType", 0, 1, 8),
	TEXT("payerIdNumber", 0, 1, 99),
	TEXT("payerBirthday", 0, 1, 20),
	END,
};

static const struct pgw_parameter shipping_payer_data[] = {
	TEXT("shippingCity", 0, 1, 50),
	TEXT("shippingCountry", 0, 1, 50),
	TEXT("shippingAddressLine1", 0, 1, 50),
	TEXT("shippingAddressLine2", 0, 1, 50),
	TEXT("shippingAddressLine3", 0, 1, 50),
	TEXT("shippingPostalCode", 0, 1, 16),
	TEXT("shippingState", 0, 1, 50),
	DIGITS("shippingMethodIndicator", 0, 2, 2),
	DIGITS("deliveryTimeframe", 0, 2, 2),
	TEXT("deliveryEmail", 0, 1, 254),
	END,
};

static const struct pgw_parameter pre_order_payer_data[] = {
	TEXT("preOrderDate", 0, 10, 10),
	DIGITS("preOrderPurchaseInd", 0, 2, 2),
	DIGITS("reorderItemsInd", 0, 2, 2),
	END,
};

static const struct pgw_parameter order_payer_data[] = {
	TEXT("homePhone", 0, 7, 15),
	TEXT("workPhone", 0, 7, 15),
	TEXT("mobilePhone", 0, 7, 15),
	END,
};

static const struct pgw_parameter client_browser_info[] = {
	TEXT("userAgent", 0, 1, 2048),
	TEXT("OS", 0, 0, 0),
	TEXT("OSVersion", 0, 0, 0),
	TEXT("browserAcceptHeader", 0, 1, 2048),
	TEXT("browserIpAddress", 0, 1, 45),
	TEXT("browserLanguage", 0, 1, 8),
	TEXT("browserTimeZone", 0, 0, 0),
	TEXT("browserTimeZoneOffset", 0, 1, 5),
	DIGITS("colorDepth", 0, 1, 2),
	TEXT("fingerprint", 0, 0, 0),
	BOOLEAN("isMobile", 0),
	BOOLEAN("javaEnabled", 0),
	BOOLEAN("javascriptEnabled", 0),
	TEXT("plugins", 0, 0, 0),
	INTEGER("screenHeight", 0, 1, 6),
	INTEGER("screenWidth", 0, 1, 6),
	TEXT("screenPrint", 0, 0, 0),
	TEXT("device", 0, 0, 0),
	TEXT("deviceType", 0, 0, 0),
	END,
};

/* ---------------------------------------------------------------- the cart */

static const struct pgw_parameter quantity[] = {
	QUANTITY("value", PGW_MANDATORY),
	TEXT("measure", PGW_MANDATORY, 1, 20),
	END,
};

static const struct pgw_parameter item_details_params[] = {
	TEXT("name", PGW_MANDATORY, 1, 255),
	TEXT("value", PGW_MANDATORY, 1, 2000),
	END,
};

static const struct pgw_parameter item_details[] = {
	LIST("itemDetailsParams", 0, item_details_params),
	END,
};

static const struct pgw_parameter tax[] = {
	INTEGER("taxType", PGW_MANDATORY, 1, 2),
	AMOUNT("taxSum", PGW_ZERO, 12),
	END,
};

static const struct pgw_parameter discount[] = {
	TEXT("discountType", PGW_MANDATORY, 1, 20),
	INTEGER("discountValue", PGW_MANDATORY, 1, 20),
	END,
};

static const struct pgw_parameter agent_interest[] = {
	TEXT("interestType", PGW_MANDATORY, 1, 20),
	INTEGER("interestValue", PGW_MANDATORY, 1, 20),
	END,
};

static const struct pgw_parameter items[] = {
	INTEGER("positionId", PGW_MANDATORY, 1, 12),
	TEXT("name", PGW_MANDATORY, 1, 255),
	OBJECT("itemDetails", 0, item_details),
	OBJECT("quantity", PGW_MANDATORY, quantity),
	AMOUNT("itemAmount", PGW_ZERO, 12),
	AMOUNT("itemPrice", PGW_ZERO, 18),
	INTEGER("itemCurrency", 0, 3, 3),
	TEXT("itemCode", 0, 1, 100),
	OPEN("itemAttributes", anything),
	OBJECT("tax", 0, tax),
	OBJECT("discount", 0, discount),
	OBJECT("agentInterest", 0, agent_interest),
	END,
};

static const struct pgw_parameter item_list[] = {LIST("items", PGW_MANDATORY, items), END};

static const struct pgw_parameter delivery_info[] = {
	TEXT("deliveryType", 0, 1, 20),
	TEXT("country", PGW_MANDATORY, 2, 2),
	TEXT("city", PGW_MANDATORY, 0, 40),
	TEXT("postAddress", PGW_MANDATORY, 1, 255),
	END,
};

static const struct pgw_parameter customer_details[] = {
	TEXT("email", 0, 1, 40),
	TEXT("phone", 0, 7, 15),
	TEXT("contact", 0, 0, 40),
	TEXT("fullName", 0, 1, 100),
	TEXT("passport", 0, 1, 100),
	OBJECT("deliveryInfo", 0, delivery_info),
	END,
};

static const struct pgw_parameter loyalties[] = {
	AMOUNT("bonusAmountForCredit", PGW_ZERO, 12),
	AMOUNT("bonusAmountForDebit", PGW_ZERO, 12),
	AMOUNT("bonusAmountRefunded", PGW_ZERO, 12),
	END,
};

static const struct pgw_parameter order_bundle[] = {
	DATE_TIME("orderCreationDate"),
	OBJECT("customerDetails", 0, customer_details),
	OBJECT("cartItems", PGW_MANDATORY, item_list),
	OBJECT("loyalties", PGW_OPEN, loyalties),
	END,
};

/* ---------------------------------------------------------------- the merchant */

static const struct pgw_parameter address[] = {
	TEXT("city", PGW_MANDATORY, 1, 50),
	TEXT("postalCode", PGW_MANDATORY, 1, 16),
	TEXT("country", PGW_MANDATORY, 2, 2),
	TEXT("street", 0, 1, 40),
	END,
};

static const struct pgw_parameter sub_merchants[] = {
	TEXT("subMerchantId", PGW_MANDATORY, 1, 20),
	TEXT("name", PGW_MANDATORY, 1, 40),
	OBJECT("address", PGW_MANDATORY, address),
	END,
};

static const struct pgw_parameter payment_facilitator[] = {
	TEXT("pfId", PGW_MANDATORY, 1, 11),
	TEXT("name", PGW_MANDATORY, 1, 40),
	TEXT("isoId", 0, 1, 11),
	LIST("subMerchants", PGW_MANDATORY, sub_merchants),
	END,
};

/* ---------------------------------------------------------------- the methods */

#define PAYER_BLOCKS \
	OBJECT("billingPayerData", 0, billing_payer_data), OBJECT("shippingPayerData", 0, shipping_payer_data), \
		OBJECT("preOrderPayerData", 0, pre_order_payer_data), OBJECT("orderPayerData", 0, order_payer_data)

#define MERCHANT_CATEGORY \
	DIGITS("mcc", 0, 4, 4), TEXT("mvv", 0, 1, 10), OBJECT("paymentFacilitator", 0, payment_facilitator)

#define REGISTRATION \
	TEXT("orderNumber", PGW_MANDATORY, 1, 36), AMOUNT("amount", PGW_MANDATORY | PGW_ZERO_WITH_VERIFY, 12), \
		TEXT("returnUrl", PGW_MANDATORY, 1, 512), DIGITS("currency", 0, 3, 3), TEXT("failUrl", 0, 1, 512), \
		TEXT("dynamicCallbackUrl", 0, 1, 512), TEXT("description", 0, 1, 598), TEXT("language", 0, 2, 2), \
		TEXT("ip", 0, 1, 39), TEXT("clientId", 0, 1, 255), TEXT("merchantLogin", 0, 1, 255), \
		TEXT("cardholderName", 0, 1, 150), TEXTS("jsonParams"), DIGITS("sessionTimeoutSecs", 0, 1, 9), \
		DATE_TIME("expirationDate"), TEXT("bindingId", 0, 1, 255), FEATURES("features"), \
		TEXT("postAddress", 0, 1, 255), OBJECT("orderBundle", 0, order_bundle), AMOUNT("feeInput", PGW_ZERO, 8), \
		TEXT("email", 0, 1, 40), TEXT("phone", 0, 7, 15), TEXT("pageView", 0, 1, 20), DIGITS("taxSystem", 0, 1, 1), \
		OPEN("additionalOfdParams", anything), MERCHANT_CATEGORY, PAYER_BLOCKS, \
		WORD("billingAndShippingAddressMatchIndicator", 0, "Y|N")

/* Who initiates the transaction, and whether a card is being stored; empty: a regular payment. */
#define TII "|CI|F|U|RI|R|II|I"

#define THREE_DS_VERSIONS "1.0.2|2.1.0|2.2.0"

#define AUTOMATIC_DATES DATE_TIME("autocompletionDate"), DATE_TIME("autoReverseDate")

#define PAYER PAYER_BLOCKS, WORD("billingAndShippingAddressMatchIndicator", 0, "Y|N")

/* The payment in which the payer agreed to this one; the date is in milliseconds. */
#define ORIGINAL_PAYMENT TEXT("originalPaymentNetRefNum", 0, 1, 36), DIGITS("originalPaymentDate", 0, 1, 19)

/* deposit, reverse and refund name the order in one of two ways. */
#define ORDER \
	TEXT("orderId", 0, 1, 36), TEXT("orderNumber", 0, 1, 36), TEXT("merchantLogin", 0, 1, 255), \
		TEXT("language", 0, 2, 2), DIGITS("currency", 0, 3, 3), TEXTS("jsonParams")

const struct pgw_parameter pgw_classic_register[] = {REGISTRATION, END};

const struct pgw_parameter pgw_classic_register_pre_auth[] = {
	REGISTRATION,
	DATE_TIME("autocompletionDate"),
	DATE_TIME("autoReverseDate"),
	END,
};

const struct pgw_parameter pgw_classic_deposit[] = {
	ORDER,
	AMOUNT("amount", PGW_MANDATORY | PGW_ZERO, 12), /* 0: the whole hold */
	OBJECT("depositItems", 0, item_list),
	END,
};

const struct pgw_parameter pgw_classic_reverse[] = {ORDER, AMOUNT("amount", PGW_ZERO_IS_ALL, 12), END};

const struct pgw_parameter pgw_classic_refund[] = {
	ORDER,
	AMOUNT("amount", PGW_MANDATORY | PGW_ZERO_IS_ALL, 12),
	TEXT("externalRefundId", PGW_REPEATABLE, 1, 32),
	AMOUNT("expectedDepositedAmount", PGW_ZERO, 12),
	OBJECT("refundItems", 0, item_list),
	END,
};

/* By card, binding or token, without an order before it. */
const struct pgw_parameter pgw_classic_instant_refund[] = {
	AMOUNT("amount", PGW_MANDATORY, 12),
	TEXT("language", 0, 2, 2),
	DIGITS("currency", 0, 3, 3),
	TEXT("orderNumber", 0, 1, 36),
	TEXT("bindingId", 0, 1, 255),
	TEXT("seToken", PGW_SECRET, 1, 8192),
	DIGITS("pan", PGW_SECRET, 12, 19),
	DIGITS("cvc", PGW_SECRET, 3, 4),
	DIGITS("expiry", 0, 6, 6),
	TEXT("cardholderName", 0, 2, 45),
	TEXTS("jsonParams"),
	END,
};

const struct pgw_parameter pgw_classic_decline[] = {
	TEXT("orderId", PGW_MANDATORY, 1, 36),
	TEXT("orderNumber", PGW_MANDATORY, 1, 36),
	TEXT("merchantLogin", 0, 1, 255),
	TEXT("language", 0, 2, 2),
	END,
};

const struct pgw_parameter pgw_classic_get_order_status[] = {
	TEXT("orderId", PGW_MANDATORY, 1, 36),
	TEXT("language", 0, 2, 2),
	END,
};

const struct pgw_parameter pgw_classic_get_order_status_extended[] = {
	TEXT("orderId", 0, 1, 36),
	TEXT("orderNumber", 0, 1, 36),
	TEXT("language", 0, 2, 2),
	TEXT("merchantLogin", 0, 1, 255),
	END,
};

/* $CVC is not obligatory: a merchant may have the permission to pay without it, and the gateway says so if not. */
const struct pgw_parameter pgw_classic_payment_order[] = {
	RENAMED("MDORDER", "orderId", 1, 36),
	DIGITS("$PAN", PGW_SECRET, 12, 19),
	DIGITS("$CVC", PGW_SECRET, 3, 4),
	DIGITS("YYYY", 0, 4, 4),
	DIGITS("MM", 0, 2, 2),
	DIGITS("$EXPIRY", 0, 6, 6),
	TEXT("seToken", PGW_SECRET, 1, 8192),
	TEXT("TEXT", PGW_MANDATORY, 1, 512),
	TEXT("language", 0, 2, 2),
	TEXT("ip", 0, 1, 39),
	BOOLEAN("bindingNotNeeded", 0),
	TEXTS("jsonParams"),
	BOOLEAN("threeDSSDK", 0),
	TEXT("email", 0, 1, 40),
	MERCHANT_CATEGORY,
	PAYER_BLOCKS,
	WORD("tii", 0, TII),
	ORIGINAL_PAYMENT,
	WORD("externalScaExemptionIndicator", 0, "LVP|TRA"),
	OBJECT("clientBrowserInfo", 0, client_browser_info),
	TEXT("threeDSServerTransId", 0, 1, 36),
	TEXT("threeDSVer2FinishUrl", 0, 1, 512),
	TEXT("threeDSMethodNotificationUrl", 0, 1, 512),
	WORD("threeDSProtocolVersion", 0, THREE_DS_VERSIONS),
	END,
};

/* tii is obligatory in the BPC documentation and unknown to that of other banks, so it is the gateway that asks for it.
 */
const struct pgw_parameter pgw_classic_payment_order_binding[] = {
	RENAMED("mdOrder", "orderId", 1, 36),
	TEXT("bindingId", PGW_MANDATORY, 1, 255),
	DIGITS("cvc", PGW_SECRET, 3, 4),
	TEXT("seToken", PGW_SECRET, 1, 8192),
	WORD("tii", 0, "|F|U|R|I"), /* the card is stored already */
	TEXT("language", 0, 2, 2),
	TEXT("ip", 0, 1, 39),
	TEXT("email", 0, 1, 40),
	TEXTS("jsonParams"),
	DIGITS("mcc", 0, 4, 4),
	BOOLEAN("threeDSSDK", 0),
	WORD("threeDSProtocolVersion", 0, THREE_DS_VERSIONS),
	WORD("externalScaExemptionIndicator", 0, "LVP|TRA"),
	OBJECT("clientBrowserInfo", 0, client_browser_info),
	END,
};

/* An order and its payment in one request. */
const struct pgw_parameter pgw_classic_instant_payment[] = {
	AMOUNT("amount", PGW_MANDATORY | PGW_ZERO_WITH_VERIFY, 12),
	TEXT("returnUrl", PGW_MANDATORY, 1, 512),
	TEXT("orderNumber", 0, 1, 36),
	DIGITS("currency", 0, 3, 3),
	TEXT("clientId", 0, 1, 255),
	TEXT("ip", 0, 1, 39),
	BOOLEAN("bindingNotNeeded", 0),
	TEXT("description", 0, 1, 598),
	TEXT("language", 0, 2, 2),
	TEXT("bindingId", 0, 1, 255),
	BOOLEAN("preAuth", 0),
	DIGITS("pan", PGW_SECRET, 12, 19), /* wins over bindingId */
	DIGITS("cvc", PGW_SECRET, 3, 4),
	DIGITS("expiry", 0, 6, 6),
	TEXT("cardholderName", 0, 2, 45),
	TEXT("seToken", PGW_SECRET, 1, 8192),
	TEXT("merchantLogin", 0, 1, 255),
	DIGITS("sessionTimeoutSecs", 0, 1, 9),
	AUTOMATIC_DATES,
	DATE_TIME("expirationDate"),
	TEXT("failUrl", 0, 1, 512),
	TEXTS("jsonParams"),
	FEATURES("features"),
	OBJECT("orderBundle", 0, order_bundle),
	TEXT("dynamicCallbackUrl", 0, 1, 512),
	TEXT("threeDSServerTransId", 0, 1, 36),
	TEXT("threeDSVer2FinishUrl", 0, 1, 512),
	TEXT("threeDSMethodNotificationUrl", 0, 1, 512),
	TEXT("threeDSVer2MdOrder", 0, 1, 36),
	BOOLEAN("threeDSSDK", 0),
	WORD("threeDSProtocolVersion", 0, THREE_DS_VERSIONS),
	TEXT("email", 0, 1, 40),
	MERCHANT_CATEGORY,
	WORD("tii", 0, TII),
	ORIGINAL_PAYMENT,
	WORD("externalScaExemptionIndicator", 0, "LVP|TRA"),
	PAYER,
	OBJECT("clientBrowserInfo", 0, client_browser_info),
	END,
};

/* An order by mail or telephone: the merchant types the card. */
const struct pgw_parameter pgw_classic_moto_payment[] = {
	AMOUNT("amount", PGW_MANDATORY | PGW_ZERO_WITH_VERIFY, 12),
	TEXT("returnUrl", PGW_MANDATORY, 1, 512),
	DIGITS("pan", PGW_MANDATORY | PGW_SECRET, 12, 19),
	DIGITS("expiry", PGW_MANDATORY, 6, 6),
	TEXT("cardholder", PGW_MANDATORY, 1, 26),
	DIGITS("cvc", PGW_SECRET, 3, 4),
	TEXT("orderNumber", 0, 1, 36),
	DIGITS("currency", 0, 3, 3),
	TEXT("failUrl", 0, 1, 512),
	TEXT("description", 0, 1, 598),
	TEXT("language", 0, 2, 2),
	TEXT("clientId", 0, 1, 255),
	TEXT("merchantLogin", 0, 1, 255),
	TEXT("postAddress", 0, 1, 255),
	TEXTS("jsonParams"),
	FEATURES("features"),
	TEXT("dynamicCallbackUrl", 0, 1, 512),
	TEXT("email", 0, 1, 40),
	PAYER_BLOCKS,
	TEXT("ip", 0, 1, 39),
	BOOLEAN("preAuth", 0),
	AUTOMATIC_DATES,
	END,
};

/* How often and how long a stored card may be charged; whatever else the shop likes to keep with the order. */
static const struct pgw_parameter additional_parameters[] = {
	RANGE("installments", 0, 1, 999),
	RANGE("recurringFrequency", 0, 1, 28),
	DIGITS("recurringExpiry", 0, 8, 8),
	END,
};

#define CHARGE_OF_BINDING \
	TEXT("orderNumber", PGW_MANDATORY, 1, 36), TEXT("bindingId", PGW_MANDATORY, 1, 255), \
		AMOUNT("amount", PGW_MANDATORY | PGW_ZERO_WITH_VERIFY, 12), DIGITS("currency", 0, 3, 3), \
		TEXT("language", 0, 2, 2), TEXT("description", 0, 1, 598), AUTOMATIC_DATES, FEATURES("features"), \
		OPEN("additionalParameters", additional_parameters), PAYER

const struct pgw_parameter pgw_classic_recurrent_payment[] = {
	CHARGE_OF_BINDING,
	BOOLEAN("preAuth", 0),
	AMOUNT("feeInput", PGW_ZERO, 8),
	END,
};

const struct pgw_parameter pgw_classic_installment_payment[] = {
	CHARGE_OF_BINDING,
	BOOLEAN("preAuth", PGW_MANDATORY),
	END,
};

/* ---------------------------------------------------------------- wallets */

/* A wallet's token is as good as a card. */
#define WALLET \
	TEXT("orderNumber", PGW_MANDATORY, 1, 36), TEXT("paymentToken", PGW_MANDATORY | PGW_SECRET, 1, 8192), \
		TEXT("description", 0, 1, 598), TEXT("language", 0, 2, 2), TEXT("clientId", 0, 1, 255), BOOLEAN("preAuth", 0), \
		AUTOMATIC_DATES, OPEN("additionalParameters", additional_parameters), MERCHANT_CATEGORY

/* With the wallet's own token the payer is there; with a decrypted one the merchant may be alone. */
#define WALLET_TII "|CI|RI|II"
#define DIRECT_TII WALLET_TII "|R|U|F"

/* The merchant is named instead of credentials: the wallet signed the token for him. */
const struct pgw_parameter pgw_classic_apple_pay[] = {
	TEXT("merchant", PGW_MANDATORY, 1, 255),
	WALLET,
	WORD("tii", 0, WALLET_TII),
	TEXT("email", 0, 1, 40),
	TEXT("phone", 0, 7, 15),
	WORD("threeDSProtocolVersion", 0, THREE_DS_VERSIONS),
	WORD("externalScaExemptionIndicator", 0, "LVP|TRA"),
	END,
};

const struct pgw_parameter pgw_classic_apple_pay_direct[] = {
	WALLET,
	TEXT("merchant", 0, 1, 255),
	WORD("tii", 0, DIRECT_TII),
	ORIGINAL_PAYMENT,
	FEATURES("features"),
	AMOUNT("feeInput", PGW_ZERO, 8),
	TEXT("email", 0, 1, 40),
	PAYER,
	WORD("threeDSProtocolVersion", 0, THREE_DS_VERSIONS),
	WORD("externalScaExemptionIndicator", 0, "LVP|TRA"),
	END,
};

#define GOOGLE \
	WALLET, DIGITS("currencyCode", 0, 3, 3), TEXT("returnUrl", PGW_MANDATORY, 1, 512), TEXT("failUrl", 0, 1, 512), \
		TEXT("email", 0, 1, 40), PAYER, OBJECT("clientBrowserInfo", 0, client_browser_info), \
		TEXT("threeDSServerTransId", 0, 1, 36), TEXT("threeDSVer2FinishUrl", 0, 1, 512), \
		TEXT("threeDSMethodNotificationUrl", 0, 1, 512)

const struct pgw_parameter pgw_classic_google_pay[] = {
	TEXT("merchant", PGW_MANDATORY, 1, 255),
	GOOGLE,
	AMOUNT("amount", PGW_MANDATORY, 12),
	TEXT("ip", PGW_MANDATORY, 1, 39),
	WORD("tii", 0, WALLET_TII),
	TEXT("dynamicCallbackUrl", 0, 1, 512),
	END,
};

/* The documentation's table spells the credential `username`, all others `userName`: that is what is sent. */
const struct pgw_parameter pgw_classic_google_pay_direct[] = {
	GOOGLE,
	AMOUNT("amount", PGW_MANDATORY | PGW_ZERO_WITH_VERIFY, 12),
	TEXT("ip", 0, 1, 39),
	TEXT("merchant", 0, 1, 255),
	WORD("protocolVersion", 0, "ECv1|ECv2"),
	WORD("tii", 0, DIRECT_TII),
	ORIGINAL_PAYMENT,
	FEATURES("features"),
	BOOLEAN("threeDSSDK", 0),
	WORD("threeDSProtocolVersion", 0, THREE_DS_VERSIONS),
	WORD("externalScaExemptionIndicator", 0, "LVP|TRA"),
	END,
};

#define SAMSUNG \
	TEXT("merchant", PGW_MANDATORY, 1, 255), WALLET, TEXT("ip", 0, 1, 39), PAYER, \
		WORD("threeDSProtocolVersion", 0, THREE_DS_VERSIONS)

const struct pgw_parameter pgw_classic_samsung_pay[] = {
	SAMSUNG,
	DIGITS("currencyCode", 0, 3, 3),
	WORD("tii", 0, WALLET_TII),
	FEATURES("features"),
	END,
};

const struct pgw_parameter pgw_classic_samsung_pay_direct[] = {
	SAMSUNG,
	AMOUNT("feeInput", PGW_ZERO, 8),
	WORD("tii", 0, DIRECT_TII),
	ORIGINAL_PAYMENT,
	WORD("externalScaExemptionIndicator", 0, "LVP|TRA"),
	END,
};

/* Of mirPayDirect as well; no table of it is published for this dialect, so the lengths are those of its like. */
const struct pgw_parameter pgw_classic_mir_pay[] = {
	TEXT("orderNumber", PGW_MANDATORY, 1, 36),
	AMOUNT("amount", PGW_MANDATORY | PGW_ZERO_WITH_VERIFY, 12),
	TEXT("paymentToken", PGW_MANDATORY | PGW_SECRET, 1, 8192),
	DIGITS("currencyCode", 0, 3, 3),
	TEXT("description", 0, 1, 598),
	TEXT("language", 0, 2, 2),
	TEXT("clientId", 0, 1, 255),
	BOOLEAN("preAuth", 0),
	FEATURES("features"),
	TEXT("merchant", 0, 1, 255),
	OPEN("additionalParameters", additional_parameters),
	OBJECT("orderBundle", 0, order_bundle),
	TEXT("phone", 0, 7, 15),
	TEXT("email", 0, 1, 40),
	END,
};

/* A card's stand-in, and what proves that it may be used once. */
static const struct pgw_parameter payment_data[] = {
	DIGITS("dpan", PGW_MANDATORY | PGW_SECRET, 12, 19),
	TEXT("tokenCryptogram", PGW_SECRET, 1, 1024),
	DIGITS("MM", PGW_MANDATORY, 2, 2),
	DIGITS("YYYY", PGW_MANDATORY, 4, 4),
	INTEGER("eci", 0, 1, 4),
	END,
};

const struct pgw_parameter pgw_classic_token_payment[] = {
	AMOUNT("amount", PGW_MANDATORY | PGW_ZERO_WITH_VERIFY, 12),
	WORD("tokenType", PGW_MANDATORY, "MDES|VTS|APPLE|GOOGLE|SAMSUNG"),
	OBJECT("paymentData", PGW_MANDATORY, payment_data),
	TEXT("returnUrl", PGW_MANDATORY, 1, 512),
	TEXT("merchant", 0, 1, 255),
	DIGITS("currency", 0, 3, 3),
	TEXT("email", 0, 1, 40),
	TEXT("clientId", 0, 1, 255),
	TEXT("ip", 0, 1, 39),
	TEXT("orderNumber", 0, 1, 36),
	TEXT("orderId", 0, 1, 36), /* of the first call, in the second of 3-D Secure 2 */
	TEXT("description", 0, 1, 598),
	TEXT("language", 0, 2, 2),
	MERCHANT_CATEGORY,
	BOOLEAN("preAuth", 0),
	DIGITS("cvc", PGW_SECRET, 3, 4),
	TEXT("cardholderName", 0, 2, 45),
	AUTOMATIC_DATES,
	TEXT("failUrl", 0, 1, 512),
	PAIRS("jsonParams"),
	FEATURES("features"),
	TEXT("dynamicCallbackUrl", 0, 1, 512),
	WORD("tii", 0, TII),
	WORD("externalScaExemptionIndicator", 0, "LVP|TRA"),
	TEXT("originalPaymentNetRefNum", 0, 1, 36),
	TEXT("threeDSServerTransId", 0, 1, 36),
	TEXT("threeDSVer2FinishUrl", 0, 1, 512),
	TEXT("threeDSMethodNotificationUrl", 0, 1, 512),
	PAYER,
	OBJECT("clientBrowserInfo", 0, client_browser_info),
	END,
};

/* ---------------------------------------------------------------- bindings */

const struct pgw_parameter pgw_classic_get_bindings_by_card_or_id[] = {
	DIGITS("pan", PGW_SECRET, 12, 19), /* wins over bindingId */
	TEXT("bindingId", 0, 1, 255),
	BOOLEAN("showExpired", 0),
	END,
};

/* Of unBindCard as well. */
const struct pgw_parameter pgw_classic_bind_card[] = {TEXT("bindingId", PGW_MANDATORY, 1, 255), END};

const struct pgw_parameter pgw_classic_extend_binding[] = {
	TEXT("bindingId", PGW_MANDATORY, 1, 255),
	DIGITS("newExpiry", PGW_MANDATORY, 6, 6),
	TEXT("language", 0, 2, 2),
	END,
};

static const struct pgw_parameter network_references[] = {
	TEXT("initNetworkReferenceNumber", 0, 1, 36),
	TEXT("networkReferenceNumber", 0, 1, 36),
	END,
};

const struct pgw_parameter pgw_classic_create_binding_no_payment[] = {
	TEXT("clientId", PGW_MANDATORY, 1, 255),
	DIGITS("pan", PGW_MANDATORY | PGW_SECRET, 12, 19),
	DIGITS("expiryDate", PGW_MANDATORY, 6, 6),
	TEXT("cardholderName", PGW_MANDATORY, 1, 26),
	WORD("bindingStrength", 0, "TDS|SSL|TDS_SSL|NO_PAYMENT"),
	OBJECT("additionalParameters", PGW_OPEN, network_references),
	TEXT("merchantLogin", 0, 1, 255),
	TEXT("email", 0, 1, 40),
	TEXT("phone", 0, 7, 15),
	END,
};

const struct pgw_parameter pgw_classic_get_bindings[] = {
	TEXT("clientId", PGW_MANDATORY, 1, 255),
	TEXT("bindingId", 0, 1, 255),
	WORD("bindingType", 0, "C|R|I"),
	BOOLEAN("showExpired", 0),
	TEXT("merchantLogin", 0, 1, 255),
	TEXT("language", 0, 2, 2),
	END,
};

/* ---------------------------------------------------------------- recurring tasks */

/* The documentation's names in any letter case: its table writes Days, its sample DAYS. */
#define TIME_UNITS \
	"Nanos|Micros|Millis|Seconds|Minutes|Hours|HalfDays|Days|Weeks|Months|Years|Decades|Centuries|Millennia|Eras|" \
	"Forever"

static const struct pgw_parameter schedule_data[] = {
	ZONED_DATE_TIME("scheduledSince", PGW_MANDATORY),
	ZONED_DATE_TIME("scheduledTill", PGW_MANDATORY),
	WORD("timeUnit", PGW_MANDATORY | PGW_ANY_CASE, TIME_UNITS),
	INTEGER("value", PGW_MANDATORY, 1, 9),
	END,
};

static const struct pgw_parameter task_identifier[] = {
	TEXT("taskUuid", 0, 0, 0),
	TEXT("merchantTaskUuid", 0, 0, 0),
	TEXT("merchantLogin", 0, 0, 0),
	END,
};

static const struct pgw_parameter new_task[] = {
	AMOUNT("amount", PGW_MANDATORY, 12),
	DIGITS("currency", PGW_MANDATORY, 3, 3),
	TEXT("merchantTaskUuid", PGW_MANDATORY, 0, 0),
	OBJECT("scheduleData", PGW_MANDATORY, schedule_data),
	TEXT("bindingId", 0, 1, 255),
	TEXT("clientId", 0, 1, 255),
	DIGITS("pan", PGW_SECRET, 12, 19),
	INTEGER("expiry", 0, 6, 6),
	TEXT("cardHolder", 0, 1, 26), /* with a capital here, and without one in a change */
	OPEN("attributes", anything),
	OPEN("params", anything),
	END,
};

static const struct pgw_parameter changed_task[] = {
	OBJECT("taskIdentifier", PGW_MANDATORY, task_identifier),
	TEXT("bindingId", 0, 1, 255),
	TEXT("clientId", 0, 1, 255),
	DIGITS("pan", PGW_SECRET, 12, 19),
	DIGITS("expiry", 0, 6, 6),
	TEXT("cardholder", 0, 0, 0),
	OPEN("attributes", anything),
	OPEN("params", anything),
	END,
};

const struct pgw_parameter pgw_classic_create_task[] = {
	OBJECT("task", PGW_MANDATORY, new_task),
	TEXT("locale", 0, 2, 2),
	TEXT("merchantLogin", 0, 1, 30),
	END,
};

const struct pgw_parameter pgw_classic_modify_task[] = {
	OBJECT("task", PGW_MANDATORY, changed_task),
	TEXT("locale", 0, 2, 2),
	END,
};

/* Of getTask, terminateTask and activateTask. */
const struct pgw_parameter pgw_classic_task[] = {
	OBJECT("taskIdentifier", PGW_MANDATORY, task_identifier),
	TEXT("locale", 0, 2, 2),
	END,
};

/* The documentation's sample spells it tasksIdentifiers, its table as here. */
const struct pgw_parameter pgw_classic_terminate_tasks[] = {
	LIST("taskIdentifiers", PGW_MANDATORY, task_identifier),
	TEXT("locale", 0, 2, 2),
	END,
};

const struct pgw_parameter pgw_classic_skip_task_payment[] = {
	OBJECT("taskIdentifier", PGW_MANDATORY, task_identifier),
	INTEGER("paymentNumber", PGW_MANDATORY, 1, 9),
	TEXT("locale", 0, 2, 2),
	END,
};
