/* Objects and lists inside parameters: what is refused with which path, and what is written. */
#include "fixture.h"

#include "text.h"

#include <json-c/json.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/*
 * Each row changes one value of a good bundle: `path` leads to it from the parameter, "0" is the first of a list, and
 * the JSON is put there, or taken away when it is NULL.
 */
#define CLASSIC_ITEM   "{'positionId':1,'name':'Tea','quantity':{'value':1,'measure':'pc'}}"
#define CLASSIC_BUNDLE "{'cartItems':{'items':[" CLASSIC_ITEM "," CLASSIC_ITEM "," CLASSIC_ITEM "]}}"
#define SBERBANK_ITEM \
	"{'positionId':'1','itemCode':'c','name':'Tea','quantity':{'value':1},'itemPrice':100," \
	"'itemAmount':100,'paymentMethod':'advance','paymentObject':'1','tax':{'taxType':6}}"
#define SBERBANK_BUNDLE "{'cartItems':{'items':[" SBERBANK_ITEM "]}}"

static struct json_object *step_into(struct json_object *node, const char *name)
{
	struct json_object *next = NULL;

	if (json_object_is_type(node, json_type_array)) {
		next = json_object_array_get_idx(node, strtoul(name, NULL, 10));
	} else {
		json_object_object_get_ex(node, name, &next);
	}
	if (!next) {
		fail_msg("the test's own path is wrong at %s", name);
	}
	return next;
}

static void put(struct json_object *node, const char *path, const char *json)
{
	struct json_object *value = NULL, *wrapped = NULL;
	char *copy = strdup(path), *rest = copy, *name = strsep(&rest, ".");
	char whole[2048];

	for (; rest; name = strsep(&rest, ".")) {
		node = step_into(node, name);
	}
	if (json) {
		snprintf(whole, sizeof(whole), "[%s]", json);
		wrapped = node_of_json(whole);
		value = json_object_get(json_object_array_get_idx(wrapped, 0));
		json_object_put(wrapped);
	}
	if (json_object_is_type(node, json_type_array)) {
		json_object_array_put_idx(node, strtoul(name, NULL, 10), value);
	} else if (json) {
		json_object_object_add(node, name, value);
	} else {
		json_object_object_del(node, name);
	}
	free(copy);
}

static struct pgw_client *client_in(enum pgw_dialect dialect, bool extra)
{
	char options[96];

	snprintf(options, sizeof(options), "{'dialect':'%s','extraParameters':%s}", pgw_dialect_name(dialect),
		extra ? "true" : "false");
	return client_of(options);
}

static void build_with(struct built *built, const struct pgw_client *client, enum pgw_dialect dialect,
	const char *method, struct json_object *value, const char *parameter)
{
	struct json_object *parameters = node_of_json(least_parameters_in(dialect, method));

	json_object_object_add(parameters, parameter, value);
	build_nodes(built, client, method, &pgw_json_tree, NULL, parameters);
}

/* ---------------------------------------------------------------- what is taken and what is refused */

struct nested {
	const char *label;
	enum pgw_dialect dialect;
	const char *path; /* inside orderBundle */
	const char *json; /* NULL: taken away */
	const char *part; /* of the message; NULL: it is taken */
};

#define CLASSIC(path, json, part) \
	{ \
		path " " #json, PGW_DIALECT_CLASSIC, path, json, part \
	}
#define SBERBANK(path, json, part) \
	{ \
		path " " #json, PGW_DIALECT_SBERBANK, path, json, part \
	}
#define ITEM  "cartItems.items.2"
#define FIRST "cartItems.items.0"

