/* Carts: what a bundle and a part of it look like, what is refused, and that the sums are always exact. */
#include "fixture.h"

#include <inttypes.h>
#include <json-c/json.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---------------------------------------------------------------- a writer that makes JSON */

struct writing {
	struct json_object *open[16];
	int depth;
	struct json_object *whole;
	bool anything;
};

static void add(struct writing *writing, const struct pgw_text *name, struct json_object *value)
{
	struct json_object *container = writing->depth ? writing->open[writing->depth - 1] : NULL;

	writing->anything = true;
	if (!container) {
		assert_null(writing->whole);
		writing->whole = value;
	} else if (json_object_is_type(container, json_type_array)) {
		assert_null(name);
		json_object_array_add(container, value);
	} else {
		char *key = strndup(name->at, name->length);

		assert_null(json_object_object_get(container, key));
		json_object_object_add(container, key, value);
		free(key);
	}
}

static void open_container(void *context, const struct pgw_text *name, bool list)
{
	struct writing *writing = context;
	struct json_object *made = list ? json_object_new_array() : json_object_new_object();

	add(writing, name, made);
	assert_true(writing->depth < (int)COUNT(writing->open));
	writing->open[writing->depth++] = made;
}

static void close_container(void *context)
{
	struct writing *writing = context;

	assert_true(writing->depth > 0);
	writing->depth--;
}

static void write_integer(void *context, const struct pgw_text *name, int64_t value)
{
	add(context, name, json_object_new_int64(value));
}

static void write_real(void *context, const struct pgw_text *name, double value)
{
	char digits[32];

	/* The shortest text of at most 15 digits, as the extension and PHP write it. */
	snprintf(digits, sizeof(digits), "%.15g", value);
	assert_true(strtod(digits, NULL) == value);
	add(context, name, json_object_new_double_s(value, digits));
}

static void write_text(void *context, const struct pgw_text *name, struct pgw_text value)
{
	add(context, name, json_object_new_string_len(value.at, (int)value.length));
}

static void write_copy(void *context, const struct pgw_text *name, const void *node)
{
	add(context, name, json_object_get((struct json_object *)node));
}

static const struct pgw_writer writer = {
	open_container, close_container, write_integer, write_real, write_text, write_copy};

/* The bundle, to be freed by the caller; NULL when refused, and then nothing was written. */
static struct json_object *bundle(const char *lines, const char *options, struct pgw_error *error)
{
	void *line_node = node_of_json(lines), *option_node = node_of_json(options);
	struct writing writing = {.depth = 0};
	bool good = pgw_cart_bundle(&pgw_json_tree, line_node, option_node, &writer, &writing, error);

	assert_int_equal(writing.depth, 0);
	assert_int_equal(writing.anything, good);
	pgw_json_free(line_node);
	pgw_json_free(option_node);
	return writing.whole;
}

static const char *plain(struct json_object *object)
{
	return json_object_to_json_string_ext(object, JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE);
}

static struct json_object *items_of(struct json_object *whole)
{
	return json_object_object_get(json_object_object_get(whole, "cartItems"), "items");
}

static int64_t integer_of(struct json_object *object, const char *name)
{
	struct json_object *member = json_object_object_get(object, name);

	assert_true(json_object_is_type(member, json_type_int));
	return json_object_get_int64(member);
}

/* ---------------------------------------------------------------- bundles */

/* The expected items are position:name:quantity:amount:price, "-" where there is no price. */
struct short_row {
	const char *label;
	const char *lines, *options;
	const char *items;
};

