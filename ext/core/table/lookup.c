/* Finding parameters by name, and suggesting one for an unknown name. */
#include "lookup.h"

#include <stdio.h>
#include <string.h>

const struct pgw_parameter *pgw_parameter_find(const struct pgw_parameter *parameters, struct pgw_text name)
{
	for (const struct pgw_parameter *parameter = parameters; parameter->name; parameter++) {
		if (parameter->name_length == name.length && *parameter->name == *name.at &&
			memcmp(parameter->name, name.at, name.length) == 0) {
			return parameter;
		}
	}
	return NULL;
}

bool pgw_parameter_identifies(const struct pgw_parameter *parameter)
{
	static const char names[] = "orderId|mdOrder|MDORDER|orderNumber|clientId|bindingId|externalRefundId|refundId|"
								"taskUuid|merchantTaskUuid|subscriptionId|threeDSServerTransId";

	return pgw_words_hold(names, parameter->name);
}

/* The object that has a member of this name, which was then given one level too high; or NULL. */
static const struct pgw_parameter *object_with_member(const struct pgw_parameter *parameters, struct pgw_text name)
{
	for (const struct pgw_parameter *object = parameters; object->name; object++) {
		if ((object->type == PGW_TAKES_OBJECT || object->type == PGW_TAKES_TEXTS) && object->members &&
			pgw_parameter_find(object->members, name)) {
			return object;
		}
	}
	return NULL;
}

const char *pgw_parameter_suggest(
	const struct pgw_parameter *parameters, struct pgw_text name, char words[PGW_SUGGESTION])
{
	const struct pgw_parameter *object = object_with_member(parameters, name);
	struct pgw_nearest nearest = pgw_nearest_to(name);

	if (object) {
		snprintf(words, PGW_SUGGESTION, "; did you mean %.*s in %s?", (int)name.length, name.at, object->name);
		return words;
	}
	pgw_nearest_offer_names(&nearest, parameters, sizeof(*parameters));
	for (const struct pgw_parameter *parameter = parameters; parameter->name; parameter++) {
		if (parameter->argument && pgw_text_is(name, parameter->argument)) {
			nearest.name = parameter->name;
		}
	}
	return pgw_nearest_suggestion(&nearest, words);
}
