/* Sending a reply: JSON, a stream of lines, or a page. */
#include "http/send.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define JSON_STYLE   (JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE)
#define STREAM_BLOCK 65536
#define HTML_TYPE    "text/html;charset=UTF-8"

/* A header of a text; the list ends with one without a name. A NULL value leaves it out. */
struct header {
	const char *name, *value;
};

static mhd_result send_with_headers(
	struct MHD_Connection *connection, unsigned status, const struct header *headers, const char *text, size_t size)
{
	struct MHD_Response *response = MHD_create_response_from_buffer(size, (void *)text, MHD_RESPMEM_MUST_COPY);
	if (!response) {
		return MHD_NO;
	}
	for (; headers->name; headers++) {
		if (headers->value) {
			MHD_add_response_header(response, headers->name, headers->value);
		}
	}
	mhd_result queued = MHD_queue_response(connection, status, response);
	MHD_destroy_response(response);
	return queued;
}

static mhd_result send_text(struct MHD_Connection *connection, const struct sandbox_reply *reply, const char *type,
	const char *text, size_t size)
{
	const struct header headers[] = {
		{MHD_HTTP_HEADER_CONTENT_TYPE, type},
		{MHD_HTTP_HEADER_ALLOW, reply->status == MHD_HTTP_METHOD_NOT_ALLOWED ? reply->allow : NULL},
		{"Access-Control-Allow-Origin", reply->any_origin ? "*" : NULL},
		{MHD_HTTP_HEADER_WWW_AUTHENTICATE, reply->challenge},
		{NULL, NULL},
	};
	return send_with_headers(connection, reply->status, headers, text, size);
}

/* A browser asks so before it sends a JSON body from a web page. */
static mhd_result send_preflight(struct MHD_Connection *connection)
{
	static const struct header headers[] = {
		{"Access-Control-Allow-Origin", "*"},
		{"Access-Control-Allow-Methods", "POST"},
		{"Access-Control-Allow-Headers", "Content-Type"},
		{NULL, NULL},
	};
	return send_with_headers(connection, MHD_HTTP_NO_CONTENT, headers, "", 0);
}

static const char *referrer_policy(const struct sandbox_reply *reply)
{
	return reply->referrer ? reply->referrer : "no-referrer";
}

/* A page with the data of a payer or a merchant: nobody keeps it, and nobody is told where the reader came from. */
static mhd_result send_html(struct MHD_Connection *connection, const struct sandbox_reply *reply)
{
	const struct header headers[] = {
		{MHD_HTTP_HEADER_CONTENT_TYPE, HTML_TYPE},
		{"Content-Security-Policy", reply->policy},
		{MHD_HTTP_HEADER_CACHE_CONTROL, "no-store"},
		{"Referrer-Policy", referrer_policy(reply)},
		{MHD_HTTP_HEADER_SET_COOKIE, reply->cookie},
		{"X-Content-Type-Options", "nosniff"},
		{NULL, NULL},
	};
	return send_with_headers(connection, reply->status, headers, reply->html, strlen(reply->html));
}

static mhd_result send_file(struct MHD_Connection *connection, const struct sandbox_reply *reply)
{
	const struct header headers[] = {
		{MHD_HTTP_HEADER_CONTENT_TYPE, reply->type},
		{MHD_HTTP_HEADER_CACHE_CONTROL, "no-cache"},
		{"X-Content-Type-Options", "nosniff"},
		{NULL, NULL},
	};
	return send_with_headers(connection, reply->status, headers, reply->file, strlen(reply->file));
}

static mhd_result send_redirect(struct MHD_Connection *connection, const struct sandbox_reply *reply)
{
	const struct header headers[] = {
		{MHD_HTTP_HEADER_LOCATION, reply->location},
		{MHD_HTTP_HEADER_CACHE_CONTROL, "no-store"},
		{"Referrer-Policy", referrer_policy(reply)},
		{MHD_HTTP_HEADER_SET_COOKIE, reply->cookie},
		{NULL, NULL},
	};
	return send_with_headers(connection, reply->status, headers, "", 0);
}

