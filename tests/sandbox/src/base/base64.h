#ifndef SANDBOX_BASE_BASE64_H
#define SANDBOX_BASE_BASE64_H

#include <stdbool.h>
#include <stddef.h>

/*
 * The decoded bytes with a NUL after them; the caller wipes and frees them. NULL if the text is not Base64, padded and
 * on one line. With url, - and _ stand for + and /, and padding is optional.
 */
unsigned char *sandbox_base64_decode(const char *text, bool url, size_t *size);

/* The bytes as Base64, padded and on one line; with url, - and _ stand for + and /, and there is no padding. The caller
 * frees it; NULL if out of memory. */
char *sandbox_base64_encode(const void *bytes, size_t size, bool url);

#endif