static const struct nested nested_rows[] = {
	/* ---- what is missing */
	CLASSIC("cartItems", NULL, "register: orderBundle.cartItems is missing"),
	CLASSIC("cartItems", "{}", "register: orderBundle.cartItems.items is missing"),
	CLASSIC("cartItems", "[]", "register: orderBundle.cartItems.items is missing"),
	CLASSIC("cartItems", "null", "register: orderBundle.cartItems must be given, null given"),
	CLASSIC(ITEM ".name", NULL, "register: orderBundle.cartItems.items[2].name is missing"),
	CLASSIC(ITEM ".name", "null", "register: orderBundle.cartItems.items[2].name must be given, null given"),
	CLASSIC(ITEM ".positionId", NULL, "items[2].positionId is missing"),
	CLASSIC(ITEM ".quantity", NULL, "items[2].quantity is missing"),
	CLASSIC(ITEM ".quantity", "[]", "items[2].quantity.value is missing"),
	CLASSIC(ITEM ".quantity.value", NULL, "items[2].quantity.value is missing"),
	CLASSIC(ITEM ".quantity.measure", NULL, "items[2].quantity.measure is missing"),
	CLASSIC(ITEM, "{}", "items[2].positionId is missing"),
	CLASSIC(ITEM, "[]", "items[2].positionId is missing"),
	CLASSIC(ITEM ".itemDetails", "{'itemDetailsParams':[{'name':'n','value':'v'},{'name':'n'}]}",
		"register: orderBundle.cartItems.items[2].itemDetails.itemDetailsParams[1].value is missing"),
	CLASSIC("customerDetails", "{'deliveryInfo':{'city':'x','postAddress':'y'}}",
		"register: orderBundle.customerDetails.deliveryInfo.country is missing"),
	SBERBANK(FIRST ".itemCode", NULL, "items[0].itemCode is missing"),
	SBERBANK(FIRST ".tax", NULL, NULL), /* only a fiscal receipt needs it */
	SBERBANK(FIRST ".tax", "{}", "items[0].tax.taxType is missing"),
	SBERBANK("company", "{'email':'a@b','sno':'osn','inn':'1234567890'}",
		"register: orderBundle.company.paymentAddress is missing"),
	SBERBANK("payments", "[{'type':1,'sum':5},{'type':1}]", "register: orderBundle.payments[1].sum is missing"),
	SBERBANK(FIRST ".agentInfo", "{}", "items[0].agentInfo.type is missing"),
	/* ---- empty things that may be */
	CLASSIC("customerDetails", "{}", NULL),
	CLASSIC("customerDetails", "[]", NULL),
	CLASSIC("loyalties", "[]", NULL),
	CLASSIC("cartItems.items", "[]", NULL),
	CLASSIC(ITEM ".itemDetails", "{'itemDetailsParams':[]}", NULL),
	CLASSIC(ITEM ".itemAttributes", "[]", NULL),
	SBERBANK("payments", "[]", NULL),
	SBERBANK(FIRST ".supplierInfo", "{'phones':[]}", NULL),
	/* ---- what is not an object, and what is no list */
	CLASSIC("cartItems", "'{}'",
		"register: orderBundle.cartItems must be an array with names (not JSON text), string given"),
	CLASSIC("cartItems", "5", "an array with names (not JSON text), int given"),
	CLASSIC(
		"cartItems.items", "{'a':{}}", "register: orderBundle.cartItems.items must be a list of arrays, array given"),
	CLASSIC("cartItems.items", "{'7':{}}", "register: orderBundle.cartItems.items[0].positionId is missing"),
	CLASSIC("cartItems.items", "'x'", "items must be a list of arrays, string given"),
	CLASSIC("cartItems.items", "[5]", "items must be a list of arrays, int given"),
	CLASSIC("cartItems.items", "[null]", "items must be a list of arrays, null given"),
	CLASSIC("cartItems.items", "['x']", "items must be a list of arrays, string given"),
	CLASSIC("cartItems.items", "[['x']]", "items must be a list of arrays, list given"),
	CLASSIC(ITEM ".quantity", "1", "items[2].quantity must be an array with names (not JSON text), int given"),
	CLASSIC(ITEM ".quantity", "[1]", "items[2].quantity must be an array with names (not JSON text), list given"),
	CLASSIC(ITEM ".itemDetails", "{'itemDetailsParams':{'name':'n','value':'v'}}",
		"items[2].itemDetails.itemDetailsParams must be a list of arrays, array given"),
	CLASSIC("customerDetails", "['x']",
		"orderBundle.customerDetails must be an array with names (not JSON text), list given"),
	SBERBANK("payments", "{'type':1,'sum':1}", "orderBundle.payments must be a list of arrays, array given"),
	SBERBANK(FIRST ".supplierInfo", "{'phones':'1234567'}",
		"items[0].supplierInfo.phones must be a list of strings, string given"),
	SBERBANK(FIRST ".supplierInfo", "{'phones':{'a':'1234567'}}", "phones must be a list of strings, array given"),
	SBERBANK(FIRST ".supplierInfo", "{'phones':[1.5]}", "phones must be a list of strings of the right length"),
	SBERBANK(FIRST ".supplierInfo", "{'phones':[null]}", "phones must be a list of strings of the right length"),
	SBERBANK(FIRST ".supplierInfo", "{'phones':['123456']}", "strings of the right length"),
	SBERBANK(FIRST ".supplierInfo", "{'phones':['1234567','12345678901234567']}", "strings of the right length"),
	SBERBANK(FIRST ".supplierInfo", "{'phones':['1234567','1234567890123456']}", NULL),
	SBERBANK(FIRST ".supplierInfo", "{'phones':['1234567\\u0000']}", "strings of the right length"),
	/* ---- what is unknown */
	CLASSIC(
		ITEM ".nam", "'x'", "register: parameter orderBundle.cartItems.items[2].nam is unknown; did you mean name?"),
	CLASSIC(ITEM ".Name", "'x'", "items[2].Name is unknown; did you mean name?"),
	CLASSIC(ITEM ".zzzzzzzzzz", "'x'", "items[2].zzzzzzzzzz is unknown"),
	CLASSIC(ITEM ".zzzzzzzzzz", "null", "items[2].zzzzzzzzzz is unknown"),
	CLASSIC(ITEM ".quantity.valeu", "1", "items[2].quantity.valeu is unknown; did you mean value?"),
	CLASSIC("cartItem", "{}", "parameter orderBundle.cartItem is unknown; did you mean cartItems?"),
	CLASSIC("customerDetails", "{'deliveryInfo':{'City':'x'}}",
		"orderBundle.customerDetails.deliveryInfo.City is unknown; did you mean city?"),
	CLASSIC("ffdVersion", "'1.2'", "orderBundle.ffdVersion is unknown"), /* Sberbank's */
	SBERBANK("loyalties", "{}", "orderBundle.loyalties is unknown"),     /* not Sberbank's */
	/* A credential's name is one only at the top. */
	CLASSIC("password", "'x'", "orderBundle.password is unknown"),
	/* ---- an open object */
	CLASSIC("loyalties", "{'any':{'thing':[1,null,1.5]}}", NULL),
	CLASSIC("loyalties", "{'bonusAmountForCredit':'5','any':1}",
		"orderBundle.loyalties.bonusAmountForCredit must be an int in minor units, string given"),
	CLASSIC(ITEM ".itemAttributes", "{'attributes':[{'name':'n','value':1.5,'deep':null}]}", NULL),
	/* ---- each type, at both of its borders */
	CLASSIC(ITEM ".name", "''", "items[2].name is empty"),
	CLASSIC(ITEM ".name", "5", NULL),
	CLASSIC(ITEM ".name", "5.5", "items[2].name must be a string or an int, float given"),
	CLASSIC(ITEM ".name", "'a\\u0000'", "items[2].name must be valid UTF-8 without zero bytes"),
	CLASSIC(ITEM ".positionId", "0", NULL),
	CLASSIC(ITEM ".positionId", "999999999999", NULL),
	CLASSIC(ITEM ".positionId", "1000000000000", "items[2].positionId must be 1 to 12 digits"),
	CLASSIC(ITEM ".positionId", "-1", "items[2].positionId must be decimal digits"),
	CLASSIC(ITEM ".positionId", "1.0", "items[2].positionId must be decimal digits, string or int, float given"),
	CLASSIC(ITEM ".positionId", "'x'", "items[2].positionId must be decimal digits"),
	CLASSIC(ITEM ".positionId", "''", "items[2].positionId is empty"),
	CLASSIC(ITEM ".itemAmount", "0", NULL),
	CLASSIC(ITEM ".itemAmount", "999999999999", NULL),
	CLASSIC(ITEM ".itemAmount", "1000000000000", "items[2].itemAmount must be an int of at most 12 digits"),
	CLASSIC(ITEM ".itemAmount", "-1", "items[2].itemAmount must be in minor units and not negative"),
	CLASSIC(ITEM ".itemAmount", "'100'", "items[2].itemAmount must be an int in minor units, string given"),
	CLASSIC(ITEM ".itemAmount", "100.0", "items[2].itemAmount must be an int in minor units, float given"),
	CLASSIC(ITEM ".itemPrice", "999999999999999999", NULL),
	CLASSIC(ITEM ".itemPrice", "1000000000000000000", "items[2].itemPrice must be an int of at most 18 digits"),
	CLASSIC(ITEM ".itemCurrency", "978", NULL),
	CLASSIC(ITEM ".itemCurrency", "'036'", NULL),
	CLASSIC(ITEM ".itemCurrency", "3600", "items[2].itemCurrency must be exactly 3 digits"),
	CLASSIC(ITEM ".quantity.value", "'1.500'", NULL),
	CLASSIC(ITEM ".quantity.value", "0.5", NULL),
	CLASSIC(ITEM ".quantity.value", "0", NULL),
	CLASSIC(ITEM ".itemAttributes", "['x']", "items[2].itemAttributes must be an array with names"),
	CLASSIC(ITEM ".quantity.value", "1.2345", "items[2].quantity.value must be a number with at most 3 decimals"),
	CLASSIC(ITEM ".quantity.value", "'1e3'", "items[2].quantity.value must be a number with at most 3 decimals"),
	CLASSIC(ITEM ".quantity.value", "-1", "items[2].quantity.value must be a number with at most 3 decimals"),
	CLASSIC(ITEM ".quantity.value", "true", "items[2].quantity.value must be a number"),
	CLASSIC(ITEM ".tax", "{'taxType':6,'taxSum':0}", NULL),
	CLASSIC(ITEM ".tax", "{'taxType':100}", "items[2].tax.taxType must be 1 to 2 digits"),
	CLASSIC(ITEM ".discount", "{'discountType':'percent','discountValue':10}", NULL),
	CLASSIC(ITEM ".discount", "{'discountType':'percent'}", "items[2].discount.discountValue is missing"),
	CLASSIC("orderCreationDate", "'2026-02-28T00:00:00'", NULL),
	CLASSIC("orderCreationDate", "'2026-02-29T00:00:00'", "register: orderBundle.orderCreationDate must be a date"),
	CLASSIC("orderCreationDate", "20260228", "a date and time that exists, as yyyy-MM-ddTHH:mm:ss, int given"),
	CLASSIC(ITEM ".tax", "{'taxType':13}", NULL),
	CLASSIC("customerDetails", "{'phone':'123456'}", "orderBundle.customerDetails.phone must be 7 to 16"),
	CLASSIC("customerDetails", "{'phone':'1234567','contact':''}", NULL),
	CLASSIC("customerDetails", "{'deliveryInfo':{'country':'KZ','city':'','postAddress':'y'}}", NULL),
	CLASSIC("customerDetails", "{'deliveryInfo':{'country':'KAZ','city':'','postAddress':'y'}}",
		"orderBundle.customerDetails.deliveryInfo.country must be exactly 2 characters"),
	SBERBANK("ismOptional", "true", NULL),
	SBERBANK("ismOptional", "1", "register: orderBundle.ismOptional must be a bool, int given"),
	SBERBANK("ismOptional", "'true'", "orderBundle.ismOptional must be a bool, string given"),
	SBERBANK(FIRST ".positionId", "7", NULL),
	SBERBANK(FIRST ".positionId", "'1x'", "items[0].positionId must be decimal digits"),
	SBERBANK(FIRST ".itemAmount", "9999999999", NULL),
	SBERBANK(FIRST ".itemAmount", "10000000000", "items[0].itemAmount must be an int of at most 10 digits"),
	SBERBANK(FIRST ".markQuantity", "{'markQuantityNumerator':'1','markQuantityDenominator':2}", NULL),
	SBERBANK(FIRST ".markQuantity", "{'markQuantityNumerator':'','markQuantityDenominator':2}",
		"markQuantityNumerator is empty"),
	SBERBANK(FIRST ".markCode", "{'ean13':'1234567890123','ean8':12345678}", NULL),
	SBERBANK(FIRST ".markCode", "{'ean13':'123456789012'}", "markCode.ean13 must be exactly 13 digits"),
	SBERBANK(FIRST ".agentInfo",
		"{'type':'another','moneyTransferOperator':{'inn':'123456789012','phones':['+71234567890']}}", NULL),
	SBERBANK(FIRST ".agentInfo", "{'type':'another','moneyTransferOperator':{'inn':'1'}}",
		"orderBundle.cartItems.items[0].agentInfo.moneyTransferOperator.inn must be exactly 12 digits"),
	SBERBANK(FIRST ".sectoralItemProps", "[{},{'federalId':'1234'}]",
		"items[0].sectoralItemProps[1].federalId must be exactly 3 characters"),
	/* ---- what nobody checks until it is written */
	CLASSIC(ITEM ".itemAttributes", "{'a':'\\u0000'}", "register: orderBundle cannot be written as JSON: a text"),
	CLASSIC("loyalties", "{'a':NaN}", "register: orderBundle cannot be written as JSON: a number is not finite"),
};

