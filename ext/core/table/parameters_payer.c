/* What the classic dialect's payments may say of the payer, and of the payer's browser: from the BPC documentation. */
#include "parameters.h"

const struct pgw_parameter pgw_billing_payer_data[] = {
	TEXT("billingCity", UP_TO(50)),
	TEXT("billingCountry", UP_TO(50)),
	TEXT("billingAddressLine1", UP_TO(50)),
	TEXT("billingAddressLine2", UP_TO(50)),
	TEXT("billingAddressLine3", UP_TO(50)),
	TEXT("billingPostalCode", UP_TO(16)),
	TEXT("billingState", UP_TO(50)),
	TEXT("payerAccount", LENGTH(1, 32), MANDATORY),
	TEXT("payerLastName", LENGTH(1, 64)),
	TEXT("payerFirstName", LENGTH(1, 35)),
	TEXT("payerMiddleName", LENGTH(1, 35)),
	TEXT("payerCombinedName", LENGTH(1, 99)),
	TEXT("payerIdType", LENGTH(1, 8)),
	TEXT("payerIdNumber", LENGTH(1, 99)),
	TEXT("payerBirthday", LENGTH(1, 20)),
	END,
};

const struct pgw_parameter pgw_shipping_payer_data[] = {
	TEXT("shippingCity", LENGTH(1, 50)),
	TEXT("shippingCountry", LENGTH(1, 50)),
	TEXT("shippingAddressLine1", LENGTH(1, 50)),
	TEXT("shippingAddressLine2", LENGTH(1, 50)),
	TEXT("shippingAddressLine3", LENGTH(1, 50)),
	TEXT("shippingPostalCode", LENGTH(1, 16)),
	TEXT("shippingState", LENGTH(1, 50)),
	DIGITS("shippingMethodIndicator", EXACTLY(2)),
	DIGITS("deliveryTimeframe", EXACTLY(2)),
	TEXT("deliveryEmail", LENGTH(1, 254)),
	END,
};

const struct pgw_parameter pgw_pre_order_payer_data[] = {
	TEXT("preOrderDate", EXACTLY(10)),
	DIGITS("preOrderPurchaseInd", EXACTLY(2)),
	DIGITS("reorderItemsInd", EXACTLY(2)),
	END,
};

const struct pgw_parameter pgw_order_payer_data[] = {
	PAYER_PHONE("homePhone"),
	PAYER_PHONE("workPhone"),
	PAYER_PHONE("mobilePhone"),
	END,
};

const struct pgw_parameter pgw_client_browser_info[] = {
	TEXT("userAgent", LENGTH(1, 2048)),
	TEXT("OS"),
	TEXT("OSVersion"),
	TEXT("browserAcceptHeader", LENGTH(1, 2048)),
	TEXT("browserIpAddress", LENGTH(1, 45)),
	TEXT("browserLanguage", LENGTH(1, 8)),
	TEXT("browserTimeZone"),
	TEXT("browserTimeZoneOffset", LENGTH(1, 5)),
	DIGITS("colorDepth", LENGTH(1, 2)),
	TEXT("fingerprint"),
	BOOLEAN("isMobile"),
	BOOLEAN("javaEnabled"),
	BOOLEAN("javascriptEnabled"),
	TEXT("plugins"),
	INTEGER("screenHeight", LENGTH(1, 6)),
	INTEGER("screenWidth", LENGTH(1, 6)),
	TEXT("screenPrint"),
	TEXT("device"),
	TEXT("deviceType"),
	END,
};
