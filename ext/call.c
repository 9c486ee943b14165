/* A gateway call from its arguments to its reply. Every gateway method of the class goes through here. */
#include "php_payment_gateway.h"

#include "zend_exceptions.h"

/* ---------------------------------------------------------------- the request */

/* Arguments as the core takes them: named, defaults included, with $params apart. */
struct core_arguments {
	struct pgw_argument at[PHP_PGW_MAX_ARGUMENTS];
	size_t count;
	zval defaults[PHP_PGW_MAX_ARGUMENTS];
	size_t default_count;
	const zval *params; /* NULL: not given */
};

/* Adds the default of an argument that was not given; skips $params, and arguments without a default. */
static void add_default_argument(struct core_arguments *core, zend_internal_arg_info *info)
{
	zval *value = &core->defaults[core->default_count];

	if (ZEND_TYPE_FULL_MASK(info->type) & MAY_BE_ARRAY ||
		zend_get_default_from_internal_arg_info(value, info) == FAILURE) {
		return;
	}
	core->default_count++;
	core->at[core->count++] = (struct pgw_argument){info->name, value};
}

static void collect_core_arguments(struct core_arguments *core, const struct php_pgw_arguments *arguments)
{
	zend_internal_arg_info *info = arguments->function->internal_function.arg_info;

	core->count = core->default_count = 0;
	core->params = NULL;
	for (uint32_t i = 0; i < arguments->function->common.num_args; i++) {
		if (!arguments->values[i]) {
			add_default_argument(core, &info[i]);
		} else if (ZEND_TYPE_FULL_MASK(info[i].type) & MAY_BE_ARRAY && strcmp(info[i].name, "params") == 0) {
			core->params = arguments->values[i];
		} else {
			core->at[core->count++] = (struct pgw_argument){info[i].name, arguments->values[i]};
		}
	}
}

static bool build_method_request(struct pgw_request *request, struct php_pgw_client *client,
	const struct pgw_method *method, const struct php_pgw_arguments *arguments, struct pgw_error *error)
{
	struct core_arguments core;
	bool built;

	collect_core_arguments(&core, arguments);
	built = pgw_request_init(
		request, client->core, method, &php_pgw_parameters_tree, core.at, core.count, core.params, error);
	for (size_t i = 0; i < core.default_count; i++) {
		zval_ptr_dtor(&core.defaults[i]);
	}
	return built;
}

/* call() takes a method name, or a path, and everything else as parameters. */
static bool build_raw_call_request(struct pgw_request *request, struct php_pgw_client *client,
	const struct pgw_method *method, const struct php_pgw_arguments *arguments, struct pgw_error *error)
{
	struct pgw_text path = php_pgw_text_of(Z_STR_P(arguments->values[0]));

	return method ? pgw_request_init(
						request, client->core, method, &php_pgw_parameters_tree, NULL, 0, arguments->values[1], error)
				  : pgw_request_init_path(
						request, client->core, path, &php_pgw_parameters_tree, arguments->values[1], error);
}

/* A path is not shown: it may be a secret in the wrong place. */
static const char *shown_method_name(const struct pgw_method *method)
{
	return method ? method->name : "call";
}

/* `name` is the first argument of call(), or NULL. */
static void convert_argument_objects(struct php_pgw_client *client, const struct pgw_method *method, const zval *name,
	struct php_pgw_arguments *arguments)
{
	const struct pgw_method *row =
		method ? method : pgw_method_at_path(pgw_client_dialect(client->core), php_pgw_text_of(Z_STR_P(name)));
	struct php_pgw_dates dates = {&client->timezone, shown_method_name(method), row && row->flags & PGW_ZONED_DATES,
		row && row->flags & PGW_COMPACT_DATES};

	php_pgw_snapshot_convert_objects(&arguments->snapshot, &dates);
}

zend_result php_pgw_request_build(
	struct pgw_request *request, struct php_pgw_client *client, struct php_pgw_arguments *arguments)
{
	const struct pgw_method *method = arguments->method;
	bool by_name = !method, built;
	struct pgw_error error;

