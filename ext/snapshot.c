/*
 * Snapshots of the caller's values. User code may run between the start of a call and the last use of a value: in
 * __toString(), methods of dates and time zones, iterators, error handlers, signal handlers, destructors. It can modify
 * or free anything that it reaches through a reference. So each value is first copied or shared while no user code
 * runs, then objects are converted to text inside the snapshot, and from then on only the snapshot is read.
 */
#include "php_payment_gateway.h"

#include "zend_interfaces.h"

/* ---------------------------------------------------------------- surveying */

/* One walk finds out whether a value is within bounds, and whether it must be copied. */
struct survey {
	size_t values_left;   /* how many more values are allowed */
	bool converts_dates;  /* dates become text */
	bool has_references;  /* found: copy the value */
	bool has_convertible; /* found: objects that become text */
	/* If the value is out of bounds: the outermost entry that contains the excess. */
	bool in_entry;
	zend_string *key; /* borrowed; NULL: `index` is the key */
	zend_ulong index;
};

bool php_pgw_is_stringable(const zval *value)
{
	return Z_TYPE_P(value) == IS_OBJECT && instanceof_function(Z_OBJCE_P(value), zend_ce_stringable);
}

static bool is_converted_to_text(const zval *value, bool dates)
{
	return Z_TYPE_P(value) == IS_OBJECT && php_pgw_is_date(value) ? dates : php_pgw_is_stringable(value);
}

static enum pgw_bound survey_array(struct survey *survey, zend_array *array, int level, int most_levels)
{
	size_t count = zend_hash_num_elements(array);
	enum pgw_bound bound;
	zend_string *key;
	zend_ulong index;
	zval *entry;

	if (level > most_levels || count > survey->values_left) {
		return level > most_levels ? PGW_TOO_DEEP : PGW_TOO_MANY;
	}
	survey->values_left -= count;
	ZEND_HASH_FOREACH_KEY_VAL(array, index, key, entry) {
		if (Z_TYPE_P(entry) < IS_ARRAY) {
			continue;
		}
		if (Z_ISREF_P(entry)) {
			survey->has_references = true;
			entry = Z_REFVAL_P(entry);
		}
		survey->has_convertible |= is_converted_to_text(entry, survey->converts_dates);
		if (Z_TYPE_P(entry) != IS_ARRAY) {
			continue;
		}
		bound = survey_array(survey, Z_ARRVAL_P(entry), level + 1, most_levels);
		if (bound != PGW_IN_BOUNDS) {
			survey->in_entry = true;
			survey->key = key;
			survey->index = index;
			return bound;
		}
	}
	ZEND_HASH_FOREACH_END();
	return PGW_IN_BOUNDS;
}

/* ---------------------------------------------------------------- copying */

/* Only for arrays within bounds. The copy shares no array with the original. */
static void copy_array_without_references(zval *copy, zend_array *array)
{
	zend_string *key;
	zend_ulong index;
	zval *entry, value;

	array_init_size(copy, zend_hash_num_elements(array));
	ZEND_HASH_FOREACH_KEY_VAL(array, index, key, entry) {
		ZVAL_DEREF(entry);
		if (Z_TYPE_P(entry) == IS_ARRAY) {
			copy_array_without_references(&value, Z_ARRVAL_P(entry));
		} else {
			ZVAL_COPY(&value, entry);
		}
		if (key) {
			zend_hash_add_new(Z_ARRVAL_P(copy), key, &value);
		} else {
			zend_hash_index_add_new(Z_ARRVAL_P(copy), index, &value);
		}
	}
	ZEND_HASH_FOREACH_END();
}

static void throw_out_of_bounds(const struct php_pgw_snapshot *snapshot, const char *argument, const char *entry_prefix,
	const struct survey *survey, enum pgw_bound bound)
{
	bool of_entry = entry_prefix && survey->in_entry;
	struct pgw_text name = {argument, strlen(argument)};
	char prefix[96], digits[MAX_LENGTH_OF_LONG];
	struct pgw_error error;

	if (of_entry && survey->key) {
		name = php_pgw_text_of(survey->key);
	} else if (of_entry) {
		snprintf(digits, sizeof(digits), ZEND_LONG_FMT, (zend_long)survey->index);
		name = (struct pgw_text){digits, strlen(digits)};
	}
	snprintf(prefix, sizeof(prefix), "%s%s%s", snapshot->names_method ? snapshot->method : "",
		snapshot->names_method ? ": " : "", of_entry ? entry_prefix : "");
	pgw_refuse_bound(&error, prefix, name, bound);
	php_pgw_exception_throw(&error, snapshot->method, NULL);
}

zval *php_pgw_snapshot_add(
	struct php_pgw_snapshot *snapshot, const zval *value, const char *argument, const char *entry_prefix)
{
	struct survey survey = {.values_left = snapshot->values_left, .converts_dates = snapshot->converts_dates};
	zval *copy = &snapshot->values[snapshot->count];
	enum pgw_bound bound;

