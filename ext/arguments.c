/* The arguments of a gateway method, from the frame of its call or from an entry of a batch: checked, then held. */
#include "php_payment_gateway.h"

#include "zend_smart_str.h"

/* Takes hold of the arrays among the values, or of all of them, and lets the values point to what is held. */
static zend_result hold_values(struct php_pgw_arguments *arguments, bool all)
{
	const zend_function *function = arguments->function;

	php_pgw_given_init(&arguments->given, ZSTR_VAL(function->common.function_name), true, true);
	for (uint32_t i = 0; i < function->common.num_args; i++) {
		const char *name = function->internal_function.arg_info[i].name;
		zval *value = arguments->values[i];

		if (!value || !(all || Z_TYPE_P(value) == IS_ARRAY)) {
			continue;
		}
		arguments->values[i] =
			php_pgw_given_hold(&arguments->given, value, name, strcmp(name, "params") == 0 ? "parameter " : NULL);
		if (!arguments->values[i]) {
			return FAILURE;
		}
	}
	return SUCCESS;
}

/* ---------------------------------------------------------------- from a frame */

/*
 * Takes an argument by its declared type, as PHP would, but for ints and bools: they are amounts, and whether money is
 * held or charged, where another type is a mistake even if PHP would convert it.
 */
static bool take_argument(const zend_internal_arg_info *info, zval *value, uint32_t number)
{
	uint32_t mask = ZEND_TYPE_FULL_MASK(info->type);
	zend_string *text;
	zval *array;

	if (mask & MAY_BE_STRING) {
		if (zend_parse_arg_str(value, &text, mask & MAY_BE_NULL, number)) {
			return true;
		}
		zend_wrong_parameter_type_error(
			(int)number, mask & MAY_BE_NULL ? Z_EXPECTED_STRING_OR_NULL : Z_EXPECTED_STRING, value);
		return false;
	}
	if (mask & MAY_BE_ARRAY) {
		if (zend_parse_arg_array(value, &array, false, false)) {
			return true;
		}
		zend_wrong_parameter_type_error((int)number, Z_EXPECTED_ARRAY, value);
		return false;
	}
	if (mask & MAY_BE_BOOL ? Z_TYPE_P(value) == IS_TRUE || Z_TYPE_P(value) == IS_FALSE : Z_TYPE_P(value) == IS_LONG) {
		return true;
	}
	zend_argument_type_error(
		number, "must be of type %s, %s given", mask & MAY_BE_BOOL ? "bool" : "int", zend_zval_type_name(value));
	return false;
}

/*
 * Which method is called, and with what, stands in the function's own arginfo. The arrays are held before the others
 * are converted, which may run the shop's code; those stay in the call's own frame, where nobody else comes.
 */
bool php_pgw_arguments_of_frame(struct php_pgw_arguments *arguments, zend_execute_data *execute_data)
{
	const zend_function *function = EX(func);
	uint32_t declared = function->common.num_args, given = ZEND_NUM_ARGS();
	bool arrays = false;

	ZEND_ASSERT(declared <= PHP_PGW_MOST_ARGUMENTS);
	arguments->function = function;
	for (uint32_t i = 0; i < declared; i++) {
		arguments->values[i] = i < given ? ZEND_CALL_ARG(execute_data, i + 1) : NULL;
		arrays |= i < given && Z_TYPE_P(arguments->values[i]) == IS_ARRAY;
	}
	arguments->given.count = arguments->given.texts = 0;
	if (arrays && hold_values(arguments, false) == FAILURE) {
		return false;
	}
	for (uint32_t i = 0; i < given; i++) {
		if (!take_argument(&function->internal_function.arg_info[i], arguments->values[i], i + 1)) {
			return false;
		}
	}
	return true;
}

/* ---------------------------------------------------------------- from an entry of a batch */

ZEND_ATTRIBUTE_FORMAT(printf, 1, 2)
static void refuse(const char *format, ...)
{
	struct pgw_error error = {.kind = PGW_ERROR_ARGUMENT};
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(error.message, sizeof(error.message), format, arguments);
	va_end(arguments);
	php_pgw_exception_throw(&error, "batch", NULL);
}

static zend_result check_argument(const char *method, const zend_internal_arg_info *info, const zval *value)
{
	zend_string *type;

	if (ZEND_TYPE_CONTAINS_CODE(info->type, Z_TYPE_P(value)) ||
		(Z_TYPE_P(value) == IS_FALSE && ZEND_TYPE_FULL_MASK(info->type) & MAY_BE_BOOL)) {
		return SUCCESS;
	}
	type = zend_type_to_string(info->type);
	refuse(
		"batch: %s: %s must be of type %s, %s given", method, info->name, ZSTR_VAL(type), zend_zval_type_name(value));
	zend_string_release(type);
	return FAILURE;
}

