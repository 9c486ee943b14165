/* Settings, callbacks and their secrets in the merchant portal. */
#include "check.h"
#include "clerk.h"

#include <stdio.h>
#include <string.h>

#define GENERAL   "/portal/settings"
#define SECRET    "/portal/settings/secret"
#define CALLBACKS "/portal/settings/callbacks"
#define ADDRESS   "http://127.0.0.1:9/shop"

/* The whole form of the general page but its boxes and hours; the same of the page of callbacks. */
#define NUMBERS "ownMpi=2&depositLimitPercent=0&depositMinimum=0&attempts=1&statusVersion=46"
#define DELIVERY \
	"callbackEnabled=1&callbackType=DYNAMIC&callbackMethod=GET&callbackSigning=hmac&callbackTries=3&callbackTrySecs=" \
	"30"

static const struct sandbox_settings *settings_of(struct bench *bench, const char *name)
{
	return &sandbox_store_merchant_by_name(bench->gateway.store, name)->settings;
}

/* Sends a form with the version that its page has. */
static unsigned save(struct clerk *clerk, const char *page, const char *path, const char *fields)
{
	char version[24];
	assert_int_equal(clerk_opens(clerk, page, NULL), 200);
	clerk_reads(clerk, "name=\"version\" value=\"", "\"", version, sizeof version);
	assert_true(version[0]);
	return clerk_sends(clerk, path, "version=%s&%s", version, fields);
}

static void expect_last_callback(struct bench *bench, const char *wanted)
{
	struct sandbox_callback callback;
	struct sandbox_store *store = bench->gateway.store;
	int64_t merchant = sandbox_store_merchant_by_name(store, "test_user")->id;
	sandbox_store_lock(store);
	bool found = sandbox_store_callback_before(store, merchant, 0, &callback) == SANDBOX_FOUND;
	sandbox_store_unlock(store);
	assert_int_equal(found, wanted != NULL);
	if (found) {
		assert_string_equal(callback.operation, wanted);
		sandbox_callback_free(&callback);
	}
}

/* --------------------------------------------------------------------------------------------------- settings */

static void what_is_saved_is_obeyed_at_once(void **state)
{
	(void)state;
	static const char force[] = "amount=1&clientId=c&features=FORCE_CREATE_BINDING&returnUrl=https://a/";
	struct bench bench;
	struct clerk clerk;
	char id[UUID_SIZE];
	bench_open(&bench);
	clerk_enter(&clerk, &bench);
	assert_int_equal(bench_form(&bench, "rest/register.do", "orderNumber=a&%s", force), 0);
	assert_int_equal(
		save(&clerk, GENERAL, GENERAL, "autoCompletionHours.on=1&autoCompletionHours=2&bindings=1&" NUMBERS), 303);
	assert_string_equal(clerk.reply.location, GENERAL);
	assert_int_equal(clerk_opens(&clerk, GENERAL, NULL), 200);
	assert_true(clerk_sees(&clerk, "The settings are saved"));
	bench_paid(&bench, "registerPreAuth", 1000, "", id);
	bench_expect(&bench, id, 1, 1000, 0, 0);
	bench_wait(2 * 3600);
	bench_expect(&bench, id, 2, 1000, 1000, 0);
	assert_int_equal(bench_form(&bench, "rest/register.do", "orderNumber=b&%s", force), 13);
	assert_int_equal(settings_of(&bench, "test_user")->instant_refund, 0);
	clerk_leave(&clerk);
	bench_close(&bench);
}

/* Asserts that the page says it at the field and first of all in its title. */
static void expect_error(struct clerk *clerk, const char *field, const char *error)
{
	char told[512], before[64];
	snprintf(before, sizeof before, "id=\"%s-error\">", field);
	clerk_reads(clerk, before, "</p>", told, sizeof told);
	assert_non_null(strstr(told, error));
	clerk_reads(clerk, "<title>", "</title>", told, sizeof told);
	assert_non_null(strstr(told, error));
}

