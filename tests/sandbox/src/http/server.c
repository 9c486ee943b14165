/* The HTTP server: routing, and the callbacks of libmicrohttpd. */
#include "http/server.h"

#include "base/clock.h"
#include "base/secret.h"
#include "control/control.h"
#include "gateway/method_table.h"
#include "gateway/shop_module.h"
#include "http/hold.h"
#include "http/loop.h"
#include "http/receive.h"
#include "http/send.h"
#include "page/pages.h"
#include "payment/keys.h"
#include "portal/portal.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define CONNECTIONS_MAX 8192
#define IDLE_SECONDS    120

struct sandbox_http {
	struct sandbox_gateway *gateway;
	struct sandbox_holds *holds;
	struct MHD_Daemon *daemon;
	struct sandbox_loop *loop;
	size_t connections; /* asking libmicrohttpd would free those that it has closed, perhaps while it looks at them */
};

/* One request while it is received. */
struct http_request {
	char *target; /* path and query, as they came */
	bool routed;
	const struct sandbox_method *method; /* the gateway method; NULL for the control calls and the key */
	bool preflight;                      /* a browser asks whether a script may send such a request */
	bool post;                           /* of a control call */
	bool keys;                           /* the public key is asked for */
	bool module;                         /* the module of a shop sets or reads its callbacks */
	void (*page)(const struct sandbox_page_request *request); /* serves the page that is asked for; NULL: none is */
	unsigned refused;  /* HTTP status that refuses the request whatever its body; 0: none */
	const char *allow; /* with status 405 */
	struct sandbox_upload upload;
	bool served;   /* the reply is there, and perhaps waits */
	unsigned mark; /* what it tells is on disk when all before this mark is */
	struct sandbox_reply reply;
};

static const char *header_of(struct MHD_Connection *connection, const char *name)
{
	return MHD_lookup_connection_value(connection, MHD_HEADER_KIND, name);
}

static const char *content_type(struct MHD_Connection *connection)
{
	return header_of(connection, MHD_HTTP_HEADER_CONTENT_TYPE);
}

/* What follows the ? of the URL, undecoded: libmicrohttpd's own parser drops what it cannot read. */
static const char *query_of(const struct http_request *request)
{
	const char *question = strchr(request->target, '?');
	return question ? question + 1 : "";
}

