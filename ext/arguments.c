/* The arguments of a gateway method, from its call frame or from a batch entry: type-checked and snapshotted. */
#include "php_payment_gateway.h"

#include "zend_smart_str.h"

/* Replaces the arrays among the values, or all values, with their snapshots. */
static zend_result snapshot_arguments(struct php_pgw_arguments *arguments, bool scalars_too)
{
	const zend_function *function = arguments->function;

	php_pgw_snapshot_init(&arguments->snapshot, ZSTR_VAL(function->common.function_name), true, true);
	for (uint32_t i = 0; i < function->common.num_args; i++) {
		const char *name = function->internal_function.arg_info[i].name;
		zval *value = arguments->values[i];

		if (!value || !(scalars_too || Z_TYPE_P(value) == IS_ARRAY)) {
			continue;
		}
		arguments->values[i] =
			php_pgw_snapshot_add(&arguments->snapshot, value, name, strcmp(name, "params") == 0 ? "parameter " : NULL);
		if (!arguments->values[i]) {
			return FAILURE;
		}
	}
	return SUCCESS;
}

/* ---------------------------------------------------------------- from a call frame */

/*
 * A text may be given as an int (the ids of many shops are ints) or as a Stringable, but not where the caller declares
 * strict types: a debug build of PHP aborts if a function takes what its signature refuses. No float and no bool is.
 */
static bool parse_text_argument(zval *value, bool nullable, uint32_t number)
{
	zend_string *text;

	if (Z_TYPE_P(value) == IS_STRING || (Z_TYPE_P(value) == IS_NULL && nullable)) {
		return true;
	}
	if ((Z_TYPE_P(value) == IS_LONG || Z_TYPE_P(value) == IS_OBJECT) && !ZEND_ARG_USES_STRICT_TYPES() &&
		zend_parse_arg_str_weak(value, &text, number)) {
		return true;
	}
	zend_wrong_parameter_type_error((int)number, nullable ? Z_EXPECTED_STRING_OR_NULL : Z_EXPECTED_STRING, value);
	return false;
}

