#ifndef SANDBOX_MODEL_PROFILE_H
#define SANDBOX_MODEL_PROFILE_H

#include <stdbool.h>

/* What one bank does otherwise than the default: a setting of its merchants, as sandbox/merchant takes it. */
struct sandbox_profile_setting {
	const char *bank, *setting, *value;
};

/* Ends with a row without a bank. */
extern const struct sandbox_profile_setting sandbox_profile_settings[];

/* The default is a bank as well. */
bool sandbox_profile_known(const char *bank);

#endif
