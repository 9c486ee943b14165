/* Small questions about texts. */
#include "fixture.h"

#include "buffer.h"
#include "error.h"
#include "text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BYTES(literal) \
	{ \
		literal, sizeof(literal) - 1 \
	}

struct counted {
	const char *label;
	struct pgw_text text;
	ssize_t characters; /* -1: not valid */
};

static const struct counted counted_texts[] = {
	{"empty", BYTES(""), 0},
	{"ASCII", BYTES("abc"), 3},
	{"ASCII of many words", BYTES("6299538a-2dc4-454a-8907-b30d73a3e21f"), 36},
	{"DEL and controls", BYTES("\x01\x7F\n"), 3},
	{"a word of DEL and controls", BYTES("\x01\x7F\x01\x7F\x01\x7F\x01\x7F"), 8},
	{"two bytes over the end of a word", BYTES("stuvwxy\xC3\xA9stuvwxy"), 15},
	{"two bytes", BYTES("\xC2\x80\xDF\xBF"), 2},
	{"three bytes", BYTES("\xE0\xA0\x80\xEF\xBF\xBF"), 2},
	{"before the surrogates", BYTES("\xED\x9F\xBF"), 1},
	{"after the surrogates", BYTES("\xEE\x80\x80"), 1},
	{"four bytes", BYTES("\xF0\x90\x80\x80\xF4\x8F\xBF\xBF"), 2},
	{"mixed", BYTES("a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80"), 4},
	{"zero byte", BYTES("a\0b"), -1},
	{"only a zero byte", BYTES("\0"), -1},
	{"a zero byte in a word", BYTES("stuvwxyzstu\0wxyz"), -1},
	{"a zero byte ends a word", BYTES("1234567\0"), -1},
	{"a continuation in a word", BYTES("stuvwxyzstuvwxy\x80"), -1},
	{"lone continuation", BYTES("\x80"), -1},
	{"overlong two", BYTES("\xC0\x80"), -1},
	{"overlong two, last", BYTES("\xC1\xBF"), -1},
	{"overlong three", BYTES("\xE0\x9F\xBF"), -1},
	{"overlong four", BYTES("\xF0\x8F\xBF\xBF"), -1},
	{"first surrogate", BYTES("\xED\xA0\x80"), -1},
	{"last surrogate", BYTES("\xED\xBF\xBF"), -1},
	{"past the last code point", BYTES("\xF4\x90\x80\x80"), -1},
	{"five bytes", BYTES("\xF8\x88\x80\x80\x80"), -1},
	{"cut two", BYTES("a\xC3"), -1},
	{"cut three", BYTES("\xE2\x82"), -1},
	{"cut four", BYTES("\xF0\x9F\x98"), -1},
	{"broken three", BYTES("\xE2\x41\x82"), -1},
	{"0xFF", BYTES("\xFF"), -1},
};

static void characters_are_counted(void **state)
{
	const struct counted *row = *state;
	/* A copy of its own, so that reading past the end shows. */
	char *copy = malloc(row->text.length ? row->text.length : 1);

	memcpy(copy, row->text.at, row->text.length);
	assert_int_equal(pgw_text_characters((struct pgw_text){copy, row->text.length}), row->characters);
	free(copy);
}

struct moment {
	const char *label;
	bool good;
};

static const struct moment moments[] = {
	{"2026-01-31T23:59:59", true},
	{"2024-02-29T00:00:00", true},
	{"2000-02-29T12:00:00", true},
	{"2400-02-29T12:00:00", true},
	{"9999-12-31T23:59:59", true},
	{"2023-02-29T12:00:00", false},
	{"1900-02-29T12:00:00", false},
	{"2100-02-29T12:00:00", false},
	{"2026-02-30T12:00:00", false},
	{"2026-04-31T12:00:00", false},
	{"2026-06-31T12:00:00", false},
	{"2026-09-31T12:00:00", false},
	{"2026-11-31T12:00:00", false},
	{"2026-12-32T12:00:00", false},
	{"2026-00-10T12:00:00", false},
	{"2026-13-10T12:00:00", false},
	{"2026-01-00T12:00:00", false},
	{"2026-01-01T24:00:00", false},
	{"2026-01-01T23:60:00", false},
	{"2026-01-01T23:59:60", false},
	{"2026-01-01 23:59:59", false},
	{"2026-01-01t23:59:59", false},
	{"2026-01-01T23:59", false},
	{"2026-01-01T23:59:59Z", false},
	{"2026-01-01T23:59:5", false},
	{"2026-1-01T23:59:599", false},
	{"2026/01/01T23:59:59", false},
	{"+026-01-01T23:59:59", false},
	{" 026-01-01T23:59:59", false},
	{"2026-01-01T23:59:5x", false},
	{"", false},
};

