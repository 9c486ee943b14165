/* What the files of the glue share: the version, the module globals, and the functions of each file. */
#ifndef PHP_PAYMENT_GATEWAY_H
#define PHP_PAYMENT_GATEWAY_H

#ifdef HAVE_CONFIG_H
#	include "config.h"
#endif

#include "php.h"

/* Amounts are zend_long: a 32-bit one would silently turn 42949673.96 into 1.00. */
#if SIZEOF_ZEND_LONG < 8
#	error "payment_gateway needs a 64-bit PHP: amounts do not fit into the ints of a 32-bit one"
#endif

#include "core/pgw.h"

#define PHP_PAYMENT_GATEWAY_VERSION "0.1.0"

ZEND_BEGIN_MODULE_GLOBALS(payment_gateway)
	struct pgw_pool *pool;       /* owned; created by the first call of a thread, freed with the thread */
	struct pgw_se_keys *se_keys; /* owned; created by the first createSeToken() of a thread */
	bool bailed_out;             /* a bailout was caught during a call: resume it once nothing is in flight */
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
/* Is the pending exception exit(), or the destruction of a fiber? Nothing may catch it. */
bool php_pgw_is_exiting(void);
/* Runs pending signal handlers. True: stop waiting, because a handler threw or the time limit has passed. */
bool php_pgw_must_stop_waiting(void);
/* Resumes a bailout that was caught during a call. Only call this when nothing would leak. */
void php_pgw_resume_bailout(void);

/* client.c */
struct php_pgw_client {
	struct pgw_client *core; /* owned; NULL until constructed */
	zval timezone; /* for dates: a DateTimeZone; undefined for UTC; null if the bank does not publish its zone */
	zval logger;   /* see logger.c; undefined if there is none */
	bool logging;  /* the logger is running: calls that it makes itself are not logged */
	zend_object std;
};
extern zend_class_entry *php_pgw_client_class; /* set at startup */
void php_pgw_client_startup(zend_class_entry *class_entry);
struct php_pgw_client *php_pgw_client_from_object(zend_object *object);
/* NULL: the constructor was not called, and an Error was thrown. */
struct php_pgw_client *php_pgw_client_require(zval *object);

/* snapshot.c */
enum { PHP_PGW_MAX_ARGUMENTS = 8 };
/* How the dates of a call are converted to text. */
struct php_pgw_dates {
	zval *zone;         /* borrowed; a DateTimeZone, undefined for UTC, or null if it is not known */
	const char *method; /* for messages */
	bool zoned;         /* with milliseconds and the date's own offset; `zone` is ignored */
	bool compact;       /* yyyyMMddHHmmss instead of yyyy-MM-ddTHH:mm:ss */
};
/* The caller's values for one call, as they were when the call began. */
struct php_pgw_snapshot {
	const char *method;                 /* for messages */
	bool names_method;                  /* messages begin with the method */
	bool converts_dates;                /* dates become text, as every Stringable does */
	size_t values_left;                 /* how many more values fit */
	uint32_t count;                     /* of `values` */
	uint32_t convertible;               /* bit i: values[i] holds objects that become text */
	zval values[PHP_PGW_MAX_ARGUMENTS]; /* owned */
};
static inline void php_pgw_snapshot_init(
	struct php_pgw_snapshot *snapshot, const char *method, bool names_method, bool converts_dates)
{
	snapshot->method = method;
	snapshot->names_method = names_method;
	snapshot->converts_dates = converts_dates;
	snapshot->values_left = PGW_MOST_VALUES;
	snapshot->count = snapshot->convertible = 0; /* `values` is filled by php_pgw_snapshot_add() */
}
/*
 * Adds a value: it is copied if it contains references or objects to convert, and shared otherwise. Runs no user code.
 * `argument` names the value in messages. If `entry_prefix` is not NULL, the value is an array of parameters, and
 * messages name the entry instead, after this prefix. Returns the value in the snapshot, or NULL with an
 * ArgumentException thrown if it is nested too deeply or has too many values.
 */
zval *php_pgw_snapshot_add(
	struct php_pgw_snapshot *snapshot, const zval *value, const char *argument, const char *entry_prefix);
/*
 * Replaces each Stringable, and each date unless `dates` is NULL, with its text. Runs user code. FAILURE: an exception
 * is pending, thrown here or earlier.
 */
zend_result php_pgw_snapshot_convert_objects(struct php_pgw_snapshot *snapshot, const struct php_pgw_dates *dates);
/* The same for one value of the snapshot, which is a text or a Stringable. */
zend_result php_pgw_snapshot_convert_text(zval *value);
bool php_pgw_is_stringable(const zval *value);
static inline void php_pgw_snapshot_free(struct php_pgw_snapshot *snapshot)
{
	for (uint32_t i = 0; i < snapshot->count; i++) {
		zval_ptr_dtor(&snapshot->values[i]);
	}
}
/* Can this entry of a batch be shared as it is? Yes if it is within bounds and contains no references. */
bool php_pgw_snapshot_can_share_entry(const zval *entry);
/* Copies an entry without its references; the caller releases the copy. False: it is out of bounds; no copy. */
bool php_pgw_snapshot_copy_entry(zval *copy, const zval *entry);

/* arguments.c */
struct php_pgw_arguments {
	const zend_function *function;
	const struct pgw_method *method;     /* the function's row; NULL for call() */
	zval *values[PHP_PGW_MAX_ARGUMENTS]; /* borrowed, one for each declared argument; NULL: not given */
	struct php_pgw_snapshot snapshot;    /* what of them was snapshotted */
};
/* False: an exception was thrown. The caller frees the snapshot in either case. */
bool php_pgw_arguments_from_frame(struct php_pgw_arguments *arguments, zend_execute_data *execute_data);
/*
 * An entry is [method, arguments], with the arguments as for call_user_func_array(). Runs no user code. FAILURE: an
 * exception was thrown, and there is no snapshot to free.
 */
