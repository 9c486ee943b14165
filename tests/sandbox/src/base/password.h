#ifndef SANDBOX_BASE_PASSWORD_H
#define SANDBOX_BASE_PASSWORD_H

#include <stdbool.h>

/* Passwords of people, kept as salted hashes that are slow to guess at: scrypt, some 50 ms a try. */

#define SANDBOX_PASSWORD_HASH_SIZE 105 /* "scrypt:", 32 hexadecimal digits of salt, ":", 64 of the hash, NUL */

/* Hashes with a new salt. */
void sandbox_password_hash(const char *password, char hash[SANDBOX_PASSWORD_HASH_SIZE]);

/* Whether it is the password of the hash. Takes as long for a malformed hash, such as "", which no password fits. */
bool sandbox_password_right(const char *password, const char *hash);

#endif
