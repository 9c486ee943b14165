/* The request tables of the BPC documentation (REST), taken over once; see facts.h for the columns. */
#include "facts.h"

static const struct fact billing_facts[] = {
	{"billingCity", "Ot", 0, 50, NULL},
	{"billingCountry", "Ot", 0, 50, NULL},
	{"billingAddressLine1", "Ot", 0, 50, NULL},
	{"billingAddressLine2", "Ot", 0, 50, NULL},
	{"billingAddressLine3", "Ot", 0, 50, NULL},
	{"billingPostalCode", "Ot", 0, 9, NULL},
	{"billingState", "Ot", 0, 50, NULL},
	{"payerAccount", "Mt", 1, 32, NULL},
	{"payerLastName", "Ot", 1, 64, NULL},
	{"payerFirstName", "Ot", 1, 35, NULL},
	{"payerMiddleName", "Ot", 1, 35, NULL},
	{"payerCombinedName", "Ot", 1, 99, NULL},
	{"payerIdType", "Ot", 1, 8, NULL},
	{"payerIdNumber", "Ot", 1, 99, NULL},
	{"payerBirthday", "Ot", 1, 20, NULL},
	FACTS_END,
};

static const struct fact shipping_facts[] = {
	{"shippingCity", "Ot", 1, 50, NULL},
	{"shippingCountry", "Ot", 1, 50, NULL},
	{"shippingAddressLine1", "Ot", 1, 50, NULL},
	{"shippingAddressLine2", "Ot", 1, 50, NULL},
	{"shippingAddressLine3", "Ot", 1, 50, NULL},
	{"shippingPostalCode", "Ot", 1, 16, NULL},
	{"shippingState", "Ot", 1, 50, NULL},
	{"shippingMethodIndicator", "Od", 2, 2, NULL},
	{"deliveryTimeframe", "Od", 2, 2, NULL},
	{"deliveryEmail", "Ot", 1, 254, NULL},
	FACTS_END,
};

static const struct fact pre_order_facts[] = {
	{"preOrderDate", "Ot", 10, 10, NULL},
	{"preOrderPurchaseInd", "Od", 2, 2, NULL},
	{"reorderItemsInd", "Od", 2, 2, NULL},
	FACTS_END,
};

static const struct fact order_payer_facts[] = {
	{"homePhone", "Ot", 7, 15, NULL},
	{"workPhone", "Ot", 7, 15, NULL},
	{"mobilePhone", "Ct", 7, 15, NULL},
	FACTS_END,
};

static const struct fact browser_facts[] = {
	{"userAgent", "Ot", 1, 2048, NULL},
	{"OS", "Ot", 0, 0, NULL},
	{"OSVersion", "Ot", 0, 0, NULL},
	{"browserAcceptHeader", "Ot", 1, 2048, NULL},
	{"browserIpAddress", "Ot", 1, 45, NULL},
	{"browserLanguage", "Ot", 1, 8, NULL},
	{"browserTimeZone", "Ot", 0, 0, NULL},
	{"browserTimeZoneOffset", "Ot", 1, 5, NULL},
	{"colorDepth", "Od", 1, 2, NULL},
	{"fingerprint", "Ot", 0, 0, NULL},
	{"isMobile", "Ob", 0, 0, NULL},
	{"javaEnabled", "Ob", 0, 0, NULL},
	{"javascriptEnabled", "Ob", 0, 0, NULL},
	{"plugins", "Ot", 0, 0, NULL},
	{"screenHeight", "Oi", 1, 6, NULL},
	{"screenWidth", "Oi", 1, 6, NULL},
	{"screenPrint", "Ot", 0, 0, NULL},
	{"device", "Ot", 0, 0, NULL},
	{"deviceType", "Ot", 0, 0, NULL},
	FACTS_END,
};

/* tax, discount, agentInterest and itemAttributes are of the classic RBS documents (misc.md 5.1). */
static const struct fact tax_facts[] = {
	{"taxType", "Mi", 1, 1, NULL}, /* 0 to 7 */
	{"taxSum", "Oa", 0, 0, NULL},
	FACTS_END,
};

static const struct fact discount_facts[] = {
	{"discountType", "Mt", 0, 0, NULL},
	{"discountValue", "Mi", 0, 0, NULL},
	FACTS_END,
};

static const struct fact interest_facts[] = {
	{"interestType", "Mt", 0, 0, NULL},
	{"interestValue", "Mi", 0, 0, NULL},
	FACTS_END,
};

static const struct fact quantity_facts[] = {
	{"value", "Mq", 1, 18, NULL},
	{"measure", "Mt", 1, 20, NULL},
	FACTS_END,
};

static const struct fact item_param_facts[] = {
	{"value", "Mt", 1, 2000, NULL},
	{"name", "Mt", 1, 255, NULL},
	FACTS_END,
};

static const struct fact item_detail_facts[] = {
	{"itemDetailsParams", "Ol", 0, 0, item_param_facts},
	FACTS_END,
};

static const struct fact item_facts[] = {
	{"positionId", "Mi", 1, 12, NULL},
	{"name", "Mt", 1, 255, NULL},
	{"itemDetails", "Oo", 0, 0, item_detail_facts},
	{"quantity", "Mo", 0, 0, quantity_facts},
	{"itemAmount", "Oa", 1, 12, NULL},
	{"itemPrice", "Oa", 1, 18, NULL},
	{"itemCurrency", "Oi", 3, 3, NULL},
	{"itemCode", "Ot", 1, 100, NULL},
	{"itemAttributes", "Oo", 0, 0, NULL},
	{"tax", "Oo", 0, 0, tax_facts},
	{"discount", "Oo", 0, 0, discount_facts},
	{"agentInterest", "Oo", 0, 0, interest_facts},
	FACTS_END,
};

static const struct fact cart_facts[] = {
	{"items", "Ml", 0, 0, item_facts},
	FACTS_END,
};

static const struct fact delivery_facts[] = {
	{"deliveryType", "Ot", 1, 20, NULL},
	{"country", "Mt", 2, 2, NULL},
	{"city", "Mt", 0, 40, NULL},
	{"postAddress", "Mt", 1, 255, NULL},
	FACTS_END,
};

