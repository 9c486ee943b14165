/* Writing JSON, and reading it by json-c. */
#include "fixture.h"

#include "account.h"
#include "buffer.h"
#include "request/nested.h"

#include <json-c/json.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---------------------------------------------------------------- writing */

/* A row of each kind that is written otherwise than as it is given. */
static const struct pgw_parameter members[] = {
	{PGW_NAME("text"), .type = PGW_TAKES_TEXT},
	{PGW_NAME("digits"), .type = PGW_TAKES_DIGITS},
	{PGW_NAME("integer"), .type = PGW_TAKES_INTEGER},
	{PGW_NAME("amount"), .type = PGW_TAKES_AMOUNT, .minimum = 1, .maximum = 12},
	{PGW_NAME("quantity"), .type = PGW_TAKES_QUANTITY, .minimum = 1, .maximum = 18},
	{PGW_NAME("bool"), .type = PGW_TAKES_BOOLEAN},
	{PGW_NAME("phones"), .type = PGW_TAKES_TEXT_LIST},
	{PGW_NAME("any"), .type = PGW_TAKES_OBJECT},
	{PGW_NAME("params"), .type = PGW_TAKES_TEXTS, .maximum = 1024},
	{PGW_NAME("entries"), .type = PGW_TAKES_LIST, .members = members},
	{PGW_NAME("inner"), .type = PGW_TAKES_OBJECT, .members = members},
	{.name = NULL},
};
static const struct pgw_parameter nothing[] = {{.name = NULL}};
static const struct pgw_parameter object = {PGW_NAME("object"), .type = PGW_TAKES_OBJECT, .members = members};
static const struct pgw_parameter list = {PGW_NAME("list"), .type = PGW_TAKES_LIST, .members = members};
static const struct pgw_parameter texts = {PGW_NAME("texts"), .type = PGW_TAKES_TEXTS, .maximum = 1024};
static const struct pgw_parameter anything = {
	PGW_NAME("anything"), .type = PGW_TAKES_OBJECT, .flags = PGW_OPEN, .members = nothing};

struct written {
	const char *label;
	const char *json;
	const struct pgw_parameter *row;
	const char *expected;
};

