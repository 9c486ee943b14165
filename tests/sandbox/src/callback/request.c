/* A callback as an HTTP request. */
#define _GNU_SOURCE
#include "callback/request.h"

#include "base/text.h"
#include "callback/signature.h"

#include <json-c/json.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SIGN_ALIAS "SHA-512 with RSA"

/* Percent-encodes a value once or twice; the caller frees it with curl_free(). */
static char *encode(const char *value, bool twice)
{
	char *once = curl_easy_escape(NULL, value, 0);
	if (!once || !twice) {
		return once;
	}
	char *again = curl_easy_escape(NULL, once, 0);
	curl_free(once);
	return again;
}

/* name=value&… ; the caller frees it. NULL if out of memory. */
static char *write_form(struct json_object *parameters, bool twice)
{
	char *text = NULL;
	size_t size = 0;
	FILE *stream = open_memstream(&text, &size);
	bool complete = stream;
	json_object_object_foreach(parameters, name, value) {
		char *encoded = complete ? encode(json_object_get_string(value), twice) : NULL;
		complete = encoded;
		if (complete) {
			fprintf(stream, "%s%s=%s", ftell(stream) > 0 ? "&" : "", name, encoded);
		}
		curl_free(encoded);
	}
	if (stream) {
		fclose(stream);
	}
	if (!complete) {
		free(text);
		return NULL;
	}
	return text;
}

/* Sberbank's body. status is a number unless the merchant has it as text. */
static char *write_json(struct json_object *parameters, bool text_status)
{
	struct json_object *status;
	if (!text_status && json_object_object_get_ex(parameters, "status", &status)) {
		json_object_object_add(parameters, "status", json_object_new_int64(json_object_get_int64(status)));
	}
	return sandbox_text_copy(json_object_to_json_string_ext(parameters, JSON_C_TO_STRING_PLAIN));
}

/* The query goes behind that of the address, and before its fragment, which is not sent. */
static char *add_query(const char *address, const char *query)
{
	size_t before = strcspn(address, "#");
	const char *question = memchr(address, '?', before);
	char last = before > 0 ? address[before - 1] : '\0';
	const char *joint = !question ? "?" : last == '?' || last == '&' ? "" : "&";
	char *url = NULL;
	return asprintf(&url, "%.*s%s%s", (int)before, address, joint, query) < 0 ? NULL : url;
}

static bool add_header(struct curl_slist **headers, const char *name, const char *value)
{
	char *line = NULL;
	/* libcurl takes a header without a value only in this spelling. */
	if (asprintf(&line, value[0] ? "%s: %s" : "%s;", name, value) < 0) {
		return false;
	}
	struct curl_slist *longer = curl_slist_append(*headers, line);
	free(line);
	*headers = longer ? longer : *headers;
	return longer;
}

static bool add_headers(struct curl_slist **headers, const char *type, const char *own)
{
	bool added = !type || add_header(headers, "Content-Type", type);
	struct json_object *object = own[0] ? json_tokener_parse(own) : NULL;
	if (object) {
		json_object_object_foreach(object, name, value) {
			added = added && add_header(headers, name, json_object_get_string(value));
		}
	}
	json_object_put(object);
	return added;
}

/* NULL, or why it cannot be signed. */
static const char *sign(struct json_object *parameters, const struct sandbox_settings *settings, EVP_PKEY *key)
{
	bool rsa = strcmp(settings->callback_signing, "rsa") == 0;
	bool hmac = strcmp(settings->callback_signing, "hmac") == 0 && settings->callback_secret[0];
	if (!rsa && !hmac) {
		return NULL;
	}
	if (rsa && !key) {
		return "the RSA key cannot be made";
	}
	char *checksum =
		rsa ? sandbox_callback_rsa(parameters, key) : sandbox_callback_hmac(parameters, settings->callback_secret);
	if (!checksum) {
		return "the checksum cannot be made";
	}
	if (rsa) {
		json_object_object_add(parameters, "sign_alias", json_object_new_string(SIGN_ALIAS));
	}
	json_object_object_add(parameters, "checksum", json_object_new_string(checksum));
	free(checksum);
	return NULL;
}

/* NULL, or why it cannot be made. */
static const char *fill(struct sandbox_callback_request *request, struct json_object *parameters, const char *address,
	const struct sandbox_settings *settings, EVP_PKEY *key)
{
	bool json = strcmp(settings->callback_method, "JSON") == 0;
	bool get = strcmp(settings->callback_method, "GET") == 0;
	const char *problem = json ? NULL : sign(parameters, settings, key);
	if (problem) {
		return problem;
	}
	char *text = json ? write_json(parameters, settings->callback_text_status)
					  : write_form(parameters, settings->callback_encode_twice);
	const char *type = get ? NULL : json ? "application/json" : "application/x-www-form-urlencoded";
	bool made = text && add_headers(&request->headers, type, settings->callback_headers);
	if (get && made) {
		request->url = add_query(address, text);
		free(text);
	} else {
		request->url = sandbox_text_copy(address);
		request->body = text;
	}
	return made && request->url ? NULL : "out of memory";
}

const char *sandbox_callback_request_make(struct sandbox_callback_request *request,
	const struct sandbox_callback *callback, const struct sandbox_settings *settings, EVP_PKEY *key)
{
	*request = (struct sandbox_callback_request){.url = NULL};
	const char *address = callback->address ? callback->address : settings->callback_address;
	if (!address[0]) {
		return "the merchant has no callbackAddress";
	}
	struct json_object *parameters = json_tokener_parse(callback->parameters);
	const char *problem =
		parameters ? fill(request, parameters, address, settings, key) : "its parameters cannot be read";
	json_object_put(parameters);
	return problem;
}

void sandbox_callback_request_free(struct sandbox_callback_request *request)
{
	free(request->url);
	free(request->body);
	curl_slist_free_all(request->headers);
	*request = (struct sandbox_callback_request){.url = NULL};
}
