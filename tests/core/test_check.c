/* Each type of parameter against each type of value. */
#include "fixture.h"

#include "check.h"

#include <json-c/json.h>
#include <stdio.h>
#include <string.h>

/* One value of each kind; the text "FOREIGN" stands for an object that the core knows nothing of. */
static const char values[] =
	"{\"bool\":true,\"int\":5,\"float\":5.0,\"digits\":\"5\",\"text\":\"x\",\"date\":\"2026-01-31T00:00:00\","
	"\"empty\":\"\",\"list\":[\"x\"],\"nothing\":[],\"object\":{\"a\":\"x\"},\"foreign\":\"FOREIGN\"}";

struct taking {
	const char *label;
	enum pgw_parameter_type type;
	const char *taken; /* the names of those values that fit, each ended by a comma */
};

static const struct taking takings[] = {
	{"text", PGW_TAKES_TEXT, "digits,text,"}, /* the date is longer than 12 characters */
	{"digits", PGW_TAKES_DIGITS, "int,digits,"},
	{"amount", PGW_TAKES_AMOUNT, "int,"},
	{"boolean", PGW_TAKES_BOOLEAN, "bool,"},
	{"date and time", PGW_TAKES_DATE_TIME, "date,"},
	{"features", PGW_TAKES_FEATURES, "digits,text,date,list,nothing,"},
	{"texts", PGW_TAKES_TEXTS, "nothing,object,"},
	{"object", PGW_TAKES_OBJECT, "list,nothing,object,"},
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
	const struct pgw_parameter parameter = {"p", NULL, trial->row->type, 0, 1, 12};
	struct pgw_request request = {.name = "m"};
	struct pgw_error error = {.message = ""};
	struct pgw_building building = {&request, &trial->tree, &error};
	char wanted[64];
	bool good;

	snprintf(wanted, sizeof(wanted), "%.*s,", (int)name.length, name.at);
	good = pgw_check(&building, &parameter, value);
	if (good != (strstr(trial->row->taken, wanted) != NULL)) {
		fail_msg("%s: %s %s: %s", trial->row->label, wanted, good ? "is taken" : "is refused", error.message);
	}
	if (!good) {
		assert_int_equal(error.kind, PGW_ERROR_ARGUMENT);
		assert_memory_equal(error.message, "m: p", 4);
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
	struct pgw_request request = {.name = "m"};
	struct pgw_error error;
	struct pgw_building building = {&request, &pgw_json_tree, &error};
	char json[64];

	(void)state;
	for (unsigned short digits = 1; digits <= 18; digits++) {
		struct pgw_parameter parameter = {"p", NULL, PGW_TAKES_AMOUNT, 0, 1, digits};
		void *least, *most;

		snprintf(json, sizeof(json), "[1%.*s]", digits, "000000000000000000");
		least = node_of_json(json);
		snprintf(json, sizeof(json), "[%.*s]", digits, "999999999999999999");
		most = node_of_json(json);
		assert_false(pgw_check(&building, &parameter, json_object_array_get_idx(least, 0)));
		assert_true(pgw_check(&building, &parameter, json_object_array_get_idx(most, 0)));
		pgw_json_free(least);
		pgw_json_free(most);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(amounts_at_every_length)};
	int failed = RUN_ROWS("check: types", takings, takes);

	failed += cmocka_run_group_tests_name("check", tests, NULL, NULL);
	return failed != 0;
}
