/*
 * The bounds that Sberbank's current pages of register and refund print, field by field, in each method that has the
 * field: what is just inside is taken, what is just outside is refused. Nothing here is taken from the core.
 */
#include "fixture.h"

#include <json-c/json.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The methods that carry a cart, and those that register an order. */
static const char *const with_cart[] = {
	"register", "registerPreAuth", "deposit", "refund", "reverse", "recurrentPayment", "mirPayDirect", NULL};
static const char *const registrations[] = {"register", "registerPreAuth", NULL};

struct bound {
	const char *label; /* the path; "0" is the first entry of a list */
	/* Texts of `least` to `most` units, after `begin` if there is one; without `unit`, values in JSON lists. */
	const char *unit, *begin;
	size_t least, most;
	const char *inside, *outside;
};

/* clang-format off */
#define ASCII(path, least, most)    {path, "x", NULL, least, most, NULL, NULL}
#define CYRILLIC(path, least, most) {path, "\xD0\x96", NULL, least, most, NULL, NULL}
#define DIGITS(path, least, most)   {path, "7", NULL, least, most, NULL, NULL}
#define ADDRESS(path, least, most)  {path, "x", "https://", least, most, NULL, NULL}
#define VALUES(path, in, out)       {path, NULL, NULL, 0, 0, in, out}
/* clang-format on */

/* A range of numbers is held by its digits, so that "outside" begins later there: 4294967200 is one of ten digits. */
#define UP_TO_4294967200(path) VALUES(path, "[0,1,4294967200]", "[-1,10000000000,1.5,'1']")

static const struct bound registration_bounds[] = {
	CYRILLIC("orderNumber", 1, 36),
	VALUES("amount", "[1,999999999999]", "[0,-1,1000000000000,1.0,'1']"),
	VALUES("currency", "['643',643]", "['6433','RU']"),
	ADDRESS("returnUrl", 12, 2048),
	ADDRESS("failUrl", 12, 2048),
	ADDRESS("dynamicCallbackUrl", 12, 512),
	VALUES("dynamicCallbackUrl", "['https://shop.example/cb?a=b']", "['http://shop.example/cb','shop.example/cb.php']"),
	CYRILLIC("description", 1, 512),
	VALUES("language", "['ru','en']", "['r']"),
	ASCII("clientId", 1, 255),
	ASCII("merchantLogin", 1, 30),
	VALUES("jsonParams", "[{'pdAgreement':true,'text':'x','number':1,'list':[1,'a'],'object':{'a':1}},{}]", "['{}',1]"),
	VALUES("sessionTimeoutSecs", "[0,600,7776000,999999999]", "[-1,1000000000]"),
	VALUES("expirationDate", "['2026-12-31T23:59:59']", "['2026-12-32T23:59:59']"),
	VALUES("bindingId", "['" BINDING_36 "']", "['" BINDING_36 "0','b']"),
	VALUES("phone", "['1234567','123456789012345','+1234567','+123456789012345']", "['+1234567890123456']"),
	ASCII("email", 3, 128),
};

static const struct bound cart_bounds[] = {
	VALUES("orderCreationDate", "['2026-11-21T23:59:59']", "['2026-11-31T23:59:59']"),
	VALUES("installments.productType", "['CREDIT','INSTALLMENT']", "['INSTALLMENT_']"),
	ASCII("installments.productID", 1, 12),
	VALUES("installments.rightTerms", "[[3,6,9],[3]]", "[3]"),
	VALUES("ffdVersion", "['1.05','1.2']", "['1.055']"),
	VALUES("receiptType", "['SELL','SELL_REFUND','SELL_CORRECTION','SELL_REFUND_CORRECTION','sell','sell_refund']",
		"['SELL_REFUND_CORRECTION_','SEL']"),
	VALUES("ismOptional", "[true,false]", "[1]"),
	UP_TO_4294967200("total"),
	CYRILLIC("cashier", 1, 64),
	DIGITS("cashierInn", 1, 12),
	VALUES("cashierInn", "[500100732259]", "['5001007322x']"),
	CYRILLIC("additionalUserProps.name", 1, 64),
	CYRILLIC("additionalUserProps.value", 1, 256),
	CYRILLIC("additionalCheckProps", 1, 16),
	CYRILLIC("operatingCheckProps.name", 0, 40),
	CYRILLIC("operatingCheckProps.value", 1, 64),
	VALUES("operatingCheckProps.timestamp", "['21.11.2026 23:59:59','21.11.2026 23:59:59Z']",
		"['21.11.2026 23:59:5','21.11.2026 23:59:59+3']"),
	CYRILLIC("sectoralCheckProps.0.federalId", 3, 3),
	VALUES("sectoralCheckProps.0.date", "['2026-11-21','21.11.2026','1']", "['2026-11-21T']"),
	CYRILLIC("sectoralCheckProps.0.number", 1, 32),
	CYRILLIC("sectoralCheckProps.0.value", 1, 256),
	VALUES("payments.0.type", "[1,2,3,4]", "[-1,10]"),
	UP_TO_4294967200("payments.0.sum"),
};