static const struct short_row short_rows[] = {
	{"price times quantity", "[{'name':'A','quantity':3,'price':333}]", NULL, "1:A:3:999:333"},
	{"amount", "[{'name':'A','quantity':3,'amount':999}]", NULL, "1:A:3:999:333"},
	{"amount that has no price", "[{'name':'A','quantity':3,'amount':10000}]", NULL, "1:A:3:10000:-"},
	{"split", "[{'name':'A','quantity':3,'amount':10000}]", "{'prices':true}", "1:A:2:6666:3333 2:A:1:3334:3334"},
	{"split, most at the dearer price", "[{'name':'A','quantity':3,'amount':10001}]", "{'prices':true}",
		"1:A:1:3333:3333 2:A:2:6668:3334"},
	{"split of less than a unit each", "[{'name':'A','quantity':'3.000','amount':2}]", "{'prices':true}",
		"1:A:1:0:0 2:A:2:2:1"},
	{"no split where exact", "[{'name':'A','quantity':4,'amount':10000}]", "{'prices':true}", "1:A:4:10000:2500"},
	{"no split of one", "[{'name':'A','quantity':1,'price':9999}]", "{'prices':true,'discount':1234}",
		"1:A:1:8765:8765"},
	{"positions go on after a split", "[{'name':'A','quantity':3,'amount':100},{'name':'B','quantity':1,'price':5}]",
		"{'prices':true}", "1:A:2:66:33 2:A:1:34:34 3:B:1:5:5"},
	{"prices false", "[{'name':'A','quantity':3,'amount':10000}]", "{'prices':false}", "1:A:3:10000:-"},
	{"weight, exact", "[{'name':'A','quantity':'1.5','price':10000}]", NULL, "1:A:1.5:15000:10000"},
	{"weight, trailing zeros", "[{'name':'A','quantity':'2.500','price':100}]", NULL, "1:A:2.5:250:100"},
	{"weight, rounded up", "[{'name':'A','quantity':'0.333','price':12990}]", NULL, "1:A:0.333:4326:-"},
	{"weight, rounded down", "[{'name':'A','quantity':'0.333','price':100}]", NULL, "1:A:0.333:33:-"},
	{"weight, half up", "[{'name':'A','quantity':'0.5','price':101}]", NULL, "1:A:0.5:51:102"},
	{"weight, just below half", "[{'name':'A','quantity':'0.499','price':1}]", NULL, "1:A:0.499:0:0"},
	{"weight, exact, prices", "[{'name':'A','quantity':'1.5','price':10000}]", "{'prices':true}",
		"1:A:1.5:15000:10000"},
	{"smallest weight", "[{'name':'A','quantity':'0.001','price':1000}]", NULL, "1:A:0.001:1:1000"},
	{"free", "[{'name':'A','quantity':2,'price':0}]", NULL, "1:A:2:0:0"},
	{"null is absent", "[{'name':'A','quantity':2,'price':5,'amount':null,'code':null}]",
		"{'amount':null,'discount':null,'shipping':null,'prices':null}", "1:A:2:10:5"},
	{"largest", "[{'name':'A','quantity':1,'price':999999999999}]", NULL, "1:A:1:999999999999:999999999999"},
	{"largest quantity", "[{'name':'A','quantity':999999999,'price':1}]", NULL, "1:A:999999999:999999999:1"},
	{"lines with keys", "{'17':{'name':'A','quantity':1,'price':1},'x':{'name':'B','quantity':1,'price':2}}", NULL,
		"1:A:1:1:1 2:B:1:2:2"},
	{"expected amount", "[{'name':'A','quantity':3,'price':333}]",
		"{'amount':1489,'discount':10,'shipping':{'name':'S','amount':500}}", "1:A:3:989:- 2:S:1:500:500"},

	{"shipping", "[{'name':'A','quantity':1,'price':1}]", "{'shipping':{'name':'S','amount':35000}}",
		"1:A:1:1:1 2:S:1:35000:35000"},
	{"free shipping", "[{'name':'A','quantity':1,'price':1}]", "{'shipping':{'name':'S','amount':0}}",
		"1:A:1:1:1 2:S:1:0:0"},
	{"the discount leaves the shipping alone", "[{'name':'A','quantity':1,'price':100}]",
		"{'discount':100,'shipping':{'name':'S','amount':300}}", "1:A:1:0:0 2:S:1:300:300"},

	{"discount of nothing", "[{'name':'A','quantity':2,'price':5}]", "{'discount':0}", "1:A:2:10:5"},
	{"discount, even", "[{'name':'A','quantity':1,'price':300},{'name':'B','quantity':1,'price':100}]",
		"{'discount':40}", "1:A:1:270:270 2:B:1:90:90"},
	/* 1/3 of 100 each: 33.33…; the unit that is left goes to the earliest */
	{"discount, equal remainders",
		"[{'name':'A','quantity':1,'price':500},{'name':'B','quantity':1,'price':500},{'name':'C','quantity':1,'price':"
		"500}]",
		"{'discount':100}", "1:A:1:466:466 2:B:1:467:467 3:C:1:467:467"},
	/* 100 x 10/1000 = 1, 100 x 333/1000 = 33.3, 100 x 657/1000 = 65.7 */
	{"discount, largest remainder last",
		"[{'name':'A','quantity':1,'price':10},{'name':'B','quantity':1,'price':333},{'name':'C','quantity':1,'price':"
		"657}]",
		"{'discount':100}", "1:A:1:9:9 2:B:1:300:300 3:C:1:591:591"},
	{"discount of everything", "[{'name':'A','quantity':3,'price':333},{'name':'B','quantity':1,'price':1}]",
		"{'discount':1000}", "1:A:3:0:0 2:B:1:0:0"},
	{"discount of all but one",
		"[{'name':'A','quantity':1,'price':1},{'name':'B','quantity':1,'price':1},{'name':'C','quantity':1,'price':1}]",
		"{'discount':2}", "1:A:1:0:0 2:B:1:0:0 3:C:1:1:1"},
	{"discount and a free line", "[{'name':'A','quantity':1,'price':0},{'name':'B','quantity':7,'price':1}]",
		"{'discount':3}", "1:A:1:0:0 2:B:7:4:-"},
	{"discount and the taxSum of a line that it leaves alone",
		"[{'name':'A','quantity':1,'price':0,'tax':{'taxSum':0}},{'name':'B','quantity':1,'price':9}]",
		"{'discount':9}", "1:A:1:0:0 2:B:1:0:0"},
	{"discount and a split", "[{'name':'A','quantity':7,'price':100}]", "{'discount':3,'prices':true}",
		"1:A:3:297:99 2:A:4:400:100"},
	{"discount of large sums",
		"[{'name':'A','quantity':1,'price':499999999999},{'name':'B','quantity':1,'price':500000000000}]",
		"{'discount':999999999998}", "1:A:1:0:0 2:B:1:1:1"},
};

static void put_item(char *to, size_t size, struct json_object *item)
{
	struct json_object *price = json_object_object_get(item, "itemPrice");
	struct json_object *quantity = json_object_object_get(item, "quantity");

	snprintf(to + strlen(to), size - strlen(to), "%s%" PRId64 ":%s:%s:%" PRId64 ":", *to ? " " : "",
		integer_of(item, "positionId"), json_object_get_string(json_object_object_get(item, "name")),
		json_object_to_json_string(json_object_object_get(quantity, "value")), integer_of(item, "itemAmount"));
	snprintf(to + strlen(to), size - strlen(to), "%s", price ? json_object_to_json_string(price) : "-");
}

