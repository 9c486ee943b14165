/* Recurring tasks: who may make one, what it does by itself. Now is noon of 21 November 2026. */
#include "bench.h"
#include "check.h"
#include "payer.h"

#include "base/clock.h"
#include "control/control.h"
#include "task/task_payment.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define DAY  INT64_C(86400)
#define VISA "4444555511113333"
#define TASK \
	"\"task\":{\"amount\":100,\"currency\":\"643\",\"merchantTaskUuid\":\"%s\",\"bindingId\":\"%s\"," \
	"\"clientId\":\"c\"%s,\"scheduleData\":{" SCHEDULE "}}"
#define SCHEDULE    "\"scheduledSince\":\"%s\",\"scheduledTill\":\"%s\",\"timeUnit\":\"%s\",\"value\":%s"
#define SINCE       "2026-11-22T10:00:00.000+0300"
#define TILL        "2027-11-22T09:59:59.000+0300"
#define BY_UUID     "\"taskIdentifier\":{\"taskUuid\":\"%s\"}"
#define TASK_METHOD "recurrent/v1/task/"

/* A binding of client c, made by a payment. */
static void make_binding(struct bench *bench, const char *pan, const char *expiry, char binding[UUID_SIZE])
{
	char id[UUID_SIZE];
	bench_register(bench, "register", 1, "&clientId=c&features=FORCE_SSL", id);
	assert_int_equal(bench_form(bench, "rest/paymentorder.do", "MDORDER=%s&$PAN=%s&$CVC=123&$EXPIRY=%s&TEXT=A+B&tii=RI",
						 id, pan, expiry),
		0);
	assert_int_equal(bench_form(bench, "rest/getOrderStatusExtended.do", "orderId=%s", id), 0);
	snprintf(binding, UUID_SIZE, "%s", bench_text(bench, "bindingInfo.bindingId"));
}

static int send_create(struct bench *bench, const char *name, const char *binding, const char *unit)
{
	return bench_host(bench, TASK_METHOD "create", TASK, name, binding, "", SINCE, TILL, unit, "1");
}

/* A task of that unit, and its id. */
static void make_task(struct bench *bench, const char *binding, const char *unit, char id[UUID_SIZE])
{
	static int number;
	char name[16];
	snprintf(name, sizeof name, "task%d", ++number);
	assert_int_equal(send_create(bench, name, binding, unit), 0);
	snprintf(id, UUID_SIZE, "%s", bench_text(bench, "task.taskUuid"));
}

static size_t count_attempts(struct bench *bench, const char *id, const char *state)
{
	assert_int_equal(bench_host(bench, TASK_METHOD "get", BY_UUID, id), 0);
	assert_string_equal(bench_text(bench, "status"), "SUCCESS");
	assert_string_equal(bench_text(bench, "task.state"), state);
	return json_object_array_length(bench_member(bench, "task.attemptsHistory"));
}

/* How many orders were paid in all. */
static int64_t count_deposits(struct bench *bench)
{
	struct sandbox_books books;
	assert_true(sandbox_tasks_settle(bench->gateway.store, sandbox_clock_now()));
	sandbox_store_lock(bench->gateway.store);
	assert_true(sandbox_store_books(bench->gateway.store, &books));
	sandbox_store_unlock(bench->gateway.store);
	return books.counts[SANDBOX_OPERATION_DEPOSITED];
}

