/* Nested values: checked against their rows and written as JSON, in one walk. */
#include "nested.h"

#include "../account.h"
#include "../buffer.h"
#include "../error.h"
#include "../table/lookup.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/*
 * Written directly to the body: json-c's objects would leave card data in memory that is never wiped, and with a long
 * orderBundle they took twice as long as the rest of the call. Values without a row are checked only for what JSON
 * cannot represent. That is kept as a reason until all rows are checked; meanwhile no entry is written any more.
 */
struct nested {
	struct pgw_building building; /* its scope is the innermost container that has a row */
	struct pgw_buffer *to;
	size_t count;       /* of entries so far */
	const char *reason; /* why it cannot be written; NULL: so far it can */
};

enum { MOST_MEMBERS = 64 };

struct container {
	struct nested *nested;
	struct pgw_scope scope;
	const struct pgw_parameter *row; /* in a list's objects the list's; NULL: anything */
	bool list, begun;                /* is it written as a list, and does it have an entry yet? */
	int depth;
	uint64_t mandatory, seen; /* members, one bit each */
	/* The objects of a list name their members in the same order: the place of the one that followed each last time. */
	unsigned char *following;
	size_t next; /* the place after the last member's, or of the next entry of a list */
};

static bool give_up(struct nested *nested, const char *reason)
{
	nested->reason = nested->reason ? nested->reason : reason;
	return false;
}

/* ---------------------------------------------------------------- entries */

static bool is_list_of_pairs(const struct container *in)
{
	return in->row && in->row->type == PGW_TAKES_PAIRS;
}

/* A name that needs an escape, or has no row. */
static bool write_name(struct container *in, struct pgw_text name, const struct pgw_parameter *row)
{
	const char *indicator = in->nested->building.request->client->indicator;
	struct pgw_buffer *to = in->nested->to;

	if (!row && pgw_text_characters(name) < 0) {
		return give_up(in->nested, "a name is not valid UTF-8");
	}
	if (row && row->flags & PGW_INDICATOR && indicator) {
		name = (struct pgw_text){indicator, strlen(indicator)};
	}
	pgw_buffer_add_quoted(to, name.at, name.length);
	pgw_buffer_add_mark(to, ':');
	return true;
}

/* An entry of a list, or one whose name is not its row's. */
static bool begin_other_entry(struct container *in, struct pgw_text name, const struct pgw_parameter *row)
{
	struct pgw_buffer *to = in->nested->to;

	if (in->begun) {
		pgw_buffer_add_mark(to, ',');
	}
	in->begun = true;
	if (is_list_of_pairs(in)) {
		pgw_buffer_add_mark(to, '{');
		pgw_buffer_add_name(to, PGW_PADDED("name"), 4, false);
		pgw_buffer_add_quoted(to, name.at, name.length);
		pgw_buffer_add_name(to, PGW_PADDED("value"), 5, true);
		return true;
	}
	return in->list || write_name(in, name, row);
}

/*
 * Writes what precedes the value. False: the value must not be written. Arrays that share their entries at every level
 * are small in memory, but endless when written.
 */
static bool begin_entry(struct container *in, struct pgw_text name, const struct pgw_parameter *row)
{
	if (in->nested->reason || ++in->nested->count > PGW_MOST_VALUES) {
		return give_up(in->nested, "it has too many entries");
	}
	if (in->list || !row || row->name_length == 0 || row->flags & PGW_INDICATOR) {
		return begin_other_entry(in, name, row);
	}
	pgw_buffer_add_name(in->nested->to, row->name, row->name_length, in->begun);
	in->begun = true;
	return true;
}

static void end_entry(const struct container *in)
{
	if (is_list_of_pairs(in)) {
		pgw_buffer_add_mark(in->nested->to, '}');
	}
}

/* For what is said of the container itself. */
static const struct pgw_building *outside(struct container *container)
{
	container->nested->building.scope = container->scope.outer;
	return &container->nested->building;
}

static bool walk(struct container *container, const void *node, pgw_visit visit)
{
	struct pgw_buffer *to = container->nested->to;
	bool good;

	if (container->depth > PGW_MOST_LEVELS) {
		give_up(container->nested, "it is nested too deeply");
		return true; /* told when all checks have passed */
	}
	pgw_buffer_add_mark(to, container->list ? '[' : '{');
	good = container->nested->building.tree->each(node, visit, container);
	pgw_buffer_add_mark(to, container->list ? ']' : '}');
	return good;
}

/* ---------------------------------------------------------------- values without a row */

