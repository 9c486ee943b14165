#include "http/server.h"

#include "base/secret.h"
#include "control/control.h"
#include "payment/keys.h"

#include <arpa/inet.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#define BODY_MAX          (1024 * 1024)
#define BODY_DRAINED_MAX  (16 * BODY_MAX) /* read and forgotten, so that the client can read why it was refused */
#define BODY_START        2048
#define CONNECTIONS_MAX   8192
#define THREADS_MAX       4
#define IDLE_SECONDS      120
#define FORM_TYPE         "application/x-www-form-urlencoded"
#define JSON_TYPE         "application/json"
#define JSON_STYLE        (JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE)
#define STREAM_BLOCK      65536
#define CONTENT_TOO_LARGE 413 /* libmicrohttpd has renamed its own constant */

#if MHD_VERSION >= 0x00097002
typedef enum MHD_Result mhd_result;
#else
typedef int mhd_result;
#endif

struct sandbox_http {
	struct MHD_Daemon *daemon;
	struct sandbox_gateway *gateway;
};

/* One request while its body comes in. */
struct request {
	const struct sandbox_method *method; /* of the gateway; NULL: control interface */
	bool post;                           /* of the control interface */
	bool keys;                           /* the public key is asked for */
	unsigned refused;                    /* HTTP status with which it will be answered unheard; 0 if none */
	const char *allow;                   /* with status 405 */
	char *body;
	size_t size, capacity, received;
};

static const char *header(struct MHD_Connection *connection, const char *name)
{
	return MHD_lookup_connection_value(connection, MHD_HEADER_KIND, name);
}

static bool has_type(struct MHD_Connection *connection, const char *wanted)
{
	const char *type = header(connection, MHD_HTTP_HEADER_CONTENT_TYPE);
	size_t size = strlen(wanted);
	if (!type || strncasecmp(type, wanted, size) != 0) {
		return false;
	}
	return type[size] == '\0' || type[size] == ';' || type[size] == ' ';
}

static bool from_loopback(struct MHD_Connection *connection)
{
	const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
	if (!info || !info->client_addr) {
		return false;
	}
	if (info->client_addr->sa_family == AF_INET) {
		const struct sockaddr_in *address = (const void *)info->client_addr;
		return ntohl(address->sin_addr.s_addr) >> 24 == 127;
	}
	const struct sockaddr_in6 *address = (const void *)info->client_addr;
	bool mapped = IN6_IS_ADDR_V4MAPPED(&address->sin6_addr) && address->sin6_addr.s6_addr[12] == 127;
	return mapped || IN6_IS_ADDR_LOOPBACK(&address->sin6_addr);
}

/* What follows base in the path, or "". */
static const char *below(const char *base, const char *url)
{
	size_t size = strlen(base);
	return strncmp(url, base, size) == 0 ? url + size : "";
}

static const struct sandbox_method *find_method(const char *url)
{
	static const char *const bases[SANDBOX_BASES] = {
		[SANDBOX_BASE_CLASSIC] = SANDBOX_BASE_PATH,
		[SANDBOX_BASE_JSON] = SANDBOX_JSON_BASE_PATH,
		[SANDBOX_BASE_HOST] = "/",
	};
	const struct sandbox_method *method = NULL;
	for (int base = 0; base < SANDBOX_BASES && !method; base++) {
		method = sandbox_method_find((enum sandbox_base)base, below(bases[base], url));
	}
	return method;
}

/* The HTTP status that refuses the request whatever its body says; 0 if none does. */
static unsigned refuse_method(struct request *request, struct MHD_Connection *connection, const char *verb)
{
	request->allow = MHD_HTTP_METHOD_POST;
	if (strcmp(verb, MHD_HTTP_METHOD_POST) != 0) {
		return MHD_HTTP_METHOD_NOT_ALLOWED;
	}
	if (!has_type(connection, request->method->object ? JSON_TYPE : FORM_TYPE)) {
		return MHD_HTTP_UNSUPPORTED_MEDIA_TYPE;
	}
	/* Parameters belong into the body: what stands in a URL ends up in logs. */
	if (MHD_get_connection_values(connection, MHD_GET_ARGUMENT_KIND, NULL, NULL) > 0) {
		return MHD_HTTP_BAD_REQUEST;
	}
	return 0;
}

