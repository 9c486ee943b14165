/* The class PaymentGateway: the object, its constructors, the list of banks. */
#include "php_payment_gateway.h"

#include "php_ini.h"
#include "zend_exceptions.h"
#include "zend_smart_str.h"

zend_class_entry *php_pgw_client_class;

static zend_object_handlers client_handlers;

struct php_pgw_client *php_pgw_client_from_object(zend_object *object)
{
	return (struct php_pgw_client *)((char *)object - offsetof(struct php_pgw_client, std));
}

struct php_pgw_client *php_pgw_client_require(zval *object)
{
	struct php_pgw_client *client = php_pgw_client_from_object(Z_OBJ_P(object));

	if (!client->core) {
		zend_throw_error(NULL, "The PaymentGateway object has not been constructed");
		return NULL;
	}
	return client;
}

/* ---------------------------------------------------------------- the object */

static zend_object *create_client_object(zend_class_entry *class_entry)
{
	struct php_pgw_client *object = zend_object_alloc(sizeof(*object), class_entry);

	zend_object_std_init(&object->std, class_entry);
	object_properties_init(&object->std, class_entry);
	object->std.handlers = &client_handlers;
	return &object->std;
}

static void free_client_object(zend_object *object)
{
	pgw_client_free(php_pgw_client_from_object(object)->core);
	zval_ptr_dtor(&php_pgw_client_from_object(object)->timezone);
	zval_ptr_dtor(&php_pgw_client_from_object(object)->logger);
	zend_object_std_dtor(object);
}

static void add_debug_text(zval *to, const char *name, const char *text)
{
	if (text) {
		add_assoc_string(to, name, text);
	}
}

/* What var_dump() and print_r() show: the properties of a subclass, and all settings that are not secret. */
static HashTable *get_client_debug_info(zend_object *object, int *is_temporary)
{
	const struct pgw_client *client = php_pgw_client_from_object(object)->core;
	struct pgw_client_facts facts;
	zval shown;

	ZVAL_ARR(&shown, zend_array_dup(zend_std_get_properties(object)));
	*is_temporary = 1;
	if (!client) {
		return Z_ARRVAL(shown);
	}
	facts = pgw_client_show(client);
	add_debug_text(&shown, "baseUri", facts.base_uri);
	add_debug_text(&shown, "dialect", facts.dialect);
	add_debug_text(&shown, "userName", facts.user_name);
	add_assoc_double(&shown, "timeout", facts.timeout);
	add_assoc_double(&shown, "connectTimeout", facts.connect_timeout);
	add_assoc_long(&shown, "retries", facts.retries);
	add_debug_text(&shown, "caFile", facts.ca_file);
	add_debug_text(&shown, "clientCertificate", facts.client_certificate);
	add_debug_text(&shown, "proxy", facts.proxy);
	add_debug_text(&shown, "interface", facts.interface);
	add_debug_text(&shown, "ipResolve", facts.ip_resolve);
	add_debug_text(&shown, "language", facts.language);
	add_debug_text(&shown, "currency", facts.currency);
	add_assoc_bool(&shown, "extraParameters", facts.extra_parameters);
	if (facts.signs) {
		add_assoc_bool(&shown, "signatureKey", true);
	}
	return Z_ARRVAL(shown);
}

/* A logger, or a subclass of DateTimeZone, may refer back to the client. */
static HashTable *get_client_gc(zend_object *object, zval **values, int *count)
{
	struct php_pgw_client *client = php_pgw_client_from_object(object);
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();

	zend_get_gc_buffer_add_zval(buffer, &client->timezone);
	zend_get_gc_buffer_add_zval(buffer, &client->logger);
	zend_get_gc_buffer_use(buffer, values, count);
	return zend_std_get_properties(object);
}

void php_pgw_client_startup(zend_class_entry *class_entry)
{
	php_pgw_client_class = class_entry;
	class_entry->create_object = create_client_object;
	memcpy(&client_handlers, &std_object_handlers, sizeof(client_handlers));
	client_handlers.offset = offsetof(struct php_pgw_client, std);
	client_handlers.free_obj = free_client_object;
	client_handlers.clone_obj = NULL;
	client_handlers.compare = zend_objects_not_comparable;
	client_handlers.get_debug_info = get_client_debug_info;
	client_handlers.get_gc = get_client_gc;
}

/* ---------------------------------------------------------------- constructing */

