/* Reading the options of a client. */
#ifndef PGW_CLIENT_OPTIONS_H
#define PGW_CLIENT_OPTIONS_H

#include "account.h"

/*
 * Reads the options into the client, which owns what was copied, even on failure. `credentials` are the client's
 * password and token, with a NULL `at` if absent: no message about a misspelt name contains them.
 */
bool pgw_client_read_options(struct pgw_client *client, const struct pgw_tree *tree, const void *options,
	const struct pgw_text credentials[2], struct pgw_error *error);

#endif