static const struct fact customer_facts[] = {
	{"email", "Ot", 1, 40, NULL}, /* its length differs by method */
	{"phone", "Ot", 7, 15, NULL},
	{"contact", "Ot", 0, 40, NULL},
	{"fullName", "Ot", 1, 100, NULL},
	{"passport", "Ot", 1, 100, NULL},
	{"deliveryInfo", "Oo", 0, 0, delivery_facts},
	FACTS_END,
};

static const struct fact loyalty_facts[] = {
	{"bonusAmountForCredit", "Oa", 0, 0, NULL},
	{"bonusAmountForDebit", "Oa", 0, 0, NULL},
	{"bonusAmountRefunded", "Oa", 0, 0, NULL},
	FACTS_END,
};

static const struct fact bundle_facts[] = {
	{"orderCreationDate", "OD", 19, 19, NULL},
	{"customerDetails", "Oo", 0, 0, customer_facts},
	{"cartItems", "Mo", 0, 0, cart_facts},
	{"loyalties", "Oo", 0, 0, loyalty_facts},
	FACTS_END,
};

static const struct fact address_facts[] = {
	{"city", "Mt", 1, 50, NULL},
	{"postalCode", "Mt", 1, 16, NULL},
	{"country", "Mt", 2, 2, NULL}, /* letters, though the table says Integer */
	{"street", "Ot", 1, 40, NULL},
	FACTS_END,
};

static const struct fact sub_merchant_facts[] = {
	{"subMerchantId", "Mt", 1, 20, NULL},
	{"name", "Mt", 1, 40, NULL},
	{"address", "Mo", 0, 0, address_facts},
	FACTS_END,
};

static const struct fact facilitator_facts[] = {
	{"pfId", "Mt", 1, 11, NULL},
	{"name", "Mt", 1, 40, NULL},
	{"isoId", "Ot", 1, 11, NULL},
	{"subMerchants", "Ml", 0, 0, sub_merchant_facts},
	FACTS_END,
};

static const struct fact classic_register_facts[] = {
	{"orderNumber", "Mt", 1, 36, NULL},
	{"amount", "Ma", 0, 12, NULL},
	{"currency", "Od", 3, 3, NULL},
	{"returnUrl", "Mt", 1, 512, NULL},
	{"failUrl", "Ot", 1, 512, NULL},
	{"dynamicCallbackUrl", "Ot", 1, 512, NULL},
	{"description", "Ot", 1, 598, NULL},
	{"language", "Ot", 2, 2, NULL},
	{"ip", "Ot", 1, 39, NULL},
	{"clientId", "Ot", 0, 255, NULL},
	{"merchantLogin", "Ot", 1, 255, NULL},
	{"cardholderName", "Ot", 1, 150, NULL},
	{"jsonParams", "OT", 0, 0, NULL},
	{"sessionTimeoutSecs", "Od", 1, 9, NULL},
	{"expirationDate", "OD", 19, 19, NULL},
	{"bindingId", "Ot", 1, 255, NULL},
	{"features", "Of", 0, 0, NULL},
	{"postAddress", "Ot", 1, 255, NULL},
	{"orderBundle", "Oo", 0, 0, bundle_facts},
	{"feeInput", "Oa", 0, 8, NULL},
	{"email", "Ot", 1, 40, NULL},
	{"mcc", "Od", 4, 4, NULL},
	{"mvv", "Ot", 1, 10, NULL},
	{"paymentFacilitator", "Oo", 0, 0, facilitator_facts},
	{"billingPayerData", "Oo", 0, 0, billing_facts},
	{"shippingPayerData", "Oo", 0, 0, shipping_facts},
	{"preOrderPayerData", "Oo", 0, 0, pre_order_facts},
	{"orderPayerData", "Oo", 0, 0, order_payer_facts},
	{"billingAndShippingAddressMatchIndicator", "Ow", 0, 0, NULL},
	/* of the RBS and Alfa-Bank documents */
	{"phone", "Ot", 7, 15, NULL},
	{"pageView", "Ot", 1, 20, NULL},
	{"taxSystem", "Od", 1, 1, NULL}, /* 0 to 5 */
	{"additionalOfdParams", "Oo", 0, 0, NULL},
	FACTS_END,
};

static const struct fact classic_register_pre_auth_facts[] = {
	{"orderNumber", "Mt", 1, 36, NULL},
	{"amount", "Ma", 0, 12, NULL},
	{"currency", "Od", 3, 3, NULL},
	{"returnUrl", "Mt", 1, 512, NULL},
	{"failUrl", "Ot", 1, 512, NULL},
	{"dynamicCallbackUrl", "Ot", 1, 512, NULL},
	{"description", "Ot", 1, 598, NULL},
	{"ip", "Ot", 1, 39, NULL},
	{"language", "Ot", 2, 2, NULL},
	{"clientId", "Ot", 0, 255, NULL},
	{"merchantLogin", "Ot", 1, 255, NULL},
	{"cardholderName", "Ot", 1, 150, NULL},
	{"jsonParams", "OT", 0, 0, NULL},
	{"sessionTimeoutSecs", "Od", 1, 9, NULL},
	{"expirationDate", "OD", 19, 19, NULL},
	{"bindingId", "Ot", 1, 255, NULL},
	{"features", "Of", 0, 0, NULL},
	{"autocompletionDate", "OD", 19, 19, NULL},
	{"autoReverseDate", "OD", 19, 19, NULL},
	{"postAddress", "Ot", 1, 255, NULL},
	{"orderBundle", "Oo", 0, 0, bundle_facts},
	{"feeInput", "Oa", 0, 8, NULL},
	{"email", "Ot", 1, 40, NULL},
	{"mcc", "Od", 4, 4, NULL},
	{"mvv", "Ot", 1, 10, NULL},
	{"paymentFacilitator", "Oo", 0, 0, facilitator_facts},
	{"billingPayerData", "Oo", 0, 0, billing_facts},
	{"shippingPayerData", "Oo", 0, 0, shipping_facts},
	{"preOrderPayerData", "Oo", 0, 0, pre_order_facts},
	{"orderPayerData", "Oo", 0, 0, order_payer_facts},
	{"billingAndShippingAddressMatchIndicator", "Ow", 0, 0, NULL},
	/* of the RBS and Alfa-Bank documents */
	{"phone", "Ot", 7, 15, NULL},
	{"pageView", "Ot", 1, 20, NULL},
	{"taxSystem", "Od", 1, 1, NULL}, /* 0 to 5 */
	{"additionalOfdParams", "Oo", 0, 0, NULL},
	FACTS_END,
};