static void a_year_has_twelve_monthly_charges(void **state)
{
	(void)state;
	struct bench bench;
	char binding[UUID_SIZE], id[UUID_SIZE], order[UUID_SIZE];
	bench_open(&bench);
	make_binding(&bench, VISA, "203412", binding);
	assert_int_equal(
		bench_host(&bench, TASK_METHOD "create", TASK, "m1", binding,
			",\"cardHolder\":\"A B\",\"params\":{\"p\":\"1\"},\"attributes\":{}", SINCE, TILL, "Months", "\"1\""),
		0);
	assert_string_equal(bench_text(&bench, "task.state"), "CREATED");
	assert_string_equal(bench_text(&bench, "task.merchantLogin"), "test_user");
	assert_string_equal(bench_text(&bench, "task.merchantTaskUuid"), "m1");
	assert_string_equal(bench_text(&bench, "task.nextPaymentDate"), "2026-11-22T10:00:00+03:00");
	assert_int_equal(strlen(bench_text(&bench, "task.created")), strlen("2024-01-24T10:23:35.434591+03:00"));
	snprintf(id, sizeof id, "%s", bench_text(&bench, "task.taskUuid"));
	assert_int_equal(count_attempts(&bench, id, "CREATED"), 0);
	assert_null(bench_member(&bench, "task.lastPaymentDate"));
	bench_wait(DAY);
	assert_int_equal(count_attempts(&bench, id, "ACTIVE"), 1);
	assert_string_equal(bench_text(&bench, "task.nextPaymentDate"), "2026-12-22T10:00:00+03:00");
	assert_string_equal(bench_text(&bench, "task.lastPaymentDate"), "2026-11-22T07:00:00.000000+00:00");
	bench_wait(365 * DAY);
	assert_int_equal(count_attempts(&bench, id, "COMPLETED"), 12);
	assert_null(bench_member(&bench, "task.nextPaymentDate"));
	assert_string_equal(bench_text(&bench, "task.maskedPan"), "444455**3333");
	assert_string_equal(bench_text(&bench, "task.scheduleData.timeUnit"), "MONTHS");
	assert_string_equal(bench_text(&bench, "task.scheduleData.scheduledSince"), SINCE);
	assert_string_equal(bench_text(&bench, "task.params.p"), "1");
	assert_string_equal(bench_text(&bench, "task.attemptsHistory.11.state"), "SUCCEEDED");
	assert_string_equal(bench_text(&bench, "task.attemptsHistory.11.executed"), "2027-10-22T07:00:00.000000+00:00");
	assert_string_equal(bench_text(&bench, "task.attemptsHistory.11.technicalAttempt"), "false");
	assert_int_equal(strlen(bench_text(&bench, "task.attemptsHistory.11.orderNumber")), 32);
	snprintf(order, sizeof order, "%s", bench_text(&bench, "task.attemptsHistory.11.orderId"));
	bench_expect(&bench, order, 2, 100, 100, 0);
	assert_string_equal(bench_text(&bench, "merchantOrderParams.0.name"), "p");
	assert_int_equal(json_object_get_int64(bench_member(&bench, "date")), INT64_C(1824188400000)); /* when it was due */
	assert_int_equal(count_deposits(&bench), 13);
	assert_int_equal(bench_host(&bench, TASK_METHOD "terminate", BY_UUID, id), 7);
	assert_int_equal(bench_host(&bench, TASK_METHOD "activate", BY_UUID, id), 7);
	assert_int_equal(bench_host(&bench, TASK_METHOD "modify", "\"task\":{" BY_UUID "}", id), 7);
	bench_close(&bench);
}

static void what_a_task_needs(void **state)
{
	(void)state;
	static const struct {
		const char *more, *since, *till, *unit, *value;
		int code;
	} rows[] = {
		{"", "2026-11-21T00:00:00.000+0000", TILL, "DAYS", "1", 0}, /* of today */
		{"", "2026-11-20T23:59:59.000+0000", TILL, "DAYS", "1", 5},
		{"", "2026-11-21 00:00:00.000+0000", TILL, "DAYS", "1", 5},
		{"", "2026-11-22T00:00:00", TILL, "DAYS", "1", 5},
		{"", SINCE, "2026-11-22T09:59:59.000+0300", "DAYS", "1", 5},
		{"", SINCE, SINCE, "DAYS", "1", 0},
		{"", SINCE, "2027-02-29T00:00:00.000+0300", "DAYS", "1", 5},
		{"", SINCE, TILL, "Forever", "1", 5},
		{"", SINCE, TILL, "SECONDS", "1", 5}, /* more than ten thousand */
		{"", SINCE, TILL, "DAYS", "0", 5},
		{"", SINCE, TILL, "DAYS", "-1", 5},
		{"", SINCE, TILL, "DAYS", "1.5", 5},
		{",\"pan\":\"" VISA "\"", SINCE, TILL, "DAYS", "1", 5},
		{",\"expiry\":203412", SINCE, TILL, "DAYS", "1", 5},
		{",\"cardholder\":\"A\"", SINCE, TILL, "DAYS", "1", 5}, /* that is modify's spelling */
		{",\"params\":{\"a\":[]}", SINCE, TILL, "DAYS", "1", 5},
	};
	struct bench bench;
	char binding[UUID_SIZE];
	bench_open(&bench);
	make_binding(&bench, VISA, "203412", binding);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char name[12];
		snprintf(name, sizeof name, "n%zu", i);
		int code = bench_host(&bench, TASK_METHOD "create", TASK, name, binding, rows[i].more, rows[i].since,
			rows[i].till, rows[i].unit, rows[i].value);
		assert_int_equal(code, rows[i].code);
		assert_string_equal(bench_text(&bench, "status"), code ? "FAIL" : "SUCCESS");
	}
	assert_int_equal(send_create(&bench, "n0", binding, "DAYS"), 1);
	assert_int_equal(send_create(&bench, "", binding, "DAYS"), 5);
	assert_int_equal(send_create(&bench, "x", "nothing", "DAYS"), 2);
	assert_int_equal(bench_host(&bench, TASK_METHOD "create", "\"merchantLogin\":\"test_user\",\"locale\":\"EN\""), 5);
	assert_int_equal(bench_host(&bench, TASK_METHOD "create", "\"merchantLogin\":\"other\""), 5);
	assert_string_equal(bench_text(&bench, "errorMessage"), "Access denied");
	bench_close(&bench);
}

