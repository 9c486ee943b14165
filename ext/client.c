/* The class PaymentGateway. */
#include "php_payment_gateway.h"

#include "zend_exceptions.h"
#include "zend_smart_str.h"

struct client_object {
	struct pgw_client *client; /* owned; NULL until constructed */
	zval timezone; /* of dates: a DateTimeZone, undefined for UTC, null for one that the bank does not publish */
	zend_object std;
};

static zend_object_handlers handlers;

static struct client_object *client_object(zend_object *object)
{
	return (struct client_object *)((char *)object - offsetof(struct client_object, std));
}

/* ---------------------------------------------------------------- the object */

static zend_object *create_object(zend_class_entry *class_entry)
{
	struct client_object *object = zend_object_alloc(sizeof(*object), class_entry);

	zend_object_std_init(&object->std, class_entry);
	object_properties_init(&object->std, class_entry);
	object->std.handlers = &handlers;
	return &object->std;
}

static void free_object(zend_object *object)
{
	pgw_client_free(client_object(object)->client);
	zval_ptr_dtor(&client_object(object)->timezone);
	zend_object_std_dtor(object);
}

static void add_text(zval *to, const char *name, const char *text)
{
	if (text) {
		add_assoc_string(to, name, text);
	}
}

/* What var_dump and print_r show: the properties of a subclass, and every fact that is no secret. */
static HashTable *get_debug_info(zend_object *object, int *is_temporary)
{
	const struct pgw_client *client = client_object(object)->client;
	struct pgw_client_facts facts;
	zval shown;

	ZVAL_ARR(&shown, zend_array_dup(zend_std_get_properties(object)));
	*is_temporary = 1;
	if (!client) {
		return Z_ARRVAL(shown);
	}
	facts = pgw_client_show(client);
	add_text(&shown, "baseUri", facts.base_uri);
	add_text(&shown, "dialect", facts.dialect);
	add_text(&shown, "userName", facts.user_name);
	add_assoc_double(&shown, "timeout", facts.timeout);
	add_assoc_double(&shown, "connectTimeout", facts.connect_timeout);
	add_text(&shown, "caFile", facts.ca_file);
	add_text(&shown, "proxy", facts.proxy);
	add_text(&shown, "ipResolve", facts.ip_resolve);
	add_text(&shown, "language", facts.language);
	add_text(&shown, "currency", facts.currency);
	add_assoc_bool(&shown, "extraParameters", facts.extra_parameters);
	return Z_ARRVAL(shown);
}

/* A DateTimeZone of the shop's own class may refer back to the client. */
static HashTable *get_gc(zend_object *object, zval **values, int *count)
{
	*values = &client_object(object)->timezone;
	*count = 1;
	return zend_std_get_properties(object);
}

void php_pgw_client_startup(zend_class_entry *class_entry)
{
	class_entry->create_object = create_object;
	memcpy(&handlers, &std_object_handlers, sizeof(handlers));
	handlers.offset = offsetof(struct client_object, std);
	handlers.free_obj = free_object;
	handlers.clone_obj = NULL;
	handlers.compare = zend_objects_not_comparable;
	handlers.get_debug_info = get_debug_info;
	handlers.get_gc = get_gc;
}

/* ---------------------------------------------------------------- constructing */

static struct pgw_text text_of(const zend_string *string)
{
	return string ? (struct pgw_text){ZSTR_VAL(string), ZSTR_LEN(string)} : (struct pgw_text){NULL, 0};
}

/* libcurl opens the file without asking PHP, so open_basedir is asked here. */
static bool is_ca_file_allowed(zval *options)
{
	zval *file = zend_hash_str_find_deref(Z_ARRVAL_P(options), ZEND_STRL("caFile"));
	struct pgw_error error = {
		.kind = PGW_ERROR_ARGUMENT, .message = "option caFile: open_basedir does not allow this file"};

	if (!file || Z_TYPE_P(file) != IS_STRING || php_check_open_basedir_ex(Z_STRVAL_P(file), 0) == 0) {
		return true;
	}
	php_pgw_exception_throw(&error, "__construct", NULL);
	return false;
}