/* libcurl opens these files itself, so open_basedir must be checked here. */
static bool check_open_basedir(zval *options)
{
	static const char *const names[] = {"caFile", "clientCertificate", "clientKey"};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		zval *file = zend_hash_str_find_deref(Z_ARRVAL_P(options), names[i], strlen(names[i]));
		struct pgw_error error = {.kind = PGW_ERROR_ARGUMENT};

		if (file && Z_TYPE_P(file) == IS_STRING && php_check_open_basedir_ex(Z_STRVAL_P(file), 0) != 0) {
			snprintf(
				error.message, sizeof(error.message), "option %s: open_basedir does not allow this file", names[i]);
			php_pgw_exception_throw(&error, "__construct", NULL);
			return false;
		}
	}
	return true;
}

/* A setting of php.ini, also if the extension that it belongs to is not loaded. NULL: it is not set. */
static const char *configured_text(const char *setting)
{
	const char *text = zend_ini_string(setting, strlen(setting), 0);
	zval *unregistered = text ? NULL : cfg_get_entry(setting, strlen(setting));

	if (unregistered && Z_TYPE_P(unregistered) == IS_STRING) {
		text = Z_STRVAL_P(unregistered);
	}
	return text && *text ? text : NULL;
}

/* The CA file of php.ini, the most specific setting first. NULL: none is set. */
static const char *configured_ca_file(void)
{
	static const char *const settings[] = {"payment_gateway.ca_file", "curl.cainfo", "openssl.cafile"};
	const char *file = NULL;

	for (size_t i = 0; i < sizeof(settings) / sizeof(settings[0]) && !file; i++) {
		file = configured_text(settings[i]);
	}
	return file;
}

static zend_result timezone_from_options(zval *zone, const struct pgw_bank *bank, zval *options)
{
	zval *option = zend_hash_str_find_deref(Z_ARRVAL_P(options), ZEND_STRL("timezone"));
	zend_result result;
	zval name;

	ZVAL_UNDEF(zone);
	if (option && Z_TYPE_P(option) != IS_NULL) {
		return php_pgw_timezone_from_option(zone, option);
	}
	if (!bank) {
		return SUCCESS;
	}
	if (!bank->timezone) {
		ZVAL_NULL(zone);
		return SUCCESS;
	}
	ZVAL_STRING(&name, bank->timezone);
	result = php_pgw_timezone_from_option(zone, &name);
	zval_ptr_dtor(&name);
	return result;
}

static bool throw_if_constructed(const struct php_pgw_client *object)
{
	if (object->core) {
		zend_throw_error(NULL, "The PaymentGateway object is already constructed");
	}
	return object->core != NULL;
}

/*
 * Snapshots the options before the other arguments are parsed, which may run user code. NULL: an exception was thrown.
 * Options that are not an array are refused later, by the argument parser.
 */
static zval *snapshot_options(struct php_pgw_snapshot *snapshot, zend_execute_data *execute_data, uint32_t number)
{
	zval none;

	php_pgw_snapshot_init(snapshot, "__construct", false, false);
	ZVAL_EMPTY_ARRAY(&none);
	return php_pgw_snapshot_add(
		snapshot, ZEND_NUM_ARGS() >= number ? ZEND_CALL_ARG(execute_data, number) : &none, "options", "option ");
}

struct credentials {
	zend_string *user_name, *password, *token; /* borrowed; NULL: not given */
};

/* On failure an exception was thrown and the object is unchanged. `options` belongs to the snapshot. */
static void construct_client(struct php_pgw_client *object, const struct pgw_bank *bank, zend_string *base_uri,
	const struct credentials *credentials, struct php_pgw_snapshot *snapshot, zval *options)
{
	struct pgw_client *client;
	struct pgw_error error;
	zval zone, logger;

	ZVAL_UNDEF(&zone);
	ZVAL_UNDEF(&logger);
	if (throw_if_constructed(object) || php_pgw_snapshot_convert_objects(snapshot, NULL) == FAILURE ||
		!check_open_basedir(options) || timezone_from_options(&zone, bank, options) == FAILURE ||
		php_pgw_logger_from_options(&logger, options) == FAILURE) {
		goto cleanup;
	}
	/* User code, such as __toString() of an option or an autoloader, may have constructed it meanwhile. */
	if (throw_if_constructed(object)) {
		goto cleanup;
	}
	client = pgw_client_create(bank, php_pgw_text_of(base_uri), php_pgw_text_of(credentials->user_name),
		php_pgw_text_of(credentials->password), php_pgw_text_of(credentials->token), configured_ca_file(),
		&php_pgw_parameters_tree, options, &error);
	if (!client) {
		php_pgw_exception_throw(&error, "__construct", NULL);
		goto cleanup;
	}
	object->core = client;
	ZVAL_COPY_VALUE(&object->timezone, &zone);
	ZVAL_COPY_VALUE(&object->logger, &logger);
	return;

cleanup:
	zval_ptr_dtor(&zone);
	zval_ptr_dtor(&logger);
}