static void bundles(void **state)
{
	const struct short_row *row = *state;
	struct pgw_error error = {0};
	struct json_object *whole = bundle(row->lines, row->options, &error);
	char items[512] = "";

	if (!whole) {
		fail_msg("refused: %s", error.message);
	}
	for (size_t i = 0; i < json_object_array_length(items_of(whole)); i++) {
		put_item(items, sizeof(items), json_object_array_get_idx(items_of(whole), i));
	}
	assert_string_equal(items, row->items);
	json_object_put(whole);
}

struct full_row {
	const char *label;
	const char *lines, *options, *expected;
};

#define ITEM_BEGINS "{'positionId':1,'name':'A','quantity':{'value':1,'measure':'pcs'},'itemAmount':5,'itemPrice':5"
#define CART(item)  "{'cartItems':{'items':[" item "]}}"
#define LINE(rest)  "[{'name':'A','quantity':1,'price':5" rest "}]"

static const struct full_row full_rows[] = {
	{"least", LINE(""), NULL, CART(ITEM_BEGINS "}")},
	{"empty options", LINE(""), "{}", CART(ITEM_BEGINS "}")},
	{"code", LINE(",'code':'sku-1'"), NULL, CART(ITEM_BEGINS ",'itemCode':'sku-1'}")},
	{"nothing but the name", LINE(",'code':'','measure':'','currency':'','details':{'a':'','b':null},'tax':''"), NULL,
		CART(ITEM_BEGINS "}")},
	{"code that is an int", LINE(",'code':17"), NULL, CART(ITEM_BEGINS ",'itemCode':'17'}")},
	{"currency", LINE(",'currency':'dzd'"), NULL, CART(ITEM_BEGINS ",'itemCurrency':'012'}")},
	{"currency that is an int", LINE(",'currency':12"), NULL, CART(ITEM_BEGINS ",'itemCurrency':'012'}")},
	{"measure", LINE(",'measure':'kg'"), NULL,
		CART("{'positionId':1,'name':'A','quantity':{'value':1,'measure':'kg'},'itemAmount':5,'itemPrice':5}")},
	{"measure of all lines", LINE(""), "{'measure':0}",
		CART("{'positionId':1,'name':'A','quantity':{'value':1,'measure':'0'},'itemAmount':5,'itemPrice':5}")},
	{"a line's own measure", LINE(",'measure':11"), "{'measure':'0'}",
		CART("{'positionId':1,'name':'A','quantity':{'value':1,'measure':'11'},'itemAmount':5,'itemPrice':5}")},
	{"a unit instead of a measure", LINE(",'extra':{'measurementUnit':'kg'}"), NULL,
		CART("{'positionId':1,'name':'A','quantity':{'value':1},'itemAmount':5,'itemPrice':5,'measurementUnit':'kg'}")},
	{"a unit and a measure", LINE(",'extra':{'measurementUnit':'kg'}"), "{'measure':11}",
		CART("{'positionId':1,'name':'A','quantity':{'value':1,'measure':'11'},'itemAmount':5,'itemPrice':5,"
			 "'measurementUnit':'kg'}")},
	{"no unit after all", LINE(",'extra':{'measurementUnit':null}"), NULL, CART(ITEM_BEGINS "}")},
	{"tax", LINE(",'tax':{'taxType':6,'taxSum':1}"), NULL, CART(ITEM_BEGINS ",'tax':{'taxType':6,'taxSum':1}}")},
	{"tax and a discount", LINE(",'tax':{'taxType':6}"), "{'discount':5}",
		CART("{'positionId':1,'name':'A','quantity':{'value':1,'measure':'pcs'},'itemAmount':0,'itemPrice':0,'tax':{"
			 "'taxType':6}}")},
	{"details", LINE(",'details':{'colour':'red','size':42,'gone':null}"), NULL,
		CART(ITEM_BEGINS
			",'itemDetails':{'itemDetailsParams':[{'name':'colour','value':'red'},{'name':'size','value':'42'}]}}")},
	{"no details", LINE(",'details':[],'attributes':{'gone':null}"), NULL, CART(ITEM_BEGINS "}")},
	{"attributes", LINE(",'attributes':{'paymentMethod':1,'markQuantity':{'numerator':1,'denominator':2}}"), NULL,
		CART(ITEM_BEGINS ",'itemAttributes':{'attributes':[{'name':'paymentMethod','value':'1'},{'name':'markQuantity',"
						 "'value':{'numerator':1,'denominator':2}}]}}")},
	{"extra of a line", LINE(",'extra':{'paymentMethod':'full_payment','excise':null,'markCode':{'ean8':'12345678'}}"),
		NULL, CART(ITEM_BEGINS ",'paymentMethod':'full_payment','markCode':{'ean8':'12345678'}}")},
	{"customer and time", LINE(""), "{'customer':{'email':'a@b.example'},'created':'2026-11-21T10:00:00'}",
		"{'orderCreationDate':'2026-11-21T10:00:00','customerDetails':{'email':'a@b.example'},'cartItems':{'items':"
		"[" ITEM_BEGINS "}]}}"},
	{"extra of the bundle", LINE(""), "{'extra':{'ffdVersion':'1.2','company':{'inn':'1'},'gone':null}}",
		"{'cartItems':{'items':[" ITEM_BEGINS "}]},'ffdVersion':'1.2','company':{'inn':'1'}}"},
	{"everything goes to both halves of a split",
		"[{'name':'A','quantity':2,'amount':5,'code':'c','measure':'0','currency':'KZT','tax':{'taxType':6},'details':{"
		"'d':1},'attributes':{'a':1},'extra':{'e':1}}]",
		"{'prices':true}",
		CART("{'positionId':1,'name':'A','quantity':{'value':1,'measure':'0'},'itemAmount':2,'itemPrice':2,"
			 "'itemCurrency':'398','itemCode':'c','itemDetails':{'itemDetailsParams':[{'name':'d','value':'1'}]},"
			 "'itemAttributes':{'attributes':[{'name':'a','value':'1'}]},'tax':{'taxType':6},'e':1},{'positionId':2,"
			 "'name':'A','quantity':{'value':1,'measure':'0'},'itemAmount':3,'itemPrice':3,'itemCurrency':'398',"
			 "'itemCode':'c','itemDetails':{'itemDetailsParams':[{'name':'d','value':'1'}]},'itemAttributes':{"
			 "'attributes':[{'name':'a','value':'1'}]},'tax':{'taxType':6},'e':1}")},
	{"fields of the shipping", LINE(""),
		"{'shipping':{'name':'S','amount':7,'code':'s','measure':'x','currency':398,'tax':{'taxSum':1},'details':{'d':"
		"1},'attributes':{'a':1},'extra':{'e':1}},'discount':0}",
		CART(
			ITEM_BEGINS "},{'positionId':2,'name':'S','quantity':{'value':1,'measure':'x'},'itemAmount':7,'itemPrice':"
						"7,'itemCurrency':'398','itemCode':'s','itemDetails':{'itemDetailsParams':[{'name':'d','value':"
						"'1'}]},'itemAttributes':{'attributes':[{'name':'a','value':'1'}]},'tax':{'taxSum':1},'e':1}")},
};

