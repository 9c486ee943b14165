/* From arguments and parameters to a body ready to send. */
#include "check.h"
#include "client.h"
#include "error.h"
#include "json.h"
#include "text.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct assembly {
	struct pgw_building building; /* first: the checks see only this */
	const struct pgw_argument *arguments;
	size_t argument_count;
	uint64_t seen;                    /* one bit for each parameter of the row that has a value */
	const struct pgw_parameter *zero; /* an amount of 0 that needs the feature VERIFY */
	bool verify;
};

/* ---------------------------------------------------------------- encoding */

static void add_field(struct pgw_buffer *body, const char *name, const char *at, size_t length)
{
	pgw_buffer_add(body, "&", body->length > 0);
	pgw_buffer_add_encoded(body, name, strlen(name));
	pgw_buffer_add(body, "=", 1);
	pgw_buffer_add_encoded(body, at, length);
}

static bool add_json(struct assembly *assembly, const char *name, const void *value, bool texts)
{
	const struct pgw_building *building = &assembly->building;
	const char *reason = NULL;
	char *json = pgw_json_write(building->tree, value, texts, &reason);

	if (!json) {
		if (!reason) {
			return pgw_fail_memory(building->error);
		}
		return pgw_fail(building->error, PGW_ERROR_ARGUMENT, "%s: %s cannot be written as JSON: %s",
			building->request->name, name, reason);
	}
	add_field(&building->request->body, name, json, strlen(json));
	free(json);
	return true;
}

struct repeated {
	struct assembly *assembly;
	const char *name;
};

static bool add_value(struct assembly *assembly, const char *name, const void *value, bool texts);

static bool add_repeated(void *context, struct pgw_text name, const void *value)
{
	struct repeated *repeated = context;

	(void)name;
	return add_value(repeated->assembly, repeated->name, value, false);
}

static bool add_value(struct assembly *assembly, const char *name, const void *value, bool texts)
{
	const struct pgw_tree *tree = assembly->building.tree;
	struct pgw_buffer *body = &assembly->building.request->body;
	struct pgw_text text;
	char digits[24];

	switch (tree->type(value)) {
		case PGW_STRING:
			text = tree->text(value);
			break;
		case PGW_INTEGER:
			text.at = digits;
			text.length = (size_t)snprintf(digits, sizeof(digits), "%" PRId64, tree->integer(value));
			break;
		case PGW_BOOLEAN:
			text = tree->boolean(value) ? PGW_TEXT("true") : PGW_TEXT("false");
			break;
		default:
			return add_json(assembly, name, value, texts);
	}
	add_field(body, name, text.at, text.length);
	return true;
}

static bool add_parameter(struct assembly *assembly, const struct pgw_parameter *parameter, const void *value)
{
	const struct pgw_tree *tree = assembly->building.tree;
	struct repeated repeated = {assembly, parameter->name};

	if (parameter->type == PGW_TAKES_FEATURES && tree->type(value) == PGW_LIST) {
		return tree->each(value, add_repeated, &repeated);
	}
	return add_value(assembly, parameter->name, value, parameter->type == PGW_TAKES_TEXTS);
}

/* ---------------------------------------------------------------- one parameter */

static bool find_verify(void *context, struct pgw_text name, const void *value)
{
	struct assembly *assembly = context;

	(void)name;
	assembly->verify |= pgw_text_is(assembly->building.tree->text(value), "VERIFY");
	return true;
}

static void note_features(struct assembly *assembly, const void *value)
{
	if (assembly->building.tree->type(value) == PGW_LIST) {
		assembly->building.tree->each(value, find_verify, assembly);
	} else {
		find_verify(assembly, PGW_TEXT(""), value);
	}
}

static void note_secret(struct assembly *assembly, const void *value)
{
	const struct pgw_tree *tree = assembly->building.tree;
	struct pgw_buffer *secrets = &assembly->building.request->secrets;
	struct pgw_text text;
	char digits[24];

	if (tree->type(value) == PGW_STRING) {
		text = tree->text(value);
		pgw_buffer_add(secrets, text.at, text.length);
	} else if (tree->type(value) == PGW_INTEGER) {
		pgw_buffer_add(secrets, digits, (size_t)snprintf(digits, sizeof(digits), "%" PRId64, tree->integer(value)));
	}
	pgw_buffer_add(secrets, "", 1);
}

