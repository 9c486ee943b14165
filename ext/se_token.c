/* seToken: the glue of createSeToken() and encryptSeToken(). */
#include "php_payment_gateway.h"

#include "zend_exceptions.h"

/* NULL: an exception was thrown. Runs user code: the texts of a card may be objects. */
static zval *snapshot_card(struct php_pgw_snapshot *snapshot, zval *card, const char *method)
{
	zval *held;

	php_pgw_snapshot_init(snapshot, method, true, false);
	held = php_pgw_snapshot_add(snapshot, card, "card", "card: ");
	return held && php_pgw_snapshot_convert_objects(snapshot, NULL) == SUCCESS ? held : NULL;
}

static void return_token(zval *return_value, const zval *card, struct pgw_text pem, const char *method)
{
	struct pgw_buffer token = {0};
	struct pgw_error error;

	if (pgw_se_token_create(&token, &php_pgw_parameters_tree, card, pem, &error)) {
		RETVAL_STRINGL(token.at, token.length);
	} else {
		php_pgw_exception_throw(&error, method, NULL);
	}
	pgw_buffer_free(&token);
}

ZEND_METHOD(PaymentGateway, encryptSeToken)
{
	struct php_pgw_snapshot snapshot;
	zend_string *pem;
	zval *card;

	ZEND_PARSE_PARAMETERS_START(2, 2)
		Z_PARAM_ARRAY(card)
		Z_PARAM_STR(pem)
	ZEND_PARSE_PARAMETERS_END();

	zend_string_addref(pem); /* __toString() of a card's field may change the variable */
	card = snapshot_card(&snapshot, card, "encryptSeToken");
	if (card) {
		return_token(return_value, card, php_pgw_text_of(pem), "encryptSeToken");
	}
	php_pgw_snapshot_free(&snapshot);
	zend_string_release(pem);
}

/* ---------------------------------------------------------------- with the gateway's key */

static bool keep_key(
	zval *value, const struct pgw_request *request, const struct pgw_response *response, struct pgw_error *error)
{
	ZVAL_NULL(value);
	return pgw_se_keys_keep(PAYMENT_GATEWAY_G(se_keys), request, response, error);
}

/* FAILURE: an exception was thrown. */
static zend_result ask_for_key(struct php_pgw_client *client)
{
	struct pgw_request request;
	struct pgw_error error;
	zval nothing;

	if (!pgw_se_keys_request_init(&request, client->core, &error)) {
		php_pgw_exception_throw(&error, "createSeToken", NULL);
		return FAILURE;
	}
	ZVAL_UNDEF(&nothing);
	php_pgw_request_run(&nothing, client, &request, keep_key);
	return EG(exception) ? FAILURE : SUCCESS;
}

/* A NULL `at`: an exception was thrown. */
static struct pgw_text key_for(struct php_pgw_client *client)
{
	struct pgw_error error = {.kind = PGW_ERROR_MEMORY, .message = "out of memory"};
	struct pgw_text key = {NULL, 0};

	if (!PAYMENT_GATEWAY_G(se_keys)) {
		PAYMENT_GATEWAY_G(se_keys) = pgw_se_keys_create();
	}
	if (!PAYMENT_GATEWAY_G(se_keys)) {
		php_pgw_exception_throw(&error, "createSeToken", NULL);
		return key;
	}
	key = pgw_se_keys_find(PAYMENT_GATEWAY_G(se_keys), client->core);
	if (!key.at && ask_for_key(client) == SUCCESS) {
		key = pgw_se_keys_find(PAYMENT_GATEWAY_G(se_keys), client->core);
	}
	return key;
}

/* The card is checked before the gateway is asked for its key: a wrong one costs no request. */
static void create_token(zval *return_value, struct php_pgw_client *client, const zval *card)
{
	struct pgw_error error;
	struct pgw_text key;

	if (!pgw_se_token_check(&php_pgw_parameters_tree, card, &error)) {
		php_pgw_exception_throw(&error, "createSeToken", NULL);
		return;
	}
	key = key_for(client);
	if (key.at) {
		return_token(return_value, card, key, "createSeToken");
	} else if (!EG(exception)) {
		error = (struct pgw_error){.kind = PGW_ERROR_REPLY, .message = "createSeToken: the key has expired already"};
		php_pgw_exception_throw(&error, "createSeToken", NULL);
	}
}

ZEND_METHOD(PaymentGateway, createSeToken)
{
	struct php_pgw_client *client = php_pgw_client_require(ZEND_THIS);
	struct php_pgw_snapshot snapshot;
	zval *card;

	if (!client) {
		RETURN_THROWS();
	}
	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_ARRAY(card)
	ZEND_PARSE_PARAMETERS_END();

	card = snapshot_card(&snapshot, card, "createSeToken");
	if (card) {
		create_token(return_value, client, card);
	}
	php_pgw_snapshot_free(&snapshot);
}
