/*
 * Many calls at once, walked as an iterator: no more of them are read from the source than are on their way, so memory
 * stays the same however many there are.
 */
#include "php_payment_gateway.h"

#include "zend_exceptions.h"
#include "zend_interfaces.h"

/* One call, from when it was read until it is stepped over. */
struct entry {
	struct entry *next;
	zval key;
	zval value; /* the reply or an exception; undefined until it is there */
	struct pgw_request request;
	struct pgw_call *call; /* owned; NULL before and after */
	bool built;            /* the request is to be freed */
};

struct batch {
	zval gateway;
	zval array;                   /* the source, if it is one, */
	HashPosition position;        /* and where in it; */
	bool copied;                  /* it is not the caller's own, and an exception in it is what became of an entry */
	zend_object_iterator *source; /* else this; owned */
	bool begun, ended;            /* reading the source */
	zend_object *thrown;          /* by the source; owned, to be thrown after what is on its way */
	zend_long concurrency;
	bool keep_order;
	pid_t pid;                     /* of the process that walks it; 0: not begun */
	struct entry *entries, **last; /* on their way or done, in the order of reading */
	size_t count;
	struct entry *current;
	bool moved; /* it cannot be rewound any more */
	bool busy;  /* code of the shop's may be running, which must not find the entries half done */
	zend_object std;
};

static zend_class_entry *php_pgw_batch_class;
static zend_object_handlers handlers;

static struct batch *batch_of(zend_object *object)
{
	return (struct batch *)((char *)object - offsetof(struct batch, std));
}

/* ---------------------------------------------------------------- entries */

static void free_entry(struct entry *entry)
{
	if (entry->built) {
		pgw_request_free(&entry->request);
	}
	zval_ptr_dtor(&entry->key);
	zval_ptr_dtor(&entry->value);
	efree(entry);
}

static bool is_done(const struct entry *entry)
{
	return !Z_ISUNDEF(entry->value);
}

/* Whatever was thrown is the call's outcome. False: the script is ending. */
static bool take_exception(zval *value)
{
	if (php_pgw_is_ending()) {
		return false;
	}
	ZVAL_OBJ_COPY(value, EG(exception));
	zend_clear_exception();
	return true;
}

static void finish(struct batch *batch, struct entry *entry)
{
	struct pgw_call *call = entry->call;
	bool doubt;

	entry->call = NULL; /* it is gone even if the memory for its reply is not there */
	php_pgw_call_end(&entry->value, php_pgw_client_of(Z_OBJ(batch->gateway)), &entry->request, call, &doubt);
}

/* ---------------------------------------------------------------- building a call */

/* The same of an entry that is being read: what was thrown is its value. */
static void take_call(struct entry *entry, struct php_pgw_arguments *arguments, const zval *given)
{
	arguments->given.count = 0;
	if (php_pgw_arguments_of_call(arguments, given) == FAILURE) {
		take_exception(&entry->value);
	}
}

/* An exception is thrown when it cannot be started. */
static void start(struct batch *batch, struct entry *entry, struct php_pgw_arguments *arguments)
{
	struct php_pgw_client *client = php_pgw_client_of(Z_OBJ(batch->gateway));

	entry->built = php_pgw_request_build(&entry->request, client, arguments) == SUCCESS;
	php_pgw_given_free(&arguments->given);
	arguments->given.count = 0;
	if (entry->built && !EG(exception)) {
		entry->call = php_pgw_call_start(client, &entry->request);
	}
}

/* ---------------------------------------------------------------- reading the source */

/*
 * Both read the next call and its key. False: there is none, or an exception was thrown. The call is held at once, for
 * key() is the shop's code, too.
 */
static bool read_iterator(struct batch *batch, struct entry *entry, struct php_pgw_arguments *arguments)
{
	zend_object_iterator *source = batch->source;
	zval *value;

	if (!batch->begun) {
		batch->begun = true;
		if (source->funcs->rewind) {
			source->funcs->rewind(source);
		}
	} else {
		source->funcs->move_forward(source);
	}
	if (EG(exception) || source->funcs->valid(source) == FAILURE || EG(exception)) {
		return false;
	}
	value = source->funcs->get_current_data(source);
	if (!value || EG(exception)) {
		return false;
	}
	take_call(entry, arguments, value);
	if (source->funcs->get_current_key) {
		source->funcs->get_current_key(source, &entry->key);
	} else {
		ZVAL_LONG(&entry->key, (zend_long)source->index);
	}
	if (Z_ISREF(entry->key)) {
		zend_unwrap_reference(&entry->key);
	}
	source->index++;
	return !EG(exception);
}

