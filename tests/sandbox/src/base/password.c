/* Slow hashes of passwords. */
#include "base/password.h"

#include "base/secret.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define METHOD      "scrypt:"
#define SALT_DIGITS (SANDBOX_HEX_SIZE - 1)
#define BYTES       32

/* 16 MiB of memory a try. */
#define COST        16384
#define BLOCK       8
#define MEMORY_MOST (64 * 1024 * 1024)

static void write_hash(const char *password, const char salt[SANDBOX_HEX_SIZE], char hash[SANDBOX_PASSWORD_HASH_SIZE])
{
	unsigned char bytes[BYTES];
	if (EVP_PBE_scrypt(password, strlen(password), (const unsigned char *)salt, SALT_DIGITS, COST, BLOCK, 1,
			MEMORY_MOST, bytes, sizeof bytes) != 1) {
		fputs("sandbox: no memory to hash a password\n", stderr);
		abort();
	}
	int at = snprintf(hash, SANDBOX_PASSWORD_HASH_SIZE, METHOD "%.*s:", SALT_DIGITS, salt);
	for (size_t i = 0; i < sizeof bytes; i++) {
		at += snprintf(hash + at, SANDBOX_PASSWORD_HASH_SIZE - (size_t)at, "%02x", bytes[i]);
	}
}

void sandbox_password_hash(const char *password, char hash[SANDBOX_PASSWORD_HASH_SIZE])
{
	char salt[SANDBOX_HEX_SIZE];
	sandbox_random_hex(salt, false);
	write_hash(password, salt, hash);
}

bool sandbox_password_right(const char *password, const char *hash)
{
	char salt[SANDBOX_HEX_SIZE], again[SANDBOX_PASSWORD_HASH_SIZE];
	bool formed = strncmp(hash, METHOD, strlen(METHOD)) == 0 && strlen(hash) == SANDBOX_PASSWORD_HASH_SIZE - 1;
	snprintf(salt, sizeof salt, "%s", formed ? hash + strlen(METHOD) : "00000000000000000000000000000000");
	write_hash(password, salt, again);
	return formed && CRYPTO_memcmp(again, hash, sizeof again) == 0;
}