	if (by_name) {
		if (php_pgw_snapshot_convert_text(arguments->values[0]) == FAILURE) {
			return FAILURE;
		}
		method = pgw_method_find(php_pgw_text_of(Z_STR_P(arguments->values[0])));
	}
	if (arguments->snapshot.convertible) {
		convert_argument_objects(client, method, arguments->values[0], arguments);
	}
	if (EG(exception)) {
		return FAILURE; /* whoever threw: do not send it */
	}
	built = by_name ? build_raw_call_request(request, client, method, arguments, &error)
					: build_method_request(request, client, method, arguments, &error);
	if (!built) {
		php_pgw_exception_throw(&error, shown_method_name(method), NULL);
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

struct pgw_call *php_pgw_call_start(
	const struct php_pgw_client *client, const struct pgw_request *request, bool beside_others)
{
	struct pgw_limits limits = {
		.reply_bytes = (size_t)PAYMENT_GATEWAY_G(max_reply_size),
		.timed = !Z_ISUNDEF(client->logger),
		.beside_others = beside_others,
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

bool php_pgw_read_reply(
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

/* If memory runs out while decoding, the response and the request must still be wiped and freed. */
static bool read_reply_catching_bailout(php_pgw_reply_reader *read, zval *value, const struct pgw_request *request,
	const struct pgw_response *response, struct pgw_error *error)
{
	bool good;

	zend_try
	{
		good = read(value, request, response, error);
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

bool php_pgw_call_end(zval *value, struct php_pgw_client *client, const struct pgw_request *request,
	struct pgw_call *call, php_pgw_reply_reader *read, bool *outcome_unknown)
{
	struct pgw_attempt_facts attempts[PGW_MOST_RETRIES + 1];
	bool logged = !Z_ISUNDEF(client->logger), good = false;
	struct pgw_response response;
	struct pgw_error error;
	size_t count = 0;
	zval reply;

	if (logged) {
		const struct pgw_attempt_facts *all;

		pgw_call_stop(call); /* the last attempt may be in flight */
		all = pgw_call_attempts(call, &count);

		memcpy(attempts, all, count * sizeof(*attempts));
	}
	ZVAL_UNDEF(value);
	if (pgw_call_end(call, &response, &error)) {
		good = read_reply_catching_bailout(read, value, request, &response, &error);
		pgw_response_free(&response);
	}
	if (PAYMENT_GATEWAY_G(bailed_out)) {
		*outcome_unknown = false;
		return good;
	}
	if (!good) {
		ZVAL_COPY_VALUE(&reply, value);
		php_pgw_exception_create(value, &error, request->name, Z_ISUNDEF(reply) ? NULL : &reply);
		zval_ptr_dtor(&reply);
	}
	if (logged) {
		php_pgw_logger_log_call(client, request, attempts, count, good ? NULL : &error);
	}
	*outcome_unknown = !good && error.outcome_unknown;
	return good;
}

/* The engine drops a return value when an exception is pending. The reply of a payment must not get lost that way. */
static void throw_undeliverable_reply(zval *reply, const struct pgw_request *request)
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

/* If user code threw, its exception is enough, unless the outcome is unknown: then it becomes the previous exception.
 */
static void throw_call_error(zval *exception, bool outcome_unknown)
{
	if (EG(exception) && !outcome_unknown) {
		zval_ptr_dtor(exception);
		return;
	}
	zend_throw_exception_object(exception);
}

void php_pgw_request_run(
	zval *return_value, struct php_pgw_client *client, struct pgw_request *request, php_pgw_reply_reader *read)
{
	struct pgw_call *call = php_pgw_call_start(client, request, false);
	bool outcome_unknown;
	zval value;

	while (call && !pgw_call_is_done(call) && !php_pgw_must_stop_waiting()) {
		pgw_call_wait(call, PHP_PGW_MAX_WAIT);
	}
	if (call) {
		if (php_pgw_call_end(&value, client, request, call, read, &outcome_unknown)) {
			if (EG(exception) && request->changes) {
				throw_undeliverable_reply(&value, request);
			} else {
				ZVAL_COPY_VALUE(return_value, &value);
			}
		} else if (PAYMENT_GATEWAY_G(bailed_out)) {
			zval_ptr_dtor(&value); /* the script is ending: nobody would catch it */
		} else {
			throw_call_error(&value, outcome_unknown);
		}
	}
	pgw_request_free(request);
	php_pgw_resume_bailout();
}

/* ---------------------------------------------------------------- methods */

static void handle_gateway_method(zval *return_value, zend_execute_data *execute_data)
{
	struct php_pgw_client *client = php_pgw_client_require(ZEND_THIS);
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
	built = php_pgw_arguments_from_frame(&arguments, execute_data) &&
			php_pgw_request_build(&request, client, &arguments) == SUCCESS;
	php_pgw_snapshot_free(&arguments.snapshot);
	if (built && EG(exception)) {
		pgw_request_free(&request); /* a destructor threw: do not send it */
	} else if (built) {
		php_pgw_request_run(return_value, client, &request, php_pgw_read_reply);
	}
}

/* All gateway methods are aliases of register(): what differs between them is in the core's method table. */
ZEND_METHOD(PaymentGateway, register)
{
	handle_gateway_method(return_value, execute_data);
}

ZEND_METHOD(PaymentGateway, call)
{
	handle_gateway_method(return_value, execute_data);
}

ZEND_METHOD(PaymentGateway, resetConnections)
{
	ZEND_PARSE_PARAMETERS_NONE();

	PAYMENT_GATEWAY_G(pool) = pgw_pool_replace(PAYMENT_GATEWAY_G(pool));
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