static bool read_array(struct batch *batch, struct entry *entry, struct php_pgw_arguments *arguments)
{
	HashTable *array = Z_ARRVAL(batch->array);
	zval *value = zend_hash_get_current_data_ex(array, &batch->position);

	if (!value) {
		return false;
	}
	zend_hash_get_current_key_zval_ex(array, &entry->key, &batch->position);
	zend_hash_move_forward_ex(array, &batch->position);
	if (batch->copied && Z_TYPE_P(value) == IS_OBJECT &&
		Z_OBJCE_P(value) == php_pgw_exception_classes[PGW_ERROR_ARGUMENT]) {
		ZVAL_COPY(&entry->value, value);
	} else {
		take_call(entry, arguments, value);
	}
	return true;
}

static void append(struct batch *batch, struct entry *entry)
{
	*batch->last = entry;
	batch->last = &entry->next;
	batch->count++;
}

static struct entry *remove_at(struct batch *batch, struct entry **at)
{
	struct entry *entry = *at;

	*at = entry->next;
	if (batch->last == &entry->next) {
		batch->last = at;
	}
	batch->count--;
	return entry;
}

/* Reads and starts one call. False: the source has ended. */
static bool read_one(struct batch *batch)
{
	struct entry **at = batch->last, *entry = ecalloc(1, sizeof(*entry));
	struct php_pgw_arguments arguments;

	arguments.given.count = 0;
	if (!(batch->source ? read_iterator : read_array)(batch, entry, &arguments)) {
		php_pgw_given_free(&arguments.given);
		free_entry(entry);
		return false;
	}
	append(batch, entry);
	if (!is_done(entry)) {
		start(batch, entry, &arguments);
	}
	if (!is_done(entry) && !entry->call && !take_exception(&entry->value)) {
		free_entry(remove_at(batch, at));
	}
	return !EG(exception);
}

static void fill(struct batch *batch)
{
	while (!batch->ended && batch->count < (size_t)batch->concurrency) {
		if (read_one(batch)) {
			continue;
		}
		batch->ended = true;
		if (EG(exception) && !php_pgw_is_ending()) {
			batch->thrown = EG(exception);
			GC_ADDREF(batch->thrown);
			zend_clear_exception();
		}
	}
}

/* ---------------------------------------------------------------- walking */

/* One that is done: any, or the first. `waiting` is the first that is not. */
static struct entry *take_done(struct batch *batch, struct entry **waiting)
{
	*waiting = NULL;
	for (struct entry **at = &batch->entries; *at; at = &(*at)->next) {
		struct entry *entry = *at;

		if (!is_done(entry) && pgw_call_is_done(entry->call)) {
			finish(batch, entry);
		}
		if (is_done(entry)) {
			return remove_at(batch, at);
		}
		*waiting = *waiting ? *waiting : entry;
		if (batch->keep_order) {
			break;
		}
	}
	return NULL;
}

static void rethrow(struct batch *batch)
{
	zval thrown;

	if (batch->thrown) {
		ZVAL_OBJ(&thrown, batch->thrown);
		batch->thrown = NULL;
		zend_throw_exception_object(&thrown);
	}
}

/* Until there is a current call; none is left, or an exception was thrown: there is none. */
static void seek(struct batch *batch)
{
	struct entry *waiting;

	for (;;) {
		fill(batch);
		if (EG(exception)) {
			return;
		}
		batch->current = take_done(batch, &waiting);
		php_pgw_bail_out(); /* a logger died */
		if (batch->current) {
			return;
		}
		if (!waiting) {
			rethrow(batch);
			return;
		}
		if (php_pgw_is_stopped()) {
			php_pgw_bail_out();
			return;
		}
		pgw_call_wait(waiting->call, PHP_PGW_LONGEST_WAIT);
	}
}

/* To the next call that is done. */
static void advance(struct batch *batch)
{
	struct entry *left = batch->current;

	batch->busy = true;
	batch->current = NULL;
	if (left) {
		free_entry(left);
	}
	if (!EG(exception)) {
		seek(batch);
	}
	batch->busy = false;
}

static void begin(struct batch *batch)
{
	if (!batch->pid) {
		batch->pid = getpid();
		advance(batch);
	}
}