static void try_nested(const struct nested *row, const char *good_bundle)
{
	struct pgw_client *client = client_in(row->dialect, false);
	struct json_object *bundle = node_of_json(good_bundle);
	struct built built;

	put(bundle, row->path, row->json);
	build_with(&built, client, row->dialect, "register", bundle, "orderBundle");
	if (built.good != !row->part) {
		fail_msg("%s: %s", built.good ? "taken" : "refused", built.error.message);
	}
	if (row->part) {
		assert_int_equal(built.error.kind, PGW_ERROR_ARGUMENT);
		assert_memory_equal(built.error.message, "register: ", 10);
		assert_holds(built.error.message, row->part);
		assert_null(built.request.uri);
		assert_null(built.request.body.at);
		assert_null(built.request.secrets.at);
	}
	built_free(&built);
	pgw_client_free(client);
}

static void checks_what_is_inside(void **state)
{
	const struct nested *row = *state;

	try_nested(row, row->dialect == PGW_DIALECT_SBERBANK ? SBERBANK_BUNDLE : CLASSIC_BUNDLE);
}

/* ---------------------------------------------------------------- every member of every row */

/* The good value of a parameter, as short or as long as may be. */
static struct json_object *value_of(const struct pgw_parameter *parameter, bool longest);

static struct json_object *object_of(const struct pgw_parameter *members, bool longest)
{
	struct json_object *object = json_object_new_object();