static void only_bindings_of_the_client_that_recur(void **state)
{
	(void)state;
	struct bench bench;
	char binding[UUID_SIZE], other[UUID_SIZE];
	bench_open(&bench);
	make_binding(&bench, VISA, "203412", binding);
	assert_int_equal(bench_host(&bench, TASK_METHOD "create",
						 "\"task\":{\"amount\":100,\"currency\":643,\"merchantTaskUuid\":\"a\",\"bindingId\":\"%s\","
						 "\"clientId\":\"d\",\"scheduleData\":{" SCHEDULE "}}",
						 binding, SINCE, TILL, "DAYS", "1"),
		2);
	assert_int_equal(bench_host(&bench, TASK_METHOD "create",
						 "\"task\":{\"amount\":100,\"currency\":643,\"merchantTaskUuid\":\"a\",\"bindingId\":\"%s\","
						 "\"scheduleData\":{" SCHEDULE "}}",
						 binding, SINCE, TILL, "DAYS", "1"),
		5);
	char id[UUID_SIZE];
	bench_register(&bench, "register", 1, "&clientId=c", id);
	assert_int_equal(bench_form(&bench, "rest/paymentorder.do",
						 "MDORDER=%s&$PAN=" VISA "&$CVC=123&$EXPIRY=203412&TEXT=A+B&tii=II", id),
		0);
	assert_int_equal(bench_form(&bench, "rest/getOrderStatusExtended.do", "orderId=%s", id), 0);
	snprintf(other, sizeof other, "%s", bench_text(&bench, "bindingInfo.bindingId"));
	assert_int_equal(send_create(&bench, "a", other, "DAYS"), 2);
	assert_int_equal(bench_form(&bench, "rest/unBindCard.do", "bindingId=%s", binding), 0);
	assert_int_equal(send_create(&bench, "a", binding, "DAYS"), 2);
	bench_close(&bench);
}

