/* The module: startup, shutdown, php.ini settings, phpinfo(). */
#include "php_payment_gateway.h"

#include "ext/spl/spl_exceptions.h"
#include "ext/standard/info.h"
#include "zend_attributes.h"
#include "zend_enum.h"
#include "zend_exceptions.h"
#include "zend_interfaces.h"

#include <json-c/json_c_version.h>
#include <openssl/crypto.h>

#include "../php_payment_gateway.h"

/* Registers the classes of the stub. It defines static functions, so only this file includes it. */
#include "../stubs/payment_gateway_arginfo.h"

/* ---------------------------------------------------------------- classes */

static void register_exception_classes(void)
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
	classes[PGW_ERROR_SIGNATURE] = register_class_PaymentGateway_SignatureException(spl_ce_RuntimeException, marker);
	classes[PGW_ERROR_MEMORY] = transport;
}

static zend_new_interned_string_func_t intern_for_good, intern_for_request;

/* The names in lower case are no persistent strings, and belong to the request like the module. */
static zend_string *ZEND_FASTCALL intern(zend_string *string)
{
	return GC_FLAGS(string) & GC_PERSISTENT ? intern_for_good(string) : intern_for_request(string);
}

/*
 * PHP takes the names and values of an enum for interned strings; opcache interns none for a module that dl() loads
 * (php-src issue 9196). A debug build aborts then, and the others when the request ends: they efree() what was
 * malloc'd. So they are interned as for a module that is loaded at startup.
 */
static void register_enums(int type, zend_class_entry **next_steps, zend_class_entry **payer_returns)
{
	if (type == MODULE_TEMPORARY) {
		intern_for_request = zend_new_interned_string;
		zend_interned_strings_switch_storage(false);
		intern_for_good = zend_new_interned_string;
		zend_new_interned_string = intern;
	}
	register_class_PaymentGateway_OrderStatus();
	register_class_PaymentGateway_CallbackOperation();
	*next_steps = register_class_PaymentGateway_NextStepKind();
	*payer_returns = register_class_PaymentGateway_PayerReturnKind();
	if (type == MODULE_TEMPORARY) {
		zend_interned_strings_switch_storage(true);
	}
}

/* ---------------------------------------------------------------- startup and shutdown */

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
	pgw_se_keys_free(payment_gateway_globals->se_keys);
}

static PHP_MINIT_FUNCTION(payment_gateway)
{
	zend_class_entry *next_steps, *payer_returns;

	php_pgw_settings_startup(type, module_number);
	register_exception_classes();
	php_pgw_reply_names_startup();
	php_pgw_client_startup(register_class_PaymentGateway());
	php_pgw_batch_startup(register_class_PaymentGateway_Batch(zend_ce_iterator));
	register_enums(type, &next_steps, &payer_returns);
	php_pgw_next_step_startup(register_class_PaymentGateway_NextStep(), next_steps);
	php_pgw_payer_return_startup(register_class_PaymentGateway_PayerReturn(), payer_returns);
	register_class_PaymentGateway_Money();
	register_class_PaymentGateway_Cart();
	return SUCCESS;
}

static PHP_MSHUTDOWN_FUNCTION(payment_gateway)
{
	php_pgw_settings_shutdown(type, module_number);
	return SUCCESS;
}

/*
 * The process may wait long for its next request, and nothing would close them meanwhile. By now the script's objects
 * are freed, and with them the last of its calls.
 */
static ZEND_MODULE_POST_ZEND_DEACTIVATE_D(payment_gateway)
{
	pgw_pool_trim(PAYMENT_GATEWAY_G(pool));
	return SUCCESS;
}

static PHP_MINFO_FUNCTION(payment_gateway)
{
	const struct pgw_libcurl_facts curl = pgw_libcurl_show();

	php_info_print_table_start();
	php_info_print_table_row(2, "payment_gateway", "enabled");
	php_info_print_table_row(2, "Version", PHP_PAYMENT_GATEWAY_VERSION);
	php_info_print_table_row(2, "libcurl (compiled against)", curl.compiled);
	php_info_print_table_row(2, "libcurl (loaded)", curl.loaded);
	php_info_print_table_row(2, "TLS of libcurl", curl.tls);
	php_info_print_table_row(2, "HTTP/2", curl.http2 ? "yes" : "no");
	php_info_print_table_row(2, "Names resolved without blocking", curl.resolves_aside ? "yes" : "no");
	php_info_print_table_row(2, "libcrypto (loaded)", OpenSSL_version(OPENSSL_VERSION));
	php_info_print_table_row(2, "json-c (loaded)", json_c_version());
	php_info_print_table_end();
	php_pgw_settings_show(zend_module);
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
	ZEND_MODULE_POST_ZEND_DEACTIVATE_N(payment_gateway),
	STANDARD_MODULE_PROPERTIES_EX,
};

#ifdef COMPILE_DL_PAYMENT_GATEWAY
ZEND_GET_MODULE(payment_gateway)
#endif