static void what_is_wrong_is_told_at_its_field(void **state)
{
	(void)state;
	static const struct {
		const char *page, *fields, *field, *error;
	} cases[] = {
		{GENERAL, "autoCompletionHours.on=1&autoCompletionHours=&" NUMBERS, "autoCompletionHours", "Enter whole hours"},
		{GENERAL, "autoCompletionHours.on=1&autoCompletionHours=0&" NUMBERS, "autoCompletionHours", "Enter whole"},
		{GENERAL, "autoReverseHours.on=1&autoReverseHours=1.5&" NUMBERS, "autoReverseHours", "Enter whole hours"},
		{GENERAL, "autoCompletionHours.on=1&autoCompletionHours=1&autoReverseHours.on=1&autoReverseHours=1&" NUMBERS,
			"autoReverseHours", "Choose either"},
		{GENERAL, "ownMpi=2&depositLimitPercent=1001&depositMinimum=0&attempts=1&statusVersion=46",
			"depositLimitPercent", "Enter a whole number: 0–1000"},
		{GENERAL, "ownMpi=2&depositLimitPercent=0&depositMinimum=0&attempts=1&statusVersion=", "statusVersion",
			"Enter a whole number: 1–46"},
		{GENERAL, "ownMpi=9&depositLimitPercent=0&depositMinimum=0&attempts=1&statusVersion=46", "ownMpi", "0–2"},
		{CALLBACKS, "callbackAddress=shop.example&" DELIVERY, "callbackAddress", "begins with http"},
		{CALLBACKS, "callbackAddress=javascript:alert(1)&" DELIVERY, "callbackAddress", "begins with http"},
		{CALLBACKS, "callbackParameters.others=a;b&" DELIVERY, "callbackParameters", "Names consist of letters"},
		{CALLBACKS, "callbackParameters=checksum&" DELIVERY, "callbackParameters", "Names consist of letters"},
		{CALLBACKS, "callbackOperations=paid&" DELIVERY, "callbackOperations", "not permitted"},
	};
	struct bench bench;
	struct clerk clerk;
	bench_open(&bench);
	clerk_enter(&clerk, &bench);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		assert_int_equal(save(&clerk, cases[i].page, cases[i].page, cases[i].fields), 200);
		expect_error(&clerk, cases[i].field, cases[i].error);
	}
	assert_int_equal(sandbox_store_merchant_by_name(bench.gateway.store, "test_user")->version, 1);
	clerk_leave(&clerk);
	bench_close(&bench);
}

static void a_stale_form_overwrites_nothing(void **state)
{
	(void)state;
	static const char typed[] = "verify=1&autoCompletionHours.on=1&autoCompletionHours=7&" NUMBERS;
	struct bench bench;
	struct clerk one, other;
	char version[24];
	bench_open(&bench);
	clerk_enter(&one, &bench);
	clerk_enter(&other, &bench);
	assert_int_equal(clerk_opens(&one, GENERAL, NULL), 200);
	clerk_reads(&one, "name=\"version\" value=\"", "\"", version, sizeof version);
	assert_int_equal(save(&other, GENERAL, GENERAL, "autoReverseHours.on=1&autoReverseHours=5&" NUMBERS), 303);
	assert_int_equal(clerk_sends(&one, GENERAL, "version=%s&%s", version, typed), 200);
	assert_true(clerk_sees(&one, "have changed meanwhile"));
	assert_true(clerk_sees(&one, "Saved meanwhile: 5"));
	assert_true(clerk_sees(&one, "value=\"7\"")); /* what was typed is still there */
	assert_int_equal(settings_of(&bench, "test_user")->auto_completion_hours, 0);
	assert_int_equal(settings_of(&bench, "test_user")->verify, 0);
	/* Who saves it once more has seen what there was. */
	clerk_reads(&one, "name=\"version\" value=\"", "\"", version, sizeof version);
	assert_int_equal(clerk_sends(&one, GENERAL, "version=%s&%s", version, typed), 303);
	assert_int_equal(settings_of(&bench, "test_user")->auto_completion_hours, 7);
	assert_int_equal(settings_of(&bench, "test_user")->auto_reverse_hours, 0);
	assert_int_equal(clerk_sends(&one, GENERAL, "version=&%s", typed), 200); /* of no page */
	assert_int_equal(clerk_sends(&one, GENERAL, "version=0&%s", typed), 200);
	clerk_leave(&one);
	clerk_leave(&other);
	bench_close(&bench);
}

