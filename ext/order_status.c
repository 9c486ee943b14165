/* The methods of the enum PaymentGateway\OrderStatus. */
#include "php_payment_gateway.h"

#include "zend_enum.h"

/* `cases` is a bit mask of orderStatus numbers. */
static void return_status_is_one_of(zval *return_value, zval *status, unsigned cases)
{
	zval *value = zend_enum_fetch_case_value(Z_OBJ_P(status));

	RETVAL_BOOL(cases >> Z_LVAL_P(value) & 1);
}

ZEND_METHOD(PaymentGateway_OrderStatus, isPaid)
{
	ZEND_PARSE_PARAMETERS_NONE();
	return_status_is_one_of(return_value, ZEND_THIS, 1u << PGW_ORDER_DEPOSITED);
}

ZEND_METHOD(PaymentGateway_OrderStatus, isHeld)
{
	ZEND_PARSE_PARAMETERS_NONE();
	return_status_is_one_of(return_value, ZEND_THIS, 1u << PGW_ORDER_APPROVED | 1u << PGW_ORDER_PARTLY_DEPOSITED);
}

ZEND_METHOD(PaymentGateway_OrderStatus, isPartlyRefunded)
{
	zval *order, *number = zend_enum_fetch_case_value(Z_OBJ_P(ZEND_THIS));
	int64_t captured;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_ARRAY(order)
	ZEND_PARSE_PARAMETERS_END();

	if (Z_LVAL_P(number) != PGW_ORDER_REFUNDED) {
		RETURN_FALSE;
	}
	captured = pgw_order_captured(&php_pgw_reply_tree, order);
	if (captured < 0) {
		RETURN_NULL();
	}
	RETURN_BOOL(captured > 0);
}

ZEND_METHOD(PaymentGateway_OrderStatus, isFinal)
{
	ZEND_PARSE_PARAMETERS_NONE();
	return_status_is_one_of(return_value, ZEND_THIS,
		1u << PGW_ORDER_DEPOSITED | 1u << PGW_ORDER_REVERSED | 1u << PGW_ORDER_REFUNDED | 1u << PGW_ORDER_DECLINED);
}
