/*
 * The option logger: calls a callable with an event per attempt, or a PSR-3 logger with a message and the event as its
 * context. An event contains no secrets: it has no request or reply bodies, and the core masks its messages.
 */
#include "php_payment_gateway.h"

#include "zend_closures.h"
#include "zend_exceptions.h"

static zend_function *find_psr3_log(const zval *logger)
{
	zend_function *log = NULL;

	if (Z_TYPE_P(logger) == IS_OBJECT && Z_OBJCE_P(logger) != zend_ce_closure) {
		log = zend_hash_str_find_ptr(&Z_OBJCE_P(logger)->function_table, ZEND_STRL("log"));
	}
	return log && log->common.fn_flags & ZEND_ACC_PUBLIC ? log : NULL;
}

zend_result php_pgw_logger_from_options(zval *logger, zval *options)
{
	zval *option = zend_hash_str_find_deref(Z_ARRVAL_P(options), ZEND_STRL("logger"));
	struct pgw_error error = {.kind = PGW_ERROR_ARGUMENT,
		.message = "option logger must be a callable that takes one array, or a PSR-3 logger"};

	ZVAL_UNDEF(logger);
	if (!option || Z_TYPE_P(option) == IS_NULL) {
		return SUCCESS;
	}
	if (find_psr3_log(option) || zend_is_callable(option, 0, NULL)) {
		ZVAL_COPY(logger, option);
		return SUCCESS;
	}
	php_pgw_exception_throw(&error, "__construct", NULL);
	return FAILURE;
}

/* ---------------------------------------------------------------- the event */

static void add_duration(zval *to, const char *name, int64_t from, int64_t until)
{
	add_assoc_double(to, name, until > from ? (double)(until - from) / 1000000 : 0);
}

/* libcurl measures each time from the start; the event has the duration of each phase. */
static void add_durations(zval *event, const struct pgw_attempt_facts *attempt)
{
	int64_t ready = attempt->secured > attempt->connected ? attempt->secured : attempt->connected;
	zval durations;

	array_init(&durations);
	add_duration(&durations, "dns", 0, attempt->resolved);
	add_duration(&durations, "connect", attempt->resolved, attempt->connected);
	add_duration(&durations, "tls", attempt->connected, attempt->secured);
	add_duration(&durations, "firstByte", ready, attempt->first_byte);
	add_duration(&durations, "total", 0, attempt->total);
	add_assoc_zval(event, "seconds", &durations);
}

static void add_text_or_null(zval *event, const char *name, const char *text)
{
	if (text && *text) {
		add_assoc_string(event, name, text);
	} else {
		add_assoc_null(event, name);
	}
}

static void add_error_facts(zval *event, const struct pgw_error *error)
{
	if (error && error->has_code) {
		add_assoc_long(event, "errorCode", error->code);
	} else {
		add_assoc_null(event, "errorCode");
	}
	add_text_or_null(event, "error", error ? error->message : NULL);
	add_text_or_null(event, "replyExcerpt", error ? error->excerpt : NULL);
	add_assoc_bool(event, "outcomeUnknown", error && error->outcome_unknown);
}

/* `error` belongs to the last attempt; for an earlier one, which was retried, httpStatus is all there is. */
static void create_attempt_event(zval *event, const struct pgw_request *request,
	const struct pgw_attempt_facts *attempt, size_t number, const struct pgw_error *error, bool repeated)
{
	array_init(event);
	add_assoc_string(event, "method", request->name);
	add_assoc_string(event, "url", request->shown ? request->shown : request->uri);
	add_assoc_long(event, "attempt", (zend_long)number);
	add_assoc_bool(event, "repeated", repeated);
	add_assoc_double(event, "startedAt", (double)attempt->started / 1000);
	add_durations(event, attempt);
	add_assoc_long(event, "sentBytes", attempt->sent);
	add_assoc_long(event, "receivedBytes", attempt->received);
	add_assoc_long(event, "httpStatus", attempt->http_status);
	if (attempt->retry_after) {
		add_assoc_long(event, "retryAfter", attempt->retry_after);
	} else {
		add_assoc_null(event, "retryAfter");
	}
	add_error_facts(event, error);
}

/* ---------------------------------------------------------------- calling the logger */

static const char *psr3_level(const struct pgw_error *error, bool repeated)
{
	if (error && error->outcome_unknown) {
		return "error";
	}
	return error || repeated ? "warning" : "info";
}

