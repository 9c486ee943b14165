#ifndef SANDBOX_ORDER_FEATURE_H
#define SANDBOX_ORDER_FEATURE_H

#include "call/call.h"
#include "model/merchant.h"
#include "request/form.h"
#include "request/parameter.h"

/* The features that have an effect here. */
enum sandbox_feature {
	SANDBOX_FEATURE_VERIFY = 1,
	SANDBOX_FEATURE_AUTO_PAYMENT = 2,
	SANDBOX_FEATURE_FORCE_TDS = 4,
	SANDBOX_FEATURE_FORCE_SSL = 8,
	SANDBOX_FEATURE_FORCE_FULL_TDS = 16,
	SANDBOX_FEATURE_FORCE_CREATE_BINDING = 32,
	SANDBOX_FEATURE_BINDING_NOT_NEEDED = 64,
};

/* Reads the features of a call. False after answering what is wrong. */
bool sandbox_features_accept(const struct sandbox_call *call, unsigned *features);

/* Reads features as bits. False and a fault if one is unknown, not permitted, or contradicts the other parameters. */
bool sandbox_features_read(const struct sandbox_form *form, const struct sandbox_settings *settings, unsigned *features,
	struct sandbox_fault *fault);

#endif
