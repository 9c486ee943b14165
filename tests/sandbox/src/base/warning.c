/* Warnings about what was tolerated. */
#include "base/warning.h"

#include <stdarg.h>
#include <stdio.h>

#define WARNINGS_MAX 100
#define TEXT_SIZE    256

void sandbox_warn(struct json_object *warnings, const char *format, ...)
{
	char text[TEXT_SIZE];
	size_t count = warnings ? json_object_array_length(warnings) : WARNINGS_MAX + 1;
	if (count > WARNINGS_MAX) {
		return;
	}
	va_list arguments;
	va_start(arguments, format);
	vsnprintf(text, sizeof text, count == WARNINGS_MAX ? "and more" : format, arguments);
	va_end(arguments);
	json_object_array_add(warnings, json_object_new_string(text));
}