static bool take(struct assembly *assembly, const struct pgw_parameter *parameter, const void *value)
{
	const struct pgw_tree *tree = assembly->building.tree;
	struct pgw_request *request = assembly->building.request;

	if (tree->type(value) == PGW_NULL) {
		return true;
	}
	if (!pgw_check(&assembly->building, parameter, value)) {
		return false;
	}
	assembly->seen |= UINT64_C(1) << (parameter - request->method->parameters);
	if (parameter->flags & PGW_SECRET) {
		note_secret(assembly, value);
	}
	if (parameter->flags & PGW_ZERO_WITH_VERIFY && tree->integer(value) == 0) {
		assembly->zero = parameter;
	}
	if (parameter->type == PGW_TAKES_FEATURES) {
		note_features(assembly, value);
	}
	if (request->method->repeatable_with && strcmp(parameter->name, request->method->repeatable_with) == 0) {
		request->repeatable = true;
	}
	return add_parameter(assembly, parameter, value);
}

static const char *php_name(const struct pgw_parameter *parameter)
{
	return parameter->argument ? parameter->argument : parameter->name;
}

static const struct pgw_parameter *find_argument(const struct pgw_method *method, const char *name)
{
	const struct pgw_parameter *parameter = method->parameters;

	while (parameter->name && strcmp(php_name(parameter), name) != 0) {
		parameter++;
	}
	return parameter->name ? parameter : NULL;
}

static const struct pgw_parameter *find_parameter(const struct pgw_method *method, struct pgw_text name)
{
	for (const struct pgw_parameter *parameter = method->parameters; parameter->name; parameter++) {
		if (pgw_text_is(name, parameter->name)) {
			return parameter;
		}
	}
	return NULL;
}

/* ---------------------------------------------------------------- names */

static bool is_credential(struct pgw_text name)
{
	return pgw_text_is(name, "userName") || pgw_text_is(name, "password") || pgw_text_is(name, "token");
}

static bool refuse_credential(const struct assembly *assembly, struct pgw_text name)
{
	return pgw_fail(assembly->building.error, PGW_ERROR_ARGUMENT,
		"%s: %.*s is not a parameter: credentials are given to the constructor", assembly->building.request->name,
		pgw_text_shown(name), name.at);
}

static bool refuse_unknown(const struct assembly *assembly, struct pgw_text name)
{
	const struct pgw_request *request = assembly->building.request;
	struct pgw_nearest nearest = pgw_nearest_to(name);
	char suggestion[PGW_SUGGESTION];

	for (const struct pgw_parameter *parameter = request->method->parameters; parameter->name; parameter++) {
		pgw_nearest_offer(&nearest, parameter->name);
		if (parameter->argument && pgw_text_is(name, parameter->argument)) {
			nearest = (struct pgw_nearest){.name = parameter->name};
		}
	}
	if (pgw_text_characters(name) < 0) {
		name = PGW_TEXT("(not UTF-8)");
	}
	return pgw_fail(assembly->building.error, PGW_ERROR_ARGUMENT, "%s: parameter %.*s is unknown%s", request->name,
		pgw_text_shown(name), name.at, pgw_nearest_suggestion(&nearest, suggestion));
}

static bool refuse_argument(const struct assembly *assembly, struct pgw_text name)
{
	for (size_t i = 0; i < assembly->argument_count; i++) {
		const char *argument = assembly->arguments[i].name;
		const struct pgw_parameter *parameter = find_argument(assembly->building.request->method, argument);

		if (pgw_text_is(name, argument) || (parameter && pgw_text_is(name, parameter->name))) {
			return pgw_fail(assembly->building.error, PGW_ERROR_ARGUMENT,
				"%s: %.*s is the argument $%s, not a parameter", assembly->building.request->name, (int)name.length,
				name.at, argument);
		}
	}
	return true;
}

