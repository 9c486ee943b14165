#ifndef SANDBOX_BASE_TEXT_H
#define SANDBOX_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The number of code points in well-formed UTF-8 without NUL; -1 for anything else. */
long sandbox_text_length(const char *text, size_t bytes);

/* Whether the text is one or more ASCII digits and nothing else. */
bool sandbox_text_digits(const char *text, size_t bytes);

/* The value of 1 to 18 digits; -1 for anything else. */
int64_t sandbox_text_integer(const char *text);

bool sandbox_text_equal(const char *a, const char *b);

/* Whether the text is what the pattern says, where * stands for any part without a slash. */
bool sandbox_text_fits(const char *text, const char *pattern);

/* A copy, which the caller frees; NULL for NULL. */
char *sandbox_text_copy(const char *text);

/* Converts Latin letters to lower case in place. */
void sandbox_text_lower(char *text);

/* Frees the text in *slot and stores a copy of text there. */
void sandbox_text_set(char **slot, const char *text);

/* Calls visit with each part of a list separated by commas. False as soon as visit returns false. */
bool sandbox_text_list_walk(
	const char *list, bool (*visit)(const char *part, size_t size, void *context), void *context);

/* Whether such a list has that part. */
bool sandbox_text_list_has(const char *list, const char *part);

#endif
