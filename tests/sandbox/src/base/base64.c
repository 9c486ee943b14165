/* Base64. */
#include "base/base64.h"

#include "base/secret.h"

#include <openssl/evp.h>
#include <stdlib.h>
#include <string.h>

#define COMMON "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"

/* The number of = at the end; more than 2 if the text is not Base64. */
static size_t count_padding(const char *text, bool url)
{
	size_t size = strlen(text);
	size_t letters = strspn(text, url ? COMMON "-_" : COMMON "+/");
	size_t padding = size - letters;
	bool right = strspn(text + letters, "=") == padding && letters > 0 && letters % 4 != 1;
	if (!right || ((!url || padding) && size % 4 != 0)) {
		return 3;
	}
	return padding;
}

/* The text in the standard alphabet and padded, as libcrypto expects it. */
static char *standardize(const char *text, size_t size, size_t padded)
{
	char *copy = malloc(padded + 1);
	if (!copy) {
		return NULL;
	}
	for (size_t i = 0; i < padded; i++) {
		char c = i < size ? text[i] : '=';
		copy[i] = (char)(c == '-' ? '+' : c == '_' ? '/' : c);
	}
	copy[padded] = '\0';
	return copy;
}

unsigned char *sandbox_base64_decode(const char *text, bool url, size_t *size)
{
	size_t padding = count_padding(text, url);
	size_t length = strlen(text), padded = (length + 3) / 4 * 4;
	if (padding > 2) {
		return NULL;
	}
	padding += padded - length;
	char *copy = standardize(text, length, padded);
	unsigned char *bytes = malloc(padded / 4 * 3 + 1);
	int decoded = copy && bytes ? EVP_DecodeBlock(bytes, (const unsigned char *)copy, (int)padded) : -1;
	if (decoded < 0) {
		free(bytes);
		bytes = NULL;
	} else {
		*size = (size_t)decoded - padding;
		bytes[*size] = '\0';
	}
	sandbox_wipe(copy, padded);
	free(copy);
	return bytes;
}

char *sandbox_base64_encode(const void *bytes, size_t size, bool url)
{
	char *text = malloc((size + 2) / 3 * 4 + 1);
	if (!text) {
		return NULL;
	}
	EVP_EncodeBlock((unsigned char *)text, bytes, (int)size);
	for (char *c = text; url && *c; c++) {
		if (*c == '=') {
			*c = '\0';
			break;
		}
		*c = (char)(*c == '+' ? '-' : *c == '/' ? '_' : *c);
	}
	return text;
}
