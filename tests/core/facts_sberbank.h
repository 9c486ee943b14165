/*
 * Sberbank's OpenAPI description 1.0.7 and, where they are wider, the bank's newer pages of register and refund, taken
 * over once; a range of numbers stands as its digits. See facts.h. The bounds of the newer pages, value by value, are
 * in test_sberbank_bounds.c.
 */
#include "facts.h"

static const struct fact sberbank_sectoral_check_props_facts[] = {
	{"federalId", "Mt", 3, 3, NULL},
	{"date", "Mt", 1, 10, NULL},
	{"number", "Mt", 1, 32, NULL},
	{"value", "Mt", 1, 256, NULL},
	FACTS_END,
};

static const struct fact sberbank_operating_check_props_facts[] = {
	{"name", "Mt", 0, 40, NULL},
	{"value", "Mt", 1, 64, NULL},
	{"timestamp", "Mt", 20, 20, NULL},
	FACTS_END,
};

static const struct fact sberbank_additional_user_props_facts[] = {
	{"name", "Mt", 1, 64, NULL},
	{"value", "Mt", 1, 256, NULL},
	FACTS_END,
};

static const struct fact sberbank_payments_facts[] = {
	{"type", "Mi", 1, 1, NULL}, /* number 1<=x<=4 */
	{"sum", "Ma", 1, 10, NULL}, /* number 0<=x<=4294967200 */
	FACTS_END,
};

static const struct fact sberbank_sectoral_item_props_facts[] = {
	{"federalId", "Ot", 3, 3, NULL},
	{"date", "Ot", 10, 10, NULL},
	{"number", "Ot", 1, 32, NULL},
	{"value", "Ot", 1, 256, NULL},
	FACTS_END,
};

static const struct fact sberbank_supplier_info_facts[] = {
	{"phones", "OL", 7, 16, NULL},
	{"name", "Ot", 0, 64, NULL},
	{"inn", "Od", 12, 12, NULL},
	FACTS_END,
};

static const struct fact sberbank_money_transfer_operator_facts[] = {
	{"phones", "OL", 7, 16, NULL},
	{"name", "Ot", 0, 64, NULL},
	{"address", "Ot", 0, 256, NULL},
	{"inn", "Od", 12, 12, NULL},
	FACTS_END,
};

static const struct fact sberbank_receive_payments_operator_facts[] = {
	{"phones", "OL", 7, 16, NULL},
	FACTS_END,
};

static const struct fact sberbank_paying_agent_facts[] = {
	{"operation", "Ot", 0, 24, NULL},
	{"phones", "OL", 7, 16, NULL},
	FACTS_END,
};

static const struct fact sberbank_agent_info_facts[] = {
	{"type", "Mt", 7, 20, NULL}, /* an enumeration */
	{"payingAgent", "Oo", 0, 0, sberbank_paying_agent_facts},
	{"receivePaymentsOperator", "Oo", 0, 0, sberbank_receive_payments_operator_facts},
	{"moneyTransferOperator", "Oo", 0, 0, sberbank_money_transfer_operator_facts},
	FACTS_END,
};

static const struct fact sberbank_mark_quantity_facts[] = {
	{"markQuantityNumerator", "Md", 0, 0, NULL},   /* string pattern=^\d+$ */
	{"markQuantityDenominator", "Md", 0, 0, NULL}, /* string pattern=^\d+$ */
	FACTS_END,
};

static const struct fact sberbank_mark_code_facts[] = {
	{"gs1m", "Ot", 1, 200, NULL},
	{"fur", "Ot", 20, 20, NULL},
	{"gs10", "Ot", 1, 38, NULL},
	{"ean8", "Od", 8, 8, NULL},
	{"ean13", "Od", 13, 13, NULL},
	{"itf14", "Od", 14, 14, NULL},
	{"short", "Ot", 1, 38, NULL},
	{"unknown", "Ot", 1, 32, NULL},
	FACTS_END,
};

static const struct fact sberbank_tax_facts[] = {
	{"taxType", "Mi", 1, 2, NULL}, /* integer 0<=x<=13 */
	FACTS_END,
};