static void a_task_is_named_by_either_id(void **state)
{
	(void)state;
	static const struct {
		const char *identifier;
		int code;
	} rows[] = {
		{"{\"merchantTaskUuid\":\"a\",\"merchantLogin\":\"test_user\"}", 0},
		{"{\"merchantTaskUuid\":\"a\"}", 5},
		{"{\"merchantTaskUuid\":\"a\",\"merchantLogin\":\"other\"}", 5},
		{"{\"merchantTaskUuid\":\"b\",\"merchantLogin\":\"test_user\"}", 6},
		{"{\"taskUuid\":\"00000000-0000-4000-8000-000000000000\"}", 6},
		{"{\"merchantLogin\":\"test_user\"}", 5},
		{"{}", 5},
		{"{\"id\":\"a\"}", 5},
		{"\"a\"", 5},
	};
	struct bench bench;
	char binding[UUID_SIZE], id[UUID_SIZE];
	bench_open(&bench);
	make_binding(&bench, VISA, "203412", binding);
	assert_int_equal(send_create(&bench, "a", binding, "DAYS"), 0);
	snprintf(id, sizeof id, "%s", bench_text(&bench, "task.taskUuid"));
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		assert_int_equal(
			bench_host(&bench, TASK_METHOD "get", "\"taskIdentifier\":%s", rows[i].identifier), rows[i].code);
	}
	assert_int_equal(bench_host(&bench, TASK_METHOD "get",
						 "\"taskIdentifier\":{\"taskUuid\":\"%s\",\"merchantTaskUuid\":\"a\"}", id),
		0);
	assert_int_equal(bench_host(&bench, TASK_METHOD "get",
						 "\"taskIdentifier\":{\"taskUuid\":\"%s\",\"merchantTaskUuid\":\"b\"}", id),
		6);
	char body[256];
	snprintf(body, sizeof body, "{\"username\":\"test_user\",\"password\":\"test_user_password\"," BY_UUID "}", id);
	assert_int_equal(bench_body(&bench, SANDBOX_BASE_HOST, TASK_METHOD "get", body), 0);
	bench_close(&bench);
}

static void another_merchant_knows_nothing_of_it(void **state)
{
	(void)state;
	struct bench bench;
	struct sandbox_form form;
	char binding[UUID_SIZE], id[UUID_SIZE], body[256];
	const char *arguments = "userName=new&password=p";
	bench_open(&bench);
	make_binding(&bench, VISA, "203412", binding);
	make_task(&bench, binding, "DAYS", id);
	assert_true(sandbox_form_parse(&form, arguments, strlen(arguments)));
	sandbox_control_serve(
		"sandbox/merchant", &(struct sandbox_control_request){&bench.gateway, true, &form, &bench.reply});
	sandbox_form_free(&form);
	snprintf(body, sizeof body, "{\"userName\":\"new\",\"password\":\"p\"," BY_UUID "}", id);
	assert_int_equal(bench_body(&bench, SANDBOX_BASE_HOST, TASK_METHOD "get", body), 6);
	assert_int_equal(bench_body(&bench, SANDBOX_BASE_HOST, TASK_METHOD "terminate", body), 6);
	snprintf(body, sizeof body,
		"{\"userName\":\"new\",\"password\":\"p\",\"orderNumber\":\"1\",\"amount\":1,\"bindingId\":\"%s\"}", binding);
	assert_int_equal(bench_body(&bench, SANDBOX_BASE_CLASSIC, "recurrentPayment.do", body), 2);
	count_attempts(&bench, id, "CREATED");
	bench_close(&bench);
}

static void three_dates_without_payment_end_it(void **state)
{
	(void)state;
	struct bench bench;
	char binding[UUID_SIZE], id[UUID_SIZE];
	bench_open(&bench);
	make_binding(&bench, VISA, "203412", binding);
	make_task(&bench, binding, "DAYS", id);
	bench_wait(DAY);
	assert_int_equal(count_attempts(&bench, id, "ACTIVE"), 1);
	assert_int_equal(bench_form(&bench, "rest/unBindCard.do", "bindingId=%s", binding), 0);
	bench_wait(2 * DAY);
	assert_int_equal(count_attempts(&bench, id, "ACTIVE"), 3);
	assert_string_equal(bench_text(&bench, "task.attemptsHistory.2.state"), "FAILED");
	assert_null(bench_member(&bench, "task.attemptsHistory.2.orderId"));
	assert_int_equal(bench_form(&bench, "rest/bindCard.do", "bindingId=%s", binding), 0);
	bench_wait(DAY);
	assert_int_equal(count_attempts(&bench, id, "ACTIVE"), 4); /* paid: the count starts again */
	assert_int_equal(bench_form(&bench, "rest/unBindCard.do", "bindingId=%s", binding), 0);
	bench_wait(9 * DAY);
	assert_int_equal(count_attempts(&bench, id, "FAILED"), 7);
	assert_null(bench_member(&bench, "task.nextPaymentDate"));
	assert_int_equal(bench_host(&bench, TASK_METHOD "activate", BY_UUID, id), 2);
	assert_int_equal(bench_form(&bench, "rest/bindCard.do", "bindingId=%s", binding), 0);
	assert_int_equal(bench_host(&bench, TASK_METHOD "activate", BY_UUID, id), 0);
	assert_string_equal(bench_text(&bench, "task.state"), "ACTIVE");
	/* Days gone by are not paid later. */
	assert_string_equal(bench_text(&bench, "task.nextPaymentDate"), "2026-12-05T10:00:00+03:00");
	bench_wait(DAY);
	assert_int_equal(count_attempts(&bench, id, "ACTIVE"), 8);
	assert_int_equal(count_deposits(&bench), 4);
	bench_close(&bench);
}

