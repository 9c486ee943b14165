/*
 * Nested objects of Sberbank's JSON dialect: its description 1.0.7 and, where they are wider, the bank's newer pages of
 * register and refund.
 */
#include "request/shapes.h"

#include "request/rows.h"

/* One row per line. */
/* clang-format off */

static const struct sandbox_parameter installments[] = {
	ONE_OF("productType", OPTIONAL, "CREDIT|INSTALLMENT"),
	P("productID", TEXT, OPTIONAL, 1, 12, 0),
	P("rightTerms", INTEGERS, OPTIONAL, 1, 12, 0),
};
static const struct sandbox_shape installments_shape = SHAPE(installments);

static const struct sandbox_parameter company[] = {
	T("email", MANDATORY, 3, 64, PRINTABLE),
	ONE_OF("sno", MANDATORY, "osn|usn_income|usn_income_outcome|esn|patent"),
	T("inn", MANDATORY, 10, 12, DIGITS),
	T("paymentAddress", MANDATORY, 0, 256, PRINTABLE),
};
static const struct sandbox_shape company_shape = SHAPE(company);

static const struct sandbox_parameter delivery[] = {
	T("deliveryType", OPTIONAL, 0, 20, CYRILLIC),
	P("country", LETTERS, OPTIONAL, 3, 3, 0),
	T("city", OPTIONAL, 1, 40, CYRILLIC),
	T("postAddress", OPTIONAL, 1, 255, CYRILLIC),
};
static const struct sandbox_shape delivery_shape = SHAPE(delivery);

static const struct sandbox_parameter customer[] = {
	SHAPED("deliveryInfo", OBJECT, OPTIONAL, 0, delivery_shape),
	T("fullName", OPTIONAL, 1, 100, CYRILLIC),
	T("inn", OPTIONAL, 10, 12, DIGITS),
	T("address", OPTIONAL, 1, 256, CYRILLIC),
	P("birthdate", TEXT, OPTIONAL, 10, 10, 0),
	T("citizenship", OPTIONAL, 3, 3, DIGITS),
	T("documentType", OPTIONAL, 2, 2, DIGITS),
	T("documentNo", OPTIONAL, 1, 64, ALPHANUMERIC),
};
static const struct sandbox_shape customer_shape = SHAPE(customer);

static const struct sandbox_parameter item_discount[] = {
	T("discountType", MANDATORY, 1, 20, CYRILLIC),
	T("discountValue", MANDATORY, 1, 20, DIGITS),
};
static const struct sandbox_shape item_discount_shape = SHAPE(item_discount);

static const struct sandbox_parameter item_agent_interest[] = {
	T("interestType", MANDATORY, 1, 20, CYRILLIC),
	T("interestValue", MANDATORY, 1, 20, DIGITS),
};
static const struct sandbox_shape item_agent_interest_shape = SHAPE(item_agent_interest);

static const struct sandbox_parameter item_quantity[] = {
	NUMBER_UP_TO("value", MANDATORY, 9, 99999),
	ONE_OF("measure", OPTIONAL, "0|10|11|12|20|21|22|30|31|32|40|41|42|50|51|70|71|72|73|80|81|82|83|255"),
};
static const struct sandbox_shape item_quantity_shape = SHAPE(item_quantity);

static const struct sandbox_parameter item_detail[] = {
	P("name", TEXT, OPTIONAL, 1, 255, 0),
	P("value", TEXT, OPTIONAL, 1, 255, 0),
};
static const struct sandbox_shape item_detail_shape = SHAPE(item_detail);

static const struct sandbox_parameter item_details[] = {
	SHAPED("itemDetailsParams", LIST, OPTIONAL, 0, item_detail_shape),
};
static const struct sandbox_shape item_details_shape = SHAPE(item_details);

static const struct sandbox_parameter item_tax[] = {
	UP_TO("taxType", MANDATORY, 2, 13),
};
static const struct sandbox_shape item_tax_shape = SHAPE(item_tax);

