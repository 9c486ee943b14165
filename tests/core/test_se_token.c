/* seToken: the plain text by the published vectors, what a card must have, and which key of the gateway's is used. */
#include "fixture.h"

#include "rsa_key.h"
#include "se_token.h"

#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* ---------------------------------------------------------------- the plain text */

/* Of the tests of the gateway's own mobile SDK. */
static const struct pgw_se_stamp stamp = {"2020-07-06T07:26:20+03:00", "fd4b1011-727a-41e8-95b4-d7092d729022"};
#define STAMP "2020-07-06T07:26:20+03:00/fd4b1011-727a-41e8-95b4-d7092d729022/"
#define ORDER "7f472085-399e-414e-b51c-a7b538aee497"
#define BOUND "47eb0336-5ad9-4e03-8a1e-b9f3656ec768"

struct shape {
	const char *label, *card, *plain;
};

static const struct shape shapes[] = {
	{"vector: card", "{'pan':'4532896701439077','cvc':'444','expiry':'202012','orderId':'" ORDER "'}",
		STAMP "4532896701439077/444/202012/" ORDER},
	{"vector: binding without CVV", "{'bindingId':'" BOUND "','orderId':'" ORDER "'}", STAMP "///" ORDER "/" BOUND},
	{"binding with CVV", "{'bindingId':'" BOUND "','orderId':'" ORDER "','cvc':'123'}", STAMP "/123//" ORDER "/" BOUND},
	{"card without CVV", "{'pan':'4532896701439077','expiry':'202012','orderId':'" ORDER "'}",
		STAMP "4532896701439077//202012/" ORDER},
	{"at once: card", "{'pan':'4532896701439077','cvc':'444','expiry':'202012'}", STAMP "4532896701439077/444/202012"},
	{"at once: card without CVV", "{'pan':'4532896701439077','expiry':'202012'}", STAMP "4532896701439077//202012"},
	{"at once: binding with CVV", "{'bindingId':'b','cvc':'123'}", STAMP "/123///b"},
	{"at once: binding", "{'bindingId':'b'}", STAMP "////b"},
	{"ints", "{'pan':4532896701439077,'cvc':444,'expiry':202012}", STAMP "4532896701439077/444/202012"},
	{"cardholder", "{'pan':'4532896701439077','expiry':'202012','cardholder':'A B'}",
		STAMP "4532896701439077//202012///A B"},
	{"all",
		"{'pan':'4532896701439077','cvc':'4444','expiry':'202012','orderId':'o','cardholder':'Ж','registeredFrom':'r'}",
		STAMP "4532896701439077/4444/202012/o//Ж/r"},
	{"null and empty", "{'pan':'4532896701439077','expiry':'202012','cvc':null,'orderId':'','cardholder':null}",
		STAMP "4532896701439077//202012"},
};

static void is_written(void **state)
{
	const struct shape *shape = *state;
	void *card = node_of_json(shape->card);
	struct pgw_buffer plain = {0};
	struct pgw_error error = {0};

	if (!pgw_se_token_write(&plain, &stamp, &pgw_json_tree, card, &error)) {
		fail_msg("%s", error.message);
	}
	assert_string_equal(plain.at, shape->plain);
	pgw_buffer_free(&plain);
	pgw_json_free(card);
}

struct refusal {
	const char *label, *card, *message;
};

static const struct refusal refusals[] = {
	{"nothing", "{}", "card: one of pan, bindingId is missing"},
	{"both", "{'pan':'4532896701439077','expiry':'202012','bindingId':'b'}",
		"card: only one of pan, bindingId may be given"},
	{"no expiry", "{'pan':'4532896701439077'}", "card: pan needs expiry"},
	{"short pan", "{'pan':'45328967014','expiry':'202012'}", "card: pan must be 12 to 19 digits"},
	{"blanks in the pan", "{'pan':'4532 8967 0143 9077','expiry':'202012'}", "card: pan must be 12 to 19 digits"},
	{"float", "{'pan':4532896701439077.5,'expiry':'202012'}", "card: pan must be 12 to 19 digits"},
	{"cvc", "{'pan':'4532896701439077','expiry':'202012','cvc':'12'}", "card: cvc must be 3 or 4 digits"},
	{"expiry", "{'pan':'4532896701439077','expiry':'12/20'}", "card: expiry must be 6 digits, YYYYMM"},
	{"slash", "{'bindingId':'a/b'}", "card: bindingId must be without slashes and control characters"},
	{"line break", "{'bindingId':'b','cardholder':'a\\nb'}",
		"card: cardholder must be without slashes and control characters"},
	{"long order", "{'bindingId':'b','orderId':'0123456789012345678901234567890123456'}",
		"card: orderId must be a string of 1 to 36 characters of valid UTF-8"},
	{"unknown", "{'bindingId':'b','cvv':'123'}", "card: cvv is unknown; did you mean cvc?"},
	{"a number as a name", "{'bindingId':'b','4532896701439077':'1'}", "card: (digits) is unknown"},
};

