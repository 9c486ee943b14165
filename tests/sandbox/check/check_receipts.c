/* Fiscal receipts: which operations have one, and how far it has come. */
#include "bench.h"
#include "check.h"

#include <stdio.h>
#include <string.h>

#define CART \
	"&orderBundle={\"cartItems\":{\"items\":[{\"positionId\":1,\"name\":\"a\",\"quantity\":{\"value\":1,\"measure\":" \
	"\"x\"}," \
	"\"itemPrice\":1000}]}}"
#define PARTNER "ecomm/gw/partner/api/ofd/v1/getReceiptStatus"

static int receipts_of(struct bench *bench, const char *id)
{
	assert_int_equal(bench_form(bench, "rest/getReceiptStatus.do", "orderId=%s", id), 0);
	assert_string_equal(bench_text(bench, "orderId"), id);
	return (int)json_object_array_length(bench_member(bench, "receipt"));
}

static int json_receipts_of(struct bench *bench, const char *id)
{
	assert_int_equal(bench_host(bench, PARTNER, "\"orderId\":\"%s\"", id), 0);
	assert_null(bench_member(bench, "errorCode"));
	assert_string_equal(bench_text(bench, "message"), "Success");
	return (int)json_object_array_length(bench_member(bench, "receipts"));
}

static void money_that_moves_has_a_receipt(void **state)
{
	(void)state;
	struct bench bench;
	char id[UUID_SIZE];
	bench_open(&bench);
	bench_register(&bench, "register", 1000, CART, id);
	assert_int_equal(receipts_of(&bench, id), 0);
	bench_pay(&bench, id);
	assert_int_equal(receipts_of(&bench, id), 1);
	assert_int_equal(bench_form(&bench, "rest/refund.do", "orderId=%s&amount=1", id), 0);
	assert_int_equal(bench_form(&bench, "rest/processRawSumRefund.do", "orderId=%s&amount=2", id), 0);
	assert_int_equal(receipts_of(&bench, id), 3);
	assert_string_equal(bench_text(&bench, "receipt.0.amount_total"), "10.00");
	assert_string_equal(bench_text(&bench, "receipt.2.amount_total"), "0.02");
	assert_string_equal(bench_text(&bench, "receipt.2.original_ofd_uuid"), bench_text(&bench, "receipt.0.uuid"));
	assert_null(bench_member(&bench, "receipt.0.original_ofd_uuid"));
	assert_int_equal(json_receipts_of(&bench, id), 3);
	assert_string_equal(bench_text(&bench, "receipts.2.payload.total"), "0.02");
	bench_paid(&bench, "register", 1000, "", id); /* no cart */
	assert_int_equal(receipts_of(&bench, id), 0);
	assert_int_equal(json_receipts_of(&bench, id), 0);
	bench_close(&bench);
}

static void a_hold_has_none_until_it_is_captured(void **state)
{
	(void)state;
	struct bench bench;
	char id[UUID_SIZE];
	bench_open(&bench);
	bench_set(&bench, "reverseDeposited", "1");
	bench_paid(&bench, "registerPreAuth", 1000, CART, id);
	assert_int_equal(receipts_of(&bench, id), 0);
	assert_int_equal(bench_form(&bench, "rest/reverse.do", "orderId=%s", id), 0);
	assert_int_equal(receipts_of(&bench, id), 0);
	bench_paid(&bench, "registerPreAuth", 1000, CART, id);
	assert_int_equal(bench_form(&bench, "rest/deposit.do", "orderId=%s&amount=0", id), 0);
	assert_int_equal(receipts_of(&bench, id), 1);
	assert_int_equal(bench_form(&bench, "rest/reverse.do", "orderId=%s", id), 0);
	assert_int_equal(receipts_of(&bench, id), 2);
	assert_string_equal(bench_text(&bench, "receipt.1.receiptStatus"), "4");
	bench_close(&bench);
}

