/* The class PaymentGateway\Money: decimal strings, minor units and currencies. */
#include "php_payment_gateway.h"

/* Private, and shared by all classes that are not to be constructed. */
ZEND_METHOD(PaymentGateway_Money, __construct)
{
	ZEND_PARSE_PARAMETERS_NONE();
}

static bool check_type(zval *value, uint32_t number, uint32_t mask, const char *names)
{
	if (mask & (1u << Z_TYPE_P(value))) {
		return true;
	}
	zend_argument_type_error(number, "must be of type %s, %s given", names, zend_zval_type_name(value));
	return false;
}

/* Types are never converted, in strict mode or not: a float may already have lost precision. */
static bool check_currency_type(zval *currency, uint32_t number)
{
	return check_type(currency, number, MAY_BE_STRING | MAY_BE_LONG, "string|int");
}

static bool check_money_types(zval *amount, uint32_t amount_mask, const char *amount_names, zval *currency)
{
	return check_type(amount, 1, amount_mask, amount_names) && check_currency_type(currency, 2);
}

static const struct pgw_currency *find_currency_or_throw(zval *node, const char *method)
{
	struct pgw_error error;
	const struct pgw_currency *currency = pgw_currency_find(&php_pgw_parameters_tree, node, &error);

	if (!currency) {
		php_pgw_exception_throw(&error, method, NULL);
	}
	return currency;
}

ZEND_METHOD(PaymentGateway_Money, toMinorUnits)
{
	static const char method[] = "Money::toMinorUnits";
	const struct pgw_currency *currency;
	struct pgw_error error;
	zval *amount, *node;
	int64_t minor_units;

	ZEND_PARSE_PARAMETERS_START(2, 2)
		Z_PARAM_ZVAL(amount)
		Z_PARAM_ZVAL(node)
	ZEND_PARSE_PARAMETERS_END();

	if (!check_money_types(amount, MAY_BE_STRING, "string", node)) {
		RETURN_THROWS();
	}
	currency = find_currency_or_throw(node, method);
	if (!currency) {
		RETURN_THROWS();
	}
	if (!pgw_money_to_minor_units(
			&minor_units, (struct pgw_text){Z_STRVAL_P(amount), Z_STRLEN_P(amount)}, currency, &error)) {
		php_pgw_exception_throw(&error, method, NULL);
		RETURN_THROWS();
	}
	RETURN_LONG((zend_long)minor_units);
}

ZEND_METHOD(PaymentGateway_Money, toDecimal)
{
	static const char method[] = "Money::toDecimal";
	const struct pgw_currency *currency;
	char decimal[PGW_DECIMAL];
	struct pgw_error error;
	zval *amount, *node;

	ZEND_PARSE_PARAMETERS_START(2, 2)
		Z_PARAM_ZVAL(amount)
		Z_PARAM_ZVAL(node)
	ZEND_PARSE_PARAMETERS_END();

	if (!check_money_types(amount, MAY_BE_LONG, "int", node)) {
		RETURN_THROWS();
	}
	currency = find_currency_or_throw(node, method);
	if (!currency) {
		RETURN_THROWS();
	}
	if (!pgw_money_to_decimal(decimal, Z_LVAL_P(amount), currency, &error)) {
		php_pgw_exception_throw(&error, method, NULL);
		RETURN_THROWS();
	}
	RETURN_STRING(decimal);
}

/* The only argument of a method. NULL: an exception was thrown. */
static const struct pgw_currency *parse_currency(zend_execute_data *execute_data, const char *method)
{
	zval *node;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_ZVAL(node)
	ZEND_PARSE_PARAMETERS_END_EX(return NULL);

	return check_currency_type(node, 1) ? find_currency_or_throw(node, method) : NULL;
}

ZEND_METHOD(PaymentGateway_Money, currencyNumber)
{
	const struct pgw_currency *currency = parse_currency(execute_data, "Money::currencyNumber");

	if (!currency) {
		RETURN_THROWS();
	}
	RETURN_STR(zend_strpprintf(0, "%03d", currency->number));
}

ZEND_METHOD(PaymentGateway_Money, currencyExponent)
{
	static const char method[] = "Money::currencyExponent";
	const struct pgw_currency *currency = parse_currency(execute_data, method);
	struct pgw_error error;

	if (!currency) {
		RETURN_THROWS();
	}
	if (!pgw_currency_has_exponent(currency, &error)) {
		php_pgw_exception_throw(&error, method, NULL);
		RETURN_THROWS();
	}
	RETURN_LONG(currency->digits);
}
