/* The parameters of the classic methods that only some banks have, or that need a permission. */

/*
 * Unless noted otherwise from the classic RBS and Alfa-Bank documents, which give few lengths: where they give none,
 * the length is that of the same parameter elsewhere.
 */
#include "parameters.h"

/* An object whose members are not documented. */
static const struct pgw_parameter anything[] = {END};

/* ---------------------------------------------------------------- fiscal refunds */

/* clang-format off */
#define FISCAL_REFUND \
	TEXT("orderId", LENGTH(1, 36), MANDATORY), \
	AMOUNT("amount", MOST_DIGITS(12), FLAGS(PGW_MANDATORY | PGW_ZERO_IS_ALL)), \
	TEXT("language", EXACTLY(2), FLAGS(PGW_LANGUAGE)), \
	OPEN("additionalOfdParams", MEMBERS(anything))
/* clang-format on */

/* The receipt gets one line: its name, code and tax are given here, not in the order's cart. */
const struct pgw_parameter pgw_classic_process_raw_sum_refund[] = {
	FISCAL_REFUND,
	TEXT("name", LENGTH(1, 255)),
	TEXT("itemCode", LENGTH(1, 100)),
	INTEGER("taxType", LENGTH(1, 2)),
	TEXTS("jsonParams"),
	END,
};

/* Also for processRawPositionOrderRefund, of which no table is published. */
const struct pgw_parameter pgw_classic_process_raw_position_refund[] = {
	FISCAL_REFUND,
	INTEGER("positionId", LENGTH(1, 12), MANDATORY),
	END,
};

/* ---------------------------------------------------------------- receipts */

const struct pgw_parameter pgw_classic_get_receipt_status[] = {
	TEXT("orderId", LENGTH(1, 36)),
	TEXT("orderNumber", LENGTH(1, 36)),
	TEXT("uuid", LENGTH(1, 36)), /* of the receipt */
	TEXT("language", EXACTLY(2), FLAGS(PGW_LANGUAGE)),
	END,
};

/* ---------------------------------------------------------------- reports */

const struct pgw_parameter pgw_classic_get_last_orders[] = {
	DIGITS("from", EXACTLY(14), MANDATORY), /* yyyyMMddHHmmss */
	DIGITS("to", EXACTLY(14), MANDATORY),
	DIGITS("size", LENGTH(1, 3), MANDATORY), /* of a page; at most 200 */
	DIGITS("page", LENGTH(1, 9)),            /* the first is 0 */
	TEXT("transactionStates", MANDATORY),    /* separated by commas */
	TEXT("merchants", MANDATORY),            /* the same; empty: all that the account may see */
	BOOLEAN("searchByCreatedDate"),
	TEXT("language", EXACTLY(2), FLAGS(PGW_LANGUAGE)),
	END,
};

/* ---------------------------------------------------------------- cards */

const struct pgw_parameter pgw_classic_update_ssl_card_list[] = {
	TEXT("mdorder", ARGUMENT("orderId"), LENGTH(1, 36), MANDATORY), END};

/* ---------------------------------------------------------------- industry practice */

/* From the BPC documentation. */
const struct pgw_parameter pgw_classic_industry_practice_payment[] = {
	TEXT("originalMdOrder", ARGUMENT("orderId"), LENGTH(1, 36), MANDATORY),
	TEXT("orderNumber", LENGTH(1, 36), MANDATORY), /* of the new order */
	WORD("tii", ONE_OF("IPI|IPS|IPD|IPA|IPN"), MANDATORY),
	AMOUNT("amount", MOST_DIGITS(12)),
	TEXTS("jsonParams"),
	FEATURES("features"),
	END,
};

/* ---------------------------------------------------------------- authentication */

/*
 * What jsonParams may hold, beside anything else, of an authentication that the shop itself initiates (3RI). The time
 * has 14 digits in the documentation's sample, and 12 at Sberbank.
 */
/* clang-format off */
#define INITIATED_BY_SHOP \
	TEXT("initThreeDSReqPriorAuthData", UP_TO(1024)), \
	DIGITS("initThreeDSReqPriorAuthMethod", EXACTLY(2), SPELLED_AS(TWO_DIGITS)), \
	DIGITS("initThreeDSReqPriorAuthTimestamp", LENGTH(12, 14)), \
	TEXT("initThreeDSReqPriorRef", UP_TO(1024)), \
	DIGITS("installments", LENGTH(1, 3)), \
	DIGITS("totalInstallmentAmount", LENGTH(1, 12)), \
	DIGITS("recurringExpiry", EXACTLY(8)), \
	DIGITS("recurringFrequency", LENGTH(1, 4))
/* clang-format on */

const struct pgw_parameter pgw_classic_initiated_by_shop[] = {INITIATED_BY_SHOP, END};

/* And of one by the shop's own MPI. */
const struct pgw_parameter pgw_classic_authentication[] = {
	ECI,
	TEXT("cavv", UP_TO(1024), FLAGS(PGW_SECRET)),
	TEXT("xid", UP_TO(1024)),
	WORD("threeDSProtocolVersion", ONE_OF(THREE_DS_VERSIONS)),
	WORD("authenticationTypeIndicator", ONE_OF("0|1|2|3|4|5|6|7|8"), FLAGS(PGW_INDICATOR)),
	WORD("threeDsType", ONE_OF("0|1|2|3|4|5|6|7|8"), FLAGS(PGW_INDICATOR)), /* its newer name */
	INITIATED_BY_SHOP,
	END,
};
