/* Signed requests: the published sample, and the keys that the options take. */
#include "fixture.h"

#include "buffer.h"
#include "request/signature.h"
#include "rsa_key.h"

#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <stdio.h>
#include <string.h>

/* Of the BPC documentation. Its private key, which it prints too, makes this signature. */
#define SAMPLE_BODY "amount=10000&password=gcjgcW1&returnUrl=http&userName=signature-api"
#define SAMPLE_HASH "eYkMUF+xaYJhsETTIGsctl6DBNZha1ITN8muCcWQtZk="
static const char sample_signature[] =
	"pJ/gM4PR1/mKGuIxMvTl5pYDDjJslb0BcXFnIxijFn5qKdPd7W+2ueoctziU7omnkYp01/"
	"BlracukH1GOPWMSO+9zKuTDdFueFm1utsS0zaPFU+dmc1n"
	"iGDRWE0CbCXcti/rGSTDPsnR58mwqgVkbCWxKyCDtuo5LxiKPK9mzgWTUuJ8LX6f6u42MURi5tRG6a9dc8l/"
	"+J94g0YOk911R6Lqv2jcluEvZ9ZeMMt8"
	"hyxowb0eDaCHlussu2CAyqpE9V+EUAc81Jkwv96MMSsA6UnFwEaCV/k+kwYd0jHCx94m2yWX734p9cWsBW7Fr5F0zox9Yck4GOjqe9nJMMB9jQ==";
static const char sample_key[] =
	"-----BEGIN PUBLIC KEY-----MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAqnJHFC/H+PCH/POZ7rz7Bh+f47gZvZbLH1Ynv+EnA96N"
	"l9HD+TiXkM2KQRlnjQzpJQxGL2ahNy2eUYX6lGjLJZOVUYMGPO54ONLmGi3T9at0T2736FLDtksgtc9ydz8eKShoDA6Eb+"
	"LX4bWsLBXQhLPY2VGnHgVU"
	"G+"
	"eBDojf6pZpPAlOeWCmi3MlfOwN2oET2gZgM8eOaUh3p15yISOXMVO2C8HVD6svQG3rjNnPTLLrCUw4F0zaj3XWiZsy8AXVGB1mElzSdm4IoHjbN7Og"
	"UB5vzHBTbo4pdABC3EuHyp2aINHavjkU+RnE+mW/+c7l65wXCRblEaXhYb5U5HYWYwIDAQAB-----END PUBLIC KEY-----";

/* ---------------------------------------------------------------- keys of the tests */

#define KEY_PASSWORD "key-password"

static EVP_PKEY *pair;
static char plain_pem[4096], encrypted_pem[4096], public_pem[2048], small_pem[2048], curve_pem[1024];

static EVP_PKEY *make_rsa(int bits)
{
	EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_id(EVP_PKEY_RSA, NULL);
	EVP_PKEY *key = NULL;

	assert_int_equal(EVP_PKEY_keygen_init(context), 1);
	assert_int_equal(EVP_PKEY_CTX_set_rsa_keygen_bits(context, bits), 1);
	assert_int_equal(EVP_PKEY_keygen(context, &key), 1);
	EVP_PKEY_CTX_free(context);
	return key;
}

static EVP_PKEY *make_curve_key(void)
{
	EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_id(EVP_PKEY_ED25519, NULL);
	EVP_PKEY *key = NULL;

	assert_int_equal(EVP_PKEY_keygen_init(context), 1);
	assert_int_equal(EVP_PKEY_keygen(context, &key), 1);
	EVP_PKEY_CTX_free(context);
	return key;
}

static void take_pem(BIO *bio, char *to, size_t room)
{
	char *at;
	long length = BIO_get_mem_data(bio, &at);

	assert_true((size_t)length < room);
	memcpy(to, at, (size_t)length);
	to[length] = '\0';
	BIO_free(bio);
}

