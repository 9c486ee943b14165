/* Random numbers, keyed hashes, wiping. */
#include "base/secret.h"

#include "base/text.h"

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/params.h>
#include <openssl/rand.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define RANDOM_BYTES 1024

static void fill_random(void *bytes, size_t size)
{
	if (RAND_bytes(bytes, (int)size) != 1) {
		fputs("sandbox: no random numbers\n", stderr);
		abort();
	}
}

/* A call of OpenSSL costs as much for a few bytes as for many. What was given out is wiped. */
void sandbox_random(void *bytes, size_t size)
{
	static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
	static unsigned char stock[RANDOM_BYTES];
	static size_t left;
	if (size > sizeof stock) {
		fill_random(bytes, size);
		return;
	}
	pthread_mutex_lock(&mutex);
	if (left < size) {
		fill_random(stock, sizeof stock);
		left = sizeof stock;
	}
	left -= size;
	memcpy(bytes, stock + left, size);
	sandbox_wipe(stock + left, size);
	pthread_mutex_unlock(&mutex);
}

void sandbox_random_uuid(char uuid[SANDBOX_UUID_SIZE])
{
	unsigned char b[16];
	sandbox_random(b, sizeof b);
	b[6] = (unsigned char)((b[6] & 0x0F) | 0x40);
	b[8] = (unsigned char)((b[8] & 0x3F) | 0x80);
	snprintf(uuid, SANDBOX_UUID_SIZE, "%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x", b[0],
		b[1], b[2], b[3], b[4], b[5], b[6], b[7], b[8], b[9], b[10], b[11], b[12], b[13], b[14], b[15]);
}

void sandbox_random_hex(char text[SANDBOX_HEX_SIZE], bool capitals)
{
	unsigned char bytes[(SANDBOX_HEX_SIZE - 1) / 2];
	sandbox_random(bytes, sizeof bytes);
	for (size_t i = 0; i < sizeof bytes; i++) {
		snprintf(text + 2 * i, 3, capitals ? "%02X" : "%02x", bytes[i]);
	}
}

void sandbox_random_digits(char *text, size_t count)
{
	unsigned char bytes[32];
	sandbox_random(bytes, sizeof bytes);
	for (size_t i = 0; i < count; i++) {
		text[i] = (char)('0' + (i == 0 ? 1 + bytes[0] % 9 : bytes[i % sizeof bytes] % 10));
	}
	text[count] = '\0';
}

/* Looking it up, and copying it, costs OpenSSL more than hashing. Never freed. */
static EVP_MAC_CTX *hmac;
static pthread_mutex_t hmac_mutex = PTHREAD_MUTEX_INITIALIZER;

static void prepare_hmac(void)
{
	char name[] = "SHA256";
	const OSSL_PARAM digest[] = {
		OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, name, 0), OSSL_PARAM_construct_end()};
	EVP_MAC *mac = EVP_MAC_fetch(NULL, "HMAC", NULL);
	hmac = mac ? EVP_MAC_CTX_new(mac) : NULL;
	EVP_MAC_free(mac);
	if (!hmac || !EVP_MAC_CTX_set_params(hmac, digest)) {
		abort();
	}
}

void sandbox_mac(const unsigned char key[SANDBOX_KEY_SIZE], const char *text, char mac[SANDBOX_MAC_SIZE])
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;
	unsigned char digest[32];
	size_t size = 0;
	pthread_once(&once, prepare_hmac);
	pthread_mutex_lock(&hmac_mutex);
	if (!EVP_MAC_init(hmac, key, SANDBOX_KEY_SIZE, NULL) ||
		!EVP_MAC_update(hmac, (const unsigned char *)text, strlen(text)) ||
		!EVP_MAC_final(hmac, digest, &size, sizeof digest)) {
		abort();
	}
	pthread_mutex_unlock(&hmac_mutex);
	for (size_t i = 0; i < sizeof digest; i++) {
		mac[2 * i] = "0123456789abcdef"[digest[i] >> 4];
		mac[2 * i + 1] = "0123456789abcdef"[digest[i] & 15];
	}
	mac[SANDBOX_MAC_SIZE - 1] = '\0';
}

bool sandbox_mac_equal(const char a[SANDBOX_MAC_SIZE], const char b[SANDBOX_MAC_SIZE])
{
	return CRYPTO_memcmp(a, b, SANDBOX_MAC_SIZE) == 0;
}

/* The number of bytes of the first characters of a text in UTF-8. */
static size_t size_of_characters(const char *text, size_t count)
{
	size_t size = 0;
	while (text[size] && (count > 0 || ((unsigned char)text[size] & 0xC0) == 0x80)) {
		count -= ((unsigned char)text[size++] & 0xC0) != 0x80;
	}
	return size;
}

void sandbox_secret_hint(const char *secret, char hint[SANDBOX_HINT_SIZE])
{
	long length = sandbox_text_length(secret, strlen(secret));
	size_t count = length < 0 ? 0 : (size_t)length;
	size_t shown = count / 8 < 3 ? count / 8 : 3;
	size_t first = size_of_characters(secret, shown), last = size_of_characters(secret, count - shown);
	snprintf(hint, SANDBOX_HINT_SIZE, "%.*s…%s", (int)first, secret, count ? secret + last : "");
}

void sandbox_wipe(void *bytes, size_t size)
{
	if (bytes) {
		OPENSSL_cleanse(bytes, size);
	}
}