static void is_refused(void **state)
{
	const struct refusal *refusal = *state;
	void *card = node_of_json(refusal->card);
	struct pgw_error error = {0};

	assert_false(pgw_se_token_check(&pgw_json_tree, card, &error));
	assert_int_equal(error.kind, PGW_ERROR_ARGUMENT);
	assert_string_equal(error.message, refusal->message);
	pgw_json_free(card);
}

/* ---------------------------------------------------------------- encrypting */

/* One pair for all tests: making one takes long. */
static EVP_PKEY *pair;
static char pem[2048], bare_pem[2048]; /* the public key, the second time without line breaks */

static EVP_PKEY *make_pair(int bits)
{
	EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_id(EVP_PKEY_RSA, NULL);
	EVP_PKEY *key = NULL;

	assert_int_equal(EVP_PKEY_keygen_init(context), 1);
	assert_int_equal(EVP_PKEY_CTX_set_rsa_keygen_bits(context, bits), 1);
	assert_int_equal(EVP_PKEY_keygen(context, &key), 1);
	EVP_PKEY_CTX_free(context);
	return key;
}

static void write_pem(EVP_PKEY *key, char *to)
{
	BIO *bio = BIO_new(BIO_s_mem());
	char *at;
	long length;

	assert_int_equal(PEM_write_bio_PUBKEY(bio, key), 1);
	length = BIO_get_mem_data(bio, &at);
	memcpy(to, at, (size_t)length);
	to[length] = '\0';
	BIO_free(bio);
}

static int make_keys(void **state)
{
	char *to = bare_pem;

	(void)state;
	pair = make_pair(2048);
	write_pem(pair, pem);
	for (const char *from = pem; *from; from++) {
		if (*from != '\n') {
			*to++ = *from;
		}
	}
	*to = '\0';
	return 0;
}

static int free_keys(void **state)
{
	(void)state;
	EVP_PKEY_free(pair);
	return 0;
}

/* The plain text of a token. */
static const char *decrypted(const struct pgw_buffer *token)
{
	static char plain[256];
	EVP_PKEY_CTX *context = EVP_PKEY_CTX_new(pair, NULL);
	unsigned char bytes[300], room[256];
	size_t length = sizeof(room);

	assert_int_equal(token->length, 344); /* 256 bytes, and no line break */
	assert_int_equal(EVP_DecodeBlock(bytes, (const unsigned char *)token->at, (int)token->length), 258);
	assert_int_equal(EVP_PKEY_decrypt_init(context), 1);
	assert_int_equal(EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING), 1);
	assert_int_equal(EVP_PKEY_decrypt(context, room, &length, bytes, 256), 1);
	memcpy(plain, room, length);
	plain[length] = '\0';
	EVP_PKEY_CTX_free(context);
	return plain;
}

static struct pgw_buffer token_of(const char *card_json, const char *key, struct pgw_error *error)
{
	void *card = node_of_json(card_json);
	struct pgw_buffer token = {0};

	*error = (struct pgw_error){0};
	assert_true(pgw_se_token_create(&token, &pgw_json_tree, card, text_of(key), error) == (token.length > 0));
	pgw_json_free(card);
	return token;
}

static void is_encrypted_with_either_form_of_the_key(void **state)
{
	const char *const keys[] = {pem, bare_pem};
	char uuids[COUNT(keys)][37];
	struct pgw_error error;

	(void)state;
	for (size_t i = 0; i < COUNT(keys); i++) {
		struct pgw_buffer token = token_of("{'pan':'4532896701439077','cvc':'444','expiry':'202012'}", keys[i], &error);
		char when[32], rest[64];
		const char *plain;
		struct tm tm = {0};

		assert_string_equal(error.message, "");
		plain = decrypted(&token);
		assert_int_equal(sscanf(plain, "%25[^/]/%36[^/]/%63[^\n]", when, uuids[i], rest), 3);
		assert_string_equal(rest, "4532896701439077/444/202012");
		assert_string_equal(strptime(when, "%Y-%m-%dT%H:%M:%S", &tm), "+00:00");
		assert_true(llabs((long long)(timegm(&tm) - time(NULL))) < 60);
		assert_int_equal(strlen(uuids[i]), 36);
		assert_int_equal(uuids[i][14], '4');
		pgw_buffer_free(&token);
	}
	assert_string_not_equal(uuids[0], uuids[1]);
}

