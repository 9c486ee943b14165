/* The engine while a call waits: exit(), signal handlers, the time limit, and bailouts. */
#include "php_payment_gateway.h"

#include "zend_exceptions.h"

bool php_pgw_is_exiting(void)
{
	return EG(exception) && (zend_is_unwind_exit(EG(exception)) || zend_is_graceful_exit(EG(exception)));
}

bool php_pgw_must_stop_waiting(void)
{
	if (!zend_atomic_bool_load_ex(&EG(vm_interrupt))) {
		return false;
	}
	/* Reset before the handlers run, so that a signal that arrives meanwhile is not lost. */
	zend_atomic_bool_store_ex(&EG(vm_interrupt), false);
	if (zend_atomic_bool_load_ex(&EG(timed_out))) {
		zend_atomic_bool_store_ex(&EG(vm_interrupt), true); /* the engine ends the script when we return to it */
		return true;
	}
	if (!zend_interrupt_function) {
		return false;
	}
	/* A fatal error in a handler must not jump past a call in flight: libcurl still writes to its memory. */
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

void php_pgw_resume_bailout(void)
{
	if (PAYMENT_GATEWAY_G(bailed_out)) {
		PAYMENT_GATEWAY_G(bailed_out) = false;
		zend_bailout();
	}
}