static const struct fact classic_deposit_facts[] = {
	{"orderId", "Ct", 1, 36, NULL},
	{"orderNumber", "Ct", 1, 36, NULL},
	{"merchantLogin", "Ct", 1, 255, NULL},
	{"amount", "Ma", 0, 12, NULL},
	{"depositItems", "Oo", 0, 0, cart_facts},
	{"language", "Ot", 2, 2, NULL},
	{"currency", "Od", 3, 3, NULL},
	{"jsonParams", "OT", 0, 0, NULL},
	FACTS_END,
};

static const struct fact classic_reverse_facts[] = {
	{"orderId", "Ct", 1, 36, NULL},
	{"orderNumber", "Ct", 1, 36, NULL},
	{"merchantLogin", "Ct", 1, 255, NULL},
	{"language", "Ot", 2, 2, NULL},
	{"jsonParams", "OT", 0, 0, NULL},
	{"amount", "Oa", 0, 12, NULL},
	{"currency", "Od", 3, 3, NULL},
	FACTS_END,
};

static const struct fact classic_refund_facts[] = {
	{"orderId", "Ct", 1, 36, NULL},
	{"orderNumber", "Ct", 1, 36, NULL},
	{"merchantLogin", "Ct", 1, 255, NULL},
	{"amount", "Ma", 0, 12, NULL},
	{"language", "Ot", 2, 2, NULL},
	{"jsonParams", "OT", 0, 0, NULL},
	{"expectedDepositedAmount", "Oa", 1, 12, NULL},
	{"externalRefundId", "Ot", 1, 32, NULL},
	{"currency", "Od", 3, 3, NULL},
	{"refundItems", "Oo", 0, 0, cart_facts},
	FACTS_END,
};

static const struct fact classic_instant_refund_facts[] = {
	{"amount", "Ma", 0, 12, NULL},
	{"language", "Ot", 2, 2, NULL},
	{"currency", "Od", 3, 3, NULL},
	{"orderNumber", "Ct", 1, 36, NULL},
	{"bindingId", "Ot", 1, 255, NULL},
	{"seToken", "Ct", 1, 8192, NULL},
	{"pan", "Cd", 1, 19, NULL},
	{"cvc", "Cd", 3, 3, NULL},
	{"expiry", "Cd", 6, 6, NULL},
	{"cardholderName", "Ct", 2, 45, NULL},
	{"jsonParams", "OT", 0, 0, NULL},
	FACTS_END,
};

static const struct fact classic_decline_facts[] = {
	{"merchantLogin", "Ot", 1, 255, NULL},
	{"language", "Ot", 2, 2, NULL},
	{"orderId", "Mt", 1, 36, NULL},
	{"orderNumber", "Mt", 1, 36, NULL},
	FACTS_END,
};

static const struct fact classic_status_facts[] = {
	{"orderId", "Ct", 1, 36, NULL},
	{"orderNumber", "Ct", 1, 36, NULL},
	{"language", "Ot", 2, 2, NULL},
	{"merchantLogin", "Ot", 1, 255, NULL},
	FACTS_END,
};

static const struct fact classic_payment_facts[] = {
	{"MDORDER", "Mt", 1, 36, NULL},
	{"$PAN", "Md", 1, 19, NULL},
	{"$CVC", "Md", 3, 3, NULL},
	{"YYYY", "Md", 4, 4, NULL},
	{"MM", "Md", 2, 2, NULL},
	{"$EXPIRY", "Cd", 6, 6, NULL},
	{"seToken", "Ct", 0, 0, NULL},
	{"TEXT", "Mt", 1, 512, NULL},
	{"language", "Mt", 2, 2, NULL},
	{"ip", "Ot", 1, 39, NULL},
	{"bindingNotNeeded", "Ob", 0, 0, NULL},
	{"jsonParams", "OT", 0, 0, NULL},
	{"threeDSSDK", "Ob", 0, 0, NULL},
	{"email", "Ct", 1, 40, NULL},
	{"mcc", "Od", 4, 4, NULL},
	{"mvv", "Ot", 1, 10, NULL},
	{"paymentFacilitator", "Oo", 0, 0, facilitator_facts},
	{"billingPayerData", "Oo", 0, 0, billing_facts},
	{"shippingPayerData", "Oo", 0, 0, shipping_facts},
	{"preOrderPayerData", "Oo", 0, 0, pre_order_facts},
	{"orderPayerData", "Oo", 0, 0, order_payer_facts},
	{"tii", "Ow", 0, 0, NULL},
	{"externalScaExemptionIndicator", "Ow", 0, 0, NULL},
	{"clientBrowserInfo", "Oo", 0, 0, browser_facts},
	{"originalPaymentNetRefNum", "Ct", 1, 36, NULL},
	{"originalPaymentDate", "Cd", 0, 0, NULL},
	/* of 3-D Secure, in tables of their own */
	{"threeDSServerTransId", "Ot", 1, 36, NULL},
	{"threeDSVer2FinishUrl", "Ot", 1, 512, NULL},
	{"threeDSMethodNotificationUrl", "Ot", 1, 512, NULL},
	{"threeDSProtocolVersion", "Ow", 0, 0, NULL},
	FACTS_END,
};

static const struct fact classic_bindings_facts[] = {
	{"clientId", "Mt", 0, 255, NULL},
	{"language", "Ot", 2, 2, NULL},
	{"bindingId", "Ot", 1, 255, NULL},
	{"bindingType", "Ow", 0, 0, NULL},
	{"showExpired", "Ob", 0, 0, NULL},
	{"merchantLogin", "Ot", 1, 255, NULL},
	FACTS_END,
};