static const struct fact sberbank_item_details_params_facts[] = {
	{"name", "Ot", 1, 255, NULL},
	{"value", "Ot", 1, 255, NULL},
	FACTS_END,
};

static const struct fact sberbank_item_details_facts[] = {
	{"itemDetailsParams", "Ol", 0, 0, sberbank_item_details_params_facts},
	FACTS_END,
};

static const struct fact sberbank_quantity_facts[] = {
	{"value", "Mq", 1, 9, NULL},   /* number 0<=x<=99999.999 */
	{"measure", "Od", 1, 3, NULL}, /* an enumeration */
	FACTS_END,
};

static const struct fact sberbank_agent_interest_facts[] = {
	{"interestType", "Mt", 1, 20, NULL},
	{"interestValue", "Md", 1, 20, NULL},
	FACTS_END,
};

static const struct fact sberbank_discount_facts[] = {
	{"discountType", "Mt", 1, 20, NULL},
	{"discountValue", "Md", 1, 20, NULL},
	FACTS_END,
};

static const struct fact sberbank_items_facts[] = {
	{"positionId", "Md", 1, 12, NULL},
	{"itemCode", "Mt", 1, 100, NULL},
	{"discount", "Oo", 0, 0, sberbank_discount_facts},
	{"agentInterest", "Oo", 0, 0, sberbank_agent_interest_facts},
	{"name", "Mt", 1, 128, NULL},
	{"quantity", "Mo", 0, 0, sberbank_quantity_facts},
	{"measurementUnit", "Ot", 1, 16, NULL},
	{"itemPrice", "Ma", 1, 10, NULL},   /* integer 0<=x<=4294967200 */
	{"itemAmount", "Ma", 1, 10, NULL},  /* integer 0<=x<=4294967200 */
	{"itemCurrency", "Oi", 1, 3, NULL}, /* number[1..3] pattern=^[ -~]+$ */
	{"itemDetails", "Oo", 0, 0, sberbank_item_details_facts},
	{"paymentMethod", "Ot", 6, 15, NULL}, /* an enumeration */
	{"paymentObject", "Ot", 1, 21, NULL},
	{"tax", "Oo", 0, 0, sberbank_tax_facts},
	{"nomenclatureCode", "Ot", 18, 150, NULL},
	{"markCode", "Oo", 0, 0, sberbank_mark_code_facts},
	{"markQuantity", "Oo", 0, 0, sberbank_mark_quantity_facts},
	{"markProcessingMode", "Od", 0, 0, NULL}, /* string pattern=^\d+$ */
	{"excise", "Od", 1, 10, NULL},
	{"countryCode", "Od", 3, 3, NULL},
	{"declarationNumber", "Ot", 1, 32, NULL},
	{"agentInfo", "Oo", 0, 0, sberbank_agent_info_facts},
	{"supplierInfo", "Oo", 0, 0, sberbank_supplier_info_facts},
	{"sectoralItemProps", "Ol", 0, 0, sberbank_sectoral_item_props_facts},
	{"userData", "Ot", 1, 64, NULL},
	FACTS_END,
};

static const struct fact sberbank_cart_items_facts[] = {
	{"items", "Ml", 0, 0, sberbank_items_facts},
	FACTS_END,
};

static const struct fact sberbank_delivery_info_facts[] = {
	{"deliveryType", "Ot", 0, 20, NULL},
	{"country", "Ot", 3, 3, NULL},
	{"city", "Ot", 1, 40, NULL},
	{"postAddress", "Ot", 1, 255, NULL},
	FACTS_END,
};

static const struct fact sberbank_customer_details_facts[] = {
	{"deliveryInfo", "Oo", 0, 0, sberbank_delivery_info_facts},
	{"fullName", "Ot", 1, 100, NULL},
	{"inn", "Od", 10, 12, NULL},
	{"address", "Ot", 1, 256, NULL},
	{"birthdate", "Ot", 10, 10, NULL},
	{"citizenship", "Od", 3, 3, NULL},
	{"documentType", "Od", 2, 2, NULL},
	{"documentNo", "Ot", 1, 64, NULL},
	FACTS_END,
};

