#ifndef SANDBOX_REQUEST_PARAMETER_H
#define SANDBOX_REQUEST_PARAMETER_H

#include "request/form.h"

#include <json-c/json.h>
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

/* The characters of a text. */
enum sandbox_characters {
	SANDBOX_ANY,
	SANDBOX_PRINTABLE,       /* ASCII */
	SANDBOX_CYRILLIC,        /* printable ASCII, Russian letters, the number sign */
	SANDBOX_CYRILLIC_QUOTES, /* these and angle quotes */
	SANDBOX_DIGITS,
	SANDBOX_LOGIN, /* letters, digits, - _ and blanks */
	SANDBOX_LOWER,
	SANDBOX_UUID,      /* a-f, digits, - */
	SANDBOX_UPPER_HEX, /* A-F, digits, - */
	SANDBOX_LOWER_HEX, /* a-f, digits */
	SANDBOX_ALPHANUMERIC,
	SANDBOX_CARDHOLDER, /* Latin letters, blanks, . - ' */
	SANDBOX_DIGITS_DASH,
	SANDBOX_PHONE, /* 7 to 15 digits after a + or not */
	SANDBOX_HTTP   /* begins with http:// or https:// */
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

#define SANDBOX_MESSAGE_SIZE 160

/* What the checker found. */
struct sandbox_fault {
	int code;
	char message[SANDBOX_MESSAGE_SIZE];
};

/* One text against its row: length, type, characters. The complaint if it is wrong, or NULL. */
const char *sandbox_parameter_complaint(const struct sandbox_parameter *parameter, const char *text, size_t size);

/* True if the form is exactly what the shape asks for. */
bool sandbox_parameters_check(const struct sandbox_shape *shape, const struct sandbox_codes *codes,
	const struct sandbox_form *form, struct sandbox_fault *fault);

/* The same for the members of a JSON object. strict: an integer, number or boolean may not be written as text. */
bool sandbox_members_check(const struct sandbox_shape *shape, const struct sandbox_codes *codes,
	struct json_object *object, bool strict, struct sandbox_fault *fault);

/* The object of one parameter, whose members have the parameter's name before theirs. */
bool sandbox_member_check(const struct sandbox_parameter *parameter, const struct sandbox_codes *codes,
	struct json_object *value, bool strict, struct sandbox_fault *fault);

/* A JSON object out of a text that says nothing else, as strictly as the standard has it; NULL if it is none. */
struct json_object *sandbox_object_parse(const char *text, size_t size);

/* "[name] what", the name only if it is safe to repeat: nobody should find a card number in an answer. */
void sandbox_fault_set(struct sandbox_fault *fault, int code, const char *name, const char *what);

#endif
