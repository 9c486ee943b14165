/* The rules of a method's row: what is mandatory, what excludes what, and what a feature or a token requires. */
#include "rules.h"

#include "../account.h"
#include "../error.h"
#include "../table/features.h"
#include "../table/lookup.h"
#include "wire_text.h"

#include <stdio.h>
#include <string.h>

/* ---------------------------------------------------------------- what was given */

static void note_feature_name(struct pgw_given *given, struct pgw_text name)
{
	const struct pgw_feature *features = pgw_features();

	for (size_t i = 0; features[i].name; i++) {
		if (pgw_text_is(name, features[i].name)) {
			given->features |= UINT32_C(1) << i;
		}
	}
}

/* In Sberbank's dialect one text may contain several features. */
static bool note_feature_text(void *context, struct pgw_text name, const void *value)
{
	static const struct pgw_parameter feature = {.name = "", .type = PGW_TAKES_TEXT};
	struct pgw_given *given = context;
	char room[PGW_WIRE_ROOM];
	struct pgw_text left = PGW_TEXT("");

	(void)name;
	pgw_wire_text(given->building->tree, &feature, value, room, &left);
	while (left.length > 0) {
		note_feature_name(given, pgw_text_cut(&left, given->building->request->json ? ';' : '\0'));
	}
	return true;
}

void pgw_rules_note_features(struct pgw_given *given, const void *value)
{
	if (given->building->tree->type(value) == PGW_STRING) {
		note_feature_text(given, PGW_TEXT(""), value);
	} else {
		given->building->tree->each(value, note_feature_text, given);
	}
}

/* false, as in bindingNotNeeded = false, an empty text and an empty array count as not given. */
static bool counts_as_given(const struct pgw_tree *tree, const void *value)
{
	switch (tree->type(value)) {
		case PGW_NULL:
			return false;
		case PGW_BOOLEAN:
			return tree->boolean(value);
		case PGW_STRING:
			return tree->text(value).length > 0;
		case PGW_LIST:
		case PGW_OBJECT:
			return !pgw_is_empty(tree, value);
		default:
			return true;
	}
}

/* The value of a parameter, or of a nested member ("a.b.c"); NULL if it was not given. */
static const void *value_of(const struct pgw_given *given, struct pgw_text path)
{
	const struct pgw_tree *tree = given->building->tree;
	const struct pgw_parameter *parameters = given->building->request->wire->parameters;
	struct pgw_text name = pgw_text_cut(&path, '.');
	const struct pgw_parameter *row = pgw_parameter_find(parameters, name);
	const void *value = row ? given->values[row - parameters] : NULL;

	while (value && path.length > 0) {
		name = pgw_text_cut(&path, '.');
		value = tree->type(value) == PGW_OBJECT ? tree->member(value, name) : NULL;
	}
	return value && counts_as_given(tree, value) ? value : NULL;
}

/* How many of the parameters "a|b" were given. */
static int count_given(const struct pgw_given *given, const char *words)
{
	struct pgw_text left = {words, strlen(words)};
	int count = 0;

	while (left.length > 0) {
		count += value_of(given, pgw_text_cut(&left, '|')) != NULL;
	}
	return count;
}

/* ---------------------------------------------------------------- the row's rules */

static bool check_mandatory(const struct pgw_given *given)
{
	const struct pgw_request *request = given->building->request;

	for (size_t i = 0; request->wire->parameters[i].name; i++) {
		if (request->wire->parameters[i].flags & PGW_MANDATORY && !(given->seen & UINT64_C(1) << i)) {
			return pgw_fail(given->building->error, PGW_ERROR_ARGUMENT, "%s: %s is missing", request->name,
				request->wire->parameters[i].name);
		}
	}
	return true;
}