static const struct fact classic_old_status_facts[] = {
	{"orderId", "Mt", 1, 36, NULL},
	{"language", "Ot", 2, 2, NULL},
	FACTS_END,
};

static const struct fact classic_binding_payment_facts[] = {
	{"mdOrder", "Mt", 1, 36, NULL},
	{"bindingId", "Mt", 1, 255, NULL},
	{"language", "Ot", 2, 2, NULL},
	{"ip", "Ot", 1, 39, NULL},
	{"cvc", "Od", 3, 3, NULL},
	{"threeDSSDK", "Ob", 0, 0, NULL},
	{"tii", "Mw", 0, 0, NULL},
	{"email", "Ot", 1, 40, NULL},
	{"mcc", "Od", 4, 4, NULL},
	{"threeDSProtocolVersion", "Ow", 0, 0, NULL},
	{"externalScaExemptionIndicator", "Ow", 0, 0, NULL},
	{"seToken", "Ct", 1, 8192, NULL},
	{"clientBrowserInfo", "Oo", 0, 0, browser_facts},
	{"jsonParams", "OT", 0, 0, NULL},
	FACTS_END,
};

static const struct fact classic_bindings_by_card_facts[] = {
	{"pan", "Cd", 15, 19, NULL},
	{"bindingId", "Ct", 1, 255, NULL},
	{"showExpired", "Ob", 0, 0, NULL},
	FACTS_END,
};

/* bindCard and unBindCard */
static const struct fact classic_bind_facts[] = {
	{"bindingId", "Mt", 1, 255, NULL},
	FACTS_END,
};

static const struct fact classic_extend_facts[] = {
	{"bindingId", "Mt", 1, 255, NULL},
	{"newExpiry", "Md", 6, 6, NULL},
	{"language", "Mt", 2, 2, NULL},
	FACTS_END,
};

static const struct fact network_facts[] = {
	{"initNetworkReferenceNumber", "Ot", 0, 0, NULL},
	{"networkReferenceNumber", "Ot", 0, 0, NULL},
	FACTS_END,
};

static const struct fact classic_create_binding_facts[] = {
	{"clientId", "Mt", 0, 255, NULL},
	{"bindingStrength", "Ow", 0, 0, NULL},
	{"cardholderName", "Mt", 1, 26, NULL},
	{"expiryDate", "Md", 6, 6, NULL},
	{"pan", "Md", 1, 19, NULL},
	{"additionalParameters", "Oo", 0, 0, network_facts},
	{"merchantLogin", "Ot", 1, 255, NULL},
	{"email", "Ot", 1, 40, NULL},
	{"phone", "Ot", 7, 15, NULL},
	FACTS_END,
};

/* Of installments and recurrent payments (methods.md 16, misc.md 4). */
static const struct fact additional_facts[] = {
	{"installments", "Cr", 1, 999, NULL},
	{"recurringFrequency", "Cr", 1, 28, NULL},
	{"recurringExpiry", "Cd", 8, 8, NULL},
	FACTS_END,
};

static const struct fact classic_instant_payment_facts[] = {
	{"amount", "Ma", 0, 12, NULL},
	{"currency", "Od", 3, 3, NULL},
	{"clientId", "Ot", 0, 255, NULL},
	{"ip", "Ot", 1, 39, NULL},
	{"bindingNotNeeded", "Ob", 0, 0, NULL},
	{"orderNumber", "Ct", 1, 36, NULL},
	{"description", "Ot", 1, 598, NULL},
	{"language", "Ot", 2, 2, NULL},
	{"bindingId", "Ot", 1, 255, NULL},
	{"preAuth", "Ob", 0, 0, NULL},
	{"pan", "Od", 15, 19, NULL},
	{"cvc", "Od", 3, 3, NULL},
	{"cardholderName", "Ot", 2, 45, NULL},
	{"merchantLogin", "Ot", 1, 255, NULL},
	{"sessionTimeoutSecs", "Od", 1, 9, NULL},
	{"autocompletionDate", "OD", 19, 19, NULL},
	{"autoReverseDate", "OD", 19, 19, NULL},
	{"expirationDate", "OD", 19, 19, NULL},
	{"seToken", "Ct", 1, 8192, NULL},
	{"returnUrl", "Mt", 1, 512, NULL},
	{"failUrl", "Ot", 1, 512, NULL},
	{"jsonParams", "OT", 0, 0, NULL},
	{"features", "Of", 0, 0, NULL},
	{"orderBundle", "Oo", 0, 0, bundle_facts},
	{"dynamicCallbackUrl", "Ot", 1, 512, NULL},
	{"threeDSServerTransId", "Ot", 1, 36, NULL},
	{"threeDSVer2FinishUrl", "Ot", 1, 512, NULL},
	{"threeDSMethodNotificationUrl", "Ot", 1, 512, NULL},
	{"threeDSVer2MdOrder", "Ct", 1, 36, NULL},
	{"threeDSSDK", "Ob", 0, 0, NULL},
	{"threeDSProtocolVersion", "Ow", 0, 0, NULL},
	{"expiry", "Od", 6, 6, NULL},
	{"email", "Ot", 1, 40, NULL},
	{"mcc", "Od", 4, 4, NULL},
	{"mvv", "Ot", 1, 10, NULL},
	{"paymentFacilitator", "Oo", 0, 0, facilitator_facts},
	{"tii", "Ow", 0, 0, NULL},
	{"originalPaymentNetRefNum", "Ct", 1, 36, NULL},
	{"originalPaymentDate", "Cd", 0, 0, NULL},
	{"externalScaExemptionIndicator", "Ow", 0, 0, NULL},
	{"billingPayerData", "Oo", 0, 0, billing_facts},
	{"shippingPayerData", "Oo", 0, 0, shipping_facts},
	{"preOrderPayerData", "Oo", 0, 0, pre_order_facts},
	{"orderPayerData", "Oo", 0, 0, order_payer_facts},
	{"clientBrowserInfo", "Oo", 0, 0, browser_facts},
	{"billingAndShippingAddressMatchIndicator", "Ow", 0, 0, NULL},
	FACTS_END,
};

