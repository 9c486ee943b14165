/* The source of a batch: an array, snapshotted when batch() is called, or an iterator, read one call at a time. */
#include "batch_state.h"

#include "zend_exceptions.h"
#include "zend_interfaces.h"

bool php_pgw_batch_catch_exception(zval *value)
{
	if (php_pgw_is_exiting()) {
		return false;
	}
	ZVAL_OBJ_COPY(value, EG(exception));
	zend_clear_exception();
	return true;
}

/* ---------------------------------------------------------------- snapshotting an array */

static bool can_share_array(zend_array *calls)
{
	zval *entry;

	ZEND_HASH_FOREACH_VAL(calls, entry) {
		if (!php_pgw_snapshot_can_share_entry(entry)) {
			return false;
		}
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

/* An entry that is out of bounds is not copied, but replaced with its exception. */
static void copy_or_refuse_entry(zval *copy, const zval *entry)
{
	struct php_pgw_arguments arguments;

	if (php_pgw_snapshot_copy_entry(copy, entry)) {
		return;
	}
	if (php_pgw_arguments_from_batch_entry(&arguments, entry) == FAILURE) {
		php_pgw_batch_catch_exception(copy);
		return;
	}
	php_pgw_snapshot_free(&arguments.snapshot);
	ZVAL_NULL(copy); /* not reached: an entry has the same bounds as its arguments */
}

/*
 * The entries are read one by one while user code runs, so whatever they hold by reference could change. An array
 * without references is shared.
 */
void php_pgw_batch_set_array(struct php_pgw_batch *batch, const zval *calls)
{
	zend_string *key;
	zend_ulong index;
	zval *entry, copy;

	if (can_share_array(Z_ARRVAL_P(calls))) {
		ZVAL_COPY(&batch->array, calls);
	} else {
		batch->array_is_copy = true;
		array_init_size(&batch->array, zend_hash_num_elements(Z_ARRVAL_P(calls)));
		ZEND_HASH_FOREACH_KEY_VAL(Z_ARRVAL_P(calls), index, key, entry) {
			copy_or_refuse_entry(&copy, entry);
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

/* ---------------------------------------------------------------- reading */

static void read_arguments(
	struct php_pgw_batch_entry *entry, struct php_pgw_arguments *arguments, const zval *source_entry)
{
	if (php_pgw_arguments_from_batch_entry(arguments, source_entry) == FAILURE) {
		arguments->snapshot.count = 0;
		php_pgw_batch_catch_exception(&entry->value);
	}
}

/* The arguments are snapshotted before key() is called: that is user code. */
static bool read_next_in_iterator(
	struct php_pgw_batch *batch, struct php_pgw_batch_entry *entry, struct php_pgw_arguments *arguments)
{
	zend_object_iterator *iterator = batch->iterator;
	zval *value;

	if (!batch->iterator_started) {
		batch->iterator_started = true;
		if (iterator->funcs->rewind) {
			iterator->funcs->rewind(iterator);
		}
	} else {
		iterator->funcs->move_forward(iterator);
	}
	if (EG(exception) || iterator->funcs->valid(iterator) == FAILURE || EG(exception)) {
		return false;
	}
	value = iterator->funcs->get_current_data(iterator);
	if (!value || EG(exception)) {
		return false;
	}
	read_arguments(entry, arguments, value);
	if (iterator->funcs->get_current_key) {
		iterator->funcs->get_current_key(iterator, &entry->key);
	} else {
		ZVAL_LONG(&entry->key, (zend_long)iterator->index);
	}
	if (Z_ISREF(entry->key)) {
		zend_unwrap_reference(&entry->key);
	}
	iterator->index++;
	return !EG(exception);
}

static bool read_next_in_array(
	struct php_pgw_batch *batch, struct php_pgw_batch_entry *entry, struct php_pgw_arguments *arguments)
{
	HashTable *array = Z_ARRVAL(batch->array);
	zval *value = zend_hash_get_current_data_ex(array, &batch->position);

	if (!value) {
		return false;
	}
	zend_hash_get_current_key_zval_ex(array, &entry->key, &batch->position);
	zend_hash_move_forward_ex(array, &batch->position);
	if (batch->array_is_copy && Z_TYPE_P(value) == IS_OBJECT &&
		Z_OBJCE_P(value) == php_pgw_exception_classes[PGW_ERROR_ARGUMENT]) {
		ZVAL_COPY(&entry->value, value);
	} else {
		read_arguments(entry, arguments, value);
	}
	return true;
}

bool php_pgw_batch_read_source(
	struct php_pgw_batch *batch, struct php_pgw_batch_entry *entry, struct php_pgw_arguments *arguments)
{
	arguments->snapshot.count = 0;
	return (batch->iterator ? read_next_in_iterator : read_next_in_array)(batch, entry, arguments);
}