static void date_times_exist(void **state)
{
	const struct moment *row = *state;

	assert_int_equal(pgw_text_is_date_time(text_of(row->label)), row->good);
}

static void zoned_date_times_exist(void **state)
{
	static const char *const good[] = {"2026-01-24T00:00:00.000+0300", "2024-02-29T23:59:59.999-1800",
		"2026-01-24T00:00:00.000+0000", "2026-01-24T00:00:00.000-0059"};
	static const char *const bad[] = {"", "2026-01-24T00:00:00", "2026-01-24T00:00:00.000", "2026-01-24T00:00:00.000Z",
		"2026-01-24T00:00:00.000+03:00", "2026-01-24T00:00:00.00+0300", "2026-01-24T00:00:00,000+0300",
		"2026-01-24T00:00:00.000 0300", "2026-01-24T00:00:00.000+0360", "2026-01-24T00:00:00.000+1900",
		"2026-02-29T00:00:00.000+0300", "2026-01-24T24:00:00.000+0300", "2026-01-24T00:00:00.0a0+0300",
		"2026-01-24T00:00:00.000+03a0", "2026-01-24T00:00:00.000+03000", "2026-01-24 00:00:00.000+0300"};

	(void)state;
	for (size_t i = 0; i < COUNT(good); i++) {
		assert_true(pgw_text_is_zoned_date_time(text_of(good[i])));
	}
	for (size_t i = 0; i < COUNT(bad); i++) {
		if (pgw_text_is_zoned_date_time(text_of(bad[i]))) {
			fail_msg("taken: %s", bad[i]);
		}
	}
}

static void cuts(void **state)
{
	struct pgw_text left = text_of("a;;bc;");

	(void)state;
	assert_true(pgw_text_is(pgw_text_cut(&left, ';'), "a"));
	assert_true(pgw_text_is(pgw_text_cut(&left, ';'), ""));
	assert_true(pgw_text_is(pgw_text_cut(&left, ';'), "bc"));
	assert_int_equal(left.length, 0);
	assert_true(pgw_text_is(pgw_text_cut(&left, ';'), ""));
	left = text_of("a.b");
	assert_true(pgw_text_is(pgw_text_cut(&left, '|'), "a.b"));
	assert_int_equal(left.length, 0);
	assert_true(pgw_words_hold_text_any_case("Days|HalfDays", PGW_TEXT("HALFDAYS")));
	assert_false(pgw_words_hold_text_any_case("Days|HalfDays", PGW_TEXT("HALF")));
	assert_false(pgw_words_hold("Days|HalfDays", "HALFDAYS"));
}

static void text_is(void **state)
{
	(void)state;
	assert_true(pgw_text_is(text_of("amount"), "amount"));
	assert_false(pgw_text_is(text_of("amoun"), "amount"));
	assert_false(pgw_text_is(text_of("amounts"), "amount"));
	assert_false(pgw_text_is(text_of("Amount"), "amount"));
	assert_false(pgw_text_is(text_of(""), "amount"));
	assert_true(pgw_text_is((struct pgw_text){"amount and more", 6}, "amount"));
}

/*
 * A PHP key can hold a zero byte, and be as long as it likes. What stands after the short literal here is known, so
 * that looking past its end gives a wrong answer, and not only an unseen read.
 */
static void text_is_with_a_zero_byte(void **state)
{
	static const char literals[] = "ip\0end\0";

	(void)state;
	assert_false(pgw_text_is((struct pgw_text){"ip\0end", 6}, literals));
	assert_false(pgw_text_is((struct pgw_text){"ip\0", 3}, "ip"));
}

static void digits(void **state)
{
	static const char *const good[] = {"0", "007", "12345678901234567890"};
	static const char *const bad[] = {"", "-1", "+1", " 1", "1 ", "1.0", "1e3", "0x1", "\xD9\xA1", "a"};

	(void)state;
	for (size_t i = 0; i < COUNT(good); i++) {
		assert_true(pgw_text_is_digits(text_of(good[i])));
	}
	for (size_t i = 0; i < COUNT(bad); i++) {
		assert_false(pgw_text_is_digits(text_of(bad[i])));
	}
	assert_false(pgw_text_is_digits((struct pgw_text){"1\0", 2}));
}