static const struct fact classic_moto_payment_facts[] = {
	{"orderNumber", "Ot", 1, 36, NULL},
	{"amount", "Ma", 0, 12, NULL},
	{"currency", "Od", 3, 3, NULL},
	{"returnUrl", "Mt", 1, 512, NULL},
	{"failUrl", "Ot", 1, 512, NULL},
	{"description", "Ot", 1, 598, NULL},
	{"language", "Ot", 2, 2, NULL},
	{"clientId", "Ot", 0, 255, NULL},
	{"merchantLogin", "Ot", 1, 255, NULL},
	{"postAddress", "Ot", 1, 255, NULL},
	{"jsonParams", "OT", 0, 0, NULL},
	{"features", "Of", 0, 0, NULL},
	{"dynamicCallbackUrl", "Ot", 1, 512, NULL},
	{"email", "Ct", 1, 40, NULL},
	{"billingPayerData", "Oo", 0, 0, billing_facts},
	{"shippingPayerData", "Oo", 0, 0, shipping_facts},
	{"preOrderPayerData", "Oo", 0, 0, pre_order_facts},
	{"orderPayerData", "Oo", 0, 0, order_payer_facts},
	{"ip", "Ot", 1, 39, NULL},
	{"preAuth", "Ob", 0, 0, NULL},
	{"autocompletionDate", "OD", 19, 19, NULL},
	{"autoReverseDate", "OD", 19, 19, NULL},
	{"pan", "Md", 1, 19, NULL},
	{"expiry", "Md", 6, 6, NULL},
	{"cardholder", "Mt", 1, 26, NULL},
	{"cvc", "Od", 3, 3, NULL},
	FACTS_END,
};

static const struct fact classic_recurrent_payment_facts[] = {
	{"orderNumber", "Mt", 1, 36, NULL},
	{"language", "Ot", 2, 2, NULL},
	{"feeInput", "Oa", 0, 8, NULL},
	{"bindingId", "Mt", 1, 255, NULL},
	{"amount", "Ma", 0, 12, NULL},
	{"currency", "Od", 3, 3, NULL},
	{"description", "Ot", 1, 598, NULL},
	{"preAuth", "Ob", 0, 0, NULL},
	{"autocompletionDate", "OD", 19, 19, NULL},
	{"autoReverseDate", "OD", 19, 19, NULL},
	{"features", "Of", 0, 0, NULL},
	{"additionalParameters", "Oo", 0, 0, additional_facts},
	{"billingPayerData", "Oo", 0, 0, billing_facts},
	{"shippingPayerData", "Oo", 0, 0, shipping_facts},
	{"preOrderPayerData", "Oo", 0, 0, pre_order_facts},
	{"orderPayerData", "Oo", 0, 0, order_payer_facts},
	{"billingAndShippingAddressMatchIndicator", "Ow", 0, 0, NULL},
	FACTS_END,
};

static const struct fact classic_installment_payment_facts[] = {
	{"orderNumber", "Mt", 1, 36, NULL},
	{"language", "Ot", 2, 2, NULL},
	{"bindingId", "Mt", 1, 255, NULL},
	{"amount", "Ma", 0, 12, NULL},
	{"currency", "Od", 3, 3, NULL},
	{"description", "Ot", 1, 598, NULL},
	{"additionalParameters", "Oo", 0, 0, additional_facts},
	{"preAuth", "Mb", 0, 0, NULL},
	{"autocompletionDate", "OD", 19, 19, NULL},
	{"autoReverseDate", "OD", 19, 19, NULL},
	{"features", "Of", 0, 0, NULL},
	{"billingPayerData", "Oo", 0, 0, billing_facts},
	{"shippingPayerData", "Oo", 0, 0, shipping_facts},
	{"preOrderPayerData", "Oo", 0, 0, pre_order_facts},
	{"orderPayerData", "Oo", 0, 0, order_payer_facts},
	{"billingAndShippingAddressMatchIndicator", "Ow", 0, 0, NULL},
	FACTS_END,
};

static const struct fact classic_apple_pay_facts[] = {
	{"merchant", "Mt", 1, 255, NULL},
	{"orderNumber", "Mt", 1, 36, NULL},
	{"description", "Ot", 1, 598, NULL},
	{"language", "Ot", 2, 2, NULL},
	{"additionalParameters", "Oo", 0, 0, additional_facts},
	{"preAuth", "Ob", 0, 0, NULL},
	{"autocompletionDate", "OD", 19, 19, NULL},
	{"autoReverseDate", "OD", 19, 19, NULL},
	{"paymentToken", "Mt", 1, 8192, NULL},
	{"tii", "Ow", 0, 0, NULL},
	{"clientId", "Ct", 0, 255, NULL},
	{"email", "Ct", 1, 40, NULL},
	{"mcc", "Od", 4, 4, NULL},
	{"mvv", "Ot", 1, 10, NULL},
	{"paymentFacilitator", "Oo", 0, 0, facilitator_facts},
	{"phone", "Ct", 7, 15, NULL},
	{"threeDSProtocolVersion", "Ow", 0, 0, NULL},
	{"externalScaExemptionIndicator", "Ow", 0, 0, NULL},
	FACTS_END,
};

