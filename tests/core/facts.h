/*
 * What the documentation says of the methods' parameters, for comparison with the table. Nothing here is taken from
 * the core: where a row differs on purpose, test_methods.c says so and why.
 */
#ifndef FACTS_H
#define FACTS_H

#include <stddef.h>

/*
 * 0 and 0: the documentation gives no length. An amount's smallest length is not compared: it is Integer[0..12] or
 * String[0..12] there, and the zero is the amount's.
 */
struct fact {
	const char *name;
	/*
	 * The obligation: M, O or C; and the type: t text, d digits, i integer, r range, a amount, q quantity, b boolean,
	 * D date and time, Z one with its offset, f features, T texts, P pairs of them, L list of texts, o object, l list
	 * of objects, w one of a few words.
	 */
	const char *kind;
	unsigned short minimum, maximum;
	const struct fact *members;
};

/* clang-format off */
#define FACTS_END {NULL, NULL, 0, 0, NULL}
/* clang-format on */

#endif
