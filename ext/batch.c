/* PaymentGateway::batch() and the iterator that it returns: many calls at once, in memory that does not grow. */
#include "batch_state.h"

#include "zend_exceptions.h"
#include "zend_interfaces.h"

static zend_class_entry *batch_class;
static zend_object_handlers batch_handlers;

static struct php_pgw_batch *batch_from_object(zend_object *object)
{
	return (struct php_pgw_batch *)((char *)object - offsetof(struct php_pgw_batch, std));
}

/* ---------------------------------------------------------------- the iteration */

static void throw_source_exception(struct php_pgw_batch *batch)
{
	zval exception;

	if (batch->source_exception) {
		ZVAL_OBJ(&exception, batch->source_exception);
		batch->source_exception = NULL;
		zend_throw_exception_object(&exception);
	}
}

/* Waits for the next finished call. Without a current entry afterwards, none is left or an exception was thrown. */
static void wait_for_next_entry(struct php_pgw_batch *batch)
{
	for (;;) {
		php_pgw_batch_start_calls(batch);
		if (EG(exception)) {
			return;
		}
		batch->current = php_pgw_batch_take_finished(batch);
		php_pgw_resume_bailout(); /* of a logger */
		if (batch->current) {
			return;
		}
		if (!batch->entries) {
			throw_source_exception(batch);
			return;
		}
		if (php_pgw_must_stop_waiting()) {
			php_pgw_resume_bailout();
			return;
		}
		pgw_call_wait(batch->entries->call, PHP_PGW_MAX_WAIT);
	}
}

static void move_to_next_entry(struct php_pgw_batch *batch)
{
	struct php_pgw_batch_entry *previous = batch->current;

	batch->busy = true;
	batch->current = NULL;
	if (previous) {
		php_pgw_batch_free_entry(previous);
	}
	if (!EG(exception)) {
		wait_for_next_entry(batch);
	}
	batch->busy = false;
}

static void start_iteration(struct php_pgw_batch *batch)
{
	if (!batch->pid) {
		batch->pid = getpid();
		move_to_next_entry(batch);
	}
}

ZEND_METHOD(PaymentGateway_Batch, rewind)
{
	struct php_pgw_batch *batch = batch_from_object(Z_OBJ_P(ZEND_THIS));

	ZEND_PARSE_PARAMETERS_NONE();

	if (batch->advanced || batch->busy) {
		zend_throw_error(NULL, "A batch can be iterated only once");
		RETURN_THROWS();
	}
	start_iteration(batch);
}

ZEND_METHOD(PaymentGateway_Batch, valid)
{
	struct php_pgw_batch *batch = batch_from_object(Z_OBJ_P(ZEND_THIS));

	ZEND_PARSE_PARAMETERS_NONE();

	start_iteration(batch);
	RETURN_BOOL(batch->current && !EG(exception));
}

ZEND_METHOD(PaymentGateway_Batch, key)
{
	struct php_pgw_batch *batch = batch_from_object(Z_OBJ_P(ZEND_THIS));

	ZEND_PARSE_PARAMETERS_NONE();

	start_iteration(batch);
	if (batch->current) {
		RETURN_COPY(&batch->current->key);
	}
}

ZEND_METHOD(PaymentGateway_Batch, current)
{
	struct php_pgw_batch *batch = batch_from_object(Z_OBJ_P(ZEND_THIS));

	ZEND_PARSE_PARAMETERS_NONE();

	start_iteration(batch);
	if (batch->current) {
		RETURN_COPY(&batch->current->value);
	}
}

ZEND_METHOD(PaymentGateway_Batch, next)
{
	struct php_pgw_batch *batch = batch_from_object(Z_OBJ_P(ZEND_THIS));

	ZEND_PARSE_PARAMETERS_NONE();

	if (batch->busy) {
		zend_throw_error(NULL, "A batch cannot be advanced from within its own callbacks");
		RETURN_THROWS();
	}
	/* The calls in flight belong to the parent, which also sends the rest of the source. */
	if (batch->pid && batch->pid != getpid()) {
		zend_throw_error(NULL, "A batch cannot be iterated in a forked child");
		RETURN_THROWS();
	}
	start_iteration(batch);
	batch->advanced = true;
	if (!EG(exception)) {
		move_to_next_entry(batch);
	}
}

/* ---------------------------------------------------------------- the object */

static zend_object *create_batch_object(zend_class_entry *class_entry)
{
	struct php_pgw_batch *batch = zend_object_alloc(sizeof(*batch), class_entry);

	zend_object_std_init(&batch->std, class_entry);
	object_properties_init(&batch->std, class_entry);
	batch->std.handlers = &batch_handlers;
	batch->last = batch->checked = &batch->entries;
	return &batch->std;
}

