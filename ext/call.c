/* From a method's arguments to its reply: every gateway method of the class comes through here. */
#include "php_payment_gateway.h"

#include "zend_exceptions.h"

/* ---------------------------------------------------------------- the request */

/* What the core reads: by position, with defaults, and the parameters apart. */
struct core_arguments {
	struct pgw_argument at[PHP_PGW_MOST_ARGUMENTS];
	size_t count;
	zval defaults[PHP_PGW_MOST_ARGUMENTS];
	size_t default_count;
	const zval *params; /* NULL: not given */
};

/* What the stub declares for an argument that was not given; one without a default, or the parameters, are left out. */
static void read_default(struct core_arguments *reading, zend_internal_arg_info *info)
{
	zval *value = &reading->defaults[reading->default_count];

	if (ZEND_TYPE_FULL_MASK(info->type) & MAY_BE_ARRAY ||
		zend_get_default_from_internal_arg_info(value, info) == FAILURE) {
		return;
	}
	reading->default_count++;
	reading->at[reading->count++] = (struct pgw_argument){info->name, value};
}

static void read_values(struct core_arguments *reading, const struct php_pgw_arguments *arguments)
{
	zend_internal_arg_info *info = arguments->function->internal_function.arg_info;

	reading->count = reading->default_count = 0;
	reading->params = NULL;
	for (uint32_t i = 0; i < arguments->function->common.num_args; i++) {
		if (!arguments->values[i]) {
			read_default(reading, &info[i]);
		} else if (ZEND_TYPE_FULL_MASK(info[i].type) & MAY_BE_ARRAY && strcmp(info[i].name, "params") == 0) {
			reading->params = arguments->values[i];
		} else {
			reading->at[reading->count++] = (struct pgw_argument){info[i].name, arguments->values[i]};
		}
	}
}

static bool build_method(struct pgw_request *request, struct php_pgw_client *client, const struct pgw_method *method,
	const struct php_pgw_arguments *arguments, struct pgw_error *error)
{
	struct core_arguments reading;
	bool built;

	read_values(&reading, arguments);
	built = pgw_request_init(
		request, client->core, method, &php_pgw_parameters_tree, reading.at, reading.count, reading.params, error);
	for (size_t i = 0; i < reading.default_count; i++) {
		zval_ptr_dtor(&reading.defaults[i]);
	}
	return built;
}

/* call() gives a method's name, or a path that the table lacks, and all the rest as parameters. */
static bool build_call(struct pgw_request *request, struct php_pgw_client *client, const struct pgw_method *method,
	const struct php_pgw_arguments *arguments, struct pgw_error *error)
{
	struct pgw_text path = php_pgw_text_of(Z_STR_P(arguments->values[0]));

	return method ? pgw_request_init(
						request, client->core, method, &php_pgw_parameters_tree, NULL, 0, arguments->values[1], error)
				  : pgw_request_init_path(
						request, client->core, path, &php_pgw_parameters_tree, arguments->values[1], error);
}

/* A path may be anything, a secret in the wrong place too. */
static const char *name_of(const struct pgw_method *method)
{
	return method ? method->name : "call";
}

static void write_texts(
	struct php_pgw_client *client, const struct pgw_method *method, struct php_pgw_arguments *arguments)
{
	struct php_pgw_dates dates = {&client->timezone, name_of(method), method && method->flags & PGW_ZONED_DATES};

	php_pgw_given_write_texts(&arguments->given, &dates);
}

zend_result php_pgw_request_build(
	struct pgw_request *request, struct php_pgw_client *client, struct php_pgw_arguments *arguments)
{
	const struct pgw_method *method = pgw_method_find(php_pgw_text_of(arguments->function->common.function_name));
	bool by_name = !method, built;
	struct pgw_error error;

	if (by_name) {
		method = pgw_method_find(php_pgw_text_of(Z_STR_P(arguments->values[0])));
	}
	if (arguments->given.texts) {
		write_texts(client, method, arguments);
	}
	if (EG(exception)) {
		return FAILURE; /* whoever threw: nothing is sent */
	}
	built = by_name ? build_call(request, client, method, arguments, &error)
					: build_method(request, client, method, arguments, &error);
	if (!built) {
		php_pgw_exception_throw(&error, name_of(method), NULL);
	}
	return built ? SUCCESS : FAILURE;
}

/* ---------------------------------------------------------------- waiting */

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
	bool decoded = php_pgw_reply_decode(value, response, &flaw) == SUCCESS;
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
	struct pgw_attempt_facts attempts[PGW_MOST_RETRIES + 1];
	bool logged = !Z_ISUNDEF(client->logger), good = false;
	struct pgw_response response;
	struct pgw_error error;
	size_t count = 0;
	zval reply;

	if (logged) {
		const struct pgw_attempt_facts *all;

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

static void call_method(zval *return_value, zend_execute_data *execute_data)
{
	struct php_pgw_client *client = constructed_client(ZEND_THIS);
	uint32_t required = EX(func)->common.required_num_args, declared = EX(func)->common.num_args;
	struct php_pgw_arguments arguments;
	struct pgw_request request;
	bool built;

	if (!client) {
		return;
	}
	if (ZEND_NUM_ARGS() < required || ZEND_NUM_ARGS() > declared) {
		zend_wrong_parameters_count_error(required, declared);
		return;
	}
	built = php_pgw_arguments_of_frame(&arguments, execute_data) &&
			php_pgw_request_build(&request, client, &arguments) == SUCCESS;
	php_pgw_given_free(&arguments.given);
	if (built && EG(exception)) {
		pgw_request_free(&request); /* a destructor threw: nothing is sent */
	} else if (built) {
		perform(return_value, client, &request);
	}
}

/* Every gateway method of the class: what is special about one is in its row of the core's table. */
ZEND_METHOD(PaymentGateway, register)
{
	call_method(return_value, execute_data);
}

ZEND_METHOD(PaymentGateway, call)
{
	call_method(return_value, execute_data);
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
