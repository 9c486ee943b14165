/* Each type of parameter against each type of value. */
#include "fixture.h"

#include "request/body.h"
#include "table/lookup.h"
#include "account.h"

#include <json-c/json.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* One value of each kind; the text "FOREIGN" stands for an object that the core knows nothing of. */
static const char values[] =
	"{'bool':true,'int':5,'float':5.0,'digits':'5','text':'x','date':'2026-01-31T00:00:00','empty':'','list':['x'],"
	"'objects':[{'a':'x'}],'numbers':[1],'nulls':[null],'nothing':[],'object':{'a':'x'},'foreign':'FOREIGN'}";

struct taking {
	const char *label;
	enum pgw_parameter_type type;
	const char *taken; /* the names of those values that fit, each ended by a comma */
	const struct pgw_parameter *members;
};

static const struct pgw_parameter members[] = {
	{PGW_NAME("a"), .type = PGW_TAKES_TEXT, .minimum = 1, .maximum = 12},
	{.name = NULL},
};

static const struct taking takings[] = {
	{"text", PGW_TAKES_TEXT, "int,digits,text,empty,", NULL}, /* the date is longer than 12 characters */
	{"digits", PGW_TAKES_DIGITS, "int,digits,empty,", NULL},
	{"amount", PGW_TAKES_AMOUNT, "int,", NULL},
	{"boolean", PGW_TAKES_BOOLEAN, "bool,empty,", NULL},
	{"word", PGW_TAKES_WORD, "int,digits,text,empty,", NULL}, /* of "x||5" */
	{"date and time", PGW_TAKES_DATE_TIME, "date,empty,", NULL},
	{"integer", PGW_TAKES_INTEGER, "int,digits,empty,", NULL},
	{"quantity", PGW_TAKES_QUANTITY, "int,float,digits,empty,", NULL},
	{"features", PGW_TAKES_FEATURES, "digits,text,date,empty,list,numbers,nothing,", NULL},
	{"texts", PGW_TAKES_TEXTS, "empty,nothing,object,", NULL},
	{"list of texts", PGW_TAKES_TEXT_LIST, "empty,list,numbers,nothing,", NULL},
	{"object of anything", PGW_TAKES_OBJECT, "empty,list,objects,numbers,nulls,nothing,object,", NULL},
	{"object of members", PGW_TAKES_OBJECT, "empty,nothing,object,", members},
	{"list of objects", PGW_TAKES_LIST, "empty,nothing,objects,", members},
};

static enum pgw_type type_with_foreign(const void *node)
{
	enum pgw_type type = pgw_json_tree.type(node);

	if (type == PGW_STRING && strcmp(pgw_json_tree.text(node).at, "FOREIGN") == 0) {
		return PGW_FOREIGN;
	}
	return type;
}

struct trial {
	const struct taking *row;
	struct pgw_tree tree;
};

static bool try_value(void *context, struct pgw_text name, const void *value)
{
	const struct trial *trial = context;
	const struct pgw_parameter parameter = {.name = "p",
		.type = trial->row->type,
		.minimum = 1,
		.maximum = 12,
		.members = trial->row->members,
		.words = "x||5"};
	struct pgw_client client = {.extra_parameters = false};
	struct pgw_request request = {.name = "m", .client = &client};
	struct pgw_error error = {.message = ""};
	struct pgw_building building = {&request, &trial->tree, &error, NULL};
	char wanted[64];
	bool good;

	snprintf(wanted, sizeof(wanted), "%.*s,", (int)name.length, name.at);
	good = pgw_wire_is_absent(&trial->tree, &parameter, value) || pgw_body_add(&building, &parameter, value);
	pgw_request_free(&request);
	if (good != (strstr(trial->row->taken, wanted) != NULL)) {
		fail_msg("%s: %s %s: %s", trial->row->label, wanted, good ? "is taken" : "is refused", error.message);
	}
	if (!good) {
		assert_int_equal(error.kind, PGW_ERROR_ARGUMENT);
		assert_true(strncmp(error.message, "m: p", 4) == 0 || strncmp(error.message, "m: parameter p.", 15) == 0);
	}
	return true;
}