static void full_bundles(void **state)
{
	const struct full_row *row = *state;
	struct pgw_error error = {0};
	struct json_object *whole = bundle(row->lines, row->options, &error);

	if (!whole) {
		fail_msg("refused: %s", error.message);
	}
	assert_string_equal(plain(whole), json_of(row->expected));
	json_object_put(whole);
}

/* ---------------------------------------------------------------- what is refused */

struct bad_row {
	const char *label;
	const char *lines, *options, *message;
};

#define OTHER        "{'name':'A','quantity':1,'price':5}"
#define SECOND(line) "[" OTHER "," line "]"
#define QUANTITY(json) \
	SECOND("{'name':'B','price':5,'quantity':" json "}"), NULL, \
		"line 2: quantity must be a number with at most 3 decimals, int, float or decimal text, such as '0.333', " \
		"more than 0 " \
		"and less than " \
		"1000000000"
#define PRICE(json) \
	SECOND("{'name':'B','quantity':1,'price':" json "}"), NULL, \
		"line 2: price must be an int in minor units, not negative and of at most 12 digits"
#define REST(rest)      SECOND("{'name':'B','quantity':1,'price':5," rest "}"), NULL
#define OPTION(options) "[" OTHER "]", options

static const struct bad_row bad_rows[] = {
	{"no lines", "[]", NULL, "lines must hold at least one line"},
	{"shipping alone", "[]", "{'shipping':{'name':'S','amount':1}}", "lines must hold at least one line"},
	{"a line that is a text", "['A']", NULL, "line 1: the line must be an array"},
	{"the lines of one line", OTHER, NULL, "line 1: the line must be an array"},
	{"a line without names", SECOND("[1]"), NULL, "line 2: every field must be given by name"},
	{"no name", SECOND("{'quantity':1,'price':5}"), NULL, "line 2: name is missing"},
	{"empty line", SECOND("{}"), NULL, "line 2: name is missing"},
	{"no quantity", SECOND("{'name':'B','price':5}"), NULL, "line 2: quantity is missing"},
	{"no price", SECOND("{'name':'B','quantity':5}"), NULL, "line 2: price or amount is missing"},
	{"price and amount", SECOND("{'name':'B','quantity':1,'price':5,'amount':5}"), NULL,
		"line 2: give price or amount, not both"},
	{"misspelt", REST("'quantiy':1"), "line 2: quantiy is unknown; did you mean quantity?"},
	{"unknown", REST("'colour':1"), "line 2: colour is unknown"},
	{"the gateway's name", REST("'itemAmount':1"), "line 2: itemAmount is unknown; did you mean amount?"},

	{"empty name", SECOND("{'name':'','quantity':1,'price':5}"), NULL, "line 2: name is missing"},
	{"name with a zero byte", SECOND("{'name':'a\\u0000','quantity':1,'price':5}"), NULL, "line 2: name must be"},
	{"name that is a float", SECOND("{'name':1.5,'quantity':1,'price':5}"), NULL, "line 2: name must be a string"},

	{"quantity 0", QUANTITY("0")},
	{"quantity -1", QUANTITY("-1")},
	{"quantity 1.5001", QUANTITY("1.5001")},
	{"quantity 0.0", QUANTITY("0.0")},
	{"quantity true", QUANTITY("true")},
	{"quantity list", QUANTITY("[]")},
	{"quantity '0'", QUANTITY("'0'")},
	{"quantity '0.000'", QUANTITY("'0.000'")},
	{"quantity '-1'", QUANTITY("'-1'")},
	{"quantity '0.0001'", QUANTITY("'0.0001'")},
	{"quantity '1.0001'", QUANTITY("'1.0001'")},
	{"quantity '1e1'", QUANTITY("'1e1'")},
	{"quantity '1,5'", QUANTITY("'1,5'")},
	{"quantity '.5'", QUANTITY("'.5'")},
	{"quantity '5.'", QUANTITY("'5.'")},
	{"quantity '05'", QUANTITY("'05'")},
	{"quantity ''", QUANTITY("''")},
	{"quantity too large", QUANTITY("1000000000")},
	{"quantity too large a text", QUANTITY("'1000000000'")},
	{"quantity largest", QUANTITY("9223372036854775807")},

	{"price -1", PRICE("-1")},
	{"price 1.0", PRICE("1.0")},
	{"price text", PRICE("'5'")},
	{"price too large", PRICE("1000000000000")},
	{"price largest", PRICE("9223372036854775807")},
	{"amount float", SECOND("{'name':'B','quantity':1,'amount':5.5}"), NULL,
		"line 2: amount must be an int in minor units, not negative and of at most 12 digits"},
	{"product too large", SECOND("{'name':'B','quantity':2,'price':500000000000}"), NULL,
		"line 2: price times quantity must be of at most 12 digits of minor units"},
	{"product that overflows", SECOND("{'name':'B','quantity':999999999,'price':999999999999}"), NULL,
		"line 2: price times quantity must be of at most 12 digits of minor units"},
	{"product that rounds up to 13 digits", "[{'name':'A','quantity':'1.006','price':994035785288}]", NULL,
		"line 1: price times quantity must be of at most 12 digits of minor units"},
	{"sum too large", SECOND("{'name':'B','quantity':1,'amount':999999999995}"), NULL,
		"line 2: the running total must be of at most 12 digits of minor units"},
	{"sum too large by the shipping", OPTION("{'shipping':{'name':'S','amount':999999999995}}"),
		"option shipping: the running total must be of at most 12 digits of minor units"},

	{"code bool", REST("'code':true"), "line 2: code must be a string of 1 to 100 characters of valid UTF-8"},
	{"code float", REST("'code':1.5"), "line 2: code must be a string"},
	{"measure", REST("'measure':'123456789012345678901'"), "line 2: measure must be a string of 1 to 20 characters"},
	{"currency", REST("'currency':'RUR'"), "line 2: currency must be a current one of ISO 4217"},
	{"tax", REST("'tax':6"), "line 2: tax must be an array"},
	{"details", REST("'details':'red'"), "line 2: details must be an array of name => value"},
	{"details list", REST("'details':['red']"), "line 2: details must be an array of name => value"},
	{"details nested", REST("'details':{'a':{'b':1}}"), "line 2: details must be an array of name => value"},
	{"details float", REST("'details':{'a':1.5}"), "line 2: details must be an array of name => value"},
	{"details empty name", REST("'details':{'':'a'}"), "line 2: details must be an array of name => value"},
	{"attributes bool", REST("'attributes':{'a':true}"), "line 2: attributes must be an array of name => value"},
	{"extra", REST("'extra':1"), "line 2: extra must be an array of name => value"},
	{"extra list", REST("'extra':[1]"), "line 2: extra must be an array of name => value"},
	{"extra of ours", REST("'extra':{'itemAmount':1}"),
		"line 2: extra must not contain itemAmount, which is derived from the other fields"},
	{"extra of ours, second", REST("'extra':{'a':1,'tax':1}"),
		"line 2: extra must not contain tax, which is derived from the other fields"},

	{"options without names", OPTION("[1]"), "options must be given by name"},
	{"option misspelt", OPTION("{'discont':1}"), "option discont is unknown; did you mean discount?"},
	{"option amount", OPTION("{'amount':'5'}"),
		"option amount must be an int in minor units, not negative and of at most 12 digits"},
	{"option discount", OPTION("{'discount':-1}"),
		"option discount must be an int in minor units, not negative and of at most 12 digits"},
	{"option prices", OPTION("{'prices':1}"), "option prices must be true or false"},
	{"option measure", OPTION("{'measure':true}"), "option measure must be a string of 1 to 20 characters"},
	{"option customer", OPTION("{'customer':'x'}"), "option customer must be an array"},
	{"option created", OPTION("{'created':'2026-02-30T10:00:00'}"),
		"option created must be a date and time that exists, as yyyy-MM-ddTHH:mm:ss"},
	{"option created int", OPTION("{'created':1}"), "option created must be a date and time that exists"},
	{"option extra", OPTION("{'extra':{'cartItems':1}}"),
		"option extra must not contain cartItems, which is derived from the other fields"},
	{"shipping number", OPTION("{'shipping':500}"), "option shipping must be an array"},
	{"shipping without a name", OPTION("{'shipping':{'amount':1}}"), "option shipping: name is missing"},
	{"shipping without an amount", OPTION("{'shipping':{'name':'S'}}"), "option shipping: amount is missing"},
	{"shipping with a quantity", OPTION("{'shipping':{'name':'S','amount':1,'quantity':1}}"),
		"option shipping: quantity is unknown"},
	{"shipping with a price", OPTION("{'shipping':{'name':'S','price':1}}"), "option shipping: price is unknown"},

	{"smaller amount", OPTION("{'amount':4}"), "option amount is 4, but the lines sum to 5 with discount and shipping"},
	{"other amount", OPTION("{'amount':6}"), "option amount is 6, but the lines sum to 5 with discount and shipping"},
	{"other amount, all included", OPTION("{'amount':5,'discount':2,'shipping':{'name':'S','amount':1}}"),
		"option amount is 5, but the lines sum to 4 with discount and shipping"},
	{"discount too large", OPTION("{'discount':6}"), "option discount is 6, and the lines sum to 5"},
	{"discount that needs the shipping", OPTION("{'discount':6,'shipping':{'name':'S','amount':9}}"),
		"option discount is 6, and the lines sum to 5"},
	{"weight without a price", SECOND("{'name':'B','quantity':'0.333','price':12990}"), "{'prices':true}",
		"line 2: quantity 0.333 has no unit price that gives the amount 4326 exactly, as the option prices requires; "
		"sell it "
		"as "
		"quantity 1, with the measure in its name"},
	{"taxSum and a discount", "[{'name':'A','quantity':1,'price':5,'tax':{'taxType':6,'taxSum':1}}]", "{'discount':1}",
		"line 1: tax must be without taxSum, because the discount changes the line's amount"},
	{"taxSum and a split", "[{'name':'A','quantity':2,'amount':5,'tax':{'taxType':6,'taxSum':1}}]", "{'prices':true}",
		"line 1: tax must be without taxSum, because the option prices changes the line's amount"},
};

