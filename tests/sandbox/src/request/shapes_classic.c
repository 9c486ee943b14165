/* Nested objects of the classic dialect. */
#include "request/shapes.h"

#include "request/rows.h"

/* clang-format off: one row a line */

static const struct sandbox_parameter name_value[] = {
	P("name", TEXT, MANDATORY, 1, 255, 0),
	P("value", TEXT, MANDATORY, 1, 2000, 0),
};
static const struct sandbox_shape name_value_shape = SHAPE(name_value);

static const struct sandbox_parameter item_details[] = {
	SHAPED("itemDetailsParams", LIST, OPTIONAL, 0, name_value_shape),
};
static const struct sandbox_shape item_details_shape = SHAPE(item_details);

static const struct sandbox_parameter quantity[] = {
	P("value", NUMBER, MANDATORY, 1, 18, 0),
	P("measure", TEXT, MANDATORY, 1, 20, 0),
};
static const struct sandbox_shape quantity_shape = SHAPE(quantity);

static const struct sandbox_parameter mark_quantity[] = {
	P("numerator", INTEGER, MANDATORY, 1, 12, 0),
	P("denominator", INTEGER, MANDATORY, 1, 12, 0),
};
static const struct sandbox_shape mark_quantity_shape = SHAPE(mark_quantity);

static const struct sandbox_parameter paying[] = {
	P("operation", TEXT, OPTIONAL, 1, 24, 0),
	P("phones", TEXTS, OPTIONAL, 1, 19, 0),
};
static const struct sandbox_shape paying_shape = SHAPE(paying);

static const struct sandbox_parameter payments_operator[] = {
	P("phones", TEXTS, OPTIONAL, 1, 19, 0),
};
static const struct sandbox_shape payments_operator_shape = SHAPE(payments_operator);

static const struct sandbox_parameter transfer_operator[] = {
	P("phones", TEXTS, OPTIONAL, 1, 19, 0),
	P("name", TEXT, OPTIONAL, 1, 256, 0),
	P("address", TEXT, OPTIONAL, 1, 256, 0),
	P("inn", TEXT, OPTIONAL, 10, 12, 0),
};
static const struct sandbox_shape transfer_operator_shape = SHAPE(transfer_operator);

static const struct sandbox_parameter agent_info[] = {
	UP_TO("type", MANDATORY, 1, 7),
	SHAPED("paying", OBJECT, OPTIONAL, 0, paying_shape),
	SHAPED("paymentsOperator", OBJECT, OPTIONAL, 0, payments_operator_shape),
	SHAPED("MTOperator", OBJECT, OPTIONAL, 0, transfer_operator_shape),
};
static const struct sandbox_shape agent_info_shape = SHAPE(agent_info);

static const struct sandbox_parameter supplier_info[] = {
	P("phones", TEXTS, OPTIONAL, 1, 19, 0),
	P("name", TEXT, OPTIONAL, 1, 256, 0),
	P("inn", INTEGER, OPTIONAL, 10, 12, 0),
};
static const struct sandbox_shape supplier_info_shape = SHAPE(supplier_info);

/* The vendor's shop modules send the number of a paymentMethod or paymentObject as a number. */
static const struct sandbox_parameter attribute[] = {
	P("name", TEXT, MANDATORY, 1, 255, 0),
	P("value", SCALAR, MANDATORY, 0, 0, 0),
};
static const struct sandbox_shape attribute_shape = SHAPE(attribute);

/* The documents have both {attributes: [{name, value}]} and the attributes as members. */
static const struct sandbox_parameter item_attributes[] = {
	SHAPED("attributes", LIST, OPTIONAL, 0, attribute_shape),
	P("paymentMethod", INTEGER, OPTIONAL, 1, 2, 0),
	P("paymentObject", INTEGER, OPTIONAL, 1, 2, 0),
	P("nomenclature", TEXT, OPTIONAL, 1, 95, 0),
	SHAPED("markQuantity", OBJECT, OPTIONAL, 0, mark_quantity_shape),
	P("userData", TEXT, OPTIONAL, 1, 64, 0),
	SHAPED("agent_info", OBJECT, OPTIONAL, 0, agent_info_shape),
	SHAPED("supplier_info", OBJECT, OPTIONAL, 0, supplier_info_shape),
};
static const struct sandbox_shape item_attributes_shape = SHAPE(item_attributes);

static const struct sandbox_parameter tax[] = {
	UP_TO("taxType", MANDATORY, 2, 13), /* 12 and 13 are 22 % and 22/122, the basic rate since 2026 */
	P("taxSum", INTEGER, OPTIONAL, 1, 12, 0),
};
static const struct sandbox_shape tax_shape = SHAPE(tax);

static const struct sandbox_parameter discount[] = {
	P("discountType", TEXT, MANDATORY, 1, 20, 0),
	P("discountValue", NUMBER, MANDATORY, 1, 20, 0),
};
static const struct sandbox_shape discount_shape = SHAPE(discount);

