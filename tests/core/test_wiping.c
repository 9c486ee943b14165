/*
 * No secret in memory that the core gives back: the linker puts the functions below before those of the C library in
 * the core and here, not in the libraries. What libcurl copies of a request is its own.
 */
#include "fixture.h"
#include "server.h"

#include <malloc.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PAN            "4444555511113333"
#define PROXY_PASSWORD "proxy-password"
#define KEY_PASSWORD   "key-password"

/* Lines of a private key, which is made anew for each run. */
static char private_line[33], encrypted_line[33];

static const char *const secrets[] = {PAN, PASSWORD, TOKEN, PROXY_PASSWORD, KEY_PASSWORD, private_line, encrypted_line};

/* ---------------------------------------------------------------- the heap */

void *__real_malloc(size_t size);
void *__wrap_malloc(size_t size);
void __real_free(void *at);
void __wrap_free(void *at);
void *__wrap_realloc(void *at, size_t size);

/* Of the thread that calls the core; the server's knows the secrets too. */
static _Thread_local bool watching;
static size_t blocks, found;

static bool holds_secret(const void *at)
{
	for (size_t i = 0; i < COUNT(secrets); i++) {
		if (secrets[i][0] && memmem(at, malloc_usable_size((void *)at), secrets[i], strlen(secrets[i]))) {
			print_error("a freed block holds %s\n", secrets[i]);
			return true;
		}
	}
	return false;
}

/* Zeros, so that what an earlier owner left is not taken for this one's. */
void *__wrap_malloc(size_t size)
{
	void *at = __real_malloc(size);

	if (at) {
		memset(at, 0, malloc_usable_size(at));
	}
	return at;
}

void __wrap_free(void *at)
{
	if (at && watching) {
		watching = false;
		blocks++;
		found += holds_secret(at);
		watching = true;
	}
	__real_free(at);
}

/* Always another block, so that the old one is looked at. */
void *__wrap_realloc(void *at, size_t size)
{
	void *moved = __wrap_malloc(size);

	if (at && moved) {
		size_t length = malloc_usable_size(at);

		memcpy(moved, at, length < size ? length : size);
		__wrap_free(at);
	}
	return moved;
}

static void watch(void)
{
	blocks = found = 0;
	watching = true;
}

static void assert_wiped(void)
{
	watching = false;
	assert_int_equal(found, 0);
	assert_true(blocks > 0);
}

/* ---------------------------------------------------------------- the tests */

static void watch_finds_what_is_not_wiped(void **state)
{
	char *secret = strdup("number=" PAN);

	(void)state;
	watch();
	__wrap_free(secret); /* not free(): gcc 16 leaves out what is written only to be freed */
	watching = false;
	assert_int_equal(found, 1);
}

struct journey {
	const char *label; /* the call */
	const char *options;
	enum answer answer;
	const char *reply;
};

#define SHOWN "{\"errorCode\":\"0\",\"orderId\":\"" PAN "\",\"password\":\"" PASSWORD "\"}"
#define OK    "HTTP/1.1 200 OK\r\nContent-Length: "

static const struct journey journeys[] = {
	{"paymentOrder", NULL, ANSWER_GOOD, NULL},
	{"motoPayment", NULL, ANSWER_GOOD, NULL},
	{"getOrderStatusExtended", NULL, ANSWER_GOOD, NULL},
	{"createBindingNoPayment", NULL, ANSWER_RAW, OK "86\r\n\r\n" SHOWN "         "},
	{"paymentOrder", NULL, ANSWER_FIN, NULL},
	{"paymentOrder", NULL, ANSWER_RAW_FIN, OK "1000\r\n\r\n" SHOWN},
	{"getOrderStatusExtended", "{\"retries\":2}", ANSWER_RAW, "HTTP/1.1 503 No\r\nContent-Length: 16\r\n\r\n" PAN},
	{"paymentOrder", "{\"dialect\":\"sberbank\"}", ANSWER_GOOD, NULL},
};