/* ---------------------------------------------------------------------------------------------------- secrets */

static int register_by_token(struct bench *bench, const char *token)
{
	static int number;
	char body[512];
	snprintf(body, sizeof body, "token=%s&orderNumber=t%d&amount=1&returnUrl=https://a/", token, ++number);
	return bench_body(bench, SANDBOX_BASE_CLASSIC, "rest/register.do", body);
}

static void a_token_is_made_and_shown_once(void **state)
{
	(void)state;
	struct bench bench;
	struct clerk clerk;
	char token[64], hint[64];
	bench_open(&bench);
	clerk_enter(&clerk, &bench);
	assert_int_equal(save(&clerk, GENERAL, SECRET, "secret=token&act=make"), 200);
	clerk_reads(&clerk, "id=\"made\">", "<", token, sizeof token);
	assert_int_equal(strlen(token), 32);
	assert_int_equal(register_by_token(&bench, token), 0);
	assert_int_equal(register_by_token(&bench, "test_user_token"), 5);
	assert_int_equal(clerk_opens(&clerk, GENERAL, NULL), 200);
	assert_false(clerk_sees(&clerk, token));
	snprintf(hint, sizeof hint, "<code>%.3s…%s</code>", token, token + 29);
	assert_true(clerk_sees(&clerk, hint));
	/* Typed in by hand; a form from before is one of an old version. */
	assert_int_equal(save(&clerk, GENERAL, SECRET, "secret=token&act=set&value=my-own-token"), 303);
	assert_int_equal(register_by_token(&bench, "my-own-token"), 0);
	assert_int_equal(clerk_sends(&clerk, SECRET, "version=1&secret=token&act=make"), 200);
	assert_true(clerk_sees(&clerk, "have changed meanwhile"));
	assert_int_equal(register_by_token(&bench, "my-own-token"), 0);
	assert_int_equal(save(&clerk, GENERAL, SECRET, "secret=token&act=remove"), 303);
	assert_int_equal(register_by_token(&bench, "my-own-token"), 5);
	clerk_leave(&clerk);
	bench_close(&bench);
}

/* A second merchant, with somebody who works there. */
static void open_other_shop(struct bench *bench, struct clerk *clerk)
{
	struct sandbox_merchant merchant = {.settings = sandbox_settings_default(), .user_name = "other"};
	struct sandbox_store *store = bench->gateway.store;
	strcpy(merchant.settings.callback_address, ADDRESS);
	assert_true(sandbox_store_begin(store));
	assert_true(sandbox_store_merchant_save(store, &merchant));
	assert_true(sandbox_store_commit(store));
	clerk_hire(bench, "stranger", "other");
	clerk_enter_as(clerk, bench, "stranger", "other_password");
}

static void a_token_that_cannot_be_is_refused(void **state)
{
	(void)state;
	static const char *const forms[] = {"secret=token&act=set&value=", "secret=token&act=set&value=two+words",
		"secret=token&act=set&value=%D1%82%D0%BE", "secret=token&act=set&value=test_user_token", "secret=token",
		"secret=signatureKey&act=make", "secret=callbackSecret&act=remove", "secret=callbackSecret&act=set&value="};
	struct bench bench;
	struct clerk clerk;
	bench_open(&bench);
	open_other_shop(&bench, &clerk);
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
		assert_int_equal(save(&clerk, GENERAL, SECRET, forms[i]), 200);
		assert_true(clerk_sees(&clerk, "Nothing was changed"));
	}
	assert_int_equal(save(&clerk, GENERAL, SECRET, "secret=password&act=make"), 404);
	assert_int_equal(register_by_token(&bench, "test_user_token"), 0);
	assert_int_equal(sandbox_store_merchant_by_name(bench.gateway.store, "other")->version, 1);
	clerk_leave(&clerk);
	bench_close(&bench);
}

