/* The test cards and the issuer's answers. */
#include "check.h"

#include "model/action.h"
#include "model/card.h"

#define MONTH 202611

static void check_end(const char *pan, const char *cvc, int64_t expiry, int64_t action)
{
	struct sandbox_card card = {.pan = pan, .cvc = cvc, .expiry = expiry};
	assert_true(sandbox_card_number_valid(pan));
	assert_int_equal(sandbox_card_authorize(&card, 1000, MONTH), action);
}

static void published_cards_end_as_published(void **state)
{
	(void)state;
	check_end("5555555555555599", "123", 203412, 0);
	check_end("5555555555555599", "123", 202412, 0);
	check_end("5555555555555599", "123", 201912, 0);
	check_end("4111111111111111", "123", 202612, 0);
	check_end("4111111111111111", "123", 201912, 0);
	check_end("5168494895055780", "123", 202612, -2006);
	check_end("4000001111111118", "123", 203012, 0);
	check_end("4444555511113333", "123", 202612, 0);
	check_end("4444555511113333", "123", 202412, 0);
	check_end("5000001111111115", "123", 203012, 0);
	check_end("4012001038166662", "123", 202412, 0);
	check_end("2201382000000021", "123", 203412, 0);
	check_end("2201382000000062", "123", 203412, 0);
	check_end("2202205000012424", "649", 202805, 0);
	check_end("2202205300068092", "583", 202605, 0);
	check_end("4006800900962514", "941", 202605, 0);
	check_end("5469980100048525", "041", 202605, 0);
	check_end("2202206100040083", "061", 202605, 0);
	check_end("2202206000270541", "123", 202805, 0);
	check_end("2202205000060910", "810", 202806, 116);
	check_end("2202202107593166", "123", 202206, 101);
	check_end("4563960122001999", "347", 201912, 0);
	check_end("639002000000000003", "123", 201912, 0);
	check_end("5555555555555557", "123", 201912, -2006);
	check_end("4444444444446666", "123", 201912, -20010);
	check_end("4444444444444422", "123", 201912, 904);
	check_end("4444444411111111", "123", 201912, 5);
	check_end("4444444499999999", "123", 201912, 1017);
}

static void wrong_card_data_is_an_input_error(void **state)
{
	(void)state;
	check_end("4111111111111111", "124", 202612, 71015);
	check_end("2202205000012424", "649", 202806, 71015);
	check_end("4563960122001999", "123", 201912, 71015);
}

static void a_card_printed_with_several_expiries_takes_any_future_one(void **state)
{
	(void)state;
	check_end("4111111111111111", "123", 203001, 0);
	check_end("4111111111111111", "123", MONTH, 0);
	check_end("4111111111111111", "123", MONTH - 1, 71015);
	check_end("4000001111111118", "123", 203101, 71015);
}

static void an_unknown_card_has_no_record(void **state)
{
	(void)state;
	check_end("4242424242424242", "123", 203012, 111);
}

static void a_balance_is_a_limit(void **state)
{
	(void)state;
	struct sandbox_card card = {.pan = "2202205300068092", .cvc = "583", .expiry = 202605};
	assert_int_equal(sandbox_card_authorize(&card, 10000, MONTH), 0);
	assert_int_equal(sandbox_card_authorize(&card, 10001, MONTH), 116);
}

static void numbers_need_their_check_digit(void **state)
{
	(void)state;
	static const char *const wrong[] = {
		"", "0", "4111111111111112", "411111111111", "41111111111111111111", "4111 1111 1111 1111", "411111111111111a"};
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		assert_false(sandbox_card_number_valid(wrong[i]));
	}
}

static void only_ten_digits_are_shown(void **state)
{
	(void)state;
	char mask[SANDBOX_MASK_SIZE];
	sandbox_card_mask("4111111111111111", mask);
	assert_string_equal(mask, "411111**1111");
	sandbox_card_mask("639002000000000003", mask);
	assert_string_equal(mask, "639002**0003");
}

static void the_first_digits_tell_the_system(void **state)
{
	(void)state;
	assert_string_equal(sandbox_card_system("4111111111111111"), "VISA");
	assert_string_equal(sandbox_card_system("5555555555555599"), "MASTERCARD");
	assert_string_equal(sandbox_card_system("2201382000000021"), "MIR");
	assert_string_equal(sandbox_card_system("6200000000000005"), "CUP");
}

static void every_action_has_words(void **state)
{
	(void)state;
	assert_string_equal(sandbox_action_find(71015)->description, "Decline. Input error");
	assert_string_equal(sandbox_action_find(424242)->description, "General Error");
}

int sandbox_check_cards(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(published_cards_end_as_published),
		cmocka_unit_test(wrong_card_data_is_an_input_error),
		cmocka_unit_test(a_card_printed_with_several_expiries_takes_any_future_one),
		cmocka_unit_test(an_unknown_card_has_no_record),
		cmocka_unit_test(a_balance_is_a_limit),
		cmocka_unit_test(numbers_need_their_check_digit),
		cmocka_unit_test(only_ten_digits_are_shown),
		cmocka_unit_test(the_first_digits_tell_the_system),
		cmocka_unit_test(every_action_has_words),
	};
	return cmocka_run_group_tests_name("cards", tests, NULL, NULL);
}
