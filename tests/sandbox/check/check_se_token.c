/* seToken: card data that the shop's page encrypted for the gateway. Now is 2026-11-21T12:00:00 UTC. */
#include "bench.h"
#include "check.h"

#include "base/base64.h"
#include "base/clock.h"
#include "payment/keys.h"
#include "base/secret.h"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NOW     "2026-11-21T15:00:00+03:00"
#define PAN     "4444555511113333"
#define CARD    PAN "/123/202612"
#define TOKEN   1024
#define INSTANT "amount=700&returnUrl=https://shop.example/"

static unsigned char *key; /* made once, since that takes long */
static size_t key_size;

static void open_bench(struct bench *bench)
{
	bench_open(bench);
	struct sandbox_store *store = bench->gateway.store;
	if (key) {
		assert_true(sandbox_store_blob_write(store, "rsa", key, key_size));
	}
	sandbox_keys_serve(bench->gateway.store, &bench->reply);
	if (!key) {
		assert_true(sandbox_store_blob_read(store, "rsa", &key, &key_size));
	}
}

static int forget_key(void **state)
{
	(void)state;
	free(key);
	key = NULL;
	return 0;
}

static EVP_PKEY *read_public(struct bench *bench)
{
	sandbox_keys_serve(bench->gateway.store, &bench->reply);
	assert_int_equal(bench->reply.status, 200);
	BIO *memory = BIO_new_mem_buf(bench_text(bench, "keys.0.keyValue"), -1);
	EVP_PKEY *public = PEM_read_bio_PUBKEY(memory, NULL, NULL, NULL);
	BIO_free(memory);
	assert_non_null(public);
	return public;
}

/* Base64 as a form has it. */
static void write_field(const unsigned char *bytes, int size, char token[TOKEN])
{
	char plain[512];
	EVP_EncodeBlock((unsigned char *)plain, bytes, size);
	token[0] = '\0';
	for (const char *c = plain; *c; c++) {
		char part[4] = {*c, '\0'};
		const char *code = *c == '+' ? "%2B" : *c == '/' ? "%2F" : *c == '=' ? "%3D" : part;
		strcat(token, code);
	}
}

static void encrypt_token(struct bench *bench, const char *plain, char token[TOKEN])
{
	unsigned char bytes[256];
	size_t size = sizeof bytes;
	EVP_PKEY *public = read_public(bench);
	EVP_PKEY_CTX *context = EVP_PKEY_CTX_new(public, NULL);
	assert_int_equal(EVP_PKEY_encrypt_init(context), 1);
	assert_int_equal(EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING), 1);
	assert_int_equal(EVP_PKEY_encrypt(context, bytes, &size, (const unsigned char *)plain, strlen(plain)), 1);
	EVP_PKEY_CTX_free(context);
	EVP_PKEY_free(public);
	write_field(bytes, (int)size, token);
}

/* A token of now with a uuid of its own. */
__attribute__((format(printf, 3, 4))) static void make(struct bench *bench, char token[TOKEN], const char *format, ...)
{
	char plain[512], uuid[UUID_SIZE];
	va_list arguments;
	sandbox_random_uuid(uuid);
	snprintf(plain, sizeof plain, NOW "/%s/", uuid);
	va_start(arguments, format);
	vsnprintf(plain + strlen(plain), sizeof plain - strlen(plain), format, arguments);
	va_end(arguments);
	encrypt_token(bench, plain, token);
}

static int pay_by_token(struct bench *bench, const char *id, const char *token)
{
	return bench_form(bench, "rest/paymentorder.do", "MDORDER=%s&TEXT=A+B&seToken=%s", id, token);
}

static int pay_token_instantly(struct bench *bench, const char *token, const char *more)
{
	return bench_form(bench, "rest/instantPayment.do", INSTANT "&seToken=%s%s", token, more);
}

static void store_card(struct bench *bench, const char *client, char binding[UUID_SIZE])
{
	char id[UUID_SIZE], more[64];
	snprintf(more, sizeof more, "&clientId=%s", client);
	bench_paid(bench, "register", 100, more, id);
	assert_int_equal(bench_form(bench, "rest/getOrderStatusExtended.do", "orderId=%s", id), 0);
	snprintf(binding, UUID_SIZE, "%s", bench_text(bench, "bindingInfo.bindingId"));
}