static unsigned refuse_control(struct request *request, struct MHD_Connection *connection, const char *verb)
{
	bool get = strcmp(verb, MHD_HTTP_METHOD_GET) == 0;
	request->post = strcmp(verb, MHD_HTTP_METHOD_POST) == 0;
	if (!from_loopback(connection)) {
		return MHD_HTTP_FORBIDDEN;
	}
	if ((!get && !request->post) || !strstr(request->allow, verb)) {
		return MHD_HTTP_METHOD_NOT_ALLOWED;
	}
	return get || has_type(connection, FORM_TYPE) ? 0 : MHD_HTTP_UNSUPPORTED_MEDIA_TYPE;
}

static void route(struct request *request, struct MHD_Connection *connection, const char *url, const char *verb)
{
	request->method = find_method(url);
	request->keys = strcmp(below(SANDBOX_BASE_PATH, url), SANDBOX_KEYS_PATH) == 0;
	if (request->method) {
		request->refused = refuse_method(request, connection, verb);
	} else if (request->keys) {
		request->allow = MHD_HTTP_METHOD_GET;
		request->refused = strcmp(verb, request->allow) == 0 ? 0 : MHD_HTTP_METHOD_NOT_ALLOWED;
	} else if ((request->allow = sandbox_control_allow(below(SANDBOX_BASE_PATH, url)))) {
		request->refused = refuse_control(request, connection, verb);
	} else {
		request->refused = MHD_HTTP_NOT_FOUND;
	}
}

/* Grows by copying, so that no piece of a card number stays behind in freed memory. */
static bool reserve(struct request *request, size_t size)
{
	if (size <= request->capacity) {
		return true;
	}
	size_t capacity = request->capacity ? request->capacity : BODY_START;
	while (capacity < size) {
		capacity *= 2;
	}
	char *body = malloc(capacity);
	if (!body) {
		return false;
	}
	if (request->body) {
		memcpy(body, request->body, request->size);
		sandbox_wipe(request->body, request->size);
		free(request->body);
	}
	request->body = body;
	request->capacity = capacity;
	return true;
}

static bool receive(struct request *request, const char *data, size_t size)
{
	request->received += size;
	if (request->received > BODY_DRAINED_MAX) {
		return false;
	}
	if (!request->refused && request->size + size > BODY_MAX) {
		request->refused = CONTENT_TOO_LARGE;
	}
	if (request->refused) {
		return true;
	}
	if (!reserve(request, request->size + size)) {
		return false;
	}
	memcpy(request->body + request->size, data, size);
	request->size += size;
	return true;
}

static mhd_result send_text(struct MHD_Connection *connection, unsigned status, const char *type, const char *allow,
	const char *text, size_t size)
{
	struct MHD_Response *response = MHD_create_response_from_buffer(size, (void *)text, MHD_RESPMEM_MUST_COPY);
	if (!response) {
		return MHD_NO;
	}
	MHD_add_response_header(response, MHD_HTTP_HEADER_CONTENT_TYPE, type);
	if (status == MHD_HTTP_METHOD_NOT_ALLOWED) {
		MHD_add_response_header(response, MHD_HTTP_HEADER_ALLOW, allow);
	}
	mhd_result queued = MHD_queue_response(connection, status, response);
	MHD_destroy_response(response);
	return queued;
}

