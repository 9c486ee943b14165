#ifndef SANDBOX_BASE_SECRET_H
#define SANDBOX_BASE_SECRET_H

#include <stdbool.h>
#include <stddef.h>

#define SANDBOX_KEY_SIZE  32
#define SANDBOX_MAC_SIZE  65 /* 64 hex digits and NUL */
#define SANDBOX_UUID_SIZE 37 /* 36 characters and NUL */

/* Random bytes. The sandbox cannot run without them: failure aborts the process. */
void sandbox_random(void *bytes, size_t size);

void sandbox_random_uuid(char uuid[SANDBOX_UUID_SIZE]);

#define SANDBOX_HEX_SIZE 33 /* 32 hexadecimal digits and NUL */
void sandbox_random_hex(char text[SANDBOX_HEX_SIZE], bool capitals);

/* Random decimal digits, the first one not 0, and a NUL. */
void sandbox_random_digits(char *text, size_t count);

/* HMAC-SHA-256 of a text in hex. This is all that the store keeps of passwords and card numbers. */
void sandbox_mac(const unsigned char key[SANDBOX_KEY_SIZE], const char *text, char mac[SANDBOX_MAC_SIZE]);

/* Compares in constant time. */
bool sandbox_mac_equal(const char a[SANDBOX_MAC_SIZE], const char b[SANDBOX_MAC_SIZE]);

/*
 * How a secret is named to those who must not read it: its first and last characters, at most three of each and never
 * more than a quarter of it.
 */
#define SANDBOX_HINT_SIZE 32
void sandbox_secret_hint(const char *secret, char hint[SANDBOX_HINT_SIZE]);

void sandbox_wipe(void *bytes, size_t size);

#endif
