#ifndef SANDBOX_METHOD_H
#define SANDBOX_METHOD_H

#include "parameter.h"
#include "reply.h"

struct sandbox_call;

/* How a request is written: a form, or Sberbank's JSON object. */
enum sandbox_dialect { SANDBOX_CLASSIC, SANDBOX_JSON };

/* One method of the gateway. */
struct sandbox_method {
	enum sandbox_dialect dialect;
	const char *path; /* below the base URI of the dialect, letter by letter */
	enum sandbox_envelope envelope;
	bool takes_token; /* instead of userName and password */
	struct sandbox_codes codes;
	const struct sandbox_shape *request;
	void (*handle)(struct sandbox_call *call);
};

#define SANDBOX_METHODS 30

extern const struct sandbox_method sandbox_methods[SANDBOX_METHODS];

/* NULL if the dialect has no such path. */
const struct sandbox_method *sandbox_method_find(enum sandbox_dialect dialect, const char *path);

#endif
