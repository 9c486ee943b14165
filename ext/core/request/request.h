/* Requests that are not calls of the shop's. */
#ifndef PGW_REQUEST_H
#define PGW_REQUEST_H

#include "../pgw.h"

/* A GET without parameters and credentials, by a row that is not in the table. On failure there is nothing to free. */
bool pgw_request_init_get(struct pgw_request *request, const struct pgw_client *client, const struct pgw_method *method,
	struct pgw_error *error);

#endif