ZEND_METHOD(PaymentGateway_Batch, rewind)
{
	struct batch *batch = batch_of(Z_OBJ_P(ZEND_THIS));

	ZEND_PARSE_PARAMETERS_NONE();

	if (batch->moved || batch->busy) {
		zend_throw_error(NULL, "A batch can be walked only once");
		RETURN_THROWS();
	}
	begin(batch);
}

ZEND_METHOD(PaymentGateway_Batch, valid)
{
	struct batch *batch = batch_of(Z_OBJ_P(ZEND_THIS));

	ZEND_PARSE_PARAMETERS_NONE();

	begin(batch);
	RETURN_BOOL(batch->current && !EG(exception));
}

ZEND_METHOD(PaymentGateway_Batch, key)
{
	struct batch *batch = batch_of(Z_OBJ_P(ZEND_THIS));

	ZEND_PARSE_PARAMETERS_NONE();

	begin(batch);
	if (batch->current) {
		RETURN_COPY(&batch->current->key);
	}
}

ZEND_METHOD(PaymentGateway_Batch, current)
{
	struct batch *batch = batch_of(Z_OBJ_P(ZEND_THIS));

	ZEND_PARSE_PARAMETERS_NONE();

	begin(batch);
	if (batch->current) {
		RETURN_COPY(&batch->current->value);
	}
}

ZEND_METHOD(PaymentGateway_Batch, next)
{
	struct batch *batch = batch_of(Z_OBJ_P(ZEND_THIS));

	ZEND_PARSE_PARAMETERS_NONE();

	if (batch->busy) {
		zend_throw_error(NULL, "A batch cannot be walked by what it calls itself");
		RETURN_THROWS();
	}
	/* Its calls are its parent's, and what is left of the source the parent will send. */
	if (batch->pid && batch->pid != getpid()) {
		zend_throw_error(NULL, "A batch cannot be walked on in a forked child");
		RETURN_THROWS();
	}
	begin(batch);
	batch->moved = true;
	if (!EG(exception)) {
		advance(batch);
	}
}

/* ---------------------------------------------------------------- the object */

static zend_object *create_object(zend_class_entry *class_entry)
{
	struct batch *batch = zend_object_alloc(sizeof(*batch), class_entry);

	zend_object_std_init(&batch->std, class_entry);
	object_properties_init(&batch->std, class_entry);
	batch->std.handlers = &handlers;
	batch->last = &batch->entries;
	return &batch->std;
}

/* What is still on its way is given up: left in the middle, or an exception came. */
static void give_up(struct batch *batch)
{
	while (batch->entries) {
		struct entry *entry = remove_at(batch, &batch->entries);
		struct pgw_response response;
		struct pgw_error error;

		if (entry->call && pgw_call_end(entry->call, &response, &error)) {
			pgw_response_free(&response);
		}
		free_entry(entry);
	}
}

/* While the shop's code can still be called, its logger hears of what was given up. */
static void destroy_object(zend_object *object)
{
	struct batch *batch = batch_of(object);

	batch->busy = true;
	for (struct entry *entry = batch->entries; entry && batch->pid == getpid(); entry = entry->next) {
		if (entry->call) {
			finish(batch, entry);
		}
	}
	php_pgw_bail_out(); /* a logger died */
	zend_objects_destroy_object(object);
}

static void free_object(zend_object *object)
{
	struct batch *batch = batch_of(object);

	give_up(batch);
	if (batch->current) {
		free_entry(batch->current);
	}
	if (batch->source) {
		zend_iterator_dtor(batch->source);
	}
	if (batch->thrown) {
		OBJ_RELEASE(batch->thrown);
	}
	zval_ptr_dtor(&batch->array);
	zval_ptr_dtor(&batch->gateway);
	zend_object_std_dtor(object);
}

static void add_entry_gc(zend_get_gc_buffer *buffer, struct entry *entry)
{
	zend_get_gc_buffer_add_zval(buffer, &entry->key);
	zend_get_gc_buffer_add_zval(buffer, &entry->value);
}

static HashTable *get_gc(zend_object *object, zval **values, int *count)
{
	struct batch *batch = batch_of(object);
	zend_get_gc_buffer *buffer = zend_get_gc_buffer_create();

	zend_get_gc_buffer_add_zval(buffer, &batch->gateway);
	zend_get_gc_buffer_add_zval(buffer, &batch->array);
	if (batch->source) {
		zend_get_gc_buffer_add_obj(buffer, &batch->source->std);
	}
	if (batch->thrown) {
		zend_get_gc_buffer_add_obj(buffer, batch->thrown);
	}
	for (struct entry *entry = batch->entries; entry; entry = entry->next) {
		add_entry_gc(buffer, entry);
	}
	if (batch->current) {
		add_entry_gc(buffer, batch->current);
	}
	zend_get_gc_buffer_use(buffer, values, count);
	return zend_std_get_properties(object);
}

