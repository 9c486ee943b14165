/*
 * Loaded before PHP by tests/run --sanitize: PHP opens its extensions with RTLD_DEEPBIND, by which they would find
 * their own malloc() before AddressSanitizer's, and which it therefore refuses.
 */
#define _GNU_SOURCE
#include <dlfcn.h>

void *dlopen(const char *file, int mode)
{
	void *(*next)(const char *, int) = (void *(*)(const char *, int))dlsym(RTLD_NEXT, "dlopen");

	return next(file, mode & ~RTLD_DEEPBIND);
}
