/* Writing a request's body: a form, or one JSON object. */
#include "body.h"

#include "../account.h"
#include "../buffer.h"
#include "../error.h"
#include "../text.h"
#include "json_writer.h"
#include "wire_text.h"

#include <string.h>

/* `quoted` is for JSON only: a form has no types. */
static void add_pair(struct pgw_request *request, const char *name, struct pgw_text value, bool quoted)
{
	struct pgw_buffer *body = &request->body;

	if (request->json) {
		pgw_buffer_add(body, ",", body->length > 1);
		pgw_buffer_add_quoted(body, name, strlen(name));
		pgw_buffer_add_text(body, ":");
		if (quoted) {
			pgw_buffer_add_quoted(body, value.at, value.length);
		} else {
			pgw_buffer_add(body, value.at, value.length);
		}
		return;
	}
	pgw_buffer_add(body, "&", body->length > 0);
	pgw_buffer_add_encoded(body, name, strlen(name));
	pgw_buffer_add(body, "=", 1);
	pgw_buffer_add_encoded(body, value.at, value.length);
}

void pgw_body_add_text(struct pgw_request *request, const char *name, const char *text)
{
	add_pair(request, name, (struct pgw_text){text, strlen(text)}, true);
}

static bool add_json(
	const struct pgw_building *building, const char *name, const struct pgw_parameter *row, const void *value)
{
	struct pgw_buffer json = {0};
	const char *reason = pgw_json_write(&json, building->tree, value, row, building->request->client->indicator);
	struct pgw_text shown;
	bool written = !reason && !json.failed;

	if (written) {
		add_pair(building->request, name, (struct pgw_text){json.at, json.length}, false);
	} else if (reason) {
		shown = pgw_text_shown((struct pgw_text){name, strlen(name)});
		pgw_fail(building->error, PGW_ERROR_ARGUMENT, "%s: %.*s cannot be written as JSON: %s", building->request->name,
			(int)shown.length, shown.at, reason);
	} else {
		pgw_fail_memory(building->error);
	}
	pgw_buffer_free(&json);
	return written;
}

bool pgw_body_add_any(
	const struct pgw_building *building, const char *name, const struct pgw_parameter *row, const void *value)
{
	static const struct pgw_parameter any = {.name = "", .type = PGW_TAKES_TEXT};
	const struct pgw_tree *tree = building->tree;
	struct pgw_request *request = building->request;
	bool number = row ? pgw_wire_is_number(row) : tree->type(value) == PGW_INTEGER;
	char room[PGW_WIRE_ROOM];
	struct pgw_text text;

	if (pgw_wire_text(tree, row ? row : &any, value, room, &text)) {
		add_pair(request, name, request->json && number ? pgw_text_number(text) : text, !number);
		return true;
	}
	if (tree->type(value) == PGW_BOOLEAN) {
		add_pair(request, name, tree->boolean(value) ? PGW_TEXT("true") : PGW_TEXT("false"), false);
		return true;
	}
	return add_json(building, name, row, value);
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

bool pgw_body_add(const struct pgw_building *building, const struct pgw_parameter *row, const void *value)
{
	if (row->type == PGW_TAKES_FEATURES && building->tree->type(value) != PGW_STRING) {
		return add_feature_list(building, row, value);
	}
	return pgw_body_add_any(building, row->name, row, value);
}
