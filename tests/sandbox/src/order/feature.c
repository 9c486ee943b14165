/* The features of a registration. */
#include "order/feature.h"

#include <stdio.h>
#include <string.h>

#define UNKNOWN UINT32_MAX

static const struct {
	const char *name;
	uint32_t bit; /* 0: known, but without effect here */
} known_features[] = {
	{"VERIFY", SANDBOX_FEATURE_VERIFY},
	{"AUTO_PAYMENT", SANDBOX_FEATURE_AUTO_PAYMENT},
	{"FORCE_TDS", SANDBOX_FEATURE_FORCE_TDS},
	{"FORCE_SSL", SANDBOX_FEATURE_FORCE_SSL},
	{"FORCE_FULL_TDS", SANDBOX_FEATURE_FORCE_FULL_TDS},
	{"FORCE_CREATE_BINDING", SANDBOX_FEATURE_FORCE_CREATE_BINDING},
	{"PARTIAL_AUTHORIZATION", 0},
	{"FORCE_PAYMENT_WAY", 0},
	{"FIXED_BINDING", 0},
	{"BINDING_NOT_NEEDED", SANDBOX_FEATURE_BINDING_NOT_NEEDED},
	{"FIXED_BONUS_AMOUNT", 0},
	{"FRAUD_FORCE_TDS", 0},
	{"FRAUD_FORCE_SSL", 0},
	{"FORCE_NO_CVC", 0},
	{"SKIP_PAYER_EMAIL_NOTIFY", 0},
	{"SKIP_PAYER_PHONE_NOTIFY", 0},
	{"FORCE_GENERATE_ORDERNUMBER", 0},
	{"PAY_BY_CLIENT", 0},
};

static uint32_t feature_bit(const char *name)
{
	for (size_t i = 0; i < sizeof known_features / sizeof *known_features; i++) {
		if (strcmp(known_features[i].name, name) == 0) {
			return known_features[i].bit;
		}
	}
	return UNKNOWN;
}

static bool fail_features(struct sandbox_fault *fault, int code, const char *what)
{
	sandbox_fault_set(fault, code, "features", what);
	return false;
}

static bool may_force_binding(const struct sandbox_form *form, const struct sandbox_settings *settings,
	unsigned features, struct sandbox_fault *fault)
{
	if (!settings->bindings || !settings->force_create_binding) {
		return fail_features(fault, 13, "merchant has no permission for FORCE_CREATE_BINDING");
	}
	if (!sandbox_form_value(form, "clientId") || sandbox_form_value(form, "bindingId")) {
		return fail_features(fault, 5, "FORCE_CREATE_BINDING needs clientId and no bindingId");
	}
	if (features & SANDBOX_FEATURE_BINDING_NOT_NEEDED) {
		return fail_features(fault, 5, "FORCE_CREATE_BINDING cannot be used with BINDING_NOT_NEEDED");
	}
	return true;
}

static bool do_features_agree(const struct sandbox_form *form, const struct sandbox_settings *settings,
	unsigned features, struct sandbox_fault *fault)
{
	unsigned forced = SANDBOX_FEATURE_FORCE_TDS | SANDBOX_FEATURE_FORCE_SSL;
	if (features & SANDBOX_FEATURE_AUTO_PAYMENT && features & forced) {
		return fail_features(fault, 13, "FORCE_TDS and FORCE_SSL cannot be used with AUTO_PAYMENT");
	}
	if (features & SANDBOX_FEATURE_AUTO_PAYMENT && !settings->auto_payment) {
		return fail_features(fault, 13, "merchant has no permission for AUTO_PAYMENT");
	}
	if (features & SANDBOX_FEATURE_VERIFY && !settings->verify) {
		return fail_features(fault, 13, "merchant has no permission for VERIFY");
	}
	return !(features & SANDBOX_FEATURE_FORCE_CREATE_BINDING) || may_force_binding(form, settings, features, fault);
}

bool sandbox_features_read(const struct sandbox_form *form, const struct sandbox_settings *settings, unsigned *features,
	struct sandbox_fault *fault)
{
	*features = 0;
	for (size_t i = 0; i < form->count; i++) {
		if (strcmp(form->fields[i].name, "features") != 0) {
			continue;
		}
		uint32_t bit = feature_bit(form->fields[i].value);
		if (bit == UNKNOWN) {
			return fail_features(fault, 14, "unknown value");
		}
		*features |= bit;
	}
	return do_features_agree(form, settings, *features, fault);
}

bool sandbox_features_accept(const struct sandbox_call *call, unsigned *features)
{
	struct sandbox_fault fault;
	bool right = sandbox_features_read(call->form, &call->merchant->settings, features, &fault);
	if (!right) {
		sandbox_call_answer(call, fault.code, fault.message);
	}
	return right;
}