	for (; members && members->name; members++) {
		if (longest || members->flags & PGW_MANDATORY) {
			json_object_object_add(object, members->name, value_of(members, longest));
		}
	}
	return object;
}

static struct json_object *list_with(struct json_object *entry)
{
	struct json_object *list = json_object_new_array();

	json_object_array_add(list, entry);
	return list;
}

static struct json_object *characters(const char *unit, size_t count)
{
	char *text = repeat(unit, count);
	struct json_object *string = json_object_new_string(text);

	free(text);
	return string;
}

/* Of that many characters, and an address where the row wants one. */
static struct json_object *text_for(const struct pgw_parameter *parameter, const char *unit, size_t count)
{
	static const char scheme[] = "https://";
	struct json_object *string;
	char *text, *whole = NULL;

	if (!(parameter->flags & PGW_HTTPS) || count < strlen(scheme)) {
		return characters(unit, count);
	}
	text = repeat(unit, count - strlen(scheme));
	assert_true(asprintf(&whole, "%s%s", scheme, text) > 0);
	string = json_object_new_string(whole);
	free(whole);
	free(text);
	return string;
}

static struct json_object *amount_of(const struct pgw_parameter *parameter, bool longest)
{
	int64_t amount = 1;

	for (int i = 0; longest && i < parameter->maximum; i++) {
		amount *= 10;
	}
	return json_object_new_int64(longest ? amount - 1 : amount);
}

/* The last word or the first. */
static struct json_object *word_of(const char *words, bool last)
{
	const char *bar = strrchr(words, '|');
	const char *word = last && bar ? bar + 1 : words;

	return json_object_new_string_len(word, (int)strcspn(word, "|"));
}

static struct json_object *value_of(const struct pgw_parameter *parameter, bool longest)
{
	size_t count = longest ? parameter->maximum : parameter->minimum;

	switch (parameter->type) {
		case PGW_TAKES_TEXT:
			/* An empty text would count as not given. */
			return text_for(parameter, "\xE2\x82\xAC", count ? count : 1);
		case PGW_TAKES_DIGITS:
		case PGW_TAKES_INTEGER:
			return characters("7", count ? count : 1);
		case PGW_TAKES_RANGE:
			return json_object_new_int((int)count);
		case PGW_TAKES_AMOUNT:
			return amount_of(parameter, longest);
		case PGW_TAKES_QUANTITY:
			return json_object_new_string(longest ? "12345678901234.125" : "1");
		case PGW_TAKES_BOOLEAN:
			return json_object_new_boolean(longest);
		case PGW_TAKES_DATE_TIME:
			return json_object_new_string("2026-11-21T23:59:59");
		case PGW_TAKES_ZONED_DATE_TIME:
			return json_object_new_string("2026-11-21T23:59:59.999+1800");
		case PGW_TAKES_WORD:
			return word_of(parameter->words, longest);
		case PGW_TAKES_FEATURES:
			return json_object_new_string("FORCE_TDS");
		case PGW_TAKES_TEXT_LIST:
			return list_with(characters("p", count));
		case PGW_TAKES_LIST:
			return list_with(object_of(parameter->members, longest));
		case PGW_TAKES_TEXTS: /* its members exclude each other: test_own_mpi.c */
		case PGW_TAKES_PAIRS:
			return object_of(NULL, longest);
		case PGW_TAKES_OBJECT:
			return object_of(parameter->members, longest);
	}
	return NULL;
}

struct member_trial {
	enum pgw_dialect dialect;
	const struct pgw_method *method;
	const struct pgw_client *client;
	struct json_object *whole, *inner; /* the parameters, and the object that the member is in */
	char path[512];
	size_t tried;
};

