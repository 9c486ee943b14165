/* The enum PaymentGateway\OrderStatus. */
#include "php_payment_gateway.h"

#include "zend_enum.h"

enum {
	CREATED,
	APPROVED,
	DEPOSITED,
	REVERSED,
	REFUNDED,
	AUTHORIZATION_INITIALIZED,
	DECLINED,
	PENDING,
	PARTLY_DEPOSITED
};

/* Is this case one of those, given as bits? */
static void answer(zval *return_value, zval *status, unsigned cases)
{
	zval *value = zend_enum_fetch_case_value(Z_OBJ_P(status));

	RETVAL_BOOL(cases >> Z_LVAL_P(value) & 1);
}

ZEND_METHOD(PaymentGateway_OrderStatus, isPaid)
{
	ZEND_PARSE_PARAMETERS_NONE();
	answer(return_value, ZEND_THIS, 1u << DEPOSITED);
}

ZEND_METHOD(PaymentGateway_OrderStatus, isHeld)
{
	ZEND_PARSE_PARAMETERS_NONE();
	answer(return_value, ZEND_THIS, 1u << APPROVED | 1u << PARTLY_DEPOSITED);
}

ZEND_METHOD(PaymentGateway_OrderStatus, isFinal)
{
	ZEND_PARSE_PARAMETERS_NONE();
	answer(return_value, ZEND_THIS, 1u << DEPOSITED | 1u << REVERSED | 1u << REFUNDED | 1u << DECLINED);
}
