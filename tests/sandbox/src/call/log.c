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
#define DEPTH_MOST  1024
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

static void write_number(struct printbuf *to, const char *name, int64_t number)
{
	sprintbuf(to, ",\"%s\":%lld", name, (long long)number);
}

/* The entry as JSON. Its number is known when it is read. */
static void describe_entry(struct printbuf *json, const struct sandbox_log_entry *entry)
{
	sandbox_json_write(json, "{\"number\":0");
	write_number(json, "time", entry->time);
	sandbox_json_write(json, ",\"method\":");
	sandbox_json_write_text(json, entry->verb, strlen(entry->verb));
	sandbox_json_write(json, ",\"path\":");
	sandbox_mask_text(json, "", entry->path, strlen(entry->path));
	if (entry->parameters) {
		sandbox_json_write(json, ",\"parameters\":");
		printbuf_memappend(json, entry->parameters->buf, printbuf_length(entry->parameters));
	}
	sandbox_json_write(json, ",\"warnings\":");
	sandbox_json_write(json, entry->warnings ? json_object_to_json_string_ext(entry->warnings, STYLE) : "[]");
	if (entry->on_purpose) {
		sandbox_json_write(json, ",\"onPurpose\":");
		sandbox_json_write_text(json, entry->on_purpose, strlen(entry->on_purpose));
	}
	if (entry->reply->status) {
		write_number(json, "status", entry->reply->status);
	}
	if (entry->reply->json) {
		sandbox_json_write(json, ",\"answer\":");
		sandbox_mask(json, "", entry->reply->json);
	}
	write_number(json, "microseconds", entry->microseconds);
	sandbox_json_write(json, "}");
}

static void keep(struct sandbox_log *log, char *text)
{
	if (!text) {
		return;
	}
	size_t size = strlen(text);
	pthread_mutex_lock(&log->mutex);
	while (log->first <= log->last && (log->last - log->first + 1 >= ENTRIES_MAX || log->bytes + size > BYTES_MAX)) {
		forget_oldest(log);
	}
	log->texts[++log->last % ENTRIES_MAX] = text;
	log->bytes += size;
	pthread_mutex_unlock(&log->mutex);
}

void sandbox_log_add(struct sandbox_log *log, const struct sandbox_log_entry *entry)
{
	struct printbuf *json = log ? printbuf_new() : NULL;
	if (json) {
		describe_entry(json, entry);
		keep(log, sandbox_text_copy(json->buf));
		printbuf_free(json);
	}
	json_object_put(entry->warnings);
	printbuf_free(entry->parameters);
}

/* Of an entry that is too deep there is only the number. */
static struct json_object *read_entry(struct json_tokener *tokener, const char *text, int64_t number)
{
	json_tokener_reset(tokener);
	struct json_object *entry = json_tokener_parse_ex(tokener, text, (int)strlen(text) + 1);
	entry = entry ? entry : json_object_new_object();
	json_object_object_add(entry, "number", json_object_new_int64(number));
	return entry;
}

struct json_object *sandbox_log_read(struct sandbox_log *log, int64_t after)
{
	struct json_object *json = json_object_new_object(), *requests = json_object_new_array();
	struct json_tokener *tokener = json_tokener_new_ex(DEPTH_MOST);
	pthread_mutex_lock(&log->mutex);
	for (int64_t n = after >= log->first ? after + 1 : log->first; n <= log->last; n++) {
		json_object_array_add(requests, read_entry(tokener, log->texts[n % ENTRIES_MAX], n));
	}
	sandbox_json_number(json, "last", log->last);
	pthread_mutex_unlock(&log->mutex);
	json_tokener_free(tokener);
	sandbox_json_value(json, "requests", requests);
	return json;
}