static const struct sandbox_parameter item_mark_code[] = {
	T("gs1m", OPTIONAL, 1, 200, CYRILLIC),
	T("fur", OPTIONAL, 20, 20, CYRILLIC),
	T("gs10", OPTIONAL, 1, 38, CYRILLIC),
	T("ean8", OPTIONAL, 8, 8, DIGITS),
	T("ean13", OPTIONAL, 13, 13, DIGITS),
	T("itf14", OPTIONAL, 14, 14, DIGITS),
	T("short", OPTIONAL, 1, 38, CYRILLIC),
	T("unknown", OPTIONAL, 1, 32, CYRILLIC),
};
static const struct sandbox_shape item_mark_code_shape = SHAPE(item_mark_code);

static const struct sandbox_parameter item_mark_quantity[] = {
	T("markQuantityNumerator", MANDATORY, 0, 0, DIGITS),
	T("markQuantityDenominator", MANDATORY, 0, 0, DIGITS),
};
static const struct sandbox_shape item_mark_quantity_shape = SHAPE(item_mark_quantity);

static const struct sandbox_parameter payer[] = {
	T("operation", OPTIONAL, 0, 24, CYRILLIC),
	{"phones", SANDBOX_TEXTS, SANDBOX_OPTIONAL, 7, 16, 0, SANDBOX_PHONE, NULL, 0, NULL},
};
static const struct sandbox_shape payer_shape = SHAPE(payer);

static const struct sandbox_parameter receiver[] = {
	{"phones", SANDBOX_TEXTS, SANDBOX_OPTIONAL, 7, 16, 0, SANDBOX_PHONE, NULL, 0, NULL},
};
static const struct sandbox_shape receiver_shape = SHAPE(receiver);

static const struct sandbox_parameter transferrer[] = {
	{"phones", SANDBOX_TEXTS, SANDBOX_OPTIONAL, 7, 16, 0, SANDBOX_PHONE, NULL, 0, NULL},
	T("name", OPTIONAL, 0, 64, CYRILLIC),
	T("address", OPTIONAL, 0, 256, CYRILLIC),
	T("inn", OPTIONAL, 12, 12, DIGITS),
};
static const struct sandbox_shape transferrer_shape = SHAPE(transferrer);

static const struct sandbox_parameter item_agent_info[] = {
	ONE_OF("type", MANDATORY, "bank_paying_agent|bank_paying_subagent|paying_agent|paying_subagent|attorney|commission_agent|another"),
	SHAPED("payingAgent", OBJECT, OPTIONAL, 0, payer_shape),
	SHAPED("receivePaymentsOperator", OBJECT, OPTIONAL, 0, receiver_shape),
	SHAPED("moneyTransferOperator", OBJECT, OPTIONAL, 0, transferrer_shape),
};
static const struct sandbox_shape item_agent_info_shape = SHAPE(item_agent_info);

static const struct sandbox_parameter item_supplier_info[] = {
	{"phones", SANDBOX_TEXTS, SANDBOX_OPTIONAL, 7, 16, 0, SANDBOX_PHONE, NULL, 0, NULL},
	T("name", OPTIONAL, 0, 64, CYRILLIC),
	T("inn", OPTIONAL, 12, 12, DIGITS),
};
static const struct sandbox_shape item_supplier_info_shape = SHAPE(item_supplier_info);

static const struct sandbox_parameter item_sectoral_item_props[] = {
	T("federalId", OPTIONAL, 3, 3, CYRILLIC),
	P("date", TEXT, OPTIONAL, 10, 10, 0),
	T("number", OPTIONAL, 1, 32, ALPHANUMERIC),
	T("value", OPTIONAL, 1, 256, CYRILLIC),
};
static const struct sandbox_shape item_sectoral_item_props_shape = SHAPE(item_sectoral_item_props);

