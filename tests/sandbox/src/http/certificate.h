#ifndef SANDBOX_HTTP_CERTIFICATE_H
#define SANDBOX_HTTP_CERTIFICATE_H

#include <stdbool.h>

/*
 * Makes a certificate for localhost, 127.0.0.1, ::1 and the host, with its key, as PEM texts, which the caller frees,
 * and writes the authority that signed it to a file. The authority's key is kept nowhere, so it signs nothing else.
 * False after printing why not.
 */
bool sandbox_certificate_make(const char *host, const char *authority_file, char **certificate, char **key);

#endif
