/* Building a request from arguments and parameters. */
#include "../buffer.h"
#include "../account.h"
#include "../error.h"
#include "../secrets.h"
#include "../table/lookup.h"
#include "body.h"
#include "request.h"
#include "rules.h"
#include "signature.h"
#include "wire_text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct assembly {
	struct pgw_building building; /* for the checks */
	struct pgw_given given;       /* for the rules */
	const struct pgw_argument *arguments;
	size_t argument_count;
	uint64_t argument_rows; /* one bit for each parameter that was given as an argument */
	bool unchecked;         /* a call by path: parameters are sent as they are */
};

/* ---------------------------------------------------------------- one parameter */

static bool take_value(struct assembly *assembly, const struct pgw_parameter *parameter, const void *value)
{
	const struct pgw_tree *tree = assembly->building.tree;
	const struct pgw_request *request = assembly->building.request;
	struct pgw_given *given = &assembly->given;

	if (pgw_wire_is_absent(tree, parameter, value)) {
		return true;
	}
	if (!pgw_body_add(&assembly->building, parameter, value)) {
		return false;
	}
	given->seen |= UINT64_C(1) << (parameter - request->wire->parameters);
	given->values[parameter - request->wire->parameters] = value;
	if (parameter->flags & PGW_ZERO_WITH_VERIFY) {
		given->amount = parameter;
		given->charges = tree->integer(value) != 0;
	}
	if (parameter->type == PGW_TAKES_FEATURES) {
		pgw_rules_note_features(given, value);
	}
	return true;
}

static const char *argument_name(const struct pgw_parameter *parameter)
{
	return parameter->argument ? parameter->argument : parameter->name;
}

static const struct pgw_parameter *find_argument(const struct pgw_wire *wire, const char *name)
{
	const struct pgw_parameter *parameter = wire->parameters;

	while (parameter->name && strcmp(argument_name(parameter), name) != 0) {
		parameter++;
	}
	return parameter->name ? parameter : NULL;
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
		(int)name.length, name.at);
}

static bool refuse_unknown_parameter(const struct assembly *assembly, struct pgw_text name)
{
	const struct pgw_request *request = assembly->building.request;
	struct pgw_text shown = pgw_text_shown(name);
	char suggestion[PGW_SUGGESTION];

	return pgw_fail(assembly->building.error, PGW_ERROR_ARGUMENT, "%s: parameter %.*s is unknown%s", request->name,
		(int)shown.length, shown.at, pgw_parameter_suggest(request->wire->parameters, name, suggestion));
}

static bool refuse_argument(const struct assembly *assembly, struct pgw_text name, const char *argument)
{
	return pgw_fail(assembly->building.error, PGW_ERROR_ARGUMENT, "%s: %.*s is the argument $%s, not a parameter",
		assembly->building.request->name, (int)name.length, name.at, argument);
}

/* An argument must not be repeated as a parameter, by its PHP name or the gateway's. `row`: of the name, or NULL. */
static bool check_not_argument(const struct assembly *assembly, struct pgw_text name, const struct pgw_parameter *row)
{
	const struct pgw_wire *wire = assembly->building.request->wire;
	bool taken = row && assembly->argument_rows & UINT64_C(1) << (row - wire->parameters);

	for (size_t i = 0; i < assembly->argument_count; i++) {
		const char *argument = assembly->arguments[i].name;

		if (pgw_text_is(name, argument) || (taken && find_argument(wire, argument) == row)) {
			return refuse_argument(assembly, name, argument);
		}
	}
	return true;
}

/* ---------------------------------------------------------------- secrets */

struct secret_rows {
	const struct assembly *assembly;
	const struct pgw_parameter *known; /* NULL: none */
	int level;                         /* of nesting */
};

/* Visits an entry of the parameters, or of a nested object or list. */
static bool note_if_secret(void *context, struct pgw_text name, const void *value)
{
	const struct secret_rows *rows = context;
	struct pgw_request *request = rows->assembly->building.request;
	const struct pgw_tree *tree = rows->assembly->building.tree;
	const struct pgw_parameter *row = rows->known ? pgw_parameter_find(rows->known, name) : NULL;
	struct secret_rows inside = {rows->assembly, row ? row->members : rows->known, rows->level + 1};
	enum pgw_type type = tree->type(value);
	bool array = type == PGW_OBJECT || type == PGW_LIST;

	if (row ? row->flags & PGW_SECRET : !rows->known || request->client->extra_parameters) {
		return pgw_note_secret(request, tree, value) == PGW_IN_BOUNDS;
	}
	if (array && inside.known && (row || name.length == 0) && inside.level < PGW_MOST_LEVELS) {
		return tree->each(value, note_if_secret, &inside);
	}
	return ++request->walked <= PGW_MOST_VALUES;
}