/* A request from its making to its end, whatever comes back. */
static void call_leaves_nothing(void **state)
{
	const struct journey *journey = *state;
	struct step step = {journey->answer, journey->reply, 0};
	struct server *server = server_start(&step, 1);
	struct pgw_client *client = client_at(server_base_uri(server), journey->options);
	struct pgw_limits limits = {.reply_bytes = 65536};
	struct pgw_response response = {0};
	struct pgw_error error;
	struct pgw_pool *pool;
	struct built built;

	watch();
	pool = pgw_pool_create(NULL);
	build_any(&built, client, journey->label);
	assert_true(built.good);
	pgw_send(pool, &built.request, &limits, &response, &error);
	pgw_response_free(&response);
	built_free(&built);
	pgw_pool_free(pool);
	pgw_client_free(client);
	assert_wiped();
	server_stop(server);
}

/* Longer than the buffers are at first, so that they move. */
static void growing_leaves_nothing(void **state)
{
	char *filler = repeat("0123456789", 2000), *parameters = malloc(strlen(filler) + 128);
	struct pgw_client *client = client_of(NULL);
	struct built built;

	(void)state;
	sprintf(parameters, "{'pan':'" PAN "','b':{'pan':'" PAN "'},'c':'%s'}", filler);
	watch();
	build_path(&built, client, text_of("rest/newThing.do"), parameters);
	assert_true(built.good);
	built_free(&built);
	pgw_client_free(client);
	assert_wiped();
	free(parameters);
	free(filler);
}

static void refused_parameters_leave_nothing(void **state)
{
	struct pgw_client *client = client_of(NULL);
	struct built built;

	(void)state;
	watch();
	assert_false(build(&built, client, "paymentOrder", "{'orderId':'o'}",
		"{'$PAN':'" PAN "','$CVC':'123','YYYY':'2026','MM':'12','TEXT':'A B','unknown':'x'}"));
	built_free(&built);
	pgw_client_free(client);
	assert_wiped();
}

/* A base URI that cannot be taken, because it names a password. */
static void refused_client_leaves_nothing(void **state)
{
	struct pgw_error error;

	(void)state;
	watch();
	assert_null(pgw_client_create(NULL, text_of("https://user:" PASSWORD "@127.0.0.1/payment/"), text_of(USER_NAME),
		text_of(PASSWORD), (struct pgw_text){0}, NULL, &pgw_json_tree, NULL, &error));
	assert_wiped();
}

static void signature_key_leaves_nothing(void **state)
{
	void *options = node_of_json("{'signatureKey':'no key','signatureKeyPassword':'" KEY_PASSWORD "'}");
	struct pgw_error error;

	(void)state;
	watch();
	assert_null(pgw_client_create(NULL, text_of(BASE_URI), text_of(USER_NAME), text_of(PASSWORD), (struct pgw_text){0},
		NULL, &pgw_json_tree, options, &error));
	assert_wiped();
	pgw_json_free(options);
}

/* The key as PEM in JSON; what identifies it goes into line. */
static void write_key(EVP_PKEY *key, const char *password, char json[8192], char line[33])
{
	BIO *bio = BIO_new(BIO_s_mem());
	char *pem;
	long length;

	assert_int_equal(PEM_write_bio_PKCS8PrivateKey(bio, key, password ? EVP_aes_256_cbc() : NULL, password,
						 password ? (int)strlen(password) : 0, NULL, NULL),
		1);
	length = BIO_get_mem_data(bio, &pem);
	snprintf(line, 33, "%.32s", (char *)memchr(pem + length / 2, '\n', (size_t)length / 2) + 1);
	for (long i = 0; i < length; i++) {
		json += sprintf(json, pem[i] == '\n' ? "\\n" : "%c", pem[i]);
	}
	BIO_free(bio);
}