static const struct fact classic_apple_pay_direct_facts[] = {
	{"orderNumber", "Mt", 1, 36, NULL},
	{"description", "Ot", 1, 598, NULL},
	{"language", "Ot", 2, 2, NULL},
	{"mcc", "Od", 4, 4, NULL},
	{"mvv", "Ot", 1, 10, NULL},
	{"paymentFacilitator", "Oo", 0, 0, facilitator_facts},
	{"feeInput", "Oa", 0, 8, NULL},
	{"additionalParameters", "Oo", 0, 0, additional_facts},
	{"preAuth", "Ob", 0, 0, NULL},
	{"autocompletionDate", "OD", 19, 19, NULL},
	{"autoReverseDate", "OD", 19, 19, NULL},
	{"paymentToken", "Mt", 1, 8192, NULL},
	{"merchant", "Ot", 1, 255, NULL},
	{"features", "Of", 0, 0, NULL},
	{"tii", "Ow", 0, 0, NULL},
	{"originalPaymentNetRefNum", "Ct", 1, 36, NULL},
	{"originalPaymentDate", "Cd", 0, 0, NULL},
	{"clientId", "Ct", 0, 255, NULL},
	{"threeDSProtocolVersion", "Ow", 0, 0, NULL},
	{"externalScaExemptionIndicator", "Ow", 0, 0, NULL},
	{"email", "Ct", 1, 40, NULL},
	{"billingPayerData", "Oo", 0, 0, billing_facts},
	{"shippingPayerData", "Oo", 0, 0, shipping_facts},
	{"preOrderPayerData", "Oo", 0, 0, pre_order_facts},
	{"orderPayerData", "Oo", 0, 0, order_payer_facts},
	{"billingAndShippingAddressMatchIndicator", "Ow", 0, 0, NULL},
	FACTS_END,
};

static const struct fact classic_google_pay_facts[] = {
	{"merchant", "Mt", 1, 255, NULL},
	{"orderNumber", "Mt", 1, 36, NULL},
	{"description", "Ot", 1, 598, NULL},
	{"language", "Ot", 2, 2, NULL},
	{"additionalParameters", "Oo", 0, 0, additional_facts},
	{"preAuth", "Ob", 0, 0, NULL},
	{"autocompletionDate", "OD", 19, 19, NULL},
	{"autoReverseDate", "OD", 19, 19, NULL},
	{"clientId", "Mt", 0, 255, NULL},
	{"tii", "Ow", 0, 0, NULL},
	{"paymentToken", "Mt", 1, 8192, NULL},
	{"ip", "Mt", 1, 39, NULL},
	{"amount", "Ma", 0, 12, NULL},
	{"currencyCode", "Od", 3, 3, NULL},
	{"returnUrl", "Mt", 1, 512, NULL},
	{"failUrl", "Ot", 1, 512, NULL},
	{"dynamicCallbackUrl", "Ot", 1, 512, NULL},
	{"email", "Ct", 1, 40, NULL},
	{"mcc", "Od", 4, 4, NULL},
	{"mvv", "Ot", 1, 10, NULL},
	{"paymentFacilitator", "Oo", 0, 0, facilitator_facts},
	{"billingPayerData", "Oo", 0, 0, billing_facts},
	{"shippingPayerData", "Oo", 0, 0, shipping_facts},
	{"preOrderPayerData", "Oo", 0, 0, pre_order_facts},
	{"orderPayerData", "Oo", 0, 0, order_payer_facts},
	{"billingAndShippingAddressMatchIndicator", "Ow", 0, 0, NULL},
	{"clientBrowserInfo", "Oo", 0, 0, browser_facts},
	{"threeDSServerTransId", "Ct", 1, 36, NULL},
	{"threeDSVer2FinishUrl", "Ot", 1, 512, NULL},
	{"threeDSMethodNotificationUrl", "Ot", 1, 512, NULL},
	FACTS_END,
};

static const struct fact classic_google_pay_direct_facts[] = {
	{"orderNumber", "Mt", 1, 36, NULL},
	{"description", "Ot", 1, 598, NULL},
	{"language", "Ot", 2, 2, NULL},
	{"additionalParameters", "Oo", 0, 0, additional_facts},
	{"preAuth", "Ob", 0, 0, NULL},
	{"autocompletionDate", "OD", 19, 19, NULL},
	{"autoReverseDate", "OD", 19, 19, NULL},
	{"clientId", "Ot", 0, 255, NULL},
	{"protocolVersion", "Ow", 0, 0, NULL},
	{"paymentToken", "Mt", 1, 8192, NULL},
	{"ip", "Ot", 1, 39, NULL},
	{"amount", "Ma", 0, 12, NULL},
	{"currencyCode", "Od", 3, 3, NULL},
	{"returnUrl", "Mt", 1, 512, NULL},
	{"failUrl", "Ot", 1, 512, NULL},
	{"merchant", "Ot", 1, 255, NULL},
	{"features", "Of", 0, 0, NULL},
	{"tii", "Ow", 0, 0, NULL},
	{"mcc", "Od", 4, 4, NULL},
	{"mvv", "Ot", 1, 10, NULL},
	{"paymentFacilitator", "Oo", 0, 0, facilitator_facts},
	{"originalPaymentNetRefNum", "Ct", 1, 36, NULL},
	{"originalPaymentDate", "Cd", 0, 0, NULL},
	{"threeDSProtocolVersion", "Ow", 0, 0, NULL},
	{"externalScaExemptionIndicator", "Ow", 0, 0, NULL},
	{"email", "Ct", 1, 40, NULL},
	{"billingPayerData", "Oo", 0, 0, billing_facts},
	{"shippingPayerData", "Oo", 0, 0, shipping_facts},
	{"preOrderPayerData", "Oo", 0, 0, pre_order_facts},
	{"orderPayerData", "Oo", 0, 0, order_payer_facts},
	{"billingAndShippingAddressMatchIndicator", "Ow", 0, 0, NULL},
	{"clientBrowserInfo", "Oo", 0, 0, browser_facts},
	/* of the table that follows its clientBrowserInfo */
	{"threeDSServerTransId", "Ct", 1, 36, NULL},
	{"threeDSVer2FinishUrl", "Ot", 1, 512, NULL},
	{"threeDSSDK", "Ob", 0, 0, NULL},
	{"threeDSMethodNotificationUrl", "Ot", 1, 512, NULL},
	FACTS_END,
};

