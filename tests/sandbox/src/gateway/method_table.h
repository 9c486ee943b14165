#ifndef SANDBOX_GATEWAY_METHOD_TABLE_H
#define SANDBOX_GATEWAY_METHOD_TABLE_H

#include "call/method.h"

#define SANDBOX_METHODS_MAX 96

/* Ends with a row without path. */
extern const struct sandbox_method sandbox_method_table[];

#define SANDBOX_BASE_PATH      "/payment/"
#define SANDBOX_JSON_BASE_PATH "/ecomm/gw/partner/api/v1/"

/* What follows a base in the path of a URL; empty if it is not below that. */
const char *sandbox_path_below(const char *base, const char *url);

/* NULL if there is no such path on the host. */
const struct sandbox_method *sandbox_method_of_url(const char *url);

/* NULL if there is no such path below that base. */
const struct sandbox_method *sandbox_method_find(enum sandbox_base base, const char *path);

#endif
