#ifndef SANDBOX_PARAMETER_H
#define SANDBOX_PARAMETER_H

#include "form.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What a gateway method takes, as data, and the one checker that goes by it. */

enum sandbox_parameter_type {
	SANDBOX_TEXT,
	SANDBOX_INTEGER, /* digits; min and max count them */
	SANDBOX_BOOLEAN, /* true or false */
	SANDBOX_OBJECT,  /* a JSON object as text */
	SANDBOX_DATE,    /* yyyy-MM-ddTHH:mm:ss */
	SANDBOX_LETTERS, /* Latin letters */
	SANDBOX_URL,     /* absolute, or without scheme */
	SANDBOX_FEATURES /* may be given several times */
};

enum sandbox_parameter_need {
	SANDBOX_OPTIONAL,
	SANDBOX_MANDATORY,
	SANDBOX_CONDITIONAL /* the method's own handler decides */
};

struct sandbox_parameter {
	const char *name;
	enum sandbox_parameter_type type;
	enum sandbox_parameter_need need;
	uint16_t min, max; /* characters; max 0 is boundless */
	int wrong;         /* errorCode of a wrong value, 0 for that of the method */
};

/* The errorCodes of a method for what is wrong with its parameters. */
struct sandbox_codes {
	int credentials; /* userName or password is empty */
	int missing;
	int wrong;
	int unknown_order;
};

#define SANDBOX_MESSAGE_SIZE 128

/* What the checker found. */
struct sandbox_fault {
	int code;
	char message[SANDBOX_MESSAGE_SIZE];
};

/* True if the form is exactly what the table asks for. */
bool sandbox_parameters_check(const struct sandbox_parameter *parameters, size_t count,
	const struct sandbox_codes *codes, const struct sandbox_form *form, struct sandbox_fault *fault);

/* "[name] what", the name only if it is safe to repeat: nobody should find a card number in an answer. */
void sandbox_fault_set(struct sandbox_fault *fault, int code, const char *name, const char *what);

#endif