static void a_declined_charge_leaves_its_order(void **state)
{
	(void)state;
	struct bench bench;
	char binding[UUID_SIZE], id[UUID_SIZE], order[UUID_SIZE];
	bench_open(&bench);
	/* The issuer is not asked when this binding is made. */
	assert_int_equal(bench_form(&bench, "rest/createBindingNoPayment.do",
						 "clientId=c&pan=4444444444446666&expiryDate=203412&cardholderName=A+B"),
		0);
	snprintf(binding, sizeof binding, "%s", bench_text(&bench, "bindingId"));
	make_task(&bench, binding, "DAYS", id);
	bench_wait(DAY);
	assert_int_equal(count_attempts(&bench, id, "CREATED"), 1);
	assert_string_equal(bench_text(&bench, "task.attemptsHistory.0.state"), "FAILED");
	snprintf(order, sizeof order, "%s", bench_text(&bench, "task.attemptsHistory.0.orderId"));
	bench_expect(&bench, order, 6, 0, 0, 0);
	bench_wait(5 * DAY);
	assert_int_equal(count_attempts(&bench, id, "FAILED"), 3);
	bench_close(&bench);
}

static void an_expired_card_ends_it_at_once(void **state)
{
	(void)state;
	struct bench bench;
	char binding[UUID_SIZE], id[UUID_SIZE], other[UUID_SIZE];
	bench_open(&bench);
	make_binding(&bench, VISA, "202612", binding);
	make_task(&bench, binding, "Months", id);
	bench_wait(100 * DAY);
	assert_int_equal(count_attempts(&bench, id, "EXPIRED"), 3);
	assert_string_equal(bench_text(&bench, "task.attemptsHistory.2.state"), "FAILED");
	assert_int_equal(bench_host(&bench, TASK_METHOD "activate", BY_UUID, id), 2);
	make_binding(&bench, "5555555555555599", "203412", other);
	assert_int_equal(
		bench_host(&bench, TASK_METHOD "modify", "\"task\":{\"bindingId\":\"%s\"," BY_UUID "}", binding, id), 2);
	assert_int_equal(bench_host(&bench, TASK_METHOD "modify",
						 "\"task\":{\"bindingId\":\"%s\",\"cardholder\":\"C D\",\"params\":{}," BY_UUID "}", other, id),
		0);
	assert_non_null(bench_member(&bench, "task.updated"));
	assert_null(bench_member(&bench, "task.state"));
	assert_int_equal(bench_host(&bench, TASK_METHOD "modify", "\"task\":{\"expiry\":\"203412\"," BY_UUID "}", id), 5);
	assert_int_equal(bench_host(&bench, TASK_METHOD "activate", BY_UUID, id), 0);
	bench_wait(31 * DAY);
	assert_int_equal(count_attempts(&bench, id, "ACTIVE"), 4);
	assert_string_equal(bench_text(&bench, "task.cardHolder"), "C D");
	assert_string_equal(bench_text(&bench, "task.maskedPan"), "555555**5599");
	bench_close(&bench);
}