static zend_result read_timezone(zval *zone, const struct pgw_bank *bank, zval *options)
{
	zval *option = zend_hash_str_find_deref(Z_ARRVAL_P(options), ZEND_STRL("timezone"));
	zend_result result;
	zval name;

	ZVAL_UNDEF(zone);
	if (option && Z_TYPE_P(option) != IS_NULL) {
		return php_pgw_timezone_create(zone, option);
	}
	if (!bank) {
		return SUCCESS;
	}
	if (!bank->timezone) {
		ZVAL_NULL(zone);
		return SUCCESS;
	}
	ZVAL_STRING(&name, bank->timezone);
	result = php_pgw_timezone_create(zone, &name);
	zval_ptr_dtor(&name);
	return result;
}

static bool is_constructed(const struct client_object *object)
{
	if (object->client) {
		zend_throw_error(NULL, "The PaymentGateway object is already constructed");
	}
	return object->client != NULL;
}

/* On failure an exception was thrown, and the object is as it was. */
static void construct(struct client_object *object, const struct pgw_bank *bank, zend_string *base_uri,
	zend_string *user_name, zend_string *password, zend_string *token, zval *options)
{
	struct pgw_client *client;
	struct pgw_error error;
	zval empty, prepared, zone;

	ZVAL_EMPTY_ARRAY(&empty);
	if (is_constructed(object) || php_pgw_values_prepare(&prepared, options ? options : &empty, NULL) == FAILURE) {
		return;
	}
	/* A __toString among the options may have constructed it meanwhile. */
	if (is_constructed(object) || !is_ca_file_allowed(&prepared) || read_timezone(&zone, bank, &prepared) == FAILURE) {
		zval_ptr_dtor(&prepared);
		return;
	}
	client = pgw_client_create(bank, text_of(base_uri), text_of(user_name), text_of(password), text_of(token),
		&php_pgw_parameters_tree, &prepared, &error);
	zval_ptr_dtor(&prepared);
	if (!client) {
		zval_ptr_dtor(&zone);
		php_pgw_exception_throw(&error, "__construct", NULL);
		return;
	}
	object->client = client;
	ZVAL_COPY_VALUE(&object->timezone, &zone);
}

ZEND_METHOD(PaymentGateway, __construct)
{
	zend_string *base_uri, *user_name = NULL, *password = NULL, *token = NULL;
	zval *options = NULL;

	ZEND_PARSE_PARAMETERS_START(1, 5)
		Z_PARAM_STR(base_uri)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR_OR_NULL(user_name)
		Z_PARAM_STR_OR_NULL(password)
		Z_PARAM_STR_OR_NULL(token)
		Z_PARAM_ARRAY(options)
	ZEND_PARSE_PARAMETERS_END();

	construct(client_object(Z_OBJ_P(ZEND_THIS)), NULL, base_uri, user_name, password, token, options);
}

static void refuse_bank(void)
{
	struct pgw_error error = {.kind = PGW_ERROR_ARGUMENT};
	smart_str names = {0};

	for (const struct pgw_bank *bank = pgw_banks(); bank->name; bank++) {
		smart_str_appends(&names, names.s ? ", " : "");
		smart_str_appends(&names, bank->name);
	}
	smart_str_0(&names);
	snprintf(error.message, sizeof(error.message), "forBank: there is no such bank; known are: %s", ZSTR_VAL(names.s));
	smart_str_free(&names);
	php_pgw_exception_throw(&error, "forBank", NULL);
}

ZEND_METHOD(PaymentGateway, forBank)
{
	zend_string *name, *user_name = NULL, *password = NULL, *token = NULL;
	const struct pgw_bank *bank;
	zval *options = NULL;

	ZEND_PARSE_PARAMETERS_START(1, 5)
		Z_PARAM_STR(name)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR_OR_NULL(user_name)
		Z_PARAM_STR_OR_NULL(password)
		Z_PARAM_STR_OR_NULL(token)
		Z_PARAM_ARRAY(options)
	ZEND_PARSE_PARAMETERS_END();

	bank = pgw_bank_find(text_of(name));
	if (!bank) {
		refuse_bank();
		RETURN_THROWS();
	}
	if (object_init_ex(return_value, zend_get_called_scope(execute_data)) == FAILURE) {
		RETURN_THROWS();
	}
	construct(client_object(Z_OBJ_P(return_value)), bank, NULL, user_name, password, token, options);
	if (EG(exception)) {
		zend_object_store_ctor_failed(Z_OBJ_P(return_value)); /* no destructor of a subclass, as with new */
	}
}

