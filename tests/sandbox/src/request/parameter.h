#ifndef SANDBOX_REQUEST_PARAMETER_H
#define SANDBOX_REQUEST_PARAMETER_H

#include "base/fault.h"
#include "request/characters.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The parameters of a gateway method, as data. */

enum sandbox_parameter_type {
	SANDBOX_TEXT,
	SANDBOX_INTEGER,   /* digits; min and max count them */
	SANDBOX_AMOUNT,    /* the same without leading zeros: a sum of money */
	SANDBOX_NUMBER,    /* digits, and at most three after a point; min and max count its characters */
	SANDBOX_BOOLEAN,   /* true or false */
	SANDBOX_OBJECT,    /* a JSON object; as text in a form */
	SANDBOX_LIST,      /* a JSON array of objects, at least one */
	SANDBOX_TEXTS,     /* a JSON array of texts */
	SANDBOX_INTEGERS,  /* a JSON array of integers */
	SANDBOX_SCALAR,    /* any JSON text, number or boolean */
	SANDBOX_DATE,      /* yyyy-MM-ddTHH:mm:ss */
	SANDBOX_DATE_TIME, /* the same, also with a blank instead of the T, and with a zone */
	SANDBOX_LETTERS,   /* Latin letters */
	SANDBOX_URL,       /* absolute, or without a scheme */
	SANDBOX_FEATURES   /* may be repeated */
};

enum sandbox_parameter_need {
	SANDBOX_OPTIONAL,
	SANDBOX_MANDATORY,
	SANDBOX_CONDITIONAL /* the handler decides */
};

struct sandbox_shape;

struct sandbox_parameter {
	const char *name;
	enum sandbox_parameter_type type;
	enum sandbox_parameter_need need;
	uint16_t min, max; /* number of characters; max 0: no limit */
	int wrong;         /* errorCode of a wrong value or member; 0: that of the method */
	enum sandbox_characters characters;
	const char *one_of;                /* "A|B", or NULL */
	int64_t most;                      /* maximum of an integer, or of what is before a number's point; 0: none */
	const struct sandbox_shape *shape; /* of an object, or of the objects of a list; NULL: any */
};

/* Whether an object may have members that are not listed. */
enum sandbox_openness {
	SANDBOX_CLOSED,
	SANDBOX_OPEN_TO_SCALARS, /* any text, number or boolean */
	SANDBOX_OPEN             /* anything but null */
};

/* The members of a JSON object. */
struct sandbox_shape {
	const struct sandbox_parameter *members;
	size_t count;
	enum sandbox_openness open;
	int most; /* members in all; 0: any number */
};

/* The errorCodes of a method for wrong parameters. */
struct sandbox_codes {
	int credentials; /* userName or password is empty */
	int missing;
	int wrong;
	int unknown_order;
};

/* The parameter or member of that name; NULL if it is not listed. */
const struct sandbox_parameter *sandbox_shape_find(const struct sandbox_shape *shape, const char *name);

#define SANDBOX_PATH_SIZE 256

/* The path of a member of the object at path, as messages name it: path.name. */
void sandbox_path_member(char below[SANDBOX_PATH_SIZE], const char *path, const char *name);

/* The path of an element of the list at path: path[index]. */
void sandbox_path_element(char below[SANDBOX_PATH_SIZE], const char *path, size_t index);

/* Checks length, type and characters of one text. NULL, or what is wrong. */
const char *sandbox_parameter_complaint(const struct sandbox_parameter *parameter, const char *text, size_t size);

#endif