static void takes(void **state)
{
	struct trial trial = {*state, pgw_json_tree};
	void *node = node_of_json(values);

	trial.tree.type = type_with_foreign;
	pgw_json_tree.each(node, try_value, &trial);
	pgw_json_free(node);
}

/* Any number of digits that an amount may have leaves room for the comparison. */
static void amounts_at_every_length(void **state)
{
	struct pgw_error error;
	char json[64];

	(void)state;
	for (unsigned short digits = 1; digits <= 18; digits++) {
		struct pgw_request request = {.name = "m"};
		struct pgw_building building = {&request, &pgw_json_tree, &error, NULL};
		struct pgw_parameter parameter = {.name = "p", .type = PGW_TAKES_AMOUNT, .minimum = 1, .maximum = digits};
		void *least, *most;

		snprintf(json, sizeof(json), "[1%.*s]", digits, "000000000000000000");
		least = node_of_json(json);
		snprintf(json, sizeof(json), "[%.*s]", digits, "999999999999999999");
		most = node_of_json(json);
		assert_false(pgw_body_add(&building, &parameter, json_object_array_get_idx(least, 0)));
		assert_true(pgw_body_add(&building, &parameter, json_object_array_get_idx(most, 0)));
		pgw_request_free(&request);
		pgw_json_free(least);
		pgw_json_free(most);
	}
}

/* ---------------------------------------------------------------- quantities */

struct quantity {
	const char *label; /* as JSON */
	bool good;
};

static const struct quantity quantities[] = {
	{"0", true},
	{"1", true},
	{"-1", false},
	{"999999999999999999", true},
	{"9223372036854775807", false},
	{"-9223372036854775808", false},
	{"18446744073709551615", false},
	{"0.5", true},
	{"0.001", true},
	{"0.0001", false},
	{"1.2345", false},
	{"1.234", true},
	{"1.0", true},
	{"-0.0", false},
	{"-0.5", false},
	{"99999.999", true},
	{"1e3", true},   /* the float 1000 */
	{"1e16", false}, /* whose text has an exponent */
	{"NaN", false},
	{"Infinity", false},
	{"'1.500'", true},
	{"'0'", true},
	{"'1.5000'", true}, /* zeros say nothing */
	{"'1.5001'", false},
	{"'1e3'", false},
	{"'-1'", false},
	{"'+1'", false},
	{"''", true}, /* not given */
	{"'.'", false},
	{"'.5'", false},
	{"'1.'", false},
	{"'1.5.5'", false},
	{"'1,5'", false},
	{"' 1'", false},
	{"'1 '", false},
	{"'0x1'", false},
	{"'1\\u0000'", false},
	{"'1.\\u0000'", false},
	{"'NaN'", false},
	{"'99999999999999.999'", true},
	{"'999999999999999.999'", false},
	{"true", false},
	{"[1]", false},
	{"{'value':1}", false},
};

static bool check_alone(const struct pgw_parameter *parameter, const void *value, struct pgw_error *error)
{
	struct pgw_request request = {.name = "m"};
	struct pgw_building building = {&request, &pgw_json_tree, error, NULL};
	bool good;

	good = pgw_wire_is_absent(&pgw_json_tree, parameter, value) || pgw_body_add(&building, parameter, value);
	pgw_request_free(&request);
	return good;
}

static void takes_quantities(void **state)
{
	static const struct pgw_parameter parameter = {
		.name = "p", .type = PGW_TAKES_QUANTITY, .minimum = 1, .maximum = 18};
	const struct quantity *row = *state;
	struct pgw_error error = {.message = ""};
	char json[64];
	void *node;

	snprintf(json, sizeof(json), "[%s]", row->label);
	node = node_of_json(json);
	if (check_alone(&parameter, json_object_array_get_idx(node, 0), &error) != row->good) {
		fail_msg("%s: %s", row->label, error.message);
	}
	pgw_json_free(node);
}

/* ---------------------------------------------------------------- words */

#define WORD_31 "abcdefghijklmnopqrstuvwxyz01234"

struct worded {
	const char *label; /* as JSON */
	const char *words;
	bool good;
};

