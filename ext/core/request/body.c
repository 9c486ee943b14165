/* Writing a request's body: a form, or one JSON object. */
#include "body.h"

#include "../account.h"
#include "../buffer.h"
#include "../error.h"
#include "../text.h"
#include "nested.h"

#include <string.h>

static void add_name(struct pgw_request *request, const char *name)
{
	struct pgw_buffer *body = &request->body;

	if (request->json) {
		pgw_buffer_add(body, ",", body->length > 1);
		pgw_buffer_add_quoted(body, name, strlen(name));
		pgw_buffer_add_byte(body, ':');
		return;
	}
	pgw_buffer_add(body, "&", body->length > 0);
	pgw_buffer_add_encoded(body, name, strlen(name));
	pgw_buffer_add_byte(body, '=');
}

/* `quoted` is for JSON only: a form has no types. */
static void add_pair(struct pgw_request *request, const char *name, struct pgw_text value, bool quoted)
{
	struct pgw_buffer *body = &request->body;

	add_name(request, name);
	if (!request->json) {
		pgw_buffer_add_encoded(body, value.at, value.length);
	} else if (quoted) {
		pgw_buffer_add_quoted(body, value.at, value.length);
	} else {
		pgw_buffer_add(body, value.at, value.length);
	}
}

void pgw_body_add_text(struct pgw_request *request, const char *name, const char *text)
{
	add_pair(request, name, (struct pgw_text){text, strlen(text)}, true);
}

/* A number stands without quotes in JSON. */
static bool add_value(
	const struct pgw_building *building, const char *name, const struct pgw_wire_value *value, bool number)
{
	const struct pgw_tree *tree = building->tree;
	struct pgw_request *request = building->request;

	if (value->has_text) {
		add_pair(request, name, request->json && number ? pgw_text_number(value->text) : value->text, !number);
		return true;
	}
	if (value->type == PGW_BOOLEAN) {
		add_pair(request, name, tree->boolean(value->node) ? PGW_TEXT("true") : PGW_TEXT("false"), false);
		return true;
	}
	add_name(request, name);
	return pgw_nested_add(building, name, NULL, value->node);
}

bool pgw_body_add_any(const struct pgw_building *building, const char *name, const void *node)
{
	static const struct pgw_parameter any = {.name = "", .type = PGW_TAKES_TEXT};
	struct pgw_wire_value value;

	pgw_wire_read(&value, building->tree, &any, node);
	return add_value(building, name, &value, value.type == PGW_INTEGER);
}

struct feature_output {
	const struct pgw_building *building;
	const struct pgw_parameter *row;
	struct pgw_buffer joined;
};

static bool add_feature_name(void *context, struct pgw_text name, const void *value)
{
	struct feature_output *output = context;
	const struct pgw_tree *tree = output->building->tree;
	struct pgw_request *request = output->building->request;
	char room[PGW_WIRE_ROOM];
	struct pgw_text feature = PGW_TEXT("");

	(void)name;
	pgw_wire_text(tree, output->row, value, room, &feature);
	if (!request->json) {
		add_pair(request, output->row->name, feature, true);
		return true;
	}
	pgw_buffer_add(&output->joined, ";", output->joined.length > 0);
	pgw_buffer_add(&output->joined, feature.at, feature.length);
	return true;
}

static bool add_feature_list(const struct pgw_building *building, const struct pgw_parameter *row, const void *value)
{
	struct feature_output output = {building, row, {0}};
	bool added;

	building->tree->each(value, add_feature_name, &output);
	if (output.joined.length > 0) {
		add_pair(building->request, row->name, (struct pgw_text){output.joined.at, output.joined.length}, true);
	}
	added = !output.joined.failed || pgw_fail_memory(building->error);
	pgw_buffer_free(&output.joined);
	return added;
}

bool pgw_body_add(const struct pgw_building *building, const struct pgw_parameter *row, const void *node)
{
	struct pgw_wire_value value;

	if (pgw_is_nested(row)) {
		add_name(building->request, row->name);
		return pgw_nested_add(building, row->name, row, node);
	}
	pgw_wire_read(&value, building->tree, row, node);
	if (!pgw_check(building, row, &value)) {
		return false;
	}
	if (row->type == PGW_TAKES_FEATURES && value.type != PGW_STRING) {
		return add_feature_list(building, row, node);
	}
	return add_value(building, row->name, &value, pgw_wire_is_number(row));
}
