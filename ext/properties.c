/* Filling the read-only properties of the value objects NextStep and PayerReturn. */
#include "php_payment_gateway.h"

void php_pgw_set_property(zend_object *object, const char *name, zval *value)
{
	zend_update_property(object->ce, object, name, strlen(name), value);
	zval_ptr_dtor(value);
}

void php_pgw_set_text_property(zend_object *object, const char *name, struct pgw_text text)
{
	zval value;

	if (text.at) {
		ZVAL_STRINGL(&value, text.at, text.length);
	} else {
		ZVAL_NULL(&value);
	}
	php_pgw_set_property(object, name, &value);
}