/* What a bank has beyond the table, when the caller says that he knows better. */
static bool add_extra(struct assembly *assembly, struct pgw_text name, const void *value)
{
	struct pgw_request *request = assembly->building.request;
	const struct pgw_tree *tree = assembly->building.tree;
	enum pgw_type type = tree->type(value);
	char *copy;
	bool added;

	if (type == PGW_NULL) {
		return true;
	}
	if (pgw_text_characters(name) < 1 || (type == PGW_STRING && pgw_text_characters(tree->text(value)) < 0) ||
		type == PGW_DOUBLE || type == PGW_FOREIGN) {
		return pgw_fail(assembly->building.error, PGW_ERROR_ARGUMENT,
			"%s: an extra parameter must be a string of valid UTF-8, an int, a bool or an array", request->name);
	}
	copy = pgw_text_copy(name);
	if (!copy) {
		return pgw_fail_memory(assembly->building.error);
	}
	note_secret(assembly, value);
	added = add_value(assembly, copy, value, false);
	free(copy);
	return added;
}

static bool take_parameter(void *context, struct pgw_text name, const void *value)
{
	struct assembly *assembly = context;
	const struct pgw_method *method = assembly->building.request->method;
	const struct pgw_parameter *parameter = method ? find_parameter(method, name) : NULL;

	if (name.length == 0) {
		return pgw_fail(assembly->building.error, PGW_ERROR_ARGUMENT, "%s: parameters must be given by name",
			assembly->building.request->name);
	}
	if (is_credential(name)) {
		return refuse_credential(assembly, name);
	}
	if (!refuse_argument(assembly, name)) {
		return false;
	}
	if (parameter) {
		return take(assembly, parameter, value);
	}
	if (method && !assembly->building.request->client->extra_parameters) {
		return refuse_unknown(assembly, name);
	}
	return add_extra(assembly, name, value);
}

static bool take_arguments(struct assembly *assembly)
{
	for (size_t i = 0; i < assembly->argument_count; i++) {
		const struct pgw_argument *argument = &assembly->arguments[i];
		const struct pgw_parameter *parameter = find_argument(assembly->building.request->method, argument->name);

		if (!parameter) {
			return pgw_fail(assembly->building.error, PGW_ERROR_ARGUMENT, "%s: the method has no argument %s",
				assembly->building.request->name, argument->name);
		}
		if (!take(assembly, parameter, argument->value)) {
			return false;
		}
	}
	return true;
}

/* ---------------------------------------------------------------- the whole */

static void add_default(struct assembly *assembly, const char *name, const char *value)
{
	struct pgw_request *request = assembly->building.request;
	const struct pgw_parameter *parameter = find_parameter(request->method, (struct pgw_text){name, strlen(name)});
	uint64_t bit = parameter ? UINT64_C(1) << (parameter - request->method->parameters) : 0;

	if (value && bit && !(assembly->seen & bit)) {
		add_field(&request->body, name, value, strlen(value));
	}
}

static bool check_mandatory(const struct assembly *assembly)
{
	const struct pgw_request *request = assembly->building.request;

	for (size_t i = 0; request->method->parameters[i].name; i++) {
		if (request->method->parameters[i].flags & PGW_MANDATORY && !(assembly->seen & UINT64_C(1) << i)) {
			return pgw_fail(assembly->building.error, PGW_ERROR_ARGUMENT, "%s: %s is missing", request->name,
				request->method->parameters[i].name);
		}
	}
	return true;
}

static bool check_one_of(const struct assembly *assembly)
{
	const struct pgw_request *request = assembly->building.request;

	for (const char *const *words = request->method->one_of; words && *words; words++) {
		bool found = false;

		for (size_t i = 0; request->method->parameters[i].name; i++) {
			found |= assembly->seen & UINT64_C(1) << i && pgw_words_hold(*words, request->method->parameters[i].name);
		}
		if (!found) {
			return pgw_fail(
				assembly->building.error, PGW_ERROR_ARGUMENT, "%s: one of these is missing: %s", request->name, *words);
		}
	}
	return true;
}

static bool check_zero(const struct assembly *assembly)
{
	if (!assembly->zero || assembly->verify) {
		return true;
	}
	return pgw_fail(assembly->building.error, PGW_ERROR_ARGUMENT, "%s: %s may be 0 only with the feature VERIFY",
		assembly->building.request->name, assembly->zero->name);
}

static bool set_uri(struct pgw_request *request, struct pgw_text path)
{
	size_t base = strlen(request->client->base_uri);

	request->uri = malloc(base + path.length + 1);
	if (!request->uri) {
		return false;
	}
	memcpy(request->uri, request->client->base_uri, base);
	memcpy(request->uri + base, path.at, path.length);
	request->uri[base + path.length] = '\0';
	return true;
}