static const struct sandbox_parameter item[] = {
	T("positionId", MANDATORY, 1, 12, DIGITS),
	T("itemCode", MANDATORY, 1, 100, CYRILLIC),
	SHAPED("discount", OBJECT, OPTIONAL, 0, item_discount_shape),
	SHAPED("agentInterest", OBJECT, OPTIONAL, 0, item_agent_interest_shape),
	T("name", MANDATORY, 1, 128, CYRILLIC),
	SHAPED("quantity", OBJECT, MANDATORY, 0, item_quantity_shape),
	P("measurementUnit", TEXT, OPTIONAL, 1, 16, 0),
	UP_TO("itemPrice", MANDATORY, 10, INT64_C(4294967200)),
	UP_TO("itemAmount", MANDATORY, 10, INT64_C(4294967200)),
	P("itemCurrency", NUMBER, OPTIONAL, 1, 3, 0),
	SHAPED("itemDetails", OBJECT, OPTIONAL, 0, item_details_shape),
	ONE_OF("paymentMethod", OPTIONAL, "full_prepayment|prepayment|advance|full_payment|partial_payment|credit|credit_payment"),
	T("paymentObject", OPTIONAL, 1, 21, LOGIN),
	SHAPED("tax", OBJECT, OPTIONAL, 0, item_tax_shape),
	T("nomenclatureCode", OPTIONAL, 18, 150, UPPER_HEX),
	SHAPED("markCode", OBJECT, OPTIONAL, 0, item_mark_code_shape),
	SHAPED("markQuantity", OBJECT, OPTIONAL, 0, item_mark_quantity_shape),
	T("markProcessingMode", OPTIONAL, 0, 0, DIGITS),
	T("excise", OPTIONAL, 1, 10, DIGITS),
	T("countryCode", OPTIONAL, 3, 3, DIGITS),
	T("declarationNumber", OPTIONAL, 1, 32, CYRILLIC),
	SHAPED("agentInfo", OBJECT, OPTIONAL, 0, item_agent_info_shape),
	SHAPED("supplierInfo", OBJECT, OPTIONAL, 0, item_supplier_info_shape),
	SHAPED("sectoralItemProps", LIST, OPTIONAL, 0, item_sectoral_item_props_shape),
	T("userData", OPTIONAL, 1, 64, CYRILLIC),
};
static const struct sandbox_shape item_shape = SHAPE(item);

static const struct sandbox_parameter cart[] = {
	SHAPED("items", LIST, MANDATORY, 0, item_shape),
};
static const struct sandbox_shape cart_shape = SHAPE(cart);

static const struct sandbox_parameter payments[] = {
	{"type", SANDBOX_NUMBER, SANDBOX_MANDATORY, 1, 1, 0, SANDBOX_ANY, "1|2|3|4", 0, NULL},
	NUMBER_UP_TO("sum", MANDATORY, 10, INT64_C(4294967200)),
};
static const struct sandbox_shape payments_shape = SHAPE(payments);

static const struct sandbox_parameter additional_user_props[] = {
	T("name", MANDATORY, 1, 64, CYRILLIC),
	T("value", MANDATORY, 1, 256, CYRILLIC),
};
static const struct sandbox_shape additional_user_props_shape = SHAPE(additional_user_props);

static const struct sandbox_parameter operating_check_props[] = {
	T("name", MANDATORY, 0, 40, CYRILLIC),
	T("value", MANDATORY, 1, 64, CYRILLIC),
	P("timestamp", TEXT, MANDATORY, 19, 20, 0), /* 20 by the page, whose format dd.mm.yyyy HH:MM:SS has 19 */
};
static const struct sandbox_shape operating_check_props_shape = SHAPE(operating_check_props);

static const struct sandbox_parameter sectoral_check_props[] = {
	T("federalId", MANDATORY, 3, 3, CYRILLIC),
	P("date", TEXT, MANDATORY, 1, 10, 0),
	T("number", MANDATORY, 1, 32, CYRILLIC),
	T("value", MANDATORY, 1, 256, CYRILLIC),
};
static const struct sandbox_shape sectoral_check_props_shape = SHAPE(sectoral_check_props);

