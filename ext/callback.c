/* Callbacks: the glue of verifyCallbackHmac(), verifyCallbackRsa() and confirmCallback(). */
#include "php_payment_gateway.h"

#include "zend_exceptions.h"

/* One argument that is an array or a string, as a node for the core; borrowed from the call frame. */
static void node_of_argument(zval *node, HashTable *array, zend_string *string)
{
	if (array) {
		ZVAL_ARR(node, array);
	} else {
		ZVAL_STR(node, string);
	}
}

static void add_value(HashTable *array, const struct pgw_callback_value *value)
{
	zval entry;

	switch (value->type) {
		case PGW_BOOLEAN:
			ZVAL_BOOL(&entry, value->integer != 0);
			break;
		case PGW_INTEGER:
			ZVAL_LONG(&entry, (zend_long)value->integer);
			break;
		default:
			ZVAL_STRINGL(&entry, value->text.at, value->text.length);
	}
	zend_symtable_str_update(array, value->name.at, value->name.length, &entry);
}

/* Returns the values and frees the callback, or throws the error. */
static void return_callback(
	zval *return_value, bool good, struct pgw_callback *callback, const struct pgw_error *error, const char *method)
{
	if (!good) {
		php_pgw_exception_throw(error, method, NULL);
		return;
	}
	array_init_size(return_value, (uint32_t)callback->count);
	for (size_t i = 0; i < callback->count; i++) {
		add_value(Z_ARRVAL_P(return_value), &callback->values[i]);
	}
	pgw_callback_free(callback);
}

/* No user code runs between the parsing of the arguments and their last use: they need no snapshot. */
ZEND_METHOD(PaymentGateway, verifyCallbackHmac)
{
	HashTable *callback_array, *secrets_array, *own_array = NULL;
	zend_string *callback_string, *secrets_string;
	zval received, secrets, own;
	struct pgw_callback callback;
	struct pgw_error error;
	bool good;

	ZEND_PARSE_PARAMETERS_START(2, 3)
		Z_PARAM_ARRAY_HT_OR_STR(callback_array, callback_string)
		Z_PARAM_ARRAY_HT_OR_STR(secrets_array, secrets_string)
		Z_PARAM_OPTIONAL
		Z_PARAM_ARRAY_HT(own_array)
	ZEND_PARSE_PARAMETERS_END();

	node_of_argument(&received, callback_array, callback_string);
	node_of_argument(&secrets, secrets_array, secrets_string);
	node_of_argument(&own, own_array ? own_array : (HashTable *)&zend_empty_array, NULL);
	good = pgw_callback_verify_hmac(&callback, &php_pgw_parameters_tree, &received, &secrets, &own, &error);
	return_callback(return_value, good, &callback, &error, "verifyCallbackHmac");
}

ZEND_METHOD(PaymentGateway, verifyCallbackRsa)
{
	HashTable *callback_array, *pems_array, *own_array = NULL;
	zend_string *callback_string, *pems_string, *digest = NULL;
	zval received, pems, own;
	struct pgw_callback callback;
	struct pgw_error error;
	bool good;

	ZEND_PARSE_PARAMETERS_START(2, 4)
		Z_PARAM_ARRAY_HT_OR_STR(callback_array, callback_string)
		Z_PARAM_ARRAY_HT_OR_STR(pems_array, pems_string)
		Z_PARAM_OPTIONAL
		Z_PARAM_ARRAY_HT(own_array)
		Z_PARAM_STR(digest)
	ZEND_PARSE_PARAMETERS_END();

	node_of_argument(&received, callback_array, callback_string);
	node_of_argument(&pems, pems_array, pems_string);
	node_of_argument(&own, own_array ? own_array : (HashTable *)&zend_empty_array, NULL);
	good = pgw_callback_verify_rsa(&callback, &php_pgw_parameters_tree, &received, &pems,
		digest ? php_pgw_text_of(digest) : PGW_TEXT("sha512"), &own, &error);
	return_callback(return_value, good, &callback, &error, "verifyCallbackRsa");
}

/* The status call may run user code, such as a logger or a subclass: by then the hint holds its own copies. */
static void confirm_hint(zval *return_value, zval *object, const struct pgw_callback_hint *hint)
{
	struct pgw_error error;
	zval order_id, status;
	zend_result asked;

	ZVAL_STRING(&order_id, hint->order_id);
	asked = php_pgw_call_object_method(&status, object, "getorderstatusextended", 1, &order_id);
	zval_ptr_dtor(&order_id);
	if (asked == FAILURE) {
		return;
	}
	if (!pgw_callback_hint_fits(hint, &php_pgw_reply_tree, &status, &error)) {
		php_pgw_exception_throw(&error, "confirmCallback", &status);
		zval_ptr_dtor(&status);
		return;
	}
	ZVAL_COPY_VALUE(return_value, &status);
}

ZEND_METHOD(PaymentGateway, confirmCallback)
{
	HashTable *callback_array;
	zend_string *callback_string;
	struct pgw_callback_hint hint;
	struct pgw_error error;
	zval received;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_ARRAY_HT_OR_STR(callback_array, callback_string)
	ZEND_PARSE_PARAMETERS_END();

	node_of_argument(&received, callback_array, callback_string);
	if (pgw_callback_hint_read(&hint, &php_pgw_parameters_tree, &received, &error)) {
		confirm_hint(return_value, ZEND_THIS, &hint);
	} else {
		php_pgw_exception_throw(&error, "confirmCallback", NULL);
	}
}