static void a_terminated_task_charges_no_more(void **state)
{
	(void)state;
	struct bench bench;
	char binding[UUID_SIZE], one[UUID_SIZE], two[UUID_SIZE];
	bench_open(&bench);
	make_binding(&bench, VISA, "203412", binding);
	make_task(&bench, binding, "DAYS", one);
	make_task(&bench, binding, "DAYS", two);
	bench_wait(DAY);
	/* What was due before is paid before. */
	assert_int_equal(bench_host(&bench, TASK_METHOD "terminate", BY_UUID, one), 0);
	assert_string_equal(bench_text(&bench, "task.state"), "TERMINATED");
	assert_null(bench_member(&bench, "task.nextPaymentDate"));
	bench_wait(DAY);
	assert_int_equal(count_attempts(&bench, one, "TERMINATED"), 1);
	assert_int_equal(count_attempts(&bench, two, "ACTIVE"), 2);
	assert_int_equal(bench_host(&bench, TASK_METHOD "terminate", BY_UUID, one), 7);
	assert_int_equal(bench_host(&bench, TASK_METHOD "batchTerminate",
						 "\"taskIdentifiers\":[{\"taskUuid\":\"%s\"},{\"taskUuid\":\"%s\"}]", two, one),
		7);
	assert_int_equal(count_attempts(&bench, two, "ACTIVE"), 2); /* all or none */
	assert_int_equal(bench_host(&bench, TASK_METHOD "activate", BY_UUID, one), 0);
	assert_int_equal(bench_host(&bench, TASK_METHOD "activate", BY_UUID, one), 7);
	assert_int_equal(bench_host(&bench, TASK_METHOD "batchTerminate",
						 "\"tasksIdentifiers\":[{\"taskUuid\":\"%s\"},{\"taskUuid\":\"%s\"}]", two, one),
		0);
	assert_int_equal(json_object_object_length(bench.reply.json), 1);
	assert_int_equal(bench_host(&bench, TASK_METHOD "batchTerminate", "\"locale\":\"en\""), 5);
	assert_int_equal(bench_host(&bench, TASK_METHOD "batchTerminate", "\"taskIdentifiers\":[]"), 5);
	bench_wait(9 * DAY);
	assert_int_equal(count_attempts(&bench, one, "TERMINATED"), 1);
	bench_close(&bench);
}

static void a_date_can_be_skipped(void **state)
{
	(void)state;
	struct bench bench;
	char binding[UUID_SIZE], id[UUID_SIZE];
	bench_open(&bench);
	make_binding(&bench, VISA, "203412", binding);
	make_task(&bench, binding, "Months", id);
	static const struct {
		const char *number;
		int code;
		const char *next;
	} rows[] = {
		{"2", 0, "2026-11-22T10:00:00+03:00"},
		{"1", 0, "2027-01-22T10:00:00+03:00"},
		{"2", 5, NULL}, /* skipped already */
		{"0", 5, NULL},
		{"13", 5, NULL}, /* there are twelve */
		{"x", 5, NULL},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		assert_int_equal(
			bench_host(&bench, "recurrent/v1/payment/skip", BY_UUID ",\"paymentNumber\":\"%s\"", id, rows[i].number),
			rows[i].code);
		if (rows[i].next) {
			assert_string_equal(bench_text(&bench, "task.nextPaymentDate"), rows[i].next);
			assert_string_equal(bench_text(&bench, "task.state"), "CREATED");
		}
	}
	bench_wait(70 * DAY);
	assert_int_equal(count_attempts(&bench, id, "ACTIVE"), 1);
	assert_int_equal(bench_host(&bench, "recurrent/v1/payment/skip", BY_UUID ",\"paymentNumber\":3", id), 5);
	bench_wait(365 * DAY);
	assert_int_equal(count_attempts(&bench, id, "COMPLETED"), 10);
	assert_int_equal(bench_host(&bench, "recurrent/v1/payment/skip", BY_UUID ",\"paymentNumber\":12", id), 7);
	assert_int_equal(count_deposits(&bench), 11);
	bench_close(&bench);
}

static void the_limits_of_the_binding_hold(void **state)
{
	(void)state;
	struct bench bench;
	char binding[UUID_SIZE], id[UUID_SIZE], order[UUID_SIZE];
	bench_open(&bench);
	bench_register(&bench, "register", 1, "&clientId=c&jsonParams={\"recurringFrequency\":\"2\"}", order);
	assert_int_equal(bench_form(&bench, "rest/paymentorder.do",
						 "MDORDER=%s&$PAN=" VISA "&$CVC=123&$EXPIRY=203412&TEXT=A+B&tii=RI", order),
		0);
	assert_int_equal(bench_form(&bench, "rest/getOrderStatusExtended.do", "orderId=%s", order), 0);
	snprintf(binding, sizeof binding, "%s", bench_text(&bench, "bindingInfo.bindingId"));
	make_task(&bench, binding, "DAYS", id);
	bench_wait(4 * DAY);
	assert_int_equal(count_attempts(&bench, id, "ACTIVE"), 4);
	for (size_t i = 0; i < 4; i++) {
		char path[64];
		snprintf(path, sizeof path, "task.attemptsHistory.%zu.state", i);
		assert_string_equal(bench_text(&bench, path), i % 2 ? "FAILED" : "SUCCEEDED");
	}
	bench_close(&bench);
}