/* 245 bytes fit: 63 of time, id and their slashes, 27 of the card, 150 and 5 of the rest with theirs. */
static void too_long_is_refused_before_encrypting(void **state)
{
	struct pgw_error error;

	(void)state;
	for (int more = 0; more < 2; more++) {
		char card[512], *holder = repeat("x", (size_t)(150 + more));
		struct pgw_buffer token;

		snprintf(card, sizeof(card),
			"{'pan':'4532896701439077','expiry':'202012','registeredFrom':'%s','cardholder':'%.150s'}",
			more ? "phone" : "site", holder);
		token = token_of(card, pem, &error);
		free(holder);
		if (more) {
			assert_string_equal(error.message,
				"card: its data have 246 bytes in all, and the gateway's key encrypts at most 245: give a shorter "
				"cardholder, or none");
		} else {
			assert_int_equal(strlen(decrypted(&token)), 245);
		}
		pgw_buffer_free(&token);
	}
}

static void other_keys_are_refused(void **state)
{
	EVP_PKEY *small = make_pair(512);
	char small_pem[1024];
	const char *const keys[] = {"", "nonsense", "-----BEGIN PUBLIC KEY-----", small_pem,
		"-----BEGIN PUBLIC KEY-----AAAA-----END PUBLIC KEY-----",
		"-----BEGIN PUBLIC KEY-----!!!!-----END PUBLIC KEY-----",
		/* of an elliptic curve */
		"-----BEGIN PUBLIC "
		"KEY-----MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEEVs/o5+uQbTjL3chynL4wXgUg2R9q9UU8I5mEovUf86QZ7kOBI"
		"jJwqnzD1omageEHWwHdBO6B+dFabmdT9POxg==-----END PUBLIC KEY-----"};
	struct pgw_error error;

	(void)state;
	write_pem(small, small_pem);
	for (size_t i = 0; i < COUNT(keys); i++) {
		token_of("{'bindingId':'b'}", keys[i], &error);
		assert_int_equal(error.kind, PGW_ERROR_ARGUMENT);
		assert_string_equal(error.message, "publicKeyPem must be an RSA public key in PEM");
	}
	EVP_PKEY_free(small);
}

/* ---------------------------------------------------------------- the gateway's keys */

static bool keep(
	struct pgw_se_keys *keys, const struct pgw_client *client, int status, const char *body, struct pgw_error *error)
{
	struct pgw_response response = {.http_status = status, .attempts = 1};
	struct pgw_request request;
	bool kept;

	*error = (struct pgw_error){0};
	assert_true(pgw_se_keys_request_init(&request, client, error));
	assert_string_equal(request.uri, BASE_URI "se/keys.do");
	assert_true(request.get);
	assert_int_equal(request.body.length, 0);
	response.body = (struct pgw_buffer){strdup(body), strlen(body), strlen(body) + 1, false, false};
	kept = pgw_se_keys_keep(keys, &request, &response, error);
	pgw_buffer_free(&response.body);
	pgw_request_free(&request);
	return kept;
}

/* keys.do with the keys; an expiration is in seconds from now. */
static const char *keys_reply(const char *first, long expires, const char *second, long other_expires)
{
	static char reply[8192];
	long long now = (long long)time(NULL);

	snprintf(reply, sizeof(reply),
		"{\"keys\":[{\"keyValue\":\"%s\",\"protocolVersion\":\"RSA\",\"keyExpiration\":%lld},"
		"{\"keyValue\":\"%s\",\"protocolVersion\":\"RSA\",\"keyExpiration\":%lld}]}",
		first, (now + expires) * 1000, second, (now + other_expires) * 1000);
	return reply;
}

static void assert_kept(const struct pgw_se_keys *keys, const struct pgw_client *client, const char *expected)
{
	struct pgw_text kept = pgw_se_keys_find(keys, client);

	if (!expected) {
		assert_null(kept.at);
		return;
	}
	assert_non_null(kept.at);
	assert_int_equal(kept.length, strlen(expected));
	assert_memory_equal(kept.at, expected, kept.length);
}