static const struct fact classic_samsung_pay_facts[] = {
	{"merchant", "Mt", 1, 255, NULL},
	{"orderNumber", "Mt", 1, 36, NULL},
	{"description", "Ot", 1, 598, NULL},
	{"language", "Ot", 2, 2, NULL},
	{"additionalParameters", "Oo", 0, 0, additional_facts},
	{"preAuth", "Ob", 0, 0, NULL},
	{"autocompletionDate", "OD", 19, 19, NULL},
	{"autoReverseDate", "OD", 19, 19, NULL},
	{"clientId", "Ot", 0, 255, NULL},
	{"tii", "Ow", 0, 0, NULL},
	{"mcc", "Od", 4, 4, NULL},
	{"mvv", "Ot", 1, 10, NULL},
	{"paymentFacilitator", "Oo", 0, 0, facilitator_facts},
	{"paymentToken", "Mt", 1, 8192, NULL},
	{"ip", "Ot", 1, 39, NULL},
	{"currencyCode", "Od", 3, 3, NULL},
	{"features", "Of", 0, 0, NULL},
	{"threeDSProtocolVersion", "Ow", 0, 0, NULL},
	{"billingPayerData", "Oo", 0, 0, billing_facts},
	{"shippingPayerData", "Oo", 0, 0, shipping_facts},
	{"preOrderPayerData", "Oo", 0, 0, pre_order_facts},
	{"orderPayerData", "Oo", 0, 0, order_payer_facts},
	{"billingAndShippingAddressMatchIndicator", "Ow", 0, 0, NULL},
	FACTS_END,
};

static const struct fact classic_samsung_pay_direct_facts[] = {
	{"merchant", "Mt", 1, 255, NULL},
	{"orderNumber", "Mt", 1, 36, NULL},
	{"description", "Ot", 1, 598, NULL},
	{"language", "Ot", 2, 2, NULL},
	{"feeInput", "Oa", 0, 8, NULL},
	{"additionalParameters", "Oo", 0, 0, additional_facts},
	{"preAuth", "Ob", 0, 0, NULL},
	{"autocompletionDate", "OD", 19, 19, NULL},
	{"autoReverseDate", "OD", 19, 19, NULL},
	{"clientId", "Ot", 0, 255, NULL},
	{"paymentToken", "Mt", 1, 8192, NULL},
	{"ip", "Ot", 1, 39, NULL},
	{"tii", "Ow", 0, 0, NULL},
	{"mcc", "Od", 4, 4, NULL},
	{"mvv", "Ot", 1, 10, NULL},
	{"paymentFacilitator", "Oo", 0, 0, facilitator_facts},
	{"threeDSProtocolVersion", "Ow", 0, 0, NULL},
	{"externalScaExemptionIndicator", "Ow", 0, 0, NULL},
	{"originalPaymentNetRefNum", "Ct", 1, 36, NULL},
	{"originalPaymentDate", "Cd", 0, 0, NULL},
	{"billingPayerData", "Oo", 0, 0, billing_facts},
	{"shippingPayerData", "Oo", 0, 0, shipping_facts},
	{"preOrderPayerData", "Oo", 0, 0, pre_order_facts},
	{"orderPayerData", "Oo", 0, 0, order_payer_facts},
	{"billingAndShippingAddressMatchIndicator", "Ow", 0, 0, NULL},
	FACTS_END,
};

static const struct fact payment_data_facts[] = {
	{"dpan", "Md", 1, 19, NULL},
	{"tokenCryptogram", "Ct", 1, 1024, NULL},
	{"MM", "Md", 2, 2, NULL},
	{"YYYY", "Md", 4, 4, NULL},
	{"eci", "Oi", 1, 4, NULL},
	FACTS_END,
};

/* mirPay and mirPayDirect (methods.md 19); the lengths are those of the same names in the tables above. */
static const struct fact classic_mir_pay_facts[] = {
	{"orderNumber", "Mt", 1, 36, NULL},
	{"amount", "Ma", 0, 12, NULL},
	{"currencyCode", "Od", 3, 3, NULL},
	{"paymentToken", "Mt", 1, 8192, NULL},
	{"preAuth", "Ob", 0, 0, NULL},
	{"clientId", "Ot", 0, 255, NULL},
	{"features", "Of", 0, 0, NULL},
	{"merchant", "Ot", 1, 255, NULL},
	{"additionalParameters", "Oo", 0, 0, additional_facts},
	{"orderBundle", "Oo", 0, 0, bundle_facts},
	{"phone", "Ot", 7, 15, NULL},
	{"email", "Ot", 1, 40, NULL},
	{"description", "Ot", 1, 598, NULL},
	{"language", "Ot", 2, 2, NULL},
	FACTS_END,
};

static const struct fact classic_token_payment_facts[] = {
	{"merchant", "Ot", 1, 255, NULL},
	{"amount", "Ma", 0, 12, NULL},
	{"currency", "Od", 3, 3, NULL},
	{"email", "Ot", 1, 40, NULL},
	{"clientId", "Ot", 0, 255, NULL},
	{"tokenType", "Mw", 0, 0, NULL},
	{"ip", "Ot", 1, 39, NULL},
	{"orderNumber", "Ot", 1, 36, NULL},
	{"orderId", "Ct", 1, 36, NULL},
	{"description", "Ot", 1, 598, NULL},
	{"language", "Ot", 2, 2, NULL},
	{"mcc", "Od", 4, 4, NULL},
	{"mvv", "Ot", 1, 10, NULL},
	{"paymentFacilitator", "Oo", 0, 0, facilitator_facts},
	{"preAuth", "Ob", 0, 0, NULL},
	{"cvc", "Cd", 3, 3, NULL},
	{"cardholderName", "Ot", 2, 45, NULL},
	{"autocompletionDate", "OD", 19, 19, NULL},
	{"autoReverseDate", "OD", 19, 19, NULL},
	{"returnUrl", "Mt", 1, 512, NULL},
	{"failUrl", "Ot", 1, 512, NULL},
	{"jsonParams", "OP", 0, 0, NULL},
	{"features", "Of", 0, 0, NULL},
	{"dynamicCallbackUrl", "Ot", 1, 512, NULL},
	{"tii", "Ow", 0, 0, NULL},
	{"externalScaExemptionIndicator", "Ow", 0, 0, NULL},
	{"originalPaymentNetRefNum", "Ot", 1, 36, NULL},
	{"threeDSServerTransId", "Ot", 1, 36, NULL},
	{"threeDSVer2FinishUrl", "Ot", 1, 512, NULL},
	{"threeDSMethodNotificationUrl", "Ot", 1, 512, NULL},
	{"paymentData", "Mo", 0, 0, payment_data_facts},
	{"billingPayerData", "Oo", 0, 0, billing_facts},
	{"shippingPayerData", "Oo", 0, 0, shipping_facts},
	{"preOrderPayerData", "Oo", 0, 0, pre_order_facts},
	{"orderPayerData", "Oo", 0, 0, order_payer_facts},
	{"billingAndShippingAddressMatchIndicator", "Ow", 0, 0, NULL},
	{"clientBrowserInfo", "Oo", 0, 0, browser_facts},
	FACTS_END,
};