/* A NUL would hide the rest of the decoded path. */
static bool has_nul(const struct http_request *request)
{
	const char *nul = strstr(request->target, "%00");
	return nul && nul < request->target + strcspn(request->target, "?");
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

/* A control call or a page; those for testers answer to this machine alone. */
static unsigned refuse_control(
	struct http_request *request, struct MHD_Connection *connection, const char *verb, bool local)
{
	bool get = strcmp(verb, MHD_HTTP_METHOD_GET) == 0;
	request->post = strcmp(verb, MHD_HTTP_METHOD_POST) == 0;
	if (local && !from_loopback(connection)) {
		return MHD_HTTP_FORBIDDEN;
	}
	if ((!get && !request->post) || !strstr(request->allow, verb)) {
		return MHD_HTTP_METHOD_NOT_ALLOWED;
	}
	return get || sandbox_type_is(content_type(connection), SANDBOX_FORM_TYPE) ? 0 : MHD_HTTP_UNSUPPORTED_MEDIA_TYPE;
}

/* The token may be public, so what it permits may be asked for by any web page; nothing else. */
static bool permits_scripts(const struct sandbox_method *method)
{
	return method && method->credentials == SANDBOX_TOKEN;
}

static bool is_preflight(struct MHD_Connection *connection, const char *verb)
{
	return strcmp(verb, MHD_HTTP_METHOD_OPTIONS) == 0 && header_of(connection, "Access-Control-Request-Method") != NULL;
}

static void route_request(
	struct http_request *request, struct MHD_Connection *connection, const char *url, const char *verb)
{
	request->routed = true;
	if (has_nul(request)) {
		request->refused = MHD_HTTP_NOT_FOUND;
		return;
	}
	request->method = sandbox_method_of_url(url);
	request->keys = strcmp(sandbox_path_below(SANDBOX_BASE_PATH, url), SANDBOX_KEYS_PATH) == 0;
	if (request->method) {
		request->preflight = permits_scripts(request->method) && is_preflight(connection, verb);
		return;
	}
	if (request->keys) {
		request->allow = MHD_HTTP_METHOD_GET;
		request->refused = strcmp(verb, request->allow) == 0 ? 0 : MHD_HTTP_METHOD_NOT_ALLOWED;
	} else if ((request->allow = sandbox_shop_module_allow(url))) {
		request->module = true;
		request->refused = strcmp(verb, request->allow) == 0 ? 0 : MHD_HTTP_METHOD_NOT_ALLOWED;
	} else if ((request->allow = sandbox_control_allow(sandbox_path_below(SANDBOX_BASE_PATH, url)))) {
		request->refused = refuse_control(request, connection, verb, true);
	} else if ((request->allow = sandbox_page_allow(url))) {
		request->page = sandbox_page_serve;
		request->refused = refuse_control(request, connection, verb, sandbox_page_is_local(url));
	} else if ((request->allow = sandbox_portal_allow(url))) {
		request->page = sandbox_portal_serve;
		request->refused = refuse_control(request, connection, verb, false);
	} else {
		request->refused = MHD_HTTP_NOT_FOUND;
	}
}

static const char *body_of(const struct http_request *request)
{
	return request->upload.body ? request->upload.body : "";
}

static void serve_control(
	struct sandbox_gateway *gateway, const char *path, const struct http_request *request, struct sandbox_reply *reply)
{
	struct sandbox_form form;
	const char *query = query_of(request);
	if (!(request->post ? sandbox_form_parse(&form, body_of(request), request->upload.size)
						: sandbox_form_parse(&form, query, strlen(query)))) {
		sandbox_reply_page(reply, MHD_HTTP_BAD_REQUEST);
		return;
	}
	sandbox_control_serve(path, &(struct sandbox_control_request){gateway, request->post, &form, reply});
	sandbox_form_free(&form);
}

static void serve_page(struct sandbox_gateway *gateway, struct MHD_Connection *connection, const char *path,
	const struct http_request *request, struct sandbox_reply *reply)
{
	struct sandbox_form query = {.count = 0}, body = {.count = 0};
	const char *text = query_of(request);
	if (sandbox_form_parse(&query, text, strlen(text)) &&
		sandbox_form_parse(&body, body_of(request), request->upload.size)) {
		request->page(&(struct sandbox_page_request){
			.gateway = gateway,
			.path = path,
			.post = request->post,
			.query = &query,
			.body = &body,
			.cookie = header_of(connection, MHD_HTTP_HEADER_COOKIE),
			.origin = header_of(connection, "Origin"),
			.host = header_of(connection, MHD_HTTP_HEADER_HOST),
			.reply = reply,
		});
	} else {
		sandbox_reply_page(reply, MHD_HTTP_BAD_REQUEST);
	}
	sandbox_form_free(&query);
	sandbox_form_free(&body);
}

/* A page that refuses the request, which is logged: somebody looks for a method in vain. */
static void refuse_request(
	struct sandbox_gateway *gateway, const char *verb, const struct http_request *request, struct sandbox_reply *reply)
{
	request->target[strcspn(request->target, "?")] = '\0';
	sandbox_reply_page(reply, request->refused);
	reply->allow = request->allow;
	sandbox_log_add(
		gateway->log, &(struct sandbox_log_entry){
						  .time = sandbox_clock_now(), .verb = verb, .path = request->target, .reply = reply});
}

static void serve_request(struct sandbox_gateway *gateway, struct MHD_Connection *connection, const char *url,
	const char *verb, struct http_request *request)
{
	struct sandbox_reply *reply = &request->reply;
	reply->status = MHD_HTTP_INTERNAL_SERVER_ERROR;
	if (request->refused) {
		refuse_request(gateway, verb, request, reply);
	} else if (request->preflight) {
		reply->preflight = true;
	} else if (request->method || request->module) {
		const struct sandbox_request message = {
			.verb = verb,
			.path = url,
			.query = query_of(request),
			.type = content_type(connection),
			.body = body_of(request),
			.size = request->upload.size,
			.hash = header_of(connection, "X-Hash"),
			.signature = header_of(connection, "X-Signature"),
			.authorization = header_of(connection, MHD_HTTP_HEADER_AUTHORIZATION),
		};
		if (request->method) {
			sandbox_gateway_serve(gateway, request->method, &message, reply);
		} else {
			sandbox_shop_module_serve(gateway, &message, reply);
		}
	} else if (request->keys) {
		sandbox_keys_serve(gateway->store, reply);
	} else if (request->page) {
		serve_page(gateway, connection, url, request, reply);
	} else {
		serve_control(gateway, sandbox_path_below(SANDBOX_BASE_PATH, url), request, reply);
	}
}

/* Serves a request that is complete, and sends its reply or closes the connection, but not before it may. */
static mhd_result finish_request(struct sandbox_http *http, struct MHD_Connection *connection, const char *url,
	const char *verb, struct http_request *request)
{
	struct sandbox_reply *reply = &request->reply;
	if (!request->served) {
		serve_request(http->gateway, connection, url, verb, request);
		request->served = true;
		request->mark = sandbox_store_mark(http->gateway->store);
		reply->any_origin = permits_scripts(request->method);
	}
	if (sandbox_loop_must_wait(http->loop, request->mark, http->connections == 1)) {
		return MHD_YES;
	}
	int64_t hold = reply->hold;
	reply->hold = 0;
	if (hold > 0 && sandbox_hold(http->holds, connection, hold)) {
		return MHD_YES;
	}
	return reply->lost ? MHD_NO : sandbox_send_reply(connection, reply);
}

static void on_connection(
	void *cls, struct MHD_Connection *connection, void **slot, enum MHD_ConnectionNotificationCode code)
{
	struct sandbox_http *http = cls;
	(void)connection;
	(void)slot;
	if (code == MHD_CONNECTION_NOTIFY_STARTED) {
		http->connections++;
	} else {
		http->connections--;
	}
}

/* Called with the first line of a request, before anything of it is decoded. */
static void *on_target(void *cls, const char *target, struct MHD_Connection *connection)
{
	struct http_request *request = calloc(1, sizeof *request);
	(void)cls;
	(void)connection;
	if (request && !(request->target = strdup(target))) {
		free(request);
		request = NULL;
	}
	return request;
}

static mhd_result on_request(void *cls, struct MHD_Connection *connection, const char *url, const char *verb,
	const char *version, const char *data, size_t *size, void **slot)
{
	struct http_request *request = *slot;
	(void)version;
	if (!request) {
		return MHD_NO;
	}
	if (!request->routed) {
		route_request(request, connection, url, verb);
		return MHD_YES;
	}
	if (*size > 0) {
		bool received = sandbox_upload_receive(&request->upload, &request->refused, data, *size);
		*size = 0;
		return received ? MHD_YES : MHD_NO;
	}
	return finish_request(cls, connection, url, verb, request);
}

static void on_completed(
	void *cls, struct MHD_Connection *connection, void **slot, enum MHD_RequestTerminationCode code)
{
	(void)cls;
	(void)connection;
	(void)code;
	struct http_request *request = *slot;
	if (!request) {
		return;
	}
	sandbox_upload_free(&request->upload);
	sandbox_reply_free(&request->reply);
	sandbox_wipe(request->target, strlen(request->target));
	free(request->target);
	free(request);
	*slot = NULL;
}

static struct MHD_Daemon *start_daemon(struct sandbox_http *http, int socket, const struct sandbox_tls *tls)
{
	struct MHD_OptionItem plain[] = {{MHD_OPTION_END, 0, NULL}};
	struct MHD_OptionItem secure[] = {
		{MHD_OPTION_HTTPS_MEM_CERT, 0, (void *)tls->certificate},
		{MHD_OPTION_HTTPS_MEM_KEY, 0, (void *)tls->key},
		{MHD_OPTION_END, 0, NULL},
	};
	unsigned flags = MHD_USE_EPOLL | MHD_ALLOW_SUSPEND_RESUME | (tls->certificate ? MHD_USE_TLS : 0);
	struct MHD_Daemon *daemon = MHD_start_daemon(flags, 0, NULL, NULL, on_request, http, MHD_OPTION_LISTEN_SOCKET,
		socket, MHD_OPTION_CONNECTION_LIMIT, (unsigned)CONNECTIONS_MAX, MHD_OPTION_CONNECTION_TIMEOUT,
		(unsigned)IDLE_SECONDS, MHD_OPTION_NOTIFY_CONNECTION, on_connection, http, MHD_OPTION_NOTIFY_COMPLETED,
		on_completed, NULL, MHD_OPTION_URI_LOG_CALLBACK, on_target, NULL, MHD_OPTION_ARRAY,
		tls->certificate ? secure : plain, MHD_OPTION_END);
	if (!daemon && tls->certificate) {
		fputs("sandbox: cannot serve HTTPS; is this a right certificate with its key?\n", stderr);
	}
	return daemon;
}

struct sandbox_http *sandbox_http_start(struct sandbox_gateway *gateway, int socket, const struct sandbox_tls *tls)
{
	struct sandbox_http *http = calloc(1, sizeof *http);
	if (http) {
		http->gateway = gateway;
		http->loop = sandbox_loop_open(gateway->store);
		http->holds = http->loop ? sandbox_holds_start(sandbox_loop_event(http->loop)) : NULL;
		http->daemon = http->holds ? start_daemon(http, socket, tls) : NULL;
	}
	if (http && http->daemon && sandbox_loop_start(http->loop, http->daemon)) {
		return http;
	}
	fputs("sandbox: cannot start the HTTP server\n", stderr);
	sandbox_http_stop(http);
	return NULL;
}

/* Those that are held go on first: libmicrohttpd does not stop while any is suspended. */
void sandbox_http_stop(struct sandbox_http *http)
{
	if (!http) {
		return;
	}
	sandbox_holds_stop(http->holds);
	sandbox_loop_close(http->loop);
	if (http->daemon) {
		MHD_stop_daemon(http->daemon);
	}
	sandbox_holds_free(http->holds);
	free(http);
}