static void expect(struct member_trial *trial, bool good, const char *part, const char *what)
{
	struct json_object *copy = NULL;
	struct built built;

	assert_int_equal(json_object_deep_copy(trial->whole, &copy, NULL), 0);
	build_nodes(&built, trial->client, trial->method->name, &pgw_json_tree, NULL, copy);
	if (built.good != good || (!good && !strstr(built.error.message, part))) {
		fail_msg("%s: %s %s: %s", trial->method->name, trial->path, what, built.good ? "taken" : built.error.message);
	}
	built_free(&built);
	trial->tried++;
}

static bool is_exclusive(const struct member_trial *trial, const char *name)
{
	const struct pgw_wire *wire = &trial->method->wire[trial->dialect];

	for (const struct pgw_rule *rule = wire->rules; rule && rule->when; rule++) {
		if (rule->without && strcmp(rule->when, name) == 0) {
			return true;
		}
	}
	return wire->not_both && pgw_words_hold(wire->not_both[0], name);
}

/* The value of the first of "a.b|c", as a text, or NULL. */
static const char *given(const struct member_trial *trial, const char *names)
{
	char *copy = strndup(names, strcspn(names, "|")), *rest = copy, *name;
	struct json_object *value = trial->whole;

	while (value && (name = strsep(&rest, "."))) {
		value = json_object_object_get(value, name);
	}
	free(copy);
	return value ? json_object_get_string(value) : NULL;
}

/* What a rule demands may not be null among all others. */
static bool is_needed(const struct member_trial *trial)
{
	for (const struct pgw_rule *rule = trial->method->wire[trial->dialect].rules; rule && rule->when; rule++) {
		const char *value = given(trial, rule->when);
		bool applies = value && (!rule->is || (!rule->with && pgw_words_hold(rule->is, value)));

		if (rule->needs && strcmp(rule->needs, trial->path) == 0 && applies) {
			return true;
		}
	}
	return false;
}

/* One value in, one look, and the good value back. */
static void expect_with(
	struct member_trial *trial, const char *name, struct json_object *value, bool good, const char *what)
{
	struct json_object *before = json_object_get(json_object_object_get(trial->inner, name));

	json_object_object_add(trial->inner, name, value);
	expect(trial, good, is_needed(trial) ? name : trial->path, what);
	if (before) {
		json_object_object_add(trial->inner, name, before);
	} else {
		json_object_object_del(trial->inner, name);
	}
}

static struct json_object *wrong_type(const struct pgw_parameter *parameter)
{
	return parameter->type == PGW_TAKES_BOOLEAN ? json_object_new_int(1) : json_object_new_boolean(true);
}

static void try_lengths(struct member_trial *trial, const struct pgw_parameter *parameter)
{
	const char *unit = parameter->type == PGW_TAKES_TEXT ? "\xC3\xA9" : "7";
	bool text = parameter->type == PGW_TAKES_TEXT;

	if ((!text && parameter->type != PGW_TAKES_DIGITS && parameter->type != PGW_TAKES_INTEGER) ||
		parameter->maximum == 0) {
		return;
	}
	if (parameter->minimum > 1 && parameter->spelling == PGW_SPELLED_AS_GIVEN) {
		expect_with(trial, parameter->name, text_for(parameter, unit, parameter->minimum - 1u), false, "too short");
	}
	if (parameter->minimum > 0) {
		expect_with(trial, parameter->name, text_for(parameter, unit, parameter->minimum), true, "shortest");
	}
	expect_with(trial, parameter->name, text_for(parameter, unit, parameter->maximum), true, "longest");
	expect_with(trial, parameter->name, text_for(parameter, unit, parameter->maximum + 1u), false, "too long");
	expect_with(trial, parameter->name, text_for(parameter, unit, parameter->maximum + 65536u), false, "far too long");
}

/* The numbers at both ends, as ints and as digits, and those beyond. */
static void try_range(struct member_trial *trial, const struct pgw_parameter *parameter)
{
	char digits[16];

	for (int i = -1; parameter->type == PGW_TAKES_RANGE && i <= 1; i++) {
		int low = parameter->minimum + i, high = parameter->maximum + i;

		expect_with(trial, parameter->name, json_object_new_int(low), i >= 0, "at its low end");
		expect_with(trial, parameter->name, json_object_new_int(high), i <= 0, "at its high end");
		snprintf(digits, sizeof(digits), "0%d", high);
		expect_with(trial, parameter->name, json_object_new_string(digits), i <= 0, "at its high end, digits");
	}
	if (parameter->type == PGW_TAKES_RANGE) {
		expect_with(trial, parameter->name, json_object_new_string(""), !(parameter->flags & PGW_MANDATORY), "empty");
		expect_with(trial, parameter->name, json_object_new_string("1x"), false, "no digits");
		expect_with(trial, parameter->name, json_object_new_string("00000000000001"), false, "endless");
		expect_with(trial, parameter->name, json_object_new_double(parameter->minimum), false, "a float");
		expect_with(trial, parameter->name, json_object_new_int64(INT64_C(4294967297)), false, "beyond 32 bits");
	}
}

/* Each word goes, and neither a longer one does, nor all of them. */
static void try_words(struct member_trial *trial, const struct pgw_parameter *parameter)
{
	char *copy = parameter->type == PGW_TAKES_WORD ? strdup(parameter->words) : NULL, *rest = copy, *word, longer[64];

	while ((word = strsep(&rest, "|"))) {
		expect_with(trial, parameter->name, json_object_new_string(word), true, "one of its words");
		snprintf(longer, sizeof(longer), "%s-", word);
		expect_with(trial, parameter->name, json_object_new_string(longer), false, "a longer word");
	}
	if (copy) {
		expect_with(trial, parameter->name, json_object_new_string(parameter->words), false, "all of its words");
	}
	free(copy);
}

