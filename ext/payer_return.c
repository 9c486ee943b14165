/* The class PaymentGateway\\PayerReturn: what brought the payer's browser back, and what to call next. */
#include "php_payment_gateway.h"

#include "zend_enum.h"
#include "zend_exceptions.h"

static zend_class_entry *return_class, *kind_class;
static zend_object_handlers return_handlers;

/* The cases of PayerReturnKind. */
static const char *const kind_names[PGW_RETURN_KINDS] = {
	[PGW_RETURN_PLAIN] = "Plain",
	[PGW_RETURN_PA_RES] = "PaRes",
	[PGW_RETURN_CRES] = "CRes",
	[PGW_RETURN_METHOD] = "Method",
};

struct return_object {
	enum pgw_return_kind kind;
	zend_object std;
};

static struct return_object *return_of(zend_object *object)
{
	return (struct return_object *)((char *)object - offsetof(struct return_object, std));
}

static zend_object *create_return_object(zend_class_entry *class_entry)
{
	struct return_object *object = zend_object_alloc(sizeof(*object), class_entry);

	zend_object_std_init(&object->std, class_entry);
	object_properties_init(&object->std, class_entry);
	object->std.handlers = &return_handlers;
	return &object->std;
}

void php_pgw_payer_return_startup(zend_class_entry *class_entry, zend_class_entry *kinds)
{
	return_class = class_entry;
	kind_class = kinds;
	class_entry->create_object = create_return_object;
	memcpy(&return_handlers, &std_object_handlers, sizeof(return_handlers));
	return_handlers.offset = offsetof(struct return_object, std);
	return_handlers.clone_obj = NULL;
}

/* ---------------------------------------------------------------- properties */

/* Takes over the value. */
static void set_property(zend_object *object, const char *name, zval *value)
{
	zend_update_property(return_class, object, name, strlen(name), value);
	zval_ptr_dtor(value);
}

static void set_text(zend_object *object, const char *name, struct pgw_text text)
{
	zval value;

	if (text.at) {
		ZVAL_STRINGL(&value, text.at, text.length);
	} else {
		ZVAL_NULL(&value);
	}
	set_property(object, name, &value);
}

static void set_call(zend_object *object, const struct pgw_return_call *call)
{
	zval value, params;

	ZVAL_STRING(&value, call->method);
	set_property(object, "method", &value);
	array_init(&value);
	for (size_t i = 0; i < call->count; i++) {
		add_assoc_stringl(
			&value, call->arguments[i].name, call->arguments[i].value.at, call->arguments[i].value.length);
	}
	if (call->parameter.name) {
		array_init(&params);
		add_assoc_stringl(&params, call->parameter.name, call->parameter.value.at, call->parameter.value.length);
		add_assoc_zval(&value, "params", &params);
	}
	set_property(object, "arguments", &value);
}

static void create_return(zval *value, const struct pgw_payer_return *payer_return, enum pgw_dialect dialect)
{
	struct pgw_return_call call = pgw_payer_return_call(payer_return, dialect);
	zend_object *object;
	zval kind;

	object_init_ex(value, return_class);
	object = Z_OBJ_P(value);
	return_of(object)->kind = payer_return->kind;
	ZVAL_OBJ_COPY(&kind, zend_enum_get_case_cstr(kind_class, kind_names[payer_return->kind]));
	set_property(object, "kind", &kind);
	set_text(object, "orderId", payer_return->order_id);
	set_text(object, "transactionId", payer_return->transaction_id);
	set_call(object, &call);
}

/* ---------------------------------------------------------------- methods */

static void node_of_argument(zval *node, HashTable *array, zend_string *string)
{
	if (string) {
		ZVAL_STR(node, string);
	} else {
		ZVAL_ARR(node, array ? array : (HashTable *)&zend_empty_array);
	}
}

/* No user code runs here: the arguments need no snapshot. */
ZEND_METHOD(PaymentGateway, payerReturn)
{
	struct php_pgw_client *client = php_pgw_client_require(ZEND_THIS);
	HashTable *query_array, *form_array = NULL;
	zend_string *query_string, *form_string = NULL;
	struct pgw_payer_return payer_return;
	struct pgw_error error;
	zval query, form;

	if (!client) {
		RETURN_THROWS();
	}
	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_ARRAY_HT_OR_STR(query_array, query_string)
		Z_PARAM_OPTIONAL
		Z_PARAM_ARRAY_HT_OR_STR(form_array, form_string)
	ZEND_PARSE_PARAMETERS_END();

	node_of_argument(&query, query_array, query_string);
	node_of_argument(&form, form_array, form_string);
	if (!pgw_payer_return_read(&payer_return, &php_pgw_parameters_tree, &query, &form, &error)) {
		php_pgw_exception_throw(&error, "payerReturn", NULL);
		RETURN_THROWS();
	}
	create_return(return_value, &payer_return, pgw_client_dialect(client->core));
	pgw_payer_return_free(&payer_return);
}

ZEND_METHOD(PaymentGateway_PayerReturn, html)
{
	zend_string *url = NULL, *nonce = NULL, *button = NULL;
	struct pgw_buffer html = {0};
	struct pgw_error error;
	struct pgw_page page;

	ZEND_PARSE_PARAMETERS_START(0, 3)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR_OR_NULL(url)
		Z_PARAM_STR_OR_NULL(nonce)
		Z_PARAM_STR(button)
	ZEND_PARSE_PARAMETERS_END();

	page = (struct pgw_page){
		.nonce = php_pgw_text_of(nonce), .button = button ? php_pgw_text_of(button) : PGW_TEXT("Continue")};
	if (pgw_payer_return_page(&html, return_of(Z_OBJ_P(ZEND_THIS))->kind, php_pgw_text_of(url), &page, &error)) {
		RETVAL_STRINGL(html.at, html.length);
	} else {
		php_pgw_exception_throw(&error, "html", NULL);
	}
	pgw_buffer_free(&html);
}
