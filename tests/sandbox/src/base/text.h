#ifndef SANDBOX_BASE_TEXT_H
#define SANDBOX_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Characters (code points) in well-formed UTF-8 without NUL; -1 for anything else. */
long sandbox_text_length(const char *text, size_t bytes);

/* One or more ASCII digits and nothing else. */
bool sandbox_text_digits(const char *text, size_t bytes);

/* The value of at most 18 digits; -1 for anything else, the empty text included. */
int64_t sandbox_text_integer(const char *text);

bool sandbox_text_equal(const char *a, const char *b);

/* A copy that the caller frees; NULL stays NULL. */
char *sandbox_text_copy(const char *text);

/* Latin letters to lower case, in place. */
void sandbox_text_lower(char *text);

/* Frees what *slot holds and puts a copy of text there. */
void sandbox_text_set(char **slot, const char *text);

#endif