ZEND_METHOD(PaymentGateway, banks)
{
	ZEND_PARSE_PARAMETERS_NONE();

	array_init(return_value);
	for (const struct pgw_bank *bank = pgw_banks(); bank->name; bank++) {
		zval facts;

		array_init(&facts);
		add_assoc_string(&facts, "baseUri", bank->base_uri);
		add_assoc_string(&facts, "dialect", pgw_dialect_name(bank->dialect));
		if (bank->timezone) {
			add_assoc_string(&facts, "timezone", bank->timezone);
		} else {
			add_assoc_null(&facts, "timezone");
		}
		add_assoc_bool(&facts, "tokenEverywhere", bank->token_everywhere);
		add_assoc_string(&facts, "source", bank->source);
		add_assoc_zval(return_value, bank->name, &facts);
	}
}

ZEND_METHOD(PaymentGateway, actionCodeMeaning)
{
	const char *meaning;
	zend_long code;

	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_LONG(code)
	ZEND_PARSE_PARAMETERS_END();

	meaning = pgw_action_meaning(code);
	if (meaning) {
		RETURN_STRING(meaning);
	}
}

/* ---------------------------------------------------------------- calling */

static struct pgw_client *constructed_client(zval *object)
{
	struct pgw_client *client = client_object(Z_OBJ_P(object))->client;

	if (!client) {
		zend_throw_error(NULL, "The PaymentGateway object has not been constructed");
	}
	return client;
}

static bool ensure_pool(struct pgw_error *error)
{
	if (!PAYMENT_GATEWAY_G(pool)) {
		PAYMENT_GATEWAY_G(pool) = pgw_pool_create();
	}
	if (PAYMENT_GATEWAY_G(pool)) {
		return true;
	}
	*error = (struct pgw_error){.kind = PGW_ERROR_MEMORY, .message = "out of memory"};
	return false;
}

/* The reply of a good call; otherwise an exception is thrown. */
static void answer(zval *return_value, const struct pgw_request *request, const struct pgw_response *response)
{
	const char *flaw = NULL;
	struct pgw_error error;
	zval reply, list;
	bool decoded = php_pgw_values_decode(&reply, response, &flaw) == SUCCESS;

	switch (
		pgw_reply_judge(request, response->http_status, &php_pgw_reply_tree, decoded ? &reply : NULL, flaw, &error)) {
		case PGW_REPLY_GOOD:
			ZVAL_COPY_VALUE(return_value, &reply);
			return;
		case PGW_REPLY_EMPTY_LIST:
			array_init(return_value);
			array_init(&list);
			add_assoc_zval(return_value, request->method->empty_list, &list);
			break;
		case PGW_REPLY_ERROR:
			php_pgw_exception_throw(&error, request->name, decoded ? &reply : NULL);
			break;
	}
	if (decoded) {
		zval_ptr_dtor(&reply);
	}
}

static void send_request(zval *return_value, struct pgw_request *request)
{
	struct pgw_limits limits = {.reply_bytes = (size_t)PAYMENT_GATEWAY_G(max_reply_size)};
	struct pgw_response response;
	struct pgw_error error;

	if (!ensure_pool(&error) || !pgw_send(PAYMENT_GATEWAY_G(pool), request, &limits, &response, &error)) {
		php_pgw_exception_throw(&error, request->name, NULL);
		return;
	}
	answer(return_value, request, &response);
	pgw_response_free(&response);
}

