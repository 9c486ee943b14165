/* Looking a parameter up in its row. */
#include "lookup.h"

#include <stdio.h>

const struct pgw_parameter *pgw_parameter_find(const struct pgw_parameter *parameters, struct pgw_text name)
{
	char first = name.length > 0 ? *name.at : '\0'; /* it tells most names apart */

	for (const struct pgw_parameter *parameter = parameters; parameter->name; parameter++) {
		if (*parameter->name == first && pgw_text_is(name, parameter->name)) {
			return parameter;
		}
	}
	return NULL;
}

const char *pgw_suggest(const struct pgw_parameter *parameters, struct pgw_text name, char words[PGW_SUGGESTION])
{
	struct pgw_nearest nearest = pgw_nearest_to(name);

	for (const struct pgw_parameter *parameter = parameters; parameter->name; parameter++) {
		const struct pgw_parameter *member = parameter->members ? pgw_parameter_find(parameter->members, name) : NULL;

		pgw_nearest_offer(&nearest, parameter->name);
		if (parameter->argument && pgw_text_is(name, parameter->argument)) {
			nearest = (struct pgw_nearest){.name = parameter->name};
		}
		if (member && parameter->type == PGW_TAKES_OBJECT) {
			snprintf(words, PGW_SUGGESTION, "; did you mean %s in %s?", member->name, parameter->name);
			return words;
		}
	}
	return pgw_nearest_suggestion(&nearest, words);
}
