/* What there is on the pages of settings. */
#include "model/event.h"
#include "order/announced_parameters.h"
#include "portal/callback_log.h"
#include "portal/handlers.h"
#include "portal/settings_pages.h"

#include <stddef.h>

#define PATH SANDBOX_PORTAL_PATH "/settings"

/* ------------------------------------------------------------------------------------------------ the general */

static const char *own_mpi_choice(size_t index)
{
	static const char *const choices[] = {"0", "1", "2"};
	return index < sizeof choices / sizeof *choices ? choices[index] : NULL;
}

/* clang-format off: one row a line */
#define FLAG(name) \
	{ \
		name, SANDBOX_PORTAL_FLAG, NULL, false \
	}
#define NUMBER(name) \
	{ \
		name, SANDBOX_PORTAL_NUMBER, NULL, false \
	}
#define SWITCHED(name) \
	{ \
		name, SANDBOX_PORTAL_SWITCHED, NULL, false \
	}
#define TEXT(name) \
	{ \
		name, SANDBOX_PORTAL_TEXT, NULL, false \
	}
#define CHOICE(name, choice) \
	{ \
		name, SANDBOX_PORTAL_CHOICE, choice, false \
	}
#define LIST(name, choice) \
	{ \
		name, SANDBOX_PORTAL_LIST, choice, false \
	}
#define OPEN_LIST(name, choice) \
	{ \
		name, SANDBOX_PORTAL_LIST, choice, true \
	}
#define END \
	{ \
		NULL, SANDBOX_PORTAL_FLAG, NULL, false \
	}

static const struct sandbox_portal_setting automatic[] = {
	SWITCHED("autoCompletionHours"),
	SWITCHED("autoReverseHours"),
	END,
};

static const struct sandbox_portal_setting permissions[] = {
	FLAG("verify"),
	FLAG("forceCreateBinding"),
	FLAG("autoPayment"),
	FLAG("bindings"),
	FLAG("createBindingNoPayment"),
	FLAG("bindingWithoutCvc"),
	FLAG("instantRefund"),
	FLAG("industryPractice"),
	FLAG("multipleDeposits"),
	FLAG("partialReversal"),
	FLAG("reverseDeposited"),
	CHOICE("ownMpi", own_mpi_choice),
	END,
};

static const struct sandbox_portal_setting limits[] = {
	NUMBER("depositLimitPercent"),
	NUMBER("depositMinimum"),
	NUMBER("attempts"),
	NUMBER("statusVersion"),
	END,
};

static const struct sandbox_portal_group general_groups[] = {
	{"automatic", automatic},
	{"permissions", permissions},
	{"limits", limits},
	{NULL, NULL},
};
static const char *const general_secrets[] = {"token", "signatureKey", NULL};

const struct sandbox_portal_settings_page sandbox_portal_general_page = {
	.path = PATH,
	.name = "general",
	.groups = general_groups,
	.secrets = general_secrets,
};

/* ------------------------------------------------------------------------------------------------- callbacks */

static const char *callback_type(size_t index)
{
	static const char *const choices[] = {"DYNAMIC", "STATIC"};
	return index < sizeof choices / sizeof *choices ? choices[index] : NULL;
}

static const char *callback_method(size_t index)
{
	static const char *const choices[] = {"GET", "POST", "JSON"};
	return index < sizeof choices / sizeof *choices ? choices[index] : NULL;
}

static const char *callback_signing(size_t index)
{
	static const char *const choices[] = {"hmac", "rsa", "none"};
	return index < sizeof choices / sizeof *choices ? choices[index] : NULL;
}

static const char *event(size_t index)
{
	return index < SANDBOX_EVENTS ? sandbox_event_names[index] : NULL;
}

static const struct sandbox_portal_setting delivery[] = {
	FLAG("callbackEnabled"),
	TEXT("callbackAddress"),
	CHOICE("callbackType", callback_type),
	CHOICE("callbackMethod", callback_method),
	CHOICE("callbackSigning", callback_signing),
	END,
};

static const struct sandbox_portal_setting content[] = {
	LIST("callbackOperations", event),
	OPEN_LIST("callbackParameters", sandbox_announced_name),
	END,
};

static const struct sandbox_portal_setting tries[] = {
	NUMBER("callbackTries"),
	NUMBER("callbackTrySecs"),
	END,
};
/* clang-format on */

static const struct sandbox_portal_group callback_groups[] = {
	{"delivery", delivery},
	{"content", content},
	{"tries", tries},
	{NULL, NULL},
};
static const char *const callback_secrets[] = {"callbackSecret", NULL};

const struct sandbox_portal_settings_page sandbox_portal_callbacks_page = {
	.path = SANDBOX_PORTAL_CALLBACKS,
	.name = "callbacks",
	.groups = callback_groups,
	.secrets = callback_secrets,
	.add = sandbox_portal_callback_log_add,
};

/* -------------------------------------------------------------------------------------------------- handlers */

void sandbox_portal_settings(const struct sandbox_portal_visit *visit)
{
	sandbox_portal_settings_show(visit, &sandbox_portal_general_page);
}

void sandbox_portal_save_settings(const struct sandbox_portal_visit *visit)
{
	sandbox_portal_settings_save(visit, &sandbox_portal_general_page);
}

void sandbox_portal_callbacks(const struct sandbox_portal_visit *visit)
{
	sandbox_portal_settings_show(visit, &sandbox_portal_callbacks_page);
}

void sandbox_portal_save_callbacks(const struct sandbox_portal_visit *visit)
{
	sandbox_portal_settings_save(visit, &sandbox_portal_callbacks_page);
}