static void try_members(struct member_trial *trial, const struct pgw_parameter *members, const char *outer);

static void try_inner(struct member_trial *trial, const struct pgw_parameter *parameter)
{
	struct json_object *outer = trial->inner, *inner = json_object_object_get(outer, parameter->name);
	char path[sizeof(trial->path) + 4];

	snprintf(path, sizeof(path), "%s%s.", trial->path, parameter->type == PGW_TAKES_LIST ? "[0]" : "");
	trial->inner = parameter->type == PGW_TAKES_LIST ? json_object_array_get_idx(inner, 0) : inner;
	try_members(trial, parameter->members, path);
	trial->inner = outer;
}

static void try_members(struct member_trial *trial, const struct pgw_parameter *members, const char *outer)
{
	for (const struct pgw_parameter *member = members; member->name; member++) {
		if (is_exclusive(trial, member->name)) {
			continue;
		}
		snprintf(trial->path, sizeof(trial->path), "%.400s%.80s", outer, member->name);
		expect_with(trial, member->name, wrong_type(member), false, "of a wrong type");
		expect_with(trial, member->name, NULL, !(member->flags & PGW_MANDATORY) && !is_needed(trial), "null");
		try_lengths(trial, member);
		try_range(trial, member);
		try_words(trial, member);
		if (member->members && member->type != PGW_TAKES_TEXTS && member->type != PGW_TAKES_PAIRS) {
			try_inner(trial, member);
		}
	}
}

static bool is_mandatory(const struct pgw_parameter *parameters, const char *name)
{
	while (parameters->name && strcmp(parameters->name, name) != 0) {
		parameters++;
	}
	return parameters->name && parameters->flags & PGW_MANDATORY;
}

/* Every member that any method takes, in its place among all others: its type, its borders and its null. */
static void every_member_is_checked(void **state)
{
	size_t tried = 0;

	(void)state;
	for (const struct pgw_method *method = pgw_methods(); method->name; method++) {
		for (int dialect = 0; dialect < PGW_DIALECTS; dialect++) {
			const struct pgw_parameter *parameters = method->wire[dialect].parameters;
			struct member_trial trial = {.dialect = (enum pgw_dialect)dialect, .method = method};

			if (!parameters) {
				continue;
			}
			trial.client = client_in(trial.dialect, false);
			trial.whole = trial.inner = object_of(parameters, true);
			if (method->wire[dialect].not_both) {
				json_object_object_del(trial.whole, strchr(method->wire[dialect].not_both[0], '|') + 1);
			}
			/* Without the payer neither a code nor two phases: those are tried, and the words of tii elsewhere. */
			if (is_exclusive(&trial, "tii") && !is_mandatory(parameters, "tii")) {
				json_object_object_del(trial.whole, "tii");
			}
			expect(&trial, true, "", "whole");
			/* An order has two names, and a card several: take one away and the rest is enough. */
			try_members(&trial, parameters, "");
			json_object_put(trial.whole);
			pgw_client_free((struct pgw_client *)trial.client);
			tried += trial.tried;
		}
	}
	assert_true(tried > 3000);
}

/* ---------------------------------------------------------------- extraParameters */

static void extras_are_taken_inside_too(void **state)
{
	static const struct {
		const char *path, *json;
		bool good;
	} rows[] = {
		{"new", "{'a':[1,2.5,null]}", true},
		{ITEM ".new", "5", true},
		{ITEM ".quantity.new", "null", true},
		{"cartItems.new", "'x'", true},
		/* What is known is checked still. */
		{ITEM ".name", "5.5", false},
		{"customerDetails", "['x']", false}, /* no list passes for an object, nor inside one */
		{"cartItems.items", "[[{'name':true}]]", false},
		{ITEM ".name", NULL, false},
		{ITEM ".quantity.value", "'x'", false},
		{"cartItems", NULL, false},
	};
	struct pgw_client *client = client_in(PGW_DIALECT_CLASSIC, true);

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct json_object *bundle = node_of_json(CLASSIC_BUNDLE);
		struct built built;

		put(bundle, rows[i].path, rows[i].json);
		build_with(&built, client, PGW_DIALECT_CLASSIC, "register", bundle, "orderBundle");
		if (built.good != rows[i].good) {
			fail_msg("%s: %s", rows[i].path, built.good ? "taken" : built.error.message);
		}
		built_free(&built);
	}
	pgw_client_free(client);
}

/* ---------------------------------------------------------------- how it is written */

struct written {
	const char *label;
	enum pgw_dialect dialect;
	const char *method, *parameter;
	const char *json;
	const char *expected; /* the parameter's JSON */
};