static void assert_stage(struct bench *bench, const char *id, const char *sale, const char *refund, const char *json)
{
	receipts_of(bench, id);
	assert_string_equal(bench_text(bench, "receipt.0.receiptStatus"), sale);
	assert_string_equal(bench_text(bench, "receipt.1.receiptStatus"), refund);
	json_receipts_of(bench, id);
	assert_string_equal(bench_text(bench, "receipts.0.receiptStatus"), json);
	assert_string_equal(bench_text(bench, "receipts.1.receiptStatus"), json);
}

static void a_receipt_is_on_its_way_for_a_while(void **state)
{
	(void)state;
	struct bench bench;
	char id[UUID_SIZE];
	bench_open(&bench);
	bench_set(&bench, "receiptSecs", "60");
	bench_paid(&bench, "register", 1000, CART, id);
	assert_int_equal(bench_form(&bench, "rest/refund.do", "orderId=%s&amount=1", id), 0);
	assert_stage(&bench, id, "0", "3", "2");
	assert_null(bench_member(&bench, "receipts.0.payload"));
	bench_wait(61);
	assert_stage(&bench, id, "1", "4", "3");
	assert_non_null(bench_member(&bench, "receipts.0.payload"));
	bench_set(&bench, "receiptErrors", "1");
	assert_stage(&bench, id, "2", "5", "4");
	assert_non_null(bench_member(&bench, "receipts.0.error"));
	bench_close(&bench);
}

static void one_receipt_is_found_by_its_id(void **state)
{
	(void)state;
	struct bench bench;
	char id[UUID_SIZE], receipt[UUID_SIZE];
	bench_open(&bench);
	bench_paid(&bench, "register", 1000, CART, id);
	assert_int_equal(bench_form(&bench, "rest/refund.do", "orderId=%s&amount=1", id), 0);
	receipts_of(&bench, id);
	snprintf(receipt, sizeof receipt, "%s", bench_text(&bench, "receipt.1.uuid"));
	assert_int_equal(strlen(receipt), UUID_SIZE - 1);
	assert_int_equal(bench_form(&bench, "rest/getReceiptStatus.do", "uuid=%s", receipt), 0);
	assert_string_equal(bench_text(&bench, "orderId"), id);
	assert_string_equal(bench_text(&bench, "receipt.0.receiptStatus"), "4");
	assert_null(bench_member(&bench, "receipt.1"));
	assert_int_equal(bench_host(&bench, PARTNER, "\"receiptId\":\"%s\"", receipt), 0);
	assert_string_equal(bench_text(&bench, "receipts.0.receiptId"), receipt);
	assert_int_equal(bench_host(&bench, PARTNER, "\"orderId\":\"%s\",\"receiptStatus\":2", id), 0);
	assert_null(bench_member(&bench, "receipts.0"));
	receipt[35] = receipt[35] == '0' ? '1' : '0';
	assert_int_equal(bench_form(&bench, "rest/getReceiptStatus.do", "uuid=%s", receipt), 6);
	assert_int_equal(bench_form(&bench, "rest/getReceiptStatus.do", "uuid=x"), 6);
	assert_int_equal(bench_form(&bench, "rest/getReceiptStatus.do", "orderNumber=none"), 6);
	assert_int_equal(bench_form(&bench, "rest/getReceiptStatus.do", "language=en"), 1);
	assert_int_equal(bench_host(&bench, PARTNER, "\"orderNumber\":\"none\""), 6);
	assert_string_equal(bench_text(&bench, "errorMessage"), "Unknown order");
	bench_close(&bench);
}

int sandbox_check_receipts(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(money_that_moves_has_a_receipt),
		cmocka_unit_test(a_hold_has_none_until_it_is_captured),
		cmocka_unit_test(a_receipt_is_on_its_way_for_a_while),
		cmocka_unit_test(one_receipt_is_found_by_its_id),
	};
	return cmocka_run_group_tests_name("receipts", tests, NULL, NULL);
}