/* The dates of the sample have 28 characters; the table says 26. */
static const struct fact schedule_facts[] = {
	{"scheduledSince", "MZ", 28, 28, NULL},
	{"scheduledTill", "MZ", 28, 28, NULL},
	{"timeUnit", "Mw", 0, 0, NULL},
	{"value", "Mi", 0, 0, NULL},
	FACTS_END,
};

static const struct fact task_identifier_facts[] = {
	{"merchantLogin", "Ot", 0, 0, NULL},
	{"merchantTaskUuid", "Ot", 0, 0, NULL},
	{"taskUuid", "Ot", 0, 0, NULL},
	FACTS_END,
};

static const struct fact new_task_facts[] = {
	{"amount", "Ma", 0, 12, NULL},
	{"bindingId", "Ot", 1, 255, NULL},
	{"cardHolder", "Ot", 1, 26, NULL},
	{"clientId", "Ot", 0, 255, NULL},
	{"currency", "Md", 3, 3, NULL},
	{"expiry", "Oi", 0, 0, NULL},
	{"merchantTaskUuid", "Mt", 0, 0, NULL},
	{"pan", "Od", 1, 19, NULL},
	{"attributes", "Oo", 0, 0, NULL},
	{"params", "Oo", 0, 0, NULL},
	{"scheduleData", "Mo", 0, 0, schedule_facts},
	FACTS_END,
};

static const struct fact changed_task_facts[] = {
	{"bindingId", "Ot", 1, 255, NULL},
	{"cardholder", "Ot", 0, 0, NULL},
	{"clientId", "Ot", 0, 255, NULL},
	{"expiry", "Od", 6, 6, NULL},
	{"pan", "Od", 1, 19, NULL},
	{"attributes", "Oo", 0, 0, NULL},
	{"params", "Oo", 0, 0, NULL},
	{"taskIdentifier", "Mo", 0, 0, task_identifier_facts},
	FACTS_END,
};

static const struct fact classic_create_task_facts[] = {
	{"locale", "Ot", 2, 2, NULL},
	{"merchantLogin", "Ot", 1, 30, NULL},
	{"task", "Mo", 0, 0, new_task_facts},
	FACTS_END,
};

static const struct fact classic_modify_task_facts[] = {
	{"locale", "Ot", 2, 2, NULL},
	{"task", "Mo", 0, 0, changed_task_facts},
	FACTS_END,
};

/* getTask, terminateTask and activateTask */
static const struct fact classic_task_facts[] = {
	{"locale", "Ot", 2, 2, NULL},
	{"taskIdentifier", "Mo", 0, 0, task_identifier_facts},
	FACTS_END,
};

static const struct fact classic_terminate_tasks_facts[] = {
	{"locale", "Ot", 2, 2, NULL},
	{"taskIdentifiers", "Ml", 0, 0, task_identifier_facts},
	FACTS_END,
};

static const struct fact classic_skip_facts[] = {
	{"locale", "Ot", 2, 2, NULL},
	{"taskIdentifier", "Mo", 0, 0, task_identifier_facts},
	{"paymentNumber", "Mi", 0, 0, NULL},
	FACTS_END,
};

/* ---------------------------------------------------------------- 3-D Secure */

static const struct fact classic_verify_card_facts[] = {
	{"amount", "Ma", 0, 12, NULL},
	{"currency", "Od", 3, 3, NULL},
	{"pan", "Od", 1, 19, NULL},
	{"cvc", "Od", 3, 3, NULL},
	{"expiry", "Od", 6, 6, NULL},
	{"cardholderName", "Ot", 2, 45, NULL},
	{"backUrl", "Ot", 1, 512, NULL},
	{"failUrl", "Ot", 1, 512, NULL},
	{"description", "Ot", 1, 598, NULL},
	{"language", "Ot", 2, 2, NULL},
	{"returnUrl", "Ot", 1, 512, NULL},
	{"threeDSServerTransId", "Ot", 1, 36, NULL},
	{"threeDSVer2FinishUrl", "Ot", 1, 512, NULL},
	{"threeDSVer2MdOrder", "Ct", 1, 36, NULL},
	{"threeDSSDK", "Ob", 0, 0, NULL},
	{"billingPayerData", "Oo", 0, 0, billing_facts},
	{"shippingPayerData", "Oo", 0, 0, shipping_facts},
	{"preOrderPayerData", "Oo", 0, 0, pre_order_facts},
	{"orderPayerData", "Oo", 0, 0, order_payer_facts},
	{"billingAndShippingAddressMatchIndicator", "Ow", 0, 0, NULL},
	FACTS_END,
};

/* Classic RBS documents (methods.md 22). */
static const struct fact classic_verify_enrollment_facts[] = {{"pan", "Md", 1, 19, NULL}, FACTS_END};

static const struct fact classic_finish_3ds_facts[] = {
	{"mdOrder", "Mt", 1, 36, NULL},
	{"paRes", "Mt", 0, 0, NULL},
	FACTS_END,
};

static const struct fact classic_finish_3ds_ver2_facts[] = {
	{"threeDSServerTransId", "Mt", 1, 36, NULL},
	{"threeDSVer2MdOrder", "Ot", 1, 36, NULL},
	FACTS_END,
};

static const struct fact classic_continue_3ds_facts[] = {{"mdOrder", "Mt", 1, 36, NULL}, FACTS_END};
