/* PaymentGateway::cancel(): what the cancel button of the merchant portal does, through the object's own methods. */
#include "php_payment_gateway.h"

#include "zend_exceptions.h"

static void return_cancellation(zval *return_value, const char *operation, int64_t amount, zval *reply)
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
	const struct pgw_client *client = php_pgw_client_from_object(Z_OBJ_P(object))->core;
	const char *guard = client ? pgw_cancellation_guard(client) : NULL;
	zval arguments[3], reply, expected;

	ZVAL_COPY_VALUE(&arguments[0], order_id);
	ZVAL_LONG(&arguments[1], amount);
	ZVAL_ARR(&arguments[2], params ? zend_array_dup(Z_ARRVAL_P(params)) : zend_new_array(1));
	if (guard) {
		ZVAL_LONG(&expected, amount);
		zend_hash_str_add(Z_ARRVAL(arguments[2]), guard, strlen(guard), &expected);
	}
	if (php_pgw_call_object_method(&reply, object, "refund", 3, arguments) == SUCCESS) {
		return_cancellation(return_value, "refund", amount, &reply);
	}
	zval_ptr_dtor(&arguments[2]);
}

/* Was the reversal refused in a way after which a refund is due? Clears the exception if so. */
static bool clear_refusal_before_refund(enum pgw_cancellation way)
{
	if (!EG(exception) || !pgw_cancellation_refunds_after(way, php_pgw_exception_kind(EG(exception)->ce))) {
		return false;
	}
	zend_clear_exception();
	return true;
}

static void cancel_payment(zval *return_value, zval *object, zval *order_id, const zval *params)
{
	enum pgw_cancellation way;
	zval status, reply;
	int64_t amount;

	if (php_pgw_call_object_method(&status, object, "getorderstatusextended", 1, order_id) == FAILURE) {
		return;
	}
	way = pgw_cancellation_of(&php_pgw_reply_tree, &status, &amount);
	zval_ptr_dtor(&status);
	if (way != PGW_CANCEL_REFUND) {
		if (php_pgw_call_object_method(&reply, object, "reverse", 1, order_id) == SUCCESS) {
			return_cancellation(return_value, "reverse", 0, &reply);
			return;
		}
		if (!clear_refusal_before_refund(way)) {
			return;
		}
	}
	if (!EG(exception)) {
		cancel_by_refund(return_value, object, order_id, amount, params);
	}
}

static void parse_and_cancel(zval *return_value, zend_execute_data *execute_data, const zval *held_params)
{
	zend_string *order_id;
	zval *params = NULL, id;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_STR(order_id)
		Z_PARAM_OPTIONAL
		Z_PARAM_ARRAY(params)
	ZEND_PARSE_PARAMETERS_END();

	ZVAL_STR(&id, order_id);
	cancel_payment(return_value, ZEND_THIS, &id, held_params);
}

/* $params is snapshotted: the status call may run user code, such as a logger or a subclass. */
ZEND_METHOD(PaymentGateway, cancel)
{
	zval *given_params = ZEND_NUM_ARGS() >= 2 ? ZEND_CALL_ARG(execute_data, 2) : NULL, *held_params = NULL;
	struct php_pgw_snapshot snapshot;

	php_pgw_snapshot_init(&snapshot, "cancel", true, false);
	if (given_params) {
		held_params = php_pgw_snapshot_add(&snapshot, given_params, "params", "parameter ");
	}
	if (!EG(exception)) {
		parse_and_cancel(return_value, execute_data, held_params);
	}
	php_pgw_snapshot_free(&snapshot);
}