static void chooses_by_validity(void **state)
{
	struct pgw_se_keys *keys = pgw_se_keys_create();
	struct pgw_client *client = client_of(NULL), *other = client_of("{'ipResolve':'v4'}");
	struct pgw_error error;
	char second[sizeof(bare_pem) + 1], reply[3 * sizeof(bare_pem)];

	(void)state;
	snprintf(second, sizeof(second), "%s ", bare_pem); /* the same key, told apart by a blank */
	assert_kept(keys, client, NULL);
	assert_true(keep(keys, client, 200, keys_reply(bare_pem, -10, second, 60), &error));
	assert_kept(keys, client, second);
	assert_kept(keys, other, NULL); /* what another connection brought */
	assert_true(keep(keys, client, 200, keys_reply(bare_pem, 120, second, 60), &error));
	assert_kept(keys, client, bare_pem);
	assert_true(keep(keys, client, 200, keys_reply("broken", 120, second, 60), &error));
	assert_kept(keys, client, second);

	/* Nothing that could be used: what was kept stays. */
	assert_false(keep(keys, client, 200, keys_reply(bare_pem, -120, second, -60), &error));
	assert_int_equal(error.kind, PGW_ERROR_REPLY);
	assert_string_equal(error.message, "createSeToken: se/keys.do has no RSA key that is valid now");
	assert_kept(keys, client, second);

	/* Another protocol, and no expiration. */
	snprintf(reply, sizeof(reply),
		"{\"keys\":[1,{\"keyValue\":\"%s\",\"protocolVersion\":\"EC\",\"keyExpiration\":99999999999999},"
		"{\"keyValue\":\"%s\",\"protocolVersion\":\"RSA\"}]}",
		second, bare_pem);
	assert_true(keep(keys, client, 200, reply, &error));
	assert_kept(keys, client, bare_pem);
	pgw_se_keys_free(keys);
	pgw_client_free(client);
	pgw_client_free(other);
}

static void forgets_the_oldest(void **state)
{
	struct pgw_se_keys *keys = pgw_se_keys_create();
	struct pgw_client *clients[17];
	struct pgw_error error;

	(void)state;
	for (size_t i = 0; i < COUNT(clients); i++) {
		char options[64];

		snprintf(options, sizeof(options), "{'interface':'lo%zu'}", i);
		clients[i] = client_of(options);
		assert_true(keep(keys, clients[i], 200, keys_reply(bare_pem, 60, "x", 60), &error));
	}
	assert_kept(keys, clients[0], NULL);
	assert_kept(keys, clients[1], bare_pem);
	assert_kept(keys, clients[16], bare_pem);
	for (size_t i = 0; i < COUNT(clients); i++) {
		pgw_client_free(clients[i]);
	}
	pgw_se_keys_free(keys);
}

struct bad_answer {
	const char *label;
	int status;
	const char *body;
	enum pgw_error_kind kind;
};

static const struct bad_answer bad_answers[] = {
	{"HTML", 200, "<html>busy</html>", PGW_ERROR_REPLY},
	{"nothing", 200, "", PGW_ERROR_REPLY},
	{"no keys", 200, "{}", PGW_ERROR_REPLY},
	{"empty", 200, "{\"keys\":[]}", PGW_ERROR_REPLY},
	{"no list", 200, "{\"keys\":{\"a\":1}}", PGW_ERROR_REPLY},
	{"errorCode", 200, "{\"errorCode\":\"5\"}", PGW_ERROR_ACCESS_DENIED},
	{"404", 404, "", PGW_ERROR_REPLY},
	{"429", 429, "", PGW_ERROR_RATE_LIMIT},
};

static void is_no_key(void **state)
{
	const struct bad_answer *answer = *state;
	struct pgw_se_keys *keys = pgw_se_keys_create();
	struct pgw_client *client = client_of(NULL);
	struct pgw_error error;

	assert_false(keep(keys, client, answer->status, answer->body, &error));
	assert_int_equal(error.kind, answer->kind);
	assert_false(error.outcome_unknown);
	assert_kept(keys, client, NULL);
	pgw_se_keys_free(keys);
	pgw_client_free(client);
}

static void sberbank_has_none(void **state)
{
	struct pgw_client *client = client_of("{'dialect':'sberbank'}");
	struct pgw_request request;
	struct pgw_error error;

	(void)state;
	assert_false(pgw_se_keys_request_init(&request, client, &error));
	assert_string_equal(error.message, "createSeToken: the dialect sberbank has no seToken");
	pgw_client_free(client);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(is_encrypted_with_either_form_of_the_key),
		cmocka_unit_test(too_long_is_refused_before_encrypting),
		cmocka_unit_test(other_keys_are_refused),
		cmocka_unit_test(chooses_by_validity),
		cmocka_unit_test(forgets_the_oldest),
		cmocka_unit_test(sberbank_has_none),
	};
	int failed = cmocka_run_group_tests_name("seToken", tests, make_keys, free_keys);

	failed += RUN_ROWS("seToken: shapes", shapes, is_written);
	failed += RUN_ROWS("seToken: cards that are refused", refusals, is_refused);
	failed += RUN_ROWS("seToken: answers without a key", bad_answers, is_no_key);
	return failed != 0;
}
