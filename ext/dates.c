/* Converts DateTimeInterface objects to the gateway's text, in the gateway's time zone. */
#include "php_payment_gateway.h"

#include "ext/date/php_date.h"
#include "zend_exceptions.h"
#include "zend_interfaces.h"

#include <time.h>

static const char year_out_of_range[] = "a date must lie in the years 1000 to 9999";

bool php_pgw_is_date(const zval *value)
{
	return Z_TYPE_P(value) == IS_OBJECT && instanceof_function(Z_OBJCE_P(value), php_date_get_interface_ce());
}

static zend_result throw_argument_error(const char *method, const char *prefix, const char *message)
{
	struct pgw_error error = {.kind = PGW_ERROR_ARGUMENT};

	snprintf(error.message, sizeof(error.message), "%s%s", prefix, message);
	php_pgw_exception_throw(&error, method, NULL);
	return FAILURE;
}

static zend_result throw_date_error(const struct php_pgw_dates *dates, const char *message)
{
	char prefix[80];

	snprintf(prefix, sizeof(prefix), "%s: ", dates->method);
	return throw_argument_error(dates->method, prefix, message);
}

/* DateTimeZone's constructor throws its own exceptions, which are replaced with an ArgumentException. */
zend_result php_pgw_timezone_from_option(zval *zone, zval *option)
{
	static const char expected[] =
		"option timezone must be a DateTimeZone, or what its constructor takes, such as 'Europe/Moscow' or '+03:00'";

	ZVAL_DEREF(option);
	if (Z_TYPE_P(option) == IS_OBJECT && instanceof_function(Z_OBJCE_P(option), php_date_get_timezone_ce())) {
		ZVAL_COPY(zone, option);
		return SUCCESS;
	}
	ZVAL_UNDEF(zone);
	if (Z_TYPE_P(option) != IS_STRING) {
		return throw_argument_error("__construct", "", expected);
	}
	object_init_ex(zone, php_date_get_timezone_ce());
	zend_call_known_instance_method_with_1_params(Z_OBJCE_P(zone)->constructor, Z_OBJ_P(zone), NULL, option);
	if (!EG(exception)) {
		return SUCCESS;
	}
	zend_clear_exception();
	zval_ptr_dtor(zone);
	ZVAL_UNDEF(zone);
	return throw_argument_error("__construct", "", expected);
}

/* Is the method PHP's own, not overridden in a user class? */
static bool is_builtin_method(const zval *object, const char *method, size_t length)
{
	const zend_function *function = zend_hash_str_find_ptr(&Z_OBJCE_P(object)->function_table, method, length);

	return function->type == ZEND_INTERNAL_FUNCTION;
}

bool php_pgw_date_converts_natively(const zval *value, const struct php_pgw_dates *dates)
{
	if (!php_pgw_is_date(value)) {
		return false;
	}
	if (dates->zoned) {
		return is_builtin_method(value, ZEND_STRL("format"));
	}
	return is_builtin_method(value, ZEND_STRL("gettimestamp")) &&
		   (Z_TYPE_P(dates->zone) != IS_OBJECT || is_builtin_method(dates->zone, ZEND_STRL("getoffset")));
}

/* The caller keeps the objects alive. FAILURE: an exception was thrown, and `returned` is undefined. */
static zend_result call_date_method(zval *returned, zval *object, const char *method, size_t length, zval *argument)
{
	ZVAL_UNDEF(returned);
	zend_call_method(
		Z_OBJ_P(object), Z_OBJCE_P(object), NULL, method, length, returned, argument ? 1 : 0, argument, NULL);
	if (EG(exception)) {
		zval_ptr_dtor(returned);
		ZVAL_UNDEF(returned);
		return FAILURE;
	}
	if (Z_ISREF_P(returned)) {
		zend_unwrap_reference(returned);
	}
	return SUCCESS;
}