static const struct written written_rows[] = {
	{"empty object", "{}", NULL, "{}"},
	{"empty list", "[]", NULL, "[]"},
	{"empty list for an object", "[]", &object, "{}"},
	{"empty list for any object", "[]", &anything, "{}"},
	{"empty list, texts", "[]", &texts, "{}"},
	{"empty list for a list", "[]", &list, "[]"},
	{"nested empty list", "{'a':[]}", NULL, "{'a':[]}"},
	{"nested empty object", "{'a':{}}", NULL, "{'a':{}}"},
	{"order of names", "{'b':1,'a':2}", NULL, "{'b':1,'a':2}"},
	{"plain list", "[1,'2',true,null]", NULL, "[1,'2',true,null]"},
	{"nulls", "{'a':null}", NULL, "{'a':null}"},
	{"booleans", "{'a':true,'b':false}", NULL, "{'a':true,'b':false}"},
	{"integers", "{'a':-9223372036854775808,'b':9223372036854775807,'c':0}", NULL,
		"{'a':-9223372036854775808,'b':9223372036854775807,'c':0}"},
	{"quotes and controls", "{'a':'\\'\\\\\\n\\u0001'}", NULL, "{'a':'\\'\\\\\\n\\u0001'}"},
	{"slashes", "{'a':'https://x/'}", NULL, "{'a':'https://x/'}"},
	{"UTF-8", "{'\xC3\xA9':'\xF0\x9F\x98\x80'}", NULL, "{'\xC3\xA9':'\xF0\x9F\x98\x80'}"},
	{"empty name", "{'':1}", NULL, "{'':1}"},
	{"half", "{'a':0.5}", NULL, "{'a':0.5}"},
	{"whole double", "{'a':2.0}", NULL, "{'a':2}"}, /* one number in JSON, and in PHP's own writing */
	/* The shortest text that reads back as the same number: quantities and prices are written by hand so. */
	{"tenth", "{'a':0.1}", NULL, "{'a':0.1}"},
	{"price", "{'a':1.15,'b':-19.99}", NULL, "{'a':1.15,'b':-19.99}"},
	{"texts", "{'i':-5,'t':true,'f':false,'s':'x'}", &texts, "{'i':'-5','t':'true','f':'false','s':'x'}"},
	{"not texts", "{'i':-5,'t':true}", NULL, "{'i':-5,'t':true}"},
	/* ---- as the rows of an object's members say */
	{"members", "{'text':'5','digits':5,'integer':'5','amount':5,'bool':true}", &object,
		"{'text':'5','digits':'5','integer':5,'amount':5,'bool':true}"},
	{"digits keep their zeros", "{'digits':'007'}", &object, "{'digits':'007'}"},
	{"an integer of zeros", "{'integer':'000'}", &object, "{'integer':0}"},
	{"integer of 20 digits", "{'integer':'12345678901234567890'}", &object, "{'integer':12345678901234567890}"},
	{"quantity with zeros", "{'quantity':'007'}", &object, "{'quantity':7}"},
	{"half with zeros", "{'quantity':'00.5'}", &object, "{'quantity':0.5}"},
	{"quantity of zeros", "{'quantity':'00'}", &object, "{'quantity':0}"},
	{"an empty entry of a list is an object", "[[],{}]", &list, "[{},{}]"},
	{"an integer has none", "{'integer':'007'}", &object, "{'integer':7}"},
	{"integer of 18 digits", "{'integer':'999999999999999999'}", &object, "{'integer':999999999999999999}"},
	{"quantity int", "{'quantity':1}", &object, "{'quantity':1}"},
	{"quantity float", "{'quantity':0.5}", &object, "{'quantity':0.5}"},
	{"quantity whole float", "{'quantity':3.0}", &object, "{'quantity':3}"},
	{"quantity text", "{'quantity':'1.500'}", &object, "{'quantity':1.500}"},
	{"quantity text, whole", "{'quantity':'12'}", &object, "{'quantity':12}"},
	{"list of texts", "{'phones':['1','2']}", &object, "{'phones':['1','2']}"},
	{"empty list of texts", "{'phones':[]}", &object, "{'phones':[]}"},
	{"empty things of each kind", "{'any':[],'params':[],'entries':[],'inner':[]}", &object,
		"{'any':[],'params':{},'entries':[],'inner':{}}"},
	{"an object of anything", "{'any':{'digits':5,'n':null,'l':[]}}", &object, "{'any':{'digits':5,'l':[]}}"},
	{"entries of a list", "[{'digits':1},{'digits':2,'entries':[{'digits':3}]}]", &list,
		"[{'digits':'1'},{'digits':'2','entries':[{'digits':'3'}]}]"},
	{"the row comes back after an inner one", "{'inner':{'any':{'digits':1}},'digits':2}", &object,
		"{'inner':{'any':{'digits':1}},'digits':'2'}"},
	{"null members of a row are left out", "{'text':null,'inner':{'digits':null},'x':null}", &object, "{'inner':{}}"},
	{"null texts are left out", "{'a':null,'b':1}", &texts, "{'b':'1'}"},
	{"a name of nothing in an open object", "{'':1,'a':2}", &anything, "{'':1,'a':2}"},
	{"objects of one list that differ in their order", "[{'digits':1,'text':'a'},{'text':'b','digits':2},{'digits':3}]",
		&list, "[{'digits':'1','text':'a'},{'text':'b','digits':'2'},{'digits':'3'}]"},
	{"large double", "{'a':1e30}", NULL, "{'a':1e+30}"},
	{"marks and escapes", "{\"\\\"\\\\\":\"\\b\\u0001\\\\/ &+=%\"}", NULL, "{\"\\\"\\\\\":\"\\b\\u0001\\\\/ &+=%\"}"},
	{"unknown members as they are", "{'x':5,'y':[1.5]}", &object, "{'x':5,'y':[1.5]}"},
};