/* Nobody saw the dates pass: not before the end, and not after a restart. */
static void no_date_is_paid_twice(void **state)
{
	(void)state;
	char path[] = "/tmp/sandbox-check-XXXXXX";
	struct bench bench;
	char binding[UUID_SIZE], id[UUID_SIZE];
	bench_open(&bench);
	close(mkstemp(path));
	sandbox_store_close(bench.gateway.store);
	int64_t offset = sandbox_clock_offset();
	bench.gateway.store = sandbox_store_open(path);
	sandbox_clock_shift(offset);
	make_binding(&bench, VISA, "203412", binding);
	make_task(&bench, binding, "DAYS", id);
	bench_wait(3 * DAY);
	offset = sandbox_clock_offset();
	for (int i = 0; i < 3; i++) {
		sandbox_store_close(bench.gateway.store);
		bench.gateway.store = sandbox_store_open(path);
		sandbox_clock_shift(offset);
		assert_int_equal(count_deposits(&bench), 4);
		assert_int_equal(count_attempts(&bench, id, "ACTIVE"), 3);
	}
	struct sandbox_task_attempt twice = {.number = 1};
	struct sandbox_task task;
	assert_true(sandbox_store_begin(bench.gateway.store));
	assert_int_equal(sandbox_store_task_by_id(bench.gateway.store, 1, id, &task), SANDBOX_FOUND);
	twice.task = task.row;
	assert_false(sandbox_store_task_attempt_insert(bench.gateway.store, &twice));
	sandbox_store_rollback(bench.gateway.store);
	sandbox_task_free(&task);
	bench_close(&bench);
	unlink(path);
}

/* There is no payer to ask: what the first payment was decides. */
static void a_charge_is_3ri_if_the_card_was_stored_so(void **state)
{
	(void)state;
	static const struct payer_card challenged = {"5555555555555599", "203412", "123"};
	struct bench bench;
	char order[UUID_SIZE], binding[UUID_SIZE], id[UUID_SIZE];
	bench_open(&bench);
	bench_register(&bench, "register", 1, "&clientId=c", order);
	payer_walks(&bench, order, &challenged, "12345678");
	snprintf(binding, sizeof binding, "%s", payer_status(&bench, order, "bindingInfo.bindingId"));
	make_task(&bench, binding, "Months", id);
	bench_wait(DAY);
	assert_int_equal(count_attempts(&bench, id, "ACTIVE"), 1);
	snprintf(order, sizeof order, "%s", bench_text(&bench, "task.attemptsHistory.0.orderId"));
	assert_string_equal(payer_status(&bench, order, "orderStatus"), "2");
	assert_string_equal(payer_status(&bench, order, "cardAuthInfo.secureAuthInfo.threeDsType"), "7");
	bench_close(&bench);
}

int sandbox_check_tasks(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_year_has_twelve_monthly_charges),
		cmocka_unit_test(what_a_task_needs),
		cmocka_unit_test(only_bindings_of_the_client_that_recur),
		cmocka_unit_test(a_task_is_named_by_either_id),
		cmocka_unit_test(another_merchant_knows_nothing_of_it),
		cmocka_unit_test(three_dates_without_payment_end_it),
		cmocka_unit_test(a_declined_charge_leaves_its_order),
		cmocka_unit_test(an_expired_card_ends_it_at_once),
		cmocka_unit_test(a_charge_is_3ri_if_the_card_was_stored_so),
		cmocka_unit_test(a_terminated_task_charges_no_more),
		cmocka_unit_test(a_date_can_be_skipped),
		cmocka_unit_test(the_limits_of_the_binding_hold),
		cmocka_unit_test(no_date_is_paid_twice),
	};
	return cmocka_run_group_tests_name("recurring tasks", tests, NULL, NULL);
}