void php_pgw_batch_startup(zend_class_entry *class_entry)
{
	php_pgw_batch_class = class_entry;
	class_entry->create_object = create_object;
	memcpy(&handlers, &std_object_handlers, sizeof(handlers));
	handlers.offset = offsetof(struct batch, std);
	handlers.dtor_obj = destroy_object;
	handlers.free_obj = free_object;
	handlers.clone_obj = NULL;
	handlers.get_gc = get_gc;
}

/* ---------------------------------------------------------------- the source */

static bool is_plain(zend_array *calls)
{
	zval *entry;

	ZEND_HASH_FOREACH_VAL(calls, entry) {
		if (!php_pgw_entry_is_plain(entry)) {
			return false;
		}
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

/* One that is out of bounds is not copied: what it will come to is known now. */
static void copy_entry(zval *copy, const zval *entry)
{
	struct php_pgw_arguments arguments;

	if (php_pgw_entry_copy(copy, entry)) {
		return;
	}
	if (php_pgw_arguments_of_call(&arguments, entry) == FAILURE) {
		take_exception(copy);
		return;
	}
	php_pgw_given_free(&arguments.given);
	ZVAL_NULL(copy); /* not reached: the bounds of an entry are those of its arguments */
}

/*
 * The calls as they are now. They are read one after another, while the shop's code runs, and what they hold by
 * reference may be other values by then; without references the array is shared.
 */
static void hold_array(struct batch *batch, const zval *calls)
{
	zend_string *key;
	zend_ulong index;
	zval *entry, copy;

	if (is_plain(Z_ARRVAL_P(calls))) {
		ZVAL_COPY(&batch->array, calls);
	} else {
		batch->copied = true;
		array_init_size(&batch->array, zend_hash_num_elements(Z_ARRVAL_P(calls)));
		ZEND_HASH_FOREACH_KEY_VAL(Z_ARRVAL_P(calls), index, key, entry) {
			copy_entry(&copy, entry);
			if (key) {
				zend_hash_add_new(Z_ARRVAL(batch->array), key, &copy);
			} else {
				zend_hash_index_add_new(Z_ARRVAL(batch->array), index, &copy);
			}
		}
		ZEND_HASH_FOREACH_END();
	}
	zend_hash_internal_pointer_reset_ex(Z_ARRVAL(batch->array), &batch->position);
}

/* The options are converted after the calls are held, for that may run the shop's code. */
static bool read_options(struct batch *batch, zend_execute_data *execute_data, zval **calls)
{
	enum { MOST = 1024 };
	struct pgw_error error = {.kind = PGW_ERROR_ARGUMENT, .message = "batch: concurrency must be from 1 to 1024"};

	batch->concurrency = 16;
	ZEND_PARSE_PARAMETERS_START(1, 3)
		Z_PARAM_ITERABLE(*calls)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(batch->concurrency)
		Z_PARAM_BOOL(batch->keep_order)
	ZEND_PARSE_PARAMETERS_END_EX(return false);

	if (batch->concurrency < 1 || batch->concurrency > MOST) {
		php_pgw_exception_throw(&error, "batch", NULL);
		return false;
	}
	return true;
}

ZEND_METHOD(PaymentGateway, batch)
{
	struct batch *batch;
	zval *calls;

	if (!php_pgw_client_of(Z_OBJ_P(ZEND_THIS))->core) {
		zend_throw_error(NULL, "The PaymentGateway object has not been constructed");
		RETURN_THROWS();
	}
	object_init_ex(return_value, php_pgw_batch_class);
	batch = batch_of(Z_OBJ_P(return_value));
	ZVAL_COPY(&batch->gateway, ZEND_THIS);
	if (ZEND_NUM_ARGS() > 0 && Z_TYPE_P(ZEND_CALL_ARG(execute_data, 1)) == IS_ARRAY) {
		hold_array(batch, ZEND_CALL_ARG(execute_data, 1));
	}
	if (!read_options(batch, execute_data, &calls) || Z_TYPE_P(calls) == IS_ARRAY) {
		return;
	}
	batch->source = Z_OBJCE_P(calls)->get_iterator(Z_OBJCE_P(calls), calls, 0);
	if (!batch->source && !EG(exception)) {
		zend_throw_error(NULL, "The calls of a batch cannot be walked");
	}
}
