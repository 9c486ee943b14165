#ifndef SANDBOX_METHOD_H
#define SANDBOX_METHOD_H

#include "parameter.h"
#include "reply.h"

struct sandbox_call;

/* One method of the gateway. */
struct sandbox_method {
	const char *path; /* below the base URI, letter by letter */
	enum sandbox_envelope envelope;
	bool takes_token; /* instead of userName and password */
	struct sandbox_codes codes;
	const struct sandbox_parameter *parameters;
	size_t parameter_count;
	void (*handle)(struct sandbox_call *call);
};

#define SANDBOX_METHODS 9

extern const struct sandbox_method sandbox_methods[SANDBOX_METHODS];

/* NULL if there is no such path. */
const struct sandbox_method *sandbox_method_find(const char *path);

#endif