static void write_private(EVP_PKEY *key, const char *password, char *to, size_t room)
{
	BIO *bio = BIO_new(BIO_s_mem());

	assert_int_equal(PEM_write_bio_PKCS8PrivateKey(bio, key, password ? EVP_aes_256_cbc() : NULL, password,
						 password ? (int)strlen(password) : 0, NULL, NULL),
		1);
	take_pem(bio, to, room);
}

static int make_keys(void **state)
{
	EVP_PKEY *small = make_rsa(512), *curve = make_curve_key();
	BIO *bio = BIO_new(BIO_s_mem());

	(void)state;
	pair = make_rsa(2048);
	write_private(pair, NULL, plain_pem, sizeof(plain_pem));
	write_private(pair, KEY_PASSWORD, encrypted_pem, sizeof(encrypted_pem));
	write_private(small, NULL, small_pem, sizeof(small_pem));
	write_private(curve, NULL, curve_pem, sizeof(curve_pem));
	assert_int_equal(PEM_write_bio_PUBKEY(bio, pair), 1);
	take_pem(bio, public_pem, sizeof(public_pem));
	EVP_PKEY_free(small);
	EVP_PKEY_free(curve);
	return 0;
}

static int free_keys(void **state)
{
	(void)state;
	EVP_PKEY_free(pair);
	return 0;
}

/* ---------------------------------------------------------------- the sample */

/* Is it, in Base64, the signature of the hash of the body? As the gateway would verify it. */
static bool verifies(EVP_PKEY *key, const char *body, const char *base64)
{
	unsigned char hash[32], bytes[400];
	EVP_MD_CTX *context = EVP_MD_CTX_new();
	bool good;

	assert_int_equal(strlen(base64), 344);
	assert_int_equal(EVP_DecodeBlock(bytes, (const unsigned char *)base64, 344), 258);
	assert_int_equal(EVP_Digest(body, strlen(body), hash, NULL, EVP_sha256(), NULL), 1);
	good = EVP_DigestVerifyInit(context, NULL, EVP_sha256(), NULL, key) == 1 &&
		   EVP_DigestVerify(context, bytes, 256, hash, sizeof(hash)) == 1;
	EVP_MD_CTX_free(context);
	return good;
}

static void agrees_with_the_published_sample(void **state)
{
	EVP_PKEY *key = pgw_rsa_public_key(text_of(sample_key));
	struct pgw_buffer body = {(char *)SAMPLE_BODY, strlen(SAMPLE_BODY), 0, false, false}, hash = {0}, signature = {0};

	(void)state;
	assert_non_null(key);
	assert_true(verifies(key, SAMPLE_BODY, sample_signature)); /* what is verified is what the sample signs */
	assert_true(pgw_signature_write(&hash, &signature, pair, &body));
	assert_string_equal(hash.at, "X-Hash: " SAMPLE_HASH);
	assert_memory_equal(signature.at, "X-Signature: ", 13);
	assert_true(verifies(pair, SAMPLE_BODY, signature.at + 13));
	assert_false(verifies(pair, SAMPLE_BODY "x", signature.at + 13));
	pgw_buffer_free(&hash);
	pgw_buffer_free(&signature);
	EVP_PKEY_free(key);
}

/* ---------------------------------------------------------------- requests */

static struct pgw_client *client_with(
	const char *dialect, const char *pem, const char *password, struct pgw_error *error)
{
	struct pgw_buffer json = {0};
	struct pgw_client *client;
	void *options;

	*error = (struct pgw_error){0};
	pgw_buffer_add_text(&json, "{\"dialect\":\"");
	pgw_buffer_add_text(&json, dialect);
	pgw_buffer_add_text(&json, "\"");
	if (pem) {
		pgw_buffer_add_text(&json, ",\"signatureKey\":");
		pgw_buffer_add_quoted(&json, pem, strlen(pem));
	}
	if (password) {
		pgw_buffer_add_text(&json, ",\"signatureKeyPassword\":");
		pgw_buffer_add_quoted(&json, password, strlen(password));
	}
	pgw_buffer_add_text(&json, "}");
	options = node_of_json(json.at);
	client = pgw_client_create(NULL, text_of(BASE_URI), text_of(USER_NAME), text_of(PASSWORD), text_of(NULL), NULL,
		&pgw_json_tree, options, error);
	pgw_json_free(options);
	pgw_buffer_free(&json);
	return client;
}