static mhd_result send_page(struct MHD_Connection *connection, const struct sandbox_reply *reply)
{
	char page[256];
	unsigned status = reply->status;
	const char *reason = MHD_get_reason_phrase_for(status);
	int size = snprintf(page, sizeof page,
		"<!DOCTYPE html>\n<html><head><title>%u %s</title></head><body><h1>%u %s</h1></body></html>\n", status, reason,
		status, reason);
	return send_text(connection, reply, HTML_TYPE, page, (size_t)size);
}

/* The state of a stream of lines. */
struct line_stream {
	sandbox_lines *next;
	void *source;
	int64_t position;
	char *line; /* the line being sent, with a newline instead of its NUL */
	size_t size, sent;
};

static bool next_line(struct line_stream *stream)
{
	free(stream->line);
	stream->line = stream->next(stream->source, &stream->position);
	stream->sent = 0;
	if (!stream->line) {
		return false;
	}
	/* In the place of the NUL. */
	stream->size = strlen(stream->line);
	stream->line[stream->size++] = '\n';
	return true;
}

static ssize_t read_stream(void *cls, uint64_t position, char *buffer, size_t size)
{
	struct line_stream *stream = cls;
	(void)position;
	if (stream->sent == stream->size && !next_line(stream)) {
		return MHD_CONTENT_READER_END_OF_STREAM;
	}
	size_t part = stream->size - stream->sent;
	part = part < size ? part : size;
	memcpy(buffer, stream->line + stream->sent, part);
	stream->sent += part;
	return (ssize_t)part;
}

static void free_stream(void *cls)
{
	struct line_stream *stream = cls;
	free(stream->line);
	free(stream);
}

static mhd_result send_lines(struct MHD_Connection *connection, const struct sandbox_reply *reply)
{
	struct line_stream *stream = calloc(1, sizeof *stream);
	if (!stream) {
		return MHD_NO;
	}
	stream->next = reply->lines;
	stream->source = reply->source;
	struct MHD_Response *response =
		MHD_create_response_from_callback(MHD_SIZE_UNKNOWN, STREAM_BLOCK, read_stream, stream, free_stream);
	if (!response) {
		free_stream(stream);
		return MHD_NO;
	}
	MHD_add_response_header(
		response, MHD_HTTP_HEADER_CONTENT_TYPE, reply->download ? reply->type : "application/x-ndjson;charset=UTF-8");
	if (reply->download) {
		char disposition[128];
		snprintf(disposition, sizeof disposition, "attachment; filename=\"%s\"", reply->download);
		MHD_add_response_header(response, MHD_HTTP_HEADER_CONTENT_DISPOSITION, disposition);
		MHD_add_response_header(response, MHD_HTTP_HEADER_CACHE_CONTROL, "no-store");
		MHD_add_response_header(response, "X-Content-Type-Options", "nosniff");
	}
	mhd_result queued = MHD_queue_response(connection, reply->status, response);
	MHD_destroy_response(response);
	return queued;
}

mhd_result sandbox_send_reply(struct MHD_Connection *connection, const struct sandbox_reply *reply)
{
	if (reply->preflight) {
		return send_preflight(connection);
	}
	if (reply->lines) {
		return send_lines(connection, reply);
	}
	if (reply->location) {
		return send_redirect(connection, reply);
	}
	if (reply->html) {
		return send_html(connection, reply);
	}
	if (reply->file) {
		return send_file(connection, reply);
	}
	if (!reply->json) {
		return send_page(connection, reply);
	}
	size_t size;
	const char *text = json_object_to_json_string_length(reply->json, JSON_STYLE, &size);
	return send_text(connection, reply, "application/json;charset=UTF-8", text, size);
}
