/* The exception classes, one per error kind of the core, and their getters. */
#include "php_payment_gateway.h"

#include "zend_exceptions.h"

zend_class_entry *php_pgw_exception_classes[PGW_ERROR_KINDS];

/* ---------------------------------------------------------------- creating */

static void set_optional_int_property(zend_object *object, const char *name, bool there, int64_t value)
{
	if (there) {
		zend_update_property_long(object->ce, object, name, strlen(name), (zend_long)value);
	}
}

void php_pgw_exception_create(zval *exception, const struct pgw_error *error, const char *method, zval *reply)
{
	zend_object *object;

	object_init_ex(exception, php_pgw_exception_classes[error->kind]);
	object = Z_OBJ_P(exception);
	zend_update_property_string(zend_ce_exception, object, ZEND_STRL("message"), error->message);
	zend_update_property_long(zend_ce_exception, object, ZEND_STRL("code"), (zend_long)error->code);
	zend_update_property_string(object->ce, object, ZEND_STRL("method"), method);
	set_optional_int_property(object, "errorCode", error->has_code, error->code);
	set_optional_int_property(object, "actionCode", error->has_action_code, error->action_code);
	zend_update_property_long(object->ce, object, ZEND_STRL("httpStatus"), error->http_status);
	zend_update_property_bool(object->ce, object, ZEND_STRL("outcomeUnknown"), error->outcome_unknown);
	zend_update_property_bool(object->ce, object, ZEND_STRL("retriable"), error->retriable);
	if (*error->excerpt) {
		zend_update_property_string(object->ce, object, ZEND_STRL("replyExcerpt"), error->excerpt);
	}
	if (reply && Z_TYPE_P(reply) == IS_ARRAY) {
		zend_update_property(object->ce, object, ZEND_STRL("reply"), reply);
	}
}

void php_pgw_exception_throw(const struct pgw_error *error, const char *method, zval *reply)
{
	zval exception;

	php_pgw_exception_create(&exception, error, method, reply);
	zend_throw_exception_object(&exception);
}

enum pgw_error_kind php_pgw_exception_kind(const zend_class_entry *class_entry)
{
	for (; class_entry; class_entry = class_entry->parent) {
		for (int kind = 0; kind < PGW_ERROR_KINDS; kind++) {
			if (php_pgw_exception_classes[kind] == class_entry) {
				return (enum pgw_error_kind)kind;
			}
		}
	}
	return PGW_ERROR_NONE;
}

/* ---------------------------------------------------------------- the constructor, for a shop's tests */

/* What the constructor takes. NULL and null flags: not given. */
struct exception_facts {
	zend_string *message, *method;
	zval *previous, *reply;
	zend_long error_code, action_code, http_status;
	bool no_error_code, no_action_code, outcome_unknown, retriable;
};

static bool parse_exception_facts(struct exception_facts *facts, zend_execute_data *execute_data)
{
	*facts = (struct exception_facts){.no_error_code = true, .no_action_code = true};
	ZEND_PARSE_PARAMETERS_START(0, 9)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR(facts->message)
		Z_PARAM_LONG_OR_NULL(facts->error_code, facts->no_error_code)
		Z_PARAM_OBJECT_OF_CLASS_OR_NULL(facts->previous, zend_ce_throwable)
		Z_PARAM_STR_OR_NULL(facts->method)
		Z_PARAM_LONG_OR_NULL(facts->action_code, facts->no_action_code)
		Z_PARAM_LONG(facts->http_status)
		Z_PARAM_ARRAY_OR_NULL(facts->reply)
		Z_PARAM_BOOL(facts->outcome_unknown)
		Z_PARAM_BOOL(facts->retriable)
	ZEND_PARSE_PARAMETERS_END_EX(return false);
	return true;
}

/* The extension itself does not come here: see php_pgw_exception_create(). */
ZEND_METHOD(PaymentGateway_GatewayException, __construct)
{
	zend_object *object = Z_OBJ_P(ZEND_THIS);
	struct exception_facts facts;

	if (!parse_exception_facts(&facts, execute_data)) {
		RETURN_THROWS();
	}
	if (facts.message) {
		zend_update_property_str(zend_ce_exception, object, ZEND_STRL("message"), facts.message);
	}
	if (facts.previous) {
		zend_update_property(zend_ce_exception, object, ZEND_STRL("previous"), facts.previous);
	}
	if (facts.method) {
		zend_update_property_str(object->ce, object, ZEND_STRL("method"), facts.method);
	}
	if (facts.reply) {
		zend_update_property(object->ce, object, ZEND_STRL("reply"), facts.reply);
	}
	zend_update_property_long(zend_ce_exception, object, ZEND_STRL("code"), facts.error_code);
	set_optional_int_property(object, "errorCode", !facts.no_error_code, facts.error_code);
	set_optional_int_property(object, "actionCode", !facts.no_action_code, facts.action_code);
	zend_update_property_long(object->ce, object, ZEND_STRL("httpStatus"), facts.http_status);
	zend_update_property_bool(object->ce, object, ZEND_STRL("outcomeUnknown"), facts.outcome_unknown);
	zend_update_property_bool(object->ce, object, ZEND_STRL("retriable"), facts.retriable);
}

/* ---------------------------------------------------------------- getters, shared by all classes */

static void get_exception_property(zval *return_value, zval *object, const char *name)
{
	zval buffer;
	zval *fact = zend_read_property(Z_OBJCE_P(object), Z_OBJ_P(object), name, strlen(name), true, &buffer);

	RETVAL_COPY_DEREF(fact);
}

#define GETTER(name, property) \
	ZEND_METHOD(PaymentGateway_GatewayException, name) \
	{ \
		ZEND_PARSE_PARAMETERS_NONE(); \
		get_exception_property(return_value, ZEND_THIS, property); \
	}

GETTER(getMethod, "method")
GETTER(getErrorCode, "errorCode")
GETTER(getActionCode, "actionCode")
GETTER(getHttpStatus, "httpStatus")
GETTER(getReply, "reply")
GETTER(getReplyExcerpt, "replyExcerpt")
GETTER(isOutcomeUnknown, "outcomeUnknown")
GETTER(isRetriable, "retriable")
