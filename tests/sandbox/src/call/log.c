/* The log of requests: a ring of JSON texts. */
#include "call/log.h"

#include "base/json.h"
#include "base/text.h"
#include "call/mask.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define ENTRIES_MAX 1000
#define BYTES_MAX   ((size_t)8 * 1024 * 1024)
#define STYLE       (JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE)

struct sandbox_log {
	pthread_mutex_t mutex;
	char *texts[ENTRIES_MAX]; /* that of number n is at n % ENTRIES_MAX */
	int64_t first, last;      /* numbers; first > last: none is kept */
	size_t bytes;
};

struct sandbox_log *sandbox_log_open(void)
{
	struct sandbox_log *log = calloc(1, sizeof *log);
	if (log) {
		pthread_mutex_init(&log->mutex, NULL);
		log->first = 1;
	}
	return log;
}

static void forget_oldest(struct sandbox_log *log)
{
	char **text = &log->texts[log->first % ENTRIES_MAX];
	log->bytes -= strlen(*text);
	free(*text);
	*text = NULL;
	log->first++;
}

void sandbox_log_clear(struct sandbox_log *log)
{
	if (!log) {
		return;
	}
	pthread_mutex_lock(&log->mutex);
	while (log->first <= log->last) {
		forget_oldest(log);
	}
	pthread_mutex_unlock(&log->mutex);
}

void sandbox_log_close(struct sandbox_log *log)
{
	sandbox_log_clear(log);
	if (log) {
		pthread_mutex_destroy(&log->mutex);
		free(log);
	}
}

int64_t sandbox_log_ticks(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

/* The entry as JSON, but for its number. */
static struct json_object *describe_entry(const struct sandbox_log_entry *entry)
{
	struct json_object *json = json_object_new_object();
	sandbox_json_number(json, "number", 0);
	sandbox_json_number(json, "time", entry->time);
	sandbox_json_text(json, "method", entry->verb);
	sandbox_json_value(json, "path", sandbox_mask_text("", entry->path, strlen(entry->path)));
	if (entry->parameters) {
		sandbox_json_value(json, "parameters", entry->parameters);
	}
	sandbox_json_value(json, "warnings", entry->warnings ? entry->warnings : json_object_new_array());
	if (entry->on_purpose) {
		sandbox_json_text(json, "onPurpose", entry->on_purpose);
	}
	if (entry->reply->status) {
		sandbox_json_number(json, "status", entry->reply->status);
	}
	if (entry->reply->json) {
		sandbox_json_value(json, "answer", sandbox_mask("", entry->reply->json));
	}
	sandbox_json_number(json, "microseconds", entry->microseconds);
	return json;
}

void sandbox_log_add(struct sandbox_log *log, const struct sandbox_log_entry *entry)
{
	struct json_object *json = describe_entry(entry);
	if (!log) {
		json_object_put(json);
		return;
	}
	pthread_mutex_lock(&log->mutex);
	json_object_object_add(json, "number", json_object_new_int64(log->last + 1));
	char *text = sandbox_text_copy(json_object_to_json_string_ext(json, STYLE));
	size_t size = text ? strlen(text) : 0;
	while (log->first <= log->last && (log->last - log->first + 1 >= ENTRIES_MAX || log->bytes + size > BYTES_MAX)) {
		forget_oldest(log);
	}
	if (text) {
		log->texts[++log->last % ENTRIES_MAX] = text;
		log->bytes += size;
	}
	pthread_mutex_unlock(&log->mutex);
	json_object_put(json);
}

struct json_object *sandbox_log_read(struct sandbox_log *log, int64_t after)
{
	struct json_object *json = json_object_new_object(), *requests = json_object_new_array();
	pthread_mutex_lock(&log->mutex);
	for (int64_t n = after >= log->first ? after + 1 : log->first; n <= log->last; n++) {
		json_object_array_add(requests, json_tokener_parse(log->texts[n % ENTRIES_MAX]));
	}
	sandbox_json_number(json, "last", log->last);
	pthread_mutex_unlock(&log->mutex);
	sandbox_json_value(json, "requests", requests);
	return json;
}