static const struct sandbox_parameter bundle[] = {
	P("orderCreationDate", DATE_TIME, OPTIONAL, 1, 25, 0),
	SHAPED("installments", OBJECT, OPTIONAL, 0, installments_shape),
	ONE_OF("ffdVersion", OPTIONAL, "1.05|1.2"),
	ONE_OF("receiptType", OPTIONAL, "SELL|SELL_REFUND|sell|sell_refund"),
	P("ismOptional", BOOLEAN, OPTIONAL, 4, 5, 0),
	SHAPED("company", OBJECT, OPTIONAL, 0, company_shape),
	SHAPED("customerDetails", OBJECT, OPTIONAL, 0, customer_shape),
	SHAPED("cartItems", OBJECT, MANDATORY, 0, cart_shape),
	SHAPED("payments", LIST, OPTIONAL, 0, payments_shape),
	NUMBER_UP_TO("total", OPTIONAL, 10, INT64_C(4294967200)),
	T("cashier", OPTIONAL, 1, 64, CYRILLIC),
	T("cashierInn", OPTIONAL, 1, 12, DIGITS),
	SHAPED("additionalUserProps", OBJECT, OPTIONAL, 0, additional_user_props_shape),
	T("additionalCheckProps", OPTIONAL, 1, 16, CYRILLIC),
	SHAPED("operatingCheckProps", OBJECT, OPTIONAL, 0, operating_check_props_shape),
	SHAPED("sectoralCheckProps", LIST, OPTIONAL, 0, sectoral_check_props_shape),
};
const struct sandbox_shape sandbox_shape_json_order_bundle = SHAPE(bundle);