/* A suggestion is made while at least half of what was written is right, letter case aside. */
static void suggestions(void **state)
{
	static const struct {
		const char *text, *words;
	} rows[] = {
		{"amount", "; did you mean amount?"},
		{"AMOUNT", "; did you mean amount?"},
		{"amuont", "; did you mean amount?"},
		{"amout", "; did you mean amount?"},
		{"currenzy", "; did you mean currency?"},
		{"order", ""},
		{"completelyDifferent", ""},
		{"xx", ""},
		{"a", ""},
		{"", ""},
	};
	static const char *const names[] = {"amount", "currency", "orderNumber"};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct pgw_nearest nearest = pgw_nearest_to(text_of(rows[i].text));
		char words[PGW_SUGGESTION];

		for (size_t j = 0; j < COUNT(names); j++) {
			pgw_nearest_offer(&nearest, names[j]);
		}
		assert_string_equal(pgw_nearest_suggestion(&nearest, words), rows[i].words);
	}
}

/* The rows of the computation are a small array. */
static void suggestions_for_long_names(void **state)
{
	char *longest = repeat("x", 64), *longer = repeat("x", 65), words[PGW_SUGGESTION];
	struct pgw_nearest nearest = pgw_nearest_to(text_of(longest));

	(void)state;
	pgw_nearest_offer(&nearest, longest);
	assert_holds(pgw_nearest_suggestion(&nearest, words), longest);
	nearest = pgw_nearest_to(text_of(longer));
	pgw_nearest_offer(&nearest, longest);
	pgw_nearest_offer(&nearest, longer);
	assert_string_equal(pgw_nearest_suggestion(&nearest, words), "");
	free(longest);
	free(longer);
}

static void words(void **state)
{
	(void)state;
	assert_true(pgw_words_hold("a", "a"));
	assert_true(pgw_words_hold("a|bc|d", "a"));
	assert_true(pgw_words_hold("a|bc|d", "bc"));
	assert_true(pgw_words_hold("a|bc|d", "d"));
	assert_true(pgw_words_hold("bc|b", "b"));
	assert_false(pgw_words_hold("a|bc|d", "b"));
	assert_false(pgw_words_hold("a|bc|d", "c"));
	assert_false(pgw_words_hold("a|bc|d", "a|b"));
	assert_false(pgw_words_hold("", "a"));
	assert_false(pgw_words_hold("abc", "a"));
	assert_false(pgw_words_hold("cba", "a"));
	/* An empty word is one only where the list has it. */
	assert_true(pgw_words_hold("", ""));
	assert_true(pgw_words_hold("|a", ""));
	assert_true(pgw_words_hold("a|", ""));
	assert_true(pgw_words_hold("a||b", ""));
	assert_true(pgw_words_hold("|a", "a"));
	assert_true(pgw_words_hold("a||b", "b"));
	assert_false(pgw_words_hold("a|b", ""));
	assert_false(pgw_words_hold("a", ""));
}

static void copies(void **state)
{
	char *copy = pgw_text_copy((struct pgw_text){"a\0bcd", 4});

	(void)state;
	assert_memory_equal(copy, "a\0bc", 5);
	free(copy);
	copy = pgw_text_copy(text_of(""));
	assert_string_equal(copy, "");
	free(copy);
}

/* ---------------------------------------------------------------- the buffer */

