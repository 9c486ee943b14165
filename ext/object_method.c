/* Calling the object's own methods, for methods that are composed of several calls. */
#include "php_payment_gateway.h"

#include "zend_exceptions.h"
#include "zend_interfaces.h"

zend_result php_pgw_call_object_method(zval *returned, zval *object, const char *name, uint32_t count, zval *arguments)
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