/* The caller frees the request. */
static bool add(struct pgw_request *request, const struct pgw_tree *tree, const struct pgw_parameter *row,
	const void *node, bool json, struct pgw_error *error)
{
	static const struct pgw_client client = {.extra_parameters = true};
	struct pgw_building building = {request, tree, error, NULL};

	*request = (struct pgw_request){.name = "m", .client = &client, .json = json};
	*error = (struct pgw_error){.message = ""};
	return pgw_nested_add(&building, "p", row, node);
}

static void writes(void **state)
{
	const struct written *row = *state;
	void *node = node_of_json(row->json);
	struct pgw_buffer encoded = {0};
	struct pgw_request request;
	struct pgw_error error;

	assert_true(add(&request, &pgw_json_tree, row->row, node, true, &error));
	assert_string_equal(request.body.at, json_of(row->expected));
	pgw_buffer_add_encoded(&encoded, request.body.at, request.body.length);
	pgw_request_free(&request);
	assert_true(add(&request, &pgw_json_tree, row->row, node, false, &error));
	assert_string_equal(request.body.at, encoded.at);
	assert_false(request.body.encodes);
	pgw_request_free(&request);
	pgw_buffer_free(&encoded);
	pgw_json_free(node);
}

static void assert_unwritable(const struct pgw_tree *tree, const void *node, const char *part)
{
	struct pgw_request request;
	struct pgw_error error;

	assert_false(add(&request, tree, NULL, node, true, &error));
	assert_holds(error.message, "m: p cannot be written as JSON: ");
	assert_holds(error.message, part);
	pgw_request_free(&request);
}

/* Checks outrank what JSON cannot represent, wherever it stands. */
static void checks_come_first(void **state)
{
	struct json_object *value = json_object_new_object();
	struct pgw_request request;
	struct pgw_error error;

	(void)state;
	json_object_object_add(value, "x", json_object_new_double(NAN));
	json_object_object_add(value, "digits", json_object_new_int(1));
	assert_false(add(&request, &pgw_json_tree, &object, value, true, &error));
	assert_string_equal(error.message, "m: p cannot be written as JSON: a number is not finite");
	pgw_request_free(&request);
	json_object_object_add(value, "bool", json_object_new_int(1));
	assert_false(add(&request, &pgw_json_tree, &object, value, true, &error));
	assert_string_equal(error.message, "m: object.bool must be a bool, int given");
	pgw_request_free(&request);
	json_object_put(value);
}

static char *nested(const char *open, const char *close, size_t depth)
{
	char *opened = repeat(open, depth), *closed = repeat(close, depth);
	char *whole = malloc(strlen(opened) + strlen(closed) + 2);

	sprintf(whole, "%s1%s", opened, closed);
	free(opened);
	free(closed);
	return whole;
}

static void writes_to_its_depth(void **state)
{
	static const char *const opens[] = {"[", "{'a':"}, *const closes[] = {"]", "}"};

	(void)state;
	for (size_t i = 0; i < COUNT(opens); i++) {
		for (size_t depth = PGW_MOST_LEVELS - 1; depth <= PGW_MOST_LEVELS + 2; depth++) {
			char *json = nested(opens[i], closes[i], depth);
			void *node = node_of_json(json);
			struct pgw_request request;
			struct pgw_error error;

			if (depth <= PGW_MOST_LEVELS) {
				assert_true(add(&request, &pgw_json_tree, NULL, node, true, &error));
				assert_string_equal(request.body.at, json_of(json));
				pgw_request_free(&request);
			} else {
				assert_unwritable(&pgw_json_tree, node, "too deep");
			}
			pgw_json_free(node);
			free(json);
		}
	}
}

