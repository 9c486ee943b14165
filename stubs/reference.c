/*
 * Prints REFERENCE.md: every method with its parameters and errors, from the method table of the core. The script
 * stubs/reference builds and runs it.
 */
#include "../ext/core/table/features.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static const char *const error_names[PGW_ERROR_KINDS] = {
	[PGW_ERROR_GATEWAY] = "GatewayException",
	[PGW_ERROR_DUPLICATE_ORDER] = "DuplicateOrderException",
	[PGW_ERROR_ORDER_NOT_FOUND] = "OrderNotFoundException",
	[PGW_ERROR_ACCESS_DENIED] = "AccessDeniedException",
	[PGW_ERROR_INVALID_REQUEST] = "InvalidRequestException",
	[PGW_ERROR_INVALID_STATE] = "InvalidStateException",
	[PGW_ERROR_BINDING] = "BindingException",
	[PGW_ERROR_DECLINED] = "DeclinedException",
	[PGW_ERROR_SYSTEM] = "SystemErrorException",
};

static const char *const type_names[] = {
	[PGW_TAKES_TEXT] = "string",
	[PGW_TAKES_DIGITS] = "digits",
	[PGW_TAKES_INTEGER] = "integer",
	[PGW_TAKES_RANGE] = "number",
	[PGW_TAKES_AMOUNT] = "amount in minor units",
	[PGW_TAKES_QUANTITY] = "quantity",
	[PGW_TAKES_BOOLEAN] = "bool",
	[PGW_TAKES_WORD] = "one of",
	[PGW_TAKES_DATE_TIME] = "date and time",
	[PGW_TAKES_ZONED_DATE_TIME] = "date and time with UTC offset",
	[PGW_TAKES_FEATURES] = "feature or list of features",
	[PGW_TAKES_TEXTS] = "array of strings",
	[PGW_TAKES_PAIRS] = "array of strings, sent as a list of names and values",
	[PGW_TAKES_TEXT_LIST] = "list of strings",
	[PGW_TAKES_OBJECT] = "array",
	[PGW_TAKES_LIST] = "list of arrays",
};

static void print_length(const struct pgw_parameter *row)
{
	if (row->words) {
		for (const char *at = row->words; at; at = strchr(at, '|') ? strchr(at, '|') + 1 : NULL) {
			int length = (int)strcspn(at, "|");

			printf("%s%s%.*s%s", at == row->words ? " " : ", ", length ? "`" : "", length ? length : 5,
				length ? at : "empty", length ? "`" : "");
		}
		return;
	}
	if (row->maximum == 0 || row->type == PGW_TAKES_QUANTITY) {
		return;
	}
	if (row->type == PGW_TAKES_AMOUNT) {
		printf(", at most %d digits", row->maximum);
	} else if (row->minimum == row->maximum) {
		printf(", %d", row->maximum);
	} else {
		printf(", %d to %d", row->minimum, row->maximum);
	}
}

static void print_notes(const struct pgw_parameter *row)
{
	static const char *const spellings[] = {
		[PGW_SPELLED_AS_GIVEN] = "",
		[PGW_SPELLED_AS_PHONE] = " Blanks, dashes, dots and parentheses are dropped.",
		[PGW_SPELLED_AS_LANGUAGE] = " Or a locale.",
		[PGW_SPELLED_AS_CURRENCY] = " Or the currency's letters.",
		[PGW_SPELLED_AS_MONTH] = " Or one digit.",
		[PGW_SPELLED_AS_TWO_DIGITS] = " Or one digit.",
	};

	printf("%s", spellings[row->spelling]);
	if (row->flags & PGW_SECRET) {
		printf(" Masked in messages and logs.");
	}
	if (row->flags & PGW_ZERO_WITH_VERIFY) {
		printf(" 0 only with the feature VERIFY%s.",
			row->flags & PGW_ZERO_BY_SBP ? " or with `jsonParams.qrType` SUBSCRIPTION_SBP" : "");
	}
	if (row->flags & PGW_REPEATABLE) {
		printf(" Makes it safe to repeat the call.");
	}
	if (row->flags & PGW_ANY_CASE) {
		printf(" Case-insensitive.");
	}
	if (row->flags & PGW_HTTPS) {
		printf(" Begins with `https://`.");
	}
	if (row->flags & PGW_OPEN || (row->members && (row->type == PGW_TAKES_TEXTS || row->type == PGW_TAKES_PAIRS))) {
		printf(" Other members are allowed.");
	}
	if (row->flags & PGW_INDICATOR) {
		printf(" Sent by the name that the bank has for it.");
	}
}

