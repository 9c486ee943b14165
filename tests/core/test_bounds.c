/*
 * Values that are small in memory and endless to a walk: what holds itself, what holds another twice at every level,
 * and lists that share their entries. Each is refused by the name of its parameter after a bounded number of visits.
 */
#include "fixture.h"

#include "buffer.h"
#include "account.h"
#include "request/nested.h"
#include "text.h"

#include <string.h>

/* ---------------------------------------------------------------- a tree of such values */

struct node {
	enum pgw_type type;
	const char *name;         /* of each entry, where it is an object */
	const struct node *entry; /* NULL: the members instead */
	size_t count;             /* how often the entry comes */
	const struct member *members;
};

struct member {
	const char *name;
	const struct node *node;
};

static size_t visits;

static enum pgw_type type_of(const void *node)
{
	return ((const struct node *)node)->type;
}

static int64_t integer_of(const void *node)
{
	(void)node;
	return 1;
}

static struct pgw_text text_in(const void *node)
{
	(void)node;
	return PGW_TEXT("1");
}

static const void *member_of(const void *object, struct pgw_text name)
{
	const struct node *node = object;

	for (const struct member *member = node->members; member && member->name; member++) {
		if (pgw_text_is(name, member->name)) {
			return member->node;
		}
	}
	return node->entry && node->type == PGW_OBJECT && pgw_text_is(name, node->name) ? node->entry : NULL;
}

static bool visit_each(const void *container, pgw_visit visit, void *context)
{
	const struct node *node = container;

	for (size_t i = 0; i < node->count; i++) {
		visits++;
		if (!visit(context, text_of(node->type == PGW_OBJECT ? node->name : ""), node->entry)) {
			return false;
		}
	}
	for (const struct member *member = node->members; member && member->name; member++) {
		visits++;
		if (!visit(context, text_of(member->name), member->node)) {
			return false;
		}
	}
	return true;
}

static const struct pgw_tree tree = {
	.type = type_of,
	.integer = integer_of,
	.text = text_in,
	.member = member_of,
	.each = visit_each,
};

/* ---------------------------------------------------------------- the values */

enum { MANY = 1000, MILLION = 1000000 };

static const struct node integer = {.type = PGW_INTEGER}, text = {.type = PGW_STRING};
static const struct node itself = {PGW_OBJECT, "in", &itself, 1, NULL};
static const struct node itself_twice = {PGW_LIST, NULL, &itself_twice, 2, NULL};
static const struct node wide[] = {
#define LEVEL(n) \
	{ \
		PGW_OBJECT, "in", &wide[(n) + 1], 2, NULL \
	}
	LEVEL(0), LEVEL(1), LEVEL(2), LEVEL(3), LEVEL(4), LEVEL(5), LEVEL(6), LEVEL(7), LEVEL(8), LEVEL(9), LEVEL(10),
	LEVEL(11), LEVEL(12), LEVEL(13), LEVEL(14), LEVEL(15), LEVEL(16), LEVEL(17), LEVEL(18), LEVEL(19), LEVEL(20),
	LEVEL(21), LEVEL(22), LEVEL(23), LEVEL(24), {.type = PGW_INTEGER}};
static const struct node long_list = {PGW_LIST, NULL, &integer, MILLION, NULL};
static const struct node texts = {PGW_LIST, NULL, &text, MILLION, NULL};
static const struct node long_object = {PGW_OBJECT, "in", &text, MILLION, NULL};

/* A bundle of 1000 items that are one, with 1000 details that are one: a million on a walk. */
static const struct node detail = {
	PGW_OBJECT, NULL, NULL, 0, (const struct member[]){{"name", &text}, {"value", &text}, {NULL, NULL}}};
static const struct node detail_list = {PGW_LIST, NULL, &detail, MANY, NULL};
static const struct node details = {
	PGW_OBJECT, NULL, NULL, 0, (const struct member[]){{"itemDetailsParams", &detail_list}, {NULL, NULL}}};
static const struct node quantity = {
	PGW_OBJECT, NULL, NULL, 0, (const struct member[]){{"value", &integer}, {"measure", &text}, {NULL, NULL}}};
static const struct node item = {PGW_OBJECT, NULL, NULL, 0,
	(const struct member[]){{"positionId", &integer}, {"name", &text}, {"quantity", &quantity},
		{"itemAmount", &integer}, {"itemDetails", &details}, {NULL, NULL}}};
static const struct node item_list = {PGW_LIST, NULL, &item, MANY, NULL};
static const struct node items = {
	PGW_OBJECT, NULL, NULL, 0, (const struct member[]){{"items", &item_list}, {NULL, NULL}}};
static const struct node bundle = {
	PGW_OBJECT, NULL, NULL, 0, (const struct member[]){{"cartItems", &items}, {NULL, NULL}}};