static void the_public_key_is_published(void **state)
{
	(void)state;
	struct bench bench;
	char first[1024];
	open_bench(&bench);
	EVP_PKEY *public = read_public(&bench);
	assert_int_equal(EVP_PKEY_bits(public), 2048);
	EVP_PKEY_free(public);
	assert_string_equal(bench_text(&bench, "keys.0.protocolVersion"), "RSA");
	assert_true(json_object_get_int64(bench_member(&bench, "keys.0.keyExpiration")) > sandbox_clock_now());
	snprintf(first, sizeof first, "%s", bench_text(&bench, "keys.0.keyValue"));
	assert_true(sandbox_store_begin(bench.gateway.store));
	assert_true(sandbox_store_reset(bench.gateway.store));
	assert_true(sandbox_store_commit(bench.gateway.store));
	sandbox_keys_serve(bench.gateway.store, &bench.reply);
	assert_string_equal(first, bench_text(&bench, "keys.0.keyValue"));
	bench_close(&bench);
}

static void an_encrypted_card_pays_its_order(void **state)
{
	(void)state;
	static const struct {
		const char *format; /* of the order's id */
		int code;
		bool paid;
	} rows[] = {
		{CARD "/%s", 0, true},
		{CARD "/%s//A B", 0, true},
		{CARD "/%s//A B/SITE", 0, true},
		{PAN "//202612/%s", 0, true},
		{PAN "/321/202612/%s", 0, false},
		{CARD "/%s//A B/SITE/x", 5, false},
		{CARD "/x%s", 5, false},
		{CARD "%.0s", 5, false},
		{PAN "/12/202612/%s", 5, false},
		{PAN "/123/2612/%s", 5, false},
		{PAN "/123//%s", 5, false},
		{"444455551111333x/123/202612/%s", 5, false},
		{"4444555511113334/123/202612/%s", 1, false},
		{PAN "/123/202613/%s", 1, false},
		{CARD "/%s/47eb0336-5ad9-4e03-8a1e-b9f3656ec768", 5, false},
		{"///%s/47eb0336-5ad9-4e03-8a1e-b9f3656ec768", 5, false},
	};
	struct bench bench;
	char id[UUID_SIZE], token[TOKEN];
	open_bench(&bench);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		bench_register(&bench, "register", 100, "", id);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
		make(&bench, token, rows[i].format, id);
#pragma GCC diagnostic pop
		assert_int_equal(pay_by_token(&bench, id, token), rows[i].code);
		bench_expect(&bench, id, rows[i].paid ? 2 : rows[i].code ? 0 : 6, rows[i].paid * 100, rows[i].paid * 100, 0);
	}
	bench_close(&bench);
}

static void a_token_is_used_once(void **state)
{
	(void)state;
	struct bench bench;
	char id[UUID_SIZE], token[TOKEN];
	open_bench(&bench);
	make(&bench, token, CARD);
	assert_int_equal(pay_token_instantly(&bench, token, ""), 0);
	assert_int_equal(pay_token_instantly(&bench, token, ""), 5);
	assert_int_equal(bench_form(&bench, "rest/instantRefund.do", "amount=1&seToken=%s", token), 5);
	bench_register(&bench, "register", 100, "", id);
	make(&bench, token, CARD "/%s", id);
	assert_int_equal(pay_by_token(&bench, id, token), 0);
	assert_int_equal(pay_by_token(&bench, id, token), 5);
	/* One uuid in two ciphertexts is one token. */
	encrypt_token(&bench, NOW "/fd4b1011-727a-41e8-95b4-d7092d729022/" CARD, token);
	assert_int_equal(pay_token_instantly(&bench, token, ""), 0);
	encrypt_token(&bench, NOW "/FD4B1011-727a-41e8-95b4-d7092d729022/" CARD "//", token);
	assert_int_equal(pay_token_instantly(&bench, token, ""), 5);
	bench_close(&bench);
}