static const struct worded worded_rows[] = {
	{"'C'", "C|R|I", true},
	{"'R'", "C|R|I", true},
	{"'I'", "C|R|I", true},
	{"'c'", "C|R|I", false},
	{"'X'", "C|R|I", false},
	{"''", "C|R|I", true}, /* not given */
	{"'CR'", "C|R|I", false},
	{"'C|R'", "C|R|I", false},
	{"'R|I'", "C|R|I", false},
	{"'C|R|I'", "C|R|I", false},
	{"'C|'", "C|R|I", false},
	{"'|'", "C|R|I", false},
	{"'|R'", "C|R|I", false},
	{"' C'", "C|R|I", false},
	{"'C '", "C|R|I", false},
	{"'C\\n'", "C|R|I", false},
	{"'C\\u0000'", "C|R|I", false},
	{"'C\\u0000R'", "C|R|I", false},
	{"'\\u0000'", "C|R|I", false},
	{"'\\u0000C'", "C|R|I", false},
	{"'\\u0421'", "C|R|I", false}, /* a Cyrillic letter that looks like one */
	{"1", "0|1", true},
	{"true", "true|false", false},
	{"1.0", "1.0|2.0", false},
	{"['C']", "C|R|I", false},
	{"{'a':'C'}", "C|R|I", false},
	/* the empty word, wherever the list has it */
	{"''", "|CI|F", true},
	{"''", "CI||F", true},
	{"''", "CI|F|", true},
	{"'|'", "|CI|F", false},
	{"'||'", "CI||F", false},
	{"'\\u0000'", "|CI|F", false},
	{"' '", "|CI|F", false},
	{"'CI'", "|CI|F", true},
	{"'F'", "|CI|F", true},
	{"'C'", "|CI|F", false},
	{"'I'", "|CI|F", false},
	/* one that begins or ends another */
	{"'TDS'", "TDS_SSL|TDS|SSL", true},
	{"'SSL'", "TDS_SSL|TDS|SSL", true},
	{"'TDS_SSL'", "TDS|SSL|TDS_SSL", true},
	{"'TDS_'", "TDS|SSL|TDS_SSL", false},
	{"'_SSL'", "TDS|SSL|TDS_SSL", false},
	{"'TD'", "TDS|SSL|TDS_SSL", false},
	{"'SS'", "TDS|SSL|TDS_SSL", false},
	{"'DS'", "TDS|SSL|TDS_SSL", false},
	{"'2.1.0'", "1.0.2|2.1.0", true},
	{"'2.1'", "1.0.2|2.1.0", false},
	/* the longest that there is room for, and longer ones that begin so */
	{"'" WORD_31 "'", "a|" WORD_31, true},
	{"'" WORD_31 "5'", "a|" WORD_31, false},
	{"'" WORD_31 WORD_31 WORD_31 "'", "a|" WORD_31, false},
};

static void takes_words(void **state)
{
	const struct worded *row = *state;
	const struct pgw_parameter parameter = {.name = "p", .type = PGW_TAKES_WORD, .words = row->words};
	struct pgw_error error = {.message = ""};
	char json[128], part[128];
	const void *value;
	void *node;

	snprintf(json, sizeof(json), "[%s]", row->label);
	node = node_of_json(json);
	value = json_object_array_get_idx(node, 0);
	if (check_alone(&parameter, value, &error) != row->good) {
		fail_msg("%s of %s: %s", row->label, row->words, error.message);
	}
	if (!row->good) {
		assert_int_equal(error.kind, PGW_ERROR_ARGUMENT);
		strcpy(part, "m: p must be one of ");
		for (const char *word = row->words;; word += strcspn(word, "|") + 1) {
			int length = (int)strcspn(word, "|");

			snprintf(
				part + strlen(part), sizeof(part) - strlen(part), "%.*s", length ? length : 2, length ? word : "\"\"");
			if (word[length] == '\0') {
				break;
			}
			strcat(part, ", ");
		}
		strcat(part, pgw_json_tree.type(value) == PGW_STRING ? "" : ", ");
		assert_holds(error.message, part);
	}
	pgw_json_free(node);
}

/* PHP's texts have a length: what stands behind the end is no part of the word. */
static struct pgw_text first_byte(const void *node)
{
	struct pgw_text text = pgw_json_tree.text(node);

	return (struct pgw_text){text.at, text.length < 1 ? text.length : 1};
}