/* ---------------------------------------------------------------- unchecked parameters */

/* Lists of features are sent in the gateway's own way, in a call by path too. */
static const struct pgw_parameter *row_of_unchecked(
	const struct pgw_tree *tree, struct pgw_text name, const void *value)
{
	static const struct pgw_parameter features = {.name = "features", .type = PGW_TAKES_FEATURES};

	return pgw_text_is(name, features.name) && tree->type(value) == PGW_LIST ? &features : NULL;
}

/* Notes what is secret of a value that is sent unchecked: all of it, unless a row says more. */
static bool note_unchecked_secret(
	const struct assembly *assembly, struct pgw_text name, const char *copy, const void *value)
{
	const struct pgw_wire *wire = assembly->building.request->wire;
	const struct pgw_parameter *row = wire ? pgw_parameter_find(wire->parameters, name) : NULL;
	struct secret_rows rows = {assembly, wire ? wire->parameters : NULL, 0};

	return row ? note_if_secret(&rows, name, value) ||
					 pgw_refuse_bound(assembly->building.error, "", name, PGW_TOO_MANY)
			   : pgw_check_secret(&assembly->building, copy, value);
}

/* A parameter that is not checked: one that is not in the table, or any in a call by path. */
static bool add_unchecked_parameter(struct assembly *assembly, struct pgw_text name, const void *value)
{
	struct pgw_request *request = assembly->building.request;
	const struct pgw_tree *tree = assembly->building.tree;
	const struct pgw_parameter *row = row_of_unchecked(tree, name, value);
	enum pgw_type type = tree->type(value);
	char *copy;
	bool added;

	if (type == PGW_NULL) {
		return true;
	}
	if (pgw_text_characters(name) < 1 || (type == PGW_STRING && pgw_text_characters(tree->text(value)) < 0) ||
		type == PGW_DOUBLE || type == PGW_FOREIGN) {
		return pgw_fail(assembly->building.error, PGW_ERROR_ARGUMENT,
			"%s: a parameter that is sent unchecked must be a string of valid UTF-8, an int, a bool or an array",
			request->name);
	}
	copy = pgw_text_copy(name);
	if (!copy) {
		return pgw_fail_memory(assembly->building.error);
	}
	added = note_unchecked_secret(assembly, name, copy, value) &&
			(row ? pgw_body_add(&assembly->building, row, value) : pgw_body_add_any(&assembly->building, copy, value));
	free(copy);
	return added;
}

static bool take_parameter(void *context, struct pgw_text name, const void *value)
{
	struct assembly *assembly = context;
	const struct pgw_wire *wire = assembly->building.request->wire;
	const struct pgw_parameter *parameter = wire ? pgw_parameter_find(wire->parameters, name) : NULL;

	if (name.length == 0) {
		return pgw_fail(assembly->building.error, PGW_ERROR_ARGUMENT, "%s: parameters must be given by name",
			assembly->building.request->name);
	}
	if (is_credential(name)) {
		return refuse_credential(assembly, name);
	}
	if (!check_not_argument(assembly, name, parameter)) {
		return false;
	}
	if (parameter && !assembly->unchecked) {
		return take_value(assembly, parameter, value);
	}
	if (wire && !assembly->unchecked && !assembly->building.request->client->extra_parameters) {
		return refuse_unknown_parameter(assembly, name);
	}
	return add_unchecked_parameter(assembly, name, value);
}

static bool take_arguments(struct assembly *assembly)
{
	for (size_t i = 0; i < assembly->argument_count; i++) {
		const struct pgw_argument *argument = &assembly->arguments[i];
		const struct pgw_parameter *parameter = find_argument(assembly->building.request->wire, argument->name);

		if (!parameter) {
			return pgw_fail(assembly->building.error, PGW_ERROR_ARGUMENT, "%s: the method has no argument %s",
				assembly->building.request->name, argument->name);
		}
		assembly->argument_rows |= UINT64_C(1) << (parameter - assembly->building.request->wire->parameters);
		if (!take_value(assembly, parameter, argument->value)) {
			return false;
		}
	}
	return true;
}

/* ---------------------------------------------------------------- building the request */

/* Adds the client's default for every parameter with this flag that was not given. */
static void add_defaults(struct assembly *assembly, enum pgw_parameter_flag flag, const char *value)
{
	const struct pgw_parameter *parameters = assembly->building.request->wire->parameters;

	for (size_t i = 0; value && parameters[i].name; i++) {
		if (parameters[i].flags & flag && !(assembly->given.seen & UINT64_C(1) << i)) {
			pgw_body_add_text(assembly->building.request, parameters[i].name, value);
			assembly->given.seen |= UINT64_C(1) << i;
		}
	}
}

