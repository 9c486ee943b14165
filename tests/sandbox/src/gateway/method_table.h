#ifndef SANDBOX_GATEWAY_METHOD_TABLE_H
#define SANDBOX_GATEWAY_METHOD_TABLE_H

#include "call/method.h"

#include <stdbool.h>

#define SANDBOX_METHODS_MAX 96

/* Ends with a row without a path. */
extern const struct sandbox_method sandbox_method_table[];

#define SANDBOX_BASE_PATH      "/payment/"
#define SANDBOX_JSON_BASE_PATH "/ecomm/gw/partner/api/v1/"

/* The part of a URL's path after a base path; empty if the URL is not below the base. */
const char *sandbox_path_below(const char *base, const char *url);

/* The method of a URL's path, in any spelling that banks take; NULL if there is none. */
const struct sandbox_method *sandbox_method_of_url(const char *url);

/* Whether a method asks an issuer for money. */
bool sandbox_method_pays(const struct sandbox_method *method);

/* The name of a method among all: its path, in Sberbank's dialect after v1/. */
#define SANDBOX_METHOD_NAME_SIZE 64
void sandbox_method_write_name(const struct sandbox_method *method, char name[SANDBOX_METHOD_NAME_SIZE]);

/* The method of such a name; NULL if there is none. */
const struct sandbox_method *sandbox_method_named(const char *name);

/* The method of a path relative to a base; NULL if there is none. */
const struct sandbox_method *sandbox_method_find(enum sandbox_base base, const char *path);

#endif
