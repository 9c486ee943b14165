#ifndef SANDBOX_CALL_LANGUAGE_H
#define SANDBOX_CALL_LANGUAGE_H

#include <json-c/json.h>

/*
 * Puts the messages of an answer into a language: errorMessage, actionCodeDescription and the like, wherever they are.
 * They are in English already, and languages other than ru have none of their own. What the shop wrote stays.
 */
void sandbox_language_apply(struct json_object *answer, const char *language);

#endif