/* What was given is not repeated: it may be a card's number in the wrong place. */
static void refuse_name(const char *method, const zend_function *function)
{
	smart_str names = {0};

	for (uint32_t i = 0; i < function->common.num_args; i++) {
		smart_str_appends(&names, i ? ", " : "");
		smart_str_appends(&names, function->internal_function.arg_info[i].name);
	}
	smart_str_0(&names);
	refuse("batch: %s has no argument of that name, only %s", method, names.s ? ZSTR_VAL(names.s) : "none");
	smart_str_free(&names);
}

static uint32_t position_of(const zend_function *function, const zend_string *name)
{
	uint32_t i = 0;

	while (i < function->common.num_args && strcmp(function->internal_function.arg_info[i].name, ZSTR_VAL(name)) != 0) {
		i++;
	}
	return i;
}

/* As call_user_func_array() takes them: by position, by name, or some of each. */
static zend_result sort_arguments(zval *values[PHP_PGW_MOST_ARGUMENTS], const zend_function *function, HashTable *given)
{
	const char *method = ZSTR_VAL(function->common.function_name);
	uint32_t next = 0, declared = function->common.num_args;
	bool named = false;
	zend_string *name;
	zval *value;

	memset(values, 0, sizeof(*values) * PHP_PGW_MOST_ARGUMENTS);
	ZEND_HASH_FOREACH_STR_KEY_VAL(given, name, value) {
		uint32_t at = name ? position_of(function, name) : next++;

		ZVAL_DEREF(value);
		if (at >= declared && name) {
			refuse_name(method, function);
			return FAILURE;
		}
		if (at >= declared) {
			refuse("batch: %s has no argument at that position", method);
			return FAILURE;
		}
		if (values[at] || (named && !name)) {
			refuse("batch: %s: %s", method,
				values[at] ? "an argument is given twice" : "an argument by position comes after one by name");
			return FAILURE;
		}
		named = name;
		if (check_argument(method, &function->internal_function.arg_info[at], value) == FAILURE) {
			return FAILURE;
		}
		values[at] = value;
	}
	ZEND_HASH_FOREACH_END();
	for (uint32_t i = 0; i < function->common.required_num_args; i++) {
		if (!values[i]) {
			refuse("batch: %s lacks its argument %s", method, function->internal_function.arg_info[i].name);
			return FAILURE;
		}
	}
	return SUCCESS;
}

static const zend_function *find_method(const zend_string *name)
{
	const zend_function *function = zend_hash_find_ptr_lc(&php_pgw_client_class->function_table, (zend_string *)name);
	char suggestion[PGW_SUGGESTION];

	if (!function || !(zend_string_equals_literal(function->common.function_name, "call") ||
						 pgw_method_find(php_pgw_text_of(function->common.function_name)))) {
		refuse("batch: each call must name one of the gateway's own methods, or call%s",
			pgw_method_suggest(php_pgw_text_of(name), suggestion));
		return NULL;
	}
	return function;
}

/*
 * Takes hold of all that a call of the source says, as it is now, and runs none of the shop's code. FAILURE: an
 * exception was thrown, and nothing is held.
 */
zend_result php_pgw_arguments_of_call(struct php_pgw_arguments *arguments, const zval *given)
{
	const zval *name = NULL, *list = NULL;
	zval empty;

	ZVAL_DEREF(given);
	ZVAL_EMPTY_ARRAY(&empty);
	if (Z_TYPE_P(given) == IS_ARRAY) {
		name = zend_hash_index_find_deref(Z_ARRVAL_P(given), 0);
		list = zend_hash_index_find_deref(Z_ARRVAL_P(given), 1);
	}
	if (!name || Z_TYPE_P(name) != IS_STRING || (list && Z_TYPE_P(list) != IS_ARRAY) ||
		zend_hash_num_elements(Z_ARRVAL_P(given)) != (list ? 2U : 1U)) {
		refuse("batch: each call must be an array of a method's name and an array of its arguments");
		return FAILURE;
	}
	arguments->function = find_method(Z_STR_P(name));
	if (!arguments->function ||
		sort_arguments(arguments->values, arguments->function, Z_ARRVAL_P(list ? list : &empty)) == FAILURE) {
		return FAILURE;
	}
	if (hold_values(arguments, true) == FAILURE) {
		php_pgw_given_free(&arguments->given);
		return FAILURE;
	}
	return SUCCESS;
}