static const struct sandbox_parameter agent_interest[] = {
	P("interestType", TEXT, MANDATORY, 1, 20, 0),
	P("interestValue", NUMBER, MANDATORY, 1, 20, 0),
};
static const struct sandbox_shape agent_interest_shape = SHAPE(agent_interest);

static const struct sandbox_parameter item[] = {
	P("positionId", INTEGER, MANDATORY, 1, 12, 0),
	P("name", TEXT, MANDATORY, 1, 255, 0),
	SHAPED("itemDetails", OBJECT, OPTIONAL, 0, item_details_shape),
	SHAPED("quantity", OBJECT, MANDATORY, 0, quantity_shape),
	P("itemAmount", INTEGER, CONDITIONAL, 1, 12, 0),
	P("itemPrice", INTEGER, CONDITIONAL, 1, 18, 0),
	P("itemCurrency", INTEGER, OPTIONAL, 3, 3, 0),
	P("itemCode", TEXT, OPTIONAL, 1, 100, 0),
	SHAPED("itemAttributes", OBJECT, OPTIONAL, 0, item_attributes_shape),
	SHAPED("tax", OBJECT, OPTIONAL, 0, tax_shape),
	SHAPED("discount", OBJECT, OPTIONAL, 0, discount_shape),
	SHAPED("agentInterest", OBJECT, OPTIONAL, 0, agent_interest_shape),
};
static const struct sandbox_shape item_shape = SHAPE(item);

static const struct sandbox_parameter items[] = {
	SHAPED("items", LIST, MANDATORY, 0, item_shape),
};
const struct sandbox_shape sandbox_shape_items = SHAPE(items);

static const struct sandbox_parameter delivery_info[] = {
	P("deliveryType", TEXT, OPTIONAL, 1, 20, 0),
	P("country", LETTERS, MANDATORY, 2, 2, 0),
	P("city", TEXT, MANDATORY, 0, 40, 0),
	P("postAddress", TEXT, MANDATORY, 1, 255, 0),
};
static const struct sandbox_shape delivery_info_shape = SHAPE(delivery_info);

static const struct sandbox_parameter customer_details[] = {
	P("email", TEXT, OPTIONAL, 1, 254, 0),
	P("phone", TEXT, OPTIONAL, 7, 16, 0),
	P("contact", TEXT, OPTIONAL, 0, 40, 0),
	P("fullName", TEXT, OPTIONAL, 1, 100, 0),
	P("passport", TEXT, OPTIONAL, 1, 100, 0),
	SHAPED("deliveryInfo", OBJECT, OPTIONAL, 0, delivery_info_shape),
};
static const struct sandbox_shape customer_details_shape = SHAPE(customer_details);

static const struct sandbox_parameter loyalties[] = {
	P("bonusAmountForCredit", INTEGER, OPTIONAL, 1, 12, 0),
	P("bonusAmountForDebit", INTEGER, OPTIONAL, 1, 12, 0),
	P("bonusAmountRefunded", INTEGER, OPTIONAL, 1, 12, 0),
};
static const struct sandbox_shape loyalties_shape = SHAPE(loyalties);

static const struct sandbox_parameter order_bundle[] = {
	P("orderCreationDate", DATE, OPTIONAL, 19, 19, 0),
	SHAPED("customerDetails", OBJECT, OPTIONAL, 0, customer_details_shape),
	SHAPED("cartItems", OBJECT, MANDATORY, 0, sandbox_shape_items),
	SHAPED("loyalties", LIST, OPTIONAL, 0, loyalties_shape),
};
const struct sandbox_shape sandbox_shape_order_bundle = SHAPE(order_bundle);

static const struct sandbox_parameter billing[] = {
	P("billingCity", TEXT, OPTIONAL, 0, 50, 0),
	P("billingCountry", TEXT, OPTIONAL, 0, 50, 0),
	P("billingAddressLine1", TEXT, OPTIONAL, 0, 50, 0),
	P("billingAddressLine2", TEXT, OPTIONAL, 0, 50, 0),
	P("billingAddressLine3", TEXT, OPTIONAL, 0, 50, 0),
	P("billingPostalCode", TEXT, OPTIONAL, 0, 16, 0),
	P("billingState", TEXT, OPTIONAL, 0, 50, 0),
	P("payerAccount", TEXT, MANDATORY, 1, 32, 0),
	P("payerLastName", TEXT, OPTIONAL, 1, 64, 0),
	P("payerFirstName", TEXT, OPTIONAL, 1, 35, 0),
	P("payerMiddleName", TEXT, OPTIONAL, 1, 35, 0),
	P("payerCombinedName", TEXT, OPTIONAL, 1, 99, 0),
	ONE_OF("payerIdType", OPTIONAL, "IDTP1|IDTP2|IDTP3|IDTP4|IDTP5|IDTP6|IDTP7|IDTP8|IDTP9|IDTP10|IDTP11"),
	P("payerIdNumber", TEXT, OPTIONAL, 1, 99, 0),
	P("payerBirthday", TEXT, OPTIONAL, 1, 20, 0),
};
const struct sandbox_shape sandbox_shape_billing = SHAPE(billing);