static void construct_from_arguments(
	zend_execute_data *execute_data, struct php_pgw_snapshot *snapshot, zval *options_snapshot)
{
	struct credentials credentials = {NULL, NULL, NULL};
	zend_string *base_uri;
	zval *options = NULL;

	ZEND_PARSE_PARAMETERS_START(1, 5)
		Z_PARAM_STR(base_uri)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR_OR_NULL(credentials.user_name)
		Z_PARAM_STR_OR_NULL(credentials.password)
		Z_PARAM_STR_OR_NULL(credentials.token)
		Z_PARAM_ARRAY(options)
	ZEND_PARSE_PARAMETERS_END();

	construct_client(
		php_pgw_client_from_object(Z_OBJ_P(ZEND_THIS)), NULL, base_uri, &credentials, snapshot, options_snapshot);
}

ZEND_METHOD(PaymentGateway, __construct)
{
	struct php_pgw_snapshot snapshot;
	zval *options = snapshot_options(&snapshot, execute_data, 5);

	if (options) {
		construct_from_arguments(execute_data, &snapshot, options);
	}
	php_pgw_snapshot_free(&snapshot);
}

static void throw_unknown_bank(const char *method)
{
	struct pgw_error error = {.kind = PGW_ERROR_ARGUMENT};
	smart_str names = {0};

	for (const struct pgw_bank *bank = pgw_banks(); bank->name; bank++) {
		smart_str_appends(&names, names.s ? ", " : "");
		smart_str_appends(&names, bank->name);
	}
	smart_str_0(&names);
	snprintf(error.message, sizeof(error.message), "%s: unknown bank; the banks are: %s", method, ZSTR_VAL(names.s));
	smart_str_free(&names);
	php_pgw_exception_throw(&error, method, NULL);
}

static void construct_from_bank(
	zval *return_value, zend_execute_data *execute_data, struct php_pgw_snapshot *snapshot, zval *options_snapshot)
{
	struct credentials credentials = {NULL, NULL, NULL};
	const struct pgw_bank *bank;
	zval *options = NULL;
	zend_string *name;

	ZEND_PARSE_PARAMETERS_START(1, 5)
		Z_PARAM_STR(name)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR_OR_NULL(credentials.user_name)
		Z_PARAM_STR_OR_NULL(credentials.password)
		Z_PARAM_STR_OR_NULL(credentials.token)
		Z_PARAM_ARRAY(options)
	ZEND_PARSE_PARAMETERS_END();

	bank = pgw_bank_find(php_pgw_text_of(name));
	if (!bank) {
		throw_unknown_bank("forBank");
		return;
	}
	if (object_init_ex(return_value, zend_get_called_scope(execute_data)) == FAILURE) {
		return;
	}
	construct_client(
		php_pgw_client_from_object(Z_OBJ_P(return_value)), bank, NULL, &credentials, snapshot, options_snapshot);
	if (EG(exception)) {
		zend_object_store_ctor_failed(Z_OBJ_P(return_value)); /* as with `new`: no destructor runs */
	}
}

ZEND_METHOD(PaymentGateway, forBank)
{
	struct php_pgw_snapshot snapshot;
	zval *options = snapshot_options(&snapshot, execute_data, 5);

	if (options) {
		construct_from_bank(return_value, execute_data, &snapshot, options);
	}
	php_pgw_snapshot_free(&snapshot);
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

/* Both texts are NULL if there is no meaning, or with an exception. */
static struct pgw_action_meaning find_action_meaning(zend_execute_data *execute_data, const char *method)
{
	const struct pgw_action_meaning nothing = {NULL, NULL};
	const struct pgw_bank *bank = NULL;
	zend_string *name = NULL;
	zend_long code;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_LONG(code)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR_OR_NULL(name)
	ZEND_PARSE_PARAMETERS_END_EX(return nothing);

	if (name) {
		bank = pgw_bank_find(php_pgw_text_of(name));
		if (!bank) {
			throw_unknown_bank(method);
			return nothing;
		}
	}
	return pgw_action_meaning_of(code, bank);
}

static void return_text_or_null(zval *return_value, const char *text)
{
	if (text) {
		RETVAL_STRING(text);
	}
}

ZEND_METHOD(PaymentGateway, actionCodeMeaning)
{
	return_text_or_null(return_value, find_action_meaning(execute_data, "actionCodeMeaning").text);
}

ZEND_METHOD(PaymentGateway, actionCodeSource)
{
	return_text_or_null(return_value, find_action_meaning(execute_data, "actionCodeSource").source);
}