static bool check_choices(const struct pgw_given *given)
{
	const struct pgw_request *request = given->building->request;
	char list[PGW_LIST_OF_WORDS];

	for (const char *const *words = request->wire->one_of; words && *words; words++) {
		if (count_given(given, *words) == 0) {
			return pgw_fail(given->building->error, PGW_ERROR_ARGUMENT, "%s: one of %s is missing", request->name,
				pgw_words_list(*words, list));
		}
	}
	for (const char *const *words = request->wire->not_both; words && *words; words++) {
		if (count_given(given, *words) > 1) {
			return pgw_fail(given->building->error, PGW_ERROR_ARGUMENT, "%s: only one of %s may be given",
				request->name, pgw_words_list(*words, list));
		}
	}
	return true;
}

/* The row of a parameter, or of a nested member; NULL: it has none. */
static const struct pgw_parameter *row_of(const struct pgw_given *given, struct pgw_text path)
{
	const struct pgw_parameter *rows = given->building->request->wire->parameters, *row = NULL;

	while (rows && path.length > 0) {
		row = pgw_parameter_find(rows, pgw_text_cut(&path, '.'));
		rows = row ? row->members : NULL;
	}
	return path.length == 0 ? row : NULL;
}

/* The value as it is sent, if it is a text of up to 31 bytes; otherwise "". */
static void read_word(const struct pgw_given *given, struct pgw_text name, const void *value, char word[32])
{
	static const struct pgw_parameter any = {.name = "", .type = PGW_TAKES_TEXT};
	const struct pgw_parameter *row = row_of(given, name);
	char room[PGW_WIRE_ROOM];
	struct pgw_text text;

	word[0] = '\0';
	if (pgw_wire_text(given->building->tree, row ? row : &any, value, room, &text) && text.length < 32) {
		memcpy(word, text.at, text.length);
		word[text.length] = '\0';
	}
}

/* The first of the parameters "a|b" that was given; a NULL `at`: none was. */
static struct pgw_text first_given(const struct pgw_given *given, const char *words, const void **value)
{
	struct pgw_text left = {words, strlen(words)};

	while (left.length > 0) {
		struct pgw_text name = pgw_text_cut(&left, '|');

		*value = value_of(given, name);
		if (*value) {
			return name;
		}
	}
	return (struct pgw_text){NULL, 0};
}

/* What made a rule apply: the parameter, and its value if the rule lists values; otherwise "". */
struct cause {
	struct pgw_text name;
	char word[32];
};

static bool rule_applies(const struct pgw_given *given, const struct pgw_rule *rule, struct cause *cause)
{
	const void *value = NULL;

	cause->name = first_given(given, rule->when, &value);
	cause->word[0] = '\0';
	if (!value || (rule->with && count_given(given, rule->with) == 0) ||
		(rule->absent && count_given(given, rule->absent) > 0) ||
		(rule->by_indicator && !given->building->request->client->needs_indicator)) {
		return false;
	}
	if (rule->is) {
		read_word(given, cause->name, value, cause->word);
	}
	return !rule->is || pgw_words_hold(rule->is, cause->word);
}

static bool refuse_by_rule(const struct pgw_given *given, const struct pgw_rule *rule, const struct cause *cause,
	const char *verb, const char *names)
{
	char list[PGW_LIST_OF_WORDS];

	return pgw_fail(given->building->error, PGW_ERROR_ARGUMENT, "%s: %.*s%s%s %s %s%s%s",
		given->building->request->name, (int)cause->name.length, cause->name.at, *cause->word ? " " : "", cause->word,
		verb, pgw_words_list(names, list), rule->why ? ": " : "", rule->why ? rule->why : "");
}

/* If the rule names a value of another parameter: does that have it? */
static bool check_other(const struct pgw_given *given, const struct pgw_rule *rule, const struct cause *cause)
{
	const void *value = NULL;
	struct pgw_text name = first_given(given, rule->whose, &value);
	char word[32], verb[96];

	if (!value) {
		return true;
	}
	read_word(given, name, value, word);
	if (pgw_words_hold(rule->must_be, word)) {
		return true;
	}
	snprintf(verb, sizeof(verb), "must not be combined with %.*s %s, only with", (int)name.length, name.at, word);
	return refuse_by_rule(given, rule, cause, verb, rule->must_be);
}