static void what_is_no_token_is_refused(void **state)
{
	(void)state;
	static const struct {
		const char *plain;
		int code;
	} rows[] = {
		{NOW "/fd4b1011-727a-41e8-95b4-d7092d729001/" CARD, 0},
		{"2026-11-21T11:01:00+00:00/fd4b1011-727a-41e8-95b4-d7092d729002/" CARD, 0},
		{"2026-11-21T10:59:59+00:00/fd4b1011-727a-41e8-95b4-d7092d729003/" CARD, 5},
		{"2026-11-21T12:04:00+00:00/fd4b1011-727a-41e8-95b4-d7092d729004/" CARD, 0},
		{"2026-11-21T12:06:00+00:00/fd4b1011-727a-41e8-95b4-d7092d729005/" CARD, 5},
		{"2026-11-21T12:00:00/fd4b1011-727a-41e8-95b4-d7092d729006/" CARD, 5},
		{"2026-11-21T12:00:00Z/fd4b1011-727a-41e8-95b4-d7092d729007/" CARD, 5},
		{"2026-11-21 12:00:00+00:00/fd4b1011-727a-41e8-95b4-d7092d729008/" CARD, 5},
		{NOW "/fd4b1011-727a-41e8-95b4-d7092d72901/" CARD, 5},
		{NOW "/fd4b1011-727a-41e8-95b4-d7092d72901g/" CARD, 5},
		{NOW "//" CARD, 5},
		{NOW "/fd4b1011-727a-41e8-95b4-d7092d729009", 5},
		{NOW "/fd4b1011-727a-41e8-95b4-d7092d729010/", 5},
		{"", 5},
		{"x", 5},
	};
	static const char *const broken[] = {"x", "AAAA", "A%2B", "====", "%20", "A\xD0\xAF", "YQ%3D%3D%0A"};
	struct bench bench;
	char token[TOKEN];
	open_bench(&bench);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		encrypt_token(&bench, rows[i].plain, token);
		assert_int_equal(pay_token_instantly(&bench, token, ""), rows[i].code);
		if (rows[i].code) {
			assert_string_equal(bench_text(&bench, "errorMessage"), "[seToken] wrong value");
		}
	}
	for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
		assert_int_equal(pay_token_instantly(&bench, broken[i], ""), 5);
	}
	unsigned char noise[256];
	memset(noise, 7, sizeof noise);
	write_field(noise, sizeof noise, token);
	assert_int_equal(pay_token_instantly(&bench, token, ""), 5);
	bench_close(&bench);
}

static void a_token_replaces_what_it_holds(void **state)
{
	(void)state;
	static const char *const doubled[] = {"&pan=4444555511113333", "&cvc=123", "&expiry=202612"};
	static const char *const typed[] = {
		"&$PAN=4444555511113333", "&$CVC=123", "&YYYY=2026", "&MM=12", "&$EXPIRY=202612"};
	struct bench bench;
	char id[UUID_SIZE], token[TOKEN];
	open_bench(&bench);
	make(&bench, token, CARD);
	for (size_t i = 0; i < sizeof doubled / sizeof *doubled; i++) {
		assert_int_equal(pay_token_instantly(&bench, token, doubled[i]), 5);
	}
	assert_int_equal(pay_token_instantly(&bench, token, ""), 0); /* still fresh */
	bench_register(&bench, "register", 100, "", id);
	make(&bench, token, CARD "/%s", id);
	for (size_t i = 0; i < sizeof typed / sizeof *typed; i++) {
		assert_int_equal(
			bench_form(&bench, "rest/paymentorder.do", "MDORDER=%s&TEXT=A&seToken=%s%s", id, token, typed[i]), 5);
	}
	assert_int_equal(pay_by_token(&bench, id, token), 0);
	make(&bench, token, CARD "/%s", id);
	assert_int_equal(pay_token_instantly(&bench, token, ""), 5); /* no order there yet */
	bench_close(&bench);
}

static int pay_by_binding(struct bench *bench, const char *id, const char *binding, const char *token)
{
	return bench_form(
		bench, "rest/paymentOrderBinding.do", "tii=F&mdOrder=%s&bindingId=%s&seToken=%s", id, binding, token);
}