static void words_end_where_they_end(void **state)
{
	const struct pgw_parameter parameter = {.name = "p", .type = PGW_TAKES_WORD, .words = "C|CI"};
	struct pgw_tree tree = pgw_json_tree;
	struct pgw_request request = {.name = "m"};
	struct pgw_error error;
	struct pgw_building building = {&request, &tree, &error, NULL};
	void *node = node_of_json("['CX','XC']");

	(void)state;
	tree.text = first_byte;
	assert_true(pgw_body_add(&building, &parameter, json_object_array_get_idx(node, 0)));
	assert_false(pgw_body_add(&building, &parameter, json_object_array_get_idx(node, 1)));
	pgw_request_free(&request);
	pgw_json_free(node);
}

/* ---------------------------------------------------------------- lengths of every type that has them */

struct sized {
	const char *label;
	enum pgw_parameter_type type;
	const char *format; /* of JSON; %s is so many digits */
};

static const struct sized sized_rows[] = {
	{"text", PGW_TAKES_TEXT, "['%s']"},
	{"digits", PGW_TAKES_DIGITS, "['%s']"},
	{"digits of an int", PGW_TAKES_DIGITS, "[%s]"},
	{"integer", PGW_TAKES_INTEGER, "['%s']"},
	{"integer of an int", PGW_TAKES_INTEGER, "[%s]"},
	{"quantity of a text", PGW_TAKES_QUANTITY, "['%s']"},
	{"first of a list of texts", PGW_TAKES_TEXT_LIST, "[['%s']]"},
	{"last of a list of texts", PGW_TAKES_TEXT_LIST, "[['5555','%s']]"},
};

static void try_size(const struct sized *row, size_t digits, bool good)
{
	const struct pgw_parameter parameter = {.name = "p", .type = row->type, .minimum = 3, .maximum = 5};
	char *value = repeat("5", digits), json[128];
	struct pgw_error error = {.message = ""};
	void *node;

	snprintf(json, sizeof(json), row->format, value);
	node = node_of_json(json);
	if (check_alone(&parameter, json_object_array_get_idx(node, 0), &error) != good) {
		fail_msg("%s of %zu: %s", row->label, digits, error.message);
	}
	pgw_json_free(node);
	free(value);
}

static void has_both_borders(void **state)
{
	try_size(*state, 2, false);
	try_size(*state, 3, true);
	try_size(*state, 5, true);
	try_size(*state, 6, false);
}

/* ---------------------------------------------------------------- paths in messages */

/* However deep and long, a path is cut and never written past its end. */
static void long_paths_are_cut(void **state)
{
	static const char name[] = "aVeryLongNameOfAMemberThatGoesOnAndOnAndOn";
	static const struct pgw_parameter parameter = {.name = name, .type = PGW_TAKES_AMOUNT, .minimum = 1, .maximum = 12};
	struct pgw_scope scopes[12];
	struct pgw_request request = {.name = "m"};
	struct pgw_error error;
	void *node = node_of_json("['x']");

	(void)state;
	for (size_t i = 0; i < COUNT(scopes); i++) {
		struct pgw_building building = {&request, &pgw_json_tree, &error, &scopes[i]};

		scopes[i] = (struct pgw_scope){i ? &scopes[i - 1] : NULL, i % 2 ? NULL : name, SIZE_MAX};
		assert_false(pgw_body_add(&building, &parameter, json_object_array_get_idx(node, 0)));
		assert_uint_in_range(strlen(error.message), 50, 300);
		assert_memory_equal(error.message, "m: aVeryLong", 12);
		assert_holds(error.message, "an int in minor units, string given");
	}
	pgw_json_free(node);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(amounts_at_every_length),
		cmocka_unit_test(long_paths_are_cut),
		cmocka_unit_test(words_end_where_they_end),
	};
	int failed = RUN_ROWS("check: types", takings, takes);

	failed += RUN_ROWS("check: quantities", quantities, takes_quantities);
	failed += RUN_ROWS("check: words", worded_rows, takes_words);
	failed += RUN_ROWS("check: lengths", sized_rows, has_both_borders);

	failed += cmocka_run_group_tests_name("check", tests, NULL, NULL);
	return failed != 0;
}
