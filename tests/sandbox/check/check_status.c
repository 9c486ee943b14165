/* Every member of the status answer, by statusVersion. */
#include "bench.h"
#include "check.h"

#include <stdio.h>

#define VERSIONS 46

/* Every field that comes and goes, with the version from which on it is there and the one from which on it is not. */
static const struct {
	const char *path;
	int since, until;
} fields[] = {
	{"orderNumber", 1, 0},
	{"cardAuthInfo.maskedPan", 1, 0},
	{"orderBundle", 1, 0},
	{"authDateTime", 2, 0},
	{"terminalId", 2, 0},
	{"authRefNum", 2, 0},
	{"paymentAmountInfo", 3, 0},
	{"bankInfo", 3, 0},
	{"refunds.0.amount", 5, 0},
	{"chargeback", 6, 0},
	{"cardAuthInfo.paymentSystem", 8, 0},
	{"cardAuthInfo.product", 8, 0},
	{"paymentWay", 9, 0},
	{"depositedDate", 10, 0},
	{"refundedDate", 12, 0},
	{"payerData.email", 13, 0},
	{"transactionAttributes", 14, 0},
	{"feUtrnno", 16, 0},
	{"cardAuthInfo.productCategory", 17, 0},
	{"paymentAmountInfo.totalAmount", 18, 0},
	{"refunds.0.externalRefundId", 21, 0},
	{"refunds.0.approvalCode", 26, 0},
	{"orderBundle.cartItems.items.0.depositedItemAmount", 34, 0},
	{"orderBundle.cartItems.items.0.itemPrice", 34, 0},
	{"cardAuthInfo.corporateCard", 35, 0},
	{"cardAuthInfo.secureAuthInfo.threeDsType", 42, 0},
	{"cardAuthInfo.secureAuthInfo.authTypeIndicator", 1, 43},
	{"mcc", 46, 0},
};

static void fields_appear_from_their_version_on(void **state)
{
	(void)state;
	struct bench bench;
	char id[UUID_SIZE];
	bench_open(&bench);
	bench_paid(&bench, "register", 100,
		"&email=a@b.cd&mcc=1234&orderBundle={\"cartItems\":{\"items\":[{\"positionId\":1,\"name\":\"a\",\"quantity\":"
		"{\"value\":1,\"measure\":\"x\"},\"itemPrice\":100}]}}",
		id);
	assert_int_equal(bench_form(&bench, "rest/refund.do", "orderId=%s&amount=1&externalRefundId=r", id), 0);
	for (int version = 1; version <= VERSIONS; version++) {
		char text[12];
		snprintf(text, sizeof text, "%d", version);
		bench_set(&bench, "statusVersion", text);
		assert_int_equal(bench_form(&bench, "rest/getOrderStatusExtended.do", "orderId=%s", id), 0);
		for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
			bool expected = version >= fields[i].since && (!fields[i].until || version < fields[i].until);
			assert_int_equal(bench_member(&bench, fields[i].path) != NULL, expected);
		}
	}
	bench_close(&bench);
}

static void the_order_id_wins(void **state)
{
	(void)state;
	struct bench bench;
	char id[UUID_SIZE], other[UUID_SIZE];
	bench_open(&bench);
	bench_register(&bench, "register", 100, "", id);
	bench_register(&bench, "register", 200, "", other);
	bench_form(&bench, "rest/getOrderStatusExtended.do", "orderId=%s", other);
	char number[37];
	snprintf(number, sizeof number, "%s", bench_text(&bench, "orderNumber"));
	assert_int_equal(bench_form(&bench, "rest/getOrderStatusExtended.do", "orderId=%s&orderNumber=%s", id, number), 0);
	assert_string_equal(bench_text(&bench, "amount"), "100");
	assert_int_equal(bench_form(&bench, "rest/getOrderStatusExtended.do", "orderNumber=%s", number), 0);
	assert_string_equal(bench_text(&bench, "amount"), "200");
	assert_int_equal(bench_form(&bench, "rest/getOrderStatusExtended.do", "language=en"), 1);
	assert_int_equal(bench_form(&bench, "rest/getOrderStatusExtended.do", "orderNumber=none"), 6);
	bench_close(&bench);
}

static void the_old_status_has_capitals(void **state)
{
	(void)state;
	struct bench bench;
	char id[UUID_SIZE];
	bench_open(&bench);
	bench_paid(&bench, "register", 100, "", id);
	assert_int_equal(bench_form(&bench, "rest/getOrderStatus.do", "orderId=%s", id), 0);
	assert_string_equal(bench_text(&bench, "OrderStatus"), "2");
	assert_string_equal(bench_text(&bench, "Pan"), "444455**3333");
	assert_string_equal(bench_text(&bench, "depositAmount"), "100");
	assert_int_equal(bench_form(&bench, "rest/getOrderStatus.do", "language=en"), 5);
	assert_int_equal(bench_form(&bench, "rest/getOrderStatus.do", "orderId=none"), 6);
	assert_null(bench_member(&bench, "errorCode"));
	bench_register(&bench, "register", 100, "", id);
	bench_form(&bench, "rest/paymentorder.do", "MDORDER=%s&$PAN=4444555511113333&$CVC=999&YYYY=2026&MM=12&TEXT=A", id);
	assert_int_equal(bench_form(&bench, "rest/getOrderStatus.do", "orderId=%s", id), 2);
	bench_close(&bench);
}

int sandbox_check_status(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(fields_appear_from_their_version_on),
		cmocka_unit_test(the_order_id_wins),
		cmocka_unit_test(the_old_status_has_capitals),
	};
	return cmocka_run_group_tests_name("status", tests, NULL, NULL);
}