static void a_key_makes_signatures_necessary(void **state)
{
	(void)state;
	/* As a browser sends it. */
	static const char key[] = "secret=signatureKey&act=set&value=-----BEGIN+PUBLIC+KEY-----%0D%0A"
							  "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAqnJHFC/H%2BPCH/POZ7rz7%0D%0A"
							  "Bh%2Bf47gZvZbLH1Ynv%2BEnA96Nl9HD%2BTiXkM2KQRlnjQzpJQxGL2ahNy2eUYX6lGjL%0D%0A"
							  "JZOVUYMGPO54ONLmGi3T9at0T2736FLDtksgtc9ydz8eKShoDA6Eb%2BLX4bWsLBXQ%0D%0A"
							  "hLPY2VGnHgVUG%2BeBDojf6pZpPAlOeWCmi3MlfOwN2oET2gZgM8eOaUh3p15yISOX%0D%0A"
							  "MVO2C8HVD6svQG3rjNnPTLLrCUw4F0zaj3XWiZsy8AXVGB1mElzSdm4IoHjbN7Og%0D%0A"
							  "UB5vzHBTbo4pdABC3EuHyp2aINHavjkU%2BRnE%2BmW/%2Bc7l65wXCRblEaXhYb5U5HYW%0D%0A"
							  "YwIDAQAB%0D%0A-----END+PUBLIC+KEY-----";
	struct bench bench;
	struct clerk clerk;
	bench_open(&bench);
	clerk_enter(&clerk, &bench);
	assert_int_equal(save(&clerk, GENERAL, SECRET, key), 303);
	assert_int_equal(clerk_opens(&clerk, GENERAL, NULL), 200);
	assert_true(clerk_sees(&clerk, "<code>MII…QAB</code>"));
	assert_false(clerk_sees(&clerk, "MIIBIjAN"));
	assert_int_equal(bench_form(&bench, "rest/getOrderStatusExtended.do", "orderNumber=1"), 5);
	assert_int_equal(save(&clerk, GENERAL, SECRET, "secret=signatureKey&act=set&value=no+key"), 200);
	assert_true(clerk_sees(&clerk, "not an RSA public key"));
	assert_int_equal(save(&clerk, GENERAL, SECRET, "secret=signatureKey&act=remove"), 303);
	assert_int_equal(bench_form(&bench, "rest/getOrderStatusExtended.do", "orderNumber=1"), 6);
	clerk_leave(&clerk);
	bench_close(&bench);
}

/* -------------------------------------------------------------------------------------------------- callbacks */

static void callbacks_are_set_and_tried(void **state)
{
	(void)state;
	static const char form[] =
		"callbackAddress=" ADDRESS "&callbackOperations=deposited&callbackOperations=refunded&callbackParameters=amount"
		"&callbackParameters=email&callbackParameters.others=cart,+desk&" DELIVERY;
	struct bench bench;
	struct clerk clerk;
	char id[UUID_SIZE];
	bench_open(&bench);
	clerk_enter(&clerk, &bench);
	assert_int_equal(clerk_sends(&clerk, CALLBACKS "/test", "event=deposited"), 303);
	expect_last_callback(&bench, NULL); /* there is no address */
	assert_int_equal(save(&clerk, CALLBACKS, CALLBACKS, form), 303);
	assert_string_equal(settings_of(&bench, "test_user")->callback_operations, "deposited,refunded");
	assert_string_equal(settings_of(&bench, "test_user")->callback_parameters, "amount,email,cart,desk");
	assert_int_equal(clerk_opens(&clerk, CALLBACKS, NULL), 200);
	assert_true(clerk_sees(&clerk, "value=\"amount\" checked"));
	assert_true(clerk_sees(&clerk, "name=\"callbackParameters.others\" value=\"cart,desk\""));
	assert_true(clerk_sees(&clerk, "Chosen: 4"));
	bench_paid(&bench, "register", 1000, "", id);
	expect_last_callback(&bench, "deposited");
	assert_int_equal(clerk_sends(&clerk, CALLBACKS "/test", "event=reversed"), 303);
	expect_last_callback(&bench, "reversed");
	assert_int_equal(clerk_sends(&clerk, CALLBACKS "/test", "event=paid"), 303);
	assert_int_equal(clerk_opens(&clerk, CALLBACKS, NULL), 200);
	assert_true(clerk_sees(&clerk, "No test was sent"));
	clerk_leave(&clerk);
	bench_close(&bench);
}

