#ifndef SANDBOX_BASE_URL_H
#define SANDBOX_BASE_URL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/* False for a path without host ("/x", "../x") and for a URL with spaces or control characters. */
bool sandbox_url_valid(const char *url);

/*
 * Where the payer is sent after payment: url with orderId and lang added to its query, before a fragment. A url without
 * a scheme is resolved against base, as the gateway does. The caller frees the result.
 */
char *sandbox_url_return(const char *base, const char *url, const char *order_id, const char *language);

/* Writes name=value of a query, percent-encoded. */
void sandbox_url_write_field(FILE *out, const char *name, const char *value);

#endif