static void refused(void **state)
{
	const struct bad_row *row = *state;
	struct pgw_error error = {0};

	assert_null(bundle(row->lines, row->options, &error));
	assert_int_equal(error.kind, PGW_ERROR_ARGUMENT);
	/* From the beginning on: a line's number and its field come first. */
	assert_holds(error.message, row->message);
	assert_memory_equal(error.message, row->message, strlen(row->message));
}

static void lengths_count_characters(void **state)
{
	static const struct {
		const char *format;
		size_t most;
	} rows[] = {
		{"[{'name':'%s','quantity':1,'price':1}]", 255},
		{"[{'name':'A','quantity':1,'price':1,'code':'%s'}]", 100},
		{"[{'name':'A','quantity':1,'price':1,'measure':'%s'}]", 20},
		{"[{'name':'A','quantity':1,'price':1,'details':{'%s':'x'}}]", 255},
		{"[{'name':'A','quantity':1,'price':1,'details':{'x':'%s'}}]", 2000},
		{"[{'name':'A','quantity':1,'price':1,'attributes':{'x':'%s'}}]", 2000},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		for (size_t over = 0; over < 2; over++) {
			char *text = repeat("\xD0\x96", rows[i].most + over), *json;
			struct json_object *whole;
			struct pgw_error error = {0};

			assert_true(asprintf(&json, rows[i].format, text) > 0);
			whole = bundle(json, NULL, &error);
			assert_int_equal(whole != NULL, !over);
			json_object_put(whole);
			free(json);
			free(text);
		}
	}
}

