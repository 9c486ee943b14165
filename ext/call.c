/* From a method's arguments to its reply: every gateway method of the class comes through here. */
#include "php_payment_gateway.h"

#include "zend_exceptions.h"
#include "zend_interfaces.h"

/* ---------------------------------------------------------------- arguments */

struct arguments {
	struct pgw_argument at[PHP_PGW_MOST_ARGUMENTS];
	size_t count;
	zval owned[PHP_PGW_MOST_ARGUMENTS]; /* defaults and prepared arrays */
	size_t owned_count;
	zval params; /* prepared; undefined when not given */
};

static void free_arguments(struct arguments *arguments)
{
	for (size_t i = 0; i < arguments->owned_count; i++) {
		zval_ptr_dtor(&arguments->owned[i]);
	}
	zval_ptr_dtor(&arguments->params);
}

static zval *own(struct arguments *arguments)
{
	return &arguments->owned[arguments->owned_count++];
}

static void add_argument(struct arguments *arguments, const char *name, const zval *value)
{
	arguments->at[arguments->count++] = (struct pgw_argument){name, value};
}

static bool take_value(
	struct arguments *arguments, const zend_internal_arg_info *info, zval *value, const struct php_pgw_dates *dates)
{
	bool is_array = ZEND_TYPE_FULL_MASK(info->type) & MAY_BE_ARRAY;
	zval *prepared;

	if (!is_array) {
		add_argument(arguments, info->name, value);
		return true;
	}
	if (strcmp(info->name, "params") == 0) {
		return php_pgw_values_prepare(&arguments->params, value, dates) == SUCCESS;
	}
	prepared = own(arguments);
	add_argument(arguments, info->name, prepared);
	return php_pgw_values_prepare(prepared, value, dates) == SUCCESS;
}

/* What the stub declares for an argument that was not given; one without a default, or the parameters, are left out. */
static void take_default(struct arguments *arguments, zend_internal_arg_info *info)
{
	zval value;

	if (ZEND_TYPE_FULL_MASK(info->type) & MAY_BE_ARRAY ||
		zend_get_default_from_internal_arg_info(&value, info) == FAILURE) {
		return;
	}
	add_argument(arguments, info->name, own(arguments));
	ZVAL_COPY_VALUE(&arguments->owned[arguments->owned_count - 1], &value);
}

zend_result php_pgw_request_build(
	struct pgw_request *request, struct php_pgw_client *client, const zend_function *function, zval **values)
{
	zend_internal_arg_info *info = function->internal_function.arg_info;
	const struct pgw_method *method = pgw_method_find(php_pgw_text_of(function->common.function_name));
	struct php_pgw_dates dates = {&client->timezone, method->name, method->flags & PGW_ZONED_DATES};
	struct arguments arguments = {.count = 0};
	zend_result result = FAILURE;
	struct pgw_error error;

	ZEND_ASSERT(method && function->common.num_args <= PHP_PGW_MOST_ARGUMENTS);
	ZVAL_UNDEF(&arguments.params);
	for (uint32_t i = 0; i < function->common.num_args; i++) {
		if (!values[i]) {
			take_default(&arguments, &info[i]);
		} else if (!take_value(&arguments, &info[i], values[i], &dates)) {
			goto cleanup;
		}
	}
	if (pgw_request_init(request, client->core, method, &php_pgw_parameters_tree, arguments.at, arguments.count,
			Z_ISUNDEF(arguments.params) ? NULL : &arguments.params, &error)) {
		result = SUCCESS;
	} else {
		php_pgw_exception_throw(&error, method->name, NULL);
	}

cleanup:
	free_arguments(&arguments);
	return result;
}

zend_result php_pgw_request_build_named(
	struct pgw_request *request, struct php_pgw_client *client, zend_string *name, zval *params)
{
	const struct pgw_method *method = pgw_method_find(php_pgw_text_of(name));
	const char *shown = method ? method->name : "call"; /* a path may be anything */
	struct php_pgw_dates dates = {&client->timezone, shown, method && method->flags & PGW_ZONED_DATES};
	struct pgw_error error;
	zval prepared;
	bool built;

	ZVAL_EMPTY_ARRAY(&prepared);
	if (params && php_pgw_values_prepare(&prepared, params, &dates) == FAILURE) {
		return FAILURE;
	}
	built = method
				? pgw_request_init(request, client->core, method, &php_pgw_parameters_tree, NULL, 0, &prepared, &error)
				: pgw_request_init_path(
					  request, client->core, php_pgw_text_of(name), &php_pgw_parameters_tree, &prepared, &error);
	zval_ptr_dtor(&prepared);
	if (!built) {
		php_pgw_exception_throw(&error, shown, NULL);
	}
	return built ? SUCCESS : FAILURE;
}

/* ---------------------------------------------------------------- waiting */

bool php_pgw_is_ending(void)
{
	return EG(exception) && (zend_is_unwind_exit(EG(exception)) || zend_is_graceful_exit(EG(exception)));
}