/* Of one item of the cart. */
static const struct bound item_bounds[] = {
	DIGITS("positionId", 1, 12),
	CYRILLIC("name", 1, 128),
	CYRILLIC("itemCode", 1, 100),
	VALUES("quantity.value", "[0,1,0.001,99999.999,'99999.999']", "[-1,0.0001,'x']"),
	VALUES("quantity.measure", "['0',0,'10','11','12','20','83','255',255]", "['pcs','2555']"),
	ASCII("measurementUnit", 1, 16),
	UP_TO_4294967200("itemPrice"),
	UP_TO_4294967200("itemAmount"),
	VALUES("itemCurrency", "[643]", "[6433]"),
	VALUES("tax.taxType", "[0,1,2,3,4,5,6,7,8,9,10,11,12,13]", "[-1,100,'x']"),
	VALUES("paymentMethod",
		"['full_prepayment','prepayment','advance','full_payment','partial_payment','credit','credit_payment']",
		"['full_prepayment_']"),
	VALUES("paymentObject",
		"['commodity','excise','job','service','gambling_bet','lottery','intellectual_activity','payment',"
		"'agent_commission','award','another','property_right','non-operating_gain','insurance_premium','sales_tax',"
		"'deposit','expense','pension_insurance_ip','pension_insurance','medical_insurance_ip','medical_insurance',"
		"'social_insurance','casino_payment','1','18','27','31','32','33',1,33]",
		"['intellectual_activity_']"),
	ASCII("nomenclatureCode", 18, 150),
	VALUES("markQuantity.markQuantityNumerator", "['1','12345678901234567890',2]", "['x',-1]"),
	VALUES("markQuantity.markQuantityDenominator", "['1','12345678901234567890',2]", "['x',-1]"),
	VALUES("markProcessingMode", "['0',0]", "['x']"),
	DIGITS("excise", 1, 10),
	DIGITS("countryCode", 3, 3),
	CYRILLIC("declarationNumber", 1, 32),
	CYRILLIC("userData", 1, 64),
	CYRILLIC("discount.discountType", 1, 20),
	DIGITS("discount.discountValue", 1, 20),
	CYRILLIC("agentInterest.interestType", 1, 20),
	DIGITS("agentInterest.interestValue", 1, 20),
	VALUES("agentInfo.type",
		"['bank_paying_agent','bank_paying_subagent','paying_agent','paying_subagent','attorney','commission_agent',"
		"'another']",
		"['bank_paying_subagents_']"),
	ASCII("itemDetails.itemDetailsParams.0.name", 1, 255),
	ASCII("itemDetails.itemDetailsParams.0.value", 1, 255),
};

/* With everything that the paths above go through. */
#define BUNDLE \
	"{'installments':{},'additionalUserProps':{'name':'n','value':'v'},'operatingCheckProps':{'name':'0','value':'v'," \
	"'timestamp':'21.11.2026 23:59:59'},'sectoralCheckProps':[{'federalId':'030','date':'2026-11-21','number':'1'," \
	"'value':'v'}],'payments':[{'type':1,'sum':100}],'cartItems':{'items':[{'positionId':'1','itemCode':'c'," \
	"'name':'n','quantity':{'value':1},'itemPrice':100,'itemAmount':100,'paymentMethod':'advance'," \
	"'paymentObject':'payment','tax':{'taxType':12},'markQuantity':{'markQuantityNumerator':'1'," \
	"'markQuantityDenominator':'2'},'discount':{'discountType':'d','discountValue':'1'},'agentInterest':{" \
	"'interestType':'i','interestValue':'1'},'agentInfo':{'type':'another'},'itemDetails':{'itemDetailsParams':[{" \
	"'name':'n','value':'v'}]}}]}}"

/* ---------------------------------------------------------------- one trial */

static struct json_object *step(struct json_object *node, const char *name)
{
	struct json_object *next = json_object_is_type(node, json_type_array)
								   ? json_object_array_get_idx(node, strtoul(name, NULL, 10))
								   : json_object_object_get(node, name);

	if (!next) {
		fail_msg("this test's own path is wrong at %s", name);
	}
	return next;
}

/* Takes the value over; NULL deletes. Writes the name of the member to `last`. */
static void put(struct json_object *node, const char *path, struct json_object *value, char last[64])
{
	char *copy = strdup(path), *rest = copy, *name = strsep(&rest, ".");

	for (; rest; name = strsep(&rest, ".")) {
		node = step(node, name);
	}
	if (value) {
		json_object_object_add(node, name, value);
	} else {
		json_object_object_del(node, name);
	}
	snprintf(last, 64, "%s", name);
	free(copy);
}