static bool start(struct pgw_request *request, struct pgw_text path, struct pgw_error *error)
{
	const struct pgw_buffer *credentials = &request->client->credentials;

	if (!set_uri(request, path)) {
		return pgw_fail_memory(error);
	}
	pgw_buffer_add(&request->body, credentials->at, credentials->length);
	return true;
}

static bool finish(struct pgw_request *request, bool built, struct pgw_error *error)
{
	if (built && (request->body.failed || request->secrets.failed)) {
		built = pgw_fail_memory(error);
	}
	if (!built) {
		pgw_mask(error->message, request); /* a secret may have been given as a name */
		pgw_request_free(request);
	}
	return built;
}

bool pgw_request_init(struct pgw_request *request, const struct pgw_client *client, const struct pgw_method *method,
	const struct pgw_tree *tree, const struct pgw_argument *arguments, size_t argument_count, const void *parameters,
	struct pgw_error *error)
{
	struct assembly assembly = {
		.building = {request, tree, error},
		.arguments = arguments,
		.argument_count = argument_count,
	};
	bool built;

	*request = (struct pgw_request){.method = method, .client = client, .name = method->name};
	request->changes = method->flags & PGW_CHANGES;
	request->repeatable = !request->changes;
	if (client->token.at && !(method->flags & PGW_TAKES_TOKEN)) {
		return pgw_fail(
			error, PGW_ERROR_ARGUMENT, "%s: the gateway takes no token here, only userName and password", method->name);
	}
	built = start(request, (struct pgw_text){method->path, strlen(method->path)}, error) && take_arguments(&assembly) &&
			(!parameters || tree->each(parameters, take_parameter, &assembly)) && check_mandatory(&assembly) &&
			check_one_of(&assembly) && check_zero(&assembly);
	if (built) {
		add_default(&assembly, "language", client->language);
		add_default(&assembly, "currency", client->currency);
	}
	return finish(request, built, error);
}

static bool is_path(struct pgw_text path)
{
	size_t dots = 0;

	if (path.length == 0 || path.length > 256 || path.at[0] == '/' || path.at[0] == '.') {
		return false;
	}
	for (size_t i = 0; i < path.length; i++) {
		char c = path.at[i];

		dots = c == '.' ? dots + 1 : 0;
		if (dots > 1 || (c == '/' && i + 1 < path.length && path.at[i + 1] == '/') ||
			!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (c && strchr("/._-", c)))) {
			return false;
		}
	}
	return memchr(path.at, '/', path.length) || memchr(path.at, '.', path.length);
}

static bool refuse_path(struct pgw_text path, struct pgw_error *error)
{
	struct pgw_nearest nearest = pgw_nearest_to(path);
	char suggestion[PGW_SUGGESTION];

	for (const struct pgw_method *method = pgw_methods(); method->name; method++) {
		pgw_nearest_offer(&nearest, method->name);
	}
	return pgw_fail(error, PGW_ERROR_ARGUMENT,
		"call: the method must be one of the class, or a relative path such as rest/newThing.do (letters, digits and "
		"/._-, no \"..\")%s",
		pgw_nearest_suggestion(&nearest, suggestion));
}

bool pgw_request_init_path(struct pgw_request *request, const struct pgw_client *client, struct pgw_text path,
	const struct pgw_tree *tree, const void *parameters, struct pgw_error *error)
{
	struct assembly assembly = {.building = {request, tree, error}};
	bool built;

	*request = (struct pgw_request){.client = client, .changes = true};
	if (!is_path(path)) {
		return refuse_path(path, error);
	}
	for (const struct pgw_method *method = pgw_methods(); method->name; method++) {
		if (pgw_text_is(path, method->path)) {
			return pgw_fail(error, PGW_ERROR_ARGUMENT, "call: %s is the method %s: call it by that name", method->path,
				method->name);
		}
	}
	built = start(request, path, error);
	if (built) {
		request->name = request->uri + strlen(client->base_uri);
		built = !parameters || tree->each(parameters, take_parameter, &assembly);
	}
	return finish(request, built, error);
}

void pgw_request_free(struct pgw_request *request)
{
	pgw_buffer_free(&request->body);
	pgw_buffer_free(&request->secrets);
	free(request->uri);
	*request = (struct pgw_request){0};
}