/* A client that signs: the copies of its key are wiped, the plain one and the encrypted one with its password. */
static void signed_calls_leave_nothing(void **state)
{
	static const char *const passwords[] = {NULL, KEY_PASSWORD};
	EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_id(EVP_PKEY_RSA, NULL);
	EVP_PKEY *key = NULL;

	(void)state;
	assert_int_equal(EVP_PKEY_keygen_init(context), 1);
	assert_int_equal(EVP_PKEY_CTX_set_rsa_keygen_bits(context, 2048), 1);
	assert_int_equal(EVP_PKEY_keygen(context, &key), 1);
	EVP_PKEY_CTX_free(context);
	for (size_t i = 0; i < COUNT(passwords); i++) {
		char pem[8192], options[9000];
		struct pgw_client *client;
		struct built built;

		write_key(key, passwords[i], pem, passwords[i] ? encrypted_line : private_line);
		snprintf(options, sizeof(options), "{\"signatureKey\":\"%s\"%s}", pem,
			passwords[i] ? ",\"signatureKeyPassword\":\"" KEY_PASSWORD "\"" : "");
		watch();
		client = client_of(options);
		build_any(&built, client, "paymentOrder");
		assert_true(built.good);
		built_free(&built);
		pgw_client_free(client);
		assert_wiped();
	}
	EVP_PKEY_free(key);
}

/* A client, and the handle that was made for it: its key names the proxy. */
static void settings_leave_nothing(void **state)
{
	char options[256];
	struct pgw_client *client, *with_token;
	struct pgw_limits limits = {.reply_bytes = 65536};
	struct pgw_response response;
	struct pgw_error error;
	struct pgw_pool *pool;
	struct built built;

	(void)state;
	snprintf(options, sizeof(options),
		"{'proxy':'http://user:" PROXY_PASSWORD
		"@127.0.0.1:%d','clientCertificate':'%s','clientKey':'%s','clientKeyPassword':'" KEY_PASSWORD "','retries':0}",
		refusing_port(), __FILE__, __FILE__);
	watch();
	client = client_of(options);
	with_token = client_with_token();
	pool = pgw_pool_create(NULL);
	build_any(&built, client, "refund");
	assert_false(pgw_send(pool, &built.request, &limits, &response, &error));
	built_free(&built);
	pgw_pool_free(pool);
	pgw_client_free(client);
	pgw_client_free(with_token);
	assert_wiped();
}

static const char public_key[] =
	"-----BEGIN PUBLIC KEY-----MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAqnJHFC/H+PCH/POZ7rz7Bh+f47gZvZbLH1Ynv+EnA96N"
	"l9HD+TiXkM2KQRlnjQzpJQxGL2ahNy2eUYX6lGjLJZOVUYMGPO54ONLmGi3T9at0T2736FLDtksgtc9ydz8eKShoDA6Eb+"
	"LX4bWsLBXQhLPY2VGnHgV"
	"UG+"
	"eBDojf6pZpPAlOeWCmi3MlfOwN2oET2gZgM8eOaUh3p15yISOXMVO2C8HVD6svQG3rjNnPTLLrCUw4F0zaj3XWiZsy8AXVGB1mElzSdm4IoHjbN7"
	"OgUB5vzHBTbo4pdABC3EuHyp2aINHavjkU+RnE+mW/+c7l65wXCRblEaXhYb5U5HYWYwIDAQAB-----END PUBLIC KEY-----";

static void se_token_leaves_nothing(void **state)
{
	void *card = node_of_json("{'pan':'" PAN "','expiry':'203012','cvc':'123'}");
	struct pgw_buffer token = {0};
	struct pgw_error error;

	(void)state;
	watch();
	assert_true(pgw_se_token_create(&token, &pgw_json_tree, card, text_of(public_key), &error));
	assert_false(pgw_se_token_create(&token, &pgw_json_tree, card, text_of("no key"), &error));
	pgw_buffer_free(&token);
	assert_wiped();
	pgw_json_free(card);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(watch_finds_what_is_not_wiped),
		cmocka_unit_test(growing_leaves_nothing),
		cmocka_unit_test(refused_parameters_leave_nothing),
		cmocka_unit_test(refused_client_leaves_nothing),
		cmocka_unit_test(signature_key_leaves_nothing),
		cmocka_unit_test(signed_calls_leave_nothing),
		cmocka_unit_test(settings_leave_nothing),
		cmocka_unit_test(se_token_leaves_nothing),
	};
	int failed = 0;

	signal(SIGPIPE, SIG_DFL);
	failed += RUN_ROWS("wiping: calls", journeys, call_leaves_nothing);
	failed += cmocka_run_group_tests_name("wiping", tests, NULL, NULL);
	return failed != 0;
}
