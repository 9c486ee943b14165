/* cancel(): what the button of the merchant portal does, by the object's own methods. */
#include "php_payment_gateway.h"

#include "zend_exceptions.h"
#include "zend_interfaces.h"

/* A method of the object, so that a subclass's own is called. FAILURE: an exception was thrown. */
static zend_result call_own(zval *returned, zval *object, const char *name, uint32_t count, zval *arguments)
{
	zend_function *function = zend_hash_str_find_ptr(&Z_OBJCE_P(object)->function_table, name, strlen(name));

	ZVAL_UNDEF(returned);
	zend_call_known_instance_method(function, Z_OBJ_P(object), returned, count, arguments);
	if (EG(exception)) {
		zval_ptr_dtor(returned);
		return FAILURE;
	}
	if (Z_ISREF_P(returned)) {
		zend_unwrap_reference(returned);
	}
	return SUCCESS;
}

static void tell_cancelled(zval *return_value, const char *operation, int64_t amount, zval *reply)
{
	array_init(return_value);
	add_assoc_string(return_value, "operation", operation);
	if (amount) {
		add_assoc_long(return_value, "amount", amount);
	} else {
		add_assoc_null(return_value, "amount");
	}
	add_assoc_zval(return_value, "reply", reply);
}

static void cancel_by_refund(zval *return_value, zval *object, zval *order_id, int64_t amount, const zval *params)
{
	const struct pgw_client *client = php_pgw_client_of(Z_OBJ_P(object))->core;
	const char *guard = client ? pgw_cancellation_guard(client) : NULL;
	zval arguments[3], reply, expected;

	ZVAL_COPY_VALUE(&arguments[0], order_id);
	ZVAL_LONG(&arguments[1], amount);
	ZVAL_ARR(&arguments[2], params ? zend_array_dup(Z_ARRVAL_P(params)) : zend_new_array(1));
	if (guard) {
		ZVAL_LONG(&expected, amount);
		zend_hash_str_add(Z_ARRVAL(arguments[2]), guard, strlen(guard), &expected);
	}
	if (call_own(&reply, object, "refund", 3, arguments) == SUCCESS) {
		tell_cancelled(return_value, "refund", amount, &reply);
	}
	zval_ptr_dtor(&arguments[2]);
}

/* The reversal threw: is that a refusal after which to refund? The exception is then cleared. */
static bool goes_on_to_refund(enum pgw_cancellation way)
{
	if (!EG(exception) || !pgw_cancellation_refunds_after(way, php_pgw_exception_kind(EG(exception)->ce))) {
		return false;
	}
	zend_clear_exception();
	return true;
}

static void cancel(zval *return_value, zval *object, zval *order_id, const zval *params)
{
	enum pgw_cancellation way;
	zval status, reply;
	int64_t amount;

	if (call_own(&status, object, "getorderstatusextended", 1, order_id) == FAILURE) {
		return;
	}
	way = pgw_cancellation_of(&php_pgw_reply_tree, &status, &amount);
	zval_ptr_dtor(&status);
	if (way != PGW_CANCEL_REFUND) {
		if (call_own(&reply, object, "reverse", 1, order_id) == SUCCESS) {
			tell_cancelled(return_value, "reverse", 0, &reply);
			return;
		}
		if (!goes_on_to_refund(way)) {
			return;
		}
	}
	if (!EG(exception)) {
		cancel_by_refund(return_value, object, order_id, amount, params);
	}
}

static void read_cancellation(zval *return_value, zend_execute_data *execute_data, const zval *held)
{
	zend_string *order_id;
	zval *params = NULL, id;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_STR(order_id)
		Z_PARAM_OPTIONAL
		Z_PARAM_ARRAY(params)
	ZEND_PARSE_PARAMETERS_END();

	ZVAL_STR(&id, order_id);
	cancel(return_value, ZEND_THIS, &id, held);
}

/* The parameters are those of now: asking for the status may run a logger, or a subclass. */
ZEND_METHOD(PaymentGateway, cancel)
{
	zval *given_params = ZEND_NUM_ARGS() >= 2 ? ZEND_CALL_ARG(execute_data, 2) : NULL, *held = NULL;
	struct php_pgw_given given;

	php_pgw_given_init(&given, "cancel", true, false);
	if (given_params) {
		held = php_pgw_given_hold(&given, given_params, "params", "parameter ");
	}
	if (!EG(exception)) {
		read_cancellation(return_value, execute_data, held);
	}
	php_pgw_given_free(&given);
}