static void print_parameters(const struct pgw_parameter *rows, const char *outer)
{
	for (const struct pgw_parameter *row = rows; row->name; row++) {
		char path[256];

		snprintf(path, sizeof(path), "%s%s%s", outer, row->name, row->type == PGW_TAKES_LIST ? "[]" : "");
		printf("| `%s` | %s | %s", path, row->flags & PGW_MANDATORY ? "yes" : "", type_names[row->type]);
		print_length(row);
		printf(".");
		if (row->argument) {
			printf(" `$%s` in PHP.", row->argument);
		}
		print_notes(row);
		printf(" |\n");
		if (row->members) {
			snprintf(path, sizeof(path), "%s%s%s.", outer, row->name, row->type == PGW_TAKES_LIST ? "[]" : "");
			print_parameters(row->members, path);
		}
	}
}

static void print_words(const char *words)
{
	putchar('`');
	for (const char *at = words; *at; at++) {
		if (*at == '|') {
			printf("`, `");
		} else {
			putchar(*at);
		}
	}
	putchar('`');
}

static void print_words_after(const char *intro, const char *words)
{
	if (words) {
		printf("%s", intro);
		print_words(words);
		printf(".");
	}
}

static void print_choices(const char *intro, const char *const *choices)
{
	for (; choices && *choices; choices++) {
		printf("%s: ", intro);
		print_words(*choices);
		printf(".\n\n");
	}
}

static void print_demand(
	const char *words, const char *one, const char *many, const char *one_end, const char *many_end)
{
	bool several = strchr(words, '|') != NULL;

	printf(", %s", several ? many : one);
	print_words(words);
	printf("%s", several ? many_end : one_end);
}

/* "If `tii` is one of `R`, `U`, `cvc` must not be given: why." */
static void print_rule(const struct pgw_rule *rule)
{
	printf("If %s", strchr(rule->when, '|') ? "one of " : "");
	print_words(rule->when);
	printf(" is ");
	if (rule->is) {
		printf("%s", strchr(rule->is, '|') ? "one of " : "");
		print_words(rule->is);
	} else {
		printf("given");
	}
	if (rule->with) {
		printf(" and %s", strchr(rule->with, '|') ? "one of " : "");
		print_words(rule->with);
		printf(" is given");
	}
	if (rule->absent) {
		printf(" and ");
		print_words(rule->absent);
		printf(" is not given");
	}
	printf("%s", rule->by_indicator ? ", at banks without 3-D Secure 1" : "");
	if (rule->needs) {
		print_demand(rule->needs, "", "one of ", " must be given", " must be given");
	} else if (rule->without) {
		print_demand(rule->without, "", "none of ", " must not be given", " may be given");
	} else {
		printf(", ");
		print_words(rule->whose);
		printf(", if given, must be %s", strchr(rule->must_be, '|') ? "one of " : "");
		print_words(rule->must_be);
	}
	printf("%s%s.\n\n", rule->why ? ": " : "", rule->why ? rule->why : "");
}