static bool write_double(struct nested *nested, double real)
{
	char digits[32];
	size_t length;

	if (!isfinite(real)) {
		return give_up(nested, "a number is not finite");
	}
	length = pgw_text_of_double(real, digits);
	if (nested->to->encodes) {
		pgw_buffer_add_encoded(nested->to, digits, length); /* the plus of 1e+30 */
	} else {
		pgw_buffer_add(nested->to, digits, length);
	}
	return true;
}

static bool write_any_entry(void *context, struct pgw_text name, const void *value);

static bool write_any(struct container *in, const void *node, enum pgw_type type)
{
	const struct pgw_tree *tree = in->nested->building.tree;
	struct pgw_buffer *to = in->nested->to;
	struct container inner;
	char room[PGW_INTEGER_TEXT];
	struct pgw_text text;

	switch (type) {
		case PGW_NULL:
			pgw_buffer_add_text(to, "null");
			return true;
		case PGW_BOOLEAN:
			pgw_buffer_add_text(to, tree->boolean(node) ? "true" : "false");
			return true;
		case PGW_INTEGER:
			text = pgw_text_of_integer(tree->integer(node), room);
			pgw_buffer_add(to, text.at, text.length);
			return true;
		case PGW_DOUBLE:
			return write_double(in->nested, tree->real(node));
		case PGW_STRING:
			text = tree->text(node);
			if (pgw_text_characters(text) < 0) {
				return give_up(in->nested, "a text is not valid UTF-8");
			}
			pgw_buffer_add_quoted(to, text.at, text.length);
			return true;
		case PGW_LIST:
		case PGW_OBJECT:
			inner = (struct container){.nested = in->nested, .list = type == PGW_LIST, .depth = in->depth + 1};
			return walk(&inner, node, write_any_entry);
		default:
			return give_up(in->nested, "an object cannot be written");
	}
}

/* Null is absent among the unlisted members of an open object, such as Sberbank's jsonParams, too. */
static bool write_any_entry(void *context, struct pgw_text name, const void *value)
{
	struct container *in = context;
	enum pgw_type type = in->nested->building.tree->type(value);

	if (in->row && !in->list && type == PGW_NULL) {
		return true;
	}
	return begin_entry(in, name, NULL) && write_any(in, value, type);
}

/* ---------------------------------------------------------------- values with a row */

static bool take_container(struct container *in, const struct pgw_parameter *row, const void *node, enum pgw_type type);

/* A number given as text is written as it is, so that no digit is lost. */
static void write_checked(struct container *in, const struct pgw_parameter *row, const struct pgw_wire_value *value)
{
	struct pgw_buffer *to = in->nested->to;
	struct pgw_text text = value->text;

	if (value->has_text && pgw_wire_is_number(row)) {
		text = pgw_text_number(text);
		pgw_buffer_add(to, text.at, text.length);
	} else if (value->has_text) {
		pgw_buffer_add_quoted(to, text.at, text.length);
	} else if (value->type == PGW_BOOLEAN && row->type == PGW_TAKES_TEXT) {
		text = in->nested->building.tree->boolean(value->node) ? PGW_TEXT("true") : PGW_TEXT("false");
		pgw_buffer_add_quoted(to, text.at, text.length);
	} else {
		write_any(in, value->node, value->type);
	}
}

static bool take_by_row(struct container *in, struct pgw_text name, const struct pgw_parameter *row, const void *node)
{
	struct pgw_wire_value value;
	bool good;

	pgw_wire_read(&value, in->nested->building.tree, row, node);
	if (!value.absent && pgw_is_nested(row)) {
		begin_entry(in, name, row);
		good = take_container(in, row, node, value.type);
		end_entry(in);
		return good;
	}
	good = pgw_check(&in->nested->building, row, &value);
	if (good && !value.absent && begin_entry(in, name, row)) {
		write_checked(in, row, &value);
		end_entry(in);
	}
	return good;
}

/* The member that followed the last one in the object before this one, or that a search finds. */
static const struct pgw_parameter *find_member(struct container *object, struct pgw_text name)
{
	const struct pgw_parameter *members = object->row->members, *row;
	unsigned char *following = object->following + object->next;

	row = &members[*following];
	if (!row->name || row->name_length != name.length || memcmp(row->name, name.at, name.length) != 0) {
		row = pgw_parameter_find(members, name);
	}
	if (row) {
		*following = (unsigned char)(row - members);
		object->next = (size_t)(row - members) + 1;
	}
	return row;
}