/* Forms, JSON, by path, reads and payments alike: what is signed is the body as it is sent. */
static void signs_every_request(void **state)
{
	static const struct {
		const char *dialect, *call;
	} calls[] = {{"classic", "register"}, {"classic", "getOrderStatusExtended"}, {"classic", "recurrentPayment"},
		{"classic", "applePay"}, {"classic", "rest/newThing.do"}, {"sberbank", "paymentOrder"}};
	struct pgw_error error;

	(void)state;
	for (size_t i = 0; i < COUNT(calls); i++) {
		struct pgw_client *client = client_with(calls[i].dialect, plain_pem, NULL, &error);
		struct built built;

		assert_non_null(client);
		build_any(&built, client, calls[i].call);
		assert_true(built.good);
		assert_true(verifies(pair, built.request.body.at, built.request.signature.at + strlen("X-Signature: ")));
		built_free(&built);
		pgw_client_free(client);
	}
}

static void signs_nothing_without_a_key(void **state)
{
	struct pgw_client *client = client_of(NULL);
	struct built built;

	(void)state;
	assert_false(pgw_client_show(client).signs);
	build_any(&built, client, "register");
	assert_int_equal(built.request.hash.length + built.request.signature.length, 0);
	built_free(&built);
	pgw_client_free(client);
}

/* ---------------------------------------------------------------- options */

struct option {
	const char *label, *pem, *password, *message; /* message NULL: accepted */
};

#define NO_KEY "option signatureKey must be an RSA private key in PEM"

static const struct option options[] = {
	{"plain", plain_pem, NULL, NULL},
	{"encrypted", encrypted_pem, KEY_PASSWORD, NULL},
	{"plain, and a password", plain_pem, KEY_PASSWORD, NULL},
	{"no password", encrypted_pem, NULL, NO_KEY "; one that is encrypted requires signatureKeyPassword"},
	{"wrong password", encrypted_pem, "other", NO_KEY ", and signatureKeyPassword its password"},
	{"public", public_pem, NULL, NO_KEY "; one that is encrypted requires signatureKeyPassword"},
	{"too short", small_pem, NULL, NO_KEY "; one that is encrypted requires signatureKeyPassword"},
	{"another kind", curve_pem, NULL, NO_KEY "; one that is encrypted requires signatureKeyPassword"},
	{"a path", "/etc/ssl/private/key.pem", NULL, NO_KEY "; one that is encrypted requires signatureKeyPassword"},
	{"password alone", NULL, KEY_PASSWORD, "option signatureKeyPassword requires signatureKey"},
};

static void takes_keys(void **state)
{
	const struct option *option = *state;
	struct pgw_error error;
	struct pgw_client *client = client_with("classic", option->pem, option->password, &error);

	if (option->message) {
		assert_null(client);
		assert_int_equal(error.kind, PGW_ERROR_ARGUMENT);
		assert_string_equal(error.message, option->message);
		return;
	}
	assert_non_null(client);
	assert_true(pgw_client_show(client).signs);
	pgw_client_free(client);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(agrees_with_the_published_sample),
		cmocka_unit_test(signs_every_request),
		cmocka_unit_test(signs_nothing_without_a_key),
	};
	int failed;

	make_keys(NULL);
	failed = cmocka_run_group_tests_name("signature", tests, NULL, NULL);
	failed += RUN_ROWS("signature: options", options, takes_keys);
	free_keys(NULL);
	return failed != 0;
}
