#ifndef SANDBOX_REQUEST_ROWS_H
#define SANDBOX_REQUEST_ROWS_H

#include "request/parameter.h"

/* Macros for the rows of the parameter tables. Included only by those tables. */

/* name, type, need, fewest and most characters, errorCode if wrong (0: the method's) */
#define P(name, type, need, min, max, wrong) \
	{ \
		name, SANDBOX_##type, SANDBOX_##need, min, max, wrong, SANDBOX_ANY, NULL, 0, NULL \
	}
/* one of these texts */
#define ONE_OF(name, need, choices) \
	{ \
		name, SANDBOX_TEXT, SANDBOX_##need, 1, 0, 0, SANDBOX_ANY, choices, 0, NULL \
	}
/* one of these texts, or an empty one, which counts as absent */
#define ONE_OF_OR_NONE(name, choices) \
	{ \
		name, SANDBOX_TEXT, SANDBOX_OPTIONAL, 0, 0, 0, SANDBOX_ANY, choices, 0, NULL \
	}
/* a text of these characters */
#define T(name, need, min, max, characters) \
	{ \
		name, SANDBOX_TEXT, SANDBOX_##need, min, max, 0, SANDBOX_##characters, NULL, 0, NULL \
	}
/* a number, an integer, or a sum of money, up to most */
#define NUMBER_UP_TO(name, need, characters, most) \
	{ \
		name, SANDBOX_NUMBER, SANDBOX_##need, 1, characters, 0, SANDBOX_ANY, NULL, most, NULL \
	}
#define UP_TO(name, need, digits, most) \
	{ \
		name, SANDBOX_INTEGER, SANDBOX_##need, 1, digits, 0, SANDBOX_ANY, NULL, most, NULL \
	}
#define AMOUNT_UP_TO(name, need, digits, most) \
	{ \
		name, SANDBOX_AMOUNT, SANDBOX_##need, 1, digits, 0, SANDBOX_ANY, NULL, most, NULL \
	}
/* an object, or a list of objects, of that shape */
#define SHAPED(name, type, need, wrong, shape) \
	{ \
		name, SANDBOX_##type, SANDBOX_##need, 1, 0, wrong, SANDBOX_ANY, NULL, 0, &shape \
	}
#define SHAPE(members) \
	{ \
		members, sizeof members / sizeof *members, SANDBOX_CLOSED, 0 \
	}
#define OPEN_SHAPE(members) \
	{ \
		members, sizeof members / sizeof *members, SANDBOX_OPEN_TO_SCALARS, 0 \
	}

/*
 * Credentials of classic methods with a JSON body. They are checked before the table is; listed so that their names are
 * known.
 */
#define OBJECT_CREDENTIALS \
	P("userName", TEXT, CONDITIONAL, 0, 100, 0), P("username", TEXT, CONDITIONAL, 0, 100, 0), \
		P("password", TEXT, CONDITIONAL, 0, 200, 0)

#endif