#define DEEP "is nested more than 32 levels deep"
#define MUCH "holds more than 50000 values"

static void assert_bounded(const struct pgw_error *error, const char *message)
{
	assert_int_equal(error->kind, PGW_ERROR_ARGUMENT);
	assert_string_equal(error->message, message);
	assert_uint_in_range(visits, 1, 3 * PGW_MOST_VALUES); /* a refusal looks for secrets once more */
}

/* ---------------------------------------------------------------- requests */

struct row {
	const char *label;
	const char *method; /* NULL: by a path */
	const char *name;
	const struct node *value;
	const char *message;
};

static const struct row rows[] = {
	{"extra, itself", "register", "bankOwn", &itself, "register: parameter bankOwn " DEEP},
	{"extra, itself twice", "register", "bankOwn", &itself_twice, "register: parameter bankOwn " DEEP},
	{"extra, wide", "register", "bankOwn", wide, "register: parameter bankOwn " MUCH},
	{"extra, a long list", "register", "bankOwn", &long_list, "register: parameter bankOwn " MUCH},
	{"extra, a long object", "register", "bankOwn", &long_object, "register: parameter bankOwn " MUCH},
	{"path, itself", NULL, "k", &itself, "rest/new.do: parameter k " DEEP},
	{"path, itself twice", NULL, "k", &itself_twice, "rest/new.do: parameter k " DEEP},
	{"path, wide", NULL, "k", wide, "rest/new.do: parameter k " MUCH},
	{"path, a long list", NULL, "k", &long_list, "rest/new.do: parameter k " MUCH},
	{"a bundle that shares", "register", "orderBundle", &bundle, "register: parameter orderBundle " MUCH},
	{"a long list of features", "register", "features", &texts, "register: parameter features " MUCH},
	{"long jsonParams", "register", "jsonParams", &long_object, "register: parameter jsonParams " MUCH},
};

static void is_refused(void **state)
{
	const struct row *row = *state;
	struct pgw_client *client = client_of("{'extraParameters':true}");
	struct node parameters = {PGW_OBJECT, row->name, row->value, 1, NULL};
	struct pgw_request request;
	struct pgw_error error;

	visits = 0;
	if (row->method) {
		assert_false(pgw_request_init(
			&request, client, pgw_method_find(text_of(row->method)), &tree, NULL, 0, &parameters, &error));
	} else {
		assert_false(pgw_request_init_path(&request, client, PGW_TEXT("rest/new.do"), &tree, &parameters, &error));
	}
	assert_bounded(&error, row->message);
	pgw_client_free(client);
}

/* ---------------------------------------------------------------- the writer of JSON, and the cart */

static void json_is_bounded(void **state)
{
	const struct node *const values[] = {&itself, &itself_twice, wide, &long_list, &long_object};
	const char *const reasons[] = {"too deep", "too deep", "too many", "too many", "too many"};

	(void)state;
	for (size_t i = 0; i < COUNT(values); i++) {
		struct pgw_client client = {.extra_parameters = false};
		struct pgw_request request = {.name = "m", .client = &client};
		struct pgw_error error;
		struct pgw_building building = {&request, &tree, &error, NULL};

		visits = 0;
		assert_false(pgw_nested_add(&building, "p", NULL, values[i]));
		assert_holds(error.message, reasons[i]);
		assert_uint_in_range(visits, 1, 3 * PGW_MOST_VALUES); /* a refusal looks for secrets once more */
		pgw_request_free(&request);
	}
}

static const struct node many_details = {PGW_OBJECT, "d", &text, MANY, NULL};
static const struct node line = {PGW_OBJECT, NULL, NULL, 0,
	(const struct member[]){
		{"name", &text}, {"quantity", &integer}, {"price", &integer}, {"details", &many_details}, {NULL, NULL}}};
static const struct node lines = {PGW_LIST, NULL, &line, MANY, NULL};
static const struct node long_lines = {PGW_LIST, NULL, &item, MILLION, NULL};
static const struct node long_items = {
	PGW_OBJECT, NULL, NULL, 0, (const struct member[]){{"items", &long_lines}, {NULL, NULL}}};

static void carts_are_bounded(void **state)
{
	const struct pgw_writer writer = {0};
	struct pgw_error error;
	int64_t sum;

	(void)state;
	visits = 0;
	assert_false(pgw_cart_bundle(&tree, &lines, NULL, &writer, NULL, &error));
	assert_bounded(&error, "the cart " MUCH);
	visits = 0;
	assert_false(pgw_cart_sum(&sum, &tree, &long_items, &error));
	assert_bounded(&error, "the cart " MUCH);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(json_is_bounded),
		cmocka_unit_test(carts_are_bounded),
	};
	int failed = RUN_ROWS("requests", rows, is_refused);

	return failed + cmocka_run_group_tests_name("writers and carts", tests, NULL, NULL);
}
