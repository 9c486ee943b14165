/* The parameters of the classic methods with a form that only some banks have, or that need a permission. */
#include "request/requests.h"

#include "request/rows_classic.h"

/* One row per line. */
/* clang-format off */

#define CREDENTIALS P("userName", TEXT, CONDITIONAL, 0, 100, 0), P("password", TEXT, CONDITIONAL, 0, 200, 0)
#define LANGUAGE    P("language", LETTERS, OPTIONAL, 2, 2, 0)

#define FISCAL_REFUND \
	CREDENTIALS, LANGUAGE, \
		P("orderId", TEXT, MANDATORY, 1, 36, 0), P("amount", AMOUNT, MANDATORY, 1, 12, 0), \
		P("additionalOfdParams", OBJECT, OPTIONAL, 1, 0, 0)

static const struct sandbox_parameter refund_sum[] = {
	FISCAL_REFUND,
	P("name", TEXT, OPTIONAL, 1, 255, 0),
	P("itemCode", TEXT, OPTIONAL, 1, 100, 0),
	UP_TO("taxType", OPTIONAL, 2, 13),
	P("jsonParams", OBJECT, OPTIONAL, 1, 0, 0),
};
const struct sandbox_shape sandbox_request_refund_sum = SHAPE(refund_sum);

static const struct sandbox_parameter refund_position[] = {
	FISCAL_REFUND,
	P("positionId", INTEGER, MANDATORY, 1, 12, 0),
};
const struct sandbox_shape sandbox_request_refund_position = SHAPE(refund_position);

static const struct sandbox_parameter last_orders[] = {
	CREDENTIALS,
	LANGUAGE,
	P("from", INTEGER, MANDATORY, 14, 14, 0),
	P("to", INTEGER, MANDATORY, 14, 14, 0),
	P("size", INTEGER, MANDATORY, 1, 3, 0),
	P("page", INTEGER, OPTIONAL, 1, 9, 0),
	P("transactionStates", TEXT, MANDATORY, 1, 0, 0),
	P("merchants", TEXT, OPTIONAL, 0, 0, 0),
	P("searchByCreatedDate", BOOLEAN, OPTIONAL, 4, 5, 0),
};
const struct sandbox_shape sandbox_request_last_orders = SHAPE(last_orders);

static const struct sandbox_parameter receipt_status[] = {
	CREDENTIALS,
	LANGUAGE,
	P("orderId", TEXT, CONDITIONAL, 1, 36, 0),
	P("orderNumber", TEXT, CONDITIONAL, 1, 36, 0),
	P("uuid", TEXT, CONDITIONAL, 1, 36, 0),
};
const struct sandbox_shape sandbox_request_receipt_status = SHAPE(receipt_status);

static const struct sandbox_parameter ssl_card_list[] = {
	CREDENTIALS,
	P("mdorder", TEXT, MANDATORY, 1, 36, 0),
};
const struct sandbox_shape sandbox_request_ssl_card_list = SHAPE(ssl_card_list);

static const struct sandbox_parameter industry_practice[] = {
	CREDENTIALS,
	P("originalMdOrder", TEXT, MANDATORY, 1, 36, 0),
	P("orderNumber", TEXT, MANDATORY, 1, 36, 1),
	P("amount", AMOUNT, CONDITIONAL, 1, 12, 0),
	ONE_OF("tii", MANDATORY, "IPI|IPS|IPD|IPA|IPN"),
	P("jsonParams", OBJECT, OPTIONAL, 1, 0, 0),
	P("features", FEATURES, OPTIONAL, 1, 255, 14),
};
const struct sandbox_shape sandbox_request_industry_practice = SHAPE(industry_practice);
/* clang-format on */
