/*
 * What the shop gives a call, held. The shop's own code may run at any moment between the call and the last use of a
 * value: a __toString(), a date's or a zone's method, an iterator, an error handler, a signal handler, a destructor. It
 * can change and free whatever it reaches through a reference. So everything is taken hold of first, while none of
 * it runs; then texts are made of objects, in what is held; and only that is read from then on.
 */
#include "php_payment_gateway.h"

#include "zend_interfaces.h"

/* ---------------------------------------------------------------- looking */

/* One walk says whether a value is within bounds, and whether it must be copied. */
struct survey {
	size_t left; /* how many values may still come */
	bool dates;  /* a date is to become a text */
	bool references, texts;
	/* When it is out of bounds: the outermost entry with the value that is too much. */
	bool entry;
	zend_string *key; /* borrowed; NULL: the index counts */
	zend_ulong index;
};

static bool becomes_text(const zval *value, bool dates)
{
	if (Z_TYPE_P(value) != IS_OBJECT) {
		return false;
	}
	return php_pgw_is_date(value) ? dates : instanceof_function(Z_OBJCE_P(value), zend_ce_stringable);
}

static enum pgw_bound look_at(struct survey *survey, zend_array *array, int level, int most_levels)
{
	size_t count = zend_hash_num_elements(array);
	enum pgw_bound bound;
	zend_string *key;
	zend_ulong index;
	zval *entry;

	if (level > most_levels || count > survey->left) {
		return level > most_levels ? PGW_TOO_DEEP : PGW_TOO_MANY;
	}
	survey->left -= count;
	ZEND_HASH_FOREACH_KEY_VAL(array, index, key, entry) {
		if (Z_TYPE_P(entry) < IS_ARRAY) {
			continue;
		}
		if (Z_ISREF_P(entry)) {
			survey->references = true;
			entry = Z_REFVAL_P(entry);
		}
		survey->texts |= becomes_text(entry, survey->dates);
		if (Z_TYPE_P(entry) != IS_ARRAY) {
			continue;
		}
		bound = look_at(survey, Z_ARRVAL_P(entry), level + 1, most_levels);
		if (bound != PGW_IN_BOUNDS) {
			survey->entry = true;
			survey->key = key;
			survey->index = index;
			return bound;
		}
	}
	ZEND_HASH_FOREACH_END();
	return PGW_IN_BOUNDS;
}

/* ---------------------------------------------------------------- holding */

