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

static void set_call(zend_object *object, const struct pgw_return_call *call)
{
	zval value, params;

	ZVAL_STRING(&value, call->method);
	php_pgw_set_property(object, "method", &value);
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
	php_pgw_set_property(object, "arguments", &value);
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
	php_pgw_set_property(object, "kind", &kind);
	php_pgw_set_text_property(object, "orderId", payer_return->order_id);
	php_pgw_set_text_property(object, "transactionId", payer_return->transaction_id);
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

/* ---------------------------------------------------------------- ending the payment */

/* What confirmReturn() needs, in the engine's memory: the calls run user code, and may end in a bailout. */
struct confirmation {
	zval object;       /* borrowed */
	zval order_id;     /* owned */
	zval arguments[2]; /* owned; undefined where there is none */
	char method[32];   /* that ends the payment, in lower case; "": none */
};

static void add_call(struct confirmation *confirmation, const struct pgw_return_call *call)
{
	uint32_t count = 0;

	if (!call->method) {
		return;
	}
	snprintf(confirmation->method, sizeof(confirmation->method), "%s", call->method);
	zend_str_tolower(confirmation->method, strlen(confirmation->method));
	for (size_t i = 0; i < call->count; i++) {
		ZVAL_STRINGL(&confirmation->arguments[count], call->arguments[i].value.at, call->arguments[i].value.length);
		count++;
	}
	if (call->parameter.name) {
		array_init(&confirmation->arguments[count]);
		add_assoc_stringl(&confirmation->arguments[count], call->parameter.name, (char *)call->parameter.value.at,
			call->parameter.value.length);
	}
}

static zend_result ask_status(zval *status, struct confirmation *confirmation)
{
	return php_pgw_call_object_method(
		status, &confirmation->object, "getorderstatusextended", 1, &confirmation->order_id);
}

/*
 * The gateway refused to end the payment: it was declined, or another request of the browser has ended it or is about
 * to. The status says which, also of an order that is still open. Any other refusal of an open order is the shop's to
 * know. Sberbank's errorCode 5 may mean a refused login too, but the same login has just read the status.
 */
static void return_status_after_refusal(zval *return_value, struct confirmation *confirmation)
{
	enum pgw_error_kind kind = php_pgw_exception_kind(EG(exception)->ce);
	zend_object *refusal = EG(exception);
	zval status, thrown;

	GC_ADDREF(refusal);
	zend_clear_exception();
	if (ask_status(&status, confirmation) == FAILURE) {
		OBJ_RELEASE(refusal);
		return;
	}
	if (kind != PGW_ERROR_DECLINED && kind != PGW_ERROR_INVALID_STATE &&
		pgw_order_is_open(&php_pgw_reply_tree, &status)) {
		zval_ptr_dtor(&status);
		ZVAL_OBJ(&thrown, refusal);
		zend_throw_exception_object(&thrown);
		return;
	}
	OBJ_RELEASE(refusal);
	ZVAL_COPY_VALUE(return_value, &status);
}

/* A refusal says that nothing was done, unlike a lost answer. */
static bool is_refusal(void)
{
	return EG(exception) && instanceof_function(EG(exception)->ce, php_pgw_exception_classes[PGW_ERROR_GATEWAY]) &&
		   php_pgw_exception_kind(EG(exception)->ce) != PGW_ERROR_SYSTEM;
}

static void confirm(zval *return_value, struct confirmation *confirmation)
{
	uint32_t count = !Z_ISUNDEF(confirmation->arguments[0]) + !Z_ISUNDEF(confirmation->arguments[1]);
	zval status, reply;

	if (ask_status(&status, confirmation) == FAILURE) {
		return;
	}
	if (!*confirmation->method || !pgw_order_is_open(&php_pgw_reply_tree, &status)) {
		ZVAL_COPY_VALUE(return_value, &status);
		return;
	}
	zval_ptr_dtor(&status);
	if (php_pgw_call_object_method(
			&reply, &confirmation->object, confirmation->method, count, confirmation->arguments) == SUCCESS) {
		zval_ptr_dtor(&reply);
		ask_status(return_value, confirmation);
	} else if (is_refusal()) {
		return_status_after_refusal(return_value, confirmation);
	}
}

static void confirm_payer_return(zval *return_value, zval *object, struct pgw_payer_return *payer_return)
{
	const struct pgw_client *client = php_pgw_client_from_object(Z_OBJ_P(object))->core;
	struct confirmation confirmation = {.method = ""};
	struct pgw_return_call call = pgw_payer_return_finish(payer_return, pgw_client_dialect(client));

	ZVAL_COPY_VALUE(&confirmation.object, object);
	ZVAL_STRINGL(&confirmation.order_id, payer_return->order_id.at, payer_return->order_id.length);
	ZVAL_UNDEF(&confirmation.arguments[0]);
	ZVAL_UNDEF(&confirmation.arguments[1]);
	add_call(&confirmation, &call);
	pgw_payer_return_free(payer_return);
	confirm(return_value, &confirmation);
	zval_ptr_dtor(&confirmation.order_id);
	zval_ptr_dtor(&confirmation.arguments[0]);
	zval_ptr_dtor(&confirmation.arguments[1]);
}

ZEND_METHOD(PaymentGateway, confirmReturn)
{
	HashTable *query_array, *form_array = NULL;
	zend_string *query_string, *form_string = NULL, *order_id = NULL, *transaction_id = NULL;
	struct pgw_payer_return payer_return;
	struct pgw_error error;
	zval query, form;

	if (!php_pgw_client_require(ZEND_THIS)) {
		RETURN_THROWS();
	}
	ZEND_PARSE_PARAMETERS_START(1, 4)
		Z_PARAM_ARRAY_HT_OR_STR(query_array, query_string)
		Z_PARAM_OPTIONAL
		Z_PARAM_ARRAY_HT_OR_STR(form_array, form_string)
		Z_PARAM_STR_OR_NULL(order_id)
		Z_PARAM_STR_OR_NULL(transaction_id)
	ZEND_PARSE_PARAMETERS_END();

	node_of_argument(&query, query_array, query_string);
	node_of_argument(&form, form_array, form_string);
	if (!pgw_payer_return_read(&payer_return, &php_pgw_parameters_tree, &query, &form, &error)) {
		php_pgw_exception_throw(&error, "confirmReturn", NULL);
		RETURN_THROWS();
	}
	payer_return.order_id = order_id ? php_pgw_text_of(order_id) : payer_return.order_id;
	payer_return.transaction_id = transaction_id ? php_pgw_text_of(transaction_id) : payer_return.transaction_id;
	if (!payer_return.order_id.at) {
		pgw_payer_return_free(&payer_return);
		error = (struct pgw_error){.kind = PGW_ERROR_SIGNATURE,
			.message =
				"confirmReturn: the browser did not say which order it is about: put its orderId into the address, or "
				"pass it"};
		php_pgw_exception_throw(&error, "confirmReturn", NULL);
		RETURN_THROWS();
	}
	confirm_payer_return(return_value, ZEND_THIS, &payer_return);
}

/* ---------------------------------------------------------------- the page */

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
