#ifndef SANDBOX_PORTAL_SETTINGS_PAGES_H
#define SANDBOX_PORTAL_SETTINGS_PAGES_H

#include "portal/settings_form.h"

/* The pages of settings: the shop in general, and its callbacks. */
extern const struct sandbox_portal_settings_page sandbox_portal_general_page, sandbox_portal_callbacks_page;

#endif
