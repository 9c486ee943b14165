/* One try to deliver a callback. */
#define _GNU_SOURCE
#include "callback/try.h"

#include "base/json.h"
#include "base/text.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define TIMEOUT_MS  10000L
#define ANSWER_MOST (1024 * 1024)

static size_t keep_answer(char *data, size_t one, size_t size, void *context)
{
	struct sandbox_try *attempt = context;
	(void)one;
	if (attempt->answer_size < SANDBOX_ANSWER_KEPT) {
		size_t room = SANDBOX_ANSWER_KEPT - attempt->answer_size;
		memcpy(attempt->answer + attempt->answer_size, data, size < room ? size : room);
	}
	attempt->answer_size += size;
	return attempt->answer_size > ANSWER_MOST ? 0 : size;
}

void sandbox_try_host(const char *address, char host[SANDBOX_HOST_SIZE])
{
	const char *scheme_end = strstr(address, "://"), *from = scheme_end ? scheme_end + 3 : address;
	size_t length = (size_t)(from - address) + strcspn(from, "/?#"), i = 0;
	for (; i < length && i < SANDBOX_HOST_SIZE - 1; i++) {
		host[i] = (char)tolower((unsigned char)address[i]);
	}
	host[i] = '\0';
}

bool sandbox_try_open(struct sandbox_try *attempt, const struct sandbox_callback *callback,
	const struct sandbox_settings *settings, EVP_PKEY *key, const char *authorities)
{
	*attempt = (struct sandbox_try){
		.row = callback->row,
		.due_at = callback->next_at,
		.in_turn = callback->turn > 0,
		.easy = curl_easy_init(),
	};
	if (!attempt->easy) {
		return false;
	}
	attempt->problem = sandbox_callback_request_make(&attempt->request, callback, settings, key);
	CURL *easy = attempt->easy;
	curl_easy_setopt(easy, CURLOPT_PRIVATE, attempt);
	curl_easy_setopt(easy, CURLOPT_URL, attempt->request.url);
	curl_easy_setopt(easy, CURLOPT_HTTPHEADER, attempt->request.headers);
	curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, attempt->error);
	curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, keep_answer);
	curl_easy_setopt(easy, CURLOPT_WRITEDATA, attempt);
	curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, TIMEOUT_MS);
	curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
	/* The shop is on this machine or beside it: no proxy of the environment. */
	curl_easy_setopt(easy, CURLOPT_PROXY, "");
	if (attempt->request.body) {
		curl_easy_setopt(easy, CURLOPT_POSTFIELDS, attempt->request.body);
	}
	if (authorities) {
		curl_easy_setopt(easy, CURLOPT_CAINFO, authorities);
		curl_easy_setopt(easy, CURLOPT_CAPATH, NULL);
	}
	return true;
}

/* What went wrong, which the caller frees; NULL after an answer of 200. */
static char *describe_failure(const struct sandbox_try *attempt, long status)
{
	char *text = NULL, *target = NULL;
	if (attempt->problem) {
		return sandbox_text_copy(attempt->problem);
	}
	if (attempt->result != CURLE_OK) {
		return sandbox_text_copy(attempt->error[0] ? attempt->error : curl_easy_strerror(attempt->result));
	}
	curl_easy_getinfo(attempt->easy, CURLINFO_REDIRECT_URL, &target);
	if (target) {
		return asprintf(&text, "redirects to %s, which is not followed", target) < 0 ? NULL : text;
	}
	return status == 200 ? NULL : sandbox_text_copy("is not answered with 200");
}

/* The kept part of the answer, if it is text. */
static const char *answer_text(const struct sandbox_try *attempt)
{
	return sandbox_text_length(attempt->answer, strlen(attempt->answer)) > 0 ? attempt->answer : NULL;
}

static void append_log(
	struct sandbox_callback *callback, const struct sandbox_try *attempt, long status, const char *failure, int64_t now)
{
	struct json_object *log = callback->log ? json_tokener_parse(callback->log) : NULL;
	struct json_object *entry = json_object_new_object();
	log = log ? log : json_object_new_array();
	sandbox_json_number(entry, "time", now);
	if (status) {
		sandbox_json_number(entry, "status", status);
		sandbox_json_text(entry, "answer", answer_text(attempt));
	}
	sandbox_json_text(entry, "error", failure);
	json_object_array_add(log, entry);
	free(callback->log);
	callback->log = sandbox_json_into_text(log);
}

void sandbox_try_note(const struct sandbox_try *attempt, struct sandbox_callback *callback,
	const struct sandbox_settings *settings, int64_t now)
{
	long status = 0;
	bool asked_again = callback->next_at != attempt->due_at;
	if (!attempt->problem) {
		curl_easy_getinfo(attempt->easy, CURLINFO_RESPONSE_CODE, &status);
	}
	char *failure = describe_failure(attempt, status);
	append_log(callback, attempt, status, failure, now);
	const struct sandbox_callback_request *request = &attempt->request;
	sandbox_text_set(&callback->request, request->body ? request->body : request->url);
	if (!failure) {
		callback->delivered_at = now;
	}
	if (!asked_again) {
		callback->tries++;
		callback->turn = 0;
		bool goes_on = failure && callback->tries < settings->callback_tries;
		callback->next_at = goes_on ? now + settings->callback_try_secs * 1000 : 0;
	}
	free(failure);
}

void sandbox_try_close(struct sandbox_try *attempt)
{
	curl_easy_cleanup(attempt->easy);
	sandbox_callback_request_free(&attempt->request);
	attempt->easy = NULL;
}