static void an_encrypted_binding_pays_its_order(void **state)
{
	(void)state;
	struct bench bench;
	char id[UUID_SIZE], binding[UUID_SIZE], other[UUID_SIZE], token[TOKEN];
	open_bench(&bench);
	store_card(&bench, "c", binding);
	store_card(&bench, "d", other);
	bench_register(&bench, "register", 100, "&clientId=c", id);
	make(&bench, token, CARD "/%s", id);
	assert_int_equal(pay_by_binding(&bench, id, binding, token), 5);
	make(&bench, token, "/123//%s/%s", id, other);
	assert_int_equal(pay_by_binding(&bench, id, binding, token), 5);
	assert_int_equal(pay_by_binding(&bench, id, other, token), 2); /* another client's */
	make(&bench, token, "/123/202612/%s/%s", id, binding);
	assert_int_equal(pay_by_binding(&bench, id, binding, token), 5);
	make(&bench, token, "/123//%s/%s", id, binding);
	assert_int_equal(bench_form(&bench, "rest/paymentOrderBinding.do",
						 "tii=F&cvc=123&mdOrder=%s&bindingId=%s&seToken=%s", id, binding, token),
		5);
	assert_int_equal(bench_form(&bench, "rest/paymentOrderBinding.do", "tii=U&mdOrder=%s&bindingId=%s&seToken=%s", id,
						 binding, token),
		5); /* nobody there to type a CVC */
	make(&bench, token, "/123//%s/%s", id, binding);
	assert_int_equal(pay_by_binding(&bench, id, binding, token), 0);
	bench_expect(&bench, id, 2, 100, 100, 0);
	bench_register(&bench, "register", 100, "&clientId=c", id);
	make(&bench, token, "///%s/%s", id, binding);
	assert_int_equal(pay_by_binding(&bench, id, binding, token), 0);
	bench_expect(&bench, id, 2, 100, 100, 0);
	bench_close(&bench);
}

static void an_encrypted_binding_pays_at_once(void **state)
{
	(void)state;
	struct bench bench;
	char binding[UUID_SIZE], more[128], token[TOKEN];
	open_bench(&bench);
	store_card(&bench, "c", binding);
	make(&bench, token, "/123///%s", binding);
	assert_int_equal(pay_token_instantly(&bench, token, "&clientId=c"), 0);
	assert_string_equal(bench_text(&bench, "bindingId"), binding);
	make(&bench, token, "////%s", binding);
	assert_int_equal(pay_token_instantly(&bench, token, ""), 5);
	make(&bench, token, "////%s", binding);
	assert_int_equal(pay_token_instantly(&bench, token, "&clientId=d"), 2);
	make(&bench, token, "////%s", binding);
	assert_int_equal(pay_token_instantly(&bench, token, "&clientId=c&bindingId=x"), 5);
	snprintf(more, sizeof more, "&clientId=c&bindingId=%s", binding);
	assert_int_equal(pay_token_instantly(&bench, token, more), 0);
	make(&bench, token, CARD "///A B");
	assert_int_equal(pay_token_instantly(&bench, token, ""), 0);
	assert_string_equal(bench_text(&bench, "orderStatus.cardholderName"), "A B");
	bench_close(&bench);
}

/* By either method, encrypted and not; each time the answer is the same. */
static void expect_unusable(struct bench *bench, const char *client, const char *binding)
{
	char id[UUID_SIZE], more[128], token[TOKEN];
	snprintf(more, sizeof more, "&clientId=%s", client);
	bench_register(bench, "register", 100, more, id);
	make(bench, token, "///%s/%s", id, binding);
	assert_int_equal(pay_by_binding(bench, id, binding, token), 2);
	assert_int_equal(bench_form(bench, "rest/paymentOrderBinding.do", "tii=F&mdOrder=%s&bindingId=%s", id, binding), 2);
	assert_int_equal(bench_form(bench, "rest/paymentOrderBinding.do", "tii=U&mdOrder=%s&bindingId=%s", id, binding), 2);
	bench_expect(bench, id, 0, 0, 0, 0);
	make(bench, token, "////%s", binding);
	assert_int_equal(pay_token_instantly(bench, token, more), 2);
	assert_string_equal(bench_text(bench, "errorMessage"), "Binding not found");
	snprintf(more, sizeof more, "&clientId=%s&bindingId=%s", client, binding);
	assert_int_equal(bench_form(bench, "rest/instantPayment.do", INSTANT "%s", more), 2);
	assert_string_equal(bench_text(bench, "errorMessage"), "Binding not found");
	assert_int_equal(bench_form(bench, "rest/instantPayment.do", INSTANT "%s&tii=U", more), 2);
}

