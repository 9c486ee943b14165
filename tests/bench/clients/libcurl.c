/*
 * What libcurl alone costs: handles that are set once and kept, replies that are kept but not read.
 *
 * `floor` sets what a careful caller would; it parses the system's authorities once and keeps them. `lean` leaves out
 * what a bare loop can do without (a URL parsed anew, time limits, headers), and of the authorities reads the one that
 * it needs.
 */
#include "../client.h"

#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LONGEST_URL = 256, SAFE_IDLE = 3 /* seconds, as payment_gateway.payment_idle_timeout */ };

struct reply {
	char *at; /* LARGEST_REPLY, of which only what is written takes memory */
	size_t length;
};

static struct {
	CURLM *multi; /* NULL: one call after another */
	CURL *handles[MOST_AT_ONCE];
	struct reply replies[MOST_AT_ONCE];
	size_t count;
} opened;

/* ---------------------------------------------------------------- handles */

static size_t write_reply(char *at, size_t size, size_t count, void *context)
{
	struct reply *reply = context;

	if (size * count > LARGEST_REPLY - reply->length) {
		return 0;
	}
	memcpy(reply->at + reply->length, at, size * count);
	reply->length += size * count;
	return size * count;
}

static void set_headers(CURL *curl, const char *const *lines)
{
	struct curl_slist *headers = NULL;

	while (*lines) {
		headers = curl_slist_append(headers, *lines++);
	}
	curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
}

static void set_up_floor(CURL *curl, const char *url)
{
	static const char *const lines[] = {"Accept: application/json", "Expect:", "User-Agent: payment_gateway", NULL};

	curl_easy_setopt(curl, CURLOPT_URL, url);
	set_headers(curl, lines);
	curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
	curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, 30000L);
	/* callgrind makes 64 handshakes slow. */
	curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, 30000L);
	curl_easy_setopt(curl, CURLOPT_MAXAGE_CONN, (long)SAFE_IDLE);
	/* With a directory libcurl would parse the file for each connection. */
	curl_easy_setopt(curl, CURLOPT_CAPATH, NULL);
}

static void set_up_lean(CURL *curl, const char *url)
{
	static const char *const lines[] = {"Accept: application/json", NULL};
	CURLU *parsed = curl_url();

	curl_url_set(parsed, CURLUPART_URL, url, 0);
	curl_easy_setopt(curl, CURLOPT_CURLU, parsed);
	set_headers(curl, lines);
	curl_easy_setopt(curl, CURLOPT_MAXAGE_CONN, (long)SAFE_IDLE);
	/* OpenSSL reads single authorities from the directory. */
	curl_easy_setopt(curl, CURLOPT_CAINFO, NULL);
}

static const struct {
	const char *name;
	void (*set_up)(CURL *curl, const char *url);
} variants[] = {{"floor", set_up_floor}, {"lean", set_up_lean}};

static CURL *make_handle(const char *name, const char *base, const struct request *request, struct reply *reply)
{
	CURL *curl = curl_easy_init();
	char url[LONGEST_URL];

	snprintf(url, sizeof(url), "%s%s", base, request->path);
	for (size_t i = 0; i < sizeof(variants) / sizeof(variants[0]); i++) {
		if (strcmp(variants[i].name, name) == 0) {
			variants[i].set_up(curl, url);
		}
	}
	reply->at = malloc(LARGEST_REPLY);
	curl_easy_setopt(curl, CURLOPT_POSTFIELDS, request->body);
	curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, write_reply);
	curl_easy_setopt(curl, CURLOPT_WRITEDATA, reply);
	curl_easy_setopt(curl, CURLOPT_PRIVATE, reply);
	curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(curl, CURLOPT_PROXY, "");
	return curl;
}

bool libcurl_open(const char *name, const char *base, const struct plan *plan)
{
	opened.count = plan->at_once;
	opened.multi = plan->at_once > 1 ? curl_multi_init() : NULL;
	for (size_t i = 0; i < opened.count; i++) {
		opened.handles[i] = make_handle(name, base, &plan->requests[i % plan->count], &opened.replies[i]);
	}
	return true;
}

/* ---------------------------------------------------------------- calls */

static void check(CURL *curl, CURLcode code)
{
	long status = 0;

	if (code != CURLE_OK || curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status) != CURLE_OK || status != 200) {
		client_fail("libcurl: a call failed");
	}
}

static void start(CURL *curl)
{
	struct reply *reply;

	curl_easy_getinfo(curl, CURLINFO_PRIVATE, (char **)&reply);
	reply->length = 0;
	curl_multi_add_handle(opened.multi, curl);
}

/* Takes what is done, starts what is left, and returns how many were done. */
static size_t take_done(size_t *left)
{
	const CURLMsg *message;
	size_t done = 0;
	int queued;

	while ((message = curl_multi_info_read(opened.multi, &queued))) {
		CURL *curl = message->easy_handle;

		check(curl, message->data.result);
		curl_multi_remove_handle(opened.multi, curl);
		done++;
		if (*left) {
			--*left;
			start(curl);
		}
	}
	return done;
}

static void call_at_once(size_t calls)
{
	size_t first = calls < opened.count ? calls : opened.count, left = calls - first;
	int running;

	for (size_t i = 0; i < first; i++) {
		start(opened.handles[i]);
	}
	while (calls) {
		size_t done;

		curl_multi_perform(opened.multi, &running);
		done = take_done(&left);
		calls -= done;
		if (calls && !done) {
			curl_multi_poll(opened.multi, NULL, 0, 1000, NULL);
		}
	}
}

void libcurl_call(size_t calls)
{
	if (opened.multi) {
		call_at_once(calls);
		return;
	}
	while (calls--) {
		opened.replies[0].length = 0;
		check(opened.handles[0], curl_easy_perform(opened.handles[0]));
	}
}