/* ---------------------------------------------------------------- the sum */

struct sum_row {
	const char *label; /* the bundle */
	int64_t sum;       /* -1: refused */
	const char *message;
};

static const struct sum_row sum_rows[] = {
	{"{'cartItems':{'items':[{'itemAmount':5},{'itemAmount':0},{'itemAmount':7,'itemPrice':1}]}}", 12, ""},
	{"{'items':[{'itemAmount':999999999999}]}", INT64_C(999999999999), ""},
	{"{'cartItems':{'items':[]}}", 0, ""},
	{"{}", -1, "the bundle must hold cartItems with a list of items"},
	{"[]", -1, "the bundle must hold cartItems"},
	{"[{'itemAmount':5}]", -1, "the bundle must hold cartItems"},
	{"{'cartItems':1}", -1, "the bundle must hold cartItems"},
	{"{'cartItems':[{'itemAmount':5}]}", -1, "the bundle must hold cartItems"},
	{"{'cartItems':{'items':5}}", -1, "the bundle must hold cartItems"},
	{"{'items':[{'itemAmount':5},{'itemPrice':5}]}", -1, "line 2: itemAmount is missing"},
	{"{'items':[5]}", -1, "line 1: itemAmount is missing"},
	{"{'items':[{'itemAmount':5},{'itemAmount':5.0}]}", -1, "line 2: itemAmount must be an int in minor units"},
	{"{'items':[{'itemAmount':'5'}]}", -1, "line 1: itemAmount must be an int in minor units"},
	{"{'items':[{'itemAmount':-5}]}", -1, "line 1: itemAmount must be an int in minor units, not negative"},
	{"{'items':[{'itemAmount':999999999999},{'itemAmount':1}]}", -1, "line 2: the running total must be"},
};

static void sums(void **state)
{
	const struct sum_row *row = *state;
	void *node = node_of_json(row->label);
	struct pgw_error error = {0};
	int64_t sum = -1;
	bool good = pgw_cart_sum(&sum, &pgw_json_tree, node, &error);

	pgw_json_free(node);
	assert_int_equal(good, row->sum >= 0);
	assert_true(sum == row->sum);
	assert_holds(error.message, row->message);
}

/* ---------------------------------------------------------------- parts */

/* The bundle of `lines`, with prices; `expected` are its items as in short_rows, or the message. */
struct part_row {
	const char *label;
	const char *lines, *now, *before, *expected;
};

#define SPLIT     "[{'name':'A','code':'c','quantity':3,'amount':10000},{'name':'B','quantity':'0.75','price':1000}]"
#define HUGE_LINE "[{'name':'A','quantity':999999999,'amount':999999999}]"

