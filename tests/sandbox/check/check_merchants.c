/* Changing what the bank keeps of a merchant: settings, password, token. */
#include "bench.h"
#include "check.h"

#include "gateway/merchant_change.h"

#include <stdio.h>
#include <string.h>

/* Makes the changes of a form to that merchant. */
static enum sandbox_merchant_result change(
	struct bench *bench, const char *user_name, int64_t version, const char *text, struct sandbox_merchant *merchant)
{
	struct sandbox_form form;
	const char *field;
	assert_true(sandbox_form_parse(&form, text, strlen(text)));
	enum sandbox_merchant_result result = sandbox_merchant_change(bench->gateway.store,
		&(struct sandbox_merchant_change){
			.user_name = user_name, .fields = &form, .create = strstr(text, "password="), .version = version},
		merchant, &field);
	sandbox_form_free(&form);
	return result;
}

static int status_by_token(struct bench *bench, const char *token, const char *order)
{
	char body[256];
	snprintf(body, sizeof body, "token=%s&orderId=%s", token, order);
	return bench_body(bench, SANDBOX_BASE_CLASSIC, "rest/getOrderStatusExtended.do", body);
}

static void a_change_from_an_old_version_is_refused(void **state)
{
	(void)state;
	struct bench bench;
	struct sandbox_merchant merchant, other;
	bench_open(&bench);
	assert_int_equal(change(&bench, "test_user", 0, "attempts=3", &merchant), SANDBOX_MERCHANT_CHANGED);
	assert_int_equal(change(&bench, "test_user", 0, "attempts=3", &other), SANDBOX_MERCHANT_CHANGED);
	assert_int_equal(other.version, merchant.version); /* nothing has changed */
	assert_int_equal(change(&bench, "test_user", merchant.version, "attempts=4", &other), SANDBOX_MERCHANT_CHANGED);
	assert_int_equal(other.version, merchant.version + 1);
	assert_int_equal(change(&bench, "test_user", merchant.version, "attempts=5", &other), SANDBOX_MERCHANT_STALE);
	assert_int_equal(other.settings.attempts, 4); /* what there is instead */
	assert_int_equal(change(&bench, "test_user", other.version, "attempts=5", &other), SANDBOX_MERCHANT_CHANGED);
	bench_close(&bench);
}

static void all_changes_are_made_or_none(void **state)
{
	(void)state;
	static const struct {
		const char *user_name, *form;
		enum sandbox_merchant_result result;
	} cases[] = {
		{"test_user", "attempts=7&attempts=0", SANDBOX_MERCHANT_WRONG},
		{"test_user", "attempts=7&nothing=1", SANDBOX_MERCHANT_NO_SETTING},
		{"test_user", "attempts=7&autoCompletionHours=1&autoReverseHours=1", SANDBOX_MERCHANT_CONFLICT},
		{"test_user", "attempts=7&currency=643%00", SANDBOX_MERCHANT_WRONG},
		{"test_user", "attempts=7&token=two+words", SANDBOX_MERCHANT_WRONG},
		{"test_user", "attempts=7&password=", SANDBOX_MERCHANT_WRONG},
		{"nobody", "attempts=7", SANDBOX_MERCHANT_UNKNOWN},
	};
	struct bench bench;
	struct sandbox_merchant merchant;
	bench_open(&bench);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		assert_int_equal(change(&bench, cases[i].user_name, 0, cases[i].form, &merchant), cases[i].result);
	}
	assert_int_equal(sandbox_store_merchant_by_name(bench.gateway.store, "test_user")->settings.attempts, 1);
	bench_close(&bench);
}

