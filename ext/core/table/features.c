/* The features that have rules, according to the specification. */
#include "features.h"

static const struct pgw_feature features[] = {
	{.name = "VERIFY", .no_charge = true},
	{.name = "FORCE_CREATE_BINDING",
		.needs = "clientId",
		.not_with = "bindingId|bindingNotNeeded",
		.not_with_features = "BINDING_NOT_NEEDED"},
	{.name = "AUTO_PAYMENT", .not_with_features = "FORCE_TDS|FORCE_SSL"},
	{.name = "BINDING_NOT_NEEDED"},
	{.name = "FORCE_TDS"},
	{.name = "FORCE_SSL"},
	{.name = NULL},
};

const struct pgw_feature *pgw_features(void)
{
	return features;
}