static void try_value(const char *method, const char *path, struct json_object *value, bool inside)
{
	struct pgw_client *client = client_of_bank("sberbank", NULL);
	struct json_object *parameters = node_of_json(least_parameters_in(PGW_DIALECT_SBERBANK, method));
	const char *shown = value ? json_object_to_json_string(value) : "nothing";
	char given[120], name[64];
	struct built built;

	snprintf(given, sizeof(given), "%s", shown);
	if (strncmp(path, "orderBundle.", strlen("orderBundle.")) == 0) {
		json_object_object_add(parameters, "orderBundle", node_of_json(BUNDLE));
	}
	put(parameters, path, value, name);
	build_nodes(&built, client, method, &pgw_json_tree, NULL, parameters);
	if (built.good != inside || (!inside && !strstr(built.error.message, name))) {
		fail_msg("%s: %s %s: %s", method, path, given, built.good ? "taken" : built.error.message);
	}
	built_free(&built);
	pgw_client_free(client);
}

static void try_length(const char *method, const char *path, const struct bound *bound, size_t length, bool inside)
{
	size_t begin = bound->begin ? strlen(bound->begin) : 0;
	char *units = repeat(bound->unit, length - begin), *text = NULL;

	assert_true(asprintf(&text, "%s%s", bound->begin ? bound->begin : "", units) >= 0);
	try_value(method, path, json_object_new_string(text), inside);
	free(text);
	free(units);
}

static void try_values(const char *method, const char *path, const char *list, bool inside)
{
	struct json_object *values = node_of_json(list);

	for (size_t i = 0; i < json_object_array_length(values); i++) {
		struct json_object *value = NULL;

		assert_int_equal(json_object_deep_copy(json_object_array_get_idx(values, i), &value, NULL), 0);
		try_value(method, path, value, inside);
	}
	json_object_put(values);
}

static void try_bound(const char *const *methods, const char *place, const struct bound *bound)
{
	char path[128];

	snprintf(path, sizeof(path), "%s%s", place, bound->label);
	for (; *methods; methods++) {
		if (!bound->unit) {
			try_values(*methods, path, bound->inside, true);
			try_values(*methods, path, bound->outside, false);
			continue;
		}
		try_length(*methods, path, bound, bound->least, true);
		try_length(*methods, path, bound, bound->most, true);
		try_length(*methods, path, bound, bound->most + 1, false);
		/* An empty text is not too short: it can mean that nothing is given. */
		if (bound->least > 1) {
			try_length(*methods, path, bound, bound->least - 1, false);
		}
	}
}

static void registration_is_bounded(void **state)
{
	try_bound(registrations, "", *state);
}

static void cart_is_bounded(void **state)
{
	try_bound(with_cart, "orderBundle.", *state);
}

static void item_is_bounded(void **state)
{
	try_bound(with_cart, "orderBundle.cartItems.items.0.", *state);
}

/* ---------------------------------------------------------------- what must be there */

static void items_need_what_the_page_marks(void **state)
{
	static const struct {
		const char *path;
		bool needed;
	} rows[] = {
		{"positionId", true},
		{"itemCode", true},
		{"name", true},
		{"quantity", true},
		{"quantity.value", true},
		{"itemPrice", true},
		{"itemAmount", true},
		{"tax.taxType", true},
		/* Only a fiscal receipt needs them. */
		{"paymentMethod", false},
		{"paymentObject", false},
		{"tax", false},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		char path[128];

		snprintf(path, sizeof(path), "orderBundle.cartItems.items.0.%s", rows[i].path);
		for (const char *const *method = with_cart; *method; method++) {
			try_value(*method, path, NULL, !rows[i].needed);
		}
	}
}

static void jsonparams_have_99_properties(void **state)
{
	struct json_object *properties = json_object_new_object();

	(void)state;
	for (int i = 0; i < 99; i++) {
		char name[16];

		snprintf(name, sizeof(name), "name%d", i);
		json_object_object_add(properties, name, json_object_new_int(i));
	}
	try_value("register", "jsonParams", properties, true);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(items_need_what_the_page_marks),
		cmocka_unit_test(jsonparams_have_99_properties),
	};
	int failed = RUN_ROWS("sberbank: registration", registration_bounds, registration_is_bounded);

	failed += RUN_ROWS("sberbank: cart", cart_bounds, cart_is_bounded);
	failed += RUN_ROWS("sberbank: items", item_bounds, item_is_bounded);
	failed += cmocka_run_group_tests_name("sberbank: obligations", tests, NULL, NULL);
	return failed != 0;
}
