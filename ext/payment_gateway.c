/* The module: start, end, settings, phpinfo. */
#include "php_payment_gateway.h"

#include "php_ini.h"
#include "ext/spl/spl_exceptions.h"
#include "ext/standard/info.h"
#include "zend_attributes.h"
#include "zend_enum.h"
#include "zend_exceptions.h"
#include "zend_interfaces.h"

#include <json-c/json_c_version.h>
#include <openssl/crypto.h>

/* All classes of the stub file; it defines static functions, so only one file can include it. */
#include "../stubs/payment_gateway_arginfo.h"

ZEND_DECLARE_MODULE_GLOBALS(payment_gateway)

/* ---------------------------------------------------------------- settings */

static zend_result set_within(zend_ini_entry *entry, zend_string *value, void *base, void *offset, zend_long most)
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

static ZEND_INI_MH(set_reply_size)
{
	enum { MOST = 1024 * 1024 * 1024 };

	return set_within(entry, new_value, ZEND_INI_GET_BASE(), mh_arg1, MOST);
}

static ZEND_INI_MH(set_reply_depth)
{
	enum { MOST = 512 };

	return set_within(entry, new_value, ZEND_INI_GET_BASE(), mh_arg1, MOST);
}

static ZEND_INI_MH(set_connections)
{
	enum { MOST = 1024 };

	return set_within(entry, new_value, ZEND_INI_GET_BASE(), mh_arg1, MOST);
}

static ZEND_INI_MH(set_seconds)
{
	enum { MOST = 24 * 60 * 60 };

	return set_within(entry, new_value, ZEND_INI_GET_BASE(), mh_arg1, MOST);
}

PHP_INI_BEGIN()
	STD_PHP_INI_ENTRY("payment_gateway.max_reply_size", "8M", PHP_INI_ALL, set_reply_size, max_reply_size,
		zend_payment_gateway_globals, payment_gateway_globals)
	STD_PHP_INI_ENTRY("payment_gateway.max_reply_depth", "64", PHP_INI_ALL, set_reply_depth, max_reply_depth,
		zend_payment_gateway_globals, payment_gateway_globals)
	PHP_INI_ENTRY("payment_gateway.ca_file", "", PHP_INI_SYSTEM, NULL)
	STD_PHP_INI_ENTRY("payment_gateway.max_connections", "8", PHP_INI_SYSTEM, set_connections, max_connections,
		zend_payment_gateway_globals, payment_gateway_globals)
	STD_PHP_INI_ENTRY("payment_gateway.idle_timeout", "60", PHP_INI_SYSTEM, set_seconds, idle_timeout,
		zend_payment_gateway_globals, payment_gateway_globals)
	STD_PHP_INI_ENTRY("payment_gateway.payment_idle_timeout", "3", PHP_INI_SYSTEM, set_seconds, payment_idle_timeout,
		zend_payment_gateway_globals, payment_gateway_globals)
	STD_PHP_INI_ENTRY("payment_gateway.max_connection_age", "600", PHP_INI_SYSTEM, set_seconds, max_connection_age,
		zend_payment_gateway_globals, payment_gateway_globals)
PHP_INI_END()

/* ---------------------------------------------------------------- classes */

static void register_exceptions(void)
{
	zend_class_entry *marker = register_class_PaymentGateway_Exception(zend_ce_throwable);
	zend_class_entry *gateway = register_class_PaymentGateway_GatewayException(spl_ce_RuntimeException, marker);
	zend_class_entry *transport = register_class_PaymentGateway_TransportException(spl_ce_RuntimeException, marker);
	zend_class_entry *reply = register_class_PaymentGateway_ReplyException(spl_ce_RuntimeException, marker);
	zend_class_entry **classes = php_pgw_exception_classes;

	classes[PGW_ERROR_ARGUMENT] =
		register_class_PaymentGateway_ArgumentException(spl_ce_InvalidArgumentException, marker);
	classes[PGW_ERROR_TRANSPORT] = transport;
	classes[PGW_ERROR_CONNECT] = register_class_PaymentGateway_ConnectException(transport);
	classes[PGW_ERROR_TLS] = register_class_PaymentGateway_TlsException(transport);
	classes[PGW_ERROR_TIMEOUT] = register_class_PaymentGateway_TimeoutException(transport);
	classes[PGW_ERROR_REPLY] = reply;
	classes[PGW_ERROR_RATE_LIMIT] = register_class_PaymentGateway_RateLimitException(reply);
	classes[PGW_ERROR_GATEWAY] = gateway;
	classes[PGW_ERROR_DUPLICATE_ORDER] = register_class_PaymentGateway_DuplicateOrderException(gateway);
	classes[PGW_ERROR_ORDER_NOT_FOUND] = register_class_PaymentGateway_OrderNotFoundException(gateway);
	classes[PGW_ERROR_ACCESS_DENIED] = register_class_PaymentGateway_AccessDeniedException(gateway);
	classes[PGW_ERROR_INVALID_REQUEST] = register_class_PaymentGateway_InvalidRequestException(gateway);
	classes[PGW_ERROR_INVALID_STATE] = register_class_PaymentGateway_InvalidStateException(gateway);
	classes[PGW_ERROR_BINDING] = register_class_PaymentGateway_BindingException(gateway);
	classes[PGW_ERROR_DECLINED] = register_class_PaymentGateway_DeclinedException(gateway);
	classes[PGW_ERROR_SYSTEM] = register_class_PaymentGateway_SystemErrorException(gateway);
	classes[PGW_ERROR_MEMORY] = transport;
}