static void a_token_is_obeyed_at_once(void **state)
{
	(void)state;
	struct bench bench;
	struct sandbox_merchant merchant;
	char id[UUID_SIZE];
	bench_open(&bench);
	bench_register(&bench, "register", 100, "", id);
	assert_int_equal(status_by_token(&bench, "test_user_token", id), 0);
	assert_int_equal(
		change(&bench, "test_user", 0, "token=abc-0123456789-0123456789-xyz", &merchant), SANDBOX_MERCHANT_CHANGED);
	assert_string_equal(merchant.token_hint, "abc…xyz");
	assert_int_equal(status_by_token(&bench, "test_user_token", id), 5);
	assert_int_equal(status_by_token(&bench, "abc-0123456789-0123456789-xyz", id), 0);
	/* It is public: whoever reads it must not get the orders that are meant for its owner. */
	assert_int_equal(change(&bench, "new", 0, "password=p&token=abc-0123456789-0123456789-xyz", &merchant),
		SANDBOX_MERCHANT_TOKEN_TAKEN);
	assert_int_equal(change(&bench, "new", 0, "password=p&token=another", &merchant), SANDBOX_MERCHANT_CHANGED);
	assert_int_equal(status_by_token(&bench, "another", id), 6); /* not its order */
	assert_int_equal(change(&bench, "new", 0, "token=", &merchant), SANDBOX_MERCHANT_CHANGED);
	assert_string_equal(merchant.token_hint, "");
	assert_int_equal(status_by_token(&bench, "another", id), 5);
	bench_close(&bench);
}

static void a_secret_is_known_by_its_ends(void **state)
{
	(void)state;
	static const struct {
		const char *secret, *hint;
	} cases[] = {
		{"", "…"},
		{"short", "…"},
		{"12345678", "1…8"},
		{"0123456789abcdef", "01…ef"},
		{"0123456789abcdef0123456789abcdef", "012…def"},
		{"жёлтые цветы у воды и вереск", "жёл…еск"},
		{"\xFF\xFE broken, and long enough", "…"},
	};
	char hint[SANDBOX_HINT_SIZE];
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		sandbox_secret_hint(cases[i].secret, hint);
		assert_string_equal(hint, cases[i].hint);
	}
}

/* How many callbacks there are. */
static int64_t count_callbacks(struct bench *bench, const char *address)
{
	struct sandbox_callback callback;
	int64_t row = 0, count = 0;
	sandbox_store_lock(bench->gateway.store);
	while (sandbox_store_callback_after(bench->gateway.store, row, NULL, &callback) == SANDBOX_FOUND) {
		row = callback.row;
		count += callback.address ? strcmp(callback.address, address) == 0 : address[0] == '\0';
		sandbox_callback_free(&callback);
	}
	sandbox_store_unlock(bench->gateway.store);
	return count;
}

static void callbacks_are_switched_off_and_static(void **state)
{
	(void)state;
	static const char own[] = "http://127.0.0.1:9/own";
	struct bench bench;
	char id[UUID_SIZE];
	bench_open(&bench);
	bench_set(&bench, "callbackAddress", "http://127.0.0.1:9/all");
	bench_paid(&bench, "register", 100, "&dynamicCallbackUrl=http://127.0.0.1:9/own", id);
	assert_int_equal(count_callbacks(&bench, own), 1);
	bench_set(&bench, "callbackType", "STATIC");
	bench_paid(&bench, "register", 100, "&dynamicCallbackUrl=http://127.0.0.1:9/own", id);
	assert_int_equal(count_callbacks(&bench, own), 1);
	assert_int_equal(count_callbacks(&bench, ""), 1);
	bench_set(&bench, "callbackEnabled", "0");
	bench_paid(&bench, "register", 100, "&clientId=c", id); /* also tells of a binding */
	assert_int_equal(count_callbacks(&bench, ""), 1);
	bench_close(&bench);
}

int sandbox_check_merchants(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_change_from_an_old_version_is_refused),
		cmocka_unit_test(all_changes_are_made_or_none),
		cmocka_unit_test(a_token_is_obeyed_at_once),
		cmocka_unit_test(a_secret_is_known_by_its_ends),
		cmocka_unit_test(callbacks_are_switched_off_and_static),
	};
	return cmocka_run_group_tests_name("merchants", tests, NULL, NULL);
}
