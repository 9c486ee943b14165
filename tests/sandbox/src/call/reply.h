#ifndef SANDBOX_CALL_REPLY_H
#define SANDBOX_CALL_REPLY_H

#include "base/json.h"

/* The next of many objects, NULL after the last. The caller owns it. */
typedef struct json_object *sandbox_lines(void *source, int64_t *position);

/* An answer on its way out: a JSON object, many of them as lines, or a plain page that says no more than the HTTP
 * status. */
struct sandbox_reply {
	unsigned status;          /* HTTP */
	struct json_object *json; /* owned; NULL for a page */
	sandbox_lines *lines;     /* NULL unless it is a stream */
	void *source;             /* of the lines; lives as long as the server */
};

/* How a family of methods writes errorCode, and what it says along with it. */
enum sandbox_envelope {
	SANDBOX_ENVELOPE_TEXT,    /* "0" */
	SANDBOX_ENVELOPE_NUMBER,  /* 0 */
	SANDBOX_ENVELOPE_PAYMENT, /* 0, and error repeats errorMessage */
	SANDBOX_ENVELOPE_INSTANT, /* "0", and error repeats errorMessage */
	SANDBOX_ENVELOPE_MOTO,    /* "0", and success tells whether it is that */
	SANDBOX_ENVELOPE_CAPITAL, /* "0" under ErrorCode, and ErrorMessage */
	SANDBOX_ENVELOPE_ERROR,   /* "0", and error stands for errorMessage */
	SANDBOX_ENVELOPE_FLAGGED, /* 0, and error tells whether it is another */
	SANDBOX_ENVELOPE_SUCCESS, /* success, and unless it is true error {code: "10", description, message} */
	SANDBOX_ENVELOPE_STATUS   /* status: SUCCESS, or FAIL with errorCode "5" and errorMessage */
};

void sandbox_reply_free(struct sandbox_reply *reply);

void sandbox_reply_page(struct sandbox_reply *reply, unsigned status);

/* Makes the JSON answer with its errorCode and, unless NULL, errorMessage, each where the envelope has it. The reply
 * keeps the object it returns. */
struct json_object *sandbox_reply_start(
	struct sandbox_reply *reply, enum sandbox_envelope envelope, int code, const char *message);

#endif