/* What a parser would not let through, put into a tree by hand. */
static void unwritable(struct json_object *value, const char *part)
{
	struct json_object *list = json_object_new_array(), *object = json_object_new_object();

	json_object_array_add(list, json_object_new_int(1));
	json_object_array_add(list, value);
	json_object_array_add(list, json_object_new_int(2));
	json_object_object_add(object, "list", list);
	assert_unwritable(&pgw_json_tree, object, part);
	json_object_put(object);
}

static void refuses_what_has_no_json(void **state)
{
	(void)state;
	unwritable(json_object_new_double(NAN), "finite");
	unwritable(json_object_new_double(INFINITY), "finite");
	unwritable(json_object_new_double(-INFINITY), "finite");
	unwritable(json_object_new_string_len("\xFF", 1), "UTF-8");
	unwritable(json_object_new_string_len("\xED\xA0\x80", 3), "UTF-8");
	unwritable(json_object_new_string_len("a\0b", 3), "UTF-8");
}

static void refuses_a_name_that_is_not_utf8(void **state)
{
	struct json_object *object = json_object_new_object();

	(void)state;
	json_object_object_add(object, "\xC3", json_object_new_int(1));
	assert_unwritable(&pgw_json_tree, object, "UTF-8");
	json_object_put(object);
}

static enum pgw_type foreign_type(const void *node)
{
	enum pgw_type type = pgw_json_tree.type(node);

	return type == PGW_STRING ? PGW_FOREIGN : type;
}

static void refuses_foreign_objects(void **state)
{
	struct pgw_tree tree = pgw_json_tree;
	void *node = node_of_json("{'a':[{'b':'an object'}]}");

	(void)state;
	tree.type = foreign_type;
	assert_unwritable(&tree, node, "object");
	pgw_json_free(node);
}

/* ---------------------------------------------------------------- reading */

struct parsed {
	const char *label;
	struct pgw_text text;
	bool good;
};

#define BYTES(literal) \
	{ \
		literal, sizeof(literal) - 1 \
	}

static const struct parsed parsed_rows[] = {
	{"object", BYTES("{}"), true}, {"list", BYTES("[]"), true},
	{"white space around", BYTES(" \t\r\n{\"a\" : 1} \r\n"), true}, {"trailing newline", BYTES("{\"a\":1}\n"), true},
	{"string", BYTES("\"x\""), true}, {"true", BYTES("true"), true}, {"number", BYTES("12345"), true},
	{"digit", BYTES("7"), true}, {"nothing", BYTES(""), false}, {"no pointer", {NULL, 0}, false},
	{"only white space", BYTES(" \n"), false}, {"trailing word", BYTES("{} x"), false},
	{"trailing value", BYTES("{}{}"), false}, {"trailing comma", BYTES("{\"a\":1,}"), false},
	{"trailing comma in a list", BYTES("[1,]"), false}, {"trailing zero byte", BYTES("{}\0"), false},
	{"zero byte and more", BYTES("{}\0{}"), false}, {"zero byte inside", BYTES("{\"a\0\":1}"), false},
	{"unfinished object", BYTES("{\"a\":1"), false}, {"unfinished string", BYTES("{\"a\":\"x"), false},
	{"unfinished list", BYTES("[1,2"), false}, {"unfinished word", BYTES("tru"), false},
	{"bare name", BYTES("{a:1}"), false}, {"comment", BYTES("{/* x */}"), false},
	{"leading zero", BYTES("{\"a\":007}"), false}, {"leading plus", BYTES("{\"a\":+7}"), false},
	{"upper-case word", BYTES("{\"a\":TRUE}"), false}, {"invalid UTF-8", BYTES("{\"a\":\"\xFF\"}"), false},
	{"cut UTF-8", BYTES("{\"a\":\"\xE2\x82\"}"), false}, {"invalid UTF-8 in a name", BYTES("{\"\xC3\":1}"), false},
	{"all lengths of UTF-8",
		BYTES("{\"a\":\"a\xC2\x80\xE0\xA0\x80\xED\x9F\xBF\xEE\x80\x80\xF0\x90\x80\x80\xF4\x8F\xBF\xBF\"}"), true},
	{"overlong slash", BYTES("{\"a\":\"\xC0\xAF\"}"), false},
	{"overlong slash in a name", BYTES("{\"\xC0\xAF\":1}"), false},
	{"overlong letter", BYTES("{\"a\":\"\xC1\x81\"}"), false},
	{"overlong of three bytes", BYTES("{\"a\":\"\xE0\x80\xAF\"}"), false},
	{"the last overlong of three bytes", BYTES("{\"a\":\"\xE0\x9F\xBF\"}"), false},
	{"overlong of four bytes", BYTES("{\"a\":\"\xF0\x8F\xBF\xBF\"}"), false},
	{"overlong zero byte", BYTES("{\"a\":\"\xC0\x80\"}"), false},
	{"first surrogate", BYTES("{\"a\":\"\xED\xA0\x80\"}"), false},
	{"last surrogate", BYTES("{\"a\":\"\xED\xBF\xBF\"}"), false},
	{"pair of surrogates", BYTES("{\"a\":\"\xED\xA0\xBD\xED\xB8\x80\"}"), false},
	{"past U+10FFFF", BYTES("{\"a\":\"\xF4\x90\x80\x80\"}"), false},
	{"far past U+10FFFF", BYTES("{\"a\":\"\xF7\xBF\xBF\xBF\"}"), false},
	{"five bytes", BYTES("{\"a\":\"\xF8\x88\x80\x80\x80\"}"), false},
	{"continuation alone", BYTES("{\"a\":\"\x80\"}"), false},
	/* json-c is kinder than the standard, even when told to be strict; PHP's parser, which the extension uses, is not.
	 */
	{"single quotes", BYTES("{'a':1}"), true}, {"NaN", BYTES("{\"a\":NaN}"), true},
	{"Infinity", BYTES("{\"a\":Infinity}"), true}, {"HTML", BYTES("<html><body>502</body></html>"), false},
	{"BOM", BYTES("\xEF\xBB\xBF{}"), false}, /* whoever reads a reply skips it first */
};