/*
 * Takes an argument by its declared type, as PHP would, but for ints: they are amounts, and an amount that is not an
 * int is a mistake even where PHP would convert it.
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
	if (Z_TYPE_P(value) == IS_LONG) {
		return true;
	}
	zend_argument_type_error(number, "must be of type int, %s given", zend_zval_type_name(value));
	return false;
}

enum { MOST_ARGUMENTS = 8 };

struct call {
	const struct pgw_method *method;
	struct pgw_argument arguments[MOST_ARGUMENTS];
	zval defaults[MOST_ARGUMENTS]; /* of arguments that were not given */
	size_t count;
	zval params; /* prepared; undefined when not given */
};

static void free_call(struct call *call)
{
	zval_ptr_dtor(&call->params);
}

/* Which method is called, and with what, stands in the function's own arginfo. */
static bool read_call(struct call *call, zend_execute_data *execute_data)
{
	struct php_pgw_dates dates = {.zone = &client_object(Z_OBJ(EX(This)))->timezone};
	const zend_function *function = EX(func);
	const zend_internal_arg_info *info = function->internal_function.arg_info;
	uint32_t declared = function->common.num_args, given = ZEND_NUM_ARGS();

	ZVAL_UNDEF(&call->params);
	call->count = 0;
	call->method = pgw_method_find(text_of(function->common.function_name));
	ZEND_ASSERT(call->method && declared <= MOST_ARGUMENTS);
	dates.method = call->method->name;
	if (given < function->common.required_num_args || given > declared) {
		zend_wrong_parameters_count_error(function->common.required_num_args, declared);
		return false;
	}
	for (uint32_t i = 0; i < declared; i++) {
		zval *value = i < given ? ZEND_CALL_ARG(execute_data, i + 1) : &call->defaults[i];
		bool is_params = ZEND_TYPE_FULL_MASK(info[i].type) & MAY_BE_ARRAY;

		if (i < given && !take_argument(&info[i], value, i + 1)) {
			return false;
		}
		if (i >= given && (is_params || zend_get_default_from_internal_arg_info(
											value, (zend_internal_arg_info *)&info[i]) == FAILURE)) {
			continue;
		}
		if (!is_params) {
			call->arguments[call->count++] = (struct pgw_argument){info[i].name, value};
		} else if (php_pgw_values_prepare(&call->params, value, &dates) == FAILURE) {
			return false;
		}
	}
	return true;
}

/* Every gateway method of the class: what is special about one is in its row of the core's table. */
ZEND_METHOD(PaymentGateway, register)
{
	const struct pgw_client *client = constructed_client(ZEND_THIS);
	struct pgw_request request;
	struct pgw_error error;
	struct call call;

	if (!client) {
		RETURN_THROWS();
	}
	if (!read_call(&call, execute_data)) {
		free_call(&call);
		RETURN_THROWS();
	}
	if (pgw_request_init(&request, client, call.method, &php_pgw_parameters_tree, call.arguments, call.count,
			Z_ISUNDEF(call.params) ? NULL : &call.params, &error)) {
		send_request(return_value, &request);
		pgw_request_free(&request);
	} else {
		php_pgw_exception_throw(&error, call.method->name, NULL);
	}
	free_call(&call);
}

ZEND_METHOD(PaymentGateway, call)
{
	const struct pgw_method *method;
	struct php_pgw_dates dates;
	struct pgw_request request;
	struct pgw_client *client;
	struct pgw_error error;
	zend_string *name;
	zval *params = NULL, prepared;
	bool built;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_STR(name)
		Z_PARAM_OPTIONAL
		Z_PARAM_ARRAY(params)
	ZEND_PARSE_PARAMETERS_END();

	client = constructed_client(ZEND_THIS);
	if (!client) {
		RETURN_THROWS();
	}
	dates = (struct php_pgw_dates){&client_object(Z_OBJ_P(ZEND_THIS))->timezone, ZSTR_VAL(name)};
	ZVAL_EMPTY_ARRAY(&prepared);
	if (params && php_pgw_values_prepare(&prepared, params, &dates) == FAILURE) {
		RETURN_THROWS();
	}
	method = pgw_method_find(text_of(name));
	built = method
				? pgw_request_init(&request, client, method, &php_pgw_parameters_tree, NULL, 0, &prepared, &error)
				: pgw_request_init_path(&request, client, text_of(name), &php_pgw_parameters_tree, &prepared, &error);
	if (built) {
		send_request(return_value, &request);
		pgw_request_free(&request);
	} else {
		php_pgw_exception_throw(&error, method ? method->name : ZSTR_VAL(name), NULL);
	}
	zval_ptr_dtor(&prepared);
}

