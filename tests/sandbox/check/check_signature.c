/* Signed requests: the published sample, and what is refused. */
#include "bench.h"
#include "check.h"

#include "base/signature.h"

#include <string.h>

static const char body[] = "amount=10000&password=gcjgcW1&returnUrl=http&userName=signature-api";
static const char hash[] = "eYkMUF+xaYJhsETTIGsctl6DBNZha1ITN8muCcWQtZk=";
static const char signature[] =
	"pJ/gM4PR1/mKGuIxMvTl5pYDDjJslb0BcXFnIxijFn5qKdPd7W+2ueoctziU7omnkYp01/BlracukH1GOPWMSO+9zKuTDdFu"
	"eFm1utsS0zaPFU+dmc1niGDRWE0CbCXcti/rGSTDPsnR58mwqgVkbCWxKyCDtuo5LxiKPK9mzgWTUuJ8LX6f6u42MURi5tRG"
	"6a9dc8l/+J94g0YOk911R6Lqv2jcluEvZ9ZeMMt8hyxowb0eDaCHlussu2CAyqpE9V+EUAc81Jkwv96MMSsA6UnFwEaCV/k+"
	"kwYd0jHCx94m2yWX734p9cWsBW7Fr5F0zox9Yck4GOjqe9nJMMB9jQ==";
static const char key[] = "-----BEGIN PUBLIC KEY-----\n"
						  "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAqnJHFC/H+PCH/POZ7rz7\n"
						  "Bh+f47gZvZbLH1Ynv+EnA96Nl9HD+TiXkM2KQRlnjQzpJQxGL2ahNy2eUYX6lGjL\n"
						  "JZOVUYMGPO54ONLmGi3T9at0T2736FLDtksgtc9ydz8eKShoDA6Eb+LX4bWsLBXQ\n"
						  "hLPY2VGnHgVUG+eBDojf6pZpPAlOeWCmi3MlfOwN2oET2gZgM8eOaUh3p15yISOX\n"
						  "MVO2C8HVD6svQG3rjNnPTLLrCUw4F0zaj3XWiZsy8AXVGB1mElzSdm4IoHjbN7Og\n"
						  "UB5vzHBTbo4pdABC3EuHyp2aINHavjkU+RnE+mW/+c7l65wXCRblEaXhYb5U5HYW\n"
						  "YwIDAQAB\n"
						  "-----END PUBLIC KEY-----\n";

static void the_published_sample_is_right(void **state)
{
	(void)state;
	assert_true(sandbox_public_key_valid(key));
	assert_true(sandbox_hash_right(hash, body, strlen(body)));
	assert_true(sandbox_signature_right(signature, key, body, strlen(body)));
}

static void anything_else_is_not(void **state)
{
	(void)state;
	char altered[sizeof body];
	strcpy(altered, body);
	altered[7] ^= 1;
	assert_false(sandbox_hash_right(hash, altered, strlen(altered)));
	assert_false(sandbox_signature_right(signature, key, altered, strlen(altered)));
	static const char *const wrong[] = {NULL, "", "x", "AAAA", body};
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		assert_false(sandbox_hash_right(wrong[i], body, strlen(body)));
		assert_false(sandbox_signature_right(wrong[i], key, body, strlen(body)));
		assert_false(wrong[i] && sandbox_public_key_valid(wrong[i]));
	}
}

static void a_merchant_can_demand_it(void **state)
{
	(void)state;
	struct bench bench;
	bench_open(&bench);
	bench_set(&bench, "signatureKey", key);
	assert_int_equal(bench_form(&bench, "rest/getOrderStatusExtended.do", "orderNumber=1"), 5);
	assert_string_equal(bench_text(&bench, "errorMessage"), "[X-Hash] Access denied: the request must be signed");
	bench_set(&bench, "signatureKey", "");
	assert_int_equal(bench_form(&bench, "rest/getOrderStatusExtended.do", "orderNumber=1"), 6);
	bench_close(&bench);
}

int sandbox_check_signature(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_published_sample_is_right),
		cmocka_unit_test(anything_else_is_not),
		cmocka_unit_test(a_merchant_can_demand_it),
	};
	return cmocka_run_group_tests_name("signed requests", tests, NULL, NULL);
}