static bool refuse_unknown(const struct container *object, struct pgw_text name)
{
	struct pgw_text shown = pgw_text_shown(name);
	char suggestion[PGW_SUGGESTION], path[PGW_LONGEST_PATH], last[80];

	snprintf(last, sizeof(last), "%.*s", (int)shown.length, shown.at);
	return pgw_fail(object->nested->building.error, PGW_ERROR_ARGUMENT, "%s: parameter %s is unknown%s",
		object->nested->building.request->name, pgw_check_path(&object->nested->building, last, path),
		pgw_parameter_suggest(object->row->members, name, suggestion));
}

static bool take_member(void *context, struct pgw_text name, const void *value)
{
	struct container *object = context;
	const struct pgw_parameter *member = find_member(object, name);

	if (!pgw_check_count(&object->nested->building, object->row->name)) {
		return false;
	}
	if (member) {
		object->seen |= UINT64_C(1) << (member - object->row->members);
		return take_by_row(object, name, member, value);
	}
	if (!(object->row->flags & PGW_OPEN) && !object->nested->building.request->client->extra_parameters) {
		return refuse_unknown(object, name);
	}
	/* Unlisted, so it may be secret. */
	if (!pgw_check_secret(&object->nested->building, object->row->name, value)) {
		return false;
	}
	write_any_entry(object, name, value);
	return true;
}

static uint64_t mandatory_members(const struct pgw_parameter *row)
{
	uint64_t mandatory = 0;

	for (size_t i = 0; row->members && row->members[i].name; i++) {
		mandatory |= row->members[i].flags & PGW_MANDATORY ? UINT64_C(1) << i : 0;
	}
	return mandatory;
}

static bool has_mandatory_members(const struct container *object)
{
	uint64_t missing = object->mandatory & ~object->seen;
	const struct pgw_building *building = &object->nested->building;
	char path[PGW_LONGEST_PATH];

	if (missing == 0) {
		return true;
	}
	return pgw_fail(building->error, PGW_ERROR_ARGUMENT, "%s: %s is missing", building->request->name,
		pgw_check_path(building, object->row->members[__builtin_ctzll(missing)].name, path));
}

/* A walk over anything ends at what has no JSON, which is told later. */
static bool take_entries(struct container *container, const void *node, pgw_visit take)
{
	struct pgw_building *building = &container->nested->building;

	building->scope = &container->scope;
	if (!walk(container, node, take) && take != write_any_entry) {
		return false;
	}
	if (take == take_member && !has_mandatory_members(container)) {
		return false;
	}
	building->scope = container->scope.outer;
	return true;
}

/* An empty array may be a list or an object. */
static bool is_object_or_empty(const struct pgw_tree *tree, const void *value)
{
	enum pgw_type type = tree->type(value);

	return type == PGW_OBJECT || (type == PGW_LIST && pgw_is_empty(tree, value));
}

static bool take_object_in_list(void *context, struct pgw_text name, const void *value)
{
	struct container *list = context, object;

	if (!pgw_check_count(&list->nested->building, list->row->name)) {
		return false;
	}
	if (!is_object_or_empty(list->nested->building.tree, value)) {
		return pgw_check_refuse_type(
			outside(list), list->row, "a list of arrays", list->nested->building.tree->type(value));
	}
	object = (struct container){
		.nested = list->nested,
		.scope = {&list->scope, NULL, list->next++},
		.row = list->row,
		.depth = list->depth + 1,
		.mandatory = list->mandatory,
		.following = list->following,
	};
	begin_entry(list, name, list->row);
	return take_entries(&object, value, take_member);
}

static bool take_string(void *context, struct pgw_text name, const void *node)
{
	struct container *list = context;
	const struct pgw_parameter *row = list->row;
	struct pgw_wire_value value;
	ssize_t characters;

	if (!pgw_check_count(&list->nested->building, row->name)) {
		return false;
	}
	pgw_wire_read(&value, list->nested->building.tree, row, node);
	characters = value.has_text ? pgw_text_characters(value.text) : -1;
	if (characters < 0 || !pgw_check_length(row, characters)) {
		return pgw_check_refuse(outside(list), row, "a list of strings of the right length");
	}
	if (!value.absent && begin_entry(list, name, row)) {
		write_checked(list, row, &value);
	}
	return true;
}

/* ---------------------------------------------------------------- jsonParams */

static bool refuse_text(const struct container *object, struct pgw_text name, const char *expected)
{
	struct pgw_text shown = pgw_text_shown(name);
	char member[80];
	struct pgw_parameter row = {.name = member};

	snprintf(member, sizeof(member), "%.*s", (int)shown.length, shown.at);
	return pgw_check_refuse(&object->nested->building, &row, expected);
}

