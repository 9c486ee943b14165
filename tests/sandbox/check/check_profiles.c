/* The banks: what each does otherwise than the default, held against the facts. */
#include "bench.h"
#include "check.h"

#include "base/clock.h"
#include "base/json.h"
#include "model/profile.h"

#include <stdio.h>
#include <string.h>

/* What a bank is seen to do. */
static const struct seen {
	const char *bank, *currency;
	bool number;          /* errorCode of a capture is a number */
	int without_amount;   /* errorCode of a capture that names none */
	int below_one_rouble; /* of one of 99 */
	int wrong_cvc;        /* actionCode */
	int zone;             /* minutes, of a date in a registration */
} banks[] = {
	{"default", "643", false, 0, 0, 71015, 0},
	{"bpc", "643", true, 0, 0, 71015, 0},
	{"bereke", "398", false, 0, 0, 71015, 180},
	{"alfa", "643", false, 5, 0, 1015, 0},
	{"sberbank", "643", false, 5, 7, 1015, 180},
};

static int capture(struct bench *bench, const char *amount)
{
	char id[UUID_SIZE];
	bench_paid(bench, "registerPreAuth", 1000, "", id);
	return bench_form(bench, "rest/deposit.do", "orderId=%s%s", id, amount);
}

static int decline_of_wrong_cvc(struct bench *bench)
{
	char id[UUID_SIZE];
	bench_register(bench, "register", 100, "", id);
	assert_int_equal(bench_form(bench, "rest/paymentorder.do",
						 "MDORDER=%s&$PAN=4444555511113333&$CVC=124&YYYY=2026&MM=12&TEXT=A", id),
		0);
	assert_int_equal(bench_form(bench, "rest/getOrderStatusExtended.do", "orderId=%s", id), 0);
	assert_non_null(strstr(bench_text(bench, "actionCodeDescription"), "nput error"));
	return json_object_get_int(bench_member(bench, "actionCode"));
}

/* A hold that is to be captured an hour from now, by the clock of the bank. */
static void expect_zone(struct bench *bench, int zone)
{
	char id[UUID_SIZE], date[SANDBOX_CLOCK_TEXT_SIZE], more[128];
	sandbox_clock_write(sandbox_clock_now() + 3600 * 1000, zone, date);
	snprintf(more, sizeof more, "&autocompletionDate=%s", date);
	bench_paid(bench, "registerPreAuth", 500, more, id);
	bench_wait(3500);
	bench_expect(bench, id, 1, 500, 0, 0);
	bench_wait(200);
	bench_expect(bench, id, 2, 500, 500, 0);
}

static void each_bank_does_as_its_documents_say(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof banks / sizeof *banks; i++) {
		const struct seen *bank = &banks[i];
		struct bench bench;
		char id[UUID_SIZE];
		bench_open(&bench);
		bench_set(&bench, "bank", bank->bank);
		bench_register(&bench, "register", 100, "", id);
		assert_int_equal(bench_form(&bench, "rest/getOrderStatusExtended.do", "orderId=%s", id), 0);
		assert_string_equal(bench_text(&bench, "currency"), bank->currency);
		assert_int_equal(capture(&bench, "&amount=1000"), 0);
		assert_int_equal(
			json_object_is_type(bench_member(&bench, "errorCode"), json_type_int) ? 1 : 0, bank->number ? 1 : 0);
		assert_int_equal(capture(&bench, ""), bank->without_amount);
		assert_int_equal(capture(&bench, "&amount="), bank->without_amount);
		assert_int_equal(capture(&bench, "&amount=99"), bank->below_one_rouble);
		assert_int_equal(capture(&bench, "&amount=0"), 0);
		assert_int_equal(decline_of_wrong_cvc(&bench), bank->wrong_cvc);
		expect_zone(&bench, bank->zone);
		bench_close(&bench);
	}
}

/* Whatever the envelope, all four methods of it. */
static void a_number_is_one_in_every_completion(void **state)
{
	(void)state;
	static const char *const methods[] = {"deposit", "reverse", "refund", "decline"};
	static const char *const settings[] = {"default", "bpc"};
	struct bench bench;
	bench_open(&bench);
	for (size_t i = 0; i < 2 * sizeof methods / sizeof *methods; i++) {
		char path[64];
		bench_set(&bench, "bank", settings[i % 2]);
		snprintf(path, sizeof path, "rest/%s.do", methods[i / 2]);
		assert_int_equal(bench_form(&bench, path, "orderId=x&amount=1"), i / 2 == 3 ? 5 : 6);
		assert_true(json_object_is_type(bench_member(&bench, "errorCode"), i % 2 ? json_type_int : json_type_string));
	}
	bench_close(&bench);
}

/* Another bank takes back what the last one changed, and nothing else. */
static void a_bank_changes_only_its_own_settings(void **state)
{
	(void)state;
	struct sandbox_settings settings = sandbox_settings_default();
	assert_int_equal(sandbox_setting_write(&settings, "attempts", "3"), SANDBOX_SETTING_DONE);
	assert_int_equal(sandbox_setting_write(&settings, "bank", "sberbank"), SANDBOX_SETTING_DONE);
	assert_int_equal(settings.deposit_minimum, 100);
	assert_int_equal(sandbox_setting_write(&settings, "bank", "bereke"), SANDBOX_SETTING_DONE);
	assert_int_equal(settings.deposit_minimum, 0);
	assert_string_equal(settings.currency, "398");
	assert_string_equal(settings.bank, "bereke");
	assert_int_equal(settings.attempts, 3);
	assert_int_equal(sandbox_setting_write(&settings, "bank", "nobank"), SANDBOX_SETTING_WRONG);
	assert_string_equal(settings.bank, "bereke");
	assert_int_equal(sandbox_setting_write(&settings, "bank", "default"), SANDBOX_SETTING_DONE);
	assert_string_equal(settings.currency, "643");
}

/* A profile that names an unknown setting or a wrong value would be silent. */
static void every_row_is_a_setting(void **state)
{
	(void)state;
	for (const struct sandbox_profile_setting *row = sandbox_profile_settings; row->bank; row++) {
		struct sandbox_settings settings = sandbox_settings_default();
		assert_true(sandbox_profile_known(row->bank));
		assert_int_equal(sandbox_setting_write(&settings, row->setting, row->value), SANDBOX_SETTING_DONE);
	}
}

int sandbox_check_profiles(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_bank_does_as_its_documents_say),
		cmocka_unit_test(a_number_is_one_in_every_completion),
		cmocka_unit_test(a_bank_changes_only_its_own_settings),
		cmocka_unit_test(every_row_is_a_setting),
	};
	return cmocka_run_group_tests_name("profiles of banks", tests, NULL, NULL);
}
