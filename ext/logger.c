/*
 * Telling the shop's log of each attempt: to a callable as one array, to a PSR-3 object as a line with the array for
 * its context. What is told holds no secret: the bodies are left out, and the messages are masked by the core.
 */
#include "php_payment_gateway.h"

#include "zend_closures.h"
#include "zend_exceptions.h"

static zend_function *psr3_log(const zval *logger)
{
	zend_function *log = NULL;

	if (Z_TYPE_P(logger) == IS_OBJECT && Z_OBJCE_P(logger) != zend_ce_closure) {
		log = zend_hash_str_find_ptr(&Z_OBJCE_P(logger)->function_table, ZEND_STRL("log"));
	}
	return log && log->common.fn_flags & ZEND_ACC_PUBLIC ? log : NULL;
}

zend_result php_pgw_logger_read(zval *logger, zval *options)
{
	zval *option = zend_hash_str_find_deref(Z_ARRVAL_P(options), ZEND_STRL("logger"));
	struct pgw_error error = {.kind = PGW_ERROR_ARGUMENT,
		.message = "option logger must be a callable that takes one array, or a PSR-3 logger"};

	ZVAL_UNDEF(logger);
	if (!option || Z_TYPE_P(option) == IS_NULL) {
		return SUCCESS;
	}
	if (psr3_log(option) || zend_is_callable(option, 0, NULL)) {
		ZVAL_COPY(logger, option);
		return SUCCESS;
	}
	php_pgw_exception_throw(&error, "__construct", NULL);
	return FAILURE;
}

/* ---------------------------------------------------------------- the event */

static void add_seconds(zval *to, const char *name, int64_t from, int64_t until)
{
	add_assoc_double(to, name, until > from ? (double)(until - from) / 1000000 : 0);
}

/* libcurl counts from the start; here each part stands for itself. */
static void add_durations(zval *event, const struct pgw_attempt_facts *attempt)
{
	int64_t ready = attempt->secured > attempt->connected ? attempt->secured : attempt->connected;
	zval durations;

	array_init(&durations);
	add_seconds(&durations, "dns", 0, attempt->resolved);
	add_seconds(&durations, "connect", attempt->resolved, attempt->connected);
	add_seconds(&durations, "tls", attempt->connected, attempt->secured);
	add_seconds(&durations, "firstByte", ready, attempt->first_byte);
	add_seconds(&durations, "total", 0, attempt->total);
	add_assoc_zval(event, "seconds", &durations);
}

static void add_text(zval *event, const char *name, const char *text)
{
	if (text && *text) {
		add_assoc_string(event, name, text);
	} else {
		add_assoc_null(event, name);
	}
}

static void add_error(zval *event, const struct pgw_error *error)
{
	if (error && error->has_code) {
		add_assoc_long(event, "errorCode", error->code);
	} else {
		add_assoc_null(event, "errorCode");
	}
	add_text(event, "error", error ? error->message : NULL);
	add_text(event, "replyExcerpt", error ? error->excerpt : NULL);
	add_assoc_bool(event, "outcomeUnknown", error && error->outcome_unknown);
}

/* `error` is of the last attempt; one before it, by being repeated, failed for what its httpStatus says. */
static void make_event(zval *event, const struct pgw_request *request, const struct pgw_attempt_facts *attempt,
	size_t number, const struct pgw_error *error, bool repeated)
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
	add_error(event, error);
}

/* ---------------------------------------------------------------- telling */

static const char *level_of(const struct pgw_error *error, bool repeated)
{
	if (error && error->outcome_unknown) {
		return "error";
	}
	return error || repeated ? "warning" : "info";
}

static void tell_psr3(zval *logger, zval *event, const struct pgw_error *error, bool repeated)
{
	zval arguments[3], returned;
	zend_string *line;

	if (error) {
		line = zend_string_init(error->message, strlen(error->message), false);
	} else {
		line = zend_strpprintf(0, "{method}: HTTP {httpStatus}%s", repeated ? ", to be repeated" : "");
	}
	ZVAL_STRING(&arguments[0], level_of(error, repeated));
	ZVAL_STR(&arguments[1], line);
	ZVAL_COPY_VALUE(&arguments[2], event);
	ZVAL_UNDEF(&returned);
	zend_call_known_function(psr3_log(logger), Z_OBJ_P(logger), Z_OBJCE_P(logger), &returned, 3, arguments, NULL);
	zval_ptr_dtor(&returned);
	zval_ptr_dtor(&arguments[0]);
	zval_ptr_dtor(&arguments[1]);
}

static void tell_callable(zval *logger, zval *event)
{
	zval returned;

	ZVAL_UNDEF(&returned);
	call_user_function(NULL, NULL, logger, &returned, 1, event);
	zval_ptr_dtor(&returned);
}

/* The reply of a payment must not be lost because a disk is full: what a logger throws becomes a warning at most. */
static void forgive(void)
{
	if (!EG(exception) || php_pgw_is_ending()) {
		return;
	}
	zend_clear_exception();
	php_error_docref(NULL, E_WARNING, "The logger of PaymentGateway threw an exception");
	if (EG(exception) && !php_pgw_is_ending()) {
		zend_clear_exception(); /* an error handler's */
	}
}

/* False: it died of a fatal error, which must not jump over a request that nobody would free. */
static bool tell(zval *logger, zval *event, const struct pgw_error *error, bool repeated)
{
	zend_try
	{
		if (psr3_log(logger)) {
			tell_psr3(logger, event, error, repeated);
		} else {
			tell_callable(logger, event);
		}
		forgive();
	}
	zend_catch
	{
		return false;
	}
	zend_end_try();
	return true;
}

/* What the engine knows of an exception on its way: a batch can be freed while one is, and a handler may have thrown.
 */
struct pending {
	zend_object *exception; /* owned */
	const zend_op *before, *opline;
};

static struct pending set_aside(void)
{
	struct pending pending = {EG(exception), EG(opline_before_exception), NULL};

	if (EG(current_execute_data)) {
		pending.opline = EG(current_execute_data)->opline;
	}
	EG(exception) = NULL;
	return pending;
}

/* A logger's exit() outranks an exception. */
static void put_back(const struct pending *pending)
{
	EG(opline_before_exception) = pending->before;
	if (EG(current_execute_data)) {
		EG(current_execute_data)->opline = pending->opline;
	}
	if (EG(exception) && pending->exception) {
		OBJ_RELEASE(pending->exception);
	} else if (pending->exception) {
		EG(exception) = pending->exception;
	}
}

/* A logger that calls the gateway would otherwise be told of that call, and call again. */
void php_pgw_logger_tell(struct php_pgw_client *client, const struct pgw_request *request,
	const struct pgw_attempt_facts *attempts, size_t count, const struct pgw_error *error)
{
	struct pending pending;
	zval held;

	if (PAYMENT_GATEWAY_G(bailed_out) || client->logging) {
		return;
	}
	pending = set_aside();
	ZVAL_COPY(&held, &client->logger);
	client->logging = true;
	for (size_t i = 0; i < count && !php_pgw_is_ending(); i++) {
		bool repeated = i + 1 < count;
		const struct pgw_error *last = repeated ? NULL : error;
		zval event;

		make_event(&event, request, &attempts[i], i + 1, last, repeated);
		if (!tell(&held, &event, last, repeated)) {
			PAYMENT_GATEWAY_G(bailed_out) = true;
			client->logging = false;
			return; /* what is held is the engine's to free: the script has ended */
		}
		zval_ptr_dtor(&event);
	}
	client->logging = false;
	put_back(&pending);
	zval_ptr_dtor(&held);
}
