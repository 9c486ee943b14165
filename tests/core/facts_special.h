/*
 * The classic methods that only some banks have, from methods.md 23 (classic RBS and Alfa-Bank documents); see facts.h
 * for the columns. That page gives few lengths; the others are those of the same parameter elsewhere.
 */
#include "facts.h"

static const struct fact classic_raw_sum_refund_facts[] = {
	{"orderId", "Mt", 1, 36, NULL},
	{"amount", "Ma", 1, 12, NULL},
	{"language", "Ot", 2, 2, NULL},
	{"name", "Ot", 1, 255, NULL},     /* as in a cart */
	{"itemCode", "Ot", 1, 100, NULL}, /* as in a cart */
	{"taxType", "Oi", 1, 2, NULL},    /* 0 to 13 */
	{"additionalOfdParams", "Oo", 0, 0, NULL},
	{"jsonParams", "OT", 0, 1024, NULL},
	FACTS_END,
};

/* processRawPositionRefund and processRawPositionOrderRefund */
static const struct fact classic_raw_position_refund_facts[] = {
	{"orderId", "Mt", 1, 36, NULL},
	{"amount", "Ma", 1, 12, NULL},
	{"language", "Ot", 2, 2, NULL},
	{"positionId", "Mi", 1, 12, NULL}, /* as in a cart */
	{"additionalOfdParams", "Oo", 0, 0, NULL},
	FACTS_END,
};

static const struct fact classic_receipt_status_facts[] = {
	{"orderId", "Ct", 1, 36, NULL},
	{"orderNumber", "Ct", 1, 36, NULL},
	{"uuid", "Ct", 1, 36, NULL},
	{"language", "Ot", 2, 2, NULL},
	FACTS_END,
};

static const struct fact classic_last_orders_facts[] = {
	{"from", "Md", 14, 14, NULL},
	{"to", "Md", 14, 14, NULL},
	{"size", "Md", 1, 3, NULL}, /* at most 200 */
	{"page", "Od", 1, 9, NULL},
	{"transactionStates", "Mt", 0, 0, NULL},
	{"merchants", "Mt", 0, 0, NULL}, /* may be empty */
	{"searchByCreatedDate", "Ob", 0, 0, NULL},
	{"language", "Ot", 2, 2, NULL},
	FACTS_END,
};

/* This one is of the BPC documentation. */
static const struct fact classic_industry_practice_facts[] = {
	{"originalMdOrder", "Mt", 1, 36, NULL},
	{"orderNumber", "Mt", 1, 36, NULL},
	{"amount", "Ca", 1, 12, NULL},
	{"jsonParams", "OT", 0, 1024, NULL},
	{"tii", "Mw", 0, 0, NULL},
	{"features", "Of", 0, 0, NULL},
	FACTS_END,
};

static const struct fact classic_ssl_card_list_facts[] = {
	{"mdorder", "Mt", 1, 36, NULL},
	FACTS_END,
};