/* A user class may return anything. Nothing is converted, because that could run an error handler. */
static zend_result call_date_method_for_int(zend_long *integer, zval *object, const char *method, size_t length,
	zval *argument, const struct php_pgw_dates *dates, const char *expected)
{
	zval returned;

	if (call_date_method(&returned, object, method, length, argument) == FAILURE) {
		return FAILURE;
	}
	if (Z_TYPE(returned) != IS_LONG) {
		zval_ptr_dtor(&returned);
		return EG(exception) ? FAILURE : throw_date_error(dates, expected);
	}
	*integer = Z_LVAL(returned);
	return SUCCESS;
}

/* A user class may return any string from format(); the core checks that it is a date. */
static zend_result format_zoned_date(zval *text, zval *date, const struct php_pgw_dates *dates)
{
	zend_result result;
	zval format;

	ZVAL_STRING(&format, "Y-m-d\\TH:i:s.vO");
	result = call_date_method(text, date, ZEND_STRL("format"), &format);
	zval_ptr_dtor(&format);
	if (result == FAILURE || Z_TYPE_P(text) == IS_STRING) {
		return result;
	}
	zval_ptr_dtor(text);
	ZVAL_UNDEF(text);
	return EG(exception) ? FAILURE : throw_date_error(dates, "format() of a date must return a string");
}

/* Seconds since 1970 of the local time in the gateway's zone. */
static zend_result read_local_seconds(zend_long *local_seconds, zval *date, const struct php_pgw_dates *dates)
{
	enum { MOST_HOURS = 100 }; /* PHP's zones go up to +99:59 */
	zend_long timestamp = 0, offset = 0;

	if (Z_TYPE_P(dates->zone) == IS_NULL) {
		return throw_date_error(dates, "the bank does not publish the time zone of its dates: set the option timezone, "
									   "or pass the date as a text");
	}
	if (call_date_method_for_int(&timestamp, date, ZEND_STRL("gettimestamp"), NULL, dates,
			"getTimestamp() of a date must return an int") == FAILURE) {
		return FAILURE;
	}
	if (Z_TYPE_P(dates->zone) == IS_OBJECT &&
		call_date_method_for_int(&offset, dates->zone, ZEND_STRL("getoffset"), date, dates,
			"getOffset() of the time zone must return an int") == FAILURE) {
		return FAILURE;
	}
	if (offset <= -MOST_HOURS * 3600 || offset >= MOST_HOURS * 3600) {
		return throw_date_error(dates, "the offset of the time zone must be less than 100 hours");
	}
	return __builtin_add_overflow(timestamp, offset, local_seconds) ? throw_date_error(dates, year_out_of_range)
																	: SUCCESS;
}

enum { LONGEST_DATE = sizeof("yyyy-MM-ddTHH:mm:ss") };

/* False if the year does not have four digits. */
static bool write_date(char written[LONGEST_DATE], const struct tm *parts, bool compact)
{
	if (compact) {
		return strftime(written, LONGEST_DATE, "%Y%m%d%H%M%S", parts) == strlen("yyyyMMddHHmmss");
	}
	return strftime(written, LONGEST_DATE, "%Y-%m-%dT%H:%M:%S", parts) == LONGEST_DATE - 1;
}

zend_result php_pgw_date_to_text(zval *text, zval *date, const struct php_pgw_dates *dates)
{
	char written[LONGEST_DATE];
	zend_long local_seconds = 0;
	struct tm parts;
	time_t seconds;

	ZVAL_UNDEF(text);
	if (dates->zoned) {
		return format_zoned_date(text, date, dates);
	}
	if (read_local_seconds(&local_seconds, date, dates) == FAILURE) {
		return FAILURE;
	}
	seconds = (time_t)local_seconds;
	if (seconds != local_seconds || !gmtime_r(&seconds, &parts) || parts.tm_year < -1900 ||
		parts.tm_year > 9999 - 1900 || !write_date(written, &parts, dates->compact)) {
		return throw_date_error(dates, year_out_of_range);
	}
	ZVAL_STRING(text, written);
	return SUCCESS;
}