static void parses(void **state)
{
	const struct parsed *row = *state;
	char *copy = row->text.at ? malloc(row->text.length + 1) : NULL;
	void *node;

	if (copy) {
		memcpy(copy, row->text.at, row->text.length);
		copy[row->text.length] = 'x'; /* no zero byte helps at the end */
	}
	node = pgw_json_parse((struct pgw_text){copy, row->text.length}, 64);
	assert_int_equal(node != NULL, row->good);
	pgw_json_free(node);
	free(copy);
}

static const void *member_of(const void *object, const char *name)
{
	return pgw_json_tree.member(object, text_of(name));
}

static void parses_to_a_depth(void **state)
{
	static const char *const opens[] = {"[", "{\"a\":"}, *const closes[] = {"]", "}"};

	(void)state;
	for (size_t i = 0; i < COUNT(opens); i++) {
		char *fits = nested(opens[i], closes[i], 7), *deep = nested(opens[i], closes[i], 9);
		char *deepest = nested(opens[i], closes[i], 100000);
		void *node = pgw_json_parse(text_of(fits), 8);

		assert_non_null(node);
		pgw_json_free(node);
		assert_null(pgw_json_parse(text_of(deep), 8));
		assert_null(pgw_json_parse(text_of(deepest), 8));
		free(fits);
		free(deep);
		free(deepest);
	}
}

static void null_members_are_visible(void **state)
{
	void *node = node_of_json("{'a':null,'b':[null]}");

	(void)state;
	assert_non_null(member_of(node, "a"));
	assert_int_equal(pgw_json_tree.type(member_of(node, "a")), PGW_NULL);
	assert_null(member_of(node, "c"));
	assert_null(member_of(node, ""));
	pgw_json_free(node);
	pgw_json_free(NULL);
}

static void last_duplicate_wins(void **state)
{
	void *node = node_of_json("{'a':1,'b':2,'a':3}");

	(void)state;
	assert_int_equal(pgw_json_tree.integer(member_of(node, "a")), 3);
	pgw_json_free(node);
}

