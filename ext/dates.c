/* DateTimeInterface to the gateway's texts, in the gateway's zone. */
#include "php_payment_gateway.h"

#include "ext/date/php_date.h"
#include "zend_exceptions.h"
#include "zend_interfaces.h"

#include <time.h>

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

static zend_result ask(zval *object, const char *method, size_t length, zval *argument, zend_long *answer)
{
	zval returned;

	ZVAL_UNDEF(&returned);
	zend_call_method(
		Z_OBJ_P(object), Z_OBJCE_P(object), NULL, method, length, &returned, argument ? 1 : 0, argument, NULL);
	if (EG(exception)) {
		zval_ptr_dtor(&returned);
		return FAILURE;
	}
	*answer = zval_get_long(&returned);
	zval_ptr_dtor(&returned);
	return SUCCESS;
}

/* The date's own words; what a class of the shop's own makes of them is for the core to judge. */
static zend_result write_zoned(zval *text, zval *date)
{
	zval format;

	ZVAL_STRING(&format, "Y-m-d\\TH:i:s.vO");
	zend_call_method(Z_OBJ_P(date), Z_OBJCE_P(date), NULL, ZEND_STRL("format"), text, 1, &format, NULL);
	zval_ptr_dtor(&format);
	if (!EG(exception)) {
		return SUCCESS;
	}
	zval_ptr_dtor(text);
	ZVAL_UNDEF(text);
	return FAILURE;
}

zend_result php_pgw_date_text(zval *text, zval *date, const struct php_pgw_dates *dates)
{
	zval *zone = dates->zone;
	zend_long moment, offset = 0;
	char written[sizeof("yyyy-MM-ddTHH:mm:ss")];
	struct tm parts;
	time_t shifted;

	ZVAL_UNDEF(text);
	if (dates->zoned) {
		return write_zoned(text, date);
	}
	if (Z_TYPE_P(zone) == IS_NULL) {
		return refuse_date(dates,
			"the bank does not publish the time zone of its dates: give the option timezone, or the date as a text");
	}
	if (ask(date, ZEND_STRL("gettimestamp"), NULL, &moment) == FAILURE ||
		(Z_TYPE_P(zone) == IS_OBJECT && ask(zone, ZEND_STRL("getoffset"), date, &offset) == FAILURE)) {
		return FAILURE;
	}
	shifted = (time_t)(moment + offset);
	if (!gmtime_r(&shifted, &parts) || parts.tm_year < -1900 || parts.tm_year > 9999 - 1900 ||
		strftime(written, sizeof(written), "%Y-%m-%dT%H:%M:%S", &parts) != sizeof(written) - 1) {
		return refuse_date(dates, "a date must lie in the years 1000 to 9999");
	}
	ZVAL_STRINGL(text, written, sizeof(written) - 1);
	return SUCCESS;
}