zend_result php_pgw_arguments_from_batch_entry(struct php_pgw_arguments *arguments, const zval *entry);

/* call.c */
/*
 * Builds the request of a gateway method of the class, or of call(). FAILURE: an exception was thrown, and there is no
 * request to free.
 */
zend_result php_pgw_request_build(
	struct pgw_request *request, struct php_pgw_client *client, struct php_pgw_arguments *arguments);
/* NULL: an exception was thrown. */
struct pgw_call *php_pgw_call_start(
	const struct php_pgw_client *client, const struct pgw_request *request, bool beside_others);
/* Reads an answer. True: `value` is a good reply. False: `error` is set, and `value` is the decoded reply or undefined.
 */
typedef bool php_pgw_reply_reader(
	zval *value, const struct pgw_request *request, const struct pgw_response *response, struct pgw_error *error);
/* The reader of all replies that are returned. */
php_pgw_reply_reader php_pgw_read_reply;
/*
 * Ends the call and logs it. True: `value` is the reply. False: `value` is an exception object, not yet thrown, and
 * `outcome_unknown` says whether the outcome is unknown; or undefined, if a bailout was caught.
 */
bool php_pgw_call_end(zval *value, struct php_pgw_client *client, const struct pgw_request *request,
	struct pgw_call *call, php_pgw_reply_reader *read, bool *outcome_unknown);
/* Sends the request, waits for the reply, which is returned unless an exception is thrown, and frees the request. */
void php_pgw_request_run(
	zval *return_value, struct php_pgw_client *client, struct pgw_request *request, php_pgw_reply_reader *read);
enum { PHP_PGW_MAX_WAIT = 1000 }; /* milliseconds between two calls of php_pgw_must_stop_waiting() */
static inline struct pgw_text php_pgw_text_of(const zend_string *string)
{
	return string ? (struct pgw_text){ZSTR_VAL(string), ZSTR_LEN(string)} : (struct pgw_text){NULL, 0};
}

/* object_method.c */
/*
 * Calls a method of the object, named in lower case, so that an override in a subclass is used. FAILURE: an exception
 * was thrown, and there is nothing to release.
 */
zend_result php_pgw_call_object_method(zval *returned, zval *object, const char *name, uint32_t count, zval *arguments);

/* properties.c */
/* Takes over the value. */
void php_pgw_set_property(zend_object *object, const char *name, zval *value);
/* A NULL `at` becomes null. */
void php_pgw_set_text_property(zend_object *object, const char *name, struct pgw_text text);

/* next_step.c */
/* Sets up the class NextStep; registered with its enum. */
void php_pgw_next_step_startup(zend_class_entry *class_entry, zend_class_entry *kinds);

/* payer_return.c */
/* Sets up the class PayerReturn; registered with its enum. */
void php_pgw_payer_return_startup(zend_class_entry *class_entry, zend_class_entry *kinds);

/* batch.c */
void php_pgw_batch_startup(zend_class_entry *class_entry);

/* logger.c */
/* The option logger; undefined if there is none. FAILURE: it is not a logger, and an exception was thrown. */
zend_result php_pgw_logger_from_options(zval *logger, zval *options);
/*
 * Logs one event per attempt; `error` is that of the last attempt, or NULL. Nothing that the logger does affects the
 * call.
 */
void php_pgw_logger_log_call(struct php_pgw_client *client, const struct pgw_request *request,
	const struct pgw_attempt_facts *attempts, size_t count, const struct pgw_error *error);

/* dates.c */
bool php_pgw_is_date(const zval *value);
/* Is this a date that can be converted without running user code? */
bool php_pgw_date_converts_natively(const zval *value, const struct php_pgw_dates *dates);
/* The option timezone as a DateTimeZone; the caller releases it. FAILURE: an exception was thrown, `zone` undefined. */
zend_result php_pgw_timezone_from_option(zval *zone, zval *option);
/* A date as the gateway's text. FAILURE: an exception was thrown, and `text` is undefined. */
zend_result php_pgw_date_to_text(zval *text, zval *date, const struct php_pgw_dates *dates);

/* exceptions.c */
extern zend_class_entry *php_pgw_exception_classes[PGW_ERROR_KINDS]; /* filled at startup */
/* The error kind of an exception class of ours or a subclass of one; otherwise PGW_ERROR_NONE. */
enum pgw_error_kind php_pgw_exception_kind(const zend_class_entry *class_entry);
/* Creates the exception for an error. `reply` is the decoded reply or NULL; the exception holds its own copy. */
void php_pgw_exception_create(zval *exception, const struct pgw_error *error, const char *method, zval *reply);
void php_pgw_exception_throw(const struct pgw_error *error, const char *method, zval *reply);

/* values.c */
extern const struct pgw_tree php_pgw_parameters_tree; /* an empty array is a list; the core accepts it as an object */
extern const struct pgw_tree php_pgw_reply_tree;      /* an empty array is an object */

/* reply_names.c */
void php_pgw_reply_names_startup(void);
/* The name as a string that the caller releases; a common name is an interned string. */
zend_string *php_pgw_reply_name(struct pgw_text name);

/* reply_json.c */
/* Decodes a reply body. FAILURE: it cannot be decoded, `flaw` says why, and `reply` is undefined. */
zend_result php_pgw_reply_decode(zval *reply, const struct pgw_response *response, const char **flaw);

#endif
