#ifndef SANDBOX_REQUEST_CHARACTERS_H
#define SANDBOX_REQUEST_CHARACTERS_H

#include "request/parameter.h"

/* Whether a NUL-terminated UTF-8 text is made of these characters. */
bool sandbox_characters_right(enum sandbox_characters characters, const char *text);

#endif
