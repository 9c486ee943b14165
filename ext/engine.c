/* What is asked of the engine while a call waits: is the script ending, must the call stop, has something bailed out?
 */
#include "php_payment_gateway.h"

#include "zend_exceptions.h"

bool php_pgw_is_ending(void)
{
	return EG(exception) && (zend_is_unwind_exit(EG(exception)) || zend_is_graceful_exit(EG(exception)));
}

bool php_pgw_is_stopped(void)
{
	if (!zend_atomic_bool_load_ex(&EG(vm_interrupt))) {
		return false;
	}
	zend_atomic_bool_store_ex(&EG(vm_interrupt), false); /* first, so that what comes meanwhile is not lost */
	if (zend_atomic_bool_load_ex(&EG(timed_out))) {
		zend_atomic_bool_store_ex(&EG(vm_interrupt), true); /* the engine ends the script once it runs again */
		return true;
	}
	if (!zend_interrupt_function) {
		return false;
	}
	/* A handler that dies of a fatal error must not jump over a call on its way: libcurl still writes to it. */
	zend_try
	{
		zend_interrupt_function(EG(current_execute_data));
	}
	zend_catch
	{
		PAYMENT_GATEWAY_G(bailed_out) = true;
	}
	zend_end_try();
	return EG(exception) || PAYMENT_GATEWAY_G(bailed_out);
}

/* Gone on with what php_pgw_is_stopped() held up, now that nothing is on its way. */
void php_pgw_bail_out(void)
{
	if (PAYMENT_GATEWAY_G(bailed_out)) {
		PAYMENT_GATEWAY_G(bailed_out) = false;
		zend_bailout();
	}
}