/* A token may be public, so the gateway accepts it for a few methods only. */
static bool refuse_token_credential(const struct pgw_request *request, struct pgw_error *error)
{
	struct pgw_buffer names = {0};

	for (const struct pgw_method *method = pgw_methods(); method->name; method++) {
		if (method->flags & PGW_TAKES_TOKEN && method->wire[request->client->dialect].path) {
			pgw_buffer_add_text(&names, names.length ? ", " : "");
			pgw_buffer_add_text(&names, method->name);
		}
	}
	pgw_fail(error, PGW_ERROR_ARGUMENT,
		"%s: the gateway takes no token here, because a token may be public; with one it takes only %s: give the "
		"constructor userName and password instead",
		request->name, names.failed ? "a few methods" : names.at);
	pgw_buffer_free(&names);
	return false;
}

/* A path with a leading slash is relative to the host, not to the base URI. */
static bool set_uri(struct pgw_request *request, struct pgw_text path)
{
	const char *uri = request->client->base_uri;
	size_t host = (size_t)(strstr(uri, "://") + 3 - uri);
	size_t base = path.at[0] == '/' ? host + strcspn(uri + host, "/") : strlen(uri);

	request->uri = malloc(base + path.length + 1);
	if (!request->uri) {
		return false;
	}
	memcpy(request->uri, request->client->base_uri, base);
	memcpy(request->uri + base, path.at, path.length);
	request->uri[base + path.length] = '\0';
	return true;
}

static bool start_body(struct pgw_request *request, struct pgw_text path, struct pgw_error *error)
{
	const struct pgw_client *client = request->client;
	const struct pgw_buffer *credentials = request->json ? &client->json_credentials : &client->credentials;

	if (!set_uri(request, path)) {
		return pgw_fail_memory(error);
	}
	if (request->method && request->method->flags & PGW_NO_CREDENTIALS) {
		pgw_buffer_add(&request->body, "{", request->json);
	} else {
		pgw_buffer_add(&request->body, credentials->at, credentials->length);
	}
	return true;
}

/* The message of a rejected request may contain, as a name, a secret that was not noted yet. */
static void note_secrets_of_refused(const struct assembly *assembly, const void *parameters)
{
	const struct pgw_wire *wire = assembly->building.request->wire;
	struct secret_rows rows = {assembly, wire ? wire->parameters : NULL, 0};

	assembly->building.request->walked = 0;
	for (size_t i = 0; i < assembly->argument_count; i++) {
		const struct pgw_parameter *row = wire ? find_argument(wire, assembly->arguments[i].name) : NULL;

		if (row) {
			note_if_secret(&rows, (struct pgw_text){row->name, strlen(row->name)}, assembly->arguments[i].value);
		}
	}
	if (parameters) {
		assembly->building.tree->each(parameters, note_if_secret, &rows);
	}
}

static bool finish_request(const struct assembly *assembly, bool built, const void *parameters)
{
	struct pgw_request *request = assembly->building.request;
	struct pgw_error *error = assembly->building.error;

	if (built && request->json) {
		pgw_buffer_add(&request->body, "}", 1);
	}
	if (built && (request->body.failed || request->secrets.failed)) {
		built = pgw_fail_memory(error);
	}
	if (built && request->client->signature_key) {
		built =
			pgw_signature_write(&request->hash, &request->signature, request->client->signature_key, &request->body) ||
			pgw_fail_memory(error);
	}
	if (!built) {
		note_secrets_of_refused(assembly, parameters);
		pgw_mask(error->message, request);
		pgw_request_free(request);
	}
	return built;
}

bool pgw_request_init(struct pgw_request *request, const struct pgw_client *client, const struct pgw_method *method,
	const struct pgw_tree *tree, const struct pgw_argument *arguments, size_t argument_count, const void *parameters,
	struct pgw_error *error)
{
	struct assembly assembly = {
		.building = {.request = request, .tree = tree, .error = error},
		.given.building = &assembly.building,
		.arguments = arguments,
		.argument_count = argument_count,
	};
	bool built;