static const struct written written_rows[] = {
	{"types of the classic cart", PGW_DIALECT_CLASSIC, "register", "orderBundle",
		"{'cartItems':{'items':[{'positionId':'01','name':'\xC3\xA9','quantity':{'value':'1.500','measure':'5'},"
		"'itemAmount':100,'itemCurrency':'978','tax':{'taxType':'6'}}]}}",
		"{'cartItems':{'items':[{'positionId':1,'name':'\xC3\xA9','quantity':{'value':1.500,'measure':'5'},'itemAmount'"
		":100,'itemCurrency':978,'tax':{'taxType':6}}]}}"},
	{"types of Sberbank's cart", PGW_DIALECT_SBERBANK, "register", "orderBundle",
		"{'cartItems':{'items':[{'positionId':1,'itemCode':'c','name':'n','quantity':{'value':0.5,'measure':11},"
		"'itemPrice':1,'itemAmount':2,'paymentMethod':'a','paymentObject':'1','tax':{'taxType':6},'excise':5,"
		"'itemCurrency':'643'}]},'total':2,'ismOptional':false}",
		"{'cartItems':{'items':[{'positionId':'1','itemCode':'c','name':'n','quantity':{'value':0.5,'measure':'11'},"
		"'itemPrice':1,'itemAmount':2,'paymentMethod':'a','paymentObject':'1','tax':{'taxType':6},'excise':'5',"
		"'itemCurrency':643}]},'total':2,'ismOptional':false}"},
	{"null members are left out", PGW_DIALECT_CLASSIC, "register", "orderBundle",
		"{'orderCreationDate':null,'customerDetails':{'email':null,'deliveryInfo':null},'cartItems':{'items':[{"
		"'positionId':1,'name':'n','itemCode':null,'quantity':{'value':1,'measure':'m'}}]}}",
		"{'customerDetails':{},'cartItems':{'items':[{'positionId':1,'name':'n','quantity':{'value':1,'measure':'m'}}]}"
		"}"},
	{"empty arrays for objects and lists", PGW_DIALECT_CLASSIC, "register", "orderBundle",
		"{'customerDetails':[],'loyalties':[],'cartItems':{'items':[]}}",
		"{'customerDetails':{},'loyalties':{},'cartItems':{'items':[]}}"},
	{"quantity 1", PGW_DIALECT_CLASSIC, "deposit", "depositItems",
		"{'items':[{'positionId':1,'name':'n','quantity':{'value':1,'measure':'m'}}]}",
		"{'items':[{'positionId':1,'name':'n','quantity':{'value':1,'measure':'m'}}]}"},
	{"refundItems", PGW_DIALECT_CLASSIC, "refund", "refundItems",
		"{'items':[{'positionId':1,'name':'n','quantity':{'value':1.0,'measure':'m'}}]}",
		"{'items':[{'positionId':1,'name':'n','quantity':{'value':1,'measure':'m'}}]}"},
	{"an open object as it is", PGW_DIALECT_CLASSIC, "register", "orderBundle",
		"{'cartItems':{'items':[]},'loyalties':{'x':null,'y':[],'bonusAmountForDebit':5}}",
		"{'cartItems':{'items':[]},'loyalties':{'y':[],'bonusAmountForDebit':5}}"},
	{"browser data", PGW_DIALECT_CLASSIC, "paymentOrder", "clientBrowserInfo",
		"{'colorDepth':24,'screenHeight':'1080','screenWidth':1920,'javaEnabled':false}",
		"{'colorDepth':'24','screenHeight':1080,'screenWidth':1920,'javaEnabled':false}"},
	{"sub-merchants", PGW_DIALECT_CLASSIC, "register", "paymentFacilitator",
		"{'pfId':'1','name':'n','subMerchants':[{'subMerchantId':'2','name':'m','address':{'city':'c','postalCode':'p',"
		"'country':'KZ'}}]}",
		"{'pfId':'1','name':'n','subMerchants':[{'subMerchantId':'2','name':'m','address':{'city':'c','postalCode':'p',"
		"'country':'KZ'}}]}"},
	{"Sberbank's jsonParams as they are", PGW_DIALECT_SBERBANK, "register", "jsonParams",
		"{'app2app':true,'app.deepLink':'x://','n':5,'o':{'l':[]},'z':null}",
		"{'app2app':true,'app.deepLink':'x://','n':5,'o':{'l':[]}}"},
};

/* The parameter's value out of a body of either kind; freed by the caller. */
static char *sent_json(const struct built *built, const char *name)
{
	char start[128], *json = malloc(built->request.body.length + 1), *to = json;
	const char *at;

	snprintf(start, sizeof(start), built->request.json ? ",\"%s\":" : "&%s=", name);
	at = strstr(built->request.body.at, start);
	assert_non_null(at);
	at += strlen(start);
	if (built->request.json) {
		strcpy(json, at);
		json[strlen(json) - 1] = '\0'; /* it is the last of the body */
		return json;
	}
	for (; *at && *at != '&'; at += *at == '%' ? 3 : 1) {
		unsigned code = (unsigned char)*at;

		assert_true(*at != '%' || sscanf(at + 1, "%2X", &code) == 1);
		*to++ = (char)code;
	}
	*to = '\0';
	return json;
}

static void writes(void **state)
{
	const struct written *row = *state;
	struct pgw_client *client = client_in(row->dialect, false);
	struct built built;
	char *json;

	build_with(&built, client, row->dialect, row->method, node_of_json(row->json), row->parameter);
	if (!built.good) {
		fail_msg("%s", built.error.message);
	}
	json = sent_json(&built, row->parameter);
	assert_string_equal(json, json_of(row->expected));
	free(json);
	built_free(&built);
	pgw_client_free(client);
}

/* ---------------------------------------------------------------- depth */

/* The check goes no deeper than the rows do, and the writer has a limit of its own. */
static void deep_nesting_is_refused(void **state)
{
	static const char *const opens[] = {"[", "{'a':"}, *const closes[] = {"]", "}"};
	struct pgw_client *clients[] = {client_in(PGW_DIALECT_CLASSIC, true), client_in(PGW_DIALECT_SBERBANK, true)};

	(void)state;
	for (size_t i = 0; i < COUNT(opens) * COUNT(clients); i++) {
		/* The parser of the tests takes 64 levels, of which the bundle has one. */
		char *open = repeat(opens[i / 2], 62), *close = repeat(closes[i / 2], 62), *json = malloc(1024);
		struct json_object *bundle = node_of_json(i % 2 ? SBERBANK_BUNDLE : CLASSIC_BUNDLE);
		struct built built;

		sprintf(json, "%s1%s", open, close);
		put(bundle, "new", json);
		build_with(&built, clients[i % 2], (enum pgw_dialect)(i % 2), "register", bundle, "orderBundle");
		assert_false(built.good);
		assert_holds(built.error.message, "parameter orderBundle is nested more than 32 levels deep");
		built_free(&built);
		free(open);
		free(close);
		free(json);
	}
	pgw_client_free(clients[0]);
	pgw_client_free(clients[1]);
}

