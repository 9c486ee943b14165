/* The module: its version, its globals, and what its files share. */
#ifndef PHP_PAYMENT_GATEWAY_H
#define PHP_PAYMENT_GATEWAY_H

#ifdef HAVE_CONFIG_H
#	include "config.h"
#endif

#include "php.h"

/* Money is counted in zend_long: 42949673.96 in minor units would silently become 1.00. */
#if SIZEOF_ZEND_LONG < 8
#	error "payment_gateway needs a 64-bit PHP: in the ints of a 32-bit one amounts would not fit"
#endif

#include "core/pgw.h"

#define PHP_PAYMENT_GATEWAY_VERSION "0.1.0"

extern zend_module_entry payment_gateway_module_entry;
#define phpext_payment_gateway_ptr &payment_gateway_module_entry

ZEND_BEGIN_MODULE_GLOBALS(payment_gateway)
	struct pgw_pool *pool; /* made by the first call of a thread, freed with the thread */
	bool bailed_out;       /* a fatal error came while a call waited: to be gone on with once the call is given up */
	zend_long max_reply_size;
	zend_long max_reply_depth;
	zend_long max_connections;
	zend_long idle_timeout;
	zend_long payment_idle_timeout;
	zend_long max_connection_age;
ZEND_END_MODULE_GLOBALS(payment_gateway)

ZEND_EXTERN_MODULE_GLOBALS(payment_gateway)

#define PAYMENT_GATEWAY_G(v) ZEND_MODULE_GLOBALS_ACCESSOR(payment_gateway, v)

#if defined(ZTS) && defined(COMPILE_DL_PAYMENT_GATEWAY)
ZEND_TSRMLS_CACHE_EXTERN()
#endif

/* settings.c: for the module's start, end and phpinfo() */
void php_pgw_settings_startup(int type, int module_number);
void php_pgw_settings_shutdown(int type, int module_number);
void php_pgw_settings_show(zend_module_entry *zend_module);

/* engine.c */
/* Is what was thrown exit(), or the end of a fiber? Nothing may catch it. */
bool php_pgw_is_ending(void);
/* Is there a reason to wait no longer: the time limit, or a signal handler that threw? Runs the signal handlers. */
bool php_pgw_is_stopped(void);
/* Goes on with what php_pgw_is_stopped() held up, once nothing is in flight. */
void php_pgw_bail_out(void);

/* client.c */
struct php_pgw_client {
	struct pgw_client *core; /* owned; NULL until constructed */
	zval timezone; /* of dates: a DateTimeZone, undefined for UTC, null for one that the bank does not publish */
	zval logger;   /* see logger.c; undefined: none */
	bool logging;  /* the logger is running: what it calls itself is not logged */
	zend_object std;
};
extern zend_class_entry *php_pgw_client_class; /* set at startup */
void php_pgw_client_startup(zend_class_entry *class_entry);
struct php_pgw_client *php_pgw_client_of(zend_object *object);

/* given.c */
enum { PHP_PGW_MOST_ARGUMENTS = 8 };
/* How to write the dates of a call. */
struct php_pgw_dates {
	zval *zone;         /* a DateTimeZone, undefined for UTC, or null for one that nobody knows; borrowed */
	const char *method; /* for messages */
	bool zoned;         /* with milliseconds and their own offset, whatever the zone */
};
/* What the shop gave one call, held. To be freed whatever failed. */
struct php_pgw_given {
	const char *method;    /* whose arguments they are */
	bool shown;            /* messages begin with the method */
	bool dates;            /* they become texts, as every Stringable does */
	size_t left;           /* how many values more it may hold */
	uint32_t count, texts; /* of `held`; one bit for each that holds what becomes a text */
	zval held[PHP_PGW_MOST_ARGUMENTS];
};
static inline void php_pgw_given_init(struct php_pgw_given *given, const char *method, bool shown, bool dates)
{
	given->method = method;
	given->shown = shown;
	given->dates = dates;
	given->left = PGW_MOST_VALUES;
	given->count = given->texts = 0; /* `held` is filled as values come */
}
/*
 * Takes hold of a value, as it is now: without references, and shared where it holds none and no object that
 * becomes a text. Runs none of the shop's code. `argument` is what the value is called in messages; where `entries` is
 * not NULL, each entry of the value counts as a parameter of its own, and that word stands before its name. NULL: it
 * is nested too deeply or holds too many values, and an ArgumentException was thrown.
 */
zval *php_pgw_given_hold(struct php_pgw_given *given, const zval *value, const char *argument, const char *entries);
/*
 * Writes the text of each Stringable and each date in its place; where `dates` is NULL, dates stay. Runs the
 * shop's code. FAILURE: an exception was thrown, by that or before.
 */