	*request = (struct pgw_request){
		.method = method,
		.wire = &method->wire[client->dialect],
		.client = client,
		.name = method->name,
		.changes = method->flags & PGW_CHANGES,
		.repeatable = !(method->flags & PGW_CHANGES),
	};
	if (!request->wire->path) {
		return pgw_fail(error, PGW_ERROR_ARGUMENT, "%s: the dialect %s has no such method", method->name,
			pgw_dialect_name(client->dialect));
	}
	if (client->token.at && !client->token_everywhere && !(method->flags & (PGW_TAKES_TOKEN | PGW_NO_CREDENTIALS))) {
		return refuse_token_credential(request, error);
	}
	request->json = request->wire->json;
	built = start_body(request, (struct pgw_text){request->wire->path, strlen(request->wire->path)}, error) &&
			take_arguments(&assembly) && (!parameters || tree->each(parameters, take_parameter, &assembly));
	if (built) {
		add_defaults(&assembly, PGW_LANGUAGE, client->language);
		add_defaults(&assembly, PGW_CURRENCY, client->currency);
		built = pgw_rules_check(&assembly.given);
	}
	return finish_request(&assembly, built, parameters);
}

static bool is_relative_path(struct pgw_text path)
{
	size_t dots = 0;

	if (path.length == 0 || path.length > 256 || path.at[0] == '/' || path.at[0] == '.') {
		return false;
	}
	for (size_t i = 0; i < path.length; i++) {
		char c = path.at[i];

		dots = c == '.' ? dots + 1 : 0;
		if (dots > 1 || (c == '.' && path.at[i - 1] == '/') ||
			(c == '/' && i + 1 < path.length && path.at[i + 1] == '/') ||
			!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (c && strchr("/._-", c)))) {
			return false;
		}
	}
	return memchr(path.at, '/', path.length) || memchr(path.at, '.', path.length);
}

static bool refuse_path(struct pgw_text path, struct pgw_error *error)
{
	char suggestion[PGW_SUGGESTION];

	return pgw_fail(error, PGW_ERROR_ARGUMENT,
		"call: the method must be one of the class, or a relative path such as rest/newThing.do (letters, digits and "
		"/._-, no \"..\")%s",
		pgw_method_suggest(path, suggestion));
}

/* A path should not contain a card number, but if it does, no message and no log shows it. */
static bool set_shown_path(struct pgw_request *request, struct pgw_text path, struct pgw_error *error)
{
	size_t base = strlen(request->uri) - path.length;

	request->shown = strdup(request->uri);
	if (!request->shown) {
		return pgw_fail_memory(error);
	}
	pgw_mask(request->shown + base, request);
	request->name = request->shown + base;
	return true;
}

bool pgw_request_init_path(struct pgw_request *request, const struct pgw_client *client, struct pgw_text path,
	const struct pgw_tree *tree, const void *parameters, struct pgw_error *error)
{
	const struct pgw_method *method = pgw_method_at_path(client->dialect, path);
	const struct pgw_wire *wire = method ? &method->wire[client->dialect] : NULL;
	struct assembly assembly = {
		.building = {.request = request, .tree = tree, .error = error},
		.given.building = &assembly.building,
		.unchecked = true,
	};
	bool built;

	*request = (struct pgw_request){
		.method = method,
		.wire = wire,
		.client = client,
		.changes = !method || method->flags & PGW_CHANGES,
		.repeatable = method && !(method->flags & PGW_CHANGES),
		.json = wire ? wire->json : pgw_dialect_takes_json(client->dialect, path),
	};
	if (!method && !is_relative_path(path)) {
		return refuse_path(path, error);
	}
	built = start_body(request, path, error);
	if (built) {
		request->name = request->uri + strlen(request->uri) - path.length;
		built =
			(!parameters || tree->each(parameters, take_parameter, &assembly)) && set_shown_path(request, path, error);
	}
	return finish_request(&assembly, built, parameters);
}

bool pgw_request_init_get(struct pgw_request *request, const struct pgw_client *client, const struct pgw_method *method,
	struct pgw_error *error)
{
	const struct pgw_wire *wire = &method->wire[client->dialect];

	*request = (struct pgw_request){
		.method = method,
		.wire = wire,
		.client = client,
		.name = method->name,
		.get = true,
		.repeatable = true,
	};
	if (!wire->path) {
		return pgw_fail(error, PGW_ERROR_ARGUMENT, "%s: the dialect %s has no seToken", method->name,
			pgw_dialect_name(client->dialect));
	}
	return set_uri(request, (struct pgw_text){wire->path, strlen(wire->path)}) || pgw_fail_memory(error);
}

void pgw_request_free(struct pgw_request *request)
{
	pgw_buffer_free(&request->body);
	pgw_buffer_free(&request->hash);
	pgw_buffer_free(&request->signature);
	pgw_buffer_free(&request->secrets);
	free(request->uri);
	free(request->shown);
	*request = (struct pgw_request){0};
}