static void print_wire(const struct pgw_wire *wire, const char *dialect)
{
	printf("### Dialect %s: `%s`, %s\n\n| parameter | mandatory | type |\n|---|---|---|\n", dialect, wire->path,
		wire->json ? "JSON" : "form");
	print_parameters(wire->parameters, "");
	printf("\n");
	print_choices("At least one of", wire->one_of);
	print_choices("At most one of", wire->not_both);
	for (const struct pgw_rule *rule = wire->rules; rule && rule->when; rule++) {
		print_rule(rule);
	}
	if (!wire->meanings->code) {
		return;
	}
	printf("| errorCode | exception | meaning |\n|---|---|---|\n");
	for (const struct pgw_meaning *meaning = wire->meanings; meaning->code; meaning++) {
		printf("| %" PRId64 " | %s | %s |\n", meaning->code, error_names[meaning->kind], meaning->text);
	}
	printf("\n");
}

/* The parameter with which a call that changes something may be retried, or NULL. */
static const char *find_retry_key(const struct pgw_method *method)
{
	for (int dialect = 0; dialect < PGW_DIALECTS; dialect++) {
		const struct pgw_parameter *row = method->wire[dialect].parameters;

		for (; row && row->name; row++) {
			if (row->flags & PGW_REPEATABLE) {
				return row->name;
			}
		}
	}
	return NULL;
}

static void print_retry_policy(const struct pgw_method *method)
{
	const char *key = find_retry_key(method);

	if (!(method->flags & PGW_CHANGES)) {
		printf("Read-only.");
	} else if (key) {
		printf("Changes something: retried automatically only with `%s`.", key);
	} else {
		printf("Changes something: sent once, never retried automatically.");
	}
}

static void print_method(const struct pgw_method *method)
{
	printf("## %s\n\n", method->name);
	print_retry_policy(method);
	if (method->flags & PGW_TAKES_TOKEN) {
		printf(" Accepts a token.");
	}
	if (method->token_needs) {
		printf(" With a token, `%s` must be given.", method->token_needs);
	}
	if (method->flags & PGW_NO_CREDENTIALS) {
		printf(" Sent without credentials.");
	}
	if (method->answer) {
		printf(" A successful reply has `%s` %s; %s is a GatewayException.", method->answer->member,
			method->answer->done, method->answer->refused);
	}
	if (method->reply_holds) {
		print_words_after(
			strchr(method->reply_holds, '|') ? " A successful reply has one of " : " A successful reply has ",
			method->reply_holds);
	}
	if (method->empty_list) {
		printf(" errorCode %" PRId64 " means that `%s` is empty.", method->empty_code, method->empty_list);
	}
	printf("\n\n");
	for (int dialect = 0; dialect < PGW_DIALECTS; dialect++) {
		if (method->wire[dialect].path) {
			print_wire(&method->wire[dialect], pgw_dialect_name((enum pgw_dialect)dialect));
		}
	}
}

static void print_features(void)
{
	printf("# Features\n\nWhat the values of `features` require of the request:\n\n");
	for (const struct pgw_feature *feature = pgw_features(); feature->name; feature++) {
		if (!feature->no_charge && !feature->needs && !feature->not_with && !feature->not_with_features) {
			continue;
		}
		printf("- `%s`:%s", feature->name, feature->no_charge ? " The amount must be 0." : "");
		print_words_after(" Needs ", feature->needs);
		print_words_after(" Not allowed with ", feature->not_with);
		print_words_after(feature->not_with_features && strchr(feature->not_with_features, '|')
							  ? " Not allowed with the features "
							  : " Not allowed with the feature ",
			feature->not_with_features);
		printf("\n");
	}
	printf("\n# Methods\n\n");
}

int main(void)
{
	printf(
		"# Reference\n\nGenerated by `stubs/reference` from the method table: do not edit. Lengths are in characters. "
		"Parameters\nthat are arguments of the PHP method are listed, too.\n\n");
	print_features();
	for (const struct pgw_method *method = pgw_methods(); method->name; method++) {
		print_method(method);
	}
	return 0;
}