static const struct fact sberbank_company_facts[] = {
	{"email", "Mt", 3, 64, NULL},
	{"sno", "Mt", 3, 18, NULL}, /* an enumeration */
	{"inn", "Md", 10, 12, NULL},
	{"paymentAddress", "Mt", 0, 256, NULL},
	FACTS_END,
};

static const struct fact sberbank_installments_facts[] = {
	{"productType", "Ot", 1, 11, NULL},
	{"productID", "Ot", 1, 12, NULL},
	{"rightTerms", "Oo", 0, 0, NULL}, /* a list of integers */
	FACTS_END,
};

static const struct fact sberbank_order_bundle_facts[] = {
	{"orderCreationDate", "OD", 19, 19, NULL}, /* string fmt=YYYY-MM-DDTHH:mm:ss */
	{"installments", "Oo", 0, 0, sberbank_installments_facts},
	{"ffdVersion", "Ot", 3, 4, NULL},   /* an enumeration */
	{"receiptType", "Ot", 4, 22, NULL}, /* an enumeration */
	{"ismOptional", "Ob", 0, 0, NULL},  /* boolean */
	{"company", "Oo", 0, 0, sberbank_company_facts},
	{"customerDetails", "Oo", 0, 0, sberbank_customer_details_facts},
	{"cartItems", "Mo", 0, 0, sberbank_cart_items_facts},
	{"payments", "Ol", 0, 0, sberbank_payments_facts},
	{"total", "Oa", 1, 10, NULL}, /* number 0<=x<=4294967200 */
	{"cashier", "Ot", 1, 64, NULL},
	{"cashierInn", "Od", 1, 12, NULL},
	{"additionalUserProps", "Oo", 0, 0, sberbank_additional_user_props_facts},
	{"additionalCheckProps", "Ot", 1, 16, NULL},
	{"operatingCheckProps", "Oo", 0, 0, sberbank_operating_check_props_facts},
	{"sectoralCheckProps", "Ol", 0, 0, sberbank_sectoral_check_props_facts},
	FACTS_END,
};

static const struct fact sberbank_register_facts[] = {
	{"orderNumber", "Mt", 1, 36, NULL},
	{"amount", "Ma", 1, 12, NULL},
	{"currency", "Od", 3, 3, NULL},
	{"returnUrl", "Mt", 12, 2048, NULL},
	{"failUrl", "Ot", 12, 2048, NULL},
	{"dynamicCallbackUrl", "Ot", 12, 512, NULL},
	{"description", "Ot", 1, 512, NULL},
	{"language", "Ot", 2, 2, NULL},
	{"clientId", "Ot", 1, 255, NULL},
	{"merchantLogin", "Ot", 1, 30, NULL},
	{"jsonParams", "Oo", 0, 0, NULL},
	{"sessionTimeoutSecs", "Oi", 1, 9, NULL},
	{"expirationDate", "OD", 19, 19, NULL},
	{"bindingId", "Ot", 36, 36, NULL},
	{"features", "Of", 1, 255, NULL},
	{"phone", "Ot", 1, 16, NULL},
	{"email", "Ot", 3, 128, NULL},
	{"orderBundle", "Oo", 0, 0, sberbank_order_bundle_facts},
	FACTS_END,
};

static const struct fact sberbank_register_pre_auth_facts[] = {
	{"orderNumber", "Mt", 1, 36, NULL},
	{"amount", "Ma", 1, 12, NULL},
	{"currency", "Od", 3, 3, NULL},
	{"returnUrl", "Mt", 12, 2048, NULL},
	{"failUrl", "Ot", 12, 2048, NULL},
	{"dynamicCallbackUrl", "Ot", 12, 512, NULL},
	{"description", "Ot", 1, 512, NULL},
	{"language", "Ot", 2, 2, NULL},
	{"clientId", "Ot", 1, 255, NULL},
	{"merchantLogin", "Ot", 1, 30, NULL},
	{"jsonParams", "Oo", 0, 0, NULL},
	{"sessionTimeoutSecs", "Oi", 1, 9, NULL},
	{"expirationDate", "OD", 19, 19, NULL},
	{"bindingId", "Ot", 36, 36, NULL},
	{"features", "Of", 1, 255, NULL},
	{"phone", "Ot", 1, 16, NULL},
	{"email", "Ot", 3, 128, NULL},
	{"orderBundle", "Oo", 0, 0, sberbank_order_bundle_facts},
	{"autocompletionDate", "OD", 19, 19, NULL},
	FACTS_END,
};