/* What issuers ask about payer, recipient and purchase, at registration or payment. */
#define RISK_PARAMS \
	T("destWalletNum", OPTIONAL, 1, 30, PRINTABLE), \
	T("destPhoneNum", OPTIONAL, 1, 30, PHONE), \
	T("destCardNum", OPTIONAL, 13, 19, DIGITS), \
	T("destAcctNum", OPTIONAL, 1, 29, DIGITS), \
	T("billAddrCity", OPTIONAL, 1, 50, CYRILLIC), \
	T("billAddrCountry", OPTIONAL, 1, 3, DIGITS), \
	T("billAddrLine1", OPTIONAL, 1, 50, CYRILLIC), \
	T("billAddrLine2", OPTIONAL, 1, 50, CYRILLIC), \
	T("billAddrLine3", OPTIONAL, 1, 50, CYRILLIC), \
	T("billAddrPostCode", OPTIONAL, 1, 16, PRINTABLE), \
	T("billAddrState", OPTIONAL, 1, 3, PRINTABLE), \
	T("shipAddrCity", OPTIONAL, 1, 50, CYRILLIC), \
	T("shipAddrCountry", OPTIONAL, 1, 3, DIGITS), \
	T("shipAddrLine1", OPTIONAL, 1, 50, CYRILLIC), \
	T("shipAddrLine2", OPTIONAL, 1, 50, CYRILLIC), \
	T("shipAddrLine3", OPTIONAL, 1, 50, CYRILLIC), \
	T("shipAddrPostCode", OPTIONAL, 1, 16, PRINTABLE), \
	T("shipAddrState", OPTIONAL, 1, 3, PRINTABLE), \
	T("mobilePhone", OPTIONAL, 1, 19, DIGITS_DASH), \
	T("workPhone", OPTIONAL, 1, 19, DIGITS_DASH), \
	T("homePhone", OPTIONAL, 1, 19, DIGITS_DASH), \
	T("mriDeliveryEmailAddress", OPTIONAL, 1, 254, PRINTABLE), \
	T("mriDeliveryTimeframe", OPTIONAL, 1, 2, DIGITS), \
	T("mriGiftCardAmount", OPTIONAL, 1, 2, DIGITS), \
	T("mriGiftCardCount", OPTIONAL, 1, 2, DIGITS), \
	T("mriGiftCardCurr", OPTIONAL, 1, 3, DIGITS), \
	T("mriPreOrderDate", OPTIONAL, 8, 8, DIGITS), \
	T("mriPreOrderPurchaseInd", OPTIONAL, 2, 2, DIGITS), \
	T("mriReorderItemsInd", OPTIONAL, 2, 2, DIGITS), \
	T("mriShipIndicator", OPTIONAL, 2, 2, DIGITS), \
	T("threeDSReqPriorAuthData", OPTIONAL, 1, 2048, PRINTABLE), \
	T("threeDSReqPriorAuthMethod", OPTIONAL, 2, 2, DIGITS), \
	T("threeDSReqPriorAuthTimestamp", OPTIONAL, 12, 12, DIGITS), \
	T("threeDSReqPriorRef", OPTIONAL, 36, 36, PRINTABLE), \
	T("acctId", OPTIONAL, 1, 64, PRINTABLE), \
	T("chAccAgeInd", OPTIONAL, 2, 2, DIGITS), \
	T("chAccChange", OPTIONAL, 8, 8, DIGITS), \
	T("chAccChangeInd", OPTIONAL, 2, 2, DIGITS), \
	T("chAccDate", OPTIONAL, 8, 8, DIGITS), \
	T("chAccPwChange", OPTIONAL, 8, 8, DIGITS), \
	T("chAccPwChangeInd", OPTIONAL, 2, 2, DIGITS), \
	T("nbPurchaseAccount", OPTIONAL, 1, 4, DIGITS), \
	T("provisionAttemptsDay", OPTIONAL, 1, 4, DIGITS), \
	T("txnActivityDay", OPTIONAL, 1, 3, DIGITS), \
	T("txnActivityYear", OPTIONAL, 1, 3, DIGITS), \
	T("paymentAccAge", OPTIONAL, 8, 8, DIGITS), \
	T("paymentAccInd", OPTIONAL, 2, 2, DIGITS), \
	T("shipAddressUsage", OPTIONAL, 8, 8, DIGITS), \
	T("shipAddressUsageInd", OPTIONAL, 2, 2, DIGITS), \
	T("shipNameIndicator", OPTIONAL, 2, 2, DIGITS), \
	T("suspiciousAccActivity", OPTIONAL, 2, 2, DIGITS), \
	T("threeDSReqAuthData", OPTIONAL, 2, 20000, PRINTABLE), \
	T("threeDSReqAuthMethod", OPTIONAL, 2, 2, DIGITS), \
	T("threeDSReqAuthTimestamp", OPTIONAL, 12, 12, DIGITS), \
	T("acctType", OPTIONAL, 2, 2, DIGITS), \
	T("transType", OPTIONAL, 2, 2, DIGITS), \
	P("addrMatch", LETTERS, OPTIONAL, 1, 1, 0), \
	T("threeDSRequestorChallengeInd", OPTIONAL, 2, 2, DIGITS), \
	T("purchaseInstalData", OPTIONAL, 1, 3, DIGITS), \
	T("recurringExpiry", OPTIONAL, 8, 8, DIGITS), \
	T("recurringFrequency", OPTIONAL, 1, 4, DIGITS), \
	T("hasValuableItems", OPTIONAL, 2, 2, DIGITS), \
	T("shipDeliveryPointId", OPTIONAL, 1, 50, CYRILLIC)

/* jsonParams: known names have a type, all others may be anything. */
#define JSON_PARAMS(members, count) {members, count, SANDBOX_OPEN, 99}
static const struct sandbox_parameter register_params[] = {
	P("app2app", BOOLEAN, OPTIONAL, 4, 5, 0),
	P("web2app", BOOLEAN, OPTIONAL, 4, 5, 0),
	T("app.deepLink", OPTIONAL, 1, 255, PRINTABLE),
	T("sberpay.backurl", OPTIONAL, 1, 255, PRINTABLE),
	ONE_OF("qrType", OPTIONAL, "DYNAMIC_QR_SBP|SUBSCRIPTION_SBP|SBERPAY_DYNAMIC_QR"),
	ONE_OF("sbp.scenario", OPTIONAL, "C2B|C2B_CASH_REGISTER|C2B_SUBSCRIPTION|C2B_SUBSCRIPTION_WITH_PAYMENT"),
	T("sbp.subscriptionPurpose", OPTIONAL, 0, 256, CYRILLIC),
	P("sberpay.qr.c2b", BOOLEAN, OPTIONAL, 4, 5, 0),
	P("sberpay.sbp.cashLink", BOOLEAN, OPTIONAL, 4, 5, 0),
	T("backToShopName", OPTIONAL, 1, 200, CYRILLIC),
	T("backToShopUrl", OPTIONAL, 1, 200, HTTP),
	RISK_PARAMS,
};
const struct sandbox_shape sandbox_shape_json_register_params =
	JSON_PARAMS(register_params, sizeof register_params / sizeof *register_params);

