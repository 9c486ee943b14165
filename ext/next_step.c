/* The class PaymentGateway\\NextStep: what the payer has to do next, and the page for it. */
#include "php_payment_gateway.h"

#include "zend_enum.h"
#include "zend_exceptions.h"

static zend_class_entry *step_class, *kind_class;
static zend_object_handlers step_handlers;

/* The cases of NextStepKind. */
static const char *const kind_names[PGW_STEP_KINDS] = {
	[PGW_STEP_FINISHED] = "Finished",
	[PGW_STEP_ACS_REDIRECT] = "AcsRedirect",
	[PGW_STEP_METHOD] = "Method",
	[PGW_STEP_CHALLENGE] = "Challenge",
	[PGW_STEP_PROCESS_FORM] = "ProcessForm",
	[PGW_STEP_DECLINED] = "Declined",
};

struct step_object {
	struct pgw_next_step core; /* owned */
	zend_object std;
};

static struct step_object *step_of(zend_object *object)
{
	return (struct step_object *)((char *)object - offsetof(struct step_object, std));
}

static zend_object *create_step_object(zend_class_entry *class_entry)
{
	struct step_object *object = zend_object_alloc(sizeof(*object), class_entry);

	zend_object_std_init(&object->std, class_entry);
	object_properties_init(&object->std, class_entry);
	object->std.handlers = &step_handlers;
	return &object->std;
}

static void free_step_object(zend_object *object)
{
	pgw_next_step_free(&step_of(object)->core);
	zend_object_std_dtor(object);
}

void php_pgw_next_step_startup(zend_class_entry *class_entry, zend_class_entry *kinds)
{
	step_class = class_entry;
	kind_class = kinds;
	class_entry->create_object = create_step_object;
	memcpy(&step_handlers, &std_object_handlers, sizeof(step_handlers));
	step_handlers.offset = offsetof(struct step_object, std);
	step_handlers.free_obj = free_step_object;
	step_handlers.clone_obj = NULL;
}

/* ---------------------------------------------------------------- properties */

static void set_properties(zend_object *object, const struct pgw_next_step *step)
{
	zval value;

	ZVAL_OBJ_COPY(&value, zend_enum_get_case_cstr(kind_class, kind_names[step->kind]));
	php_pgw_set_property(object, "kind", &value);
	php_pgw_set_text_property(object, "url", step->url);
	ZVAL_BOOL(&value, step->is_link);
	php_pgw_set_property(object, "isLink", &value);
	array_init(&value);
	for (size_t i = 0; i < step->field_count; i++) {
		add_assoc_stringl(&value, step->fields[i].name, step->fields[i].value.at, step->fields[i].value.length);
	}
	php_pgw_set_property(object, "fields", &value);
	php_pgw_set_text_property(object, "browserDataUrl", step->browser_data_url);
	php_pgw_set_text_property(object, "transactionId", step->transaction_id);
	php_pgw_set_text_property(object, "orderId", step->order_id);
}

/* ---------------------------------------------------------------- methods */

ZEND_METHOD(PaymentGateway, nextStep)
{
	zend_string *order_id = NULL;
	struct pgw_next_step step;
	struct pgw_error error;
	zval *reply;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_ARRAY(reply)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR_OR_NULL(order_id)
	ZEND_PARSE_PARAMETERS_END();

	if (!pgw_next_step_read(&step, &php_pgw_reply_tree, reply, php_pgw_text_of(order_id), &error)) {
		php_pgw_exception_throw(&error, "nextStep", NULL);
		RETURN_THROWS();
	}
	object_init_ex(return_value, step_class);
	step_of(Z_OBJ_P(return_value))->core = step;
	set_properties(Z_OBJ_P(return_value), &step);
}

ZEND_METHOD(PaymentGateway, acsRedirectUrl)
{
	struct php_pgw_client *client = php_pgw_client_require(ZEND_THIS);
	struct pgw_buffer url = {0};
	zend_string *order_id;
	struct pgw_error error;

	if (!client) {
		RETURN_THROWS();
	}
	ZEND_PARSE_PARAMETERS_START(1, 1)
		Z_PARAM_STR(order_id)
	ZEND_PARSE_PARAMETERS_END();

	if (pgw_acs_redirect_url(&url, client->core, php_pgw_text_of(order_id), &error)) {
		RETVAL_STRINGL(url.at, url.length);
	} else {
		php_pgw_exception_throw(&error, "acsRedirectUrl", NULL);
	}
	pgw_buffer_free(&url);
}

/* A step is made by nextStep() alone. */
ZEND_METHOD(PaymentGateway_NextStep, __construct)
{
	ZEND_PARSE_PARAMETERS_NONE();
}

ZEND_METHOD(PaymentGateway_NextStep, html)
{
	zend_string *nonce = NULL, *continue_url = NULL, *button = NULL;
	struct pgw_buffer html = {0};
	struct pgw_error error;
	struct pgw_page page;

	ZEND_PARSE_PARAMETERS_START(0, 3)
		Z_PARAM_OPTIONAL
		Z_PARAM_STR_OR_NULL(nonce)
		Z_PARAM_STR_OR_NULL(continue_url)
		Z_PARAM_STR(button)
	ZEND_PARSE_PARAMETERS_END();

	page = (struct pgw_page){
		php_pgw_text_of(nonce), php_pgw_text_of(continue_url), button ? php_pgw_text_of(button) : PGW_TEXT("Continue")};
	if (pgw_next_step_page(&html, &step_of(Z_OBJ_P(ZEND_THIS))->core, &page, &error)) {
		RETVAL_STRINGL(html.at, html.length);
	} else {
		php_pgw_exception_throw(&error, "html", NULL);
	}
	pgw_buffer_free(&html);
}