static const struct fact sberbank_deposit_facts[] = {
	{"orderId", "Mt", 36, 36, NULL},
	{"amount", "Ma", 1, 12, NULL},
	{"language", "Ot", 2, 2, NULL},
	{"orderBundle", "Oo", 0, 0, sberbank_order_bundle_facts},
	FACTS_END,
};

static const struct fact sberbank_reverse_facts[] = {
	{"orderId", "Mt", 36, 36, NULL},
	{"amount", "Oa", 1, 12, NULL},
	{"language", "Ot", 2, 2, NULL},
	{"jsonParams", "Oo", 0, 0, NULL},
	{"orderBundle", "Oo", 0, 0, sberbank_order_bundle_facts},
	FACTS_END,
};

static const struct fact sberbank_refund_params_facts[] = {{"externalRefundId", "Ot", 1, 36, NULL}, FACTS_END};

static const struct fact sberbank_refund_facts[] = {
	{"orderId", "Mt", 36, 36, NULL},
	{"amount", "Ma", 1, 12, NULL},
	{"language", "Ot", 2, 2, NULL},
	{"jsonParams", "Oo", 0, 0, sberbank_refund_params_facts},
	{"orderBundle", "Oo", 0, 0, sberbank_order_bundle_facts},
	FACTS_END,
};

static const struct fact sberbank_decline_facts[] = {
	{"merchantLogin", "Ot", 1, 30, NULL},
	{"orderId", "Ot", 36, 36, NULL},
	{"orderNumber", "Ot", 1, 36, NULL},
	{"language", "Ot", 2, 2, NULL},
	{"jsonParams", "Oo", 0, 0, NULL},
	FACTS_END,
};

static const struct fact sberbank_status_facts[] = {
	{"orderId", "Mt", 36, 36, NULL},
	{"orderNumber", "Mt", 1, 36, NULL},
	{"language", "Ot", 2, 2, NULL},
	FACTS_END,
};

static const struct fact sberbank_payment_facts[] = {
	{"MDORDER", "Mt", 36, 36, NULL},
	{"$PAN", "Md", 13, 19, NULL},
	{"$CVC", "Od", 3, 3, NULL},
	{"YYYY", "Md", 4, 4, NULL},
	{"MM", "Md", 2, 2, NULL},
	{"TEXT", "Ot", 1, 200, NULL},
	{"language", "Ot", 2, 2, NULL},
	{"ip", "Ot", 1, 39, NULL},
	{"email", "Ot", 3, 128, NULL},
	{"jsonParams", "Oo", 0, 0, NULL},
	{"threeDSMethodNotificationUrl", "Ot", 1, 2048, NULL},
	{"termUrl", "Ot", 1, 2048, NULL},
	{"bindingNotNeeded", "Ob", 0, 0, NULL},
	FACTS_END,
};

static const struct fact sberbank_bindings_facts[] = {
	{"clientId", "Mt", 1, 255, NULL},
	{"language", "Ot", 2, 2, NULL},
	{"showExpired", "Ob", 0, 0, NULL},
	{"showInactive", "Ob", 0, 0, NULL},
	FACTS_END,
};

static const struct fact sberbank_binding_payment_facts[] = {
	{"mdOrder", "Mt", 36, 36, NULL},
	{"bindingId", "Mt", 36, 36, NULL},
	{"cvc", "Od", 3, 3, NULL},
	{"language", "Ot", 2, 2, NULL},
	{"ip", "Mt", 1, 39, NULL},
	{"email", "Ot", 3, 128, NULL},
	{"jsonParams", "Oo", 0, 0, NULL},
	{"threeDSMethodNotificationUrl", "Ot", 1, 2048, NULL},
	{"termUrl", "Ot", 1, 2048, NULL},
	FACTS_END,
};