static const struct sandbox_parameter shipping[] = {
	P("shippingCity", TEXT, OPTIONAL, 1, 50, 0),
	P("shippingCountry", TEXT, OPTIONAL, 1, 50, 0),
	P("shippingAddressLine1", TEXT, OPTIONAL, 1, 50, 0),
	P("shippingAddressLine2", TEXT, OPTIONAL, 1, 50, 0),
	P("shippingAddressLine3", TEXT, OPTIONAL, 1, 50, 0),
	P("shippingPostalCode", TEXT, OPTIONAL, 1, 16, 0),
	P("shippingState", TEXT, OPTIONAL, 1, 50, 0),
	ONE_OF("shippingMethodIndicator", OPTIONAL, "01|02|03|04|05|06|07"),
	ONE_OF("deliveryTimeframe", OPTIONAL, "01|02|03|04"),
	P("deliveryEmail", TEXT, OPTIONAL, 1, 254, 0),
};
const struct sandbox_shape sandbox_shape_shipping = SHAPE(shipping);

static const struct sandbox_parameter pre_order[] = {
	P("preOrderDate", TEXT, OPTIONAL, 10, 10, 0),
	ONE_OF("preOrderPurchaseInd", OPTIONAL, "01|02"),
	ONE_OF("reorderItemsInd", OPTIONAL, "01|02"),
};
const struct sandbox_shape sandbox_shape_pre_order = SHAPE(pre_order);

static const struct sandbox_parameter order_payer[] = {
	P("homePhone", TEXT, OPTIONAL, 7, 16, 0),
	P("workPhone", TEXT, OPTIONAL, 7, 16, 0),
	P("mobilePhone", TEXT, OPTIONAL, 7, 16, 0),
};
const struct sandbox_shape sandbox_shape_order_payer = SHAPE(order_payer);

static const struct sandbox_parameter address[] = {
	P("city", TEXT, MANDATORY, 1, 50, 0),
	P("postalCode", TEXT, MANDATORY, 1, 16, 0),
	P("country", TEXT, MANDATORY, 2, 2, 0),
	P("street", TEXT, OPTIONAL, 1, 40, 0),
};
static const struct sandbox_shape address_shape = SHAPE(address);

static const struct sandbox_parameter sub_merchant[] = {
	P("subMerchantId", TEXT, MANDATORY, 1, 20, 0),
	P("name", TEXT, OPTIONAL, 1, 40, 0),
	SHAPED("address", OBJECT, MANDATORY, 0, address_shape),
};
static const struct sandbox_shape sub_merchant_shape = SHAPE(sub_merchant);

static const struct sandbox_parameter facilitator[] = {
	P("pfId", TEXT, MANDATORY, 1, 11, 0),
	P("name", TEXT, MANDATORY, 1, 40, 0),
	P("isoId", TEXT, OPTIONAL, 1, 11, 0),
	SHAPED("subMerchants", LIST, MANDATORY, 0, sub_merchant_shape),
};
const struct sandbox_shape sandbox_shape_facilitator = SHAPE(facilitator);

static const struct sandbox_parameter browser[] = {
	P("userAgent", TEXT, OPTIONAL, 1, 2048, 0),
	P("OS", TEXT, OPTIONAL, 1, 0, 0),
	P("OSVersion", TEXT, OPTIONAL, 1, 0, 0),
	P("browserAcceptHeader", TEXT, OPTIONAL, 1, 2048, 0),
	P("browserIpAddress", TEXT, OPTIONAL, 1, 45, 0),
	P("browserLanguage", TEXT, OPTIONAL, 1, 8, 0),
	P("browserTimeZone", TEXT, OPTIONAL, 1, 0, 0),
	P("browserTimeZoneOffset", TEXT, OPTIONAL, 1, 5, 0),
	P("colorDepth", TEXT, OPTIONAL, 1, 2, 0),
	P("fingerprint", TEXT, OPTIONAL, 1, 0, 0),
	P("isMobile", BOOLEAN, OPTIONAL, 4, 5, 0),
	P("javaEnabled", BOOLEAN, OPTIONAL, 4, 5, 0),
	P("javascriptEnabled", BOOLEAN, OPTIONAL, 4, 5, 0),
	P("plugins", TEXT, OPTIONAL, 1, 0, 0),
	P("screenHeight", INTEGER, OPTIONAL, 1, 6, 0),
	P("screenWidth", INTEGER, OPTIONAL, 1, 6, 0),
	P("screenPrint", TEXT, OPTIONAL, 1, 0, 0),
	P("device", TEXT, OPTIONAL, 1, 0, 0),
	P("deviceType", TEXT, OPTIONAL, 1, 0, 0),
};
const struct sandbox_shape sandbox_shape_browser = SHAPE(browser);

static const struct sandbox_parameter network_references[] = {
	P("initNetworkReferenceNumber", TEXT, MANDATORY, 1, 36, 0),
	P("networkReferenceNumber", TEXT, MANDATORY, 1, 36, 0),
};
const struct sandbox_shape sandbox_shape_network_references = OPEN_SHAPE(network_references);
/* clang-format on */