static const struct part_row part_rows[] = {
	{"cheaper first", SPLIT, "[{'line':1,'quantity':1}]", NULL, "1:A:1:3333:3333"},
	{"over both halves", SPLIT, "[{'code':'c','quantity':2}]", "[{'line':1,'quantity':1}]",
		"1:A:1:3333:3333 2:A:1:3334:3334"},
	{"the line after a split", SPLIT, "[{'line':2,'quantity':'0.5'}]", NULL, "3:B:0.5:500:1000"},
	{"all that is left", SPLIT, "[{'line':2},{'line':1}]", "[{'line':2,'quantity':'0.5'}]",
		"1:A:2:6666:3333 2:A:1:3334:3334 3:B:0.25:250:1000"},
	{"the remainder comes last", "[{'name':'A','quantity':'0.003','price':1000}]", "[{'line':1,'quantity':'0.002'}]",
		"[{'line':1,'quantity':'0.001'}]", "1:A:0.002:2:1000"},
	{"a price that rounds", "[{'name':'A','quantity':1,'price':999}]", "[{'line':1,'quantity':'0.5'}]", NULL,
		"1:A:0.5:499:999"},
	{"the rest of it", "[{'name':'A','quantity':1,'price':999}]", "[{'line':1}]", "[{'line':1,'quantity':'0.5'}]",
		"1:A:0.5:500:999"},
	{"neighbours that are no halves",
		"[{'name':'A','quantity':1,'price':5},{'name':'B','quantity':1,'price':6},{'name':'B','quantity':1,'price':6}]",
		"[{'line':3}]", NULL, "3:B:1:6:6"},
	{"three neighbours are a split line and another",
		"[{'name':'A','quantity':2,'amount':3},{'name':'A','quantity':1,'price':3}]", "[{'line':2}]", NULL,
		"3:A:1:3:3"},
	{"large", HUGE_LINE, "[{'line':1,'quantity':'0.001'}]", "[{'line':1,'quantity':'999999998.999'}]", "1:A:0.001:1:1"},
	{"more than there was", SPLIT, "[{'line':1,'quantity':'3.001'}]", NULL,
		"lines, entry 1: quantity must be at most what is left of line 1, which is 3.000"},
	{"more than is left", SPLIT, "[{'line':1,'quantity':2}]", "[{'code':'c','quantity':'1.5'}]", "which is 1.500"},
	{"nothing is left", SPLIT, "[{'line':2}]", "[{'line':2}]", "which is 0.000"},
};

static void parts(void **state)
{
	const struct part_row *row = *state;
	struct pgw_error error = {0};
	struct json_object *whole = bundle(row->lines, "{'prices':true}", &error);
	void *now = node_of_json(row->now), *before = node_of_json(row->before);
	struct writing writing = {.depth = 0};
	char items[256] = "";

	assert_non_null(whole);
	if (pgw_cart_part(&pgw_json_tree, whole, now, before, &writer, &writing, &error)) {
		for (size_t i = 0; i < json_object_array_length(items_of(writing.whole)); i++) {
			put_item(items, sizeof(items), json_object_array_get_idx(items_of(writing.whole), i));
		}
		assert_string_equal(items, row->expected);
	} else {
		assert_false(writing.anything);
		assert_holds(error.message, row->expected);
	}
	json_object_put(writing.whole);
	json_object_put(whole);
	pgw_json_free(now);
	pgw_json_free(before);
}

/* ---------------------------------------------------------------- random carts */

enum { CARTS = 20000, MOST_LINES = 12 };

struct drawn {
	int64_t quantity, amount; /* thousandths; before the discount */
};

struct draw {
	struct drawn lines[MOST_LINES];
	int count;
	int64_t discount, shipping; /* -1: none */
	bool prices;
	char json[4096], options[256];
};

static int64_t below(int64_t limit)
{
	return (((int64_t)random() << 31) ^ random()) % limit;
}

/* Mostly small numbers, now and then a large one. */
static int64_t draw_money(void)
{
	static const int64_t limits[] = {2, 10, 1000, 100000, 10000000, INT64_C(80000000000)};

	return below(limits[below((int64_t)COUNT(limits))]);
}

static void draw_line(struct draw *draw)
{
	struct drawn *line = &draw->lines[draw->count];
	int64_t money = draw_money();
	bool price = below(2), fraction = below(draw->prices ? 100 : 3) == 0;
	char *json = draw->json + strlen(draw->json);
	size_t room = sizeof(draw->json) - strlen(draw->json);

	line->quantity = fraction ? 1 + below(20000) : 1000 * (1 + below(below(4) ? 10 : 1000));
	if (price && money > INT64_C(50000000)) {
		money %= INT64_C(50000000); /* so that no product is too large */
	}
	/* Wider than the core's own arithmetic. */
	line->amount = price ? (int64_t)(((__int128)money * line->quantity + 500) / 1000) : money;
	snprintf(json, room, "%s{'name':'A','quantity':'%" PRId64 ".%03" PRId64 "','%s':%" PRId64 "}",
		draw->count ? "," : "[", line->quantity / 1000, line->quantity % 1000, price ? "price" : "amount", money);
	draw->count++;
}