/* ---------------------------------------------------------------- cancelling */

/* A method of the object, so that a subclass's own is called. FAILURE: an exception was thrown. */
static zend_result call_own(zval *returned, zval *object, const char *name, uint32_t count, zval *arguments)
{
	zend_function *function = zend_hash_str_find_ptr(&Z_OBJCE_P(object)->function_table, name, strlen(name));

	ZVAL_UNDEF(returned);
	zend_call_known_instance_method(function, Z_OBJ_P(object), returned, count, arguments);
	return EG(exception) ? FAILURE : SUCCESS;
}

static bool was_refused(void)
{
	zend_class_entry *thrown = EG(exception) ? EG(exception)->ce : NULL;

	return thrown && (instanceof_function(thrown, php_pgw_exception_classes[PGW_ERROR_INVALID_STATE]) ||
						 instanceof_function(thrown, php_pgw_exception_classes[PGW_ERROR_ACCESS_DENIED]));
}

static void tell_cancelled(zval *return_value, const char *operation, int64_t amount, zval *reply)
{
	array_init(return_value);
	add_assoc_string(return_value, "operation", operation);
	if (amount) {
		add_assoc_long(return_value, "amount", amount);
	} else {
		add_assoc_null(return_value, "amount");
	}
	add_assoc_zval(return_value, "reply", reply);
}

/* expectedDepositedAmount makes the gateway refuse when something changed since the status was asked. */
static void cancel_by_refund(zval *return_value, zval *object, zval *order_id, int64_t amount, zval *params)
{
	const struct pgw_client *client = client_object(Z_OBJ_P(object))->client;
	zval arguments[3], reply, expected;

	ZVAL_COPY_VALUE(&arguments[0], order_id);
	ZVAL_LONG(&arguments[1], amount);
	ZVAL_ARR(&arguments[2], params ? zend_array_dup(Z_ARRVAL_P(params)) : zend_new_array(1));
	if (client && pgw_client_takes(client, "refund", "expectedDepositedAmount")) {
		ZVAL_LONG(&expected, amount);
		zend_hash_str_add(Z_ARRVAL(arguments[2]), ZEND_STRL("expectedDepositedAmount"), &expected);
	}
	if (call_own(&reply, object, "refund", 3, arguments) == SUCCESS) {
		tell_cancelled(return_value, "refund", amount, &reply);
	}
	zval_ptr_dtor(&arguments[2]);
}

ZEND_METHOD(PaymentGateway, cancel)
{
	enum pgw_cancellation way;
	zend_string *order_id;
	zval *params = NULL, id, status, reply;
	int64_t amount;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_STR(order_id)
		Z_PARAM_OPTIONAL
		Z_PARAM_ARRAY(params)
	ZEND_PARSE_PARAMETERS_END();

	ZVAL_STR(&id, order_id);
	if (call_own(&status, ZEND_THIS, "getorderstatusextended", 1, &id) == FAILURE) {
		RETURN_THROWS();
	}
	way = pgw_cancellation_of(&php_pgw_reply_tree, &status, &amount);
	zval_ptr_dtor(&status);
	if (way != PGW_CANCEL_REFUND) {
		if (call_own(&reply, ZEND_THIS, "reverse", 1, &id) == SUCCESS) {
			tell_cancelled(return_value, "reverse", 0, &reply);
			return;
		}
		if (way == PGW_CANCEL_REVERSE || !was_refused()) {
			RETURN_THROWS();
		}
		zend_clear_exception();
	}
	cancel_by_refund(return_value, ZEND_THIS, &id, amount, params);
}
