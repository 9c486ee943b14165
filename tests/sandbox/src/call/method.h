#ifndef SANDBOX_CALL_METHOD_H
#define SANDBOX_CALL_METHOD_H

#include "call/reply.h"
#include "request/parameter.h"

struct sandbox_call;

/* Whose names, rules and answers: the classic gateway's, or Sberbank's. */
enum sandbox_dialect { SANDBOX_CLASSIC, SANDBOX_JSON };

/* What a path is below: the printed base URI, Sberbank's, or the host itself. */
enum sandbox_base { SANDBOX_BASE_CLASSIC, SANDBOX_BASE_JSON, SANDBOX_BASE_HOST, SANDBOX_BASES };

/* How a caller says who he is. */
enum sandbox_credentials {
	SANDBOX_PASSWORD, /* userName and password */
	SANDBOX_TOKEN,    /* these, or token */
	SANDBOX_MERCHANT  /* merchant: no secret, what is paid with vouches for itself */
};

/* One method of the gateway. */
struct sandbox_method {
	enum sandbox_dialect dialect;
	enum sandbox_base base;
	bool object;      /* the body is one JSON object, else a form */
	const char *path; /* below its base, letter by letter */
	enum sandbox_envelope envelope;
	enum sandbox_credentials credentials;
	struct sandbox_codes codes;
	const struct sandbox_shape *request;
	void (*handle)(struct sandbox_call *call);
};

#endif
