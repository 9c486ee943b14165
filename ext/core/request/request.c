/* From arguments and parameters to a body ready to send. */
#include "../buffer.h"
#include "../client.h"
#include "../error.h"
#include "../secrets.h"
#include "../table/features.h"
#include "../table/lookup.h"
#include "check.h"
#include "json_writer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_PARAMETERS = 64 };

struct assembly {
	struct pgw_building building; /* first: the checks see only this */
	const struct pgw_argument *arguments;
	size_t argument_count;
	uint64_t seen;                       /* one bit for each parameter of the row that has a value, be it a default */
	const void *values[MOST_PARAMETERS]; /* those given, by their places in the row */
	const struct pgw_parameter *amount;  /* one whose being 0 depends on the features */
	bool charges;                        /* it is not 0 */
	uint32_t features;                   /* one bit for each of pgw_features() that was given */
};

/* ---------------------------------------------------------------- encoding */

/* A form has no types; in JSON a text is quoted and everything else is not. */
static void add_field(struct pgw_request *request, const char *name, struct pgw_text value, bool quoted)
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

static bool add_json(struct assembly *assembly, const char *name, const struct pgw_parameter *row, const void *value)
{
	const struct pgw_building *building = &assembly->building;
	struct pgw_buffer json = {0};
	const char *reason = pgw_json_write(&json, building->tree, value, row);
	struct pgw_text shown;
	bool written = !reason && !json.failed;

	if (written) {
		add_field(building->request, name, (struct pgw_text){json.at, json.length}, false);
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

/* `row` is NULL for what the table does not know. */
static bool add_value(struct assembly *assembly, const char *name, const struct pgw_parameter *row, const void *value)
{
	const struct pgw_tree *tree = assembly->building.tree;
	struct pgw_request *request = assembly->building.request;
	bool number =
		row && (row->type == PGW_TAKES_INTEGER || row->type == PGW_TAKES_RANGE || row->type == PGW_TAKES_AMOUNT);
	char room[PGW_INTEGER_TEXT];

	switch (tree->type(value)) {
		case PGW_STRING:
			add_field(request, name, request->json && number ? pgw_text_number(tree->text(value)) : tree->text(value),
				!number);
			return true;
		case PGW_INTEGER:
			add_field(request, name, pgw_text_of_integer(tree->integer(value), room), row && !number);
			return true;
		case PGW_BOOLEAN:
			add_field(request, name, tree->boolean(value) ? PGW_TEXT("true") : PGW_TEXT("false"), false);
			return true;
		default:
			return add_json(assembly, name, row, value);
	}
}

struct features {
	struct assembly *assembly;
	const struct pgw_parameter *row;
	struct pgw_buffer joined;
};

static bool add_feature(void *context, struct pgw_text name, const void *value)
{
	struct features *features = context;
	const struct pgw_tree *tree = features->assembly->building.tree;
	struct pgw_request *request = features->assembly->building.request;
	struct pgw_text feature = tree->text(value);

	(void)name;
	if (!request->json) {
		add_field(request, features->row->name, feature, true);
		return true;
	}
	pgw_buffer_add(&features->joined, ";", features->joined.length > 0);
	pgw_buffer_add(&features->joined, feature.at, feature.length);
	return true;
}

static bool add_features(struct assembly *assembly, const struct pgw_parameter *row, const void *value)
{
	struct features features = {assembly, row, {0}};
	bool added;

	assembly->building.tree->each(value, add_feature, &features);
	if (features.joined.length > 0) {
		add_field(
			assembly->building.request, row->name, (struct pgw_text){features.joined.at, features.joined.length}, true);
	}
	added = !features.joined.failed || pgw_fail_memory(assembly->building.error);
	pgw_buffer_free(&features.joined);
	return added;
}

static bool add_parameter(struct assembly *assembly, const struct pgw_parameter *row, const void *value)
{
	if (row->type == PGW_TAKES_FEATURES && assembly->building.tree->type(value) == PGW_LIST) {
		return add_features(assembly, row, value);
	}
	return add_value(assembly, row->name, row, value);
}

/* ---------------------------------------------------------------- one parameter */

static void note_feature(struct assembly *assembly, struct pgw_text name)
{
	const struct pgw_feature *features = pgw_features();

	for (size_t i = 0; features[i].name; i++) {
		if (pgw_text_is(name, features[i].name)) {
			assembly->features |= UINT32_C(1) << i;
		}
	}
}

/* One text may hold several, as Sberbank joins them. */
static bool note_features_of(void *context, struct pgw_text name, const void *value)
{
	struct assembly *assembly = context;
	struct pgw_text left = assembly->building.tree->text(value);

	(void)name;
	while (left.length > 0) {
		note_feature(assembly, pgw_text_cut(&left, assembly->building.request->json ? ';' : '\0'));
	}
	return true;
}

static void note_features(struct assembly *assembly, const void *value)
{
	if (assembly->building.tree->type(value) == PGW_LIST) {
		assembly->building.tree->each(value, note_features_of, assembly);
	} else {
		note_features_of(assembly, PGW_TEXT(""), value);
	}
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
	assembly->seen |= UINT64_C(1) << (parameter - request->wire->parameters);
	assembly->values[parameter - request->wire->parameters] = value;
	if (parameter->flags & PGW_ZERO_WITH_VERIFY) {
		assembly->amount = parameter;
		assembly->charges = tree->integer(value) != 0;
	}
	if (parameter->type == PGW_TAKES_FEATURES) {
		note_features(assembly, value);
	}
	return add_parameter(assembly, parameter, value);
}

static const char *php_name(const struct pgw_parameter *parameter)
{
	return parameter->argument ? parameter->argument : parameter->name;
}

static const struct pgw_parameter *find_argument(const struct pgw_wire *wire, const char *name)
{
	const struct pgw_parameter *parameter = wire->parameters;

	while (parameter->name && strcmp(php_name(parameter), name) != 0) {
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

static bool refuse_unknown(const struct assembly *assembly, struct pgw_text name)
{
	const struct pgw_request *request = assembly->building.request;
	struct pgw_text shown = pgw_text_shown(name);
	char suggestion[PGW_SUGGESTION];

	return pgw_fail(assembly->building.error, PGW_ERROR_ARGUMENT, "%s: parameter %.*s is unknown%s", request->name,
		(int)shown.length, shown.at, pgw_parameter_suggest(request->wire->parameters, name, suggestion));
}

static bool refuse_argument(const struct assembly *assembly, struct pgw_text name)
{
	for (size_t i = 0; i < assembly->argument_count; i++) {
		const char *argument = assembly->arguments[i].name;
		const struct pgw_parameter *parameter = find_argument(assembly->building.request->wire, argument);

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
	added = pgw_check_secret(&assembly->building, copy, value) && add_value(assembly, copy, NULL, value);
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
	if (!refuse_argument(assembly, name)) {
		return false;
	}
	if (parameter) {
		return take(assembly, parameter, value);
	}
	if (wire && !assembly->building.request->client->extra_parameters) {
		return refuse_unknown(assembly, name);
	}
	return add_extra(assembly, name, value);
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
		if (!take(assembly, parameter, argument->value)) {
			return false;
		}
	}
	return true;
}

/* ---------------------------------------------------------------- the whole */

/* The client's own value of every parameter with this flag that was not given. */
static void add_defaults(struct assembly *assembly, enum pgw_parameter_flag flag, const char *value)
{
	struct pgw_request *request = assembly->building.request;

	for (size_t i = 0; value && request->wire->parameters[i].name; i++) {
		if (request->wire->parameters[i].flags & flag && !(assembly->seen & UINT64_C(1) << i)) {
			add_field(request, request->wire->parameters[i].name, (struct pgw_text){value, strlen(value)}, true);
			assembly->seen |= UINT64_C(1) << i;
		}
	}
}

static bool check_mandatory(const struct assembly *assembly)
{
	const struct pgw_request *request = assembly->building.request;

	for (size_t i = 0; request->wire->parameters[i].name; i++) {
		if (request->wire->parameters[i].flags & PGW_MANDATORY && !(assembly->seen & UINT64_C(1) << i)) {
			return pgw_fail(assembly->building.error, PGW_ERROR_ARGUMENT, "%s: %s is missing", request->name,
				request->wire->parameters[i].name);
		}
	}
	return true;
}

/* bindingNotNeeded = false asks for nothing, and neither does an empty array. */
static bool asks(const struct pgw_tree *tree, const void *value)
{
	switch (tree->type(value)) {
		case PGW_NULL:
			return false;
		case PGW_BOOLEAN:
			return tree->boolean(value);
		case PGW_LIST:
		case PGW_OBJECT:
			return !pgw_is_empty(tree, value);
		default:
			return true;
	}
}

/* The value of a parameter, or of a member inside one ("a.b.c"); NULL when it was not given. */
static const void *value_of(const struct assembly *assembly, struct pgw_text path)
{
	const struct pgw_tree *tree = assembly->building.tree;
	const struct pgw_parameter *parameters = assembly->building.request->wire->parameters;
	struct pgw_text name = pgw_text_cut(&path, '.');
	const struct pgw_parameter *row = pgw_parameter_find(parameters, name);
	const void *value = row ? assembly->values[row - parameters] : NULL;

	while (value && path.length > 0) {
		name = pgw_text_cut(&path, '.');
		value = tree->type(value) == PGW_OBJECT ? tree->member(value, name) : NULL;
	}
	return value && asks(tree, value) ? value : NULL;
}

/* How many of the "a|b" words have a value. */
static int count_given(const struct assembly *assembly, const char *words)
{
	struct pgw_text left = {words, strlen(words)};
	int count = 0;

	while (left.length > 0) {
		count += value_of(assembly, pgw_text_cut(&left, '|')) != NULL;
	}
	return count;
}

static bool check_choices(const struct assembly *assembly)
{
	const struct pgw_request *request = assembly->building.request;
	char list[PGW_LIST_OF_WORDS];

	for (const char *const *words = request->wire->one_of; words && *words; words++) {
		if (count_given(assembly, *words) == 0) {
			return pgw_fail(assembly->building.error, PGW_ERROR_ARGUMENT, "%s: one of %s is missing", request->name,
				pgw_words_list(*words, list));
		}
	}
	for (const char *const *words = request->wire->not_both; words && *words; words++) {
		if (count_given(assembly, *words) > 1) {
			return pgw_fail(assembly->building.error, PGW_ERROR_ARGUMENT, "%s: only one of %s may be given",
				request->name, pgw_words_list(*words, list));
		}
	}
	return true;
}

/* `word` is filled with the value of the rule's parameter, if the rule names values. */
static bool applies(const struct assembly *assembly, const struct pgw_rule *rule, char word[32])
{
	const struct pgw_tree *tree = assembly->building.tree;
	const void *value = value_of(assembly, (struct pgw_text){rule->when, strlen(rule->when)});

	word[0] = '\0';
	if (!value || (rule->with && count_given(assembly, rule->with) == 0)) {
		return false;
	}
	if (rule->is) {
		snprintf(word, 32, "%.*s", (int)tree->text(value).length, tree->text(value).at);
	}
	return !rule->is || pgw_words_hold(rule->is, word);
}

static bool refuse_by_rule(
	const struct assembly *assembly, const struct pgw_rule *rule, const char *word, const char *verb, const char *names)
{
	char list[PGW_LIST_OF_WORDS];

	return pgw_fail(assembly->building.error, PGW_ERROR_ARGUMENT, "%s: %s%s%s %s %s%s%s",
		assembly->building.request->name, rule->when, *word ? " " : "", word, verb, pgw_words_list(names, list),
		rule->why ? ": " : "", rule->why ? rule->why : "");
}

static bool check_rules(const struct assembly *assembly)
{
	char word[32];

	for (const struct pgw_rule *rule = assembly->building.request->wire->rules; rule && rule->when; rule++) {
		if (!applies(assembly, rule, word)) {
			continue;
		}
		if (rule->needs && count_given(assembly, rule->needs) == 0) {
			return refuse_by_rule(
				assembly, rule, word, strchr(rule->needs, '|') ? "needs one of" : "needs", rule->needs);
		}
		if (rule->without && count_given(assembly, rule->without) > 0) {
			return refuse_by_rule(assembly, rule, word, "goes without", rule->without);
		}
	}
	return true;
}

static bool refuse_feature(const struct assembly *assembly, const char *feature, const char *rule, const char *names)
{
	char list[PGW_LIST_OF_WORDS];

	return pgw_fail(assembly->building.error, PGW_ERROR_ARGUMENT, "%s: the feature %s %s %s",
		assembly->building.request->name, feature, rule, pgw_words_list(names, list));
}

static bool check_feature_rules(const struct assembly *assembly, const struct pgw_feature *feature)
{
	const struct pgw_feature *others = pgw_features();

	if (feature->needs && count_given(assembly, feature->needs) == 0) {
		return refuse_feature(assembly, feature->name, "needs", feature->needs);
	}
	if (feature->not_with && count_given(assembly, feature->not_with) > 0) {
		return refuse_feature(assembly, feature->name, "goes without", feature->not_with);
	}
	for (size_t i = 0; feature->not_with_features && others[i].name; i++) {
		if (assembly->features & UINT32_C(1) << i && pgw_words_hold(feature->not_with_features, others[i].name)) {
			return refuse_feature(assembly, feature->name, "excludes", others[i].name);
		}
	}
	if (feature->no_charge && assembly->amount && assembly->charges) {
		return pgw_fail(assembly->building.error, PGW_ERROR_ARGUMENT,
			"%s: the feature %s charges nothing: %s must be 0", assembly->building.request->name, feature->name,
			assembly->amount->name);
	}
	return true;
}

static bool check_features(const struct assembly *assembly)
{
	const struct pgw_feature *features = pgw_features();
	bool no_charge = false;

	for (size_t i = 0; features[i].name; i++) {
		if (assembly->features & UINT32_C(1) << i) {
			no_charge |= features[i].no_charge;
			if (!check_feature_rules(assembly, &features[i])) {
				return false;
			}
		}
	}
	if (assembly->amount && !assembly->charges && !no_charge) {
		return pgw_fail(assembly->building.error, PGW_ERROR_ARGUMENT, "%s: %s may be 0 only with the feature VERIFY",
			assembly->building.request->name, assembly->amount->name);
	}
	return true;
}

/* With a token some methods are narrower than without. */
static bool check_token(const struct assembly *assembly)
{
	const struct pgw_request *request = assembly->building.request;
	const char *needs = request->method->token_needs;

	if (!request->client->token.at || request->client->token_everywhere || !needs || count_given(assembly, needs) > 0) {
		return true;
	}
	return pgw_fail(
		assembly->building.error, PGW_ERROR_ARGUMENT, "%s: with a token the gateway needs %s", request->name, needs);
}

/* A token may be public, so the gateway lets it do little. */
static bool refuse_token(const struct pgw_request *request, struct pgw_error *error)
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

/* A path with a first slash is the host's, not the base URI's. */
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

static bool start(struct pgw_request *request, struct pgw_text path, struct pgw_error *error)
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

struct rows {
	const struct assembly *assembly;
	const struct pgw_parameter *known; /* NULL: none */
	int level;                         /* how many arrays it is in */
};

/* An entry of the parameters, or of an object or a list inside. */
static bool note_if_secret(void *context, struct pgw_text name, const void *value)
{
	const struct rows *rows = context;
	struct pgw_request *request = rows->assembly->building.request;
	const struct pgw_tree *tree = rows->assembly->building.tree;
	const struct pgw_parameter *row = rows->known ? pgw_parameter_find(rows->known, name) : NULL;
	struct rows inside = {rows->assembly, row ? row->members : rows->known, rows->level + 1};
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

/* The message of a refusal may repeat, as a name, a secret that has not been looked at yet. */
static void note_all_secrets(const struct assembly *assembly, const void *parameters)
{
	const struct pgw_wire *wire = assembly->building.request->wire;
	struct rows rows = {assembly, wire ? wire->parameters : NULL, 0};

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

static bool finish(const struct assembly *assembly, bool built, const void *parameters)
{
	struct pgw_request *request = assembly->building.request;
	struct pgw_error *error = assembly->building.error;

	if (built && request->json) {
		pgw_buffer_add(&request->body, "}", 1);
	}
	if (built && (request->body.failed || request->secrets.failed)) {
		built = pgw_fail_memory(error);
	}
	if (!built) {
		note_all_secrets(assembly, parameters);
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
		.building = {request, tree, error},
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
		return refuse_token(request, error);
	}
	request->json = request->wire->json;
	built = start(request, (struct pgw_text){request->wire->path, strlen(request->wire->path)}, error) &&
			take_arguments(&assembly) && (!parameters || tree->each(parameters, take_parameter, &assembly));
	if (built) {
		add_defaults(&assembly, PGW_LANGUAGE, client->language);
		add_defaults(&assembly, PGW_CURRENCY, client->currency);
		built = check_mandatory(&assembly) && check_choices(&assembly) && check_rules(&assembly) &&
				check_features(&assembly) && check_token(&assembly);
	}
	return finish(&assembly, built, parameters);
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

/* A card's number has no place in a path; where it is in one, no message and no log repeats it. */
static bool show_path(struct pgw_request *request, struct pgw_error *error)
{
	size_t base = strlen(request->client->base_uri);

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
	struct assembly assembly = {.building = {request, tree, error}};
	bool built;

	*request =
		(struct pgw_request){.client = client, .changes = true, .json = pgw_dialect_takes_json(client->dialect, path)};
	if (!is_path(path)) {
		return refuse_path(path, error);
	}
	for (const struct pgw_method *method = pgw_methods(); method->name; method++) {
		const char *known = method->wire[client->dialect].path;

		if (known && pgw_text_is(path, known)) {
			return pgw_fail(
				error, PGW_ERROR_ARGUMENT, "call: %s is the method %s: call it by that name", known, method->name);
		}
	}
	built = start(request, path, error);
	if (built) {
		request->name = request->uri + strlen(client->base_uri);
		built = (!parameters || tree->each(parameters, take_parameter, &assembly)) && show_path(request, error);
	}
	return finish(&assembly, built, parameters);
}

void pgw_request_free(struct pgw_request *request)
{
	pgw_buffer_free(&request->body);
	pgw_buffer_free(&request->secrets);
	free(request->uri);
	free(request->shown);
	*request = (struct pgw_request){0};
}
