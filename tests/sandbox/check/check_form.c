/* The parser of forms. */
#include "check.h"

#include "request/form.h"
#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void check_field(const char *body, const char *name, const char *value, size_t size)
{
	struct sandbox_form form;
	assert_true(sandbox_form_parse(&form, body, strlen(body)));
	const struct sandbox_field *field = sandbox_form_find(&form, name);
	assert_non_null(field);
	assert_int_equal(field->value_size, size);
	assert_memory_equal(field->value, value, size + 1);
	sandbox_form_free(&form);
}

static void pairs_are_decoded(void **state)
{
	(void)state;
	check_field("a=1&b=2", "b", "2", 1);
	check_field("a=x+y%20z", "a", "x y z", 5);
	check_field("%24PAN=4%3d%3D", "$PAN", "4==", 3);
	check_field("a=b=c", "a", "b=c", 3);
	check_field("a=%D0%AF", "a", "\xD0\xAF", 2);
}

static void empty_pieces_are_harmless(void **state)
{
	(void)state;
	check_field("&&a=1&&", "a", "1", 1);
	check_field("a", "a", "", 0);
	check_field("a=", "a", "", 0);
	check_field("=1", "", "1", 1);
}

static void an_empty_body_is_an_empty_form(void **state)
{
	(void)state;
	struct sandbox_form form;
	assert_true(sandbox_form_parse(&form, "", 0));
	assert_int_equal(form.count, 0);
	assert_null(sandbox_form_value(&form, "a"));
	sandbox_form_free(&form);
}

static void broken_percent_codes_are_refused(void **state)
{
	(void)state;
	static const char *const bodies[] = {"a=%", "a=%4", "a=%4g", "a=%g4", "%=1", "a=1&b=%zz", "a=%4&b=1", "a=%%41"};
	for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++) {
		struct sandbox_form form;
		assert_false(sandbox_form_parse(&form, bodies[i], strlen(bodies[i])));
		assert_int_equal(form.count, 0);
		assert_null(form.text);
	}
}

static void a_nul_is_kept_and_counted(void **state)
{
	(void)state;
	check_field("a=1%002&b=3", "a", "1\0002", 3);
	struct sandbox_form form;
	assert_true(sandbox_form_parse(&form, "a\0b=1", 5));
	assert_int_equal(form.fields[0].name_size, 3);
	sandbox_form_free(&form);
}

static void a_huge_value_fits(void **state)
{
	(void)state;
	size_t size = 4 * 1024 * 1024;
	char *body = malloc(size);
	memset(body, '+', size);
	memcpy(body, "a=", 2);
	struct sandbox_form form;
	assert_true(sandbox_form_parse(&form, body, size));
	assert_int_equal(form.fields[0].value_size, size - 2);
	sandbox_form_free(&form);
	free(body);
}

static void too_many_fields_are_refused(void **state)
{
	(void)state;
	char body[4096];
	for (size_t i = 0; i < sizeof body; i += 2) {
		memcpy(body + i, "a&", 2);
	}
	struct sandbox_form form;
	assert_true(sandbox_form_parse(&form, body, 2 * 1000));
	assert_int_equal(form.count, 1000);
	sandbox_form_free(&form);
	assert_false(sandbox_form_parse(&form, body, sizeof body));
}

/* Every string of a small alphabet: whatever comes, the parser stays inside its buffers (run this with ASAN). */
static void no_short_body_harms(void **state)
{
	(void)state;
	static const char alphabet[] = "%a4=&+g\0";
	char body[5];
	for (size_t size = 0; size <= sizeof body; size++) {
		size_t bodies = 1;
		for (size_t i = 0; i < size; i++) {
			bodies *= sizeof alphabet - 1;
		}
		for (size_t n = 0; n < bodies; n++) {
			char *exact = malloc(size + 1);
			size_t rest = n;
			for (size_t i = 0; i < size; i++, rest /= sizeof alphabet - 1) {
				exact[i] = alphabet[rest % (sizeof alphabet - 1)];
			}
			struct sandbox_form form;
			if (sandbox_form_parse(&form, exact, size)) {
				sandbox_form_free(&form);
			}
			free(exact);
		}
	}
}

static void characters_are_counted_not_bytes(void **state)
{
	(void)state;
	assert_int_equal(sandbox_text_length("abc", 3), 3);
	assert_int_equal(sandbox_text_length("\xD0\xAF\xE2\x82\xAC\xF0\x9F\x98\x80", 9), 3);
	static const char *const wrong[] = {"\x80", "\xC0\x80", "\xC1\xBF", "\xE0\x80\x80", "\xED\xA0\x80",
		"\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xD0", "\xE2\x82", "\xFF", "a\xFE"};
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		assert_int_equal(sandbox_text_length(wrong[i], strlen(wrong[i])), -1);
	}
	assert_int_equal(sandbox_text_length("a\0b", 3), -1);
}

static void integers_are_digits_only(void **state)
{
	(void)state;
	assert_int_equal(sandbox_text_integer("000000000012"), 12);
	assert_int_equal(sandbox_text_integer("999999999999999999"), INT64_C(999999999999999999));
	static const char *const wrong[] = {"", "-1", "+1", " 1", "1 ", "1.0", "1e3", "0x1", "1000000000000000000"};
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		assert_int_equal(sandbox_text_integer(wrong[i]), -1);
	}
}

int sandbox_check_form(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(pairs_are_decoded),
		cmocka_unit_test(empty_pieces_are_harmless),
		cmocka_unit_test(an_empty_body_is_an_empty_form),
		cmocka_unit_test(broken_percent_codes_are_refused),
		cmocka_unit_test(a_nul_is_kept_and_counted),
		cmocka_unit_test(a_huge_value_fits),
		cmocka_unit_test(too_many_fields_are_refused),
		cmocka_unit_test(no_short_body_harms),
		cmocka_unit_test(characters_are_counted_not_bytes),
		cmocka_unit_test(integers_are_digits_only),
	};
	return cmocka_run_group_tests_name("form", tests, NULL, NULL);
}