static void a_secret_is_made_and_shown_once(void **state)
{
	(void)state;
	struct bench bench;
	struct clerk clerk;
	char secret[64];
	bench_open(&bench);
	clerk_enter(&clerk, &bench);
	assert_int_equal(clerk_opens(&clerk, CALLBACKS, NULL), 200);
	assert_true(clerk_sees(&clerk, "<code>tes…ret</code>"));
	assert_false(clerk_sees(&clerk, "test_user_callback_secret"));
	assert_int_equal(save(&clerk, CALLBACKS, SECRET, "secret=callbackSecret&act=make"), 200);
	clerk_reads(&clerk, "id=\"made\">", "<", secret, sizeof secret);
	assert_string_equal(settings_of(&bench, "test_user")->callback_secret, secret);
	assert_int_equal(clerk_opens(&clerk, CALLBACKS, NULL), 200);
	assert_false(clerk_sees(&clerk, secret));
	clerk_leave(&clerk);
	bench_close(&bench);
}

static int64_t turn_of_callback(struct bench *bench, int64_t row)
{
	struct sandbox_callback callback;
	sandbox_store_lock(bench->gateway.store);
	assert_int_equal(sandbox_store_callback_by_row(bench->gateway.store, row, &callback), SANDBOX_FOUND);
	sandbox_store_unlock(bench->gateway.store);
	int64_t turn = callback.turn;
	sandbox_callback_free(&callback);
	return turn;
}

static void a_callback_is_sent_again_by_its_merchant(void **state)
{
	(void)state;
	struct bench bench;
	struct clerk clerk, stranger;
	char id[UUID_SIZE];
	bench_open(&bench);
	clerk_enter(&clerk, &bench);
	open_other_shop(&bench, &stranger);
	bench_set(&bench, "callbackAddress", ADDRESS);
	bench_paid(&bench, "register", 1000, "", id);
	assert_int_equal(clerk_opens(&stranger, CALLBACKS, NULL), 200);
	assert_false(clerk_sees(&stranger, "name=\"id\""));
	assert_int_equal(clerk_sends(&stranger, CALLBACKS "/again", "id=1"), 404);
	assert_int_equal(clerk_sends(&clerk, CALLBACKS "/again", "id=2"), 404);
	assert_int_equal(clerk_sends(&clerk, CALLBACKS "/again", "id=x"), 404);
	assert_int_equal(turn_of_callback(&bench, 1), 0);
	assert_int_equal(clerk_sends(&clerk, CALLBACKS "/again", "id=1"), 303);
	assert_int_equal(turn_of_callback(&bench, 1), 1);
	clerk_leave(&clerk);
	clerk_leave(&stranger);
	bench_close(&bench);
}

static void the_log_has_pages(void **state)
{
	(void)state;
	struct bench bench;
	struct clerk clerk;
	char id[UUID_SIZE], number[24], older[64];
	bench_open(&bench);
	clerk_enter(&clerk, &bench);
	bench_set(&bench, "callbackAddress", ADDRESS);
	for (int i = 0; i < 21; i++) {
		bench_paid(&bench, "register", 1000, "", id);
	}
	assert_int_equal(clerk_opens(&clerk, CALLBACKS, NULL), 200);
	assert_true(clerk_sees(&clerk, "name=\"id\" value=\"21\""));
	assert_true(clerk_sees(&clerk, "name=\"id\" value=\"2\""));
	assert_false(clerk_sees(&clerk, "name=\"id\" value=\"1\""));
	clerk_reads(&clerk, "?before=", "\"", number, sizeof number);
	snprintf(older, sizeof older, "before=%s", number);
	assert_int_equal(clerk_opens(&clerk, CALLBACKS, older), 200);
	assert_true(clerk_sees(&clerk, "name=\"id\" value=\"1\""));
	assert_false(clerk_sees(&clerk, "name=\"id\" value=\"2\""));
	assert_false(clerk_sees(&clerk, "id=\"older\""));
	clerk_leave(&clerk);
	bench_close(&bench);
}