static void types_and_values(void **state)
{
	static const enum pgw_type types[] = {
		PGW_NULL, PGW_BOOLEAN, PGW_INTEGER, PGW_DOUBLE, PGW_STRING, PGW_LIST, PGW_OBJECT};
	void *node =
		node_of_json("{'0':null,'1':true,'2':-9223372036854775808,'3':1.5,'4':'a\\u0000b','5':[1],'6':{'x':1}}");
	char name[2] = "0";

	(void)state;
	for (size_t i = 0; i < COUNT(types); i++) {
		name[0] = (char)('0' + i);
		assert_int_equal(pgw_json_tree.type(member_of(node, name)), types[i]);
	}
	assert_true(pgw_json_tree.boolean(member_of(node, "1")));
	assert_true(pgw_json_tree.integer(member_of(node, "2")) == INT64_MIN);
	assert_true(pgw_json_tree.real(member_of(node, "3")) == 1.5);
	assert_int_equal(pgw_json_tree.text(member_of(node, "4")).length, 3);
	assert_memory_equal(pgw_json_tree.text(member_of(node, "4")).at, "a\0b", 3);
	pgw_json_free(node);
}

/*
 * A number that 64 bits cannot hold must not turn into another one. (One below INT64_MIN does: json-c makes it
 * INT64_MIN and leaves no trace.)
 */
static void big_integers_are_not_bent(void **state)
{
	static const char *const numbers[] = {
		"9223372036854775808", "18446744073709551615", "18446744073709551616", "99999999999999999999999999"};
	char json[64];

	(void)state;
	for (size_t i = 0; i < COUNT(numbers); i++) {
		const void *value;
		void *node;

		snprintf(json, sizeof(json), "{\"a\":%s}", numbers[i]);
		node = pgw_json_parse(text_of(json), 8);
		value = node ? member_of(node, "a") : NULL;
		if (value && pgw_json_tree.type(value) == PGW_INTEGER) {
			pgw_json_free(node);
			fail_msg("%s became an integer of 64 bits", numbers[i]);
		}
		pgw_json_free(node);
	}
}

static bool count_entries(void *context, struct pgw_text name, const void *value)
{
	size_t *count = context;

	(void)name, (void)value;
	return ++*count < 2;
}

static void each_stops_when_told(void **state)
{
	void *list = node_of_json("[1,2,3]"), *object = node_of_json("{'a':1,'b':2,'c':3}");
	size_t count = 0;

	(void)state;
	assert_false(pgw_json_tree.each(list, count_entries, &count));
	assert_int_equal(count, 2);
	count = 0;
	assert_false(pgw_json_tree.each(object, count_entries, &count));
	assert_int_equal(count, 2);
	pgw_json_free(list);
	pgw_json_free(object);
}

static void long_names_are_members_of_nothing(void **state)
{
	char *name = repeat("x", 200);
	void *node = node_of_json("{'x':1}");

	(void)state;
	assert_null(member_of(node, name));
	pgw_json_free(node);
	free(name);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(checks_come_first),
		cmocka_unit_test(writes_to_its_depth),
		cmocka_unit_test(refuses_what_has_no_json),
		cmocka_unit_test(refuses_a_name_that_is_not_utf8),
		cmocka_unit_test(refuses_foreign_objects),
		cmocka_unit_test(parses_to_a_depth),
		cmocka_unit_test(null_members_are_visible),
		cmocka_unit_test(last_duplicate_wins),
		cmocka_unit_test(types_and_values),
		cmocka_unit_test(big_integers_are_not_bent),
		cmocka_unit_test(each_stops_when_told),
		cmocka_unit_test(long_names_are_members_of_nothing),
	};
	int failed = cmocka_run_group_tests_name("json", tests, NULL, NULL);

	failed += RUN_ROWS("json: writing", written_rows, writes);
	failed += RUN_ROWS("json: reading", parsed_rows, parses);
	return failed != 0;
}