/* ---------------------------------------------------------------- life */

static PHP_GINIT_FUNCTION(payment_gateway)
{
#if defined(COMPILE_DL_PAYMENT_GATEWAY) && defined(ZTS)
	ZEND_TSRMLS_CACHE_UPDATE();
#endif
	memset(payment_gateway_globals, 0, sizeof(*payment_gateway_globals));
}

static PHP_GSHUTDOWN_FUNCTION(payment_gateway)
{
	pgw_pool_free(payment_gateway_globals->pool);
}

static PHP_MINIT_FUNCTION(payment_gateway)
{
	REGISTER_INI_ENTRIES();
	register_exceptions();
	php_pgw_reply_names_startup();
	php_pgw_client_startup(register_class_PaymentGateway());
	php_pgw_batch_startup(register_class_PaymentGateway_Batch(zend_ce_iterator));
	register_class_PaymentGateway_OrderStatus();
	register_class_PaymentGateway_Money();
	register_class_PaymentGateway_Cart();
	return SUCCESS;
}

static PHP_MSHUTDOWN_FUNCTION(payment_gateway)
{
	UNREGISTER_INI_ENTRIES();
	return SUCCESS;
}

static PHP_MINFO_FUNCTION(payment_gateway)
{
	struct pgw_libcurl_facts curl;
	struct pgw_error error;

	php_info_print_table_start();
	php_info_print_table_row(2, "payment_gateway", "enabled");
	php_info_print_table_row(2, "Version", PHP_PAYMENT_GATEWAY_VERSION);
	if (pgw_libcurl_show(&curl, &error)) {
		php_info_print_table_row(2, "libcurl (compiled against)", curl.compiled);
		php_info_print_table_row(2, "libcurl (loaded)", curl.loaded);
		php_info_print_table_row(2, "TLS of libcurl", curl.tls);
		php_info_print_table_row(2, "HTTP/2", curl.http2 ? "yes" : "no");
		php_info_print_table_row(2, "Names resolved without blocking", curl.resolves_aside ? "yes" : "no");
	} else {
		php_info_print_table_row(2, "libcurl", error.message);
	}
	php_info_print_table_row(2, "libcrypto (loaded)", OpenSSL_version(OPENSSL_VERSION));
	php_info_print_table_row(2, "json-c (loaded)", json_c_version());
	php_info_print_table_end();
	DISPLAY_INI_ENTRIES();
}

static const zend_module_dep dependencies[] = {
	ZEND_MOD_REQUIRED("date") ZEND_MOD_REQUIRED("json") ZEND_MOD_REQUIRED("spl") ZEND_MOD_END};

zend_module_entry payment_gateway_module_entry = {
	STANDARD_MODULE_HEADER_EX,
	NULL,
	dependencies,
	"payment_gateway",
	NULL,
	PHP_MINIT(payment_gateway),
	PHP_MSHUTDOWN(payment_gateway),
	NULL,
	NULL,
	PHP_MINFO(payment_gateway),
	PHP_PAYMENT_GATEWAY_VERSION,
	PHP_MODULE_GLOBALS(payment_gateway),
	PHP_GINIT(payment_gateway),
	PHP_GSHUTDOWN(payment_gateway),
	NULL,
	STANDARD_MODULE_PROPERTIES_EX,
};

#ifdef COMPILE_DL_PAYMENT_GATEWAY
#	ifdef ZTS
ZEND_TSRMLS_CACHE_DEFINE()
#	endif
ZEND_GET_MODULE(payment_gateway)
#endif