/* To be called only on what is within bounds. The copy is nobody else's, down to its leaves. */
static void copy_array(zval *copy, zend_array *array)
{
	zend_string *key;
	zend_ulong index;
	zval *entry, value;

	array_init_size(copy, zend_hash_num_elements(array));
	ZEND_HASH_FOREACH_KEY_VAL(array, index, key, entry) {
		ZVAL_DEREF(entry);
		if (Z_TYPE_P(entry) == IS_ARRAY) {
			copy_array(&value, Z_ARRVAL_P(entry));
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

static void refuse(const struct php_pgw_given *given, const char *argument, const char *entries,
	const struct survey *survey, enum pgw_bound bound)
{
	bool of_entry = entries && survey->entry;
	struct pgw_text name = {argument, strlen(argument)};
	char before[96], digits[MAX_LENGTH_OF_LONG];
	struct pgw_error error;

	if (of_entry && survey->key) {
		name = php_pgw_text_of(survey->key);
	} else if (of_entry) {
		snprintf(digits, sizeof(digits), ZEND_LONG_FMT, (zend_long)survey->index);
		name = (struct pgw_text){digits, strlen(digits)};
	}
	snprintf(before, sizeof(before), "%s%s%s", given->shown ? given->method : "", given->shown ? ": " : "",
		of_entry ? entries : "");
	pgw_refuse_bound(&error, before, name, bound);
	php_pgw_exception_throw(&error, given->method, NULL);
}

zval *php_pgw_given_hold(struct php_pgw_given *given, const zval *value, const char *argument, const char *entries)
{
	struct survey survey = {.left = given->left, .dates = given->dates};
	zval *held = &given->held[given->count];
	enum pgw_bound bound;

	ZEND_ASSERT(given->count < PHP_PGW_MOST_ARGUMENTS);
	ZVAL_DEREF(value);
	if (Z_TYPE_P(value) == IS_ARRAY) {
		bound = look_at(&survey, Z_ARRVAL_P(value), entries ? 0 : 1, PGW_MOST_LEVELS);
		if (bound != PGW_IN_BOUNDS) {
			refuse(given, argument, entries, &survey, bound);
			return NULL;
		}
		given->left = survey.left;
	}
	if (survey.references || survey.texts) {
		copy_array(held, Z_ARRVAL_P(value));
		given->texts |= survey.texts ? 1u << given->count : 0;
	} else {
		ZVAL_COPY(held, value);
	}
	given->count++;
	return held;
}

/* ---------------------------------------------------------------- without references */

/* A batch's entry has its arguments one level down, and its parameters two. */
enum { ENTRY_LEVELS = 3, ENTRY_VALUES = 2 + PHP_PGW_MOST_ARGUMENTS };

bool php_pgw_entry_is_plain(const zval *entry)
{
	struct survey survey = {.left = PGW_MOST_VALUES + ENTRY_VALUES};

	if (Z_TYPE_P(entry) != IS_ARRAY) {
		return !Z_ISREF_P(entry);
	}
	return look_at(&survey, Z_ARRVAL_P(entry), 0, PGW_MOST_LEVELS + ENTRY_LEVELS) == PGW_IN_BOUNDS &&
		   !survey.references;
}

bool php_pgw_entry_copy(zval *copy, const zval *entry)
{
	struct survey survey = {.left = PGW_MOST_VALUES + ENTRY_VALUES};

	ZVAL_DEREF(entry);
	if (Z_TYPE_P(entry) != IS_ARRAY) {
		ZVAL_COPY(copy, entry);
		return true;
	}
	if (look_at(&survey, Z_ARRVAL_P(entry), 0, PGW_MOST_LEVELS + ENTRY_LEVELS) != PGW_IN_BOUNDS) {
		return false;
	}
	if (survey.references) {
		copy_array(copy, Z_ARRVAL_P(entry));
	} else {
		ZVAL_COPY(copy, entry);
	}
	return true;
}

/* ---------------------------------------------------------------- texts */

/* The object goes last: its destructor is the shop's code, too. */
static bool write_text(zval *entry, const struct php_pgw_dates *dates)
{
	zval object, text;
	zend_string *string;

	if (php_pgw_is_date(entry)) {
		if (php_pgw_date_text(&text, entry, dates) == FAILURE) {
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
 * In arrays that are nobody else's. Without `all` only dates that PHP's own code reads, which runs none of the shop's:
 * they come first, for a date is an object, and the shop's code may set it meanwhile.
 */
static bool write_texts(zend_array *array, const struct php_pgw_dates *dates, bool all)
{
	zval *entry;

	ZEND_HASH_FOREACH_VAL(array, entry) {
		if (Z_TYPE_P(entry) == IS_ARRAY) {
			if (!write_texts(Z_ARRVAL_P(entry), dates, all)) {
				return false;
			}
		} else if (becomes_text(entry, dates != NULL) && (all || php_pgw_date_is_native(entry, dates)) &&
				   !write_text(entry, dates)) {
			return false;
		}
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

zend_result php_pgw_given_write_texts(struct php_pgw_given *given, const struct php_pgw_dates *dates)
{
	for (int all = dates ? 0 : 1; given->texts && all < 2; all++) {
		for (uint32_t i = 0; i < given->count; i++) {
			if (given->texts >> i & 1 && !write_texts(Z_ARRVAL(given->held[i]), dates, all)) {
				return FAILURE;
			}
		}
	}
	/* Nothing is sent once anything was thrown, by whomever. */
	return EG(exception) ? FAILURE : SUCCESS;
}