bool php_pgw_is_stopped(void)
{
	if (!zend_atomic_bool_load_ex(&EG(vm_interrupt))) {
		return false;
	}
	zend_atomic_bool_store_ex(&EG(vm_interrupt), false); /* first, so that what comes meanwhile is not lost */
	if (zend_atomic_bool_load_ex(&EG(timed_out))) {
		zend_atomic_bool_store_ex(&EG(vm_interrupt), true); /* the engine ends the script once it runs again */
		return true;
	}
	if (!zend_interrupt_function) {
		return false;
	}
	/* A handler that dies of a fatal error must not jump over a call on its way: libcurl still writes to it. */
	zend_try
	{
		zend_interrupt_function(EG(current_execute_data));
	}
	zend_catch
	{
		PAYMENT_GATEWAY_G(bailed_out) = true;
	}
	zend_end_try();
	return EG(exception) || PAYMENT_GATEWAY_G(bailed_out);
}

/* Gone on with what php_pgw_is_stopped() held up, now that nothing is on its way. */
void php_pgw_bail_out(void)
{
	if (PAYMENT_GATEWAY_G(bailed_out)) {
		PAYMENT_GATEWAY_G(bailed_out) = false;
		zend_bailout();
	}
}

static struct pgw_pool *pool_of_thread(void)
{
	if (!PAYMENT_GATEWAY_G(pool)) {
		struct pgw_pool_settings settings = {
			.connections = PAYMENT_GATEWAY_G(max_connections),
			.idle = PAYMENT_GATEWAY_G(idle_timeout),
			.idle_changes = PAYMENT_GATEWAY_G(payment_idle_timeout),
			.age = PAYMENT_GATEWAY_G(max_connection_age),
		};

		PAYMENT_GATEWAY_G(pool) = pgw_pool_create(&settings);
	}
	return PAYMENT_GATEWAY_G(pool);
}

struct pgw_call *php_pgw_call_start(const struct php_pgw_client *client, const struct pgw_request *request)
{
	struct pgw_limits limits = {
		.reply_bytes = (size_t)PAYMENT_GATEWAY_G(max_reply_size),
		.timed = !Z_ISUNDEF(client->logger),
	};
	struct pgw_error error = {.kind = PGW_ERROR_MEMORY, .message = "out of memory"};
	struct pgw_pool *pool = pool_of_thread();
	struct pgw_call *call = pool ? pgw_call_start(pool, request, &limits, &error) : NULL;

	if (!call) {
		php_pgw_exception_throw(&error, request->name, NULL);
	}
	return call;
}

/* ---------------------------------------------------------------- replies */

/* True: `value` is the reply of a good call; false: it is undefined or the decoded reply, and there is an error. */
static bool read_reply(
	zval *value, const struct pgw_request *request, const struct pgw_response *response, struct pgw_error *error)
{
	const char *flaw = NULL;
	bool decoded = php_pgw_values_decode(value, response, &flaw) == SUCCESS;
	zval list;

	if (!decoded) {
		ZVAL_UNDEF(value);
	}
	switch (pgw_reply_judge(request, response, &php_pgw_reply_tree, decoded ? value : NULL, flaw, error)) {
		case PGW_REPLY_GOOD:
			return true;
		case PGW_REPLY_EMPTY_LIST:
			zval_ptr_dtor(value);
			array_init(value);
			array_init(&list);
			add_assoc_zval(value, request->method->empty_list, &list);
			return true;
		default:
			return false;
	}
}

/* Where memory runs out over a reply, the response and the request must still be wiped and freed. */
static bool read_reply_or_die(
	zval *value, const struct pgw_request *request, const struct pgw_response *response, struct pgw_error *error)
{
	bool good;

	zend_try
	{
		good = read_reply(value, request, response, error);
	}
	zend_catch
	{
		PAYMENT_GATEWAY_G(bailed_out) = true;
		ZVAL_UNDEF(value);
		return false;
	}
	zend_end_try();
	return good;
}

bool php_pgw_call_end(
	zval *value, struct php_pgw_client *client, const struct pgw_request *request, struct pgw_call *call, bool *doubt)
{
	struct pgw_attempt attempts[PGW_MOST_RETRIES + 1];
	bool logged = !Z_ISUNDEF(client->logger), good = false;
	struct pgw_response response;
	struct pgw_error error;
	size_t count = 0;
	zval reply;

	if (logged) {
		const struct pgw_attempt *all;

		pgw_call_stop(call); /* the last attempt may be on its way */
		all = pgw_call_attempts(call, &count);

		memcpy(attempts, all, count * sizeof(*attempts));
	}
	ZVAL_UNDEF(value);
	if (pgw_call_end(call, &response, &error)) {
		good = read_reply_or_die(value, request, &response, &error);
		pgw_response_free(&response);
	}
	if (PAYMENT_GATEWAY_G(bailed_out)) {
		*doubt = false;
		return good;
	}
	if (!good) {
		ZVAL_COPY_VALUE(&reply, value);
		php_pgw_exception_create(value, &error, request->name, Z_ISUNDEF(reply) ? NULL : &reply);
		zval_ptr_dtor(&reply);
	}
	if (logged) {
		php_pgw_logger_tell(client, request, attempts, count, good ? NULL : &error);
	}
	*doubt = !good && error.outcome_unknown;
	return good;
}