static void guessing_a_binding_is_of_no_use(void **state)
{
	(void)state;
	struct bench bench;
	struct sandbox_books before, after;
	char binding[UUID_SIZE];
	open_bench(&bench);
	store_card(&bench, "c", binding);
	assert_true(sandbox_store_books(bench.gateway.store, &before));
	expect_unusable(&bench, "c", "47eb0336-5ad9-4e03-8a1e-b9f3656ec768"); /* unknown */
	expect_unusable(&bench, "d", binding);                                /* another client's */
	assert_int_equal(bench_form(&bench, "rest/unBindCard.do", "bindingId=%s", binding), 0);
	expect_unusable(&bench, "c", binding);
	assert_int_equal(bench_form(&bench, "rest/bindCard.do", "bindingId=%s", binding), 0);
	assert_true(sandbox_store_books(bench.gateway.store, &after));
	assert_int_equal(after.sums[SANDBOX_OPERATION_DEPOSITED], before.sums[SANDBOX_OPERATION_DEPOSITED]);
	assert_int_equal(after.counts[SANDBOX_OPERATION_DECLINED], 0);
	bench_close(&bench);
}

static void money_goes_to_an_encrypted_card(void **state)
{
	(void)state;
	struct bench bench;
	char binding[UUID_SIZE], token[TOKEN];
	open_bench(&bench);
	store_card(&bench, "c", binding);
	static const char *const plains[] = {CARD, PAN "//202612"};
	for (size_t i = 0; i < sizeof plains / sizeof *plains; i++) {
		make(&bench, token, "%s", plains[i]);
		assert_int_equal(bench_form(&bench, "rest/instantRefund.do", "amount=1&seToken=%s", token), 0);
	}
	static const char *const stored[] = {"/123///", "////"};
	for (size_t i = 0; i < sizeof stored / sizeof *stored; i++) {
		make(&bench, token, "%s%s", stored[i], binding);
		assert_int_equal(bench_form(&bench, "rest/instantRefund.do", "amount=1&seToken=%s", token), 0);
	}
	make(&bench, token, "////%s", "x");
	assert_int_equal(bench_form(&bench, "rest/instantRefund.do", "amount=1&seToken=%s", token), 2);
	bench_close(&bench);
}

static void base64_is_strict(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		bool url;
		const char *bytes; /* NULL: it is none */
	} rows[] = {
		{"YWJj", false, "abc"},
		{"YWI=", false, "ab"},
		{"YQ==", false, "a"},
		{"YQ", false, NULL},
		{"YQ=", false, NULL},
		{"YQ===", false, NULL},
		{"Y===", false, NULL},
		{"", false, NULL},
		{"YWJj\n", false, NULL},
		{" YWJj", false, NULL},
		{"YW-_", false, NULL},
		{"Pz8/", false, "???"},
		{"Pz8_", true, "???"},
		{"Pz8/", true, NULL},
		{"YQ", true, "a"},
		{"YWI", true, "ab"},
		{"YQ==", true, "a"},
		{"YQ=", true, NULL},
		{"Y", true, NULL},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		size_t size = 0;
		unsigned char *bytes = sandbox_base64_decode(rows[i].text, rows[i].url, &size);
		assert_int_equal(!bytes, !rows[i].bytes);
		if (bytes) {
			assert_string_equal((char *)bytes, rows[i].bytes);
			assert_int_equal(size, strlen(rows[i].bytes));
		}
		free(bytes);
	}
}

int sandbox_check_se_token(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_public_key_is_published),
		cmocka_unit_test(an_encrypted_card_pays_its_order),
		cmocka_unit_test(a_token_is_used_once),
		cmocka_unit_test(what_is_no_token_is_refused),
		cmocka_unit_test(a_token_replaces_what_it_holds),
		cmocka_unit_test(an_encrypted_binding_pays_its_order),
		cmocka_unit_test(an_encrypted_binding_pays_at_once),
		cmocka_unit_test(guessing_a_binding_is_of_no_use),
		cmocka_unit_test(money_goes_to_an_encrypted_card),
		cmocka_unit_test(base64_is_strict),
	};
	return cmocka_run_group_tests_name("se token", tests, NULL, forget_key);
}