static const struct sandbox_parameter payment_params[] = {
	ONE_OF("dataEntryMode", OPTIONAL, "CAPTURED|DEFERRED|CREDENTIAL-ON-FILE|RECURRING|INSTALLMENT|RESUBMISSION"),
	T("initialOrderId", OPTIONAL, 36, 36, UUID),
	ONE_OF("threeDSRequestorDecReqInd", OPTIONAL, "Y"),
	T("threeDSRequestorDecMaxTime", OPTIONAL, 1, 5, DIGITS),
	T("challengeWindowSize", OPTIONAL, 2, 2, DIGITS),
	T("browserAcceptHeader", OPTIONAL, 1, 2048, PRINTABLE),
	T("browserIP", OPTIONAL, 1, 45, PRINTABLE),
	P("browserJavaEnabled", BOOLEAN, OPTIONAL, 4, 5, 0),
	P("browserJavascriptEnabled", BOOLEAN, OPTIONAL, 4, 5, 0),
	T("browserLanguage", OPTIONAL, 1, 8, PRINTABLE),
	ONE_OF("browserColorDepth", OPTIONAL, "1|4|8|15|16|24|32|48"),
	T("browserScreenHeight", OPTIONAL, 1, 6, DIGITS),
	T("browserScreenWidth", OPTIONAL, 1, 6, DIGITS),
	T("browserTZ", OPTIONAL, 1, 5, PRINTABLE),
	T("browserUserAgent", OPTIONAL, 1, 2048, PRINTABLE),
	T("deviceCategory", OPTIONAL, 1, 1, PRINTABLE),
	T("sdkAppID", OPTIONAL, 1, 36, PRINTABLE),
	T("sdkReferenceNumber", OPTIONAL, 1, 32, PRINTABLE),
	T("sdkTransID", OPTIONAL, 1, 36, PRINTABLE),
	T("sdkMaxTimeout", OPTIONAL, 1, 2, PRINTABLE),
	T("sdkEncData", OPTIONAL, 1, 64000, PRINTABLE),
	T("sdkEphemPubKey", OPTIONAL, 1, 256, PRINTABLE),
	T("deviceRenderOptions", OPTIONAL, 1, 256, PRINTABLE),
	T("eci", OPTIONAL, 1, 2, DIGITS),
	T("xid", OPTIONAL, 28, 36, PRINTABLE),
	T("cavv", OPTIONAL, 28, 28, PRINTABLE),
	T("idTerm", OPTIONAL, 1, 8, DIGITS),
	ONE_OF("paymentSystem", OPTIONAL, "VISA|MASTERCARD|AMEX|JCB|CUP|MIR"),
	RISK_PARAMS,
};
const struct sandbox_shape sandbox_shape_json_payment_params =
	JSON_PARAMS(payment_params, sizeof payment_params / sizeof *payment_params);

static const struct sandbox_parameter refund_params[] = {
	P("externalRefundId", TEXT, OPTIONAL, 1, 36, 0),
};
const struct sandbox_shape sandbox_shape_json_refund_params =
	JSON_PARAMS(refund_params, sizeof refund_params / sizeof *refund_params);

const struct sandbox_shape sandbox_shape_json_params = JSON_PARAMS(NULL, 0);
const struct sandbox_shape sandbox_shape_scalars = {NULL, 0, SANDBOX_OPEN_TO_SCALARS, 0};

/* clang-format on */