	ZEND_ASSERT(snapshot->count < PHP_PGW_MAX_ARGUMENTS);
	ZVAL_DEREF(value);
	if (Z_TYPE_P(value) == IS_ARRAY) {
		bound = survey_array(&survey, Z_ARRVAL_P(value), entry_prefix ? 0 : 1, PGW_MOST_LEVELS);
		if (bound != PGW_IN_BOUNDS) {
			throw_out_of_bounds(snapshot, argument, entry_prefix, &survey, bound);
			return NULL;
		}
		snapshot->values_left = survey.values_left;
	} else {
		snapshot->convertible |= php_pgw_is_stringable(value) ? 1u << snapshot->count : 0;
	}
	if (survey.has_references || survey.has_convertible) {
		copy_array_without_references(copy, Z_ARRVAL_P(value));
		snapshot->convertible |= survey.has_convertible ? 1u << snapshot->count : 0;
	} else {
		ZVAL_COPY(copy, value);
	}
	snapshot->count++;
	return copy;
}

/* ---------------------------------------------------------------- batch entries */

/* In a batch entry, arguments are one level down and parameters two. */
enum { ENTRY_LEVELS = 3, ENTRY_VALUES = 2 + PHP_PGW_MAX_ARGUMENTS };

bool php_pgw_snapshot_can_share_entry(const zval *entry)
{
	struct survey survey = {.values_left = PGW_MOST_VALUES + ENTRY_VALUES};

	if (Z_TYPE_P(entry) != IS_ARRAY) {
		return !Z_ISREF_P(entry);
	}
	return survey_array(&survey, Z_ARRVAL_P(entry), 0, PGW_MOST_LEVELS + ENTRY_LEVELS) == PGW_IN_BOUNDS &&
		   !survey.has_references;
}

bool php_pgw_snapshot_copy_entry(zval *copy, const zval *entry)
{
	struct survey survey = {.values_left = PGW_MOST_VALUES + ENTRY_VALUES};

	ZVAL_DEREF(entry);
	if (Z_TYPE_P(entry) != IS_ARRAY) {
		ZVAL_COPY(copy, entry);
		return true;
	}
	if (survey_array(&survey, Z_ARRVAL_P(entry), 0, PGW_MOST_LEVELS + ENTRY_LEVELS) != PGW_IN_BOUNDS) {
		return false;
	}
	if (survey.has_references) {
		copy_array_without_references(copy, Z_ARRVAL_P(entry));
	} else {
		ZVAL_COPY(copy, entry);
	}
	return true;
}

/* ---------------------------------------------------------------- objects to text */

/* The object is released last: its destructor is user code, too. */
static bool convert_object(zval *entry, const struct php_pgw_dates *dates)
{
	zval object, text;
	zend_string *string;

	if (php_pgw_is_date(entry)) {
		if (php_pgw_date_to_text(&text, entry, dates) == FAILURE) {
			return false;
		}
	} else {
		string = zval_try_get_string(entry);
		if (!string) {
			return false;
		}
		ZVAL_STR(&text, string);
	}
	ZVAL_COPY_VALUE(&object, entry);
	ZVAL_COPY_VALUE(entry, &text);
	zval_ptr_dtor(&object);
	return !EG(exception);
}

/*
 * Only for arrays that no one else shares. Without `all` it converts only dates that need no user code. Those go first:
 * a date is an object, so user code that runs for another value could change it.
 */
static bool convert_objects_in_array(zend_array *array, const struct php_pgw_dates *dates, bool all)
{
	zval *entry;

	ZEND_HASH_FOREACH_VAL(array, entry) {
		if (Z_TYPE_P(entry) == IS_ARRAY) {
			if (!convert_objects_in_array(Z_ARRVAL_P(entry), dates, all)) {
				return false;
			}
		} else if (is_converted_to_text(entry, dates != NULL) &&
				   (all || php_pgw_date_converts_natively(entry, dates)) && !convert_object(entry, dates)) {
			return false;
		}
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

static bool convert_objects_in_value(zval *value, const struct php_pgw_dates *dates, bool all)
{
	if (Z_TYPE_P(value) == IS_ARRAY) {
		return convert_objects_in_array(Z_ARRVAL_P(value), dates, all);
	}
	return !all || Z_TYPE_P(value) != IS_OBJECT || convert_object(value, dates);
}

zend_result php_pgw_snapshot_convert_text(zval *value)
{
	return convert_objects_in_value(value, NULL, true) ? SUCCESS : FAILURE;
}

zend_result php_pgw_snapshot_convert_objects(struct php_pgw_snapshot *snapshot, const struct php_pgw_dates *dates)
{
	for (int all = dates ? 0 : 1; snapshot->convertible && all < 2; all++) {
		for (uint32_t i = 0; i < snapshot->count; i++) {
			if (snapshot->convertible >> i & 1 && !convert_objects_in_value(&snapshot->values[i], dates, all)) {
				return FAILURE;
			}
		}
	}
	/* Whoever threw: nothing is sent. */
	return EG(exception) ? FAILURE : SUCCESS;
}
