/* What PHP includes where the extension is built into it: it looks for this in the extension's own folder. */
#ifndef PHP_PAYMENT_GATEWAY_ENTRY_H
#define PHP_PAYMENT_GATEWAY_ENTRY_H

extern zend_module_entry payment_gateway_module_entry;
#define phpext_payment_gateway_ptr &payment_gateway_module_entry

#endif