static bool check_rule(const struct pgw_given *given, const struct pgw_rule *rule, const struct cause *cause)
{
	if (rule->needs && count_given(given, rule->needs) == 0) {
		return refuse_by_rule(given, rule, cause, strchr(rule->needs, '|') ? "needs one of" : "needs", rule->needs);
	}
	if (rule->without && count_given(given, rule->without) > 0) {
		return refuse_by_rule(given, rule, cause, "must not be combined with", rule->without);
	}
	return !rule->whose || check_other(given, rule, cause);
}

static bool check_rules(const struct pgw_given *given)
{
	struct cause cause;

	for (const struct pgw_rule *rule = given->building->request->wire->rules; rule && rule->when; rule++) {
		if (rule_applies(given, rule, &cause) && !check_rule(given, rule, &cause)) {
			return false;
		}
	}
	return true;
}

/* ---------------------------------------------------------------- features */

static bool refuse_feature(const struct pgw_given *given, const char *feature, const char *rule, const char *names)
{
	char list[PGW_LIST_OF_WORDS];

	return pgw_fail(given->building->error, PGW_ERROR_ARGUMENT, "%s: the feature %s %s %s",
		given->building->request->name, feature, rule, pgw_words_list(names, list));
}

static bool check_feature(const struct pgw_given *given, const struct pgw_feature *feature)
{
	const struct pgw_feature *others = pgw_features();

	if (feature->needs && count_given(given, feature->needs) == 0) {
		return refuse_feature(given, feature->name, "needs", feature->needs);
	}
	if (feature->not_with && count_given(given, feature->not_with) > 0) {
		return refuse_feature(given, feature->name, "must not be combined with", feature->not_with);
	}
	for (size_t i = 0; feature->not_with_features && others[i].name; i++) {
		if (given->features & UINT32_C(1) << i && pgw_words_hold(feature->not_with_features, others[i].name)) {
			return refuse_feature(given, feature->name, "excludes", others[i].name);
		}
	}
	if (feature->no_charge && given->amount && given->charges) {
		return pgw_fail(given->building->error, PGW_ERROR_ARGUMENT, "%s: the feature %s charges nothing: %s must be 0",
			given->building->request->name, feature->name, given->amount->name);
	}
	return true;
}

/* A subscription at Sberbank's fast payments: the payer agrees to later charges and pays nothing now. */
static bool is_subscription(const struct pgw_given *given)
{
	const void *type = value_of(given, PGW_TEXT("jsonParams.qrType"));

	return type && given->building->tree->type(type) == PGW_STRING &&
		   pgw_text_is(given->building->tree->text(type), "SUBSCRIPTION_SBP");
}

static bool check_zero(const struct pgw_given *given)
{
	bool subscription = given->amount->flags & PGW_ZERO_BY_SBP;

	return (subscription && is_subscription(given)) ||
		   pgw_fail(given->building->error, PGW_ERROR_ARGUMENT, "%s: %s may be 0 only with the feature VERIFY%s",
			   given->building->request->name, given->amount->name,
			   subscription ? " or with jsonParams.qrType SUBSCRIPTION_SBP" : "");
}

static bool check_given_features(const struct pgw_given *given)
{
	const struct pgw_feature *features = pgw_features();
	bool no_charge = false;

	for (size_t i = 0; features[i].name; i++) {
		if (given->features & UINT32_C(1) << i) {
			no_charge |= features[i].no_charge;
			if (!check_feature(given, &features[i])) {
				return false;
			}
		}
	}
	return !given->amount || given->charges || no_charge || check_zero(given);
}

/* ---------------------------------------------------------------- the token */

/* With a token some methods need a parameter that is otherwise optional. */
static bool check_token(const struct pgw_given *given)
{
	const struct pgw_request *request = given->building->request;
	const char *needs = request->method->token_needs;

	if (!request->client->token.at || request->client->token_everywhere || !needs || count_given(given, needs) > 0) {
		return true;
	}
	return pgw_fail(
		given->building->error, PGW_ERROR_ARGUMENT, "%s: with a token the gateway needs %s", request->name, needs);
}

bool pgw_rules_check(const struct pgw_given *given)
{
	return check_mandatory(given) && check_choices(given) && check_rules(given) && check_given_features(given) &&
		   check_token(given);
}