static void buffer_encodes_every_byte(void **state)
{
	static const char unreserved[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~";
	struct pgw_buffer buffer = {0};
	char byte, expected[4];

	(void)state;
	for (int i = 0; i < 256; i++) {
		byte = (char)i;
		snprintf(expected, sizeof(expected), i && strchr(unreserved, i) ? "%c" : "%%%02X", i);
		pgw_buffer_add_encoded(&buffer, &byte, 1);
		assert_string_equal(buffer.at, expected);
		pgw_buffer_free(&buffer);
	}
}

static void buffer_grows(void **state)
{
	struct pgw_buffer buffer = {0};

	(void)state;
	for (size_t i = 0; i < 100000; i++) {
		pgw_buffer_add(&buffer, "ab", 2);
	}
	assert_int_equal(buffer.length, 200000);
	assert_int_equal(strlen(buffer.at), 200000);
	assert_false(buffer.failed);
	pgw_buffer_free(&buffer);
	assert_null(buffer.at);
	pgw_buffer_add_encoded(&buffer, NULL, 0);
	pgw_buffer_add_text(&buffer, "");
	assert_string_equal(buffer.at, "");
	pgw_buffer_free(&buffer);
	pgw_buffer_free(&buffer);
}

/* At every length around the sizes it grows by, the zero byte has its place. */
static void buffer_borders(void **state)
{
	(void)state;
	for (size_t length = 505; length < 520; length++) {
		struct pgw_buffer plain = {0}, encoded = {0};
		char *text = repeat("a", length);

		pgw_buffer_add(&plain, text, length);
		pgw_buffer_add(&plain, "&", 1);
		pgw_buffer_add_encoded(&encoded, text, length);
		pgw_buffer_add_encoded(&encoded, "&", 1);
		assert_int_equal(plain.length, length + 1);
		assert_int_equal(encoded.length, length + 3);
		assert_int_equal(strlen(encoded.at), length + 3);
		pgw_buffer_free(&plain);
		pgw_buffer_free(&encoded);
		free(text);
	}
}

/* ---------------------------------------------------------------- errors */

/* Sizes that could only be counted with a larger size_t; the texts are never read. */
static void buffer_refuses_what_cannot_be_counted(void **state)
{
	static const size_t sizes[] = {SIZE_MAX, SIZE_MAX - 1, SIZE_MAX / 2};
	struct pgw_buffer buffer = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(sizes); i++) {
		assert_false(pgw_buffer_reserve(&buffer, sizes[i]));
		assert_true(buffer.failed);
		pgw_buffer_free(&buffer);
		pgw_buffer_add_text(&buffer, "some");
		assert_false(pgw_buffer_reserve(&buffer, sizes[i]));
		assert_true(buffer.failed);
		pgw_buffer_free(&buffer);
	}
	pgw_buffer_add_encoded(&buffer, "", SIZE_MAX / 3 + 1);
	assert_true(buffer.failed);
	pgw_buffer_free(&buffer);
	pgw_buffer_add_quoted(&buffer, "", SIZE_MAX / 6 + 1);
	assert_true(buffer.failed);
	pgw_buffer_free(&buffer);
}

/* Wherever a long message is cut, what is left is UTF-8. */
static void cut_messages_are_utf8(void **state)
{
	static const char *const units[] = {"a", "\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9F\x98\x80"};

	(void)state;
	for (size_t i = 0; i < COUNT(units); i++) {
		for (int before = 0; before < 5; before++) {
			char *text = repeat(units[i], 1000);
			struct pgw_error error;

			assert_false(pgw_fail(&error, PGW_ERROR_REPLY, "%.*s%s", before, "xxxxx", text));
			assert_true(pgw_text_characters(text_of(error.message)) > 0);
			assert_uint_in_range(strlen(error.message), sizeof(error.message) - 5, sizeof(error.message) - 1);
			free(text);
		}
	}
}

static void fail_forgets_what_was_there(void **state)
{
	struct pgw_error error;

	(void)state;
	memset(&error, 0x55, sizeof(error));
	assert_false(pgw_fail(&error, PGW_ERROR_TLS, "x"));
	assert_int_equal(error.kind, PGW_ERROR_TLS);
	assert_false(error.has_code || error.has_action_code || error.outcome_unknown || error.retriable);
	assert_int_equal(error.http_status, 0);
	assert_false(pgw_fail_memory(&error));
	assert_int_equal(error.kind, PGW_ERROR_MEMORY);
	pgw_fail(&error, PGW_ERROR_TLS, "%s", "");
	assert_string_equal(error.message, "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(zoned_date_times_exist),
		cmocka_unit_test(cuts),
		cmocka_unit_test(text_is),
		cmocka_unit_test(text_is_with_a_zero_byte),
		cmocka_unit_test(digits),
		cmocka_unit_test(suggestions),
		cmocka_unit_test(suggestions_for_long_names),
		cmocka_unit_test(words),
		cmocka_unit_test(copies),
		cmocka_unit_test(buffer_encodes_every_byte),
		cmocka_unit_test(buffer_grows),
		cmocka_unit_test(buffer_borders),
		cmocka_unit_test(buffer_refuses_what_cannot_be_counted),
		cmocka_unit_test(cut_messages_are_utf8),
		cmocka_unit_test(fail_forgets_what_was_there),
	};
	int failed = cmocka_run_group_tests_name("text", tests, NULL, NULL);

	failed += RUN_ROWS("text: characters", counted_texts, characters_are_counted);
	failed += RUN_ROWS("text: date and time", moments, date_times_exist);
	return failed != 0;
}