static mhd_result send_page(struct MHD_Connection *connection, unsigned status, const char *allow)
{
	char page[256];
	const char *reason = MHD_get_reason_phrase_for(status);
	int size = snprintf(page, sizeof page,
		"<!DOCTYPE html>\n<html><head><title>%u %s</title></head><body><h1>%u %s</h1></body></html>\n", status, reason,
		status, reason);
	return send_text(connection, status, "text/html;charset=UTF-8", allow, page, (size_t)size);
}

/* Where a stream of lines stands. */
struct stream {
	sandbox_lines *next;
	void *source;
	int64_t position;
	char *line; /* the one being sent, with its newline */
	size_t size, sent;
};

static bool next_line(struct stream *stream)
{
	struct json_object *json = stream->next(stream->source, &stream->position);
	if (!json) {
		return false;
	}
	const char *text = json_object_to_json_string_length(json, JSON_STYLE, &stream->size);
	free(stream->line);
	stream->line = malloc(stream->size + 1);
	if (stream->line) {
		memcpy(stream->line, text, stream->size);
		stream->line[stream->size++] = '\n';
	}
	stream->sent = 0;
	json_object_put(json);
	return stream->line;
}

static ssize_t read_stream(void *cls, uint64_t position, char *buffer, size_t size)
{
	struct stream *stream = cls;
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
	struct stream *stream = cls;
	free(stream->line);
	free(stream);
}

static mhd_result send_lines(struct MHD_Connection *connection, const struct sandbox_reply *reply)
{
	struct stream *stream = calloc(1, sizeof *stream);
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
	MHD_add_response_header(response, MHD_HTTP_HEADER_CONTENT_TYPE, "application/x-ndjson;charset=UTF-8");
	mhd_result queued = MHD_queue_response(connection, reply->status, response);
	MHD_destroy_response(response);
	return queued;
}

static mhd_result send_reply(struct MHD_Connection *connection, const struct sandbox_reply *reply)
{
	if (reply->lines) {
		return send_lines(connection, reply);
	}
	if (!reply->json) {
		return send_page(connection, reply->status, NULL);
	}
	size_t size;
	const char *text = json_object_to_json_string_length(reply->json, JSON_STYLE, &size);
	return send_text(connection, reply->status, JSON_TYPE ";charset=UTF-8", NULL, text, size);
}

/* The form borrows what the connection keeps. */
static mhd_result add_argument(void *cls, enum MHD_ValueKind kind, const char *name, const char *value)
{
	struct sandbox_form *form = cls;
	(void)kind;
	value = value ? value : "";
	form->fields[form->count++] = (struct sandbox_field){name, strlen(name), value, strlen(value)};
	return MHD_YES;
}

static bool read_query(struct MHD_Connection *connection, struct sandbox_form *form)
{
	int count = MHD_get_connection_values(connection, MHD_GET_ARGUMENT_KIND, NULL, NULL);
	*form = (struct sandbox_form){.fields = calloc((size_t)count + 1, sizeof *form->fields)};
	if (form->fields) {
		MHD_get_connection_values(connection, MHD_GET_ARGUMENT_KIND, add_argument, form);
	}
	return form->fields;
}

static void control(struct sandbox_gateway *gateway, struct MHD_Connection *connection, const char *path,
	const struct request *request, struct sandbox_reply *reply)
{
	struct sandbox_form form;
	const char *body = request->body ? request->body : "";
	if (!(request->post ? sandbox_form_parse(&form, body, request->size) : read_query(connection, &form))) {
		sandbox_reply_page(reply, MHD_HTTP_BAD_REQUEST);
		return;
	}
	sandbox_control_serve(path, &(struct sandbox_control_request){gateway, request->post, &form, reply});
	sandbox_form_free(&form);
}

