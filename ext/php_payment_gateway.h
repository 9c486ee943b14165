/* The module: its version, its globals, and what its files share. */
#ifndef PHP_PAYMENT_GATEWAY_H
#define PHP_PAYMENT_GATEWAY_H

#ifdef HAVE_CONFIG_H
#	include "config.h"
#endif

#include "php.h"

#include "core/pgw.h"

#define PHP_PAYMENT_GATEWAY_VERSION "0.1.0"

extern zend_module_entry payment_gateway_module_entry;
#define phpext_payment_gateway_ptr &payment_gateway_module_entry

ZEND_BEGIN_MODULE_GLOBALS(payment_gateway)
	bool ready;            /* libcurl is initialised for this thread */
	struct pgw_pool *pool; /* made by the first call of a thread, freed with the thread */
	zend_long max_reply_size;
	zend_long max_reply_depth;
ZEND_END_MODULE_GLOBALS(payment_gateway)

ZEND_EXTERN_MODULE_GLOBALS(payment_gateway)

#define PAYMENT_GATEWAY_G(v) ZEND_MODULE_GLOBALS_ACCESSOR(payment_gateway, v)

#if defined(ZTS) && defined(COMPILE_DL_PAYMENT_GATEWAY)
ZEND_TSRMLS_CACHE_EXTERN()
#endif

/* client.c */
void php_pgw_client_startup(zend_class_entry *class_entry);

/* dates.c */
/* How to write the dates of a call. */
struct php_pgw_dates {
	zval *zone;         /* a DateTimeZone, undefined for UTC, or null for one that nobody knows; borrowed */
	const char *method; /* for messages */
};
bool php_pgw_is_date(const zval *value);
/* The zone of an option; to be released by the caller. FAILURE: an exception was thrown, and `zone` is undefined. */
zend_result php_pgw_timezone_create(zval *zone, zval *option);
/* A date as the gateway's text. FAILURE: an exception was thrown, and `text` is undefined. */
zend_result php_pgw_date_text(zval *text, zval *date, const struct php_pgw_dates *dates);

/* exceptions.c */
extern zend_class_entry *php_pgw_exception_classes[PGW_ERROR_KINDS]; /* filled at startup */
/* Makes the exception that an error stands for. `reply` is the decoded answer, or NULL; it is copied. */
void php_pgw_exception_create(zval *exception, const struct pgw_error *error, const char *method, zval *reply);
void php_pgw_exception_throw(const struct pgw_error *error, const char *method, zval *reply);

/* values.c */
extern const struct pgw_tree php_pgw_parameters_tree; /* an empty array is a list, which the core takes for either */
extern const struct pgw_tree php_pgw_reply_tree;      /* an empty array is an object */
/*
 * What the caller gave, with every Stringable and every date in it replaced by its text, as `dates`
 * says; where that is NULL, dates are left alone. `prepared` is the array itself, one
 * reference more, when there was none. To be released by the caller. FAILURE: an exception was thrown, and `prepared`
 * is undefined.
 */
zend_result php_pgw_values_prepare(zval *prepared, zval *given, const struct php_pgw_dates *dates);
/* Decodes an answer's body. FAILURE: it is not JSON; `flaw` says why, and `reply` is undefined. */
zend_result php_pgw_values_decode(zval *reply, const struct pgw_response *response, const char **flaw);

#endif
