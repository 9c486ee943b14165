/* Error messages about a parameter. */
#include "base/fault.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#define NAME_MAX 96

/* Short, made of the characters of parameter names, and with too few digits for a card number. */
static bool may_repeat(const char *name)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789$_.-[]";
	size_t digits = 0;
	for (const char *c = name; *c; c++) {
		digits += *c >= '0' && *c <= '9';
	}
	size_t size = strlen(name);
	return size > 0 && size <= NAME_MAX && strspn(name, letters) == size && digits < 8;
}

const char *sandbox_fault_name(const char *name)
{
	return may_repeat(name) ? name : "?";
}

void sandbox_fault_set(struct sandbox_fault *fault, int code, const char *name, const char *what)
{
	fault->code = code;
	snprintf(fault->message, sizeof fault->message, "[%s] %s", sandbox_fault_name(name), what);
}