zend_result php_pgw_given_write_texts(struct php_pgw_given *given, const struct php_pgw_dates *dates);
static inline void php_pgw_given_free(struct php_pgw_given *given)
{
	for (uint32_t i = 0; i < given->count; i++) {
		zval_ptr_dtor(&given->held[i]);
	}
}
/* An entry of a batch: is it within bounds and without references? */
bool php_pgw_entry_is_plain(const zval *entry);
/* It without references, to be released. False: it is out of bounds, and there is no copy. */
bool php_pgw_entry_copy(zval *copy, const zval *entry);

/* arguments.c */
struct php_pgw_arguments {
	const zend_function *function;
	zval *values[PHP_PGW_MOST_ARGUMENTS]; /* one for each that the function declares; NULL: not given */
	struct php_pgw_given given;           /* what of them is held */
};
/* Both hold what the shop gave. False, FAILURE: an exception was thrown; of a frame the `given` is to be freed still.
 */
bool php_pgw_arguments_of_frame(struct php_pgw_arguments *arguments, zend_execute_data *execute_data);
/* The entry is [method, arguments], the arguments as for call_user_func_array(). */
zend_result php_pgw_arguments_of_call(struct php_pgw_arguments *arguments, const zval *entry);

/* call.c */
/*
 * Builds the request of one of the class's gateway methods, or of call(). FAILURE: an exception was thrown, and there
 * is no request to free.
 */
zend_result php_pgw_request_build(
	struct pgw_request *request, struct php_pgw_client *client, struct php_pgw_arguments *arguments);
/* NULL: an exception was thrown. */
struct pgw_call *php_pgw_call_start(const struct php_pgw_client *client, const struct pgw_request *request);
/*
 * Ends the call, and tells the logger. True: `value` is the reply; false: it is an exception, which was not thrown, and
 * `doubt` says whether the outcome is unknown.
 */
bool php_pgw_call_end(
	zval *value, struct php_pgw_client *client, const struct pgw_request *request, struct pgw_call *call, bool *doubt);
enum { PHP_PGW_LONGEST_WAIT = 1000 }; /* milliseconds without asking whether to stop */
static inline struct pgw_text php_pgw_text_of(const zend_string *string)
{
	return string ? (struct pgw_text){ZSTR_VAL(string), ZSTR_LEN(string)} : (struct pgw_text){NULL, 0};
}

/* batch.c */
void php_pgw_batch_startup(zend_class_entry *class_entry);

/* logger.c */
/* The logger among the options, undefined if there is none. FAILURE: it cannot log, and an exception was thrown. */
zend_result php_pgw_logger_read(zval *logger, zval *options);
/* One event for each attempt; `error` is how the last one ended, or NULL. Nothing that a logger does changes a call. */
void php_pgw_logger_tell(struct php_pgw_client *client, const struct pgw_request *request,
	const struct pgw_attempt_facts *attempts, size_t count, const struct pgw_error *error);

/* dates.c */
bool php_pgw_is_date(const zval *value);
/* A date whose text is written without running the shop's code. */
bool php_pgw_date_is_native(const zval *value, const struct php_pgw_dates *dates);
/* The zone of an option; to be released by the caller. FAILURE: an exception was thrown, and `zone` is undefined. */
zend_result php_pgw_timezone_create(zval *zone, zval *option);
/* A date as the gateway's text. FAILURE: an exception was thrown, and `text` is undefined. */
zend_result php_pgw_date_text(zval *text, zval *date, const struct php_pgw_dates *dates);

/* exceptions.c */
extern zend_class_entry *php_pgw_exception_classes[PGW_ERROR_KINDS]; /* filled at startup */
/* What an exception of this class, or of a shop's class under it, stands for; PGW_ERROR_NONE: it is none of ours. */
enum pgw_error_kind php_pgw_exception_kind(const zend_class_entry *class_entry);
/* Makes the exception that an error stands for. `reply` is the decoded answer, or NULL; it is copied. */
void php_pgw_exception_create(zval *exception, const struct pgw_error *error, const char *method, zval *reply);
void php_pgw_exception_throw(const struct pgw_error *error, const char *method, zval *reply);

/* values.c */
extern const struct pgw_tree php_pgw_parameters_tree; /* an empty array is a list, which the core takes for either */
extern const struct pgw_tree php_pgw_reply_tree;      /* an empty array is an object */

/* reply_names.c */
void php_pgw_reply_names_startup(void);
/* The name as a string, to be released as any: for a usual one the process's own. */
zend_string *php_pgw_reply_name(struct pgw_text name);

/* reply_json.c */
/* Decodes an answer's body. FAILURE: it is not JSON; `flaw` says why, and `reply` is undefined. */
zend_result php_pgw_reply_decode(zval *reply, const struct pgw_response *response, const char **flaw);

#endif
