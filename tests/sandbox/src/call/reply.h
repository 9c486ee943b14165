#ifndef SANDBOX_CALL_REPLY_H
#define SANDBOX_CALL_REPLY_H

#include "base/json.h"

#include <stdbool.h>
#include <stdint.h>

/* The next line of a stream, without its end, which the caller frees; NULL at the end. */
typedef char *sandbox_lines(void *source, int64_t *position);

/*
 * A reply: a JSON object, a stream of lines, a redirect, an HTML page, a file, or, if it is none of these,
 * a plain page that shows the HTTP status. sandbox_reply_free() frees what is owned.
 */
struct sandbox_reply {
	unsigned status;               /* HTTP */
	const char *allow;             /* the Allow header of status 405 */
	const char *challenge;         /* the WWW-Authenticate header of status 401; NULL: none */
	struct json_object *json;      /* owned */
	sandbox_lines *lines;          /* NULL unless it is a stream */
	void *source;                  /* argument of lines */
	void (*release)(void *source); /* frees it with the reply; NULL: it lives as long as the server */
	const char *download;          /* the name by which a browser saves the stream; NULL: it is JSON lines */
	char *location;                /* of a redirect; owned */
	char *html;                    /* owned */
	char *policy;                  /* the Content-Security-Policy of the page; owned */
	char *cookie;                  /* the Set-Cookie header of a page or a redirect; owned; NULL: none */
	const char *referrer;          /* the Referrer-Policy of a page or a redirect; NULL: no-referrer */
	const char *file;              /* text */
	const char *type;              /* of the file, or of the stream that is to be saved */
	bool any_origin;               /* scripts of any web page may read it */
	bool preflight;                /* it tells a browser that they may send the request, too */
	int64_t hold;                  /* milliseconds before it is sent */
	bool lost;                     /* the connection is closed instead */
};

/* How a family of methods writes errorCode and errorMessage. */
enum sandbox_envelope {
	SANDBOX_ENVELOPE_TEXT,       /* "0" */
	SANDBOX_ENVELOPE_NUMBER,     /* 0 */
	SANDBOX_ENVELOPE_COMPLETION, /* "0" or 0, as the merchant's bank has it */
	SANDBOX_ENVELOPE_PAYMENT,    /* 0; error repeats errorMessage */
	SANDBOX_ENVELOPE_INSTANT,    /* "0"; error repeats errorMessage */
	SANDBOX_ENVELOPE_MOTO,       /* "0"; success is true if it is 0 */
	SANDBOX_ENVELOPE_CAPITAL,    /* ErrorCode "0" and ErrorMessage */
	SANDBOX_ENVELOPE_ERROR,      /* "0"; error instead of errorMessage */
	SANDBOX_ENVELOPE_FLAGGED,    /* 0; error is true unless it is 0 */
	SANDBOX_ENVELOPE_SUCCESS,    /* success; if false, error {code: "10", description, message} */
	SANDBOX_ENVELOPE_MESSAGE,    /* message; if it is not 0, errorCode "6" and errorMessage instead */
	SANDBOX_ENVELOPE_STATUS      /* status SUCCESS, or FAIL with errorCode "5" and errorMessage */
};

void sandbox_reply_free(struct sandbox_reply *reply);

void sandbox_reply_page(struct sandbox_reply *reply, unsigned status);

/*
 * Starts a JSON reply with errorCode and, unless NULL, errorMessage, as the envelope has them. The reply owns the
 * returned object.
 */
struct json_object *sandbox_reply_start(
	struct sandbox_reply *reply, enum sandbox_envelope envelope, int code, const char *message);

#endif