/* ------------------------------------------------------------------------------------------------ two at once */

#define TIMES 200

static void settings_are_saved_once_by_two(void **state)
{
	(void)state;
	struct bench bench;
	struct clerk clerks[2];
	char form[256], version[24];
	unsigned status[2];
	bench_open(&bench);
	clerk_enter(&clerks[0], &bench);
	clerk_enter(&clerks[1], &bench);
	for (int time = 1; time <= TIMES; time++) {
		assert_int_equal(clerk_opens(&clerks[0], GENERAL, NULL), 200);
		clerk_reads(&clerks[0], "name=\"version\" value=\"", "\"", version, sizeof version);
		snprintf(
			form, sizeof form, "version=%s&autoCompletionHours.on=1&autoCompletionHours=%d&" NUMBERS, version, time);
		clerks_send_at_once(clerks, GENERAL, form, status);
		assert_int_equal(status[0] + status[1], 303 + 200);
		assert_true(clerk_sees(&clerks[status[0] == 303], "have changed meanwhile"));
		assert_int_equal(settings_of(&bench, "test_user")->auto_completion_hours, time);
	}
	clerk_leave(&clerks[0]);
	clerk_leave(&clerks[1]);
	bench_close(&bench);
}

/* ------------------------------------------------------------------------------------------------- protection */

static void a_forged_form_does_nothing(void **state)
{
	(void)state;
	static const char *const forms[][2] = {
		{GENERAL, "version=1&" NUMBERS},
		{CALLBACKS, "version=1&callbackAddress=http://evil.example/&" DELIVERY},
		{SECRET, "version=1&secret=token&act=make"},
		{CALLBACKS "/test", "event=deposited"},
		{CALLBACKS "/again", "id=1"},
	};
	struct bench bench;
	struct clerk clerk;
	bench_open(&bench);
	clerk_enter(&clerk, &bench);
	strcpy(clerk.csrf, "0123");
	for (int round = 0; round < 2; round++) {
		for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
			assert_int_equal(clerk_sends(&clerk, forms[i][0], "%s", forms[i][1]), round ? 303 : 403);
			assert_true(!round || strncmp(clerk.reply.location, "/portal/login", 13) == 0);
		}
		clerk.cookie[0] = '\0'; /* then by somebody who is not logged in */
	}
	assert_int_equal(clerk_opens(&clerk, GENERAL, NULL), 303);
	assert_int_equal(clerk_opens(&clerk, CALLBACKS, NULL), 303);
	assert_int_equal(sandbox_store_merchant_by_name(bench.gateway.store, "test_user")->version, 1);
	clerk_leave(&clerk);
	bench_close(&bench);
}

int sandbox_check_portal_settings(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_saved_is_obeyed_at_once),
		cmocka_unit_test(what_is_wrong_is_told_at_its_field),
		cmocka_unit_test(a_stale_form_overwrites_nothing),
		cmocka_unit_test(a_token_is_made_and_shown_once),
		cmocka_unit_test(a_token_that_cannot_be_is_refused),
		cmocka_unit_test(a_key_makes_signatures_necessary),
		cmocka_unit_test(callbacks_are_set_and_tried),
		cmocka_unit_test(a_secret_is_made_and_shown_once),
		cmocka_unit_test(a_callback_is_sent_again_by_its_merchant),
		cmocka_unit_test(the_log_has_pages),
		cmocka_unit_test(settings_are_saved_once_by_two),
		cmocka_unit_test(a_forged_form_does_nothing),
	};
	return cmocka_run_group_tests_name("portal settings", tests, NULL, NULL);
}
