#ifndef SANDBOX_CALL_METHOD_H
#define SANDBOX_CALL_METHOD_H

#include "call/reply.h"
#include "request/parameter.h"

struct sandbox_call;

/* Which gateway's names, rules and answers apply: the classic one or Sberbank's. */
enum sandbox_dialect { SANDBOX_CLASSIC, SANDBOX_JSON };

/* What a path is relative to: the printed base URI, Sberbank's base URI, or the root of the host. */
enum sandbox_base { SANDBOX_BASE_CLASSIC, SANDBOX_BASE_JSON, SANDBOX_BASE_HOST, SANDBOX_BASES };

/* How a method authenticates its caller. */
enum sandbox_credentials {
	SANDBOX_PASSWORD,   /* userName and password */
	SANDBOX_TOKEN,      /* userName and password, or token */
	SANDBOX_MERCHANT,   /* merchant alone: no secret, since the payment token is the payer's own */
	SANDBOX_TRANSACTION /* threeDSServerTransId alone */
};

/* One method of the gateway. */
struct sandbox_method {
	enum sandbox_dialect dialect;
	enum sandbox_base base;
	bool object;      /* the body is one JSON object, not a form */
	const char *path; /* relative to its base; compared exactly */
	enum sandbox_envelope envelope;
	enum sandbox_credentials credentials;
	struct sandbox_codes codes;
	const struct sandbox_shape *request;
	void (*handle)(struct sandbox_call *call);
};

#endif