static const struct fact sberbank_bindings_by_card_facts[] = {
	{"pan", "Md", 13, 19, NULL},
	{"bindingId", "Mt", 36, 36, NULL},
	{"language", "Ot", 2, 2, NULL},
	{"showExpired", "Ob", 0, 0, NULL},
	{"showInactive", "Ob", 0, 0, NULL},
	FACTS_END,
};

/* bindCard and unBindCard */
static const struct fact sberbank_bind_facts[] = {
	{"bindingId", "Mt", 36, 36, NULL},
	{"language", "Ot", 2, 2, NULL},
	FACTS_END,
};

static const struct fact sberbank_recurrent_facts[] = {
	{"orderNumber", "Mt", 1, 36, NULL},
	{"bindingId", "Mt", 36, 36, NULL},
	{"language", "Ot", 2, 2, NULL},
	{"amount", "Ma", 1, 12, NULL},
	{"currency", "Od", 3, 3, NULL},
	{"description", "Ot", 1, 512, NULL},
	{"additionalParameters", "Oo", 0, 0, NULL},
	{"orderBundle", "Oo", 0, 0, sberbank_order_bundle_facts},
	FACTS_END,
};

static const struct fact sberbank_mir_pay_facts[] = {
	{"orderNumber", "Mt", 1, 36, NULL},
	{"amount", "Ma", 1, 12, NULL},
	{"currencyCode", "Od", 3, 3, NULL},
	{"description", "Ot", 1, 512, NULL},
	{"language", "Ot", 2, 2, NULL},
	{"preAuth", "Ob", 0, 0, NULL},
	{"additionalParameters", "Oo", 0, 0, NULL},
	{"clientId", "Ot", 1, 255, NULL},
	{"paymentToken", "Mt", 1, 8192, NULL},
	{"merchant", "Ot", 1, 30, NULL},
	{"features", "Of", 1, 255, NULL},
	{"orderBundle", "Oo", 0, 0, sberbank_order_bundle_facts},
	{"phone", "Ot", 1, 16, NULL},
	{"email", "Ot", 3, 128, NULL},
	FACTS_END,
};

static const struct fact sberbank_sber_pay_facts[] = {
	{"orderId", "Mt", 36, 36, NULL},
	{"phone", "Md", 7, 11, NULL}, /* by its pattern */
	{"merchantLogin", "Ot", 1, 30, NULL},
	FACTS_END,
};

static const struct fact sberbank_subscription_facts[] = {
	{"orderId", "Mt", 36, 36, NULL},
	{"subscriptionId", "Mt", 32, 32, NULL},
	{"memberId", "Md", 12, 12, NULL},
	FACTS_END,
};

static const struct fact sberbank_receipt_status_facts[] = {
	{"receiptId", "Mt", 36, 36, NULL},
	{"orderId", "Mt", 36, 36, NULL},
	{"orderNumber", "Mt", 1, 36, NULL},
	{"receiptStatus", "Or", 0, 6, NULL},
	FACTS_END,
};

static const struct fact sberbank_auto_completion_facts[] = {
	{"orderId", "Mt", 36, 36, NULL},
	{"compositeAmount", "Oa", 1, 12, NULL},
	{"language", "Ot", 2, 2, NULL},
	{"orderBundle", "Oo", 0, 0, sberbank_order_bundle_facts},
	FACTS_END,
};

static const struct fact sberbank_auto_refund_facts[] = {
	{"orderId", "Mt", 36, 36, NULL},
	{"compositeAmount", "Oa", 1, 12, NULL},
	{"language", "Ot", 2, 2, NULL},
	{"jsonParams", "Oo", 0, 0, sberbank_refund_params_facts},
	{"orderBundle", "Oo", 0, 0, sberbank_order_bundle_facts},
	FACTS_END,
};

static const struct fact sberbank_finish_3ds_method_facts[] = {
	{"mdOrder", "Mt", 36, 36, NULL},
	{"threeDSServerTransId", "Mt", 1, 36, NULL},
	{"threeDSCompInd", "Mw", 0, 0, NULL},
	FACTS_END,
};

static const struct fact sberbank_finish_3ds_facts[] = {
	{"mdOrder", "Mt", 36, 36, NULL},
	{"paRes", "Ot", 1, 8192, NULL},
	{"cRes", "Ot", 1, 4096, NULL},
	FACTS_END,
};