static mhd_result serve(
	struct sandbox_gateway *gateway, struct MHD_Connection *connection, const char *url, struct request *request)
{
	struct sandbox_reply reply = {.status = MHD_HTTP_INTERNAL_SERVER_ERROR};
	if (request->refused) {
		return send_page(connection, request->refused, request->allow);
	}
	if (request->method) {
		const char *body = request->body ? request->body : "";
		sandbox_gateway_serve(gateway, request->method, body, request->size, &reply);
	} else if (request->keys) {
		sandbox_keys_serve(gateway->store, &reply);
	} else {
		control(gateway, connection, below(SANDBOX_BASE_PATH, url), request, &reply);
	}
	mhd_result queued = send_reply(connection, &reply);
	sandbox_reply_free(&reply);
	return queued;
}

static mhd_result on_request(void *cls, struct MHD_Connection *connection, const char *url, const char *verb,
	const char *version, const char *data, size_t *size, void **slot)
{
	struct sandbox_http *http = cls;
	struct request *request = *slot;
	(void)version;
	if (!request) {
		*slot = request = calloc(1, sizeof *request);
		if (!request) {
			return MHD_NO;
		}
		route(request, connection, url, verb);
		return MHD_YES;
	}
	if (*size > 0) {
		bool received = receive(request, data, *size);
		*size = 0;
		return received ? MHD_YES : MHD_NO;
	}
	return serve(http->gateway, connection, url, request);
}

static void on_completed(
	void *cls, struct MHD_Connection *connection, void **slot, enum MHD_RequestTerminationCode code)
{
	(void)cls;
	(void)connection;
	(void)code;
	struct request *request = *slot;
	if (!request) {
		return;
	}
	sandbox_wipe(request->body, request->size);
	free(request->body);
	free(request);
	*slot = NULL;
}

/* Two threads answer a fifth more than one, though the store is one at a time; many more only queue for it. */
static unsigned thread_count(void)
{
	long cores = sysconf(_SC_NPROCESSORS_ONLN);
	return cores < 2 ? 2 : cores > THREADS_MAX ? THREADS_MAX : (unsigned)cores;
}

static unsigned daemon_flags(const struct sandbox_tls *tls)
{
	unsigned flags = MHD_is_feature_supported(MHD_FEATURE_EPOLL) == MHD_YES ? MHD_USE_EPOLL_INTERNAL_THREAD
																			: MHD_USE_INTERNAL_POLLING_THREAD;
	return flags | (tls->certificate ? MHD_USE_TLS : 0);
}

struct sandbox_http *sandbox_http_start(struct sandbox_gateway *gateway, int socket, const struct sandbox_tls *tls)
{
	struct sandbox_http *http = calloc(1, sizeof *http);
	struct MHD_OptionItem plain[] = {{MHD_OPTION_END, 0, NULL}};
	struct MHD_OptionItem secure[] = {
		{MHD_OPTION_HTTPS_MEM_CERT, 0, (void *)tls->certificate},
		{MHD_OPTION_HTTPS_MEM_KEY, 0, (void *)tls->key},
		{MHD_OPTION_END, 0, NULL},
	};
	if (!http) {
		return NULL;
	}
	http->gateway = gateway;
	http->daemon = MHD_start_daemon(daemon_flags(tls), 0, NULL, NULL, on_request, http, MHD_OPTION_LISTEN_SOCKET,
		socket, MHD_OPTION_THREAD_POOL_SIZE, thread_count(), MHD_OPTION_CONNECTION_LIMIT, (unsigned)CONNECTIONS_MAX,
		MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)IDLE_SECONDS, MHD_OPTION_NOTIFY_COMPLETED, on_completed, NULL,
		MHD_OPTION_ARRAY, tls->certificate ? secure : plain, MHD_OPTION_END);
	if (!http->daemon) {
		fputs(tls->certificate ? "sandbox: cannot serve HTTPS; is this a right certificate with its key?\n"
							   : "sandbox: cannot start the HTTP server\n",
			stderr);
		free(http);
		return NULL;
	}
	return http;
}

void sandbox_http_stop(struct sandbox_http *http)
{
	if (http) {
		MHD_stop_daemon(http->daemon);
		free(http);
	}
}
