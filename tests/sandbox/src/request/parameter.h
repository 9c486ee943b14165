#ifndef SANDBOX_REQUEST_PARAMETER_H
#define SANDBOX_REQUEST_PARAMETER_H

#include "base/fault.h"
#include "request/characters.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What a gateway method takes, as data, and the one checker that goes by it. */

enum sandbox_parameter_type {
	SANDBOX_TEXT,
	SANDBOX_INTEGER,   /* digits; min and max count them */
	SANDBOX_NUMBER,    /* digits, and at most three after a point; min and max count its characters */
	SANDBOX_BOOLEAN,   /* true or false */
	SANDBOX_OBJECT,    /* a JSON object; as text in a form */
	SANDBOX_LIST,      /* a JSON array of objects, at least one */
	SANDBOX_TEXTS,     /* a JSON array of texts */
	SANDBOX_INTEGERS,  /* a JSON array of integers */
	SANDBOX_SCALAR,    /* any JSON text, number or boolean */
	SANDBOX_DATE,      /* yyyy-MM-ddTHH:mm:ss */
	SANDBOX_DATE_TIME, /* the same, or with a blank for the T, or with a zone */
	SANDBOX_LETTERS,   /* Latin letters */
	SANDBOX_URL,       /* absolute, or without scheme */
	SANDBOX_FEATURES   /* may be given several times */
};

enum sandbox_parameter_need {
	SANDBOX_OPTIONAL,
	SANDBOX_MANDATORY,
	SANDBOX_CONDITIONAL /* the method's own handler decides */
};

struct sandbox_shape;

struct sandbox_parameter {
	const char *name;
	enum sandbox_parameter_type type;
	enum sandbox_parameter_need need;
	uint16_t min, max; /* characters; max 0 is boundless */
	int wrong;         /* errorCode of a wrong value, members included; 0 for those of the method */
	enum sandbox_characters characters;
	const char *one_of;                /* "A|B", or NULL */
	int64_t most;                      /* of an integer; 0 is boundless */
	const struct sandbox_shape *shape; /* of an object or of a list's objects; NULL: anything */
};

/* The members of a JSON object. */
struct sandbox_shape {
	const struct sandbox_parameter *members;
	size_t count;
	bool open; /* further members may be there, with any text, number or boolean */
};

/* The errorCodes of a method for what is wrong with its parameters. */
struct sandbox_codes {
	int credentials; /* userName or password is empty */
	int missing;
	int wrong;
	int unknown_order;
};

/* One text against its row: length, type, characters. The complaint if it is wrong, or NULL. */
const char *sandbox_parameter_complaint(const struct sandbox_parameter *parameter, const char *text, size_t size);

#endif