/* While user code can still run: calls that are given up are logged. */
static void destroy_batch_object(zend_object *object)
{
	struct php_pgw_batch *batch = batch_from_object(object);

	batch->busy = true;
	php_pgw_batch_stop_calls(batch);
	php_pgw_resume_bailout(); /* of a logger */
	zend_objects_destroy_object(object);
}

static void free_batch_object(zend_object *object)
{
	struct php_pgw_batch *batch = batch_from_object(object);

	php_pgw_batch_free_entries(batch);
	if (batch->current) {
		php_pgw_batch_free_entry(batch->current);
	}
	if (batch->iterator) {
		zend_iterator_dtor(batch->iterator);
	}
	if (batch->source_exception) {
		OBJ_RELEASE(batch->source_exception);
	}
	zval_ptr_dtor(&batch->array);
	zval_ptr_dtor(&batch->gateway);
	zend_object_std_dtor(object);
}

static void add_entry_to_gc(zend_get_gc_buffer *buffer, struct php_pgw_batch_entry *entry)
{
	zend_get_gc_buffer_add_zval(buffer, &entry->key);
	zend_get_gc_buffer_add_zval(buffer, &entry->value);
}

static HashTable *get_batch_gc(zend_object *object, zval **values, int *count)
{
	struct php_pgw_batch *batch = batch_from_object(object);
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();

	zend_get_gc_buffer_add_zval(buffer, &batch->gateway);
	zend_get_gc_buffer_add_zval(buffer, &batch->array);
	if (batch->iterator) {
		zend_get_gc_buffer_add_obj(buffer, &batch->iterator->std);
	}
	if (batch->source_exception) {
		zend_get_gc_buffer_add_obj(buffer, batch->source_exception);
	}
	for (struct php_pgw_batch_entry *entry = batch->entries; entry; entry = entry->next) {
		add_entry_to_gc(buffer, entry);
	}
	if (batch->current) {
		add_entry_to_gc(buffer, batch->current);
	}
	zend_get_gc_buffer_use(buffer, values, count);
	return zend_std_get_properties(object);
}

void php_pgw_batch_startup(zend_class_entry *class_entry)
{
	batch_class = class_entry;
	class_entry->create_object = create_batch_object;
	memcpy(&batch_handlers, &std_object_handlers, sizeof(batch_handlers));
	batch_handlers.offset = offsetof(struct php_pgw_batch, std);
	batch_handlers.dtor_obj = destroy_batch_object;
	batch_handlers.free_obj = free_batch_object;
	batch_handlers.clone_obj = NULL;
	batch_handlers.get_gc = get_batch_gc;
}

/* ---------------------------------------------------------------- PaymentGateway::batch() */

/* Called after an array of calls is snapshotted: converting the other arguments may run user code. */
static bool parse_batch_arguments(struct php_pgw_batch *batch, zend_execute_data *execute_data, zval **calls)
{
	enum { MAX_CONCURRENCY = 1024 };
	struct pgw_error error = {.kind = PGW_ERROR_ARGUMENT, .message = "batch: concurrency must be from 1 to 1024"};

	batch->concurrency = 16;
	ZEND_PARSE_PARAMETERS_START(1, 3)
		Z_PARAM_ITERABLE(*calls)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(batch->concurrency)
		Z_PARAM_BOOL(batch->keep_order)
	ZEND_PARSE_PARAMETERS_END_EX(return false);

	if (batch->concurrency < 1 || batch->concurrency > MAX_CONCURRENCY) {
		php_pgw_exception_throw(&error, "batch", NULL);
		return false;
	}
	return true;
}

ZEND_METHOD(PaymentGateway, batch)
{
	struct php_pgw_batch *batch;
	zval *calls;

	if (!php_pgw_client_from_object(Z_OBJ_P(ZEND_THIS))->core) {
		zend_throw_error(NULL, "The PaymentGateway object has not been constructed");
		RETURN_THROWS();
	}
	object_init_ex(return_value, batch_class);
	batch = batch_from_object(Z_OBJ_P(return_value));
	ZVAL_COPY(&batch->gateway, ZEND_THIS);
	if (ZEND_NUM_ARGS() > 0 && Z_TYPE_P(ZEND_CALL_ARG(execute_data, 1)) == IS_ARRAY) {
		php_pgw_batch_set_array(batch, ZEND_CALL_ARG(execute_data, 1));
	}
	if (!parse_batch_arguments(batch, execute_data, &calls) || Z_TYPE_P(calls) == IS_ARRAY) {
		return;
	}
	batch->iterator = Z_OBJCE_P(calls)->get_iterator(Z_OBJCE_P(calls), calls, 0);
	if (!batch->iterator && !EG(exception)) {
		zend_throw_error(NULL, "The calls of a batch cannot be iterated");
	}
}
