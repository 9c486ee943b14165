/* Parsed URIs: the same one for the same text, and valid as long as a handle uses it. */
#include "fixture.h"
#include "net/uris.h"

#include <stdio.h>
#include <string.h>

static const char *numbered(int number)
{
	static char text[64];

	snprintf(text, sizeof(text), "https://gateway.example/payment/rest/%d.do", number);
	return text;
}

static void same_text_same_uri(void **state)
{
	struct pgw_uris uris = {0};
	struct pgw_uri *one = pgw_uris_take(&uris, numbered(1)), *other = pgw_uris_take(&uris, numbered(2));

	(void)state;
	assert_ptr_not_equal(one, other);
	for (int i = 0; i < 2; i++) {
		assert_ptr_equal(pgw_uris_take(&uris, numbered(1)), one);
		assert_ptr_equal(pgw_uris_take(&uris, numbered(2)), other);
		pgw_uri_give(one);
		pgw_uri_give(other);
	}
	pgw_uri_give(one);
	pgw_uri_give(other);
	pgw_uris_free(&uris);
}

static void used_uri_outlives_its_place(void **state)
{
	enum { MANY = 100 };
	struct pgw_uris uris = {0};
	struct pgw_uri *used[MANY];
	char *whole;

	(void)state;
	for (int i = 0; i < MANY; i++) {
		used[i] = pgw_uris_take(&uris, numbered(i));
		pgw_uri_give(pgw_uris_take(&uris, numbered(0)));
	}
	pgw_uri_give(used[0]);
	assert_ptr_equal(pgw_uris_take(&uris, numbered(0)), used[0]); /* used often, so it has kept its place */
	pgw_uris_free(&uris);
	for (int i = 0; i < MANY; i++) {
		assert_int_equal(curl_url_get(used[i]->parsed, CURLUPART_URL, &whole, 0), CURLUE_OK);
		assert_string_equal(whole, numbered(i));
		curl_free(whole);
		pgw_uri_give(used[i]);
	}
}

static void text_that_is_no_uri(void **state)
{
	struct pgw_uris uris = {0};

	(void)state;
	assert_null(pgw_uris_take(&uris, "https://"));
	assert_null(uris.at[0]);
	pgw_uris_free(&uris);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(same_text_same_uri),
		cmocka_unit_test(used_uri_outlives_its_place),
		cmocka_unit_test(text_that_is_no_uri),
	};

	return cmocka_run_group_tests_name("uris", tests, NULL, NULL);
}