/* Interpolated, for a logger that prints the message as it is: the context has the same facts. */
static zend_string *psr3_message(zval *event, const struct pgw_error *error, bool repeated)
{
	zval *method = zend_hash_str_find(Z_ARRVAL_P(event), ZEND_STRL("method"));
	zval *http_status = zend_hash_str_find(Z_ARRVAL_P(event), ZEND_STRL("httpStatus"));

	if (error) {
		return zend_string_init(error->message, strlen(error->message), false);
	}
	return zend_strpprintf(0, "%s: HTTP " ZEND_LONG_FMT "%s", Z_STRVAL_P(method), Z_LVAL_P(http_status),
		repeated ? ", will be retried" : "");
}

static void call_psr3_logger(zval *logger, zval *event, const struct pgw_error *error, bool repeated)
{
	zval arguments[3], returned;

	ZVAL_STRING(&arguments[0], psr3_level(error, repeated));
	ZVAL_STR(&arguments[1], psr3_message(event, error, repeated));
	ZVAL_COPY_VALUE(&arguments[2], event);
	ZVAL_UNDEF(&returned);
	zend_call_known_function(find_psr3_log(logger), Z_OBJ_P(logger), Z_OBJCE_P(logger), &returned, 3, arguments, NULL);
	zval_ptr_dtor(&returned);
	zval_ptr_dtor(&arguments[0]);
	zval_ptr_dtor(&arguments[1]);
}

static void call_callable_logger(zval *logger, zval *event)
{
	zval returned;

	ZVAL_UNDEF(&returned);
	call_user_function(NULL, NULL, logger, &returned, 1, event);
	zval_ptr_dtor(&returned);
}

/* A full disk must not cost the reply of a payment: what a logger throws becomes a warning. */
static void discard_logger_exception(void)
{
	if (!EG(exception) || php_pgw_is_exiting()) {
		return;
	}
	zend_clear_exception();
	php_error_docref(NULL, E_WARNING, "The logger of PaymentGateway threw an exception");
	if (EG(exception) && !php_pgw_is_exiting()) {
		zend_clear_exception(); /* thrown by an error handler */
	}
}

/* False: a bailout was caught, which must not jump past a request that is still to be freed. */
static bool call_logger(zval *logger, zval *event, const struct pgw_error *error, bool repeated)
{
	zend_try
	{
		if (find_psr3_log(logger)) {
			call_psr3_logger(logger, event, error, repeated);
		} else {
			call_callable_logger(logger, event);
		}
		discard_logger_exception();
	}
	zend_catch
	{
		return false;
	}
	zend_end_try();
	return true;
}

/* The state of a pending exception. There may be one: of a signal handler, or because a batch is freed by unwinding. */
struct pending_exception {
	zend_object *exception; /* owned */
	const zend_op *opline_before, *opline;
};

static struct pending_exception suspend_exception(void)
{
	struct pending_exception pending = {EG(exception), EG(opline_before_exception), NULL};

	if (EG(current_execute_data)) {
		pending.opline = EG(current_execute_data)->opline;
	}
	EG(exception) = NULL;
	return pending;
}

/* exit() in a logger outranks the exception. */
static void restore_exception(const struct pending_exception *pending)
{
	EG(opline_before_exception) = pending->opline_before;
	if (EG(current_execute_data)) {
		EG(current_execute_data)->opline = pending->opline;
	}
	if (EG(exception) && pending->exception) {
		OBJ_RELEASE(pending->exception);
	} else if (pending->exception) {
		EG(exception) = pending->exception;
	}
}

/* Calls that a logger makes itself are not logged: that would recurse. */
void php_pgw_logger_log_call(struct php_pgw_client *client, const struct pgw_request *request,
	const struct pgw_attempt_facts *attempts, size_t count, const struct pgw_error *error)
{
	struct pending_exception pending;
	zval logger;

	if (PAYMENT_GATEWAY_G(bailed_out) || client->logging) {
		return;
	}
	pending = suspend_exception();
	ZVAL_COPY(&logger, &client->logger);
	client->logging = true;
	for (size_t i = 0; i < count && !php_pgw_is_exiting(); i++) {
		bool repeated = i + 1 < count;
		const struct pgw_error *last = repeated ? NULL : error;
		zval event;

		create_attempt_event(&event, request, &attempts[i], i + 1, last, repeated);
		if (!call_logger(&logger, &event, last, repeated)) {
			PAYMENT_GATEWAY_G(bailed_out) = true;
			client->logging = false;
			return; /* the script is ending: the engine frees the rest */
		}
		zval_ptr_dtor(&event);
	}
	client->logging = false;
	restore_exception(&pending);
	zval_ptr_dtor(&logger);
}
