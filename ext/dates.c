/* DateTimeInterface to the gateway's texts, in the gateway's zone. */
#include "php_payment_gateway.h"

#include "ext/date/php_date.h"
#include "zend_exceptions.h"
#include "zend_interfaces.h"

#include <time.h>

static const char out_of_years[] = "a date must lie in the years 1000 to 9999";

bool php_pgw_is_date(const zval *value)
{
	return Z_TYPE_P(value) == IS_OBJECT && instanceof_function(Z_OBJCE_P(value), php_date_get_interface_ce());
}

static zend_result refuse(const char *method, const char *prefix, const char *message)
{
	struct pgw_error error = {.kind = PGW_ERROR_ARGUMENT};

	snprintf(error.message, sizeof(error.message), "%s%s", prefix, message);
	php_pgw_exception_throw(&error, method, NULL);
	return FAILURE;
}

static zend_result refuse_date(const struct php_pgw_dates *dates, const char *message)
{
	char prefix[80];

	snprintf(prefix, sizeof(prefix), "%s: ", dates->method);
	return refuse(dates->method, prefix, message);
}

/* DateTimeZone's constructor throws PHP's own exceptions: what the caller sees is ours. */
zend_result php_pgw_timezone_create(zval *zone, zval *option)
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
		return refuse("__construct", "", expected);
	}
	object_init_ex(zone, php_date_get_timezone_ce());
	zend_call_known_instance_method_with_1_params(Z_OBJCE_P(zone)->constructor, Z_OBJ_P(zone), NULL, option);
	if (!EG(exception)) {
		return SUCCESS;
	}
	zend_clear_exception();
	zval_ptr_dtor(zone);
	ZVAL_UNDEF(zone);
	return refuse("__construct", "", expected);
}

/* Has the class a method of the shop's own in the place of PHP's? */
static bool is_native(const zval *object, const char *method, size_t length)
{
	const zend_function *function = zend_hash_str_find_ptr(&Z_OBJCE_P(object)->function_table, method, length);

	return function->type == ZEND_INTERNAL_FUNCTION;
}

bool php_pgw_date_is_native(const zval *value, const struct php_pgw_dates *dates)
{
	if (!php_pgw_is_date(value)) {
		return false;
	}
	if (dates->zoned) {
		return is_native(value, ZEND_STRL("format"));
	}
	return is_native(value, ZEND_STRL("gettimestamp")) &&
		   (Z_TYPE_P(dates->zone) != IS_OBJECT || is_native(dates->zone, ZEND_STRL("getoffset")));
}

/* The objects are held by the caller. FAILURE: something was thrown, and `answer` is undefined. */
static zend_result ask(zval *answer, zval *object, const char *method, size_t length, zval *argument)
{
	ZVAL_UNDEF(answer);
	zend_call_method(
		Z_OBJ_P(object), Z_OBJCE_P(object), NULL, method, length, answer, argument ? 1 : 0, argument, NULL);
	if (EG(exception)) {
		zval_ptr_dtor(answer);
		ZVAL_UNDEF(answer);
		return FAILURE;
	}
	if (Z_ISREF_P(answer)) {
		zend_unwrap_reference(answer);
	}
	return SUCCESS;
}

/* A class of the shop's own may answer anything; nothing is converted, for that may call an error handler. */
static zend_result ask_integer(zend_long *integer, zval *object, const char *method, size_t length, zval *argument,
	const struct php_pgw_dates *dates, const char *expected)
{
	zval answer;

	if (ask(&answer, object, method, length, argument) == FAILURE) {
		return FAILURE;
	}
	if (Z_TYPE(answer) != IS_LONG) {
		zval_ptr_dtor(&answer);
		return EG(exception) ? FAILURE : refuse_date(dates, expected);
	}
	*integer = Z_LVAL(answer);
	return SUCCESS;
}

/* The date's own words: whether they are a date is for the core to judge. */
static zend_result write_zoned(zval *text, zval *date, const struct php_pgw_dates *dates)
{
	zend_result result;
	zval format;

	ZVAL_STRING(&format, "Y-m-d\\TH:i:s.vO");
	result = ask(text, date, ZEND_STRL("format"), &format);
	zval_ptr_dtor(&format);
	if (result == FAILURE || Z_TYPE_P(text) == IS_STRING) {
		return result;
	}
	zval_ptr_dtor(text);
	ZVAL_UNDEF(text);
	return EG(exception) ? FAILURE : refuse_date(dates, "format() of a date must return a string");
}

/* Seconds since 1970 as if the zone were UTC. */
static zend_result read_moment(zend_long *moment, zval *date, const struct php_pgw_dates *dates)
{
	enum { MOST_HOURS = 100 }; /* PHP's own zones go up to +99:59 */
	zend_long timestamp = 0, offset = 0;

	if (Z_TYPE_P(dates->zone) == IS_NULL) {
		return refuse_date(dates,
			"the bank does not publish the time zone of its dates: give the option timezone, or the date as a text");
	}
	if (ask_integer(&timestamp, date, ZEND_STRL("gettimestamp"), NULL, dates,
			"getTimestamp() of a date must return an int") == FAILURE) {
		return FAILURE;
	}
	if (Z_TYPE_P(dates->zone) == IS_OBJECT && ask_integer(&offset, dates->zone, ZEND_STRL("getoffset"), date, dates,
												  "getOffset() of the time zone must return an int") == FAILURE) {
		return FAILURE;
	}
	if (offset <= -MOST_HOURS * 3600 || offset >= MOST_HOURS * 3600) {
		return refuse_date(dates, "the offset of the time zone must be less than 100 hours");
	}
	return __builtin_add_overflow(timestamp, offset, moment) ? refuse_date(dates, out_of_years) : SUCCESS;
}

zend_result php_pgw_date_text(zval *text, zval *date, const struct php_pgw_dates *dates)
{
	char written[sizeof("yyyy-MM-ddTHH:mm:ss")];
	zend_long moment = 0;
	struct tm parts;
	time_t seconds;

	ZVAL_UNDEF(text);
	if (dates->zoned) {
		return write_zoned(text, date, dates);
	}
	if (read_moment(&moment, date, dates) == FAILURE) {
		return FAILURE;
	}
	seconds = (time_t)moment;
	if (seconds != moment || !gmtime_r(&seconds, &parts) || parts.tm_year < -1900 || parts.tm_year > 9999 - 1900 ||
		strftime(written, sizeof(written), "%Y-%m-%dT%H:%M:%S", &parts) != sizeof(written) - 1) {
		return refuse_date(dates, out_of_years);
	}
	ZVAL_STRINGL(text, written, sizeof(written) - 1);
	return SUCCESS;
}