/* The gateway expects texts here. Ints and booleans have one obvious text, so they are accepted too. */
static bool check_text(struct container *object, struct pgw_text name, const struct pgw_wire_value *value)
{
	ssize_t characters;

	if (pgw_text_characters(name) < 1) {
		return pgw_check_refuse(outside(object), object->row, "an array with names in valid UTF-8");
	}
	switch (value->type) {
		case PGW_NULL:
		case PGW_INTEGER:
		case PGW_BOOLEAN:
			return true;
		case PGW_STRING:
			characters = pgw_text_characters(value->text);
			if (characters >= 0 && pgw_check_length(object->row, characters)) {
				return true;
			}
			return refuse_text(
				object, name, characters < 0 ? "valid UTF-8 without zero bytes" : "no longer than 1024 characters");
		default:
			return refuse_text(object, name, "a string, an int or a bool");
	}
}

static bool take_text(void *context, struct pgw_text name, const void *node)
{
	/* Every value is a text, an empty one too. */
	static const struct pgw_parameter any = {.name = "", .type = PGW_TAKES_TEXT, .flags = PGW_MANDATORY};
	struct container *object = context;
	const struct pgw_parameter *members = object->row->members;
	const struct pgw_parameter *row = members ? pgw_parameter_find(members, name) : NULL;
	struct pgw_wire_value value;

	if (!pgw_check_count(&object->nested->building, object->row->name)) {
		return false;
	}
	if (row) {
		return take_by_row(object, name, row, node);
	}
	pgw_wire_read(&value, object->nested->building.tree, &any, node);
	if (!check_text(object, name, &value)) {
		return false;
	}
	if (!value.absent && begin_entry(object, name, &any)) {
		write_checked(object, &any, &value);
		end_entry(object);
	}
	return true;
}

/* ---------------------------------------------------------------- all of them */

static bool is_array(const struct pgw_tree *tree, const void *value)
{
	enum pgw_type type = tree->type(value);

	return type == PGW_OBJECT || type == PGW_LIST;
}

/* The row decides how an empty array is written, and a list whose keys have gaps. */
static const struct shape {
	bool (*has)(const struct pgw_tree *tree, const void *value);
	const char *expected;
	pgw_visit take; /* an entry */
	bool list;
} shapes[] = {
	[PGW_TAKES_TEXTS] = {is_object_or_empty, "an array of names and values (not JSON text)", take_text, false},
	[PGW_TAKES_PAIRS] = {is_object_or_empty, "an array of names and values (not JSON text)", take_text, true},
	[PGW_TAKES_TEXT_LIST] = {pgw_is_list, "a list of strings", take_string, true},
	[PGW_TAKES_OBJECT] = {is_object_or_empty, "an array with names (not JSON text)", take_member, false},
	[PGW_TAKES_LIST] = {pgw_is_list, "a list of arrays", take_object_in_list, true},
};

static bool take_container(struct container *in, const struct pgw_parameter *row, const void *node, enum pgw_type type)
{
	const struct shape *shape = &shapes[row->type];
	bool anything = row->type == PGW_TAKES_OBJECT && !row->members;
	unsigned char following[MOST_MEMBERS + 1] = {0};
	struct pgw_building *building = &in->nested->building;
	struct container container = {
		.nested = in->nested,
		.scope = {building->scope, row->name, 0},
		.row = row,
		.list = anything ? type == PGW_LIST : shape->list,
		.depth = in->depth + 1,
		.mandatory = mandatory_members(row),
		.following = following,
	};

	if (!(anything ? is_array : shape->has)(building->tree, node)) {
		return pgw_check_refuse_type(building, row, shape->expected, type);
	}
	return take_entries(&container, node, anything ? write_any_entry : shape->take) &&
		   pgw_check_flags(building, row, node);
}

bool pgw_is_nested(const struct pgw_parameter *row)
{
	return row->type < sizeof(shapes) / sizeof(shapes[0]) && shapes[row->type].take;
}

bool pgw_nested_add(
	const struct pgw_building *building, const char *name, const struct pgw_parameter *row, const void *value)
{
	struct pgw_request *request = building->request;
	struct nested nested = {.building = *building, .to = &request->body};
	struct container top = {.nested = &nested};
	enum pgw_type type = building->tree->type(value);
	struct pgw_text shown;
	bool good = true;

	request->body.encodes = !request->json;
	if (row && pgw_is_nested(row)) {
		good = take_container(&top, row, value, type);
	} else {
		write_any(&top, value, type);
	}
	request->body.encodes = false;
	if (!good || !nested.reason) {
		return good;
	}
	shown = pgw_text_shown((struct pgw_text){name, strlen(name)});
	return pgw_fail(building->error, PGW_ERROR_ARGUMENT, "%s: %.*s cannot be written as JSON: %s", request->name,
		(int)shown.length, shown.at, nested.reason);
}
