/* The checksum of a callback. */
#include "callback/signature.h"

#include <openssl/hmac.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int compare_names(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* name;value;name;value;… by sorted names; the caller frees it. */
static char *write_signed_text(struct json_object *parameters)
{
	size_t count = (size_t)json_object_object_length(parameters), at = 0, size = 0;
	const char **names = calloc(count + 1, sizeof *names);
	char *text = NULL;
	FILE *stream = names ? open_memstream(&text, &size) : NULL;
	if (!stream) {
		free(names);
		return NULL;
	}
	json_object_object_foreach(parameters, name, value) {
		(void)value;
		names[at++] = name;
	}
	qsort(names, count, sizeof *names, compare_names);
	for (at = 0; at < count; at++) {
		fprintf(stream, "%s;%s;", names[at], json_object_get_string(json_object_object_get(parameters, names[at])));
	}
	fclose(stream);
	free(names);
	return text;
}

static char *write_hex(const unsigned char *bytes, size_t size)
{
	char *text = malloc(2 * size + 1);
	for (size_t i = 0; text && i < size; i++) {
		snprintf(text + 2 * i, 3, "%02X", bytes[i]);
	}
	return text;
}

char *sandbox_callback_hmac(struct json_object *parameters, const char *secret)
{
	unsigned char digest[EVP_MAX_MD_SIZE];
	unsigned size = 0;
	char *text = write_signed_text(parameters);
	bool made = text && HMAC(EVP_sha256(), secret, (int)strlen(secret), (const unsigned char *)text, strlen(text),
							digest, &size);
	free(text);
	return made ? write_hex(digest, size) : NULL;
}

char *sandbox_callback_rsa(struct json_object *parameters, EVP_PKEY *key)
{
	char *text = write_signed_text(parameters), *hex = NULL;
	EVP_MD_CTX *context = EVP_MD_CTX_new();
	size_t size = (size_t)EVP_PKEY_size(key);
	unsigned char *signature = malloc(size);
	if (text && context && signature && EVP_DigestSignInit(context, NULL, EVP_sha512(), NULL, key) == 1 &&
		EVP_DigestSign(context, signature, &size, (const unsigned char *)text, strlen(text)) == 1) {
		hex = write_hex(signature, size);
	}
	free(signature);
	EVP_MD_CTX_free(context);
	free(text);
	return hex;
}