static int64_t draw_cart(struct draw *draw)
{
	int count = 1 + (int)below(MOST_LINES);
	int64_t goods = 0;

	*draw = (struct draw){.prices = below(2)};
	for (int i = 0; i < count; i++) {
		draw_line(draw);
		goods += draw->lines[i].amount;
	}
	strcat(draw->json, "]");
	draw->discount = below(3) ? below(goods + 1) : below(10) ? 0 : goods;
	draw->shipping = below(2) ? draw_money() : -1;
	snprintf(draw->options, sizeof(draw->options), "{'discount':%" PRId64 ",'prices':%s", draw->discount,
		draw->prices ? "true" : "false");
	if (draw->shipping >= 0) {
		snprintf(draw->options + strlen(draw->options), 100, ",'shipping':{'name':'S','amount':%" PRId64 "}",
			draw->shipping);
	}
	goods += draw->shipping >= 0 ? draw->shipping : 0;
	snprintf(draw->options + strlen(draw->options), 100, ",'amount':%" PRId64 "}", goods - draw->discount);
	return goods - draw->discount;
}

static int64_t thousandths_of(struct json_object *item)
{
	struct json_object *value = json_object_object_get(json_object_object_get(item, "quantity"), "value");

	return llround(json_object_get_double(value) * 1000);
}

/* The next line of the draw as the bundle has it, in one item or two: its amount. */
static int64_t take_line(const struct draw *draw, struct json_object *items, size_t *next, int64_t quantity)
{
	int64_t amount = 0, taken = 0, first_price = -1;

	for (int part = 0; taken < quantity; part++) {
		struct json_object *item = json_object_array_get_idx(items, *next);
		struct json_object *price = json_object_object_get(item, "itemPrice");
		int64_t here = integer_of(item, "itemAmount");

		assert_int_equal(integer_of(item, "positionId"), *next + 1);
		assert_true(here >= 0 && thousandths_of(item) > 0);
		assert_true(price || !draw->prices);
		if (price) {
			assert_true((__int128)json_object_get_int64(price) * thousandths_of(item) == (__int128)here * 1000);
		}
		assert_true(part == 0 || (part == 1 && draw->prices && json_object_get_int64(price) == first_price + 1));
		first_price = price ? json_object_get_int64(price) : -1;
		amount += here;
		taken += thousandths_of(item);
		++*next;
	}
	assert_true(taken == quantity);
	return amount;
}

/* Each share is the exact one, rounded down or up, and the ones rounded up have the largest remainders. */
static void check_shares(const struct draw *draw, const int64_t *shares)
{
	__int128 goods = 0, least_up = -1, most_down = -1;

	for (int i = 0; i < draw->count; i++) {
		goods += draw->lines[i].amount;
	}
	for (int i = 0; i < draw->count && draw->discount > 0; i++) {
		__int128 exact = (__int128)draw->lines[i].amount * draw->discount, remainder = exact % goods;
		bool up = shares[i] == exact / goods + 1;

		assert_true(up || shares[i] == exact / goods);
		if (up && (least_up < 0 || remainder < least_up)) {
			least_up = remainder;
		}
		if (!up && remainder > most_down) {
			most_down = remainder;
		}
	}
	assert_true(least_up < 0 || least_up >= most_down);
}

static bool has_inexact_weight(const struct draw *draw)
{
	for (int i = 0; i < draw->count; i++) {
		if (draw->lines[i].quantity % 1000) {
			return true; /* which of them the discount made inexact is not known here */
		}
	}
	return false;
}

static bool check_cart(const struct draw *draw, int64_t total)
{
	struct pgw_error error = {0};
	struct json_object *whole = bundle(draw->json, draw->options, &error);
	int64_t sum = 0, counted = 0, shares[MOST_LINES];
	size_t next = 0;

	if (!whole) {
		assert_holds(error.message, "has no unit price that gives the amount");
		assert_true(draw->prices && has_inexact_weight(draw));
		return false;
	}
	assert_true(pgw_cart_sum(&sum, &pgw_json_tree, whole, &error));
	assert_true(sum == total);
	for (int i = 0; i < draw->count; i++) {
		int64_t amount = take_line(draw, items_of(whole), &next, draw->lines[i].quantity);

		shares[i] = draw->lines[i].amount - amount;
		assert_true(shares[i] >= 0);
		counted += amount;
	}
	if (draw->shipping >= 0) {
		assert_true(take_line(draw, items_of(whole), &next, 1000) == draw->shipping);
		counted += draw->shipping;
	}
	assert_true(counted == total);
	assert_int_equal(next, json_object_array_length(items_of(whole)));
	check_shares(draw, shares);
	json_object_put(whole);
	return true;
}

static void random_carts_sum_exactly(void **state)
{
	const unsigned seed = 20262;
	static struct draw draw;
	int built = 0, split = 0;

	(void)state;
	srandom(seed);
	for (int i = 0; i < CARTS; i++) {
		int64_t total = draw_cart(&draw);

		built += check_cart(&draw, total);
		split += draw.prices;
	}
	print_message("seed %u: %d carts, %d of them with prices, %d built\n", seed, CARTS, split, built);
	assert_true(built > CARTS / 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lengths_count_characters),
		cmocka_unit_test(random_carts_sum_exactly),
	};
	int failed = cmocka_run_group_tests_name("cart", tests, NULL, NULL);

	failed += RUN_ROWS("cart: bundles", short_rows, bundles);
	failed += RUN_ROWS("cart: bundles, whole", full_rows, full_bundles);
	failed += RUN_ROWS("cart: refused", bad_rows, refused);
	failed += RUN_ROWS("cart: sums", sum_rows, sums);
	failed += RUN_ROWS("cart: parts", part_rows, parts);
	return failed != 0;
}