/* The engine drops what a method returns when something was thrown: a payment's answer must not go that way. */
static void throw_answer(zval *reply, const struct pgw_request *request)
{
	struct pgw_error error = {.kind = PGW_ERROR_TRANSPORT};
	zval exception;

	snprintf(error.message, sizeof(error.message),
		"%s: the answer came, and getReply() has it, but the shop's own code threw before it could be returned",
		request->name);
	php_pgw_exception_create(&exception, &error, request->name, reply);
	zval_ptr_dtor(reply);
	zend_throw_exception_object(&exception);
}

/* A handler's own exception is enough when no money is in doubt; otherwise the doubt comes first. */
static void throw_end(zval *exception, bool doubt)
{
	if (EG(exception) && !doubt) {
		zval_ptr_dtor(exception);
		return;
	}
	zend_throw_exception_object(exception);
}

/* Sends the request, and frees it. */
static void perform(zval *return_value, struct php_pgw_client *client, struct pgw_request *request)
{
	struct pgw_call *call = php_pgw_call_start(client, request);
	bool doubt;
	zval value;

	while (call && !pgw_call_is_done(call) && !php_pgw_is_stopped()) {
		pgw_call_wait(call, PHP_PGW_LONGEST_WAIT);
	}
	if (call) {
		if (php_pgw_call_end(&value, client, request, call, &doubt)) {
			if (EG(exception) && request->changes) {
				throw_answer(&value, request);
			} else {
				ZVAL_COPY_VALUE(return_value, &value);
			}
		} else if (PAYMENT_GATEWAY_G(bailed_out)) {
			zval_ptr_dtor(&value); /* the script has ended: nothing catches */
		} else {
			throw_end(&value, doubt);
		}
	}
	pgw_request_free(request);
	php_pgw_bail_out();
}

/* ---------------------------------------------------------------- methods */

static struct php_pgw_client *constructed_client(zval *object)
{
	struct php_pgw_client *client = php_pgw_client_of(Z_OBJ_P(object));

	if (!client->core) {
		zend_throw_error(NULL, "The PaymentGateway object has not been constructed");
		return NULL;
	}
	return client;
}

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

/* Which method is called, and with what, stands in the function's own arginfo. */
static bool read_arguments(zval *values[PHP_PGW_MOST_ARGUMENTS], zend_execute_data *execute_data)
{
	const zend_function *function = EX(func);
	uint32_t declared = function->common.num_args, given = ZEND_NUM_ARGS();

	if (given < function->common.required_num_args || given > declared) {
		zend_wrong_parameters_count_error(function->common.required_num_args, declared);
		return false;
	}
	for (uint32_t i = 0; i < declared; i++) {
		values[i] = i < given ? ZEND_CALL_ARG(execute_data, i + 1) : NULL;
		if (i < given && !take_argument(&function->internal_function.arg_info[i], values[i], i + 1)) {
			return false;
		}
	}
	return true;
}

/* Every gateway method of the class: what is special about one is in its row of the core's table. */
ZEND_METHOD(PaymentGateway, register)
{
	struct php_pgw_client *client = constructed_client(ZEND_THIS);
	zval *values[PHP_PGW_MOST_ARGUMENTS];
	struct pgw_request request;

	if (!client || !read_arguments(values, execute_data) ||
		php_pgw_request_build(&request, client, EX(func), values) == FAILURE) {
		RETURN_THROWS();
	}
	perform(return_value, client, &request);
}

ZEND_METHOD(PaymentGateway, call)
{
	struct php_pgw_client *client;
	struct pgw_request request;
	zval *params = NULL;
	zend_string *name;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_STR(name)
		Z_PARAM_OPTIONAL
		Z_PARAM_ARRAY(params)
	ZEND_PARSE_PARAMETERS_END();

	client = constructed_client(ZEND_THIS);
	if (!client || php_pgw_request_build_named(&request, client, name, params) == FAILURE) {
		RETURN_THROWS();
	}
	perform(return_value, client, &request);
}

ZEND_METHOD(PaymentGateway, resetConnections)
{
	ZEND_PARSE_PARAMETERS_NONE();

	pgw_pool_free(PAYMENT_GATEWAY_G(pool)); /* calls on their way hold their own share */
	PAYMENT_GATEWAY_G(pool) = NULL;
}

ZEND_METHOD(PaymentGateway, connectionStats)
{
	struct pgw_pool_facts facts = {0};

	ZEND_PARSE_PARAMETERS_NONE();

	if (PAYMENT_GATEWAY_G(pool)) {
		facts = pgw_pool_show(PAYMENT_GATEWAY_G(pool));
	}
	array_init(return_value);
	add_assoc_long(return_value, "open", (zend_long)facts.open);
	add_assoc_long(return_value, "opened", (zend_long)facts.opened);
	add_assoc_long(return_value, "requests", (zend_long)facts.requests);
}
