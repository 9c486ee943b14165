/* The settings of php.ini, and the module's globals that hold them. */
#include "php_payment_gateway.h"

#include "php_ini.h"

ZEND_DECLARE_MODULE_GLOBALS(payment_gateway)

#if defined(COMPILE_DL_PAYMENT_GATEWAY) && defined(ZTS)
ZEND_TSRMLS_CACHE_DEFINE()
#endif

static zend_result update_number_setting(
	zend_ini_entry *entry, zend_string *value, void *base, void *offset, zend_long most)
{
	zend_long *setting = (zend_long *)((char *)base + (size_t)offset);
	zend_long number = zend_ini_parse_quantity_warn(value, entry->name);

	if (number < 1 || number > most) {
		php_error_docref(NULL, E_WARNING, "%s must be from 1 to " ZEND_LONG_FMT, ZSTR_VAL(entry->name), most);
		return FAILURE;
	}
	*setting = number;
	return SUCCESS;
}

static ZEND_INI_MH(update_max_reply_size)
{
	enum { MOST = 1024 * 1024 * 1024 };

	return update_number_setting(entry, new_value, ZEND_INI_GET_BASE(), mh_arg1, MOST);
}

static ZEND_INI_MH(update_max_reply_depth)
{
	enum { MOST = 512 };

	return update_number_setting(entry, new_value, ZEND_INI_GET_BASE(), mh_arg1, MOST);
}

static ZEND_INI_MH(update_max_connections)
{
	enum { MOST = 1024 };

	return update_number_setting(entry, new_value, ZEND_INI_GET_BASE(), mh_arg1, MOST);
}

static ZEND_INI_MH(update_seconds_setting)
{
	enum { MOST = 24 * 60 * 60 };

	return update_number_setting(entry, new_value, ZEND_INI_GET_BASE(), mh_arg1, MOST);
}

PHP_INI_BEGIN()
	STD_PHP_INI_ENTRY("payment_gateway.max_reply_size", "8M", PHP_INI_ALL, update_max_reply_size, max_reply_size,
		zend_payment_gateway_globals, payment_gateway_globals)
	STD_PHP_INI_ENTRY("payment_gateway.max_reply_depth", "64", PHP_INI_ALL, update_max_reply_depth, max_reply_depth,
		zend_payment_gateway_globals, payment_gateway_globals)
	PHP_INI_ENTRY("payment_gateway.ca_file", "", PHP_INI_SYSTEM, NULL)
	STD_PHP_INI_ENTRY("payment_gateway.max_connections", "8", PHP_INI_SYSTEM, update_max_connections, max_connections,
		zend_payment_gateway_globals, payment_gateway_globals)
	STD_PHP_INI_ENTRY("payment_gateway.idle_timeout", "60", PHP_INI_SYSTEM, update_seconds_setting, idle_timeout,
		zend_payment_gateway_globals, payment_gateway_globals)
	STD_PHP_INI_ENTRY("payment_gateway.payment_idle_timeout", "3", PHP_INI_SYSTEM, update_seconds_setting,
		payment_idle_timeout, zend_payment_gateway_globals, payment_gateway_globals)
	STD_PHP_INI_ENTRY("payment_gateway.max_connection_age", "600", PHP_INI_SYSTEM, update_seconds_setting,
		max_connection_age, zend_payment_gateway_globals, payment_gateway_globals)
PHP_INI_END()

void php_pgw_settings_startup(int type, int module_number)
{
	REGISTER_INI_ENTRIES();
}

void php_pgw_settings_shutdown(int type, int module_number)
{
	UNREGISTER_INI_ENTRIES();
}

void php_pgw_settings_show(zend_module_entry *zend_module)
{
	DISPLAY_INI_ENTRIES();
}
