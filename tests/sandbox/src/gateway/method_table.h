#ifndef SANDBOX_GATEWAY_METHOD_TABLE_H
#define SANDBOX_GATEWAY_METHOD_TABLE_H

#include "call/method.h"

#define SANDBOX_METHODS_MAX 96

/* Ends with a row without path. */
extern const struct sandbox_method sandbox_methods[];

/* NULL if there is no such path below that base. */
const struct sandbox_method *sandbox_method_find(enum sandbox_base base, const char *path);

#endif
