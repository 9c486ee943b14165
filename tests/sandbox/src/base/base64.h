#ifndef SANDBOX_BASE_BASE64_H
#define SANDBOX_BASE_BASE64_H

#include <stdbool.h>
#include <stddef.h>

/* The bytes that a text stands for, and a NUL after them; the caller wipes and frees. NULL if it is no Base64, padded
 * and in one line; url: with - and _ for + and /, padded or not. */
unsigned char *sandbox_base64_decode(const char *text, bool url, size_t *size);

#endif