/* Nothing else is converted. An int is an amount, and a bool says whether money is only held. */
static bool parse_frame_argument(const zend_internal_arg_info *info, zval *value, uint32_t number)
{
	uint32_t mask = ZEND_TYPE_FULL_MASK(info->type);
	zval *array;

	if (mask & MAY_BE_STRING) {
		return parse_text_argument(value, mask & MAY_BE_NULL, number);
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
 * The arginfo of the called function says what it takes. Arrays are snapshotted first, because converting the other
 * arguments may run user code. Scalars need no snapshot: they stay in the call frame, which user code cannot reach.
 */
bool php_pgw_arguments_from_frame(struct php_pgw_arguments *arguments, zend_execute_data *execute_data)
{
	const zend_function *function = EX(func);
	uint32_t declared = function->common.num_args, passed = ZEND_NUM_ARGS();
	bool arrays = false;

	ZEND_ASSERT(declared <= PHP_PGW_MAX_ARGUMENTS);
	arguments->function = function;
	arguments->method = pgw_method_find(php_pgw_text_of(function->common.function_name));
	for (uint32_t i = 0; i < declared; i++) {
		arguments->values[i] = i < passed ? ZEND_CALL_ARG(execute_data, i + 1) : NULL;
		arrays |= i < passed && Z_TYPE_P(arguments->values[i]) == IS_ARRAY;
	}
	arguments->snapshot.count = arguments->snapshot.convertible = 0;
	if (arrays && snapshot_arguments(arguments, false) == FAILURE) {
		return false;
	}
	for (uint32_t i = 0; i < passed; i++) {
		if (!parse_frame_argument(&function->internal_function.arg_info[i], arguments->values[i], i + 1)) {
			return false;
		}
	}
	return true;
}

/* ---------------------------------------------------------------- from a batch entry */

ZEND_ATTRIBUTE_FORMAT(printf, 1, 2)
static void throw_batch_argument_error(const char *format, ...)
{
	struct pgw_error error = {.kind = PGW_ERROR_ARGUMENT};
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(error.message, sizeof(error.message), format, arguments);
	va_end(arguments);
	php_pgw_exception_throw(&error, "batch", NULL);
}

static zend_result check_argument_type(const char *method, const zend_internal_arg_info *info, const zval *value)
{
	uint32_t mask = ZEND_TYPE_FULL_MASK(info->type);
	zend_string *type;

	if (ZEND_TYPE_CONTAINS_CODE(info->type, Z_TYPE_P(value)) || (Z_TYPE_P(value) == IS_FALSE && mask & MAY_BE_BOOL) ||
		(mask & MAY_BE_STRING && (Z_TYPE_P(value) == IS_LONG || php_pgw_is_stringable(value)))) {
		return SUCCESS;
	}
	type = zend_type_to_string(info->type);
	throw_batch_argument_error(
		"batch: %s: %s must be of type %s, %s given", method, info->name, ZSTR_VAL(type), zend_zval_type_name(value));
	zend_string_release(type);
	return FAILURE;
}

/* The message does not quote the name given: it may be a card number in the wrong place. */
static void throw_unknown_argument_name(const char *method, const zend_function *function)
{
	smart_str names = {0};

	for (uint32_t i = 0; i < function->common.num_args; i++) {
		smart_str_appends(&names, i ? ", " : "");
		smart_str_appends(&names, function->internal_function.arg_info[i].name);
	}
	smart_str_0(&names);
	throw_batch_argument_error(
		"batch: %s has no argument of that name, only %s", method, names.s ? ZSTR_VAL(names.s) : "none");
	smart_str_free(&names);
}

static uint32_t argument_position(const zend_function *function, const zend_string *name)
{
	uint32_t i = 0;

	while (i < function->common.num_args && strcmp(function->internal_function.arg_info[i].name, ZSTR_VAL(name)) != 0) {
		i++;
	}
	return i;
}

/* Binds arguments as call_user_func_array() does: by position, by name, or positional ones before named ones. */
static zend_result bind_arguments(zval *values[PHP_PGW_MAX_ARGUMENTS], const zend_function *function, HashTable *list)
{
	const char *method = ZSTR_VAL(function->common.function_name);
	uint32_t next = 0, declared = function->common.num_args;
	bool named = false;
	zend_string *name;
	zval *value;

	memset(values, 0, sizeof(*values) * PHP_PGW_MAX_ARGUMENTS);
	ZEND_HASH_FOREACH_STR_KEY_VAL(list, name, value) {
		uint32_t at = name ? argument_position(function, name) : next++;

		ZVAL_DEREF(value);
		if (at >= declared && name) {
			throw_unknown_argument_name(method, function);
			return FAILURE;
		}
		if (at >= declared) {
			throw_batch_argument_error("batch: %s has no argument at that position", method);
			return FAILURE;
		}
		if (values[at] || (named && !name)) {
			throw_batch_argument_error("batch: %s: %s", method,
				values[at] ? "an argument is given twice" : "a positional argument follows a named one");
			return FAILURE;
		}
		named = name;
		if (check_argument_type(method, &function->internal_function.arg_info[at], value) == FAILURE) {
			return FAILURE;
		}
		values[at] = value;
	}
	ZEND_HASH_FOREACH_END();
	for (uint32_t i = 0; i < function->common.required_num_args; i++) {
		if (!values[i]) {
			throw_batch_argument_error(
				"batch: %s is missing its argument %s", method, function->internal_function.arg_info[i].name);
			return FAILURE;
		}
	}
	return SUCCESS;
}

static zend_result find_batch_method(struct php_pgw_arguments *arguments, const zend_string *name)
{
	const zend_function *function = zend_hash_find_ptr_lc(&php_pgw_client_class->function_table, (zend_string *)name);
	char suggestion[PGW_SUGGESTION];

	arguments->function = function;
	arguments->method = function ? pgw_method_find(php_pgw_text_of(function->common.function_name)) : NULL;
	if (arguments->method || (function && zend_string_equals_literal(function->common.function_name, "call"))) {
		return SUCCESS;
	}
	throw_batch_argument_error("batch: each call must name one of the gateway's own methods, or call%s",
		pgw_method_suggest(php_pgw_text_of(name), suggestion));
	return FAILURE;
}

/* Of the snapshotted arguments. Stringables become texts later, when user code may run. */
static void convert_ints_to_texts(struct php_pgw_arguments *arguments)
{
	const zend_function *function = arguments->function;

	for (uint32_t i = 0; i < function->common.num_args; i++) {
		if (arguments->values[i] && Z_TYPE_P(arguments->values[i]) == IS_LONG &&
			ZEND_TYPE_FULL_MASK(function->internal_function.arg_info[i].type) & MAY_BE_STRING) {
			convert_to_string(arguments->values[i]);
		}
	}
}

zend_result php_pgw_arguments_from_batch_entry(struct php_pgw_arguments *arguments, const zval *entry)
{
	const zval *name = NULL, *list = NULL;
	zval empty;

	ZVAL_DEREF(entry);
	ZVAL_EMPTY_ARRAY(&empty);
	if (Z_TYPE_P(entry) == IS_ARRAY) {
		name = zend_hash_index_find_deref(Z_ARRVAL_P(entry), 0);
		list = zend_hash_index_find_deref(Z_ARRVAL_P(entry), 1);
	}
	if (!name || Z_TYPE_P(name) != IS_STRING || (list && Z_TYPE_P(list) != IS_ARRAY) ||
		zend_hash_num_elements(Z_ARRVAL_P(entry)) != (list ? 2U : 1U)) {
		throw_batch_argument_error(
			"batch: each call must be an array of a method's name and an array of its arguments");
		return FAILURE;
	}
	if (find_batch_method(arguments, Z_STR_P(name)) == FAILURE ||
		bind_arguments(arguments->values, arguments->function, Z_ARRVAL_P(list ? list : &empty)) == FAILURE) {
		return FAILURE;
	}
	if (snapshot_arguments(arguments, true) == FAILURE) {
		php_pgw_snapshot_free(&arguments->snapshot);
		return FAILURE;
	}
	convert_ints_to_texts(arguments);
	return SUCCESS;
}