/* ---------------------------------------------------------------- names that JSON text cannot hold */

struct renaming {
	pgw_visit visit;
	void *context;
};

/* `@` stands for a zero byte, `^` for a byte that begins no character. */
static bool rename_entry(void *context, struct pgw_text name, const void *value)
{
	const struct renaming *renaming = context;
	char *renamed = malloc(name.length + 1);
	bool go_on;

	for (size_t i = 0; i < name.length; i++) {
		renamed[i] = name.at[i] == '@' ? '\0' : name.at[i] == '^' ? '\xFF' : name.at[i];
	}
	go_on = renaming->visit(renaming->context, (struct pgw_text){renamed, name.length}, value);
	free(renamed);
	return go_on;
}

static bool each_renamed(const void *container, pgw_visit visit, void *context)
{
	struct renaming renaming = {visit, context};

	return pgw_json_tree.each(container, rename_entry, &renaming);
}

static void odd_names(void **state)
{
	static const char *const names[] = {"name@", "@", "name@x", "^", "name^",
		("name@xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
		 "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")};
	struct pgw_client *clients[] = {client_in(PGW_DIALECT_CLASSIC, false), client_in(PGW_DIALECT_CLASSIC, true)};
	struct pgw_tree tree = pgw_json_tree;

	(void)state;
	tree.each = each_renamed;
	for (size_t i = 0; i < COUNT(names) * 2; i++) {
		struct json_object *parameters = node_of_json(least_parameters("register"));
		struct json_object *bundle = node_of_json(CLASSIC_BUNDLE);
		struct built built;
		char path[192];

		snprintf(path, sizeof(path), "cartItems.items.1.%s", names[i / 2]);
		put(bundle, path, "'x'");
		json_object_object_add(parameters, "orderBundle", bundle);
		assert_false(build_nodes(&built, clients[i % 2], "register", &tree, NULL, parameters));
		assert_holds(built.error.message, i % 2 ? "a name is not valid UTF-8" : "items[1].(not UTF-8) is unknown");
		assert_true(pgw_text_characters(text_of(built.error.message)) > 0);
		built_free(&built);
	}
	pgw_client_free(clients[0]);
	pgw_client_free(clients[1]);
}

static void messages_about_long_names_are_utf8(void **state)
{
	struct pgw_client *client = client_in(PGW_DIALECT_CLASSIC, false);

	(void)state;
	for (size_t before = 0; before < 4; before++) {
		char *letters = repeat("a", before), *euros = repeat("\xF0\x9F\x98\x80", 60), path[512];
		struct json_object *bundle = node_of_json(CLASSIC_BUNDLE);
		struct built built;

		put(bundle, ITEM ".itemDetails", "{'itemDetailsParams':[{'name':'n','value':'v'}]}");
		snprintf(path, sizeof(path), ITEM ".itemDetails.itemDetailsParams.0.%s%s", letters, euros);
		put(bundle, path, "'x'");
		build_with(&built, client, PGW_DIALECT_CLASSIC, "register", bundle, "orderBundle");
		assert_false(built.good);
		assert_true(pgw_text_characters(text_of(built.error.message)) > 0);
		built_free(&built);
		free(letters);
		free(euros);
	}
	pgw_client_free(client);
}

/* ---------------------------------------------------------------- secrets */

/* A card number in a wrong place is refused without being shown. */
static void values_are_never_shown(void **state)
{
	static const char *const paths[] = {"orderCreationDate", "cartItems", "cartItems.items", ITEM ".positionId",
		ITEM ".quantity", ITEM ".itemAmount", ITEM ".tax", "unknown", ITEM ".unknown"};
	struct pgw_client *client = client_in(PGW_DIALECT_CLASSIC, false);

	(void)state;
	for (size_t i = 0; i < COUNT(paths); i++) {
		struct json_object *bundle = node_of_json(CLASSIC_BUNDLE);
		struct built built;

		put(bundle, paths[i], "'4444555511113333'");
		build_with(&built, client, PGW_DIALECT_CLASSIC, "register", bundle, "orderBundle");
		assert_false(built.good);
		assert_lacks(built.error.message, "4444");
		built_free(&built);
	}
	pgw_client_free(client);
}

/* The password as a name inside is masked as it is at the top. */
static void names_are_masked(void **state)
{
	struct pgw_client *client = client_in(PGW_DIALECT_CLASSIC, false);
	struct json_object *bundle = node_of_json(CLASSIC_BUNDLE);
	struct built built;

	(void)state;
	put(bundle, ITEM "." PASSWORD, "'x'");
	build_with(&built, client, PGW_DIALECT_CLASSIC, "register", bundle, "orderBundle");
	assert_false(built.good);
	assert_lacks(built.error.message, PASSWORD);
	built_free(&built);
	pgw_client_free(client);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_member_is_checked),
		cmocka_unit_test(extras_are_taken_inside_too),
		cmocka_unit_test(deep_nesting_is_refused),
		cmocka_unit_test(odd_names),
		cmocka_unit_test(messages_about_long_names_are_utf8),
		cmocka_unit_test(values_are_never_shown),
		cmocka_unit_test(names_are_masked),
	};
	int failed = RUN_ROWS("nested: checked", nested_rows, checks_what_is_inside);

	failed += RUN_ROWS("nested: written", written_rows, writes);
	failed += cmocka_run_group_tests_name("nested", tests, NULL, NULL);
	return failed != 0;
}
